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
    fn residual(&self, values: &[f64]) -> Vec<f64> {
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
