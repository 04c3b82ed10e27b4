//! Takes a file in, batch by batch, in one step: all of it is kept, or nothing. Refuses to keep
//! anything before the end was reached and said to be good.

use std::path::{Path, PathBuf};

use record::{Fact, FactKey, ImportFile, Item, PlanLine, Questionnaire};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::append::{Appended, Beside, Writer};
use crate::{
    KeptSchedule, StoreError, experiment, fact, import_file, plan, profile, questionnaire, said,
    schedule, setting,
};

/// A file that is being taken in. Dropping it takes everything back, and so does every error.
#[derive(Debug)]
pub struct Intake<'s> {
    change: Transaction<'s>,
    appended: Appended,
    n_back: usize,
    path: PathBuf,
}

impl<'s> Intake<'s> {
    /// Begins with a file. If everything that it brought before was withdrawn, that is removed for
    /// good: it comes in anew, as if it had never been here.
    pub(crate) fn begin(
        connection: &'s mut Connection,
        file: &ImportFile,
        path: &Path,
    ) -> Result<Self, StoreError> {
        let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let sql = include_str!("import_file/purge.sql");
        let n_back = fact::change(&change, sql, [file.digest.as_slice()])?;
        import_file::append(&mut Writer::new(&change)?, file)?;
        Ok(Self {
            change,
            appended: Appended::default(),
            n_back,
            path: path.to_owned(),
        })
    }

    /// Writes facts with the items that they are the first to name.
    ///
    /// # Errors
    /// [`StoreError::ItemDiffers`], [`StoreError::UnknownItem`], [`StoreError::UnknownImport`],
    /// [`StoreError::DiskFull`] and the other errors of the disk.
    pub fn append(&mut self, items: &[Item], facts: &[Fact]) -> Result<(), StoreError> {
        let mut write = || {
            let mut writer = Writer::new(&self.change)?;
            writer.keep_items(items)?;
            for fact in facts {
                writer.append(fact, &mut self.appended)?;
            }
            Ok(())
        };
        write().map_err(|error: StoreError| error.at(&self.path))
    }

    /// Says whether a fact of this key is kept, also one of an earlier batch.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn has(&self, key: FactKey) -> Result<bool, StoreError> {
        fact::is_kept(&self.change, key)
    }

    /// What became of the facts so far.
    #[must_use]
    pub const fn appended(&self) -> Appended {
        self.appended
    }

    /// How many withdrawn facts of the file were removed at the beginning.
    #[must_use]
    pub const fn n_back(&self) -> usize {
        self.n_back
    }

    /// Keeps questionnaires, which facts that come after may name.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn questionnaires(&mut self, all: &[Questionnaire]) -> Result<(), StoreError> {
        self.write(|writer| questionnaire::append(writer, all).map(|_| ()))
    }

    /// Adds lines of a safety plan; one that is kept already is left as it is.
    ///
    /// # Errors
    /// [`StoreError::PlanFull`] and the errors of the disk.
    pub fn plan(&mut self, lines: &[PlanLine]) -> Result<(), StoreError> {
        for line in lines {
            plan::insert(&self.change, line, None).map_err(|error| error.at(&self.path))?;
        }
        Ok(())
    }

    /// Keeps when the person wants to be asked, in the place of what was chosen before.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn schedule(&mut self, kept: &KeptSchedule) -> Result<(), StoreError> {
        schedule::save(&self.change, Some(kept)).map_err(|error| error.at(&self.path))
    }

    /// Keeps a small state of the app.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn setting(&mut self, name: &str, value: &str) -> Result<(), StoreError> {
        setting::save(&self.change, name, Some(value)).map_err(|error| error.at(&self.path))
    }

    /// Keeps what the file says beside its facts.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn beside(&mut self, beside: Beside<'_>) -> Result<(), StoreError> {
        self.write(|writer| {
            profile::save(writer, beside.profile)?;
            said::append(writer, beside.said)?;
            experiment::append(writer, beside.experiments)?;
            questionnaire::append(writer, beside.questionnaires).map(|_| ())
        })
    }

    fn write(
        &self,
        write: impl FnOnce(&mut Writer<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut writer = Writer::new(&self.change)?;
        write(&mut writer).map_err(|error| error.at(&self.path))
    }

    /// Keeps everything. Returns only after it is on disk.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`] and the other errors of the disk.
    pub fn keep(self) -> Result<(), StoreError> {
        let Self { change, path, .. } = self;
        change
            .commit()
            .map_err(|error| StoreError::from(error).at(&path))
    }
}
