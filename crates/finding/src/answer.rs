//! What every answer is made of: a finding with its interval, or what was missing for one.

use record::LocalDay;
use series::{NumbnessSeries, QualityNote};
use stats::state_space::Estimate;

/// The questions that can be asked of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Question {
    /// How is it now?
    Now,
    /// What is it doing?
    Course,
    /// What comes before it?
    Triggers,
    /// What comes before a flicker?
    Flickers,
    /// Did the medicine change it?
    MedicationChange,
    /// What helps?
    StrategyEffect,
    /// Is something building up?
    PatternChange,
    /// Does being asked make it worse?
    BeingAsked,
}

impl Question {
    /// All questions, in the order in which they are answered.
    pub const ALL: [Self; 8] = [
        Self::Now,
        Self::Course,
        Self::Triggers,
        Self::Flickers,
        Self::MedicationChange,
        Self::StrategyEffect,
        Self::PatternChange,
        Self::BeingAsked,
    ];

    /// The name that other programs know it by.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Course => "course",
            Self::Triggers => "triggers",
            Self::Flickers => "flickers",
            Self::MedicationChange => "medication_change",
            Self::StrategyEffect => "strategy_effect",
            Self::PatternChange => "pattern_change",
            Self::BeingAsked => "being_asked",
        }
    }
}

/// How much an answer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Something is said to be so; it counts against the false-claim budget.
    Claim,
    /// What the record holds, with an interval; nothing is claimed.
    Description,
    /// Nothing is said.
    Withheld,
}

impl Verdict {
    /// The name that other programs know it by.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Description => "description",
            Self::Withheld => "withheld",
        }
    }
}

/// A number with its interval; for numbness, points of 100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The best single number.
    pub estimate: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Share of such intervals that hold the truth, 0-1.
    pub ci_level: f64,
}

impl Interval {
    pub(crate) const fn of(estimate: &Estimate, ci_level: f64) -> Self {
        Self {
            estimate: estimate.value,
            low: estimate.lower,
            high: estimate.upper,
            ci_level,
        }
    }

    /// The same interval cut to the span that the truth can lie in.
    ///
    /// What lies wholly outside is drawn in to the nearer end and keeps half of its width: a single
    /// point would be surer than anybody can be.
    #[must_use]
    pub fn within(self, min: f64, max: f64) -> Self {
        let cut = |number: f64| number.clamp(min, max);
        let half = (f64::midpoint(self.high, -self.low)).clamp(0.0, max - min);
        let (low, high) = match (cut(self.low), cut(self.high)) {
            (low, _) if self.high <= min => (low, min + half),
            (_, high) if self.low >= max => (max - half, high),
            ends => ends,
        };
        Self {
            estimate: cut(self.estimate),
            low,
            high,
            ..self
        }
    }
}

/// Why an answer was withheld. `have` and `need` count what the name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Nothing in the record speaks of numbness.
    NoOutcome,
    /// Days with an answer.
    TooFewDays {
        /// Days there are.
        have: u32,
        /// Days needed.
        need: u32,
    },
    /// Days with an answer in the last seven.
    TooFewThisWeek {
        /// Days there are.
        have: u32,
        /// Days needed.
        need: u32,
    },
    /// Days with an answer in the four weeks before the last seven days.
    TooFewBefore {
        /// Days there are.
        have: u32,
        /// Days needed.
        need: u32,
    },
    /// Every answer is the same number.
    AllAlike,
    /// Days with a value among the first weeks, which everything later is compared with.
    TooFewBaselineDays {
        /// Days there are.
        have: u32,
        /// Days needed.
        need: u32,
    },
    /// Days with a flicker or kept days without one, whichever are fewer.
    TooFewFlickerDays {
        /// Days there are.
        have: u32,
        /// Days needed.
        need: u32,
    },
    /// Separate tense times with an answer in the days after them.
    TooFewTenseTimes {
        /// Times there are.
        have: u32,
        /// Times needed.
        need: u32,
    },
    /// No dose changed inside the record.
    NoDoseChange,
    /// Days with an answer before a change of dose, since the one before it.
    TooFewBeforeChange {
        /// Days there are.
        have: u32,
        /// Days needed.
        need: u32,
    },
    /// Days with an answer after a change of dose, until the next one.
    TooFewAfterChange {
        /// Days there are.
        have: u32,
        /// Days needed.
        need: u32,
    },
    /// Nothing stands in the record that may come before.
    NoCandidates,
    /// What stands in the record has too little in it to be tested.
    NoUsableCandidate,
    /// Days with it and days without it, whichever are fewer.
    TooFewOfEach {
        /// Days there are.
        have: u32,
        /// Days needed.
        need: u32,
    },
    /// No experiment was begun.
    NoExperiment,
    /// The person stopped the experiment before its end.
    Stopped,
    /// What was locked was changed since.
    NotAsLocked,
    /// Days of the experiment that are over, and after how many it is read.
    ExperimentNotOver {
        /// Days there are.
        have: u32,
        /// Days needed.
        need: u32,
    },
    /// The days of the experiment are not such as could have been drawn.
    NotAsDrawn,
    /// No days without prompts were drawn.
    NoSilences,
}

