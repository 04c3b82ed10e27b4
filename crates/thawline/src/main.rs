//! The front door: one binary, command line and local server.

fn main() {}
