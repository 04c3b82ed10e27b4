//! The test of one step against none, its time and its size. Refuses what `Layout` refuses, series
//! that do not vary, and series too short for two segments.

use super::marginal::Marginal;
use super::plan::{Plan, Work};
use crate::error::{StatsError, check_range};
use crate::random::{draw_stream, uniform};
use crate::state_space::{
    Estimate, Filter, Grid, Layout, Mixture, Part, choose, count, standardize,
};
use rayon::prelude::*;

/// Data vectors handled at once; a number of the method, because draws are counted in order.
const LANES: usize = 8;
/// Observations beyond the fixed effects without which nothing is tested.
const SPARE_MIN: usize = 5;
/// Twice the log-likelihood that a time may lose and stay in the 95 % set: c in
/// (1 - exp(-c/2))^2 = 0.95 for a single step, Eo & Morley 2015, doi:10.3982/QE186.
const SET_CUT: f64 = 7.352;

/// Factor on every p-value: without it short, stepped records at a dependence of 0.9 made false
/// claims in 7 to 8 of 100 at a nominal 5; see `method.md`.
const GUARD: f64 = 1.75;

/// How many draws decide the p-value.
///
/// Besag & Clifford 1991, doi:10.1093/biomet/78.2.301: stop at `n_exceed` draws as large as the
/// data's statistic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bootstrap {
    /// Draws at most, 19 to 1,000,000.
    pub n_max: usize,
    /// Stop early at this many draws that reach the data's statistic, 1 or more.
    pub n_exceed: usize,
    /// Seed of the draws.
    pub seed: u64,
}

impl Bootstrap {
    /// 999 draws at most, stopping at 10 that reach the statistic.
    #[must_use]
    pub fn standard(seed: u64) -> Self {
        Self {
            n_max: 999,
            n_exceed: 10,
            seed,
        }
    }
}

/// What is known about one step.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Share of draws without a step whose statistic is as large, times a guard of 1.75 for what the
    /// draws leave out; above 0, at most 1.
    pub p_value: f64,
    /// Draws made.
    pub n_draws: usize,
    /// Gain in log-likelihood by the best step.
    pub statistic: f64,
    /// The first observation after the most likely step, counted from 0.
    pub first_after_idx: usize,
    /// First observations after a step that stay possible at 95 %, ascending.
    pub possible_idx: Vec<usize>,
    /// Level after minus level before at the most likely time, interval at 95 %, averaged over the
    /// dependence; in the units of the values. The time is taken as known.
    pub step: Estimate,
}

/// The test made ready for one layout: many series and many draws share it.
#[derive(Debug, Clone)]
pub struct Detector {
    layout: Layout,
    plans: Vec<Plan>,
    log_prior: Vec<f64>,
    n: usize,
    df: usize,
    /// Usual distance between neighbors in days.
    gap: f64,
}

/// What the draws need to know about the data.
struct Null {
    marginal: Marginal,
    /// Per parameter point: how likely it is for the hidden series.
    weights: Vec<f64>,
}

/// The data against every parameter point and time.
struct Scan {
    /// Per parameter point: log-likelihood with no step, and residual sum of squares.
    without: Vec<(f64, f64)>,
    /// Per parameter point: score of a step at each observation.
    scores: Vec<Vec<f64>>,
    /// Per observation: best log-likelihood over parameter points with a step there.
    profile: Vec<f64>,
}

impl Detector {
    /// Prepares all parameter points; a step may start where at least `segment_min` observations
    /// lie on both sides and time has moved on.
    ///
    /// # Errors
    /// `TooFew` when no step fits; `OutOfRange` if the grid has drift (a drift explains any step).
    pub fn new(layout: &Layout, grid: &Grid, segment_min: usize) -> Result<Self, StatsError> {
        layout.check_enough(SPARE_MIN)?;
        let n = layout.n_observations();
        let segment_min = segment_min.max(1);
        let need = 2 * segment_min;
        if n < need {
            return Err(StatsError::TooFew { have: n, need });
        }
        let times = layout.times();
        let is_tried: Vec<bool> = (0..n)
            .map(|i| i >= segment_min && i + segment_min <= n && times[i] > times[i - 1])
            .collect();
        let mut plans = Vec::with_capacity(grid.points().len());
        for point in grid.points() {
            check_range("drift variance", point.theta.drift_var(), 0.0, 0.0)?;
            plans.push(Plan::new(Filter::new(layout, point.theta)?, &is_tried));
        }
        if plans
            .iter()
            .all(|plan| plan.information.iter().all(|part| *part == 0.0))
        {
            return Err(StatsError::TooFew {
                have: n,
                need: n + 1,
            });
        }
        let log_prior = grid
            .points()
            .iter()
            .map(|point| libm::log(point.prior))
            .collect();
        let gap = usual_gap(times);
        Ok(Self {
            layout: layout.clone(),
            plans,
            log_prior,
            n,
            df: layout.df(),
            gap,
        })
    }

