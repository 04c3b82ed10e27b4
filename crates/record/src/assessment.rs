//! The answers given at one occasion. Refuses answers outside their item's scale.

use crate::{Item, ItemId};

/// Says why answers were refused.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum AssessmentError {
    /// The number is not on the item's scale, or not a number.
    #[error("{item} takes {expected}")]
    OutOfRange {
        /// Which item.
        item: ItemId,
        /// What it takes, in words.
        expected: String,
    },
    /// One item was answered twice at one occasion.
    #[error("{0} is answered twice")]
    Twice(ItemId),
    /// Nothing was answered, skipped or left out.
    #[error("an assessment holds at least one response")]
    Empty,
}

/// What came back for one item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Response {
    /// The answer, on the item's own scale.
    Value(f64),
    /// The item was shown and the person left it out.
    Skipped,
    /// The item belongs to the set and was not shown this time (planned missing).
    NotAsked,
}

impl Response {
    /// The number, where there is one.
    #[must_use]
    pub const fn value(self) -> Option<f64> {
        match self {
            Self::Value(value) => Some(value),
            Self::Skipped | Self::NotAsked => None,
        }
    }
}

/// What the answer was given with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InputDevice {
    /// Keys of a keyboard.
    Keyboard,
    /// A mouse, pen or finger.
    Pointer,
    /// The command line.
    Terminal,
    /// A file from another program.
    File,
    /// Not known: a form without JavaScript does not tell.
    Unknown,
}

/// One item's response at one occasion.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemResponse {
    /// Which item.
    pub item: ItemId,
    /// What came back.
    pub response: Response,
    /// What it was given with.
    pub device: InputDevice,
    /// Milliseconds from showing the item to the answer; `None` when not measured.
    pub latency_ms: Option<u32>,
}

impl ItemResponse {
    /// Checks a response against its item.
    ///
    /// # Errors
    /// [`AssessmentError::OutOfRange`] when the item's scale does not hold the number.
    pub fn new(
        item: &Item,
        response: Response,
        device: InputDevice,
    ) -> Result<Self, AssessmentError> {
        if let Response::Value(value) = response
            && !item.scale.holds(value)
        {
            return Err(out_of_range(item));
        }
        Ok(Self {
            item: item.id.clone(),
            response,
            device,
            latency_ms: None,
        })
    }
}

/// Apart from the usual way, which millions of answers take.
#[cold]
fn out_of_range(item: &Item) -> AssessmentError {
    let expected = match item.scale.ends() {
        Some((min, max)) => format!("a number from {min} to {max}"),
        None => "a number".to_owned(),
    };
    AssessmentError::OutOfRange {
        item: item.id.clone(),
        expected,
    }
}

/// The answers given at one occasion, in the order in which they were shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    responses: Box<[ItemResponse]>,
    seed: Option<u64>,
}

impl Assessment {
    /// Takes the responses in the order shown; `seed` drew the planned-missing pattern.
    ///
    /// # Errors
    /// [`AssessmentError::Empty`] without responses, [`AssessmentError::Twice`] when an item
    /// comes twice.
    pub fn new(responses: Vec<ItemResponse>, seed: Option<u64>) -> Result<Self, AssessmentError> {
        if responses.is_empty() {
            return Err(AssessmentError::Empty);
        }
        for (idx, response) in responses.iter().enumerate() {
            let before = responses.get(..idx).unwrap_or_default();
            if before.iter().any(|other| other.item == response.item) {
                return Err(AssessmentError::Twice(response.item.clone()));
            }
        }
        // Nothing is added later: a record holds hundreds of thousands of them.
        let responses = responses.into_boxed_slice();
        Ok(Self { responses, seed })
    }

    /// The responses in the order shown.
    #[must_use]
    pub fn responses(&self) -> &[ItemResponse] {
        &self.responses
    }

    /// The seed that drew which items were asked, where one did.
    #[must_use]
    pub const fn seed(&self) -> Option<u64> {
        self.seed
    }

    /// The answer to one item; `None` when it was skipped, not asked or unknown.
    #[must_use]
    pub fn value(&self, item: &ItemId) -> Option<f64> {
        self.responses
            .iter()
            .find(|r| r.item == *item)?
            .response
            .value()
    }

    /// How many items have an answer.
    #[must_use]
    pub fn n_answered(&self) -> usize {
        self.responses
            .iter()
            .filter(|r| r.response.value().is_some())
            .count()
    }
}
