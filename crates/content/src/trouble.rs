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

/// The English words in the language that is spoken; a sentence stays as it is where it is not on the list.
///
/// Each line is a sentence. Of several patterns that fit, one whose pieces are all known goes before the others, then
/// the one with the most words of its own; what stands at a name that begins with `said` is looked up too.
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
    let list = Both { known, own };
    let lines = english.split('\n').map(|line| {
        let words = line.trim_start();
        let (margin, _) = line.split_at(line.len() - words.len());
        let own = list.sentence(words, 0);
        format!("{margin}{}", own.as_deref().unwrap_or(words))
    });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

/// Longest sentence that is looked up, in bytes: a longer one is none of ours.
const SENTENCE_MAX: usize = 8192;
/// How often a sentence stands inside of another, at most.
const DEPTH_MAX: usize = 4;
/// How many ways to take a sentence apart are tried.
const TRIES_MAX: usize = 64;

/// A pattern with so many letters of its own is known by them.
const TELLING_LETTERS: usize = 4;

/// The sentences in English and in the language that is spoken.
struct Both<'t> {
    known: &'t Troubles,
    own: &'t Troubles,
}

impl Both<'_> {
    /// A sentence of the list in the other language.
    fn sentence(&self, english: &str, depth: usize) -> Option<String> {
        if depth > DEPTH_MAX || english.len() > SENTENCE_MAX {
            return None;
        }
        // No pattern has more words of its own than the sentence itself.
        let mut all = self.known.sentences.iter();
        if let Some((id, _)) = all.find(|(_, known)| *known == english && !known.contains('{')) {
            return self.own.sentences.get(id).cloned();
        }
        let mut best: Option<((bool, usize), String)> = None;
        for (id, pattern) in &self.known.sentences {
            let n_own = n_own_chars(pattern);
            if best
                .as_ref()
                .is_some_and(|(most, _)| *most >= (true, n_own))
            {
                continue;
            }
            if let Some(own) = self.own.sentences.get(id)
                && let Some((is_whole, words)) = self.put_into(own, english, pattern, depth)
                && best
                    .as_ref()
                    .is_none_or(|(most, _)| *most < (is_whole, n_own))
            {
                best = Some(((is_whole, n_own), words));
            }
        }
        best.map(|(_, words)| words)
    }

    /// The sentence `own` with what stands in the English one, and whether all its pieces are known; `None` where
    /// that is none of the pattern.
    fn put_into(
        &self,
        own: &str,
        english: &str,
        pattern: &str,
        depth: usize,
    ) -> Option<(bool, String)> {
        let mut ways = Vec::new();
        values_in(english, pattern, &mut ways);
        ways.retain(|way| way.iter().all(|(name, value)| fits(name, value)));
        let in_words = |name: &str, value: &str| match name.starts_with(NESTED) {
            true => self.sentence(value, depth + 1),
            false => Some(value.to_owned()),
        };
        // A mark may stand in a name too: the way whose pieces are all known is the right one.
        let whole = ways.iter().find_map(|way| {
            let each = (way.iter()).map(|(name, value)| Some((*name, in_words(name, value)?)));
            each.collect::<Option<Vec<_>>>()
        });
        // A pattern that is hardly more than marks would take sentences apart that are none of it.
        let is_telling = n_own_letters(pattern) >= TELLING_LETTERS;
        if whole.is_none() && !is_telling {
            return None;
        }
        let is_whole = whole.is_some();
        let values = whole.or_else(|| {
            let way = ways.first()?;
            let each = way.iter().map(|(name, value)| {
                let words = in_words(name, value).unwrap_or_else(|| (*value).to_owned());
                (*name, words)
            });
            Some(each.collect())
        })?;
        Some((is_whole, filled(own, &values)))
    }
}

/// Names of what is a sentence itself begin so.
const NESTED: &str = "said";

/// A pattern with its values; what stands in a value is no name.
fn filled(pattern: &str, values: &[(&str, String)]) -> String {
    let (named, end) = pieces(pattern);
    let mut out = String::new();
    for (before, name) in named {
        out.push_str(before);
        let value = values.iter().find(|(known, _)| *known == name);
        out.push_str(value.map_or("", |(_, value)| value));
    }
    out.push_str(end);
    out
}

/// Whether a value can stand at a name: some stand for numbers alone, and no sentence goes on behind a path.
fn fits(name: &str, value: &str) -> bool {
    match name {
        "min" | "max" | "n" | "number" | "line" => value.parse::<f64>().is_ok(),
        "path" => !value.contains(": "),
        _ => true,
    }
}

