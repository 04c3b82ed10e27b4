//! What is watched, one value a day. Refuses yes-or-no things: they have no usual level.

use record::LocalDay;
use series::{CandidateKind, Series, Subject, day_means};

use super::Watched;
use crate::answer::Reason;

/// One series by day, the day counted from 0 on the first day of the record.
#[derive(Debug, Clone)]
pub struct Daily {
    pub watched: Watched,
    pub days: Vec<(i32, f64)>,
}

impl Daily {
    /// Days and values between two days, both included.
    pub fn between(&self, from: i32, to: i32) -> impl Iterator<Item = &(i32, f64)> {
        let inside = move |(day, _): &&(i32, f64)| *day >= from && *day <= to;
        self.days.iter().filter(inside)
    }

    /// Mean and standard deviation between two days; `None` without spread.
    pub fn usual(&self, from: i32, to: i32) -> Option<(f64, f64)> {
        let values: Vec<f64> = self.between(from, to).map(|(_, value)| *value).collect();
        let n = f64::from(u32::try_from(values.len()).ok()?);
        let mean = values.iter().sum::<f64>() / n;
        let square = |value: &f64| (value - mean) * (value - mean);
        let variance = values.iter().map(square).sum::<f64>() / (n - 1.0);
        (variance > 1e-18).then(|| (mean, variance.sqrt()))
    }
}

/// Everything that can be watched.
pub fn all(series: &Series) -> Vec<Daily> {
    let first = series.numbness.first_day;
    let place = |day: LocalDay| day.days_since(first);
    let means = day_means(&series.numbness);
    let settled_from = (means.iter())
        .find(|mean| !mean.is_settling_in)
        .map_or(0, |mean| place(mean.day));
    let numbness = Daily {
        watched: Watched::Numbness,
        days: means
            .iter()
            .map(|mean| (place(mean.day), mean.mean))
            .collect(),
    };
    let is_level = |kind| {
        matches!(
            kind,
            CandidateKind::Item | CandidateKind::SleepMinutes | CandidateKind::SleepQuality
        )
    };
    let candidates = (series.candidates.iter())
        .filter(|c| is_level(c.subject.kind) && !c.is_yes_no)
        .map(|candidate| Daily {
            watched: Watched::Candidate(candidate.subject.clone()),
            days: (candidate.by_day().iter())
                .map(|(day, value)| (place(*day), *value))
                .collect(),
        });
    let mut all: Vec<Daily> = std::iter::once(numbness).chain(candidates).collect();
    for daily in &mut all {
        daily.days.retain(|(day, _)| *day >= settled_from);
    }
    all
}

/// Those with enough in their baseline, and the others with the reason.
pub fn split(
    all: Vec<Daily>,
    (from, to): (i32, i32),
    need: u32,
) -> (Vec<Daily>, Vec<(Subject, Reason)>) {
    let mut usable = Vec::new();
    let mut left_out = Vec::new();
    for daily in all {
        let mut values: Vec<f64> = daily.between(from, to).map(|(_, value)| *value).collect();
        let have = u32::try_from(values.len()).unwrap_or(u32::MAX);
        values.sort_by(f64::total_cmp);
        values.dedup();
        let reason = if have < need {
            Some(Reason::TooFewBaselineDays { have, need })
        } else if values.len() < 3 {
            Some(Reason::AllAlike)
        } else {
            None
        };
        match (reason, &daily.watched) {
            (None, _) => usable.push(daily),
            (Some(reason), Watched::Candidate(subject)) => {
                left_out.push((subject.clone(), reason));
            }
            (Some(_), _) => {}
        }
    }
    (usable, left_out)
}

/// All series at once: the mean of their differences from the baseline in standard deviations, each
/// turned to the side that went with numbness there. `None` with fewer than three, or without
/// numbness to turn them by.
pub fn together(all: &[Daily], (from, to): (i32, i32)) -> Option<Daily> {
    let numbness = all.iter().find(|d| d.watched == Watched::Numbness)?;
    if all.len() < 3 {
        return None;
    }
    let usual: Vec<(f64, f64, f64)> = all
        .iter()
        .filter_map(|daily| {
            let (mean, sd) = daily.usual(from, to)?;
            Some((mean, sd, side(daily, numbness, (from, to))))
        })
        .collect();
    if usual.len() != all.len() {
        return None;
    }
    let last = all
        .iter()
        .filter_map(|d| d.days.last())
        .map(|(day, _)| *day)
        .max()?;
    let mut next: Vec<std::iter::Peekable<std::slice::Iter<'_, (i32, f64)>>> = all
        .iter()
        .map(|daily| daily.days.iter().peekable())
        .collect();
    let mut days = Vec::new();
    for day in from..=last {
        let (mut sum, mut n) = (0.0, 0u32);
        for (iter, (mean, sd, side)) in next.iter_mut().zip(&usual) {
            while iter.next_if(|(other, _)| *other < day).is_some() {}
            if let Some((_, value)) = iter.next_if(|(other, _)| *other == day) {
                sum += side * (value - mean) / sd;
                n += 1;
            }
        }
        if 2 * n as usize >= all.len() {
            days.push((day, sum / f64::from(n)));
        }
    }
    Some(Daily {
        watched: Watched::Together,
        days,
    })
}

/// 1 where the series rose with numbness in the baseline, else -1.
fn side(daily: &Daily, numbness: &Daily, (from, to): (i32, i32)) -> f64 {
    let (Some((mean, _)), Some((level, _))) = (daily.usual(from, to), numbness.usual(from, to))
    else {
        return 1.0;
    };
    let product = |(day, value): &(i32, f64)| {
        let idx = numbness
            .days
            .binary_search_by_key(day, |(other, _)| *other)
            .ok()?;
        let (_, numb) = numbness.days.get(idx)?;
        Some((value - mean) * (numb - level))
    };
    let sum: f64 = daily.between(from, to).filter_map(product).sum();
    if sum < 0.0 { -1.0 } else { 1.0 }
}
