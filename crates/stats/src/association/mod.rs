//! What each of many columns adds to a series whose neighbors resemble each other, one at a time.
//! Refuses columns that the fixed effects already hold: they have no coefficient.

mod max_t;

pub use max_t::{MaxT, bootstrap_max_t, freedman_lane_max_t};

use crate::error::{StatsError, check_finite, check_length, check_range};
use crate::state_space::{Component, Estimate, Mixture, Part, Posterior, dot};

/// Share of a whitened column's length that has to be left beside the fixed effects.
const LEFT_MIN: f64 = 1e-10;

/// Estimates the coefficient that each column would have if it alone were added to the fixed
/// effects, in units of the values per unit of the column; `None` for a column that they hold.
///
/// Generalized least squares at every point of the dependence that keeps weight; p-values and
/// intervals are those of the mixture of t distributions with n - p - 1 degrees of freedom. The
/// weights are those without any of the columns: the hypothesis under test.
///
/// `columns`: one value an observation each. `level`: of the intervals, 0.5-0.9999.
///
/// # Errors
/// `LengthMismatch`, `NotFinite`, `OutOfRange`; `TooFew` when no degree of freedom is left.
pub fn associations(
    posterior: &Posterior,
    columns: &[Vec<f64>],
    level: f64,
) -> Result<Vec<Option<Estimate>>, StatsError> {
    check_range("level", level, 0.5, 0.9999)?;
    let df = check_columns(posterior, columns)?;
    let mut parts: Vec<Option<Vec<Part>>> = vec![Some(Vec::new()); columns.len()];
    for component in posterior.components() {
        let residual = component.residual(posterior.values());
        let rss = dot(&residual, &residual);
        for (list, column) in parts.iter_mut().zip(columns) {
            let Some(white) = component.beside(column) else {
                *list = None;
                continue;
            };
            if let Some(list) = list {
                list.push(part(&white, &residual, (rss, df), component.weight()));
            }
        }
    }
    let unit = posterior.unit();
    let scaled = |list: Vec<Part>| {
        let scale = |part: Part| Part {
            center: part.center * unit,
            spread: part.spread * unit,
            ..part
        };
        Mixture::new(list.into_iter().map(scale).collect(), df).estimate(level)
    };
    Ok(parts.into_iter().map(|list| list.map(scaled)).collect())
}

/// Estimates the one coefficient that stands for whichever of several shapes is the true one.
///
/// The dependence keeps the weights that it has without the column: with them, a slow movement is
/// not explained away by the column, and the interval holds where the weights with the column
/// held 87% (see `finding/medication_change/method.md`). At each point of the dependence the shapes
/// share the weight by how well they explain the values. The shapes are columns of the same
/// unit, equally likely beforehand. For the interval, not for a test.
///
/// # Errors
/// As [`associations`], and `NotEstimable` when the fixed effects hold every shape.
pub fn blended(
    posterior: &Posterior,
    shapes: &[Vec<f64>],
    level: f64,
) -> Result<Blended, StatsError> {
    check_range("level", level, 0.5, 0.9999)?;
    let df = check_columns(posterior, shapes)?;
    let mut shares = vec![0.0; shapes.len()];
    let mut list = Vec::new();
    for component in posterior.components() {
        let found = shapes_at(component, posterior, shapes, df);
        let top = found.iter().map(|(_, log, _)| *log).reduce(f64::max);
        let total: f64 = found
            .iter()
            .map(|(_, log, _)| libm::exp(log - top.unwrap_or(0.0)))
            .sum();
        for (shape, log, part) in found {
            let share = libm::exp(log - top.unwrap_or(0.0)) / total;
            let weight = component.weight() * share;
            shares[shape] += weight;
            list.push(Part { weight, ..part });
        }
    }
    if list.is_empty() {
        return Err(StatsError::NotEstimable { idx: 0 });
    }
    Ok(Blended {
        estimate: Mixture::new(list, df).estimate(level),
        shares,
    })
}

/// The coefficient of every shape at one point of the dependence, with the logarithm of how well
/// it explains the values.
fn shapes_at(
    component: &Component,
    posterior: &Posterior,
    shapes: &[Vec<f64>],
    df: f64,
) -> Vec<(usize, f64, Part)> {
    let residual = component.residual(posterior.values());
    let rss = dot(&residual, &residual);
    let unit = posterior.unit();
    let one = |(shape, column): (usize, &Vec<f64>)| {
        let white = component.beside(column)?;
        let information = dot(&white, &white);
        let part = part(&white, &residual, (rss, df), component.weight());
        let left = part.spread * part.spread * df * information / rss;
        let log = -0.5 * (df * libm::log(left) + libm::log(information));
        let scaled = Part {
            center: part.center * unit,
            spread: part.spread * unit,
            ..part
        };
        Some((shape, log, scaled))
    };
    shapes.iter().enumerate().filter_map(one).collect()
}

/// One coefficient over several shapes.
#[derive(Debug, Clone, PartialEq)]
pub struct Blended {
    /// The coefficient, in units of the values per unit of the columns.
    pub estimate: Estimate,
    /// How likely each shape is, adding up to 1.
    pub shares: Vec<f64>,
}

/// Refuses columns of another length and gives the degrees of freedom of one coefficient.
fn check_columns(posterior: &Posterior, columns: &[Vec<f64>]) -> Result<f64, StatsError> {
    for column in columns {
        check_length("column", column.len(), posterior.values().len())?;
        check_finite("column", column)?;
    }
    let df = posterior.df() - 1.0;
    if df < 1.0 {
        let (have, need) = (posterior.values().len(), posterior.values().len() + 1);
        return Err(StatsError::TooFew { have, need });
    }
    Ok(df)
}

fn part(white: &[f64], residual: &[f64], (rss, df): (f64, f64), weight: f64) -> Part {
    let information = dot(white, white);
    let along = dot(white, residual);
    // Rounding may leave a little below zero where a column explains everything.
    let left = (rss - along * along / information).max(1e-24 * rss);
    Part {
        weight,
        center: along / information,
        spread: (left / df / information).sqrt(),
    }
}

impl Component {
    /// Whitened values with the fixed effects taken out.
    pub(crate) fn residual(&self, values: &[f64]) -> Vec<f64> {
        let mut errors = self.filter().whiten_inside(values);
        self.filter().project(&mut errors);
        errors
    }

    /// The whitened column with the fixed effects taken out; `None` if nothing is left.
    fn beside(&self, column: &[f64]) -> Option<Vec<f64>> {
        let mut white = self.filter().whiten_inside(column);
        let before = dot(&white, &white);
        self.filter().project(&mut white);
        let left = dot(&white, &white);
        (left > LEFT_MIN * before && left > f64::MIN_POSITIVE).then_some(white)
    }
}
