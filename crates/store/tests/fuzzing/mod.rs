//! The ways in for foreign bytes that this room has, put through changed files: back-ups as they lie on
//! a disk, back-ups whose inside was changed before it was sealed, and typed recovery keys. Refuses
//! a changed back-up that opens as something else.

pub mod corpus;
pub mod light;
#[path = "../../../exchange/tests/fuzzing/mutate.rs"]
pub mod mutate;
pub mod readers;
#[path = "../../../exchange/tests/fuzzing/run.rs"]
pub mod run;
