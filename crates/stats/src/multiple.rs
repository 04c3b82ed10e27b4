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

/// Combines p-values of tests of one hypothesis into one p-value that holds nearly whatever the
/// dependence between them: the Cauchy combination, equal weights.
///
/// Liu & Xie 2020, doi:10.1080/01621459.2018.1554485.
///
/// # Errors
/// `TooFew` without p-values; `OutOfRange` for one outside 0-1.
pub fn cauchy_combination(p_values: &[f64]) -> Result<f64, StatsError> {
    if p_values.is_empty() {
        return Err(StatsError::TooFew { have: 0, need: 1 });
    }
    let mut sum = 0.0;
    for p in p_values {
        check_range("p-value", *p, 0.0, 1.0)?;
        // A p-value of exactly 1 would outweigh everything else.
        let p = p.clamp(1e-300, 1.0 - 1e-3);
        sum += if p < 1e-12 {
            1.0 / (p * std::f64::consts::PI)
        } else {
            libm::tan((0.5 - p) * std::f64::consts::PI)
        };
    }
    let mean = sum / crate::state_space::count(p_values.len());
    let combined = if mean > 1e12 {
        1.0 / (mean * std::f64::consts::PI)
    } else {
        0.5 - libm::atan(mean) / std::f64::consts::PI
    };
    Ok(combined.clamp(0.0, 1.0))
}

/// Adjusts p-values by the step-up procedure of Benjamini & Hochberg: of those at or below q, a share
/// of at most about q is expected to be false, when tests are independent or lean the same way.
///
/// Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x.
///
/// # Errors
/// `OutOfRange` for a p-value outside 0-1.
pub fn benjamini_hochberg(p_values: &[f64]) -> Result<Vec<f64>, StatsError> {
    for p in p_values {
        check_range("p-value", *p, 0.0, 1.0)?;
    }
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|a, b| p_values[*a].total_cmp(&p_values[*b]));
    let n = crate::state_space::count(p_values.len());
    let mut adjusted = vec![1.0; p_values.len()];
    let mut smallest = 1.0_f64;
    for (rank, idx) in order.iter().enumerate().rev() {
        let rank = crate::state_space::count(rank + 1);
        smallest = smallest.min(p_values[*idx] * n / rank);
        adjusted[*idx] = smallest;
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
    fn combined_p_values_lie_where_the_formula_says() {
        // One p-value stays; equal ones stay; exact arithmetic for 0.01 and 0.5: mean tangent
        // 15.91, so 0.5 - atan(15.91) / pi = 0.01997.
        assert!((cauchy_combination(&[0.03]).unwrap() - 0.03).abs() < 1e-12);
        assert!((cauchy_combination(&[0.03; 4]).unwrap() - 0.03).abs() < 1e-12);
        let found = cauchy_combination(&[0.01, 0.5]).unwrap();
        assert!((found - 0.019_974).abs() < 1e-5, "{found}");
        let tiny = cauchy_combination(&[1e-30, 1e-30]).unwrap();
        assert!((tiny / 1e-30 - 1.0).abs() < 1e-6);
        assert!(cauchy_combination(&[]).is_err());
    }

    #[test]
    fn false_discovery_gives_the_numbers_of_r() {
        // R 4.2: p.adjust(c(.01,.04,.03,.002,.5), "BH")
        let found = benjamini_hochberg(&[0.01, 0.04, 0.03, 0.002, 0.5]).unwrap();
        for (found, expected) in found.iter().zip([0.025, 0.05, 0.05, 0.01, 0.5]) {
            assert!((found - expected).abs() < 1e-12);
        }
        assert!(benjamini_hochberg(&[]).unwrap().is_empty());
        assert!(benjamini_hochberg(&[1.5]).is_err());
    }

    #[test]
    fn nothing_to_adjust_is_nothing_adjusted() {
        assert!(weighted_holm(&[], &[]).unwrap().is_empty());
        assert!(weighted_holm(&[0.1], &[0.0]).is_err());
        assert!(weighted_holm(&[f64::NAN], &[1.0]).is_err());
    }
}
