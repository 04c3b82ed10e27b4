//! Keeps nights. Refuses to score them.

use record::{FactBody, SleepNight};

use crate::StoreError;
use crate::append::Writer;
use crate::load::{Bodies, Reader, Row};

pub(crate) fn append(
    writer: &mut Writer<'_>,
    fact: i64,
    night: &SleepNight,
) -> Result<(), StoreError> {
    let into_bed = writer.maybe_moment(night.into_bed.as_ref())?;
    let tried_to_sleep = writer.maybe_moment(night.tried_to_sleep.as_ref())?;
    let final_wake = writer.maybe_moment(night.final_wake.as_ref())?;
    let out_of_bed = writer.maybe_moment(night.out_of_bed.as_ref())?;
    writer.insert(
        include_str!("sleep_night/append.sql"),
        (
            fact,
            into_bed.0,
            into_bed.1,
            tried_to_sleep.0,
            tried_to_sleep.1,
            night.latency.map(|minutes| minutes.0),
            night.n_awakenings,
            night.awake.map(|minutes| minutes.0),
            final_wake.0,
            final_wake.1,
            out_of_bed.0,
            out_of_bed.1,
            night.asleep.map(|minutes| minutes.0),
            night.quality,
        ),
    )?;
    Ok(())
}

pub(crate) fn load(reader: &Reader<'_>, bodies: &mut Bodies<'_>) -> Result<(), StoreError> {
    reader.each("sleep_night", include_str!("sleep_night/load.sql"), |row| {
        let night = read(row)?.checked().map_err(|_| row.unreadable())?;
        bodies.put(row, FactBody::SleepNight(night))
    })
}

fn read(row: &Row<'_>) -> Result<SleepNight, StoreError> {
    Ok(SleepNight {
        into_bed: row.maybe_moment(1)?,
        tried_to_sleep: row.maybe_moment(3)?,
        latency: row.maybe_minutes(5)?,
        n_awakenings: row.maybe_number(6)?,
        awake: row.maybe_minutes(7)?,
        final_wake: row.maybe_moment(8)?,
        out_of_bed: row.maybe_moment(10)?,
        asleep: row.maybe_minutes(12)?,
        quality: row.maybe_number(13)?,
    })
}
