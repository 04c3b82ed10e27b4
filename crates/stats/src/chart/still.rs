//! Simulated series in which nothing changes, like one that is watched. Refuses to allocate inside a
//! draw: limits take many.

use rand::Rng;

use super::scores::Levels;
use super::scores::Scores;
use crate::error::StatsError;
use crate::random::{standard_normal, uniform};
use crate::state_space::{Dependence, Filter, Gain, Grid, Layout, choose, count};

/// Points of the dependence that a baseline may have: few, because a baseline tells little more.
pub const N_POINTS: usize = 12;

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

/// Every point of the dependence over a baseline and every day after it.
pub struct Model {
    n_baseline: usize,
    /// Per point, over the baseline and every day after it.
    gains: Vec<Vec<Gain>>,
    /// Per day of the baseline, all points side by side.
    baseline: Vec<Side>,
    /// Logarithm of the prior and of the determinants.
    constant: [f64; N_POINTS],
    /// Length of the whitened constant over the baseline.
    length: [f64; N_POINTS],
    /// Standard deviation of a value.
    sds: [f64; N_POINTS],
    thetas: Vec<Dependence>,
}

/// One day of the baseline at all points.
struct Side {
    phi: [f64; N_POINTS],
    ar: [f64; N_POINTS],
    inverse_sd: [f64; N_POINTS],
    /// Whitened constant of length 1.
    direction: [f64; N_POINTS],
}

/// What a baseline lets expect: which point, mean and spread.
#[derive(Debug, Clone, Copy)]
pub struct Usual {
    pub at: usize,
    pub mean: f64,
    pub sd: f64,
}

impl Model {
    /// `daily`: times of the baseline's values, `n_baseline` of them, and of every day after it.
    pub fn new(daily: &[f64], n_baseline: usize) -> Result<Self, StatsError> {
        let whole = Layout::of_times(daily)?;
        let mut model = Self {
            n_baseline,
            gains: Vec::with_capacity(N_POINTS),
            baseline: Vec::with_capacity(n_baseline),
            constant: [0.0; N_POINTS],
            length: [1.0; N_POINTS],
            sds: [1.0; N_POINTS],
            thetas: Vec::with_capacity(N_POINTS),
        };
        let mut whitened = Vec::with_capacity(N_POINTS);
        for (p, point) in grid()?.points().iter().enumerate().take(N_POINTS) {
            let theta = point.theta;
            let filter = Filter::new(&whole, theta)?;
            let gains = filter.gains().to_vec();
            let ones = whiten(&gains[..n_baseline], |_| 1.0);
            let squares: f64 = ones.iter().map(|one| one * one).sum();
            let precision: f64 = gains[..n_baseline]
                .iter()
                .map(|gain| libm::log(gain.inverse_sd))
                .sum();
            model.constant[p] = libm::log(point.prior) + precision - 0.5 * libm::log(squares);
            model.length[p] = squares.sqrt();
            model.sds[p] = (theta.ar_var() + theta.noise_var()).sqrt();
            model.thetas.push(theta);
            whitened.push(ones);
            model.gains.push(gains);
        }
        let day = |idx: usize, of: &dyn Fn(usize, usize) -> f64| -> [f64; N_POINTS] {
            std::array::from_fn(|p| of(p, idx))
        };
        for idx in 0..n_baseline {
            model.baseline.push(Side {
                phi: day(idx, &|p, idx| model.gains[p][idx].phi),
                ar: day(idx, &|p, idx| model.gains[p][idx].ar),
                inverse_sd: day(idx, &|p, idx| model.gains[p][idx].inverse_sd),
                direction: day(idx, &|p, idx| whitened[p][idx] / model.length[p]),
            });
        }
        Ok(model)
    }

