//! Names and keys that facts carry. Refuses to make keys up: whoever writes a fact brings its key.

use std::fmt;
use std::sync::Arc;

/// Says why a name or key was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// An item id holds something other than letters, digits, `_`, `-`, `.` or is not 1-64 long.
    #[error("an item id has 1 to 64 letters, digits, '_', '-' or '.'")]
    ItemId,
    /// A label is empty or too long once trimmed.
    #[error("a name has 1 to {max} characters", max = Label::CHARS_MAX)]
    Label,
    /// A key is not 32 hexadecimal digits.
    #[error("a key has 32 hexadecimal digits")]
    Key,
}

/// Names one item, for example `feeling_strength` or the column `mood_cheerf` of a table.
///
/// Millions of responses share one text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ItemId(Arc<str>);

impl ItemId {
    /// Takes a name of 1-64 ASCII letters, digits, `_`, `-` or `.`.
    ///
    /// # Errors
    /// [`IdError::ItemId`] for anything else.
    pub fn new(name: &str) -> Result<Self, IdError> {
        let ok = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        if name.is_empty() || name.len() > 64 || !name.chars().all(ok) {
            return Err(IdError::ItemId);
        }
        Ok(Self(name.into()))
    }

    /// Gives the name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A short name that a person or a file gave: a medicine, an event, a practice.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Label(String);

impl Label {
    /// Longest label, in characters.
    pub const CHARS_MAX: usize = 200;

    /// Takes a trimmed, non-empty text of at most [`Self::CHARS_MAX`] characters.
    ///
    /// # Errors
    /// [`IdError::Label`] when nothing is left after trimming, or too much.
    pub fn new(text: &str) -> Result<Self, IdError> {
        let text = text.trim();
        if text.is_empty() || text.chars().count() > Self::CHARS_MAX {
            return Err(IdError::Label);
        }
        Ok(Self(text.to_owned()))
    }

    /// Gives the name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Tells one fact from every other, so that the same fact written twice is kept once.
///
/// A form carries a random key from the moment it is shown: sending it twice writes it once. An
/// import derives the key from what the row says: importing a file twice adds nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FactKey([u8; 16]);

impl FactKey {
    /// Takes 16 bytes that are random or a digest.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Gives the bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// Reads 32 hexadecimal digits.
    ///
    /// # Errors
    /// [`IdError::Key`] for anything else.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        if text.len() != 32 || !text.is_ascii() {
            return Err(IdError::Key);
        }
        let mut bytes = [0u8; 16];
        for (idx, byte) in bytes.iter_mut().enumerate() {
            let pair = text.get(2 * idx..2 * idx + 2).ok_or(IdError::Key)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| IdError::Key)?;
        }
        Ok(Self(bytes))
    }
}

impl fmt::Display for FactKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
