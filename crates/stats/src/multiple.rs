//! Several tests at once under one error probability. Refuses weights that are not weights.

use crate::error::{StatsError, check_length, check_range};

/// Adjusts p-values by Holm's step-down procedure with weights: rejecting those at or below alpha
/// rejects any true hypothesis with probability alpha at most, whatever the dependence.
///
/// `weights`: above 0, any sum; a test with twice the weight is granted twice the error.
/// Holm 1979, Scandinavian Journal of Statistics 6:65-70.
///
/// # Errors
/// `LengthMismatch`; `OutOfRange` for a p-value outside 0-1 or a weight outside 1e-9 to 1e9.
pub fn weighted_holm(p_values: &[f64], weights: &[f64]) -> Result<Vec<f64>, StatsError> {
    check_length("weights", weights.len(), p_values.len())?;
    for (p, weight) in p_values.iter().zip(weights) {
        check_range("p-value", *p, 0.0, 1.0)?;
        check_range("weight", *weight, 1e-9, 1e9)?;
    }
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    let ratio = |idx: usize| p_values[idx] / weights[idx];
    order.sort_by(|a, b| ratio(*a).total_cmp(&ratio(*b)));
    let mut left: f64 = weights.iter().sum();
    let mut adjusted = vec![1.0; p_values.len()];
    let mut largest = 0.0_f64;
    for idx in order {
        largest = largest.max(ratio(idx) * left);
        adjusted[idx] = largest.min(1.0);
        left -= weights[idx];
    }
    Ok(adjusted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_weights_give_holms_numbers() {
        // R 4.2: p.adjust(c(.01,.02,.03,.04,.05), "holm")
        let found = weighted_holm(&[0.01, 0.02, 0.03, 0.04, 0.05], &[1.0; 5]).unwrap();
        for (found, expected) in found.iter().zip([0.05, 0.08, 0.09, 0.09, 0.09]) {
            assert!((found - expected).abs() < 1e-12);
        }
    }

    #[test]
    fn a_heavier_test_is_adjusted_less() {
        let found = weighted_holm(&[0.02, 0.02], &[3.0, 1.0]).unwrap();
        assert!((found[0] - 0.02 / 0.75).abs() < 1e-12, "{found:?}");
        assert!((found[1] - 0.02 / 0.75).abs() < 1e-12, "{found:?}");
        let found = weighted_holm(&[0.02, 0.9], &[3.0, 1.0]).unwrap();
        assert!((found[0] - 0.02 / 0.75).abs() < 1e-12 && (found[1] - 0.9).abs() < 1e-12);
    }

    #[test]
    fn nothing_to_adjust_is_nothing_adjusted() {
        assert!(weighted_holm(&[], &[]).unwrap().is_empty());
        assert!(weighted_holm(&[0.1], &[0.0]).is_err());
        assert!(weighted_holm(&[f64::NAN], &[1.0]).is_err());
    }
}
