//! Estimates averaged over the uncertainty of the dependence. Refuses series that do not vary and
//! series with fewer than three observations beyond the fixed effects.

use super::dependence::Dependence;
use super::filter::{Filter, Fit, count};
use super::functional::{Functional, FunctionalPlan};
use super::grid::{Grid, GridPoint};
use super::layout::Layout;
use super::mixture::{Estimate, Mixture, Part};
use super::smooth::Smoother;
use crate::error::{StatsError, check_range};
use crate::random::{chi_squared, draw_stream, uniform};
use rand::Rng;
use rayon::prelude::*;
use std::sync::Arc;

/// Observations beyond the fixed effects without which no interval is given.
const SPARE_MIN: usize = 3;
/// Share of the weight that may be dropped with the least likely points.
const DROPPED_SHARE: f64 = 1e-3;
/// Points of the grid that are worked out before those that cannot keep weight are let go.
const AT_ONCE: usize = 8;
/// Shorter series are weighed on one core: handing them out takes longer than it saves.
const ON_ALL_CORES_MIN: usize = 1_000;

/// One point of the grid that keeps weight.
#[derive(Debug, Clone)]
pub struct Component {
    filter: Arc<Filter>,
    fit: Fit,
    weight: f64,
}

impl Component {
    /// The dependence at this point.
    #[must_use]
    pub fn theta(&self) -> Dependence {
        self.filter.theta()
    }

    /// Its share of the weight, 0-1.
    #[must_use]
    pub fn weight(&self) -> f64 {
        self.weight
    }

    pub(crate) fn filter(&self) -> &Filter {
        &self.filter
    }

    /// A scale drawn from its distribution given the values.
    pub(crate) fn draw_scale(&self, rng: &mut impl Rng, df: f64) -> f64 {
        self.fit.rss / chi_squared(rng, df)
    }
}

/// The weights of the grid for one series, and what is needed to answer questions with them.
#[derive(Debug, Clone)]
pub struct Posterior {
    layout: Layout,
    /// Values with `center` taken off and divided by `unit`.
    values: Vec<f64>,
    center: f64,
    unit: f64,
    components: Vec<Component>,
    log_evidence: f64,
}

impl Posterior {
    /// Weighs every point of `grid` by prior times restricted likelihood (scale integrated out).
    ///
    /// # Errors
    /// `LengthMismatch`, `NotFinite`, `TooFew`, `NoSpread`.
    pub fn new(layout: &Layout, values: &[f64], grid: &Grid) -> Result<Self, StatsError> {
        let series = Standardized::new(layout, values)?;
        let [points] = weigh(layout, [&series.values], grid)?;
        Ok(Self::of_weighed(layout, series, points))
    }

    /// The same for two series of one layout, which share the filters.
    ///
    /// # Errors
    /// As [`Posterior::new`].
    pub fn of_two(
        layout: &Layout,
        (one, other): (&[f64], &[f64]),
        grid: &Grid,
    ) -> Result<(Self, Self), StatsError> {
        let one = Standardized::new(layout, one)?;
        let other = Standardized::new(layout, other)?;
        let [of_one, of_other] = weigh(layout, [&one.values, &other.values], grid)?;
        Ok((
            Self::of_weighed(layout, one, of_one),
            Self::of_weighed(layout, other, of_other),
        ))
    }

    fn of_weighed(layout: &Layout, series: Standardized, mut points: Vec<Weighed>) -> Self {
        let (log_evidence, components) = normalize(&mut points);
        Self {
            layout: layout.clone(),
            values: series.values,
            center: series.center,
            unit: series.unit,
            components,
            log_evidence,
        }
    }

    /// The points that kept weight, the heaviest first.
    #[must_use]
    pub fn components(&self) -> &[Component] {
        &self.components
    }

    /// Logarithm of the prior-weighted restricted likelihood of the standardized values.
    #[must_use]
    pub fn log_evidence(&self) -> f64 {
        self.log_evidence
    }

    /// Weighted mean of a number that depends on the dependence, such as its correlation.
    #[must_use]
    pub fn average(&self, of: impl Fn(&Dependence) -> f64) -> f64 {
        self.components
            .iter()
            .map(|part| part.weight * of(&part.filter.theta()))
            .sum()
    }