    /// Tests one series.
    ///
    /// # Errors
    /// `LengthMismatch`, `NotFinite`, `NoSpread`; `OutOfRange` for an unusable bootstrap rule.
    pub fn test(&self, values: &[f64], rule: &Bootstrap) -> Result<Change, StatsError> {
        check_range("draws", count(rule.n_max), 19.0, 1e6)?;
        check_range("exceeding draws", count(rule.n_exceed), 1.0, 1e6)?;
        crate::error::check_length("values", values.len(), self.n)?;
        crate::error::check_finite("values", values)?;
        let (_, unit, scaled) = standardize(values)?;
        let scan = self.scan(&scaled)?;
        let best = first_largest(&scan.profile);
        let top = scan.profile[best];
        let base = scan
            .without
            .iter()
            .map(|part| part.0)
            .fold(f64::NEG_INFINITY, f64::max);
        let statistic = (top - base).max(0.0);
        let null = self.null(&scaled)?;
        let (p_value, n_draws) = self.p_value(&null, statistic, rule);
        let possible_idx = (0..self.n)
            .filter(|idx| 2.0 * (top - scan.profile[*idx]) <= SET_CUT)
            .collect();
        let step = self.step(&scan, best, unit);
        Ok(Change {
            p_value,
            n_draws,
            statistic,
            first_after_idx: best,
            possible_idx,
            step,
        })
    }

    fn scan(&self, values: &[f64]) -> Result<Scan, StatsError> {
        let lanes: Vec<[f64; 1]> = values.iter().map(|value| [*value]).collect();
        let mut work = Work::new(self.n, self.n - self.df);
        let total: f64 = values.iter().map(|value| value * value).sum();
        let mut scan = Scan {
            without: Vec::with_capacity(self.plans.len()),
            scores: Vec::with_capacity(self.plans.len()),
            profile: vec![f64::NEG_INFINITY; self.n],
        };
        for (plan, prior) in self.plans.iter().zip(&self.log_prior) {
            let (rss, scores) = plan.scores(&lanes, &mut work);
            if rss.is_nan() || rss <= 1e-12 * total {
                return Err(StatsError::NoSpread);
            }
            scan.without.push((plan.log_likelihood(rss) + prior, rss));
            for (i, score) in scores.iter().enumerate() {
                if plan.information[i] > 0.0 {
                    let left = with_step(rss, score * score / plan.information[i]);
                    let likelihood = plan.log_likelihood(left) + prior;
                    scan.profile[i] = scan.profile[i].max(likelihood);
                }
            }
            scan.scores.push(scores);
        }
        Ok(scan)
    }

    /// Weighs the hidden dependence by the likelihood of the dependence it leaves in the answers.
    fn null(&self, values: &[f64]) -> Result<Null, StatsError> {
        let marginal = Marginal::new(values);
        let mut log_weights = Vec::with_capacity(self.plans.len());
        for (plan, prior) in self.plans.iter().zip(&self.log_prior) {
            let fit = match marginal.weaken(plan.filter.theta(), self.gap) {
                Some(theta) => Filter::new(&self.layout, theta)?.fit(values)?,
                None => plan.filter.fit(values)?,
            };
            log_weights.push(fit.restricted_log_likelihood + prior);
        }
        Ok(Null {
            marginal,
            weights: shares(log_weights.into_iter()),
        })
    }

