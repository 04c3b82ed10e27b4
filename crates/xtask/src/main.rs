//! Chores and house rules as tests.

fn main() {}
