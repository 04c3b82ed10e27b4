//! How far apart the means of two phases lie: in standard deviations of the baseline, and as the
//! logarithm of their ratio. Refuses values that do not vary, and ratios of means that are not
//! above 0.

use super::resemblance::OfMeans;
use super::{Bounds, Effect, Phase, Resemblance, TwoPhases, reach};
use crate::error::{StatsError, VALUE_MAX, check_range};
use crate::special::t_quantile;
use crate::state_space::count;

/// A mean smaller than this share of the largest value is 0 but for rounding.
const MEAN_MIN: f64 = 1e-12;

/// Mean and variance of one phase, with the number of its values.
#[derive(Clone, Copy)]
struct Moments {
    n: f64,
    mean: f64,
    variance: f64,
}

impl Moments {
    /// Of the values divided by `unit`.
    fn new(phase: &Phase, unit: f64) -> Self {
        let n = count(phase.values.len());
        let mean = phase.values.iter().map(|v| v / unit / n).sum::<f64>();
        let squares = phase.values.iter().map(|v| v / unit - mean);
        Self {
            n,
            mean,
            variance: squares.map(|rest| rest * rest).sum::<f64>() / (n - 1.0),
        }
    }
}

/// Variance of a weighted difference of the two means, and its degrees of freedom.
struct Difference {
    variance: f64,
    df: f64,
}

impl TwoPhases {
    /// Estimates the difference of the means in standard deviations of the baseline, corrected for
    /// small numbers: Hedges' g with the spread of the baseline.
    ///
    /// `level`: of both intervals, 0.5-0.9999. The textbook's interval is normal, the adjusted one
    /// uses t. Hedges 1981, doi:10.3102/10769986006002107; Pustejovsky 2019, doi:10.1037/met0000179.
    ///
    /// # Errors
    /// `NoSpread` when the baseline does not vary; `OutOfRange` for the level.
    pub fn standardized_difference(
        &self,
        resemblance: &Resemblance,
        level: f64,
    ) -> Result<Effect, StatsError> {
        let z = reach(level)?;
        let (a, b) = self.moments()?;
        if a.variance <= 0.0 {
            return Err(StatsError::NoSpread);
        }
        let small = 1.0 - 3.0 / (4.0 * a.n - 5.0);
        let value = self.sign() * small * (b.mean - a.mean) / a.variance.sqrt();
        let plain = 1.0 / a.n + b.variance / (b.n * a.variance);
        let se = small * (plain + value * value / (2.0 * (a.n - 1.0))).sqrt();
        let of_means = resemblance.of_means(self);
        let difference = differences([a.variance, b.variance], [1.0, 1.0], &of_means);
        let df_baseline: f64 = of_means.iter().map(|(of, w)| w * of.phases[0].df).sum();
        let adjusted = difference.variance / a.variance + value * value / (2.0 * df_baseline);
        Ok(Effect {
            value,
            textbook: around(value, se, z),
            adjusted: difference.around(value, small * adjusted.sqrt(), level)?,
        })
    }

    /// Estimates the logarithm of the ratio of the means, corrected for small numbers: 0.1 is about
    /// a tenth more, and its negative about a tenth less. For scales with a true 0 only.
    ///
    /// `level`: of both intervals, 0.5-0.9999. Pustejovsky 2018, doi:10.1016/j.jsp.2018.02.003.
    ///
    /// # Errors
    /// `OutOfRange` unless both means are above 0, or for the level; `NoSpread` when neither phase
    /// varies.
    pub fn log_ratio(&self, resemblance: &Resemblance, level: f64) -> Result<Effect, StatsError> {
        let z = reach(level)?;
        let (a, b) = self.moments()?;
        for phase in [a, b] {
            check_range("mean per largest value", phase.mean, MEAN_MIN, VALUE_MAX)?;
        }
        if a.variance + b.variance <= 0.0 {
            return Err(StatsError::NoSpread);
        }
        let relative = |phase: Moments| phase.variance / (phase.n * phase.mean * phase.mean);
        let plain = libm::log(b.mean / a.mean) + 0.5 * (relative(b) - relative(a));
        let value = self.sign() * plain;
        let se = (relative(a) + relative(b)).sqrt();
        let of_means = resemblance.of_means(self);
        let by_mean = [1.0 / a.mean, 1.0 / b.mean];
        let difference = differences([a.variance, b.variance], by_mean, &of_means);
        Ok(Effect {
            value,
            textbook: around(value, se, z),
            adjusted: difference.around(value, difference.variance.sqrt(), level)?,
        })
    }

    /// Moments of both phases in units of the largest value, so that squares stay finite.
    fn moments(&self) -> Result<(Moments, Moments), StatsError> {
        let (a, b) = (&self.baseline, &self.intervention);
        let all = a.values.iter().chain(&b.values);
        let unit = all.fold(0.0_f64, |size, value| size.max(value.abs()));
        if unit == 0.0 {
            return Err(StatsError::NoSpread);
        }
        Ok((Moments::new(a, unit), Moments::new(b, unit)))
    }
}

fn around(value: f64, se: f64, reach: f64) -> Bounds {
    Bounds {
        se,
        lower: value - reach * se,
        upper: value + reach * se,
    }
}

impl Difference {
    fn around(&self, value: f64, se: f64, level: f64) -> Result<Bounds, StatsError> {
        let reach = t_quantile(0.5 * (1.0 + level), self.df)?;
        Ok(around(value, se, reach))
    }
}

/// Variance of the weighted difference of two means, averaged over the points: each phase has its
/// own spread, which the usual variance shows in part only when its days resemble each other. The
/// degrees of freedom are those of Satterthwaite 1946, doi:10.2307/3002019.
fn differences(variances: [f64; 2], by: [f64; 2], points: &[(OfMeans, f64)]) -> Difference {
    let (mut variance, mut df) = (0.0, 0.0);
    for (of, weight) in points {
        let mut parts = [0.0; 2];
        let mut sizes = [0.0; 2];
        for k in 0..2 {
            let true_variance = by[k] * by[k] * variances[k] / of.phases[k].shown;
            parts[k] = true_variance * of.phases[k].mean_variance;
            sizes[k] = true_variance.sqrt();
        }
        let sum = parts[0] + parts[1];
        variance += weight * (sum - 2.0 * sizes[0] * sizes[1] * of.covariance).max(0.0);
        let bottom = parts[0] * parts[0] / of.phases[0].df + parts[1] * parts[1] / of.phases[1].df;
        df += weight * sum * sum / bottom.max(f64::MIN_POSITIVE);
    }
    Difference {
        variance,
        df: df.max(1.0),
    }
}
