//! What a person said, did, took or slept, as typed and validated facts.
