//! Days that were drawn by lot, read by a randomization test. Refuses to know what was drawn for.

use record::LocalDay;
use series::{NumbnessPoint, NumbnessSeries};
use stats::randomization::{Bin, Design, Experiment, Randomized, Tails};
use stats::state_space::{Grid, Layout};

use crate::answer::Interval;

/// Days of the record before the first drawn day that say how much days resemble each other.
pub const DAYS_BEFORE: i32 = 60;

/// A drawn day with its numbness.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DrawnDay {
    /// The day.
    pub day: LocalDay,
    /// Mean of its answers, points of 100.
    pub seen: f64,
    /// Drawn as a day with.
    pub is_with: bool,
}

/// How many of the assignments that might have been drawn show a difference between two numbers,
/// were there none on any day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChanceBar {
    /// Lower end, points of 100.
    pub low: f64,
    /// Upper end, points of 100.
    pub high: f64,
    /// Assignments.
    pub n: usize,
}

/// The bars of what an experiment found.
pub fn by_chance(found: &Randomized) -> Vec<ChanceBar> {
    let bar = |bin: &Bin| ChanceBar {
        low: bin.low,
        high: bin.high,
        n: bin.n,
    };
    found.by_chance.iter().map(bar).collect()
}

/// Days with an answer that count, oldest first. `is_with`: what was drawn; `None`: does not count.
pub fn days(
    numbness: &NumbnessSeries,
    is_with: impl Fn(LocalDay) -> Option<bool>,
) -> Vec<DrawnDay> {
    let day = |mean: &series::DayMean| {
        Some(DrawnDay {
            day: mean.day,
            seen: mean.mean,
            is_with: is_with(mean.day)?,
        })
    };
    series::day_means(numbness).iter().filter_map(day).collect()
}

/// How many of them are with, and without.
pub fn sides(days: &[DrawnDay]) -> (u32, u32) {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let n_with = days.iter().filter(|day| day.is_with).count();
    (count(n_with), count(days.len() - n_with))
}

/// What was drawn, and on which days it shows.
pub struct ByLot<'a> {
    pub design: &'a Design,
    pub assigned: &'a [bool],
    pub tails: Tails,
    /// First and last drawn day.
    pub days: (LocalDay, LocalDay),
    pub seed: u64,
}

impl ByLot<'_> {
    /// Compares answers by what was drawn. `exposure`: how much of the effect a day has because of
    /// each period; `None`: its answers are left out.
    ///
    /// A straight trend is held still. Weekdays are not: the lot takes care of them, and six more
    /// coefficients cost six weeks more than they give (`method.md` of `strategy_effect`).
    pub fn read(
        &self,
        numbness: &NumbnessSeries,
        level: f64,
        exposure: impl Fn(LocalDay) -> Option<Vec<f64>>,
    ) -> Option<Randomized> {
        self.with(numbness, exposure, |experiment, values| {
            experiment
                .read(values, self.assigned, level, self.seed)
                .ok()
        })
    }

    /// The p-value alone, as [`ByLot::read`] gives it.
    pub fn p_value(
        &self,
        numbness: &NumbnessSeries,
        exposure: impl Fn(LocalDay) -> Option<Vec<f64>>,
    ) -> Option<f64> {
        self.with(numbness, exposure, |experiment, values| {
            experiment.p_value(values, self.assigned, self.seed).ok()
        })
    }

    fn with<T>(
        &self,
        numbness: &NumbnessSeries,
        exposure: impl Fn(LocalDay) -> Option<Vec<f64>>,
        of: impl FnOnce(&Experiment<'_>, &[f64]) -> Option<T>,
    ) -> Option<T> {
        let before = self.days.0.plus_days(-DAYS_BEFORE);
        let mut points: Vec<&NumbnessPoint> = Vec::new();
        let (mut values, mut shares) = (Vec::new(), Vec::new());
        for (point, value) in numbness.answered() {
            let is_near = point.day >= before && point.day <= self.days.1;
            if !is_near || point.is_settling_in {
                continue;
            }
            let share = if point.day < self.days.0 {
                Some(vec![0.0; self.assigned.len()])
            } else {
                exposure(point.day)
            };
            if let Some(share) = share {
                points.push(point);
                values.push(value);
                shares.push(share);
            }
        }
        let times: Vec<f64> = points.iter().map(|point| point.time_days).collect();
        let layout = Layout::new(&times, std::slice::from_ref(&times)).ok()?;
        let grid = Grid::without_drift().ok()?;
        let columns: Vec<Vec<f64>> = (0..self.assigned.len())
            .map(|period| shares.iter().map(|share| share[period]).collect())
            .collect();
        let experiment = Experiment::new(self.design, &layout, &grid, self.tails, &columns).ok()?;
        of(&experiment, &values)
    }
}

/// An interval that may be open is cut to what numbness can differ by.
pub fn interval(found: &Randomized, level: f64) -> Interval {
    let interval = Interval {
        estimate: found.estimate,
        low: found.lower.unwrap_or(f64::NEG_INFINITY),
        high: found.upper.unwrap_or(f64::INFINITY),
        ci_level: level,
    };
    interval.within(-100.0, 100.0)
}
