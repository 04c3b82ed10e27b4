//! Whether a language says everything that English says. Refuses to stop at the first thing that is missing.

use std::collections::BTreeSet;

use record::{Form, LocalDay};
use serde::Deserialize;

use crate::language::PerLanguage;
use crate::overlay::{files_of, laid_over, text_in, visit_texts};
use crate::{
    ContentError, Language, TextArg, Texts, card, check, course, crisis, events, form_set,
    instrument, item_set, medicine, rules, sheet, speak, strategy, trouble, wording,
};

const FILE: &str = "locales/languages.toml";
const TEXT: &str = include_str!("../../../content/locales/languages.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LanguagesFile {
    complete: Vec<String>,
}

/// The languages in which every text is there, in the order of showing; English at least.
#[must_use]
pub fn complete_languages() -> &'static [Language] {
    static LIST: PerLanguage<Vec<Language>> = PerLanguage::new();
    LIST.of(Language::English, || {
        let listed = toml::from_str::<LanguagesFile>(TEXT).map(|file| file.complete);
        let listed = listed.unwrap_or_default();
        let is_listed = |language: &Language| {
            *language == Language::English || listed.iter().any(|code| code == language.code())
        };
        Language::KNOWN.into_iter().filter(is_listed).collect()
    })
}

/// The English files that hold words beside their numbers, by name below `content/`.
fn english_files() -> Vec<(String, &'static str)> {
    let one = |name: &str, text| (name.to_owned(), text);
    let mut all = vec![
        one(course::FILE, course::TEXT),
        one(events::FILE, events::TEXT),
        one(item_set::FILE, item_set::TEXT),
        one(medicine::FILE, medicine::TEXT),
        one(sheet::FILE, sheet::TEXT),
        one(trouble::FILE, trouble::TEXT),
        one(wording::FILE, wording::TEXT),
    ];
    let forms = check::FORMS.into_iter().filter_map(form_set::file);
    all.extend(forms.map(|(_, name, text)| one(name, text)));
    let lists = [
        ("", card::FILES),
        ("", strategy::FILES),
        ("", instrument::FILES),
        ("crisis/", crisis::FILES),
        ("rules/", rules::FILES),
    ];
    for (before, files) in lists {
        all.extend(
            files
                .iter()
                .map(|(name, text)| (format!("{before}{name}"), *text)),
        );
    }
    all
}

/// Lists what a language leaves in English, what it says that English does not, where it shows other
/// values, and where its words may not stand.
#[must_use]
pub fn check_language(language: Language, today: LocalDay) -> Vec<ContentError> {
    if !TEXT.contains("complete") || toml::from_str::<LanguagesFile>(TEXT).is_err() {
        let why = "one list of codes, named complete".to_owned();
        return vec![ContentError::File { file: FILE, why }];
    }
    let mut problems = check_texts(language);
    problems.extend(check_files(language));
    let _speaking = speak(language);
    let of_all = check::check_all(&[], today);
    problems.extend(of_all.into_iter().filter(|found| !problems_hold(found)));
    problems
}

/// A day of review is the English file's own, whatever the language.
fn problems_hold(found: &ContentError) -> bool {
    matches!(
        found,
        ContentError::ReviewOverdue { .. } | ContentError::Text { .. }
    )
}

fn untranslated(language: Language, place: &str, why: impl Into<String>) -> ContentError {
    ContentError::Untranslated {
        language: language.code(),
        place: place.to_owned(),
        why: why.into(),
    }
}

/// The names of the values that a text shows.
fn values_of(source: &str) -> BTreeSet<&str> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let rest = source.split('$').skip(1);
    rest.map(|rest| rest.split(|c| !is_name(c)).next().unwrap_or_default())
        .collect()
}

