//! What can happen, to pick from. Refuses to say what an event does.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::header::HeaderFile;
use crate::language::PerLanguage;
use crate::overlay::read_spoken;
use crate::{ContentError, Header, Language, speak};

pub(crate) const FILE: &str = "events.toml";
pub(crate) const TEXT: &str = include_str!("../../../content/events.toml");

/// Something that can happen.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventWord {
    /// Stable id; kept in the record as the event's label.
    pub id: String,
    /// The words that people see.
    pub word: String,
    /// Left out of everything shown or asked about unless the person asks for it.
    #[serde(default, rename = "sensitive")]
    pub is_sensitive: bool,
}

/// The list to pick from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventWords {
    /// What the file says about itself.
    pub header: Header,
    /// The events in the order of showing.
    pub events: Vec<EventWord>,
}

impl EventWords {
    /// One event by its id, or by the words that people see in any language, in any case.
    #[must_use]
    pub fn find(&self, label: &str) -> Option<&EventWord> {
        let label = label.trim();
        self.find_here(label).or_else(|| {
            // What was typed in another language is the same event: the list knows what is private.
            let others = Language::KNOWN.into_iter();
            let mut found = others.filter_map(|other| {
                let _speaking = speak(other);
                events().ok()?.find_here(label)
            });
            found.find_map(|event| self.find_here(&event.id))
        })
    }

    fn find_here(&self, label: &str) -> Option<&EventWord> {
        let is_it = |event: &&EventWord| {
            event.id == label || event.word.to_lowercase() == label.to_lowercase()
        };
        self.events.iter().find(is_it)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EventsFile {
    header: HeaderFile,
    event: Vec<EventWord>,
}

/// Gives the list of events to pick from.
///
/// # Errors
/// [`ContentError::File`] or [`ContentError::Entry`] when the built-in file is wrong, which a test
/// rules out.
pub fn events() -> Result<&'static EventWords, ContentError> {
    static LIST: PerLanguage<Result<EventWords, ContentError>> = PerLanguage::new();
    (LIST.get(|| read_spoken(FILE, TEXT, parse)).as_ref()).map_err(Clone::clone)
}

pub(crate) fn parse(text: &str) -> Result<EventWords, ContentError> {
    let file: EventsFile = toml::from_str(text).map_err(|error| ContentError::File {
        file: FILE,
        why: error.to_string(),
    })?;
    let (mut ids, mut words) = (BTreeSet::new(), BTreeSet::new());
    for event in &file.event {
        let is_new = ids.insert(&event.id) && words.insert(event.word.to_lowercase());
        if event.id.is_empty() || event.word.trim().is_empty() || !is_new {
            return Err(ContentError::Entry {
                file: FILE,
                id: event.id.clone(),
                why: "an event has words and an id of its own".to_owned(),
            });
        }
    }
    Ok(EventWords {
        header: Header::from_file(FILE, file.header)?,
        events: file.event,
    })
}
