//! AES-256-CBC, HMAC, PBKDF2 and random bytes over slices. Refuses pointers and policy.

use aes::Aes256;
use cbc::cipher::block_padding::NoPadding;
use cbc::cipher::{BlockModeDecrypt as _, BlockModeEncrypt as _, KeyIvInit as _};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Sha256, Sha512};

/// The hash under an HMAC or under PBKDF2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hash {
    Sha256,
    Sha512,
}

impl Hash {
    /// Length of its digest, in bytes.
    pub(crate) const fn digest_bytes(self) -> usize {
        match self {
            Self::Sha256 => 32,
            Self::Sha512 => 64,
        }
    }
}

/// A key, an initial vector or a length did not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Refused;

/// Length of an AES-256 key, in bytes.
pub(crate) const KEY_BYTES: usize = 32;
/// Length of an AES block and of the initial vector, in bytes.
pub(crate) const BLOCK_BYTES: usize = 16;

/// Encrypts whole blocks in place.
pub(crate) fn encrypt(key: &[u8], iv: &[u8], data: &mut [u8]) -> Result<(), Refused> {
    let len = data.len();
    cbc::Encryptor::<Aes256>::new_from_slices(key, iv)
        .map_err(|_| Refused)?
        .encrypt_padded::<NoPadding>(data, len)
        .map(|_| ())
        .map_err(|_| Refused)
}

/// Decrypts whole blocks in place.
pub(crate) fn decrypt(key: &[u8], iv: &[u8], data: &mut [u8]) -> Result<(), Refused> {
    cbc::Decryptor::<Aes256>::new_from_slices(key, iv)
        .map_err(|_| Refused)?
        .decrypt_padded::<NoPadding>(data)
        .map(|_| ())
        .map_err(|_| Refused)
}

/// Writes the HMAC of `parts`, one after the other, to `out`.
pub(crate) fn hmac(
    hash: Hash,
    key: &[u8],
    parts: [&[u8]; 2],
    out: &mut [u8],
) -> Result<(), Refused> {
    macro_rules! run {
        ($hash:ty) => {{
            let mut mac = Hmac::<$hash>::new_from_slice(key).map_err(|_| Refused)?;
            parts.iter().for_each(|part| mac.update(part));
            let tag = mac.finalize().into_bytes();
            if out.len() != tag.len() {
                return Err(Refused);
            }
            out.copy_from_slice(&tag);
        }};
    }
    match hash {
        Hash::Sha256 => run!(Sha256),
        Hash::Sha512 => run!(Sha512),
    }
    Ok(())
}

/// Stretches a passphrase with PBKDF2 to fill `out`.
pub(crate) fn stretch(hash: Hash, pass: &[u8], salt: &[u8], rounds: u32, out: &mut [u8]) {
    match hash {
        Hash::Sha256 => pbkdf2::pbkdf2_hmac::<Sha256>(pass, salt, rounds, out),
        Hash::Sha512 => pbkdf2::pbkdf2_hmac::<Sha512>(pass, salt, rounds, out),
    }
}

/// Fills `out` with random bytes of the operating system.
pub(crate) fn random(out: &mut [u8]) -> Result<(), Refused> {
    getrandom::fill(out).map_err(|_| Refused)
}

#[cfg(test)]
mod tests;
