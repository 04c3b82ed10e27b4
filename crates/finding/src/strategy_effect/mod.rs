//! What helps? Something tried on days that were drawn by lot, against the days without.
//!
//! Claims count against the budget. The lot is what allows a claim here to speak of an effect.

mod ahead;
mod laid;
mod plan;
mod starts;

use record::LocalDay;
use series::{Drawn, Ended, NumbnessSeries, Series, Trial};

use crate::answer::{Answer, Basis, Interval, Reason};
use crate::budget::{FAMILY_WISE, Share};
use crate::by_lot::{self, ByLot, ChanceBar, DrawnDay, interval};

pub use ahead::{
    DAYS_MIN as DAYS_AHEAD_MIN, Planned, Wish, alpha_ahead, planned, planned_for, planned_starts,
    reach_ahead,
};
pub use plan::{Offer, design_of, draw, offer};
pub use starts::{AFTER_DAYS, BASELINE_DAYS, GAP_DAYS, STARTED_MAX, draw_starts, offer_starts};

use laid::Laid;

/// Days with an answer that each side needs.
pub const DAYS_EACH_MIN: u32 = 5;
const METHOD: &str = "randomization/gls-ar1-noise";
const VERSION: &str = "2";
const CI_LEVEL: f64 = 0.95;
/// Share of the error probability for 'less numb on those days': what a person hopes for is found
/// sooner, the opposite still is.
const BELOW: f64 = 0.8;

/// One experiment that is over.
#[derive(Debug, Clone, PartialEq)]
pub struct Tried {
    /// The experiment.
    pub trial: Trial,
    /// Numbness on an average day with less that on one without, points of 100; below zero is less
    /// numb.
    pub size: Interval,
    /// Probability of a difference as far out when there is none on any day, over what might have
    /// been drawn.
    pub p_value: f64,
    /// The same on the scale of [`FAMILY_WISE`].
    pub p_adjusted: f64,
    /// Probability of a false claim that this experiment may spend.
    pub alpha: f64,
    /// Assignments that were compared.
    pub n_compared: usize,
    /// Whether these are all that might have been drawn.
    pub is_exact: bool,
    /// Days with an answer, with and without.
    pub n_days: (u32, u32),
    /// These days, oldest first.
    pub days: Vec<DrawnDay>,
    /// Where `size` stands among the assignments that were compared.
    pub by_chance: Vec<ChanceBar>,
}

impl Tried {
    /// Smallest difference, points of 100, that such days show four times out of five, from the
    /// width of the interval.
    #[must_use]
    pub fn could_have_shown(&self) -> f64 {
        crate::reach::of_interval(&self.size, self.alpha).min(100.0)
    }

    /// Whether a difference is said to be there.
    #[must_use]
    pub fn is_claim(&self) -> bool {
        self.p_value <= self.alpha
    }
}

/// All experiments that are over.
#[derive(Debug, Clone, PartialEq)]
pub struct StrategyEffect {
    /// Oldest first.
    pub tried: Vec<Tried>,
    /// Those that say nothing, with the reason.
    pub left_out: Vec<(Trial, Reason)>,
}

impl StrategyEffect {
    /// Whether anything is claimed.
    #[must_use]
    pub fn is_claim(&self) -> bool {
        self.tried.iter().any(Tried::is_claim)
    }
}

/// Asks what experiments showed. Each is read once, when its last day is over, with a share of the
/// budget of its own.
///
/// Method, assumptions and measured error rates: `method.md` beside this file.
#[must_use]
pub fn answer(series: Option<&Series>) -> Answer<StrategyEffect> {
    let Some(series) = series else {
        return Answer::withhold(Reason::NoOutcome, Basis::new(None, METHOD, VERSION));
    };
    let mut basis = Basis::new(Some(&series.numbness), METHOD, VERSION);
    let (mut tried, mut left_out) = (Vec::new(), Vec::new());
    for (idx, trial) in series.trials.iter().enumerate() {
        match read(series, trial, Share::of_experiment(series, idx)) {
            Ok(found) => tried.push(found),
            Err(reason) => left_out.push((trial.clone(), reason)),
        }
    }
    if tried.is_empty() {
        let reason = left_out
            .last()
            .map_or(Reason::NoExperiment, |(_, reason)| *reason);
        return Answer::withhold(reason, basis);
    }
    let first = tried.iter().map(|tried| tried.trial.begins).min();
    let last = tried.iter().map(|tried| tried.trial.ends()).max();
    basis.period = first.zip(last);
    basis.n_days = tried
        .iter()
        .map(|t| (t.n_days.0 + t.n_days.1) as usize)
        .sum();
    basis.numbers = vec![
        (
            "experiments",
            f64::from(u32::try_from(tried.len()).unwrap_or(u32::MAX)),
        ),
        ("share_for_less_numb", BELOW),
    ];
    Answer::Finding(StrategyEffect { tried, left_out }, basis)
}

