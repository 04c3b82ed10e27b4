//! Several series watched day by day for a change of their usual pattern, with one false-alarm
//! probability for all of them over the whole span. Refuses textbook limits: those are made for
//! independent values and a baseline without error.

mod scores;
mod watched;

use rayon::prelude::*;

use crate::error::{StatsError, check_range};
use crate::random::draw_stream;
use crate::state_space::count;

use watched::Ready;
pub use watched::Watched;

/// What is watched how.
#[derive(Debug, Clone, PartialEq)]
pub struct WatchRule {
    /// Weight of the newest value, 0-1: 0.1 looks back about twenty days.
    pub lambda: f64,
    /// Spans of watching, in order of time: the last day, in days on the axis of the series, and the
    /// probability of any false alarm within it (0-0.5).
    pub spans: Vec<(f64, f64)>,
    /// Simulated records behind the limits.
    pub n_draws: usize,
    /// Start of the draws.
    pub seed: u64,
}

/// One day of one watched series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChartPoint {
    /// Time, days.
    pub time: f64,
    /// The moving average over its standard deviation; above zero: higher than usual.
    pub statistic: f64,
    /// Limit of the span; an alarm is a statistic beyond it in either direction.
    pub limit: f64,
}

/// What came of the watching.
#[derive(Debug, Clone, PartialEq)]
pub struct Watch {
    /// One path a series, in the order given.
    pub paths: Vec<Vec<ChartPoint>>,
}

/// Exponentially weighted moving averages, each over its exact standard deviation for independent
/// values of variance 1 that start at 0.
///
/// Roberts 1959, doi:10.1080/00401706.1959.10489860.
#[must_use]
pub fn standardized_ewma(values: &[f64], lambda: f64) -> Vec<f64> {
    let keep = 1.0 - lambda;
    let (mut average, mut left) = (0.0, 1.0);
    let steady = lambda / (2.0 - lambda);
    let step = |value: &f64| {
        average = lambda * value + keep * average;
        left *= keep * keep;
        average / (steady * (1.0 - left)).sqrt()
    };
    values.iter().map(step).collect()
}

/// Watches the monitored part of every series against its baseline.
///
/// Values become normal scores against the baseline, then standardized prediction errors of a
/// model with dependence fitted to the baseline, then a moving average. The limit of a series in a
/// span is the quantile of its largest average there over simulated records in which nothing
/// changes: with the dependence drawn from its posterior, the steps of the scale as in the
/// baseline, a baseline that is estimated anew, and an answer every day. The probability of a span
/// is shared by the series so that all together hold it if they are independent or rise together
/// (Sidak 1967, doi:10.1080/01621459.1967.10482935).
///
/// # Errors
/// `OutOfRange` for a rule outside its ranges, `TooFew` without series or spans, and those of
/// [`Watched::new`].
pub fn watch(series: &[Watched], rule: &WatchRule) -> Result<Watch, StatsError> {
    check_range("weight of the newest value", rule.lambda, 0.01, 1.0)?;
    for (end, alpha) in &rule.spans {
        check_range("end of a span", *end, -1e6, 1e6)?;
        check_range("probability", *alpha, 1e-7, 0.5)?;
    }
    let Some((last, _)) = rule.spans.last() else {
        return Err(StatsError::TooFew { have: 0, need: 1 });
    };
    if series.is_empty() {
        return Err(StatsError::TooFew { have: 0, need: 1 });
    }
    let ready: Vec<Ready> = series
        .par_iter()
        .map(|watched| Ready::new(watched, *last))
        .collect::<Result<_, _>>()?;
    let share = |alpha: f64| -libm::expm1(libm::log1p(-alpha) / count(series.len()));
    let path = |(idx, ready): (usize, &Ready)| -> Vec<ChartPoint> {
        let limits = limits(ready, rule, (idx, &share));
        let averages = standardized_ewma(ready.errors(), rule.lambda);
        let both = ready.times().iter().zip(averages);
        both.filter_map(|(time, statistic)| {
            let span = rule.spans.iter().position(|(end, _)| time <= end)?;
            Some(ChartPoint {
                time: *time,
                statistic,
                limit: limits[span],
            })
        })
        .collect()
    };
    Ok(Watch {
        paths: ready.iter().enumerate().map(path).collect(),
    })
}

/// The limit of one series in each span.
fn limits(ready: &Ready, rule: &WatchRule, (idx, share): (usize, &dyn Fn(f64) -> f64)) -> Vec<f64> {
    let n_spans = rule.spans.len();
    let largest = |draw: u64| -> Vec<f64> {
        // Every series has random numbers of its own.
        let mut rng = draw_stream(rule.seed, draw | ((idx as u64) << 32));
        let mut largest = vec![0.0_f64; n_spans];
        let Some((times, errors)) = ready.simulate(&mut rng) else {
            return largest;
        };
        let mut span = 0;
        for (time, statistic) in times.iter().zip(standardized_ewma(&errors, rule.lambda)) {
            while span + 1 < n_spans && *time > rule.spans[span].0 {
                span += 1;
            }
            largest[span] = largest[span].max(statistic.abs());
        }
        largest
    };
    let draws: Vec<Vec<f64>> = (0..rule.n_draws as u64)
        .into_par_iter()
        .map(largest)
        .collect();
    let of_span = |span: usize| {
        let list: Vec<f64> = draws.iter().map(|draw| draw[span]).collect();
        upper_quantile(list, share(rule.spans[span].1))
    };
    (0..n_spans).map(of_span).collect()
}

/// Draws beyond which the quantile is read off the draws themselves.
const BEYOND_MIN: f64 = 50.0;
/// Share of the draws that the tail is fitted to.
const TAIL_SHARE: f64 = 0.1;

/// The size that the largest of many moving averages passes with this probability.
///
/// Small probabilities are read off an exponential tail of the squares above their 90% quantile:
/// squares of normal sizes have tails that are very nearly exponential (Coles 2001, ch. 4, with
/// shape 0).
fn upper_quantile(mut sizes: Vec<f64>, probability: f64) -> f64 {
    sizes.sort_by(|a, b| b.total_cmp(a));
    let n = count(sizes.len());
    let place = |share: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of the draws"
        )]
        let rank = (share * (n + 1.0)) as usize;
        rank.max(1) - 1
    };
    if probability * n >= BEYOND_MIN {
        return sizes
            .get(place(probability))
            .copied()
            .unwrap_or(f64::INFINITY);
    }
    let at = place(TAIL_SHARE);
    let Some(threshold) = sizes.get(at).map(|size| size * size) else {
        return f64::INFINITY;
    };
    let excess = sizes[..at].iter().map(|size| size * size - threshold);
    let mean = excess.sum::<f64>() / count(at.max(1));
    let share = count(at + 1) / (n + 1.0);
    (threshold + mean * libm::log(share / probability)).sqrt()
}
