//! Tests of the room `web` at its door.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A failed test stops here.
