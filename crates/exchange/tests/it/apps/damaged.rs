//! Every fixture, broken in every way: no importer panics, runs on, or makes much of little.

use std::fs;
use std::io::Cursor;

use exchange::{AppFile, Setting, read_app_file, recognise};
use proptest::prelude::*;

use super::{fixture, setting};
use crate::fixtures;

/// Facts that one byte of a file may give at most; the shortest rows have some twenty bytes.
const FACTS_PER_BYTE: usize = 4;

/// Every fixture with its name: files as they are, folders packed.
fn all() -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(fixtures("apps")).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "README.md")
        .collect();
    names.sort_unstable();
    let with_bytes = |name: String| {
        let bytes = fixture(&name);
        (name, bytes)
    };
    names.into_iter().map(with_bytes).collect()
}

/// Every word as it is proposed, so that diaries are read to their end.
fn taken() -> Setting {
    Setting {
        is_as_proposed: true,
        ..setting("")
    }
}

#[test]
fn every_fixture_is_told_by_its_content_and_gives_something() {
    for (name, bytes) in all() {
        let file = recognise(&mut Cursor::new(&bytes)).unwrap();
        let file = file.unwrap_or_else(|| panic!("{name} is told by nothing in it"));
        let stem = name.split('.').next().unwrap();
        assert!(stem.starts_with(file.word()), "{name} is told as {file:?}");
        let parsed = read_app_file(Cursor::new(&bytes), file, &taken()).unwrap();
        assert!(!parsed.facts.is_empty(), "{name} gives nothing");
        let again = read_app_file(Cursor::new(&bytes), file, &taken()).unwrap();
        assert_eq!(parsed, again, "{name} read twice gives the same");
        let mut keys: Vec<_> = parsed.facts.iter().map(|fact| fact.key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(
            keys.len(),
            parsed.facts.len(),
            "{name}: each fact has a key of its own"
        );
    }
}

/// Reads a file as each program, and as what it is told to be.
fn read_as_all(bytes: &[u8]) {
    let _ = recognise(&mut Cursor::new(bytes));
    for file in AppFile::all() {
        if let Ok(parsed) = read_app_file(Cursor::new(bytes), file, &taken()) {
            assert!(
                parsed.facts.len() <= bytes.len() * FACTS_PER_BYTE + 16,
                "{file:?}"
            );
        }
    }
}

#[test]
fn every_fixture_cut_anywhere_is_read_or_refused() {
    for (_, bytes) in all() {
        let step = bytes.len().div_ceil(60).max(1);
        for len in (0..bytes.len()).step_by(step) {
            let cut = bytes.get(..len).unwrap_or_default();
            if let Ok(Some(file)) = recognise(&mut Cursor::new(cut)) {
                let _ = read_app_file(Cursor::new(cut), file, &taken());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_at_all_make_an_importer_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        read_as_all(&bytes);
    }

    #[test]
    fn no_change_of_a_fixture_makes_an_importer_panic(
        which in any::<prop::sample::Index>(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        insert in any::<prop::sample::Index>(),
        words in "[-+0-9:TZ,.eE\"\\\\é\n;{}\\[\\]<>]{0,24}",
    ) {
        let all = all();
        let (_, mut bytes) = which.get(&all).clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let at = insert.index(bytes.len());
        bytes.splice(at..at, words.bytes());
        read_as_all(&bytes);
    }
}
