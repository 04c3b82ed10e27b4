//! What is noticed of a log, and what is no reason to worry.

#![allow(clippy::unwrap_used)] // A failed test stops here.

use std::path::{Path, PathBuf};

use record::{Fact, FactBody, FactKey, Moment, Note, Profile, Source, Zone};

use super::*;
use crate::{Secret, Store};

struct Place(PathBuf);

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn note(number: u8) -> Fact {
    let at = Moment::from_unix_seconds(1_750_000_000 + i64::from(number), &Zone::utc()).unwrap();
    Fact {
        key: FactKey::from_bytes([number; 16]),
        moment: at.clone(),
        recorded_at: at,
        source: Source::ByHand,
        body: FactBody::Note(Note::new("grey herons").unwrap()),
    }
}

/// A record that twenty entries were written to, with each of them marked, as it stands on the disk.
fn cut_off(name: &str) -> (Place, Folder) {
    let path = std::env::temp_dir().join(format!("thaw-mark-{name}-{}", std::process::id()));
    let at_work = Folder::at(path.join("work"));
    let (mut store, _) =
        Store::create(&at_work, Secret::KeyFile, &Profile::new(Zone::utc())).unwrap();
    for number in 1..=20 {
        store.append(&[note(number)], &[], None).unwrap();
        store.mark().unwrap();
    }
    let folder = Folder::at(path.join("cut"));
    folder.prepare().unwrap();
    for name in ["notes.db", "notes.db-wal", "notes.key", "notes.mark"] {
        std::fs::copy(at_work.path().join(name), folder.path().join(name)).unwrap();
    }
    (Place(path), folder)
}

fn log(folder: &Folder) -> PathBuf {
    folder.path().join("notes.db-wal")
}

fn lost(folder: &Folder) -> Option<u64> {
    Store::open(folder, None).unwrap().newest_lost().unwrap()
}

fn turn(path: &Path, at: usize) {
    let mut bytes = std::fs::read(path).unwrap();
    bytes[at] ^= 0x10;
    std::fs::write(path, bytes).unwrap();
}

#[test]
fn a_whole_log_is_no_loss_and_leaves_no_mark_that_speaks_of_it() {
    let (_place, folder) = cut_off("whole");
    assert_eq!(lost(&folder), None);
    let store = Store::open(&folder, None).unwrap();
    assert_eq!(store.n_facts().unwrap(), 20);
    assert_eq!(Mark::read(&folder, store.key()), Some(Mark::NONE));
}

/// Somebody turns a bit over in what the log begins with, in its first page, in the middle, near its end.
#[test]
fn a_bit_anywhere_in_the_log_is_missed_and_said_until_it_was_read() {
    for percent in [0, 1, 20, 50, 80, 99] {
        let (_place, folder) = cut_off(&format!("bit-{percent}"));
        let n_bytes = usize::try_from(std::fs::metadata(log(&folder)).unwrap().len()).unwrap();
        turn(&log(&folder), (n_bytes * percent / 100).max(13));
        let said = lost(&folder).unwrap();
        let mut store = Store::open(&folder, None).unwrap();
        let n_there = u64::try_from(store.n_facts().unwrap()).unwrap();
        assert!(n_there < 20, "{percent} %");
        assert_eq!(said, 20 - n_there, "{percent} %");
        // It stays until somebody read it.
        assert_eq!(store.newest_lost().unwrap(), Some(said));
        store.forget_newest_lost().unwrap();
        drop(store);
        assert_eq!(lost(&folder), None, "{percent} %");
    }
}

#[test]
fn a_log_that_somebody_left_behind_is_missed() {
    let (_place, folder) = cut_off("left");
    std::fs::remove_file(log(&folder)).unwrap();
    assert_eq!(lost(&folder), Some(20));
}

/// Other programs empty the log as well: what it held is in the record then.
#[test]
fn a_log_that_another_program_emptied_is_no_loss() {
    let (_place, folder) = cut_off("emptied");
    let key = folder.own_key().unwrap().0;
    drop(crate::connection::open(&folder.record_path(), &key).unwrap());
    assert!(!log(&folder).exists());
    assert_eq!(lost(&folder), None);
}

#[test]
fn a_log_that_was_begun_after_the_mark_is_no_loss() {
    let (_place, folder) = cut_off("begun");
    let old = std::fs::read(folder.mark_path()).unwrap();
    let mut store = Store::open(&folder, None).unwrap();
    store.rest().unwrap();
    store.append(&[note(21)], &[], None).unwrap();
    let other = Folder::at(folder.path().with_file_name("other"));
    other.prepare().unwrap();
    for name in ["notes.db", "notes.db-wal", "notes.key"] {
        std::fs::copy(folder.path().join(name), other.path().join(name)).unwrap();
    }
    std::fs::write(other.mark_path(), old).unwrap();
    assert_eq!(lost(&other), None);
}

#[test]
fn a_mark_that_does_not_verify_is_as_none() {
    let (_place, folder) = cut_off("unsealed");
    turn(&folder.mark_path(), 60);
    turn(&log(&folder), 9000);
    assert_eq!(lost(&folder), None);
}

#[test]
fn after_a_pause_the_log_is_empty() {
    let (_place, folder) = cut_off("pause");
    let mut store = Store::open(&folder, None).unwrap();
    store.append(&[note(21)], &[], None).unwrap();
    store.mark().unwrap();
    assert!(std::fs::metadata(log(&folder)).unwrap().len() > 0);
    store.rest().unwrap();
    assert_eq!(std::fs::metadata(log(&folder)).unwrap().len(), 0);
    assert_eq!(Mark::read(&folder, store.key()), Some(Mark::NONE));
}
