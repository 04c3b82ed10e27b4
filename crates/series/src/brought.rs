//! What the files of one program brought, laid on the person's days: what happened on which day, and
//! what was rated beside it. Refuses days and facts from anywhere else.

use std::collections::{BTreeMap, BTreeSet};

use record::{LocalDay, Record, Source};

use crate::candidate::values;
use crate::{CandidateKind, Subject};

/// What the files of one program brought.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Brought {
    /// Days of which the files tell anything, oldest first.
    pub days: Vec<LocalDay>,
    /// What happened or was done, in the order of the subjects, and on which days, oldest first.
    pub happened: Vec<(Subject, Vec<LocalDay>)>,
    /// What was rated or measured, in the order of the subjects, with the mean of each day that has a
    /// value, oldest first, in its own unit.
    pub rated: Vec<(Subject, Vec<(LocalDay, f64)>)>,
}

impl Brought {
    /// Lays out what files with these digests brought, up to and including `until`.
    ///
    /// What is marked as sensitive is left out. A day belongs to the files as soon as they tell
    /// anything of it, so that a day on which something did not happen is told from a day on which
    /// nobody wrote.
    #[must_use]
    pub fn new(record: &Record, files: &[[u8; 32]], until: LocalDay) -> Self {
        let starts = record.profile.day_start;
        let mut days = BTreeSet::new();
        let mut happened: BTreeMap<Subject, BTreeSet<LocalDay>> = BTreeMap::new();
        let mut rated: BTreeMap<Subject, BTreeMap<LocalDay, (f64, u32)>> = BTreeMap::new();
        for fact in record.facts() {
            let Source::Import { file, .. } = &fact.source else {
                continue;
            };
            let day = fact.moment.day(starts);
            if day > until || !files.contains(file) {
                continue;
            }
            days.insert(day);
            for (subject, value) in values(record, fact) {
                match subject.kind {
                    CandidateKind::Event | CandidateKind::Practice => {
                        happened.entry(subject).or_default().insert(day);
                    }
                    CandidateKind::Item
                    | CandidateKind::SleepMinutes
                    | CandidateKind::SleepQuality => {
                        let of_day = rated.entry(subject).or_default().entry(day).or_default();
                        *of_day = (of_day.0 + value, of_day.1 + 1);
                    }
                    CandidateKind::ActivityMinutes | CandidateKind::MissedDose => {}
                }
            }
        }
        let means = |days: BTreeMap<LocalDay, (f64, u32)>| {
            let mean = |(day, (sum, n)): (LocalDay, (f64, u32))| (day, sum / f64::from(n));
            days.into_iter().map(mean).collect()
        };
        Self {
            days: days.into_iter().collect(),
            happened: (happened.into_iter())
                .map(|(subject, days)| (subject, days.into_iter().collect()))
                .collect(),
            rated: (rated.into_iter())
                .map(|(subject, days)| (subject, means(days)))
                .collect(),
        }
    }
}
