//! Diaries of other programs: words are asked about once, a second import brings nothing, and an
//! import is taken back whole.

use std::fmt::Write as _;

use crate::place::{MAP, Place, fixtures};

const DIARY: &str = "full_date,date,weekday,time,mood,activities,note_title,note\n\
    2024-03-03,3 March,Sunday,18:52,good,walk,\"\",\"\"\n\
    2024-03-02,2 March,Saturday,9:40 pm,flat,\"walk | tea \",\"\",\"quiet day\"\n";

#[test]
fn the_words_of_a_diary_are_asked_about_once_and_the_import_is_taken_back_whole() {
    let place = Place::new();
    let csv = place.file("anything.txt", DIARY);
    let asked = place.run(&["import", &csv]).refused(2);
    assert!(asked.contains("[mood.\"flat\"]\n  numb = true"), "{asked}");
    assert!(!place.data().exists(), "a question begins no record");

    let words = "[mood.flat]\nlevel = 2\nnumb = true\n[mood.good]\nlevel = 4\nnumb = false\n";
    let words = place.file("words.toml", words);
    let dry = place
        .run(&["import", &csv, "--map", &words, "--dry-run"])
        .done();
    assert!(
        dry.contains("6 would be new, 0 already here, 0 rejected"),
        "{dry}"
    );
    let first = place.run(&["import", &csv, "--map", &words]).done();
    assert!(
        first.contains("6 new, 0 already here, 0 rejected"),
        "{first}"
    );
    // The words are known now.
    let second = place.run(&["import", &csv]).done();
    assert!(
        second.contains("0 new, 6 already here, 0 rejected"),
        "{second}"
    );
    assert!(
        place
            .run(&["import", "--list"])
            .done()
            .contains("anything.txt")
    );

    let undone = place.run(&["import", "--undo", "anything.txt"]).done();
    assert!(undone.contains("6 entries taken back"), "{undone}");
    assert_eq!(place.n_entries(), 0);
    let again = place.run(&["import", &csv]).done();
    assert!(again.contains("6 new, 0 already here"), "{again}");
}

fn fixture(name: &str) -> String {
    let path = fixtures("apps").join(name);
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_dry_run_of_a_program_tells_everything_and_changes_nothing() {
    let place = Place::new();
    place.run(&["log", "40", "--today", "2026-01-05"]).done();
    let before = (place.files(), place.n_entries());
    let file = fixture("health-auto-export.json");
    let dry = place.run(&["import", &file, "--dry-run"]).done();
    for line in [
        "14 would be new, 0 already here, 1 rejected",
        "rejected: line ",
        "not read: 2 of \"heart_rate\"",
        "not read: 1 of \"doses without an answer\"",
    ] {
        assert!(dry.contains(line), "{line} in {dry}");
    }
    assert_eq!((place.files(), place.n_entries()), before);
    let first = place.run(&["import", &file]).done();
    assert!(
        first.contains("14 new, 0 already here, 1 rejected"),
        "{first}"
    );
    let second = place.run(&["import", &file]).done();
    assert!(
        second.contains("0 new, 14 already here, 1 rejected"),
        "{second}"
    );
    assert_eq!(place.n_entries(), before.1 + 14);
}

#[test]
fn a_night_that_two_programs_tell_is_kept_once_and_comes_back_when_the_first_is_undone() {
    let place = Place::new();
    place
        .run(&["import", &fixture("health-auto-export.json")])
        .done();
    let before = place.n_entries();
    // The same night by another device: in bed a little earlier, up two minutes later.
    let other = fixture("fitbit-sleep.json");
    let joined = place.run(&["import", &other]).done();
    assert!(joined.contains("0 new, 0 already here"), "{joined}");
    assert!(joined.contains("1 nights joined"), "{joined}");
    let again = place.run(&["import", &other]).done();
    assert!(
        again.contains("0 new") && again.contains("1 nights joined"),
        "{again}"
    );
    assert_eq!(place.n_entries(), before);
    place
        .run(&["import", "--undo", "health-auto-export.json"])
        .done();
    assert_eq!(place.n_entries(), 0);
    let alone = place.run(&["import", &other]).done();
    assert!(
        alone.contains("1 new, 0 already here") && !alone.contains("joined"),
        "{alone}"
    );
    // Its own night is here already, and joined with nothing.
    let twice = place.run(&["import", &other]).done();
    assert!(
        twice.contains("0 new, 1 already here") && !twice.contains("joined"),
        "{twice}"
    );
}

#[test]
fn a_night_that_two_devices_tell_in_one_file_is_kept_once() {
    let night = |from: &str, source: &str| {
        format!(
            r#"{{"date":"2025-03-02 00:00:00 +0100","sleepStart":"2025-03-01 {from}:00 +0100",
            "sleepEnd":"2025-03-02 07:00:00 +0100","totalSleep":7,"source":"{source}"}}"#
        )
    };
    let json = format!(
        r#"{{"data":{{"metrics":[{{"name":"sleep_analysis","units":"hr","data":[{},{}]}}]}}}}"#,
        night("23:30", "Watch"),
        night("23:10", "Ring")
    );
    let place = Place::new();
    let file = place.file("two.json", json);
    let first = place.run(&["import", &file]).done();
    assert!(
        first.contains("1 new, 0 already here, 0 rejected"),
        "{first}"
    );
    assert!(first.contains("1 nights joined"), "{first}");
    let second = place.run(&["import", &file]).done();
    assert!(second.contains("0 new, 1 already here"), "{second}");
}

