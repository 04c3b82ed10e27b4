//! Facts of a large file, a few thousand at a time. Refuses to hold all of them.

use record::{Fact, Item};

/// So many facts make a batch.
pub(crate) const BATCH_FACTS: usize = 4096;

/// Some facts of a file, with the items that they are the first to answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    /// Items that no batch before named.
    pub items: Vec<Item>,
    /// The facts.
    pub facts: Vec<Fact>,
}
