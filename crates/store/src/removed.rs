//! What is taken out, can be put back for a while, and ends for good. Refuses to give any of it as part of
//! the record.

use record::{Fact, FactKey, Item, Moment};
use rusqlite::TransactionBehavior;

use crate::append::{Appended, Writer};
use crate::{Store, StoreError, connection, fact, load};

/// A fact that was taken out by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Removed {
    /// The fact.
    pub fact: Fact,
    /// When it was taken out, in seconds since 1970.
    pub at: i64,
}

/// What one file brought and lost in one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedFile {
    /// The digest of the file.
    pub digest: [u8; 32],
    /// Its name.
    pub name: String,
    /// When it was taken out, in seconds since 1970.
    pub at: i64,
    /// How many facts.
    pub n_facts: usize,
}

impl Store {
    /// Hides a fact from now on; `false` when it is not kept or hidden already.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn withdraw(&mut self, key: FactKey, at: &Moment) -> Result<bool, StoreError> {
        let params = (key.as_bytes().as_slice(), at.unix_seconds());
        let n_rows = fact::change(self.connection(), include_str!("fact/withdraw.sql"), params);
        n_rows.map(|n| n > 0).map_err(|error| self.named(error))
    }

    /// Shows a withdrawn fact again; `false` when it is not kept or not withdrawn.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn put_back(&mut self, key: FactKey) -> Result<bool, StoreError> {
        let params = [key.as_bytes().as_slice()];
        let n_rows = fact::change(self.connection(), include_str!("fact/put_back.sql"), params);
        n_rows.map(|n| n > 0).map_err(|error| self.named(error))
    }

    /// Hides every fact of an imported file; gives how many.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn withdraw_import(&mut self, digest: &[u8; 32], at: &Moment) -> Result<usize, StoreError> {
        let params = (digest.as_slice(), at.unix_seconds());
        fact::change(
            self.connection(),
            include_str!("import_file/withdraw.sql"),
            params,
        )
        .map_err(|error| self.named(error))
    }

    /// Shows every fact again that [`Store::withdraw_import`] hid at that moment.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn put_back_import(&mut self, digest: &[u8; 32], at: &Moment) -> Result<usize, StoreError> {
        let params = (digest.as_slice(), at.unix_seconds());
        fact::change(
            self.connection(),
            include_str!("import_file/put_back.sql"),
            params,
        )
        .map_err(|error| self.named(error))
    }

    /// Removes for good the facts of an imported file all of which were withdrawn; gives how many.
    /// A file of which anything stands is left as it is.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn purge_undone_import(&mut self, digest: &[u8; 32]) -> Result<usize, StoreError> {
        let sql = include_str!("import_file/purge.sql");
        fact::change(self.connection(), sql, [digest.as_slice()]).map_err(|error| self.named(error))
    }

    /// Removes for good what was withdrawn before this moment; gives how many facts.
    ///
    /// Their bytes are overwritten in the record and in the write-ahead file.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn purge_withdrawn(&mut self, before: &Moment) -> Result<usize, StoreError> {
        let params = [before.unix_seconds()];
        let n_rows = fact::change(self.connection(), include_str!("fact/purge.sql"), params)
            .map_err(|error| self.named(error))?;
        if n_rows > 0 {
            self.empty_log()?;
        }
        Ok(n_rows)
    }

    /// How many facts were taken out by themselves, and the newest `n_max` of them, the last one taken
    /// out first.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] or [`StoreError::Unreadable`].
    pub fn removed(&self, n_max: usize) -> Result<(usize, Vec<Removed>), StoreError> {
        let reading = self.connection().unchecked_transaction()?;
        let mut find = reading.prepare_cached(include_str!("removed/find.sql"))?;
        let rows = find.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let rows: Vec<(i64, i64)> = rows.collect::<Result<_, _>>()?;
        let mut removed = Vec::new();
        for (row, at) in rows.iter().take(n_max) {
            let heads = include_str!("removed/load_heads.sql");
            let facts = load::facts_of(&reading, (*row, *row), heads)?;
            removed.extend(facts.into_iter().map(|fact| Removed { fact, at: *at }));
        }
        Ok((rows.len(), removed))
    }

    /// Files of which several facts were taken out in one step, the last one taken out first.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn removed_files(&self) -> Result<Vec<RemovedFile>, StoreError> {
        let sql = include_str!("removed/files.sql");
        let mut find = self.connection().prepare_cached(sql)?;
        let rows = find.query_map([], |row| {
            Ok(RemovedFile {
                digest: row.get(0)?,
                name: row.get(1)?,
                at: row.get(2)?,
                n_facts: usize::try_from(row.get::<_, i64>(3)?).unwrap_or(0),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The keys of the facts that a file lost at that moment, in seconds since 1970.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn removed_keys_of_file(
        &self,
        digest: &[u8; 32],
        at: i64,
    ) -> Result<Vec<FactKey>, StoreError> {
        let sql = include_str!("removed/keys_of_file.sql");
        self.keys(sql, (digest.as_slice(), at))
    }

    /// The keys of everything that was taken out.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn removed_keys(&self) -> Result<Vec<FactKey>, StoreError> {
        self.keys(include_str!("removed/keys.sql"), [])
    }

    /// Whether the fact of this key was taken out and is still there.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn is_removed(&self, key: FactKey) -> Result<bool, StoreError> {
        let mut find = (self.connection()).prepare_cached(include_str!("fact/is_withdrawn.sql"))?;
        let mut rows = find.query([key.as_bytes().as_slice()])?;
        Ok(match rows.next()? {
            Some(row) => row.get(0)?,
            None => false,
        })
    }

    /// Removes for good what was taken out before this moment, with files of which nothing is left;
    /// gives how many facts.
    ///
    /// Their bytes are overwritten in the record and in the write-ahead file.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when another process is reading: then they are gone from the record, and
    /// from the write-ahead file when that process ends. The errors of the disk.
    pub fn expire_removed(&mut self, before: &Moment) -> Result<usize, StoreError> {
        let change = self
            .connection_mut()
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let sql = include_str!("fact/purge.sql");
        let n_facts = fact::change(&change, sql, [before.unix_seconds()])?;
        if n_facts == 0 {
            return Ok(0);
        }
        change.execute(include_str!("forget/files.sql"), [])?;
        change.commit()?;
        connection::checkpoint(self.connection())?;
        Ok(n_facts)
    }

    /// Writes a fact in place of the one by hand with its key. The older one is kept among what was
    /// taken out, under a key of its own.
    ///
    /// # Errors
    /// As [`Store::append`]; then the old fact stands as it was.
    pub fn change_keeping(
        &mut self,
        fact: &Fact,
        items: &[Item],
        older: (FactKey, &Moment),
    ) -> Result<(), StoreError> {
        let change = self
            .connection_mut()
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (key, at) = older;
        change
            .prepare_cached(include_str!("removed/lay_aside.sql"))?
            .execute((
                fact.key.as_bytes().as_slice(),
                key.as_bytes().as_slice(),
                at.unix_seconds(),
            ))?;
        let mut writer = Writer::new(&change)?;
        writer.keep_items(items)?;
        writer.append(fact, &mut Appended::default())?;
        drop(writer);
        change.commit()?;
        Ok(())
    }

    fn keys(&self, sql: &str, params: impl rusqlite::Params) -> Result<Vec<FactKey>, StoreError> {
        let mut find = self.connection().prepare_cached(sql)?;
        let rows = find.query_map(params, |row| Ok(FactKey::from_bytes(row.get(0)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