#[test]
fn a_table_of_many_batches_is_kept_whole_or_not_at_all() {
    let place = Place::new();
    let map = place.file("map.toml", MAP);
    let mut table = "day,time,mood,tired,dose\n".to_owned();
    for row in 0..12_000 {
        let (day, minute) = (row / 400, row % 400);
        let (hour, minute) = (8 + minute / 60, minute % 60);
        let _ = writeln!(
            table,
            "2026-01-{:02},{hour:02}:{minute:02},{},1,",
            day + 1,
            row % 7 + 1
        );
    }
    let bad = place.file("bad.csv", format!("{table}2026-02-01,09:00,99,1,\n"));
    place.run(&["log", "40", "--today", "2026-01-05"]).done();
    let err = place.run(&["import", &bad, "--map", &map]).refused(2);
    assert!(err.contains("bad.csv, line 12002"), "{err}");
    assert_eq!(place.n_entries(), 1, "two full batches were taken back");
    let good = place.file("good.csv", table);
    let out = place.run(&["import", &good, "--map", &map]).done();
    assert!(
        out.contains("12000 new, 0 already here, 0 rejected"),
        "{out}"
    );
    let dry = place
        .run(&["import", &good, "--map", &map, "--dry-run"])
        .done();
    assert!(dry.contains("0 would be new, 12000 already here"), "{dry}");
    assert_eq!(place.n_entries(), 12_001);
}

#[test]
fn each_program_is_looked_at_kept_once_and_taken_back_whole() {
    let place = Place::new();
    place.run(&["log", "40", "--today", "2026-01-05"]).done();
    let entries = std::fs::read(fixture("emoods-entries.csv")).unwrap();
    let emoods = crate::hostile_apps::packed::zip(&[("entry.csv", &entries)]);
    for (file, n, n_rejected) in [
        (place.file("march.emoods", emoods), 2, 0),
        (fixture("exist-attributes.json"), 5, 0),
        (fixture("nomie.json"), 8, 4),
        (fixture("pixels.json"), 9, 3),
        (fixture("sleep-as-android.csv"), 7, 3),
    ] {
        let before = (place.files(), place.n_entries());
        let call = ["import", file.as_str(), "--as-proposed", "--dry-run"];
        let dry = place.run(&call).done();
        let wanted = format!("{n} would be new, 0 already here, {n_rejected} rejected");
        assert!(dry.contains(&wanted), "{wanted} in {dry}");
        assert_eq!((place.files(), place.n_entries()), before, "{file}");
        let first = place.run(&["import", &file, "--as-proposed"]).done();
        let wanted = format!("{n} new, 0 already here, {n_rejected} rejected");
        assert!(first.contains(&wanted), "{wanted} in {first}");
        // What the words mean is known now.
        let second = place.run(&["import", &file]).done();
        let wanted = format!("0 new, {n} already here, {n_rejected} rejected");
        assert!(second.contains(&wanted), "{wanted} in {second}");
        let name = file.rsplit('/').next().unwrap();
        let undone = place.run(&["import", "--undo", name]).done();
        let wanted = format!("{n} entries taken back");
        assert!(undone.contains(&wanted), "{wanted} in {undone}");
        assert_eq!(place.n_entries(), 1, "{file}");
    }
}

#[test]
fn a_tracker_that_may_say_numb_is_asked_about_and_no_other() {
    let place = Place::new();
    let asked = place.run(&["import", &fixture("nomie.json")]).refused(2);
    for word in ["numb", "numb_scale"] {
        let question = format!("[mood.\"{word}\"]\n  numb = true");
        assert!(asked.contains(&question), "{question} in {asked}");
    }
    assert!(!asked.contains("coffee"), "{asked}");
    assert!(!place.data().exists(), "a question begins no record");
}
