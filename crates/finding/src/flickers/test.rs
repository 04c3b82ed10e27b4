//! The test: scores of a logistic regression whose days resemble each other, Holm, and a check by
//! weeks that change places. Refuses a claim where the two scales of a candidate disagree.

use record::LocalDay;
use series::{Candidate, CandidateKind, Series, Subject};
use stats::logistic::{Dependent, block_permutation};
use stats::multiple::weighted_holm;
use stats::rank::normal_scores;
use stats::state_space::Estimate;

use super::{CI_LEVEL, Tested};
use crate::answer::{Interval, Reason};
use crate::budget::FAMILY_WISE;
use crate::triggers::{Lag, Laid, usable};

/// Weight under Holm of the nearer lag and of the farther one.
const WEIGHTS: [f64; 2] = [0.7, 0.3];
/// Days that stay together when the order is permuted: whole weeks keep their weekdays.
const BLOCK_DAYS: usize = 14;
/// Permutations of the check on a claim, for each false one among them that alpha allows.
const DRAWS_PER_ALPHA: f64 = 5.0;
const DRAWS_MAX: f64 = 2_000.0;
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

    /// Places in [`Days::days`] that were kept.
    fn kept(&self) -> Vec<usize> {
        let is_kept = |idx: &usize| self.outcomes.get(*idx).is_some_and(Option::is_some);
        (0..self.days.len()).filter(is_kept).collect()
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

/// One candidate at one lag, a value a day: as it is, and by its normal scores.
struct Asked<'a> {
    candidate: &'a Candidate,
    lag: Lag,
    weight: f64,
    per: f64,
    raw: Vec<f64>,
    ranked: Vec<f64>,
}

/// What came of the tests.
pub struct Found {
    pub tested: Vec<Tested>,
    pub left_out: Vec<(Subject, Reason)>,
    pub p_permuted: Option<f64>,
    pub correlation_a_day: f64,
    pub noise_share: f64,
}

pub fn run(series: &Series, days: &Days, alpha: f64, seed: u64) -> Option<Found> {
    let (candidates, left_out) = usable(series);
    let asked: Vec<Asked<'_>> = candidates.iter().flat_map(|c| ask(c, days)).collect();
    if asked.is_empty() {
        return None;
    }
    let kept = days.kept();
    let pick = |column: &Vec<f64>| -> Vec<f64> {
        let value = |place: &usize| column.get(*place).copied().unwrap_or(0.0);
        kept.iter().map(value).collect()
    };
    let place = |place: &usize| f64::from(u32::try_from(*place).unwrap_or(u32::MAX));
    let times: Vec<f64> = kept.iter().map(place).collect();
    let yes: Vec<bool> = days.outcomes.iter().flatten().copied().collect();
    let held: Vec<Vec<f64>> = days.held().iter().map(pick).collect();
    let model = Dependent::new(&times, &yes, &held).ok()?;
    let raw: Vec<Vec<f64>> = asked.iter().map(|asked| pick(&asked.raw)).collect();
    let ranked: Vec<Vec<f64>> = asked.iter().map(|asked| pick(&asked.ranked)).collect();
    let scores = model.scores(&raw, CI_LEVEL).ok()?;
    let by_rank = model.scores(&ranked, CI_LEVEL).ok()?;
    let mut outcomes = Vec::new();
    for ((asked, column), both) in asked.iter().zip(&raw).zip(scores.into_iter().zip(by_rank)) {
        if let (Some(score), Some(ranked)) = both
            && let Some(odds_ratio) = odds_ratio(&model, column)
        {
            outcomes.push((asked, odds_ratio, p_value(&score, &ranked, &odds_ratio)));
        }
    }
    let p_values: Vec<f64> = outcomes.iter().map(|(.., p)| *p).collect();
    let weights = holm_weights(outcomes.iter().map(|(asked, ..)| *asked));
    let adjusted = weighted_holm(&p_values, &weights).ok()?;
    let mut tested: Vec<Tested> = (outcomes.iter().zip(adjusted))
        .map(|((asked, odds_ratio, p_value), adjusted)| Tested {
            subject: asked.candidate.subject.clone(),
            lag: asked.lag,
            odds_ratio: *odds_ratio,
            per: asked.per,
            p_value: *p_value,
            p_adjusted: (adjusted * FAMILY_WISE / alpha).min(1.0),
            is_claim: adjusted <= alpha,
        })
        .collect();
    let has_claim = tested.iter().any(|tested| tested.is_claim);
    tested.sort_by(|a, b| {
        (b.is_claim.cmp(&a.is_claim))
            .then(a.p_adjusted.total_cmp(&b.p_adjusted))
            .then(a.p_value.total_cmp(&b.p_value))
    });
    Some(Found {
        tested,
        left_out,
        p_permuted: has_claim
            .then(|| check(days, &asked, alpha, seed))
            .flatten(),
        correlation_a_day: model.correlation_a_day(),
        noise_share: model.noise_share(),
    })
}

