//! Answers that are found side by side. Refuses to find what is known.

use std::thread::{Scope, ScopedJoinHandle};

use crate::Trouble;

/// An answer that is known, or on its way.
pub(crate) enum Later<'scope, T> {
    Known(T),
    OnItsWay(ScopedJoinHandle<'scope, T>),
}

/// Finds an answer on a thread of its own, unless it is known.
pub(crate) fn later<'scope, T: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    known: Option<T>,
    find: impl FnOnce() -> T + Send + 'scope,
) -> Later<'scope, T> {
    match known {
        Some(known) => Later::Known(known),
        None => Later::OnItsWay(scope.spawn(find)),
    }
}

impl<T> Later<'_, T> {
    /// Waits for it where it is on its way.
    pub fn get(self) -> Result<T, Trouble> {
        match self {
            Self::Known(known) => Ok(known),
            Self::OnItsWay(thread) => {
                (thread.join()).map_err(|_| Trouble::ours("an answer could not be found"))
            }
        }
    }
}
