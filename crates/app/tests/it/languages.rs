//! Languages: the same advice in each, a choice that stays, dates and numbers as each writes them, and files for
//! other programs that are the same in all.

use std::collections::BTreeSet;
use std::path::Path;

use app::{App, ExportFormat, Language, NewEvent, ReportRequest, speak, text};

use crate::advice::{person, stories};
use crate::place::{Place, key, with_days};

const FILE: &[u8] = include_bytes!("../../../../fixtures/people/ilse/record.json");

/// Rule, how soon, and pages of every advice, in order.
fn what_is_advised(app: &mut App) -> Vec<(String, bool, bool, Vec<String>)> {
    let all = app.answers().unwrap().advice.advice;
    all.into_iter()
        .map(|one| {
            let links = one.links.into_iter().map(|(address, _)| address).collect();
            (one.id, one.is_now, one.is_urgent, links)
        })
        .collect()
}

#[test]
fn the_same_record_gets_the_same_advice_in_every_language() {
    for story in &stories() {
        let (_place, mut app) = person(story);
        let mut seen: Vec<_> = Vec::new();
        let mut titles = BTreeSet::new();
        for language in Language::ALL {
            let _speaking = speak(language);
            let today = app.today().unwrap();
            titles.extend(today.advice.as_ref().map(|advice| advice.title.clone()));
            seen.push((
                what_is_advised(&mut app),
                today.advice.map(|advice| advice.id),
                today.stands_alone,
            ));
        }
        for other in &seen[1..] {
            assert_eq!(other, &seen[0], "{}", story.name);
        }
        assert!(
            titles.is_empty() || titles.len() == Language::ALL.len(),
            "{titles:?}"
        );
    }
}

#[test]
fn a_choice_is_kept_in_the_record_and_beside_it() {
    let (place, mut app) = Place::begun();
    assert_eq!(app.language_choice().get(), None);
    assert!(!place.data().join("notes.language").exists());
    app.choose_language("de").unwrap();
    assert_eq!(
        std::fs::read(place.data().join("notes.language")).unwrap(),
        b"de"
    );
    assert_eq!(
        place.app().language_choice().get(),
        Some(Language::German),
        "while it is locked"
    );
    app.lock();
    // The file is gone, as after bringing back a back-up: the record knows.
    std::fs::remove_file(place.data().join("notes.language")).unwrap();
    let mut app = place.app();
    assert_eq!(app.language_choice().get(), None);
    app.unlock(None).unwrap();
    assert_eq!(app.language_choice().get(), Some(Language::German));
    app.lock();
    // Chosen while it is locked, it goes into the record that is opened next.
    app.choose_language("es").unwrap();
    app.unlock(None).unwrap();
    assert_eq!(app.language_choice().get(), Some(Language::Spanish));
    app.lock();
    assert_eq!(
        place.again().language_choice().get(),
        Some(Language::Spanish)
    );
    assert!(app.choose_language("fi").is_err());
    assert!(
        app.choose_language("en-XA").is_err(),
        "that one is for looking only"
    );
    // A run in another language keeps nothing.
    let choice = app.language_choice();
    choice.only_now(Language::Pseudo);
    assert_eq!(choice.get(), Some(Language::Pseudo));
    assert_eq!(place.app().language_choice().get(), Some(Language::Spanish));
    // Whoever begins a record in a language keeps it.
    let place = Place::new();
    let mut app = place.app();
    let _german = speak(Language::German);
    app.read_safety();
    app.choose_key(None).unwrap();
    assert_eq!(place.app().language_choice().get(), Some(Language::German));
}

#[test]
fn a_deleted_record_leaves_no_language_behind() {
    let (place, mut app) = Place::begun();
    app.choose_language("de").unwrap();
    app.lock();
    store::Folder::at(place.data()).erase().unwrap();
    assert!(!place.data().join("notes.language").exists());
}

/// Every day, number and hour that a page of the record shows, as one text.
fn time_words(language: Language) -> String {
    let (_place, mut app) = with_days();
    let _speaking = speak(language);
    let view = app.time().unwrap();
    format!("{view:?}")
}

#[test]
fn days_are_written_as_each_language_writes_them() {
    let german = time_words(Language::German);
    let spanish = time_words(Language::Spanish);
    let english = time_words(Language::English);
    assert!(english.contains("1 Mar"), "{english}");
    assert!(german.contains("1. März"), "{german}");
    assert!(spanish.contains("1 mar"), "{spanish}");
    for words in [&german, &spanish] {
        assert!(
            !words.contains("1 Mar ") && !words.contains("Mon 2"),
            "{words}"
        );
    }
}

