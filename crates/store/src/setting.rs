//! Keeps small states of the app under a name. Refuses facts: those have tables of their own.

use rusqlite::{Connection, OptionalExtension as _};

use crate::StoreError;

pub(crate) fn load(connection: &Connection, name: &str) -> Result<Option<String>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("setting/load.sql"))?;
    Ok(statement.query_row([name], |row| row.get(0)).optional()?)
}

pub(crate) fn save(
    connection: &Connection,
    name: &str,
    value: Option<&str>,
) -> Result<(), StoreError> {
    match value {
        Some(value) => connection.execute(include_str!("setting/save.sql"), [name, value])?,
        None => connection.execute(include_str!("setting/remove.sql"), [name])?,
    };
    Ok(())
}
