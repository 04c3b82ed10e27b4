//! A service and a timer of the person's own systemd. Refuses names that tell what they are for, and
//! to write over what is not ours.

use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use app::{Trouble, TroubleKind};

use super::on_path;
use crate::say;

const SERVICE: &str = "notes-moment.service";
const TIMER: &str = "notes-moment.timer";
/// The service of the package, which shows the pages from log-in on.
const PAGES: &str = "notes.service";
/// First line of what we write.
const MARK: &str = "# Written by `remind --install`, taken away by `remind --uninstall`.";

/// Writes both, and lets systemd begin.
pub(super) fn install(data: &Path) -> Result<(), Trouble> {
    let program = std::env::current_exe().map_err(|error| device(&error.to_string()))?;
    let call = format!(
        "{} remind --wait --data-dir {}",
        quoted(&program)?,
        quoted(data)?
    );
    if !has_systemd() {
        return Err(without_systemd(&program, data));
    }
    let folder = units()?;
    for name in [SERVICE, TIMER] {
        check_ours(&folder.join(name))?;
    }
    let made = std::fs::create_dir_all(&folder);
    made.map_err(|error| device(&format!("{}: {error}", folder.display())))?;
    write(&folder.join(SERVICE), &service(&call, data)?)?;
    write(&folder.join(TIMER), &timer())?;
    systemctl(&["daemon-reload"])?;
    systemctl(&["enable", "--now", TIMER])?;
    say::own(&format!("written: {}", folder.join(SERVICE).display()));
    say::own(&format!("written: {}", folder.join(TIMER).display()));
    say::own("every five minutes it is looked whether a reminder is due");
    say::own("  when reminders come is chosen on the page 'How often'");
    say::own("  'thawline remind --uninstall' takes both away");
    Ok(())
}

/// Ends the timer, and takes both away.
pub(super) fn uninstall() -> Result<(), Trouble> {
    let folder = units()?;
    let files = [TIMER, SERVICE].map(|name| folder.join(name));
    if !files.iter().any(|file| file.exists()) {
        say::own("no timer was installed");
        return Ok(());
    }
    for file in &files {
        check_ours(file)?;
    }
    let has_systemd = has_systemd();
    if has_systemd {
        systemctl(&["disable", "--now", TIMER])?;
    }
    for file in files.iter().filter(|file| file.exists()) {
        std::fs::remove_file(file)
            .map_err(|error| device(&format!("{}: {error}", file.display())))?;
        say::own(&format!("removed: {}", file.display()));
    }
    if has_systemd {
        systemctl(&["daemon-reload"])?;
    }
    Ok(())
}

/// Ends the service of the package, where the person had switched it on. Its file is the package's.
pub(super) fn end_at_log_in() -> Result<(), Trouble> {
    let link = units()?.join("default.target.wants").join(PAGES);
    if link.symlink_metadata().is_err() {
        return Ok(());
    }
    if has_systemd() {
        systemctl(&["disable", "--now", PAGES])?;
    }
    // Where systemd does not run just now, or is another one, the next log-in would find it.
    if link.symlink_metadata().is_ok() {
        std::fs::remove_file(&link)
            .map_err(|error| device(&format!("{}: {error}", link.display())))?;
    }
    say::own("the pages are not served from log-in on any more");
    Ok(())
}

/// What user units can hold without privileges; more would keep the unit from starting on many
/// computers.
fn service(call: &str, data: &Path) -> Result<String, Trouble> {
    // Without the folder of the record there is nothing to remind of.
    let data = path_text(data)?.replace('%', "%%");
    Ok(format!(
        "{MARK}
[Unit]
Description=Notes
ConditionPathExists={data}

[Service]
Type=oneshot
ExecStart={call}
TimeoutStartSec=15min
SyslogIdentifier=notes
StandardOutput=null
StandardError=null
UMask=0077
NoNewPrivileges=yes
RestrictAddressFamilies=AF_UNIX
SystemCallArchitectures=native
SystemCallFilter=@system-service
MemoryDenyWriteExecute=yes
LockPersonality=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
"
    ))
}

fn timer() -> String {
    format!(
        "{MARK}
[Unit]
Description=Notes

[Timer]
OnCalendar=*:0/5
AccuracySec=30s

[Install]
WantedBy=timers.target
"
    )
}

/// Where the person's own units lie.
fn units() -> Result<PathBuf, Trouble> {
    let set = |name| {
        let value = std::env::var_os(name).filter(|value| !value.is_empty());
        value.map(PathBuf::from).filter(|path| path.is_absolute())
    };
    let config = set("XDG_CONFIG_HOME").or_else(|| set("HOME").map(|home| home.join(".config")));
    let config = config.ok_or_else(|| device("there is no home folder"))?;
    Ok(config.join("systemd/user"))
}

fn has_systemd() -> bool {
    let session = ["show-environment"];
    on_path("systemctl").is_some() && systemctl(&session).is_ok()
}

fn systemctl(words: &[&str]) -> Result<(), Trouble> {
    let mut call = Command::new("systemctl");
    call.arg("--user").args(words).stdin(Stdio::null());
    let done = call.output().map_err(|error| device(&error.to_string()))?;
    if done.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&done.stderr);
    let what = format!("systemctl --user {}: {}", words.join(" "), said.trim());
    Err(device(&what))
}

fn without_systemd(program: &Path, data: &Path) -> Trouble {
    let hint = format!(
        "while the program runs, it reminds by itself\n\
         elsewhere, let cron look: */5 * * * * '{}' remind --data-dir '{}'",
        program.display(),
        data.display()
    );
    let what = "no systemd of your own runs here, so nothing was installed";
    Trouble::new(TroubleKind::Device, what, hint)
}

fn check_ours(file: &Path) -> Result<(), Trouble> {
    match std::fs::read_to_string(file) {
        Ok(text) if !text.starts_with(MARK) => Err(Trouble::input(
            format!("{} was written by something else", file.display()),
            "move it away first; nothing was changed",
        )),
        _ => Ok(()),
    }
}

fn write(file: &Path, text: &str) -> Result<(), Trouble> {
    let failed = |error| device(&format!("{}: {error}", file.display()));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(0o600);
    let mut opened = options.open(file).map_err(failed)?;
    opened.write_all(text.as_bytes()).map_err(failed)
}

/// A word of a call as unit files have it (systemd.syntax, "Quoting").
fn quoted(path: &Path) -> Result<String, Trouble> {
    let mut word = String::from("\"");
    for c in path_text(path)?.chars() {
        match c {
            '"' | '\\' => word.extend(['\\', c]),
            '%' | '$' => word.extend([c, c]),
            c => word.push(c),
        }
    }
    word.push('"');
    Ok(word)
}

fn path_text(path: &Path) -> Result<&str, Trouble> {
    let text = path
        .to_str()
        .filter(|text| !text.contains(char::is_control));
    text.ok_or_else(|| {
        Trouble::input(
            "the name of the folder can not stand in a unit file",
            "give a --data-dir without control characters",
        )
    })
}

fn device(what: &str) -> Trouble {
    Trouble::new(
        TroubleKind::Device,
        what,
        "look at it, then run the same call again",
    )
}
