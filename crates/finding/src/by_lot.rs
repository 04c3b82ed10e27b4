//! Days that were drawn by lot, read by a randomization test. Refuses to know what was drawn for.

use record::LocalDay;
use series::{NumbnessPoint, NumbnessSeries};
use stats::randomization::{Design, Experiment, Randomized, Tails};
use stats::state_space::{Grid, Layout};

use crate::answer::Interval;

/// Days of the record before the first drawn day that say how much days resemble each other.
const DAYS_BEFORE: i32 = 60;

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
