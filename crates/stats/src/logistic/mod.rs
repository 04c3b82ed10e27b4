//! Yes or no by day: logistic regression that stays finite, tests on days that resemble each other,
//! and a test by permuting weeks. Refuses outcomes that are all yes or all no.

mod dependent;
mod permute;

use crate::error::{StatsError, check_finite, check_length};

pub use dependent::{Dependent, LogOdds};
pub use permute::{BlockTest, block_permutation};

const STEPS_MAX: usize = 100;
const STEP_MAX: f64 = 5.0;
const TOLERANCE: f64 = 1e-10;

/// A logistic regression with Firth's penalty.
#[derive(Debug, Clone, PartialEq)]
pub struct Firth {
    /// Coefficients (log odds a unit), the intercept first.
    pub coefficients: Vec<f64>,
    /// Covariance of the coefficients by the penalized information, row by row.
    pub covariance: Vec<Vec<f64>>,
    /// Probability of yes at each observation, 0-1.
    pub fitted: Vec<f64>,
    /// Logarithm of the likelihood plus half that of the determinant of the information.
    pub penalized_log_likelihood: f64,
}

/// Fits a logistic regression with Firth's penalty, which removes the first-order bias and gives
/// finite estimates where a column separates yes from no.
///
/// `columns`: without the intercept, one value an observation each.
/// Firth 1993, doi:10.1093/biomet/80.1.27; Heinze & Schemper 2002, doi:10.1002/sim.1047.
///
/// # Errors
/// `LengthMismatch`, `NotFinite`; `TooFew` unless there are more observations than coefficients;
/// `NoSpread` when all outcomes are the same; `NotEstimable` when columns repeat each other.
pub fn firth(outcomes: &[bool], columns: &[Vec<f64>]) -> Result<Firth, StatsError> {
    let n = outcomes.len();
    for column in columns {
        check_length("column", column.len(), n)?;
        check_finite("column", column)?;
    }
    let design = Design::new(n, columns);
    let fit = fit(outcomes, &design, vec![0.0; design.width])?;
    Ok(Firth {
        coefficients: fit.beta,
        covariance: fit.state.covariance,
        fitted: fit.state.fitted,
        penalized_log_likelihood: fit.state.log_likelihood,
    })
}

/// Columns beside an intercept, observation by observation.
struct Design {
    width: usize,
    rows: Vec<f64>,
}

impl Design {
    fn new<'a>(n: usize, columns: impl IntoIterator<Item = &'a Vec<f64>>) -> Self {
        let columns: Vec<&Vec<f64>> = columns.into_iter().collect();
        let width = columns.len() + 1;
        let mut rows = Vec::with_capacity(n * width);
        for idx in 0..n {
            rows.push(1.0);
            rows.extend(columns.iter().map(|column| column[idx]));
        }
        Self { width, rows }
    }

    fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.rows.chunks_exact(self.width)
    }
}

struct Reached {
    beta: Vec<f64>,
    state: State,
}

/// Newton's steps from `start`, halved until the penalized likelihood does not fall.
fn fit(outcomes: &[bool], design: &Design, start: Vec<f64>) -> Result<Reached, StatsError> {
    let (n, p) = (outcomes.len(), design.width);
    if n <= p {
        return Err(StatsError::TooFew {
            have: n,
            need: p + 1,
        });
    }
    if outcomes.iter().all(|yes| *yes) || outcomes.iter().all(|yes| !*yes) {
        return Err(StatsError::NoSpread);
    }
    let mut beta = start;
    let mut state = State::at(&beta, outcomes, design)?;
    for _ in 0..STEPS_MAX {
        let mut step: Vec<f64> = (state.covariance.iter())
            .map(|row| row.iter().zip(&state.score).map(|(a, b)| a * b).sum())
            .collect();
        let largest = step.iter().fold(0.0_f64, |size, s| size.max(s.abs()));
        if largest < TOLERANCE {
            break;
        }
        if largest > STEP_MAX {
            step.iter_mut().for_each(|s| *s *= STEP_MAX / largest);
        }
        for _ in 0..30 {
            let next: Vec<f64> = beta.iter().zip(&step).map(|(b, s)| b + s).collect();
            if let Ok(reached) = State::at(&next, outcomes, design)
                && reached.log_likelihood >= state.log_likelihood - 1e-12
            {
                (beta, state) = (next, reached);
                break;
            }
            step.iter_mut().for_each(|s| *s *= 0.5);
        }
    }
    Ok(Reached { beta, state })
}