impl Reason {
    /// The name that other programs know it by.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoOutcome => "no_outcome",
            Self::TooFewDays { .. } => "too_few_days",
            Self::TooFewThisWeek { .. } => "too_few_days_this_week",
            Self::TooFewBefore { .. } => "too_few_days_before",
            Self::AllAlike => "all_alike",
            Self::TooFewBaselineDays { .. } => "too_few_baseline_days",
            Self::TooFewFlickerDays { .. } => "too_few_flicker_days",
            Self::TooFewTenseTimes { .. } => "too_few_tense_times",
            Self::NoDoseChange => "no_dose_change",
            Self::TooFewBeforeChange { .. } => "too_few_days_before_change",
            Self::TooFewAfterChange { .. } => "too_few_days_after_change",
            Self::NoCandidates => "no_candidates",
            Self::NoUsableCandidate => "no_usable_candidate",
            Self::TooFewOfEach { .. } => "too_few_of_each",
            Self::NoExperiment => "no_experiment",
            Self::Stopped => "stopped",
            Self::NotAsLocked => "not_as_locked",
            Self::ExperimentNotOver { .. } => "experiment_not_over",
            Self::NotAsDrawn => "not_as_drawn",
            Self::NoSilences => "no_silences",
        }
    }

    /// What there is and what is needed, where both are counts.
    #[must_use]
    pub const fn have_need(self) -> Option<(u32, u32)> {
        match self {
            Self::TooFewDays { have, need }
            | Self::TooFewThisWeek { have, need }
            | Self::TooFewBefore { have, need }
            | Self::TooFewBaselineDays { have, need }
            | Self::TooFewFlickerDays { have, need }
            | Self::TooFewTenseTimes { have, need }
            | Self::TooFewBeforeChange { have, need }
            | Self::TooFewAfterChange { have, need }
            | Self::ExperimentNotOver { have, need }
            | Self::TooFewOfEach { have, need } => Some((have, need)),
            Self::NoOutcome
            | Self::AllAlike
            | Self::NoDoseChange
            | Self::NoExperiment
            | Self::Stopped
            | Self::NotAsLocked
            | Self::NotAsDrawn
            | Self::NoSilences
            | Self::NoCandidates
            | Self::NoUsableCandidate => None,
        }
    }
}

/// What an answer rests on; withheld answers carry it too.
#[derive(Debug, Clone, PartialEq)]
pub struct Basis {
    /// First and last day used.
    pub period: Option<(LocalDay, LocalDay)>,
    /// Answered occasions used.
    pub n_occasions: usize,
    /// Days with an answer used.
    pub n_days: usize,
    /// Share of expected occasions without an answer, 0-1.
    pub missing: f64,
    /// What a reader should know about the data.
    pub notes: Vec<QualityNote>,
    /// Name of the method.
    pub method: &'static str,
    /// Version of the method; another version may give another answer.
    pub method_version: &'static str,
    /// Numbers of the working, by name.
    pub numbers: Vec<(&'static str, f64)>,
}

impl Basis {
    pub(crate) fn new(
        series: Option<&NumbnessSeries>,
        method: &'static str,
        method_version: &'static str,
    ) -> Self {
        Self {
            period: series.map(|s| (s.first_day, s.last_day)),
            n_occasions: series.map_or(0, NumbnessSeries::n_answered),
            n_days: series.map_or(0, |s| series::day_means(s).len()),
            missing: series.map_or(1.0, |s| s.missing),
            notes: series.map(|s| s.notes.clone()).unwrap_or_default(),
            method,
            method_version,
            numbers: Vec::new(),
        }
    }
}

/// Why nothing is said, and what could have been seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Withheld {
    /// Why.
    pub reason: Reason,
    /// Smallest difference in points of 100 that such a record shows as a rule; `None`: not known.
    pub could_have_shown: Option<f64>,
}

/// One question answered, or not.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer<F> {
    /// An answer with what it rests on.
    Finding(F, Basis),
    /// No answer, with the reason and what there was.
    Withheld(Withheld, Basis),
}

impl<F> Answer<F> {
    pub(crate) const fn withhold(reason: Reason, basis: Basis) -> Self {
        Self::Withheld(
            Withheld {
                reason,
                could_have_shown: None,
            },
            basis,
        )
    }

    /// The same with what could have been seen.
    pub(crate) fn that_could_show(self, points: Option<f64>) -> Self {
        match self {
            Self::Withheld(withheld, basis) => Self::Withheld(
                Withheld {
                    could_have_shown: points,
                    ..withheld
                },
                basis,
            ),
            finding @ Self::Finding(..) => finding,
        }
    }

    /// What it rests on.
    #[must_use]
    pub const fn basis(&self) -> &Basis {
        match self {
            Self::Finding(_, basis) | Self::Withheld(_, basis) => basis,
        }
    }

    /// The finding, where there is one.
    #[must_use]
    pub const fn finding(&self) -> Option<&F> {
        match self {
            Self::Finding(finding, _) => Some(finding),
            Self::Withheld(..) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_outside_the_scale_keeps_a_width() {
        let of = |low: f64, high: f64| Interval {
            estimate: f64::midpoint(low, high),
            low,
            high,
            ci_level: 0.95,
        };
        let ends = |interval: Interval| (interval.low, interval.estimate, interval.high);
        assert_eq!(ends(of(-6.0, -2.0).within(0.0, 100.0)), (0.0, 0.0, 2.0));
        assert_eq!(
            ends(of(104.0, 110.0).within(0.0, 100.0)),
            (97.0, 100.0, 100.0)
        );
        assert_eq!(ends(of(-6.0, 2.0).within(0.0, 100.0)), (0.0, 0.0, 2.0));
        assert_eq!(
            ends(of(-600.0, 900.0).within(0.0, 100.0)),
            (0.0, 100.0, 100.0)
        );
        let open = of(f64::NEG_INFINITY, f64::INFINITY);
        let open = Interval {
            estimate: 1.0,
            ..open
        };
        assert_eq!(ends(open.within(-100.0, 100.0)), (-100.0, 1.0, 100.0));
    }
}
