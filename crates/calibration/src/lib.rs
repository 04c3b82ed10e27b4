//! Simulated people with known truth; measures how often each finding is wrong.
//!
//! Refuses to be used by any room: nothing that a person sees may rest on a simulation.
//!
//! A [`Recipe`] says what truly acts on a person and how they keep their diary. [`life`] lives it
//! through with the chances of one seed and returns the [`record::Record`] that the person would
//! have, beside the [`Truth`] that no record shows. [`population`] holds the standard populations
//! on which false claims, coverage and power are measured; [`people`] the ten named lives;
//! [`stand`] puts the answers to the test on them.
#![warn(missing_docs)]

pub mod after_high;
pub mod beside;
mod diary;
mod draws;
mod error;
pub mod experiment;
pub mod flickering;
mod life;
pub mod lifting;
mod people;
pub mod population;
pub mod recipe;
pub mod silent;
pub mod stand;
pub mod truth;
pub mod trying;
mod world;

pub use error::LifeError;
pub use life::{Life, life};
pub use people::{DEMO, people, person};
pub use recipe::Recipe;
pub use truth::Truth;