/// The larger of both, as either alone errs more often when answers pile up at one end; 1 where
/// they, or the odds, point in different directions.
fn p_value(score: &Estimate, ranked: &Estimate, odds_ratio: &Interval) -> f64 {
    let is_above = score.value > 0.0;
    let agree = is_above == (ranked.value > 0.0) && is_above == (odds_ratio.estimate > 1.0);
    if agree {
        score.p_zero.max(ranked.p_zero)
    } else {
        1.0
    }
}

/// Weights that add up to 1, the same sum for every candidate.
fn holm_weights<'a>(asked: impl Iterator<Item = &'a Asked<'a>> + Clone) -> Vec<f64> {
    let of_subject = |subject: &Subject| -> f64 {
        let mine = asked.clone().filter(|a| a.candidate.subject == *subject);
        mine.map(|a| a.weight).sum()
    };
    let share = |a: &Asked<'_>| a.weight / of_subject(&a.candidate.subject);
    let shares: Vec<f64> = asked.clone().map(share).collect();
    let all: f64 = shares.iter().sum();
    shares.into_iter().map(|share| share / all).collect()
}

/// The strongest of all columns against blocks of days that change places.
fn check(days: &Days, asked: &[Asked<'_>], alpha: f64, seed: u64) -> Option<f64> {
    let columns: Vec<Vec<f64>> = asked.iter().map(|asked| asked.raw.clone()).collect();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most two thousand"
    )]
    let n_draws = (DRAWS_PER_ALPHA / alpha.max(1e-6)).min(DRAWS_MAX) as usize;
    let plan = (BLOCK_DAYS, n_draws, seed);
    let found = block_permutation(&days.outcomes, &days.held(), &columns, plan).ok()?;
    found.p_adjusted.into_iter().reduce(f64::min)
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
    let Ok(scores) = normal_scores(&values) else {
        return Vec::new();
    };
    let (raw, ranked) = (Laid::new(candidate, &values), Laid::new(candidate, &scores));
    let per = if candidate.is_yes_no { 1.0 } else { raw.sd };
    let column = |laid: &Laid, back: i32, per: f64| -> Vec<f64> {
        let value = |day: &LocalDay| laid.on(day.plus_days(-back)).0 / per;
        days.days.iter().map(value).collect()
    };
    let one = |((lag, back), weight): ((Lag, i32), f64)| Asked {
        candidate,
        lag,
        weight,
        per,
        raw: column(&raw, back, per),
        ranked: column(&ranked, back, 1.0),
    };
    lags.into_iter().zip(WEIGHTS).map(one).collect()
}

/// Odds for one `per` more, with an interval that days which resemble each other widen.
fn odds_ratio(model: &Dependent, column: &[f64]) -> Option<Interval> {
    let log = model.log_odds(column).ok()?;
    let reach = Z * log.sd;
    // Beyond e^20 an odds ratio says no more than that.
    let ratio = |log: f64| stats::special::exp(log.clamp(-20.0, 20.0));
    Some(Interval {
        estimate: ratio(log.value),
        low: ratio(log.value - reach),
        high: ratio(log.value + reach),
        ci_level: CI_LEVEL,
    })
}
