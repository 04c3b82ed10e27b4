//! How probable simple patterns are, counted over drawn signal paths. Refuses windows longer than
//! the paths.

use super::{check_paths, runs};
use crate::error::{StatsError, check_finite, check_range};
use crate::state_space::count;

/// What counts as persistent, recurrent, rising and falling. All lengths in grid steps.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PatternRule {
    /// A position counts as above when its signal is larger than this, in units of the signal.
    pub threshold: f64,
    /// Persistent: looks at this many last positions.
    pub persistent_window: usize,
    /// Persistent: share of them above, at least; 0-1.
    pub persistent_share_min: f64,
    /// Recurrent: looks at this many last positions.
    pub recurrent_window: usize,
    /// Recurrent: separate spells in them, at least.
    pub recurrent_spells_min: usize,
    /// Recurrent: fewest positions in a spell.
    pub spell_length_min: usize,
    /// Recurrent: stretches below shorter than this do not separate spells.
    pub bridge_below: usize,
    /// Rising or falling: mean of this many last positions against as many before them.
    pub trend_window: usize,
    /// Rising or falling: smallest difference that counts, in units of the signal, 0 or more.
    pub trend_min: f64,
}

/// Share of draws that show each pattern, 0-1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Patterns {
    /// Above at the last position.
    pub above_now: f64,
    /// At least one spell in the recurrent window, and not above at the last position.
    pub over: f64,
    /// Above for at least the given share of the last positions.
    pub persistent: f64,
    /// At least the given number of separate spells.
    pub recurrent: f64,
    /// Last mean larger than the one before by the given difference.
    pub rising: f64,
    /// Last mean smaller than the one before by the given difference.
    pub falling: f64,
}

/// Counts patterns over `paths`: one drawn signal a row, all on the same regular grid.
///
/// # Errors
/// `TooFew` if a window is longer than the paths; `LengthMismatch`; `NotFinite`; `OutOfRange`.
pub fn patterns(paths: &[Vec<f64>], rule: &PatternRule) -> Result<Patterns, StatsError> {
    let n = check_paths(paths)?;
    check_finite("threshold", &[rule.threshold])?;
    check_range("persistent share", rule.persistent_share_min, 0.0, 1.0)?;
    check_range("trend difference", rule.trend_min, 0.0, 1e100)?;
    for need in [
        rule.persistent_window,
        rule.recurrent_window,
        2 * rule.trend_window,
    ] {
        check_range("window", count(need), 1.0, 1e9)?;
        if need > n {
            return Err(StatsError::TooFew { have: n, need });
        }
    }
    let share = |of: &dyn Fn(&[f64]) -> bool| {
        count(paths.iter().filter(|path| of(path)).count()) / count(paths.len())
    };
    let trend = |path: &[f64]| {
        let width = rule.trend_window;
        let mean = |part: &[f64]| part.iter().sum::<f64>() / count(width);
        mean(&path[n - width..]) - mean(&path[n - 2 * width..n - width])
    };
    let is_above_now = |path: &[f64]| path[n - 1] > rule.threshold;
    Ok(Patterns {
        above_now: share(&is_above_now),
        over: share(&|path| !is_above_now(path) && n_spells(path, rule) >= 1),
        persistent: share(&|path| {
            let window = &path[n - rule.persistent_window..];
            let above = window
                .iter()
                .filter(|value| **value > rule.threshold)
                .count();
            count(above) >= rule.persistent_share_min * count(window.len())
        }),
        recurrent: share(&|path| n_spells(path, rule) >= rule.recurrent_spells_min),
        rising: share(&|path| trend(path) > rule.trend_min),
        falling: share(&|path| trend(path) < -rule.trend_min),
    })
}

fn n_spells(path: &[f64], rule: &PatternRule) -> usize {
    let window = &path[path.len() - rule.recurrent_window..];
    let above: Vec<bool> = window.iter().map(|value| *value > rule.threshold).collect();
    runs(&above, rule.spell_length_min, rule.bridge_below).len()
}
