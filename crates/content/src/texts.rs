//! The texts of the pages, by id, in one language. Refuses to stop a page: a text that is not there is shown
//! in English, and as its id in brackets where English does not have it either.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::language::PerLanguage;
use crate::overlay::files_of;
use crate::{ContentError, Language, pseudo, spoken};

const ENGLISH: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/english.rs"));

/// A value that a text shows.
#[derive(Debug, Clone, PartialEq)]
pub enum TextArg<'a> {
    /// A number; it also chooses between one and many.
    Number(f64),
    /// Words, shown as they are.
    Words(Cow<'a, str>),
}

macro_rules! number {
    ($($kind:ty),*) => {$(
        impl From<$kind> for TextArg<'_> {
            fn from(value: $kind) -> Self {
                Self::Number(f64::from(value))
            }
        }
    )*};
}
number!(f64, f32, i32, u32, i16, u16, u8);

macro_rules! count {
    ($($kind:ty),*) => {$(
        impl From<$kind> for TextArg<'_> {
            fn from(value: $kind) -> Self {
                // Counts on a page are far below 2^53, where every whole number is exact.
                #[allow(clippy::cast_precision_loss)]
                Self::Number(value as f64)
            }
        }
    )*};
}
count!(usize, i64, u64);

impl<'a> From<&'a str> for TextArg<'a> {
    fn from(value: &'a str) -> Self {
        Self::Words(Cow::Borrowed(value))
    }
}

impl<'a> From<&'a String> for TextArg<'a> {
    fn from(value: &'a String) -> Self {
        Self::Words(Cow::Borrowed(value))
    }
}

impl From<String> for TextArg<'_> {
    fn from(value: String) -> Self {
        Self::Words(Cow::Owned(value))
    }
}

/// The texts of one language.
pub struct Texts {
    bundle: FluentBundle<FluentResource>,
    /// Id -> the words of the file, without values put in.
    patterns: BTreeMap<String, String>,
    language: Language,
    problems: Vec<ContentError>,
}

impl Texts {
    /// The English texts, from all files of `content/locales/en`.
    #[must_use]
    pub fn english() -> &'static Self {
        Self::of(Language::English)
    }

    /// The texts of the language that is spoken.
    #[must_use]
    pub fn spoken() -> &'static Self {
        Self::of(spoken())
    }

    /// The texts of a language, from all files of its folder; read once.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        static TEXTS: PerLanguage<Texts> = PerLanguage::new();
        TEXTS.of(language, || match language {
            Language::English | Language::Pseudo => Self::from_files_in(language, ENGLISH),
            Language::German | Language::Spanish => {
                let is_text = |file: &&(&str, &str)| file.0.ends_with(".ftl");
                let files: Vec<_> = files_of(language).iter().filter(is_text).copied().collect();
                Self::from_files_in(language, &files)
            }
        })
    }

    /// Reads English texts from named files. What cannot be read is left out and listed in
    /// [`Self::problems`].
    #[must_use]
    pub fn from_files(files: &[(&str, &str)]) -> Self {
        Self::from_files_in(Language::English, files)
    }

    /// Reads texts of a language from named files, with its own plurals and decimals.
    #[must_use]
    pub fn from_files_in(language: Language, files: &[(&str, &str)]) -> Self {
        // All codes are language tags, so the root locale of the default is never used.
        let tag = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        if language.has_decimal_comma() {
            bundle.set_formatter(Some(with_comma));
        }
        if language == Language::Pseudo {
            bundle.set_transform(Some(pseudo::accented));
        }
        let mut patterns = BTreeMap::new();
        let mut problems = Vec::new();
        for (file, source) in files {
            let mut report = |why: String| {
                problems.push(ContentError::Text {
                    language: language.code(),
                    file: (*file).to_owned(),
                    why,
                });
            };
            let read = match language {
                Language::Pseudo => pseudo::with_literals(source),
                _ => (*source).to_owned(),
            };
            let resource = match FluentResource::try_new(read) {
                Ok(resource) => resource,
                Err((resource, errors)) => {
                    for error in errors {
                        let line = line_of(source, error.pos.start);
                        report(format!("line {line}: {error}"));
                    }
                    resource
                }
            };
            patterns.extend(message_sources(source));
            if let Err(errors) = bundle.add_resource(resource) {
                errors.iter().for_each(|error| report(error.to_string()));
            }
        }
        patterns.retain(|id, _| {
            (bundle.get_message(id)).is_some_and(|message| message.value().is_some())
        });
        Self {
            bundle,
            patterns,
            language,
            problems,
        }
    }

    /// The text of an id, in English where the language does not have it, or `[id]` when no file has it.
    #[must_use]
    pub fn get(&self, id: &str) -> String {
        self.format(id, &[])
    }

    /// The text of an id with values put in, or `[id]` when no file has it.
    ///
    /// A value that the text names and the caller left out shows as its name in braces.
    #[must_use]
    pub fn format(&self, id: &str, values: &[(&str, TextArg<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|m| m.value()) else {
            return match self.language {
                Language::English | Language::Pseudo => format!("[{id}]"),
                _ => Self::english().format(id, values),
            };
        };
        let args: FluentArgs<'_> = (values.iter())
            .map(|(name, value)| {
                let value = match value {
                    TextArg::Number(number) => FluentValue::from(*number),
                    TextArg::Words(words) => FluentValue::from(words.as_ref()),
                };
                (*name, value)
            })
            .collect();
        let mut errors = Vec::new();
        let words = (self.bundle).format_pattern(pattern, Some(&args), &mut errors);
        match self.language {
            Language::Pseudo => format!("\u{27e6}{words}\u{27e7}"),
            _ => words.into_owned(),
        }
    }

    /// Says whether a file of the language has the text.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.patterns.contains_key(id)
    }

    /// The ids of all texts, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.patterns.keys().map(String::as_str)
    }

    /// The words of all texts by id, as their files have them, without values put in.
    pub fn sources(&self) -> impl Iterator<Item = (&str, &str)> {
        (self.patterns.iter()).map(|(id, words)| (id.as_str(), words.as_str()))
    }

    /// What could not be read of the files.
    #[must_use]
    pub fn problems(&self) -> &[ContentError] {
        &self.problems
    }
}

/// Splits a file into messages: a line that begins with an id and `=`, and what is indented below.
fn message_sources(source: &str) -> Vec<(String, String)> {
    let mut messages: Vec<(String, String)> = Vec::new();
    for line in source.lines() {
        let is_id = line.starts_with(|c: char| c.is_ascii_alphabetic());
        if is_id && let Some((id, words)) = line.split_once('=') {
            messages.push((id.trim().to_owned(), words.trim().to_owned()));
        } else if line.starts_with([' ', '}', '\t'])
            && let Some((_, words)) = messages.last_mut()
        {
            words.push('\n');
            words.push_str(line.trim());
        }
    }
    messages
}

/// A number with a comma before its decimals; other values as they are.
fn with_comma<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(number.as_string().replace('.', ",")),
        _ => None,
    }
}

fn line_of(source: &str, at: usize) -> usize {
    let head = source.as_bytes().get(..at).unwrap_or_default();
    head.iter().filter(|byte| **byte == b'\n').count() + 1
}
