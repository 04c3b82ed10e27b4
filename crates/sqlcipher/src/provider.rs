//! The table of functions that SQLCipher calls. Refuses SHA-1: no file of ours has ever used it.
//!
//! The only unsafe code of the project, with `memory.rs` beside it. The layout of [`Provider`] is that of
//! `struct sqlcipher_provider` in SQLCipher 4; the crate `sqlcipher-src` is pinned for that reason.
#![allow(unsafe_code)] // SQLCipher is C and calls back with pointers.

use std::ffi::{c_char, c_int, c_uchar, c_void};
use std::sync::OnceLock;
use std::{ptr, slice};

use crate::primitive::{self, BLOCK_BYTES, Hash, KEY_BYTES, Refused};

const SQLITE_OK: c_int = 0;
const SQLITE_ERROR: c_int = 1;
const ENCRYPT: c_int = 1;
const WITH_SHA256: c_int = 1;
const WITH_SHA512: c_int = 2;

/// `struct sqlcipher_provider`, field by field.
#[repr(C)]
struct Provider {
    init: Option<extern "C" fn() -> c_int>,
    shutdown: Option<extern "C" fn()>,
    get_provider_name: extern "C" fn(*mut c_void) -> *const c_char,
    add_random: extern "C" fn(*mut c_void, *const c_void, c_int) -> c_int,
    random: unsafe extern "C" fn(*mut c_void, *mut c_void, c_int) -> c_int,
    hmac: unsafe extern "C" fn(
        *mut c_void,
        c_int,
        *const c_uchar,
        c_int,
        *const c_uchar,
        c_int,
        *const c_uchar,
        c_int,
        *mut c_uchar,
    ) -> c_int,
    kdf: unsafe extern "C" fn(
        *mut c_void,
        c_int,
        *const c_uchar,
        c_int,
        *const c_uchar,
        c_int,
        c_int,
        c_int,
        *mut c_uchar,
    ) -> c_int,
    cipher: unsafe extern "C" fn(
        *mut c_void,
        c_int,
        *const c_uchar,
        c_int,
        *const c_uchar,
        *const c_uchar,
        c_int,
        *mut c_uchar,
    ) -> c_int,
    get_cipher: extern "C" fn(*mut c_void) -> *const c_char,
    get_key_sz: extern "C" fn(*mut c_void) -> c_int,
    get_iv_sz: extern "C" fn(*mut c_void) -> c_int,
    get_block_sz: extern "C" fn(*mut c_void) -> c_int,
    get_hmac_sz: extern "C" fn(*mut c_void, c_int) -> c_int,
    ctx_init: extern "C" fn(*mut *mut c_void) -> c_int,
    ctx_free: extern "C" fn(*mut *mut c_void) -> c_int,
    fips_status: extern "C" fn(*mut c_void) -> c_int,
    get_provider_version: extern "C" fn(*mut c_void) -> *const c_char,
    next: *mut Provider,
}

unsafe extern "C" {
    safe fn sqlite3_libversion_number() -> c_int;
    safe fn sqlite3_initialize() -> c_int;
}

/// The version number of the SQLite that is linked, once it has wholly started; else 0.
///
/// SQLite says that it is ready before SQLCipher's own start (`SQLITE_EXTRA_INIT`) has run: a
/// second thread that opens a file in between finds no cipher. Here everybody waits for the first.
pub(crate) fn started_version_number() -> i32 {
    static STARTED: OnceLock<c_int> = OnceLock::new();
    let start = || {
        if crate::memory::take_over() {
            sqlite3_initialize()
        } else {
            SQLITE_ERROR
        }
    };
    if *STARTED.get_or_init(start) == SQLITE_OK {
        sqlite3_libversion_number()
    } else {
        0
    }
}

/// Fills SQLCipher's provider table; SQLCipher calls it once, when it starts.
///
/// # Safety
/// `provider` points to memory for one `struct sqlcipher_provider`, or is null.
#[unsafe(no_mangle)]
unsafe extern "C" fn thawline_sqlcipher_setup(provider: *mut Provider) -> c_int {
    if provider.is_null() {
        return SQLITE_ERROR;
    }
    let table = Provider {
        init: None,
        shutdown: None,
        get_provider_name,
        add_random,
        random,
        hmac,
        kdf,
        cipher,
        get_cipher,
        get_key_sz,
        get_iv_sz: get_block_sz,
        get_block_sz,
        get_hmac_sz,
        ctx_init: ctx_nothing,
        ctx_free: ctx_nothing,
        fips_status,
        get_provider_version,
        next: ptr::null_mut(),
    };
    // SAFETY: not null, and the caller promises room for the struct; nothing is dropped there.
    unsafe { provider.write(table) };
    SQLITE_OK
}

extern "C" fn get_provider_name(_: *mut c_void) -> *const c_char {
    c"rustcrypto".as_ptr()
}

extern "C" fn get_provider_version(_: *mut c_void) -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}

extern "C" fn get_cipher(_: *mut c_void) -> *const c_char {
    c"aes-256-cbc".as_ptr()
}

extern "C" fn get_key_sz(_: *mut c_void) -> c_int {
    KEY_BYTES as c_int
}

extern "C" fn get_block_sz(_: *mut c_void) -> c_int {
    BLOCK_BYTES as c_int
}

extern "C" fn get_hmac_sz(_: *mut c_void, algorithm: c_int) -> c_int {
    hash(algorithm).map_or(0, |hash| hash.digest_bytes() as c_int)
}

