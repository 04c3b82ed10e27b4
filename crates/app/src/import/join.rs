//! Nights that two programs tell. Refuses to keep the second one.

use std::collections::BTreeMap;

use record::{Fact, FactBody, FactKey, Record};

use crate::Trouble;

/// No night is longer than a day.
const NIGHT_SECONDS_MAX: i64 = 86_400;

/// Nights that are known, those of the record and those of the file so far.
#[derive(Debug, Default)]
pub(super) struct Joiner {
    /// Ends by starts.
    known: BTreeMap<i64, Vec<i64>>,
    /// Nights that were left out.
    pub n_joined: usize,
}

impl Joiner {
    /// Begins with what a record tells.
    pub fn of(record: &Record) -> Self {
        let mut joiner = Self::default();
        record
            .facts()
            .iter()
            .filter_map(span)
            .for_each(|span| joiner.note(span));
        joiner
    }

    fn note(&mut self, (from, to): (i64, i64)) {
        self.known.entry(from).or_default().push(to);
    }

    /// Takes out nights that are told already, each shared for more than half of the shorter one.
    /// A fact that is kept under its own key stays: it is here already, and no other night.
    pub fn take_out(
        &mut self,
        facts: Vec<Fact>,
        is_kept: impl Fn(FactKey) -> Result<bool, Trouble>,
    ) -> Result<Vec<Fact>, Trouble> {
        let mut left = Vec::with_capacity(facts.len());
        for fact in facts {
            if let Some(span) = span(&fact)
                && !is_kept(fact.key)?
            {
                if self.has(span) {
                    self.n_joined += 1;
                    continue;
                }
                self.note(span);
            }
            left.push(fact);
        }
        Ok(left)
    }

    fn has(&self, (from, to): (i64, i64)) -> bool {
        let near = self.known.range(from - NIGHT_SECONDS_MAX..to);
        let mut near = near.flat_map(|(from, ends)| ends.iter().map(|to| (*from, *to)));
        near.any(|(other_from, other_to)| {
            let shared = to.min(other_to) - from.max(other_from);
            2 * shared > (to - from).min(other_to - other_from)
        })
    }
}

/// From falling asleep to waking, in seconds; `None` for everything but nights of known length.
fn span(fact: &Fact) -> Option<(i64, i64)> {
    let FactBody::SleepNight(night) = &fact.body else {
        return None;
    };
    let to = fact.moment.unix_seconds();
    let from = night.tried_to_sleep.as_ref().or(night.into_bed.as_ref());
    let from = match from {
        Some(from) => from.unix_seconds(),
        None => to - i64::from(night.minutes_asleep()?.0) * 60,
    };
    (from < to).then_some((from, to))
}
