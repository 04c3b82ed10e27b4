//! What stands in a row beside numbers: what happened, and words. Refuses a cell that is neither yes
//! nor no where the map says what happened.

use record::{Event, FactBody, Label, Moment, Note};

use super::number::{Cell, shown};
use super::person::Row;
use crate::Rejection;

/// Something in a row that is a fact of its own.
pub(super) enum Beside {
    Event(Label),
    Note(Note),
}

impl Beside {
    /// As a fact at a moment; `None` never happens: what has no end cannot end too early.
    pub(super) fn body(self, moment: &Moment) -> Option<FactBody> {
        match self {
            Self::Event(label) => Event::new(label, moment, None, false)
                .ok()
                .map(FactBody::Event),
            Self::Note(note) => Some(FactBody::Note(note)),
        }
    }
}

/// Everything of a row beside its numbers, each with its column.
pub(super) fn of_row(
    row: &Row<'_>,
    found: &mut Vec<(String, Beside)>,
    faults: &mut Vec<Rejection>,
) {
    found.clear();
    for (event, at) in row.map.events.iter().zip(&row.columns.events) {
        let Cell::Text(text) = row.cell(*at) else {
            continue;
        };
        let label = match &event.label {
            Some(label) => match is_yes(text) {
                Some(true) => Ok(label.clone()),
                Some(false) => continue,
                None => Err(format!("{} is neither yes nor no", shown(text))),
            },
            None => Label::new(text).map_err(|error| format!("{}: {error}", shown(text))),
        };
        match label {
            Ok(label) => found.push((event.column.clone(), Beside::Event(label))),
            Err(why) => faults.push(row.fault(&event.column, why, super::person::HINT_CELL)),
        }
    }
    for (column, at) in row.map.notes.iter().zip(&row.columns.notes) {
        let Cell::Text(text) = row.cell(*at) else {
            continue;
        };
        match Note::new(text) {
            Ok(note) => found.push((column.clone(), Beside::Note(note))),
            // What somebody wrote is not said again in a message.
            Err(error) => {
                faults.push(row.fault(column, error.to_string(), super::person::HINT_CELL));
            }
        }
    }
}

fn is_yes(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "1" | "1.0" | "yes" | "y" | "true" | "x" => Some(true),
        "0" | "0.0" | "no" | "n" | "false" => Some(false),
        _ => None,
    }
}
