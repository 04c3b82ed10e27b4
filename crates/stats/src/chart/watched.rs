//! One watched series, and simulated ones like it in which nothing changes.

use rand::Rng;

use super::scores::Scores;
use crate::error::{StatsError, check_finite, check_length};
use crate::random::uniform;
use crate::special::normal_quantile_inside;
use crate::state_space::{Dependence, Filter, Grid, Layout, choose, count, dot};

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
    times: Vec<f64>,
    values: Vec<f64>,
    n_baseline: usize,
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
        })
    }
}

/// Whether a baseline varies enough to tell what is usual.
fn is_spread(baseline: &[f64]) -> bool {
    let mut sorted = baseline.to_vec();
    sorted.sort_by(f64::total_cmp);
    let levels: Vec<usize> = sorted.chunk_by(|a, b| a == b).map(<[f64]>::len).collect();
    let most = levels.iter().copied().max().unwrap_or(0);
    levels.len() >= LEVELS_MIN && count(most) <= SAME_SHARE_MAX * count(baseline.len())
}

/// Dependence that a baseline may have: few points, because a baseline tells little more.
fn grid() -> Result<Grid, StatsError> {
    Grid::cross(
        &[
            (0.1, 1.0),
            (0.35, 1.0),
            (0.6, 1.0),
            (0.8, 1.0),
            (0.92, 0.7),
            (0.97, 0.4),
        ],
        &[(0.05, 1.0), (0.4, 1.0)],
        &[(0.0, 1.0)],
    )
}

/// One point of the dependence, ready for baselines and for what follows.
struct Point {
    prior: f64,
    baseline: Filter,
    /// Over the baseline and every day after it.
    daily: Filter,
    /// A constant, whitened by `daily`.
    constant: Vec<f64>,
}

/// A series with its prediction errors, and all that simulating others like it takes.
pub struct Ready {
    n_baseline: usize,
    /// Times of the monitored values.
    times: Vec<f64>,
    errors: Vec<f64>,
    /// Times of the baseline and then of every day.
    daily: Vec<f64>,
    points: Vec<Point>,
    weights: Vec<f64>,
    /// Upper end of each step of the scale, as quantiles of a standard normal, but for the last.
    steps: Vec<f64>,
    /// Standard deviation of a simulated value at each point of the dependence.
    sds: Vec<f64>,
}

/// What a baseline lets expect.
struct Usual {
    at: usize,
    mean: f64,
    sd: f64,
}

impl Ready {
    /// `until`: the last day that is watched.
    pub fn new(watched: &Watched, until: f64) -> Result<Self, StatsError> {
        let n = watched.n_baseline;
        let baseline = Layout::of_times(&watched.times[..n])?;
        let last = watched.times[n - 1];
        let mut daily = watched.times[..n].to_vec();
        let mut next = last + 1.0;
        while next <= until + 0.5 {
            daily.push(next);
            next += 1.0;
        }
        let whole = Layout::of_times(&daily)?;
        let mut points = Vec::new();
        for point in grid()?.points() {
            let filter = Filter::new(&whole, point.theta)?;
            points.push(Point {
                prior: point.prior,
                baseline: Filter::new(&baseline, point.theta)?,
                constant: filter.whiten_inside(&vec![1.0; daily.len()]),
                daily: filter,
            });
        }
        let mut scores = Scores::of_length(n);
        scores.learn(&watched.values[..n]);
        let scored: Vec<f64> = watched.values.iter().map(|v| scores.score(*v)).collect();
        let (usual, weights) = usual(&points, &scored[..n]);
        let theta: Dependence = points[usual.at].daily.theta();
        let actual = Filter::new(&Layout::of_times(&watched.times)?, theta)?;
        let from_mean: Vec<f64> = scored.iter().map(|score| score - usual.mean).collect();
        let errors = actual.whiten_inside(&from_mean);
        Ok(Self {
            n_baseline: n,
            times: watched.times[n..].to_vec(),
            errors: errors[n..].iter().map(|error| error / usual.sd).collect(),
            steps: steps(&watched.values[..n]),
            sds: points.iter().map(|point| signal_sd(&point.daily)).collect(),
            daily,
            points,
            weights,
        })
    }

    /// Times of the monitored values, days.
    pub fn times(&self) -> &[f64] {
        &self.times
    }

    /// Standardized prediction errors of the monitored values.
    pub fn errors(&self) -> &[f64] {
        &self.errors
    }

    /// Days after the baseline with prediction errors of a record in which nothing changes; `None`
    /// when its baseline varies too little to be watched.
    pub fn simulate(&self, rng: &mut impl Rng) -> Option<(&[f64], Vec<f64>)> {
        let n = self.n_baseline;
        let drawn = choose(self.weights.iter().copied(), uniform(rng));
        let mut values = self.points[drawn].daily.simulate(rng);
        for value in &mut values {
            *value = self.on_scale(*value / self.sds[drawn]);
        }
        if !is_spread(&values[..n]) {
            return None;
        }
        let mut scores = Scores::of_length(n);
        scores.learn(&values[..n]);
        for value in &mut values {
            *value = scores.score(*value);
        }
        let (usual, _) = usual(&self.points, &values[..n]);
        let point = &self.points[usual.at];
        let white = point.daily.whiten_inside(&values);
        let errors = white.iter().zip(&point.constant).skip(n);
        let errors = errors.map(|(white, one)| (white - usual.mean * one) / usual.sd);
        Some((&self.daily[n..], errors.collect()))
    }

    /// Number of the step of the scale that a standard normal value falls on.
    fn on_scale(&self, value: f64) -> f64 {
        if self.steps.is_empty() {
            return value;
        }
        count(self.steps.partition_point(|step| *step < value))
    }
}

/// Standard deviation of a value under a dependence without drift, at scale 1.
fn signal_sd(filter: &Filter) -> f64 {
    let theta = filter.theta();
    (theta.ar_var() + theta.noise_var()).sqrt()
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

/// The likeliest dependence of a baseline's scores with their mean and spread, and the weights of
/// all points.
fn usual(points: &[Point], scores: &[f64]) -> (Usual, Vec<f64>) {
    let mut best: Option<(f64, Usual)> = None;
    let mut logs = Vec::with_capacity(points.len());
    for (at, point) in points.iter().enumerate() {
        let filter = &point.baseline;
        let white = filter.whiten_inside(scores);
        let direction = &filter.basis()[0];
        let along = dot(direction, &white);
        let rss = (dot(&white, &white) - along * along).max(1e-12);
        let df = count(scores.len() - 1);
        let log = libm::log(point.prior)
            - 0.5
                * (df * libm::log(rss)
                    + filter.log_det_covariance()
                    + filter.log_det_information());
        logs.push(log);
        if best.as_ref().is_none_or(|(before, _)| log > *before) {
            let usual = Usual {
                at,
                mean: filter.triangle().solve(&[along])[0],
                sd: (rss / df).sqrt(),
            };
            best = Some((log, usual));
        }
    }
    let top = best.as_ref().map_or(0.0, |(log, _)| *log);
    let total: f64 = logs.iter().map(|log| libm::exp(log - top)).sum();
    let weights = logs
        .iter()
        .map(|log| libm::exp(log - top) / total)
        .collect();
    let usual = best.map_or(
        Usual {
            at: 0,
            mean: 0.0,
            sd: 1.0,
        },
        |(_, usual)| usual,
    );
    (usual, weights)
}
