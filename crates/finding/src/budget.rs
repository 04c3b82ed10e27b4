//! The one error budget, spent over a life of looking. Refuses free looks.
//!
//! Of 100 people with nothing going on, at most 5 may ever see a claim, however often they look.
//! So a claim is judged only at set looks: the first on day 42 of the record, each next one when
//! the record is a quarter longer. Between two looks the answer stays as it was at the last. Look
//! k may be wrong with probability `alpha(k)`; the sum over all looks, for ever, is 0.05
//! (Bonferroni, which holds whatever the dependence between looks).
//!
//! Looks depend only on the days of the record and on when it was first written down here, so the
//! same record has the same answer however often it is opened.

use series::NumbnessSeries;

/// Share of records with nothing in them that may ever get a claim.
pub const FAMILY_WISE: f64 = 0.05;

const FIRST_LOOK_DAY: u32 = 42;
/// Looks 0-3 (to day 82), 4-9 (to day 313) and 10-19 (to day 2,910); later ones halve. Most of the
/// budget lies where a record first carries an answer.
const ALPHA_EARLY: f64 = 0.001;
const ALPHA_FIRST_YEAR: f64 = 0.006;
const ALPHA_LATER: f64 = 0.0008;
const ALPHA_REST: f64 = 0.002;

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
    /// Day of the record on which the next look comes; `None`: there is none.
    pub next_day: Option<u32>,
}

/// The looks of one record, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looks;

/// A record that ended so many days before it was brought here is over.
const OVER_AFTER_DAYS: u32 = 31;

impl Looks {
    /// The last look that a series has had; `None` before the first.
    ///
    /// A series that was over before it was brought here is looked at once, whole, with the whole
    /// budget: nobody looked at it here while it grew. What is written after that has nothing
    /// left to spend.
    #[must_use]
    pub fn of(series: &NumbnessSeries) -> Option<Look> {
        let brought = series.days_before_written();
        let is_over = series.written_from() > brought + OVER_AFTER_DAYS;
        if is_over && brought >= FIRST_LOOK_DAY {
            let (alpha, spent) = (FAMILY_WISE, FAMILY_WISE);
            return Some(Look {
                idx: 0,
                day: brought,
                alpha,
                spent,
                next_day: None,
            });
        }
        Self::latest(series.n_days(), series.written_from())
    }

    /// The last look that a record has had; `None` before the first.
    ///
    /// `n_days`: days of the record. `written_from`: day of the record (the first being 1) on
    /// which anything of it was first written down here. No look can have happened before that:
    /// what the looks up to then would have spent is spent by one look on that day, with all that
    /// was brought along.
    #[must_use]
    pub fn latest(n_days: u32, written_from: u32) -> Option<Look> {
        let begins = written_from.min(n_days);
        let mut latest: Option<Look> = None;
        let mut spent = 0.0;
        let mut n_looks = 0;
        let mut day = FIRST_LOOK_DAY;
        for idx in 0.. {
            let is_first = n_looks == 0;
            let next_day = next(day);
            // The look that stands in for all those before the record was written here.
            let looks_on = if is_first && next_day > begins {
                day.max(begins)
            } else {
                day
            };
            if looks_on > n_days {
                break;
            }
            spent += alpha(idx);
            if is_first && next_day <= begins {
                day = next_day;
                continue;
            }
            let alpha = if is_first { spent } else { alpha(idx) };
            latest = Some(Look {
                idx: n_looks,
                day: looks_on,
                alpha,
                spent,
                next_day: Some(next_day),
            });
            n_looks += 1;
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
        assert_eq!(Looks::latest(41, 1), None);
        let look = Looks::latest(42, 1).unwrap();
        assert_eq!((look.idx, look.day, look.next_day), (0, 42, Some(53)));
        assert_eq!(Looks::latest(52, 1).unwrap().day, 42);
        assert_eq!(Looks::latest(53, 1).unwrap().day, 53);
    }

    #[test]
    fn a_record_that_was_brought_along_is_looked_at_once_and_whole() {
        let brought = Looks::latest(239, 5000).unwrap();
        let grown = Looks::latest(239, 1).unwrap();
        assert_eq!((brought.idx, brought.day), (0, 239));
        assert_eq!(grown.day, 207);
        assert!((brought.alpha - grown.spent).abs() < 1e-12);
        assert!((brought.spent - grown.spent).abs() < 1e-12);
    }

    #[test]
    fn looks_after_bringing_a_record_along_go_on_as_planned() {
        let first = Looks::latest(100, 100).unwrap();
        assert_eq!((first.day, first.next_day), (100, Some(105)));
        let second = Looks::latest(106, 100).unwrap();
        assert_eq!((second.idx, second.day), (1, 105));
        assert!((second.alpha - ALPHA_FIRST_YEAR).abs() < 1e-12);
        for written_from in 1..400 {
            let spent = Looks::latest(4000, written_from).unwrap().spent;
            assert!((spent - Looks::latest(4000, 1).unwrap().spent).abs() < 1e-12);
        }
    }

    #[test]
    fn a_hundred_years_of_days_end() {
        let look = Looks::latest(36_525, 1).unwrap();
        assert!(look.spent < FAMILY_WISE);
    }
}
