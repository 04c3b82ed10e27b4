//! Writing out, searching and forgetting. Refuses to know how, and words to look for as arguments:
//! others can read those.

use std::io::{BufRead as _, IsTerminal as _, Read as _};

use app::{ExportFormat, Forgotten, Trouble};

use super::opened;
use crate::calls::{Common, Export, Forget};
use crate::say;

pub(super) fn export(common: &Common, export: &Export) -> Result<(), Trouble> {
    let format = ExportFormat::of_word(&export.format)?;
    if export.has_choice() {
        let what = "days and parts are chosen for a document only";
        return Err(Trouble::input(
            what,
            "give --as fhir-document, or leave them out",
        ));
    }
    let mut app = opened(common)?;
    let n_bytes = match export.whole {
        true => app.export_whole_to(format, &export.out)?,
        false => app.export_to(format, &export.out)?,
    };
    let left_out = app.export_notes(format)?;
    app.lock();
    say::own(&format!(
        "{}: {n_bytes} bytes written",
        export.out.display()
    ));
    for line in left_out {
        say::own(&format!("  {line}"));
    }
    say::own("  not encrypted: whoever has this file can read it");
    if format == ExportFormat::Json && !export.whole {
        say::own("  without the safety plan and answers about safety: --whole writes them too");
    }
    Ok(())
}

/// Prints the days and some words of the notes that were found: it was asked for.
pub(super) fn search(common: &Common) -> Result<(), Trouble> {
    let mut app = opened(common)?;
    if std::io::stdin().is_terminal() {
        say::aside("", &app::said("Words to look for:"));
    }
    let mut words = String::new();
    std::io::BufReader::new(std::io::stdin().take(4096))
        .read_line(&mut words)
        .map_err(|_| Trouble::input("the words are not text in UTF-8", "type them again"))?;
    let lines = app.search_lines(&words)?;
    app.lock();
    for line in &lines {
        say::line(line);
    }
    Ok(())
}

pub(super) fn forget(common: &Common, forget: &Forget) -> Result<(), Trouble> {
    // What can not be opened can not be forgotten by somebody else either.
    let mut app = opened(common)?;
    if let (Some(from), Some(to)) = (&forget.from, &forget.to) {
        let gone = app.forget_days(from, to)?;
        app.lock();
        say::own(&format!("{} entries forgotten", gone.n_facts));
        if gone.n_said > 0 {
            say::own(&format!(
                "  {} claims that spoke of these days too",
                gone.n_said
            ));
        }
        say_backups(&gone);
        say::own(
            "  kept: the safety plan, experiments with what was told of their days, settings,",
        );
        say::own("  and words that you explained for files");
        say::own("  a night that two files told was kept once: it is gone for both");
    } else {
        let gone = app.forget_everything()?;
        say::own("everything is forgotten");
        say_backups(&gone);
    }
    say::own("  copies and exports that you keep elsewhere are not touched");
    Ok(())
}

/// What became of back-ups.
fn say_backups(gone: &Forgotten) {
    if gone.n_backups > 0 {
        let n = gone.n_backups;
        say::own(&format!(
            "  {n} back-ups that the program had made are removed"
        ));
    }
    for path in &gone.left {
        say::own(&format!(
            "  may still hold it, and was left: {}",
            path.display()
        ));
    }
}
