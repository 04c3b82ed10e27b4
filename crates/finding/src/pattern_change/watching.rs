//! The watching itself, one year after the other, each against a baseline of its own.

use std::collections::BTreeMap;

use record::LocalDay;
use series::{Series, Subject};
use stats::chart::{self, Watch, WatchRule};

use super::days::{self, Daily};
use super::{Alarm, BASELINE_DAYS_MIN, ChartDay, PatternChange, WATCHED_FROM, Watched};
use crate::answer::Reason;

/// Weight of the newest day in the moving average: it looks back about twenty days.
pub const LAMBDA: f64 = 0.1;
const N_DRAWS: usize = 2_000;
/// How the probability is shared, where all of them are watched.
const TOGETHER_WEIGHT: f64 = 0.5;
const NUMBNESS_WEIGHT: f64 = 0.25;
const OTHERS_WEIGHT: f64 = 0.25;
/// An alarm is over after so many days within the limits.
const QUIET_DAYS: i32 = 7;
/// After a year the baseline is the last so many days before.
const LATER_BASELINE_DAYS: i32 = 90;
const YEAR: i32 = 365;
/// Days over which the size of an alarm is told.
const SIZE_DAYS: usize = 10;

/// Days with numbness in the first baseline.
pub fn baseline_days(series: &Series) -> u32 {
    let all = days::all(series);
    let numbness = all.iter().find(|d| d.watched == Watched::Numbness);
    let n = numbness.map_or(0, |d| d.between(0, first_watched() - 1).count());
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn first_watched() -> i32 {
    i32::try_from(WATCHED_FROM).unwrap_or(i32::MAX) - 1
}

/// A baseline and the days watched against it, counted from 0.
struct Epoch {
    baseline: (i32, i32),
    watched: (i32, i32),
    /// Last day and probability of each span.
    spans: Vec<(i32, f64)>,
}

pub fn run(series: &Series, spans: &[(u32, f64)], seed: u64) -> Option<PatternChange> {
    let first = series.numbness.first_day;
    let last = series.numbness.last_day.days_since(first);
    let mut found: Option<PatternChange> = None;
    for epoch in epochs(spans, last) {
        let Some(next) = watch(series, &epoch, seed) else {
            continue;
        };
        found = Some(match found {
            None => next,
            Some(before) => joined(before, next),
        });
    }
    found
}

fn joined(before: PatternChange, mut next: PatternChange) -> PatternChange {
    let mut alarms = before.alarms;
    alarms.append(&mut next.alarms);
    let mut charts = before.charts;
    charts.append(&mut next.charts);
    PatternChange {
        alarms,
        charts,
        false_alarms: before.false_alarms + next.false_alarms,
        ..next
    }
}

/// Cuts the spans at the end of every year of the record.
fn epochs(spans: &[(u32, f64)], last: i32) -> Vec<Epoch> {
    let mut parts: BTreeMap<i32, Vec<(i32, f64)>> = BTreeMap::new();
    let mut from = first_watched();
    let mut pending = 0.0;
    for (end, alpha) in spans {
        let end = i32::try_from(*end).unwrap_or(i32::MAX) - 1;
        if end < from {
            // Before anything is watched nothing is spent.
            pending += alpha;
            continue;
        }
        let years: Vec<i32> = (from / YEAR..=end.min(last.max(from)) / YEAR).collect();
        let n = f64::from(u32::try_from(years.len().max(1)).unwrap_or(u32::MAX));
        for year in years {
            let ends = end.min((year + 1) * YEAR - 1);
            let part = parts.entry(year).or_default();
            part.push((ends, (alpha + pending) / n));
        }
        pending = 0.0;
        from = end + 1;
    }
    let made = parts.into_iter().map(|(year, spans)| {
        let starts = (year * YEAR).max(first_watched());
        let baseline_from = if year == 0 {
            0
        } else {
            starts - LATER_BASELINE_DAYS
        };
        let ends = spans.last().map_or(starts, |(end, _)| *end);
        Epoch {
            baseline: (baseline_from, starts - 1),
            watched: (starts, ends),
            spans,
        }
    });
    made.filter(|epoch| epoch.watched.0 <= last).collect()
}

fn watch(series: &Series, epoch: &Epoch, seed: u64) -> Option<PatternChange> {
    let (all, left_out) = days::split(days::all(series), epoch.baseline, BASELINE_DAYS_MIN);
    let (mut watched, mut inputs) = (Vec::new(), Vec::new());
    for daily in all {
        if let Some(input) = input(&daily, epoch) {
            inputs.push(input);
            watched.push(daily);
        }
    }
    if let Some(daily) = days::together(&inputs)
        && let Some(input) = input(&daily, epoch)
    {
        inputs.push(input.of_many());
        watched.push(daily);
    }
    let inputs: Option<Vec<chart::Watched>> = (weights(&watched).into_iter().zip(inputs))
        .map(|(weight, input)| input.weighing(weight).ok())
        .collect();
    let rule = WatchRule {
        lambda: LAMBDA,
        spans: (epoch.spans.iter())
            .map(|(end, alpha)| (f64::from(*end) + 0.25, *alpha))
            .collect(),
        n_draws: N_DRAWS,
        seed,
    };
    let found = chart::watch(&inputs?, &rule).ok()?;
    Some(told(series, epoch, (&watched, &found), left_out))
}

/// What each has of the probability: half for everything together, a quarter for numbness, the
/// rest alike. What is not there leaves its part to the others.
fn weights(watched: &[Daily]) -> Vec<f64> {
    let n_others = (watched.iter())
        .filter(|daily| matches!(daily.watched, Watched::Candidate(_)))
        .count();
    let n_others = f64::from(u32::try_from(n_others.max(1)).unwrap_or(u32::MAX));
    let of = |daily: &Daily| match daily.watched {
        Watched::Together => TOGETHER_WEIGHT,
        Watched::Numbness => NUMBNESS_WEIGHT,
        Watched::Candidate(_) => OTHERS_WEIGHT / n_others,
    };
    watched.iter().map(of).collect()
}

fn input(daily: &Daily, epoch: &Epoch) -> Option<chart::Watched> {
    let days: Vec<&(i32, f64)> = daily.between(epoch.baseline.0, epoch.watched.1).collect();
    let times: Vec<f64> = days.iter().map(|(day, _)| f64::from(*day)).collect();
    let values: Vec<f64> = days.iter().map(|(_, value)| *value).collect();
    let n_baseline = days
        .iter()
        .filter(|(day, _)| *day <= epoch.baseline.1)
        .count();
    chart::Watched::new(&times, &values, n_baseline).ok()
}

fn told(
    series: &Series,
    epoch: &Epoch,
    (watched, found): (&[Daily], &Watch),
    left_out: Vec<(Subject, Reason)>,
) -> PatternChange {
    let first = series.numbness.first_day;
    let paths: Vec<Vec<ChartDay>> = (found.paths.iter())
        .map(|path| path.iter().map(|point| chart_day(first, point)).collect())
        .collect();
    let alarms = alarms(epoch, watched, &paths, first);
    let is_shown = |daily: &Daily| {
        daily.watched == Watched::Together || alarms.iter().any(|a| a.watched == daily.watched)
    };
    let charts = (watched.iter().zip(&paths))
        .filter(|(daily, _)| is_shown(daily))
        .map(|(daily, path)| (daily.watched.clone(), path.clone()))
        .collect();
    let day = |idx: i32| first.plus_days(idx);
    let last = epoch
        .watched
        .1
        .min(series.numbness.last_day.days_since(first));
    PatternChange {
        baseline: (day(epoch.baseline.0), day(epoch.baseline.1)),
        watched_days: (day(epoch.watched.0), day(last)),
        charts,
        watched: watched.iter().map(|daily| daily.watched.clone()).collect(),
        left_out,
        false_alarms: epoch.spans.iter().map(|(_, alpha)| alpha).sum(),
        alarms,
    }
}

fn chart_day(first: LocalDay, point: &chart::ChartPoint) -> ChartDay {
    #[expect(clippy::cast_possible_truncation, reason = "days of a record")]
    let idx = point.time.round() as i32;
    ChartDay {
        day: first.plus_days(idx),
        statistic: point.statistic,
        limit: point.limit,
    }
}

/// Days beyond a limit, gathered where fewer than seven quiet days lie between them.
fn alarms(
    epoch: &Epoch,
    watched: &[Daily],
    paths: &[Vec<ChartDay>],
    first: LocalDay,
) -> Vec<Alarm> {
    let mut beyond: Vec<(ChartDay, &Daily)> = (watched.iter().zip(paths))
        .flat_map(|(daily, path)| path.iter().map(move |point| (*point, daily)))
        .filter(|(point, _)| point.statistic.abs() > point.limit)
        .collect();
    let excess = |point: &ChartDay| point.statistic.abs() / point.limit;
    beyond.sort_by(|(a, _), (b, _)| a.day.cmp(&b.day).then(excess(b).total_cmp(&excess(a))));
    let mut alarms: Vec<Alarm> = Vec::new();
    for (point, daily) in beyond {
        let quiet = |alarm: &Alarm| point.day.days_since(alarm.until) > QUIET_DAYS;
        match alarms.last_mut() {
            Some(alarm) if !quiet(alarm) => alarm.until = point.day,
            _ => alarms.push(Alarm {
                day: point.day,
                until: point.day,
                watched: daily.watched.clone(),
                is_higher: point.statistic > 0.0,
                size_sd: size_sd(daily, epoch, point.day.days_since(first)),
                statistic: point.statistic,
                limit: point.limit,
            }),
        }
    }
    alarms
}

fn size_sd(daily: &Daily, epoch: &Epoch, day: i32) -> f64 {
    let Some((mean, sd)) = daily.usual(epoch.baseline.0, epoch.baseline.1) else {
        return 0.0;
    };
    let recent: Vec<f64> = (daily.between(epoch.watched.0, day))
        .map(|(_, value)| *value)
        .collect();
    let recent = recent
        .get(recent.len().saturating_sub(SIZE_DAYS)..)
        .unwrap_or_default();
    let n = f64::from(u32::try_from(recent.len().max(1)).unwrap_or(u32::MAX));
    (recent.iter().sum::<f64>() / n - mean) / sd
}
