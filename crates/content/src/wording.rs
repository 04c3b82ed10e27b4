//! Words that no text for people may hold, and words that fit each strength of evidence. Refuses to
//! rewrite a text.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::header::HeaderFile;
use crate::language::PerLanguage;
use crate::overlay::read_spoken;
use crate::{ContentError, Header, Language, spoken};

pub(crate) const FILE: &str = "wording.toml";
pub(crate) const TEXT: &str = include_str!("../../../content/wording.toml");

/// A word that a text holds and no text may hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeniedWord<'a> {
    /// The word, as the list has it.
    pub word: &'a str,
    /// Why it is on the list.
    pub why: &'a str,
}

/// How strong the evidence for a text is, and the words that go with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strength {
    /// Stable id.
    pub id: String,
    /// What people read about it.
    pub label: String,
    /// Words of which a text of this strength holds at least one; empty when it needs none.
    pub one_of: Vec<String>,
    /// Words that a text of this strength may not hold.
    pub none_of: Vec<String>,
}

impl Strength {
    /// Says why texts do not fit this strength; `None` when they do.
    pub fn why_unfit<'a>(&self, texts: impl Iterator<Item = &'a str>) -> Option<String> {
        let all = texts.collect::<Vec<_>>().join("\n").to_lowercase();
        if let Some(word) = self.none_of.iter().find(|word| has_word(&all, word)) {
            return Some(format!("'{word}' is too sure for '{}'", self.id));
        }
        let needs = !self.one_of.is_empty();
        if needs && !self.one_of.iter().any(|word| has_word(&all, word)) {
            return Some(format!("no word in it says that it is only '{}'", self.id));
        }
        None
    }
}

/// The list of words that no text may hold, and the phrases that may stand all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// What the file says about itself.
    pub header: Header,
    /// How strong evidence can be, from the strongest to the weakest.
    pub strengths: Vec<Strength>,
    denied: Vec<(String, String)>,
    allowed: Vec<String>,
    exceptions: Vec<ExceptionFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordingFile {
    header: HeaderFile,
    denied: Vec<DeniedFile>,
    allowed: Vec<AllowedFile>,
    exception: Vec<ExceptionFile>,
    strength: Vec<StrengthFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StrengthFile {
    id: String,
    label: String,
    one_of: Vec<String>,
    none_of: Vec<String>,
    /// The same words in other languages, by their tags.
    #[serde(default)]
    one_of_in: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    none_of_in: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DeniedFile {
    /// Its language; none: English.
    language: Option<String>,
    begins: Vec<String>,
    why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AllowedFile {
    language: Option<String>,
    phrase: String,
    #[serde(rename = "why")]
    _why: String,
}

/// A denied word that named texts may hold.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExceptionFile {
    language: Option<String>,
    begins: String,
    ids: Vec<String>,
    why: String,
}

impl Wording {
    /// Finds the first denied word of a text, in any case, at the beginning of one of its words.
    #[must_use]
    pub fn denied_word(&self, text: &str) -> Option<DeniedWord<'_>> {
        self.denied_word_in("", text)
    }

    /// As [`Self::denied_word`], less the words that the list lets the text with this id hold.
    ///
    /// An id on the list also means the parts of it, in whatever file it stands: `grief` means
    /// `grief.text`.
    #[must_use]
    pub fn denied_word_in(&self, id: &str, text: &str) -> Option<DeniedWord<'_>> {
        let mut text = text.to_lowercase();
        for phrase in &self.allowed {
            text = text.replace(phrase, " ");
        }
        let is_let = |word: &str| {
            (self.exceptions.iter()).any(|entry| {
                entry.begins == word && entry.ids.iter().any(|known| is_within(id, known))
            })
        };
        self.denied.iter().find_map(|(word, why)| {
            (begins_a_word(&text, word) && !is_let(word)).then_some(DeniedWord { word, why })
        })
    }

    /// The exceptions of the list: word, ids, and why.
    pub fn exceptions(&self) -> impl Iterator<Item = (&str, &[String], &str)> {
        (self.exceptions.iter())
            .map(|entry| (entry.begins.as_str(), &entry.ids[..], entry.why.as_str()))
    }

    /// One strength of evidence by its id.
    #[must_use]
    pub fn strength(&self, id: &str) -> Option<&Strength> {
        self.strengths.iter().find(|strength| strength.id == id)
    }
}

fn is_within(id: &str, known: &str) -> bool {
    // Items are named with their file in front.
    let id = id.rsplit_once(".toml.").map_or(id, |(_, id)| id);
    (id.strip_prefix(known)).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn begins_a_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        before.is_none_or(|c| !c.is_alphanumeric())
    })
}

fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, found)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let after = (text.get(at + found.len()..)).and_then(|tail| tail.chars().next());
        [before, after]
            .into_iter()
            .all(|c| c.is_none_or(|c| !c.is_alphanumeric()))
    })
}

/// Gives the list of words that no text may hold in the language that is spoken.
///
/// # Errors
/// [`ContentError::File`] when the built-in file is wrong, which a test rules out.
pub fn wording() -> Result<&'static Wording, ContentError> {
    static LIST: PerLanguage<Result<Wording, ContentError>> = PerLanguage::new();
    (LIST.get(|| read_spoken(FILE, TEXT, parse)).as_ref()).map_err(Clone::clone)
}

/// Reads the list for the language that is spoken.
pub(crate) fn parse(text: &str) -> Result<Wording, ContentError> {
    let file: WordingFile = toml::from_str(text).map_err(|error| ContentError::File {
        file: FILE,
        why: error.to_string(),
    })?;
    let is_own = |tag: &Option<String>| {
        let tag = tag
            .as_deref()
            .map_or(Some(Language::English), Language::from_tag);
        tag == Some(spoken())
    };
    let denied = (file
        .denied
        .into_iter()
        .filter(|entry| is_own(&entry.language)))
    .flat_map(|entry| {
        let why = entry.why;
        (entry.begins.into_iter()).map(move |word| (word.to_lowercase(), why.clone()))
    });
    let strengths = file.strength.into_iter().map(|strength| Strength {
        // English words say nothing of a text in another language.
        one_of: own_words(strength.one_of, strength.one_of_in),
        none_of: own_words(strength.none_of, strength.none_of_in),
        id: strength.id,
        label: strength.label,
    });
    Ok(Wording {
        header: Header::from_file(FILE, file.header)?,
        strengths: strengths.collect(),
        denied: denied.collect(),
        allowed: (file
            .allowed
            .into_iter()
            .filter(|entry| is_own(&entry.language)))
        .map(|entry| entry.phrase.to_lowercase())
        .collect(),
        exceptions: (file.exception.into_iter())
            .filter(|entry| is_own(&entry.language))
            .collect(),
    })
}

fn own_words(english: Vec<String>, mut others: BTreeMap<String, Vec<String>>) -> Vec<String> {
    match spoken() {
        Language::English => english,
        other => others.remove(other.code()).unwrap_or_default(),
    }
}
