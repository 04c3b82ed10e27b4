//! Keeps when the person wants to be asked. Refuses to know what time it is.

use record::{ClockSpan, DayStart, LocalDay, PromptMode, Schedule};
use rusqlite::{Connection, OptionalExtension as _, Row};

use crate::{Store, StoreError, profile};

/// A schedule, and how far it went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptSchedule {
    /// When to ask.
    pub schedule: Schedule,
    /// Prompts before this count no more, in seconds UTC: it was chosen, or taken up again, then.
    pub since: i64,
    /// Up to here every prompt was kept with what came of it, in seconds UTC.
    pub seen_until: i64,
}

impl Store {
    /// When the person wants to be asked; `None`: never.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] or [`StoreError::Unreadable`].
    pub fn schedule(&self) -> Result<Option<KeptSchedule>, StoreError> {
        load(self.connection())
    }

    /// Keeps when the person wants to be asked, in the place of what was chosen before; `None`:
    /// never.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn save_schedule(&mut self, kept: Option<&KeptSchedule>) -> Result<(), StoreError> {
        let path = self.path();
        save(self.connection(), kept).map_err(|error| error.at(&path))
    }
}

pub(crate) fn save(connection: &Connection, kept: Option<&KeptSchedule>) -> Result<(), StoreError> {
    let Some(kept) = kept else {
        connection.execute(include_str!("schedule/remove.sql"), [])?;
        return Ok(());
    };
    let schedule = &kept.schedule;
    let (mode, burst_from, weekday) = match schedule.mode() {
        PromptMode::Usual => ("usual", None, None),
        PromptMode::Burst { from } => ("burst", Some(from.number()), None),
        PromptMode::Quiet => ("quiet", None, None),
        PromptMode::Weekly { weekday } => ("weekly", None, Some(weekday)),
    };
    let [early, late] = schedule.windows();
    let quiet = schedule.quiet();
    let mut statement = connection.prepare_cached(include_str!("schedule/save.sql"))?;
    statement.execute((
        mode,
        burst_from,
        weekday,
        early.from(),
        early.to(),
        late.from(),
        late.to(),
        quiet.map(ClockSpan::from),
        quiet.map(ClockSpan::to),
        schedule.seed().cast_signed(),
        kept.since,
        kept.seen_until,
    ))?;
    Ok(())
}

pub(crate) fn load(connection: &Connection) -> Result<Option<KeptSchedule>, StoreError> {
    let starts = profile::load(connection)?.day_start;
    let mut statement = connection.prepare_cached(include_str!("schedule/load.sql"))?;
    let found = statement
        .query_row([], |row| read(row, starts))
        .optional()?;
    let unreadable = || StoreError::Unreadable {
        table: "schedule",
        row: 1,
    };
    found.map(|kept| kept.ok_or_else(unreadable)).transpose()
}

fn read(row: &Row<'_>, starts: DayStart) -> rusqlite::Result<Option<KeptSchedule>> {
    let (mode, from): (String, Option<i32>) = (row.get(0)?, row.get(1)?);
    let from = from.and_then(|day| LocalDay::from_number(day).ok());
    let mode = match (mode.as_str(), from, row.get(2)?) {
        ("usual", _, _) => Some(PromptMode::Usual),
        ("burst", Some(from), _) => Some(PromptMode::Burst { from }),
        ("quiet", _, _) => Some(PromptMode::Quiet),
        ("weekly", _, Some(weekday)) => Some(PromptMode::Weekly { weekday }),
        _ => None,
    };
    let (early, late) = ((row.get(3)?, row.get(4)?), (row.get(5)?, row.get(6)?));
    let quiet: (Option<u16>, Option<u16>) = (row.get(7)?, row.get(8)?);
    let (seed, since, seen_until): (i64, i64, i64) = (row.get(9)?, row.get(10)?, row.get(11)?);
    let span = |(from, to)| ClockSpan::new(from, to).ok();
    let made = || {
        let quiet = match quiet {
            (Some(from), Some(to)) => Some(span((from, to))?),
            _ => None,
        };
        let windows = [span(early)?, span(late)?];
        Schedule::new(windows, quiet, mode?, seed.cast_unsigned(), starts).ok()
    };
    Ok(made().map(|schedule| KeptSchedule {
        schedule,
        since,
        seen_until,
    }))
}
