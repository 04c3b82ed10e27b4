//! What a question takes. Refuses a choice without answers.

use super::{QuestionnaireError, Wording};
use crate::Label;

/// A code of a published list, as the file gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coding {
    /// Which list, such as `http://loinc.org`; `None`: the file does not say.
    pub system: Option<Label>,
    /// The code.
    pub code: Label,
}

/// One answer of a choice.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerOption {
    /// Its code, or its words where it has none.
    pub coding: Coding,
    /// Its wording.
    pub label: Wording,
    /// What it counts, where the file says so.
    pub ordinal: Option<f64>,
}

impl AnswerOption {
    /// Answers of one choice at most.
    pub const PER_ITEM_MAX: usize = 500;
}

/// The numbers that a question takes, both ends included; `None`: no end.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct NumberRange {
    /// The smallest.
    pub min: Option<f64>,
    /// The largest.
    pub max: Option<f64>,
}

impl NumberRange {
    /// Says whether a number lies between the ends.
    #[must_use]
    pub fn holds(&self, value: f64) -> bool {
        value.is_finite()
            && self.min.is_none_or(|min| value >= min)
            && self.max.is_none_or(|max| value <= max)
    }
}

/// What a question takes.
#[derive(Debug, Clone, PartialEq)]
pub enum QuestionKind {
    /// One of these answers, or several.
    Choice {
        /// The answers, in their order.
        options: Vec<AnswerOption>,
        /// Whether several may be chosen.
        is_multiple: bool,
        /// Whether own words may be written in place of an answer.
        takes_other: bool,
    },
    /// A whole number.
    WholeNumber(NumberRange),
    /// Any number.
    Decimal(NumberRange),
    /// Yes or no.
    YesNo,
    /// Own words.
    Text,
    /// A date.
    Date,
    /// It holds the items that follow one level deeper.
    Group,
    /// A text to read.
    Display,
}

impl QuestionKind {
    /// The answers to choose from; empty for everything but a choice.
    #[must_use]
    pub fn options(&self) -> &[AnswerOption] {
        match self {
            Self::Choice { options, .. } => options,
            _ => &[],
        }
    }

    pub(super) fn check(&self, name: &impl Fn() -> String) -> Result<(), QuestionnaireError> {
        match self {
            Self::Choice { options, .. } if options.is_empty() => {
                Err(QuestionnaireError::NoOptions(name()))
            }
            Self::Choice { options, .. } if options.len() > AnswerOption::PER_ITEM_MAX => {
                let n = options.len();
                Err(QuestionnaireError::Options { item: name(), n })
            }
            Self::WholeNumber(range) | Self::Decimal(range) => match (range.min, range.max) {
                (Some(min), Some(max)) if max < min => Err(QuestionnaireError::Range(name())),
                _ => Ok(()),
            },
            _ => Ok(()),
        }
    }
}