fn read(series: &Series, trial: &Trial, alpha: f64) -> Result<Tried, Reason> {
    let laid = gate(series, trial)?;
    let found = with(trial, &laid, |by_lot, exposure| {
        by_lot.read(looked_at(series, trial), CI_LEVEL, exposure)
    })
    .ok_or(Reason::AllAlike)?;
    let days = drawn_days(series, trial);
    Ok(Tried {
        by_chance: by_lot::by_chance(&found),
        trial: trial.clone(),
        size: interval(&found, CI_LEVEL),
        p_value: found.p_value,
        p_adjusted: (found.p_value / alpha * FAMILY_WISE).min(1.0),
        alpha,
        n_compared: found.n_compared,
        is_exact: found.is_exact,
        n_days: by_lot::sides(&days),
        days,
    })
}

/// The p-value of one experiment that is over, as [`answer`] has it: for proofs that need no
/// interval.
///
/// # Errors
/// The reason why nothing is said.
pub fn p_value(series: &Series, trial: &Trial) -> Result<f64, Reason> {
    let laid = gate(series, trial)?;
    with(trial, &laid, |by_lot, exposure| {
        by_lot.p_value(looked_at(series, trial), exposure)
    })
    .ok_or(Reason::AllAlike)
}

/// What an experiment looks at.
fn looked_at<'a>(series: &'a Series, trial: &'a Trial) -> &'a NumbnessSeries {
    trial.own.as_deref().unwrap_or(&series.numbness)
}

/// An experiment as its test sees it, once it can be read.
fn gate(series: &Series, trial: &Trial) -> Result<Laid, Reason> {
    match trial.ended {
        Ended::AsPlanned => {}
        Ended::Stopped(_) => return Err(Reason::Stopped),
        Ended::Edited => return Err(Reason::NotAsLocked),
    }
    let last = series.numbness.last_day;
    if last <= trial.ends() {
        let have = last.days_since(trial.begins) + 1;
        return Err(Reason::ExperimentNotOver {
            have: u32::try_from(have).unwrap_or(0),
            need: trial.n_days() + 1,
        });
    }
    let laid = laid::laid(trial).ok_or(Reason::NotAsDrawn)?;
    let n_days = by_lot::sides(&drawn_days(series, trial));
    let need = match trial.drawn {
        Drawn::StartDays(_) => starts::DAYS_EACH_MIN,
        Drawn::Pairs | Drawn::Restricted { .. } => DAYS_EACH_MIN,
    };
    let have = n_days.0.min(n_days.1);
    if have < need {
        return Err(Reason::TooFewOfEach { have, need });
    }
    Ok(laid)
}

fn with<T>(
    trial: &Trial,
    laid: &Laid,
    of: impl FnOnce(&ByLot<'_>, &dyn Fn(LocalDay) -> Option<Vec<f64>>) -> Option<T>,
) -> Option<T> {
    let by_lot = ByLot {
        design: &laid.design,
        assigned: &laid.assigned,
        tails: laid.tails,
        days: (trial.begins, trial.ends()),
        seed: trial.seed,
    };
    of(&by_lot, &|day| {
        let since = usize::try_from(day.days_since(trial.begins)).ok()?;
        laid.shares.get(since).cloned()
    })
}

/// Shares of an effect by which days with and days without have to differ on average.
const APART_MIN: f64 = 0.1;

/// How much more of the whole effect there is on an average day with than on one without; `None`
/// where they hardly differ. Columns are divided by it, so that their coefficient is the difference
/// between such days: a size that does not rest on how fast the effect was taken to come and go, and
/// that a wrong half-life makes smaller, never larger (`method.md`).
fn contrast(shares: &[Vec<f64>], days_per_period: u32, assigned: &[bool]) -> Option<f64> {
    let days = days_per_period.max(1) as usize;
    let (mut sums, mut n) = ([0.0; 2], [0_u32; 2]);
    for (day, share) in shares.iter().enumerate() {
        let side = usize::from(*assigned.get(day / days)?);
        let there = share.iter().zip(assigned).filter(|(_, with)| **with);
        sums[side] += there.map(|(share, _)| share).sum::<f64>();
        n[side] += 1;
    }
    let apart = sums[1] / f64::from(n[1]) - sums[0] / f64::from(n[0]);
    (apart >= APART_MIN).then_some(apart)
}

fn drawn_days(series: &Series, trial: &Trial) -> Vec<DrawnDay> {
    by_lot::days(looked_at(series, trial), |day| {
        if let Drawn::StartDays(_) = trial.drawn {
            return starts::side(trial, day);
        }
        let period = trial.period_of(day)?;
        trial.assigned.get(period).copied()
    })
}
