//! What an experiment will be, and what it will be able to show, said before it is drawn. Refuses to
//! say it from less than a week of answers.

use record::LocalDay;
use series::{Drawn, Ended, NumbnessSeries, Series, Trial};
use stats::randomization::{Experiment, Needed, build_up};
use stats::state_space::{Grid, Layout};

use super::plan::{Offer, drawable, offer, tails};
use super::starts::offer_starts;
use super::{contrast, starts};
use crate::budget::{FAMILY_WISE, Share};
use crate::reach;

/// Days with an answer without which nothing is known about how days resemble each other.
pub const DAYS_MIN: usize = 7;
/// Days of the past that say what the days to come may be like, and that a result is read with.
const DAYS_BACK: i32 = 60;
/// The random numbers of draws that are only thought of; nothing that is locked comes from them.
const SEED: u64 = 20_260_102;
/// What it costs that the dependence is estimated with the effect inside, which days without an effect do
/// not show: 3 to 4 of 100 cases, as much as so many times the size (measured, `method.md`).
const INSIDE: f64 = 1.04;
/// Part of [`FAMILY_WISE`] that a first experiment has by itself, before anything was written.
const OF_NOTHING: f64 = FAMILY_WISE / 20.0;

/// What a person would like to try, on a day.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    /// What is tried.
    pub label: &'a str,
    /// How long, days.
    pub n_days: u32,
    /// Days until half of its effect has come or gone; 0: at once.
    pub half_life_days: f64,
    /// The day on which it would be locked.
    pub today: LocalDay,
}

/// An experiment that can be drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Planned {
    /// Its first day.
    pub begins: LocalDay,
    /// Its design.
    pub offer: Offer,
    /// Probability of a false claim that it may spend.
    pub alpha: f64,
    /// See [`reach_ahead`].
    pub could_show: Option<f64>,
    /// Days with an answer that are still to come before it begins.
    pub n_days_missing: u32,
}

/// The experiment that is offered for a wish; `None` where none of that length can decide.
///
/// `series`: all that was written, if anything was. `looked_at`: what it would be read from.
#[must_use]
pub fn planned(
    wish: &Wish<'_>,
    series: Option<&Series>,
    looked_at: Option<&NumbnessSeries>,
) -> Option<Planned> {
    let n_before = looked_at.map_or(0, |own| n_days_lately(own, wish.today));
    let missing = i32::try_from(DAYS_MIN.saturating_sub(n_before)).unwrap_or(0);
    let begins = wish.today.plus_days(1 + missing);
    let first = offer(wish.n_days, wish.half_life_days, FAMILY_WISE)?;
    let alpha = alpha_of(wish, series, (begins, &first));
    let offer = offer(wish.n_days, wish.half_life_days, alpha)?;
    let reach = |own| reach_ahead(own, &offer, wish.half_life_days, alpha);
    Some(Planned {
        begins,
        offer,
        alpha,
        could_show: looked_at.and_then(reach),
        n_days_missing: missing.unsigned_abs(),
    })
}

/// The plan that is offered for something that stays, or for `n_started` such things; `None` where none
/// of that length can decide. `half_life_days` of the wish is that of the slowest of them.
#[must_use]
pub fn planned_starts(
    wish: &Wish<'_>,
    n_started: u32,
    series: Option<&Series>,
    looked_at: Option<&NumbnessSeries>,
) -> Option<Planned> {
    let n_before = looked_at.map_or(0, |own| n_days_lately(own, wish.today));
    let n_before = u32::try_from(n_before).unwrap_or(u32::MAX);
    let begins = wish.today.plus_days(1);
    let first = offer_starts(wish.n_days, n_started, n_before, FAMILY_WISE)?;
    let alpha = alpha_of(wish, series, (begins, &first));
    let offer = offer_starts(wish.n_days, n_started, n_before, alpha)?;
    let reach = |own| reach_ahead(own, &offer, wish.half_life_days, alpha);
    Some(Planned {
        begins,
        offer,
        alpha,
        could_show: looked_at.and_then(reach),
        n_days_missing: starts::BASELINE_DAYS.saturating_sub(n_before),
    })
}

fn alpha_of(wish: &Wish<'_>, series: Option<&Series>, (begins, first): (LocalDay, &Offer)) -> f64 {
    let trial = Trial {
        label: wish.label.to_owned(),
        begins,
        days_per_period: first.days_per_period,
        drawn: first.drawn,
        assigned: vec![false; first.n_periods as usize],
        half_life_days: wish.half_life_days,
        seed: 0,
        ended: Ended::AsPlanned,
        own: None,
        others: Vec::new(),
    };
    series.map_or(OF_NOTHING, |series| alpha_ahead(series, trial))
}

fn n_days_lately(numbness: &NumbnessSeries, today: LocalDay) -> usize {
    let since = today.plus_days(-DAYS_BACK);
    let answered = numbness.answered().map(|(point, _)| point.day);
    let mut days: Vec<LocalDay> = answered.filter(|day| *day > since).collect();
    days.dedup();
    days.len()
}

/// What the next experiment of a record may spend if it is this one: see [`Share::of_experiment`].
#[must_use]
pub fn alpha_ahead(series: &Series, trial: Trial) -> f64 {
    let mut with = Series::of_numbness(series.numbness.clone());
    with.trials.clone_from(&series.trials);
    with.trials.push(trial);
    Share::of_experiment(&with, with.trials.len() - 1)
}

