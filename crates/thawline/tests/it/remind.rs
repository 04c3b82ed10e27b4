//! Reminders from the command line: due or not, locked or not, a timer, a calendar, and none of it
//! telling.

use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use crate::place::{PROGRAM, Place};

/// Puts times beside the record, as the program does when the person chose to be asked.
fn put_times(place: &Place, walls: &[String]) {
    std::fs::create_dir_all(place.data()).unwrap();
    let path = place.data().join("notes.times");
    std::fs::write(path, format!("notes-times 1\n{}\n", walls.join("\n"))).unwrap();
}

/// The wall clock in Berlin so many minutes from now, as GNU or BusyBox `date` tells it.
fn wall(minutes: i64) -> String {
    let seconds = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap()
        .as_secs();
    let at = i64::try_from(seconds).unwrap() + 60 * minutes;
    let mut date = Command::new("date");
    date.env("TZ", "Europe/Berlin");
    date.args(["-d", &format!("@{at}"), "+%Y-%m-%dT%H:%M"]);
    let said = date.output().unwrap();
    String::from_utf8(said.stdout).unwrap().trim().to_owned()
}

#[test]
fn without_a_choice_nothing_is_due_and_nothing_is_made() {
    let place = Place::new();
    assert_eq!(place.run(&["remind"]).done(), "no reminder lies ahead\n");
    assert!(!place.data().exists());
}

#[test]
fn what_lies_ahead_waits_and_what_is_long_past_is_let_go() {
    let place = Place::new();
    put_times(&place, &[wall(90)]);
    assert_eq!(place.run(&["remind"]).done(), "no reminder is due\n");
    put_times(&place, &[wall(-45)]);
    assert_eq!(place.run(&["remind"]).done(), "no reminder lies ahead\n");
}

#[test]
fn where_no_desktop_answers_the_call_says_so_and_tries_again_next_time() {
    let place = Place::new();
    put_times(&place, &[wall(-2)]);
    for _ in 0..2 {
        let err = place.run(&["remind"]).refused(4);
        assert!(err.contains("no desktop"), "{err}");
    }
}

/// A folder with a `systemctl` that writes down how it was called.
fn fake_systemctl(place: &Place, exit: i32) -> (String, std::path::PathBuf) {
    let bin = place.path().join("bin");
    std::fs::create_dir_all(&bin).unwrap();
    let log = place.path().join("calls.txt");
    let script = format!(
        "#!/bin/sh\necho \"$@\" >> '{}'\nexit {exit}\n",
        log.display()
    );
    let file = bin.join("systemctl");
    std::fs::write(&file, script).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
    (format!("{}:/usr/bin:/bin", bin.display()), log)
}

#[test]
fn a_timer_is_written_with_neutral_names_and_taken_away_again() {
    let place = Place::new();
    let (path, log) = fake_systemctl(&place, 0);
    let run = |words: &[&str]| -> String {
        let mut command = place.command(words);
        let said: crate::place::Said = command.env("PATH", &path).output().unwrap().into();
        said.done()
    };
    let units = place.path().join(".config/systemd/user");
    for _ in 0..2 {
        let out = run(&["remind", "--install"]);
        assert!(
            out.contains("notes-moment.timer") && out.contains("five minutes"),
            "{out}"
        );
    }
    let service = std::fs::read_to_string(units.join("notes-moment.service")).unwrap();
    let data = place.data();
    let call = format!(
        "ExecStart=\"{PROGRAM}\" remind --wait --data-dir \"{}\"\n",
        data.display()
    );
    assert!(service.contains(&call), "{service}");
    for limit in [
        "NoNewPrivileges=yes",
        "RestrictAddressFamilies=AF_UNIX",
        "UMask=0077",
    ] {
        assert!(service.contains(limit), "{limit}");
    }
    // But for the name of the program itself, nothing tells.
    for text in [
        service.replace(&call, ""),
        std::fs::read_to_string(units.join("notes-moment.timer")).unwrap(),
    ] {
        let text = text.replace(&data.display().to_string(), "").to_lowercase();
        assert!(!text.contains("thaw") && !text.contains("feel"), "{text}");
    }
    let calls = std::fs::read_to_string(&log).unwrap();
    assert!(
        calls.contains("--user enable --now notes-moment.timer"),
        "{calls}"
    );
    let out = run(&["remind", "--uninstall"]);
    assert_eq!(out.matches("removed: ").count(), 2, "{out}");
    assert_eq!(std::fs::read_dir(&units).unwrap().count(), 0);
    assert_eq!(run(&["remind", "--uninstall"]), "no timer was installed\n");
    let calls = std::fs::read_to_string(&log).unwrap();
    assert!(
        calls.contains("--user disable --now notes-moment.timer"),
        "{calls}"
    );
}

