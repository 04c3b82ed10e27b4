//! Going: what the program put outside of the folder of the record is taken away, and the record is
//! kept or erased, as asked. Refuses to choose, and to remove the program while it runs.

use std::path::{Path, PathBuf};

use app::Trouble;

use super::{app_of, data, remind};
use crate::calls::{Common, Forget, Uninstall};
use crate::{folder, say};

/// Does what the call asks for.
pub(super) fn uninstall(common: &Common, options: &Uninstall) -> Result<(), Trouble> {
    let place = folder::of(common.data_dir.clone())?;
    let has_record = place.is_dir() && !app_of(common)?.is_new();
    // First the record: with a wrong passphrase nothing is changed.
    if options.erase && has_record {
        let everything = Forget {
            from: None,
            to: None,
            everything: true,
        };
        data::forget(common, &everything)?;
    }
    remind::uninstall()?;
    if options.erase {
        remove_folder(&place);
    } else if has_record {
        say::line(&format!("kept: the record in {}", place.display()));
        say::line("  the same program opens it again, with its passphrase");
    } else {
        say::line(&format!("there is no record in {}", place.display()));
    }
    if let Ok(program) = std::env::current_exe() {
        say::line(&format!("to remove the program: {}", removal(&program)));
    }
    Ok(())
}

/// Removes the link for the browser, and the folder where nothing else lies in it.
fn remove_folder(place: &Path) {
    let _ = std::fs::remove_file(place.join("open.html"));
    let Ok(rest) = std::fs::read_dir(place) else {
        return;
    };
    let left: Vec<PathBuf> = rest.filter_map(|entry| Some(entry.ok()?.path())).collect();
    if left.is_empty() && std::fs::remove_dir(place).is_ok() {
        say::line(&format!("removed: {}", place.display()));
    }
    for path in &left {
        say::line(&format!("left, it is not ours: {}", path.display()));
    }
}

/// The call that removes the program: of the system's packages, or of a folder.
fn removal(program: &Path) -> String {
    match program.starts_with("/usr/bin") {
        true => "sudo apt remove thawline, or what your system has for it".to_owned(),
        false => format!("rm '{}'", program.display()),
    }
}
