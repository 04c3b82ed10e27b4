//! `thawline experiment` as a person or a script calls it: what is locked, what is refused, and that a
//! refusal changes nothing.

use serde_json::Value;

use crate::place::Place;

/// A place with one check-in on 2 March 2026.
fn begun() -> Place {
    let place = Place::new();
    place.run(&["--today", "2026-03-02", "log", "40"]).done();
    place
}

fn on<'a>(day: &'a str, words: &[&'a str]) -> Vec<&'a str> {
    let head = ["--today", day, "--seed", "7", "experiment"];
    head.iter().chain(words).copied().collect()
}

fn document(place: &Place, day: &str, words: &[&str]) -> Value {
    let out = place.run(&on(day, words)).done();
    assert_eq!(out.lines().count(), 1, "one document, one line: {out}");
    let document: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(document["schema"], "thawline.experiments/1");
    document
}

fn experiments(place: &Place, day: &str) -> Vec<Value> {
    let document = document(place, day, &["list", "--json"]);
    document["experiments"].as_array().unwrap().clone()
}

#[test]
fn one_is_looked_at_locked_listed_stopped_and_told_of() {
    let place = begun();
    let day = "2026-03-02";
    let out = place.run(&on(day, &["new", "walk"])).done();
    assert!(out.contains("nothing is locked yet"), "{out}");
    assert!(experiments(&place, day).is_empty());

    let new = ["new", "walk", "--weeks", "4", "--json"];
    let locked = document(&place, day, &new)["experiments"][0].clone();
    assert_eq!(
        (&locked["number"], &locked["strategy"], &locked["seed"]),
        (&1.into(), &"walk".into(), &"7".into())
    );
    assert_eq!(locked["outcome"], "check_in");
    assert_eq!(locked["is_as_locked"], true);
    // What is still to be lived is not shown, and nothing is read of it.
    assert!(locked.get("assigned").is_none() && locked.get("result").is_none());
    assert_eq!(experiments(&place, day), std::slice::from_ref(&locked));
    let shown = document(&place, day, &["result", "1", "--json"]);
    assert_eq!(shown["experiments"][0], locked);
    let text = place.run(&on(day, &["list"])).done();
    assert!(text.starts_with("1. "), "{text}");

    place.run(&on("2026-03-12", &["stop", "1"])).done();
    let stopped = &experiments(&place, "2026-03-12")[0];
    assert_eq!(
        (&stopped["state"], &stopped["stopped_on"]),
        (&"stopped".into(), &"2026-03-12".into())
    );
    assert_eq!(stopped["seal"], locked["seal"], "its terms are as locked");
    let n_periods = stopped["assigned"].as_str().unwrap().len();
    assert!(n_periods > 0 && stopped["result"]["verdict"] != "claim");
    let text = place.run(&on("2026-03-12", &["result", "1"])).done();
    assert!(text.contains("stopped"), "{text}");
}

#[test]
fn wrong_words_are_refused_with_a_sentence_and_lock_and_stop_nothing() {
    let place = begun();
    let day = "2026-03-02";
    place.run(&on(day, &["new", "walk", "--weeks", "4"])).done();
    let before = experiments(&place, day);
    let second = ["new", "breathing", "--weeks", "4"];
    let refused = [
        &second[..],
        &["new", "sertraline", "--weeks", "4"],
        &["new", "sertraline"],
        &["new", "<b>", "--weeks", "4"],
        &["new", "", "--weeks", "4"],
        &["new", "breathing", "--weeks", "5"],
        &["new", "breathing", "--weeks", "0"],
        &["new", "breathing", "--weeks", "4000000000"],
        &["new", "breathing", "--weeks", "six"],
        &["new", "breathing", "--weeks", "4", "--outcome", "nonsense"],
        &["new", "breathing", "--outcome", "sertraline"],
        &["new"],
        &["stop", "0"],
        &["stop", "2"],
        &["stop", "one"],
        &["stop", "18446744073709551615"],
        &["stop"],
        &["result", "0"],
        &["result", "2", "--json"],
        &["list", "2"],
        &["begin", "walk"],
    ];
    for words in refused {
        let said = place.run(&on(day, words));
        assert_eq!(
            (said.code, said.out.as_str()),
            (2, ""),
            "{words:?} {said:?}"
        );
        assert!(!said.err.contains("panicked"), "{words:?} {said:?}");
        assert!(said.err.lines().count() >= 2, "{words:?} {said:?}");
    }
    assert_eq!(experiments(&place, day), before);
}

#[test]
fn without_a_record_nothing_is_begun() {
    let place = Place::new();
    for words in [
        &["new", "walk", "--weeks", "4"][..],
        &["list"],
        &["result"],
        &["stop", "1"],
    ] {
        let said = place.run(&on("2026-03-02", words));
        assert!(said.code != 0 && said.out.is_empty(), "{words:?} {said:?}");
        assert!(said.err.lines().count() >= 2, "{words:?} {said:?}");
    }
    assert!(place.files().is_empty());
}
