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
    let orders: Vec<Vec<usize>> = (0..n_draws as u64)
        .map(|draw| order(n_blocks, &mut draw_stream(seed, draw)))
        .collect();
    let in_place: Vec<usize> = (0..n_blocks).collect();
    // Every column by itself, so that one set of tables is held at a time and thread.
    let found: Vec<(f64, Vec<f64>)> = (columns.par_iter())
        .map(|column| {
            let tables = Tables::new(&null, column, &kept, block_days);
            let sizes = orders.iter().map(|order| tables.score(order).abs());
            (tables.score(&in_place), sizes.collect())
        })
        .collect();
    let largest: Vec<f64> = (0..n_draws)
        .map(|draw| {
            let sizes = found.iter().map(|(_, sizes)| sizes[draw]);
            sizes.fold(0.0_f64, f64::max)
        })
        .collect();
    let share = |own: f64, sizes: &[f64]| {
        let hits = sizes.iter().filter(|size| **size >= own.abs()).count();
        count(hits + 1) / count(n_draws + 1)
    };
    Ok(BlockTest {
        scores: found.iter().map(|(own, _)| *own).collect(),
        p_values: found
            .iter()
            .map(|(own, own_sizes)| share(*own, own_sizes))
            .collect(),
        p_adjusted: found.iter().map(|(own, _)| share(*own, &largest)).collect(),
    })
}

/// For every place the block that comes to it.
fn order(n_blocks: usize, rng: &mut impl Rng) -> Vec<usize> {
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
    blocks
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
}

/// What a block of a column adds in every place to the sums of which its score statistic is made:
/// a permutation is then a sum over blocks instead of a regression over days.
struct Tables {
    n_blocks: usize,
    /// Sums with the residual, of squares, and with each direction of what is held still.
    width: usize,
    /// By place, then by block, then by sum.
    cells: Vec<f64>,
    /// Of the unfinished block at the end, which stays.
    rest: Vec<f64>,
    /// Residual along each direction.
    along: Vec<f64>,
}

impl Tables {
    fn new(null: &Null, column: &[f64], kept: &[usize], block_days: usize) -> Self {
        let n_blocks = column.len() / block_days;
        let width = 2 + null.basis.len();
        let mut tables = Self {
            n_blocks,
            width,
            cells: vec![0.0; n_blocks * n_blocks * width],
            rest: vec![0.0; width],
            along: (null.basis.iter())
                .map(|direction| dot(direction, &null.residual))
                .collect(),
        };
        for (idx, day) in kept.iter().enumerate() {
            let (place, within) = (day / block_days, day % block_days);
            if place >= n_blocks {
                add(&mut tables.rest, null, idx, column[*day]);
                continue;
            }
            let of_place = place * n_blocks * width..(place + 1) * n_blocks * width;
            let cells = tables.cells[of_place].chunks_exact_mut(width);
            for (block, sums) in cells.enumerate() {
                add(sums, null, idx, column[block * block_days + within]);
            }
        }
        tables
    }

    fn score(&self, order: &[usize]) -> f64 {
        let mut sums = self.rest.clone();
        for (place, block) in order.iter().enumerate() {
            let at = (place * self.n_blocks + block) * self.width;
            for (sum, part) in sums.iter_mut().zip(&self.cells[at..at + self.width]) {
                *sum += part;
            }
        }
        let (mut with_residual, mut square) = (sums[0], sums[1]);
        let whole = square;
        for (direction, along) in sums[2..].iter().zip(&self.along) {
            with_residual -= direction * along;
            square -= direction * direction;
        }
        // Held by what is held still, up to rounding.
        if square <= 1e-12 * whole || square <= 1e-18 {
            return 0.0;
        }
        with_residual / square.sqrt()
    }
}

/// Adds one observation with a value of the column to its sums.
fn add(sums: &mut [f64], null: &Null, idx: usize, value: f64) {
    let weighted = value * null.root[idx];
    sums[0] += weighted * null.residual[idx];
    sums[1] += weighted * weighted;
    for (sum, direction) in sums[2..].iter_mut().zip(&null.basis) {
        *sum += weighted * direction[idx];
    }
}
