//! A strategy that the person did. Refuses to say whether it helped.

use crate::{Label, Minutes};

/// A strategy that the person did, at the moment of its fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Practice {
    /// Which strategy: a name from content or the person's own.
    pub strategy: Label,
    /// How long; `None` when not told.
    pub minutes: Option<Minutes>,
    /// How unreal things seemed right before and right after it.
    pub unreality: Unreality,
}

impl Practice {
    /// A practice of which nothing was rated.
    #[must_use]
    pub fn new(strategy: Label, minutes: Option<Minutes>) -> Self {
        Self {
            strategy,
            minutes,
            unreality: Unreality::default(),
        }
    }
}

/// A rating outside 0 to 100.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("how unreal things seem is a whole number from 0 to 100")]
pub struct UnrealityError;

/// How unreal things seemed right before and right after something, 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Unreality {
    before: Option<u8>,
    after: Option<u8>,
}

impl Unreality {
    /// Takes what was told; `None`: not told.
    ///
    /// # Errors
    /// [`UnrealityError`] for a number above 100.
    pub fn new(before: Option<u8>, after: Option<u8>) -> Result<Self, UnrealityError> {
        if [before, after].into_iter().flatten().any(|n| n > 100) {
            return Err(UnrealityError);
        }
        Ok(Self { before, after })
    }

    /// Right before; `None`: not told.
    #[must_use]
    pub const fn before(self) -> Option<u8> {
        self.before
    }

    /// Right after; `None`: not told.
    #[must_use]
    pub const fn after(self) -> Option<u8> {
        self.after
    }
}
