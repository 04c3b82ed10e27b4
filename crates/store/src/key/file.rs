//! The key file: what opens the record, as a few readable lines. Refuses lines it does not know.

use std::path::Path;

use zeroize::Zeroizing;

use super::envelope::{self, NONCE_BYTES, SALT_BYTES, Stretch, WRAPPED_BYTES};
use super::{Key, KeyPlace, Secret, keyring};
use crate::{StoreError, file};

const FIRST_LINE: &str = "notes-key 1";
const ENTRY_BYTES: usize = 16;
/// No key file of ours comes near this length, in bytes.
const BYTES_MAX: u64 = 4096;

/// What the wrapping key comes from.
enum Outer {
    Passphrase(Stretch),
    /// Under this name in the keyring.
    Keyring([u8; ENTRY_BYTES]),
    /// Written down beside it.
    File(Key),
}

/// A key file that was read or is to be written.
pub(crate) struct KeyFile {
    outer: Outer,
    nonce: [u8; NONCE_BYTES],
    wrapped: [u8; WRAPPED_BYTES],
}

impl KeyFile {
    /// Makes a data key and wraps it.
    pub(crate) fn make(secret: Secret<'_>) -> Result<(Self, Key), StoreError> {
        let inner = envelope::random_key()?;
        Ok((Self::wrap(secret, &inner)?, inner))
    }

    /// Opening it costs no more than a file from elsewhere may ask for.
    pub(crate) const fn is_quick(&self) -> bool {
        match &self.outer {
            Outer::Passphrase(stretch) => stretch.is_quick(),
            Outer::Keyring(_) | Outer::File(_) => true,
        }
    }

    /// Wraps the data key in something new.
    pub(crate) fn wrap(secret: Secret<'_>, inner: &Key) -> Result<Self, StoreError> {
        let (outer, key) = match secret {
            Secret::Passphrase("") => return Err(StoreError::PassphraseEmpty),
            Secret::Passphrase(words) => {
                let stretch = Stretch::new()?;
                let key = stretch.key(words).ok_or(StoreError::NoRandomness)?;
                (Outer::Passphrase(stretch), key)
            }
            Secret::NoPassphrase => match Self::in_keyring() {
                Ok(made) => made,
                Err(StoreError::KeyringSilent(_)) => Self::in_file()?,
                Err(error) => return Err(error),
            },
            Secret::KeyFile => Self::in_file()?,
        };
        let nonce = envelope::random()?;
        let wrapped = envelope::wrap(&key, &nonce, outer.lines().as_bytes(), inner)
            .ok_or(StoreError::NoRandomness)?;
        Ok(Self {
            outer,
            nonce,
            wrapped,
        })
    }

    fn in_keyring() -> Result<(Outer, Key), StoreError> {
        let entry = envelope::random::<ENTRY_BYTES>()?;
        let key = envelope::random_key()?;
        keyring::put(&hex(&entry), &key)?;
        Ok((Outer::Keyring(entry), key))
    }

    fn in_file() -> Result<(Outer, Key), StoreError> {
        let key = envelope::random_key()?;
        Ok((Outer::File(key.clone()), key))
    }

    /// Where the wrapping key is.
    pub(crate) const fn place(&self) -> KeyPlace {
        match self.outer {
            Outer::Passphrase(_) => KeyPlace::Passphrase,
            Outer::Keyring(_) => KeyPlace::Keyring,
            Outer::File(_) => KeyPlace::KeyFile,
        }
    }

    /// Takes the data key out.
    pub(crate) fn open(&self, passphrase: Option<&str>, path: &Path) -> Result<Key, StoreError> {
        let damaged = || StoreError::KeyFileDamaged(path.to_owned());
        let (key, refusal) = match &self.outer {
            Outer::Passphrase(stretch) => {
                let words = passphrase.ok_or(StoreError::PassphraseNeeded)?;
                (
                    stretch.key(words).ok_or_else(damaged)?,
                    StoreError::WrongPassphrase,
                )
            }
            Outer::Keyring(entry) => (keyring::get(&hex(entry))?, damaged()),
            Outer::File(key) => (key.clone(), damaged()),
        };
        envelope::unwrap(
            &key,
            &self.nonce,
            self.outer.lines().as_bytes(),
            &self.wrapped,
        )
        .ok_or(refusal)
    }

