//! A strategy that the person did. Refuses to say whether it helped.

use crate::{Label, Minutes};

/// A strategy that the person did, at the moment of its fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Practice {
    /// Which strategy: a name from content or the person's own.
    pub strategy: Label,
    /// How long; `None` when not told.
    pub minutes: Option<Minutes>,
}
