//! A contact with somebody, in the person's own word for them. Refuses names as a demand: any word does.

use crate::Label;

/// Says why a contact was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ContactError {
    /// How far one felt heard is a number from 0 to 100.
    #[error("how far you felt heard is a number from 0 to 100")]
    FeltHeard,
}

/// Time with somebody, at the moment of its fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    /// With whom, in a word that the person chooses.
    pub with: Label,
    felt_heard: Option<f64>,
}

impl Contact {
    /// A contact; `felt_heard` is 0 (not at all) to 100 (fully), `None` when not told.
    ///
    /// # Errors
    /// [`ContactError::FeltHeard`] outside 0-100.
    pub fn new(with: Label, felt_heard: Option<f64>) -> Result<Self, ContactError> {
        if felt_heard.is_some_and(|heard| !(0.0..=100.0).contains(&heard)) {
            return Err(ContactError::FeltHeard);
        }
        Ok(Self { with, felt_heard })
    }

    /// How far the person felt heard, 0-100; `None` when not told.
    #[must_use]
    pub const fn felt_heard(&self) -> Option<f64> {
        self.felt_heard
    }
}
