//! How numb were the days after tense ones? Describes; claims belong to [`crate::triggers`].

use record::LocalDay;
use series::{CandidateKind, DayMean, Series, day_means};
use stats::state_space::{Functional, Grid, Layout, Posterior};

use crate::answer::{Answer, Basis, Interval, Reason};
use crate::calendar;

/// Days with both tension and numbness, without which no day counts as tense.
pub const DAYS_MIN: u32 = 28;
/// Separate tense times with an answer in the days after them, without which nothing is said.
pub const PEAKS_MIN: u32 = 5;
/// Days after a tense one that are looked at.
pub const DAYS_AFTER: i32 = 3;
/// Of 100 simulated people, so many have an interval of the difference that holds what is true, all kinds
/// of people of `calibration/results/after_high.csv` together: a little fewer than the 95 that it is made for.
pub const HELD_OF_100: u32 = 94;
/// The item that says how tense a day was.
const TENSION: &str = "tension";
/// Share of a person's own days below their tense ones, 0-1.
const QUANTILE: f64 = 0.9;
/// A tense day lies at least so far above the middle of the person's own days, points of 100:
/// who is hardly ever tense has days above nine of ten others that are not tense.
const ABOVE_MIDDLE: f64 = 10.0;
/// Days that are looked at: what held years ago says little.
const DAYS_USED: i32 = 730;
/// Days of each kind without which its own number is not told.
const DAYS_OF_KIND_MIN: usize = 3;
const CI_LEVEL: f64 = 0.95;
const METHOD: &str = "state-space/after-high";
const VERSION: &str = "1";

/// Tense days by the person's own days.
#[derive(Debug, Clone, PartialEq)]
pub struct Tense {
    /// Mean tension of a day from which it counts as tense, points of 100.
    pub line: f64,
    /// Tense days, oldest first.
    pub days: Vec<LocalDay>,
    /// Mean tension of each day that has an answer, oldest first.
    pub by_day: Vec<(LocalDay, f64)>,
}

impl Tense {
    /// Days from the latest tense day at or before `day`, up to [`DAYS_AFTER`]; -1 on the day before
    /// one; `None` on ordinary days.
    #[must_use]
    pub fn place(&self, day: LocalDay) -> Option<i32> {
        let next = self.days.partition_point(|tense| *tense <= day);
        let since = (next.checked_sub(1))
            .and_then(|last| self.days.get(last))
            .map(|tense| day.days_since(*tense))
            .filter(|days| *days <= DAYS_AFTER);
        let is_before = || {
            let ahead = self.days.get(next)?;
            (ahead.days_since(day) == 1).then_some(-1)
        };
        since.or_else(is_before)
    }

    /// Times that are told apart: tense days with at most [`DAYS_AFTER`] days between them are one.
    /// Each with its last day.
    #[must_use]
    pub fn times(&self) -> Vec<LocalDay> {
        let pairs = self.days.chunk_by(|a, b| b.days_since(*a) <= DAYS_AFTER);
        pairs.filter_map(|time| time.last().copied()).collect()
    }
}

/// Finds tense days: at or above nine of ten own days, and well above the middle of them.
///
/// `None` with fewer than [`DAYS_MIN`] days with an answer about tension.
#[must_use]
pub fn tense(series: &Series) -> Option<Tense> {
    let is_tension =
        |c: &&series::Candidate| c.subject.kind == CandidateKind::Item && c.subject.name == TENSION;
    let oldest = series.numbness.last_day.plus_days(1 - DAYS_USED);
    let mut by_day = series.candidates.iter().find(is_tension)?.by_day();
    by_day.retain(|(day, _)| *day >= oldest && *day <= series.numbness.last_day);
    if by_day.len() < usize::try_from(DAYS_MIN).ok()? {
        return None;
    }
    let mut sorted: Vec<f64> = by_day.iter().map(|(_, value)| *value).collect();
    sorted.sort_by(f64::total_cmp);
    let middle = *sorted.get(sorted.len() / 2)?;
    let line = quantile(&sorted)?.max(middle + ABOVE_MIDDLE);
    let tense = by_day.iter().filter(|(_, value)| *value >= line);
    Some(Tense {
        line,
        days: tense.map(|(day, _)| *day).collect(),
        by_day,
    })
}

