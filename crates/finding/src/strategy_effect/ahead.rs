//! What an experiment will be able to show, said before it is drawn. Refuses to say it from less than
//! a week of answers.

use series::{NumbnessSeries, Series, Trial};
use stats::random::draw_stream;
use stats::randomization::build_up;
use stats::state_space::{Functional, Grid, Layout, Posterior};

use super::plan::{Offer, drawable};
use crate::budget::Share;
use crate::reach;

/// Days with an answer without which nothing is known about how days resemble each other.
pub const DAYS_MIN: usize = 7;
/// Days of the record that say it.
const DAYS_LOOKED_AT: i32 = 120;
/// Draws whose middle is taken: one may be luckier than the next.
const N_DRAWS: u64 = 5;
/// The random numbers of those draws; nothing that is locked comes from them.
const SEED: u64 = 20_260_102;

/// What the next experiment of a record may spend if it is this one: see [`Share::of_experiment`].
#[must_use]
pub fn alpha_ahead(series: &Series, trial: Trial) -> f64 {
    let mut with = Series::of_numbness(series.numbness.clone());
    with.trials.clone_from(&series.trials);
    with.trials.push(trial);
    Share::of_experiment(&with, with.trials.len() - 1)
}

/// Smallest difference between days with and days without, points of 100, that an experiment of this design shows four times out of five,
/// if the days to come are like those so far; `None` while these are too few or all alike.
///
/// The design is laid on the last days of the record, with their gaps and their dependence. Where
/// they are fewer than it needs, the error is taken to shrink with the root of the days.
#[must_use]
pub fn reach_ahead(
    numbness: &NumbnessSeries,
    offer: &Offer,
    half_life_days: f64,
    alpha: f64,
) -> Option<f64> {
    let n_days = i32::try_from(offer.n_periods * offer.days_per_period).ok()?;
    let first = numbness.first_day;
    let n_known = (numbness.last_day.days_since(first) + 1).clamp(0, DAYS_LOOKED_AT.min(n_days));
    let begins = numbness.last_day.plus_days(1 - n_known);
    let (times, since, values) = answered_since(numbness, begins);
    let mut days = since.clone();
    days.dedup();
    if days.len() < DAYS_MIN || alpha <= 0.0 {
        return None;
    }
    let shares = build_up(
        offer.n_periods as usize,
        offer.days_per_period,
        half_life_days,
    );
    let design = drawable(offer.drawn, offer.n_periods)?;
    let grid = Grid::without_drift().ok()?;
    let mut errors: Vec<f64> = (0..N_DRAWS)
        .filter_map(|draw| {
            let assigned = design.draw(&mut draw_stream(SEED, draw));
            let of_day = |day: &usize| -> f64 {
                let shares = shares.get(*day).into_iter().flatten();
                shares
                    .zip(&assigned)
                    .filter(|(_, with)| **with)
                    .map(|(share, _)| share)
                    .sum()
            };
            let exposure: Vec<f64> = since.iter().map(of_day).collect();
            let layout = Layout::new(&times, &[times.clone(), exposure]).ok()?;
            let posterior = Posterior::new(&layout, &values, &grid).ok()?;
            let asked = [Functional::coefficient(1)];
            let estimates = posterior.functionals(&asked, 0.95).ok()?;
            let is_with = |day: usize| assigned.get(day / offer.days_per_period as usize);
            let days = 0..shares.len();
            let (mut with, mut without) = (Vec::new(), Vec::new());
            for day in days {
                let there = of_day(&day);
                match is_with(day) {
                    Some(true) => with.push(there),
                    Some(false) => without.push(there),
                    None => {}
                }
            }
            let apart = mean(&with) - mean(&without);
            Some(estimates.first()?.sd * apart)
        })
        .collect();
    errors.sort_by(f64::total_cmp);
    let middle = errors.get(errors.len() / 2)?;
    let fewer = (f64::from(n_known) / f64::from(n_days)).sqrt();
    let points = middle * fewer * reach::errors_of_tail(alpha * super::BELOW);
    points.is_finite().then(|| points.clamp(0.0, 100.0))
}

fn mean(values: &[f64]) -> f64 {
    let n = f64::from(u32::try_from(values.len()).unwrap_or(u32::MAX));
    values.iter().sum::<f64>() / n.max(1.0)
}

/// Half of the standard deviation of the last answers, points of 100: the size of an effect that
/// experiments are planned for; `None` with fewer than [`DAYS_MIN`] days.
#[must_use]
pub fn planned_for(numbness: &NumbnessSeries) -> Option<f64> {
    let begins = numbness.last_day.plus_days(1 - DAYS_LOOKED_AT);
    let (_, since, values) = answered_since(numbness, begins);
    let mut days = since;
    days.dedup();
    let n = f64::from(u32::try_from(values.len()).ok()?);
    let mean = mean(&values);
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (days.len() >= DAYS_MIN && n > 1.0).then(|| (squares / (n - 1.0)).sqrt() / 2.0)
}

/// Times, days since `begins`, and values of what was answered from that day on.
fn answered_since(
    numbness: &NumbnessSeries,
    begins: record::LocalDay,
) -> (Vec<f64>, Vec<usize>, Vec<f64>) {
    let (mut times, mut since, mut values) = (Vec::new(), Vec::new(), Vec::new());
    for (point, value) in numbness.answered() {
        if let Ok(days) = usize::try_from(point.day.days_since(begins)) {
            times.push(point.time_days);
            since.push(days);
            values.push(value);
        }
    }
    (times, since, values)
}
