//! Generalized least squares at one point of the parameter space, made ready for many data vectors.
//! Refuses fewer observations than fixed effects.

use super::dependence::Dependence;
use super::kalman::{Gain, Kalman};
use super::layout::Layout;
use super::merged::Merged;
use crate::error::StatsError;
use rand::Rng;

const LOG_TWO_PI: f64 = 1.837_877_066_409_345_6;

/// All of the filter that does not depend on the values: gains, whitened fixed-effect columns as an
/// orthonormal basis, and the triangle that turns that basis back into coefficients.
///
/// de Jong 1991, doi:10.1214/aos/1176348139 (fixed effects by augmentation).
#[derive(Debug, Clone)]
pub struct Filter {
    theta: Dependence,
    kalman: Kalman,
    /// Whitened columns made orthonormal, one after the other.
    basis: Vec<Vec<f64>>,
    triangle: Triangle,
    n: usize,
}

/// The estimate at one point of the parameter space.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// Coefficients of the kept columns, intercept first, in units of the values.
    pub beta: Vec<f64>,
    /// Weighted sum of squared residuals, in squared units of the values.
    pub rss: f64,
    /// Restricted estimate of the scale: `rss / (n - p)`.
    pub scale: f64,
    /// Log-likelihood with scale and coefficients at their maximum.
    pub log_likelihood: f64,
    /// Log-likelihood of the error contrasts (REML) with the scale at its maximum; constant as in
    /// the density of the data with flat coefficients: no `log det X'X` term.
    pub restricted_log_likelihood: f64,
}

impl Filter {
    /// Works out gains and whitened columns; order n(p+1)p.
    ///
    /// # Errors
    /// `TooFew` unless there are more observations than fixed effects.
    pub fn new(layout: &Layout, theta: Dependence) -> Result<Self, StatsError> {
        layout.check_enough(1)?;
        let n = layout.n_observations();
        let kalman = Kalman::new(layout.times(), |_| true, &theta);
        let mut basis = kalman.whiten_each(layout.columns());
        let triangle = orthonormalize(&mut basis);
        Ok(Self {
            theta,
            kalman,
            basis,
            triangle,
            n,
        })
    }

    /// The point of the parameter space.
    #[must_use]
    pub fn theta(&self) -> Dependence {
        self.theta
    }

    /// Number of observations.
    #[must_use]
    pub fn n_observations(&self) -> usize {
        self.n
    }

    /// Number of fixed effects.
    #[must_use]
    pub fn n_effects(&self) -> usize {
        self.basis.len()
    }

    /// Log-determinant of the covariance of the observations at scale 1.
    #[must_use]
    pub fn log_det_covariance(&self) -> f64 {
        self.kalman.log_variance
    }

    /// Log-determinant of the information matrix of the coefficients at scale 1.
    #[must_use]
    pub fn log_det_information(&self) -> f64 {
        self.triangle.log_det()
    }

    /// Turns `values` (one an observation, finite) into standardized prediction errors: independent
    /// with variance equal to the scale, if the values have this dependence and mean 0.
    ///
    /// # Errors
    /// `LengthMismatch`, `NotFinite`.
    pub fn whiten(&self, values: &[f64]) -> Result<Vec<f64>, StatsError> {
        self.check(values)?;
        Ok(self.whiten_inside(values))
    }

    /// Whitens `values` and takes the fixed effects out of the result.
    ///
    /// # Errors
    /// `LengthMismatch`, `NotFinite`.
    pub fn whiten_residual(&self, values: &[f64]) -> Result<Vec<f64>, StatsError> {
        let mut errors = self.whiten(values)?;
        self.project(&mut errors);
        Ok(errors)
    }

