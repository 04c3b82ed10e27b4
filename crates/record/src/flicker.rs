//! A moment in which a feeling came through. Refuses to grade it: a trace counts.

use crate::Label;

/// How clearly the feeling came through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FlickerStrength {
    /// A trace.
    Trace,
    /// Clearly.
    Clear,
}

/// A moment in which a feeling came through; the opposite of a symptom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flicker {
    /// How clearly.
    pub strength: FlickerStrength,
    /// One word for it, from the list or the person's own.
    pub word: Option<Label>,
}