#[test]
fn numbers_have_the_comma_of_the_language_and_a_real_minus() {
    for (language, expected) in [
        (Language::English, "0.0500"),
        (Language::German, "0,0500"),
        (Language::Spanish, "0,0500"),
    ] {
        let place = Place::new();
        let mut app = App::example(place.data(), place.clock(), FILE).unwrap();
        let _speaking = speak(language);
        let answers = app.answers().unwrap();
        let numbers: Vec<String> = (answers.cards.iter())
            .flat_map(|card| card.numbers.clone())
            .map(|(_, number)| number)
            .collect();
        let separator = expected.chars().nth(1).unwrap();
        let has = |mark: char| {
            numbers.iter().any(|number| {
                let mut ends = number.split(mark);
                let (whole, decimals) = (ends.next().unwrap(), ends.next());
                whole == "0"
                    && decimals
                        .is_some_and(|d| d.len() == 4 && d.bytes().all(|b| b.is_ascii_digit()))
            })
        };
        assert!(has(separator), "{language:?}: {numbers:?}");
        assert!(
            !has(if separator == '.' { ',' } else { '.' }),
            "{language:?}: {numbers:?}"
        );
    }
}

#[test]
fn files_for_other_programs_are_the_same_in_every_language() {
    let place = Place::new();
    let mut app = App::example(place.data(), place.clock(), FILE).unwrap();
    let mut made = Vec::new();
    for language in Language::ALL {
        let _speaking = speak(language);
        made.push((
            app.answers_json(None).unwrap(),
            app.scores_json().unwrap(),
            app.experiments_json(None).unwrap(),
            app.fhir().unwrap(),
            app.report_document(&ReportRequest::default()).unwrap(),
            app::fhir_files().unwrap(),
            app.export(ExportFormat::Csv).unwrap(),
            app.export(ExportFormat::Json).unwrap(),
        ));
        assert_eq!(
            app::spoken(),
            language,
            "and the person is spoken to as before"
        );
    }
    for other in &made[1..] {
        assert!(other == &made[0]);
    }
}

#[test]
fn the_page_for_a_doctor_is_in_the_language_of_the_person() {
    let place = Place::new();
    let mut app = App::example(place.data(), place.clock(), FILE).unwrap();
    let mut titles = BTreeSet::new();
    for language in Language::KNOWN {
        let _speaking = speak(language);
        titles.insert(app.report().unwrap().sheet.title);
        let pdf = app.report_pdf(&ReportRequest::default()).unwrap();
        let tag = format!("/Lang ({})", language.code());
        let has_tag = pdf.windows(tag.len()).any(|bytes| bytes == tag.as_bytes());
        let spaceless = tag.replace(' ', "");
        let has_spaceless = pdf
            .windows(spaceless.len())
            .any(|b| b == spaceless.as_bytes());
        assert!(has_tag || has_spaceless, "{tag}");
    }
    assert_eq!(titles.len(), 3, "{titles:?}");
}

#[test]
fn a_word_of_the_list_is_the_same_event_in_whatever_language_it_was_typed() {
    let (place, mut app) = Place::begun();
    let word = {
        let _german = speak(Language::German);
        let list = content::events().unwrap();
        list.events
            .iter()
            .find(|event| event.id == "self_harm")
            .or(list.events.iter().find(|e| e.is_sensitive))
            .unwrap()
            .word
            .clone()
    };
    let event = NewEvent {
        key: key(1),
        day: "2026-03-01".to_owned(),
        label: word.clone(),
        clock: "12:00".to_owned(),
        until: String::new(),
        is_sensitive: false,
    };
    app.event(&event).unwrap();
    let record = place.record();
    let kept = record.facts().iter().find_map(|fact| match &fact.body {
        record::FactBody::Event(event) => Some(event.clone()),
        _ => None,
    });
    let kept = kept.unwrap();
    assert_ne!(kept.label.as_str(), word, "kept under its id");
    assert!(kept.is_sensitive, "and the list knows that it is private");
}

#[test]
fn what_a_person_wrote_is_shown_as_it_was_written() {
    let (_place, mut app) = Place::begun();
    let own = "Mon 2 Mar: 38.5 points, \u{201c}ok\u{201d}";
    app.note(&key(1), own, None).unwrap();
    for language in Language::ALL {
        let _speaking = speak(language);
        assert!(
            format!("{:?}", app.day().unwrap()).contains("38.5 points"),
            "{language:?}"
        );
    }
}

