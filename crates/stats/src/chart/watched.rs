//! One watched series, made ready.

use super::scores::Scores;
use super::still::{Model, N_POINTS, Reading, Usual, whiten};
use crate::error::{StatsError, check_finite, check_length, check_range};
use crate::special::normal_quantile_inside;
use crate::state_space::{Dependence, Filter, Layout, count};

/// Values of a baseline without which nothing can be called usual.
const BASELINE_MIN: usize = 14;
/// Different values that a baseline needs.
const LEVELS_MIN: usize = 3;
/// Share of a baseline that may be one and the same value: with more, the spread that is usual is
/// known from a few days only.
const SAME_SHARE_MAX: f64 = 0.6;

/// A baseline and what came after it, in order of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Watched {
    pub(super) times: Vec<f64>,
    pub(super) values: Vec<f64>,
    pub(super) n_baseline: usize,
    pub(super) weight: f64,
    is_of_many: bool,
}

impl Watched {
    /// Times in days (rising) and values, the first `n_baseline` of which are the baseline.
    ///
    /// # Errors
    /// `LengthMismatch`, `NotFinite`, `TimesNotSorted`, `OutOfRange`; `TooFew` under 14 values in
    /// the baseline; `NoSpread` under three different ones, or with more than 60% of them the same.
    pub fn new(times: &[f64], values: &[f64], n_baseline: usize) -> Result<Self, StatsError> {
        check_length("values", values.len(), times.len())?;
        check_finite("values", values)?;
        let have = n_baseline.min(values.len());
        if have < BASELINE_MIN {
            let need = BASELINE_MIN;
            return Err(StatsError::TooFew { have, need });
        }
        if !is_spread(&values[..have]) {
            return Err(StatsError::NoSpread);
        }
        Layout::of_times(times)?;
        Ok(Self {
            times: times.to_vec(),
            values: values.to_vec(),
            n_baseline: have,
            weight: 1.0,
            is_of_many: false,
        })
    }

    /// The same with a weight of its own in the shared probability, 1e-6 to 1e6 (1 unless said).
    ///
    /// # Errors
    /// `OutOfRange`.
    pub fn weighing(mut self, weight: f64) -> Result<Self, StatsError> {
        check_range("weight", weight, 1e-6, 1e6)?;
        self.weight = weight;
        Ok(self)
    }

    /// The same, as a mean of many things: nearly normal, so taken as it is.
    #[must_use]
    pub fn of_many(mut self) -> Self {
        self.is_of_many = true;
        self
    }
}

/// Whether a baseline varies enough to tell what is usual.
pub fn is_spread(baseline: &[f64]) -> bool {
    let mut sorted = baseline.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (mut n_levels, mut most) = (0, 0);
    for level in sorted.chunk_by(|a, b| a == b) {
        n_levels += 1;
        most = most.max(level.len());
    }
    is_enough(n_levels, most, baseline.len())
}

/// Whether a baseline of `n` values with so many levels, `most` of them on one, varies enough.
pub fn is_enough(n_levels: usize, most: usize, n: usize) -> bool {
    n_levels >= LEVELS_MIN && count(most) <= SAME_SHARE_MAX * count(n)
}

/// A series with its prediction errors, and all that simulating others like it takes.
pub struct Ready {
    pub n_baseline: usize,
    pub weight: f64,
    /// Times of the monitored values.
    pub times: Vec<f64>,
    /// Standardized prediction errors of the monitored values.
    pub errors: Vec<f64>,
    /// Every day after the baseline.
    pub days: Vec<f64>,
    pub model: Model,
    pub weights: [f64; N_POINTS],
    pub reading: Reading,
}

impl Ready {
    /// `until`: the last day that is watched.
    pub fn new(watched: &Watched, until: f64) -> Result<Self, StatsError> {
        let n = watched.n_baseline;
        let mut daily = watched.times[..n].to_vec();
        let mut next = watched.times[n - 1] + 1.0;
        while next <= until + 0.5 {
            daily.push(next);
            next += 1.0;
        }
        let model = Model::new(&daily, n)?;
        let scored = scored(watched);
        let mut logs = [0.0; N_POINTS];
        let usual = model.usual(&scored[..n], &mut logs);
        let top = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let total: f64 = logs.iter().map(|log| libm::exp(log - top)).sum();
        Ok(Self {
            n_baseline: n,
            weight: watched.weight,
            times: watched.times[n..].to_vec(),
            errors: errors(&watched.times, &scored, (usual, model.theta(usual.at)))?.split_off(n),
            days: daily.split_off(n),
            weights: logs.map(|log| libm::exp(log - top) / total),
            reading: reading(watched),
            model,
        })
    }
}

fn scored(watched: &Watched) -> Vec<f64> {
    if watched.is_of_many {
        return watched.values.clone();
    }
    let baseline = &watched.values[..watched.n_baseline];
    let mut scores = Scores::of_length(baseline.len());
    scores.learn(baseline);
    watched.values.iter().map(|v| scores.score(*v)).collect()
}

fn reading(watched: &Watched) -> Reading {
    if watched.is_of_many {
        return Reading::Plain;
    }
    let ends = steps(&watched.values[..watched.n_baseline]);
    if ends.is_empty() {
        Reading::Scores
    } else {
        Reading::Steps(ends)
    }
}

/// Standardized prediction errors over the real gaps.
fn errors(
    times: &[f64],
    scored: &[f64],
    (usual, theta): (Usual, Dependence),
) -> Result<Vec<f64>, StatsError> {
    let filter = Filter::new(&Layout::of_times(times)?, theta)?;
    let mut errors = whiten(filter.gains(), |idx| scored[idx] - usual.mean);
    errors.iter_mut().for_each(|error| *error /= usual.sd);
    Ok(errors)
}

/// Where a baseline's values repeat, the scale has steps: their upper ends. Empty when nearly all
/// values differ, for then chance alone decides.
fn steps(baseline: &[f64]) -> Vec<f64> {
    let mut sorted = baseline.to_vec();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len();
    let mut ends = Vec::new();
    let mut done = 0;
    for level in sorted.chunk_by(|a, b| (a - b).abs() <= 1e-9 * (1.0 + a.abs())) {
        done += level.len();
        if done < n {
            ends.push(normal_quantile_inside(count(done) / count(n)));
        }
    }
    if ends.len() + 1 > n * 4 / 5 {
        return Vec::new();
    }
    ends
}
