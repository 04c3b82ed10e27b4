//! One question and the scale it is answered on. Refuses wording: the words live in content.

use crate::{IdError, ItemId};

/// Says why an item was refused.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ItemError {
    /// The name of the item was refused.
    #[error(transparent)]
    Id(#[from] IdError),
    /// The ends of the scale are not finite numbers in rising order.
    #[error("a scale runs from a smaller to a larger number, not from {min} to {max}")]
    Scale {
        /// Lower end as given.
        min: f64,
        /// Upper end as given.
        max: f64,
    },
}

/// What numbers an answer can be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ResponseScale {
    /// Any number from `min` to `max`, both included: a slider line.
    Line {
        /// Lower end.
        min: f64,
        /// Upper end.
        max: f64,
    },
    /// Whole numbers from `min` to `max`, both included: steps, or a list of choices in order.
    Steps {
        /// Lower end.
        min: i32,
        /// Upper end.
        max: i32,
    },
    /// Any finite number: a table that names no ends.
    Open,
}

impl ResponseScale {
    /// The 0-100 line that our own check-in uses.
    pub const LINE_0_100: Self = Self::Line {
        min: 0.0,
        max: 100.0,
    };

    /// A line from `min` to `max`.
    ///
    /// # Errors
    /// [`ItemError::Scale`] unless both are finite and `min < max`.
    pub fn line(min: f64, max: f64) -> Result<Self, ItemError> {
        if min.is_finite() && max.is_finite() && min < max {
            Ok(Self::Line { min, max })
        } else {
            Err(ItemError::Scale { min, max })
        }
    }

    /// Says whether an answer of this number can be given.
    #[must_use]
    pub fn holds(&self, value: f64) -> bool {
        match *self {
            Self::Line { min, max } => value >= min && value <= max,
            Self::Steps { min, max } => {
                value >= f64::from(min) && value <= f64::from(max) && value.fract() == 0.0
            }
            Self::Open => value.is_finite(),
        }
    }

    /// Both ends, where the scale has ends.
    #[must_use]
    pub fn ends(&self) -> Option<(f64, f64)> {
        match *self {
            Self::Line { min, max } => Some((min, max)),
            Self::Steps { min, max } => Some((f64::from(min), f64::from(max))),
            Self::Open => None,
        }
    }
}

/// Which end of an outcome's scale is the numb one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// A higher number is more feeling.
    HigherIsMoreFeeling,
    /// A higher number is more numb.
    HigherIsMoreNumb,
}

/// What an item is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// It measures numbness itself.
    Outcome(Polarity),
    /// It may come before numbness, and is asked about as a candidate.
    Candidate,
    /// It is kept and shown, and no question is asked about it.
    Context,
}

/// What stretch of time an answer speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Window {
    /// Right now.
    Momentary,
    /// Once a person's day.
    Daily,
    /// The time since the last occasion.
    SinceLast,
}

/// One question on one scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its name.
    pub id: ItemId,
    /// What answers it takes.
    pub scale: ResponseScale,
    /// What it is for.
    pub role: Role,
    /// What stretch of time it speaks of.
    pub window: Window,
}
