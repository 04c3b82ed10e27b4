//! How neighboring days resemble each other, and what that does to the variance of an overlap and
//! of means. Refuses drift: with it a phase has no level of its own.

use super::{Phase, TwoPhases};
use crate::error::{StatsError, check_range};
use crate::state_space::{Dependence, Posterior, count};

/// Correlations this near to 1 are taken as 1: the two occasions cannot differ.
const SAME: f64 = 1e-9;
/// The largest variance that a share can have.
const VARIANCE_MAX: f64 = 0.25;
/// Share of the variance that at least shows inside a phase.
const SHOWN_MIN: f64 = 1e-6;

/// Resemblance of days: one dependence or several with their weights.
#[derive(Debug, Clone, PartialEq)]
pub struct Resemblance {
    points: Vec<(Dependence, f64)>,
}

impl Resemblance {
    /// Takes one dependence as known: a correlation at a distance of one day, and a share of noise
    /// that correlates with nothing.
    ///
    /// # Errors
    /// `OutOfRange` for a dependence with drift.
    pub fn known(dependence: Dependence) -> Result<Self, StatsError> {
        check_range("drift variance", dependence.drift_var(), 0.0, 0.0)?;
        Ok(Self {
            points: vec![(dependence, 1.0)],
        })
    }

    /// Takes what a series says about its own dependence, uncertainty included. The layout of the
    /// posterior should hold a column for the phase, so that the effect is not taken for
    /// resemblance, and its grid no drift ([`crate::state_space::Grid::without_drift`]).
    ///
    /// # Errors
    /// `OutOfRange` if a point of the grid that keeps weight drifts.
    pub fn estimated(posterior: &Posterior) -> Result<Self, StatsError> {
        let mut points = Vec::with_capacity(posterior.components().len());
        for component in posterior.components() {
            let theta = component.theta();
            check_range("drift variance", theta.drift_var(), 0.0, 0.0)?;
            points.push((theta, component.weight()));
        }
        Ok(Self { points })
    }

    /// Variance of the share of improved pairs when the phases do not differ.
    pub(super) fn overlap_variance(&self, phases: &TwoPhases) -> f64 {
        let at = |theta: &Dependence| overlap_variance(phases, &Correlation::new(theta));
        self.points.iter().map(|(theta, w)| w * at(theta)).sum()
    }

    /// What resemblance does to means, point by point with its weight.
    pub(super) fn of_means(&self, phases: &TwoPhases) -> Vec<(OfMeans, f64)> {
        let at = |theta: &Dependence| OfMeans::new(phases, &Correlation::new(theta));
        self.points
            .iter()
            .map(|(theta, w)| (at(theta), *w))
            .collect()
    }
}

/// Correlation between occasions.
struct Correlation {
    share: f64,
    log_rho: f64,
}

impl Correlation {
    fn new(theta: &Dependence) -> Self {
        let all = theta.ar_var() + theta.noise_var();
        Self {
            share: theta.ar_var() / all,
            log_rho: libm::log(theta.rho()),
        }
    }

    /// Between two different occasions.
    fn between(&self, one: f64, other: f64) -> f64 {
        let days = (one - other).abs();
        if days > 0.0 {
            self.share * libm::exp(self.log_rho * days)
        } else {
            self.share
        }
    }
}

/// Variance of the share of improved pairs under one joint normal distribution (or any monotone
/// image of it). The projection on single occasions has a closed form, arcsin(r / 2) / (2 pi) for
/// each pair; what is left of the independent case, 1 / (12 m n), is added; and the whole is scaled
/// by what dividing each difference by its own standard deviation does to the linear part.
fn overlap_variance(phases: &TwoPhases, correlation: &Correlation) -> f64 {
    let (a, b) = (&phases.baseline.times, &phases.intervention.times);
    let n_pairs = count(a.len()) * count(b.len());
    let mut points: Vec<Point> = Vec::with_capacity(a.len() + b.len());
    let (in_a, in_b) = (1.0 / count(a.len()), 1.0 / count(b.len()));
    points.extend(a.iter().map(|time| Point::new(*time, -in_a)));
    points.extend(b.iter().map(|time| Point::new(*time, in_b)));
    let (of_a, of_b) = points.split_at_mut(a.len());
    for one in of_a.iter_mut() {
        for other in of_b.iter_mut() {
            let apart = 1.0 - correlation.between(one.time, other.time);
            if apart > SAME {
                let weight = 1.0 / ((2.0 * apart).sqrt() * n_pairs);
                one.scaled -= weight;
                other.scaled += weight;
            }
        }
    }
    let (mut plain, mut scaled, mut projected) = (0.0, 0.0, 1.0 / (12.0 * n_pairs));
    for (i, one) in points.iter().enumerate() {
        plain += one.plain * one.plain;
        scaled += one.scaled * one.scaled;
        projected += one.plain * one.plain / 12.0;
        for other in &points[..i] {
            let r = correlation.between(one.time, other.time);
            plain += 2.0 * r * one.plain * other.plain;
            scaled += 2.0 * r * one.scaled * other.scaled;
            let shared = libm::asin(0.5 * r) / std::f64::consts::PI;
            projected += shared * one.plain * other.plain;
        }
    }
    if plain < SAME {
        return VARIANCE_MAX;
    }
    (projected * 2.0 * scaled / plain).clamp(f64::MIN_POSITIVE, VARIANCE_MAX)
}

/// An occasion with its weight in the difference of means, and in the sum of all differences each
/// divided by its standard deviation.
struct Point {
    time: f64,
    plain: f64,
    scaled: f64,
}

