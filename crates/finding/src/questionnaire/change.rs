//! The change between two scores of one rule, beside what is published about changes. Refuses to
//! say that a change matters to this person, or why it came.

use record::{ErrorOfMeasurement, ScoringRule};
use stats::reliable_change::{Precision, reliable_change};

use super::Score;

/// Share of unchanged people who stay below the change that is worked out from a spread.
const LEVEL: f64 = 0.95;

/// The change between two scores.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Later score less the earlier one, in points.
    pub points: f64,
    /// Against the change that error of measurement alone brings; `None`: not published.
    pub error: Option<Against>,
    /// Against the smallest change that matters to people on average; `None`: not published.
    pub important: Option<Against>,
    /// In one of the two scores a missing item was filled in.
    pub has_filled_in: bool,
}

/// A change against a size that is published.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Against {
    /// The size, in points.
    pub size: f64,
    /// Share of unchanged people who stay below, 0-1; `None` where the source says nothing of that.
    pub level: Option<f64>,
    /// The change is so large, in either direction.
    pub is_reached: bool,
    /// The change in units of its standard error, where that is known.
    pub index: Option<f64>,
}

/// Says why two scores do not compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeError {
    /// They are of two rules, two versions of one, or two scales.
    Different,
    /// The rule has no such scale, or numbers that can not be worked with.
    Rule,
}

/// Compares two scores of the same scale of this rule, chosen before looking at them.
///
/// From a published spread and reliability: Jacobson & Truax 1991, doi:10.1037/0022-006X.59.1.12.
/// Otherwise the published sizes, as they are.
///
/// # Errors
/// [`ChangeError`].
pub fn change(rule: &ScoringRule, before: &Score, after: &Score) -> Result<Change, ChangeError> {
    let of_rule = (rule.parts().id.as_str(), rule.parts().version);
    let is_of_rule = |score: &Score| (score.rule.0.as_str(), score.rule.1) == of_rule;
    if !is_of_rule(before) || !is_of_rule(after) || before.scale != after.scale {
        return Err(ChangeError::Different);
    }
    let scale = rule.scale(&before.scale).ok_or(ChangeError::Rule)?;
    let points = after.points - before.points;
    let of_size = |size: f64, level: Option<f64>| Against {
        size,
        level,
        is_reached: points.abs() >= size,
        index: None,
    };
    let error = match scale.error {
        None => None,
        Some(ErrorOfMeasurement::Points { points, level }) => Some(of_size(points, level)),
        Some(ErrorOfMeasurement::Spread { sd, reliability }) => Some(
            from_spread(before.points, after.points, (sd, reliability)).ok_or(ChangeError::Rule)?,
        ),
    };
    Ok(Change {
        points,
        error,
        important: scale.smallest_important.map(|size| of_size(size, None)),
        has_filled_in: before.n_filled_in + after.n_filled_in > 0,
    })
}

fn from_spread(before: f64, after: f64, (sd, reliability): (f64, f64)) -> Option<Against> {
    let precision = Precision::new(sd, reliability).ok()?;
    let found = reliable_change(before, after, &precision, LEVEL).ok()?;
    Some(Against {
        size: found.band,
        level: Some(LEVEL),
        is_reached: found.is_reliable,
        index: Some(found.index),
    })
}
