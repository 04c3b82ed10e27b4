//! Why the record could not be read or written. Refuses to carry what a person wrote.

use std::io;
use std::path::{Path, PathBuf};

use record::ItemId;
use rusqlite::ffi;

/// Why the record could not be read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The folder holds no record yet.
    #[error("there is no record in {0}")]
    NothingHere(PathBuf),
    /// The folder holds a record already.
    #[error("there is a record in {0} already")]
    AlreadyHere(PathBuf),
    /// The safety plan holds as many lines as it can.
    #[error("the plan holds as many lines as it can")]
    PlanFull,
    /// As many questionnaires are kept as can be.
    #[error("as many questionnaires are kept as can be")]
    QuestionnairesFull,
    /// The encrypted file is there and the key file is gone.
    #[error("the record is there, but its key file {0} is missing")]
    KeyFileMissing(PathBuf),
    /// The key file is there and the encrypted file is gone.
    #[error("the key file is there, but the record {0} is missing")]
    RecordMissing(PathBuf),
    /// The key file is not one that this program wrote, or was changed.
    #[error("the key file {0} is damaged")]
    KeyFileDamaged(PathBuf),
    /// The record needs a passphrase and none was given.
    #[error("this record needs its passphrase")]
    PassphraseNeeded,
    /// The passphrase does not open the key file. A changed key file looks the same.
    #[error("the passphrase does not fit, or the key file is damaged")]
    WrongPassphrase,
    /// An empty passphrase protects nothing.
    #[error("the passphrase is empty")]
    PassphraseEmpty,
    /// The keyring of this computer does not answer.
    #[error("the keyring of this computer does not answer: {0}")]
    KeyringSilent(String),
    /// The keyring answers and has no key for this record.
    #[error("the keyring of this computer has no key for this record")]
    KeyringEmpty,
    /// A newer program wrote the file.
    #[error("the record is of version {file}, this program knows versions up to {program}")]
    NewerFile {
        /// Version of the file.
        file: u32,
        /// Newest version that this program knows.
        program: u32,
    },
    /// The file does not verify: bytes were changed or cut off. It is left as it is.
    #[error("the record is damaged ({0})")]
    Damaged(String),
    /// The record is of an older program and could not be brought to the shape of this one.
    #[error("the record is from an older version of this program and was not brought up: {0}")]
    NotBroughtUp(Box<StoreError>),
    /// A row verifies and still does not say anything that can be a fact.
    #[error("row {row} of the table {table} is not readable")]
    Unreadable {
        /// Which table.
        table: &'static str,
        /// Which row, as numbered in the database.
        row: i64,
    },
    /// No room on the disk. Nothing of this change was written.
    #[error("the disk is full; nothing was written")]
    DiskFull,
    /// The disk, or a limit on this computer, takes no file of this length.
    #[error("{0} may not become as long as it has to be")]
    FileTooLong(PathBuf),
    /// The folder or the file cannot be written to.
    #[error("{0} cannot be written to")]
    ReadOnly(PathBuf),
    /// This user may not use the folder or the file.
    #[error("no permission for {0}")]
    NoPermission(PathBuf),
    /// The folder is a link to somewhere else.
    #[error("{0} is a link, not a folder")]
    FolderIsLink(PathBuf),
    /// Others on this computer can look into the folder, and it holds other things as well.
    #[error("others can look into {0}, and it holds other files; choose an empty folder")]
    FolderShared(PathBuf),
    /// Another program holds the record for longer than five seconds.
    #[error("the record is in use by another program")]
    Busy,
    /// The disk did not do what it was asked. Nothing of this change was written.
    #[error("{path} could not be read or written: {source}")]
    Io {
        /// Which file or folder.
        path: PathBuf,
        /// What the operating system says.
        source: io::Error,
    },
    /// The disk did not do what the database asked. Nothing of this change was written.
    #[error("the disk refused (code {0}); nothing was written")]
    Disk(i32),
    /// An item of this name is kept with another scale, role or window.
    #[error("the item {item} is already kept with another {part}")]
    ItemDiffers {
        /// Which item.
        item: ItemId,
        /// `scale`, `role` or `window`.
        part: &'static str,
    },
    /// A response names an item that is neither kept nor given.
    #[error("a response names the item {0}, which is not known here")]
    UnknownItem(ItemId),
    /// A fact names an imported file that is neither kept nor given.
    #[error("a fact comes from a file that is not known here")]
    UnknownImport,
    /// Answers name a questionnaire that is neither kept nor given.
    #[error("a filled-in questionnaire names one that is not known here")]
    UnknownQuestionnaire,
    /// The facts do not make a record.
    #[error(transparent)]
    Record(#[from] record::RecordError),
    /// The recovery key belongs to another record, or none was ever made for this one.
    #[error("this recovery key does not open this record")]
    WrongRecoveryKey,
    /// The file is no back-up of this program.
    #[error("this file is not a back-up of this program")]
    NotABackup,
    /// The back-up does not verify: bytes were changed, or it was cut short.
    #[error("the back-up is damaged or cut short")]
    BackupDamaged,
    /// Neither the passphrase nor the recovery key fits. A changed head looks the same.
    #[error("the key does not fit this back-up, or its first bytes were changed")]
    WrongBackupKey,
    /// The back-up was made of a record without a passphrase: only the recovery sheet opens it.
    #[error("this back-up opens with its recovery sheet only")]
    BackupNeedsSheet,
    /// There is a file of that name.
    #[error("there is a file of the name {0} already")]
    FileExists(PathBuf),
    /// No random bytes from the operating system.
    #[error("this computer gives no random numbers")]
    NoRandomness,
    /// The database refused for another reason: a mistake of this program.
    #[error("the database refused (code {0})")]
    Database(i32),
}

