//! Candidates laid beside the check-ins at a lag. Refuses to look ahead: a gap in a candidate is
//! bridged from its own past alone.

use record::LocalDay;
use series::{Candidate, NumbnessPoint, Series, Subject};

use super::{CANDIDATE_DAYS_MIN, EACH_SIDE_MIN};
use crate::answer::Reason;

/// How far before a check-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lag {
    /// The last value before the check-in on the same day.
    EarlierToday,
    /// The value of the day so many days before, 1-3.
    Days(u8),
}

/// Lags that are tested with their weight under Holm: most lies on the nearest ones.
pub const LAGS: [(Lag, f64); 4] = [
    (Lag::EarlierToday, 0.4),
    (Lag::Days(1), 0.4),
    (Lag::Days(2), 0.12),
    (Lag::Days(3), 0.08),
];

/// The same for what a person suspects: of all that suspects have, same day keeps as much of the
/// whole as it had when both lay at an even .4 of a half, and the day before has twice that.
pub const SUSPECT_LAGS: [(Lag, f64); 4] = [
    (Lag::EarlierToday, 0.3),
    (Lag::Days(1), 0.6),
    (Lag::Days(2), 0.06),
    (Lag::Days(3), 0.04),
];

/// Check-ins with a value of their own, and not a bridged one, without which a lag is left out.
const OWN_VALUES_MIN: usize = 20;

/// Candidates with enough in them to be tested, and the others with the reason.
pub fn usable(series: &Series) -> (Vec<&Candidate>, Vec<(Subject, Reason)>) {
    let mut usable = Vec::new();
    let mut left_out = Vec::new();
    for candidate in &series.candidates {
        match shortcoming(candidate) {
            Some(reason) => left_out.push((candidate.subject.clone(), reason)),
            None => usable.push(candidate),
        }
    }
    (usable, left_out)
}

/// Whether a candidate has enough in it from a day on to be tested on that alone.
pub fn is_enough_since(candidate: &Candidate, since: LocalDay) -> bool {
    let mut later = candidate.clone();
    later.points.retain(|point| point.day >= since);
    shortcoming(&later).is_none()
}

fn shortcoming(candidate: &Candidate) -> Option<Reason> {
    let days = candidate.by_day();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let have = count(days.len());
    if have < CANDIDATE_DAYS_MIN {
        let need = CANDIDATE_DAYS_MIN;
        return Some(Reason::TooFewDays { have, need });
    }
    let first = days.first().map_or(0.0, |(_, value)| *value);
    let is_first = |value: &f64| (value - first).abs() < 1e-12;
    let values = || candidate.points.iter().map(|point| point.value);
    if values().all(|value| is_first(&value)) {
        return Some(Reason::AllAlike);
    }
    let n_yes = count(days.iter().filter(|(_, value)| *value > 0.5).count());
    let have = n_yes.min(have - n_yes);
    let need = EACH_SIDE_MIN;
    (candidate.is_yes_no && have < need).then_some(Reason::TooFewOfEach { have, need })
}

/// A candidate's values by day, ready for any lag.
pub struct Laid {
    /// Days with a value and the value, oldest first.
    by_day: Vec<(LocalDay, f64)>,
    /// Points with their values, oldest first.
    points: Vec<(LocalDay, f64, f64)>,
    mean: f64,
    /// Resemblance of one day to the next, 0-0.95.
    carry: f64,
    /// Standard deviation of the day values; of all values where those of days are alike.
    pub sd: f64,
}

impl Laid {
    /// `values`: one a point of the candidate, in their order (its own, or their normal scores).
    pub fn new(candidate: &Candidate, values: &[f64]) -> Self {
        let mut moved = candidate.clone();
        for (point, value) in moved.points.iter_mut().zip(values) {
            point.value = *value;
        }
        let by_day = moved.by_day();
        let n = super::count(by_day.len()).max(1.0);
        let mean = by_day.iter().map(|(_, value)| value).sum::<f64>() / n;
        let square = |(_, value): &(LocalDay, f64)| (value - mean) * (value - mean);
        let variance = by_day.iter().map(square).sum::<f64>() / n;
        let of_values = spread(values);
        let of_days = variance.sqrt();
        let sd = if of_days > 1e-9 * of_values {
            of_days
        } else {
            of_values
        };
        Self {
            carry: carry(&by_day, mean, variance),
            points: moved
                .points
                .iter()
                .map(|point| (point.day, point.time_days, point.value))
                .collect(),
            by_day,
            mean,
            sd,
        }
    }

    /// One value a check-in, as a difference from the candidate's mean; `None` where too few
    /// check-ins have a value of their own.
    pub fn column(&self, check_ins: &[&NumbnessPoint], lag: Lag) -> Option<Vec<f64>> {
        let mut n_own = 0;
        // Check-ins of one day have the same day before them.
        let mut latest: Option<(LocalDay, (f64, bool))> = None;
        let value = |point: &&NumbnessPoint| match lag {
            Lag::EarlierToday => {
                let own = self.earlier_today(point);
                n_own += usize::from(own.is_some());
                own.map_or(0.0, |value| value - self.mean)
            }
            Lag::Days(days) => {
                let day = point.day.plus_days(-i32::from(days));
                let found = latest.filter(|(of, _)| *of == day);
                let (value, is_own) = found.map_or_else(|| self.on(day), |(_, found)| found);
                latest = Some((day, (value, is_own)));
                n_own += usize::from(is_own);
                value
            }
        };
        let column: Vec<f64> = check_ins.iter().map(value).collect();
        let first = column.first()?;
        let varies = column.iter().any(|value| (value - first).abs() > 1e-9);
        (n_own >= OWN_VALUES_MIN && varies).then_some(column)
    }

    /// The last value before a check-in on its day. Answers given with the check-in itself, or
    /// within five minutes of it, were given by the same mood and do not count as before.
    fn earlier_today(&self, check_in: &NumbnessPoint) -> Option<f64> {
        let until = check_in.time_days - 5.0 / 1440.0;
        let idx = self.points.partition_point(|(_, time, _)| *time < until);
        let (day, _, value) = self.points.get(idx.checked_sub(1)?)?;
        (*day == check_in.day).then_some(*value)
    }

    /// Difference from the mean on a day, and whether the day has a value of its own. A day
    /// without one has what the last day before it lets expect.
    pub fn on(&self, day: LocalDay) -> (f64, bool) {
        let idx = self.by_day.partition_point(|(other, _)| *other <= day);
        let Some((last, value)) = idx.checked_sub(1).and_then(|idx| self.by_day.get(idx)) else {
            return (0.0, false);
        };
        let gap = day.days_since(*last);
        (self.carry.powi(gap) * (value - self.mean), gap == 0)
    }
}

/// Standard deviation.
fn spread(values: &[f64]) -> f64 {
    let n = super::count(values.len()).max(1.0);
    let mean = values.iter().sum::<f64>() / n;
    let square = |value: &f64| (value - mean) * (value - mean);
    (values.iter().map(square).sum::<f64>() / n).sqrt()
}

/// Correlation of neighboring days, 0-0.95.
fn carry(by_day: &[(LocalDay, f64)], mean: f64, variance: f64) -> f64 {
    let (mut sum, mut n) = (0.0, 0u32);
    for pair in by_day.windows(2) {
        if let [(day, value), (next, after)] = pair
            && next.days_since(*day) == 1
        {
            sum += (value - mean) * (after - mean);
            n += 1;
        }
    }
    if n < 5 || variance <= 0.0 {
        return 0.0;
    }
    (sum / f64::from(n) / variance).clamp(0.0, 0.95)
}
