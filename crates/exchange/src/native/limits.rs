//! How much a record file may hold, and that it holds each fact once. Refuses the rest.

use std::collections::BTreeSet;

use record::{Fact, PLAN_LINES_MAX, Questionnaire};

use super::read::{RecordFileError, entry};
use super::wire;

/// Most facts, items, zones and files of a record file.
const FACTS_MAX: usize = 2_000_000;
const ITEMS_MAX: usize = 10_000;
const ZONES_MAX: usize = 10_000;
const FILES_MAX: usize = 100_000;
/// Most suspects, what was dropped included.
const SUSPECTS_EVER_MAX: usize = 10_000;
/// Most claims that were shown.
const SAID_MAX: usize = 10_000;
/// Most experiments.
const EXPERIMENTS_MAX: usize = 1_000;

/// Longest list of questions to a doctor, in characters.
pub const DOCTOR_QUESTIONS_CHARS_MAX: usize = 1_200;

/// Refuses more of anything than a life of records gives.
pub(super) fn check_counts(file: &wire::File) -> Result<(), RecordFileError> {
    let counts = [
        ("facts", file.facts.len(), FACTS_MAX),
        ("items", file.items.len(), ITEMS_MAX),
        ("zones", file.zones.len(), ZONES_MAX),
        ("files", file.files.len(), FILES_MAX),
        ("suspects", file.profile.suspects.len(), SUSPECTS_EVER_MAX),
        ("said", file.said.len(), SAID_MAX),
        ("experiments", file.experiments.len(), EXPERIMENTS_MAX),
        ("plan lines", file.plan.len(), PLAN_LINES_MAX),
        (
            "questionnaires",
            file.questionnaires.len(),
            Questionnaire::KEPT_MAX,
        ),
    ];
    match counts.into_iter().find(|(_, n, max)| n > max) {
        Some((what, n, max)) => Err(RecordFileError::TooMany { what, n, max }),
        None => Ok(()),
    }
}

/// Two facts of one key are one fact told in two ways: only one of them could be kept.
pub(super) fn check_keys(facts: &[Fact]) -> Result<(), RecordFileError> {
    let mut keys = BTreeSet::new();
    let twice = facts.iter().position(|fact| !keys.insert(fact.key));
    match twice {
        Some(idx) => Err(entry("fact", idx)("its key stands there twice".to_owned())),
        None => Ok(()),
    }
}
