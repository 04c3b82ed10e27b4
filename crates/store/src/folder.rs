//! The folder of one record: what lies in it and under which names. Refuses to open anything.

use std::path::{Path, PathBuf};

use crate::claim::{Claim, ClaimError};
use crate::key::{KeyFile, KeyPlace};
use crate::{StoreError, file};

/// What lies in a folder.
#[derive(Debug)]
pub enum FolderState {
    /// No record yet; the folder itself may not be there either.
    Empty,
    /// A record.
    Present {
        /// What opens it.
        needs: KeyPlace,
    },
    /// Parts of a record. Nothing is made, moved or removed here until a person has decided.
    Broken(StoreError),
}

/// The folder of one record. Names in it are neutral: `notes.db`, `notes.key`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// Names a folder, without looking whether it is there.
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Looks what lies in the folder; reads the key file, opens nothing.
    #[must_use]
    pub fn state(&self) -> FolderState {
        if std::fs::symlink_metadata(&self.path).is_ok_and(|found| found.is_symlink()) {
            return FolderState::Broken(StoreError::FolderIsLink(self.path.clone()));
        }
        match self.parts() {
            Err(error) => FolderState::Broken(error),
            Ok((false, false)) => FolderState::Empty,
            Ok((true, false)) => FolderState::Broken(StoreError::KeyFileMissing(self.key_path())),
            Ok((false, true)) => FolderState::Broken(StoreError::RecordMissing(self.record_path())),
            Ok((true, true)) => match KeyFile::read(&self.key_path()) {
                Ok(key_file) => FolderState::Present {
                    needs: key_file.place(),
                },
                Err(error) => FolderState::Broken(error),
            },
        }
    }

    /// Whether the record and its key file are there. A folder that cannot be looked into is an
    /// error: it must not pass for an empty one.
    fn parts(&self) -> Result<(bool, bool), StoreError> {
        let is_there = |path: &Path| match path.try_exists() {
            Ok(is_there) => Ok(is_there),
            Err(error) => Err(StoreError::io(path, error)),
        };
        let has_key = is_there(&self.key_path())?;
        let has_record =
            is_there(&self.record_path())? || (has_key && is_there(&self.new_record_path())?);
        Ok((has_record, has_key))
    }

    /// Claims the folder for the one running server; the claim ends with the value or the process.
    ///
    /// # Errors
    /// [`ClaimError::AlreadyRunning`] with the port of the server that has it.
    pub fn claim_server(&self, port: u16) -> Result<Claim, ClaimError> {
        Claim::take(self, port)
    }

    /// Removes the record, its key and every copy, for good. The key goes first: what a disk keeps of
    /// the rest can not be read without it. Another program's files in the folder stay.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn erase(&self) -> Result<(), StoreError> {
        file::overwrite(&self.key_path())?;
        file::remove(&self.key_path())?;
        file::remove(&self.times_path())?;
        file::remove(&self.mark_path())?;
        file::remove(&self.language_path())?;
        file::overwrite(&self.recovery_path())?;
        file::remove(&self.recovery_path())?;
        for ending in [
            "",
            "-wal",
            "-shm",
            "-journal",
            ".new",
            ".new-wal",
            ".new-shm",
            ".new-journal",
            ".proof",
            ".proof-wal",
            ".proof-shm",
            ".proof-journal",
        ] {
            file::remove(&self.path.join(format!("notes.db{ending}")))?;
        }
        crate::backup::remove_before(self, None)?;
        file::sync_folder(&self.path)
    }

    /// Removes the folder itself where nothing lies in it any more.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn remove_empty(&self) -> Result<(), StoreError> {
        std::fs::remove_dir(&self.path).map_err(|error| StoreError::io(&self.path, error))
    }

    /// Removes what a running server leaves beside the record: its claim, its address, a link for a
    /// second start. Gives what else lies here; where that is nothing, the folder goes too.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn leave(&self) -> Result<Vec<PathBuf>, StoreError> {
        for name in ["notes.lock", "notes.address", "notes.ticket", "open.html"] {
            file::remove(&self.path.join(name))?;
        }
        let of_folder = |error| StoreError::io(&self.path, error);
        let mut left = Vec::new();
        for entry in std::fs::read_dir(&self.path).map_err(of_folder)? {
            left.push(entry.map_err(of_folder)?.path());
        }
        if left.is_empty() {
            self.remove_empty()?;
        }
        Ok(left)
    }

    /// Removes what was being made when it had to stop. Does nothing where there is a key file: then
    /// it may be whole.
    pub(crate) fn remove_unfinished(&self) -> Result<(), StoreError> {
        if self.key_path().exists() {
            return Ok(());
        }
        for name in ["db.new", "db.new-wal", "db.new-shm", "db.new-journal"] {
            file::remove(&self.path.join(format!("notes.{name}")))?;
        }
        file::remove(&self.path.join("notes.key.new"))?;
        file::remove(&self.path.join("notes.sheet.new"))?;
        file::remove(&self.recovery_path())
    }

    /// Makes the folder for this user alone, or checks it.
    pub(crate) fn prepare(&self) -> Result<(), StoreError> {
        let is_ours = self.key_path().exists() || self.claim_path().exists();
        file::prepare_folder(&self.path, is_ours)
    }

    /// A record that was complete when making it was interrupted, just before its last step.
    pub(crate) fn has_finished_new_record(&self) -> bool {
        self.key_path().is_file() && self.new_record_path().is_file()
    }

    /// The encrypted file.
    pub(crate) fn record_path(&self) -> PathBuf {
        self.path.join("notes.db")
    }

    /// The encrypted file while it is being made.
    pub(crate) fn new_record_path(&self) -> PathBuf {
        self.path.join("notes.db.new")
    }

    /// The key file.
    pub(crate) fn key_path(&self) -> PathBuf {
        self.path.join("notes.key")
    }

    /// How far the log reached.
    pub(crate) fn mark_path(&self) -> PathBuf {
        self.path.join("notes.mark")
    }

    /// Keeps the code of a language beside the record, so that a locked page speaks it. It holds nothing else.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn put_language(&self, code: &str) -> Result<(), StoreError> {
        if self.language().as_deref() == Some(code) {
            return Ok(());
        }
        self.prepare()?;
        self.put("notes.language", code)
    }

    /// The code that was kept; `None` when there is none.
    #[must_use]
    pub fn language(&self) -> Option<String> {
        self.get("notes.language")
    }

    /// The code of the language.
    fn language_path(&self) -> PathBuf {
        self.path.join("notes.language")
    }

    /// The claim of the running server.
    pub(crate) fn claim_path(&self) -> PathBuf {
        self.path.join("notes.lock")
    }

    /// The back-up made before the record is brought to `version`.
    pub(crate) fn before_path(&self, version: u32) -> PathBuf {
        self.path.join(format!("notes.before-{version}.age"))
    }
}
