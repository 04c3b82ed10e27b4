//! Guidance at its door: small people as data, and every state of the rules.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A failed test stops here.

mod cases;
mod clocks;
mod every_state;
mod person;
mod questionnaires;
mod rated;
mod refusals;
mod self_harm;
mod words;
