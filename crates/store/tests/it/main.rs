//! Tests of the room `store` at its door.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A failed test stops here.

mod any;
mod facts;
mod place;
