//! Tests of the built program at its command line.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A failed test stops here.
