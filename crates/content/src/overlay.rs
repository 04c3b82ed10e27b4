//! Lays the words of another language over an English file: same tables, same lists, only what a person
//! reads. Refuses, with file and line, a field that English does not have, a list of another length, and
//! anything that is no text for people.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::page::Page;
use crate::{ContentError, Language, pseudo, spoken};

/// The files of each language beside English: its code, then name below its folder and text.
type Locale = (&'static str, &'static [(&'static str, &'static str)]);
const LOCALES: &[Locale] = include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// What a person reads, by the beginning of the file's name: fields that every language gives, and fields
/// that it may give: names and papers that may stay as they are.
const READ: &[(&str, &[&str], &[&str])] = &[
    (
        "cards/",
        &["card.title", "card.text", "card.limits"],
        &["source.name", "source.seen"],
    ),
    (
        "course.toml",
        &["course.evidence", "unit.heading", "unit.text", "unit.task"],
        &["source.name", "source.seen"],
    ),
    (
        "crisis/",
        &["country.names", "line.language", "line.hours", "line.about"],
        &["line.name", "source.name"],
    ),
    ("events.toml", &["event.word"], &[]),
    (
        "instruments/",
        &[
            "instrument.about",
            "instrument.asks_about",
            "instrument.rights",
            "instrument.limits",
            "scale.name",
            "scale.bands.words",
        ],
        &[
            "instrument.title",
            "source.name",
            "source.seen",
            "source.address",
        ],
    ),
    (
        "items/",
        &[
            "item.question",
            "item.short",
            "item.low",
            "item.high",
            "item.steps",
            "item.answer.low",
            "item.answer.high",
            "item.answer.labels",
            "item.answer.unit",
            "flicker_word.word",
            "page.heading",
            "page.line",
            "page.ticks",
            "strategy.word",
        ],
        &[],
    ),
    (
        "medicines/",
        &["class.name", "class.text", "class.limits"],
        &["class.source.name", "class.source.seen"],
    ),
    ("rules/", &[], &["source.name"]),
    (
        "sheets.toml",
        &["sheet.heading", "sheet.field.label", "sheet.field.choices"],
        &[],
    ),
    (
        "strategies/",
        &[
            "strategy.heading",
            "strategy.line",
            "strategy.why",
            "strategy.often",
            "strategy.evidence",
            "strategy.time_to_effect",
            "strategy.not_for",
            "strategy.stop",
            "step.text",
        ],
        &["source.name", "source.seen"],
    ),
    ("troubles.toml", &["trouble.said"], &[]),
    ("wording.toml", &["strength.label"], &[]),
];
/// What any file may say of itself in another language.
const OF_ITSELF: [&str; 2] = ["header.status", "header.source"];
/// Fields that say which table is meant; they stand as English has them.
const KEYS: [&str; 4] = ["id", "number", "from", "kind"];

/// The fields that a language gives in a file, and those that it may give.
fn read_in(file: &str) -> (&'static [&'static str], &'static [&'static str]) {
    let found = READ.iter().find(|(begin, ..)| file.starts_with(begin));
    found.map_or((&[], &[]), |(_, must, may)| (must, may))
}

/// The files of a language, by their names below its folder.
pub(crate) fn files_of(language: Language) -> &'static [(&'static str, &'static str)] {
    let found = LOCALES.iter().find(|(code, _)| *code == language.code());
    found.map_or(&[], |(_, files)| files)
}

/// Reads an English file in the words of the language that is spoken.
///
/// What can not be laid over it is left in English: a test lists such files, and a page is not stopped.
pub(crate) fn read_spoken<T>(
    file: &str,
    english: &str,
    read: impl Fn(&str) -> Result<T, ContentError>,
) -> Result<T, ContentError> {
    match text_in(spoken(), file, english) {
        Some(Ok(laid)) => read(&laid).or_else(|_| read(english)),
        Some(Err(_)) | None => read(english),
    }
}

