//! Numbers in, estimates with uncertainty out.
pub mod changepoint;
pub mod error;
pub mod random;
pub mod rank;
pub mod special;
pub mod spells;
pub mod state_space;
pub use error::StatsError;
