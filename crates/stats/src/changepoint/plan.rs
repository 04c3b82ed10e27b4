//! Everything about a step at every possible time that does not depend on the values, at one
//! parameter point. Refuses nothing: the detector has checked its input.
//!
//! de Jong & Penzer 1998, JASA 93:796-806: one backward recursion gives the
//! score of a shock at every time, here for a lasting step, corrected for estimated fixed effects.

use crate::state_space::{Filter, count, dot};

/// A step is separable from the fixed effects if it keeps this share of its information.
const SEPARABLE_SHARE: f64 = 1e-6;

#[derive(Debug, Clone, Copy)]
struct Gain {
    phi: f64,
    ar: f64,
    inverse_sd: f64,
}

/// One parameter point made ready.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub filter: Filter,
    gains: Vec<Gain>,
    n_effects: usize,
    /// Whitened fixed effects, observation by observation.
    basis: Vec<f64>,
    /// Score of a step from each observation on, for each basis vector, observation by observation.
    basis_scores: Vec<f64>,
    /// Information about a step that starts at each observation; 0 where none is tried.
    pub information: Vec<f64>,
    /// One over the same; 0 where none is tried.
    weight: Vec<f64>,
    /// The part of the restricted log-likelihood that does not depend on the values.
    pub constant: f64,
}

/// Room to work in for one block of data vectors.
pub(super) struct Work<const LANES: usize> {
    errors: Vec<[f64; LANES]>,
    along: Vec<[f64; LANES]>,
}

impl<const LANES: usize> Work<LANES> {
    pub fn new(n: usize, n_effects: usize) -> Self {
        Self {
            errors: vec![[0.0; LANES]; n],
            along: vec![[0.0; LANES]; n_effects],
        }
    }
}

impl Plan {
    /// `is_tried` says at which observations a step may start.
    pub fn new(filter: Filter, is_tried: &[bool]) -> Self {
        let n = filter.n_observations();
        let p = filter.n_effects();
        let gains: Vec<Gain> = filter
            .gains()
            .iter()
            .map(|gain| Gain {
                phi: gain.phi,
                ar: gain.ar,
                inverse_sd: gain.inverse_sd,
            })
            .collect();
        let mut basis = vec![0.0; n * p];
        for (k, direction) in filter.basis().iter().enumerate() {
            for (i, value) in direction.iter().enumerate() {
                basis[i * p + k] = *value;
            }
        }
        let constant = -0.5 * (filter.log_det_covariance() + filter.log_det_information());
        let mut plan = Self {
            filter,
            gains,
            n_effects: p,
            basis,
            basis_scores: vec![0.0; n * p],
            information: vec![0.0; n],
            weight: vec![0.0; n],
            constant,
        };
        plan.score_basis();
        plan.inform(is_tried);
        plan
    }

    fn score_basis(&mut self) {
        let p = self.n_effects;
        let (mut state, mut score) = (vec![0.0; p], vec![0.0; p]);
        for (i, gain) in self.gains.iter().enumerate().rev() {
            for k in 0..p {
                let carried = gain.phi * state[k];
                let pull = self.basis[i * p + k] * gain.inverse_sd - gain.ar * carried;
                state[k] = carried + pull;
                score[k] += pull;
                self.basis_scores[i * p + k] = score[k];
            }
        }
    }

    fn inform(&mut self, is_tried: &[bool]) {
        let p = self.n_effects;
        let (mut v_state, mut v_both, mut v_score) = (0.0, 0.0, 0.0);
        for (i, gain) in self.gains.iter().enumerate().rev() {
            let keep = (1.0 - gain.ar) * gain.phi;
            let pull = -gain.ar * gain.phi;
            let fresh = gain.inverse_sd * gain.inverse_sd;
            v_score += 2.0 * pull * v_both + pull * pull * v_state + fresh;
            v_both = keep * v_both + keep * pull * v_state + fresh;
            v_state = keep * keep * v_state + fresh;
            let taken = &self.basis_scores[i * p..(i + 1) * p];
            let left = v_score - dot(taken, taken);
            if is_tried[i] && left > SEPARABLE_SHARE * v_score {
                self.information[i] = left;
                self.weight[i] = 1.0 / left;
            }
        }
    }

