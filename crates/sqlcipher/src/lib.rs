//! Compiles the encrypted database and gives it its cryptography. Refuses to know what is stored.
//!
//! SQLCipher asks a provider for random bytes, HMAC, key stretching and AES-256 in CBC mode. Here
//! that provider is Rust over the RustCrypto crates, so a fresh machine needs a C compiler and no
//! OpenSSL. Files made with it are ordinary SQLCipher 4 files: see the `interop` check in `store`.

mod memory;
mod page;
mod primitive;
mod provider;

pub use page::{PAGE_BYTES, Pages, SALT_BYTES};

/// Starts the compiled database with its cryptography, once for the process.
///
/// Gives the version number of the SQLite inside, for example `3054001`, and 0 when it could not
/// start. Whoever opens a database calls this before: another thread may be starting it right now,
/// and the call is what ties the C library to the program for every linker.
#[must_use]
pub fn sqlite_version_number() -> i32 {
    provider::started_version_number()
}