/// The smallest own day with nine of ten below it.
fn quantile(sorted: &[f64]) -> Option<f64> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a place among days"
    )]
    let idx = (sorted.len() as f64 * QUANTILE) as usize;
    sorted.get(idx.min(sorted.len().checked_sub(1)?)).copied()
}

/// Numbness and tension so many days from a tense one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DayOfPeak {
    /// -1: the day before; 0: a tense day; 1 to [`DAYS_AFTER`]: days after the last tense one.
    pub days_after: i32,
    /// Days with an answer about numbness.
    pub n_days: usize,
    /// Numbness less that of ordinary days, points of 100; `None`: too few such days.
    pub difference: Option<Interval>,
    /// Mean tension on such days, points of 100; `None`: no answer.
    pub tension: Option<f64>,
}

/// Numbness after tense days, against ordinary days of the same weekdays and weeks.
#[derive(Debug, Clone, PartialEq)]
pub struct AfterHigh {
    /// Mean tension of a day from which it counts as tense, points of 100.
    pub line: f64,
    /// Separate tense times with an answer in the days after.
    pub n_times: u32,
    /// Days with an answer in the days after.
    pub n_days_after: u32,
    /// Ordinary days with an answer.
    pub n_ordinary: u32,
    /// Mean level of ordinary days.
    pub ordinary: Interval,
    /// Mean of the days after less that of ordinary days: above zero is more numb.
    pub difference: Interval,
    /// Mean tension on ordinary days, points of 100; `None`: no answer.
    pub ordinary_tension: Option<f64>,
    /// Each day around tense ones.
    pub by_day: Vec<DayOfPeak>,
}

impl AfterHigh {
    /// Whether the interval of the difference leaves zero out.
    #[must_use]
    pub fn is_told_apart(&self) -> bool {
        self.difference.low > 0.0 || self.difference.high < 0.0
    }
}

/// Describes numbness on the one to three days after tense ones.
///
/// Method, assumptions and measured coverage: `method.md` beside this file.
#[must_use]
pub fn answer(series: Option<&Series>) -> Answer<AfterHigh> {
    let mut basis = Basis::new(series.map(|s| &s.numbness), METHOD, VERSION);
    let Some(series) = series else {
        return Answer::withhold(Reason::NoOutcome, basis);
    };
    let Some(tense) = tense(series) else {
        let have = days_with_tension(series);
        let need = DAYS_MIN;
        return Answer::withhold(Reason::TooFewDays { have, need }, basis);
    };
    let oldest = series.numbness.last_day.plus_days(1 - DAYS_USED);
    let mut days = day_means(&series.numbness);
    days.retain(|day| day.day >= oldest);
    let n_times = followed(&tense, &days);
    if n_times < PEAKS_MIN {
        let (have, need) = (n_times, PEAKS_MIN);
        return Answer::withhold(Reason::TooFewTenseTimes { have, need }, basis);
    }
    match estimate(series, &tense, &days, n_times) {
        Some((found, correlation)) => {
            basis.period = days.first().zip(days.last()).map(|(a, b)| (a.day, b.day));
            basis.n_days = days.len();
            basis.numbers = vec![
                ("correlation_a_day", correlation),
                ("tense_from", found.line),
                ("tense_times", f64::from(found.n_times)),
            ];
            Answer::Finding(found, basis)
        }
        None => Answer::withhold(Reason::AllAlike, basis),
    }
}

