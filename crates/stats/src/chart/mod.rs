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
    /// Limit of each span.
    pub limits: Vec<f64>,
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
/// model with dependence fitted to the baseline, then a moving average. The limit of a span is
/// the quantile of the largest average of all series within it, over simulated records in which
/// nothing changes: with the dependence drawn from its posterior, the steps of the scale as in the
/// baseline, a baseline that is estimated anew, and an answer every day.
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
    let limits = limits(&ready, rule);
    let path = |ready: &Ready| -> Vec<ChartPoint> {
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
        paths: ready.iter().map(path).collect(),
        limits,
    })
}

fn limits(ready: &[Ready], rule: &WatchRule) -> Vec<f64> {
    let largest = |draw: u64| -> Vec<f64> {
        let mut rng = draw_stream(rule.seed, draw);
        let mut largest = vec![0.0_f64; rule.spans.len()];
        for one in ready {
            let (times, errors) = one.simulate(&mut rng);
            let mut span = 0;
            for (time, statistic) in times.iter().zip(standardized_ewma(&errors, rule.lambda)) {
                while span + 1 < rule.spans.len() && *time > rule.spans[span].0 {
                    span += 1;
                }
                largest[span] = largest[span].max(statistic.abs());
            }
        }
        largest
    };
    let draws: Vec<Vec<f64>> = (0..rule.n_draws as u64)
        .into_par_iter()
        .map(largest)
        .collect();
    let of_span = |span: usize| {
        let mut list: Vec<f64> = draws.iter().map(|draw| draw[span]).collect();
        list.sort_by(|a, b| b.total_cmp(a));
        // A draw and the record are alike: with n draws, rank k holds with probability k / (n + 1).
        let rank = rule.spans[span].1 * count(rule.n_draws + 1);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of the draws"
        )]
        let rank = rank as usize;
        match rank.checked_sub(1) {
            Some(place) => list[place.min(list.len() - 1)],
            // Too few draws for so small a probability: no alarm can be raised.
            None => f64::INFINITY,
        }
    };
    (0..rule.spans.len()).map(of_span).collect()
}
