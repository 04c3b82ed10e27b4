//! Words that no text for people may hold. Refuses to rewrite a text.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::header::HeaderFile;
use crate::{ContentError, Header};

pub(crate) const FILE: &str = "wording.toml";
const TEXT: &str = include_str!("../../../content/wording.toml");

/// A word that a text holds and no text may hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeniedWord<'a> {
    /// The word, as the list has it.
    pub word: &'a str,
    /// Why it is on the list.
    pub why: &'a str,
}

/// The list of words that no text may hold, and the phrases that may stand all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// What the file says about itself.
    pub header: Header,
    denied: Vec<(String, String)>,
    allowed: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordingFile {
    header: HeaderFile,
    denied: Vec<DeniedFile>,
    allowed: Vec<AllowedFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DeniedFile {
    begins: Vec<String>,
    why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AllowedFile {
    phrase: String,
    #[serde(rename = "why")]
    _why: String,
}

impl Wording {
    /// Finds the first denied word of a text, in any case, at the beginning of one of its words.
    #[must_use]
    pub fn denied_word(&self, text: &str) -> Option<DeniedWord<'_>> {
        let mut text = text.to_lowercase();
        for phrase in &self.allowed {
            text = text.replace(phrase, " ");
        }
        let begins_word = |at: usize| {
            let before = text.get(..at).and_then(|head| head.chars().next_back());
            before.is_none_or(|c| !c.is_alphanumeric())
        };
        self.denied.iter().find_map(|(word, why)| {
            (text.match_indices(word.as_str()))
                .any(|(at, _)| begins_word(at))
                .then_some(DeniedWord { word, why })
        })
    }
}

/// Gives the list of words that no text may hold.
///
/// # Errors
/// [`ContentError::File`] when the built-in file is wrong, which a test rules out.
pub fn wording() -> Result<&'static Wording, ContentError> {
    static LIST: OnceLock<Result<Wording, ContentError>> = OnceLock::new();
    LIST.get_or_init(parse).as_ref().map_err(Clone::clone)
}

fn parse() -> Result<Wording, ContentError> {
    let file: WordingFile = toml::from_str(TEXT).map_err(|error| ContentError::File {
        file: FILE,
        why: error.to_string(),
    })?;
    let denied = file.denied.into_iter().flat_map(|entry| {
        let why = entry.why;
        (entry.begins.into_iter()).map(move |word| (word.to_lowercase(), why.clone()))
    });
    Ok(Wording {
        header: Header::from_file(FILE, file.header)?,
        denied: denied.collect(),
        allowed: (file.allowed.into_iter())
            .map(|entry| entry.phrase.to_lowercase())
            .collect(),
    })
}
