//! What goes along with a record in its file and is no fact. Refuses to hold more than was handed over.

use record::Schedule;
use serde_json::Value;

/// What goes along with a record and is no fact of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Along<'a> {
    /// When the person wants to be asked.
    pub schedule: Option<&'a Schedule>,
    /// What the person wants to ask a doctor; empty: nothing.
    pub doctor_questions: &'a str,
}

/// Left out where there are none.
pub(super) fn questions_text(questions: &str) -> String {
    match questions.trim() {
        "" => String::new(),
        words => format!(",\n\"doctor_questions\":{}", Value::from(words)),
    }
}
