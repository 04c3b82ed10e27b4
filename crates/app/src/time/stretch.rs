//! Which days are looked at: a week, a month, a year, everything, or days that were chosen themselves.

use record::LocalDay;

use super::DaysView;
use crate::{Trouble, dates, text_with};

/// Which stretch is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Range {
    /// Seven days.
    Week,
    /// A calendar month.
    #[default]
    Month,
    /// A calendar year.
    Year,
    /// Everything.
    All,
}

impl Range {
    pub const ALL: [Self; 4] = [Self::Week, Self::Month, Self::Year, Self::All];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
            Self::All => "all",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|range| range.name() == text)
    }
}

/// First and last day of the stretch that is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    pub first: LocalDay,
    pub last: LocalDay,
    pub range: Range,
}

impl Stretch {
    /// The stretch of this range around a day; `whole` is the record's own.
    pub fn around(day: LocalDay, range: Range, whole: (LocalDay, LocalDay)) -> Self {
        let (year, month, number) = day.year_month_day();
        let (first, last) = match range {
            Range::Week => {
                let monday = day.plus_days(1 - i32::from(day.weekday()));
                (monday, monday.plus_days(6))
            }
            Range::Month => {
                let first = day.plus_days(1 - i32::from(number));
                (first, month_after(first).plus_days(-1))
            }
            Range::Year => {
                let back = days_into_year(day, month);
                let first = day.plus_days(-back);
                let is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
                (first, first.plus_days(364 + i32::from(is_leap)))
            }
            Range::All => whole,
        };
        Self { first, last, range }
    }

    /// Days that were chosen themselves, shown as the range that is about as long.
    pub fn of((first, last): (LocalDay, LocalDay)) -> Self {
        let range = match last.days_since(first) + 1 {
            ..=8 => Range::Week,
            9..=62 => Range::Month,
            _ => Range::All,
        };
        Self { first, last, range }
    }

    pub fn n_days(self) -> i32 {
        self.last.days_since(self.first) + 1
    }

    pub fn holds(self, day: LocalDay) -> bool {
        day >= self.first && day <= self.last
    }
}

/// First day of the month after the one that starts on `first`.
pub fn month_after(first: LocalDay) -> LocalDay {
    let later = first.plus_days(31);
    later.plus_days(1 - i32::from(later.year_month_day().2))
}

fn days_into_year(day: LocalDay, month: u8) -> i32 {
    let mut first = day.plus_days(1 - i32::from(day.year_month_day().2));
    for _ in 1..month {
        let before = first.plus_days(-1);
        first = before.plus_days(1 - i32::from(before.year_month_day().2));
    }
    day.days_since(first)
}

/// The days in words.
pub fn title(stretch: Stretch) -> String {
    // A part of a month is no month.
    let is_whole = Stretch::around(stretch.first, stretch.range, (stretch.first, stretch.last));
    let is_whole = is_whole == stretch;
    match stretch.range {
        Range::Month if is_whole => dates::month(stretch.first),
        Range::Year if is_whole => stretch.first.year_month_day().0.to_string(),
        Range::Week | Range::Month | Range::Year | Range::All => text_with(
            "from-to",
            &[
                ("from", dates::with_year(stretch.first).into()),
                ("to", dates::with_year(stretch.last).into()),
            ],
        ),
    }
}

/// Two dates, the earlier one first.
pub fn days_of(from: &str, to: &str) -> Result<(LocalDay, LocalDay), Trouble> {
    let (from, to) = (crate::write::parse_day(from)?, crate::write::parse_day(to)?);
    Ok((from.min(to), from.max(to)))
}

/// What the fields of days show, with as many days before and after as are looked at.
pub fn days_view(
    stretch: Stretch,
    (oldest, newest): (LocalDay, LocalDay),
    is_own: bool,
) -> DaysView {
    let n_days = stretch.n_days();
    let beside = |by: i32| {
        let ends = (stretch.first.plus_days(by), stretch.last.plus_days(by));
        let is_there = ends.1 >= oldest && ends.0 <= newest;
        let kept = (ends.0.max(oldest), ends.1.min(newest));
        (is_own && is_there).then(|| (kept.0.to_string(), kept.1.to_string()))
    };
    DaysView {
        from: stretch.first.to_string(),
        to: stretch.last.to_string(),
        oldest: oldest.to_string(),
        newest: newest.to_string(),
        is_own,
        before: beside(-n_days),
        after: beside(n_days),
    }
}
