//! Tests of the room `finding` at its door.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A failed test stops here.

mod after_high;
mod bad_input;
mod beside;
mod by_lot;
mod course;
mod diary;
mod elsewhere;
mod flickers;
mod hostile;
mod lately;
mod medication_change;
mod now;
mod pattern_change;
mod questionnaire;
mod starts;
mod triggers;
