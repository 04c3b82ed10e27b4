//! Going: what the program put outside of the folder of the record is taken away, and the record is
//! kept or erased, as asked. Refuses to choose, and to remove the program while it runs.

use std::path::Path;

use app::Trouble;

use super::{app_of, data, remind};
use crate::calls::{Common, Forget, Uninstall};
use crate::{folder, say};

/// Does what the call asks for.
pub(super) fn uninstall(common: &Common, options: &Uninstall) -> Result<(), Trouble> {
    let place = folder::of(common.data_dir.clone())?;
    let (has_record, has_passphrase) = match place.is_dir() {
        true => {
            let app = app_of(common)?;
            (!app.is_new(), app.needs_passphrase())
        }
        false => (false, false),
    };
    // First the record: with a wrong passphrase nothing is changed.
    if options.erase && place.is_dir() {
        erase(common, has_record)?;
    }
    remind::uninstall()?;
    remind::end_at_log_in()?;
    if has_record && options.keep_data {
        say::own(&format!("kept: the record in {}", place.display()));
        say::own(if has_passphrase {
            "  the same program opens it again, with its passphrase"
        } else {
            "  the same program opens it again"
        });
    }
    if !has_record {
        say::own(&format!("there is no record in {}", place.display()));
    }
    if let Ok(program) = std::env::current_exe() {
        say::own(&format!("to remove the program: {}", removal(&program)));
    }
    Ok(())
}

/// Erases the record, and what the program itself put beside it.
fn erase(common: &Common, has_record: bool) -> Result<(), Trouble> {
    let mut app = app_of(common)?;
    // Pages that are open would write into a folder that goes.
    app.claim(0)?;
    if has_record {
        let everything = Forget {
            from: None,
            to: None,
            everything: true,
        };
        data::forget(common, &everything)?;
    }
    for path in app.leave()? {
        say::own(&format!("left, it is not ours: {}", path.display()));
    }
    Ok(())
}

/// The call that removes the program: of the system's packages, or of a folder.
fn removal(program: &Path) -> String {
    match program.starts_with("/usr/bin") {
        true => "sudo apt remove thawline, or what your system has for it".to_owned(),
        false => format!("rm '{}'", program.display()),
    }
}
