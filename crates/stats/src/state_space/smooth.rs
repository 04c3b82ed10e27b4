//! The signal (intercept + drift + dependent part, calendar columns left out) at any times, given
//! all values. Refuses nothing beyond what its inputs refuse.

use super::dependence::Dependence;
use super::filter::{Filter, Fit, Triangle, squares};
use super::kalman::Kalman;
use super::layout::Layout;
use super::merged::Merged;
use crate::error::StatsError;
use crate::random::standard_normal;
use rand::Rng;
use std::sync::Arc;

/// A filter with requested times put in as unobserved nodes.
#[derive(Debug, Clone)]
pub struct Smoother {
    filter: Arc<Filter>,
    theta: Dependence,
    columns: Vec<Vec<f64>>,
    merged: Merged,
    kalman: Kalman,
    variance: Vec<f64>,
}

impl Smoother {
    /// Makes the smoother of the signal at `points` (days, any order) at one parameter point.
    ///
    /// # Errors
    /// `OutOfRange` for unusable times, and as [`Filter::new`].
    pub fn new(layout: &Layout, theta: Dependence, points: &[f64]) -> Result<Self, StatsError> {
        Self::with_filter(layout, Filter::new(layout, theta)?, points)
    }

    /// As [`Smoother::new`], with a filter of the same layout that already exists.
    ///
    /// # Errors
    /// `OutOfRange` for unusable times.
    pub fn with_filter(
        layout: &Layout,
        filter: impl Into<Arc<Filter>>,
        points: &[f64],
    ) -> Result<Self, StatsError> {
        let filter = filter.into();
        let theta = filter.theta();
        let merged = Merged::new(layout, points)?;
        let kalman = Kalman::new(&merged.times, |i| merged.observation[i].is_some(), &theta);
        let columns = layout.columns().to_vec();
        let mut smoother = Self {
            filter,
            theta,
            columns,
            merged,
            kalman,
            variance: Vec::new(),
        };
        let triangle = smoother
            .filter
            .triangle_along(layout, &smoother.merged, &smoother.kalman);
        smoother.variance = smoother.unit_variance(&triangle);
        Ok(smoother)
    }

    /// The filter inside.
    #[must_use]
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Variance of each requested signal at scale 1, with the uncertainty of the coefficients.
    #[must_use]
    pub fn variance_at_unit_scale(&self) -> &[f64] {
        &self.variance
    }

    /// Mean of each requested signal, in the units of the values, in the order asked.
    ///
    /// # Errors
    /// As [`Filter::fit`].
    pub fn mean(&self, values: &[f64]) -> Result<Vec<f64>, StatsError> {
        Ok(self.mean_with(values, &self.filter.fit(values)?))
    }

    /// As [`Smoother::mean`], with the fit of the same values already made.
    pub(crate) fn mean_with(&self, values: &[f64], fit: &Fit) -> Vec<f64> {
        self.mean_given_beta(values, &fit.beta)
    }

    fn mean_given_beta(&self, values: &[f64], beta: &[f64]) -> Vec<f64> {
        let mut rest = values.to_vec();
        for (column, coefficient) in self.columns.iter().zip(beta) {
            for (value, x) in rest.iter_mut().zip(column) {
                *value -= coefficient * x;
            }
        }
        let signal = self.kalman.smooth(&self.merged.spread_out(&rest));
        self.at_requests(&signal)
            .iter()
            .map(|part| part + beta[0])
            .collect()
    }

    /// Draws the signal at the requested times given the values, coefficients and `scale` unknown
    /// and known in turn: the coefficients are drawn along, the scale is the one passed in.
    ///
    /// Mean correction of Durbin & Koopman 2002, doi:10.1093/biomet/89.3.603.
    pub fn draw_path(&self, values: &[f64], scale: f64, rng: &mut impl Rng) -> Vec<f64> {
        let (mut path, fake) = self.simulate(scale.max(0.0).sqrt(), rng);
        let rest: Vec<f64> = values
            .iter()
            .zip(&fake)
            .map(|(real, fake)| real - fake)
            .collect();
        let mut errors = self.filter.whiten_inside(&rest);
        let beta = self
            .filter
            .triangle()
            .solve(&self.filter.project(&mut errors));
        for (part, shift) in path.iter_mut().zip(self.mean_given_beta(&rest, &beta)) {
            *part += shift;
        }
        path
    }

    /// A signal at the requested times and observations around it, coefficients 0.
    fn simulate(&self, sd: f64, rng: &mut impl Rng) -> (Vec<f64>, Vec<f64>) {
        let theta = &self.theta;
        let (ar_sd, noise_sd) = (theta.ar_var().sqrt(), theta.noise_var().sqrt());
        let mut drift = 0.0;
        let mut ar = ar_sd * standard_normal(rng);
        let mut signal = Vec::with_capacity(self.merged.times.len());
        let mut fake = Vec::with_capacity(self.columns[0].len());
        let mut before = self.merged.times.first().copied().unwrap_or(0.0);
        let mut steps = theta.steps();
        for (time, observation) in self.merged.times.iter().zip(&self.merged.observation) {
            let gap = time - before;
            if gap > 0.0 {
                let (phi, fresh) = steps.over(gap);
                if theta.drift_var() > 0.0 {
                    drift += (theta.drift_var() * gap).sqrt() * standard_normal(rng);
                }
                ar = phi * ar + fresh.sqrt() * standard_normal(rng);
                before = *time;
            }
            signal.push(sd * (drift + ar));
            if observation.is_some() {
                fake.push(sd * (drift + ar + noise_sd * standard_normal(rng)));
            }
        }
        (self.at_requests(&signal), fake)
    }

    fn at_requests(&self, signal: &[f64]) -> Vec<f64> {
        self.merged
            .request_node
            .iter()
            .map(|node| signal[*node])
            .collect()
    }

    fn unit_variance(&self, triangle: &Triangle) -> Vec<f64> {
        let mut variance = self.at_requests(&self.kalman.smoothed_variance());
        let smoothed: Vec<Vec<f64>> = self
            .columns
            .iter()
            .map(|column| self.at_requests(&self.kalman.smooth(&self.merged.spread_out(column))))
            .collect();
        for (idx, total) in variance.iter_mut().enumerate() {
            let mut open: Vec<f64> = smoothed.iter().map(|column| -column[idx]).collect();
            open[0] += 1.0;
            *total += squares(&triangle.solve_transposed(&open));
        }
        variance
    }
}
