//! Words and exit codes: 0 done, 2 the call is wrong, 3 locked, 4 the device.

use crate::place::{Place, Said};

#[test]
fn help_and_version_are_no_errors() {
    let place = Place::new();
    let help = place.run(&["--help"]).done();
    for command in [
        "serve",
        "demo",
        "log",
        "import",
        "answers",
        "analyse",
        "calibrate",
        "backup",
        "restore",
        "salvage",
        "sheet",
        "passphrase",
        "remind",
        "doctor",
        "help-now",
        "uninstall",
        "completions",
    ] {
        assert!(help.contains(command), "{command}");
        let own = place.run(&[command, "--help"]).done();
        assert!(own.contains("--data-dir"), "{command}: {own}");
    }
    let version = place.run(&["--version"]).done();
    assert_eq!(
        version.trim(),
        format!("thawline {}", env!("CARGO_PKG_VERSION"))
    );
    assert!(!place.data().exists());
}

#[test]
fn a_call_that_makes_no_sense_is_refused_and_begins_nothing() {
    let place = Place::new();
    let calls: [&[&str]; 14] = [
        &["frobnicate"],
        &["log", "--frob"],
        &["log"],
        &["log", "abc"],
        &["log", "101"],
        &["log", "-1"],
        &["log", "NaN"],
        &["log", "inf"],
        &["log", "1e400"],
        &["log", "40", "--item", "tension"],
        &["log", "40", "--item", "tension=high"],
        &["log", "40", "--item", "tension=101"],
        &["log", "40", "--item", "feeling_strength=50"],
        &["log", "40", "--today", "2026-02-30"],
    ];
    for call in calls {
        place.run(call).refused(2);
        assert!(!place.data().exists(), "{call:?} began a record");
    }
}

#[test]
fn an_unknown_item_is_answered_with_the_list_of_items() {
    let place = Place::new();
    let err = place.run(&["log", "--item", "nmubness=3"]).refused(2);
    for item in [
        "nmubness",
        "feeling_strength",
        "tension",
        "world_apart",
        "flicker",
    ] {
        assert!(err.contains(item), "{err}");
    }
}

#[test]
fn a_check_in_is_kept_with_items_and_a_note_from_standard_input() {
    let place = Place::new();
    let call = [
        "log",
        "62",
        "--item",
        "tension=40",
        "--item",
        "flicker=2",
        "--note",
        "-",
    ];
    let said = place.run_with_input(&call, "Rain.\nAnd then sun.\n");
    assert_eq!(said.out, "kept\n");
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(place.n_entries(), 2, "one check-in and one note");
    assert_eq!(place.answers()["record"]["n_occasions"], 1);
    // A note alone is kept without a check-in, also during the pause.
    place
        .run_with_input(&["log", "--note", "-"], "More words.")
        .done();
    assert_eq!(place.n_entries(), 3);
    place
        .run_with_input(&["log", "--note", "-"], "  \n")
        .refused(2);
    assert_eq!(place.n_entries(), 3);
}

#[test]
fn a_second_check_in_within_the_hour_is_refused_and_says_when() {
    let place = Place::new();
    let on = |value: &str, day: &str| place.run(&["log", value, "--today", day]);
    on("10", "2026-03-01").done();
    let err = on("20", "2026-03-01").refused(2);
    assert!(err.contains("The next time is open from "), "{err}");
    assert!(!err.contains("note"), "{err}");
    // What was written beside it is not lost without a word.
    let call = ["log", "20", "--note", "-", "--today", "2026-03-01"];
    let err = place.run_with_input(&call, "Rain.").refused(2);
    assert!(err.contains("The note was not kept either"), "{err}");
    assert_eq!(place.n_entries(), 1);
    on("20", "2026-03-02").done();
    assert_eq!(place.n_entries(), 2);
}

#[test]
fn answers_without_a_record_are_refused() {
    let place = Place::new();
    for call in [&["answers"][..], &["answers", "--json"]] {
        let err = place.run(call).refused(2);
        assert!(err.contains("no record here yet"), "{err}");
    }
    assert!(!place.data().exists());
    let doctor = place.run(&["doctor"]).done();
    assert!(doctor.contains("there is no record here yet"), "{doctor}");
    assert!(!place.data().exists());
}

#[test]
fn a_wrong_passphrase_is_told_with_code_three_and_destroys_nothing() {
    let place = Place::new();
    let right = place.file("right", "four short words here\nsecond line\n");
    let wrong = place.file("wrong", "four short words her\n");
    let with = |file: &str, words: &[&str]| -> Said {
        place.run(&[words, &["--passphrase-file", file][..]].concat())
    };
    with(&right, &["log", "40", "--today", "2026-03-01"]).done();
    let before = place.files();
    for call in [&["answers"][..], &["log", "50"], &["doctor"]] {
        let err = with(&wrong, call).refused_by_passphrase();
        assert!(err.contains("nothing is ever erased by trying"), "{err}");
    }
    let err = place.run(&["answers"]).refused(3);
    assert!(err.contains("--passphrase-file"), "{err}");
    let err = with("/nowhere/file", &["answers"]).refused(3);
    assert!(err.contains("/nowhere/file"), "{err}");
    assert!(place.files() == before, "trying changed a file");
    let out = with(&right, &["doctor"]).done();
    assert!(out.contains("the record holds 1 entries"), "{out}");
}

impl Said {
    fn refused_by_passphrase(self) -> String {
        assert_eq!(self.code, 3, "{self:?}");
        self.err
    }
}
