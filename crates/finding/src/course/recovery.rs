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
    /// Spells that lifted and stayed so for a week. That there was one, and that it ended before the
    /// next began, are each sure in nine of ten drawn paths.
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
    let counted: Vec<Spell> = apart(spells)
        .into_iter()
        .filter(|spell| spell.probability >= NAMED_AT && spell.from.0 > first)
        .collect();
    let days_after = i32::try_from(BRIDGE_DAYS).unwrap_or(i32::MAX);
    let has_lifted = |spell: &Spell| !spell.is_open && last.days_since(spell.to.0) >= days_after;
    let is_lifted: Vec<bool> = counted.iter().map(has_lifted).collect();
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

/// Puts two spells together where the first may have lasted into the second: too many paths have them as
/// one, so that nobody can say that it lifted between them.
fn apart(spells: &[Spell]) -> Vec<Spell> {
    let mut list: Vec<Spell> = Vec::new();
    for spell in spells {
        match list.last_mut() {
            Some(before) if before.apart < NAMED_AT => {
                (before.to, before.is_open) = (spell.to, spell.is_open);
                before.apart = spell.apart;
                before.probability = before.probability.max(spell.probability);
            }
            _ => list.push(*spell),
        }
    }
    list
}
