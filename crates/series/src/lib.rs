//! The record laid on a person's days and occasions, with every gap visible.
