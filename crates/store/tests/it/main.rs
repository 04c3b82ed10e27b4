//! Tests of the room `store` at its door.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A failed test stops here.

mod any;
mod backup;
mod canary;
mod child;
mod damage;
mod disk;
mod experiment;
mod facts;
mod folder;
mod fuzz;
#[path = "../fuzzing/mod.rs"]
mod fuzzing;
mod intake;
mod key;
mod killed;
mod place;
mod plan;
mod questionnaire;
mod schedule;
