//! The key of a record, wrapped in what the person has: a passphrase, a keyring or a file.
//!
//! A random data key encrypts the record. The key file holds it wrapped under a second key, so a
//! new passphrase rewrites 200 bytes and not the record. Refuses to tell a wrong passphrase from a
//! changed key file: nothing can.

pub(crate) mod envelope;
mod file;
mod keyring;

use zeroize::Zeroizing;

pub(crate) use file::{KeyFile, hex, unhex};

/// Length of every key here, in bytes.
pub(crate) const KEY_BYTES: usize = 32;

/// A key that is wiped from memory when it is dropped.
pub(crate) type Key = Zeroizing<[u8; KEY_BYTES]>;

/// What is to open a record.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Secret<'a> {
    /// These words, asked for at every start.
    Passphrase(&'a str),
    /// The keyring of this computer, or a key file where no keyring answers.
    NoPassphrase,
    /// A key file beside the record: whoever copies the folder can read it.
    KeyFile,
}

impl std::fmt::Debug for Secret<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Passphrase(_) => "Passphrase",
            Self::NoPassphrase => "NoPassphrase",
            Self::KeyFile => "KeyFile",
        })
    }
}

/// Where the key of a record is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyPlace {
    /// In the person's memory.
    Passphrase,
    /// In the keyring of this computer, opened when the person logs in.
    Keyring,
    /// In the key file beside the record: whoever copies the folder can read it.
    KeyFile,
}
