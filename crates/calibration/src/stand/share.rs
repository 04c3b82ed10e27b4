//! Shares with the interval that counting so many records leaves. Refuses shares of nothing.

use serde::Serialize;

/// 97.5% point of the standard normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// So many of so many, with Wilson's 95% interval.
///
/// Wilson 1927, doi:10.1080/01621459.1927.10502953.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Share {
    /// Records that have it.
    pub n: usize,
    /// Records looked at.
    pub of: usize,
    /// `n / of`, 0-1; `None` where none was looked at.
    pub share: Option<f64>,
    /// Lower end of the interval, 0-1; 0 where none was looked at.
    pub low: f64,
    /// Upper end of the interval, 0-1; 1 where none was looked at.
    pub high: f64,
}

impl Share {
    /// Counts the `true` among those that were looked at (`None`: not looked at).
    pub fn count(all: impl Iterator<Item = Option<bool>>) -> Self {
        let (n, of) = all
            .flatten()
            .fold((0, 0), |(n, of), has| (n + usize::from(has), of + 1));
        Self::new(n, of)
    }

    /// `n` of `of`.
    #[must_use]
    pub fn new(n: usize, of: usize) -> Self {
        if of == 0 {
            return Self {
                n,
                of,
                share: None,
                low: 0.0,
                high: 1.0,
            };
        }
        let (hits, total) = (number(n), number(of));
        let share = hits / total;
        let middle = share + Z * Z / (2.0 * total);
        let reach = Z * ((share * (1.0 - share) + Z * Z / (4.0 * total)) / total).sqrt();
        let whole = 1.0 + Z * Z / total;
        Self {
            n,
            of,
            share: Some(share),
            low: ((middle - reach) / whole).max(0.0),
            high: ((middle + reach) / whole).min(1.0),
        }
    }
}

/// A count as a number.
#[expect(clippy::cast_precision_loss, reason = "counts of records")]
pub(super) fn number(n: usize) -> f64 {
    n as f64
}

/// Median; `None` of nothing.
pub(super) fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let upper = *values.get(values.len() / 2)?;
    let lower = *values.get((values.len() - 1) / 2)?;
    Some(f64::midpoint(lower, upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilsons_interval_is_the_published_one() {
        // Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E,
        // table I: 81 of 263 gives 0.2553 to 0.3662; 0 of 20 gives 0 to 0.1611.
        let share = Share::new(81, 263);
        assert!((share.low - 0.2553).abs() < 5e-5 && (share.high - 0.3662).abs() < 5e-5);
        let none = Share::new(0, 20);
        assert!(none.low.abs() < 1e-12 && (none.high - 0.1611).abs() < 5e-5);
    }

    #[test]
    fn a_share_of_nothing_says_nothing() {
        let share = Share::new(0, 0);
        assert_eq!((share.share, share.low, share.high), (None, 0.0, 1.0));
    }

    #[test]
    fn medians_of_even_counts_lie_between() {
        assert_eq!(median(vec![3.0, 1.0]), Some(2.0));
        assert_eq!(median(Vec::new()), None);
    }
}
