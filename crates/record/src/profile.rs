//! What the person chose about their record. Refuses anything that identifies them.

use crate::{DayStart, Zone};

/// Says why a choice was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProfileError {
    /// The threshold is a number from 0 to 100.
    #[error("the line is a number from 0 to 100")]
    Threshold,
    /// The lock comes after 1 to 240 minutes.
    #[error("the lock comes after 1 to 240 minutes")]
    LockAfter,
}

/// What the person chose about their record.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// When their day starts.
    pub day_start: DayStart,
    /// The zone of their clock when nothing else is said.
    pub zone: Zone,
    threshold: Option<f64>,
    lock_after_minutes: u16,
    /// The first-run page about safety was read.
    pub has_read_safety: bool,
}

impl Profile {
    /// A profile with nothing chosen yet.
    #[must_use]
    pub fn new(zone: Zone) -> Self {
        Self {
            day_start: DayStart::default(),
            zone,
            threshold: None,
            lock_after_minutes: 10,
            has_read_safety: false,
        }
    }

    /// The level of numbness, 0-100, from which the person calls a day hard; `None`: not said.
    #[must_use]
    pub const fn threshold(&self) -> Option<f64> {
        self.threshold
    }

    /// Chooses the level, 0-100, or takes it back with `None`.
    ///
    /// # Errors
    /// [`ProfileError::Threshold`] outside 0-100.
    pub fn set_threshold(&mut self, threshold: Option<f64>) -> Result<(), ProfileError> {
        if threshold.is_some_and(|t| !(0.0..=100.0).contains(&t)) {
            return Err(ProfileError::Threshold);
        }
        self.threshold = threshold;
        Ok(())
    }

    /// Minutes without use until the record locks itself, 1-240.
    #[must_use]
    pub const fn lock_after_minutes(&self) -> u16 {
        self.lock_after_minutes
    }

    /// Chooses after how many minutes without use the record locks itself.
    ///
    /// # Errors
    /// [`ProfileError::LockAfter`] outside 1-240.
    pub fn set_lock_after_minutes(&mut self, minutes: u16) -> Result<(), ProfileError> {
        if !(1..=240).contains(&minutes) {
            return Err(ProfileError::LockAfter);
        }
        self.lock_after_minutes = minutes;
        Ok(())
    }
}
