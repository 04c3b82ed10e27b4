//! Reminders from the command line, and a timer of the system that calls them. Refuses to open the
//! record for it: a locked one can remind as well.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use app::{Asked, Reminded, Reminder, Settings, Trouble};

use super::{clock_of, opened};
use crate::calls::{Common, Remind};
use crate::{folder, say};

mod timer;

/// How long a line can be pressed.
const PRESSED_WITHIN: Duration = Duration::from_secs(600);
/// How often the running program looks.
const LOOK_EVERY: Duration = Duration::from_secs(20);

/// Does what the call asks for.
pub(super) fn run(common: &Common, options: &Remind) -> Result<(), Trouble> {
    let place = folder::of(common.data_dir.clone())?;
    if options.install {
        return timer::install(&std::path::absolute(&place).unwrap_or(place));
    }
    if options.uninstall {
        return uninstall();
    }
    if let Some(out) = &options.ics {
        return calendar(common, out);
    }
    match reminder(common)?.remind(options.wait)? {
        Reminded::NothingAhead => say::own("no reminder lies ahead"),
        Reminded::NotYet => say::own("no reminder is due"),
        Reminded::Shown(asked) => {
            say::own("shown");
            if options.wait && asked.is_pressed(PRESSED_WITHIN) {
                open_pages(&place);
            }
        }
    }
    Ok(())
}

fn calendar(common: &Common, out: &Path) -> Result<(), Trouble> {
    let mut app = opened(common)?;
    let n_times = app.calendar_to(out)?;
    app.lock();
    say::own(&format!("{}: {n_times} times written", out.display()));
    say::own("  who sees that calendar can read when; it says nothing else");
    Ok(())
}

fn reminder(common: &Common) -> Result<Reminder, Trouble> {
    Ok(Reminder::new(Settings {
        folder: folder::of(common.data_dir.clone())?,
        clock: clock_of(common)?,
    }))
}

/// Takes the timer away, where there is one.
pub(super) fn uninstall() -> Result<(), Trouble> {
    timer::uninstall()
}

/// Switches the pages off that a person had served from log-in on.
pub(super) fn end_at_log_in() -> Result<(), Trouble> {
    timer::end_at_log_in()
}

/// Reminds as long as the program runs. With `leads_to_pages`, pressing a line opens them.
pub(super) fn meanwhile(common: &Common, leads_to_pages: bool) -> Result<(), Trouble> {
    let reminder = reminder(common)?;
    let place = folder::of(common.data_dir.clone())?;
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(LOOK_EVERY);
            // Without a desktop, and on a disk that refuses, nothing is shown; the pages go on.
            if let Ok(Reminded::Shown(asked)) = reminder.remind(leads_to_pages)
                && leads_to_pages
            {
                open_when_pressed(asked, &place);
            }
        }
    });
    Ok(())
}

fn open_when_pressed(asked: Asked, place: &Path) {
    if asked.is_pressed(PRESSED_WITHIN) {
        open_pages(place);
    }
}

/// Starts the program once more: where it runs already, that shows its window.
fn open_pages(place: &Path) {
    let Ok(program) = std::env::current_exe() else {
        return;
    };
    let mut start = outside_of_limits().unwrap_or_else(|| Command::new(&program));
    if start.get_program() != program.as_os_str() {
        start.arg(&program);
    }
    start.arg("--data-dir").arg(place);
    start.stdin(Stdio::null()).stdout(Stdio::null());
    start.stderr(Stdio::null());
    if let Ok(mut child) = start.spawn() {
        // Waited for, so that nothing of it is left over.
        std::thread::spawn(move || child.wait());
    }
}

/// A call that starts something outside of the limits of the service that this runs in; `None`
/// where it runs in none.
fn outside_of_limits() -> Option<Command> {
    std::env::var_os("INVOCATION_ID")?;
    let mut call = Command::new("systemd-run");
    call.args([
        "--user",
        "--collect",
        "--quiet",
        "--description=Notes",
        "--",
    ]);
    Some(call)
}

/// A program of this name on the search path.
fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let mut all = std::env::split_paths(&path).map(|folder| folder.join(name));
    all.find(|file| file.is_file())
}
