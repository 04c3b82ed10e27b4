//! How long own spells lasted, and how often they lifted. Describes what was; refuses to say what will
//! be, and to count spells above a line that the person did not draw: a quarter of anybody's own days
//! lies in their upper quarter, so that such spells would always come and lift.

use record::LocalDay;
use stats::survival::survival;

use super::spells::{BRIDGE_DAYS, NAMED_AT, Spell};

/// Spells that lifted, without which no length is told.
pub const LIFTED_MIN: usize = 3;

/// Spells that came before, and how they ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Recovery {
    /// Spells that lifted and stayed so for a week; sure in nine of ten drawn paths.
    pub n_lifted: usize,
    /// One is there still, or ended less than a week ago.
    pub is_open: bool,
    /// Days by which half of the spells had lifted; `None` with fewer than [`LIFTED_MIN`], or where
    /// its lower end can not be told.
    pub lasted: Option<Lasted>,
}

/// Days by which half of the spells had lifted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lasted {
    /// The median of Kaplan & Meier.
    pub days: f64,
    /// Lower end of its interval.
    pub low: f64,
    /// Upper end of its interval; `None`: these spells can not say.
    pub high: Option<f64>,
}

/// Counts what lifted between the first and the last day looked at. A spell that was there on the
/// first day is left out, because nobody knows when it began; one that is not over was last seen
/// on its last day.
pub(super) fn of(spells: &[Spell], (first, last): (LocalDay, LocalDay)) -> Recovery {
    let counted: Vec<&Spell> = (spells.iter())
        .filter(|spell| spell.probability >= NAMED_AT && spell.from.0 > first)
        .collect();
    let days_after = i32::try_from(BRIDGE_DAYS).unwrap_or(i32::MAX);
    let has_lifted = |spell: &&&Spell| !spell.is_open && last.days_since(spell.to.0) >= days_after;
    let is_lifted: Vec<bool> = counted.iter().map(|s| has_lifted(&s)).collect();
    let durations: Vec<f64> = (counted.iter())
        .map(|spell| f64::from(spell.to.0.days_since(spell.from.0) + 1))
        .collect();
    let n_lifted = is_lifted.iter().filter(|lifted| **lifted).count();
    let median = (n_lifted >= LIFTED_MIN)
        .then(|| survival(&durations, &is_lifted, 0.95).ok())
        .flatten()
        .map(|curve| curve.median());
    Recovery {
        n_lifted,
        is_open: is_lifted.contains(&false),
        lasted: median.and_then(|median| {
            Some(Lasted {
                days: median.value?,
                low: median.lower?,
                high: median.upper,
            })
        }),
    }
}
