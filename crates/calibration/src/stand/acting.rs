//! Something of a record that is made to act on its twins. Refuses things that never vary.

use std::collections::BTreeMap;

use record::LocalDay;
use series::{Candidate, CandidateKind, Series, Subject};

use super::share::number;

/// Something of the record that acts on a twin one day later.
pub(super) struct Trigger {
    pub subject: Subject,
    /// It is there or not: its effect is that of being there.
    pub is_yes_no: bool,
    /// Its value on each day less its mean: in standard deviations, or as it is where it is there or
    /// not. A rare thing would else have an effect many times as large as was asked for.
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
        let per = if candidate.is_yes_no { 1.0 } else { sd };
        (sd > 0.0).then(|| Self {
            subject: candidate.subject.clone(),
            is_yes_no: candidate.is_yes_no,
            by_day: (days.into_iter())
                .map(|(day, value)| (day, (value - mean) / per))
                .collect(),
        })
    }

    /// What it is, in words that stand alone.
    pub fn name(&self) -> String {
        let name = &self.subject.name;
        match self.subject.kind {
            CandidateKind::Item => name.replace('_', " "),
            CandidateKind::SleepMinutes => "minutes asleep".to_owned(),
            CandidateKind::SleepQuality => "quality of sleep".to_owned(),
            CandidateKind::ActivityMinutes => "minutes of movement".to_owned(),
            CandidateKind::Event | CandidateKind::Practice => name.clone(),
            CandidateKind::MissedDose => format!("a dose of {name} left out"),
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::beside::{Beside, person};
    use crate::population::Cell;

    fn one(is_yes_no: bool) -> (Trigger, Vec<f64>) {
        let beside = Beside {
            n_candidates: 1,
            trigger: None,
            has_suspect: false,
            has_drift: true,
        };
        let mut series = person(&Cell::STANDARD, &beside, 0, 7).unwrap();
        let candidate = &mut series.candidates[0];
        candidate.is_yes_no = is_yes_no;
        let mut by_value: Vec<f64> = candidate.points.iter().map(|point| point.value).collect();
        by_value.sort_by(f64::total_cmp);
        let line = by_value[by_value.len() * 9 / 10];
        if is_yes_no {
            for point in &mut candidate.points {
                point.value = f64::from(u8::from(point.value > line));
            }
        }
        let trigger = Trigger::of(&series).unwrap();
        let values = trigger.by_day.values().copied().collect();
        (trigger, values)
    }

    #[test]
    fn being_there_has_the_effect_that_was_asked_for_however_rare_it_is() {
        let (trigger, values) = one(true);
        let ends = |of: fn(f64, f64) -> f64| values.iter().copied().reduce(of).unwrap();
        assert!(trigger.is_yes_no);
        assert!((ends(f64::max) - ends(f64::min) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_rating_is_counted_in_its_standard_deviations() {
        let (trigger, values) = one(false);
        assert!(!trigger.is_yes_no && !trigger.name().contains('_'));
        let n = number(values.len());
        let mean = values.iter().sum::<f64>() / n;
        let variance = values.iter().map(|v| v * v).sum::<f64>() / (n - 1.0);
        assert!(mean.abs() < 1e-9 && (variance - 1.0).abs() < 1e-9);
    }
}
