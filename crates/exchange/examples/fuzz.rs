//! Puts changed files through one reader, for so long. `cargo xtask prove fuzz` starts one process for
//! each reader, with a limit of memory. Refuses to go on after a file that stops a reader: the process
//! ends there, and the file lies where it was named.
//!
//! `fuzz --list` names the readers; `fuzz READER SECONDS SEED FILE` runs one; `fuzz READER --read FILE`
//! reads one file again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // What stops here was found.

#[path = "fuzz/child.rs"]
mod child;
#[path = "../tests/fuzzing/mod.rs"]
mod fuzzing;

fn main() {
    child::main(&fuzzing::readers::targets());
}
