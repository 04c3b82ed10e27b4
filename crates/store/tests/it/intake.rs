//! A file comes in batch by batch, and all of it is kept or nothing.

use record::{Fact, ImportFile, Source};
use store::{Beside, Store, StoreError};

use crate::any;
use crate::facts::{check_in, note};
use crate::place::{Place, profile};

fn file() -> ImportFile {
    ImportFile {
        digest: [7; 32],
        name: "diary.csv".to_owned(),
        format: "table".to_owned(),
        imported_at: note(1, "one").moment,
    }
}

fn of_file(fact: Fact, line: u32) -> Fact {
    let source = Source::Import {
        file: [7; 32],
        line,
    };
    Fact { source, ..fact }
}

/// An intake that has its item and one check-in.
fn begun(store: &mut Store) -> store::Intake<'_> {
    let mut intake = store.intake(&file()).unwrap();
    intake
        .append(&any::items()[..1], &[of_file(check_in(1, 40.0), 2)])
        .unwrap();
    intake
}

fn n_kept(store: &Store) -> (usize, usize) {
    (store.n_facts().unwrap(), store.imports().unwrap().len())
}

#[test]
fn batches_are_kept_together_at_the_end_and_count_what_was_here() {
    let place = Place::new();
    let mut store = place.store();
    let mut intake = begun(&mut store);
    // The item was named by the batch before.
    intake
        .append(&[], &[of_file(check_in(2, 41.0), 3)])
        .unwrap();
    intake
        .append(&[], &[of_file(check_in(1, 40.0), 4)])
        .unwrap();
    assert!(intake.has(check_in(2, 0.0).key).unwrap());
    assert_eq!(
        (intake.appended().n_new, intake.appended().n_already),
        (2, 1)
    );
    intake.setting("words_of_diary", "flat").unwrap();
    let beside = Beside {
        profile: &profile(),
        said: &[],
        experiments: &[],
        questionnaires: &[],
    };
    intake.beside(beside).unwrap();
    intake.keep().unwrap();
    let store = place.open();
    assert_eq!(n_kept(&store), (2, 1));
    assert_eq!(
        store.setting("words_of_diary").unwrap().as_deref(),
        Some("flat")
    );
}

#[test]
fn a_file_that_is_not_kept_or_goes_wrong_leaves_the_record_as_it_was() {
    let place = Place::new();
    let mut store = place.store();
    let mut intake = begun(&mut store);
    intake.setting("words_of_diary", "flat").unwrap();
    drop(intake);
    assert_eq!(n_kept(&store), (0, 0));
    assert_eq!(store.setting("words_of_diary").unwrap(), None);
    let mut intake = store.intake(&file()).unwrap();
    intake.append(&[], &[of_file(note(3, "three"), 2)]).unwrap();
    let wrong = intake.append(&[], &[of_file(check_in(1, 40.0), 3)]);
    assert!(
        matches!(wrong, Err(StoreError::UnknownItem(_))),
        "{wrong:?}"
    );
    drop(intake);
    assert_eq!(n_kept(&store), (0, 0));
}

#[test]
fn a_file_that_was_undone_whole_comes_in_anew_and_only_if_it_is_kept() {
    let place = Place::new();
    let mut store = place.store();
    let keep = |store: &mut Store, is_kept: bool| {
        let mut intake = store.intake(&file()).unwrap();
        let n_back = intake.n_back();
        intake.append(&[], &[of_file(note(1, "one"), 2)]).unwrap();
        if is_kept {
            intake.keep().unwrap();
        }
        n_back
    };
    assert_eq!(keep(&mut store, true), 0);
    store
        .withdraw_import(&[7; 32], &note(2, "two").moment)
        .unwrap();
    assert_eq!(keep(&mut store, false), 1, "a look takes nothing away");
    assert_eq!(n_kept(&store).0, 0);
    assert_eq!(keep(&mut store, true), 1);
    assert_eq!(n_kept(&store).0, 1);
}
