//! Processes that run by themselves: dependence, drift, the week, the time of day.
//!
//! Refuses causes: what reacts to something lives beside this file.

use crate::draws::Draws;
use crate::recipe::{Drift, DriftShape, TimeOfDay, Week};
use crate::truth::{DAY_START_HOUR, GRID_PER_DAY, mean};

/// An Ornstein-Uhlenbeck process on the hourly grid, started in its stationary state.
pub(crate) fn ornstein_uhlenbeck(
    draws: &mut Draws,
    n_points: usize,
    rho_per_day: f64,
    sd: f64,
) -> Vec<f64> {
    let phi = libm::pow(rho_per_day, 1.0 / GRID_PER_DAY as f64);
    let innovation = sd * libm::sqrt(1.0 - phi * phi);
    let mut value = sd * draws.normal();
    (0..n_points)
        .map(|_| {
            let now = value;
            value = phi * value + innovation * draws.normal();
            now
        })
        .collect()
}

/// Slow drift over the grid, with mean 0.
#[expect(clippy::cast_precision_loss, reason = "grid lengths fit in 53 bits")]
pub(crate) fn drift(draws: &mut Draws, n_points: usize, drift: &Drift) -> Vec<f64> {
    let share = |idx: usize| idx as f64 / n_points.max(2) as f64 - 0.5;
    let raw: Vec<f64> = match drift.shape {
        DriftShape::Line => {
            let sign = if draws.chance(0.5) { 1.0 } else { -1.0 };
            (0..n_points).map(|idx| sign * share(idx)).collect()
        }
        DriftShape::Cosine => {
            let waves = 1.0 / draws.between(0.8, 2.0);
            let phase = std::f64::consts::TAU * draws.uniform();
            (0..n_points)
                .map(|idx| libm::cos(phase + std::f64::consts::TAU * waves * share(idx)))
                .collect()
        }
        DriftShape::Walk => {
            let mut at = 0.0;
            (0..n_points)
                .map(|_| {
                    at += draws.normal();
                    at
                })
                .collect()
        }
    };
    scaled_to(raw, drift.sd)
}

/// Shifts to mean 0 and stretches to the standard deviation asked for.
fn scaled_to(mut values: Vec<f64>, sd: f64) -> Vec<f64> {
    let center = mean(&values);
    let squares: Vec<f64> = values.iter().map(|v| (v - center) * (v - center)).collect();
    let spread = libm::sqrt(mean(&squares));
    for value in &mut values {
        *value = if spread > 0.0 {
            (*value - center) * sd / spread
        } else {
            0.0
        };
    }
    values
}

/// What each day of the week adds, Monday first, with mean 0.
pub(crate) fn week(draws: &mut Draws, week: &Week) -> [f64; 7] {
    let mut days = [0.0; 7];
    for (idx, day) in days.iter_mut().enumerate() {
        *day = if idx >= 5 { week.weekend } else { 0.0 };
        *day += week.weekday_sd * draws.normal();
    }
    let center = mean(&days);
    days.map(|day| day - center)
}

/// What each hour from the start of the day adds.
#[expect(clippy::cast_precision_loss, reason = "24 hours")]
pub(crate) fn time_of_day(wave: &TimeOfDay) -> Vec<f64> {
    (0..GRID_PER_DAY)
        .map(|idx| {
            let hour = DAY_START_HOUR + idx as f64;
            let turn = (hour - wave.peak_hour) / 24.0;
            wave.amplitude * libm::cos(std::f64::consts::TAU * turn)
        })
        .collect()
}
