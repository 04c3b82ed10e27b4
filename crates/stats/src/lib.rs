//! Numbers in, estimates with uncertainty out.
//!
//! | question | module |
//! |---|---|
//! | how high is the level now, how did it move, what is a coefficient | [`state_space`] |
//! | did the level change, and when | [`changepoint`] |
//! | which of many series lean on which | [`graph`] |
//! | did days drawn by lot differ | [`randomization`] |
//! | when was the level above a threshold, and how often | [`spells`] |
//! | how far apart do two phases lie | [`single_case`] |
//! | do two scores differ by more than the error of measurement | [`reliable_change`] |
//! | how long until something happens, when for some it has not yet | [`mod@survival`] |
//! | quantiles and shares of distributions | [`special`] |
//! | values turned into normal scores | [`rank`] |
//!
//! The way through for one series: a [`state_space::Layout`] (times in days and calendar columns),
//! then a [`state_space::Posterior`] on the standard [`state_space::Grid`], then functionals, bands
//! or drawn paths. A change of level: a [`changepoint::Detector`] on the grid without drift.
//!
//! ```
//! use stats::state_space::{Functional, Grid, Layout, Posterior};
//!
//! let times: Vec<f64> = (0..60).map(f64::from).filter(|day| day % 5.0 != 3.0).collect();
//! let values: Vec<f64> = times.iter().map(|day| 4.0 + (day * 0.9).sin() + day * 0.01).collect();
//! let layout = Layout::of_times(&times)?;
//! let posterior = Posterior::new(&layout, &values, &Grid::standard()?)?;
//! let (now, before) = ([57.0, 58.0, 59.0], [40.0, 41.0, 42.0, 43.0]);
//! let week = posterior.functionals(&[Functional::mean_difference(&now, &before)], 0.95)?;
//! assert!(week[0].lower < week[0].value && week[0].value < week[0].upper);
//! # Ok::<(), stats::StatsError>(())
//! ```
//!
//! Refuses people, dates, words, files, printing, and randomness of its own: callers pass a seed or
//! a generator, and the same seed gives the same digits on every platform and for any number of
//! threads (one stream a draw; logarithms and powers from `libm`).

pub mod association;
pub mod changepoint;
pub mod chart;
pub mod error;
pub mod graph;
pub mod logistic;
pub mod multiple;
pub mod random;
pub mod randomization;
pub mod rank;
pub mod reliable_change;
pub mod single_case;
pub mod special;
pub mod spells;
pub mod state_space;
pub mod survival;

pub use error::StatsError;
