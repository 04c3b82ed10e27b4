//! Chores and house rules as tests. Refuses to be shipped: no room may use it.

mod app_client;
pub mod build_times;
mod chore;
mod doors;
mod draw;
mod fhir;
mod figures;
mod fuzz;
mod house;
pub mod kills;
pub mod manual;
mod map;
mod package;
#[cfg(feature = "people")]
mod people;
mod prove;
mod race;
mod stamp;
pub mod suite;
mod ten_years;
pub mod tidy;
mod trust;

pub use chore::{ChoreError, run};
pub use doors::{Doors, DoorsError};
pub use house::{House, HouseError, Room};
pub use map::{MapError, room_table, with_table};
