//! The back-up that is kept beside the record before its tables change. Refuses to let them change
//! before it is on disk and came out as it went in.

use std::path::Path;

use rusqlite::Connection;

use super::{BackupKey, OwnKey, Snapshot, image, lock_of, place, seal};
use crate::key::Key;
use crate::{Folder, StoreError, file, migration, recovery};

/// Keeps the record as it stands, under the name for `newest`. It opens as the record does, with the
/// passphrase if there is one, and with the sheet if there is one.
pub(crate) fn keep(folder: &Folder, key: &Key, newest: u32) -> Result<(), StoreError> {
    let memory = image::of_record(&folder.record_path(), key)?;
    let own = OwnKey(key.clone());
    let openers = seal::Openers {
        // Making a sheet's key would write into the record that is to stay as it is.
        recovery: recovery::kept(&memory)?,
        lock: lock_of(folder, key)?,
        own: Some(own.clone()),
    };
    let mut snapshot = Snapshot {
        memory,
        papers: Vec::new(),
    };
    let bytes = seal::seal(&snapshot.pack(&[])?, &openers)?;
    let again = Snapshot::open(&bytes, BackupKey::Own(&own))?;
    if again.digest()? != snapshot.digest()? {
        return Err(StoreError::BackupDamaged);
    }
    place::write_anew(&folder.before_path(newest), &bytes)
}

/// Removes every back-up that was kept before a change of shape, but the one for `newest`.
pub(crate) fn remove(folder: &Folder, newest: Option<u32>) -> Result<(), StoreError> {
    let newest = newest.map(|newest| folder.before_path(newest));
    let io = |error| StoreError::io(folder.path(), error);
    for entry in std::fs::read_dir(folder.path()).map_err(io)? {
        let path = entry.map_err(io)?.path();
        if is_before(&path) && Some(&path) != newest.as_ref() {
            file::remove(&path)?;
        }
    }
    Ok(())
}

/// Until version 11 they were plain copies of the encrypted file, with another ending.
fn is_before(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| name.starts_with("notes.before-"))
}

/// Brings a record to the newest version. The back-up of it as it was stays beside it, those before
/// an earlier change go.
pub(crate) fn bring_up(
    connection: &mut Connection,
    folder: &Folder,
    key: &Key,
    migrations: &[&str],
) -> Result<(), StoreError> {
    let mut kept = None;
    migration::migrate(connection, migrations, |newest| {
        kept = Some(newest);
        keep(folder, key, newest)
    })?;
    if kept.is_some() {
        // One that cannot be removed is no reason to keep the record closed; the next change tries again.
        let _ = remove(folder, kept);
    }
    Ok(())
}
