//! Logistic regression on days that resemble each other. Refuses to take days for independent: the
//! resemblance that is left in the residuals widens every interval and weighs every test.

use super::{Design, Reached, fit};
use crate::association::associations;
use crate::error::{StatsError, check_finite, check_length};
use crate::state_space::{Dependence, Estimate, Grid, Layout, Posterior};

/// A logarithm of an odds ratio.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogOdds {
    /// Log odds a unit of the column.
    pub value: f64,
    /// Its standard error with the resemblance of days.
    pub sd: f64,
}

/// A logistic regression without any of the columns that are asked about.
///
/// Its standardized residuals are a series of AR(1) and noise at their times, with the uncertainty
/// of both: the scores of columns are tested and the errors of their coefficients found with it.
/// Score test: Rao 1948, doi:10.1017/S0305004100023987. Errors of a regression that was estimated as
/// if days were independent: Liang & Zeger 1986, doi:10.1093/biomet/73.1.13, with this series in the
/// place of a working correlation.
#[derive(Debug, Clone)]
pub struct Dependent {
    times: Vec<f64>,
    outcomes: Vec<bool>,
    held: Vec<Vec<f64>>,
    /// Coefficients without any column, the intercept first.
    beta: Vec<f64>,
    /// Root of the variance of each outcome.
    root: Vec<f64>,
    residuals: Posterior,
}

impl Dependent {
    /// `times`: days, not going back; `outcomes` and each of `held`: one a time. An intercept is held
    /// as well; a held column that earlier ones say already is set aside.
    ///
    /// # Errors
    /// Those of [`super::firth`], and `TimesNotSorted`; `TooFew` with fewer than three outcomes beyond
    /// what is held.
    pub fn new(times: &[f64], outcomes: &[bool], held: &[Vec<f64>]) -> Result<Self, StatsError> {
        check_length("outcomes", outcomes.len(), times.len())?;
        let held: Vec<Vec<f64>> = Layout::new(times, held)?.columns()[1..].to_vec();
        let design = Design::new(outcomes.len(), &held);
        let Reached { beta, state } = fit(outcomes, &design, vec![0.0; design.width])?;
        let root = roots(&state.fitted);
        let each = outcomes.iter().zip(&state.fitted).zip(&root);
        let residuals: Vec<f64> = each
            .map(|((yes, pi), root)| (f64::from(u8::from(*yes)) - pi) / root)
            .collect();
        let mut fixed = vec![root.clone()];
        fixed.extend(held.iter().map(|column| times_root(column, &root)));
        let layout = Layout::new(times, &fixed)?;
        let residuals = Posterior::new(&layout, &residuals, &Grid::without_drift()?)?;
        Ok(Self {
            times: times.to_vec(),
            outcomes: outcomes.to_vec(),
            held,
            beta,
            root,
            residuals,
        })
    }

    /// Tests the score of each column alone beside what is held; `None` for a column that this holds.
    ///
    /// The estimates are log odds a unit after one step from no effect: for the test, and for small
    /// effects. See [`Dependent::log_odds`].
    ///
    /// # Errors
    /// Those of [`associations`].
    pub fn scores(
        &self,
        columns: &[Vec<f64>],
        level: f64,
    ) -> Result<Vec<Option<Estimate>>, StatsError> {
        let weighted: Vec<Vec<f64>> = (columns.iter())
            .map(|column| times_root(column, &self.root))
            .collect();
        associations(&self.residuals, &weighted, level)
    }

    /// Log odds of one column beside what is held, by Firth's penalty.
    ///
    /// # Errors
    /// Those of [`super::firth`].
    pub fn log_odds(&self, column: &[f64]) -> Result<LogOdds, StatsError> {
        check_length("column", column.len(), self.times.len())?;
        check_finite("column", column)?;
        let column = column.to_vec();
        let design = Design::new(self.outcomes.len(), self.held.iter().chain([&column]));
        let mut start = self.beta.clone();
        start.push(0.0);
        let reached = fit(&self.outcomes, &design, start)?;
        let place = design.width - 1;
        let root = roots(&reached.state.fitted);
        // What each outcome adds to the coefficient, in its standard deviations.
        let own = &reached.state.covariance[place];
        let parts: Vec<f64> = (design.rows().zip(&root))
            .map(|(row, root)| root * row.iter().zip(own).map(|(x, c)| x * c).sum::<f64>())
            .collect();
        let variance: f64 = (self.residuals.components().iter())
            .map(|part| part.weight() * variance(&parts, &self.times, &part.theta()))
            .sum();
        Ok(LogOdds {
            value: reached.beta[place],
            sd: variance.max(0.0).sqrt(),
        })
    }

    /// Correlation of the residuals at one day, without their noise, 0-1.
    #[must_use]
    pub fn correlation_a_day(&self) -> f64 {
        self.residuals.average(Dependence::rho)
    }

    /// Share of the residuals that is noise, 0-1.
    #[must_use]
    pub fn noise_share(&self) -> f64 {
        self.residuals.average(Dependence::noise_var)
    }
}

fn roots(fitted: &[f64]) -> Vec<f64> {
    let root = |pi: &f64| (pi * (1.0 - pi)).max(1e-12).sqrt();
    fitted.iter().map(root).collect()
}

fn times_root(column: &[f64], root: &[f64]) -> Vec<f64> {
    column.iter().zip(root).map(|(x, r)| x * r).collect()
}

/// Variance of a weighted sum of values of variance 1 that resemble each other as `theta` says.
fn variance(weights: &[f64], times: &[f64], theta: &Dependence) -> f64 {
    let (mut square, mut cross, mut carried) = (0.0, 0.0, 0.0);
    let mut before = times.first().copied().unwrap_or(0.0);
    for (weight, time) in weights.iter().zip(times) {
        carried *= libm::pow(theta.rho(), time - before);
        before = *time;
        square += weight * weight;
        cross += weight * carried;
        carried += weight;
    }
    let share = theta.ar_var() / (theta.ar_var() + theta.noise_var());
    square + 2.0 * share * cross
}
