//! The safety plan: what somebody wrote down for hard hours. Refuses to be a fact: no series, answer
//! or picture is made of it.

use crate::{FactKey, IdError, Note};

/// The parts of a safety plan, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PlanPart {
    /// How it shows that it gets hard.
    Signs,
    /// What helps when alone.
    Helps,
    /// Places that are good to be in.
    Places,
    /// People to turn to.
    People,
    /// People whose job it is.
    Professionals,
    /// How the place is made safe.
    Safe,
}

impl PlanPart {
    /// All parts, in their order.
    pub const ALL: [Self; 6] = [
        Self::Signs,
        Self::Helps,
        Self::Places,
        Self::People,
        Self::Professionals,
        Self::Safe,
    ];
}

/// The words of one line of a plan. `Debug` hides them, so that no log can show them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanWords(Note);

impl PlanWords {
    /// Longest line, in characters.
    pub const CHARS_MAX: usize = 500;

    /// Takes a text that is not empty once trimmed and at most [`Self::CHARS_MAX`] long.
    ///
    /// # Errors
    /// [`IdError::Label`] when it is empty or longer.
    pub fn new(text: &str) -> Result<Self, IdError> {
        let text = text.trim();
        if text.chars().count() > Self::CHARS_MAX {
            return Err(IdError::Label);
        }
        Note::new(text).map(Self)
    }

    /// The words.
    #[must_use]
    pub fn text(&self) -> &str {
        self.0.text()
    }
}

/// One line of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanLine {
    /// Random, from the form; the same form sent twice writes one line.
    pub key: FactKey,
    /// Where it stands.
    pub part: PlanPart,
    /// What it says.
    pub words: PlanWords,
    /// When it was taken out, in seconds UTC; `None` while it stands.
    pub taken_out_at: Option<i64>,
}

/// Lines of a plan that are kept at most, what was taken out included.
pub const PLAN_LINES_MAX: usize = 500;
