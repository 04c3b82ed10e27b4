//! What the record holds of some days: things done, sheets, experiments, medicines, events. Refuses
//! to say what any of it did, and what is kept out of sight.

use std::collections::{BTreeMap, BTreeSet};

use record::{Drawing, FactBody, LocalDay, Record};

use crate::day::{dose_words, event_word, strategy_word};
use crate::{dates, text, text_with};

/// Events that are named; what happened more often is counted.
const EVENTS_MAX: usize = 8;

/// A line for each kind of thing in the record from `first` to `last`; one that says so where there
/// is none.
pub fn lines(record: &Record, (first, last): (LocalDay, LocalDay)) -> Vec<String> {
    let is_inside = |day: LocalDay| day >= first && day <= last;
    let starts = record.profile.day_start;
    let mut done: BTreeMap<String, BTreeSet<LocalDay>> = BTreeMap::new();
    let mut sheets: BTreeMap<String, usize> = BTreeMap::new();
    let mut with_others: BTreeSet<LocalDay> = BTreeSet::new();
    let (mut doses, mut events) = (Vec::new(), Vec::new());
    for fact in record.facts() {
        let day = fact.moment.day(starts);
        match &fact.body {
            FactBody::Practice(practice) if is_inside(day) => {
                let name = strategy_word(practice.strategy.as_str());
                done.entry(name).or_default().insert(day);
            }
            FactBody::Sheet(sheet) if is_inside(day) => {
                *sheets.entry(sheet_name(sheet.sheet.as_str())).or_default() += 1;
            }
            FactBody::Contact(_) if is_inside(day) => {
                with_others.insert(day);
            }
            FactBody::MedicationStatement(step) => {
                let from = step.from();
                doses.extend(is_inside(from).then(|| (from, dose(step, from))));
                let end = step
                    .to()
                    .filter(|to| is_inside(*to) && is_last(record, step, *to));
                doses.extend(end.map(|to| (to, ended(step, to))));
            }
            FactBody::Event(event) if is_inside(day) && !event.is_sensitive => {
                events.push(on_day("back-event", event_word(event.label.as_str()), day));
            }
            _ => {}
        }
    }
    doses.sort();
    let n_events = events.len();
    events.truncate(EVENTS_MAX);
    let mut lines: Vec<String> = (done.iter())
        .map(|(name, days)| counted("back-done", name, days.len()))
        .collect();
    lines.extend(
        sheets
            .iter()
            .map(|(name, n)| counted("back-sheet", name, *n)),
    );
    lines.extend(experiments(record, (first, last)));
    if !with_others.is_empty() {
        let n = with_others.len().into();
        lines.push(text_with("back-others", &[("n", n)]));
    }
    lines.extend(doses.into_iter().map(|(_, line)| line));
    lines.extend(events);
    if n_events > EVENTS_MAX {
        let n = (n_events - EVENTS_MAX).into();
        lines.push(text_with("back-more-events", &[("n", n)]));
    }
    if lines.is_empty() {
        lines.push(text("back-nothing"));
    }
    lines
}

fn counted(id: &str, name: &str, n: usize) -> String {
    text_with(id, &[("name", name.into()), ("n", n.into())])
}

fn on_day(id: &str, name: String, day: LocalDay) -> String {
    let day = dates::short(day);
    text_with(id, &[("name", name.into()), ("day", day.into())])
}

fn dose(step: &record::MedicationStatement, from: LocalDay) -> String {
    on_day("back-dose", dose_words(step), from)
}

fn ended(step: &record::MedicationStatement, to: LocalDay) -> String {
    on_day("back-dose-ended", step.medicine.as_str().to_owned(), to)
}

/// Whether nothing of the same medicine is written after this step.
fn is_last(record: &Record, step: &record::MedicationStatement, to: LocalDay) -> bool {
    !record.facts().iter().any(|fact| match &fact.body {
        FactBody::MedicationStatement(other) => {
            other.medicine == step.medicine
                && other.from() > step.from()
                && other.from().days_since(to) <= 1
        }
        _ => false,
    })
}

fn sheet_name(id: &str) -> String {
    let form = content::sheets().ok().and_then(|all| all.find(id));
    form.map_or_else(|| id.to_owned(), |form| form.heading.clone())
}

/// Experiments with a day inside.
fn experiments(record: &Record, (first, last): (LocalDay, LocalDay)) -> Vec<String> {
    let line = |experiment: &record::Experiment| {
        let Drawing::Strategy(strategy) = &experiment.terms.drawing else {
            return None;
        };
        let terms = &experiment.terms;
        let n_periods = i32::try_from(terms.assigned.len()).unwrap_or(0);
        let n_days = i32::try_from(terms.days_per_period).unwrap_or(0) * n_periods;
        let planned = terms.begins.plus_days(n_days - 1);
        let ends = experiment
            .stopped_on
            .map_or(planned, |day| day.min(planned));
        let values = [
            (
                "name",
                crate::experiments::name_of(strategy.as_str()).into(),
            ),
            ("from", dates::short(terms.begins).into()),
            ("to", dates::short(ends).into()),
        ];
        (terms.begins <= last && ends >= first).then(|| text_with("back-experiment", &values))
    };
    record.experiments.iter().filter_map(line).collect()
}
