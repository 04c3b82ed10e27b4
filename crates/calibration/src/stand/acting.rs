//! Something of a record that is made to act on its twins. Refuses things that never vary.

use std::collections::BTreeMap;

use record::LocalDay;
use series::{Candidate, Series, Subject};

use super::share::number;

/// Something of the record that acts on a twin one day later.
pub(super) struct Trigger {
    pub subject: Subject,
    /// Its value on each day, in standard deviations from its mean.
    pub by_day: BTreeMap<LocalDay, f64>,
}

impl Trigger {
    pub fn of(series: &Series) -> Option<Self> {
        let is_named = |c: &Candidate| c.named.iter().any(|named| named.until.is_none());
        let rank = |c: &&Candidate| (is_named(c), c.by_day().len());
        let candidate = series.candidates.iter().max_by_key(rank)?;
        let days = candidate.by_day();
        let n = number(days.len());
        let mean = days.iter().map(|(_, value)| value).sum::<f64>() / n;
        let squares = days.iter().map(|(_, v)| (v - mean) * (v - mean));
        let sd = (squares.sum::<f64>() / (n - 1.0).max(1.0)).sqrt();
        (sd > 0.0).then(|| Self {
            subject: candidate.subject.clone(),
            by_day: (days.into_iter())
                .map(|(day, value)| (day, (value - mean) / sd))
                .collect(),
        })
    }

    pub fn is_found(&self, series: &Series, seed: u64) -> bool {
        let answer = finding::triggers::answer(Some(series), seed);
        answer.finding().is_some_and(|found| {
            let of_mine = |claim: &finding::triggers::Tested| {
                claim.subject == self.subject && claim.effect.estimate > 0.0
            };
            found.claims().any(of_mine)
        })
    }
}
