//! Tests at the door of the room: data in, numbers out.

mod changepoint;
mod dense;
mod hostile;
mod published;
mod spells;
