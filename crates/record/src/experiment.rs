//! Something that is done on days drawn by lot, fixed and sealed before its first day. Refuses to
//! say what came of it.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::{FactKey, ItemId, Label, LocalDay, Polarity};

/// Says why something is no experiment that could have been drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ExperimentError {
    /// No period, or too many of them.
    #[error("an experiment has 1 to {max} periods", max = Experiment::PERIODS_MAX)]
    Periods,
    /// A period without days, or too long a one.
    #[error("a period lasts 1 to {max} days", max = Experiment::PERIOD_DAYS_MAX)]
    PeriodDays,
    /// Carry-over of more days than anything here has.
    #[error("an effect is gone after at most {max} days", max = Experiment::CARRY_OVER_MAX)]
    CarryOver,
    /// It begins before it was locked, or was stopped before it was locked.
    #[error("the days of an experiment do not follow each other")]
    Days,
    /// A day that does not belong to it, or stands twice.
    #[error("a day of an experiment lies outside of it or stands twice")]
    Day,
}

/// What the lot decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drawing {
    /// Whether a day is one with this strategy.
    Strategy(Label),
    /// Whether the first day of a block is one without prompts.
    Silence,
}

/// Which assignments might have been drawn; all were equally likely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DrawnFrom {
    /// Pairs of periods, one of the two with.
    Pairs,
    /// As many periods with as were drawn, no long runs, many switches.
    Restricted {
        /// Longest run of one kind.
        run_max: u32,
        /// Switches from one kind to the other, at least.
        switches_min: u32,
    },
    /// A day from which on it is with, of something that stays. Several such experiments with the same
    /// seed are one plan: their start days were drawn together, in the order of their places.
    StartDays(StartDays),
}

/// Which start days might have been drawn, each choice of them as likely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StartDays {
    /// Days from the first day of the plan to the earliest start day.
    pub earliest: u32,
    /// Days from the first day of the plan to the latest start day.
    pub latest: u32,
    /// Start days of the plan.
    pub n_started: u32,
    /// Which of them this is, from 0, the earliest first.
    pub place: u32,
    /// Days between two start days, at least.
    pub gap_days: u32,
}

/// Everything that is fixed when an experiment is locked. None of it changes afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// What the lot decides.
    pub drawing: Drawing,
    /// What is looked at: `check_in`, or one item.
    pub outcome: ItemId,
    /// Which end of the outcome is the numb one, or the worse one.
    pub polarity: Polarity,
    /// Its first day.
    pub begins: LocalDay,
    /// Days that a period lasts.
    pub days_per_period: u32,
    /// From what it was drawn.
    pub from: DrawnFrom,
    /// What was drawn, a period each; `true`: with, or silent.
    pub assigned: Vec<bool>,
    /// Days after which an effect is gone but for a tenth; 0: at once.
    pub carry_over_days: u32,
    /// Started the random numbers of the draw; whoever has it can draw again and see the same.
    pub seed: u64,
    /// The day on which it was locked.
    pub locked_on: LocalDay,
}

/// Whether the person did on a day what the experiment is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExperimentDay {
    /// The person's day.
    pub day: LocalDay,
    /// It was done.
    pub is_done: bool,
}

/// Something done on days drawn by lot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Experiment {
    /// Random, from the form; the same form sent twice locks one experiment.
    pub key: FactKey,
    /// What was fixed.
    pub terms: Terms,
    /// SHA-256 over the terms, made when it was locked.
    pub seal: [u8; 32],
    /// The day on which the person stopped it; `None`: they did not.
    pub stopped_on: Option<LocalDay>,
    /// What was done on days of it, the oldest first; a day that nobody spoke of is missing.
    pub days: Vec<ExperimentDay>,
}

impl Terms {
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

    /// What was drawn for a day; `None` outside. Of a silent block, only the first day is silent.
    #[must_use]
    pub fn drawn_for(&self, day: LocalDay) -> Option<bool> {
        let since = usize::try_from(day.days_since(self.begins)).ok()?;
        let days = self.days_per_period.max(1) as usize;
        let is_with = *self.assigned.get(since / days)?;
        Some(match self.drawing {
            Drawing::Strategy(_) => is_with,
            Drawing::Silence => is_with && since.is_multiple_of(days),
        })
    }

    /// The day from which on it is with, where that was drawn.
    #[must_use]
    pub fn start_day(&self) -> Option<LocalDay> {
        let DrawnFrom::StartDays(_) = self.from else {
            return None;
        };
        let since = self.assigned.iter().position(|with| *with)?;
        Some(self.begins.plus_days(i32::try_from(since).ok()?))
    }

    /// SHA-256 over all of it, as text of one line a field. The text is described in
    /// `docs/formats/record.md`, so that anybody can make the seal again.
    #[must_use]
    pub fn seal(&self) -> [u8; 32] {
        Sha256::digest(self.sealed_text()).into()
    }

