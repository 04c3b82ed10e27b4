//! The record laid on a person's days and occasions, with every gap visible.
//!
//! This room refuses to fill gaps and to estimate: a day without an answer stays without one. It
//! knows no clock; `today` is brought by whoever asks.
#![warn(missing_docs)]

mod brought;
mod calendar;
mod candidate;
mod numbness;
mod outcome;
mod trial;
mod whole;

pub use brought::Brought;
pub use calendar::{DayMean, day_means};
pub use candidate::{Candidate, CandidateKind, CandidatePoint, DayValue, Named, Subject};
pub use numbness::{NumbnessPoint, NumbnessSeries, QualityNote};
pub use outcome::{FEELING_DISTANCE, FEELING_STRENGTH, Outcome, outcomes};
pub use trial::{Drawn, Ended, Silences, Trial};
pub use whole::{DoseSpan, EventMark, FlickerMark, Series};
