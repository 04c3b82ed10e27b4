//! Two published tables, where they lie beside the project. Refuses to bring them along.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::answers::check_document;
use crate::place::{Place, fixtures};

/// A file of the data beside the project; `None`, with a word about it, when it is not there.
fn shared(name: &str) -> Option<String> {
    let folder = std::env::var_os("THAWLINE_SHARED_DATA").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"),
        PathBuf::from,
    );
    let path = folder.join(name);
    if !path.is_file() {
        println!("skipped: {name} is not in {}", folder.display());
        return None;
    }
    Some(path.to_str().unwrap().to_owned())
}

fn map(name: &str) -> String {
    fixtures("maps").join(name).to_str().unwrap().to_owned()
}

#[test]
fn the_record_of_kossakowski_is_taken_once_and_every_question_is_asked() {
    let Some(file) = shared("kossakowski_2017.csv") else {
        return;
    };
    let place = Place::new();
    let map = map("kossakowski_2017.toml");
    let call = ["import", &file, "--map", &map];
    let first = place.run(&call).done();
    assert!(first.contains("1476 rows read"), "{first}");
    assert!(first.contains("1476 occasions, 10 dose levels"), "{first}");
    assert!(
        first.contains("1486 new, 0 already here, 0 rejected"),
        "{first}"
    );
    let second = place.run(&call).done();
    assert!(
        second.contains("  0 new, 1486 already here, 0 rejected"),
        "{second}"
    );

    let document = place.answers();
    check_document(&document);
    assert_eq!(document["record"]["n_days"], 239);
    // Two of the 1,476 prompts were answered without the item that stands for numbness.
    assert_eq!(document["record"]["n_occasions"], 1474);
    let of = |question: &str| -> Vec<&Value> {
        let answers = document["answers"].as_array().unwrap().iter();
        answers.filter(|a| a["question"] == question).collect()
    };
    // The best step has p = .025 where the part of this question in the budget is .0105.
    let course = of("course")[0];
    assert_eq!(course["verdict"], "description", "{course}");
    let p = course["basis"]["p_value"].as_f64().unwrap();
    assert!(p < 0.05, "{p}");
    let medicine = of("medication_change");
    assert_eq!(medicine.len(), 1);
    assert_eq!(medicine[0]["subject"], "venlafaxine 150->0 mg");
    assert_eq!(medicine[0]["verdict"], "description");
    let apart = &medicine[0]["basis"]["not_separable_from_a_slow_trend"];
    assert_eq!(apart, true);
    assert_eq!(of("triggers").len(), 42);
    assert_eq!(of("pattern_change").len(), 1);
}

#[test]
fn the_people_of_bringmann_get_a_line_each() {
    let Some(file) = shared("bringmann_2013.csv") else {
        return;
    };
    let place = Place::new();
    let map = map("bringmann_2013.toml");
    let said = place.run(&["analyse", &file, "--map", &map, "--id", "subjno", "--json"]);
    let err = said.err.clone();
    let out = said.done();
    let found: Vec<Value> = out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(found.len(), 130);
    assert_eq!(found[0]["record"]["id"], "10720");
    found.iter().for_each(check_document);
    let mut ids: Vec<_> = found
        .iter()
        .map(|d| d["record"]["id"].as_str().unwrap())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 130);
    assert!(err.contains("\"-4\" is outside -3 to 3"), "{err}");
    assert!(!place.data().exists());
}
