//! Several steps by repeated testing within segments. Refuses what the detector refuses for the
//! whole series; parts that are too short or do not vary stay whole.

use super::detector::{Bootstrap, Change, Detector};
use crate::error::{StatsError, check_length, check_range};
use crate::state_space::{Grid, Layout};

/// How segments are found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SegmentRule {
    /// Fewest observations in a segment.
    pub segment_min: usize,
    /// Largest p-value that makes a step, inside 0-1.
    pub p_max: f64,
    /// Draws of each test.
    pub bootstrap: Bootstrap,
}

/// A stretch without a detected step inside.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// First observation, counted from 0.
    pub first_idx: usize,
    /// One past the last observation.
    pub end_idx: usize,
    /// The step that opened this segment; positions count from 0 in the whole series. `None` for
    /// the first segment. Its p-value is the largest among the tests that led to it.
    pub opened_by: Option<Change>,
}

/// Splits a series wherever a step is found, then tests the parts in the same way.
///
/// Each part is looked at as a whole and, because a step up and back hides from one step, in its
/// first and its last two thirds; the three p-values share the claim as 1/2, 1/4 and 1/4
/// (Bonferroni), so the chance that a series without any step is split at all is `p_max`.
/// Binary segmentation: Vostrikova 1981; looking at shorter windows: Fryzlewicz 2014,
/// doi:10.1214/14-AOS1245.
///
/// # Errors
/// As [`Detector::new`] and [`Detector::test`] for the whole series; `OutOfRange` for `p_max`.
pub fn segments(
    layout: &Layout,
    values: &[f64],
    grid: &Grid,
    rule: &SegmentRule,
) -> Result<Vec<Segment>, StatsError> {
    check_range("largest p-value", rule.p_max, 1e-6, 0.5)?;
    check_length("values", values.len(), layout.n_observations())?;
    let whole = (0, values.len());
    test_part(layout, values, grid, rule, whole)?;
    let mut found: Vec<Change> = Vec::new();
    let mut open = vec![(whole, 0.0)];
    while let Some(((from, to), p_parent)) = open.pop() {
        let Some(mut change) = best_change(layout, values, grid, rule, (from, to)) else {
            continue;
        };
        if change.p_value <= rule.p_max {
            let split = change.first_after_idx;
            change.p_value = change.p_value.max(p_parent);
            open.push(((from, split), change.p_value));
            open.push(((split, to), change.p_value));
            found.push(change);
        }
    }
    found.sort_by_key(|change| change.first_after_idx);
    Ok(between(found, values.len()))
}

/// The clearest step in a part or in its two thirds, with a p-value for all three looks.
fn best_change(
    layout: &Layout,
    values: &[f64],
    grid: &Grid,
    rule: &SegmentRule,
    (from, to): (usize, usize),
) -> Option<Change> {
    let third = (to - from) / 3;
    let mut best: Option<Change> = None;
    for (window, factor) in [
        ((from, to), 2.0),
        ((from, to - third), 4.0),
        ((from + third, to), 4.0),
    ] {
        // Parts that are too short or do not vary hold no step.
        let Ok(change) = test_part(layout, values, grid, rule, window) else {
            continue;
        };
        let p_value = (factor * change.p_value).min(1.0);
        if best.as_ref().is_none_or(|other| p_value < other.p_value) {
            best = Some(moved(change, window.0, p_value));
        }
    }
    best
}

fn test_part(
    layout: &Layout,
    values: &[f64],
    grid: &Grid,
    rule: &SegmentRule,
    (from, to): (usize, usize),
) -> Result<Change, StatsError> {
    let part = layout.part(from, to)?;
    let detector = Detector::new(&part, grid, rule.segment_min)?;
    detector.test(&values[from..to], &rule.bootstrap)
}

fn moved(mut change: Change, from: usize, p_value: f64) -> Change {
    change.first_after_idx += from;
    for idx in &mut change.possible_idx {
        *idx += from;
    }
    change.p_value = p_value;
    change
}

fn between(found: Vec<Change>, n: usize) -> Vec<Segment> {
    let mut list = vec![Segment {
        first_idx: 0,
        end_idx: n,
        opened_by: None,
    }];
    for change in found {
        let first_idx = change.first_after_idx;
        if let Some(last) = list.last_mut() {
            last.end_idx = first_idx;
        }
        list.push(Segment {
            first_idx,
            end_idx: n,
            opened_by: Some(change),
        });
    }
    list
}
