//! Chores and house rules as tests. Refuses to be shipped: no room may use it.

mod chore;
mod doors;
mod house;
mod map;
pub mod suite;
pub mod tidy;

pub use chore::{ChoreError, run};
pub use doors::{Doors, DoorsError};
pub use house::{House, HouseError, Room};
pub use map::{MapError, room_table, with_table};