    /// Estimates coefficients, scale and both likelihoods.
    ///
    /// # Errors
    /// `LengthMismatch`, `NotFinite`; `NoSpread` if nothing is left once the fixed effects are out.
    pub fn fit(&self, values: &[f64]) -> Result<Fit, StatsError> {
        let mut errors = self.whiten(values)?;
        let total = squares(&errors);
        let along = self.project(&mut errors);
        let rss = squares(&errors);
        // Rounding leaves about 1e-32 of the total when the fit is exact.
        if rss <= 1e-24 * total || !rss.is_normal() {
            return Err(StatsError::NoSpread);
        }
        let (n, df) = (count(self.n), count(self.n - self.basis.len()));
        Ok(Fit {
            beta: self.triangle.solve(&along),
            rss,
            scale: rss / df,
            log_likelihood: -0.5
                * (n * (LOG_TWO_PI + 1.0 + libm::log(rss / n)) + self.kalman.log_variance),
            restricted_log_likelihood: -0.5
                * (df * (LOG_TWO_PI + 1.0 + libm::log(rss / df))
                    + self.kalman.log_variance
                    + self.triangle.log_det()),
        })
    }

    /// Log-likelihood of `values` at a given `scale`, coefficients at their maximum.
    ///
    /// # Errors
    /// As [`Filter::fit`], and `OutOfRange` for a scale outside 1e-300 to 1e300.
    pub fn log_likelihood_at(&self, values: &[f64], scale: f64) -> Result<f64, StatsError> {
        crate::error::check_range("scale", scale, 1e-300, 1e300)?;
        let errors = self.whiten_residual(values)?;
        Ok(-0.5
            * (count(self.n) * (LOG_TWO_PI + libm::log(scale))
                + self.kalman.log_variance
                + squares(&errors) / scale))
    }

    /// Restricted log-likelihood of `values` at a given `scale`.
    ///
    /// # Errors
    /// As [`Filter::log_likelihood_at`].
    pub fn restricted_log_likelihood_at(
        &self,
        values: &[f64],
        scale: f64,
    ) -> Result<f64, StatsError> {
        let likelihood = self.log_likelihood_at(values, scale)?;
        let p = count(self.basis.len());
        Ok(likelihood + 0.5 * (p * (LOG_TWO_PI + libm::log(scale)) - self.triangle.log_det()))
    }

    /// Covariance of the coefficients at scale 1 (multiply by the scale), row by row.
    #[must_use]
    pub fn beta_covariance(&self) -> Vec<Vec<f64>> {
        let p = self.basis.len();
        let rows: Vec<Vec<f64>> = (0..p)
            .map(|k| {
                let mut unit = vec![0.0; p];
                unit[k] = 1.0;
                self.triangle.solve_transposed(&unit)
            })
            .collect();
        (0..p)
            .map(|a| (0..p).map(|b| dot(&rows[a], &rows[b])).collect())
            .collect()
    }

    /// Draws values with this dependence, scale 1 and mean 0 at the same times.
    pub fn simulate(&self, rng: &mut impl Rng) -> Vec<f64> {
        let (mut drift, mut ar) = (0.0, 0.0);
        let mut values = Vec::with_capacity(self.n);
        for gain in &self.kalman.gains {
            let miss = crate::random::standard_normal(rng) / gain.inverse_sd;
            values.push(drift + ar + miss);
            drift += gain.drift * miss;
            ar = gain.phi * (ar + gain.ar * miss);
        }
        values
    }

    pub(crate) fn whiten_inside(&self, values: &[f64]) -> Vec<f64> {
        let mut errors = vec![0.0; self.n];
        self.kalman.whiten(values, &mut errors);
        errors
    }

    /// Takes the fixed effects out of whitened values; returns what was taken, along the basis.
    pub(crate) fn project(&self, errors: &mut [f64]) -> Vec<f64> {
        let mut along = vec![0.0; self.basis.len()];
        // The second pass removes what rounding left of large means.
        for _ in 0..2 {
            for (amount, direction) in along.iter_mut().zip(&self.basis) {
                *amount += take_out(direction, errors);
            }
        }
        along
    }

    pub(crate) fn gains(&self) -> &[Gain] {
        &self.kalman.gains
    }

    pub(crate) fn basis(&self) -> &[Vec<f64>] {
        &self.basis
    }

    pub(crate) fn triangle(&self) -> &Triangle {
        &self.triangle
    }

