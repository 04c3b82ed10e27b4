//! Says when a row was, by the plan of the map. Refuses a row that answers and names no time.

use record::{Beep, LocalDay, Zone};

use super::clock::{self, Clock, Stamp, Written};
use super::number::{Cell, count, shown};
use super::person::Row;
use crate::map::TimePlan;
use crate::{Map, Rejection, WarningKind};

const NOON: u32 = 12 * 3600;
const HINT_DATE: &str = "write dates as 2012-08-13 and times as 08:58 or 08:58:56";
const HINT_TIME: &str = "write when it was, or empty the row";

/// When a row was, and at which prompt.
pub(super) struct When {
    pub(super) stamp: Stamp,
    /// The date that the row names, which is the one that its dose was for.
    pub(super) date: LocalDay,
    pub(super) beep: Option<Beep>,
    pub(super) day_no: Option<u32>,
    pub(super) beep_no: Option<u32>,
    pub(super) is_date_only: bool,
}

impl When {
    /// Without a prompt.
    const fn of(date: LocalDay, stamp: Stamp, is_date_only: bool) -> Self {
        Self {
            stamp,
            date,
            beep: None,
            day_no: None,
            beep_no: None,
            is_date_only,
        }
    }
}

/// Reads when rows were.
pub(super) struct Times {
    clock: Clock,
    zone: Option<Zone>,
    /// Date, number of the prompt and time of the row before.
    before: Option<(LocalDay, u32, i64)>,
}

type Date = (u16, u8, u8);

impl Times {
    pub(super) fn new(map: &Map) -> Self {
        let zone = map.zone().cloned();
        Self {
            clock: Clock::new(zone.clone()),
            zone,
            before: None,
        }
    }

    /// The zone of days without a clock: that of the map, else UTC.
    pub(super) fn zone(&self) -> Zone {
        self.zone.clone().unwrap_or_else(Zone::utc)
    }

    /// When the row was; `None` when it says neither when nor anything else.
    pub(super) fn read(&mut self, row: &Row<'_>) -> Result<Option<When>, Rejection> {
        if let Some(stamp) = self.usual(row) {
            return Ok(Some(When::of(stamp.date, stamp, false)));
        }
        let map = row.map;
        let day_no = counted(row, row.columns.day, map.day_column.as_deref())?;
        let beep_no = counted(row, row.columns.beep, map.beep_column.as_deref())?;
        if let TimePlan::DayAndBeep { .. } = &map.time {
            return self.by_numbers(row, day_no, beep_no);
        }
        let beep_time = match (row.columns.beep_time, &map.beep_time_column) {
            (Some(idx), Some(column)) => written(row, idx, column)?,
            _ => None,
        };
        let when = match (&map.time, row.columns.date) {
            (
                TimePlan::DateAndTime {
                    column,
                    date_column,
                    ..
                },
                Some(date_idx),
            ) => self.by_date_and_time(row, (date_column, date_idx, column), beep_time)?,
            (TimePlan::Stamp { column, .. }, _) => self.by_stamp(row, column)?,
            _ => None,
        };
        let Some(mut when) = when else {
            return Ok(None);
        };
        (when.day_no, when.beep_no) = (day_no, beep_no);
        match (beep_time, &map.beep_time_column) {
            (Some(time), Some(column)) => when.beep = Some(self.beep(row, &when, column, time)?),
            _ => self.check_order(&mut when),
        }
        Ok(Some(when))
    }

    /// The time of a row on the day of the row before, where nothing else says when it was: nearly all
    /// rows of nearly all tables. Of others, [`Self::read`] tells.
    fn usual(&self, row: &Row<'_>) -> Option<Stamp> {
        let columns = row.columns;
        let is_time_alone = matches!(row.map.time, TimePlan::Stamp { .. })
            && (columns.day.or(columns.beep).or(columns.beep_time)).is_none();
        if !is_time_alone {
            return None;
        }
        let time = clock::plain(row.unmarked(columns.stamp)?)?;
        self.clock.on_latest(time.date?, time.seconds?)
    }

