//! `answers --json` as other programs read it.

use serde_json::Value;

use crate::place::{MAP, Place, fixtures, table};

const QUESTIONS: [&str; 8] = [
    "now",
    "course",
    "triggers",
    "flickers",
    "medication_change",
    "strategy_effect",
    "pattern_change",
    "being_asked",
];

/// The document keeps to the interface that is written down for other programs.
pub fn check_document(document: &Value) {
    assert_eq!(document["schema"], "thawline.answers/1");
    assert!(
        document["program"]
            .as_str()
            .unwrap()
            .starts_with("thawline ")
    );
    let record = &document["record"];
    assert!(record["id"].is_string() && record["n_days"].is_u64());
    assert!(record["n_occasions"].is_u64());
    let missing = record["missing"].as_f64().unwrap();
    assert!((0.0..=1.0).contains(&missing), "{missing}");
    let budget = &document["budget"];
    assert_eq!(budget["family_wise"], 0.05);
    let spent = budget["spent"].as_f64().unwrap();
    assert!((0.0..=0.05 + 1e-12).contains(&spent), "{spent}");
    assert!(budget["look"].is_u64() && budget.get("next_look").is_some());
    check_keys(document);
    let answers = document["answers"].as_array().unwrap();
    for answer in answers {
        check_answer(answer);
    }
}

/// Names that other programs read; one that is missing or new is a change of the interface.
const KEYS: [&str; 18] = [
    "basis",
    "ci_level",
    "claim",
    "could_have_shown",
    "estimate",
    "have",
    "high",
    "lag",
    "low",
    "method",
    "method_version",
    "n",
    "need",
    "p_adjusted",
    "period",
    "question",
    "reason",
    "subject",
];

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    keys
}

fn check_keys(document: &Value) {
    let whole = ["answers", "budget", "program", "record", "said", "schema"];
    // A table that is only analysed has no questionnaires.
    let mut found = keys(document);
    found.retain(|key| *key != "scores");
    assert_eq!(found, whole);
    let record = [
        "from",
        "id",
        "missing",
        "n_days",
        "n_occasions",
        "outcome",
        "to",
    ];
    assert_eq!(keys(&document["record"]), record);
    let budget = ["family_wise", "look", "next_look", "spent"];
    assert_eq!(keys(&document["budget"]), budget);
    for answer in document["answers"].as_array().unwrap() {
        let is_known = |key: &&str| KEYS.contains(key) || ["unit", "verdict"].contains(key);
        assert!(keys(answer).iter().all(is_known), "{answer}");
        assert_eq!(answer.get("have").is_some(), answer.get("need").is_some());
        let has_number = ["estimate", "could_have_shown"].map(|key| answer.get(key).is_some());
        let has_unit = answer.get("unit").is_some();
        assert_eq!(has_unit, has_number.contains(&true), "{answer}");
        let is_withheld = answer["verdict"] == "withheld";
        assert_eq!(is_withheld, answer.get("reason").is_some(), "{answer}");
        if let Some(lag) = answer.get("lag") {
            assert!(
                lag["days"].is_u64() || lag["earlier_today"] == true,
                "{lag}"
            );
        }
    }
}

fn check_answer(answer: &Value) {
    let question = answer["question"].as_str().unwrap();
    assert!(QUESTIONS.contains(&question), "{question}");
    let claim = answer["claim"].as_str().unwrap();
    assert!(!claim.is_empty() && !claim.contains(['[', '{']), "{claim}");
    for key in ["n", "method", "method_version", "basis", "period"] {
        assert!(answer.get(key).is_some(), "{key}: {answer}");
    }
    let number = |key: &str| answer[key].as_f64();
    match answer["verdict"].as_str().unwrap() {
        "claim" | "description" => {
            if let Some(estimate) = number("estimate") {
                let (low, high) = (number("low").unwrap(), number("high").unwrap());
                assert!(low <= estimate && estimate <= high, "{answer}");
                assert_eq!(number("ci_level"), Some(0.95));
                let unit = if question == "flickers" {
                    "odds ratio"
                } else {
                    "points of 100"
                };
                assert_eq!(answer["unit"], unit);
            }
        }
        "withheld" => {
            assert!(answer["reason"].is_string(), "{answer}");
            assert!(number("estimate").is_none(), "{answer}");
        }
        other => panic!("{other}"),
    }
}

