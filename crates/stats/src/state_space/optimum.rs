//! The most likely dependence of a series, for comparison with other programs and for speed.
//! Refuses what [`Filter::fit`] refuses. Estimates shown to people average instead (`Posterior`).

use super::dependence::{Dependence, RHO_MAX};
use super::filter::{Filter, Fit};
use super::layout::Layout;
use super::posterior::standardize;
use super::profile::Profile;
use crate::error::StatsError;

/// Which likelihood is made largest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Criterion {
    /// The likelihood of the data.
    Likelihood,
    /// The likelihood of the error contrasts (REML).
    Restricted,
}

/// Which parts of the dependence are free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Ornstein-Uhlenbeck part and white noise, no drift.
    ArNoise,
    /// Ornstein-Uhlenbeck part alone: AR(1) at even times, without noise and drift.
    Ar,
    /// Drift and white noise.
    LocalLevel,
}

/// The most likely dependence and the estimate there.
#[derive(Debug, Clone, PartialEq)]
pub struct Optimum {
    /// The dependence.
    pub theta: Dependence,
    /// Coefficients, scale and likelihoods there, in units of the values.
    pub fit: Fit,
}

/// Maximizes a likelihood over the dependence.
///
/// Nelder & Mead 1965, doi:10.1093/comjnl/7.4.308, from the best point of a coarse grid, then
/// Newton's steps where the top is round; stops when less than 1e-9 in log-likelihood is to be won.
///
/// # Errors
/// `LengthMismatch`, `NotFinite`, `TooFew`, `NoSpread`.
pub fn maximize(
    layout: &Layout,
    values: &[f64],
    family: Family,
    criterion: Criterion,
) -> Result<Optimum, StatsError> {
    layout.check_values(values)?;
    layout.check_enough(1)?;
    let (_, _, scaled) = standardize(values)?;
    let mut profile = Profile::new(layout, &scaled, criterion);
    let theta = match family {
        Family::ArNoise => {
            let starts: Vec<[f64; 2]> = [-1.5, 0.5, 2.2]
                .iter()
                .flat_map(|rho| [-2.5, 0.0].map(|noise| [*rho, noise]))
                .collect();
            let best = climb(&starts, |at| profile.value(&ar_noise(at)));
            ar_noise(&best)
        }
        Family::Ar => {
            let starts: Vec<[f64; 1]> = [-3.0, -0.5, 1.0, 3.0].map(|rho| [rho]).to_vec();
            let best = climb(&starts, |at| profile.value(&ar(at)));
            ar(&best)
        }
        Family::LocalLevel => {
            let starts: Vec<[f64; 1]> = [-7.0, -4.0, -1.0, 2.0].map(|ratio| [ratio]).to_vec();
            let best = climb(&starts, |at| profile.value(&local_level(at)));
            local_level(&best)
        }
    };
    let (rho, ar_var, noise_var, drift_var) = theta;
    let theta = Dependence::new(rho, ar_var, noise_var, drift_var)?;
    let fit = Filter::new(layout, theta)?.fit(values)?;
    Ok(Optimum { theta, fit })
}

/// Gain in log-likelihood below which the search ends.
const WON_MIN: f64 = 1e-9;
/// Spread of the simplex from which on Newton's steps are tried.
const NEAR: f64 = 0.05;
/// Distance of the points whose differences stand for derivatives.
const REACH: f64 = 3e-3;
/// Bend below which a direction counts as flat: rounding alone bends by about 1e-5.
const BEND_MIN: f64 = 1e-2;

/// Correlation, stationary, noise and drift variance.
type Shape = (f64, f64, f64, f64);

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x.clamp(-40.0, 40.0)))
}

fn ar_noise(at: &[f64; 2]) -> Shape {
    let share = logistic(at[1]);
    (logistic(at[0]).min(RHO_MAX), 1.0 - share, share, 0.0)
}

fn ar(at: &[f64; 1]) -> Shape {
    (logistic(at[0]).min(RHO_MAX), 1.0, 0.0, 0.0)
}

fn local_level(at: &[f64; 1]) -> Shape {
    (0.0, 0.0, 1.0, libm::exp(at[0].clamp(-30.0, 13.0)))
}

/// Climbs from the best of `starts`.
fn climb<const D: usize>(
    starts: &[[f64; D]],
    mut height: impl FnMut(&[f64; D]) -> f64,
) -> [f64; D] {
    let mut best = ([0.0; D], f64::NEG_INFINITY);
    for start in starts {
        let value = height(start);
        if value > best.1 {
            best = (*start, value);
        }
    }
    let mut corners = vec![best];
    for d in 0..D {
        let mut point = best.0;
        point[d] += 0.7;
        corners.push((point, height(&point)));
    }
    let mut is_tried = false;
    for _ in 0..200 {
        corners.sort_by(|a, b| b.1.total_cmp(&a.1));
        let spread = corners[0].1 - corners[D].1;
        if spread < NEAR && !is_tried {
            is_tried = true;
            if let Some(top) = summit(corners[0], &mut height) {
                return top;
            }
        }
        if spread < WON_MIN {
            break;
        }
        improve(&mut corners, &mut height);
    }
    corners.sort_by(|a, b| b.1.total_cmp(&a.1));
    corners[0].0
}

