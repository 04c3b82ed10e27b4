//! Opens the encrypted file and sets how it is kept. Refuses to make a file that is not there.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::key::Key;
use crate::{StoreError, file};

/// Every page of the file, as SQLCipher 4 makes it.
const PAGE_BYTES: u64 = 4096;
/// How often a writer asks whether another one is through, and how many times: five seconds in all.
const ASK_AGAIN_AFTER: Duration = Duration::from_millis(2);
const N_ASKED: i32 = 2_500;

/// Opens an existing record and reads its first page, so that a damaged file is noticed here.
pub(crate) fn open(path: &Path, key: &Key) -> Result<Connection, StoreError> {
    let found = std::fs::metadata(path).map_err(|error| StoreError::io(path, error))?;
    if found.len() == 0 {
        // SQLite would take it for a new database.
        return Err(StoreError::Damaged("empty file".to_owned()));
    }
    if found.len() % PAGE_BYTES != 0 && !has_log(path) {
        // The last page may be one that loading the record does not read.
        return Err(StoreError::Damaged("cut off".to_owned()));
    }
    match open_or_fill(path, key) {
        // Where the disk did not give the salt, another one was drawn, which fits no page. A disk that
        // gives it now is asked again; one that does not is no damage.
        Err(StoreError::Damaged(_)) => {
            expect_salt(path)?;
            open_or_fill(path, key)
        }
        opened => opened,
    }
}

/// Reads what the file begins with.
pub(crate) fn expect_salt(path: &Path) -> Result<(), StoreError> {
    use std::io::Read as _;
    let mut salt = [0; sqlcipher::SALT_BYTES];
    let read = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut salt));
    read.map_err(|error| match error.kind() {
        std::io::ErrorKind::UnexpectedEof => StoreError::Damaged("short file".to_owned()),
        _ => StoreError::io(path, error),
    })
}

/// Whether the write-ahead file holds anything: a page that is half here can be whole there.
fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    std::fs::metadata(log).is_ok_and(|found| found.len() > 0)
}

/// Opens a file that may still be empty.
pub(crate) fn open_or_fill(path: &Path, key: &Key) -> Result<Connection, StoreError> {
    start()?;
    file::close_file_to_others(path)?;
    let path = real_path(path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let mut connection = Connection::open_with_flags(&path, flags).map_err(StoreError::from)?;
    connection.busy_handler(Some(wait_for_another))?;
    set_key(&connection, key)?;
    set_up(&connection)?;
    Ok(connection)
}

/// Waits a moment for another writer; `false` when it has been waited for long enough.
///
/// SQLite's own waiting sleeps for up to a tenth of a second at a time, which the one who has waited longest
/// does most: beside short writes it nearly always comes too late, and a person waits for the page.
fn wait_for_another(n_asked: i32) -> bool {
    if n_asked >= N_ASKED {
        return false;
    }
    std::thread::sleep(ASK_AGAIN_AFTER);
    true
}

/// Starts the database. Every connection is opened after this.
pub(crate) fn start() -> Result<(), StoreError> {
    if sqlcipher::sqlite_version_number() < 3_053_000 {
        // Another SQLite was linked in our place: it would take the key and encrypt nothing.
        return Err(StoreError::Database(rusqlite::ffi::SQLITE_MISUSE));
    }
    Ok(())
}

/// The folder may lie behind a link such as `/tmp` on a Mac; the file itself may not be one.
fn real_path(path: &Path) -> Result<std::path::PathBuf, StoreError> {
    match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) => folder
            .canonicalize()
            .map(|folder| folder.join(name))
            .map_err(|error| StoreError::io(folder, error)),
        _ => Ok(path.to_owned()),
    }
}

fn set_key(connection: &Connection, key: &Key) -> Result<(), StoreError> {
    // SQLCipher keeps the key in memory of its own that it locks and wipes. Doing so with all
    // memory of the database (`cipher_memory_security`) makes an import six times slower.
    // Any other word than `off` would be the name of a file that is made in the working folder.
    connection.execute_batch("PRAGMA cipher_log = off;")?;
    let digits = crate::key::hex(key.as_slice());
    let words = Zeroizing::new(format!("PRAGMA key = \"x'{}'\";", *digits));
    connection.execute_batch(&words)?;
    Ok(())
}

fn set_up(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch(include_str!("connection/set_up.sql"))?;
    let provider: String = connection.query_row("PRAGMA cipher_provider", [], |row| row.get(0))?;
    if provider != "rustcrypto" {
        return Err(StoreError::Database(rusqlite::ffi::SQLITE_MISUSE));
    }
    Ok(())
}

/// Whether pages can be read over it: after one that did not verify, every other is taken for damaged.
pub(crate) fn is_sound(connection: &Connection) -> bool {
    let status = connection.query_row("PRAGMA cipher_status", [], |row| row.get::<_, String>(0));
    status.is_ok_and(|status| status == "1")
}

/// Moves into the record what no reader is in the way of; whether that was everything.
pub(crate) fn move_log(connection: &Connection) -> Result<bool, StoreError> {
    let moved = |row: &rusqlite::Row<'_>| -> rusqlite::Result<bool> {
        let (is_busy, n_frames, n_moved): (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(is_busy == 0 && n_frames == n_moved)
    };
    Ok(connection.query_row(include_str!("connection/move.sql"), [], moved)?)
}

/// Moves everything from the write-ahead file into the record and empties it.
pub(crate) fn checkpoint(connection: &Connection) -> Result<(), StoreError> {
    let is_busy: i64 =
        connection.query_row(include_str!("connection/checkpoint.sql"), [], |row| {
            row.get(0)
        })?;
    if is_busy == 0 {
        Ok(())
    } else {
        Err(StoreError::Busy)
    }
}

#[cfg(test)]
mod tests;
