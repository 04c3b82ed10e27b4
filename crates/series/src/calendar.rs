//! Points gathered by the person's days. Refuses days without an answer.

use record::LocalDay;

use crate::NumbnessSeries;

/// One day that has at least one answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DayMean {
    /// The person's day.
    pub day: LocalDay,
    /// Mean numbness of its answers, 0-100.
    pub mean: f64,
    /// How many answers.
    pub n: u32,
    /// Mean time since the start of the first day, in days.
    pub time_days: f64,
    /// Among the first seven days of a record made by hand.
    pub is_settling_in: bool,
}

/// Gathers answers by day, oldest first; days without an answer do not appear.
#[must_use]
pub fn day_means(series: &NumbnessSeries) -> Vec<DayMean> {
    let mut days: Vec<DayMean> = Vec::new();
    for (point, numbness) in series.answered() {
        match days.last_mut().filter(|last| last.day == point.day) {
            Some(last) => {
                let n = f64::from(last.n);
                last.mean = last.mean.mul_add(n, numbness) / (n + 1.0);
                last.time_days = last.time_days.mul_add(n, point.time_days) / (n + 1.0);
                last.n += 1;
            }
            None => days.push(DayMean {
                day: point.day,
                mean: numbness,
                n: 1,
                time_days: point.time_days,
                is_settling_in: point.is_settling_in,
            }),
        }
    }
    days
}
