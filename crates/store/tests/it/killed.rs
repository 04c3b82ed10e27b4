//! What was acknowledged is there, however the process ends.

use std::time::Duration;

use crate::child::{self, acks, note};
use crate::place::Place;

#[test]
fn fifty_kills_lose_nothing_that_was_acknowledged() {
    let place = Place::new();
    place.store().lock().unwrap();
    let (mut next, mut n_acks) = (0, 0);
    for round in 0u64..50 {
        let mut child = child::start(&[], "append", place.folder().path(), next);
        std::thread::sleep(Duration::from_millis(20 + round * 7 % 60));
        child.kill().unwrap();
        let told = acks(&child::lines(&mut child));
        let store = place.open();
        for number in &told {
            assert_eq!(store.fact(note(*number).key).unwrap(), Some(note(*number)));
        }
        n_acks += told.len();
        // One more may be on disk than was told; the next child starts behind both.
        next = told.last().map_or(next, |last| last + 1) + 1;
    }
    let store = place.open();
    assert!(store.check().unwrap().is_whole());
    assert!(store.n_facts().unwrap() >= n_acks);
    println!("{n_acks} acknowledged over 50 kills, 0 lost");
    assert!(n_acks > 50);
}

#[test]
fn a_naming_that_is_cut_off_leaves_the_one_before_or_the_whole_of_it() {
    let place = Place::new();
    place.store().lock().unwrap();
    let mut next = 0;
    for round in 0u64..10 {
        let mut child = child::start(&[], "suspect", place.folder().path(), next);
        std::thread::sleep(Duration::from_millis(20 + round * 17 % 60));
        child.kill().unwrap();
        let told = acks(&child::lines(&mut child));
        let profile = place.open().profile().unwrap();
        let Some(last) = told.last() else { continue };
        let [always, thing] = profile.suspects() else {
            panic!("{profile:?}")
        };
        // One more may be on disk than was told.
        let day = u64::try_from(thing.named_on().number()).unwrap();
        assert!(day == *last || day == last + 1, "{day} after {last}");
        assert_eq!(thing.name(), format!("thing {day}"));
        assert_eq!(always.named_on(), thing.named_on());
        next = day + 1;
    }
    assert!(next > 0);
    assert!(place.open().check().unwrap().is_whole());
}

#[test]
fn two_writers_at_once_both_keep_everything() {
    let place = Place::new();
    place.store().lock().unwrap();
    let path = place.folder().path().to_owned();
    let mut one = child::start(&[], "append 100", &path, 0);
    let mut two = child::start(&[], "append 100", &path, 1000);
    let (one, two) = (acks(&child::lines(&mut one)), acks(&child::lines(&mut two)));
    assert_eq!((one.len(), two.len()), (100, 100));
    assert_eq!(place.open().n_facts().unwrap(), 200);
}