    /// Estimates weighted sums of signal and coefficients with intervals at `level` (0.5-0.9999).
    ///
    /// # Errors
    /// `OutOfRange`, `NotFinite`, `NotEstimable`.
    pub fn functionals(
        &self,
        functionals: &[Functional],
        level: f64,
    ) -> Result<Vec<Estimate>, StatsError> {
        check_range("level", level, 0.5, 0.9999)?;
        let plan = FunctionalPlan::new(&self.layout, functionals)?;
        let mut parts: Vec<Vec<Part>> = vec![Vec::new(); functionals.len()];
        for component in &self.components {
            let joint = plan.evaluate(
                &self.layout,
                &component.filter,
                &self.values,
                &component.fit,
            );
            for (k, list) in parts.iter_mut().enumerate() {
                list.push(Part {
                    weight: component.weight,
                    center: joint.values[k] * self.unit + self.center * plan.level_weight(k),
                    spread: (joint.covariance[k][k] * component.fit.scale).sqrt() * self.unit,
                });
            }
        }
        Ok(parts
            .into_iter()
            .map(|list| Mixture::new(list, self.df()).estimate(level))
            .collect())
    }

    /// Estimates the signal at `points` (days, any order) with intervals at `level` (0.5-0.9999).
    ///
    /// # Errors
    /// `OutOfRange`.
    pub fn band(&self, points: &[f64], level: f64) -> Result<Vec<Estimate>, StatsError> {
        check_range("level", level, 0.5, 0.9999)?;
        let mut parts: Vec<Vec<Part>> = vec![Vec::new(); points.len()];
        for component in &self.components {
            let smoother = Smoother::with_filter(&self.layout, component.filter.clone(), points)?;
            let means = smoother.mean_with(&self.values, &component.fit);
            for (idx, list) in parts.iter_mut().enumerate() {
                let variance = smoother.variance_at_unit_scale()[idx] * component.fit.scale;
                list.push(Part {
                    weight: component.weight,
                    center: means[idx] * self.unit + self.center,
                    spread: variance.sqrt() * self.unit,
                });
            }
        }
        let df = self.df();
        Ok(parts
            .into_iter()
            .map(|list| Mixture::new(list, df).estimate_by_moments(level))
            .collect())
    }

    /// Draws signal paths at `points` given the values; dependence, scale and coefficients are
    /// drawn along. The same `seed` gives the same paths.
    ///
    /// # Errors
    /// `OutOfRange` for unusable times.
    pub fn draw_paths(
        &self,
        points: &[f64],
        n_draws: usize,
        seed: u64,
    ) -> Result<Vec<Vec<f64>>, StatsError> {
        let mut streams: Vec<_> = (0..n_draws as u64)
            .map(|idx| draw_stream(seed, idx))
            .collect();
        let chosen: Vec<usize> = streams
            .iter_mut()
            .map(|rng| self.choose(uniform(rng)))
            .collect();
        let mut paths = vec![Vec::new(); n_draws];
        for (idx, component) in self.components.iter().enumerate() {
            if !chosen.contains(&idx) {
                continue;
            }
            let smoother = Smoother::with_filter(&self.layout, component.filter.clone(), points)?;
            for (draw, rng) in streams.iter_mut().enumerate() {
                if chosen[draw] != idx {
                    continue;
                }
                let scale = component.fit.rss / chi_squared(rng, self.df());
                let mut path = smoother.draw_path(&self.values, scale, rng);
                for part in &mut path {
                    *part = *part * self.unit + self.center;
                }
                paths[draw] = path;
            }
        }
        Ok(paths)
    }

    /// Values with their mean taken off, in units of [`Self::unit`].
    pub(crate) fn values(&self) -> &[f64] {
        &self.values
    }

    /// What the values were divided by.
    pub(crate) fn unit(&self) -> f64 {
        self.unit
    }

    pub(crate) fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Observations left over after the fixed effects.
    pub(crate) fn df(&self) -> f64 {
        count(self.layout.df())
    }

    fn choose(&self, share: f64) -> usize {
        choose(self.components.iter().map(|part| part.weight), share)
    }
}

/// Position in a list of weights that add up to 1 at which the running sum passes `share`.
pub(crate) fn choose(weights: impl Iterator<Item = f64>, share: f64) -> usize {
    let mut sum = 0.0;
    let mut last = 0;
    for (idx, weight) in weights.enumerate() {
        sum += weight;
        last = idx;
        if share < sum {
            return idx;
        }
    }
    last
}

