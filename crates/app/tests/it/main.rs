//! Tests of the room `app` at its door: what a person does, day after day, with a clock set by hand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A failed test stops here.

mod advice;
mod answers;
mod back;
mod calendar;
mod check_in;
mod clock;
mod demo;
mod elsewhere;
mod experiments;
mod experiments_care;
mod export;
mod fhir;
mod forms;
mod happened;
mod help;
mod history;
mod kossakowski;
mod lock;
mod medicines;
mod pace;
mod place;
mod plan;
mod questionnaires;
mod report;
mod roots;
mod schedule;
mod start_days;
mod strategies;
mod suspects;
mod texts;
mod time;
mod typed;
mod week;
mod whole;
mod write;
