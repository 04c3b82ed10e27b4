//! How small a thing a record could have shown. Refuses to promise: 'could have shown' means four
//! times out of five.

use record::LocalDay;
use series::{NumbnessSeries, day_means};
use stats::special::normal_quantile;
use stats::state_space::{Functional, Grid, Layout, Posterior};

use crate::Interval;

/// How often what could have been shown is shown.
const POWER: f64 = 0.8;
/// Day means without which nothing is known about how days resemble each other.
const DAYS_MIN: usize = 7;

fn z(share: f64) -> f64 {
    normal_quantile(share.clamp(1e-12, 1.0 - 1e-12)).unwrap_or(0.0)
}

/// Standard errors that lie between nothing and what is shown four times out of five at a
/// two-sided probability `alpha`.
pub(crate) fn errors(alpha: f64) -> f64 {
    z(1.0 - alpha / 2.0) + z(POWER)
}

/// The least that is enough in four of five cases; `None` of nothing.
pub(crate) fn four_of_five(mut enough: Vec<f64>) -> Option<f64> {
    enough.sort_by(f64::total_cmp);
    let last = enough.len().checked_sub(1)?;
    enough.get(last - last / 5).copied()
}

/// What an interval's own width says could have been shown, in its unit.
pub(crate) fn of_interval(size: &Interval, alpha: f64) -> f64 {
    let half = (size.high - size.low) / 2.0;
    half / z(f64::midpoint(1.0, size.ci_level)).max(f64::MIN_POSITIVE) * errors(alpha)
}

/// The smallest change of level in the middle of a record, points of 100; `None` where the days
/// are too few or all alike.
pub(crate) fn step(series: &NumbnessSeries, until: LocalDay, alpha: f64) -> Option<f64> {
    of_column(series, until, alpha, |idx, n| {
        f64::from(u8::from(2 * idx >= n))
    })
}

/// The smallest difference that goes with something that is more or less (by one standard
/// deviation) from day to day without a pattern.
pub(crate) fn day_to_day(series: &NumbnessSeries, until: LocalDay, alpha: f64) -> Option<f64> {
    of_column(series, until, alpha, |idx, _| {
        let mixed = (idx as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        if (mixed >> 40) & 1 == 0 { -1.0 } else { 1.0 }
    })
}

fn of_column(
    series: &NumbnessSeries,
    until: LocalDay,
    alpha: f64,
    column: impl Fn(usize, usize) -> f64,
) -> Option<f64> {
    let mut days = day_means(series);
    days.retain(|mean| mean.day <= until);
    if days.len() < DAYS_MIN || alpha <= 0.0 {
        return None;
    }
    // A long record is looked at by its last years: the rest adds time and no news.
    let days = days.get(days.len().saturating_sub(730)..)?;
    let times: Vec<f64> = days.iter().map(|mean| mean.time_days).collect();
    let values: Vec<f64> = days.iter().map(|mean| mean.mean).collect();
    let columns = [(0..days.len()).map(|idx| column(idx, days.len())).collect()];
    let layout = Layout::new(&times, &columns).ok()?;
    let posterior = Posterior::new(&layout, &values, &Grid::without_drift().ok()?).ok()?;
    let asked = [Functional::coefficient(0)];
    let estimates = posterior.functionals(&asked, 0.95).ok()?;
    let points = estimates.first()?.sd * errors(alpha);
    points.is_finite().then(|| points.clamp(0.0, 100.0))
}

/// What twice as many days like these could show: errors shrink with the root of the days.
#[must_use]
pub fn with_twice_the_days(points: f64) -> f64 {
    points * std::f64::consts::FRAC_1_SQRT_2
}
