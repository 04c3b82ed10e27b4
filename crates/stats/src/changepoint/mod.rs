//! Did the level change, and when: one step against none, with dependence, gaps and calendar.
//!
//! The method, its references and its measured error rates: `method.md` beside this file. Refuses
//! series that do not vary or are too short for two segments.

mod detector;
mod marginal;
mod pelt;
mod plan;
mod segments;

pub use detector::{Bootstrap, Change, Detector};
pub use pelt::cheapest_division;
pub use segments::{Segment, SegmentRule, segments};
