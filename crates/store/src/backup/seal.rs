//! Seals a back-up as an age file (age-encryption.org/v1) and opens it. Refuses anything that does not
//! verify to its last byte.
//!
//! Two keys open one file. The recovery key is an ordinary X25519 recipient, so the public tool opens
//! it too. The passphrase has a line of its own in the head, `notes-key`, which other programs skip:
//! age allows its own passphrase line only alone in a file, and that would need the passphrase
//! whenever a back-up is made. Ours carries the key file, which holds the record's key wrapped under
//! the passphrase, and the file's key wrapped under the record's key.
//!
//! What is kept beside the record before a change of shape has a third line, `notes-own`: the file's
//! key under the record's key and nothing else, so that it opens as the record does, without asking.

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
/// The name of the line that the record's own key opens.
const OWN_LINE: &str = "notes-own";
/// What the key for the file's key is derived for.
const LABEL: &[u8] = b"notes-backup 1";
const OWN_LABEL: &[u8] = b"notes-own 1";
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
        let mut body = aead_encrypt(&outer(LABEL, &self.key), file_key.expose_secret());
        body.extend_from_slice(self.key_file.as_bytes());
        let stanza = Stanza {
            tag: LINE.to_owned(),
            args: Vec::new(),
            body,
        };
        Ok((vec![stanza], HashSet::new()))
    }
}

fn outer(label: &[u8], key: &Key) -> Zeroizing<[u8; 32]> {
    Zeroizing::new(hkdf(&[], label, key.as_slice()))
}

/// The key of a record, which opens what was kept beside it.
#[derive(Clone)]
pub struct OwnKey(pub(crate) Key);

impl Recipient for OwnKey {
    fn wrap_file_key(
        &self,
        file_key: &FileKey,
    ) -> Result<(Vec<Stanza>, HashSet<String>), EncryptError> {
        let stanza = Stanza {
            tag: OWN_LINE.to_owned(),
            args: Vec::new(),
            body: aead_encrypt(&outer(OWN_LABEL, &self.0), file_key.expose_secret()),
        };
        Ok((vec![stanza], HashSet::new()))
    }
}

impl Identity for OwnKey {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        if stanza.tag != OWN_LINE {
            return None;
        }
        unwrapped(OWN_LABEL, &self.0, &stanza.body).map(Ok)
    }
}

fn unwrapped(label: &[u8], key: &Key, wrapped: &[u8]) -> Option<FileKey> {
    let opened = aead_decrypt(&outer(label, key), FILE_KEY_BYTES, wrapped).ok()?;
    let opened: [u8; FILE_KEY_BYTES] = opened.try_into().ok()?;
    Some(FileKey::new(Box::new(opened)))
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
        unwrapped(LABEL, &key, wrapped).map(Ok)
    }
}

/// What is to open a file that is sealed now; at least one of them.
#[derive(Default)]
pub(super) struct Openers {
    pub recovery: Option<RecoveryKey>,
    pub lock: Option<Lock>,
    pub own: Option<OwnKey>,
}

/// Seals bytes so that each of these opens them.
pub(super) fn seal(bytes: &[u8], openers: &Openers) -> Result<Vec<u8>, StoreError> {
    let sheet = openers.recovery.as_ref();
    let sheet = sheet.map(|recovery| recovery.identity().to_public());
    let mut recipients: Vec<&dyn Recipient> = Vec::new();
    recipients.extend(sheet.as_ref().map(|sheet| sheet as &dyn Recipient));
    recipients.extend(openers.lock.as_ref().map(|lock| lock as &dyn Recipient));
    recipients.extend(openers.own.as_ref().map(|own| own as &dyn Recipient));
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

/// Whether bytes begin as every age file does.
pub(super) fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(FIRST)
}

/// Opens a file; every byte of it was verified when this returns.
pub(super) fn open(bytes: &[u8], key: BackupKey<'_>) -> Result<Zeroizing<Vec<u8>>, StoreError> {
    if !begins(bytes) {
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
        BackupKey::Own(own) => {
            let found = decryptor.decrypt(std::iter::once(own as &dyn Identity));
            found.map_err(|error| refusal(&error))?
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