    /// Takes the entry that this file used out of the keyring, once another file took its place.
    pub(crate) fn forget_outer(&self) -> Result<(), StoreError> {
        match &self.outer {
            Outer::Keyring(entry) => keyring::remove(&hex(entry)),
            Outer::Passphrase(_) | Outer::File(_) => Ok(()),
        }
    }

    /// Reads a key file.
    pub(crate) fn read(path: &Path) -> Result<Self, StoreError> {
        let io = |error| StoreError::io(path, error);
        let damaged = || StoreError::KeyFileDamaged(path.to_owned());
        if std::fs::metadata(path).map_err(io)?.len() > BYTES_MAX {
            return Err(damaged());
        }
        let bytes = Zeroizing::new(std::fs::read(path).map_err(io)?);
        let text = std::str::from_utf8(&bytes).map_err(|_| damaged())?;
        Self::parse(text).ok_or_else(damaged)
    }

    /// Writes the key file in one step.
    pub(crate) fn write(&self, path: &Path) -> Result<(), StoreError> {
        file::replace(path, self.text().as_bytes())
    }

    /// The lines of the key file.
    pub(crate) fn text(&self) -> Zeroizing<String> {
        Zeroizing::new(format!(
            "{}nonce {}\nwrapped {}\n",
            *self.outer.lines(),
            *hex(&self.nonce),
            *hex(&self.wrapped)
        ))
    }

    /// Reads the lines of a key file; `None` when they are not ours.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut lines = text.split_terminator('\n');
        if lines.next()? != FIRST_LINE {
            return None;
        }
        let mut field = |name: &str| lines.next()?.strip_prefix(name)?.strip_prefix(' ');
        let outer = match field("place")? {
            "passphrase" => Outer::Passphrase(parse_stretch(field("argon2id")?, field("salt")?)?),
            "keyring" => Outer::Keyring(unhex(field("entry")?)?),
            "file" => Outer::File(Zeroizing::new(unhex(field("key")?)?)),
            _ => return None,
        };
        let read = Self {
            outer,
            nonce: unhex(field("nonce")?)?,
            wrapped: unhex(field("wrapped")?)?,
        };
        lines.next().is_none().then_some(read)
    }
}

impl Outer {
    /// The lines before the wrapped key, which the wrapping is bound to.
    fn lines(&self) -> Zeroizing<String> {
        Zeroizing::new(match self {
            Self::Passphrase(stretch) => format!(
                "{FIRST_LINE}\nplace passphrase\nargon2id {} {} {}\nsalt {}\n",
                stretch.memory_kib,
                stretch.n_passes,
                stretch.n_lanes,
                *hex(&stretch.salt)
            ),
            Self::Keyring(entry) => {
                format!("{FIRST_LINE}\nplace keyring\nentry {}\n", *hex(entry))
            }
            Self::File(key) => {
                format!("{FIRST_LINE}\nplace file\nkey {}\n", *hex(key.as_slice()))
            }
        })
    }
}

fn parse_stretch(numbers: &str, salt: &str) -> Option<Stretch> {
    let mut numbers = numbers.split(' ').map(|text| text.parse::<u32>().ok());
    let stretch = Stretch {
        memory_kib: numbers.next()??,
        n_passes: numbers.next()??,
        n_lanes: numbers.next()??,
        salt: unhex::<SALT_BYTES>(salt)?,
    };
    (numbers.next().is_none() && stretch.is_bearable()).then_some(stretch)
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> Zeroizing<String> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| char::from(DIGITS.get(usize::from(nibble)).copied().unwrap_or(b'0'));
    let mut text = Zeroizing::new(String::with_capacity(2 * bytes.len()));
    for byte in bytes {
        text.push(digit(byte >> 4));
        text.push(digit(byte & 15));
    }
    text
}

/// Hexadecimal digits as bytes; `None` for anything else.
pub(crate) fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let is_ours = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    if text.len() != 2 * N || !text.bytes().all(is_ours) {
        return None;
    }
    let mut bytes = [0; N];
    for (idx, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * idx..2 * idx + 2)?, 16).ok()?;
    }
    Some(bytes)
}
