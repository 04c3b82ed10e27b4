//! Makes the file of a new record. Refuses to give it its name before all of it is on disk.

use record::Profile;
use rusqlite::{Connection, TransactionBehavior};

use crate::append::Writer;
use crate::key::Key;
use crate::migration::{self, MIGRATIONS};
use crate::{Folder, StoreError, connection, file, profile};

/// Makes a whole record under another name; it gets its own name once its key is on disk.
pub(crate) fn record(folder: &Folder, key: &Key, profile: &Profile) -> Result<(), StoreError> {
    let path = folder.new_record_path();
    for ending in ["new", "new-wal", "new-shm", "new-journal"] {
        file::remove(&path.with_extension(ending))?;
    }
    file::make_private(&path)?;
    let make = || {
        let mut connection = connection::open_or_fill(&path, key)?;
        migration::make(&mut connection, MIGRATIONS)?;
        save_profile(&mut connection, profile)?;
        connection::checkpoint(&connection)
    };
    make().map_err(|error| error.at(&path))?;
    file::sync_folder(folder.path())
}

pub(crate) fn save_profile(
    connection: &mut Connection,
    profile: &Profile,
) -> Result<(), StoreError> {
    let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut writer = Writer::new(&change)?;
    profile::save(&mut writer, profile)?;
    drop(writer);
    change.commit()?;
    Ok(())
}
