//! Keeps what the person chose. Refuses anything that identifies them.

use record::{DayStart, Profile};
use rusqlite::Connection;

use crate::append::Writer;
use crate::{StoreError, suspect, zone};

pub(crate) fn save(writer: &mut Writer<'_>, profile: &Profile) -> Result<(), StoreError> {
    let zone = writer.zone(profile.zone.name())?;
    writer.insert(
        include_str!("profile/save.sql"),
        (
            profile.day_start.minutes(),
            zone,
            profile.threshold(),
            profile.lock_after_minutes(),
            profile.has_read_safety,
        ),
    )?;
    suspect::save(writer, profile)
}

pub(crate) fn load(connection: &Connection) -> Result<Profile, StoreError> {
    let zones = zone::load(connection)?;
    let mut statement = connection.prepare_cached(include_str!("profile/load.sql"))?;
    let (starts, zone, threshold, lock_after, has_read_safety) =
        statement.query_row([], |row| {
            Ok((
                row.get::<_, u16>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, Option<f64>>(2)?,
                row.get::<_, u16>(3)?,
                row.get::<_, bool>(4)?,
            ))
        })?;
    let unreadable = || StoreError::Unreadable {
        table: "profile",
        row: 1,
    };
    let zone = zones.get(&zone).ok_or_else(unreadable)?;
    let mut profile = Profile::new(zone.clone());
    profile.day_start = DayStart::from_minutes(starts).map_err(|_| unreadable())?;
    profile.set_threshold(threshold).map_err(|_| unreadable())?;
    profile
        .set_lock_after_minutes(lock_after)
        .map_err(|_| unreadable())?;
    profile.has_read_safety = has_read_safety;
    suspect::load(connection, &mut profile)?;
    Ok(profile)
}
