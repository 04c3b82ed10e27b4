//! The corridor: one file per use case, plain views for every screen.
