//! The safety plan on disk: in order, put back, gone for good, and never part of the record.

use record::{FactKey, PLAN_LINES_MAX, PlanLine, PlanPart, PlanWords};
use store::{Secret, Store, StoreError};

use crate::place::{Place, at, profile};

fn line(number: u16, part: PlanPart, words: &str) -> PlanLine {
    let mut bytes = [7; 16];
    bytes[..2].copy_from_slice(&number.to_be_bytes());
    PlanLine {
        key: FactKey::from_bytes(bytes),
        part,
        words: PlanWords::new(words).unwrap(),
        taken_out_at: None,
    }
}

fn standing(store: &Store) -> Vec<String> {
    let lines = store.plan().unwrap().into_iter();
    let standing = lines.filter(|line| line.taken_out_at.is_none());
    standing.map(|line| line.words.text().to_owned()).collect()
}

#[test]
fn lines_stand_in_the_order_of_parts_and_of_writing_and_are_written_once() {
    let place = Place::new();
    let mut store = place.store();
    let people = line(1, PlanPart::People, "Ana, 555 0101");
    let signs = line(2, PlanPart::Signs, "I stop eating");
    let more = line(3, PlanPart::Signs, "I do not answer");
    assert_eq!(
        store.append_plan(&[people.clone(), signs, more]).unwrap(),
        3
    );
    assert_eq!(store.append_plan(&[people]).unwrap(), 0);
    let expected = ["I stop eating", "I do not answer", "Ana, 555 0101"];
    assert_eq!(standing(&store), expected);
    store.lock().unwrap();
    assert_eq!(standing(&place.open()), expected);
}

#[test]
fn a_changed_line_keeps_its_place_and_the_old_words_can_come_back() {
    let place = Place::new();
    let mut store = place.store();
    let lines = [
        line(1, PlanPart::Helps, "a walk"),
        line(2, PlanPart::Helps, "a song"),
    ];
    store.append_plan(&lines).unwrap();
    let new = line(3, PlanPart::Helps, "a long walk");
    let old = lines[0].key;
    assert!(store.change_plan_line(old, &new, &at(10)).unwrap());
    // The same form sent twice.
    assert!(!store.change_plan_line(old, &new, &at(11)).unwrap());
    assert_eq!(standing(&store), ["a long walk", "a song"]);
    // A line that is not there is not changed into a new one.
    let nobody = line(9, PlanPart::Helps, "x").key;
    let other = line(8, PlanPart::Helps, "y");
    assert!(!store.change_plan_line(nobody, &other, &at(12)).unwrap());
    assert!(store.take_out_of_plan(new.key, &at(13)).unwrap());
    assert!(!store.take_out_of_plan(new.key, &at(14)).unwrap());
    assert!(store.put_back_in_plan(old).unwrap());
    assert!(!store.put_back_in_plan(old).unwrap());
    assert_eq!(standing(&store), ["a walk", "a song"]);
    let gone: Vec<Option<i64>> = (store.plan().unwrap().iter())
        .map(|line| line.taken_out_at)
        .filter(Option::is_some)
        .collect();
    assert_eq!(gone, [Some(at(13).unix_seconds())]);
}

#[test]
fn what_was_taken_out_is_gone_for_good_and_no_byte_of_the_plan_is_readable() {
    let place = Place::new();
    let secret = Secret::Passphrase("kestrel words");
    let (mut store, _) = Store::create(&place.folder(), secret, &profile()).unwrap();
    let (kept, gone) = (
        line(1, PlanPart::Safe, "heronbridge"),
        line(2, PlanPart::Safe, "otterstone"),
    );
    store.append_plan(&[kept, gone.clone()]).unwrap();
    store.take_out_of_plan(gone.key, &at(5)).unwrap();
    assert_eq!(store.purge_plan(&at(5)).unwrap(), 0);
    assert_eq!(store.purge_plan(&at(6)).unwrap(), 1);
    assert_eq!(standing(&store), ["heronbridge"]);
    assert_eq!(store.plan().unwrap().len(), 1);
    assert!(!store.put_back_in_plan(gone.key).unwrap());
    let is_readable = |word: &str| {
        let mut files = place.files().into_iter();
        files.any(|path| {
            let bytes = std::fs::read(path).unwrap();
            bytes.windows(word.len()).any(|w| w == word.as_bytes())
        })
    };
    for word in ["heronbridge", "otterstone"] {
        assert!(!is_readable(word), "{word}");
    }
    // Nobody who reads the record meets the plan.
    let record = format!("{:?}", store.load().unwrap());
    assert!(!record.contains("heronbridge"));
    let line = format!("{:?}", store.plan().unwrap());
    assert!(!line.contains("heronbridge"), "no log can show it: {line}");
    store.lock().unwrap();
    assert!(!is_readable("heronbridge") && !is_readable("otterstone"));
    assert!(
        Store::open(&place.folder(), Some("kestrel words"))
            .unwrap()
            .check()
            .unwrap()
            .is_whole()
    );
}

#[test]
fn a_full_plan_refuses_a_further_line_and_all_that_came_with_it() {
    let place = Place::new();
    let mut store = place.store();
    let n_max = u16::try_from(PLAN_LINES_MAX).unwrap();
    let many: Vec<PlanLine> = (1..n_max).map(|n| line(n, PlanPart::Signs, "x")).collect();
    store.append_plan(&many).unwrap();
    let two = [
        line(n_max, PlanPart::Signs, "last"),
        line(n_max + 1, PlanPart::Signs, "one too many"),
    ];
    assert!(matches!(store.append_plan(&two), Err(StoreError::PlanFull)));
    assert_eq!(standing(&store).len(), PLAN_LINES_MAX - 1);
    assert_eq!(store.append_plan(&two[..1]).unwrap(), 1);
}
