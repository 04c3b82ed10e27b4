//! Weekday and time of day as columns that are held still. Refuses trends.

use series::NumbnessPoint;

/// Weeks of data before weekdays get columns of their own.
const WEEKS_MIN: f64 = 3.0;

/// Weekday and time-of-day columns for these occasions; each sums to about zero over a week, so
/// that the level stays the level of an average day.
///
/// Weekdays: six columns, Sunday takes the balance (-1). Time of day: two waves of 24 hours, where
/// occasions fall on different hours. Fewer than three weeks: no columns.
pub fn columns(points: &[&NumbnessPoint]) -> Vec<Vec<f64>> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return Vec::new();
    };
    if last.time_days - first.time_days < WEEKS_MIN * 7.0 {
        return Vec::new();
    }
    let mut columns: Vec<Vec<f64>> = (1..=6u8)
        .map(|weekday| {
            points
                .iter()
                .map(|p| weekday_code(p.day.weekday(), weekday))
                .collect()
        })
        .collect();
    let hours: Vec<f64> = points.iter().map(|p| p.hour).collect();
    let spread = hours.iter().copied().fold(f64::MIN, f64::max)
        - hours.iter().copied().fold(f64::MAX, f64::min);
    if spread > 3.0 {
        for shift in [0.0, 0.25] {
            let raw: Vec<f64> = hours.iter().map(|h| wave(*h, shift)).collect();
            #[expect(clippy::cast_precision_loss, reason = "counts of occasions")]
            let mean = raw.iter().sum::<f64>() / raw.len() as f64;
            columns.push(raw.iter().map(|v| v - mean).collect());
        }
    }
    columns
}

/// Weekday columns for day means, as [`columns`].
pub fn weekday_columns(weekdays: &[u8]) -> Vec<Vec<f64>> {
    if weekdays.len() < 21 {
        return Vec::new();
    }
    (1..=6u8)
        .map(|weekday| weekdays.iter().map(|w| weekday_code(*w, weekday)).collect())
        .collect()
}

fn weekday_code(weekday: u8, column: u8) -> f64 {
    match weekday {
        7 => -1.0,
        w if w == column => 1.0,
        _ => 0.0,
    }
}

/// A wave of one turn a day between -1 and 1, in straight lines: no platform draws it differently.
fn wave(hour: f64, shift: f64) -> f64 {
    let turn = (hour / 24.0 + shift).rem_euclid(1.0);
    1.0 - 4.0 * (turn - 0.5).abs()
}
