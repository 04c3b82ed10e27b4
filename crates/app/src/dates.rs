//! Days and months in words. Refuses weekdays or months of its own: they come from content.

use record::{LocalDay, Minutes};

use crate::{text, text_with};

/// `Mon 2 Mar 2026`.
pub fn long(day: LocalDay) -> String {
    weekday_before(day, with_year(day))
}

/// `Mon 2 Mar`.
pub fn with_weekday(day: LocalDay) -> String {
    weekday_before(day, short(day))
}

fn weekday_before(day: LocalDay, date: String) -> String {
    let weekday = text(&format!("weekday-{}", day.weekday()));
    let values = [("weekday", weekday.into()), ("day", date.into())];
    text_with("date-weekday", &values)
}

/// `2 Mar`.
pub fn short(day: LocalDay) -> String {
    of_parts("date-short", day, in_date)
}

/// `2 Mar 2026`.
pub fn with_year(day: LocalDay) -> String {
    of_parts("date-long", day, in_date)
}

/// `Mar 2026`.
pub fn month(day: LocalDay) -> String {
    of_parts("date-month", day, in_date)
}

/// `2 Mar`, with the shortest name of the month: for the edge of a picture, where there is little room.
pub fn at_edge(day: LocalDay) -> String {
    of_parts("date-edge", day, shortest)
}

/// `Mar 2026`, likewise.
pub fn month_at_edge(day: LocalDay) -> String {
    of_parts("date-edge-month", day, shortest)
}

/// A month as a sentence has it.
fn in_date(month: u8) -> String {
    text(&format!("month-in-date-{month}"))
}

fn shortest(month: u8) -> String {
    text(&format!("month-{month}"))
}

fn of_parts(pattern: &str, day: LocalDay, name_of: fn(u8) -> String) -> String {
    let (year, month, number) = day.year_month_day();
    let values = [
        ("day", number.to_string().into()),
        ("month", name_of(month).into()),
        ("year", year.to_string().into()),
    ];
    text_with(pattern, &values)
}

/// `7 h 10 min`.
pub fn hours(minutes: Minutes) -> String {
    let values = [
        ("hours", (minutes.0 / 60).to_string().into()),
        ("minutes", (minutes.0 % 60).to_string().into()),
    ];
    text_with("duration", &values)
}

/// A day seen from today: `today`, `yesterday`, or `Mon 2 Mar`; older than half a year with year.
pub fn seen_from(day: LocalDay, today: LocalDay) -> String {
    match today.days_since(day) {
        0 => text("relative-today"),
        1 => text("relative-yesterday"),
        2..=180 => with_weekday(day),
        _ => with_year(day),
    }
}