    /// Counts draws without a step, their dependence drawn from what the data leave possible.
    fn p_value(&self, null: &Null, statistic: f64, rule: &Bootstrap) -> (f64, usize) {
        let mut exceeding = 0;
        let mut done = 0;
        let mut n_blocks = 2;
        while done < rule.n_max {
            let first = done / LANES;
            let blocks: Vec<[f64; LANES]> = (first..first + n_blocks)
                .into_par_iter()
                .map(|block| self.draw_block(null, rule.seed, block))
                .collect();
            for drawn in blocks.iter().flatten() {
                done += 1;
                // Rounding must not turn a tie into a smaller value.
                exceeding += usize::from(*drawn >= statistic - 1e-10);
                if exceeding == rule.n_exceed {
                    return ((GUARD * count(exceeding) / count(done)).min(1.0), done);
                }
                if done == rule.n_max {
                    break;
                }
            }
            n_blocks = (n_blocks * 2).min(32);
        }
        (
            (GUARD * count(exceeding + 1) / count(done + 1)).min(1.0),
            done,
        )
    }

    /// The statistic of `LANES` draws.
    fn draw_block(&self, null: &Null, seed: u64, block: usize) -> [f64; LANES] {
        let mut values = vec![[0.0; LANES]; self.n];
        for lane in 0..LANES {
            let mut rng = draw_stream(seed, (block * LANES + lane) as u64);
            let chosen = choose(null.weights.iter().copied(), uniform(&mut rng));
            let hidden = self.plans[chosen].filter.simulate(&mut rng);
            for (row, value) in values.iter_mut().zip(null.marginal.impose(&hidden)) {
                row[lane] = value;
            }
        }
        self.statistics(&values)
    }

    fn statistics(&self, values: &[[f64; LANES]]) -> [f64; LANES] {
        let mut work = Work::new(self.n, self.n - self.df);
        let mut without = [f64::NEG_INFINITY; LANES];
        let mut with = [f64::NEG_INFINITY; LANES];
        for (plan, prior) in self.plans.iter().zip(&self.log_prior) {
            let (rss, best) = plan.scan(values, &mut work);
            for lane in 0..LANES {
                let base = plan.log_likelihood(rss[lane]) + prior;
                let step = plan.log_likelihood(with_step(rss[lane], best[lane])) + prior;
                without[lane] = without[lane].max(base);
                with[lane] = with[lane].max(step);
            }
        }
        let mut gain = [0.0; LANES];
        for lane in 0..LANES {
            gain[lane] = (with[lane] - without[lane]).max(0.0);
        }
        gain
    }

    /// Size of the step at one time, averaged over the dependence under the step.
    fn step(&self, scan: &Scan, idx: usize, unit: f64) -> Estimate {
        let df = count(self.df.saturating_sub(1).max(1));
        let mut parts = Vec::new();
        let mut log_weights = Vec::new();
        for (k, plan) in self.plans.iter().enumerate() {
            let information = plan.information[idx];
            if information == 0.0 {
                continue;
            }
            let score = scan.scores[k][idx];
            let rss = with_step(scan.without[k].1, score * score / information);
            log_weights.push(
                plan.constant + self.log_prior[k]
                    - 0.5 * (libm::log(information) + df * libm::log(rss)),
            );
            parts.push(Part {
                weight: 0.0,
                center: score / information * unit,
                spread: (rss / df / information).sqrt() * unit,
            });
        }
        for (part, weight) in parts.iter_mut().zip(shares(log_weights.into_iter())) {
            part.weight = weight;
        }
        Mixture::new(parts, df).estimate(0.95)
    }
}

/// Residual sum of squares with the step, kept above 0 for a step that explains everything.
fn with_step(rss: f64, drop: f64) -> f64 {
    (rss - drop).max(1e-12 * rss)
}

/// Median distance between neighbors that differ in time; 1 if none do.
fn usual_gap(times: &[f64]) -> f64 {
    let mut gaps: Vec<f64> = times
        .windows(2)
        .map(|pair| pair[1] - pair[0])
        .filter(|gap| *gap > 0.0)
        .collect();
    gaps.sort_by(f64::total_cmp);
    gaps.get(gaps.len() / 2).copied().unwrap_or(1.0)
}

fn first_largest(values: &[f64]) -> usize {
    let mut best = 0;
    for (idx, value) in values.iter().enumerate() {
        if *value > values[best] {
            best = idx;
        }
    }
    best
}

/// Log weights as shares that add up to 1.
fn shares(log_weights: impl Iterator<Item = f64>) -> Vec<f64> {
    let list: Vec<f64> = log_weights.collect();
    let top = list.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let weights: Vec<f64> = list.iter().map(|weight| libm::exp(weight - top)).collect();
    let total: f64 = weights.iter().sum();
    weights.iter().map(|weight| weight / total).collect()
}
