//! What a study says beside its table, in the shape in which openESM keeps it (openesmdata.org; fields
//! as of its metadata repository, seen 2026-11-29). Refuses to fill in what only a person can say: an
//! author, a licence, a paper.

use std::collections::BTreeMap;

use record::{
    FactBody, Item, ItemId, OccasionState, Polarity, Record, ResponseScale, Role, SamplingPlan,
    Window,
};
use serde::Serialize;

use crate::tables::{answered_items, is_safety};

/// Everything beside the table. What nobody said is `null`.
#[derive(Serialize)]
struct About {
    first_author: Option<String>,
    dataset_id: Option<String>,
    year: Option<i16>,
    reference_a: Option<String>,
    reference_b: Option<String>,
    paper_doi: Option<String>,
    zenodo_doi: Option<String>,
    dataset_version: Option<String>,
    changelog: Vec<String>,
    link_to_data: Option<String>,
    license: Option<String>,
    link_to_codebook: Option<String>,
    link_to_code: Option<String>,
    n_participants: u32,
    n_time_points: usize,
    n_days: String,
    n_beeps_per_day: String,
    passive_data_available: &'static str,
    cross_sectional_available: &'static str,
    topics: &'static str,
    implicit_missingness: &'static str,
    raw_time_stamp: &'static str,
    sampling_scheme: String,
    participants: &'static str,
    coding_file: Option<String>,
    additional_comments: String,
    coder_data: Option<String>,
    coder_metadata: Option<String>,
    features: Vec<Feature>,
}

/// One column.
#[derive(Serialize, Default)]
struct Feature {
    name: String,
    description: String,
    variable_type: &'static str,
    coding: String,
    answer_categories: String,
    details: String,
    labels: String,
    transformation: &'static str,
    source: &'static str,
    assessment_type: &'static str,
    construct: &'static str,
    comments: String,
}

/// Writes what a study says beside the table of [`crate::write_open_esm`]: how many days and prompts,
/// how it was asked, whether gaps are rows, and what each column holds.
///
/// `words` gives the question of an item where it has one; a private item is not named. The same
/// record gives the same text.
#[must_use]
pub fn write_open_esm_about(
    record: &Record,
    is_private: &dyn Fn(&ItemId) -> bool,
    words: &dyn Fn(&ItemId) -> Option<String>,
) -> Vec<u8> {
    let asked = Asked::of(record);
    let mut features: Vec<Feature> = FIXED.iter().map(fixed).collect();
    let facts = record.facts().iter().filter(|fact| !is_safety(fact));
    let items = answered_items(record, facts);
    for id in items.into_iter().filter(|id| !is_private(id)) {
        features.extend(record.item(id).map(|item| of_item(item, words(id))));
    }
    let about = About {
        first_author: None,
        dataset_id: None,
        year: None,
        reference_a: None,
        reference_b: None,
        paper_doi: None,
        zenodo_doi: None,
        dataset_version: None,
        changelog: Vec::new(),
        link_to_data: None,
        license: None,
        link_to_codebook: None,
        link_to_code: None,
        n_participants: 1,
        n_time_points: asked.n_rows,
        n_days: asked.n_days.to_string(),
        n_beeps_per_day: asked.n_beeps_max.to_string(),
        passive_data_available: "no",
        cross_sectional_available: "no",
        topics: "emotional numbness",
        implicit_missingness: asked.implicit(),
        raw_time_stamp: "yes",
        sampling_scheme: asked.scheme(),
        participants: "one person, who kept this for themselves",
        coding_file: None,
        additional_comments: asked.comments(),
        coder_data: None,
        coder_metadata: None,
        features,
    };
    let mut text = serde_json::to_vec_pretty(&about).unwrap_or_default();
    text.push(b'\n');
    text
}

/// Columns that every table has: name, description, type, comment.
const FIXED: [(&str, &str, &str, &str); 5] = [
    ("id", "Participant ID", "categorical", "always 1"),
    (
        "day",
        "Day since the first row, from 1",
        "other",
        "a day may begin after midnight, as the person chose",
    ),
    ("beep", "Row within the day, from 1", "other", ""),
    (
        "time",
        "Clock on the wall, year to minute",
        "PosixCt",
        "in the zone beside it",
    ),
    (
        "zone",
        "Time zone of the clock",
        "string",
        "a name of the IANA table or an offset",
    ),
];

