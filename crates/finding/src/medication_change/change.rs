//! Changes of dose as the record has them: single steps, or a taper where steps follow closely.
//! Refuses to guess a dose on days that no statement covers: there it is none.

use std::collections::BTreeMap;

use record::LocalDay;
use series::{DoseSpan, Series};

use crate::also::{self, AlsoChanged};

/// Steps of one medicine in one direction that follow each other within so many days are one taper.
const TAPER_GAP_DAYS: i32 = 28;
/// One change of dose, in one step or in several that follow closely.
#[derive(Debug, Clone, PartialEq)]
pub struct DoseChange {
    /// The medicine, in the person's words.
    pub medicine: String,
    /// Unit of the doses.
    pub unit: String,
    /// Daily dose before; 0: not taken.
    pub before: f64,
    /// Daily dose after.
    pub after: f64,
    /// First day of each step's new dose, with that dose, oldest first; at least one.
    pub steps: Vec<(LocalDay, f64)>,
}

impl DoseChange {
    /// First day of the first new dose.
    #[must_use]
    pub fn first_day(&self) -> Option<LocalDay> {
        self.steps.first().map(|(day, _)| *day)
    }

    /// First day of the last new dose.
    #[must_use]
    pub fn last_day(&self) -> Option<LocalDay> {
        self.steps.last().map(|(day, _)| *day)
    }

    /// Share of the whole change that is in force on a day, 0-1.
    pub(super) fn share_on(&self, day: LocalDay) -> f64 {
        let past = self.steps.iter().rev().find(|(from, _)| *from <= day);
        past.map_or(0.0, |(_, dose)| {
            (dose - self.before) / (self.after - self.before)
        })
    }

    /// The same change so many days later.
    pub(super) fn moved(&self, days: i32) -> Self {
        let mut moved = self.clone();
        for (day, _) in &mut moved.steps {
            *day = day.plus_days(days);
        }
        moved
    }
}

/// All changes of dose inside the record, oldest first.
pub fn all(series: &Series) -> Vec<DoseChange> {
    let mut by_medicine: BTreeMap<(&str, &str), Vec<&DoseSpan>> = BTreeMap::new();
    for dose in &series.doses {
        let key = (dose.medicine.as_str(), dose.unit.as_str());
        by_medicine.entry(key).or_default().push(dose);
    }
    let (first, last) = (series.numbness.first_day, series.numbness.last_day);
    let mut changes: Vec<DoseChange> = by_medicine
        .into_iter()
        .flat_map(|((medicine, unit), spans)| {
            let steps = steps(&spans, first);
            let inside = steps.into_iter().filter(|s| s.day > first && s.day <= last);
            gathered(medicine, unit, &inside.collect::<Vec<_>>())
        })
        .collect();
    changes.sort_by_key(DoseChange::first_day);
    changes
}

#[derive(Debug, Clone, Copy)]
struct Step {
    day: LocalDay,
    before: f64,
    after: f64,
}

/// Every day on which the dose of one medicine differs from the day before.
fn steps(spans: &[&DoseSpan], first: LocalDay) -> Vec<Step> {
    let dose_on = |day: LocalDay| -> f64 {
        let covers = |s: &&&DoseSpan| s.from <= day && s.to.is_none_or(|to| to >= day);
        // A later statement speaks for the days that it shares with an earlier one.
        spans.iter().rev().find(covers).map_or(0.0, |s| s.amount)
    };
    let mut days: Vec<LocalDay> = spans.iter().map(|span| span.from).collect();
    days.extend(
        spans
            .iter()
            .filter_map(|span| span.to)
            .map(|to| to.plus_days(1)),
    );
    days.sort_unstable();
    days.dedup();
    // What was taken before the record began is not told: the first dose then is no change.
    days.retain(|day| *day > first);
    let step = |day: LocalDay| Step {
        day,
        before: dose_on(day.plus_days(-1)),
        after: dose_on(day),
    };
    days.into_iter()
        .map(step)
        .filter(|step| (step.before - step.after).abs() > 1e-9)
        .collect()
}

/// Gathers steps in one direction that follow closely into one change.
fn gathered(medicine: &str, unit: &str, steps: &[Step]) -> Vec<DoseChange> {
    let belongs = |a: &Step, b: &Step| {
        let is_same_way = (a.after - a.before) * (b.after - b.before) > 0.0;
        is_same_way && b.day.days_since(a.day) <= TAPER_GAP_DAYS
    };
    steps
        .chunk_by(belongs)
        .filter_map(|steps| {
            Some(DoseChange {
                medicine: medicine.to_owned(),
                unit: unit.to_owned(),
                before: steps.first()?.before,
                after: steps.last()?.after,
                steps: steps.iter().map(|step| (step.day, step.after)).collect(),
            })
        })
        .collect()
}

/// Names what else changed near a change of dose.
pub fn also_changed(series: &Series, change: &DoseChange, all: &[DoseChange]) -> Vec<AlsoChanged> {
    let (Some(first), Some(last)) = (change.first_day(), change.last_day()) else {
        return Vec::new();
    };
    let others: Vec<&DoseChange> = all
        .iter()
        .filter(|other| other.medicine != change.medicine)
        .collect();
    also::near(series, (first, last), &others)
}
