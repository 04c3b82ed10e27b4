//! Something that happened, at a moment or over a span. Refuses to judge it.

use crate::{Label, Moment};

/// Says why an event was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EventError {
    /// The end lies before the start.
    #[error("an event ends after it starts")]
    EndsBeforeStart,
}

/// Something that happened; its start is the moment of its fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What happened, in the person's or the list's words.
    pub label: Label,
    ends_at: Option<Moment>,
    /// Left out of everything shown or exported unless the person ticks it.
    pub is_sensitive: bool,
}

impl Event {
    /// An event at `starts_at`, or over the span to `ends_at`.
    ///
    /// # Errors
    /// [`EventError::EndsBeforeStart`].
    pub fn new(
        label: Label,
        starts_at: &Moment,
        ends_at: Option<Moment>,
        is_sensitive: bool,
    ) -> Result<Self, EventError> {
        if ends_at.as_ref().is_some_and(|end| end < starts_at) {
            return Err(EventError::EndsBeforeStart);
        }
        Ok(Self {
            label,
            ends_at,
            is_sensitive,
        })
    }

    /// When the span ended; `None` for a moment.
    #[must_use]
    pub const fn ends_at(&self) -> Option<&Moment> {
        self.ends_at.as_ref()
    }
}