#[test]
fn who_goes_switches_off_what_was_served_from_log_in_on() {
    let place = Place::new();
    let (path, log) = fake_systemctl(&place, 0);
    let run = || -> String {
        let mut command = place.command(&["uninstall", "--keep-data"]);
        let said: crate::place::Said = command.env("PATH", &path).output().unwrap().into();
        said.done()
    };
    let wants = place
        .path()
        .join(".config/systemd/user/default.target.wants");
    std::fs::create_dir_all(&wants).unwrap();
    assert!(!run().contains("log-in"));
    let link = wants.join("notes.service");
    std::os::unix::fs::symlink("/usr/lib/systemd/user/notes.service", &link).unwrap();
    assert!(run().contains("not served from log-in on any more"));
    assert!(link.symlink_metadata().is_err());
    let calls = std::fs::read_to_string(&log).unwrap();
    assert!(
        calls.contains("--user disable --now notes.service"),
        "{calls}"
    );
}

#[test]
fn units_of_somebody_else_are_left_alone() {
    let place = Place::new();
    let (path, _) = fake_systemctl(&place, 0);
    let units = place.path().join(".config/systemd/user");
    std::fs::create_dir_all(&units).unwrap();
    let theirs = units.join("notes-moment.timer");
    std::fs::write(&theirs, "[Unit]\n").unwrap();
    for word in ["--install", "--uninstall"] {
        let mut command = place.command(&["remind", word]);
        let said: crate::place::Said = command.env("PATH", &path).output().unwrap().into();
        let err = said.refused(2);
        assert!(err.contains("written by something else"), "{err}");
    }
    assert_eq!(std::fs::read_to_string(&theirs).unwrap(), "[Unit]\n");
    assert!(!units.join("notes-moment.service").exists());
}

#[test]
fn without_systemd_nothing_is_installed_and_cron_is_named() {
    let place = Place::new();
    // None at all, and one that has no session.
    let (failing, _) = fake_systemctl(&place, 1);
    for path in ["/nowhere", &failing] {
        let mut command = place.command(&["remind", "--install"]);
        let said: crate::place::Said = command.env("PATH", path).output().unwrap().into();
        let err = said.refused(4);
        assert!(
            err.contains("nothing was installed") && err.contains("*/5 * * * *"),
            "{err}"
        );
    }
    assert!(!place.path().join(".config").exists());
}

#[test]
fn a_calendar_needs_a_choice_and_calls_that_contradict_are_refused() {
    let place = Place::new();
    let out = place.path().join("moments.ics");
    let out = out.to_str().unwrap();
    place.run(&["remind", "--ics", out]).refused(2);
    place.run(&["log", "40"]).done();
    let err = place.run(&["remind", "--ics", out]).refused(2);
    assert!(err.contains("choose reminders first"), "{err}");
    assert!(!std::path::Path::new(out).exists());
    place
        .run(&["remind", "--install", "--uninstall"])
        .refused(2);
    place.run(&["remind", "--install", "--ics", out]).refused(2);
}
