//! Memory of the database, wiped before it is given back.
//!
//! A page that was decrypted, a row that was read and the words of a statement lie in memory that SQLite frees when a
//! record is closed. SQLCipher can wipe that memory too, but then it also locks every piece, which made an import six
//! times slower. Refuses to lock anything: SQLCipher does so with the keys, which lie elsewhere.
#![allow(unsafe_code)] // SQLite is C and takes a table of functions.

use std::alloc::{Layout, alloc, dealloc};
use std::ffi::{c_int, c_void};
use std::ptr;

const SQLITE_OK: c_int = 0;
const SQLITE_CONFIG_MALLOC: c_int = 4;
/// Room in front of each piece for its length; also what every piece is aligned to.
const HEAD: usize = 16;

/// `struct sqlite3_mem_methods`, field by field.
#[repr(C)]
struct Methods {
    malloc: unsafe extern "C" fn(c_int) -> *mut c_void,
    free: unsafe extern "C" fn(*mut c_void),
    realloc: unsafe extern "C" fn(*mut c_void, c_int) -> *mut c_void,
    size: unsafe extern "C" fn(*mut c_void) -> c_int,
    roundup: extern "C" fn(c_int) -> c_int,
    init: extern "C" fn(*mut c_void) -> c_int,
    shutdown: extern "C" fn(*mut c_void),
    data: *mut c_void,
}

unsafe extern "C" {
    fn sqlite3_config(option: c_int, ...) -> c_int;
}

/// Hands these functions to the database. It must not have started yet. Says whether it took them.
pub(crate) fn take_over() -> bool {
    let methods = Methods {
        malloc,
        free,
        realloc,
        size,
        roundup,
        init,
        shutdown,
        data: ptr::null_mut(),
    };
    // SAFETY: the option takes one pointer to such a table, and copies it.
    let taken = unsafe { sqlite3_config(SQLITE_CONFIG_MALLOC, &raw const methods) };
    taken == SQLITE_OK
}

fn layout(bytes: c_int) -> Option<Layout> {
    let bytes = usize::try_from(bytes).ok()?.checked_add(HEAD)?;
    Layout::from_size_align(bytes, HEAD).ok()
}

unsafe extern "C" fn malloc(bytes: c_int) -> *mut c_void {
    let bytes = roundup(bytes);
    let Some(layout) = layout(bytes) else {
        return ptr::null_mut();
    };
    // SAFETY: the layout is at least `HEAD` bytes long.
    let start = unsafe { alloc(layout) };
    if start.is_null() {
        return ptr::null_mut();
    }
    // SAFETY: `HEAD` bytes are there, aligned to `HEAD`.
    unsafe {
        start.cast::<c_int>().write(bytes);
        start.add(HEAD).cast()
    }
}

unsafe extern "C" fn free(piece: *mut c_void) {
    if piece.is_null() {
        return;
    }
    // SAFETY: SQLite frees what `malloc` gave it, once.
    unsafe {
        let Some(layout) = layout(size(piece)) else {
            return;
        };
        let start = piece.cast::<u8>().sub(HEAD);
        start.write_bytes(0, layout.size());
        // What nobody reads again, a compiler does not write, unless it can not know.
        dealloc(std::hint::black_box(start), layout);
    }
}

unsafe extern "C" fn realloc(piece: *mut c_void, bytes: c_int) -> *mut c_void {
    // SAFETY: `piece` came from `malloc`; both pieces are as long as they say.
    unsafe {
        let held = size(piece);
        let more = malloc(bytes);
        if more.is_null() {
            return ptr::null_mut();
        }
        let kept = usize::try_from(held.min(roundup(bytes))).unwrap_or(0);
        ptr::copy_nonoverlapping(piece.cast::<u8>(), more.cast::<u8>(), kept);
        free(piece);
        more
    }
}

unsafe extern "C" fn size(piece: *mut c_void) -> c_int {
    if piece.is_null() {
        return 0;
    }
    // SAFETY: in front of every piece stands its length.
    unsafe { piece.cast::<u8>().sub(HEAD).cast::<c_int>().read() }
}

extern "C" fn roundup(bytes: c_int) -> c_int {
    bytes.saturating_add(7) & !7
}

extern "C" fn init(_: *mut c_void) -> c_int {
    SQLITE_OK
}

extern "C" fn shutdown(_: *mut c_void) {}
