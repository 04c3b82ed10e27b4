//! Back-ups, restore, the recovery sheet and another passphrase, from the command line.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use crate::place::{MAP, Place, table};

const OLD: &str = "old words of mine";
const NEW: &str = "new words of mine";
const NOTE: &str = "CANARY-7788 the light came back";

/// A record under a passphrase with ten days and a note; gives the passphrase file.
fn locked(place: &Place) -> String {
    let words = place.file("old.txt", OLD);
    let (csv, map) = (place.file("t.csv", table(10)), place.file("map.toml", MAP));
    let call = ["import", &csv, "--map", &map, "--passphrase-file", &words];
    place.run(&call).done();
    let call = ["log", "40", "--note", "-", "--passphrase-file", &words];
    place.run_with_input(&call, NOTE).done();
    // The words as they were typed must not be found by the search for them.
    std::fs::remove_file(csv).unwrap();
    words
}

/// The key as `thawline sheet` prints it, on one line, in a file.
fn sheet(place: &Place, words: &str) -> String {
    let out = place.run(&["sheet", "--passphrase-file", words]).done();
    let rows = out
        .lines()
        .skip_while(|line| !line.starts_with("AGE-"))
        .take(4);
    let key: String = rows.flat_map(|row| row.split_whitespace()).collect();
    assert_eq!(key.len(), 74, "{out}");
    place.file("sheet.txt", key)
}

fn path(place: &Place, name: &str) -> String {
    place.path().join(name).to_str().unwrap().to_owned()
}

/// The program on another folder.
fn at(place: &Place, folder: &str, words: &[&str]) -> crate::place::Said {
    let folder = path(place, folder);
    let call: Vec<&str> = words
        .iter()
        .copied()
        .chain(["--data-dir", &folder])
        .collect();
    place.run(&call)
}

fn n_entries(out: &str) -> usize {
    let line = out
        .lines()
        .find(|line| line.contains(" entries in "))
        .unwrap();
    line.split_whitespace()
        .find_map(|word| word.parse().ok())
        .unwrap()
}

#[test]
fn a_back_up_brings_everything_back_in_another_place() {
    let place = Place::new();
    let words = locked(&place);
    let key = sheet(&place, &words);
    let file = path(&place, "notes.age");
    let out = place
        .run(&["backup", &file, "--passphrase-file", &words])
        .done();
    assert!(out.contains("read back whole"), "{out}");
    // Nothing is written over.
    place
        .run(&["backup", "--out", &file, "--passphrase-file", &words])
        .refused(2);
    let doctor = ["doctor", "--passphrase-file", &words];
    let n = n_entries(&place.run(&doctor).done());
    at(
        &place,
        "by-words",
        &["restore", &file, "--passphrase-file", &words],
    )
    .done();
    assert_eq!(n_entries(&at(&place, "by-words", &doctor).done()), n);
    let new = place.file("new.txt", NEW);
    let call = [
        "restore",
        &file,
        "--sheet-file",
        &key,
        "--new-passphrase-file",
        &new,
    ];
    at(&place, "by-sheet", &call).done();
    let call = ["doctor", "--passphrase-file", &new];
    assert_eq!(n_entries(&at(&place, "by-sheet", &call).done()), n);
    // What is there is not replaced unless that is asked for, and then it is kept aside.
    let call = ["restore", &file, "--passphrase-file", &words];
    at(&place, "by-words", &call).refused(2);
    let call = ["restore", &file, "--passphrase-file", &words, "--replace"];
    let out = at(&place, "by-words", &call).done();
    assert!(out.contains("by-words.before-"), "{out}");
    assert_eq!(n_entries(&at(&place, "by-words", &doctor).done()), n);
    let mut files = Vec::new();
    all_files(place.path(), &mut files);
    for file in files {
        let bytes = std::fs::read(&file).unwrap();
        assert!(
            !bytes.windows(11).any(|part| part == &NOTE.as_bytes()[..11]),
            "{}",
            file.display()
        );
    }
}

fn all_files(folder: &std::path::Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all_files(&path, found);
        } else {
            found.push(path);
        }
    }
}

