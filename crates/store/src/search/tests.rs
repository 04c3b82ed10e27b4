//! Words are found as a person types them, and what is gone is gone from every page, the index
//! included.

#![allow(clippy::unwrap_used, clippy::panic)] // A failed test stops here.

use record::{Fact, FactBody, FactKey, ImportFile, Moment, Note, Profile, Source, Zone};
use rusqlite::MAIN_DB;

use super::*;
use crate::{Folder, Secret};

struct Place(std::path::PathBuf);

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn record(name: &str) -> (Place, Store) {
    let path = std::env::temp_dir().join(format!("thaw-search-{name}-{}", std::process::id()));
    let profile = Profile::new(Zone::utc());
    let (store, _) = Store::create(&Folder::at(&path), Secret::KeyFile, &profile).unwrap();
    (Place(path), store)
}

fn at(seconds: i64) -> Moment {
    Moment::from_unix_seconds(1_772_442_000 + seconds, &Zone::utc()).unwrap()
}

fn key(number: u16) -> FactKey {
    let mut bytes = [7; 16];
    bytes[..2].copy_from_slice(&number.to_be_bytes());
    FactKey::from_bytes(bytes)
}

fn note(number: u16, words: &str, source: Source) -> Fact {
    Fact {
        key: key(number),
        moment: at(i64::from(number) * 60),
        recorded_at: at(i64::from(number) * 60),
        source,
        body: FactBody::Note(Note::new(words).unwrap()),
    }
}

fn write(store: &mut Store, number: u16, words: &str) {
    let facts = [note(number, words, Source::ByHand)];
    store.append(&facts, &[], None).unwrap();
}

/// The numbers of the notes that are found, in order.
fn found(store: &Store, words: &str) -> Vec<FactKey> {
    let found = store.search_notes(words, 50).unwrap();
    assert_eq!(found.n_all, found.notes.len());
    found.notes.iter().map(|note| note.key).collect()
}

#[test]
fn notes_are_found_by_beginnings_of_words_in_any_case_and_without_accents() {
    let (_place, mut store) = record("words");
    for (number, words) in [
        (1, "Über den Fluss: a heron, gray"),
        (2, "The Heron came back. Café again"),
        (3, "nothing at all (don't ask)"),
    ] {
        write(&mut store, number, words);
    }
    for (words, expected) in [
        ("heron", vec![2, 1]),
        ("HER", vec![2, 1]),
        ("uber", vec![1]),
        ("über fluß", vec![]),
        ("cafe", vec![2]),
        ("gra her", vec![1]),
        ("eron", vec![]),
        ("don't", vec![3]),
        ("all AND nothing", vec![]),
        ("nothing -all", vec![3]),
        ("words:heron", vec![]),
        ("heron*", vec![2, 1]),
        ("\"heron\" NEAR(", vec![]),
        ("?!", vec![]),
        ("", vec![]),
    ] {
        let expected: Vec<FactKey> = expected.into_iter().map(key).collect();
        assert_eq!(found(&store, words), expected, "{words}");
    }
    let newest = store.search_notes("heron", 1).unwrap();
    assert_eq!((newest.n_all, newest.notes.len()), (2, 1));
    let hit = |words: &str, is_hit| SnippetPart {
        words: words.to_owned(),
        is_hit,
    };
    let expected = [
        hit("The ", false),
        hit("Heron", true),
        hit(" came back. Café again", false),
    ];
    assert_eq!(newest.notes[0].snippet, expected);
    assert_eq!(newest.notes[0].moment, at(120));
}

