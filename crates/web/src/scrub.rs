//! Wipes what earlier calls left on the stack of a thread. Memory that is freed is wiped by the allocator of the
//! program; a key that was moved from one call to the next leaves a copy where the first call stood.

/// As deep as the calls into the database go, and as much again.
const DEPTH: usize = 1 << 18;

/// Wipes the stack below this call.
#[inline(never)]
pub fn stack() {
    let mut below = [0_u8; DEPTH];
    // Nobody reads it: without this it would not be written either.
    std::hint::black_box(&mut below);
}
