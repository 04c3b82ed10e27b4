//! The key of the recovery sheet: opens every back-up of this record, and the record itself when its
//! passphrase is lost. Refuses to be printed anywhere but where a person asks for it.
//!
//! It is an X25519 identity of the age format, so that the public tool reads it. The record keeps it
//! among its settings; a small file beside the record holds the record's key wrapped under it.

use age::secrecy::ExposeSecret as _;
use age::x25519::Identity;
use zeroize::Zeroizing;

use crate::key::envelope::{self, NONCE_BYTES, WRAPPED_BYTES};
use crate::key::{Key, hex, unhex};
use crate::{Folder, FolderState, Secret, Store, StoreError, file};

/// What the age format puts before such a key.
const HEAD: &str = "AGE-SECRET-KEY-1";
/// Characters after the head: 52 of the key, 6 of its check.
const N_CHARS: usize = 58;
/// Characters that stand together on paper.
const GROUP_CHARS: usize = 4;
/// The letters of bech32.
const LETTERS: &str = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";
/// The setting that holds it.
const SETTING: &str = "recovery.key";
const FIRST_LINE: &str = "notes-sheet 1";

/// The key of a recovery sheet.
#[derive(Clone)]
pub struct RecoveryKey(Identity);

/// Why typed letters are not a recovery key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryKeyError {
    /// Too few or too many characters after the first words.
    #[error("a recovery key has {N_CHARS} characters after AGE-SECRET-KEY-1; here are {have}")]
    Length {
        /// How many there are.
        have: usize,
    },
    /// One character in this group, counted from 1, is not the one on the sheet.
    #[error("one character in group {group} is not the one on the sheet")]
    Group {
        /// Which group of four, from 1.
        group: usize,
    },
    /// More than one character differs.
    #[error("the characters do not fit together: more than one differs from the sheet")]
    Check,
}

impl std::fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryKey")
    }
}

impl PartialEq for RecoveryKey {
    fn eq(&self, other: &Self) -> bool {
        *self.text() == *other.text()
    }
}

impl RecoveryKey {
    /// Draws a new one.
    pub(crate) fn make() -> Self {
        Self(Identity::generate())
    }

    /// Reads what a person typed: in groups or not, with the first words or without, in any case.
    /// Letters that the sheet never uses are read as those that look like them.
    ///
    /// # Errors
    /// [`RecoveryKeyError`], which names the group when one character is wrong.
    pub fn parse(typed: &str) -> Result<Self, RecoveryKeyError> {
        let plain: Zeroizing<String> = Zeroizing::new(
            (typed.chars())
                .filter(|c| !c.is_whitespace() && *c != '-')
                .map(|c| c.to_ascii_uppercase())
                .collect(),
        );
        let tail = plain.strip_prefix("AGESECRETKEY1").unwrap_or(&plain);
        let tail: Zeroizing<String> = Zeroizing::new(tail.chars().map(look_alike).collect());
        let have = tail.chars().count();
        if have != N_CHARS {
            return Err(RecoveryKeyError::Length { have });
        }
        identity(&tail)
            .map(Self)
            .ok_or_else(|| match wrong_character(&tail) {
                Some(idx) => RecoveryKeyError::Group {
                    group: idx / GROUP_CHARS + 1,
                },
                None => RecoveryKeyError::Check,
            })
    }

    /// The key as the public age tool reads it, on one line.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.to_string().expose_secret().to_owned())
    }

    /// What follows the first words `AGE-SECRET-KEY-1`, in groups of four characters.
    #[must_use]
    pub fn groups(&self) -> Vec<String> {
        let text = self.text();
        let tail: Vec<char> = text.trim_start_matches(HEAD).chars().collect();
        (tail.chunks(GROUP_CHARS))
            .map(|group| group.iter().collect())
            .collect()
    }

    pub(crate) const fn identity(&self) -> &Identity {
        &self.0
    }

    /// The key under which the record's key is wrapped.
    fn outer(&self) -> Key {
        let text = self.text();
        Zeroizing::new(age_core::primitives::hkdf(
            &[],
            FIRST_LINE.as_bytes(),
            text.as_bytes(),
        ))
    }
}

/// The sheet never uses these four; each is read as what it looks like.
fn look_alike(typed: char) -> char {
    match typed {
        'O' => '0',
        'I' | '1' => 'L',
        'B' => '8',
        other => other,
    }
}

fn identity(tail: &str) -> Option<Identity> {
    let whole = Zeroizing::new(format!("{HEAD}{tail}"));
    whole.parse().ok()
}

/// Where one other character would make the key whole; `None` when no single one does.
fn wrong_character(tail: &str) -> Option<usize> {
    let typed: Zeroizing<Vec<char>> = Zeroizing::new(tail.chars().collect());
    (0..typed.len()).find(|idx| {
        LETTERS.chars().any(|letter| {
            let other: String = (typed.iter().enumerate())
                .map(|(at, own)| if at == *idx { letter } else { *own })
                .collect();
            identity(&Zeroizing::new(other)).is_some()
        })
    })
}

