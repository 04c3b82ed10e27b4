//! A moment that belongs to the series, answered or missed. Refuses to schedule: it only keeps.

use crate::{Assessment, Form, Moment};

/// One prompt that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beep {
    /// When it was due.
    pub scheduled_at: Moment,
    /// When it was sent; `None` when it never was.
    pub sent_at: Option<Moment>,
}

/// What made this occasion happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SamplingPlan {
    /// A prompt asked for it (signal-contingent).
    Signal,
    /// A fixed time asked for it (interval-contingent).
    Interval,
    /// The person came by themselves (event-contingent, voluntary).
    Voluntary,
    /// Written down later, from memory.
    Recall,
}

/// What became of the occasion.
#[derive(Debug, Clone, PartialEq)]
pub enum OccasionState {
    /// Still ahead or open.
    Scheduled,
    /// It passed without an answer.
    Missed,
    /// Some answer was given, or every item was skipped by hand.
    Answered(Assessment),
}

/// A moment that belongs to the series.
#[derive(Debug, Clone, PartialEq)]
pub struct Occasion {
    /// What made it happen.
    pub plan: SamplingPlan,
    /// Which set of questions it belongs to; only the check-in measures numbness.
    pub form: Form,
    /// The prompt, where there was one.
    pub beep: Option<Beep>,
    /// Day number in a study, counted from 1; `None` outside studies.
    pub day_no: Option<u32>,
    /// Place among the day's prompts, counted from 1; `None` without a fixed plan.
    pub beep_no: Option<u32>,
    /// What became of it.
    pub state: OccasionState,
}

impl Occasion {
    /// An occasion that the person came to by themselves.
    #[must_use]
    pub const fn voluntary(assessment: Assessment) -> Self {
        Self::answered(SamplingPlan::Voluntary, assessment)
    }

    /// An answered check-in without prompt.
    #[must_use]
    pub const fn answered(plan: SamplingPlan, assessment: Assessment) -> Self {
        Self::of_form(Form::CheckIn, plan, assessment)
    }

    /// An answered form without prompt.
    #[must_use]
    pub const fn of_form(form: Form, plan: SamplingPlan, assessment: Assessment) -> Self {
        Self {
            plan,
            form,
            beep: None,
            day_no: None,
            beep_no: None,
            state: OccasionState::Answered(assessment),
        }
    }

    /// An answered check-in that a prompt of this program asked for.
    #[must_use]
    pub fn prompted(beep: Beep, assessment: Assessment) -> Self {
        Self {
            beep: Some(beep),
            ..Self::answered(SamplingPlan::Signal, assessment)
        }
    }

    /// A prompt of this program that nobody answered; one without `sent_at` was never shown.
    #[must_use]
    pub const fn unanswered(beep: Beep) -> Self {
        Self {
            plan: SamplingPlan::Signal,
            form: Form::CheckIn,
            beep: Some(beep),
            day_no: None,
            beep_no: None,
            state: OccasionState::Missed,
        }
    }

    /// Whether somebody answered a check-in here, by themselves or because a prompt of this program
    /// asked; not in a study, whose prompts are counted.
    #[must_use]
    pub fn is_own_check_in(&self) -> bool {
        let is_ours = match self.plan {
            SamplingPlan::Voluntary => true,
            SamplingPlan::Signal => self.is_own_prompt(),
            SamplingPlan::Interval | SamplingPlan::Recall => false,
        };
        is_ours && self.form == Form::CheckIn && self.assessment().is_some()
    }

    /// Whether a prompt of this program stands behind it, answered or not.
    #[must_use]
    pub fn is_own_prompt(&self) -> bool {
        let is_counted = self.day_no.is_some() || self.beep_no.is_some();
        self.plan == SamplingPlan::Signal && self.beep.is_some() && !is_counted
    }

    /// Whether it was planned and never shown: nobody could have answered.
    #[must_use]
    pub fn was_never_sent(&self) -> bool {
        let is_unsent = |beep: &Beep| beep.sent_at.is_none();
        self.state == OccasionState::Missed && self.beep.as_ref().is_some_and(is_unsent)
    }

    /// The answers, where there are some.
    #[must_use]
    pub const fn assessment(&self) -> Option<&Assessment> {
        match &self.state {
            OccasionState::Answered(assessment) => Some(assessment),
            OccasionState::Scheduled | OccasionState::Missed => None,
        }
    }
}
