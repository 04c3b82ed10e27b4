//! What comes back of records in which pages were changed.

#![allow(clippy::unwrap_used)] // A failed test stops here.

use std::path::PathBuf;

use record::{Fact, FactBody, FactKey, Moment, Note, Profile, Source, Zone};

use super::*;
use crate::Store;

struct Place(PathBuf);

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn note(number: u32) -> Fact {
    let at = Moment::from_unix_seconds(1_750_000_000 + i64::from(number), &Zone::utc()).unwrap();
    let mut key = [7; 16];
    key[..4].copy_from_slice(&number.to_be_bytes());
    let words = format!(
        "grey heron number {number}: {}",
        "it stands and waits, ".repeat(8)
    );
    Fact {
        key: FactKey::from_bytes(key),
        moment: at.clone(),
        recorded_at: at,
        source: Source::ByHand,
        body: FactBody::Note(Note::new(&words).unwrap()),
    }
}

const N_NOTES: u32 = 400;

/// A closed record of many notes, the last twenty in its log, and a back-up of the first nine tenths.
fn record(name: &str) -> (Place, Folder, Vec<u8>) {
    let path = std::env::temp_dir().join(format!("thaw-salvage-{name}-{}", std::process::id()));
    let folder = Folder::at(path.join("data"));
    let (mut store, _) =
        Store::create(&folder, Secret::KeyFile, &Profile::new(Zone::utc())).unwrap();
    let facts: Vec<Fact> = (0..N_NOTES).map(note).collect();
    let (older, newer) = facts.split_at(360);
    store.append(older, &[], None).unwrap();
    let mut snapshot = store.snapshot().unwrap();
    let backup = store.seal(&mut snapshot, &[]).unwrap();
    store.append(newer, &[], None).unwrap();
    store.lock().unwrap();
    (Place(path), folder, backup)
}

/// Brings back what it can from a copy in which these pages, counted from one, were changed.
fn salvaged(
    folder: &Folder,
    changed: &[usize],
    backup: Option<&[u8]>,
) -> Result<(Salvaged, Vec<Fact>), StoreError> {
    let path = folder.path().with_file_name("damaged");
    let (damaged, to) = (Folder::at(&path), Folder::at(path.with_file_name("new")));
    for folder in [&damaged, &to] {
        let _ = std::fs::remove_dir_all(folder.path());
    }
    damaged.prepare()?;
    for name in ["notes.db", "notes.key"] {
        std::fs::copy(folder.path().join(name), path.join(name)).unwrap();
    }
    let mut bytes = std::fs::read(path.join("notes.db")).unwrap();
    for page in changed {
        bytes[(page - 1) * 4096 + 2000] ^= 4;
    }
    std::fs::write(path.join("notes.db"), &bytes).unwrap();
    let found = damaged.salvage(
        None,
        backup.map(|bytes| (bytes, None)),
        &to,
        Secret::KeyFile,
    )?;
    assert_eq!(
        std::fs::read(path.join("notes.db")).unwrap(),
        bytes,
        "it was written to"
    );
    let store = Store::open(&to, None)?;
    assert!(store.check()?.is_whole());
    Ok((found, store.load()?.facts().to_vec()))
}

fn n_pages(folder: &Folder) -> usize {
    let found = std::fs::metadata(folder.record_path()).unwrap();
    usize::try_from(found.len()).unwrap() / 4096
}

#[test]
fn a_whole_record_comes_back_whole() {
    let (_place, folder, _) = record("whole");
    let (found, facts) = salvaged(&folder, &[], None).unwrap();
    assert_eq!((found.n_bad, found.n_left_out), (0, 0));
    assert_eq!(facts, (0..N_NOTES).map(note).collect::<Vec<_>>());
}

/// Also the first page, the list of tables, and the pages from which others hang.
#[test]
fn of_any_one_page_the_others_come_back_and_a_back_up_fills_nearly_all() {
    let (_place, folder, backup) = record("one");
    let whole: Vec<Fact> = (0..N_NOTES).map(note).collect();
    let (mut n_alone, mut n_both, mut n, mut n_with, mut n_closed) = (0, 0, 0, 0, 0);
    for page in 1..=n_pages(&folder) {
        let backup = Some(backup.as_slice()).filter(|_| page % 4 == 2);
        for (is_alone, sum) in [(true, &mut n_alone), (false, &mut n_both)] {
            if !is_alone && backup.is_none() {
                continue;
            }
            let backup = backup.filter(|_| !is_alone);
            let found = salvaged(&folder, &[page], backup);
            // Where the sheet's key was on that page, the sheet is needed.
            let is_closed = matches!(found, Err(StoreError::BackupNeedsSheet));
            assert!(!is_closed || backup.is_some(), "page {page}");
            let Some((found, facts)) = (!is_closed).then(|| found.unwrap()) else {
                *sum += whole.len();
                n_closed += 1;
                continue;
            };
            assert_eq!(found.n_bad, 1);
            assert!(facts.iter().all(|fact| whole.contains(fact)), "page {page}");
            *sum += facts.len();
        }
        n += whole.len();
        n_with += usize::from(backup.is_some()) * whole.len();
    }
    assert!(n_closed <= 1);
    println!("alone {n_alone} of {n}, with a back-up {n_both} of {n_with}");
    assert!(n_alone * 100 >= n * 97, "{n_alone} of {n}");
    assert!(n_both * 1000 >= n_with * 995, "{n_both} of {n_with}");
}

#[test]
fn what_was_taken_out_since_does_not_come_back_from_the_back_up() {
    let (_place, folder, backup) = record("out");
    let mut store = Store::open(&folder, None).unwrap();
    store.forget(&[note(3).key], (0, 0)).unwrap();
    store.lock().unwrap();
    let whole: Vec<Fact> = (0..N_NOTES).filter(|n| *n != 3).map(note).collect();
    let (_, facts) = salvaged(&folder, &[], Some(&backup)).unwrap();
    assert_eq!(facts, whole);
}

#[test]
fn where_nothing_verifies_the_back_up_comes_back_and_without_one_nothing_is_made() {
    let (_place, folder, backup) = record("none");
    let all: Vec<usize> = (1..=n_pages(&folder)).collect();
    assert!(matches!(
        salvaged(&folder, &all, None),
        Err(StoreError::Damaged(_))
    ));
    assert!(
        !folder
            .path()
            .with_file_name("new")
            .join("notes.key")
            .exists()
    );
    // The sheet's key was in the record: without it, the back-up stays closed.
    let closed = salvaged(&folder, &all, Some(&backup));
    assert!(matches!(closed, Err(StoreError::BackupNeedsSheet)));
}

#[test]
fn a_turned_salt_is_found_again() {
    let (_place, folder, _) = record("salt");
    let mut bytes = std::fs::read(folder.record_path()).unwrap();
    bytes[5] ^= 0x20;
    std::fs::write(folder.record_path(), bytes).unwrap();
    let (found, facts) = salvaged(&folder, &[], None).unwrap();
    assert_eq!((found.n_bad, facts.len()), (0, 400));
}