/// The text of the file that holds the record's key wrapped under a recovery key.
fn slot_text(recovery: &RecoveryKey, inner: &Key) -> Result<String, StoreError> {
    let nonce = envelope::random::<NONCE_BYTES>()?;
    let wrapped = envelope::wrap(&recovery.outer(), &nonce, FIRST_LINE.as_bytes(), inner)
        .ok_or(StoreError::NoRandomness)?;
    Ok(format!(
        "{FIRST_LINE}\nnonce {}\nwrapped {}\n",
        *hex(&nonce),
        *hex(&wrapped)
    ))
}

fn open_slot(text: &str, recovery: &RecoveryKey) -> Option<Key> {
    let mut lines = text.split_terminator('\n');
    if lines.next()? != FIRST_LINE {
        return None;
    }
    let nonce = unhex::<NONCE_BYTES>(lines.next()?.strip_prefix("nonce ")?)?;
    let wrapped = unhex::<WRAPPED_BYTES>(lines.next()?.strip_prefix("wrapped ")?)?;
    envelope::unwrap(&recovery.outer(), &nonce, FIRST_LINE.as_bytes(), &wrapped)
}

/// Writes the file through which a recovery key opens the record.
pub(crate) fn write_slot(
    folder: &Folder,
    recovery: &RecoveryKey,
    inner: &Key,
) -> Result<(), StoreError> {
    let text = slot_text(recovery, inner)?;
    file::replace(&folder.recovery_path(), text.as_bytes())
}

/// The recovery key that a database keeps; `None` when it was never asked for one.
pub(crate) fn kept(connection: &rusqlite::Connection) -> Result<Option<RecoveryKey>, StoreError> {
    let Some(text) = crate::setting::load(connection, SETTING)? else {
        return Ok(None);
    };
    let text = Zeroizing::new(text);
    RecoveryKey::parse(&text)
        .map(Some)
        .map_err(|_| StoreError::Unreadable {
            table: "setting",
            row: 0,
        })
}

impl Store {
    /// The recovery key of this record, made at the first call.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn recovery_key(&mut self) -> Result<RecoveryKey, StoreError> {
        if let Some(kept) = kept(self.connection())? {
            if !self.folder().recovery_path().exists() {
                write_slot(self.folder(), &kept, self.key())?;
            }
            return Ok(kept);
        }
        self.renew_recovery_key()
    }

    /// Makes a new recovery key: the old sheet does not open the record any more, only back-ups that
    /// were made before.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn renew_recovery_key(&mut self) -> Result<RecoveryKey, StoreError> {
        let made = RecoveryKey::make();
        // A stop in between leaves no sheet that opens the record itself; the next call mends it.
        crate::file::remove(&self.folder().recovery_path())?;
        self.set_setting(SETTING, Some(&made.text()))?;
        write_slot(self.folder(), &made, self.key())?;
        Ok(made)
    }

    /// Whether this is the passphrase of the record; `false` where the key has another place.
    ///
    /// # Errors
    /// [`StoreError::KeyFileDamaged`] and the errors of the disk.
    pub fn is_passphrase(&self, words: &str) -> Result<bool, StoreError> {
        let path = self.folder().key_path();
        let key_file = crate::key::KeyFile::read(&path)?;
        if key_file.place() != crate::KeyPlace::Passphrase {
            return Ok(false);
        }
        match key_file.open(Some(words), &path) {
            Ok(_) => Ok(true),
            Err(StoreError::WrongPassphrase) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Opens the record with the key of its recovery sheet, and puts a new lock on it.
    ///
    /// # Errors
    /// [`StoreError::WrongRecoveryKey`] when it is the key of another record, or none was ever made;
    /// the errors of [`Store::open`] and [`Store::change_secret`]. The old lock holds then.
    pub fn recover(
        folder: &Folder,
        recovery: &RecoveryKey,
        secret: Secret<'_>,
    ) -> Result<Self, StoreError> {
        match folder.state() {
            FolderState::Empty => return Err(StoreError::NothingHere(folder.path().to_owned())),
            // A damaged or lost key file is what the sheet is for.
            FolderState::Broken(StoreError::KeyFileMissing(_) | StoreError::KeyFileDamaged(_))
            | FolderState::Present { .. } => {}
            FolderState::Broken(error) => return Err(error),
        }
        let text = std::fs::read_to_string(folder.recovery_path())
            .map_err(|_| StoreError::WrongRecoveryKey)?;
        let key = open_slot(&text, recovery).ok_or(StoreError::WrongRecoveryKey)?;
        folder.prepare()?;
        let mut store = Self::open_with(folder, key, crate::KeyPlace::Passphrase)?;
        store.change_secret(secret)?;
        Ok(store)
    }
}

impl Folder {
    /// Whether a recovery sheet can open the record that lies here.
    #[must_use]
    pub fn has_recovery(&self) -> bool {
        self.recovery_path().is_file()
    }

    /// Holds the record's key, wrapped under the key of the recovery sheet.
    pub(crate) fn recovery_path(&self) -> std::path::PathBuf {
        self.path().join("notes.sheet")
    }
}
