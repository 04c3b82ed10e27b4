//! A sheet that the person filled in: a plan, a list, a map, field by field. Refuses to read what they
//! wrote, and to hold a field twice.

use crate::{Label, Note};

/// Says why a sheet was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// Nothing is written on it, or more than it holds.
    #[error("a sheet has 1 to {max} fields", max = Sheet::FIELDS_MAX)]
    Fields,
    /// A field stands twice.
    #[error("a sheet has each field once")]
    Twice,
}

/// One field of a sheet and what was written there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetLine {
    /// Which field: a name from content.
    pub field: Label,
    /// What it says.
    pub words: Note,
}

/// A sheet as it was last written; its fact is from when it was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Which sheet: a name from content.
    pub sheet: Label,
    lines: Vec<SheetLine>,
}

impl Sheet {
    /// Fields of one sheet at most.
    pub const FIELDS_MAX: usize = 40;

    /// Takes the fields that hold something, in their order.
    ///
    /// # Errors
    /// [`SheetError`] when there is none, there are too many, or one stands twice.
    pub fn new(sheet: Label, lines: Vec<SheetLine>) -> Result<Self, SheetError> {
        if lines.is_empty() || lines.len() > Self::FIELDS_MAX {
            return Err(SheetError::Fields);
        }
        let is_twice = |(idx, line): (usize, &SheetLine)| {
            lines
                .iter()
                .take(idx)
                .any(|before| before.field == line.field)
        };
        if lines.iter().enumerate().any(is_twice) {
            return Err(SheetError::Twice);
        }
        Ok(Self { sheet, lines })
    }

    /// The fields that hold something, in their order.
    #[must_use]
    pub fn lines(&self) -> &[SheetLine] {
        &self.lines
    }

    /// What a field says; `None` when it was left empty.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        let found = self.lines.iter().find(|line| line.field.as_str() == name);
        found.map(|line| line.words.text())
    }
}
