//! Ranks turned into normal scores. Refuses values that are not finite.

use crate::error::{StatsError, check_finite};
use crate::special::normal_quantile_inside;
use crate::state_space::count;

/// Turns values into normal scores: the normal quantile of (rank - 3/8) / (n + 1/4), ties sharing
/// their mean rank.
///
/// Blom 1958, Statistical Estimates and Transformed Beta-Variables.
///
/// # Errors
/// `NotFinite`.
pub fn normal_scores(values: &[f64]) -> Result<Vec<f64>, StatsError> {
    check_finite("values", values)?;
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut scores = vec![0.0; values.len()];
    let mut from = 0;
    while from < order.len() {
        let value = values[order[from]];
        let mut to = from + 1;
        // Compared as numbers: 0 and -0 are the same answer.
        while to < order.len() && values[order[to]] <= value {
            to += 1;
        }
        let rank = (count(from) + count(to) + 1.0) / 2.0;
        let score = normal_quantile_inside((rank - 0.375) / (count(values.len()) + 0.25));
        for idx in &order[from..to] {
            scores[*idx] = score;
        }
        from = to;
    }
    Ok(scores)
}
