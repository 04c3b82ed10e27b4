//! Whether two scores of one instrument differ by more than its error of measurement.
//!
//! The method and its assumptions: `method.md` beside this file. Refuses to say that a change
//! matters, or why it came: it knows the instrument's error and nothing of the person.

use crate::error::{StatsError, check_finite, check_range};
use crate::special::{normal_cdf, normal_quantile};

const SD_MIN: f64 = 1e-100;
/// Without any error of measurement every change would be real.
const RELIABILITY_MAX: f64 = 0.9999;

/// How exactly an instrument measures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Precision {
    error_before: f64,
    error_after: f64,
}

impl Precision {
    /// Takes the standard deviation of scores among comparable people (points, above 0) and the
    /// reliability (0-0.9999): retest over a span like that between the two scores, or internal
    /// consistency.
    ///
    /// # Errors
    /// `OutOfRange`.
    pub fn new(sd: f64, reliability: f64) -> Result<Self, StatsError> {
        Self::of_two_spreads(sd, sd, reliability)
    }

    /// Takes two standard deviations, one for each measurement, where people spread differently at
    /// the second (Maassen 2004, doi:10.1017/S1355617704106097).
    ///
    /// # Errors
    /// `OutOfRange`.
    pub fn of_two_spreads(
        sd_before: f64,
        sd_after: f64,
        reliability: f64,
    ) -> Result<Self, StatsError> {
        for sd in [sd_before, sd_after] {
            check_range("standard deviation", sd, SD_MIN, crate::error::VALUE_MAX)?;
        }
        check_range("reliability", reliability, 0.0, RELIABILITY_MAX)?;
        let share = (1.0 - reliability).sqrt();
        Ok(Self {
            error_before: sd_before * share,
            error_after: sd_after * share,
        })
    }

    /// Standard error of one score, in points: of the first measurement.
    #[must_use]
    pub fn error_of_score(&self) -> f64 {
        self.error_before
    }

    /// Standard error of the difference of two scores, in points. That both scores carry error is
    /// the correction by Christensen & Mendoza 1986, doi:10.1016/S0005-7894(86)80060-0: with one
    /// standard deviation, the square root of 2 times the error of a score.
    #[must_use]
    pub fn error_of_difference(&self) -> f64 {
        libm::hypot(self.error_before, self.error_after)
    }

    /// The change in points that unchanged people exceed in either direction with probability
    /// `1 - level` (level 0.5-0.9999).
    ///
    /// # Errors
    /// `OutOfRange`.
    pub fn band(&self, level: f64) -> Result<f64, StatsError> {
        check_range("level", level, 0.5, 0.9999)?;
        Ok(normal_quantile(0.5 * (1.0 + level))? * self.error_of_difference())
    }
}

/// A change of score against the error of measurement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReliableChange {
    /// Second score less the first, in points.
    pub change: f64,
    /// The change in units of its standard error.
    pub index: f64,
    /// Change in points from which on it counts as reliable, in either direction.
    pub band: f64,
    /// Probability of a change of this size or larger, in either direction, by error alone, 0-1.
    pub p_value: f64,
    /// Whether the change is larger than the band.
    pub is_reliable: bool,
}

/// Judges the change between two scores of one person, in points, at `level` (0.5-0.9999).
///
/// Jacobson & Truax 1991, doi:10.1037/0022-006X.59.1.12. For two scores chosen beforehand: picking
/// the highest and the lowest of many finds reliable changes where there are none, and a first
/// score that was picked because it was extreme moves back towards the mean by itself.
///
/// ```
/// use stats::reliable_change::{Precision, reliable_change};
///
/// // The example of Jacobson & Truax: 32.5 before and 47.5 after.
/// let found = reliable_change(32.5, 47.5, &Precision::new(7.5, 0.80)?, 0.95)?;
/// assert!((found.index - 3.16).abs() < 0.005 && found.is_reliable);
/// # Ok::<(), stats::StatsError>(())
/// ```
///
/// # Errors
/// `NotFinite`, `OutOfRange`.
pub fn reliable_change(
    before: f64,
    after: f64,
    precision: &Precision,
    level: f64,
) -> Result<ReliableChange, StatsError> {
    check_finite("scores", &[before, after])?;
    let band = precision.band(level)?;
    let change = after - before;
    let index = change / precision.error_of_difference();
    Ok(ReliableChange {
        change,
        index,
        band,
        p_value: (2.0 * normal_cdf(-index.abs())?).clamp(0.0, 1.0),
        is_reliable: change.abs() > band,
    })
}
