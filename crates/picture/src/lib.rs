//! Numbers laid out as accessible SVG: marks, bands, axes.
//!
//! Refuses records, statistics and colours: it takes plain numbers and the words to set beside
//! them, and gives marks with class names that a style sheet fills in. Every picture carries a
//! title and a description inside it.
#![warn(missing_docs)]

mod bars;
mod days;
mod frame;
mod intervals;
mod sample;
mod scale;
mod small;
mod svg;
mod time;
mod year;

pub use bars::{Bar, BarPicture, bars};
pub use days::{DaysPicture, Mark, Stretch};
pub use intervals::{IntervalPicture, IntervalRow};
pub use sample::Sample;
pub use scale::Scale;
pub use small::SmallPicture;
pub use time::{BandPoint, Dot, Lane, LaneMark, Step, Tick, TimePicture};
pub use year::{YearDay, YearPicture};
