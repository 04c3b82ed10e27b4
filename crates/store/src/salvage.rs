//! Brings back what can still be read of a damaged record, and the rest from a back-up, into a new folder.
//!
//! Every page of the file has its own seal, so what was changed is known page by page. Nothing is guessed:
//! a row comes from a page that verifies, or from the back-up. Refuses to write to the damaged folder.

mod pages;
mod rows;
mod tree;

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::backup::{self, BackupKey};
use crate::key::{Key, KeyFile};
use crate::migration::{self, MIGRATIONS};
use crate::{Folder, Secret, Snapshot, StoreError, recovery};

/// What came back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Salvaged {
    /// Pages of the record.
    pub n_pages: usize,
    /// Those that do not verify, in the record and in its log.
    pub n_bad: usize,
    /// Rows by table: read from the record, taken from the back-up.
    pub tables: BTreeMap<String, (usize, usize)>,
    /// Rows that were left out because what they belong to did not come back.
    pub n_left_out: usize,
    /// Time zones that did not come back: UTC stands in for them.
    pub n_zones: usize,
    /// Entries that stand in the new record.
    pub n_facts: usize,
}

impl Folder {
    /// Reads what can be read here, fills what can not be from `backup`, and makes a new record of it in
    /// the empty folder `to`. A back-up without a key of its own is opened with the sheet's key that
    /// the record holds, where that can still be read.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when nothing can be read and there is no back-up; those of the key file,
    /// of the back-up and of the disk. Nothing was made then.
    pub fn salvage(
        &self,
        passphrase: Option<&str>,
        backup: Option<(&[u8], Option<BackupKey<'_>>)>,
        to: &Self,
        secret: Secret<'_>,
    ) -> Result<Salvaged, StoreError> {
        let key_path = self.key_path();
        let key = KeyFile::read(&key_path).and_then(|file| file.open(passphrase, &key_path));
        let mut found = Salvaged::default();
        let read = key.and_then(|key| self.readable(&key, to, &mut found));
        let own = read.as_ref().ok().and_then(kept_key);
        let backup = match backup {
            None => None,
            Some((bytes, key)) => {
                let key = key.or(own.as_ref().map(BackupKey::Recovery));
                let key = key.ok_or(StoreError::BackupNeedsSheet)?;
                Some(Snapshot::open(bytes, key)?)
            }
        };
        let damaged = match (read, &backup) {
            (Ok(damaged), _) => Some(damaged),
            (Err(error), None) => return Err(error),
            // Nothing of the record can be read: the back-up is all there is.
            (Err(_), Some(_)) => None,
        };
        let memory = gathered(damaged.as_ref(), backup, &mut found)?;
        let whole = Snapshot::of_tables(memory);
        let (store, _) = whole.restore(to, secret)?;
        found.n_facts = store.n_facts()?;
        Ok(found)
    }

    /// The tables of this record, as far as their pages verify.
    fn readable(
        &self,
        key: &Key,
        scratch: &Self,
        found: &mut Salvaged,
    ) -> Result<Connection, StoreError> {
        let mut image = pages::Image::read(&self.record_path(), key)?;
        found.n_pages = image.n_pages();
        found.n_bad = image.n_bad();
        if image.n_bad() > 0 {
            let ours = pages::Image::of_new(scratch, key)?;
            tree::mend(&mut image, &ours);
        }
        backup::of_plain(&image.into_plain()?)
    }
}

/// The key of the recovery sheet, where the record has one that can be read.
fn kept_key(damaged: &Connection) -> Option<recovery::RecoveryKey> {
    recovery::kept(damaged).ok().flatten()
}

/// All rows that can be had, in tables of this program's shape or of the older one that the record has.
fn gathered(
    damaged: Option<&Connection>,
    backup: Option<Snapshot>,
    found: &mut Salvaged,
) -> Result<Connection, StoreError> {
    let kept = backup.map(Snapshot::into_tables);
    let version = match (damaged, &kept) {
        (Some(damaged), _) => migration::version(damaged)?,
        (None, Some(kept)) => migration::version(kept)?,
        (None, None) => return Err(StoreError::NotABackup),
    };
    let n_steps = usize::try_from(version).unwrap_or(usize::MAX);
    let steps = MIGRATIONS.get(..n_steps).unwrap_or(MIGRATIONS);
    let mut memory = backup::empty_tables()?;
    migration::make(&mut memory, steps)?;
    memory.execute_batch(include_str!("salvage/set_up.sql"))?;
    let kept = match kept {
        Some(mut kept) if migration::version(&kept)? <= version => {
            migration::bring_up(&mut kept, steps)?;
            Some(kept)
        }
        // One of a newer shape than the record is not of this record.
        Some(_) => return Err(StoreError::NotABackup),
        None => None,
    };
    for table in rows::Table::all(&memory)? {
        let counts = table.gather(damaged, kept.as_ref(), &memory)?;
        if counts != (0, 0) {
            found.tables.insert(table.name, counts);
        }
    }
    found.n_zones = rows::stand_in(&memory)?;
    found.n_left_out = rows::leave_out_lone(&memory)?;
    Ok(memory)
}

#[cfg(test)]
mod tests;