/// One point of the grid with its log weight for one series.
struct Weighed {
    weight: f64,
    /// What answering takes; let go where the weight is sure to be dropped.
    working: Option<(Arc<Filter>, Fit)>,
}

/// Weighs every point of the grid for each series, in the order of the grid.
///
/// A long series would take a hundred megabytes for points that keep no weight, so they are let
/// go as soon as that is sure: together they hold less than what is dropped at the end.
fn weigh<const N: usize>(
    layout: &Layout,
    series: [&[f64]; N],
    grid: &Grid,
) -> Result<[Vec<Weighed>; N], StatsError> {
    let one = |point: &GridPoint| -> Result<(Arc<Filter>, Vec<Fit>), StatsError> {
        let filter = Filter::new(layout, point.theta)?;
        let fits = series.iter().map(|values| filter.fit(values));
        let fits = fits.collect::<Result<_, _>>()?;
        Ok((Arc::new(filter), fits))
    };
    let is_long = layout.n_observations() >= ON_ALL_CORES_MIN;
    let mut weighed = series.map(|_| Vec::new());
    let sure = libm::log(DROPPED_SHARE / count(grid.points().len())) - 1.0;
    for points in grid.points().chunks(AT_ONCE) {
        let found: Vec<Result<_, StatsError>> = if is_long {
            points.par_iter().map(one).collect()
        } else {
            points.iter().map(one).collect()
        };
        for (point, found) in points.iter().zip(found) {
            let (filter, fits) = found?;
            for (list, fit) in weighed.iter_mut().zip(fits) {
                list.push(Weighed {
                    weight: fit.restricted_log_likelihood + libm::log(point.prior),
                    working: Some((filter.clone(), fit)),
                });
            }
        }
        for list in &mut weighed {
            let top = list.iter().map(|point| point.weight);
            let least = top.fold(f64::NEG_INFINITY, f64::max) + sure;
            for point in list.iter_mut().filter(|point| point.weight < least) {
                point.working = None;
            }
        }
    }
    Ok(weighed)
}

/// Values with their mean taken off, divided by the largest distance from it.
struct Standardized {
    values: Vec<f64>,
    center: f64,
    unit: f64,
}

impl Standardized {
    fn new(layout: &Layout, values: &[f64]) -> Result<Self, StatsError> {
        layout.check_values(values)?;
        layout.check_enough(SPARE_MIN)?;
        let (center, unit, values) = standardize(values)?;
        Ok(Self {
            values,
            center,
            unit,
        })
    }
}

/// Takes off the mean and divides by the largest distance from it, so that nothing overflows.
pub(crate) fn standardize(values: &[f64]) -> Result<(f64, f64, Vec<f64>), StatsError> {
    let center = values.iter().sum::<f64>() / count(values.len().max(1));
    let largest = values
        .iter()
        .fold(0.0_f64, |size, value| size.max(value.abs()));
    let unit = values
        .iter()
        .fold(0.0_f64, |size, value| size.max((value - center).abs()));
    if unit.is_nan() || unit <= 1e-12 * largest || unit < 1e-100 {
        return Err(StatsError::NoSpread);
    }
    Ok((
        center,
        unit,
        values.iter().map(|value| (value - center) / unit).collect(),
    ))
}

/// Turns log weights into shares, drops the least likely, and returns the log of their sum with
/// the points that are left.
fn normalize(points: &mut [Weighed]) -> (f64, Vec<Component>) {
    points.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let top = points.first().map_or(0.0, |point| point.weight);
    let mut total = 0.0;
    for point in points.iter_mut() {
        point.weight = libm::exp(point.weight - top);
        total += point.weight;
    }
    let mut kept = 0.0;
    let mut components = Vec::new();
    for point in points.iter_mut() {
        kept += point.weight;
        if let Some((filter, fit)) = point.working.take() {
            let weight = point.weight;
            components.push(Component {
                filter,
                fit,
                weight,
            });
        }
        if kept >= (1.0 - DROPPED_SHARE) * total {
            break;
        }
    }
    for part in &mut components {
        part.weight /= kept;
    }
    (top + libm::log(total), components)
}
