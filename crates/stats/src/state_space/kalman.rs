//! The exact Kalman filter and smoother of the two-state model, for any merged list of observed
//! and unobserved times. Refuses nothing: its callers have checked their input.
//!
//! State: drift (a Brownian motion from 0) and the Ornstein-Uhlenbeck part; the signal is their
//! sum. Everything that does not depend on the values is worked out once.

use super::dependence::Dependence;

/// The smallest prediction variance, so that exact ties without noise cannot divide by 0.
const VARIANCE_FLOOR: f64 = 1e-10;

/// What one node does to a data vector: correlation to the next node, gains, 1/sd of prediction.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Gain {
    pub phi: f64,
    pub drift: f64,
    pub ar: f64,
    /// 0 where nothing was observed.
    pub inverse_sd: f64,
}

/// Predicted covariance of the two states at a node.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Spread {
    pub drift: f64,
    pub cross: f64,
    pub ar: f64,
}

impl Spread {
    /// Covariance of the signal with each state.
    #[inline]
    pub fn with_signal(self) -> (f64, f64) {
        (self.drift + self.cross, self.cross + self.ar)
    }

    #[inline]
    pub fn of_signal(self) -> f64 {
        self.drift + 2.0 * self.cross + self.ar
    }
}

/// Gains and spreads along a list of nodes.
#[derive(Debug, Clone)]
pub(crate) struct Kalman {
    pub gains: Vec<Gain>,
    pub spreads: Vec<Spread>,
    /// Sum of the logarithms of the prediction variances.
    pub log_variance: f64,
}

impl Kalman {
    /// `times` in order; `is_observed` says at which of them a value exists.
    pub fn new(times: &[f64], is_observed: impl Fn(usize) -> bool, theta: &Dependence) -> Self {
        let n = times.len();
        let mut gains = Vec::with_capacity(n);
        let mut spreads = Vec::with_capacity(n);
        let mut p = Spread {
            drift: 0.0,
            cross: 0.0,
            ar: theta.ar_var(),
        };
        let mut logs = LogProduct::default();
        let mut steps = theta.steps();
        for i in 0..n {
            spreads.push(p);
            let (mut drift, mut ar, mut inverse_sd) = (0.0, 0.0, 0.0);
            if is_observed(i) {
                let (m1, m2) = p.with_signal();
                let variance = (m1 + m2 + theta.noise_var()).max(VARIANCE_FLOOR);
                logs.push(variance);
                let inverse = 1.0 / variance;
                inverse_sd = inverse.sqrt();
                (drift, ar) = (m1 * inverse, m2 * inverse);
                p = Spread {
                    drift: (p.drift - drift * m1).max(0.0),
                    cross: p.cross - drift * m2,
                    ar: (p.ar - ar * m2).max(0.0),
                };
            }
            let gap = if i + 1 < n {
                times[i + 1] - times[i]
            } else {
                0.0
            };
            let (phi, fresh) = steps.over(gap);
            gains.push(Gain {
                phi,
                drift,
                ar,
                inverse_sd,
            });
            p = Spread {
                drift: p.drift + theta.drift_var() * gap,
                cross: p.cross * phi,
                ar: p.ar * phi * phi + fresh,
            };
        }
        Self {
            gains,
            spreads,
            log_variance: logs.total(),
        }
    }

    /// Standardized prediction errors of `values` (one a node; unobserved nodes are not read).
    pub fn whiten(&self, values: &[f64], errors: &mut [f64]) {
        let (mut drift, mut ar) = (0.0, 0.0);
        for ((gain, value), error) in self.gains.iter().zip(values).zip(errors) {
            let miss = if gain.inverse_sd > 0.0 {
                value - drift - ar
            } else {
                0.0
            };
            *error = miss * gain.inverse_sd;
            drift += gain.drift * miss;
            ar = gain.phi * (ar + gain.ar * miss);
        }
    }