/// Goes from near the top to the top by Newton's steps with differences for derivatives; `None`
/// where the top is not round, as at the edge of the parameter space.
fn summit<const D: usize>(
    start: ([f64; D], f64),
    height: &mut impl FnMut(&[f64; D]) -> f64,
) -> Option<[f64; D]> {
    let (mut at, mut own) = start;
    for _ in 0..8 {
        let (slope, bend) = shape(&at, own, height);
        let step = newton(&slope, &bend)?;
        let length = step.iter().fold(0.0_f64, |size, part| size.max(part.abs()));
        if length.is_nan() || length > 1.0 {
            return None;
        }
        let mut next = at;
        for (place, part) in next.iter_mut().zip(step) {
            *place += part;
        }
        let gain: f64 = 0.5 * slope.iter().zip(step).map(|(a, b)| a * b).sum::<f64>();
        // Rounding hides the last step.
        if gain < 0.01 * WON_MIN {
            return Some(at);
        }
        let value = height(&next);
        if value < own {
            return None;
        }
        (at, own) = (next, value);
        if gain < WON_MIN {
            return Some(at);
        }
    }
    None
}

/// First and second differences.
fn shape<const D: usize>(
    at: &[f64; D],
    own: f64,
    height: &mut impl FnMut(&[f64; D]) -> f64,
) -> ([f64; D], [[f64; D]; D]) {
    let (mut slope, mut bend) = ([0.0; D], [[0.0; D]; D]);
    let mut ahead = [0.0; D];
    let mut beside = |d: usize, e: Option<usize>, reach: f64| {
        let mut point = *at;
        point[d] += reach;
        if let Some(e) = e {
            point[e] += reach;
        }
        height(&point)
    };
    for d in 0..D {
        ahead[d] = beside(d, None, REACH);
        let behind = beside(d, None, -REACH);
        slope[d] = (ahead[d] - behind) / (2.0 * REACH);
        bend[d][d] = (ahead[d] + behind - 2.0 * own) / (REACH * REACH);
        for e in 0..d {
            let both = beside(d, Some(e), REACH);
            bend[d][e] = (both - ahead[d] - ahead[e] + own) / (REACH * REACH);
            bend[e][d] = bend[d][e];
        }
    }
    (slope, bend)
}

/// Solves `-bend step = slope` for one or two parameters; `None` unless the surface bends down in
/// every direction.
fn newton<const D: usize>(slope: &[f64; D], bend: &[[f64; D]; D]) -> Option<[f64; D]> {
    let mut step = [0.0; D];
    let first = -bend[0][0];
    if D == 1 {
        step[0] = slope[0] / first;
        return (first > BEND_MIN).then_some(step);
    }
    let (across, second) = (-bend[0][1], -bend[1][1]);
    let left = second - across * across / first;
    if !(first > BEND_MIN && left > BEND_MIN) {
        return None;
    }
    step[1] = (slope[1] - across / first * slope[0]) / left;
    step[0] = (slope[0] - across * step[1]) / first;
    Some(step)
}

/// One step of the simplex; `corners` is sorted, best first.
fn improve<const D: usize>(
    corners: &mut [([f64; D], f64)],
    height: &mut impl FnMut(&[f64; D]) -> f64,
) {
    let mut center = [0.0; D];
    for corner in &corners[..D] {
        for (middle, part) in center.iter_mut().zip(corner.0) {
            *middle += part / super::filter::count(D);
        }
    }
    let worst = corners[D];
    let mut toward = |reach: f64| {
        let mut point = center;
        for d in 0..D {
            point[d] += reach * (center[d] - worst.0[d]);
        }
        (point, height(&point))
    };
    let mirrored = toward(1.0);
    if mirrored.1 > corners[0].1 {
        let further = toward(2.0);
        corners[D] = if further.1 > mirrored.1 {
            further
        } else {
            mirrored
        };
    } else if D > 1 && mirrored.1 > corners[D - 1].1 {
        corners[D] = mirrored;
    } else {
        let closer = toward(if mirrored.1 > worst.1 { 0.5 } else { -0.5 });
        if closer.1 > worst.1.max(mirrored.1) {
            corners[D] = closer;
        } else {
            let best = corners[0].0;
            for corner in &mut corners[1..] {
                for (part, goal) in corner.0.iter_mut().zip(best) {
                    *part = 0.5 * (*part + goal);
                }
                corner.1 = height(&corner.0);
            }
        }
    }
}
