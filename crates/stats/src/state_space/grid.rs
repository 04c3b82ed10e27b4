//! The fixed grid of dependence over which estimates are averaged, with its prior. Refuses empty
//! grids and weights that are not positive.

use super::dependence::Dependence;
use crate::error::{StatsError, check_range};

/// One point of the grid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GridPoint {
    /// The dependence.
    pub theta: Dependence,
    /// Prior weight, not normalized, above 0.
    pub prior: f64,
}

/// A grid of dependence with prior weights.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    points: Vec<GridPoint>,
}

/// Correlation at one day and its prior weight.
const RHO: [(f64, f64); 7] = [
    (0.1, 1.0),
    (0.3, 1.0),
    (0.5, 1.0),
    (0.65, 1.0),
    (0.78, 1.0),
    (0.87, 1.0),
    (0.94, 1.0),
];
/// Share of white noise and its prior weight.
const NOISE: [(f64, f64); 4] = [(0.03, 1.5), (0.25, 1.2), (0.5, 1.0), (0.75, 0.5)];
/// Drift variance a day, in units of the variance around the drift, and its prior weight.
const DRIFT: [(f64, f64); 4] = [(0.0, 1.0), (0.001, 1.0), (0.006, 1.0), (0.03, 1.0)];

/// Correlation at one day when nothing drifts, and its prior weight: sqrt(1 - correlation).
const RHO_FINE: [(f64, f64); 10] = [
    (0.05, 0.975),
    (0.2, 0.894),
    (0.35, 0.806),
    (0.5, 0.707),
    (0.65, 0.592),
    (0.77, 0.480),
    (0.86, 0.374),
    (0.92, 0.283),
    (0.955, 0.212),
    (0.98, 0.141),
];
/// Share of white noise when nothing drifts, and its prior weight.
const NOISE_FINE: [(f64, f64); 4] = [(0.02, 1.0), (0.25, 1.0), (0.5, 1.0), (0.75, 1.0)];

impl Grid {
    /// Takes points of one's own.
    ///
    /// # Errors
    /// `TooFew` without points; `OutOfRange` for a weight outside 1e-12 to 1e12.
    pub fn new(points: Vec<GridPoint>) -> Result<Self, StatsError> {
        if points.is_empty() {
            return Err(StatsError::TooFew { have: 0, need: 1 });
        }
        for point in &points {
            check_range("prior weight", point.prior, 1e-12, 1e12)?;
        }
        Ok(Self { points })
    }

    /// The standard grid: correlation, noise share and drift.
    ///
    /// # Errors
    /// None for the built-in numbers.
    pub fn standard() -> Result<Self, StatsError> {
        Self::cross(&RHO, &NOISE, &DRIFT)
    }

    /// The standard grid for changes of level: finer in correlation, up to 0.98, and no drift.
    ///
    /// # Errors
    /// None for the built-in numbers.
    pub fn without_drift() -> Result<Self, StatsError> {
        Self::cross(&RHO_FINE, &NOISE_FINE, &[(0.0, 1.0)])
    }

    /// All combinations of correlations, noise shares and drift ratios, each with a weight.
    ///
    /// # Errors
    /// `OutOfRange`, `TooFew`.
    pub fn cross(
        rho: &[(f64, f64)],
        noise: &[(f64, f64)],
        drift: &[(f64, f64)],
    ) -> Result<Self, StatsError> {
        let mut points = Vec::with_capacity(rho.len() * noise.len() * drift.len());
        for (ratio, drift_prior) in drift {
            for (correlation, rho_prior) in rho {
                for (share, noise_prior) in noise {
                    points.push(GridPoint {
                        theta: Dependence::of_shares(*correlation, *share, *ratio)?,
                        prior: drift_prior * rho_prior * noise_prior,
                    });
                }
            }
        }
        Self::new(points)
    }

    /// The points in a fixed order.
    #[must_use]
    pub fn points(&self) -> &[GridPoint] {
        &self.points
    }
}
