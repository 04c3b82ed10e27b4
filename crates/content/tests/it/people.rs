//! Everything that people read, by page. Refuses to know the shape of each file: a new key or a
//! new file below `content/` is read without a change here.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use content::{Language, TextArg, Texts};

/// One text that people read.
pub struct Shown {
    /// The file below `content/`, and for texts of pages the heading they stand under.
    pub page: String,
    /// Its id, or the keys that lead to it.
    pub id: String,
    /// The words, with the number 38 for every value.
    pub words: String,
}

/// Files that speak to those who build the program. Rules hold conditions and the ids of texts.
const NOT_FOR_PEOPLE: [&str; 3] = ["wording.toml", "coverage.toml", "rules/"];

/// Keys whose words nobody is shown as a sentence: codes, ids, and what is said about the file.
const KEYS_NOT_FOR_PEOPLE: [&str; 35] = [
    "header",
    "id",
    "construct",
    "checked",
    "source",
    "basis",
    "reference",
    "address",
    "kind",
    "role",
    "polarity",
    "window",
    "asked",
    "tone",
    "url",
    "asked_if",
    "page",
    "zones",
    "sources",
    "offered_at",
    "see",
    "strength",
    "source_url",
    "practice",
    "also",
    "group",
    "grade",
    "gates",
    "sheet",
    "instead",
    "recognise",
    "higher",
    "shape",
    "items",
    "combine",
];

pub fn content_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")
}

/// Every file below a folder, in order.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Every English text below `content/` that people read.
pub fn texts_for_people() -> Vec<Shown> {
    texts_in(Language::English)
}

/// Every text below `content/` that people read in one language.
pub fn texts_in(language: Language) -> Vec<Shown> {
    let top = content_folder();
    let own = format!("locales/{}/", language.code());
    let mut all = Vec::new();
    for path in files_below(&top) {
        let name = path
            .strip_prefix(&top)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        // English has its lists beside their numbers, another language all of its words in its folder.
        let is_english = language == Language::English;
        let is_own = name.starts_with(&own) || (is_english && !name.starts_with("locales/"));
        let is_text = name.ends_with(".ftl") || name.ends_with(".toml");
        if !is_own || !is_text {
            continue;
        }
        let list = name.strip_prefix(&own).unwrap_or(&name);
        if NOT_FOR_PEOPLE.iter().any(|begin| list.starts_with(begin)) {
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        match path.extension().and_then(|end| end.to_str()) {
            Some("ftl") => pages(language, &name, &source, &mut all),
            Some("toml") => {
                let value: toml::Table = source.parse().unwrap();
                strings(&name, "", &toml::Value::Table(value), &mut all);
            }
            _ => panic!("{name} is neither .ftl nor .toml"),
        }
    }
    all
}

/// The texts of a locale file, each under the last comment that stands before it.
fn pages(language: Language, file: &str, source: &str, all: &mut Vec<Shown>) {
    let texts = Texts::from_files_in(language, &[(file, source)]);
    assert!(texts.problems().is_empty(), "{:?}", texts.problems());
    let mut heading = "";
    for line in source.lines() {
        if let Some(comment) = line.strip_prefix('#') {
            heading = comment.trim();
        } else if let Some((id, _)) = line.split_once('=')
            && texts.has(id.trim())
            && line.starts_with(|c: char| c.is_ascii_alphabetic())
        {
            let id = id.trim();
            all.push(Shown {
                page: format!("{file}: {heading}"),
                id: id.to_owned(),
                words: with_numbers(&texts, id),
            });
        }
    }
}

fn with_numbers(texts: &Texts, id: &str) -> String {
    let source = texts.sources().find(|(name, _)| *name == id).unwrap().1;
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let names: BTreeSet<&str> = (source.split('$').skip(1))
        .map(|rest| &rest[..rest.find(|c| !is_name(c)).unwrap_or(rest.len())])
        .collect();
    let values: Vec<_> = (names.into_iter())
        .map(|name| (name, TextArg::Number(38.0)))
        .collect();
    texts.format(id, &values)
}

fn strings(page: &str, at: &str, value: &toml::Value, all: &mut Vec<Shown>) {
    match value {
        toml::Value::Table(table) => {
            let id = table.get("id").and_then(|id| id.as_str());
            for (key, value) in table {
                if !KEYS_NOT_FOR_PEOPLE.contains(&key.as_str()) {
                    // An entry with an id of its own is called by it, wherever it stands.
                    let at = format!("{}.{key}", id.unwrap_or(at));
                    strings(page, at.trim_matches('.'), value, all);
                }
            }
        }
        toml::Value::Array(list) => {
            for value in list {
                strings(page, at, value, all);
            }
        }
        toml::Value::String(words) => all.push(Shown {
            page: page.to_owned(),
            id: at.to_owned(),
            words: words.clone(),
        }),
        _ => {}
    }
}
