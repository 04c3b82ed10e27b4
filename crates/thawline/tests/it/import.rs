//! Bringing a table in: all of it or nothing, and no row twice.

use crate::place::{MAP, Place, fixtures, table};

fn record_with(place: &Place) -> (String, String) {
    (place.file("t.csv", table(20)), place.file("map.toml", MAP))
}

#[test]
fn a_second_import_of_the_same_table_brings_nothing_new() {
    let place = Place::new();
    let (csv, map) = record_with(&place);
    let call = ["import", &csv, "--map", &map];
    let first = place.run(&call).done();
    assert!(first.contains("t.csv: 60 rows read"), "{first}");
    assert!(first.contains("60 occasions, 2 dose levels"), "{first}");
    assert!(
        first.contains("62 new, 0 already here, 0 rejected"),
        "{first}"
    );
    let before = (place.n_entries(), place.answers());
    assert_eq!(before.0, 62);
    let second = place.run(&call).done();
    assert!(
        second.contains("0 new, 62 already here, 0 rejected"),
        "{second}"
    );
    // A longer table brings only the rows that it has more.
    let longer = place.file("longer.csv", table(21));
    let third = place.run(&["import", &longer, "--map", &map]).done();
    assert!(third.contains("3 new, 62 already here"), "{third}");
    assert_eq!(place.n_entries(), 65);
}

#[test]
fn a_dry_run_shows_the_ledger_and_changes_nothing() {
    let place = Place::new();
    let (csv, map) = record_with(&place);
    let call = ["import", &csv, "--map", &map, "--dry-run"];
    let dry = place.run(&call).done();
    assert!(
        dry.contains("62 would be new, 0 already here, 0 rejected"),
        "{dry}"
    );
    assert!(!place.data().exists(), "a dry run begins no record");

    place.run(&["log", "40", "--today", "2026-01-05"]).done();
    let before = (place.files(), place.answers(), place.n_entries());
    let dry = place.run(&call).done();
    assert!(
        dry.contains("62 would be new, 0 already here, 0 rejected"),
        "{dry}"
    );
    assert_eq!((place.files(), place.answers(), place.n_entries()), before);

    place.run(&call[..4]).done();
    let dry = place.run(&call).done();
    assert!(dry.contains("0 would be new, 62 already here"), "{dry}");
}

#[test]
fn of_several_files_all_are_kept_or_none() {
    let place = Place::new();
    let (csv, map) = record_with(&place);
    let bad = place.file(
        "bad.csv",
        "day,time,mood,tired,dose\n2026-03-01,09:00,9,1,\n",
    );
    let err = place.run(&["import", &csv, &bad, "--map", &map]).refused(2);
    assert!(err.contains("bad.csv, line 2"), "{err}");
    assert!(!place.data().exists());
    place.run(&["log", "40", "--today", "2026-01-05"]).done();
    place.run(&["import", &csv, &bad, "--map", &map]).refused(2);
    assert_eq!(place.n_entries(), 1);
    let good = place.file(
        "good.csv",
        "day,time,mood,tired,dose\n2026-03-01,09:00,2,1,\n",
    );
    let out = place.run(&["import", &csv, &good, "--map", &map]).done();
    assert!(
        out.contains("t.csv: 60 rows read") && out.contains("good.csv: 1 rows read"),
        "{out}"
    );
}

#[test]
fn a_suspect_of_the_map_is_taken_and_one_that_can_not_be_is_refused_with_its_line() {
    let place = Place::new();
    let (csv, _) = record_with(&place);
    let wrong = MAP.replacen("[outcome]", "[outcome]\nsuspect = true", 1);
    let wrong = place.file("wrong.toml", wrong);
    let err = place.run(&["import", &csv, "--map", &wrong]).refused(2);
    assert!(
        err.contains("line 4, outcome.suspect: only a candidate can be a suspect"),
        "{err}"
    );
    assert!(!place.data().exists());
    let named = MAP.replacen("max = 7\n[[dose]]", "max = 7\nsuspect = true\n[[dose]]", 1);
    let named = place.file("named.toml", named);
    let out = place.run(&["import", &csv, "--map", &named]).done();
    assert!(out.contains("suspect: tired"), "{out}");
    let again = place.run(&["import", &csv, "--map", &named]).done();
    assert!(!again.contains("suspect"), "{again}");
}

#[test]
fn a_record_file_comes_back_whole_and_once() {
    let place = Place::new();
    let file = fixtures("people/mara/record.json");
    let call = ["import".as_ref(), file.as_os_str()];
    let first = place.run(&call).done();
    assert!(
        first.contains(" new, 0 already here, 0 rejected"),
        "{first}"
    );
    let n = place.n_entries();
    assert!(n > 90, "{n}");
    assert!(place.run(&call).done().contains("  0 new, "));
    assert_eq!(place.n_entries(), n);
}

#[test]
fn a_table_without_a_map_is_told_what_it_lacks() {
    let place = Place::new();
    let (csv, _) = record_with(&place);
    let err = place.run(&["import", &csv]).refused(2);
    assert!(err.contains("t.csv") && err.contains("--map"), "{err}");
    let err = place.run(&["import", &csv, "--as", "pdf"]).refused(2);
    assert!(err.contains("--as table"), "{err}");
    assert!(!place.data().exists(), "nothing was begun");
}

#[test]
fn a_map_is_proposed_with_questions_and_read_back_once_they_are_answered() {
    let place = Place::new();
    let (csv, _) = record_with(&place);
    let map = place.path().join("proposed.toml");
    let map = map.to_str().unwrap();
    let printed = place.run(&["import", &csv, "--propose"]).done();
    assert!(printed.contains("column = \"?\""), "{printed}");
    let out = place
        .run(&["import", &csv, "--propose", "--map", map])
        .done();
    assert!(out.contains("answer every \"?\""), "{out}");
    assert!(!place.data().exists(), "a proposal begins no record");
    let err = place
        .run(&["import", &csv, "--propose", "--map", map])
        .refused(2);
    assert!(
        err.contains("a name that is not taken"),
        "nothing is written over: {err}"
    );
    let err = place.run(&["import", &csv, "--map", map]).refused(2);
    assert!(err.contains("nobody answered the \"?\" yet"), "{err}");
    let text = std::fs::read_to_string(map).unwrap();
    let (head, candidates) = text.split_once("[[candidate]]").unwrap();
    let mood = candidates.find("# mood:").unwrap();
    let rest = candidates
        .get(mood..)
        .unwrap()
        .split_once("column = \"mood\"\n")
        .unwrap()
        .1;
    let text = format!("{head}{rest}")
        .replace("column = \"?\"", "column = \"mood\"")
        .replace("min = \"?\", max = \"?\"", "min = 1, max = 7")
        .replace("polarity = \"?\"", "polarity = \"higher_is_more_feeling\"");
    let answered = place.file("answered.toml", text);
    let out = place.run(&["import", &csv, "--map", &answered]).done();
    assert!(
        out.contains("60 occasions") && out.contains(" 0 rejected"),
        "{out}"
    );
}
