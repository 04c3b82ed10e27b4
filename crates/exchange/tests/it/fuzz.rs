//! A short pass of changed files through every reader; `cargo xtask prove fuzz` has the long one.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};

use crate::fuzzing::{readers, run};

/// Changed files of each reader.
const FILES: u64 = 150;

#[test]
fn no_changed_file_stops_a_reader() {
    let targets = readers::targets();
    assert!(targets.len() > 20, "{}", targets.len());
    let last = Arc::new(Mutex::new(Vec::new()));
    for target in &targets {
        let ran = catch_unwind(AssertUnwindSafe(|| {
            let mut before = |bytes: &[u8]| *last.lock().unwrap() = bytes.to_vec();
            run::run(target, 1, &mut |n| n < FILES, &mut before)
        }));
        // Kept files are made up, and so are changed ones.
        let file = || String::from_utf8_lossy(&last.lock().unwrap()).into_owned();
        let ran = ran.unwrap_or_else(|_| panic!("{}: {:?}", target.name, file()));
        assert_eq!(ran.n_files, FILES, "{}", target.name);
    }
}

#[test]
fn the_same_seed_changes_files_in_the_same_way() {
    let files = |seed| {
        let target = &readers::targets()[0];
        let mut seen = Vec::new();
        let mut before = |bytes: &[u8]| seen.push(bytes.to_vec());
        run::run(target, seed, &mut |n| n < 40, &mut before);
        seen
    };
    assert_eq!(files(3), files(3));
    assert_ne!(files(3), files(4));
}

#[test]
fn readers_that_have_kept_files_are_put_through_their_own() {
    for target in readers::targets() {
        for seed in &target.seeds {
            let way = (target.read)(&seed.bytes());
            assert!(!way.is_empty(), "{}", target.name);
        }
    }
    let targets = readers::targets();
    for target in &targets {
        assert!(!target.seeds.is_empty(), "{} has no kept file", target.name);
    }
    // Every importer of the table is among them, whoever added it.
    for file in exchange::AppFile::all() {
        let is_there = targets.iter().any(|target| target.name == file.word());
        assert!(is_there, "{file:?}");
    }
}
