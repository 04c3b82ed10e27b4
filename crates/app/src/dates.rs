//! Days and months in words. Refuses weekdays or months of its own: they come from content.

use record::{LocalDay, Minutes};

use crate::{text, text_with};

/// `Mon 2 Mar 2026`.
pub fn long(day: LocalDay) -> String {
    let (year, _, _) = day.year_month_day();
    text_with(
        "date-long",
        &[
            ("day", with_weekday(day).into()),
            ("year", year.to_string().into()),
        ],
    )
}

/// `Mon 2 Mar`.
pub fn with_weekday(day: LocalDay) -> String {
    let weekday = text(&format!("weekday-{}", day.weekday()));
    text_with(
        "date-weekday",
        &[("weekday", weekday.into()), ("day", short(day).into())],
    )
}

/// `2 Mar`.
pub fn short(day: LocalDay) -> String {
    let (_, month, number) = day.year_month_day();
    let values = [
        ("month", text(&format!("month-{month}")).into()),
        ("day", number.to_string().into()),
    ];
    text_with("date-short", &values)
}

/// `2 Mar 2026`.
pub fn with_year(day: LocalDay) -> String {
    let (year, _, _) = day.year_month_day();
    text_with(
        "date-long",
        &[
            ("day", short(day).into()),
            ("year", year.to_string().into()),
        ],
    )
}

/// `Mar 2026`.
pub fn month(day: LocalDay) -> String {
    let (year, month, _) = day.year_month_day();
    let values = [
        ("month", text(&format!("month-{month}")).into()),
        ("year", year.to_string().into()),
    ];
    text_with("date-month", &values)
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
