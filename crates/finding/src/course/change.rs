//! Changes of level: days gathered into cells, tested against chance twice.

use record::LocalDay;
use series::{DayMean, NumbnessSeries, day_means};
use stats::changepoint::{Bootstrap, Detector, SegmentRule, segments};
use stats::rank::normal_scores;
use stats::state_space::{Functional, Grid, Layout, Posterior};

use super::level;
use crate::answer::Interval;
use crate::calendar;

/// More cells than this are gathered over two days, three days, and so on.
const CELLS_MAX: usize = 730;
/// Fewest cells between two changes.
const SEGMENT_CELLS_MIN: usize = 10;

/// One change of level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// First day after the change, where it fits best.
    pub day: LocalDay,
    /// Earliest first day that fits at 95%.
    pub earliest: LocalDay,
    /// Latest first day that fits at 95%.
    pub latest: LocalDay,
    /// Level after less level before, points of 100; above zero is more numb.
    pub size: Interval,
    /// Probability of a best step as large when there is none.
    pub p_value: f64,
    /// A level that moves slowly explains the answers as well: that the level differs is claimed,
    /// that it stepped on a day is not.
    pub could_be_drift: bool,
}

/// A stretch without a change inside.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Segment {
    /// First day with an answer.
    pub from: LocalDay,
    /// Last day with an answer.
    pub to: LocalDay,
    /// Mean level, points of 100; `None` for a stretch too short for an interval.
    pub level: Option<Interval>,
}

/// What the test found.
pub struct Found {
    pub changes: Vec<Change>,
    pub segments: Vec<Segment>,
    pub p_value: f64,
    pub n_draws: f64,
}

/// Day means, or means over a few days in long records; days without an answer leave gaps.
pub struct Cells {
    pub days: Vec<DayMean>,
    cells: Vec<DayMean>,
    pub days_a_cell: u32,
    pub last_day: LocalDay,
    origin: (LocalDay, f64),
}

impl Cells {
    /// Gathers the answers up to `until`; days of settling in are left out.
    pub fn new(series: &NumbnessSeries, until: LocalDay) -> Self {
        let mut days = day_means(series);
        days.retain(|mean| mean.day <= until && !mean.is_settling_in);
        let days_a_cell = u32::try_from(days.len().div_ceil(CELLS_MAX).max(1)).unwrap_or(1);
        let cells = gather(&days, days_a_cell);
        let origin = (series.first_day, series.time_of(series.first_day, 15.0));
        Self {
            days,
            cells,
            days_a_cell,
            last_day: until,
            origin,
        }
    }

    /// Days with an answer.
    pub const fn n_days(&self) -> usize {
        self.days.len()
    }

    /// Time of 15:00 on a day, on the axis of the cells.
    pub fn time_of(&self, day: LocalDay) -> f64 {
        self.origin.1 + f64::from(day.days_since(self.origin.0))
    }

    pub fn times(&self) -> Vec<f64> {
        self.cells.iter().map(|cell| cell.time_days).collect()
    }

    pub fn values(&self) -> Vec<f64> {
        self.cells.iter().map(|cell| cell.mean).collect()
    }

    /// Weekday columns; a cell of several days has no weekday.
    pub fn columns(&self) -> Vec<Vec<f64>> {
        if self.days_a_cell > 1 {
            return Vec::new();
        }
        let weekdays: Vec<u8> = self.cells.iter().map(|cell| cell.day.weekday()).collect();
        calendar::weekday_columns(&weekdays)
    }

    fn layout(&self) -> Option<Layout> {
        Layout::new(&self.times(), &self.columns()).ok()
    }

    /// The step at one day with steps at others held still, points of 100.
    pub fn step_at(&self, day: LocalDay, others: &[LocalDay]) -> Option<Interval> {
        let after = |from: LocalDay| -> Vec<f64> {
            let is_after = |cell: &DayMean| f64::from(u8::from(cell.day >= from));
            self.cells.iter().map(is_after).collect()
        };
        let mut columns = self.columns();
        columns.extend(others.iter().map(|other| after(*other)));
        columns.push(after(day));
        let layout = Layout::new(&self.times(), &columns).ok()?;
        let grid = Grid::without_drift().ok()?;
        let posterior = Posterior::new(&layout, &self.values(), &grid).ok()?;
        let asked = [Functional::coefficient(columns.len() - 1)];
        let estimates = posterior.functionals(&asked, 0.95).ok()?;
        estimates.first().map(|step| Interval::of(step, 0.95))
    }
}

