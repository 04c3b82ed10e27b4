//! The same stretch as a table and a sentence, from the same numbers as the picture.

use record::{LocalDay, Minutes};

use super::{Range, RowView, Scene, Stretch, month_after};
use crate::{dates, text, text_with, texts};

/// What was written between two days.
pub struct Counts {
    pub n_check_ins: usize,
    pub n_days: usize,
    pub n_flickers: usize,
    pub n_events: usize,
    pub asleep: Option<Minutes>,
}

impl Counts {
    /// Counts what lies between `first` and `last`, both included.
    pub fn of(scene: &Scene, first: LocalDay, last: LocalDay) -> Self {
        let starts = scene.record.profile.day_start;
        let is_inside = |day: LocalDay| day >= first && day <= last;
        let mut days: Vec<LocalDay> = Vec::new();
        if let Some(series) = &scene.series {
            days.extend(
                series
                    .answered()
                    .map(|(p, _)| p.day)
                    .filter(|day| is_inside(*day)),
            );
        }
        let n_check_ins = days.len();
        days.dedup();
        let nights = scene
            .record
            .nights()
            .filter(|(m, _)| is_inside(m.day(starts)));
        let asleep: Vec<u32> = nights
            .filter_map(|(_, night)| night.minutes_asleep())
            .map(|m| m.0)
            .collect();
        let n_nights = u32::try_from(asleep.len()).unwrap_or(u32::MAX);
        Self {
            n_check_ins,
            n_days: days.len(),
            n_flickers: scene
                .flickers
                .iter()
                .filter(|(m, _)| is_inside(m.day(starts)))
                .count(),
            n_events: scene
                .record
                .events()
                .filter(|(m, _)| is_inside(m.day(starts)))
                .count(),
            asleep: asleep
                .iter()
                .sum::<u32>()
                .checked_div(n_nights)
                .map(Minutes),
        }
    }
}

/// What is to be seen, in one sentence.
pub fn sentence(scene: &Scene, counts: &Counts) -> String {
    let levels = scene.levels(scene.stretch.first, scene.stretch.last);
    let counted = [
        ("check-ins", counts.n_check_ins.into()),
        ("days", counts.n_days.into()),
        ("flickers", counts.n_flickers.into()),
    ];
    let written = text_with("sentence-written", &counted);
    let estimates = levels.iter().map(|entry| entry.level.estimate);
    let (low, high) = (
        estimates.clone().fold(f64::MAX, f64::min),
        estimates.fold(f64::MIN, f64::max),
    );
    if levels.is_empty() {
        return format!("{written} {}", text("sentence-no-level"));
    }
    let ends = [
        ("low", texts::points(low).into()),
        ("high", texts::points(high).into()),
    ];
    format!("{written} {}", text_with("sentence-level", &ends))
}

/// Headings of the table, the row's name first.
pub fn columns() -> Vec<String> {
    [
        "column-when",
        "column-level",
        "column-check-ins",
        "column-flickers",
        "column-sleep",
        "column-events",
    ]
    .map(text)
    .to_vec()
}

/// Where a row leads.
pub const fn open_with(stretch: Stretch) -> &'static str {
    match stretch.range {
        Range::Week | Range::Month => "/day",
        Range::Year | Range::All => "/time",
    }
}

/// The range that a row opens.
pub fn narrower(stretch: Stretch) -> Range {
    match stretch.range {
        Range::All if spans_years(stretch) => Range::Year,
        Range::All | Range::Year => Range::Month,
        Range::Month | Range::Week => Range::Week,
    }
}

fn spans_years(stretch: Stretch) -> bool {
    stretch.n_days() > 730
}

/// One row a day, a month or a year.
pub fn rows(scene: &Scene) -> Vec<RowView> {
    spans(scene.stretch, scene.today)
        .into_iter()
        .map(|(first, last, label)| row(scene, (first, last), label))
        .collect()
}

/// The days of a week or a month until today; of more, its months or years; each with its name.
pub fn spans(stretch: Stretch, today: LocalDay) -> Vec<(LocalDay, LocalDay, String)> {
    let mut spans = Vec::new();
    let mut first = stretch.first;
    while first <= stretch.last && first <= today {
        let (last, label) = match stretch.range {
            Range::Week | Range::Month => (first, dates::with_weekday(first)),
            Range::All if spans_years(stretch) => {
                let year = first.year_month_day().0;
                let mut last = first;
                while last.plus_days(1).year_month_day().0 == year {
                    last = last.plus_days(1);
                }
                (last, year.to_string())
            }
            Range::Year | Range::All => {
                let start = first.plus_days(1 - i32::from(first.year_month_day().2));
                (month_after(start).plus_days(-1), dates::month(first))
            }
        };
        let last = last.min(stretch.last);
        spans.push((first, last, label));
        first = last.plus_days(1);
    }
    spans
}

fn row(scene: &Scene, (first, last): (LocalDay, LocalDay), label: String) -> RowView {
    let counts = Counts::of(scene, first, last);
    let none = || text("cell-none");
    let number = |n: usize| if n == 0 { none() } else { n.to_string() };
    let cells = vec![
        level_cell(scene, first, last),
        number(counts.n_check_ins),
        number(counts.n_flickers),
        counts.asleep.map_or_else(none, dates::hours),
        number(counts.n_events),
    ];
    RowView {
        at: first.to_string(),
        label,
        cells,
    }
}

/// One day: level and band. Several: the lowest and highest level.
fn level_cell(scene: &Scene, first: LocalDay, last: LocalDay) -> String {
    let levels = scene.levels(first, last);
    match levels.as_slice() {
        [] => text("cell-none"),
        [one] => text_with(
            "cell-level",
            &[
                ("level", texts::points(one.level.estimate).into()),
                ("low", texts::points(one.level.low).into()),
                ("high", texts::points(one.level.high).into()),
            ],
        ),
        many => {
            let estimates = many.iter().map(|entry| entry.level.estimate);
            let low = estimates.clone().fold(f64::MAX, f64::min);
            let high = estimates.fold(f64::MIN, f64::max);
            let ends = [
                ("low", texts::points(low).into()),
                ("high", texts::points(high).into()),
            ];
            text_with("cell-range", &ends)
        }
    }
}
