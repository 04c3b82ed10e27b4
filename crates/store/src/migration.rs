//! Brings an older file to the shape of this program. Refuses a newer one, and keeps a copy first.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use crate::{Folder, StoreError, file};

/// The statements that bring a file to version `idx + 1`, in order. Only ever appended to.
pub(crate) const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_first_tables.sql"),
    include_str!("migrations/0002_suspects.sql"),
    include_str!("migrations/0003_forms.sql"),
    include_str!("migrations/0004_said.sql"),
    include_str!("migrations/0005_plan.sql"),
    include_str!("migrations/0006_people_and_plans.sql"),
    include_str!("migrations/0007_experiments.sql"),
    include_str!("migrations/0008_sheets.sql"),
    include_str!("migrations/0009_told_by_other.sql"),
    include_str!("migrations/0010_schedule.sql"),
    include_str!("migrations/0011_questionnaires.sql"),
];

/// Makes the tables in an empty file.
pub(crate) fn make(connection: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    run_from(connection, 0, migrations)
}

/// Brings an existing file to the newest version, after a copy was made.
pub(crate) fn migrate(
    connection: &mut Connection,
    folder: &Folder,
    migrations: &[&str],
) -> Result<(), StoreError> {
    let version = version(connection)?;
    let newest = u32::try_from(migrations.len()).unwrap_or(u32::MAX);
    if version == 0 {
        // Every record of ours has a version: this one was emptied, and is not to be begun anew.
        return Err(StoreError::Damaged("no tables".to_owned()));
    }
    if version > newest {
        return Err(StoreError::NewerFile {
            file: version,
            program: newest,
        });
    }
    if version == newest {
        return Ok(());
    }
    keep_copy(connection, folder, newest)?;
    run_from(connection, version, migrations)
}

/// Brings a file that nobody uses yet to the newest version, without a copy.
pub(crate) fn bring_up(connection: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    let version = version(connection)?;
    run_from(connection, version, migrations)
}

fn run_from(
    connection: &mut Connection,
    version: u32,
    migrations: &[&str],
) -> Result<(), StoreError> {
    for (number, statements) in (1u32..).zip(migrations) {
        if number > version {
            run(connection, number, statements)?;
        }
    }
    Ok(())
}

pub(crate) fn version(connection: &Connection) -> Result<u32, StoreError> {
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    u32::try_from(version).map_err(|_| StoreError::Damaged("version".to_owned()))
}

fn run(connection: &mut Connection, number: u32, statements: &str) -> Result<(), StoreError> {
    let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have done it while this one waited for its turn.
    if version(&change)? >= number {
        return Ok(());
    }
    change.execute_batch(statements)?;
    change.pragma_update(None, "user_version", number)?;
    change.commit()?;
    Ok(())
}

/// Writes an encrypted copy beside the record, under the same key, and removes older copies.
fn keep_copy(connection: &Connection, folder: &Folder, newest: u32) -> Result<(), StoreError> {
    let path = folder.copy_path(newest);
    let unfinished = path.with_extension("db.new");
    file::remove(&unfinished)?;
    let made = file::make_private(&unfinished)?;
    let name = unfinished
        .to_str()
        .ok_or_else(|| StoreError::NoPermission(unfinished.clone()))?;
    connection.execute(include_str!("migration/copy.sql"), [name])?;
    made.sync_all()
        .map_err(|error| StoreError::io(&unfinished, error))?;
    file::rename(&unfinished, &path)?;
    remove_copies_but(folder, Some(&path))
}

/// Removes every copy that was kept before a change of shape.
pub(crate) fn remove_copies(folder: &Folder) -> Result<(), StoreError> {
    remove_copies_but(folder, None)
}

fn remove_copies_but(folder: &Folder, newest: Option<&Path>) -> Result<(), StoreError> {
    let io = |error| StoreError::io(folder.path(), error);
    for entry in std::fs::read_dir(folder.path()).map_err(io)? {
        let path = entry.map_err(io)?.path();
        let is_copy = path
            .file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name.starts_with("notes.before-") && name.ends_with(".db"));
        if is_copy && Some(path.as_path()) != newest {
            file::remove(&path)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