#[test]
fn damaged_cut_foreign_and_closed_files_change_nothing() {
    let place = Place::new();
    let words = locked(&place);
    let file = path(&place, "notes.age");
    place
        .run(&["backup", &file, "--passphrase-file", &words])
        .done();
    let bytes = std::fs::read(&file).unwrap();
    let mut flipped = bytes.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    let wrong = place.file("wrong.txt", "not the words");
    let cases = [
        (
            place.file("cut.age", &bytes[..bytes.len() / 3]),
            &words,
            "damaged or cut",
            2,
        ),
        (
            place.file("flipped.age", &flipped),
            &words,
            "damaged or cut",
            2,
        ),
        (
            place.file("foreign.age", "{\"a\": 1}"),
            &words,
            "not a back-up",
            2,
        ),
        (place.file("empty.age", ""), &words, "not a back-up", 2),
        (file.clone(), &wrong, "does not fit", 3),
    ];
    let before = files_of(&place);
    for (file, words, says, code) in cases {
        let call = ["restore", &file, "--passphrase-file", words, "--replace"];
        let said = place.run(&call).refused(code);
        assert!(
            said.contains(says) && said.contains("nothing was changed"),
            "{said}"
        );
        let call = ["restore", &file, "--passphrase-file", words];
        at(&place, "empty", &call).refused(code);
        assert!(!place.path().join("empty").exists());
    }
    assert_eq!(files_of(&place), before);
}

fn files_of(place: &Place) -> BTreeMap<PathBuf, Vec<u8>> {
    place.files()
}

#[test]
fn the_program_makes_them_by_itself_tries_one_out_and_says_what_failed() {
    let place = Place::new();
    let words = locked(&place);
    let call = |call: &[&str]| {
        let own = ["--passphrase-file", words.as_str()];
        place.run(&[call, own.as_slice()].concat())
    };
    let doctor = call(&["doctor"]).done();
    assert!(doctor.contains("no back-up was made yet"), "{doctor}");
    call(&["doctor", "--prove-restore"]).refused(2);
    call(&[
        "backup",
        "--every",
        "week",
        "--to",
        &path(&place, "nowhere"),
    ])
    .refused(4);
    let stick = path(&place, "stick");
    std::fs::create_dir(&stick).unwrap();
    call(&["backup", "--every", "week", "--to", &stick, "--keep", "2"]).done();
    let out = call(&["doctor", "--prove-restore"]).done();
    assert!(
        out.contains("every cell equal") && out.contains("last proved on"),
        "{out}"
    );
    assert!(out.contains("a back-up is made every week"), "{out}");
    // Asked for again, it makes another, and the oldest goes.
    for _ in 0..2 {
        call(&["backup", "--every", "week", "--to", &stick, "--keep", "2"]).done();
    }
    assert_eq!(std::fs::read_dir(&stick).unwrap().count(), 2);
    let hand = path(&place, "by-hand.age");
    call(&["backup", &hand]).done();
    let out = call(&["forget", "--from", "1990-01-01", "--to", "2190-01-01"]).done();
    assert!(
        out.contains("2 back-ups that the program had made are removed"),
        "{out}"
    );
    assert!(out.contains("by-hand.age"), "{out}");
    // One without the forgotten days took their place.
    let left: Vec<_> = std::fs::read_dir(&stick).unwrap().collect();
    assert_eq!(left.len(), 1);
    std::fs::remove_dir_all(&stick).unwrap();
    let out = call(&["doctor"]);
    assert_eq!(out.code, 4);
    assert!(out.out.contains("the folder is not there"), "{out:?}");
    call(&["backup", "--every", "never"]).done();
    call(&["doctor"]).done();
}

/// So many back-ups that the program made by itself, in the order of their names.
fn made_on_stick(place: &Place, words: &str, n: usize) -> Vec<PathBuf> {
    let stick = path(place, "stick");
    std::fs::create_dir(&stick).unwrap();
    let schedule = ["backup", "--every", "week", "--to", &stick];
    let schedule = [&schedule[..], &["--passphrase-file", words]].concat();
    for _ in 0..n {
        place.run(&schedule).done();
    }
    let entries = std::fs::read_dir(&stick).unwrap();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert_eq!(files.len(), n);
    files
}

