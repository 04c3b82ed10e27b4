//! Collects answers to one item over the days of the page. Refuses answers about safety: they never
//! go on paper.

use finding::Spread;
use record::{Form, LocalDay, Record};

use crate::answers::paper::Days;

/// An answer with the day it was given on.
pub type Given = (LocalDay, f64);

/// Answers to an item on forms of these kinds, oldest first.
pub fn answers(record: &Record, days: Days, item: &str, forms: &[Form]) -> Vec<Given> {
    let starts = record.profile.day_start;
    let given = record.occasions().filter_map(|(moment, occasion)| {
        let day = moment.day(starts);
        let is_meant = forms.contains(&occasion.form) && occasion.form != Form::Safety;
        if !is_meant || day < days.0 || day > days.1 {
            return None;
        }
        let responses = occasion.assessment()?.responses();
        let response = responses.iter().find(|r| r.item.as_str() == item)?;
        Some((day, response.response.value()?))
    });
    given.collect()
}

/// How they lie.
pub fn spread(given: &[Given]) -> Option<Spread> {
    finding::spread(given.iter().map(|(_, value)| *value))
}