fn gather(days: &[DayMean], days_a_cell: u32) -> Vec<DayMean> {
    let Some(first) = days.first() else {
        return Vec::new();
    };
    let place = |day: LocalDay| day.days_since(first.day).unsigned_abs() / days_a_cell;
    let same_cell = |a: &DayMean, b: &DayMean| place(a.day) == place(b.day);
    days.chunk_by(same_cell)
        .filter_map(|cell| {
            let first = cell.first()?;
            let n = f64::from(u32::try_from(cell.len()).ok()?);
            let mean = |of: fn(&DayMean) -> f64| cell.iter().map(of).sum::<f64>() / n;
            Some(DayMean {
                mean: mean(|d| d.mean),
                time_days: mean(|d| d.time_days),
                ..*first
            })
        })
        .collect()
}

/// Looks for changes. One is named only where the answers as they are and their ranks (normal
/// scores) agree, because either alone errs more often when answers pile up at one end.
///
/// `None` when every answer is alike.
pub fn find(cells: &Cells, alpha: f64, seed: u64) -> Option<Found> {
    let (layout, grid) = (cells.layout()?, Grid::without_drift().ok()?);
    let values = cells.values();
    let scores = normal_scores(&values).ok()?;
    let bootstrap = bootstrap(alpha, seed);
    let detector = Detector::new(&layout, &grid, SEGMENT_CELLS_MIN).ok()?;
    let raw = detector.test(&values, &bootstrap).ok()?;
    let mut found = Found {
        changes: Vec::new(),
        segments: vec![segment(cells, 0, cells.cells.len())?],
        p_value: raw.p_value,
        n_draws: f64::from(u32::try_from(raw.n_draws).ok()?),
    };
    if raw.p_value > alpha {
        return Some(found);
    }
    let ranked = detector.test(&scores, &bootstrap).ok()?;
    found.p_value = raw.p_value.max(ranked.p_value);
    if found.p_value > alpha {
        return Some(found);
    }
    let steps = agreed_steps(&layout, (&values, &scores), &grid, (alpha, bootstrap))?;
    let could_be_drift = !steps.is_empty() && !is_told_from_drift(&values, &layout, &steps);
    let mut bounds = vec![0];
    bounds.extend(steps.iter().map(|step| step.first_after_idx));
    bounds.push(cells.cells.len());
    found.changes = steps
        .iter()
        .filter_map(|step| change(cells, step, could_be_drift))
        .collect();
    found.segments = bounds
        .windows(2)
        .filter_map(|pair| segment(cells, *pair.first()?, *pair.get(1)?))
        .collect();
    Some(found)
}

/// Steps in the answers as they are for which the ranks have one at a time that fits as well.
fn agreed_steps(
    layout: &Layout,
    (values, scores): (&[f64], &[f64]),
    grid: &Grid,
    (alpha, bootstrap): (f64, Bootstrap),
) -> Option<Vec<stats::changepoint::Change>> {
    // The whole record has passed at `alpha`: no split below can add a claim to a record without
    // one. `segments` counts the whole record's p-value twice, because it looks at parts as well.
    let rule = SegmentRule {
        segment_min: SEGMENT_CELLS_MIN,
        p_max: (2.0 * alpha).min(0.5),
        bootstrap,
    };
    let by_raw = segments(layout, values, grid, &rule).ok()?;
    let by_rank = segments(layout, scores, grid, &rule).ok()?;
    let agrees = |step: &stats::changepoint::Change| {
        let mut others = by_rank.iter().filter_map(|s| s.opened_by.as_ref());
        others.any(|other| {
            other
                .possible_idx
                .iter()
                .any(|idx| step.possible_idx.contains(idx))
        })
    };
    let steps = by_raw.into_iter().filter_map(|s| s.opened_by);
    Some(steps.filter(|step| agrees(step)).collect())
}

/// Whether the steps explain the answers better than a level that moves smoothly: in a
/// straight line, in a curve, in one wave, or at random a little every day.
///
/// Compared are the restricted likelihoods, averaged over the dependence. Every coefficient pays
/// for its size, which could have been anything within [`SIZE_SPAN`]; a step pays for its day too.
fn is_told_from_drift(
    values: &[f64],
    layout: &Layout,
    steps: &[stats::changepoint::Change],
) -> bool {
    let n = values.len();
    let column = |step: &stats::changepoint::Change| -> Vec<f64> {
        let after = |idx: usize| f64::from(u8::from(idx >= step.first_after_idx));
        (0..n).map(after).collect()
    };
    let columns: Vec<Vec<f64>> = steps.iter().map(column).collect();
    let still = Grid::without_drift();
    let (Ok(still), Some(wandering)) = (still, wandering()) else {
        return false;
    };
    let Some(with) = evidence(values, layout, &columns, &still) else {
        return false;
    };
    #[expect(clippy::cast_precision_loss, reason = "counts of cells and steps")]
    let days = columns.len() as f64 * (n as f64).ln();
    let is_better = |other: Option<f64>| other.is_none_or(|other| with - days > other);
    smooth(layout.times())
        .iter()
        .all(|curve| is_better(evidence(values, layout, curve, &still)))
        && is_better(evidence(values, layout, &[], &wandering))
}

