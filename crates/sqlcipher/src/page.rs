//! Opens single pages of an encrypted file, so that what is left of a damaged one can be read. Refuses
//! a page whose seal does not fit.

use crate::primitive::{self, BLOCK_BYTES, Hash, KEY_BYTES};

/// Length of a page, in bytes.
pub const PAGE_BYTES: usize = 4096;
/// Length of the salt at the beginning of the file, in bytes.
pub const SALT_BYTES: usize = 16;
const TAG_BYTES: usize = 64;
/// What of a page holds data; the initial vector and the seal follow.
const DATA_BYTES: usize = PAGE_BYTES - BLOCK_BYTES - TAG_BYTES;
/// What stands at the beginning of every database in place of the salt.
const BEGINNING: &[u8; SALT_BYTES] = b"SQLite format 3\0";
/// SQLCipher 4 makes the key of the seals from the key of the pages and this salt, in two rounds.
const SEAL_MASK: u8 = 0x3a;
const SEAL_ROUNDS: u32 = 2;

/// The keys of one file.
pub struct Pages<'k> {
    key: &'k [u8; KEY_BYTES],
    seal_key: [u8; KEY_BYTES],
}

impl std::fmt::Debug for Pages<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pages")
    }
}

impl<'k> Pages<'k> {
    /// The keys of the file that begins with `salt`.
    #[must_use]
    pub fn new(key: &'k [u8; KEY_BYTES], salt: &[u8; SALT_BYTES]) -> Self {
        let mut seal_key = [0; KEY_BYTES];
        let salt = salt.map(|byte| byte ^ SEAL_MASK);
        primitive::stretch(Hash::Sha512, key, &salt, SEAL_ROUNDS, &mut seal_key);
        Self { key, seal_key }
    }

    /// Opens the page of this number, counted from one; `None` when its seal does not fit.
    ///
    /// A page that was never written to is all zero, as SQLCipher takes it.
    #[must_use]
    pub fn open(&self, number: u32, page: &[u8]) -> Option<Vec<u8>> {
        if page.len() != PAGE_BYTES {
            return None;
        }
        if page.iter().all(|byte| *byte == 0) {
            return Some(page.to_vec());
        }
        let begin = if number == 1 { SALT_BYTES } else { 0 };
        let (sealed, tag) = page.split_at(DATA_BYTES + BLOCK_BYTES);
        let mut expected = [0; TAG_BYTES];
        let parts = [&sealed[begin..], &number.to_le_bytes()];
        primitive::hmac(Hash::Sha512, &self.seal_key, parts, &mut expected).ok()?;
        if expected != tag {
            return None;
        }
        let (data, iv) = sealed.split_at(DATA_BYTES);
        let mut opened = page.to_vec();
        let body = opened.get_mut(begin..DATA_BYTES)?;
        body.copy_from_slice(&data[begin..]);
        primitive::decrypt(self.key, iv, body).ok()?;
        if number == 1 {
            opened.get_mut(..SALT_BYTES)?.copy_from_slice(BEGINNING);
        }
        Some(opened)
    }
}
