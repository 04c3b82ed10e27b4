//! Changed bytes are noticed or harmless, never a wrong record, and never an empty new one.

use record::Record;
use store::{Store, StoreError};

use crate::any;
use crate::child::note;
use crate::place::Place;

/// Numbers without pattern, the same in every run (xorshift; Marsaglia 2003).
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end).unwrap()).unwrap()
    }
}

/// A closed record, its content and its bytes.
fn closed() -> (Place, Record, Vec<u8>) {
    let place = Place::new();
    let mut store = place.store();
    let facts: Vec<_> = (0..400).map(note).collect();
    store.append(&facts, &any::items(), None).unwrap();
    let record = store.load().unwrap();
    store.lock().unwrap();
    let bytes = std::fs::read(place.folder().path().join("notes.db")).unwrap();
    (place, record, bytes)
}

fn load(place: &Place) -> Result<Record, StoreError> {
    Store::open(&place.folder(), None)?.load()
}

#[test]
fn of_500_flipped_bits_none_gives_a_wrong_record() {
    let (place, record, bytes) = closed();
    let path = place.folder().path().join("notes.db");
    let mut draw = Draw(0x5eed);
    let (mut n_noticed, mut n_harmless) = (0, 0);
    for _ in 0..500 {
        let mut changed = bytes.clone();
        changed[draw.below(bytes.len())] ^= 1 << draw.below(8);
        std::fs::write(&path, &changed).unwrap();
        match load(&place) {
            Err(StoreError::Damaged(_)) => n_noticed += 1,
            Err(other) => panic!("{other:?}"),
            Ok(found) => {
                assert_eq!(found, record);
                n_harmless += 1;
            }
        }
        assert_eq!(
            std::fs::read(&path).unwrap(),
            changed,
            "a damaged file was written to"
        );
    }
    println!("{n_noticed} noticed, {n_harmless} harmless, of 500");
    assert!(n_noticed > 300);
    std::fs::write(&path, &bytes).unwrap();
    assert_eq!(load(&place).unwrap(), record);
}

#[test]
fn the_check_names_every_flipped_bit_in_a_page_that_is_used() {
    let (place, _, bytes) = closed();
    let path = place.folder().path().join("notes.db");
    let mut draw = Draw(0xb17);
    let mut n_noticed = 0;
    for _ in 0..100 {
        let mut changed = bytes.clone();
        changed[draw.below(bytes.len())] ^= 1 << draw.below(8);
        std::fs::write(&path, &changed).unwrap();
        let found = Store::open(&place.folder(), None).and_then(|store| store.check());
        n_noticed += usize::from(!found.is_ok_and(|check| check.is_whole()));
    }
    assert_eq!(n_noticed, 100);
}

#[test]
fn a_record_that_was_cut_off_is_refused_at_every_length() {
    let (place, _, bytes) = closed();
    let path = place.folder().path().join("notes.db");
    for percent in 0..100 {
        let cut = &bytes[..bytes.len() * percent / 100];
        std::fs::write(&path, cut).unwrap();
        match load(&place) {
            Err(StoreError::Damaged(_)) => {}
            other => panic!(
                "{percent} % gave {:?}",
                other.map(|record| record.facts().len())
            ),
        }
        assert_eq!(
            std::fs::read(&path).unwrap(),
            cut,
            "a damaged file was written to"
        );
    }
}

#[test]
fn a_changed_key_file_opens_nothing() {
    let (place, record, _) = closed();
    let path = place.folder().path().join("notes.key");
    let bytes = std::fs::read(&path).unwrap();
    for (idx, bit) in (0..bytes.len()).map(|idx| (idx, 1 << (idx % 8))) {
        let mut changed = bytes.clone();
        changed[idx] ^= bit;
        std::fs::write(&path, &changed).unwrap();
        assert!(
            matches!(load(&place), Err(StoreError::KeyFileDamaged(_))),
            "byte {idx}"
        );
    }
    std::fs::write(&path, &bytes).unwrap();
    assert_eq!(load(&place).unwrap(), record);
}

#[test]
fn the_key_of_another_record_is_noticed() {
    let (place, _, _) = closed();
    let other = Place::new();
    other.store().lock().unwrap();
    let key = |place: &Place| place.folder().path().join("notes.key");
    std::fs::copy(key(&other), key(&place)).unwrap();
    assert!(matches!(load(&place), Err(StoreError::Damaged(_))));
}

/// A page that came back wrong from the disk once is no damage: the same open record goes on.
#[test]
fn an_open_record_goes_on_when_its_pages_verify_again() {
    let (place, record, bytes) = closed();
    let path = place.folder().path().join("notes.db");
    let mut changed = bytes.clone();
    // Every page but the first, so that one is met whatever is looked at.
    for page in 1..bytes.len() / 4096 {
        changed[page * 4096 + 100] ^= 1;
    }
    let mut store = place.open();
    std::fs::write(&path, &changed).unwrap();
    assert!(matches!(store.load(), Err(StoreError::Damaged(_))));
    assert!(matches!(store.refresh(), Err(StoreError::Damaged(_))));
    assert!(matches!(store.load(), Err(StoreError::Damaged(_))));
    std::fs::write(&path, &bytes).unwrap();
    store.refresh().unwrap();
    assert_eq!(store.load().unwrap(), record);
    store.append(&[note(1_000_000)], &[], None).unwrap();
    store.lock().unwrap();
    assert_eq!(place.open().n_facts().unwrap(), 401);
}
