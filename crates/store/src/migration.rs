//! Brings an older file to the shape of this program. Refuses a newer one, and a change of
//! shape before a back-up of it is on disk.

use rusqlite::{Connection, TransactionBehavior};

use crate::StoreError;

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
    include_str!("migrations/0012_start_days.sql"),
    include_str!("migrations/0013_search.sql"),
];

/// Makes the tables in an empty file.
pub(crate) fn make(connection: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    bring_up(connection, migrations)
}

/// Brings an existing file to the newest version, after `keep` made a back-up: all steps, or none.
pub(crate) fn migrate(
    connection: &mut Connection,
    migrations: &[&str],
    keep: impl FnOnce(u32) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let newest = u32::try_from(migrations.len()).unwrap_or(u32::MAX);
    if !is_older(version(connection)?, newest)? {
        return Ok(());
    }
    let change = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(not_brought_up)?;
    // Another process may have done it while this one waited for its turn. From here on nobody else
    // writes: the back-up holds what is changed.
    let found = version(&change)?;
    if !is_older(found, newest)? {
        return Ok(());
    }
    keep(newest)
        .and_then(|()| run_from(&change, found, migrations))
        .and_then(|()| Ok(change.commit()?))
        .map_err(not_brought_up)
}

/// Whether a file has to be brought up; one that is none of ours or newer is refused.
fn is_older(version: u32, newest: u32) -> Result<bool, StoreError> {
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
    Ok(version < newest)
}

/// Says what was being done when the disk refused.
fn not_brought_up(error: impl Into<StoreError>) -> StoreError {
    let error = error.into();
    match error.is_of_disk() {
        true => StoreError::NotBroughtUp(Box::new(error)),
        false => error,
    }
}

/// Brings a file that nobody uses yet to the newest version, without a back-up.
pub(crate) fn bring_up(connection: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version = version(&change)?;
    run_from(&change, version, migrations)?;
    Ok(change.commit()?)
}

/// Runs the steps after a version inside a change that is still to be committed.
fn run_from(change: &Connection, version: u32, migrations: &[&str]) -> Result<(), StoreError> {
    for (number, statements) in (1u32..).zip(migrations) {
        if number > version {
            change.execute_batch(statements)?;
            change.pragma_update(None, "user_version", number)?;
        }
    }
    Ok(())
}

pub(crate) fn version(connection: &Connection) -> Result<u32, StoreError> {
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    u32::try_from(version).map_err(|_| StoreError::Damaged("version".to_owned()))
}

#[cfg(test)]
mod tests;
