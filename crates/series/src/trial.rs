//! Experiments on a person's days: what was drawn, from what, and when. Refuses to judge them.

use record::{Drawing, DrawnFrom, Experiment, LocalDay, Record, StartDays};

use crate::{NumbnessSeries, Outcome};

/// Which assignments might have been drawn; all were equally likely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawn {
    /// Pairs of periods, one of the two with.
    Pairs,
    /// A fixed number of periods with, no long runs, many switches.
    Restricted {
        /// Longest run of one kind.
        run_max: u32,
        /// Switches from one kind to the other, at least.
        switches_min: u32,
    },
    /// Start days of things that stay.
    StartDays(StartDays),
}

/// How an experiment came to its end, or will.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// On its last day.
    AsPlanned,
    /// The person stopped it on this day. Its end was fixed beforehand, so nothing is read from it.
    Stopped(LocalDay),
    /// What was locked was changed since.
    Edited,
}

/// Something tried on days that were drawn by lot, with its end fixed beforehand.
#[derive(Debug, Clone, PartialEq)]
pub struct Trial {
    /// What was tried, in the person's words.
    pub label: String,
    /// Its first day.
    pub begins: LocalDay,
    /// Days that a period lasts, 1 or more.
    pub days_per_period: u32,
    /// From what it was drawn.
    pub drawn: Drawn,
    /// What was drawn, a period each; `true`: with.
    pub assigned: Vec<bool>,
    /// Days until half of an effect has come or gone; 0: at once.
    pub half_life_days: f64,
    /// Starts the random numbers that its result needs.
    pub seed: u64,
    /// How it came to its end.
    pub ended: Ended,
    /// What it is read from where that is another item than numbness, laid out so that more is
    /// worse; `None`: numbness itself.
    pub own: Option<Box<NumbnessSeries>>,
    /// Other things of the same plan, in the order in which they began: what, and what was drawn. Empty
    /// where nothing was drawn together.
    pub others: Vec<(String, Vec<bool>)>,
}

impl Trial {
    /// Lays out all experiments of a record, in their order; those of one plan as one.
    #[must_use]
    pub fn all(record: &Record, numbness: &NumbnessSeries, until: LocalDay) -> Vec<Self> {
        let mut all: Vec<(&Experiment, Self)> = Vec::new();
        let mut experiments: Vec<&Experiment> = record.experiments.iter().collect();
        // Stable: only what belongs to one plan changes places.
        experiments.sort_by_key(|e| (e.terms.begins, place(e)));
        for experiment in experiments {
            let Some(trial) = Self::of(experiment, record, numbness, until) else {
                continue;
            };
            let plan = all
                .iter_mut()
                .find(|(first, _)| first.is_of_one_plan(experiment));
            match plan {
                Some((first, whole)) => whole.join(first, experiment, trial),
                None => all.push((experiment, trial)),
            }
        }
        all.into_iter().map(|(_, trial)| trial).collect()
    }

    /// Takes in another thing of the same plan. The plan ends as the worst of them did, and what does
    /// not fit the first of them was not locked with it.
    fn join(&mut self, first: &Experiment, other: &Experiment, trial: Self) {
        let (own, its) = (&first.terms, &other.terms);
        let is_alike = own.outcome == its.outcome
            && own.assigned.len() == its.assigned.len()
            && own.carry_over_days == its.carry_over_days
            && own.days_per_period == its.days_per_period
            && is_one_draw(own.from, its.from);
        self.ended = match (self.ended, trial.ended) {
            _ if !is_alike => Ended::Edited,
            (Ended::Edited, _) | (_, Ended::Edited) => Ended::Edited,
            (Ended::Stopped(one), Ended::Stopped(two)) => Ended::Stopped(one.min(two)),
            (Ended::AsPlanned, ended) => ended,
            (ended, Ended::AsPlanned) => ended,
        };
        self.others.push((trial.label, trial.assigned));
    }

    /// Lays an experiment out on the days of a record; `None` where its outcome was never answered
    /// or it tries nothing.
    #[must_use]
    pub fn of(
        experiment: &Experiment,
        record: &Record,
        numbness: &NumbnessSeries,
        until: LocalDay,
    ) -> Option<Self> {
        let terms = &experiment.terms;
        let Drawing::Strategy(name) = &terms.drawing else {
            return None;
        };
        let own = if terms.outcome.as_str() == numbness.outcome.name() {
            None
        } else {
            let outcome = Outcome::named(record, &terms.outcome, terms.polarity)?;
            Some(Box::new(NumbnessSeries::new(record, &outcome, until)?))
        };
        Some(Self {
            label: name.as_str().to_owned(),
            begins: terms.begins,
            days_per_period: terms.days_per_period,
            drawn: match terms.from {
                DrawnFrom::Pairs => Drawn::Pairs,
                DrawnFrom::Restricted {
                    run_max,
                    switches_min,
                } => Drawn::Restricted {
                    run_max,
                    switches_min,
                },
                DrawnFrom::StartDays(of) => Drawn::StartDays(of),
            },
            assigned: terms.assigned.clone(),
            half_life_days: Self::half_life_of(terms.carry_over_days),
            seed: terms.seed,
            ended: match experiment.stopped_on {
                _ if !experiment.is_as_locked() => Ended::Edited,
                Some(day) if day <= terms.ends() => Ended::Stopped(day),
                _ => Ended::AsPlanned,
            },
            own,
            others: Vec::new(),
        })
    }

