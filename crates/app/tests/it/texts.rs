//! Every text that a page asks for is there, shows no bracket, scolds nobody and is easy to read.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use content::{TextArg, Texts, reading_grade, wording};

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// The code of the rooms that show texts.
fn code() -> String {
    let mut files = Vec::new();
    for room in ["app", "web"] {
        rust_files(&top().join("crates").join(room).join("src"), &mut files);
    }
    // The guard asks for headers by a function of that name.
    files.retain(|path| !path.ends_with("web/src/guard.rs"));
    let texts = files
        .iter()
        .map(|path| std::fs::read_to_string(path).unwrap());
    texts.collect::<Vec<_>>().join("\n")
}

/// What stands in quotes right behind a call.
fn called<'a>(code: &'a str, call: &str) -> BTreeSet<&'a str> {
    let rest = code.split(call).skip(1);
    let quoted = rest.filter_map(|rest| rest.trim_start().strip_prefix('"'));
    quoted.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_text_that_is_asked_for_is_there() {
    let code = code();
    let texts = Texts::english();
    assert!(texts.problems().is_empty(), "{:?}", texts.problems());
    let mut ids = called(&code, "text(");
    ids.extend(called(&code, "text_with("));
    assert!(ids.len() > 100, "{}", ids.len());
    let missing: Vec<_> = ids.iter().filter(|id| !texts.has(id)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    // Names that are put together: each beginning has texts.
    for begin in called(&code, "format!(") {
        if let Some((begin, _)) = begin.split_once("-{") {
            let is_text = texts.ids().any(|id| id.starts_with(&format!("{begin}-")));
            let is_page_id = begin == "answer";
            assert!(is_text || is_page_id, "{begin}-");
        }
    }
    // And no text is left over that nobody asks for.
    let is_used = |id: &&str| {
        let stem = id.rsplit_once('-').map_or("", |(stem, _)| stem);
        let begins: Vec<&str> = stem.split('-').collect();
        let is_made =
            (1..=begins.len()).any(|n| code.contains(&format!("\"{}-{{", begins[..n].join("-"))));
        code.contains(&format!("\"{id}\"")) || is_made
    };
    let left: Vec<_> = texts.ids().filter(|id| !is_used(id)).collect();
    assert!(left.is_empty(), "nobody shows {left:?}");
}

/// The names of the values that a text shows.
fn values_of(source: &str) -> BTreeSet<&str> {
    let rest = source.split('$').skip(1);
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    rest.map(|rest| &rest[..rest.find(|c| !is_name(c)).unwrap_or(rest.len())])
        .collect()
}

/// A text with these numbers for its values.
fn shown(texts: &Texts, id: &str, source: &str, n: f64) -> String {
    let values: Vec<_> = values_of(source)
        .into_iter()
        .map(|name| (name, TextArg::Number(n)))
        .collect();
    texts.format(id, &values)
}

#[test]
fn every_text_shows_without_brackets_for_none_one_and_many() {
    let texts = Texts::english();
    for (id, source) in texts.sources() {
        for n in [0.0, 1.0, 2.0, 38.0] {
            let words = shown(texts, id, source, n);
            assert!(
                !words.contains(['[', ']', '{', '}']),
                "{id} with {n}: {words}"
            );
            assert!(
                !words.trim().is_empty() && !words.contains("  "),
                "{id} with {n}: '{words}'"
            );
        }
    }
}

#[test]
fn no_text_scolds_and_a_child_of_twelve_can_read_all_of_them() {
    let list = wording().unwrap();
    let folder = top().join("content/locales/en");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let source = std::fs::read_to_string(&path).unwrap();
        let texts = Texts::from_files(&[(name.as_str(), source.as_str())]);
        assert!(texts.problems().is_empty(), "{:?}", texts.problems());
        let all: Vec<(String, String)> = texts
            .sources()
            .map(|(id, source)| (id.to_owned(), shown(&texts, id, source, 38.0)))
            .collect();
        for (id, words) in &all {
            assert!(list.denied_word_in(id, words).is_none(), "{id}: {words}");
        }
        // Labels of one or two words would make the sentences look easier than they are.
        let sentences: Vec<&str> = all
            .iter()
            .map(|(_, words)| words.as_str())
            .filter(|words| words.contains(['.', '?']) && words.split(' ').count() >= 4)
            .collect();
        let grade = reading_grade(sentences.iter().copied()).unwrap();
        println!("{name}: {} sentences, {grade:?}", sentences.len());
        let mut hard: Vec<(f64, &str)> = sentences
            .iter()
            .map(|words| (reading_grade([*words]).unwrap().coleman_liau, *words))
            .collect();
        hard.sort_by(|a, b| b.0.total_cmp(&a.0));
        hard.iter()
            .take(6)
            .for_each(|(grade, words)| println!("  {grade:.1} {words}"));
        assert!(
            grade.ari <= 6.0 && grade.coleman_liau <= 6.0,
            "{name}: {grade:?}"
        );
    }
}