/// Any text whatever is a question, never an error.
#[test]
fn no_signs_are_too_strange_to_look_for() {
    let (_place, mut store) = record("signs");
    write(&mut store, 1, "a heron");
    for words in [
        "'",
        "\"",
        "\"\"\"a",
        "a^b",
        "a+b",
        "{a}",
        "a:b",
        "(a",
        "a)",
        "*",
        "**a",
        "-",
        "NOT",
        "AND a",
        "a OR",
        "NEAR(a b, 2)",
        "\0a",
        "a\u{301}",
        "\u{301}",
        "ß",
        "日本",
        "𝒂",
        "a%",
        "a;--",
        "\u{2}a\u{3}",
    ] {
        store.search_notes(words, 50).unwrap();
    }
    let long = "a".repeat(100_000);
    store.search_notes(&long, 50).unwrap();
    store.search_notes(&"a ".repeat(100_000), 50).unwrap();
}

/// Every page of the file as it is under its lock: also free ones, and what a page does not use.
fn pages(store: &mut Store) -> Vec<u8> {
    crate::connection::checkpoint(store.connection()).unwrap();
    store.connection_mut().serialize(MAIN_DB).unwrap().to_vec()
}

/// The words whose letters, six at a time, stand anywhere in the pages.
fn left<'w>(store: &mut Store, words: &'w [String]) -> Vec<&'w str> {
    let pages = pages(store).to_ascii_lowercase();
    let known: std::collections::HashSet<&[u8]> = pages.windows(6).collect();
    let stands = |word: &&String| word.as_bytes().windows(6).any(|six| known.contains(six));
    words.iter().filter(stands).map(String::as_str).collect()
}

/// How many notes have a word in the index that begins like this, taken out or not.
fn n_indexed(store: &Store, begin: &str) -> i64 {
    let connection = store.connection();
    connection
        .execute_batch(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.every_word USING fts5vocab (main, note_index, row);",
        )
        .unwrap();
    let sql = "SELECT coalesce(sum(doc), 0) FROM every_word WHERE term GLOB ?1 || '*'";
    (connection.query_row(sql, [begin], |row| row.get(0))).unwrap()
}

/// A word that shares no six letters with another one.
fn canary(number: u16) -> String {
    let letter = |n: u16| char::from(b'a' + u8::try_from(n % 26).unwrap());
    let begin: String = [number / 5, number * 7 + 3, number * 11 + 5, number / 3 + 9]
        .into_iter()
        .map(letter)
        .collect();
    format!("{begin}zq{number:03}xq{begin}")
}

/// A word of the notes that stay.
fn other(number: u32) -> String {
    format!("w{:x}", number.wrapping_mul(2_654_435_761))
}

/// A record with many notes of many words, some of which hold a canary.
fn full(name: &str, source: &Source, file: Option<&ImportFile>) -> (Place, Store, Vec<String>) {
    let (place, mut store) = record(name);
    let mut canaries = Vec::new();
    for batch in 0..20u16 {
        let facts: Vec<Fact> = (batch * 40..(batch + 1) * 40)
            .map(|number| {
                let words: Vec<String> =
                    (0..12).map(|n| other(u32::from(number) * 12 + n)).collect();
                let mut words = words.join(" ");
                let has_canary = number % 10 == 3;
                if has_canary {
                    canaries.push(canary(number));
                    words.push_str(&format!(" {}", canary(number)));
                }
                let source = if has_canary {
                    source.clone()
                } else {
                    Source::ByHand
                };
                note(number, &words, source)
            })
            .collect();
        store.append(&facts, &[], file).unwrap();
    }
    assert_eq!(canaries.len(), 80);
    assert_eq!(
        left(&mut store, &canaries).len(),
        80,
        "the search finds them"
    );
    (place, store, canaries)
}

fn canary_keys() -> Vec<FactKey> {
    (0..800).filter(|n| n % 10 == 3).map(key).collect()
}

fn expect_gone(store: &mut Store, canaries: &[String]) {
    assert_eq!(left(store, canaries), Vec::<&str>::new());
    for word in canaries {
        assert_eq!(n_indexed(store, word), 0);
        assert!(found(store, word).is_empty());
    }
    assert_eq!(found(store, &other(1)), [key(0)]);
    assert!(store.check().unwrap().is_whole());
}

