//! One person without and with something: how far apart the two phases lie.
//!
//! A description, not a test of cause: a slow movement, a season or a second change looks the same.
//! The method, its anchors and its measured error rates: `method.md` beside this file. Refuses
//! phases of fewer than three values, and any error that forgets that neighboring days resemble
//! each other without one beside it that does not.

mod means;
mod overlap;
mod resemblance;

pub use resemblance::Resemblance;

use crate::error::{StatsError, check_finite, check_length, check_range};
use crate::special::normal_quantile;
use crate::state_space::check_times;

/// Fewest values of a phase.
pub const PHASE_MIN: usize = 3;

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Improvement {
    /// Larger values are better.
    Increase,
    /// Smaller values are better.
    Decrease,
}

/// The values of one person in two phases.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoPhases {
    baseline: Phase,
    intervention: Phase,
    improvement: Improvement,
}

/// One phase: times in days and the value at each, in order.
#[derive(Debug, Clone, PartialEq, Default)]
struct Phase {
    times: Vec<f64>,
    values: Vec<f64>,
}

/// An effect with its error twice: by the textbook, as if days did not resemble each other, and
/// adjusted for the resemblance that was handed in. Above 0 (NAP: above 0.5) means improvement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// The estimate.
    pub value: f64,
    /// By the textbook: too narrow whenever neighboring days resemble each other.
    pub textbook: Bounds,
    /// Adjusted for resemblance: the one to show.
    pub adjusted: Bounds,
}

/// Uncertainty of an effect, in its own unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Standard error.
    pub se: f64,
    /// Lower end of the interval.
    pub lower: f64,
    /// Upper end of the interval.
    pub upper: f64,
}

impl TwoPhases {
    /// Takes times in days (non-decreasing), one value each in any unit, and whether the occasion
    /// belongs to the intervention; missed occasions are left out. A phase may come back (ABAB).
    ///
    /// # Errors
    /// `LengthMismatch`, `NotFinite`, `TimesNotSorted`, `OutOfRange` for times; `TooFew` with fewer
    /// than [`PHASE_MIN`] values in a phase.
    pub fn new(
        times: &[f64],
        values: &[f64],
        is_intervention: &[bool],
        improvement: Improvement,
    ) -> Result<Self, StatsError> {
        check_length("values", values.len(), times.len())?;
        check_length("phase marks", is_intervention.len(), times.len())?;
        check_times("times", times)?;
        check_finite("values", values)?;
        let (mut baseline, mut intervention) = (Phase::default(), Phase::default());
        for ((time, value), with) in times.iter().zip(values).zip(is_intervention) {
            let phase = if *with {
                &mut intervention
            } else {
                &mut baseline
            };
            phase.times.push(*time);
            phase.values.push(*value);
        }
        for have in [baseline.values.len(), intervention.values.len()] {
            if have < PHASE_MIN {
                let need = PHASE_MIN;
                return Err(StatsError::TooFew { have, need });
            }
        }
        Ok(Self {
            baseline,
            intervention,
            improvement,
        })
    }

    /// 1 if larger is better, -1 if smaller is.
    fn sign(&self) -> f64 {
        match self.improvement {
            Improvement::Increase => 1.0,
            Improvement::Decrease => -1.0,
        }
    }
}

/// Two-sided normal quantile of an interval at `level` (0.5-0.9999).
fn reach(level: f64) -> Result<f64, StatsError> {
    check_range("level", level, 0.5, 0.9999)?;
    normal_quantile(0.5 * (1.0 + level))
}
