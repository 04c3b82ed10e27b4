//! Withdraws facts, puts them back and finds single ones. Refuses to change what a fact says.

use record::{Fact, FactKey};
use rusqlite::{Connection, OptionalExtension as _, Params};

use crate::{StoreError, load};

/// Runs one statement by key; gives whether it found the fact in the state it asks for.
pub(crate) fn change(
    connection: &Connection,
    sql: &str,
    params: impl Params,
) -> Result<usize, StoreError> {
    Ok(connection.prepare_cached(sql)?.execute(params)?)
}

/// The fact of a key, unless it is withdrawn.
pub(crate) fn find(connection: &Connection, key: FactKey) -> Result<Option<Fact>, StoreError> {
    let sql = include_str!("fact/find.sql");
    one(connection, sql, [key.as_bytes().as_slice()])
}

/// Says whether a fact of this key is kept and not withdrawn.
pub(crate) fn is_kept(connection: &Connection, key: FactKey) -> Result<bool, StoreError> {
    let mut find = connection.prepare_cached(include_str!("fact/find.sql"))?;
    Ok(find.exists([key.as_bytes().as_slice()])?)
}

/// The newest fact by hand, unless it is withdrawn.
pub(crate) fn last_by_hand(connection: &Connection) -> Result<Option<Fact>, StoreError> {
    one(connection, include_str!("fact/find_last_by_hand.sql"), [])
}

fn one(
    connection: &Connection,
    sql: &str,
    params: impl Params,
) -> Result<Option<Fact>, StoreError> {
    let mut find = connection.prepare_cached(sql)?;
    let row: Option<i64> = find.query_row(params, |row| row.get(0)).optional()?;
    match row {
        Some(row) => Ok(load::facts(connection, (row, row))?.pop()),
        None => Ok(None),
    }
}

/// How many facts are kept and not withdrawn.
pub(crate) fn count(connection: &Connection) -> Result<usize, StoreError> {
    let sql = include_str!("fact/count.sql");
    let n_facts: i64 = connection.query_row(sql, [], |row| row.get(0))?;
    Ok(usize::try_from(n_facts).unwrap_or(0))
}
