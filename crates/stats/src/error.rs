//! What can be wrong with numbers handed to this room. Refuses to repair them silently.

use thiserror::Error;

/// The largest absolute value accepted anywhere, so that squares and sums of squares stay finite.
pub const VALUE_MAX: f64 = 1e100;

/// A wrong input: what, where, which value. Too little data is `TooFew` or `NoSpread`.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum StatsError {
    /// Two lists that belong together differ in length.
    #[error("{what} holds {found} numbers where {expected} are needed")]
    LengthMismatch {
        /// Which list.
        what: &'static str,
        /// Its length.
        found: usize,
        /// The length it should have.
        expected: usize,
    },
    /// A value is NaN, infinite, or larger than [`VALUE_MAX`] in size.
    #[error("{what} number {idx} is not a usable number")]
    NotFinite {
        /// Which list.
        what: &'static str,
        /// Position, counted from 0.
        idx: usize,
    },
    /// A single number lies outside its range.
    #[error("{what} is {value}, outside {min} to {max}")]
    OutOfRange {
        /// Which number.
        what: &'static str,
        /// Its value.
        value: f64,
        /// The smallest allowed value.
        min: f64,
        /// The largest allowed value.
        max: f64,
    },
    /// Times go backwards.
    #[error("time number {idx} lies before the one ahead of it")]
    TimesNotSorted {
        /// Position, counted from 0.
        idx: usize,
    },
    /// Fewer observations than the question needs.
    #[error("{have} observations, {need} needed")]
    TooFew {
        /// Observations present.
        have: usize,
        /// Observations needed.
        need: usize,
    },
    /// A coefficient is asked for that these observations cannot tell apart from others.
    #[error("column {idx} cannot be estimated")]
    NotEstimable {
        /// Position among the caller's columns, counted from 0.
        idx: usize,
    },
    /// Nothing varies once the fixed effects are taken out, so no uncertainty can be estimated.
    #[error("the values do not vary")]
    NoSpread,
    /// An assignment that an experiment's design could not have drawn.
    #[error("the design holds no such assignment")]
    NotInDesign,
}

/// Refuses lists holding NaN, infinities or sizes beyond [`VALUE_MAX`].
pub(crate) fn check_finite(what: &'static str, values: &[f64]) -> Result<(), StatsError> {
    match values
        .iter()
        .position(|value| value.is_nan() || value.abs() > VALUE_MAX)
    {
        Some(idx) => Err(StatsError::NotFinite { what, idx }),
        None => Ok(()),
    }
}

/// Refuses a list whose length differs from the one it belongs to.
pub(crate) fn check_length(
    what: &'static str,
    found: usize,
    expected: usize,
) -> Result<(), StatsError> {
    if found == expected {
        Ok(())
    } else {
        Err(StatsError::LengthMismatch {
            what,
            found,
            expected,
        })
    }
}

/// Refuses a number outside `min..=max` (and NaN).
pub(crate) fn check_range(
    what: &'static str,
    value: f64,
    min: f64,
    max: f64,
) -> Result<(), StatsError> {
    if value >= min && value <= max {
        Ok(())
    } else {
        Err(StatsError::OutOfRange {
            what,
            value,
            min,
            max,
        })
    }
}
