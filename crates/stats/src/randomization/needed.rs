//! How large an effect has to be until a randomization test finds it, assignment by assignment. Refuses
//! to fit anything anew: the dependence is that of the values as they are.

use super::{EXACT_MAX, Experiment, Others, Scores};
use crate::error::{StatsError, check_range};
use crate::random::draw_stream;
use crate::state_space::count;

/// Assignments that are tried.
const N_TRIED: usize = 200;
/// Assignments that each of them is compared with, at most.
const N_COMPARED: usize = 4_000;

/// One assignment that might be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Needed {
    /// The assignment; `true`: with.
    pub assigned: Vec<bool>,
    /// How far below zero an effect has to lie to be found with it, in the unit of the values, 0 or
    /// more; infinite where none is.
    pub effect: f64,
}

impl Experiment<'_> {
    /// For assignments that might be drawn, the effect below zero that the test would find at `alpha`
    /// if it came on top of these values.
    ///
    /// Both parts of the statistic are sums over periods, and an effect moves its numerator in a
    /// straight line. So the effect from which one assignment lies further out than another is one
    /// division, and the one from which it lies further out than all but a share of them is an order
    /// statistic. The dependence is not estimated again with the effect in it.
    ///
    /// `values`: without an effect. `alpha`: 1e-6 to 0.5, both directions by their tails.
    ///
    /// # Errors
    /// `LengthMismatch`, `OutOfRange`; errors of [`crate::state_space::Posterior::new`].
    pub fn needed(&self, values: &[f64], alpha: f64, seed: u64) -> Result<Vec<Needed>, StatsError> {
        check_range("alpha", alpha, 1e-6, 0.5)?;
        crate::error::check_length("values", values.len(), self.layout.n_observations())?;
        let scores = self.scores(values)?;
        let others = self.few_others(seed)?;
        let compared: Vec<Side> = (others.assigned.iter())
            .filter_map(|assigned| scores.side(assigned))
            .collect();
        // What tells nothing apart counts against every assignment.
        let untold = others.assigned.len() - compared.len() + usize::from(!others.is_all);
        let n = count(others.assigned.len() + usize::from(!others.is_all));
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a count of assignments"
        )]
        let allowed = (alpha * self.tails.below * n + 1e-9).floor() as usize;
        let mut rng = draw_stream(seed, 2);
        Ok((0..N_TRIED)
            .map(|_| {
                let assigned = self.design.draw(&mut rng);
                let effect = match (scores.side(&assigned), allowed.checked_sub(untold)) {
                    (Some(side), Some(rank)) => scores.needed(&side, &compared, rank),
                    _ => f64::INFINITY,
                };
                Needed { assigned, effect }
            })
            .collect())
    }

    fn few_others(&self, seed: u64) -> Result<Others, StatsError> {
        let n = self.design.n_assignments();
        if n <= EXACT_MAX.min(N_COMPARED as u128) {
            return self.others(seed);
        }
        let mut rng = draw_stream(seed, 3);
        let assigned = (0..N_COMPARED).map(|_| self.design.draw(&mut rng));
        Ok(Others {
            assigned: assigned.collect(),
            is_all: false,
        })
    }
}

/// An assignment with the parts of its statistic.
struct Side {
    with: Vec<usize>,
    statistic: f64,
    /// Root of its information.
    root: f64,
}

impl Scores {
    fn side(&self, assigned: &[bool]) -> Option<Side> {
        let statistic = self.statistic(assigned)?;
        let (_, information) = self.of(assigned);
        Some(Side {
            with: (0..assigned.len()).filter(|at| assigned[*at]).collect(),
            statistic,
            root: information.sqrt(),
        })
    }

    /// The effect from which at most `rank` of the compared lie as far below as this assignment.
    fn needed(&self, own: &Side, compared: &[Side], rank: usize) -> f64 {
        let n = self.along.len();
        // Information of each period along the whole exposure of this assignment.
        let along_own: Vec<f64> = (0..n)
            .map(|row| {
                own.with
                    .iter()
                    .map(|at| self.information[row * n + at])
                    .sum()
            })
            .collect();
        let mut from: Vec<f64> = (compared.iter())
            .map(|other| {
                let shared: f64 = other.with.iter().map(|at| along_own[*at]).sum();
                let gained = own.root - shared / other.root;
                let behind = own.statistic - other.statistic;
                if gained > 1e-9 * own.root {
                    behind / gained
                } else {
                    f64::INFINITY
                }
            })
            .collect();
        if rank >= from.len() {
            return 0.0;
        }
        let (_, found, _) = from.select_nth_unstable_by(rank, |a, b| b.total_cmp(a));
        found.max(0.0)
    }
}
