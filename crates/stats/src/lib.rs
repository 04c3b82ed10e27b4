//! Numbers in, estimates with uncertainty out.
pub mod error;
pub mod random;
pub mod special;
pub mod state_space;
pub use error::StatsError;