    /// The triangle for a longer list of nodes. The intercept is the level where the drift starts,
    /// so a request ahead of the first observation changes its uncertainty (not its estimate).
    pub(crate) fn triangle_along(
        &self,
        layout: &Layout,
        merged: &Merged,
        kalman: &Kalman,
    ) -> Triangle {
        if self.theta.drift_var() == 0.0 || merged.observation.first().is_some_and(Option::is_some)
        {
            return self.triangle.clone();
        }
        let mut basis: Vec<Vec<f64>> = Vec::with_capacity(layout.n_effects());
        for column in layout.columns() {
            let mut white = vec![0.0; merged.times.len()];
            kalman.whiten(&merged.spread_out(column), &mut white);
            basis.push(white);
        }
        orthonormalize(&mut basis)
    }

    fn check(&self, values: &[f64]) -> Result<(), StatsError> {
        crate::error::check_length("values", values.len(), self.n)?;
        crate::error::check_finite("values", values)
    }
}

/// Upper triangle R with whitened columns = basis R.
#[derive(Debug, Clone)]
pub(crate) struct Triangle {
    rows: Vec<Vec<f64>>,
}

impl Triangle {
    /// Solves R b = c.
    pub fn solve(&self, right: &[f64]) -> Vec<f64> {
        let p = self.rows.len();
        let mut out = right.to_vec();
        for row in (0..p).rev() {
            for col in row + 1..p {
                out[row] -= self.rows[row][col] * out[col];
            }
            out[row] /= self.rows[row][row];
        }
        out
    }

    /// Solves R' b = d.
    pub fn solve_transposed(&self, right: &[f64]) -> Vec<f64> {
        let p = self.rows.len();
        let mut out = right.to_vec();
        for col in 0..p {
            for row in 0..col {
                out[col] -= self.rows[row][col] * out[row];
            }
            out[col] /= self.rows[col][col];
        }
        out
    }

    fn log_det(&self) -> f64 {
        self.rows
            .iter()
            .enumerate()
            .map(|(k, row)| 2.0 * libm::log(row[k].abs()))
            .sum()
    }
}

/// Modified Gram-Schmidt, twice for each column.
fn orthonormalize(columns: &mut [Vec<f64>]) -> Triangle {
    let p = columns.len();
    let mut rows = vec![vec![0.0; p]; p];
    for k in 0..p {
        let (done, rest) = columns.split_at_mut(k);
        let Some(column) = rest.first_mut() else {
            break;
        };
        for _ in 0..2 {
            for (row, direction) in rows.iter_mut().zip(done.iter()) {
                row[k] += take_out(direction, column);
            }
        }
        let length = squares(column).sqrt().max(f64::MIN_POSITIVE);
        rows[k][k] = length;
        for value in column.iter_mut() {
            *value /= length;
        }
    }
    Triangle { rows }
}

/// Takes a unit vector out of `errors` and returns how much of it there was.
fn take_out(direction: &[f64], errors: &mut [f64]) -> f64 {
    let step = dot(direction, errors);
    for (error, part) in errors.iter_mut().zip(direction) {
        *error -= step * part;
    }
    step
}

/// Inner product in four strands, so that the order of additions is fixed and fast.
pub(crate) fn dot(left: &[f64], right: &[f64]) -> f64 {
    let mut sums = [0.0; 4];
    let (a, b) = (left.chunks_exact(4), right.chunks_exact(4));
    let rest: f64 = a
        .remainder()
        .iter()
        .zip(b.remainder())
        .map(|(x, y)| x * y)
        .sum();
    for (x, y) in a.zip(b) {
        for lane in 0..4 {
            sums[lane] += x[lane] * y[lane];
        }
    }
    sums[0] + sums[1] + (sums[2] + sums[3]) + rest
}

pub(crate) fn squares(values: &[f64]) -> f64 {
    dot(values, values)
}

#[allow(clippy::cast_precision_loss)] // Record lengths are far below 2^52.
pub(crate) fn count(n: usize) -> f64 {
    n as f64
}
