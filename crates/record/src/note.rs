//! A few own words. Refuses to read them.

use std::fmt;

use crate::IdError;

/// Free words of the person. `Debug` hides them, so that no log can show them.
#[derive(Clone, PartialEq, Eq)]
pub struct Note(String);

impl Note {
    /// Longest note, in bytes: one mebibyte.
    pub const BYTES_MAX: usize = 1 << 20;

    /// Takes a text that is not empty and at most [`Self::BYTES_MAX`] long.
    ///
    /// # Errors
    /// [`IdError::Label`] when it is empty or longer.
    pub fn new(text: &str) -> Result<Self, IdError> {
        if text.trim().is_empty() || text.len() > Self::BYTES_MAX {
            return Err(IdError::Label);
        }
        Ok(Self(text.to_owned()))
    }

    /// The words.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Note({} bytes)", self.0.len())
    }
}
