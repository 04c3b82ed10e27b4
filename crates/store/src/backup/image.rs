//! The tables of a record in memory: taken from an encrypted file, written to one, packed as bytes.
//! Refuses tables that this program did not make.

use std::path::Path;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, MAIN_DB};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::key::{Key, hex};
use crate::migration::{self, MIGRATIONS};
use crate::{StoreError, check, connection, file};

/// Reads the record of a file, as it stands at one moment, into memory.
pub(super) fn of_record(path: &Path, key: &Key) -> Result<Connection, StoreError> {
    match taken(path, key) {
        // As where a record is opened: a disk that did not give the salt is asked again, and is no damage.
        Err(StoreError::Damaged(_)) => {
            connection::expect_salt(path)?;
            taken(path, key)
        }
        taken => taken,
    }
}

fn taken(path: &Path, key: &Key) -> Result<Connection, StoreError> {
    let memory = empty()?;
    attach(&memory, path, key)?;
    let version: u32 = memory.query_row("PRAGMA disk.user_version", [], |row| row.get(0))?;
    memory.execute_batch(include_str!("image/take.sql"))?;
    memory.pragma_update(Some("main"), "user_version", version)?;
    memory.execute_batch("DETACH DATABASE disk")?;
    Ok(memory)
}

/// Writes what is in memory into a new encrypted file, for the owner alone.
pub(super) fn to_record(memory: &Connection, path: &Path, key: &Key) -> Result<(), StoreError> {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        file::remove(Path::new(&name))?;
    }
    let made = file::make_private(path)?;
    let version = migration::version(memory)?;
    attach(memory, path, key)?;
    let written = memory
        .execute_batch(include_str!("image/give.sql"))
        .and_then(|()| memory.pragma_update(Some("disk"), "user_version", version));
    memory.execute_batch("DETACH DATABASE disk")?;
    written?;
    made.sync_all().map_err(|error| StoreError::io(path, error))
}

/// A database in memory without a table.
pub(crate) fn empty() -> Result<Connection, StoreError> {
    connection::start()?;
    let memory = Connection::open_in_memory()?;
    memory.execute_batch(include_str!("image/set_up.sql"))?;
    Ok(memory)
}

fn attach(memory: &Connection, path: &Path, key: &Key) -> Result<(), StoreError> {
    let name = path
        .to_str()
        .ok_or_else(|| StoreError::NoPermission(path.to_owned()))?;
    let words = Zeroizing::new(format!("x'{}'", *hex(key.as_slice())));
    memory.execute("ATTACH DATABASE ?1 AS disk KEY ?2", (name, words.as_str()))?;
    Ok(())
}

/// The tables as the bytes of a plain database file. They never reach a disk as they are.
pub(super) fn bytes(memory: &mut Connection) -> Result<Zeroizing<Vec<u8>>, StoreError> {
    Ok(Zeroizing::new(memory.serialize(MAIN_DB)?.to_vec()))
}

/// The tables of the bytes of a plain database file.
pub(super) fn of_bytes(bytes: &[u8]) -> Result<Connection, StoreError> {
    let mut memory = empty()?;
    memory
        .deserialize_read_exact(MAIN_DB, bytes, bytes.len(), false)
        .map_err(|_| StoreError::BackupDamaged)?;
    memory.execute_batch(include_str!("image/set_up.sql"))?;
    Ok(memory)
}

/// The tables of the bytes of a plain database file of which pages may be empty.
pub(crate) fn of_plain(bytes: &[u8]) -> Result<Connection, StoreError> {
    of_bytes(bytes).map_err(|_| StoreError::Damaged("list of tables".to_owned()))
}

/// Refuses a database whose tables are not those of this version, or do not fit together.
pub(super) fn expect_shape(memory: &Connection, version: u32) -> Result<(), StoreError> {
    let n_steps = usize::try_from(version).unwrap_or(usize::MAX);
    let steps = (MIGRATIONS.get(..n_steps)).filter(|steps| !steps.is_empty());
    let steps = steps.ok_or(StoreError::NotABackup)?;
    let mut ours = empty()?;
    migration::make(&mut ours, steps)?;
    let is_ours = migration::version(memory)? == version && shape(memory)? == shape(&ours)?;
    if !is_ours {
        return Err(StoreError::NotABackup);
    }
    if !check::fits(memory)? {
        return Err(StoreError::BackupDamaged);
    }
    Ok(())
}

/// What makes each table, index and rule, by name.
fn shape(connection: &Connection) -> Result<Vec<[String; 3]>, StoreError> {
    let mut statement = connection.prepare(include_str!("image/shape.sql"))?;
    let rows = statement.query_map([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Every table by name, with its number of rows; an index of words is none, it holds what others hold.
pub(super) fn tables(connection: &Connection) -> Result<Vec<(String, u64)>, StoreError> {
    let mut tables = Vec::new();
    let shape = shape(connection)?;
    let indexes: Vec<&str> = (shape.iter())
        .filter(|[_, _, sql]| sql.starts_with("CREATE VIRTUAL TABLE"))
        .map(|[_, name, _]| name.as_str())
        .collect();
    let is_of_index = |name: &str| indexes.iter().any(|index| name.starts_with(index));
    for [kind, name, _] in &shape {
        if kind == "table" && !is_of_index(name) {
            // The names come from our own list of tables.
            let count = format!("SELECT count(*) FROM \"{name}\"");
            let n_rows: i64 = connection.query_row(&count, [], |row| row.get(0))?;
            tables.push((name.clone(), n_rows.unsigned_abs()));
        }
    }
    Ok(tables)
}

/// A digest of every cell of every table.
pub(crate) fn digest(connection: &Connection) -> Result<[u8; 32], StoreError> {
    let mut digest = Sha256::new();
    let mut put = |mark: u8, bytes: &[u8]| {
        digest.update([mark]);
        digest.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        digest.update(bytes);
    };
    for [kind, name, sql] in shape(connection)? {
        // What an index of words holds are tables of their own, and the words those of other tables.
        if kind != "table" || sql.starts_with("CREATE VIRTUAL TABLE") {
            continue;
        }
        put(b'T', name.as_bytes());
        // The names come from our own list of tables.
        let mut statement = connection.prepare(&format!("SELECT * FROM \"{name}\""))?;
        let n_columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            put(b'R', &[]);
            for idx in 0..n_columns {
                match row.get_ref(idx)? {
                    ValueRef::Null => put(b'N', &[]),
                    ValueRef::Integer(number) => put(b'I', &number.to_be_bytes()),
                    ValueRef::Real(number) => put(b'F', &number.to_bits().to_be_bytes()),
                    ValueRef::Text(text) => put(b'S', text),
                    ValueRef::Blob(bytes) => put(b'B', bytes),
                }
            }
        }
    }
    Ok(digest.finalize().into())
}