/// As [`read_spoken`] for files that are read together; `before` stands before each name.
pub(crate) fn read_all_spoken<T>(
    before: &str,
    files: &'static [(&'static str, &'static str)],
    read: impl Fn(&[(&'static str, &str)]) -> Result<T, ContentError>,
) -> Result<T, ContentError> {
    let spoken = spoken();
    if spoken == Language::English {
        return read(files);
    }
    let one = |(name, english): &(&'static str, &'static str)| {
        let file = format!("{before}{name}");
        let laid = text_in(spoken, &file, english).and_then(Result::ok);
        (*name, laid.unwrap_or_else(|| (*english).to_owned()))
    };
    let laid: Vec<(&'static str, String)> = files.iter().map(one).collect();
    let laid: Vec<_> = (laid.iter())
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    read(&laid).or_else(|_| read(files))
}

/// An English file with the words of a language laid over it; `None` where the language has none.
pub(crate) fn text_in(
    language: Language,
    file: &str,
    english: &str,
) -> Option<Result<String, ContentError>> {
    if language == Language::Pseudo {
        return Some(in_pseudo(file, english));
    }
    let (_, other) = files_of(language).iter().find(|(name, _)| *name == file)?;
    let name = format!("locales/{}/{file}", language.code());
    Some(laid_over(file, english, &name, other).map(|laid| laid.text))
}

/// What came of laying one file over another.
pub(crate) struct Laid {
    /// The English file with the other words in it.
    pub(crate) text: String,
    /// Places, with lines of the English file, whose words are still English and should not be.
    pub(crate) left: Vec<(usize, String)>,
}

/// Lays a file over the English one; `name` is what complaints call it.
///
/// # Errors
/// [`ContentError::Line`] with the line of the other file.
pub(crate) fn laid_over(
    file: &str,
    english: &str,
    name: &str,
    other: &str,
) -> Result<Laid, ContentError> {
    let page = |name: &str, text| Page {
        name: name.to_owned(),
        text,
    };
    let (ours, theirs) = (page(file, english), page(name, other));
    let base = DeTable::parse(english).map_err(|error| ours.unread(&error))?;
    let over = DeTable::parse(other).map_err(|error| theirs.unread(&error))?;
    let mut laying = Laying {
        file,
        page: &theirs,
        edits: Vec::new(),
    };
    laying.table(base.get_ref(), over.get_ref(), "")?;
    let mut edits = laying.edits;
    let mut left = Vec::new();
    let (must, _) = read_in(file);
    texts_of(base.get_ref(), "", &mut |path, at, words| {
        // 24/7 is the same everywhere.
        let has_words = words.contains(char::is_alphabetic);
        if has_words
            && must.contains(&path)
            && !edits.iter().any(|(span, _)| span.start == at.start)
        {
            left.push((ours.line_at(at.start), path.to_owned()));
        }
    });
    left.sort();
    edits.sort_by_key(|(span, _)| span.start);
    Ok(Laid {
        text: edited(english, &edits),
        left,
    })
}

/// The English file with accents on everything that a person reads.
fn in_pseudo(file: &str, english: &str) -> Result<String, ContentError> {
    let page = Page {
        name: file.to_owned(),
        text: english,
    };
    let base = DeTable::parse(english).map_err(|error| page.unread(&error))?;
    let (must, may) = read_in(file);
    let mut edits = Vec::new();
    texts_of(base.get_ref(), "", &mut |path, at, words| {
        if must.contains(&path) || may.contains(&path) || OF_ITSELF.contains(&path) {
            // A question has to end with its mark, also here.
            let words = match words.strip_suffix('?') {
                Some(words) => format!("{}?", pseudo::marked(words)),
                None => pseudo::marked(words),
            };
            edits.push((at, toml::Value::String(words).to_string()));
        }
    });
    edits.sort_by_key(|(span, _)| span.start);
    Ok(edited(english, &edits))
}

/// Visits what every language gives in a file, with the path of its fields.
pub(crate) fn visit_texts(file: &str, text: &str, visit: &mut impl FnMut(&str, &str)) {
    let (must, _) = read_in(file);
    if let Ok(table) = DeTable::parse(text) {
        texts_of(table.get_ref(), "", &mut |path, _, words| {
            if must.contains(&path) {
                visit(path, words);
            }
        });
    }
}

fn edited(text: &str, edits: &[(Range<usize>, String)]) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut at = 0;
    for (span, words) in edits {
        out.push_str(text.get(at..span.start).unwrap_or_default());
        out.push_str(words);
        at = span.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

fn below(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}

/// Visits every string with the path of its fields and its place.
fn texts_of(table: &DeTable<'_>, path: &str, visit: &mut impl FnMut(&str, Range<usize>, &str)) {
    for (key, value) in table {
        texts_in(value, &below(path, key.get_ref()), visit);
    }
}

fn texts_in(
    value: &Spanned<DeValue<'_>>,
    path: &str,
    visit: &mut impl FnMut(&str, Range<usize>, &str),
) {
    match value.get_ref() {
        DeValue::String(words) => visit(path, value.span(), words),
        DeValue::Array(list) => list.iter().for_each(|one| texts_in(one, path, visit)),
        DeValue::Table(table) => texts_of(table, path, visit),
        _ => {}
    }
}

fn field<'a, 'i>(table: &'a DeTable<'i>, name: &str) -> Option<&'a Spanned<DeValue<'i>>> {
    let found = table.iter().find(|(key, _)| key.get_ref() == name);
    found.map(|(_, value)| value)
}

fn id_of<'a>(value: &'a Spanned<DeValue<'_>>) -> Option<&'a str> {
    field(value.get_ref().as_table()?, "id")?.get_ref().as_str()
}

/// Two values that are no text say the same.
fn is_same(one: &DeValue<'_>, other: &DeValue<'_>) -> bool {
    match (one, other) {
        (DeValue::String(one), DeValue::String(other)) => one == other,
        (DeValue::Integer(one), DeValue::Integer(other)) => one.as_str() == other.as_str(),
        (DeValue::Float(one), DeValue::Float(other)) => one.as_str() == other.as_str(),
        (DeValue::Boolean(one), DeValue::Boolean(other)) => one == other,
        _ => false,
    }
}

/// One file while it is laid over another.
struct Laying<'a> {
    file: &'a str,
    page: &'a Page<'a>,
    /// Places of the English file and what is written there.
    edits: Vec<(Range<usize>, String)>,
}

impl Laying<'_> {
    fn refused<T>(&self, at: &Range<usize>, why: String) -> Result<T, ContentError> {
        Err(self.page.error_at(at.start, why))
    }

    fn table(
        &mut self,
        english: &DeTable<'_>,
        other: &DeTable<'_>,
        path: &str,
    ) -> Result<(), ContentError> {
        for (key, value) in other {
            let name: &str = key.get_ref();
            let path = below(path, name);
            match field(english, name) {
                None => return self.refused(&key.span(), format!("English has no '{path}'")),
                Some(own) => self.value(own, value, &path)?,
            }
        }
        Ok(())
    }

    fn value(
        &mut self,
        english: &Spanned<DeValue<'_>>,
        other: &Spanned<DeValue<'_>>,
        path: &str,
    ) -> Result<(), ContentError> {
        match (english.get_ref(), other.get_ref()) {
            (DeValue::Table(own), DeValue::Table(over)) => self.table(own, over, path),
            (DeValue::Array(own), DeValue::Array(over)) => {
                self.list(own, (over, &other.span()), path)
            }
            (DeValue::String(_), DeValue::String(words)) if self.is_read(path) => {
                if words.trim().is_empty() {
                    return self.refused(&other.span(), format!("'{path}' has no words"));
                }
                let raw = (self.page.text.get(other.span())).unwrap_or_default();
                self.edits.push((english.span(), raw.to_owned()));
                Ok(())
            }
            (own, over) => {
                let name = path.rsplit('.').next().unwrap_or_default();
                if KEYS.contains(&name) && is_same(own, over) {
                    Ok(())
                } else {
                    self.refused(&other.span(), format!("'{path}' is no text for people"))
                }
            }
        }
    }

    fn is_read(&self, path: &str) -> bool {
        let (must, may) = read_in(self.file);
        must.contains(&path) || may.contains(&path) || OF_ITSELF.contains(&path)
    }

    /// Tables with an id are laid over those of the same id; everything else by its place.
    fn list(
        &mut self,
        english: &[Spanned<DeValue<'_>>],
        (other, at): (&[Spanned<DeValue<'_>>], &Range<usize>),
        path: &str,
    ) -> Result<(), ContentError> {
        if !other.is_empty() && other.iter().all(|one| id_of(one).is_some()) {
            let mut seen: Vec<&str> = Vec::new();
            for one in other {
                let id = id_of(one).unwrap_or_default();
                let Some(own) = english.iter().find(|own| id_of(own) == Some(id)) else {
                    return self
                        .refused(&one.span(), format!("English has no '{path}' of id '{id}'"));
                };
                if seen.contains(&id) {
                    return self.refused(&one.span(), format!("'{path}' has '{id}' twice"));
                }
                seen.push(id);
                self.value(own, one, path)?;
            }
            return Ok(());
        }
        if other.len() != english.len() {
            let why = format!(
                "'{path}' has {} entries here and {} in English",
                other.len(),
                english.len()
            );
            // An array of tables begins at its first table.
            let first = other.first().map_or(at.clone(), Spanned::span);
            return self.refused(&first, why);
        }
        (english.iter().zip(other)).try_for_each(|(own, one)| self.value(own, one, path))
    }
}

#[cfg(test)]
mod tests;