    /// Standardized prediction errors of many columns, as [`Kalman::whiten`] gives them. Each step
    /// waits for the one before it, so four columns go side by side.
    pub fn whiten_each(&self, columns: &[Vec<f64>]) -> Vec<Vec<f64>> {
        let n = self.gains.len();
        let mut white: Vec<Vec<f64>> = columns.iter().map(|_| vec![0.0; n]).collect();
        for (columns, white) in columns.chunks(4).zip(white.chunks_mut(4)) {
            match (columns, white) {
                ([a, b, c, d], [w, x, y, z]) => {
                    self.whiten_four([a, b, c, d], [w, x, y, z]);
                }
                (columns, white) => {
                    for (column, white) in columns.iter().zip(white) {
                        self.whiten(column, white);
                    }
                }
            }
        }
        white
    }

    fn whiten_four(&self, columns: [&[f64]; 4], white: [&mut [f64]; 4]) {
        let n = self.gains.len();
        let columns = columns.map(|column| &column[..n]);
        let white = white.map(|white| &mut white[..n]);
        let (mut drift, mut ar) = ([0.0; 4], [0.0; 4]);
        for (i, gain) in self.gains.iter().enumerate() {
            for lane in 0..4 {
                let miss = if gain.inverse_sd > 0.0 {
                    columns[lane][i] - drift[lane] - ar[lane]
                } else {
                    0.0
                };
                white[lane][i] = miss * gain.inverse_sd;
                drift[lane] += gain.drift * miss;
                ar[lane] = gain.phi * (ar[lane] + gain.ar * miss);
            }
        }
    }

    /// Smoothed signal at every node for `values` with no fixed effects.
    pub fn smooth(&self, values: &[f64]) -> Vec<f64> {
        let n = self.gains.len();
        let mut errors = vec![0.0; n];
        let mut signal = vec![0.0; n];
        let (mut drift, mut ar) = (0.0, 0.0);
        for i in 0..n {
            let gain = &self.gains[i];
            signal[i] = drift + ar;
            let miss = if gain.inverse_sd > 0.0 {
                values[i] - drift - ar
            } else {
                0.0
            };
            errors[i] = miss * gain.inverse_sd;
            drift += gain.drift * miss;
            ar = gain.phi * (ar + gain.ar * miss);
        }
        let (mut r1, mut r2) = (0.0, 0.0);
        for i in (0..n).rev() {
            let gain = &self.gains[i];
            r2 *= gain.phi;
            let pull = errors[i] * gain.inverse_sd - gain.drift * r1 - gain.ar * r2;
            if gain.inverse_sd > 0.0 {
                r1 += pull;
                r2 += pull;
            }
            let (m1, m2) = self.spreads[i].with_signal();
            signal[i] += m1 * r1 + m2 * r2;
        }
        signal
    }

    /// Variance of the signal at every node given the values, with known fixed effects.
    pub fn smoothed_variance(&self) -> Vec<f64> {
        let n = self.gains.len();
        let mut variance = vec![0.0; n];
        let (mut n11, mut n12, mut n22) = (0.0, 0.0, 0.0);
        for i in (0..n).rev() {
            let gain = &self.gains[i];
            n12 *= gain.phi;
            n22 *= gain.phi * gain.phi;
            if gain.inverse_sd > 0.0 {
                let h1 = n11 * gain.drift + n12 * gain.ar;
                let h2 = n12 * gain.drift + n22 * gain.ar;
                let extra = gain.drift * h1 + gain.ar * h2 + gain.inverse_sd * gain.inverse_sd;
                n11 += extra - 2.0 * h1;
                n12 += extra - h1 - h2;
                n22 += extra - 2.0 * h2;
            }
            let (m1, m2) = self.spreads[i].with_signal();
            let known = m1 * m1 * n11 + 2.0 * m1 * m2 * n12 + m2 * m2 * n22;
            variance[i] = (self.spreads[i].of_signal() - known).max(0.0);
        }
        variance
    }
}

/// Sums logarithms by multiplying first, because logarithms are slow.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LogProduct {
    product: f64,
    sum: f64,
}

impl Default for LogProduct {
    fn default() -> Self {
        Self {
            product: 1.0,
            sum: 0.0,
        }
    }
}

impl LogProduct {
    #[inline]
    pub fn push(&mut self, factor: f64) {
        self.product *= factor;
        if !(1e-200..1e200).contains(&self.product) {
            self.sum += libm::log(self.product);
            self.product = 1.0;
        }
    }

    pub fn total(self) -> f64 {
        self.sum + libm::log(self.product)
    }
}