#[test]
fn a_trouble_is_said_in_the_language_and_every_sentence_of_the_list_is_in_the_code() {
    let mut files = Vec::new();
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for room in [
        "record",
        "exchange",
        "store",
        "calibration",
        "app",
        "web",
        "thawline",
    ] {
        crate::texts::rust_files(&top.join("crates").join(room).join("src"), &mut files);
    }
    let code: String = files
        .iter()
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    // A long sentence may be broken over lines, and an unnamed value has a number.
    let flat = |text: &str| {
        text.split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .replace("\\ ", "")
            .replace("\\\"", "\"")
            .replace("\\u{201c}", "\u{201c}")
            .replace("\\u{201d}", "\u{201d}")
    };
    // What a call does stands beside its words as documentation, of which clap makes help.
    let code = flat(&code).replace(" /// ", " ");
    let list = content::troubles().unwrap();
    let stale: Vec<_> = (list.sentences.iter())
        // The system and libraries have words of their own, which stand in no code here.
        .filter(|(id, _)| !id.starts_with("of-others-"))
        .map(|(_, sentence)| sentence)
        .filter(|sentence| {
            // Marks around a value may stand somewhere else in the code.
            let bare = |piece: &str| {
                flat(piece)
                    .trim_matches([' ', ':', ';', ',', '(', ')'])
                    .to_owned()
            };
            let mut pieces = sentence.split(['{', '}']).step_by(2).map(bare);
            !pieces.all(|piece| code.contains(&piece))
        })
        .collect();
    assert!(stale.is_empty(), "nobody says {stale:?}");
    let _german = speak(Language::German);
    let (_place, mut app) = Place::begun();
    let trouble = app.note(&key(1), " ", None).unwrap_err();
    assert_ne!(app::said(&trouble.what), trouble.what);
    assert_ne!(text("title"), "Notes");
}

/// The words in quotes of a piece of code, with values as `{}`.
fn quoted(code: &str) -> Vec<String> {
    let code = code.replace("\\\"", "\u{1}");
    let pieces = code.split('"').skip(1).step_by(2);
    pieces
        .map(|piece| with_bare_values(&piece.replace('\u{1}', "\"")))
        .collect()
}

/// A sentence with `{}` wherever a value stands, on one line.
fn with_bare_values(sentence: &str) -> String {
    let mut out = String::new();
    for (idx, piece) in sentence.split(['{', '}']).enumerate() {
        out.push_str(if idx % 2 == 0 { piece } else { "{}" });
    }
    let words: Vec<_> = out
        .split_whitespace()
        .filter(|word| *word != "\\")
        .collect();
    words.join(" ")
}

#[test]
fn every_reason_that_a_reader_or_the_disk_gives_is_on_the_list_for_other_languages() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for room in ["record", "exchange", "store", "web"] {
        crate::texts::rust_files(&top.join("crates").join(room).join("src"), &mut files);
    }
    let list = content::troubles().unwrap();
    let known: BTreeSet<String> = (list.sentences.values())
        .map(|sentence| with_bare_values(sentence))
        .collect();
    let (mut n_seen, mut missing) = (0, Vec::new());
    for path in files {
        // Rules of scores stand in this program's own files, never in one that is brought.
        if path.ends_with("record/src/scoring.rs") {
            continue;
        }
        let code = std::fs::read_to_string(&path).unwrap();
        // Where a reason begins, and where it has ended.
        for (begin, end) in [
            ("#[error(", ")]"),
            ("fn hint(", "\n    }\n"),
            ("reject(", ");"),
            ("let words = (", ");"),
            (".unknown(", ");"),
        ] {
            for piece in code.split(begin).skip(1) {
                let piece = piece.split(end).next().unwrap_or_default();
                for words in quoted(piece) {
                    // Names of columns have no space; an error that is another one has no words.
                    let is_sentence =
                        words.contains(' ') && words.chars().any(|c| c.is_lowercase());
                    let is_bare = [
                        "{}: {}",
                        "{} {}: {}",
                        "{}",
                        "time of day",
                        "Better than before",
                    ]
                    .contains(&words.as_str());
                    if is_sentence && !is_bare {
                        n_seen += 1;
                        if !known.contains(&words) {
                            missing.push(format!("{}: {words}", path.display()));
                        }
                    }
                }
            }
        }
    }
    assert!(n_seen > 250, "{n_seen} reasons were found");
    assert!(
        missing.is_empty(),
        "not on the list:\n{}",
        missing.join("\n")
    );
}
