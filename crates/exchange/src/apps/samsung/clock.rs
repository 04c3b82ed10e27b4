//! Times and days as the tables of Samsung Health write them. Refuses to say which clock wrote a text.

use std::io::Read;

use record::{LocalDay, Moment, Zone};

use super::super::rows::Rows;
use super::super::{AppFileError, when};

/// A time as it is written, before it is known which clock wrote it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stamp {
    pub seconds: i64,
    pub offset: Option<i32>,
    /// Counted since 1970, which is always in UTC.
    pub is_counted: bool,
}

/// Where the times of a row stand.
pub(super) struct Stamps {
    start: usize,
    end: Option<usize>,
    offset: Option<usize>,
}

impl Stamps {
    pub fn of<R: Read>(rows: &Rows<R>) -> Result<Self, AppFileError> {
        Ok(Self {
            start: need(rows, "start_time")?,
            end: rows.find_last("end_time"),
            offset: rows.find_last("time_offset"),
        })
    }

    pub fn start<R: Read>(&self, rows: &Rows<R>) -> Option<Stamp> {
        stamp(rows.cell(self.start), rows.maybe(self.offset))
    }

    /// Both ends, the second one behind the first.
    pub fn ends<R: Read>(&self, rows: &Rows<R>) -> Option<(Stamp, Stamp)> {
        let from = self.start(rows)?;
        let to = stamp(rows.maybe(self.end), rows.maybe(self.offset))?;
        (from.seconds < to.seconds).then_some((from, to))
    }
}

/// Where a column stands that has to be there, whatever stands before the last dot of its name.
pub(super) fn need<R: Read>(rows: &Rows<R>, name: &'static str) -> Result<usize, AppFileError> {
    let found = rows.find_last(name);
    found.ok_or(AppFileError::MissingColumn(name))
}

/// `2025-03-01 22:30:00.000` or milliseconds, with `UTC+0530` or milliseconds beside it.
fn stamp(text: &str, offset: &str) -> Option<Stamp> {
    let plain = offset.trim_start_matches("UTC");
    let offset = when::offset(plain).or_else(|| {
        let millis: i64 = plain.parse().ok()?;
        when::clock_offset(millis / 1000)
    });
    let counted = text.parse::<i64>().ok();
    Some(Stamp {
        seconds: match counted {
            Some(number) => when::millis(number)?,
            None => when::utc(text)?,
        },
        offset,
        is_counted: counted.is_some(),
    })
}

/// The date of a day, which stands there as its midnight in UTC.
pub(super) fn day(text: &str) -> Option<LocalDay> {
    let seconds = match text.parse::<i64>() {
        Ok(number) => when::millis(number)?,
        Err(_) => when::utc(text)?,
    };
    let moment = Moment::from_unix_seconds(seconds, &Zone::utc()).ok()?;
    when::day_of(&moment)
}
