//! Which country's help lines come first: two letters in a small file beside the record, so that they
//! can be read while the record is locked. Refuses anything else.

use crate::{Folder, StoreError, file};

/// Its name says nothing of what it is for.
const NAME: &str = "notes.place";

impl Folder {
    /// The two letters that were kept; `None` when none were, or when the file holds anything else.
    #[must_use]
    pub fn country(&self) -> Option<String> {
        self.get(NAME).filter(|code| is_code(code))
    }

    /// Keeps two capital letters, in a file that this user alone can read.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] when it is anything else, and the errors of the disk.
    pub fn put_country(&self, code: &str) -> Result<(), StoreError> {
        if !is_code(code) {
            return Err(StoreError::Unreadable {
                table: "place",
                row: 0,
            });
        }
        self.prepare()?;
        self.put(NAME, code)
    }

    /// Removes them.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn forget_country(&self) -> Result<(), StoreError> {
        file::remove(&self.path().join(NAME))
    }
}

fn is_code(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}