fn days_with_tension(series: &Series) -> u32 {
    let tension = series.candidates.iter().find(|c| c.subject.name == TENSION);
    let n = tension.map_or(0, |tension| tension.by_day().len());
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Tense times with an answer about numbness in the days after.
fn followed(tense: &Tense, days: &[DayMean]) -> u32 {
    let times = tense.times();
    let is_followed = |last: &&LocalDay| {
        let after = |day: &DayMean| (1..=DAYS_AFTER).contains(&day.day.days_since(**last));
        days.iter().any(after)
    };
    u32::try_from(times.iter().filter(is_followed).count()).unwrap_or(u32::MAX)
}

/// Numbers of one kind of day beside those of ordinary days.
struct Kinds {
    /// Days after a tense one, for each column of the layout.
    columns: Vec<(i32, usize)>,
    n_calendar: usize,
}

impl Kinds {
    /// The mean over these days after, weighted by how many of each there are.
    fn mean(&self, wanted: impl Fn(i32) -> bool) -> Option<Functional> {
        let is_wanted = |(days_after, n): &&(i32, usize)| wanted(*days_after) && *n > 0;
        let all: usize = self.columns.iter().filter(is_wanted).map(|(_, n)| n).sum();
        let mut coefficients = vec![0.0; self.n_calendar];
        #[expect(clippy::cast_precision_loss, reason = "counts of days")]
        let weight = |entry: &(i32, usize)| {
            if is_wanted(&entry) {
                entry.1 as f64 / all as f64
            } else {
                0.0
            }
        };
        coefficients.extend(self.columns.iter().map(weight));
        (all > 0).then(|| Functional {
            points: Vec::new(),
            coefficients,
        })
    }
}

fn estimate(
    series: &Series,
    tense: &Tense,
    days: &[DayMean],
    n_times: u32,
) -> Option<(AfterHigh, f64)> {
    let places: Vec<Option<i32>> = days.iter().map(|day| tense.place(day.day)).collect();
    let weekdays: Vec<u8> = days.iter().map(|day| day.day.weekday()).collect();
    let mut columns = calendar::weekday_columns(&weekdays);
    let n_calendar = columns.len();
    let of_kind = |wanted: i32| -> Vec<f64> {
        let is_it = |place: &Option<i32>| f64::from(u8::from(*place == Some(wanted)));
        places.iter().map(is_it).collect()
    };
    let count = |wanted: i32| places.iter().filter(|p| **p == Some(wanted)).count();
    // A kind without a day has no column.
    let kinds: Vec<(i32, usize)> = (-1..=DAYS_AFTER)
        .map(|wanted| (wanted, count(wanted)))
        .filter(|(_, n)| *n > 0)
        .collect();
    columns.extend(kinds.iter().map(|(wanted, _)| of_kind(*wanted)));
    let kinds = Kinds {
        columns: kinds,
        n_calendar,
    };
    let ordinary: Vec<f64> = (days.iter().zip(&places))
        .filter(|(_, place)| place.is_none())
        .map(|(day, _)| series.numbness.time_of(day.day, 15.0))
        .collect();
    if ordinary.is_empty() {
        return None;
    }
    let times: Vec<f64> = days.iter().map(|day| day.time_days).collect();
    let values: Vec<f64> = days.iter().map(|day| day.mean).collect();
    let layout = Layout::new(&times, &columns).ok()?;
    let posterior = Posterior::new(&layout, &values, &Grid::standard().ok()?).ok()?;
    let mut asked = vec![
        Functional::mean(&ordinary),
        kinds.mean(|days_after| days_after > 0)?,
    ];
    let told: Vec<i32> = (kinds.columns.iter())
        .filter(|(_, n)| *n >= DAYS_OF_KIND_MIN)
        .map(|(days_after, _)| *days_after)
        .collect();
    for days_after in &told {
        asked.push(kinds.mean(|d| d == *days_after)?);
    }
    let estimates = posterior.functionals(&asked, CI_LEVEL).ok()?;
    let difference = |e| Interval::of(e, CI_LEVEL).within(-100.0, 100.0);
    let by_day = (-1..=DAYS_AFTER).map(|days_after| DayOfPeak {
        days_after,
        n_days: count(days_after),
        difference: (told.iter().position(|d| *d == days_after))
            .and_then(|at| estimates.get(at + 2))
            .map(difference),
        tension: tension(tense, Some(days_after)),
    });
    let n = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let found = AfterHigh {
        line: tense.line,
        n_times,
        n_days_after: n((1..=DAYS_AFTER).map(count).sum()),
        n_ordinary: n(ordinary.len()),
        ordinary: Interval::of(estimates.first()?, CI_LEVEL).within(0.0, 100.0),
        difference: difference(estimates.get(1)?),
        ordinary_tension: tension(tense, None),
        by_day: by_day.collect(),
    };
    let correlation = posterior.average(stats::state_space::Dependence::rho);
    Some((found, correlation))
}

/// Mean tension on days at this place.
fn tension(tense: &Tense, place: Option<i32>) -> Option<f64> {
    let days = (tense.by_day.iter()).filter(|(day, _)| tense.place(*day) == place);
    let (sum, n) = days.fold((0.0, 0.0), |(sum, n), (_, value)| (sum + value, n + 1.0));
    (n > 0.0).then(|| sum / n)
}
