//! Many numbers counted into a few steps of a round width. Refuses numbers that are not finite: they
//! are left out.

use crate::state_space::count;

/// Most steps on either side of zero.
const STEPS_MAX: f64 = 12.0;

/// How many numbers lie in a step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bin {
    /// Lower end, counted in.
    pub low: f64,
    /// Upper end, counted out.
    pub high: f64,
    /// How many.
    pub n: usize,
}

/// Counts numbers into steps of one width (1, 2 or 5 times a power of ten), from one side of zero
/// to as far on the other; empty where no number is finite.
#[must_use]
pub fn bins(numbers: &[f64]) -> Vec<Bin> {
    let finite = || numbers.iter().copied().filter(|number| number.is_finite());
    let Some(most) = finite().map(f64::abs).reduce(f64::max) else {
        return Vec::new();
    };
    let width = round_width(most.max(1e-9) / STEPS_MAX);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most thirteen steps"
    )]
    let n_side = (most / width).floor() as usize + 1;
    let mut found: Vec<Bin> = (0..2 * n_side)
        .map(|place| Bin {
            low: (count(place) - count(n_side)) * width,
            high: (count(place + 1) - count(n_side)) * width,
            n: 0,
        })
        .collect();
    for number in finite() {
        let place = found.partition_point(|bin| bin.high <= number);
        if let Some(bin) = found.get_mut(place) {
            bin.n += 1;
        }
    }
    found
}

/// The next of 1, 2, 5, 10, 20 and so on.
fn round_width(least: f64) -> f64 {
    let ten = libm::pow(10.0, least.log10().floor());
    let wide = [1.0, 2.0, 5.0].map(|times| times * ten);
    wide.into_iter()
        .find(|width| *width >= least)
        .unwrap_or(10.0 * ten)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_lies_in_one_step_of_a_round_width() {
        let numbers = [-11.9, -3.0, 0.0, 0.99, 1.0, 12.0, f64::NAN];
        let found = bins(&numbers);
        let n: usize = found.iter().map(|bin| bin.n).sum();
        assert_eq!(n, 6);
        for number in &numbers[..6] {
            let around = found
                .iter()
                .filter(|b| b.low <= *number && *number < b.high);
            assert_eq!(around.count(), 1, "{number}");
        }
        let (first, last) = (found[0], found[found.len() - 1]);
        assert!(
            (first.low + last.high).abs() < 1e-12,
            "as far on both sides"
        );
        assert!((found[0].high - found[0].low - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_width_is_one_two_or_five_times_a_power_of_ten() {
        for (least, wanted) in [
            (0.9, 1.0),
            (1.1, 2.0),
            (2.1, 5.0),
            (5.5, 10.0),
            (0.04, 0.05),
        ] {
            assert!((round_width(least) - wanted).abs() < 1e-12, "{least}");
        }
    }

    #[test]
    fn nothing_has_no_steps_and_all_alike_has_some() {
        assert!(bins(&[f64::NAN]).is_empty());
        assert_eq!(bins(&[0.0; 4]).iter().map(|bin| bin.n).sum::<usize>(), 4);
    }
}