    fn by_numbers(
        &mut self,
        row: &Row<'_>,
        day_no: Option<u32>,
        beep_no: Option<u32>,
    ) -> Result<Option<When>, Rejection> {
        let TimePlan::DayAndBeep {
            day,
            beep,
            start,
            beeps_per_day,
            burst,
            ..
        } = &row.map.time
        else {
            return Ok(None);
        };
        let empty = |column: &str, what: &str| {
            let fault = row.fault(
                column,
                format!("the row has no number of the {what}"),
                HINT_TIME,
            );
            if row.has_content {
                Err(fault)
            } else {
                Ok(None)
            }
        };
        let Some(day_no) = day_no else {
            return empty(day, "day");
        };
        let seconds = match (beep, beep_no) {
            (None, _) => NOON,
            (Some(column), None) => return empty(column, "prompt"),
            (Some(column), Some(n)) if n > *beeps_per_day => {
                let why = format!("{n} is more than {beeps_per_day} prompts a day");
                let hint = "correct the cell, or add beeps_per_day to time in the map";
                return Err(row.fault(column, why, hint));
            }
            // The middle of the prompt's block of 07:30 to 22:30.
            (Some(_), Some(n)) => 27_000 + (2 * n - 1) * 27_000 / beeps_per_day,
        };
        let n_burst = match (burst, row.columns.burst) {
            (Some(burst), Some(idx)) => match row.cell(idx) {
                Cell::Empty => return empty(&burst.column, "stretch of days"),
                Cell::Text(text) => count(text).filter(|n| *n <= 1000).ok_or_else(|| {
                    let why = format!("{} is not a whole number from 0 to 1000", shown(text));
                    row.fault(&burst.column, why, "correct the cell")
                })?,
            },
            _ => 0,
        };
        let days = n_burst * burst.as_ref().map_or(0, |burst| burst.days_apart) + day_no - 1;
        let date = start.plus_days(i32::try_from(days).unwrap_or(i32::MAX));
        let stamp = (parts(date).ok_or("is outside the years 1900 to 2200"))
            .and_then(|date| self.clock.stamp(date, seconds, None))
            .map_err(|why| row.fault(day, format!("\"{day_no}\" {why}"), "correct the cell"))?;
        Ok(Some(When {
            day_no: Some(day_no),
            beep_no,
            ..When::of(stamp.date, stamp, beep.is_none())
        }))
    }

    fn by_stamp(&mut self, row: &Row<'_>, column: &str) -> Result<Option<When>, Rejection> {
        let Some(time) = written(row, row.columns.stamp, column)? else {
            return without_time(row, column);
        };
        let Some(date) = time.date else {
            let why = "a time of day without a date".to_owned();
            return Err(row.fault(
                column,
                why,
                "name the column of dates as date_column in the map",
            ));
        };
        let stamp = self.stamp(row, column, (date, time))?;
        Ok(Some(When::of(stamp.date, stamp, time.seconds.is_none())))
    }

    fn by_date_and_time(
        &mut self,
        row: &Row<'_>,
        columns: (&str, usize, &str),
        beep_time: Option<Written>,
    ) -> Result<Option<When>, Rejection> {
        let (date_column, date_idx, column) = columns;
        let Some(date) = written(row, date_idx, date_column)? else {
            return without_time(row, date_column);
        };
        let Some(date) = date.date else {
            let why = "a time where a date should be".to_owned();
            return Err(row.fault(date_column, why, HINT_DATE));
        };
        let Some(day) = clock::calendar_day(date) else {
            return Err(row.fault(date_column, no_date(row.cell(date_idx)), HINT_DATE));
        };
        // An answer that was never begun is at the time of its prompt.
        let Some(time) = written(row, row.columns.stamp, column)?.or(beep_time) else {
            return without_time(row, column);
        };
        let mut after_midnight = false;
        let on = match time.date {
            Some(own) => {
                let is_near = clock::calendar_day(own)
                    .is_some_and(|own| (0..=1).contains(&own.days_since(day)));
                if !is_near {
                    let why = format!("the date in \"{column}\" is not {day} or the day after");
                    return Err(row.fault(date_column, why, "correct one of the two dates"));
                }
                own
            }
            // More than half a day before its prompt: it was given on the next date.
            None if is_half_a_day_before(time, beep_time) => {
                after_midnight = true;
                parts(day.plus_days(1)).unwrap_or(date)
            }
            None => date,
        };
        let mut stamp = self.stamp(row, column, (on, time))?;
        if after_midnight {
            stamp.warnings.push(WarningKind::AfterMidnight);
        }
        Ok(Some(When::of(day, stamp, false)))
    }