    /// The likeliest dependence of a baseline with its mean and spread; `logs` takes the logarithm
    /// of the posterior of every point.
    pub fn usual(&self, baseline: &[f64], logs: &mut [f64; N_POINTS]) -> Usual {
        let (mut state, mut squares, mut along) =
            ([0.0; N_POINTS], [0.0; N_POINTS], [0.0; N_POINTS]);
        for (side, value) in self.baseline.iter().zip(baseline) {
            for p in 0..N_POINTS {
                let miss = value - state[p];
                let white = miss * side.inverse_sd[p];
                squares[p] += white * white;
                along[p] += white * side.direction[p];
                state[p] = side.phi[p] * (state[p] + side.ar[p] * miss);
            }
        }
        let df = count(self.n_baseline - 1);
        let mut best = 0;
        for p in 0..N_POINTS {
            squares[p] = (squares[p] - along[p] * along[p]).max(1e-12);
            logs[p] = self.constant[p] - 0.5 * df * libm::log(squares[p]);
            if logs[p] > logs[best] {
                best = p;
            }
        }
        Usual {
            at: best,
            mean: along[best] / self.length[best],
            sd: (squares[best] / df).sqrt(),
        }
    }
}

/// Standardized prediction errors of values, one a gain.
pub fn whiten(gains: &[Gain], value: impl Fn(usize) -> f64) -> Vec<f64> {
    let mut state = 0.0;
    let next = |(idx, gain): (usize, &Gain)| {
        let miss = value(idx) - state;
        state = gain.phi * (state + gain.ar * miss);
        miss * gain.inverse_sd
    };
    gains.iter().enumerate().map(next).collect()
}

/// How values are shown and read.
pub enum Reading {
    /// As they are.
    Plain,
    /// As normal scores against the baseline.
    Scores,
    /// On steps, whose upper ends are quantiles of a standard normal, and then as scores.
    Steps(Vec<f64>),
}

/// Room for draws, used over and over.
pub struct Room {
    values: Vec<f64>,
    scores: Scores,
    levels: Levels,
}

impl Room {
    pub fn new(n_baseline: usize) -> Self {
        Self {
            values: Vec::new(),
            scores: Scores::of_length(n_baseline),
            levels: Levels::default(),
        }
    }
}

impl Model {
    /// Calls `each` with the prediction error of every day after the baseline of a record in which
    /// nothing changes; nothing when its baseline varies too little to be watched.
    pub fn simulate(
        &self,
        (weights, reading): (&[f64; N_POINTS], &Reading),
        (rng, share): (&mut impl Rng, f64),
        room: &mut Room,
        mut each: impl FnMut(f64),
    ) {
        let drawn = choose(weights.iter().copied(), share);
        let n = self.n_baseline;
        let (gains, scale) = (&self.gains[drawn], 1.0 / self.sds[drawn]);
        let mut state = 0.0;
        room.values.clear();
        for gain in gains {
            let miss = standard_normal(rng) / gain.inverse_sd;
            room.values.push((state + miss) * scale);
            state = gain.phi * (state + gain.ar * miss);
        }
        let values = &mut room.values;
        match reading {
            Reading::Plain => {}
            Reading::Scores => {
                room.scores.learn(&values[..n]);
                values
                    .iter_mut()
                    .for_each(|value| *value = room.scores.score(*value));
            }
            Reading::Steps(ends) => {
                let step = |value: f64| count(ends.partition_point(|end| *end < value));
                values.iter_mut().for_each(|value| *value = step(*value));
                if !room.levels.learn(&values[..n], ends.len() + 1) {
                    return;
                }
                values
                    .iter_mut()
                    .for_each(|value| *value = room.levels.score(&room.scores, *value));
            }
        }
        let usual = self.usual(&values[..n], &mut [0.0; N_POINTS]);
        let inverse = 1.0 / usual.sd;
        let mut state = 0.0;
        for (idx, (gain, value)) in self.gains[usual.at].iter().zip(values.iter()).enumerate() {
            let miss = value - usual.mean - state;
            state = gain.phi * (state + gain.ar * miss);
            if idx >= n {
                each(miss * gain.inverse_sd * inverse);
            }
        }
    }

    /// A share between 0 and 1 for draw `idx`: all draws together are spread evenly.
    pub fn even(idx: u64, rng: &mut impl Rng) -> f64 {
        const GOLDEN: f64 = 0.618_033_988_749_894_9;
        #[expect(clippy::cast_precision_loss, reason = "few draws")]
        let at = idx as f64 * GOLDEN + 1e-3 * uniform(rng);
        at - at.floor()
    }

    pub fn theta(&self, at: usize) -> Dependence {
        self.thetas[at]
    }
}
