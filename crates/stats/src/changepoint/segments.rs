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
/// The chance that a series without any step is split at all is `p_max`; Vostrikova 1981.
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
    let mut found: Vec<Change> = Vec::new();
    let mut open = vec![(0, values.len(), 0.0)];
    let mut is_first = true;
    while let Some((from, to, p_parent)) = open.pop() {
        let tested = test_part(layout, values, grid, rule, (from, to));
        let change = match tested {
            Ok(change) => change,
            Err(error) if is_first => return Err(error),
            Err(_) => continue,
        };
        is_first = false;
        if change.p_value <= rule.p_max {
            let split = from + change.first_after_idx;
            let p_value = change.p_value.max(p_parent);
            open.push((from, split, p_value));
            open.push((split, to, p_value));
            found.push(moved(change, from, p_value));
        }
    }
    found.sort_by_key(|change| change.first_after_idx);
    Ok(between(found, values.len()))
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
