//! Where a fact came from. Refuses to be left out: every fact has a source.

use crate::Moment;

/// Where a fact came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The person wrote it here.
    ByHand,
    /// A file brought it.
    Import {
        /// Digest of the file it came from.
        file: [u8; 32],
        /// Line in that file, counted from 1 with the heading as line 1.
        line: u32,
    },
}

/// A file that was imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportFile {
    /// SHA-256 of its bytes.
    pub digest: [u8; 32],
    /// Its name without folders.
    pub name: String,
    /// The format it was read as, for example `table`.
    pub format: String,
    /// When it was imported.
    pub imported_at: Moment,
}
