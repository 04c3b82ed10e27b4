//! Seals a back-up as an age file (age-encryption.org/v1) and opens it. Refuses anything that does not
//! verify to its last byte.
//!
//! Two keys open one file. The recovery key is an ordinary X25519 recipient, so the public tool opens
//! it too. The passphrase has a line of its own in the head, `notes-key`, which other programs skip:
//! age allows its own passphrase line only alone in a file, and that would need the passphrase
//! whenever a back-up is made. Ours carries the key file, which holds the record's key wrapped under
//! the passphrase, and the file's key wrapped under the record's key.

use std::cell::Cell;
use std::collections::HashSet;
use std::io::{Read as _, Write as _};
use std::path::Path;

use age::secrecy::ExposeSecret as _;
use age::{DecryptError, Decryptor, EncryptError, Encryptor, Identity, Recipient};
use age_core::format::{FILE_KEY_BYTES, FileKey, Stanza};
use age_core::primitives::{aead_decrypt, aead_encrypt, hkdf};
use zeroize::Zeroizing;

use super::BackupKey;
use crate::StoreError;
use crate::key::{Key, KeyFile, KeyPlace};
use crate::recovery::RecoveryKey;

/// The name of our line in the head.
const LINE: &str = "notes-key";
/// What the key for the file's key is derived for.
const LABEL: &[u8] = b"notes-backup 1";
/// The file's key and its tag, in bytes.
const WRAPPED_BYTES: usize = FILE_KEY_BYTES + 16;
/// The first words of every age file.
const FIRST: &[u8] = b"age-encryption.org/v1\n";

/// What lets a passphrase open a back-up that is made without it.
pub(super) struct Lock {
    pub key: Key,
    pub key_file: Zeroizing<String>,
}

impl Recipient for Lock {
    fn wrap_file_key(
        &self,
        file_key: &FileKey,
    ) -> Result<(Vec<Stanza>, HashSet<String>), EncryptError> {
        let mut body = aead_encrypt(&outer(&self.key), file_key.expose_secret());
        body.extend_from_slice(self.key_file.as_bytes());
        let stanza = Stanza {
            tag: LINE.to_owned(),
            args: Vec::new(),
            body,
        };
        Ok((vec![stanza], HashSet::new()))
    }
}

fn outer(key: &Key) -> Zeroizing<[u8; 32]> {
    Zeroizing::new(hkdf(&[], LABEL, key.as_slice()))
}

/// A passphrase on its way through the head of a file.
struct Words<'a> {
    words: &'a str,
    has_line: Cell<bool>,
}

impl Identity for Words<'_> {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        if stanza.tag != LINE {
            return None;
        }
        // One line, one try: a file from elsewhere must not keep this computer busy.
        if self.has_line.replace(true) {
            return None;
        }
        let (wrapped, text) = stanza.body.split_at_checked(WRAPPED_BYTES)?;
        let key_file = KeyFile::parse(std::str::from_utf8(text).ok()?)?;
        if key_file.place() != KeyPlace::Passphrase || !key_file.is_quick() {
            return None;
        }
        let key = key_file.open(Some(self.words), Path::new("")).ok()?;
        let opened = aead_decrypt(&outer(&key), FILE_KEY_BYTES, wrapped).ok()?;
        let opened: [u8; FILE_KEY_BYTES] = opened.try_into().ok()?;
        Some(Ok(FileKey::new(Box::new(opened))))
    }
}

/// Seals bytes so that the recovery key opens them, and the passphrase behind `lock`.
pub(super) fn seal(
    bytes: &[u8],
    recovery: &RecoveryKey,
    lock: Option<Lock>,
) -> Result<Vec<u8>, StoreError> {
    let sheet = recovery.identity().to_public();
    let mut recipients: Vec<&dyn Recipient> = vec![&sheet];
    recipients.extend(lock.as_ref().map(|lock| lock as &dyn Recipient));
    let encryptor =
        Encryptor::with_recipients(recipients.into_iter()).map_err(|_| StoreError::NoRandomness)?;
    let mut sealed = Vec::with_capacity(bytes.len() + bytes.len() / 1024 + 4096);
    // Writing into memory does not fail; if it did, nothing was written anywhere.
    let mut writer = encryptor
        .wrap_output(&mut sealed)
        .map_err(|_| StoreError::BackupDamaged)?;
    writer
        .write_all(bytes)
        .and_then(|()| writer.finish().map(|_| ()))
        .map_err(|_| StoreError::BackupDamaged)?;
    Ok(sealed)
}

/// Opens a file; every byte of it was verified when this returns.
pub(super) fn open(bytes: &[u8], key: BackupKey<'_>) -> Result<Zeroizing<Vec<u8>>, StoreError> {
    if !bytes.starts_with(FIRST) {
        return Err(if FIRST.starts_with(bytes) && !bytes.is_empty() {
            StoreError::BackupDamaged
        } else {
            StoreError::NotABackup
        });
    }
    let decryptor = Decryptor::new_buffered(bytes).map_err(|error| refusal(&error))?;
    let mut reader = match key {
        BackupKey::Recovery(recovery) => {
            let own: &dyn Identity = recovery.identity();
            decryptor
                .decrypt(std::iter::once(own))
                .map_err(|error| refusal(&error))?
        }
        BackupKey::Passphrase(words) => {
            let own = Words {
                words,
                has_line: Cell::new(false),
            };
            let found = decryptor.decrypt(std::iter::once(&own as &dyn Identity));
            match found {
                Err(DecryptError::NoMatchingKeys) if !own.has_line.get() => {
                    return Err(StoreError::BackupNeedsSheet);
                }
                other => other.map_err(|error| refusal(&error))?,
            }
        }
    };
    // As large as it can get, so that no copy of a smaller one stays behind in memory.
    let mut opened = Zeroizing::new(Vec::with_capacity(bytes.len()));
    reader
        .read_to_end(&mut opened)
        .map_err(|_| StoreError::BackupDamaged)?;
    Ok(opened)
}

fn refusal(error: &DecryptError) -> StoreError {
    match error {
        DecryptError::NoMatchingKeys | DecryptError::KeyDecryptionFailed => {
            StoreError::WrongBackupKey
        }
        _ => StoreError::BackupDamaged,
    }
}
