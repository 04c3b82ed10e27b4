//! Score tests of many columns against permuted blocks of days. Refuses to break days apart that
//! belong together: a block keeps its days, its gaps and all its columns.

use rand::Rng;
use rayon::prelude::*;

use super::firth;
use crate::error::{StatsError, check_finite, check_length, check_range};
use crate::random::{draw_stream, uniform};
use crate::state_space::{count, dot};

/// What came of the test.
#[derive(Debug, Clone, PartialEq)]
pub struct BlockTest {
    /// Score statistic of each column, about standard normal without dependence; above zero goes
    /// with more yes.
    pub scores: Vec<f64>,
    /// Share of permutations (the observed order counted in) whose own statistic is as large.
    pub p_values: Vec<f64>,
    /// Share of permutations whose largest statistic over all columns is as large.
    pub p_adjusted: Vec<f64>,
}

/// Tests every column beside the `held` ones, one at a time: the blocks of the columns change
/// places together, the outcomes and what is held still stay.
///
/// `outcomes`: one a day, consecutive days; `None`: nothing was written. `columns` and `held`: one
/// value a day each. `block_days`: 7 keeps weekdays in their places; an unfinished block at the
/// end stays where it is.
///
/// # Errors
/// `LengthMismatch`, `NotFinite`, `OutOfRange`; `TooFew` with fewer than four whole blocks; those of
/// [`firth`].
pub fn block_permutation(
    outcomes: &[Option<bool>],
    held: &[Vec<f64>],
    columns: &[Vec<f64>],
    (block_days, n_draws, seed): (usize, usize, u64),
) -> Result<BlockTest, StatsError> {
    let n = outcomes.len();
    check_range("days of a block", count(block_days), 1.0, 365.0)?;
    for column in held.iter().chain(columns) {
        check_length("column", column.len(), n)?;
        check_finite("column", column)?;
    }
    let n_blocks = n / block_days;
    if n_blocks < 4 {
        return Err(StatsError::TooFew {
            have: n_blocks,
            need: 4,
        });
    }
    let kept: Vec<usize> = (0..n).filter(|day| outcomes[*day].is_some()).collect();
    let yes: Vec<bool> = outcomes.iter().flatten().copied().collect();
    let held_kept: Vec<Vec<f64>> = (held.iter())
        .map(|column| kept.iter().map(|day| column[*day]).collect())
        .collect();
    let fit = firth(&yes, &held_kept)?;
    let null = Null::new(&yes, &fit.fitted, &held_kept)?;
    let in_place: Vec<usize> = (0..n).collect();
    let scores = null.scores(columns, &kept, &in_place);
    let reached = |draw: u64| -> Vec<(bool, bool)> {
        let mut rng = draw_stream(seed, draw);
        let order = order(n, block_days, &mut rng);
        let drawn = null.scores(columns, &kept, &order);
        let largest = drawn.iter().fold(0.0_f64, |size, s| size.max(s.abs()));
        let both = drawn.iter().zip(&scores);
        both.map(|(drawn, own)| (drawn.abs() >= own.abs(), largest >= own.abs()))
            .collect()
    };
    let draws: Vec<Vec<(bool, bool)>> = (0..n_draws as u64).into_par_iter().map(reached).collect();
    let share = |column: usize, of: fn(&(bool, bool)) -> bool| {
        let hits = draws.iter().filter(|draw| of(&draw[column])).count();
        count(hits + 1) / count(n_draws + 1)
    };
    let all = 0..columns.len();
    Ok(BlockTest {
        p_values: all.clone().map(|k| share(k, |draw| draw.0)).collect(),
        p_adjusted: all.map(|k| share(k, |draw| draw.1)).collect(),
        scores,
    })
}

/// For every day the day whose columns it gets.
fn order(n: usize, block_days: usize, rng: &mut impl Rng) -> Vec<usize> {
    let n_blocks = n / block_days;
    let mut blocks: Vec<usize> = (0..n_blocks).collect();
    for last in (1..n_blocks).rev() {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of a length"
        )]
        let other = (uniform(rng) * count(last + 1)) as usize;
        blocks.swap(last, other.min(last));
    }
    let mut order: Vec<usize> = (blocks.iter())
        .flat_map(|block| block * block_days..(block + 1) * block_days)
        .collect();
    order.extend(n_blocks * block_days..n);
    order
}

/// The regression without any column, ready for score tests.
struct Null {
    /// Outcome less its probability, over the root of its variance.
    residual: Vec<f64>,
    /// Root of the variance of each outcome.
    root: Vec<f64>,
    /// Held columns times the root, made orthonormal.
    basis: Vec<Vec<f64>>,
}

impl Null {
    fn new(yes: &[bool], fitted: &[f64], held: &[Vec<f64>]) -> Result<Self, StatsError> {
        let root: Vec<f64> = (fitted.iter())
            .map(|pi| (pi * (1.0 - pi)).max(1e-12).sqrt())
            .collect();
        let each = yes.iter().zip(fitted).zip(&root);
        let residual = each
            .map(|((yes, pi), root)| (f64::from(u8::from(*yes)) - pi) / root)
            .collect();
        let mut null = Self {
            residual,
            basis: Vec::new(),
            root,
        };
        let ones = vec![1.0; yes.len()];
        for column in std::iter::once(&ones).chain(held) {
            let direction = null.beside(column);
            let length = dot(&direction, &direction).sqrt();
            if length < 1e-9 {
                let idx = null.basis.len();
                return Err(StatsError::NotEstimable { idx });
            }
            null.basis
                .push(direction.iter().map(|value| value / length).collect());
        }
        Ok(null)
    }

    /// A column times the root, with what is held still taken out.
    fn beside(&self, column: &[f64]) -> Vec<f64> {
        let mut rest: Vec<f64> = column.iter().zip(&self.root).map(|(x, r)| x * r).collect();
        for direction in &self.basis {
            let along = dot(direction, &rest);
            for (value, part) in rest.iter_mut().zip(direction) {
                *value -= along * part;
            }
        }
        rest
    }

    fn scores(&self, columns: &[Vec<f64>], kept: &[usize], order: &[usize]) -> Vec<f64> {
        let score = |column: &Vec<f64>| {
            let moved: Vec<f64> = kept.iter().map(|day| column[order[*day]]).collect();
            let rest = self.beside(&moved);
            let length = dot(&rest, &rest).sqrt();
            if length < 1e-9 {
                return 0.0;
            }
            dot(&rest, &self.residual) / length
        };
        columns.iter().map(score).collect()
    }
}
