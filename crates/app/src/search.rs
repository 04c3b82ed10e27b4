//! Searching the own notes. Refuses to keep what was looked for longer than the record is open.

use store::{FoundNote, FoundNotes};

use crate::{App, Trouble, dates, text, text_with};

/// Notes that are listed, the newest first.
const LISTED_MAX: usize = 50;
/// Letters of what is looked for that are kept and shown again.
const LETTERS_MAX: usize = 200;

/// The search and what it found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// What was looked for; empty where nothing was.
    pub words: String,
    /// What was found, in a sentence; `None` where nothing was looked for.
    pub line: Option<String>,
    /// The notes, the newest first.
    pub notes: Vec<FoundView>,
}

/// A note that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundView {
    /// Its day, as the form sends it.
    pub at: String,
    /// Its day in words.
    pub day: String,
    /// Some words around those that were found: text, and whether it is what was looked for.
    pub snippet: Vec<(String, bool)>,
}

impl App {
    /// Looks for these words from now on, until others are given or the record is locked.
    ///
    /// # Errors
    /// [`Trouble`] when there is no letter or digit in them, or the record is locked.
    pub fn look_for(&mut self, words: &str) -> Result<(), Trouble> {
        let words: String = words.trim().chars().take(LETTERS_MAX).collect();
        if !words.is_empty() && !words.chars().any(char::is_alphanumeric) {
            let hint = "write a word, or how it begins";
            return Err(Trouble::input("there is no word to look for", hint));
        }
        self.opened()?.searched = words;
        Ok(())
    }

    /// The search, with what it finds now.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn search(&mut self) -> Result<SearchView, Trouble> {
        let starts = self.known()?.record.profile.day_start;
        let is_example = self.is_example;
        let open = self.opened()?;
        let words = open.searched.clone();
        let found = open.store.search_notes(&words, LISTED_MAX)?;
        let view = |note: FoundNote| {
            let day = note.moment.day(starts);
            let parts = note.snippet.into_iter();
            FoundView {
                at: day.to_string(),
                day: dates::long(day),
                snippet: parts.map(|part| (part.words, part.is_hit)).collect(),
            }
        };
        Ok(SearchView {
            is_example,
            line: (!words.is_empty()).then(|| line(&found)),
            words,
            notes: found.notes.into_iter().map(view).collect(),
        })
    }

    /// What was found as lines: the sentence, then a day and some words each.
    ///
    /// # Errors
    /// As [`App::look_for`] and [`App::search`].
    pub fn search_lines(&mut self, words: &str) -> Result<Vec<String>, Trouble> {
        self.look_for(words)?;
        let view = self.search()?;
        let of_note = |note: FoundView| {
            let parts = note.snippet.iter().map(|(words, _)| words.as_str());
            let words = parts.collect::<String>();
            // A line of a note is no line of the list, and nothing in a note steers a terminal.
            let plain = words.split(|c: char| c.is_whitespace() || c.is_control());
            let plain: Vec<&str> = plain.filter(|word| !word.is_empty()).collect();
            format!("{}  {}", note.at, plain.join(" "))
        };
        let line = view.line.unwrap_or_else(|| text("search-nothing-asked"));
        Ok(std::iter::once(line)
            .chain(view.notes.into_iter().map(of_note))
            .collect())
    }
}

fn line(found: &FoundNotes) -> String {
    if found.n_all > found.notes.len() {
        let values = [
            ("n", found.n_all.into()),
            ("listed", found.notes.len().into()),
        ];
        return text_with("search-newest", &values);
    }
    text_with("search-found", &[("n", found.n_all.into())])
}