#[test]
fn a_word_that_was_taken_out_is_in_no_index_and_comes_back_with_its_note() {
    let (_place, mut store, canaries) = full("withdrawn", &Source::ByHand, None);
    for one in canary_keys() {
        assert!(store.withdraw(one, &at(100_000)).unwrap());
    }
    for word in &canaries {
        assert_eq!(n_indexed(&store, word), 0, "{word}");
        assert!(found(&store, word).is_empty());
    }
    for one in canary_keys() {
        assert!(store.put_back(one).unwrap());
    }
    for word in &canaries {
        assert_eq!(found(&store, word).len(), 1, "{word}");
    }
    for one in canary_keys() {
        store.withdraw(one, &at(100_000)).unwrap();
    }
    assert_eq!(store.expire_removed(&at(100_000)).unwrap(), 0);
    assert_eq!(store.expire_removed(&at(100_001)).unwrap(), 80);
    expect_gone(&mut store, &canaries);
}

#[test]
fn a_forgotten_word_is_nowhere_in_the_pages() {
    let (_place, mut store, canaries) = full("forgotten", &Source::ByHand, None);
    // Some were taken out before, some were not.
    for one in canary_keys().iter().step_by(3) {
        store.withdraw(*one, &at(100_000)).unwrap();
    }
    assert_eq!(store.forget(&canary_keys(), (0, 0)).unwrap(), 80);
    expect_gone(&mut store, &canaries);
}

#[test]
fn the_words_of_a_file_that_was_taken_back_are_nowhere_in_the_pages() {
    let file = ImportFile {
        digest: [9; 32],
        name: "diary".to_owned(),
        format: "table".to_owned(),
        imported_at: at(0),
    };
    let source = Source::Import {
        file: file.digest,
        line: 1,
    };
    let (_place, mut store, canaries) = full("file", &source, Some(&file));
    assert_eq!(
        store.withdraw_import(&file.digest, &at(100_000)).unwrap(),
        80
    );
    for word in &canaries {
        assert_eq!(n_indexed(&store, word), 0, "{word}");
    }
    let files = store.removed_files().unwrap();
    assert_eq!((files.len(), files[0].n_facts), (1, 80));
    assert_eq!(store.removed(10).unwrap().0, 0);
    let again = store.put_back_import(&file.digest, &at(100_000)).unwrap();
    assert_eq!(again, 80);
    assert_eq!(found(&store, &canaries[0]).len(), 1);
    store.withdraw_import(&file.digest, &at(100_000)).unwrap();
    let keys = store
        .removed_keys_of_file(&file.digest, files[0].at)
        .unwrap();
    assert_eq!(store.forget(&keys, (0, 0)).unwrap(), 80);
    expect_gone(&mut store, &canaries);
    assert!(store.imports().unwrap().is_empty());
}

#[test]
fn what_is_written_anew_is_found_by_its_new_words_alone() {
    let (_place, mut store) = record("anew");
    write(&mut store, 1, "a heron by the canal");
    let new = note(1, "an egret by the canal", Source::ByHand);
    store.append_or_amend(&new, &[]).unwrap();
    assert_eq!(n_indexed(&store, "heron"), 0);
    assert_eq!(found(&store, "egret"), [key(1)]);
    let newer = note(1, "a stork by the canal", Source::ByHand);
    store
        .change_keeping(&newer, &[], (key(2), &at(99)))
        .unwrap();
    assert_eq!(n_indexed(&store, "egret"), 0);
    assert_eq!(found(&store, "canal"), [key(1)]);
    let (n_removed, removed) = store.removed(10).unwrap();
    assert_eq!(
        (n_removed, removed[0].fact.key, removed[0].at),
        (1, key(2), at(99).unix_seconds())
    );
    assert_eq!(removed[0].fact.body, new.body);
    assert!(store.is_removed(key(2)).unwrap() && !store.is_removed(key(1)).unwrap());
    assert!(store.put_back(key(2)).unwrap());
    assert_eq!(found(&store, "canal"), [key(1), key(2)]);
    assert!(store.check().unwrap().is_whole());
}