    /// For each data vector of a block: residual sum of squares without a step, and the most that
    /// a step takes off it.
    pub fn scan<const LANES: usize>(
        &self,
        values: &[[f64; LANES]],
        work: &mut Work<LANES>,
    ) -> ([f64; LANES], [f64; LANES]) {
        let rss = self.forward(values, work);
        let mut best = [0.0_f64; LANES];
        self.backward(work, |_, gains| {
            for lane in 0..LANES {
                best[lane] = best[lane].max(gains[lane]);
            }
        });
        (rss, best)
    }

    /// For one data vector: residual sum of squares, and the score of a step at each observation.
    pub fn scores(&self, values: &[[f64; 1]], work: &mut Work<1>) -> (f64, Vec<f64>) {
        let rss = self.forward(values, work);
        let mut scores = vec![0.0; values.len()];
        self.backward_scores(work, |i, score| scores[i] = score[0]);
        (rss[0], scores)
    }

    /// Whitens and regresses on the fixed effects.
    fn forward<const LANES: usize>(
        &self,
        values: &[[f64; LANES]],
        work: &mut Work<LANES>,
    ) -> [f64; LANES] {
        let p = self.n_effects;
        let mut state = [0.0; LANES];
        let mut total = [0.0; LANES];
        for (i, (gain, value)) in self.gains.iter().zip(values).enumerate() {
            let mut error = [0.0; LANES];
            for lane in 0..LANES {
                let miss = value[lane] - state[lane];
                error[lane] = miss * gain.inverse_sd;
                state[lane] = gain.phi * (state[lane] + gain.ar * miss);
                total[lane] += error[lane] * error[lane];
            }
            work.errors[i] = error;
        }
        // Two fixed effects at a time: their sums stay in registers.
        for k in (0..p).step_by(2) {
            if k + 1 < p {
                self.project::<LANES, 2>(k, work);
            } else {
                self.project::<LANES, 1>(k, work);
            }
        }
        for along in &work.along {
            for lane in 0..LANES {
                total[lane] -= along[lane] * along[lane];
            }
        }
        total
    }

    /// Sums of the errors along basis vectors `first..first + K`.
    fn project<const LANES: usize, const K: usize>(&self, first: usize, work: &mut Work<LANES>) {
        let mut sums = [[0.0; LANES]; K];
        let rows = self.basis.chunks_exact(self.n_effects);
        for (row, error) in rows.zip(&work.errors) {
            for (sum, weight) in sums.iter_mut().zip(&row[first..first + K]) {
                for lane in 0..LANES {
                    sum[lane] += weight * error[lane];
                }
            }
        }
        work.along[first..first + K].copy_from_slice(&sums);
    }

    /// Calls `with` with the drop in the residual sum of squares at each observation, last first.
    fn backward<const LANES: usize>(
        &self,
        work: &Work<LANES>,
        mut with: impl FnMut(usize, [f64; LANES]),
    ) {
        self.backward_scores(work, |i, score| {
            let weight = self.weight[i];
            let mut drop = [0.0; LANES];
            for lane in 0..LANES {
                drop[lane] = score[lane] * score[lane] * weight;
            }
            with(i, drop);
        });
    }

    #[inline]
    fn backward_scores<const LANES: usize>(
        &self,
        work: &Work<LANES>,
        mut with: impl FnMut(usize, [f64; LANES]),
    ) {
        let p = self.n_effects;
        let mut state = [0.0; LANES];
        let mut sum = [0.0; LANES];
        for (i, gain) in self.gains.iter().enumerate().rev() {
            for lane in 0..LANES {
                let carried = gain.phi * state[lane];
                let pull = work.errors[i][lane] * gain.inverse_sd - gain.ar * carried;
                state[lane] = carried + pull;
                sum[lane] += pull;
            }
            if self.weight[i] == 0.0 {
                continue;
            }
            let mut score = sum;
            let taken = &self.basis_scores[i * p..(i + 1) * p];
            for (along, weight) in work.along.iter().zip(taken) {
                for lane in 0..LANES {
                    score[lane] -= weight * along[lane];
                }
            }
            with(i, score);
        }
    }

    /// Restricted log-likelihood without the step's own term, at a residual sum of squares.
    pub fn log_likelihood(&self, rss: f64) -> f64 {
        let df = count(self.gains.len() - self.n_effects);
        self.constant - 0.5 * df * libm::log(rss.max(f64::MIN_POSITIVE))
    }
}
