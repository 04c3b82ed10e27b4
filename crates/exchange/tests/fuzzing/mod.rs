//! Every reader of foreign files that this room has, put through changed files: the kept ones of
//! `fixtures`, damaged in ways that are drawn from a fixed seed. Refuses to judge what a reader says; it
//! may only not stop, not hang, and give nothing that cannot be kept.

pub mod corpus;
pub mod mutate;
pub mod readers;
pub mod run;