    fn sealed_text(&self) -> String {
        let mut text = String::from("thawline.experiment/1\n");
        let drawing = match &self.drawing {
            // With its length, because a name may hold any character.
            Drawing::Strategy(name) => {
                format!("strategy {} {}", name.as_str().len(), name.as_str())
            }
            Drawing::Silence => "silence".to_owned(),
        };
        let polarity = match self.polarity {
            Polarity::HigherIsMoreFeeling => "more_feeling",
            Polarity::HigherIsMoreNumb => "more_numb",
        };
        let from = match self.from {
            DrawnFrom::Pairs => "pairs".to_owned(),
            DrawnFrom::Restricted {
                run_max,
                switches_min,
            } => format!("restricted {run_max} {switches_min}"),
            DrawnFrom::StartDays(of) => format!(
                "start_days {} {} {} {} {}",
                of.earliest, of.latest, of.n_started, of.place, of.gap_days
            ),
        };
        let digit = |with: &bool| if *with { '1' } else { '0' };
        let assigned: String = self.assigned.iter().map(digit).collect();
        // Writing to a text cannot fail.
        let _ = write!(
            text,
            "drawing {drawing}\noutcome {} {polarity}\nbegins {}\ndays_per_period {}\nfrom {from}\n\
             assigned {assigned}\ncarry_over_days {}\nseed {}\nlocked_on {}\n",
            self.outcome,
            self.begins,
            self.days_per_period,
            self.carry_over_days,
            self.seed,
            self.locked_on,
        );
        text
    }

    fn check(&self) -> Result<(), ExperimentError> {
        let is_in = |n: usize, max: usize| (1..=max).contains(&n);
        if !is_in(self.assigned.len(), Experiment::PERIODS_MAX) {
            Err(ExperimentError::Periods)
        } else if !is_in(self.days_per_period as usize, Experiment::PERIOD_DAYS_MAX) {
            Err(ExperimentError::PeriodDays)
        } else if self.carry_over_days as usize > Experiment::CARRY_OVER_MAX {
            Err(ExperimentError::CarryOver)
        } else if self.begins < self.locked_on {
            Err(ExperimentError::Days)
        } else {
            Ok(())
        }
    }
}

impl Experiment {
    /// Periods of an experiment at most.
    pub const PERIODS_MAX: usize = 400;
    /// Days of a period at most.
    pub const PERIOD_DAYS_MAX: usize = 60;
    /// Days of carry-over at most.
    pub const CARRY_OVER_MAX: usize = 60;

    /// Locks what was drawn.
    ///
    /// # Errors
    /// [`ExperimentError`], the first problem found.
    pub fn lock(key: FactKey, terms: Terms) -> Result<Self, ExperimentError> {
        let seal = terms.seal();
        Self {
            key,
            terms,
            seal,
            stopped_on: None,
            days: Vec::new(),
        }
        .checked()
    }

    /// The same with its days in order, if it is possible. The seal may be broken: see
    /// [`Self::is_as_locked`].
    ///
    /// # Errors
    /// [`ExperimentError`], the first problem found.
    pub fn checked(mut self) -> Result<Self, ExperimentError> {
        self.terms.check()?;
        if self
            .stopped_on
            .is_some_and(|day| day < self.terms.locked_on)
        {
            return Err(ExperimentError::Days);
        }
        self.days.sort_by_key(|told| told.day);
        let is_twice = self.days.windows(2).any(|two| two[0].day == two[1].day);
        let is_outside = |told: &ExperimentDay| self.terms.drawn_for(told.day).is_none();
        if is_twice || self.days.iter().any(is_outside) {
            return Err(ExperimentError::Day);
        }
        Ok(self)
    }

    /// Whether nothing that was fixed was changed since.
    #[must_use]
    pub fn is_as_locked(&self) -> bool {
        self.terms.seal() == self.seal
    }

    /// Whether it goes on, or is still to begin, on a day.
    #[must_use]
    pub fn is_under_way(&self, today: LocalDay) -> bool {
        self.stopped_on.is_none() && today <= self.terms.ends()
    }

    /// Whether both belong to one plan, whose start days were drawn together.
    #[must_use]
    pub fn is_of_one_plan(&self, other: &Self) -> bool {
        let (own, its) = (&self.terms, &other.terms);
        let is_plan = |terms: &Terms| matches!(terms.from, DrawnFrom::StartDays(_));
        is_plan(own) && is_plan(its) && (own.seed, own.begins) == (its.seed, its.begins)
    }

    /// What was told about a day.
    #[must_use]
    pub fn told(&self, day: LocalDay) -> Option<bool> {
        let told = self.days.iter().find(|told| told.day == day);
        told.map(|told| told.is_done)
    }
}
