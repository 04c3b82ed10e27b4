//! Writing out and forgetting.

use crate::place::{MAP, Place, table};

fn filled(place: &Place) -> usize {
    let (csv, map) = (place.file("t.csv", table(10)), place.file("map.toml", MAP));
    place.run(&["import", &csv, "--map", &map]).done();
    place.n_entries()
}

#[test]
fn our_own_export_gives_the_same_record_in_another_place() {
    let place = Place::new();
    let n = filled(&place);
    let out = place.file("out.json", "");
    std::fs::remove_file(&out).unwrap();
    place.run(&["export", "--as", "json", "--out", &out]).done();
    // Nothing is written over.
    place
        .run(&["export", "--as", "json", "--out", &out])
        .refused(2);
    let other = Place::new();
    other.run(&["import", &out]).done();
    assert_eq!(other.n_entries(), n);
    let again = other.file("again.json", "");
    std::fs::remove_file(&again).unwrap();
    other
        .run(&["export", "--as", "json", "--out", &again])
        .done();
    let facts = |path: &str| {
        let text = std::fs::read_to_string(path).unwrap();
        let at = text.find("\"facts\"").unwrap();
        text[at..].lines().count()
    };
    assert_eq!(facts(&out), facts(&again));
    for format in ["csv", "openesm"] {
        let out = place.file(&format!("out.{format}"), "");
        std::fs::remove_file(&out).unwrap();
        place.run(&["export", "--as", format, "--out", &out]).done();
        assert!(std::fs::read_to_string(&out).unwrap().lines().count() > 10);
    }
}

#[test]
fn forgotten_days_are_gone_and_the_others_stay() {
    let place = Place::new();
    let n = filled(&place);
    place
        .run(&["forget", "--from", "2026-03-02", "--to", "2026-03-01"])
        .refused(2);
    let out = place
        .run(&["forget", "--from", "1990-01-01", "--to", "1990-01-02"])
        .done();
    assert!(out.contains("0 entries forgotten"), "{out}");
    assert_eq!(place.n_entries(), n);
    place
        .run(&["forget", "--from", "1990-01-01", "--to", "2190-01-02"])
        .done();
    assert_eq!(place.n_entries(), 0);
    assert!(out.contains("kept: the safety plan, experiments"), "{out}");
    assert!(place.run(&["import", "--list"]).done().trim().is_empty());

    place.run(&["forget", "--everything"]).done();
    assert!(place.files().is_empty(), "nothing of the record is left");
}

#[test]
fn the_whole_is_written_only_where_it_has_a_place_and_a_shared_file_says_what_it_lacks() {
    let place = Place::new();
    filled(&place);
    let out = place.path().join("out");
    let to = |format: &'static str, more: &[&'static str]| {
        let path = out.to_str().unwrap().to_owned();
        let head = ["export", "--as", format, "--out"].map(str::to_owned);
        let more = more.iter().map(|word| (*word).to_owned());
        head.into_iter()
            .chain([path])
            .chain(more)
            .collect::<Vec<_>>()
    };
    for format in ["csv", "openesm"] {
        place.run(&to(format, &["--whole"])).refused(2);
        assert!(!out.exists());
    }
    let said = place.run(&to("json", &[])).done();
    assert!(said.contains("without the safety plan"), "{said}");
    std::fs::remove_file(&out).unwrap();
    let said = place.run(&to("json", &["--whole"])).done();
    assert!(!said.contains("without"), "{said}");
}
