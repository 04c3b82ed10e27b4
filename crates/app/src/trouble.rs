//! What can go wrong, in the five kinds that a person meets, each with what to do next.

use store::StoreError;

/// Whose trouble it is. The command line turns the kind into its exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TroubleKind {
    /// What was typed or asked for.
    Input,
    /// The record is locked, or the passphrase is not the right one.
    Locked,
    /// A file that was brought, or the record's own file.
    File,
    /// Disk, permission, memory.
    Device,
    /// A mistake of ours.
    Ours,
}

/// Something went wrong; nothing was changed unless the sentence says so.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what}")]
pub struct Trouble {
    /// Whose trouble.
    pub kind: TroubleKind,
    /// What happened: lower case, no full stop, no blame.
    pub what: String,
    /// What to do next.
    pub hint: String,
}

impl Trouble {
    /// Trouble of one kind.
    pub fn new(kind: TroubleKind, what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            kind,
            what: what.into(),
            hint: hint.into(),
        }
    }

    /// Something typed or asked for does not fit.
    pub fn input(what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(TroubleKind::Input, what, hint)
    }

    /// The record is locked.
    #[must_use]
    pub fn locked() -> Self {
        Self::new(
            TroubleKind::Locked,
            "the record is locked",
            "open it with your passphrase",
        )
    }

    /// Something was sent to a record that is locked by now.
    #[must_use]
    pub fn not_kept_while_locked(typed: &str) -> Self {
        Self::new(
            TroubleKind::Locked,
            "the record is locked, so this entry is NOT saved",
            match typed.is_empty() {
                true => "open it, then send it again",
                false => {
                    "open it, then send it again; your words stand here so that you can copy them"
                }
            },
        )
    }

    /// The same refusal of the disk where no entry is at stake: what to do is said by who asked.
    pub(crate) fn of_disk(error: StoreError, hint: &'static str) -> Self {
        let trouble = Self::from(error);
        match trouble.kind {
            TroubleKind::Device => Self::new(trouble.kind, trouble.what, hint),
            _ => trouble,
        }
    }

    /// A mistake of ours; `what` never carries what a person wrote.
    pub fn ours(what: impl Into<String>) -> Self {
        Self::new(
            TroubleKind::Ours,
            what,
            "this is our mistake; your record is as it was",
        )
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        let what = error.to_string();
        let (kind, hint) = match &error {
            StoreError::WrongPassphrase => (
                TroubleKind::Locked,
                "type it again; nothing is ever erased by trying",
            ),
            StoreError::PassphraseNeeded | StoreError::PassphraseEmpty => {
                (TroubleKind::Locked, "type your passphrase")
            }
            StoreError::KeyringSilent(_) | StoreError::KeyringEmpty => (
                TroubleKind::Locked,
                "log in to this computer's keyring, then try again",
            ),
            StoreError::DiskFull | StoreError::FileTooLong(_) => (
                TroubleKind::Device,
                "this entry is NOT saved: make room on the disk, then send it again",
            ),
            StoreError::NotBroughtUp(_) => (
                TroubleKind::Device,
                "the record is as it was: make room on the disk, then open it again",
            ),
            StoreError::ReadOnly(_) | StoreError::NoPermission(_) => (
                TroubleKind::Device,
                "this entry is NOT saved: make the folder writable for you",
            ),
            StoreError::FolderIsLink(_) | StoreError::FolderShared(_) => (
                TroubleKind::Device,
                "give a folder that belongs to you alone",
            ),
            StoreError::Busy => (
                TroubleKind::Device,
                "this entry is NOT saved: another program holds the record; try again",
            ),
            StoreError::Io { .. } | StoreError::Disk(_) => (
                TroubleKind::Device,
                "this entry is NOT saved: look at the disk, then try again",
            ),
            StoreError::NothingHere(_) | StoreError::AlreadyHere(_) => {
                (TroubleKind::Input, "look at --data-dir")
            }
            StoreError::PlanFull => (
                TroubleKind::Input,
                "take a line out first; what was taken out is gone for good after 30 days",
            ),
            StoreError::NewerFile { .. } => (
                TroubleKind::File,
                "use the newer program; the record is as it was",
            ),
            StoreError::Damaged(_)
            | StoreError::Unreadable { .. }
            | StoreError::KeyFileDamaged(_)
            | StoreError::KeyFileMissing(_)
            | StoreError::RecordMissing(_) => (
                TroubleKind::File,
                "nothing was replaced: keep the folder, and restore a back-up",
            ),
            StoreError::ItemDiffers { .. } => (
                TroubleKind::File,
                "name the column differently in the file and its map",
            ),
            _ => of_backup(&error),
        };
        Self::new(kind, what, hint)
    }
}

/// Kind and hint of what goes wrong with back-ups; a mistake of ours for anything else.
const fn of_backup(error: &StoreError) -> (TroubleKind, &'static str) {
    match error {
        StoreError::WrongRecoveryKey => (
            TroubleKind::Locked,
            "look for the newest sheet of this record; nothing was changed",
        ),
        StoreError::WrongBackupKey | StoreError::BackupNeedsSheet => (
            TroubleKind::Locked,
            "a back-up opens with the passphrase of its own day, or its sheet",
        ),
        StoreError::NotABackup | StoreError::BackupDamaged => {
            (TroubleKind::File, "nothing was changed")
        }
        StoreError::FileExists(_) => (TroubleKind::Input, "give a name that is not taken"),
        _ => (
            TroubleKind::Ours,
            "this is our mistake; your record is as it was",
        ),
    }
}
