//! Is something building up? Numbness and everything that is rated, watched from day to day against
//! the person's own first weeks.
//!
//! An alarm is a claim that the usual pattern has changed, and counts against the budget. It says
//! nothing about why.

mod days;
mod watching;

use record::LocalDay;
use series::{Series, Subject};

use crate::answer::{Answer, Basis, Reason};
use crate::budget::{Looks, Share};

/// First day of the record, the first being 1, that is watched; the days before are the baseline.
pub const WATCHED_FROM: u32 = 43;
/// Days of the baseline with a value, without which a series is not watched.
pub const BASELINE_DAYS_MIN: u32 = 14;
const METHOD: &str = "ewma/state-space-innovations";
const VERSION: &str = "2";

/// What is watched.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Watched {
    /// Numbness itself.
    Numbness,
    /// All watched series at once, each turned so that up goes with more numbness.
    Together,
    /// Something that is rated or measured.
    Candidate(Subject),
}

/// One day of a chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChartDay {
    /// The day.
    pub day: LocalDay,
    /// Moving average of surprises in its own standard deviations; above zero: higher than usual.
    pub statistic: f64,
    /// Beyond this, in either direction, is an alarm.
    pub limit: f64,
}

/// The usual pattern has changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Alarm {
    /// First day beyond the limit.
    pub day: LocalDay,
    /// Last day beyond it before seven quiet days, or so far.
    pub until: LocalDay,
    /// What went furthest beyond it on the first day.
    pub watched: Watched,
    /// Upwards; else downwards.
    pub is_higher: bool,
    /// Mean of its last ten days less that of the baseline, in standard deviations of the baseline.
    pub size_sd: f64,
    /// The statistic on the first day.
    pub statistic: f64,
    /// The limit on that day.
    pub limit: f64,
}

/// What came of the watching.
#[derive(Debug, Clone, PartialEq)]
pub struct PatternChange {
    /// First and last day of the baseline in force.
    pub baseline: (LocalDay, LocalDay),
    /// First and last day watched against it.
    pub watched_days: (LocalDay, LocalDay),
    /// Alarms, oldest first.
    pub alarms: Vec<Alarm>,
    /// Charts of what raised alarms, and of everything together where that is watched.
    pub charts: Vec<(Watched, Vec<ChartDay>)>,
    /// What is watched.
    pub watched: Vec<Watched>,
    /// What is not, with the reason.
    pub left_out: Vec<(Subject, Reason)>,
    /// Probability of any false alarm from the first watched day until the next look.
    pub false_alarms: f64,
}

impl PatternChange {
    /// Whether anything is claimed.
    #[must_use]
    pub const fn is_claim(&self) -> bool {
        !self.alarms.is_empty()
    }

    /// The latest alarm.
    #[must_use]
    pub fn latest(&self) -> Option<&Alarm> {
        self.alarms.last()
    }
}

/// Asks whether the usual pattern has changed.
///
/// `seed` starts the simulations behind the limits: the same record and seed have the same answer.
/// Method, assumptions and measured error rates: `method.md` beside this file.
#[must_use]
pub fn answer(series: Option<&Series>, seed: u64) -> Answer<PatternChange> {
    let Some(series) = series else {
        let basis = Basis::new(None, METHOD, VERSION);
        return Answer::withhold(Reason::NoOutcome, basis);
    };
    let part = Share::pattern_part();
    let looks = Looks::all(&series.numbness).into_iter();
    let planned = looks.chain(Looks::upcoming(&series.numbness));
    let spans: Vec<(u32, f64)> = planned.map(|look| (look.day, look.alpha * part)).collect();
    answer_with(series, &spans, seed)
}

/// The same with other probabilities: `spans` has the day of the record that ends each span and the
/// probability of any false alarm within it. For measuring the method at a level of its own.
#[must_use]
pub fn answer_with(series: &Series, spans: &[(u32, f64)], seed: u64) -> Answer<PatternChange> {
    let numbness = &series.numbness;
    let mut basis = Basis::new(Some(numbness), METHOD, VERSION);
    let have = numbness.n_days();
    if have < WATCHED_FROM {
        let need = WATCHED_FROM;
        return Answer::withhold(Reason::TooFewDays { have, need }, basis);
    }
    let Some(found) = watching::run(series, spans, seed) else {
        let have = watching::baseline_days(series);
        let need = BASELINE_DAYS_MIN;
        let reason = if have < need {
            Reason::TooFewBaselineDays { have, need }
        } else {
            Reason::AllAlike
        };
        return Answer::withhold(reason, basis);
    };
    basis.period = Some((numbness.first_day, numbness.last_day));
    basis.numbers = vec![
        (
            "watched",
            f64::from(u32::try_from(found.watched.len()).unwrap_or(u32::MAX)),
        ),
        ("lambda", watching::LAMBDA),
        ("false_alarms", found.false_alarms),
    ];
    Answer::Finding(found, basis)
}