fn fixed(
    (name, description, variable_type, comments): &(&str, &str, &'static str, &str),
) -> Feature {
    Feature {
        name: (*name).to_owned(),
        description: (*description).to_owned(),
        variable_type,
        comments: (*comments).to_owned(),
        assessment_type: "ESM",
        ..Feature::default()
    }
}

fn of_item(item: &Item, words: Option<String>) -> Feature {
    let (variable_type, n_answers) = match item.scale {
        ResponseScale::Steps { min, max } => {
            ("rating_scale", Some(i64::from(max) - i64::from(min) + 1))
        }
        // A line is answered in whole points, as openESM counts lines of others.
        ResponseScale::Line { min, max } if (max - min).fract() == 0.0 && max - min < 1e6 => {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "a whole number below a million"
            )]
            let n = (max - min) as i64 + 1;
            ("rating_scale", Some(n))
        }
        ResponseScale::Line { .. } | ResponseScale::Open => ("numeric", None),
    };
    let ends = item
        .scale
        .ends()
        .map(|(min, max)| format!("{min} to {max}"));
    let details = words.unwrap_or_default();
    let parts = [details.clone(), ends.clone().unwrap_or_default()];
    let coding: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let (construct, polarity) = match item.role {
        Role::Outcome(Polarity::HigherIsMoreNumb) => ("emotional numbness", "higher is more numb"),
        Role::Outcome(Polarity::HigherIsMoreFeeling) => {
            ("emotional numbness", "higher is more feeling")
        }
        Role::Candidate | Role::Context => ("", ""),
    };
    let window = match item.window {
        Window::Momentary => "right now",
        Window::Daily => "once a day",
        Window::SinceLast => "since the last time",
    };
    let comments = [polarity, window];
    let comments = comments.iter().filter(|part| !part.is_empty());
    Feature {
        name: item.id.as_str().to_owned(),
        description: item.id.as_str().replace('_', " "),
        variable_type,
        coding: coding.join("\n"),
        answer_categories: n_answers.map_or_else(String::new, |n| n.to_string()),
        details,
        labels: ends.unwrap_or_default(),
        assessment_type: "ESM",
        construct,
        comments: comments.copied().collect::<Vec<_>>().join("; "),
        ..Feature::default()
    }
}

/// How the rows of the table came about.
#[derive(Default)]
struct Asked {
    n_rows: usize,
    n_days: i32,
    n_beeps_max: u32,
    by_plan: BTreeMap<&'static str, usize>,
    n_missed: usize,
    n_recalled: usize,
}

impl Asked {
    fn of(record: &Record) -> Self {
        let mut asked = Self::default();
        let (mut first, mut beeps) = (None, BTreeMap::<i32, u32>::new());
        for fact in record.facts().iter().filter(|fact| !is_safety(fact)) {
            let FactBody::Occasion(occasion) = &fact.body else {
                continue;
            };
            match &occasion.state {
                OccasionState::Scheduled => continue,
                OccasionState::Missed => asked.n_missed += 1,
                OccasionState::Answered(_) => {}
            }
            let day = fact.moment.day(record.profile.day_start);
            let day = day.days_since(*first.get_or_insert(day)) + 1;
            let of_day = beeps.entry(day).or_default();
            *of_day += 1;
            asked.n_rows += 1;
            asked.n_days = asked.n_days.max(day);
            asked.n_beeps_max = asked.n_beeps_max.max(*of_day);
            let plan = match occasion.plan {
                SamplingPlan::Signal => "signal-contingent",
                SamplingPlan::Interval => "interval-contingent",
                SamplingPlan::Voluntary => "event-contingent",
                SamplingPlan::Recall => {
                    asked.n_recalled += 1;
                    continue;
                }
            };
            *asked.by_plan.entry(plan).or_default() += 1;
        }
        asked
    }

    /// Gaps are rows only where every row was asked for.
    fn implicit(&self) -> &'static str {
        let is_all_asked = self.by_plan.keys().all(|plan| *plan == "signal-contingent");
        if self.by_plan.is_empty() {
            "unclear"
        } else if is_all_asked {
            "no"
        } else {
            "yes"
        }
    }

    fn scheme(&self) -> String {
        let plans = self.by_plan.iter();
        let plans: Vec<String> = plans
            .map(|(plan, n)| format!("{plan} ({n} rows)"))
            .collect();
        plans.join(", ")
    }

    fn comments(&self) -> String {
        let mut parts = vec![
            "fields that are null have to be filled in by whoever shares this".to_owned(),
            format!("{} rows are prompts without an answer", self.n_missed),
        ];
        if self.n_recalled > 0 {
            parts.push(format!(
                "{} rows were written down later from memory",
                self.n_recalled
            ));
        }
        parts.join("; ")
    }
}
