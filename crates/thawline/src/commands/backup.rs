//! Back-ups, the recovery sheet and another passphrase. Refuses to know how.

use std::path::{Path, PathBuf};

use app::{BackupFrom, BackupMade, Every, RestoreRequest, SalvageRequest, Trouble};

use super::{app_of, opened};
use crate::calls::{Backup, Common, Passphrase, Restore, Salvage, Sheet};
use crate::{passphrase as words, say};

pub(super) fn make(common: &Common, options: &Backup) -> Result<(), Trouble> {
    let every = options.every.as_deref().map(Every::of_word).transpose()?;
    let file = options.file.as_ref().or(options.out.as_ref());
    let mut app = opened(common)?;
    match (every, &options.to, file) {
        (Some(None), _, _) => {
            app.stop_schedule()?;
            say::own("from now on no back-up is made by itself; those that were made stay");
        }
        (Some(Some(every)), Some(folder), _) => {
            app.schedule_backups(every, folder, options.keep)?;
            say::own(&format!(
                "a back-up was made, and one is made every {} in {} while the pages are open",
                every.word(),
                folder.display()
            ));
        }
        (None, Some(folder), _) => say_made(&app.back_up_into(folder)?),
        (None, None, Some(file)) => say_made(&app.back_up_to(file)?),
        _ => {
            return Err(Trouble::input(
                "nobody said where the back-up goes",
                "give a FILE that is not there yet, or --to FOLDER",
            ));
        }
    }
    app.lock();
    Ok(())
}

fn say_made(made: &BackupMade) {
    let (path, n_facts, n_bytes) = (made.path.display(), made.n_facts, made.n_bytes);
    say::own(&format!(
        "{path}: {n_facts} entries, {n_bytes} bytes, read back whole"
    ));
    if made.needs_sheet {
        say::own("  without a passphrase only the recovery sheet opens it on another computer:");
        say::own("  print it with 'thawline sheet', then type it back with --confirm-file");
    }
}

pub(super) fn restore(common: &Common, options: &Restore) -> Result<(), Trouble> {
    let mut app = app_of(common)?;
    let sheet = options
        .sheet_file
        .as_deref()
        .map(words::sheet)
        .transpose()?;
    let is_given = sheet.is_some() || common.passphrase_file.is_some();
    let own = match sheet {
        Some(_) => None,
        None if !is_given && app.opens_by_itself(&options.file) => None,
        None => words::ask(common.passphrase_file.as_deref())?,
    };
    let new = first_line(options.new_passphrase_file.as_ref())?;
    // With the sheet, the passphrase of the call is the one from now on.
    let new = match (&sheet, new) {
        (Some(_), None) => first_line(common.passphrase_file.as_ref())?,
        (_, new) => new,
    };
    let restored = app.restore(&RestoreRequest {
        file: BackupFrom::Disk(&options.file),
        sheet: sheet.as_deref(),
        passphrase: own.as_deref(),
        new_passphrase: new.as_deref(),
        replaces: options.replace,
    })?;
    app.lock();
    say::own(&format!("{} entries are back", restored.n_facts));
    if let Some(aside) = restored.aside {
        say::own(&format!(
            "  the record that was here before: {}",
            aside.display()
        ));
    }
    if let Some(warning) = restored.opens.warning() {
        say::own(&format!("  {warning}"));
    }
    Ok(())
}

pub(super) fn salvage(common: &Common, options: &Salvage) -> Result<(), Trouble> {
    let mut app = app_of(common)?;
    let sheet = (options.sheet_file.as_deref())
        .map(words::sheet)
        .transpose()?;
    let file = common.passphrase_file.as_deref();
    let own = match app.needs_passphrase() || file.is_some() {
        true => words::ask(file)?,
        false => None,
    };
    let lines = app.salvage(&SalvageRequest {
        to: &options.to,
        backup: options.backup.as_deref(),
        sheet: sheet.as_deref(),
        passphrase: own.as_deref(),
    })?;
    for line in lines {
        say::own(&line);
    }
    Ok(())
}

fn first_line(file: Option<&PathBuf>) -> Result<Option<String>, Trouble> {
    file.map(|file| words::from_file(file)).transpose()
}

pub(super) fn sheet(common: &Common, options: &Sheet) -> Result<(), Trouble> {
    let mut app = opened(common)?;
    if let Some(file) = &options.confirm_file {
        app.confirm_sheet(&words::sheet(file)?)?;
        app.lock();
        say::own("the sheet is right");
        return Ok(());
    }
    if options.new {
        app.renew_sheet()?;
    }
    let sheet = app.recovery_sheet()?;
    app.lock();
    say::line(&format!(
        "{}  {}",
        app::text("recovery-heading"),
        sheet.date
    ));
    say::line("");
    say::line(&sheet.head);
    for row in sheet.groups.chunks(5) {
        say::line(&format!("  {}", row.join("  ")));
    }
    say::line("");
    for (number, step) in (1..).zip(&sheet.steps) {
        say::line(&format!("{number}. {step}"));
    }
    Ok(())
}

pub(super) fn passphrase(common: &Common, options: &Passphrase) -> Result<(), Trouble> {
    let new = |file: Option<&Path>| match file {
        Some(file) => words::from_file(file).map(|words| (words.clone(), words)),
        None => words::ask_new(),
    };
    if let Some(file) = &options.sheet_file {
        let mut app = app_of(common)?;
        let typed = words::sheet(file)?;
        let (first, again) = new(options.new_file.as_deref())?;
        app.recover(&typed, &first, &again)?;
        app.lock();
        say::own("the record opens with the new passphrase");
        return Ok(());
    }
    let mut app = app_of(common)?;
    let old = match app.needs_passphrase() {
        true => words::ask(common.passphrase_file.as_deref())?,
        false => None,
    };
    app.unlock(old.as_deref())?;
    if options.none {
        app.drop_passphrase(old.as_deref())?;
        say::own("the record opens without a passphrase on this computer");
    } else {
        let (first, again) = new(options.new_file.as_deref())?;
        app.change_passphrase(old.as_deref(), &first, &again)?;
        say::own("the record opens with the new passphrase");
    }
    say::own("  back-ups made before open with the old one, or with the recovery sheet");
    app.lock();
    Ok(())
}
