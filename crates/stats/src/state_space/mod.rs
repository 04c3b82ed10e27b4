//! Level, drift and dependence of one series with gaps, by the exact Kalman filter.
//!
//! y = fixed effects + drift (Brownian motion) + Ornstein-Uhlenbeck part + white noise, at real
//! times. The method, its references and its measured coverage: `method.md` beside this file.
//! Refuses values that are not finite, and series that do not vary.

mod dependence;
mod filter;
mod functional;
mod grid;
mod kalman;
mod layout;
mod merged;
mod mixture;
mod optimum;
mod posterior;
mod profile;
mod smooth;

pub use dependence::{Dependence, RHO_MAX};
pub use filter::{Filter, Fit};
pub use functional::{Functional, JointEstimate, functionals_at};
pub use grid::{Grid, GridPoint};
pub use layout::{Layout, TIME_MAX};
pub use mixture::Estimate;
pub use optimum::{Criterion, Family, Optimum, maximize};
pub use posterior::{Component, Posterior};
pub use smooth::Smoother;

pub(crate) use filter::{count, dot};
pub(crate) use kalman::Gain;
pub(crate) use layout::check_times;
pub(crate) use mixture::{Mixture, Part};
pub(crate) use posterior::{choose, standardize};
