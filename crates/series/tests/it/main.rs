//! Tests of the room `series` at its door.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A failed test stops here.

mod brought;
mod candidates;
mod numbness;
