//! The one error budget, spent over a life of looking. Refuses free looks.
//!
//! Of 100 people with nothing going on, at most 5 may ever see a claim, however often they look.
//! So a claim is judged only at set looks: the first on day 42 of the record, each next one when
//! the record is a quarter longer. Between two looks the answer stays as it was at the last. Look
//! k may be wrong with probability `alpha(k)`; the sum over all looks, for ever, is 0.05
//! (Bonferroni, which holds whatever the dependence between looks).
//!
//! Looks depend only on the length of the record, so the same record has the same answer whether
//! it was opened daily or imported today.

/// Share of records with nothing in them that may ever get a claim.
pub const FAMILY_WISE: f64 = 0.05;

const FIRST_LOOK_DAY: u32 = 42;
/// Looks 0-3 (to day 82), 4-9 (to day 313) and 10-19 (to day 2,910); later ones halve.
const ALPHA_EARLY: f64 = 0.002;
const ALPHA_FIRST_YEAR: f64 = 0.0045;
const ALPHA_LATER: f64 = 0.001;
const ALPHA_REST: f64 = 0.005;

/// One moment at which a claim may be made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Counted from 0.
    pub idx: u32,
    /// Day of the record, the first being 1, whose end closes the data of this look.
    pub day: u32,
    /// Probability of a false claim that this look may spend.
    pub alpha: f64,
    /// Probability spent by this look and all before it.
    pub spent: f64,
    /// Day of the record on which the next look comes.
    pub next_day: u32,
}

/// The looks of one record, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looks;

impl Looks {
    /// The last look that a record of so many days has had; `None` before the first.
    #[must_use]
    pub fn latest(n_days: u32) -> Option<Look> {
        let mut latest = None;
        let mut spent = 0.0;
        let mut day = FIRST_LOOK_DAY;
        for idx in 0.. {
            if day > n_days {
                break;
            }
            let alpha = alpha(idx);
            spent += alpha;
            let next_day = next(day);
            latest = Some(Look {
                idx,
                day,
                alpha,
                spent,
                next_day,
            });
            day = next_day;
        }
        latest
    }

    /// The day of the first look.
    #[must_use]
    pub const fn first_day() -> u32 {
        FIRST_LOOK_DAY
    }
}

/// A quarter longer, in whole days, rounded up.
const fn next(day: u32) -> u32 {
    day + day.div_ceil(4)
}

fn alpha(idx: u32) -> f64 {
    match idx {
        0..=3 => ALPHA_EARLY,
        4..=9 => ALPHA_FIRST_YEAR,
        10..=19 => ALPHA_LATER,
        _ => ALPHA_REST * 0.5_f64.powi(i32::try_from(idx - 19).unwrap_or(i32::MAX)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_looks_together_spend_the_budget_and_no_more() {
        let total: f64 = (0..200).map(alpha).sum();
        assert!((total - FAMILY_WISE).abs() < 1e-12, "{total}");
    }

    #[test]
    fn there_is_no_look_before_day_42_and_one_a_quarter_later() {
        assert_eq!(Looks::latest(41), None);
        let look = Looks::latest(42).unwrap();
        assert_eq!((look.idx, look.day, look.next_day), (0, 42, 53));
        assert_eq!(Looks::latest(52).unwrap().day, 42);
        assert_eq!(Looks::latest(53).unwrap().day, 53);
    }

    #[test]
    fn a_hundred_years_of_days_end() {
        let look = Looks::latest(36_525).unwrap();
        assert!(look.spent < FAMILY_WISE);
    }
}
