//! Keeps the names of time zones once. Refuses zones that no table on this computer knows.

use std::collections::HashMap;

use record::Zone;
use rusqlite::Connection;

use crate::StoreError;

/// Every zone by its row.
pub(crate) fn load(connection: &Connection) -> Result<HashMap<i64, Zone>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("zone/load.sql"))?;
    let mut rows = statement.query([])?;
    let mut zones = HashMap::new();
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let name: String = row.get(1)?;
        let unreadable = |_| StoreError::Unreadable {
            table: "zone",
            row: id,
        };
        zones.insert(id, Zone::new(&name).map_err(unreadable)?);
    }
    Ok(zones)
}
