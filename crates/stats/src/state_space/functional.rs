//! Weighted sums of the signal and of coefficients, several at once, with their joint covariance.
//! Refuses coefficients that the observations cannot tell apart.

use super::filter::{Filter, Fit, Triangle, dot};
use super::kalman::Kalman;
use super::layout::Layout;
use super::merged::Merged;
use crate::error::{StatsError, check_finite};

/// A weighted sum: `weight * signal(time)` over `points` plus `weight * coefficient` over the
/// caller's columns. The signal is intercept + drift + dependent part.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Functional {
    /// Times in days (any order) and weights.
    pub points: Vec<(f64, f64)>,
    /// Weights of the caller's columns, in their order; missing ones count as 0.
    pub coefficients: Vec<f64>,
}

impl Functional {
    /// Mean of the signal at `times` minus its mean at `against`; either side may be empty (0).
    #[must_use]
    pub fn mean_difference(times: &[f64], against: &[f64]) -> Self {
        let part = |times: &[f64], sign: f64| -> Vec<(f64, f64)> {
            let weight = sign / super::filter::count(times.len());
            times.iter().map(|time| (*time, weight)).collect()
        };
        let mut points = part(times, 1.0);
        points.extend(part(against, -1.0));
        Self {
            points,
            coefficients: Vec::new(),
        }
    }

    /// Mean of the signal at `times`.
    #[must_use]
    pub fn mean(times: &[f64]) -> Self {
        Self::mean_difference(times, &[])
    }

    /// The coefficient of the caller's column `idx`.
    #[must_use]
    pub fn coefficient(idx: usize) -> Self {
        let mut coefficients = vec![0.0; idx + 1];
        coefficients[idx] = 1.0;
        Self {
            points: Vec::new(),
            coefficients,
        }
    }
}

/// Functionals of one layout, made ready: nodes in order and weights on kept columns.
#[derive(Debug, Clone)]
pub(crate) struct FunctionalPlan {
    merged: Merged,
    /// Per node: which functional, with which weight.
    role: Vec<Option<(usize, f64)>>,
    /// Per functional: weights on kept columns, the intercept first.
    direct: Vec<Vec<f64>>,
}

/// Estimates at one parameter point; covariance at scale 1.
#[derive(Debug, Clone, PartialEq)]
pub struct JointEstimate {
    /// One estimate a functional, in units of the values.
    pub values: Vec<f64>,
    /// Mean squared errors and cross products at scale 1.
    pub covariance: Vec<Vec<f64>>,
}

impl FunctionalPlan {
    pub fn new(layout: &Layout, functionals: &[Functional]) -> Result<Self, StatsError> {
        let mut requests = Vec::new();
        let mut roles = Vec::new();
        let mut direct = Vec::new();
        for (k, functional) in functionals.iter().enumerate() {
            let mut weights = kept_weights(layout, &functional.coefficients)?;
            for (time, weight) in &functional.points {
                check_finite("weight", &[*weight])?;
                requests.push(*time);
                roles.push((k, *weight));
                weights[0] += weight;
            }
            direct.push(weights);
        }
        let merged = Merged::new(layout, &requests)?;
        let mut role = vec![None; merged.times.len()];
        for (request, node) in merged.request_node.iter().enumerate() {
            role[*node] = Some(roles[request]);
        }
        Ok(Self {
            merged,
            role,
            direct,
        })
    }

    /// How much a constant added to all values adds to functional `k`.
    pub fn level_weight(&self, k: usize) -> f64 {
        self.direct[k][0]
    }

    /// Runs the filter once with an accumulating state for each functional.
    pub fn evaluate(
        &self,
        layout: &Layout,
        filter: &Filter,
        values: &[f64],
        fit: &Fit,
    ) -> JointEstimate {
        let merged = &self.merged;
        let observed = |i: usize| merged.observation[i].is_some();
        let kalman = Kalman::new(&merged.times, observed, &filter.theta());
        let mut run = Run::new(self.direct.len(), layout.n_effects() + 1);
        let rest = residual(layout, values, &fit.beta);
        for (i, gain) in kalman.gains.iter().enumerate() {
            if let Some(idx) = merged.observation[i] {
                run.observe(gain, layout, &rest, idx);
            } else if let Some((k, weight)) = self.role[i] {
                run.accumulate(k, weight, &kalman, i);
            }
            run.move_on(gain.phi);
        }
        let triangle = filter.triangle_along(layout, merged, &kalman);
        run.finish(&self.direct, &triangle, &fit.beta)
    }
}

/// The moving parts: for every data column its two states and its accumulators.
struct Run {
    drift: Vec<f64>,
    ar: Vec<f64>,
    miss: Vec<f64>,
    /// `sums[k][column]`.
    sums: Vec<Vec<f64>>,
    /// Covariance of each accumulator with the two states.
    cross: Vec<(f64, f64)>,
    /// Covariance of each accumulator with the signal, at the observation at hand.
    pulls: Vec<f64>,
    covariance: Vec<Vec<f64>>,
}

