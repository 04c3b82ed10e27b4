//! Puts changed files through one reader of this room, for so long: see the example `fuzz` of the room
//! `exchange`, whose calls are the same. Refuses to go on after a file that stops a reader.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // What stops here was found.

#[path = "../../exchange/examples/fuzz/child.rs"]
mod child;
#[path = "../tests/fuzzing/mod.rs"]
mod fuzzing;

fn main() {
    child::main(&fuzzing::readers::targets());
}
