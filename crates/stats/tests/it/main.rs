//! Tests at the door of the room: data in, numbers out.

mod dense;
