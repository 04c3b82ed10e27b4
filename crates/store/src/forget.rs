//! Removes facts for good, from the record, the write-ahead file and the back-ups beside it. Refuses
//! to hide them only.

use record::FactKey;
use rusqlite::TransactionBehavior;

use crate::{Store, StoreError, backup};

impl Store {
    /// Removes these facts, what was withdrawn between two moments, and files of which nothing is
    /// left; gives how many facts. Back-ups that were kept before a change of shape hold them too,
    /// and are removed.
    ///
    /// Their bytes are overwritten. The span is in seconds since 1970, its end not counted.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when another process is reading: then they are gone from the record, and
    /// from the write-ahead file when that process ends. The errors of the disk.
    pub fn forget(&mut self, keys: &[FactKey], span: (i64, i64)) -> Result<usize, StoreError> {
        let path = self.path();
        let folder = self.folder().clone();
        let mut run = || {
            let change = (self.connection_mut())
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            let mut n_facts = change.execute(include_str!("forget/withdrawn.sql"), span)?;
            {
                let mut one = change.prepare_cached(include_str!("forget/one.sql"))?;
                for key in keys {
                    n_facts += one.execute([key.as_bytes().as_slice()])?;
                }
            }
            change.execute(include_str!("forget/files.sql"), [])?;
            // A questionnaire that was taken out stays only as long as answers need its words.
            change.execute(include_str!("questionnaire/purge.sql"), [i64::MAX])?;
            change.commit()?;
            Ok(n_facts)
        };
        let n_facts = run().map_err(|error: StoreError| error.at(&path))?;
        backup::remove_before(&folder, None)?;
        self.empty_log()?;
        Ok(n_facts)
    }
}