    /// The prompt of a row: on its own date, or the one before for an answer after midnight.
    fn beep(
        &mut self,
        row: &Row<'_>,
        when: &When,
        column: &str,
        time: Written,
    ) -> Result<Beep, Rejection> {
        let date = (time.date.or_else(|| parts(when.date))).unwrap_or_default();
        let mut due = self.stamp(row, column, (date, time))?.moment;
        let ahead = due.unix_seconds() - when.stamp.moment.unix_seconds();
        if time.date.is_none() && row.columns.date.is_none() && ahead > i64::from(NOON) {
            let day = parts(when.date.plus_days(-1));
            due = self.stamp(row, column, (day.unwrap_or(date), time))?.moment;
        }
        Ok(Beep {
            sent_at: Some(due.clone()),
            scheduled_at: due,
        })
    }

    fn stamp(
        &mut self,
        row: &Row<'_>,
        column: &str,
        at: (Date, Written),
    ) -> Result<Stamp, Rejection> {
        let (date, time) = at;
        let seconds = time.seconds.unwrap_or(NOON);
        self.clock.stamp(date, seconds, time.offset).map_err(|why| {
            let (year, month, day) = date;
            let why = format!("\"{year:04}-{month:02}-{day:02}\" {why}");
            let hint = if self.zone.is_some() {
                HINT_DATE
            } else {
                "add zone to time in the map"
            };
            row.fault(column, why, hint)
        })
    }

    /// Adds a warning when a later prompt of the same date has an earlier time.
    fn check_order(&mut self, when: &mut When) {
        let Some(beep_no) = when.beep_no else { return };
        let clock = when.stamp.moment.unix_seconds();
        if let Some((before, n, earlier)) = self.before
            && before == when.date
            && n < beep_no
            && earlier > clock
        {
            when.stamp.warnings.push(WarningKind::PromptOrder);
        }
        self.before = Some((when.date, beep_no, clock));
    }
}

fn is_half_a_day_before(time: Written, beep: Option<Written>) -> bool {
    match (time.seconds, beep.and_then(|beep| beep.seconds)) {
        (Some(time), Some(beep)) => time + NOON < beep,
        _ => false,
    }
}

fn parts(day: LocalDay) -> Option<Date> {
    let (year, month, day) = day.year_month_day();
    Some((u16::try_from(year).ok()?, month, day))
}

fn without_time(row: &Row<'_>, column: &str) -> Result<Option<When>, Rejection> {
    if row.has_content {
        Err(row.fault(column, "the row has no time".to_owned(), HINT_TIME))
    } else {
        Ok(None)
    }
}

fn written(row: &Row<'_>, idx: usize, column: &str) -> Result<Option<Written>, Rejection> {
    if let Some(time) = row.unmarked(idx).and_then(clock::plain) {
        return Ok(Some(time));
    }
    match row.cell(idx) {
        Cell::Empty => Ok(None),
        Cell::Text(text) => match clock::read_in(text, row.map.dates) {
            Some(time) => Ok(Some(time)),
            None => Err(row.fault(column, no_date(Cell::Text(text)), HINT_DATE)),
        },
    }
}

fn no_date(cell: Cell<'_>) -> String {
    let text = match cell {
        Cell::Text(text) => text,
        Cell::Empty => "",
    };
    format!("{} is not a date or time", shown(text))
}

fn counted(
    row: &Row<'_>,
    idx: Option<usize>,
    column: Option<&str>,
) -> Result<Option<u32>, Rejection> {
    let (Some(idx), Some(column)) = (idx, column) else {
        return Ok(None);
    };
    match row.cell(idx) {
        Cell::Empty => Ok(None),
        Cell::Text(text) => match count(text) {
            Some(n) if (1..=100_000).contains(&n) => Ok(Some(n)),
            _ => {
                let why = format!("{} is not a whole number from 1", shown(text));
                Err(row.fault(column, why, "correct the cell or leave it empty"))
            }
        },
    }
}
