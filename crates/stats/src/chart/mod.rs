//! Several series watched day by day for a change of their usual pattern, with one false-alarm
//! probability for all of them over the whole span. Refuses textbook limits: those are made for
//! independent values and a baseline without error.

mod limits;
mod scores;
mod still;
mod together;
mod watched;

use rayon::prelude::*;

use crate::error::{StatsError, check_range};

pub use together::together;
use watched::Ready;
pub use watched::Watched;

/// What is watched how.
#[derive(Debug, Clone, PartialEq)]
pub struct WatchRule {
    /// Weight of the newest value, 0.01-1: 0.1 looks back about twenty days.
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
/// baseline, a baseline that is estimated anew, and an answer every day. A series that lies well
/// inside after a few draws has no more of them, and a rough limit. The probability of a span is shared by the series by their weights so that all together
/// hold it if they are independent or rise together (Sidak 1967,
/// doi:10.1080/01621459.1967.10482935).
///
/// # Errors
/// `OutOfRange` for a rule outside its ranges, `TooFew` without series or spans, and those of
/// [`Watched::new`].
pub fn watch(series: &[Watched], rule: &WatchRule) -> Result<Watch, StatsError> {
    check(rule)?;
    let Some((last, _)) = rule.spans.last() else {
        return Err(StatsError::TooFew { have: 0, need: 1 });
    };
    if series.is_empty() {
        return Err(StatsError::TooFew { have: 0, need: 1 });
    }
    let weights: f64 = series.iter().map(|watched| watched.weight).sum();
    let path = |(idx, watched): (usize, &Watched)| -> Result<Vec<ChartPoint>, StatsError> {
        let ready = Ready::new(watched, *last)?;
        Ok(limits::path(&ready, rule, (idx, ready.weight / weights)))
    };
    let paths = series.par_iter().enumerate().map(path);
    Ok(Watch {
        paths: paths.collect::<Result<_, _>>()?,
    })
}

fn check(rule: &WatchRule) -> Result<(), StatsError> {
    check_range("weight of the newest value", rule.lambda, 0.01, 1.0)?;
    for (end, alpha) in &rule.spans {
        check_range("end of a span", *end, -1e6, 1e6)?;
        check_range("probability", *alpha, 1e-7, 0.5)?;
    }
    Ok(())
}