#[test]
fn a_record_that_was_restored_to_try_it_removes_no_file_of_the_first() {
    let place = Place::new();
    let words = locked(&place);
    let files = made_on_stick(&place, &words, 2);
    // The second, with -2 in its name, knows of the first.
    let file = files[0].to_str().unwrap();
    at(
        &place,
        "tried",
        &["restore", file, "--passphrase-file", &words],
    )
    .done();
    let everything = ["forget", "--everything", "--passphrase-file", &words];
    let out = at(&place, "tried", &everything).done();
    assert!(files.iter().all(|file| file.is_file()), "{out}");
    // They are named, because they hold what was forgotten.
    assert!(
        files
            .iter()
            .all(|file| out.contains(file.to_str().unwrap())),
        "{out}"
    );
}

#[test]
fn a_file_that_took_the_place_of_a_back_up_is_not_removed() {
    let place = Place::new();
    let words = locked(&place);
    let [file] = &made_on_stick(&place, &words, 1)[..] else {
        panic!("one was made");
    };
    std::fs::write(file, "somebody else's").unwrap();
    let everything = ["forget", "--everything", "--passphrase-file", &words];
    let out = place.run(&everything).done();
    assert_eq!(std::fs::read(file).unwrap(), b"somebody else's");
    assert!(out.contains(file.to_str().unwrap()), "{out}");
}

#[test]
fn a_restore_that_was_cut_between_the_two_names_is_ended_at_the_next_start() {
    let place = Place::new();
    let words = locked(&place);
    let doctor = ["doctor", "--passphrase-file", &words];
    let n = n_entries(&place.run(&doctor).done());
    // As it lies there after the old record was put aside.
    std::fs::rename(place.data(), path(&place, "data.restoring")).unwrap();
    assert_eq!(n_entries(&place.run(&doctor).done()), n);
    assert!(place.data().is_dir() && !place.path().join("data.restoring").exists());
}

#[test]
fn another_passphrase_holds_and_the_sheet_opens_what_was_lost() {
    let place = Place::new();
    let words = locked(&place);
    let key = sheet(&place, &words);
    place
        .run(&["sheet", "--confirm-file", &key, "--passphrase-file", &words])
        .done();
    let (new, wrong) = (place.file("new.txt", NEW), place.file("wrong.txt", "wrong"));
    let before = place.files();
    let call = [
        "passphrase",
        "--new-file",
        &new,
        "--passphrase-file",
        &wrong,
    ];
    place.run(&call).refused(3);
    let short = place.file("short.txt", "short");
    let call = [
        "passphrase",
        "--new-file",
        &short,
        "--passphrase-file",
        &words,
    ];
    place.run(&call).refused(2);
    assert_eq!(place.files(), before);
    let call = [
        "passphrase",
        "--new-file",
        &new,
        "--passphrase-file",
        &words,
    ];
    place.run(&call).done();
    place
        .run(&["answers", "--passphrase-file", &words])
        .refused(3);
    place.run(&["answers", "--passphrase-file", &new]).done();
    // Forgotten again: the sheet puts a third one on it.
    let third = place.file("third.txt", "third words of mine");
    let call = ["passphrase", "--sheet-file", &key, "--new-file", &third];
    place.run(&call).done();
    place.run(&["answers", "--passphrase-file", &third]).done();
    let typo = place.file("typo.txt", "AGE-SECRET-KEY-1QQQQ");
    let said = place
        .run(&["passphrase", "--sheet-file", &typo, "--new-file", &third])
        .refused(3);
    assert!(said.contains("58 characters"), "{said}");
}

#[test]
fn a_back_up_that_is_killed_leaves_no_half_file_under_its_name() {
    let place = Place::new();
    let words = locked(&place);
    let key = sheet(&place, &words);
    let (mut n_whole, mut n_none) = (0, 0);
    for idx in 0..30_u64 {
        let file = path(&place, &format!("{idx}.age"));
        let mut child = place
            .command(&["backup", &file, "--passphrase-file", &words])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // The last ones are left to end, so that there is something to find.
        if idx < 25 {
            std::thread::sleep(Duration::from_millis(40 * idx));
            let _ = child.kill();
        }
        let _ = child.wait();
        if std::path::Path::new(&file).exists() {
            let call = ["restore", &file, "--sheet-file", &key];
            at(&place, &format!("out-{idx}"), &call).done();
            n_whole += 1;
        } else {
            n_none += 1;
        }
    }
    assert!(n_whole > 0 && n_none > 0, "{n_whole} whole, {n_none} none");
    place.run(&["answers", "--passphrase-file", &words]).done();
}
