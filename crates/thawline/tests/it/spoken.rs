//! The command line answers in the language of the person: nothing of its own is left in English.

use std::process::Stdio;

use super::place::{Place, Said};

/// What a call says where the surroundings ask for `language`.
fn said_in(place: &Place, language: &str, words: &[&str]) -> Said {
    // The one for looking at pages can be asked for, and no machine speaks it.
    let asked: &[&str] = match language {
        "en-XA" => &["--language", language],
        _ => &[],
    };
    let mut call = place.command(&[asked, words].concat());
    call.env("LANG", language);
    call.stdin(Stdio::null()).output().unwrap().into()
}

/// Words without an accent in the language for looking: they come from no text. What a call names itself is
/// no word of ours: files, places, flags, what stands in quotes, and marks of a file.
fn plain(said: &str, given: &[&str]) -> Vec<String> {
    let (mut outside, mut closing) = (String::new(), None);
    let mut before = ' ';
    for letter in said.chars() {
        match (closing, letter) {
            (Some(end), found) if found == end => closing = None,
            (Some(_), _) => {}
            (None, '"') => closing = Some('"'),
            (None, '\u{201c}') => closing = Some('\u{201d}'),
            // A piece of a map, as it is to be written.
            (None, '{') => closing = Some('}'),
            // In the middle of a word it is an apostrophe.
            (None, '\'') if !before.is_alphanumeric() => closing = Some('\''),
            (None, other) => outside.push(other),
        }
        before = letter;
    }
    let is_ours = |word: &&str| {
        let word = word.trim_matches(['\u{27e6}', '\u{27e7}', ':', ',', ';', '.', ']']);
        let is_place = word.contains('/') || given.contains(&word) || word.ends_with(".csv");
        let is_mark = word.chars().all(|c| c.is_ascii_hexdigit());
        // Items and parts of a map by their names, and countries by their two letters.
        let is_name = word.contains(['_', '.']) || word.chars().all(|c| c.is_ascii_uppercase());
        !is_place && !is_mark && !is_name && word.chars().any(|c| c.is_ascii_alphabetic())
    };
    let words = outside.split_whitespace();
    words.filter(is_ours).map(str::to_owned).collect()
}

const MAP: &str = "time = { column = \"when\", zone = \"Europe/Berlin\" }\n\n[outcome]\ncolumn = \"numb\"\n\
                   scale = { min = 0, max = 100 }\npolarity = \"higher_is_more_numb\"\n";

/// Files that are brought in, good ones and others, and where something is put.
struct Files {
    good: String,
    wrong: String,
    torn: String,
    mixed: String,
    map: String,
    bad_map: String,
    zip: String,
    empty: String,
    stick: String,
    back: String,
    out: String,
}

impl Files {
    fn new(place: &Place) -> Self {
        let inside = |name: &str| place.path().join(name).to_str().unwrap().to_owned();
        std::fs::create_dir(inside("stick")).unwrap();
        Self {
            good: place.file(
                "good.csv",
                "when,numb\n2026-03-01 09:00,40\n2026-03-02 09:00,50\n",
            ),
            wrong: place.file(
                "wrong.csv",
                "when,numb\n2026-03-01 09:00,abc\n2026-13-02,500\n,7\n",
            ),
            mixed: place.file(
                "mixed.csv",
                "when,numb\n2026-03-01 09:00,40\n2026-03-02 09:00,abc\n",
            ),
            torn: place.file("torn.json", "{\"schema\":\"thawline.record/1\","),
            map: place.file("map.toml", MAP),
            bad_map: place.file("bad.toml", MAP.replace("min = 0", "min = 200")),
            zip: place.file("torn.zip", b"PK\x03\x04 and no more"),
            empty: place.file("empty.csv", ""),
            stick: inside("stick"),
            back: inside("back.age"),
            out: inside("out.json"),
        }
    }

