//! The largest of many t statistics against its own chance distribution: a check on Holm that knows
//! how the columns hang together. Refuses more columns than it was given.

use rand::Rng;
use rayon::prelude::*;

use super::check_columns;
use crate::error::StatsError;
use crate::random::{draw_stream, uniform};
use crate::state_space::{Component, Grid, Posterior, choose, count, dot};

/// Family-wise p-values by the distribution of the largest statistic.
#[derive(Debug, Clone, PartialEq)]
pub struct MaxT {
    /// Share of draws whose largest statistic reaches that of the column, one each; 1 for a
    /// column that the fixed effects hold.
    pub p_adjusted: Vec<f64>,
    /// Draws made.
    pub n_draws: usize,
}

/// Permutes whitened residuals (Freedman & Lane 1983, doi:10.1080/07350015.1983.10509354) and takes
/// the largest |t| over all columns (Westfall & Young 1993). Each draw uses a dependence drawn by
/// its weight, so the uncertainty of the dependence is carried along.
///
/// The same `seed` gives the same p-values, whatever the number of threads.
///
/// # Errors
/// As [`super::associations`].
pub fn freedman_lane_max_t(
    posterior: &Posterior,
    columns: &[Vec<f64>],
    n_draws: usize,
    seed: u64,
) -> Result<MaxT, StatsError> {
    let df = check_columns(posterior, columns)?;
    let ready: Vec<Ready> = posterior
        .components()
        .iter()
        .map(|component| Ready::new(component, posterior.values(), columns, df))
        .collect();
    let reached = |draw: u64| {
        let mut rng = draw_stream(seed, draw);
        let weights = posterior.components().iter().map(Component::weight);
        let at = choose(weights, uniform(&mut rng));
        let (ready, component) = (&ready[at], &posterior.components()[at]);
        let mut errors = ready.residual.clone();
        shuffle(&mut errors, &mut rng);
        component.filter().project(&mut errors);
        ready.reached_by(ready.largest(&errors, df))
    };
    Ok(count_up(columns.len(), n_draws, reached))
}

/// Draws values from the model without any column, fits them anew at every point of `grid` and
/// takes the largest evidence over all columns: the parametric bootstrap of the whole procedure,
/// the estimate of the dependence included.
///
/// Slower than [`freedman_lane_max_t`] by the number of points of the grid.
///
/// # Errors
/// As [`super::associations`].
pub fn bootstrap_max_t(
    posterior: &Posterior,
    columns: &[Vec<f64>],
    grid: &Grid,
    (n_draws, seed): (usize, u64),
) -> Result<MaxT, StatsError> {
    check_columns(posterior, columns)?;
    let smallest = |posterior: &Posterior| -> Result<Vec<f64>, StatsError> {
        let found = super::associations(posterior, columns, 0.95)?;
        Ok(found.iter().map(|e| e.map_or(1.0, |e| e.p_zero)).collect())
    };
    let observed = smallest(posterior)?;
    let reached = |draw: u64| {
        let mut rng = draw_stream(seed, draw);
        let weights = posterior.components().iter().map(Component::weight);
        let component = &posterior.components()[choose(weights, uniform(&mut rng))];
        let values = component.filter().simulate(&mut rng);
        let scale = component.draw_scale(&mut rng, posterior.df());
        let values: Vec<f64> = values.iter().map(|value| value * scale.sqrt()).collect();
        let drawn = Posterior::new(posterior.layout(), &values, grid)
            .and_then(|posterior| smallest(&posterior));
        // A draw that cannot be fitted counts against the claim.
        let least = drawn.map_or(0.0, |p| p.iter().copied().fold(1.0, f64::min));
        observed.iter().map(|p| least <= *p).collect()
    };
    Ok(count_up(columns.len(), n_draws, reached))
}

/// Counts draws that reach each column; the observed series counts as one of them.
fn count_up(n_columns: usize, n_draws: usize, reached: impl Fn(u64) -> Vec<bool> + Sync) -> MaxT {
    let counts = (0..n_draws as u64)
        .into_par_iter()
        .map(|draw| reached(draw).iter().map(|r| usize::from(*r)).collect())
        .reduce(
            || vec![0; n_columns],
            |a: Vec<usize>, b| a.iter().zip(&b).map(|(a, b)| a + b).collect(),
        );
    let share = |n: &usize| count(n + 1) / count(n_draws + 1);
    MaxT {
        p_adjusted: counts.iter().map(share).collect(),
        n_draws,
    }
}

/// One point of the dependence, ready for many draws.
struct Ready {
    residual: Vec<f64>,
    /// Unit vectors along each column beside the fixed effects.
    directions: Vec<Option<Vec<f64>>>,
    observed: Vec<f64>,
}

impl Ready {
    fn new(component: &Component, values: &[f64], columns: &[Vec<f64>], df: f64) -> Self {
        let unit = |white: Vec<f64>| {
            let length = dot(&white, &white).sqrt();
            white.iter().map(|value| value / length).collect()
        };
        let directions = columns
            .iter()
            .map(|column| component.beside(column).map(unit));
        let mut ready = Self {
            residual: component.residual(values),
            directions: directions.collect(),
            observed: Vec::new(),
        };
        ready.observed = ready.statistics(&ready.residual, df);
        ready
    }

    /// |t| of every column; 0 for one that the fixed effects hold.
    fn statistics(&self, errors: &[f64], df: f64) -> Vec<f64> {
        let total = dot(errors, errors);
        let size = |direction: &Option<Vec<f64>>| {
            let along = direction.as_ref().map_or(0.0, |d| dot(d, errors));
            let left = (total - along * along).max(1e-24 * total);
            along.abs() / (left / df).sqrt().max(f64::MIN_POSITIVE)
        };
        self.directions.iter().map(size).collect()
    }

    fn largest(&self, errors: &[f64], df: f64) -> f64 {
        self.statistics(errors, df).into_iter().fold(0.0, f64::max)
    }

    fn reached_by(&self, largest: f64) -> Vec<bool> {
        let reaches =
            |(own, direction): (&f64, &Option<Vec<f64>>)| direction.is_none() || largest >= *own;
        self.observed
            .iter()
            .zip(&self.directions)
            .map(reaches)
            .collect()
    }
}

/// Fisher-Yates.
fn shuffle(values: &mut [f64], rng: &mut impl Rng) {
    for last in (1..values.len()).rev() {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of a length"
        )]
        let other = (uniform(rng) * count(last + 1)) as usize;
        values.swap(last, other.min(last));
    }
}