/// Logarithm of the likelihood with these columns, averaged over the dependence.
fn evidence(values: &[f64], layout: &Layout, extra: &[Vec<f64>], grid: &Grid) -> Option<f64> {
    let mut columns: Vec<Vec<f64>> = layout.columns().iter().skip(1).cloned().collect();
    columns.extend_from_slice(extra);
    let layout = Layout::new(layout.times(), &columns).ok()?;
    let posterior = Posterior::new(&layout, values, grid).ok()?;
    let prior: f64 = grid.points().iter().map(|point| point.prior).sum();
    #[expect(clippy::cast_precision_loss, reason = "a few columns")]
    let price = extra.len() as f64 * SIZE_SPAN.ln();
    Some(posterior.log_evidence() - prior.ln() - price)
}

/// The points of the standard grid at which the level wanders.
fn wandering() -> Option<Grid> {
    let standard = Grid::standard().ok()?;
    let points = standard.points().iter();
    let wanders = points.filter(|point| point.theta.drift_var() > 0.0);
    Grid::new(wanders.copied().collect()).ok()
}

/// A straight line, a curve of the third order, and one wave over the whole, each -1 to 1.
fn smooth(times: &[f64]) -> Vec<Vec<Vec<f64>>> {
    let (first, last) = (
        times.first().copied().unwrap_or(0.0),
        times.last().copied().unwrap_or(1.0),
    );
    let half = ((last - first) / 2.0).max(f64::MIN_POSITIVE);
    let column = |of: &dyn Fn(f64) -> f64| -> Vec<f64> {
        let place = |time: &f64| of((time - first) / half - 1.0);
        times.iter().map(place).collect()
    };
    vec![
        vec![column(&|x| x)],
        vec![column(&|x| x), column(&|x| x * x), column(&|x| x * x * x)],
        vec![column(&wave), column(&|x| wave(x + 0.5))],
    ]
}

/// Nearly the sine of half a turn times `x`, in parabolas: no platform draws it differently.
fn wave(x: f64) -> f64 {
    let place = (x + 1.0).rem_euclid(2.0) - 1.0;
    4.0 * place * (1.0 - place.abs())
}

/// Sizes that a step could have had, in units of the answer furthest from the mean.
const SIZE_SPAN: f64 = 4.0;

/// Draws for each one that is expected to reach a statistic just good enough for a claim. Every
/// p-value carries a guard and parts of a record share a claim, so that one alone is too coarse.
const DRAWS_PER_ALPHA: f64 = 8.0;

/// Enough draws that a clear step is not lost to the coarseness of its p-value.
fn bootstrap(alpha: f64, seed: u64) -> Bootstrap {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "alpha is 1e-6 to 1"
    )]
    let needed = (DRAWS_PER_ALPHA / alpha.clamp(1e-6, 1.0)).ceil() as usize;
    let standard = Bootstrap::standard(seed);
    Bootstrap {
        n_max: standard.n_max.max(needed),
        ..standard
    }
}

fn change(
    cells: &Cells,
    step: &stats::changepoint::Change,
    could_be_drift: bool,
) -> Option<Change> {
    let day = |idx: usize| cells.cells.get(idx).map(|cell| cell.day);
    // A change lies somewhere after the last day before it: over a gap that can be days earlier.
    let after_gap = |idx: usize| match idx.checked_sub(1).and_then(day) {
        Some(before) => Some(before.plus_days(1)),
        None => day(idx),
    };
    Some(Change {
        day: day(step.first_after_idx)?,
        earliest: step.possible_idx.first().and_then(|idx| after_gap(*idx))?,
        latest: step.possible_idx.last().and_then(|idx| day(*idx))?,
        size: Interval::of(&step.step, 0.95).within(-100.0, 100.0),
        p_value: step.p_value,
        could_be_drift,
    })
}

fn segment(cells: &Cells, from: usize, to: usize) -> Option<Segment> {
    let part = cells.cells.get(from..to)?;
    let mean_level = || {
        let times: Vec<f64> = part.iter().map(|cell| cell.time_days).collect();
        let values: Vec<f64> = part.iter().map(|cell| cell.mean).collect();
        let layout = Layout::of_times(&times).ok()?;
        let posterior = Posterior::new(&layout, &values, &Grid::without_drift().ok()?).ok()?;
        let estimates = posterior
            .functionals(&[Functional::mean(&times)], 0.95)
            .ok()?;
        estimates.first().map(level)
    };
    Some(Segment {
        from: part.first()?.day,
        to: part.last()?.day,
        level: mean_level(),
    })
}