fn check_texts(language: Language) -> Vec<ContentError> {
    let (english, other) = (Texts::english(), Texts::of(language));
    let mut problems = other.problems().to_vec();
    let ours: std::collections::BTreeMap<&str, &str> = other.sources().collect();
    for (id, source) in english.sources() {
        let Some(own) = ours.get(id) else {
            problems.push(untranslated(language, id, "is missing"));
            continue;
        };
        let (wanted, found) = (values_of(source), values_of(own));
        if wanted != found {
            let why = format!("shows {found:?}, and English {wanted:?}");
            problems.push(untranslated(language, id, why));
        }
        for n in [0.0, 1.0, 2.0, 38.0] {
            let values: Vec<_> = (wanted.iter())
                .map(|name| (*name, TextArg::Number(n)))
                .collect();
            let words = other.format(id, &values);
            if words.contains(['{', '}']) || words.trim().is_empty() || words.contains("  ") {
                problems.push(untranslated(
                    language,
                    id,
                    format!("shows '{words}' for {n}"),
                ));
                break;
            }
        }
    }
    for id in ours.keys().filter(|id| !english.has(id)) {
        problems.push(untranslated(language, id, "is no text of English"));
    }
    problems
}

fn check_files(language: Language) -> Vec<ContentError> {
    let english = english_files();
    let mut problems = Vec::new();
    if language == Language::English {
        return problems;
    }
    for (file, text) in &english {
        let other = files_of(language).iter().find(|(name, _)| name == file);
        let name = format!("locales/{}/{file}", language.code());
        // An empty file leaves everything in English, and so says what is missing.
        let laid = laid_over(file, text, &name, other.map_or("", |(_, text)| text));
        match laid {
            Ok(laid) => problems.extend(laid.left.iter().map(|(line, path)| {
                let place = format!("{file}, line {line}");
                untranslated(language, &place, format!("has no '{path}' of its own"))
            })),
            Err(error) => problems.push(error),
        }
        if let Some(Ok(laid)) = text_in(language, file, text) {
            let _speaking = speak(language);
            problems.extend(denied_in(file, &laid));
            problems
                .extend(why_unread(file, &laid).map(|error| {
                    untranslated(language, file, format!("can not be read: {error}"))
                }));
        }
    }
    for (name, _) in files_of(language)
        .iter()
        .filter(|(name, _)| name.ends_with(".toml"))
    {
        if !english.iter().any(|(file, _)| file == name) {
            problems.push(untranslated(language, name, "is no file of English"));
        }
    }
    problems
}

/// Denied words of the lists that [`check::check_all`] does not go through.
fn denied_in(file: &str, laid: &str) -> Vec<ContentError> {
    let Ok(words) = wording::wording() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    if file == events::FILE || file == trouble::FILE || file.starts_with("crisis/") {
        visit_texts(file, laid, &mut |path, text| {
            let denied = words.denied_word(text);
            found.extend(denied.map(|denied| ContentError::DeniedWord {
                place: format!("{file}, {path}"),
                word: denied.word.to_owned(),
                why: denied.why.to_owned(),
            }));
        });
    }
    found
}

/// Reads one file as the program does, and says what it refuses.
fn why_unread(file: &str, text: &str) -> Option<ContentError> {
    let name = |list: &'static [(&'static str, &'static str)], before: &str| {
        let name = file.strip_prefix(before)?;
        list.iter()
            .find(|(known, _)| *known == name)
            .map(|(known, _)| *known)
    };
    if let Some(name) = name(card::FILES, "") {
        return card::parse(name, text).err();
    }
    if let Some(name) = name(strategy::FILES, "") {
        return strategy::parse(name, text).err();
    }
    if let Some(name) = name(instrument::FILES, "") {
        return instrument::parse_instruments(&[(name, text)]).err();
    }
    if let Some(name) = name(crisis::FILES, "crisis/") {
        return crisis::parse_file(name, text).err();
    }
    let kept = |form: Form| form_set::file(form).filter(|(_, name, _)| *name == file);
    if let Some((_, name, _)) = check::FORMS.into_iter().find_map(kept) {
        return form_set::parse(name, text).err();
    }
    match file {
        item_set::FILE => item_set::parse(text).err(),
        course::FILE => course::parse_course(text).err(),
        events::FILE => events::parse(text).err(),
        medicine::FILE => medicine::parse_medicine_classes(text).err(),
        sheet::FILE => sheet::parse_sheets(text).err(),
        trouble::FILE => trouble::parse(text).err(),
        wording::FILE => wording::parse(text).err(),
        // The rules are read together, and only their sources have names.
        _ => None,
    }
}
