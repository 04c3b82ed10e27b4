//! Answers one question from one person's series, or withholds the answer and says why.
//!
//! Refuses advice, words and storage. Too little data is an answer, not an error: an
//! [`Answer::Withheld`] carries what was there and what is needed. Each question has a folder with
//! its code and its `method.md`.
#![warn(missing_docs)]

pub mod after_high;
mod also;
mod answer;
pub mod being_asked;
mod budget;
mod by_lot;
mod calendar;
pub mod course;
pub mod elsewhere;
pub mod flickers;
mod lately;
pub mod level;
pub mod medication_change;
pub mod now;
pub mod pattern_change;
pub mod questionnaire;
mod reach;
pub mod said;
mod spread;
pub mod strategy_effect;
pub mod triggers;

pub use also::AlsoChanged;
pub use answer::{Answer, Basis, Interval, Question, Reason, Verdict, Withheld};
pub use budget::{FAMILY_WISE, Look, Looks, Share};
pub use by_lot::{ChanceBar, DrawnDay};
pub use lately::{ANSWERED_MIN, DAYS, Lately, SPELL_DAYS, lately};
pub use reach::with_twice_the_days;
pub use spread::{Spread, spread};