impl Point {
    fn new(time: f64, plain: f64) -> Self {
        let scaled = 0.0;
        Self {
            time,
            plain,
            scaled,
        }
    }
}

/// What one dependence does to the means and variances of the two phases.
pub(super) struct OfMeans {
    /// Baseline and intervention.
    pub phases: [OfMean; 2],
    /// Covariance of the two means for variance 1.
    pub covariance: f64,
}

/// What one dependence does to the mean and variance of one phase.
pub(super) struct OfMean {
    /// Variance of the mean for variance 1.
    pub mean_variance: f64,
    /// Share of the variance that the usual formula (n - 1) shows.
    pub shown: f64,
    /// Degrees of freedom of the usual variance.
    pub df: f64,
}

impl OfMeans {
    fn new(phases: &TwoPhases, correlation: &Correlation) -> Self {
        let (a, b) = (&phases.baseline.times, &phases.intervention.times);
        let all: f64 = (a.iter())
            .map(|one| {
                b.iter()
                    .map(|other| correlation.between(*one, *other))
                    .sum::<f64>()
            })
            .sum();
        Self {
            phases: [&phases.baseline, &phases.intervention]
                .map(|phase| OfMean::new(phase, correlation)),
            covariance: all / (count(a.len()) * count(b.len())),
        }
    }
}

impl OfMean {
    fn new(phase: &Phase, correlation: &Correlation) -> Self {
        let n = count(phase.times.len());
        let (mut sum, mut squares, mut rows) = (0.0, 0.0, 0.0);
        for (i, one) in phase.times.iter().enumerate() {
            let mut row = 1.0;
            squares += 1.0;
            for (k, other) in phase.times.iter().enumerate() {
                if i != k {
                    let r = correlation.between(*one, *other);
                    row += r;
                    squares += r * r;
                }
            }
            sum += row;
            rows += row * row;
        }
        // Trace of the centered correlations, and of their square.
        let trace = n - sum / n;
        let trace_of_square = squares - 2.0 * rows / n + sum * sum / (n * n);
        let shown = (trace / (n - 1.0)).max(SHOWN_MIN);
        let df = trace * trace / trace_of_square.max(f64::MIN_POSITIVE);
        Self {
            mean_variance: sum / (n * n),
            shown,
            df: if df.is_finite() {
                df.clamp(1.0, n - 1.0)
            } else {
                1.0
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Improvement;
    use super::*;

    /// Every pair of pairs: arcsin of the correlation of two differences, over 2 pi.
    fn plainly(phases: &TwoPhases, correlation: &Correlation) -> f64 {
        let (a, b) = (&phases.baseline.times, &phases.intervention.times);
        let r = |i: usize, j: usize, list: &[f64], other: &[f64], same: bool| {
            if same && i == j {
                1.0
            } else {
                correlation.between(list[i], other[j])
            }
        };
        let mut sum = 0.0;
        for i in 0..a.len() {
            for k in 0..a.len() {
                for j in 0..b.len() {
                    for l in 0..b.len() {
                        let together = r(i, k, a, a, true) + r(j, l, b, b, true)
                            - r(i, l, a, b, false)
                            - r(k, j, a, b, false);
                        let sizes =
                            4.0 * (1.0 - r(i, j, a, b, false)) * (1.0 - r(k, l, a, b, false));
                        sum += (together / sizes.sqrt()).clamp(-1.0, 1.0).asin();
                    }
                }
            }
        }
        let n_pairs = count(a.len()) * count(b.len());
        sum / (2.0 * std::f64::consts::PI * n_pairs * n_pairs)
    }

    fn phases(times: &[f64], is_intervention: &[bool]) -> TwoPhases {
        TwoPhases::new(times, times, is_intervention, Improvement::Increase).unwrap()
    }

    #[test]
    fn the_variance_lies_near_the_sum_over_all_pairs_of_pairs() {
        let days: Vec<f64> = (0..40).map(f64::from).collect();
        let gappy: Vec<f64> = days.iter().map(|d| d + (d * 0.37).floor()).collect();
        let halves: Vec<bool> = (0..40).map(|i| i >= 20).collect();
        let uneven: Vec<bool> = (0..40).map(|i| i >= 9).collect();
        let weeks: Vec<bool> = (0..40).map(|i| i / 7 % 2 == 1).collect();
        for times in [&days, &gappy] {
            for marks in [&halves, &uneven, &weeks] {
                for (rho, noise) in [(0.2, 0.0), (0.6, 0.0), (0.6, 0.4), (0.9, 0.0), (0.98, 0.3)] {
                    let theta = Dependence::of_shares(rho, noise, 0.0).unwrap();
                    let (phases, correlation) = (phases(times, marks), Correlation::new(&theta));
                    let found = overlap_variance(&phases, &correlation);
                    let ratio = found / plainly(&phases, &correlation);
                    assert!(
                        (0.92..1.05).contains(&ratio),
                        "rho {rho}, noise {noise}: {ratio}"
                    );
                }
            }
        }
    }

    #[test]
    fn without_resemblance_the_variance_is_the_textbook_one() {
        let times: Vec<f64> = (0..17).map(f64::from).collect();
        let marks: Vec<bool> = (0..17).map(|i| i >= 6).collect();
        let theta = Dependence::of_shares(0.0, 0.0, 0.0).unwrap();
        let found = overlap_variance(&phases(&times, &marks), &Correlation::new(&theta));
        assert!((found - 18.0 / (12.0 * 6.0 * 11.0)).abs() < 1e-15);
    }
}
