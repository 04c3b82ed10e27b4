//! The level of numbness over time with its band. Refuses to bridge gaps in silence: the band
//! widens in them, and every day says how far the nearest answer is.

use record::LocalDay;
use series::{NumbnessSeries, day_means};
use stats::state_space::{Grid, Layout, Posterior};

use crate::answer::{Answer, Basis, Interval, Reason};
use crate::calendar;

/// Days with an answer without which no level is drawn.
pub const DAYS_MIN: u32 = 5;
/// Above so many occasions the level rests on day means.
const OCCASIONS_MAX: usize = 1_200;
/// Day means of a long record are taken in stretches, so that a decade is drawn as fast as a year.
const STRETCH_DAYS: usize = 450;
const OVERLAP_DAYS: usize = 45;
const CI_LEVEL: f64 = 0.95;
const METHOD: &str = "state-space/level";
const VERSION: &str = "1";

/// The level on one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LevelDay {
    /// The day.
    pub day: LocalDay,
    /// Level at 15:00 with its band, points of 100.
    pub level: Interval,
    /// Days to the nearest day with an answer; 0 when there is one.
    pub gap_days: u32,
}

/// The level on every day from the first to the last answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// One entry a day, gaps included.
    pub days: Vec<LevelDay>,
}

/// Estimates the level on every day.
#[must_use]
pub fn answer(series: Option<&NumbnessSeries>) -> Answer<Level> {
    let basis = Basis::new(series, METHOD, VERSION);
    let Some(series) = series else {
        return Answer::withhold(Reason::NoOutcome, basis);
    };
    let have = u32::try_from(basis.n_days).unwrap_or(u32::MAX);
    if have < DAYS_MIN {
        return Answer::withhold(
            Reason::TooFewDays {
                have,
                need: DAYS_MIN,
            },
            basis,
        );
    }
    match days(series) {
        Some(days) => Answer::Finding(Level { days }, basis),
        None => Answer::withhold(Reason::AllAlike, basis),
    }
}

/// One stretch of values with the columns that are held still.
struct Stretch {
    times: Vec<f64>,
    values: Vec<f64>,
    columns: Vec<Vec<f64>>,
}

fn days(series: &NumbnessSeries) -> Option<Vec<LevelDay>> {
    let means = day_means(series);
    let mut levels: Vec<(LocalDay, Interval)> = Vec::new();
    let mut from = 0;
    while from < means.len() {
        let is_whole = means.len() <= STRETCH_DAYS + OVERLAP_DAYS;
        let to = if is_whole {
            means.len()
        } else {
            (from + STRETCH_DAYS).min(means.len())
        };
        // Each stretch looks a little way into its neighbors, so that no seam is seen.
        let wide = from.saturating_sub(OVERLAP_DAYS)..(to + OVERLAP_DAYS).min(means.len());
        let part = means.get(wide)?;
        let first = if from == 0 {
            series.first_day
        } else {
            means.get(from)?.day
        };
        let last = means
            .get(to)
            .map_or(series.last_day, |next| next.day.plus_days(-1));
        levels.extend(levels_between(series, part, (first, last))?);
        from = to;
    }
    let answered: Vec<LocalDay> = means.iter().map(|mean| mean.day).collect();
    Some(
        levels
            .into_iter()
            .map(|(day, level)| LevelDay {
                day,
                level,
                gap_days: gap(&answered, day),
            })
            .collect(),
    )
}

fn gap(answered: &[LocalDay], day: LocalDay) -> u32 {
    let idx = answered.partition_point(|other| *other < day);
    let near = [idx.checked_sub(1), Some(idx)].into_iter().flatten();
    let distance = |other: &LocalDay| day.days_since(*other).unsigned_abs();
    near.filter_map(|i| answered.get(i))
        .map(distance)
        .min()
        .unwrap_or(u32::MAX)
}

fn levels_between(
    series: &NumbnessSeries,
    means: &[series::DayMean],
    (first, last): (LocalDay, LocalDay),
) -> Option<Vec<(LocalDay, Interval)>> {
    let stretch = stretch(series, means);
    let layout = Layout::new(&stretch.times, &stretch.columns).ok()?;
    let grid = Grid::standard().ok()?;
    let posterior = Posterior::new(&layout, &stretch.values, &grid).ok()?;
    let n_days = last.days_since(first) + 1;
    let wanted: Vec<LocalDay> = (0..n_days).map(|idx| first.plus_days(idx)).collect();
    let times: Vec<f64> = wanted
        .iter()
        .map(|day| series.time_of(*day, 15.0))
        .collect();
    let band = posterior.band(&times, CI_LEVEL).ok()?;
    let inside = |e| Interval::of(e, CI_LEVEL).within(0.0, 100.0);
    Some(wanted.into_iter().zip(band.iter().map(inside)).collect())
}

fn stretch(series: &NumbnessSeries, means: &[series::DayMean]) -> Stretch {
    if series.n_answered() <= OCCASIONS_MAX {
        let points: Vec<_> = series.answered().collect();
        let only_points: Vec<_> = points.iter().map(|(point, _)| *point).collect();
        return Stretch {
            times: points.iter().map(|(point, _)| point.time_days).collect(),
            values: points.iter().map(|(_, value)| *value).collect(),
            columns: calendar::columns(&only_points),
        };
    }
    let weekdays: Vec<u8> = means.iter().map(|mean| mean.day.weekday()).collect();
    Stretch {
        times: means.iter().map(|mean| mean.time_days).collect(),
        values: means.iter().map(|mean| mean.mean).collect(),
        columns: calendar::weekday_columns(&weekdays),
    }
}
