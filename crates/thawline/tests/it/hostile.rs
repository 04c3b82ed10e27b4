//! Files that are broken, huge or something else: each is refused whole, with its line and what to
//! do, and the record is byte for byte as it was.

use std::path::Path;
use std::time::Instant;

use crate::place::{MAP, Place, date, fixtures, table};

/// A record with something in it, closed.
fn filled() -> Place {
    let place = Place::new();
    let (csv, map) = (place.file("t.csv", table(10)), place.file("map.toml", MAP));
    place.run(&["import", &csv, "--map", &map]).done();
    place
}

/// The call is refused with code 2, says something to do, and changes no byte of the record.
fn refuse(place: &Place, file: &str, map: &str) -> String {
    let before = place.files();
    let err = place.run(&["import", file, "--map", map]).refused(2);
    assert!(place.files() == before, "{file} changed the record");
    err
}

fn name(path: &str) -> &str {
    Path::new(path).file_name().unwrap().to_str().unwrap()
}

#[test]
fn every_hostile_table_is_refused_with_its_line_and_leaves_the_record_alone() {
    let place = filled();
    let before = (place.answers(), place.n_entries());
    let folder = fixtures("hostile");
    let map = folder.join("map.toml").to_str().unwrap().to_owned();
    let expected = std::fs::read_to_string(folder.join("expected.toml")).unwrap();
    let mut n = 0;
    for case in expected.split("[[case]]").skip(1) {
        let value = |key: &str, quote: &str| {
            let (_, rest) = case.split_once(&format!("{key} = {quote}"))?;
            rest.split_once(quote).map(|(value, _)| value)
        };
        let file = value("file", "\"").unwrap();
        let path = folder.join(file).to_str().unwrap().to_owned();
        n += 1;
        if value("is", "\"") == Some("read") {
            let out = place
                .run(&["import", &path, "--map", &map, "--dry-run"])
                .done();
            assert!(out.contains("3 occasions"), "{file}: {out}");
            continue;
        }
        let started = Instant::now();
        let err = refuse(&place, &path, &map);
        assert!(started.elapsed().as_secs_f64() < 2.0, "{file}");
        assert!(err.contains(value("says", "'''").unwrap()), "{file}: {err}");
        assert!(err.contains(file), "{file}: {err}");
    }
    assert!(n >= 39, "{n}");
    assert_eq!((place.answers(), place.n_entries()), before);
}

const HEAD: &str = "day,time,mood,tired,dose\n";
const ROW: &str = "2026-03-01,09:00,3,2,20\n";

/// Name, text, and what is said of it.
fn wrong_tables() -> [(&'static str, String, &'static str); 11] {
    let at = |line: usize, wrong: &str| {
        let rows = ROW.repeat(line - 2);
        format!("{HEAD}{rows}{wrong}\n{ROW}")
    };
    [
        ("columns.csv", "a,b,c\n1,2,3\n".to_owned(), "no column"),
        (
            "type.csv",
            at(3, "2026-03-02,09:00,high,2,20"),
            "line 3, column \"mood\"",
        ),
        (
            "range.csv",
            at(4, "2026-03-02,09:00,3,8,20"),
            "line 4, column \"tired\"",
        ),
        (
            "date.csv",
            at(5, "2026-13-01,09:00,3,2,20"),
            "line 5, column \"day\"",
        ),
        (
            "leap.csv",
            at(2, "2025-02-29,09:00,3,2,20"),
            "line 2, column \"day\"",
        ),
        (
            "clock.csv",
            at(2, "2026-03-02,25:00,3,2,20"),
            "line 2, column \"time\"",
        ),
        ("year.csv", at(2, "9999-03-02,09:00,3,2,20"), "line 2"),
        (
            "dose.csv",
            at(2, "2026-03-02,09:00,3,2,-5"),
            "line 2, column \"dose\"",
        ),
        (
            "cells.csv",
            at(3, "2026-03-02,09:00,3"),
            "line 3 has 3 cells",
        ),
        (
            "formula.csv",
            at(2, "2026-03-02,09:00,=1+1,2,20"),
            "line 2, column \"mood\"",
        ),
        (
            "one.csv",
            format!("{HEAD}2026-03-01,09:00,9,2,20\n"),
            "line 2, column \"mood\"",
        ),
    ]
}

