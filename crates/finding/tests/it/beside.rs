//! Diaries with something logged beside the numbness.

use record::LocalDay;
use series::{Candidate, CandidateKind, CandidatePoint, DayValue, NumbnessSeries, Series, Subject};

use crate::diary::{Chance, CheckIn, series};

/// A rating at every check-in: the value that `of` gives for its day and place in the day.
pub fn rated(numbness: &NumbnessSeries, name: &str, of: impl Fn(i32, usize) -> f64) -> Candidate {
    let first = numbness.first_day;
    let mut before: Option<(LocalDay, usize)> = None;
    let mut points = Vec::new();
    for point in &numbness.points {
        let slot = match before {
            Some((day, slot)) if day == point.day => slot + 1,
            _ => 0,
        };
        before = Some((point.day, slot));
        points.push(CandidatePoint {
            time_days: point.time_days,
            day: point.day,
            value: of(point.day.days_since(first), slot),
        });
    }
    Candidate {
        subject: Subject {
            kind: CandidateKind::Item,
            name: name.to_owned(),
        },
        points,
        day_value: DayValue::Mean,
        is_yes_no: false,
        named: Vec::new(),
    }
}

/// Independent numbers for every day and slot.
pub fn noise(seed: u64) -> impl Fn(i32, usize) -> f64 {
    move |day, slot| {
        let place = u64::try_from(day).unwrap_or(0) * 16 + slot as u64;
        // Two rounds, so that neighboring places have nothing in common with each other.
        let mut outer = Chance(seed.wrapping_mul(0x2545_F491_4F6C_DD1D) ^ (place << 7));
        let mut chance = Chance(
            outer
                .uniform()
                .to_bits()
                .wrapping_mul(0xD6E8_FEB8_6659_FD93),
        );
        50.0 + 15.0 * chance.normal()
    }
}

/// The diary of these check-ins with these ratings beside it.
pub fn with(check_ins: &[CheckIn], candidates: Vec<Candidate>) -> Series {
    let mut laid = Series::of_numbness(series(check_ins).unwrap());
    laid.candidates = candidates;
    laid
}
