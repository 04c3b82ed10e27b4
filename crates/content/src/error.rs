//! Says what is wrong with a content file. Refuses to mend it.

use record::LocalDay;

/// Says what is wrong with a content file.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ContentError {
    /// A file does not have the shape it should have.
    #[error("{file} cannot be read: {why}")]
    File {
        /// Which file, below `content/`.
        file: &'static str,
        /// What the reader said.
        why: String,
    },
    /// An entry of a file does not make sense.
    #[error("{file}, {id}: {why}")]
    Entry {
        /// Which file, below `content/`.
        file: &'static str,
        /// Which entry.
        id: String,
        /// What is wrong with it.
        why: String,
    },
    /// A line of a file does not make sense.
    #[error("{file}, line {line}: {why}")]
    Line {
        /// Which file, below `content/`.
        file: String,
        /// Which line, from 1.
        line: usize,
        /// What is wrong with it.
        why: String,
    },
    /// A text that the program shows is in no file.
    #[error("no file has the text '{0}'; add it to content/locales/en")]
    MissingText(String),
    /// A language does not say what English says.
    #[error("locales/{language}: {place} {why}")]
    Untranslated {
        /// The code of the language.
        language: &'static str,
        /// The id of a text, or a file with the line of the English one.
        place: String,
        /// What is missing or differs.
        why: String,
    },
    /// A text file has lines that are no message, or a message twice.
    #[error("locales/{language}/{file}: {why}")]
    Text {
        /// The code of its language.
        language: &'static str,
        /// Which file.
        file: String,
        /// What is wrong.
        why: String,
    },
    /// The day by which a file had to be reviewed has passed.
    #[error("{file} had to be reviewed by {review_by}")]
    ReviewOverdue {
        /// Which file, below `content/`.
        file: &'static str,
        /// That day.
        review_by: LocalDay,
    },
    /// A text holds a word that scolds, labels or promises.
    #[error("{place} says '{word}', which {why}")]
    DeniedWord {
        /// Where it stands: a text's or an item's id.
        place: String,
        /// The word, as the list has it.
        word: String,
        /// Why it is on the list.
        why: String,
    },
}