/// What a pattern says itself, beside the names of values.
fn own_chars(pattern: &str) -> impl Iterator<Item = char> {
    let (named, end) = pieces(pattern);
    let befores = named.into_iter().flat_map(|(before, _)| before.chars());
    befores.chain(end.chars())
}

fn n_own_chars(pattern: &str) -> usize {
    own_chars(pattern).count()
}

fn n_own_letters(pattern: &str) -> usize {
    own_chars(pattern).filter(|c| c.is_alphabetic()).count()
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

/// What stands at the names of a pattern, in one way of taking the sentence apart.
type Way<'a> = Vec<(&'a str, &'a str)>;

/// All ways in which a sentence is one of a pattern; none where it is not.
fn values_in<'a>(sentence: &'a str, pattern: &'a str, ways: &mut Vec<Way<'a>>) {
    let (named, end) = pieces(pattern);
    let Some((begin, _)) = named.first() else {
        if sentence == pattern {
            ways.push(Vec::new());
        }
        return;
    };
    let Some(rest) = sentence.strip_prefix(begin) else {
        return;
    };
    if let Some(rest) = rest.strip_suffix(end) {
        take_apart(rest, &named, Vec::new(), ways);
    }
}

fn take_apart<'a>(
    rest: &'a str,
    named: &[(&'a str, &'a str)],
    taken: Way<'a>,
    ways: &mut Vec<Way<'a>>,
) {
    let Some(((_, name), others)) = named.split_first() else {
        return;
    };
    if ways.len() >= TRIES_MAX {
        return;
    }
    let with = |value| {
        let mut taken = taken.clone();
        taken.push((*name, value));
        taken
    };
    let Some((before, _)) = others.first() else {
        ways.push(with(rest));
        return;
    };
    for (at, mark) in rest.match_indices(before).take(TRIES_MAX) {
        if let (Some(value), Some(after)) = (rest.get(..at), rest.get(at + mark.len()..)) {
            take_apart(after, others, with(value), ways);
        }
    }
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
        let ways = |sentence, pattern| {
            let mut ways = Vec::new();
            values_in(sentence, pattern, &mut ways);
            ways
        };
        let found = ways("from 1 to 9, no more", "from {a} to {b}, no more");
        assert_eq!(found, [[("a", "1"), ("b", "9")]]);
        let none: Vec<Way<'_>> = Vec::new();
        assert_eq!(ways("from 1 to 9", "from {a} to {b}, no more"), none);
        assert_eq!(ways("all", "all"), [Way::new()]);
        let found = ways("a: b: c", "{file}: {said}");
        assert_eq!(
            found,
            [
                [("file", "a"), ("said", "b: c")],
                [("file", "a: b"), ("said", "c")]
            ]
        );
        let many = "x; ".repeat(5_000);
        assert!(ways(&many, "{a}; {b}; {c}; {d}").len() <= TRIES_MAX);
        let _german = crate::speak(Language::German);
        assert_eq!(said("write a little"), "schreib ein wenig");
        assert_eq!(
            said("a passphrase has at least 8 characters"),
            "eine Passphrase hat mindestens 8 Zeichen"
        );
        assert_eq!(said("nobody wrote this"), "nobody wrote this");
        // A name may hold the mark between two pieces, and what looks like a name is none.
        assert_eq!(
            said("a: {said}.csv: the file is empty"),
            "a: {said}.csv: die Datei ist leer"
        );
        assert_eq!(
            said(
                "line 17, column \"a; b\": \"abc\" is not a number; correct the cell or leave it empty"
            ),
            "Zeile 17, Spalte \"a; b\": \"abc\" ist keine Zahl; berichtige die Zelle oder lass sie leer"
        );
        assert_eq!(
            said("line 4: no time; look at the row\nnot read: 1 of \"other entries\""),
            "Zeile 4: keine Zeit; sieh dir die Zeile an\nnicht gelesen: 1 von „andere Einträge“"
        );
        assert_eq!(
            said("a.zip: the zip cannot be read: invalid Zip archive: no end"),
            "a.zip: das ZIP lässt sich nicht lesen: es ist kein gültiges ZIP-Archiv"
        );
        assert_eq!(
            said("nothing was changed\n  nobody wrote this\nwrite a little"),
            "nichts wurde geändert\n  nobody wrote this\nschreib ein wenig"
        );
    }
}
