//! Formats as their users meet them. Refuses to trust any file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A failed test stops here.

mod apps;
mod calendar;
mod choice;
mod experiment;
mod fhir;
mod fhir_document;
mod fhir_others;
mod filled;
mod fuzz;
#[path = "../fuzzing/mod.rs"]
mod fuzzing;
mod hostile;
mod map;
mod native;
mod open_mhealth;
mod plan;
mod propose;
mod questionnaires;
mod real;
mod schedule;
mod suspects;
mod table;
mod tables;

use std::path::{Path, PathBuf};

use exchange::{Map, Parsed, parse_table};
use record::{Assessment, Fact, FactBody, Occasion};

/// A folder of the project's fixtures.
fn fixtures(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../fixtures")
        .join(name)
}

/// A map with an outcome, a candidate of each kind and a dose, for rows of `time`.
fn map(time: &str) -> Map {
    let text = format!(
        "time = {time}\n\
         [outcome]\ncolumn = \"mood\"\nscale = {{ min = 1, max = 7 }}\n\
         polarity = \"higher_is_more_feeling\"\n\
         [[candidate]]\ncolumn = \"tired\"\n\
         [[candidate]]\ncolumn = \"slept\"\nonce = \"daily\"\n\
         [[dose]]\ncolumn = \"dose\"\nmedicine = \"example\"\nunit = \"mg\"\n"
    );
    Map::parse(&text).unwrap()
}

fn parse(text: &str, map: &Map) -> Parsed {
    parse_table(text.as_bytes(), map).unwrap()
}

fn occasions(parsed: &Parsed) -> Vec<(&Fact, &Occasion)> {
    (parsed.facts.iter())
        .filter_map(|fact| match &fact.body {
            FactBody::Occasion(occasion) => Some((fact, occasion)),
            _ => None,
        })
        .collect()
}

/// The clock of every occasion.
fn clocks(parsed: &Parsed) -> Vec<String> {
    let all = occasions(parsed);
    all.iter()
        .map(|(fact, _)| fact.moment.wall_clock())
        .collect()
}

fn answers(occasion: &Occasion) -> Vec<(&str, Option<f64>)> {
    let responses = occasion.assessment().map(Assessment::responses);
    (responses.unwrap_or_default().iter())
        .map(|response| (response.item.as_str(), response.response.value()))
        .collect()
}