    /// Every label, in the order in which they began.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        let others = self.others.iter().map(|(label, _)| label.as_str());
        std::iter::once(self.label.as_str()).chain(others)
    }

    /// The half-life of an effect of which a tenth is left after so many days.
    #[must_use]
    pub fn half_life_of(carry_over_days: u32) -> f64 {
        f64::from(carry_over_days) * std::f64::consts::LOG10_2
    }

    /// Days that it lasts.
    #[must_use]
    pub fn n_days(&self) -> u32 {
        let n = u32::try_from(self.assigned.len()).unwrap_or(u32::MAX);
        n.saturating_mul(self.days_per_period)
    }

    /// Its last day.
    #[must_use]
    pub fn ends(&self) -> LocalDay {
        let days = i32::try_from(self.n_days()).unwrap_or(i32::MAX);
        self.begins.plus_days(days.saturating_sub(1))
    }

    /// The period that a day lies in, counted from 0; `None` outside.
    #[must_use]
    pub fn period_of(&self, day: LocalDay) -> Option<usize> {
        let since = usize::try_from(day.days_since(self.begins)).ok()?;
        let period = since / (self.days_per_period.max(1) as usize);
        (period < self.assigned.len()).then_some(period)
    }
}

/// Whether two start days were drawn from the same choices.
fn is_one_draw(own: DrawnFrom, its: DrawnFrom) -> bool {
    let first = |from| match from {
        DrawnFrom::StartDays(of) => DrawnFrom::StartDays(StartDays { place: 0, ..of }),
        other => other,
    };
    own != its && first(own) == first(its)
}

fn place(experiment: &Experiment) -> u32 {
    match experiment.terms.from {
        DrawnFrom::StartDays(of) => of.place,
        DrawnFrom::Pairs | DrawnFrom::Restricted { .. } => 0,
    }
}

/// Random days without prompts: blocks of two days, the first of which may be silent. Answers of
/// the second day are compared; it is asked on in any case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silences {
    /// First day of the first block.
    pub begins: LocalDay,
    /// Drawn for each block; `true`: its first day was silent. Half of the blocks are.
    pub assigned: Vec<bool>,
    /// Starts the random numbers that its result needs.
    pub seed: u64,
}

impl Silences {
    /// Days that a block lasts.
    pub const BLOCK_DAYS: u32 = 2;

    /// The drawn silent days of a record: the first that were neither stopped nor changed. The
    /// question is asked once, so later ones add nothing.
    #[must_use]
    pub fn of(record: &Record) -> Option<Self> {
        let is_whole = |e: &&Experiment| {
            e.terms.drawing == Drawing::Silence
                && e.terms.days_per_period == Self::BLOCK_DAYS
                && e.stopped_on.is_none_or(|day| day > e.terms.ends())
                && e.is_as_locked()
        };
        let found = record.experiments.iter().find(is_whole)?;
        Some(Self {
            begins: found.terms.begins,
            assigned: found.terms.assigned.clone(),
            seed: found.terms.seed,
        })
    }

    /// The last day whose answers count.
    #[must_use]
    pub fn ends(&self) -> LocalDay {
        let n = i32::try_from(self.assigned.len()).unwrap_or(i32::MAX / 2);
        self.begins.plus_days(n.saturating_mul(2).saturating_sub(1))
    }

    /// The block whose second day this is, counted from 0.
    #[must_use]
    pub fn block_after(&self, day: LocalDay) -> Option<usize> {
        let since = usize::try_from(day.days_since(self.begins)).ok()?;
        (since % 2 == 1 && since / 2 < self.assigned.len()).then_some(since / 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> LocalDay {
        LocalDay::parse(text).unwrap()
    }

    #[test]
    fn days_fall_into_periods() {
        let trial = Trial {
            label: "a walk".into(),
            begins: day("2026-03-01"),
            days_per_period: 3,
            drawn: Drawn::Pairs,
            assigned: vec![true, false],
            half_life_days: 0.0,
            seed: 1,
            ended: Ended::AsPlanned,
            own: None,
            others: Vec::new(),
        };
        assert_eq!((trial.n_days(), trial.ends()), (6, day("2026-03-06")));
        let period = |text| trial.period_of(day(text));
        assert_eq!(period("2026-02-28"), None);
        assert_eq!(
            (period("2026-03-01"), period("2026-03-03")),
            (Some(0), Some(0))
        );
        assert_eq!(
            (period("2026-03-06"), period("2026-03-07")),
            (Some(1), None)
        );
    }

    #[test]
    fn only_the_second_day_of_a_block_is_compared() {
        let silences = Silences {
            begins: day("2026-03-01"),
            assigned: vec![true, false, true],
            seed: 1,
        };
        let block = |text| silences.block_after(day(text));
        assert_eq!((block("2026-03-01"), block("2026-03-02")), (None, Some(0)));
        assert_eq!((block("2026-03-06"), block("2026-03-08")), (Some(2), None));
        assert_eq!(silences.ends(), day("2026-03-06"));
    }
}
