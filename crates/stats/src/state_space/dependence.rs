//! How neighboring observations resemble each other: one point of the parameter space.
//! Refuses variances below 0 and a correlation of 1.

use crate::error::{StatsError, check_range};

/// The largest correlation at a lag of one day.
pub const RHO_MAX: f64 = 0.9999;

/// Dependence of a series, all variances relative to one common scale.
///
/// observation = fixed effects + drift (Brownian motion from 0 at the first time, `drift_var` a
/// day) + Ornstein-Uhlenbeck part (stationary `ar_var`, correlation `rho` at one day, `rho^days` at
/// other distances) + white noise (`noise_var`, independent even at equal times).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dependence {
    rho: f64,
    ar_var: f64,
    noise_var: f64,
    drift_var: f64,
}

impl Dependence {
    /// Takes the four parameters; `rho` 0 to 0.9999, variances 0 to 1e6 and not all 0.
    ///
    /// # Errors
    /// `OutOfRange`.
    pub fn new(rho: f64, ar_var: f64, noise_var: f64, drift_var: f64) -> Result<Self, StatsError> {
        check_range("rho", rho, 0.0, RHO_MAX)?;
        check_range("stationary variance", ar_var, 0.0, 1e6)?;
        check_range("noise variance", noise_var, 0.0, 1e6)?;
        check_range("drift variance", drift_var, 0.0, 1e6)?;
        check_range("variance in all", ar_var + noise_var + drift_var, 1e-9, 1e7)?;
        Ok(Self {
            rho,
            ar_var,
            noise_var,
            drift_var,
        })
    }

    /// Takes `rho`, the share of noise in the variance around the drift (0-1), and drift variance a
    /// day in units of that variance.
    ///
    /// # Errors
    /// `OutOfRange`.
    pub fn of_shares(rho: f64, noise_share: f64, drift_ratio: f64) -> Result<Self, StatsError> {
        check_range("noise share", noise_share, 0.0, 1.0)?;
        Self::new(rho, 1.0 - noise_share, noise_share, drift_ratio)
    }

    /// Correlation of the Ornstein-Uhlenbeck part at a lag of one day, 0-1.
    #[must_use]
    pub fn rho(&self) -> f64 {
        self.rho
    }

    /// Stationary variance of the Ornstein-Uhlenbeck part, relative to the scale.
    #[must_use]
    pub fn ar_var(&self) -> f64 {
        self.ar_var
    }

    /// Variance of the white noise, relative to the scale.
    #[must_use]
    pub fn noise_var(&self) -> f64 {
        self.noise_var
    }

    /// Variance added to the level each day, relative to the scale.
    #[must_use]
    pub fn drift_var(&self) -> f64 {
        self.drift_var
    }

    /// Correlations over gaps, remembered: records have few different gaps.
    pub(crate) fn steps(&self) -> Steps {
        let log_rho = if self.rho > 0.0 {
            libm::log(self.rho)
        } else {
            f64::NEG_INFINITY
        };
        Steps {
            ar_var: self.ar_var,
            log_rho,
            known: [(0.0, (1.0, 0.0)); N_KNOWN],
            next: 0,
        }
    }
}

const N_KNOWN: usize = 8;

/// Correlation and fresh variance of the Ornstein-Uhlenbeck part over gaps.
#[derive(Debug, Clone)]
pub(crate) struct Steps {
    ar_var: f64,
    log_rho: f64,
    known: [(f64, (f64, f64)); N_KNOWN],
    next: usize,
}

impl Steps {
    /// Correlation over `gap` days and the innovation variance it leaves, in that order.
    #[inline]
    pub fn over(&mut self, gap: f64) -> (f64, f64) {
        for (known, step) in &self.known {
            if *known == gap {
                return *step;
            }
        }
        self.work_out(gap)
    }

    fn work_out(&mut self, gap: f64) -> (f64, f64) {
        // Without correlation the logarithm is infinite, but equal times stay together.
        let exponent = if gap > 0.0 { gap * self.log_rho } else { 0.0 };
        let step = (
            libm::exp(exponent),
            -self.ar_var * libm::expm1(2.0 * exponent),
        );
        self.known[self.next] = (gap, step);
        self.next = (self.next + 1) % N_KNOWN;
        step
    }
}