#[test]
fn every_way_to_get_a_table_wrong_is_refused() {
    let place = filled();
    let before = (place.answers(), place.n_entries());
    let map = place.file("map.toml", MAP);
    for (file, text, says) in wrong_tables() {
        let path = place.file(file, text);
        let err = refuse(&place, &path, &map);
        assert!(
            err.contains(says) && err.contains(name(&path)),
            "{file}: {err}"
        );
        assert!(
            err.contains("nothing was changed")
                || err.contains("columns are")
                || err.contains("cells"),
            "{file}: {err}"
        );
    }
    assert_eq!((place.answers(), place.n_entries()), before);
    // A table of one good row is a table.
    let one = place.file("one.csv", format!("{HEAD}{ROW}"));
    let out = place.run(&["import", &one, "--map", &map]).done();
    assert!(out.contains("1 rows read"), "{out}");
}

#[test]
fn what_is_no_table_at_all_is_refused() {
    let place = filled();
    let before = (place.answers(), place.n_entries());
    let map = place.file("map.toml", MAP);
    let bytes: Vec<u8> = (0..20_000u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    let binary = place.file("binary.csv", bytes);
    assert!(refuse(&place, &binary, &map).contains("binary.csv"));
    let folder = place.path().to_str().unwrap().to_owned();
    assert!(refuse(&place, &folder, &map).contains("is not a file"));
    let err = refuse(&place, "/nowhere/at/all.csv", &map);
    assert!(
        err.contains("/nowhere/at/all.csv") && err.contains("cannot be read"),
        "{err}"
    );
    assert!(refuse(&place, "/dev/null", &map).contains("is not a file"));

    let good = place.file("good.csv", table(1));
    let err = refuse(&place, &good, "/nowhere/map.toml");
    assert!(err.contains("/nowhere/map.toml"), "{err}");
    let torn = place.file("torn.toml", "time = {");
    assert!(refuse(&place, &good, &torn).contains("torn.toml"));
    let empty = place.file("empty.toml", "");
    assert!(refuse(&place, &good, &empty).contains("empty.toml"));
    let fixture = fixtures("people/mara/recipe.toml");
    assert!(refuse(&place, &good, fixture.to_str().unwrap()).contains("recipe.toml"));

    let json = place.file("half.json", r#"{"schema":"thawline.record/1","facts":["#);
    let before_files = place.files();
    let err = place.run(&["import", &json]).refused(2);
    assert!(err.contains("half.json"), "{err}");
    assert!(place.files() == before_files);
    assert_eq!((place.answers(), place.n_entries()), before);
}

#[test]
fn a_table_of_a_hundred_thousand_rows_with_one_wrong_cell_is_refused_whole() {
    let place = filled();
    let before = place.n_entries();
    let map = place.file("map.toml", MAP);
    let mut text = String::from("day,time,mood,tired,dose\n");
    for idx in 0..100_000usize {
        let (day, minute) = (date(10_000 + idx / 10), idx % 10);
        let mood = if idx == 99_998 { 8 } else { 1 + idx % 7 };
        text.push_str(&format!("{day},12:{minute:02},{mood},{},\n", 1 + idx % 3));
    }
    let path = place.file("huge.csv", &text);
    let err = refuse(&place, &path, &map);
    assert!(
        err.contains("huge.csv, line 100000, column \"mood\": \"8\" is outside"),
        "{err}"
    );
    assert_eq!(place.n_entries(), before);
    // With every cell wrong, the words stay few.
    let all = place.file("all.csv", text.replace(",12:", ",25:"));
    let err = refuse(&place, &all, &map);
    assert!(err.lines().count() < 30 && err.contains(" more\n"), "{err}");
}

#[test]
fn a_refused_first_import_begins_no_record() {
    let place = Place::new();
    let map = place.file("map.toml", MAP);
    let path = place.file(
        "bad.csv",
        "day,time,mood,tired,dose\n2026-03-01,09:00,9,2,20\n",
    );
    place.run(&["import", &path, "--map", &map]).refused(2);
    assert!(!place.data().exists());
}
