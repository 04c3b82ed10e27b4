//! The pages: one's own, or those of a simulated person.

use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use app::{App, Trouble, TroubleKind};
use web::{ServeError, ServeOptions, Served};

use super::{app_of, clock_of};
use crate::calls::{Common, Serve};
use crate::{folder, language, passphrase, say};

/// A simulated life of five months; see fixtures/people.
const EXAMPLE: &[u8] = include_bytes!("../../../../fixtures/people/ilse/record.json");

/// Serves the person's own record.
pub fn own(common: &Common, options: &Serve) -> Result<(), Trouble> {
    memory::share_heap();
    let mut app = app_of(common)?;
    let folder = folder::of(common.data_dir.clone())?;
    if let Err(trouble) = app.claim(options.port) {
        // Started a second time: show the window of the first, unless a port was asked for.
        // Where the disk refused, nobody said that another one runs: its address may be an old one.
        let link = if options.port == 0 && trouble.kind == TroubleKind::Input {
            app.link_of_running()?
        } else {
            None
        };
        return link.map_or(Err(trouble), |link| {
            show(&folder, &link, options.no_open);
            Ok(())
        });
    }
    // Where the disk does not show what is there, the pages could only say that it is locked, which it is not.
    let opens_alone = app.opens_alone()?;
    let file = common.passphrase_file.as_deref();
    if opens_alone || (!app.is_new() && file.is_some()) {
        let passphrase = file.map(passphrase::from_file).transpose()?;
        app.unlock(passphrase.as_deref())?;
    }
    super::remind::meanwhile(common, !options.no_open)?;
    serve(app, options, &folder)
}

/// Serves a simulated person from a place that is gone afterwards.
pub fn demo(common: &Common, options: &Serve) -> Result<(), Trouble> {
    memory::share_heap();
    let place = tempfile::tempdir().map_err(|error| {
        let what = format!("no throw-away place could be made: {error}");
        Trouble::new(
            TroubleKind::Device,
            what,
            "make room in the folder for temporary files",
        )
    })?;
    let app = App::example(place.path().join("example"), clock_of(common)?, EXAMPLE)?;
    language::of_app(&app, common.language.as_deref())?;
    serve(app, options, place.path())
}

fn serve(app: App, options: &Serve, folder: &Path) -> Result<(), Trouble> {
    let ready = |served: &Served| show(folder, &served.link, options.no_open);
    web::serve(app, &ServeOptions { port: options.port }, ready).map_err(|error| {
        let hint = match &error {
            ServeError::Port { .. } => "give another --port, or leave it out",
            ServeError::Stopped(_) => "start again; nothing that was kept is lost",
        };
        Trouble::new(TroubleKind::Device, error.to_string(), hint)
    })
}

/// Opens the browser, or prints the link. Gives a file to be removed later.
fn show(folder: &Path, link: &str, no_open: bool) -> Option<PathBuf> {
    if no_open {
        say::line(link);
        return None;
    }
    let opened = open_browser(folder, link);
    if opened.is_none() {
        say::own("Open this link in your browser. It works once, for one minute:");
        say::line(link);
    } else {
        say::own("Your browser opens now. Stop with Ctrl-C.");
    }
    opened
}

/// Opens the browser on a private file that leads to the link, so that the link stands in no
/// process list. Gives the file, to be removed later; `None` when no browser could be opened.
fn open_browser(folder: &Path, link: &str) -> Option<PathBuf> {
    let file = folder.join("open.html");
    let _ = std::fs::remove_file(&file);
    std::fs::create_dir_all(folder).ok()?;
    let page = format!(
        "<!doctype html><meta charset=utf-8><title>Notes</title>\
         <meta name=referrer content=no-referrer><meta http-equiv=refresh content=\"0;url={link}\">"
    );
    let mut opened = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&file)
        .ok()?;
    opened.write_all(page.as_bytes()).ok()?;
    if open::that_detached(&file).is_err() {
        let _ = std::fs::remove_file(&file);
        return None;
    }
    Some(file)
}