/// Smallest difference, points of 100, that an experiment of this design shows four times out of
/// five, if the days to come are like those so far; `None` while these are too few or all alike. It
/// is counted as [`super::Tried::size`]: days with less days without.
///
/// The design is laid on the last days of the record, with their gaps and their values, and drawn
/// many times; where they are fewer than it needs, they are lived again. Of each draw it is asked
/// from which effect on the test finds it. 100 where four of five draws find no effect at all.
#[must_use]
pub fn reach_ahead(
    numbness: &NumbnessSeries,
    offer: &Offer,
    half_life_days: f64,
    alpha: f64,
) -> Option<f64> {
    let n_days = i32::try_from(offer.n_periods * offer.days_per_period).ok()?;
    let days = DaysAhead::like(numbness, n_days)?;
    let n_periods = offer.n_periods as usize;
    let (shares, tails) = match offer.drawn {
        Drawn::StartDays(of) => {
            let shares = starts::shares(of, offer.n_periods, half_life_days);
            (shares, starts::tails(of))
        }
        Drawn::Pairs | Drawn::Restricted { .. } => (
            build_up(n_periods, offer.days_per_period, half_life_days),
            tails(),
        ),
    };
    let design = drawable(offer.drawn, offer.n_periods)?;
    let share_of = |since: i32, period: usize| {
        let of_day = usize::try_from(since).ok().and_then(|idx| shares.get(idx));
        of_day.and_then(|of| of.get(period)).copied().unwrap_or(0.0)
    };
    let columns: Vec<Vec<f64>> = (0..design.n_periods())
        .map(|period| days.since.iter().map(|s| share_of(*s, period)).collect())
        .collect();
    let layout = Layout::new(&days.times, std::slice::from_ref(&days.times)).ok()?;
    let grid = Grid::without_drift().ok()?;
    let experiment = Experiment::new(&design, &layout, &grid, tails, &columns).ok()?;
    let needed = experiment.needed(&days.values, alpha, SEED).ok()?;
    let apart = |of: &Needed| match offer.drawn {
        Drawn::StartDays(starts) => starts::apart(&shares, starts.earliest, &of.assigned),
        Drawn::Pairs | Drawn::Restricted { .. } => {
            contrast(&shares, offer.days_per_period, &of.assigned)
        }
    };
    let points: Option<Vec<f64>> = (needed.iter())
        .map(|of| Some(of.effect * apart(of)?))
        .collect();
    let points = reach::four_of_five(points?)? * days.few * INSIDE;
    Some(points.clamp(0.0, 100.0))
}

/// Days to come, made of those that were.
struct DaysAhead {
    /// Of each answer, days.
    times: Vec<f64>,
    /// Days since the first drawn day; below zero before it.
    since: Vec<i32>,
    values: Vec<f64>,
    /// How much too small the spread of few days is, 1 or more.
    few: f64,
}

/// Level, slope, dependence and noise: what the spread of days is measured around.
const N_FITTED: f64 = 4.0;

impl DaysAhead {
    /// So many drawn days and those before them that a result would be read with. The last days of
    /// the record, and again from its last one backwards where it is shorter.
    fn like(numbness: &NumbnessSeries, n_days: i32) -> Option<Self> {
        let n_known = numbness.last_day.days_since(numbness.first_day) + 1;
        let n_all = n_days + n_known.min(DAYS_BACK);
        let unit = n_known.min(n_all);
        let known: Vec<(i32, f64, f64)> = (numbness.answered())
            .map(|(point, value)| {
                let back = numbness.last_day.days_since(point.day);
                (back, point.time_days, value)
            })
            .filter(|(back, ..)| *back < unit)
            .collect();
        let mut days: Vec<i32> = known.iter().map(|(back, ..)| *back).collect();
        days.dedup();
        if unit < 1 || days.len() < DAYS_MIN {
            return None;
        }
        let n_answered = f64::from(u32::try_from(days.len()).ok()?);
        let mut made = Self {
            times: Vec::new(),
            since: Vec::new(),
            values: Vec::new(),
            few: (n_answered / (n_answered - N_FITTED)).sqrt(),
        };
        for again in (0..=n_all / unit).rev() {
            for (back, time, value) in &known {
                let back = back + again * unit;
                if back < n_all {
                    made.times.push(time - f64::from(again * unit));
                    made.since.push(n_days - 1 - back);
                    made.values.push(*value);
                }
            }
        }
        Some(made)
    }
}

/// Half of the standard deviation of the last answers, points of 100: the size of an effect that
/// experiments are planned for; `None` with fewer than [`DAYS_MIN`] days.
#[must_use]
pub fn planned_for(numbness: &NumbnessSeries) -> Option<f64> {
    let begins = numbness.last_day.plus_days(1 - DAYS_BACK);
    let lately: Vec<(LocalDay, f64)> = (numbness.answered())
        .filter(|(point, _)| point.day >= begins)
        .map(|(point, value)| (point.day, value))
        .collect();
    let mut days: Vec<LocalDay> = lately.iter().map(|(day, _)| *day).collect();
    days.dedup();
    let n = f64::from(u32::try_from(lately.len()).ok()?);
    let mean = lately.iter().map(|(_, value)| value).sum::<f64>() / n.max(1.0);
    let squares: f64 = lately.iter().map(|(_, value)| (value - mean).powi(2)).sum();
    (days.len() >= DAYS_MIN && n > 1.0).then(|| (squares / (n - 1.0)).sqrt() / 2.0)
}
