//! Movement that the person did. Refuses to set a goal.

use crate::{Label, Minutes};

/// How hard it was, by the talk test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Intensity {
    /// Singing would be possible.
    Light,
    /// Talking is possible, singing is not.
    Moderate,
    /// Only a few words at a time.
    Vigorous,
}

/// Movement that started at the moment of its fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// What it was; `None` when only minutes are known.
    pub label: Option<Label>,
    /// How long.
    pub minutes: Minutes,
    /// How hard; `None` when not told.
    pub intensity: Option<Intensity>,
}
