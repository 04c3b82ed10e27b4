//! The house rules break when they should: each test plants one wrong thing and asks for the
//! sentence that names it. Refuses to read the real workspace.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A failed test stops here.

mod coverage;
mod doors;
mod manual;
mod map;
mod suite;
mod tidy;
mod workspace;