impl StoreError {
    /// Names the file or folder that the operating system complained about.
    pub(crate) fn io(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::PermissionDenied => Self::NoPermission(path),
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly(path),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::FileTooLarge => Self::FileTooLong(path),
            _ => Self::Io { path, source },
        }
    }

    /// Whether it is the disk that refused, or somebody else who holds the file: with more room, or a
    /// moment later, the same may work.
    pub(crate) const fn is_of_disk(&self) -> bool {
        matches!(
            self,
            Self::DiskFull
                | Self::FileTooLong(_)
                | Self::ReadOnly(_)
                | Self::NoPermission(_)
                | Self::Busy
                | Self::Io { .. }
                | Self::Disk(_)
        )
    }

    /// Names the file for errors of the database that did not know it.
    pub(crate) fn at(self, path: &Path) -> Self {
        match self {
            Self::ReadOnly(_) => Self::ReadOnly(path.to_owned()),
            Self::NoPermission(_) => Self::NoPermission(path.to_owned()),
            Self::NotBroughtUp(error) => Self::NotBroughtUp(Box::new(error.at(path))),
            other => other,
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, _) = &error else {
            // Wrong type or missing row in a table that we wrote: the row is not what we wrote.
            return Self::Damaged("a row has another shape".to_owned());
        };
        let code = failure.extended_code;
        match code & 0xff {
            ffi::SQLITE_NOTADB | ffi::SQLITE_CORRUPT => Self::Damaged(format!("code {code}")),
            ffi::SQLITE_FULL => Self::DiskFull,
            ffi::SQLITE_READONLY => Self::ReadOnly(PathBuf::new()),
            ffi::SQLITE_PERM | ffi::SQLITE_AUTH | ffi::SQLITE_CANTOPEN => {
                Self::NoPermission(PathBuf::new())
            }
            ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => Self::Busy,
            ffi::SQLITE_IOERR => Self::Disk(code),
            _ => Self::Database(code),
        }
    }
}
