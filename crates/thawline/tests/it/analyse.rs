//! Answers from a plain table, with no record kept.

use serde_json::Value;

use crate::answers::check_document;
use crate::place::{MAP, Place, Said, table};

/// A table of several people: the one for `table` under each name, one row in turn.
fn people(names: &[&str], n_days: usize) -> String {
    let text = table(n_days);
    let mut rows = text.lines();
    let mut out = format!("who,{}\n", rows.next().unwrap());
    for row in rows {
        for name in names {
            out.push_str(&format!("{name},{row}\n"));
        }
    }
    out
}

fn lines(said: Said) -> Vec<Value> {
    let out = said.done();
    out.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn a_table_of_one_person_gives_one_document_and_keeps_nothing() {
    let place = Place::new();
    let (csv, map) = (place.file("t.csv", table(40)), place.file("map.toml", MAP));
    let found = lines(place.run(&["analyse", &csv, "--map", &map, "--json"]));
    assert_eq!(found.len(), 1);
    check_document(&found[0]);
    assert_eq!(found[0]["record"]["n_occasions"], 120);
    assert_eq!(found[0]["record"]["to"], "2026-02-09");
    assert!(!place.data().exists(), "no record is kept");
    let words = place.run(&["analyse", &csv, "--map", &map]).done();
    assert!(words.contains("How is it now?"), "{words}");
}

#[test]
fn people_keep_their_order_and_the_same_bytes_on_one_thread_or_many() {
    let place = Place::new();
    let names = ["zed", "anna", "42", "B b"];
    let (csv, map) = (
        place.file("t.csv", people(&names, 30)),
        place.file("map.toml", MAP),
    );
    let call = ["analyse", &csv, "--map", &map, "--id", "who", "--json"];
    let found = lines(place.run(&call));
    let ids: Vec<_> = found
        .iter()
        .map(|d| d["record"]["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, names);
    found.iter().for_each(check_document);
    let first = place.run(&call).done();
    assert_eq!(first, place.run(&call).done());
    for (key, value) in [
        ("RAYON_NUM_THREADS", "1"),
        ("TZ", "America/New_York"),
        ("LANG", "de_DE.UTF-8"),
    ] {
        let other: Said = place
            .command(&call)
            .env(key, value)
            .output()
            .unwrap()
            .into();
        assert_eq!(first, other.done(), "{key}={value}");
    }
    // Each person's answers are those of that person's rows alone.
    let alone = place.file("alone.csv", people(&["anna"], 30));
    let alone = lines(place.run(&["analyse", &alone, "--map", &map, "--id", "who", "--json"]));
    assert_eq!(alone[0], found[1]);
}

#[test]
fn rows_that_are_wrong_are_left_out_and_named_and_the_rest_is_answered() {
    let place = Place::new();
    let map = place.file("map.toml", MAP);
    let mut text = people(&["anna", "bert"], 30);
    text.push_str("bert,2026-03-01,09:00,9,1,10\nbert,2026-03-02,09:00,x,1,10\nanna,2026-03-01,09:00,5,1,10\n");
    let csv = place.file("t.csv", text);
    let said = place.run(&["analyse", &csv, "--map", &map, "--id", "who", "--json"]);
    let err = said.err.clone();
    let found = lines(said);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0]["record"]["n_occasions"], 91);
    assert_eq!(found[1]["record"]["n_occasions"], 90);
    assert!(err.contains("bert: 2 rows were left out"), "{err}");
    assert!(
        err.contains("line 182, column \"mood\": \"9\" is outside 1 to 7"),
        "{err}"
    );
    assert!(err.contains("line 183") && !err.contains("anna"), "{err}");

    // Nothing but wrong rows is no table to answer from.
    let bad = place.file(
        "bad.csv",
        "day,time,mood,tired,dose\n2026-03-01,09:00,9,2,20\n",
    );
    let err = place.run(&["analyse", &bad, "--map", &map]).refused(2);
    assert!(err.contains("line 2, column \"mood\""), "{err}");
}

#[test]
fn tables_that_cannot_be_read_are_refused_whole() {
    let place = Place::new();
    let (csv, map) = (place.file("t.csv", table(5)), place.file("map.toml", MAP));
    let err = place
        .run(&["analyse", &csv, "--map", &map, "--id", "who"])
        .refused(2);
    assert!(err.contains("t.csv") && err.contains("who"), "{err}");
    place
        .run(&["analyse", "/nowhere.csv", "--map", &map])
        .refused(2);
    place.run(&["analyse", &csv]).refused(2);
    let nobody = place.file(
        "n.csv",
        "who,day,time,mood,tired,dose\n,2026-03-01,09:00,3,2,20\n",
    );
    let err = place
        .run(&["analyse", &nobody, "--map", &map, "--id", "who"])
        .refused(2);
    assert!(err.contains("line 2"), "{err}");
    assert!(!place.data().exists());
}
