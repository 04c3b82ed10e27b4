//! Pages on localhost.
//!
//! Refuses to calculate, to store, and to speak with any other machine. Every page is made on the
//! server; every action is a plain form, so that all of it works without JavaScript. A small
//! script adds the slider, digit keys and the three presses of Shift that leave at once.
#![warn(missing_docs)]

mod assets;
mod door;
mod forms;
mod guard;
mod pages;
mod scrub;
mod server;
mod session;
mod state;
mod upload;

pub use server::{ServeError, ServeOptions, Served, serve};