impl Run {
    fn new(n_functionals: usize, n_columns: usize) -> Self {
        Self {
            drift: vec![0.0; n_columns],
            ar: vec![0.0; n_columns],
            miss: vec![0.0; n_columns],
            sums: vec![vec![0.0; n_columns]; n_functionals],
            cross: vec![(0.0, 0.0); n_functionals],
            pulls: vec![0.0; n_functionals],
            covariance: vec![vec![0.0; n_functionals]; n_functionals],
        }
    }

    fn observe(&mut self, gain: &super::kalman::Gain, layout: &Layout, rest: &[f64], idx: usize) {
        let last = self.miss.len() - 1;
        for c in 0..=last {
            let value = if c == last {
                rest[idx]
            } else {
                layout.columns()[c][idx]
            };
            self.miss[c] = value - self.drift[c] - self.ar[c];
            self.drift[c] += gain.drift * self.miss[c];
            self.ar[c] += gain.ar * self.miss[c];
        }
        let precision = gain.inverse_sd * gain.inverse_sd;
        for (pull, cross) in self.pulls.iter_mut().zip(&self.cross) {
            *pull = cross.0 + cross.1;
        }
        for (k, pull) in self.pulls.iter().enumerate() {
            if *pull == 0.0 {
                continue;
            }
            for (sum, miss) in self.sums[k].iter_mut().zip(&self.miss) {
                *sum += pull * precision * miss;
            }
            for (l, other) in self.pulls.iter().enumerate() {
                self.covariance[k][l] -= pull * other * precision;
            }
            self.cross[k].0 -= pull * gain.drift;
            self.cross[k].1 -= pull * gain.ar;
        }
    }

    fn accumulate(&mut self, k: usize, weight: f64, kalman: &Kalman, node: usize) {
        let spread = kalman.spreads[node];
        for c in 0..self.miss.len() {
            self.sums[k][c] += weight * (self.drift[c] + self.ar[c]);
        }
        for l in 0..self.cross.len() {
            let with = weight * (self.cross[l].0 + self.cross[l].1);
            self.covariance[k][l] += with;
            self.covariance[l][k] += with;
        }
        self.covariance[k][k] += weight * weight * spread.of_signal();
        let (m1, m2) = spread.with_signal();
        self.cross[k].0 += weight * m1;
        self.cross[k].1 += weight * m2;
    }

    fn move_on(&mut self, phi: f64) {
        for ar in &mut self.ar {
            *ar *= phi;
        }
        for cross in &mut self.cross {
            cross.1 *= phi;
        }
    }

    fn finish(mut self, direct: &[Vec<f64>], triangle: &Triangle, beta: &[f64]) -> JointEstimate {
        let p = beta.len();
        let mut values = Vec::new();
        let mut open = Vec::new();
        for (sums, weights) in self.sums.iter().zip(direct) {
            values.push(sums[p] + dot(weights, beta));
            let gap: Vec<f64> = weights.iter().zip(sums).map(|(w, sum)| w - sum).collect();
            open.push(triangle.solve_transposed(&gap));
        }
        for (k, left) in open.iter().enumerate() {
            for (l, right) in open.iter().enumerate() {
                self.covariance[k][l] += dot(left, right);
            }
            self.covariance[k][k] = self.covariance[k][k].max(0.0);
        }
        JointEstimate {
            values,
            covariance: self.covariance,
        }
    }
}

/// Estimates functionals at one parameter point; multiply the covariance by the scale.
///
/// # Errors
/// `NotEstimable`, `NotFinite`, `OutOfRange`, and as [`Filter::fit`].
pub fn functionals_at(
    layout: &Layout,
    filter: &Filter,
    functionals: &[Functional],
    values: &[f64],
) -> Result<JointEstimate, StatsError> {
    let fit = filter.fit(values)?;
    Ok(FunctionalPlan::new(layout, functionals)?.evaluate(layout, filter, values, &fit))
}

fn kept_weights(layout: &Layout, coefficients: &[f64]) -> Result<Vec<f64>, StatsError> {
    check_finite("weight", coefficients)?;
    let mut weights = vec![0.0; layout.n_effects()];
    for (idx, weight) in coefficients.iter().enumerate() {
        if *weight == 0.0 {
            continue;
        }
        match layout
            .origin()
            .iter()
            .position(|origin| *origin == Some(idx))
        {
            Some(kept) => weights[kept] = *weight,
            None => return Err(StatsError::NotEstimable { idx }),
        }
    }
    Ok(weights)
}

fn residual(layout: &Layout, values: &[f64], beta: &[f64]) -> Vec<f64> {
    let mut rest = values.to_vec();
    for (column, coefficient) in layout.columns().iter().zip(beta) {
        for (value, x) in rest.iter_mut().zip(column) {
            *value -= coefficient * x;
        }
    }
    rest
}
