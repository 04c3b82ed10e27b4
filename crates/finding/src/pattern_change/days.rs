//! What is watched, one value a day. Refuses yes-or-no things: they have no usual level.

use record::LocalDay;
use series::{CandidateKind, Series, Subject, day_means};
use stats::chart;

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

/// What they have in common, with its own days; `None` with fewer than three.
pub fn together(inputs: &[chart::Watched]) -> Option<Daily> {
    let (times, values) = chart::together(inputs)?;
    let place = |time: f64| {
        #[expect(clippy::cast_possible_truncation, reason = "days of a record")]
        let idx = time.round() as i32;
        idx
    };
    Some(Daily {
        watched: Watched::Together,
        days: times.into_iter().map(place).zip(values).collect(),
    })
}