fn filled() -> Place {
    let place = Place::new();
    let (csv, map) = (place.file("t.csv", table(60)), place.file("map.toml", MAP));
    place.run(&["import", &csv, "--map", &map]).done();
    place
}

#[test]
fn the_answers_are_one_json_document_that_keeps_to_the_interface() {
    let place = filled();
    let out = place
        .run(&["answers", "--json", "--today", "2026-03-02"])
        .done();
    assert_eq!(out.lines().count(), 1, "{out}");
    let document: Value = serde_json::from_str(&out).unwrap();
    check_document(&document);
    assert_eq!(document["record"]["from"], "2026-01-01");
    assert_eq!(document["record"]["to"], "2026-03-01");
    assert_eq!(document["record"]["n_days"], 60);
    assert_eq!(document["record"]["n_occasions"], 180);
    let asked: Vec<_> = document["answers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|a| &a["question"])
        .collect();
    let wanted = [
        "now",
        "course",
        "triggers",
        "flickers",
        "medication_change",
        "strategy_effect",
        "pattern_change",
        "being_asked",
    ];
    assert_eq!(asked, wanted);

    let one = place
        .run(&[
            "answers",
            "--json",
            "--question",
            "now",
            "--today",
            "2026-03-02",
        ])
        .done();
    let one: Value = serde_json::from_str(&one).unwrap();
    assert_eq!(one["answers"].as_array().unwrap().len(), 1);
    assert_eq!(one["answers"][0], document["answers"][0]);
    let err = place.run(&["answers", "--question", "future"]).refused(2);
    assert!(err.contains("now") && err.contains("course"), "{err}");
    place
        .run(&["answers", "--json", "--question", ""])
        .refused(2);
}

#[test]
fn the_answers_of_a_day_are_the_same_whenever_they_are_asked_for() {
    let place = filled();
    let ask = |words: &[&str]| {
        place
            .run(&[words, &["--today", "2026-02-20"][..]].concat())
            .done()
    };
    for call in [&["answers", "--json"][..], &["answers"]] {
        assert_eq!(ask(call), ask(call));
    }
    let mut alone = place.command(&["answers", "--json", "--today", "2026-02-20"]);
    alone.env("RAYON_NUM_THREADS", "1");
    let alone: crate::place::Said = alone.output().unwrap().into();
    assert_eq!(alone.done(), ask(&["answers", "--json"]));
    // Rows after the date are not known on that date.
    let document: Value = serde_json::from_str(&ask(&["answers", "--json"])).unwrap();
    assert!(
        document["record"]["to"].as_str().unwrap() <= "2026-02-20",
        "{document}"
    );
}

#[test]
fn one_check_in_and_an_empty_record_are_answered_with_what_would_help() {
    let place = Place::new();
    place
        .run_with_input(&["log", "--note", "-", "--today", "2026-03-01"], "Words.")
        .done();
    let document = place.answers();
    check_document(&document);
    assert_eq!(document["record"]["from"], Value::Null);
    for answer in document["answers"].as_array().unwrap() {
        assert_eq!(answer["verdict"], "withheld");
        assert_eq!(answer["reason"], "no_outcome");
    }
    place.run(&["log", "40", "--today", "2026-03-01"]).done();
    let out = place
        .run(&["answers", "--json", "--today", "2026-03-01"])
        .done();
    let document: Value = serde_json::from_str(&out).unwrap();
    check_document(&document);
    for answer in document["answers"].as_array().unwrap() {
        assert_eq!(answer["verdict"], "withheld", "{answer}");
        if let Some(have) = answer["have"].as_u64() {
            assert!(have < answer["need"].as_u64().unwrap());
        }
    }
}

#[test]
fn the_simulated_people_get_documents_of_the_same_kind() {
    for name in ["fenna", "wout"] {
        let place = Place::new();
        let file = fixtures(&format!("people/{name}/record.json"));
        place.run(&["import".as_ref(), file.as_os_str()]).done();
        let document = place.answers();
        check_document(&document);
        let claims = document["answers"].as_array().unwrap().iter();
        assert!(
            claims.clone().all(|a| a["verdict"] != "claim"),
            "{name}: nothing goes on there"
        );
    }
}
