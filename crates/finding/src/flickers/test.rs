//! The test: score statistics against weeks that changed places.

use record::LocalDay;
use series::{Candidate, CandidateKind, Series, Subject};
use stats::logistic::{block_permutation, firth};

use super::{CI_LEVEL, Tested};
use crate::answer::{Interval, Reason};
use crate::budget::FAMILY_WISE;
use crate::triggers::{Lag, Laid, usable};

/// Days that stay together when the order is permuted: whole weeks keep their weekdays.
const BLOCK_DAYS: usize = 14;
/// Blocks break what their ends have in common: at 10% they rejected 14% of still people whose
/// days resemble each other by .5 and .6. So much more is asked of every p-value.
const GUARD: f64 = 1.5;
/// Permutations for each one that alpha lets pass, and at most so many.
const DRAWS_PER_ALPHA: f64 = 10.0;
const DRAWS_MAX: f64 = 20_000.0;
/// 97.5% point of the standard normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// Every day from the first to the last, with a flicker, without one, or not kept.
pub struct Days {
    days: Vec<LocalDay>,
    outcomes: Vec<Option<bool>>,
}

impl Days {
    pub fn new(series: &Series) -> Self {
        let (first, last) = (series.numbness.first_day, series.numbness.last_day);
        let n = last.days_since(first) + 1;
        let days: Vec<LocalDay> = (0..n).map(|idx| first.plus_days(idx)).collect();
        let outcome = |day: &LocalDay| {
            let is_kept = series.kept_days.binary_search(day).is_ok();
            let has_flicker = series.flickers.iter().any(|flicker| flicker.day == *day);
            (is_kept || has_flicker).then_some(has_flicker)
        };
        Self {
            outcomes: days.iter().map(outcome).collect(),
            days,
        }
    }

    /// Days with a flicker, and kept days.
    pub fn counts(&self) -> (u32, u32) {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let kept = self.outcomes.iter().flatten();
        (
            count(kept.clone().filter(|yes| **yes).count()),
            count(kept.count()),
        )
    }

    /// Weekdays and a straight trend.
    fn held(&self) -> Vec<Vec<f64>> {
        let weekdays: Vec<u8> = self.days.iter().map(|day| day.weekday()).collect();
        let mut held = crate::calendar::weekday_columns(&weekdays);
        let half = f64::from(u32::try_from(self.days.len()).unwrap_or(u32::MAX)) / 2.0;
        let place = |idx: usize| f64::from(u32::try_from(idx).unwrap_or(u32::MAX)) / half - 1.0;
        held.push((0..self.days.len()).map(place).collect());
        held
    }
}

struct Asked<'a> {
    candidate: &'a Candidate,
    lag: Lag,
    per: f64,
    column: Vec<f64>,
}

pub type Told = (Vec<Tested>, Vec<(Subject, Reason)>);

pub fn run(series: &Series, days: &Days, alpha: f64, seed: u64) -> Option<Told> {
    let (candidates, left_out) = usable(series);
    let asked: Vec<Asked<'_>> = candidates.iter().flat_map(|c| ask(c, days)).collect();
    if asked.is_empty() {
        return None;
    }
    let columns: Vec<Vec<f64>> = asked.iter().map(|asked| asked.column.clone()).collect();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most twenty thousand"
    )]
    let n_draws = (DRAWS_PER_ALPHA / alpha.max(1e-6)).min(DRAWS_MAX) as usize;
    let held = days.held();
    let plan = (BLOCK_DAYS, n_draws, seed);
    let found = block_permutation(&days.outcomes, &held, &columns, plan).ok()?;
    let guarded = |p: &f64| (p * GUARD).min(1.0);
    let p_values: Vec<f64> = found.p_values.iter().map(guarded).collect();
    let adjusted: Vec<f64> = found.p_adjusted.iter().map(guarded).collect();
    let numbers = p_values.iter().zip(&adjusted);
    let mut tested: Vec<Tested> = (asked.iter().zip(numbers))
        .filter_map(|(asked, (p_value, adjusted))| {
            Some(Tested {
                subject: asked.candidate.subject.clone(),
                lag: asked.lag,
                odds_ratio: odds_ratio(days, &held, asked)?,
                per: asked.per,
                p_value: *p_value,
                p_adjusted: (adjusted * FAMILY_WISE / alpha).min(1.0),
                is_claim: *adjusted <= alpha,
            })
        })
        .collect();
    tested.sort_by(|a, b| {
        (b.is_claim.cmp(&a.is_claim))
            .then(a.p_adjusted.total_cmp(&b.p_adjusted))
            .then(a.p_value.total_cmp(&b.p_value))
    });
    Some((tested, left_out))
}

/// A night belongs to the day of waking; everything else is asked about one and two days before.
fn ask<'a>(candidate: &'a Candidate, days: &Days) -> Vec<Asked<'a>> {
    let is_night = matches!(
        candidate.subject.kind,
        CandidateKind::SleepMinutes | CandidateKind::SleepQuality
    );
    let lags = if is_night {
        [(Lag::EarlierToday, 0), (Lag::Days(1), 1)]
    } else {
        [(Lag::Days(1), 1), (Lag::Days(2), 2)]
    };
    let values: Vec<f64> = candidate.points.iter().map(|point| point.value).collect();
    let laid = Laid::new(candidate, &values);
    let per = if candidate.is_yes_no { 1.0 } else { laid.sd };
    let one = |(lag, back): (Lag, i32)| {
        let value = |day: &LocalDay| laid.on(day.plus_days(-back)).0 / per;
        Asked {
            candidate,
            lag,
            per,
            column: days.days.iter().map(value).collect(),
        }
    };
    lags.into_iter().map(one).collect()
}

fn odds_ratio(days: &Days, held: &[Vec<f64>], asked: &Asked<'_>) -> Option<Interval> {
    let keep = |column: &Vec<f64>| -> Vec<f64> {
        let both = column.iter().zip(&days.outcomes);
        both.filter(|(_, outcome)| outcome.is_some())
            .map(|(value, _)| *value)
            .collect()
    };
    let mut columns: Vec<Vec<f64>> = held.iter().map(keep).collect();
    columns.push(keep(&asked.column));
    let yes: Vec<bool> = days.outcomes.iter().flatten().copied().collect();
    let fit = firth(&yes, &columns).ok()?;
    let place = fit.coefficients.len() - 1;
    let (value, variance) = (
        *fit.coefficients.last()?,
        *fit.covariance.get(place)?.get(place)?,
    );
    let reach = Z * variance.sqrt();
    // Beyond e^20 an odds ratio says no more than that.
    let ratio = |log: f64| stats::special::exp(log.clamp(-20.0, 20.0));
    Some(Interval {
        estimate: ratio(value),
        low: ratio(value - reach),
        high: ratio(value + reach),
        ci_level: CI_LEVEL,
    })
}
