//! Loads and checks the texts and items.
