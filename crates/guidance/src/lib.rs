//! Turns findings and recent records into advice; safety rules speak first.
//!
//! Refuses statistics, free text, clocks and storage: `now` comes with the call, a rule is data, and
//! an [`Advice`] names its texts. The rules read the record itself, so that no budget of claims and
//! no missing answer silences one. Crisis comes first, always.
#![warn(missing_docs)]

mod advise;
mod answers;
mod doses;
mod measures;
mod practices;

pub use advise::{Advice, Gate, Guidance, Reason, Unclear, advise};
pub use answers::Standing;
pub use doses::needs_care_to_end;
pub use measures::Findings;
pub use practices::rising_exercises;
