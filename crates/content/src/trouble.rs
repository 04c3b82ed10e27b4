//! What did not work, in other languages: the English sentence is looked up, and what stands in it is put
//! into the other one. Refuses to guess: a sentence that is not on the list stays as it is.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::header::HeaderFile;
use crate::language::PerLanguage;
use crate::overlay::read_spoken;
use crate::{ContentError, Header, Language, spoken};

pub(crate) const FILE: &str = "troubles.toml";
pub(crate) const TEXT: &str = include_str!("../../../content/troubles.toml");

/// The sentences of one language, by their ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Troubles {
    /// What the file says about itself.
    pub header: Header,
    /// Id -> sentence, with names in braces for what stands in it.
    pub sentences: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TroublesFile {
    header: HeaderFile,
    trouble: Vec<TroubleFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TroubleFile {
    id: String,
    said: String,
}

/// Gives the sentences of the language that is spoken.
///
/// # Errors
/// [`ContentError`] when the built-in file is wrong, which a test rules out.
pub fn troubles() -> Result<&'static Troubles, ContentError> {
    static LIST: PerLanguage<Result<Troubles, ContentError>> = PerLanguage::new();
    (LIST.get(|| read_spoken(FILE, TEXT, parse)).as_ref()).map_err(Clone::clone)
}

/// The English sentence in the language that is spoken; as it is where it is not on the list.
#[must_use]
pub fn said(english: &str) -> Cow<'_, str> {
    if spoken() == Language::English {
        return Cow::Borrowed(english);
    }
    let known = {
        let _english = crate::speak(Language::English);
        troubles()
    };
    let (Ok(known), Ok(own)) = (known, troubles()) else {
        return Cow::Borrowed(english);
    };
    let found = known.sentences.iter().find_map(|(id, pattern)| {
        let values = values_in(english, pattern)?;
        Some((own.sentences.get(id)?, values))
    });
    found.map_or(Cow::Borrowed(english), |(sentence, values)| {
        let put = |sentence: String, (name, value): &(&str, &str)| {
            sentence.replace(&format!("{{{name}}}"), value)
        };
        Cow::Owned(values.iter().fold(sentence.clone(), put))
    })
}

/// A sentence in pieces: words, then the name of what follows, and words at the end.
fn pieces(pattern: &str) -> (Vec<(&str, &str)>, &str) {
    let mut named = Vec::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{')
        && let Some((name, after)) = after.split_once('}')
    {
        named.push((before, name));
        rest = after;
    }
    (named, rest)
}

/// What stands at the names of a pattern, where the sentence is one of it.
fn values_in<'a>(sentence: &'a str, pattern: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
    let (named, end) = pieces(pattern);
    let Some((begin, _)) = named.first() else {
        return (sentence == pattern).then(Vec::new);
    };
    let mut rest = sentence.strip_prefix(begin)?.strip_suffix(end)?;
    let mut values = Vec::new();
    for (idx, (_, name)) in named.iter().enumerate() {
        let value = match named.get(idx + 1) {
            Some((before, _)) => {
                let (value, after) = rest.split_once(before)?;
                rest = after;
                value
            }
            None => rest,
        };
        values.push((*name, value));
    }
    Some(values)
}

pub(crate) fn parse(text: &str) -> Result<Troubles, ContentError> {
    let file: TroublesFile = toml::from_str(text).map_err(|error| ContentError::File {
        file: FILE,
        why: error.to_string(),
    })?;
    let mut sentences = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for one in file.trouble {
        let is_new = seen.insert(one.said.clone()) || spoken() != Language::English;
        if one.said.trim().is_empty() || !is_new || sentences.contains_key(&one.id) {
            return Err(ContentError::Entry {
                file: FILE,
                id: one.id,
                why: "a trouble has words and an id of its own".to_owned(),
            });
        }
        sentences.insert(one.id, one.said);
    }
    Ok(Troubles {
        header: Header::from_file(FILE, file.header)?,
        sentences,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_sentence_goes_over_into_the_other() {
        let values = values_in("from 1 to 9, no more", "from {a} to {b}, no more");
        assert_eq!(values, Some(vec![("a", "1"), ("b", "9")]));
        assert_eq!(values_in("from 1 to 9", "from {a} to {b}, no more"), None);
        assert_eq!(values_in("all", "all"), Some(Vec::new()));
        let _german = crate::speak(Language::German);
        assert_eq!(said("write a little"), "schreib ein wenig");
        assert_eq!(
            said("a passphrase has at least 8 characters"),
            "eine Passphrase hat mindestens 8 Zeichen"
        );
        assert_eq!(said("nobody wrote this"), "nobody wrote this");
    }
}