    /// Calls one after another, as a person makes them, right and wrong.
    fn calls(&self) -> Vec<Vec<&str>> {
        vec![
            vec!["frobnicate"],
            vec!["log", "--frob"],
            vec!["log", "40", "--note"],
            vec!["serve", "--port", "x"],
            vec!["completions", "tcsh"],
            vec!["report"],
            vec!["experiment"],
            vec!["import", "x", "--list"],
            vec!["doctor"],
            vec!["log"],
            vec!["log", "400"],
            vec!["log", "40", "--item", "x"],
            vec!["log", "40"],
            vec!["import", &self.wrong, "--map", &self.map, "--dry-run"],
            vec!["import", &self.wrong, "--map", &self.map],
            vec!["import", &self.good],
            vec!["import", &self.good, "--map", &self.bad_map],
            vec!["import", &self.good, "--map", &self.map, "--dry-run"],
            vec!["import", &self.good, "--map", &self.map],
            vec!["import", &self.good, "--map", &self.map],
            vec!["import", &self.torn],
            vec!["import", &self.zip],
            vec!["import", &self.empty],
            vec!["import", "/nowhere/at-all"],
            vec!["import", "--list"],
            vec!["import", "--undo", "none"],
            vec!["import", "--undo", "good.csv"],
            vec!["doctor"],
            vec!["backup"],
            vec!["backup", "--to", "/nowhere/at-all"],
            vec!["backup", "--to", &self.stick],
            vec!["backup", "--to", &self.stick, "--every", "week"],
            vec!["backup", &self.back],
            vec!["backup", &self.back],
            vec!["restore", &self.back],
            vec!["restore", &self.good],
            vec!["restore", "/nowhere/at-all"],
            vec!["doctor", "--prove-restore"],
            vec!["export", "--as", "json", "--out", &self.out],
            vec!["export", "--as", "json", "--out", &self.out],
            vec!["export", "--as", "poem", "--out", "/nowhere/at-all"],
            vec!["experiment", "result", "7"],
            vec!["search"],
            vec!["remind"],
            vec!["forget", "--from", "2026-03-02", "--to", "2026-03-01"],
            vec!["forget", "--from", "2026-03-01", "--to", "2026-03-02"],
            vec!["answers", "--question", "poem"],
            vec!["help-now", "nowhere"],
            vec!["analyse", &self.mixed, "--map", &self.map],
            vec!["analyse", &self.wrong, "--map", &self.map],
            vec![
                "calibrate",
                "--records",
                "1",
                "--days",
                "30",
                "--candidates",
                "5",
            ],
            vec!["calibrate", "--records", "0"],
            vec!["calibrate", "--twin", "--records", "1"],
            vec!["uninstall", "--keep-data"],
            vec!["forget", "--everything"],
        ]
    }
}