extern "C" fn ctx_nothing(_: *mut *mut c_void) -> c_int {
    SQLITE_OK
}

extern "C" fn fips_status(_: *mut c_void) -> c_int {
    0
}

/// The operating system mixes its own entropy: what SQLCipher adds is not needed.
extern "C" fn add_random(_: *mut c_void, _: *const c_void, _: c_int) -> c_int {
    SQLITE_OK
}

unsafe extern "C" fn random(_: *mut c_void, buffer: *mut c_void, len: c_int) -> c_int {
    // SAFETY: SQLCipher passes a buffer of `len` bytes that nobody else holds.
    code(unsafe { slice_mut(buffer.cast(), len) }.and_then(primitive::random))
}

#[allow(clippy::too_many_arguments)] // SQLCipher's signature.
unsafe extern "C" fn hmac(
    _: *mut c_void,
    algorithm: c_int,
    key: *const c_uchar,
    key_len: c_int,
    first: *const c_uchar,
    first_len: c_int,
    second: *const c_uchar,
    second_len: c_int,
    out: *mut c_uchar,
) -> c_int {
    let run = || {
        let hash = hash(algorithm)?;
        // SAFETY: SQLCipher passes each pointer with its length; `second` may be null. The digest
        // goes through a buffer of our own, because `out` may lie inside the input's page.
        let (key, parts) = unsafe {
            let second = if second.is_null() {
                &[][..]
            } else {
                slice(second, second_len)?
            };
            (slice(key, key_len)?, [slice(first, first_len)?, second])
        };
        let mut digest = [0u8; 64];
        let digest = digest.get_mut(..hash.digest_bytes()).ok_or(Refused)?;
        primitive::hmac(hash, key, parts, digest)?;
        if out.is_null() {
            return Err(Refused);
        }
        // SAFETY: `out` has room for a digest of `get_hmac_sz`, and `digest` is our own memory.
        unsafe { ptr::copy_nonoverlapping(digest.as_ptr(), out, digest.len()) };
        Ok(())
    };
    code(run())
}

#[allow(clippy::too_many_arguments)] // SQLCipher's signature.
unsafe extern "C" fn kdf(
    _: *mut c_void,
    algorithm: c_int,
    pass: *const c_uchar,
    pass_len: c_int,
    salt: *const c_uchar,
    salt_len: c_int,
    rounds: c_int,
    key_len: c_int,
    key: *mut c_uchar,
) -> c_int {
    let run = || {
        let hash = hash(algorithm)?;
        let rounds = u32::try_from(rounds)
            .ok()
            .filter(|r| *r > 0)
            .ok_or(Refused)?;
        // SAFETY: SQLCipher passes each pointer with its length, and `key` is memory of its own.
        let (pass, salt, key) = unsafe {
            (
                slice(pass, pass_len)?,
                slice(salt, salt_len)?,
                slice_mut(key, key_len)?,
            )
        };
        primitive::stretch(hash, pass, salt, rounds, key);
        Ok(())
    };
    code(run())
}

#[allow(clippy::too_many_arguments)] // SQLCipher's signature.
unsafe extern "C" fn cipher(
    _: *mut c_void,
    mode: c_int,
    key: *const c_uchar,
    key_len: c_int,
    iv: *const c_uchar,
    input: *const c_uchar,
    len: c_int,
    out: *mut c_uchar,
) -> c_int {
    let run = || {
        let n_bytes = usize::try_from(len).map_err(|_| Refused)?;
        if input.is_null() || out.is_null() {
            return Err(Refused);
        }
        // SAFETY: both hold `len` bytes and may overlap, which `ptr::copy` allows.
        unsafe { ptr::copy(input, out, n_bytes) };
        // SAFETY: key and vector come with their lengths and lie outside the page that is written.
        let (key, iv, data) = unsafe {
            (
                slice(key, key_len)?,
                slice(iv, BLOCK_BYTES as c_int)?,
                slice_mut(out, len)?,
            )
        };
        if mode == ENCRYPT {
            primitive::encrypt(key, iv, data)
        } else {
            primitive::decrypt(key, iv, data)
        }
    };
    code(run())
}

fn hash(algorithm: c_int) -> Result<Hash, Refused> {
    match algorithm {
        WITH_SHA256 => Ok(Hash::Sha256),
        WITH_SHA512 => Ok(Hash::Sha512),
        _ => Err(Refused),
    }
}

const fn code(result: Result<(), Refused>) -> c_int {
    match result {
        Ok(()) => SQLITE_OK,
        Err(Refused) => SQLITE_ERROR,
    }
}

/// # Safety
/// `at` is null, or holds `len` bytes that nobody writes for the time of the call.
unsafe fn slice<'a>(at: *const c_uchar, len: c_int) -> Result<&'a [u8], Refused> {
    let n_bytes = usize::try_from(len).map_err(|_| Refused)?;
    if at.is_null() {
        return Err(Refused);
    }
    // SAFETY: not null, and the caller promises the length and that nobody writes.
    Ok(unsafe { slice::from_raw_parts(at, n_bytes) })
}

/// # Safety
/// `at` is null, or holds `len` bytes that nobody else touches for the time of the call.
unsafe fn slice_mut<'a>(at: *mut c_uchar, len: c_int) -> Result<&'a mut [u8], Refused> {
    let n_bytes = usize::try_from(len).map_err(|_| Refused)?;
    if at.is_null() {
        return Err(Refused);
    }
    // SAFETY: not null, and the caller promises the length and that nobody else touches it.
    Ok(unsafe { slice::from_raw_parts_mut(at, n_bytes) })
}