/// Everything at one value of the coefficients.
struct State {
    fitted: Vec<f64>,
    covariance: Vec<Vec<f64>>,
    score: Vec<f64>,
    log_likelihood: f64,
}

impl State {
    fn at(beta: &[f64], outcomes: &[bool], design: &Design) -> Result<Self, StatsError> {
        let p = design.width;
        let mut information = vec![vec![0.0; p]; p];
        let mut fitted = Vec::with_capacity(outcomes.len());
        let mut log_likelihood = 0.0;
        for (row, yes) in design.rows().zip(outcomes) {
            let pi = chance(row.iter().zip(beta).map(|(x, b)| x * b).sum());
            let of_outcome = if *yes { pi } else { 1.0 - pi };
            log_likelihood += libm::log(of_outcome.max(f64::MIN_POSITIVE));
            let weight = pi * (1.0 - pi);
            for (a, out) in information.iter_mut().enumerate() {
                let weighted = weight * row[a];
                for (cell, x) in out.iter_mut().zip(&row[..=a]) {
                    *cell += weighted * x;
                }
            }
            fitted.push(pi);
        }
        let (covariance, log_det) = inverse(&information)?;
        let mut score = vec![0.0; p];
        for ((row, yes), pi) in design.rows().zip(outcomes).zip(&fitted) {
            let mut leverage = 0.0;
            for (a, out) in covariance.iter().enumerate() {
                leverage += row[a] * out.iter().zip(row).map(|(c, x)| c * x).sum::<f64>();
            }
            leverage *= pi * (1.0 - pi);
            let rest = f64::from(u8::from(*yes)) - pi + leverage * (0.5 - pi);
            for (sum, x) in score.iter_mut().zip(row) {
                *sum += rest * x;
            }
        }
        Ok(Self {
            fitted,
            covariance,
            score,
            log_likelihood: log_likelihood + 0.5 * log_det,
        })
    }
}

/// Probability at log odds.
fn chance(log_odds: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-log_odds.clamp(-500.0, 500.0)))
}

/// Inverse and log-determinant of a symmetric positive matrix, whose lower half is given, by its
/// Cholesky factor.
fn inverse(matrix: &[Vec<f64>]) -> Result<(Vec<Vec<f64>>, f64), StatsError> {
    let p = matrix.len();
    let mut factor = vec![vec![0.0; p]; p];
    let mut log_det = 0.0;
    for a in 0..p {
        for b in 0..=a {
            let sum: f64 = (0..b).map(|k| factor[a][k] * factor[b][k]).sum();
            let rest = matrix[a][b] - sum;
            if a == b {
                if rest <= 1e-10 * matrix[a][a].max(f64::MIN_POSITIVE) {
                    return Err(StatsError::NotEstimable {
                        idx: a.saturating_sub(1),
                    });
                }
                factor[a][a] = rest.sqrt();
                log_det += libm::log(rest);
            } else {
                factor[a][b] = rest / factor[b][b];
            }
        }
    }
    let columns: Vec<Vec<f64>> = (0..p).map(|k| solve(&factor, k)).collect();
    Ok((columns, log_det))
}

/// Column `k` of the inverse, by the Cholesky factor.
fn solve(factor: &[Vec<f64>], k: usize) -> Vec<f64> {
    let p = factor.len();
    let mut out = vec![0.0; p];
    out[k] = 1.0;
    for a in 0..p {
        let sum: f64 = (0..a).map(|b| factor[a][b] * out[b]).sum();
        out[a] = (out[a] - sum) / factor[a][a];
    }
    for a in (0..p).rev() {
        let sum: f64 = (a + 1..p).map(|b| factor[b][a] * out[b]).sum();
        out[a] = (out[a] - sum) / factor[a][a];
    }
    out
}
