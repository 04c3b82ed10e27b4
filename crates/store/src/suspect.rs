//! Keeps what the person suspects, with the days of naming and dropping. Refuses rows that say
//! nothing possible.

use record::{Label, LocalDay, Profile, Suspect};
use rusqlite::Connection;

use crate::StoreError;
use crate::append::Writer;

/// Writes all of them in the place of what was there, within the transaction of the profile.
pub(crate) fn save(writer: &Writer<'_>, profile: &Profile) -> Result<(), StoreError> {
    writer.insert(include_str!("suspect/remove_all.sql"), ())?;
    for (row, suspect) in (1i64..).zip(profile.suspects()) {
        let (named_on, dropped_on) = (suspect.named_on(), suspect.dropped_on());
        let params = (
            row,
            suspect.name(),
            named_on.number(),
            dropped_on.map(LocalDay::number),
        );
        writer.insert(include_str!("suspect/append.sql"), params)?;
    }
    Ok(())
}

/// Adds all of them to a profile.
pub(crate) fn load(connection: &Connection, profile: &mut Profile) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(include_str!("suspect/load.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (id, name): (i64, String) = (row.get(0)?, row.get(1)?);
        let (named_on, dropped_on): (i32, Option<i32>) = (row.get(2)?, row.get(3)?);
        let unreadable = || StoreError::Unreadable {
            table: "suspect",
            row: id,
        };
        let suspect = read(&name, named_on, dropped_on).ok_or_else(unreadable)?;
        profile.name_suspect(suspect).map_err(|_| unreadable())?;
    }
    Ok(())
}

fn read(name: &str, named_on: i32, dropped_on: Option<i32>) -> Option<Suspect> {
    let suspect = Suspect::new(
        Label::new(name).ok()?,
        LocalDay::from_number(named_on).ok()?,
    );
    match dropped_on {
        Some(day) => suspect.dropped(LocalDay::from_number(day).ok()?).ok(),
        None => Some(suspect),
    }
}
