//! The texts of the pages, by id, in one language. Refuses to stop a page: a text that is not
//! there is shown as its id in brackets.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::ContentError;

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
    problems: Vec<ContentError>,
}

impl Texts {
    /// The English texts, from all files of `content/locales/en`.
    #[must_use]
    pub fn english() -> &'static Self {
        static TEXTS: OnceLock<Texts> = OnceLock::new();
        TEXTS.get_or_init(|| Self::from_files(ENGLISH))
    }

    /// Reads texts from named files. What cannot be read is left out and listed in
    /// [`Self::problems`].
    #[must_use]
    pub fn from_files(files: &[(&str, &str)]) -> Self {
        // "en" is a language tag, so the root locale of the default is never used.
        let mut bundle = FluentBundle::new_concurrent(vec!["en".parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        let mut patterns = BTreeMap::new();
        let mut problems = Vec::new();
        for (file, source) in files {
            let mut report = |why: String| {
                problems.push(ContentError::Text {
                    file: (*file).to_owned(),
                    why,
                });
            };
            let resource = match FluentResource::try_new((*source).to_owned()) {
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
            problems,
        }
    }

    /// The text of an id, or `[id]` when no file has it.
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
            return format!("[{id}]");
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
        (self
            .bundle
            .format_pattern(pattern, Some(&args), &mut errors))
        .into_owned()
    }

    /// Says whether a file has the text.
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

fn line_of(source: &str, at: usize) -> usize {
    let head = source.as_bytes().get(..at).unwrap_or_default();
    head.iter().filter(|byte| **byte == b'\n').count() + 1
}