#[test]
fn no_word_of_a_call_is_left_in_english() {
    let place = Place::new();
    let files = Files::new(&place);
    let calls = files.calls();
    let given = [
        "UTC",
        "good.csv",
        "table",
        "now",
        "course",
        "triggers",
        "flickers",
        "poem",
        "x",
        "nowhere",
        "tension=40",
        "numb",
        // An option by its name.
        "records",
    ];
    let mut found = Vec::new();
    let mut n_said = 0;
    for words in &calls {
        let said = said_in(&place, "en-XA", words);
        for text in [&said.out, &said.err] {
            n_said += usize::from(!text.is_empty());
            // What stands before a colon is the name of the program.
            let text = text.replace("thawline: ", "").replace(": rm '", ": '");
            // Words of a library, which German and Spanish leave out.
            let text = text
                .replace("Could not find EOCD", "")
                .replace("a value", "");
            for word in plain(&text, &given) {
                found.push(format!("{words:?}: {word} in {text}"));
            }
        }
    }
    assert!(n_said > 40, "{n_said} answers");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn an_import_with_wrong_rows_is_told_in_german_and_in_spanish() {
    let place = Place::new();
    let wrong = place.file(
        "wrong.csv",
        "when,numb\n2026-03-01 09:00,abc\n2026-03-02 09:00,500\n",
    );
    let map = place.file("map.toml", MAP);
    let call = ["import", &wrong, "--map", &map];
    let german = said_in(&place, "de_DE.UTF-8", &call).refused(2);
    for words in [
        "Zeile 2, Spalte \"numb\": \"abc\" ist keine Zahl; berichtige die Zelle oder lass sie leer",
        "auch Zeile 3, Spalte \"numb\": \"500\" liegt außerhalb von: 0 bis 100",
        "nichts wurde geändert: eine Datei wird ganz genommen oder gar nicht",
    ] {
        assert!(german.contains(words), "{words}\n{german}");
    }
    let spanish = said_in(&place, "es_ES.UTF-8", &call).refused(2);
    for words in [
        "línea 2, columna \"numb\": \"abc\" no es un número; corrige la celda o déjala vacía",
        "también línea 3, columna \"numb\": \"500\" está fuera de: 0 a 100",
    ] {
        assert!(spanish.contains(words), "{words}\n{spanish}");
    }
    for none in ["C", "POSIX", "fr_FR.UTF-8"] {
        let said = said_in(&place, none, &call).refused(2);
        assert!(said.contains("\"abc\" is not a number"), "{none}: {said}");
    }
}

/// The names below a heading of help.
fn names(help: &str, heading: &str) -> Vec<String> {
    let below = help.lines().skip_while(|line| *line != heading).skip(1);
    below
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

/// Every call that has help, as its words.
fn calls_with_help(place: &Place) -> Vec<Vec<String>> {
    let help = place.run(&["--help"]).done();
    let mut calls: Vec<Vec<String>> = vec![Vec::new()];
    calls.extend(names(&help, "Commands:").into_iter().map(|name| vec![name]));
    let experiment = place.run(&["experiment", "--help"]).done();
    let below = names(&experiment, "Commands:").into_iter();
    calls.extend(below.map(|name| vec!["experiment".to_owned(), name]));
    calls.push(vec!["manual-pages".to_owned()]);
    calls
}

fn help_in(place: &Place, language: &str, call: &[String]) -> String {
    let words: Vec<&str> = call.iter().map(String::as_str).collect();
    // Help of `help` is asked for by name.
    let asked = match words.as_slice() {
        [before @ .., "help"] => [before, &["help", "help"]].concat(),
        words => [words, &["--help"]].concat(),
    };
    said_in(place, language, &asked).done()
}

#[test]
fn no_word_of_help_is_left_in_english() {
    let place = Place::new();
    let calls = calls_with_help(&place);
    assert!(calls.len() > 28, "{} calls", calls.len());
    let names: Vec<&str> = calls.iter().flatten().map(String::as_str).collect();
    let given = [&names[..], &["thawline", "a4"]].concat();
    let is_flag = |word: &String| word.trim_start_matches(['<', '[']).starts_with('-');
    for call in &calls {
        let help = help_in(&place, "en-XA", call);
        let mut found = plain(&help, &given);
        found.retain(|word| !is_flag(word));
        assert!(found.is_empty(), "{call:?}: {found:?} in\n{help}");
    }
    assert!(!place.data().exists());
}

#[test]
fn a_call_with_a_wrong_word_is_refused_in_german_and_in_english() {
    let place = Place::new();
    let german = said_in(&place, "de_DE.UTF-8", &["report", "--frob"]).refused(2);
    assert!(
        german.contains("'--frob' ist hier nicht bekannt"),
        "{german}"
    );
    let german = said_in(&place, "de_DE.UTF-8", &["report"]).refused(2);
    assert!(german.contains("es fehlt: '--out <DATEI.pdf>'"), "{german}");
    let english = said_in(&place, "C", &["report", "--frob"]).refused(2);
    assert!(
        english.contains("unexpected argument '--frob'"),
        "{english}"
    );
    assert!(!place.data().exists());
}

#[test]
fn help_in_german_and_spanish_differs_in_every_line_and_in_no_name() {
    let place = Place::new();
    let told = |help: &str| -> Vec<String> {
        let lines = help
            .lines()
            .filter_map(|line| line.trim().rsplit("  ").next());
        let has_words = |line: &&str| line.chars().any(char::is_lowercase);
        lines.filter(has_words).map(str::to_owned).collect()
    };
    let flags = |help: &str| -> Vec<String> {
        let words = help
            .split_whitespace()
            .filter(|word| word.starts_with("--"));
        words
            .map(|word| word.trim_end_matches([',', ']']).to_owned())
            .collect()
    };
    for call in calls_with_help(&place) {
        let english = help_in(&place, "C", &call);
        assert!(!told(&english).is_empty(), "{english}");
        for language in ["de_DE.UTF-8", "es_ES.UTF-8"] {
            let other = help_in(&place, language, &call);
            // What clap says of its own `help` is longer where it is asked for all of it.
            if call.last().is_none_or(|name| name != "help") {
                assert_eq!(flags(&other), flags(&english), "{other}");
            }
            let same: Vec<_> = told(&other)
                .into_iter()
                .filter(|line| told(&english).contains(line))
                .collect();
            assert!(same.is_empty(), "{language} {call:?}: {same:?}");
        }
    }
}

#[test]
fn help_speaks_as_the_call_asks_then_as_the_record_does() {
    let place = Place::new();
    let help = |words: &[&str]| said_in(&place, "de_DE.UTF-8", words);
    assert!(
        help(&["log", "--help"])
            .done()
            .contains("Aufruf: thawline log")
    );
    for asked in [
        &["--language", "es", "log", "-h"][..],
        &["--language=es", "help", "log"],
    ] {
        assert!(
            help(asked).done().contains("Uso: thawline log"),
            "{asked:?}"
        );
    }
    // Who asks for help in a language that is not here gets help.
    assert!(
        help(&["--language", "tlh", "-h"])
            .done()
            .contains("Aufruf:")
    );
    assert!(!place.data().exists());
    std::fs::create_dir(place.data()).unwrap();
    std::fs::write(place.data().join("notes.language"), "es").unwrap();
    assert!(help(&["--help"]).done().contains("Uso: thawline"));
}

/// What a proposed map says to the person: what stands behind the mark of a comment.
fn comments(map: &str) -> String {
    let behind = map
        .lines()
        .filter_map(|line| line.split_once("# "))
        .map(|(_, said)| said.trim());
    behind.collect::<Vec<_>>().join("\n")
}

#[test]
fn no_word_of_a_proposed_map_is_left_in_english_and_it_is_still_one() {
    let place = Place::new();
    let tables = [
        "id,at,clock_,mark_,felt_,same_,text_,none_\n1,13/08/2012,9:05,NA,1,a,b,\n2,14/08/2012,9:06,2.5,2,a,c,\n",
        "at_,felt_\n08/13/2012,1\n08/14/2012,2\n",
        "at_,felt_\n03/04/2012,1\n05/06/2012,x\n",
        "at_,felt_\n13/08/2012,1\n08/14/2012,2\n",
        "day,beep,felt_\n1,1,4\n1,2,5\n2,1,6\n",
        "felt_\n4\n5\n",
    ];
    let given = [
        "id", "at", "day", "beep", "analyse", "--id", "--map", "zone", "start", "column", "scale",
        "polarity", "[[dose", "medicine", "unit",
    ];
    for (idx, table) in tables.iter().enumerate() {
        let file = place.file(&format!("table-{idx}.csv"), table);
        let call = ["import", file.as_str(), "--propose"];
        let english = said_in(&place, "C", &call).out;
        let looked = said_in(&place, "en-XA", &call).out;
        // The name of a call, and of the program in it.
        let said = comments(&looked).replace("thawline ", "");
        assert_eq!(plain(&said, &given), Vec::<String>::new(), "{looked}");
        let german = said_in(&place, "de_DE.UTF-8", &call).out;
        let bare = |map: &str| {
            let lines = map
                .lines()
                .map(|line| line.split("# ").next().unwrap_or_default().trim());
            lines.map(str::to_owned).collect::<Vec<_>>()
        };
        for map in [&looked, &german] {
            assert_eq!(bare(&english), bare(map), "{map}");
        }
        for (ours, theirs) in comments(&english).lines().zip(comments(&german).lines()) {
            assert_ne!(ours, theirs, "{german}");
        }
    }
}
