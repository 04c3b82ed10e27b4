//! Wraps one key under another, and stretches a passphrase to a key. Refuses weak parameters.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{AeadInOut as _, KeyInit as _};
use chacha20poly1305::{Tag, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::{KEY_BYTES, Key};
use crate::StoreError;

/// Length of the number used once, in bytes.
pub(crate) const NONCE_BYTES: usize = 24;
/// Length of a wrapped key: the key and its tag, in bytes.
pub(crate) const WRAPPED_BYTES: usize = KEY_BYTES + 16;
/// Length of the salt, in bytes.
pub(super) const SALT_BYTES: usize = 16;

/// How a passphrase is stretched: Argon2id, version 0x13 (RFC 9106).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub n_passes: u32,
    /// Lanes.
    pub n_lanes: u32,
    /// Random, new for every passphrase.
    pub salt: [u8; SALT_BYTES],
}

impl Stretch {
    /// 64 MiB, three passes, one lane (RFC 9106, section 4, second choice with one lane).
    pub(super) fn new() -> Result<Self, StoreError> {
        Ok(Self {
            memory_kib: 64 * 1024,
            n_passes: 3,
            n_lanes: 1,
            salt: random()?,
        })
    }

    /// Between 8 MiB and 2 GiB: a changed key file must not take a computer down.
    pub(super) const fn is_bearable(&self) -> bool {
        self.memory_kib >= 8 * 1024
            && self.memory_kib <= 2 * 1024 * 1024
            && self.n_passes >= 1
            && self.n_passes <= 64
            && self.n_lanes >= 1
            && self.n_lanes <= 16
    }

    /// At most 256 MiB and eight passes: what a file from elsewhere may ask of this computer.
    pub(super) const fn is_quick(&self) -> bool {
        self.memory_kib <= 256 * 1024 && self.n_passes <= 8
    }

    /// Stretches the passphrase; `None` when the parameters cannot be used here.
    pub(super) fn key(&self, passphrase: &str) -> Option<Key> {
        let params = Params::new(
            self.memory_kib,
            self.n_passes,
            self.n_lanes,
            Some(KEY_BYTES),
        )
        .ok()?;
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.as_bytes(), &self.salt, key.as_mut_slice())
            .ok()?;
        Some(key)
    }
}

/// Gives random bytes of the operating system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::NoRandomness)?;
    Ok(bytes)
}

/// Gives a random key.
pub(crate) fn random_key() -> Result<Key, StoreError> {
    random().map(Zeroizing::new)
}

/// Wraps `inner` under `outer`, bound to `about`. `None` only for a broken cipher.
pub(crate) fn wrap(
    outer: &Key,
    nonce: &[u8; NONCE_BYTES],
    about: &[u8],
    inner: &Key,
) -> Option<[u8; WRAPPED_BYTES]> {
    let mut wrapped = [0; WRAPPED_BYTES];
    let (body, tail) = wrapped.split_at_mut(KEY_BYTES);
    body.copy_from_slice(inner.as_slice());
    let tag = XChaCha20Poly1305::new(&(**outer).into())
        .encrypt_inout_detached(&XNonce::from(*nonce), about, body.into())
        .ok()?;
    tail.copy_from_slice(&tag);
    Some(wrapped)
}

/// Takes the key out again; `None` when the outer key, the text around it or a byte differs.
pub(crate) fn unwrap(
    outer: &Key,
    nonce: &[u8; NONCE_BYTES],
    about: &[u8],
    wrapped: &[u8; WRAPPED_BYTES],
) -> Option<Key> {
    let (body, tail) = wrapped.split_at(KEY_BYTES);
    let mut inner = Zeroizing::new([0; KEY_BYTES]);
    inner.copy_from_slice(body);
    let tag = Tag::try_from(tail).ok()?;
    XChaCha20Poly1305::new(&(**outer).into())
        .decrypt_inout_detached(
            &XNonce::from(*nonce),
            about,
            inner.as_mut_slice().into(),
            &tag,
        )
        .ok()?;
    Some(inner)
}
