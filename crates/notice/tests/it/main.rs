//! A line on a desktop of the test's own: a private bus, and a desktop that writes down what it is
//! told. Where there is no `dbus-daemon`, the test says so in one line and stops.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A failed test stops here.

mod bus;
mod lines;
