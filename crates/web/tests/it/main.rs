//! The pages as a browser, or somebody who plays one, gets them. Refuses to call a handler: bytes go
//! over the loopback address and come back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A failed test stops here.

mod browser;
mod design;
mod ease;
mod forms;
mod help;
mod host;
mod notes;
mod pace;
mod pages;
mod plan;
mod session;
mod suspects;
