//! What else changed near a day that an answer names. Refuses to say that it matters.

use record::LocalDay;
use series::{CandidateKind, Series};

use crate::medication_change::DoseChange;

/// What else happened so many days before or after is named.
const NEAR_DAYS: i32 = 14;
/// An event that stands in the record more often is part of ordinary days.
const RARE_MAX: usize = 2;

/// Something else that changed near a day that an answer names.
#[derive(Debug, Clone, PartialEq)]
pub enum AlsoChanged {
    /// An event that is rare in the record and not marked as sensitive.
    Event {
        /// What happened, in the person's words.
        label: String,
        /// Its first day.
        day: LocalDay,
    },
    /// The dose of a medicine (another one, where the day is that of a change of dose).
    OtherMedicine {
        /// The medicine, in the person's words.
        medicine: String,
        /// First day of the new dose.
        day: LocalDay,
    },
    /// A practice that was done for the first time.
    Practice {
        /// The strategy.
        name: String,
        /// The first day.
        day: LocalDay,
    },
}

/// Names what else changed within two weeks of some days: these doses, rare events, practices that
/// were done for the first time.
pub(crate) fn near(
    series: &Series,
    (first, last): (LocalDay, LocalDay),
    doses: &[&DoseChange],
) -> Vec<AlsoChanged> {
    let (from, to) = (first.plus_days(-NEAR_DAYS), last.plus_days(NEAR_DAYS));
    let is_near = |day: LocalDay| day >= from && day <= to;
    // What happens all the time did not change.
    let is_rare = |label: &str| {
        let same = series.events.iter().filter(|event| event.label == label);
        same.count() <= RARE_MAX
    };
    let near = series.events.iter().filter(|e| is_near(e.from));
    let events = near.filter(|event| is_rare(&event.label));
    let mut also: Vec<AlsoChanged> = events
        .map(|event| AlsoChanged::Event {
            label: event.label.clone(),
            day: event.from,
        })
        .collect();
    also.extend(doses.iter().flat_map(|other| {
        let near = other.steps.iter().filter(|(day, _)| is_near(*day));
        near.map(|(day, _)| AlsoChanged::OtherMedicine {
            medicine: other.medicine.clone(),
            day: *day,
        })
    }));
    let practices =
        (series.candidates.iter()).filter(|c| c.subject.kind == CandidateKind::Practice);
    also.extend(practices.filter_map(|candidate| {
        let first = candidate.points.iter().find(|point| point.value > 0.5)?;
        is_near(first.day).then(|| AlsoChanged::Practice {
            name: candidate.subject.name.clone(),
            day: first.day,
        })
    }));
    also
}
