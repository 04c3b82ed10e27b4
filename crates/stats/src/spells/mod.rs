//! Time above a threshold, and the spells it comes in, from drawn signal paths.
//!
//! The method and its assumptions: `method.md` beside this file. Refuses paths of unequal length
//! and numbers that are not finite; it knows nothing of what the signal stands for.

mod pattern;

pub use pattern::{PatternRule, Patterns, patterns};

use crate::error::{StatsError, check_finite, check_length, check_range};
use crate::state_space::count;

/// How spells are cut out of a grid of days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SpellRule {
    /// A day counts as above when its signal is larger than this, in the units of the signal.
    pub threshold: f64,
    /// Fewest grid steps a spell lasts, 1 or more.
    pub length_min: usize,
    /// Stretches below that are shorter than this many grid steps do not end a spell; 0 or 1
    /// bridges nothing.
    pub bridge_below: usize,
    /// Level of the intervals, 0.5-0.9999.
    pub level: f64,
}

/// A range of grid positions that covers an end of a spell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IndexInterval {
    /// Smallest position.
    pub lower_idx: usize,
    /// Largest position.
    pub upper_idx: usize,
}

/// A maximal stretch in which being above is at least as likely as not.
#[derive(Debug, Clone, PartialEq)]
pub struct Spell {
    /// First position above.
    pub first_idx: usize,
    /// Last position above (inside the spell).
    pub last_idx: usize,
    /// Where the first position lies in the draws that have this spell.
    pub first: IndexInterval,
    /// Where the last position lies in the draws that have this spell.
    pub last: IndexInterval,
    /// Share of draws with a spell that overlaps this one, 0-1.
    pub probability: f64,
    /// Share of these draws in which it ends before the next spell begins, 0-1; 1 for the last. One draw
    /// may have both as one spell.
    pub apart: f64,
    /// Mean over the spell of the share of draws above, 0-1.
    pub share_above: f64,
    /// True if the spell touches the last position, so that its end is not yet known.
    pub is_open: bool,
}

/// Spells and the share of draws above at every position.
#[derive(Debug, Clone, PartialEq)]
pub struct Spells {
    /// Per position: share of draws above the threshold, 0-1.
    pub share_above: Vec<f64>,
    /// Spells in order.
    pub spells: Vec<Spell>,
}

/// Finds spells in `paths`: one drawn signal a row, all on the same regular grid.
///
/// # Errors
/// `TooFew` without paths or positions; `LengthMismatch`; `NotFinite`; `OutOfRange` for the rule.
pub fn spells(paths: &[Vec<f64>], rule: &SpellRule) -> Result<Spells, StatsError> {
    let n = check_paths(paths)?;
    check_finite("threshold", &[rule.threshold])?;
    check_range("level", rule.level, 0.5, 0.9999)?;
    check_range("shortest spell", count(rule.length_min), 1.0, 1e9)?;
    let mut share_above = vec![0.0; n];
    for path in paths {
        for (share, value) in share_above.iter_mut().zip(path) {
            *share += f64::from(u8::from(*value > rule.threshold));
        }
    }
    for share in &mut share_above {
        *share /= count(paths.len());
    }
    let is_above: Vec<bool> = share_above.iter().map(|share| *share >= 0.5).collect();
    let drawn: Vec<Vec<(usize, usize)>> = paths
        .iter()
        .map(|path| {
            let above: Vec<bool> = path.iter().map(|value| *value > rule.threshold).collect();
            runs(&above, rule.length_min, rule.bridge_below)
        })
        .collect();
    let found = runs(&is_above, rule.length_min, rule.bridge_below);
    let nexts = found.iter().skip(1).map(|run| run.0).chain([n]);
    let spells = (found.iter().zip(nexts))
        .map(|(run, next)| describe((*run, next), &drawn, &share_above, rule.level))
        .collect();
    Ok(Spells {
        share_above,
        spells,
    })
}

/// Stretches of `true` (first and last position), after bridging and dropping short ones.
pub(crate) fn runs(above: &[bool], length_min: usize, bridge_below: usize) -> Vec<(usize, usize)> {
    let mut list: Vec<(usize, usize)> = Vec::new();
    for (idx, is_above) in above.iter().enumerate() {
        if !is_above {
            continue;
        }
        match list.last_mut() {
            Some(run) if idx - run.1 <= bridge_below.max(1) => run.1 = idx,
            _ => list.push((idx, idx)),
        }
    }
    list.retain(|run| run.1 - run.0 + 1 >= length_min);
    list
}

/// `run`: its first and last position. `next`: where the next begins, or how many positions there are.
fn describe(
    (run, next): ((usize, usize), usize),
    drawn: &[Vec<(usize, usize)>],
    share_above: &[f64],
    level: f64,
) -> Spell {
    let (mut firsts, mut lasts) = (Vec::new(), Vec::new());
    for list in drawn {
        // Of several overlapping spells in one draw the one that shares most stands for it.
        let overlap =
            |other: &(usize, usize)| (other.1.min(run.1) + 1).saturating_sub(other.0.max(run.0));
        let best = list
            .iter()
            .filter(|other| overlap(other) > 0)
            .max_by_key(|o| overlap(o));
        if let Some(other) = best {
            firsts.push(other.0);
            lasts.push(other.1);
        }
    }
    let inside = &share_above[run.0..=run.1];
    let n_apart = lasts.iter().filter(|last| **last < next).count();
    Spell {
        first_idx: run.0,
        last_idx: run.1,
        first: interval(&mut firsts, level, run.0),
        last: interval(&mut lasts, level, run.1),
        apart: count(n_apart) / count(lasts.len().max(1)),
        probability: count(firsts.len()) / count(drawn.len()),
        share_above: inside.iter().sum::<f64>() / count(inside.len()),
        is_open: run.1 + 1 == share_above.len(),
    }
}

/// Central interval of positions, widened to hold the position itself.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Both ends are clamped.
fn interval(positions: &mut [usize], level: f64, own: usize) -> IndexInterval {
    positions.sort_unstable();
    let Some(last) = positions.len().checked_sub(1) else {
        return IndexInterval {
            lower_idx: own,
            upper_idx: own,
        };
    };
    let reach = (1.0 - level) / 2.0 * count(last);
    let lower = (reach.floor() as usize).min(last);
    let upper = ((count(last) - reach).ceil() as usize).min(last);
    IndexInterval {
        lower_idx: positions[lower].min(own),
        upper_idx: positions[upper].max(own),
    }
}

/// Refuses no paths, paths of unequal length and unusable numbers; returns the length.
pub(crate) fn check_paths(paths: &[Vec<f64>]) -> Result<usize, StatsError> {
    let n = paths.first().map_or(0, Vec::len);
    if n == 0 {
        return Err(StatsError::TooFew { have: 0, need: 1 });
    }
    for path in paths {
        check_length("path", path.len(), n)?;
        check_finite("path", path)?;
    }
    Ok(n)
}
