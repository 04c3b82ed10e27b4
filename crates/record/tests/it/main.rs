//! Tests of the room `record` at its door.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A failed test stops here.

mod experiment;
mod profile;
mod questionnaire;
mod schedule;
mod sheet;
mod time;
mod zones;
