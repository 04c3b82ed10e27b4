//! Gives memory that is not used any more back to the system. Refuses to know what lay in it.
//!
//! The C library of Linux keeps a heap for each thread and gives back only what lies at the end of one.
//! Ten years of check-ins took three times the room that they need. Where there is another C library,
//! nothing happens here.

#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod library {
    use std::ffi::c_int;

    /// How many heaps there are at most: `M_ARENA_MAX` of `malloc.h`.
    pub const HEAPS_MAX: c_int = -8;

    #[allow(unsafe_code)] // Two functions of the C library, which take numbers and no places in memory.
    unsafe extern "C" {
        pub safe fn mallopt(parameter: c_int, value: c_int) -> c_int;
        pub safe fn malloc_trim(bytes_kept: usize) -> c_int;
    }
}

/// Has all threads take their memory from one heap. Called once, while there is one thread.
///
/// For a program that waits most of the time; one that counts on many cores would wait for itself.
pub fn share_heap() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    // Where it is refused, more memory is used, and that is all.
    let _ = library::mallopt(library::HEAPS_MAX, 1);
}

/// Gives every whole page back in which nothing lies.
pub fn give_back() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    // It says whether there was anything to give.
    let _ = library::malloc_trim(0);
}
