//! Finds notes by the words in them. Refuses to find what was taken out, and to keep what was asked.

use record::{FactKey, Moment};
use rusqlite::Connection;

use crate::{Store, StoreError, zone};

/// Words that are looked for at once, at most. The rest is left out.
const WORDS_MAX: usize = 12;
/// Letters of one word that are looked at.
const LETTERS_MAX: usize = 64;
/// What `search/snippet.sql` puts around a word that was found. No keyboard types these.
const BEGIN: char = '\u{2}';
const END: char = '\u{3}';

/// Notes that hold all the words, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FoundNotes {
    /// How many there are in all.
    pub n_all: usize,
    /// The newest of them.
    pub notes: Vec<FoundNote>,
}

/// A note that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundNote {
    /// Its key.
    pub key: FactKey,
    /// Its moment.
    pub moment: Moment,
    /// Some words around those that were found.
    pub snippet: Vec<SnippetPart>,
}

/// A piece of a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SnippetPart {
    /// Its text.
    pub words: String,
    /// It is what was looked for.
    pub is_hit: bool,
}

impl Store {
    /// The notes that hold a word beginning like each of these, the newest `n_max` of them.
    ///
    /// Capital letters and accents do not count. Without any letter or digit, nothing is found.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] or [`StoreError::Unreadable`].
    pub fn search_notes(&self, words: &str, n_max: usize) -> Result<FoundNotes, StoreError> {
        match query(words) {
            Some(query) => search(self.connection(), &query, n_max),
            None => Ok(FoundNotes::default()),
        }
    }
}

/// What was typed as a query: each word as a phrase in quotes whose last part may go on. Quotes take
/// every other sign of the query language for what it is, a sign.
fn query(words: &str) -> Option<String> {
    let typed = words.split(|c: char| c.is_whitespace() || c.is_control() || c == '"');
    let terms: Vec<String> = typed
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .take(WORDS_MAX)
        .map(|word| {
            let letters: String = word.chars().take(LETTERS_MAX).collect();
            format!("\"{letters}\" *")
        })
        .collect();
    (!terms.is_empty()).then(|| terms.join(" "))
}

fn search(connection: &Connection, query: &str, n_max: usize) -> Result<FoundNotes, StoreError> {
    // Found, counted and quoted as it stood at one moment.
    let reading = connection.unchecked_transaction()?;
    let n_all: i64 = reading
        .prepare_cached(include_str!("search/count.sql"))?
        .query_row([query], |row| row.get(0))?;
    let zones = zone::load(&reading)?;
    let mut find = reading.prepare_cached(include_str!("search/find.sql"))?;
    let mut quote = reading.prepare_cached(include_str!("search/snippet.sql"))?;
    let mut rows = find.query((query, i64::try_from(n_max).unwrap_or(i64::MAX)))?;
    let mut notes = Vec::new();
    while let Some(row) = rows.next()? {
        let fact: i64 = row.get(0)?;
        let unreadable = || StoreError::Unreadable {
            table: "fact",
            row: fact,
        };
        let zone = zones.get(&row.get(3)?).ok_or_else(unreadable)?;
        let snippet: String = quote.query_row((query, fact), |row| row.get(0))?;
        notes.push(FoundNote {
            key: FactKey::from_bytes(row.get(1)?),
            moment: Moment::from_unix_seconds(row.get(2)?, zone).map_err(|_| unreadable())?,
            snippet: parts(&snippet),
        });
    }
    Ok(FoundNotes {
        n_all: usize::try_from(n_all).unwrap_or(0),
        notes,
    })
}

/// Cuts a snippet at the marks around what was found.
fn parts(snippet: &str) -> Vec<SnippetPart> {
    let mut parts = Vec::new();
    let mut is_hit = false;
    for piece in snippet.split_inclusive([BEGIN, END]) {
        let words = piece.trim_end_matches([BEGIN, END]);
        if !words.is_empty() {
            parts.push(SnippetPart {
                words: words.to_owned(),
                is_hit,
            });
        }
        is_hit = piece.ends_with(BEGIN);
    }
    parts
}

#[cfg(test)]
mod tests;
