//! When to ask: kept in the record, and the next times beside it for a record that is locked.

use std::os::unix::fs::PermissionsExt as _;

use record::{ClockSpan, DayStart, LocalDay, PromptMode, Schedule, Zone};
use store::{Folder, KeptSchedule, WaitingPrompt};

use crate::place::{Place, at};

fn kept(mode: PromptMode, has_quiet: bool) -> KeptSchedule {
    let span = |from, to| ClockSpan::parse(from, to).unwrap();
    let windows = [span("09:00", "11:00"), span("18:00", "20:00")];
    let quiet = has_quiet.then(|| span("21:00", "08:00"));
    KeptSchedule {
        schedule: Schedule::new(windows, quiet, mode, u64::MAX - 3, DayStart::default()).unwrap(),
        since: 1_770_000_000,
        seen_until: 1_770_000_100,
    }
}

#[test]
fn each_way_of_being_asked_reads_back_and_none_is_none() {
    let place = Place::new();
    let mut store = place.store();
    assert_eq!(store.schedule().unwrap(), None);
    let from = LocalDay::parse("2026-03-02").unwrap();
    for mode in [
        PromptMode::Usual,
        PromptMode::Burst { from },
        PromptMode::Quiet,
        PromptMode::Weekly { weekday: 7 },
    ] {
        for has_quiet in [true, false] {
            let kept = kept(mode, has_quiet);
            store.save_schedule(Some(&kept)).unwrap();
            assert_eq!(store.schedule().unwrap(), Some(kept));
        }
    }
    store.lock().unwrap();
    let mut store = place.open();
    assert!(store.schedule().unwrap().is_some());
    store.save_schedule(None).unwrap();
    assert_eq!(store.schedule().unwrap(), None);
}

fn waiting(wall: &str) -> WaitingPrompt {
    WaitingPrompt {
        wall: wall.to_owned(),
        sent_at: None,
    }
}

#[test]
fn times_lie_beside_the_record_for_this_user_alone_and_say_nothing_else() {
    let place = Place::new();
    let store = place.store();
    let folder = place.folder();
    let path = place.path().join("data/notes.times");
    assert!(folder.times().unwrap().is_empty());
    assert!(!path.exists(), "nothing is made by looking");
    let there = vec![
        WaitingPrompt {
            sent_at: Some(at(60)),
            ..waiting("2026-02-02T12:00")
        },
        waiting("2026-02-02T18:21"),
    ];
    folder
        .change_times(|times| times.clone_from(&there))
        .unwrap();
    drop(store);
    assert_eq!(folder.times().unwrap(), there, "also while it is locked");
    let mode = std::fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let text = std::fs::read_to_string(&path).unwrap();
    let expected = format!(
        "notes-times 1\n2026-02-02T12:00 {} Europe/Amsterdam\n2026-02-02T18:21\n",
        at(60).unix_seconds()
    );
    assert_eq!(text, expected);
    folder.change_times(Vec::clear).unwrap();
    assert!(!path.exists());
}

#[test]
fn a_file_of_somebody_else_holds_no_times_and_many_are_cut() {
    let place = Place::new();
    let _store = place.store();
    let folder = place.folder();
    let path = place.path().join("data/notes.times");
    for text in [
        "",
        "hello\n2026-02-02T12:00\n",
        "notes-times 2\n2026-02-02T12:00\n",
    ] {
        std::fs::write(&path, text).unwrap();
        assert!(folder.times().unwrap().is_empty(), "{text}");
    }
    let odd = "notes-times 1\n2026-02-30T12:00\nnoon\n2026-02-02T12:00 x UTC\n2026-02-02T13:00\n";
    std::fs::write(&path, odd).unwrap();
    assert_eq!(folder.times().unwrap(), [waiting("2026-02-02T13:00")]);
    let many: Vec<_> = (10..20)
        .map(|n| waiting(&format!("2026-02-{n}T12:00")))
        .collect();
    folder.change_times(|times| *times = many).unwrap();
    assert_eq!(folder.times().unwrap().len(), Folder::TIMES_MAX);
}

#[test]
fn a_time_on_the_wall_follows_the_traveler_until_it_was_shown() {
    let mut prompt = waiting("2026-02-02T12:00");
    let there = |prompt: &WaitingPrompt, zone| {
        let due = prompt.due_at(&Zone::new(zone).unwrap()).unwrap();
        due.unix_seconds()
    };
    assert_ne!(
        there(&prompt, "Asia/Tokyo"),
        there(&prompt, "Europe/Amsterdam")
    );
    prompt.sent_at = Some(at(0));
    assert_eq!(
        there(&prompt, "Asia/Tokyo"),
        there(&prompt, "Europe/Amsterdam")
    );
}

#[test]
fn what_is_erased_leaves_no_times_behind() {
    let place = Place::new();
    let store = place.store();
    place
        .folder()
        .change_times(|times| times.push(waiting("2026-02-02T12:00")))
        .unwrap();
    store.lock().unwrap();
    place.folder().erase().unwrap();
    assert!(!place.path().join("data/notes.times").exists());
}
