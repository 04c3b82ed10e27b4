//! What is written comes back, once, as it was.

use proptest::collection::vec;
use proptest::prelude::*;
use record::{
    Assessment, Fact, FactBody, FactKey, Form, InputDevice, Item, ItemId, ItemResponse, Label,
    LocalDay, Note, Occasion, Polarity, Record, Response, ResponseScale, Role, Said, Source,
    Suspect,
};
use store::{Appended, Store, StoreError};

use crate::any;
use crate::place::{Place, at, profile};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_kind_of_fact_comes_back_as_it_was(
        facts in vec(any::fact(), 1..40),
        choices in any::profile(),
    ) {
        let place = Place::new();
        let mut store = place.store();
        store.save_profile(&choices).unwrap();
        let file = any::file();
        let appended = store.append(&facts, &any::items(), Some(&file)).unwrap();
        prop_assert_eq!(appended.n_new, facts.len());
        let expected = Record::new(choices, any::items(), facts.clone()).unwrap();
        prop_assert_eq!(store.load().unwrap(), expected.clone());
        store.lock().unwrap();
        let mut store = place.open();
        prop_assert_eq!(store.load().unwrap(), expected.clone());
        // Twice the same adds nothing.
        let again = store.append(&facts, &any::items(), Some(&file)).unwrap();
        prop_assert_eq!(again, Appended { n_new: 0, n_already: facts.len(), n_withdrawn: 0 });
        prop_assert_eq!(store.load().unwrap(), expected);
        for fact in &facts {
            prop_assert_eq!(store.fact(fact.key).unwrap(), Some(fact.clone()));
        }
        prop_assert!(store.check().unwrap().is_whole());
        prop_assert_eq!(store.imports().unwrap()[0].file.clone(), file);
    }
}

pub fn note(number: u8, text: &str) -> Fact {
    Fact {
        key: FactKey::from_bytes([number; 16]),
        moment: at(i64::from(number)),
        recorded_at: at(1000 + i64::from(number)),
        source: Source::ByHand,
        body: FactBody::Note(Note::new(text).unwrap()),
    }
}

fn texts(store: &Store) -> Vec<String> {
    let record = store.load().unwrap();
    let text = |fact: &Fact| match &fact.body {
        FactBody::Note(note) => note.text().to_owned(),
        _ => String::new(),
    };
    record.facts().iter().map(text).collect()
}

#[test]
fn a_withdrawn_fact_is_hidden_and_can_be_put_back() {
    let place = Place::new();
    let mut store = place.store();
    let facts = [note(1, "one"), note(2, "two")];
    store.append(&facts, &[], None).unwrap();
    assert_eq!(store.last_by_hand().unwrap(), Some(facts[1].clone()));
    assert!(store.withdraw(facts[1].key, &at(5)).unwrap());
    assert!(!store.withdraw(facts[1].key, &at(6)).unwrap());
    assert_eq!(texts(&store), ["one"]);
    assert_eq!(store.last_by_hand().unwrap(), Some(facts[0].clone()));
    let again = store.append(&facts, &[], None).unwrap();
    let expected = Appended {
        n_new: 0,
        n_already: 2,
        n_withdrawn: 1,
    };
    assert_eq!(again, expected);
    assert_eq!(texts(&store), ["one"]);
    assert!(store.put_back(facts[1].key).unwrap());
    assert!(!store.put_back(facts[1].key).unwrap());
    assert_eq!(texts(&store), ["one", "two"]);
}

#[test]
fn only_what_was_withdrawn_long_ago_is_removed_for_good() {
    let place = Place::new();
    let mut store = place.store();
    let facts = [note(1, "one"), note(2, "two"), note(3, "three")];
    store.append(&facts, &[], None).unwrap();
    store.withdraw(facts[0].key, &at(10)).unwrap();
    store.withdraw(facts[1].key, &at(20)).unwrap();
    assert_eq!(store.purge_withdrawn(&at(20)).unwrap(), 1);
    assert!(!store.put_back(facts[0].key).unwrap());
    assert!(store.put_back(facts[1].key).unwrap());
    assert_eq!(texts(&store), ["two", "three"]);
    assert_eq!(store.n_facts().unwrap(), 2);
}

#[test]
fn an_import_is_taken_back_whole_and_put_back_whole() {
    let place = Place::new();
    let mut store = place.store();
    let file = any::file();
    let mut facts = [note(1, "one"), note(2, "two"), note(3, "by hand")];
    for (line, fact) in (2..).zip(&mut facts[..2]) {
        fact.source = Source::Import {
            file: file.digest,
            line,
        };
    }
    store.append(&facts, &[], Some(&file)).unwrap();
    assert_eq!(store.imports().unwrap()[0].n_facts, 2);
    store.withdraw(facts[0].key, &at(1)).unwrap();
    assert_eq!(store.withdraw_import(&file.digest, &at(2)).unwrap(), 1);
    assert_eq!(texts(&store), ["by hand"]);
    assert_eq!(store.put_back_import(&file.digest, &at(2)).unwrap(), 1);
    assert_eq!(texts(&store), ["two", "by hand"]);
}

#[test]
fn an_item_never_comes_to_mean_two_things() {
    let place = Place::new();
    let mut store = place.store();
    let items = any::items();
    store.append(&[], &items, None).unwrap();
    let other = |change: fn(&mut Item)| {
        let mut item = items[0].clone();
        change(&mut item);
        [item]
    };
    let scale = other(|item| item.scale = ResponseScale::Open);
    let role = other(|item| item.role = Role::Outcome(Polarity::HigherIsMoreNumb));
    for (given, expected) in [(scale, "scale"), (role.clone(), "role")] {
        match store.append(&[note(1, "one")], &given, None) {
            Err(StoreError::ItemDiffers { item, part }) => {
                assert_eq!((item, part), (items[0].id.clone(), expected));
            }
            other => panic!("{other:?}"),
        }
    }
    // Nothing of a refused call is kept.
    assert_eq!(store.n_facts().unwrap(), 0);
    store.change_role(&items[0].id, role[0].role).unwrap();
    store.append(&[], &role, None).unwrap();
    let nobody = ItemId::new("nobody").unwrap();
    let refused = store.change_role(&nobody, Role::Context);
    assert!(matches!(refused, Err(StoreError::UnknownItem(id)) if id == nobody));
}

#[test]
fn a_fact_of_an_unknown_item_or_file_is_refused_whole() {
    let place = Place::new();
    let mut store = place.store();
    let mut foreign = note(2, "two");
    foreign.source = Source::Import {
        file: [9; 32],
        line: 2,
    };
    let refused = store.append(&[note(1, "one"), foreign], &[], None);
    assert!(matches!(refused, Err(StoreError::UnknownImport)));
    assert_eq!(store.n_facts().unwrap(), 0);
}

#[test]
fn the_mark_changes_with_every_other_writer_only() {
    let place = Place::new();
    let mut store = place.store();
    let first = store.others_mark().unwrap();
    store.append(&[note(1, "one")], &[], None).unwrap();
    assert_eq!(store.others_mark().unwrap(), first);
    let mut other = place.open();
    assert_eq!(store.others_mark().unwrap(), first);
    other.append(&[note(2, "two")], &[], None).unwrap();
    assert_ne!(store.others_mark().unwrap(), first);
    assert_eq!(texts(&store), ["one", "two"]);
}

#[test]
fn facts_and_choices_that_belong_together_are_kept_together_or_not_at_all() {
    let place = Place::new();
    let mut store = place.store();
    let mut choices = profile();
    let day = LocalDay::parse("2026-03-02").unwrap();
    let suspect = |name: &str| Suspect::new(Label::new(name).unwrap(), day);
    choices.name_suspect(suspect("tired")).unwrap();
    // A response to an item that nobody gave.
    let refused = store.append_with_profile(&[check_in(1, 40.0)], &[], None, &choices);
    assert!(matches!(refused, Err(StoreError::UnknownItem(_))));
    assert_eq!(store.profile().unwrap(), profile());
    store
        .append_with_profile(&[note(1, "one")], &[], None, &choices)
        .unwrap();
    assert_eq!(place.open().profile().unwrap(), choices);
    // What is saved later takes the place of all of it.
    store.save_profile(&profile()).unwrap();
    assert_eq!(store.profile().unwrap(), profile());
}

#[test]
fn small_states_and_choices_are_kept() {
    let place = Place::new();
    let mut store = place.store();
    assert_eq!(store.profile().unwrap(), profile());
    assert_eq!(store.setting("theme").unwrap(), None);
    store.set_setting("theme", Some("dark")).unwrap();
    store.set_setting("theme", Some("light")).unwrap();
    assert_eq!(store.setting("theme").unwrap().as_deref(), Some("light"));
    store.set_setting("theme", None).unwrap();
    assert_eq!(store.setting("theme").unwrap(), None);
}

/// A check-in on the first item of [`any::items`].
pub fn check_in(number: u8, value: f64) -> Fact {
    let item = &any::items()[0];
    let response = ItemResponse::new(item, Response::Value(value), InputDevice::Keyboard);
    let assessment = Assessment::new(vec![response.unwrap()], None).unwrap();
    Fact {
        body: FactBody::Occasion(Occasion::voluntary(assessment)),
        ..note(number, "replaced")
    }
}

/// The same on another form.
fn of_form(number: u8, form: Form) -> Fact {
    let fact = check_in(number, 10.0);
    let FactBody::Occasion(occasion) = fact.body.clone() else {
        return fact;
    };
    let body = FactBody::Occasion(Occasion { form, ..occasion });
    Fact { body, ..fact }
}

#[test]
fn a_form_sent_again_takes_the_place_of_all_that_it_wrote() {
    let place = Place::new();
    let mut store = place.store();
    let (evening, walk) = (of_form(1, Form::Evening), note(2, "a walk"));
    let keys = [evening.key, walk.key, note(3, "a call").key];
    let items = any::items();
    store
        .replace(&keys, &[evening.clone(), walk], &items)
        .unwrap();
    let call = note(3, "a call");
    store
        .replace(&keys, &[evening.clone(), call.clone()], &items)
        .unwrap();
    assert_eq!(store.load().unwrap().facts(), [evening.clone(), call]);
    // All of it or nothing.
    let mut other = any::items();
    other[0].scale = ResponseScale::Open;
    assert!(store.replace(&keys, &[evening], &other).is_err());
    assert_eq!(store.n_facts().unwrap(), 2);
}

#[test]
fn answers_about_safety_are_gone_for_good_and_nothing_else_is() {
    let place = Place::new();
    let mut store = place.store();
    let (first, second) = (of_form(1, Form::Safety), of_form(2, Form::Safety));
    let weekly = of_form(3, Form::Weekly);
    let facts = [first.clone(), second.clone(), weekly.clone()];
    store.append(&facts, &any::items(), None).unwrap();
    store.withdraw(first.key, &at(9)).unwrap();
    assert_eq!(store.purge_form(Form::Safety).unwrap(), 2);
    assert_eq!(store.load().unwrap().facts(), [weekly]);
    assert!(!store.put_back(first.key).unwrap());
    assert!(store.check().unwrap().is_whole());
    assert_eq!(store.purge_form(Form::Safety).unwrap(), 0);
}

#[test]
fn a_check_in_under_way_is_written_anew_and_kept_once() {
    let place = Place::new();
    let mut store = place.store();
    store.append(&[note(1, "before")], &[], None).unwrap();
    for value in [10.0, 20.0, 30.0] {
        store
            .append_or_amend(&check_in(2, value), &any::items())
            .unwrap();
        assert_eq!(
            store.fact(check_in(2, value).key).unwrap(),
            Some(check_in(2, value))
        );
    }
    assert_eq!(store.n_facts().unwrap(), 2);
    assert!(store.check().unwrap().is_whole());
    assert_eq!(
        store.recent_check_ins(at(0).unix_seconds()).unwrap(),
        [at(2)]
    );
    assert!(
        store
            .recent_check_ins(at(2).unix_seconds())
            .unwrap()
            .is_empty()
    );
    // Forms of other kinds are not check-ins.
    let evening = of_form(5, Form::Evening);
    store.append_or_amend(&evening, &any::items()).unwrap();
    assert_eq!(
        store.recent_check_ins(at(0).unix_seconds()).unwrap(),
        [at(2)]
    );
    // A refused one leaves the old one standing.
    let mut other = any::items();
    other[0].scale = ResponseScale::Open;
    assert!(store.append_or_amend(&check_in(2, 40.0), &other).is_err());
    assert_eq!(
        store.fact(check_in(2, 30.0).key).unwrap(),
        Some(check_in(2, 30.0))
    );
}

#[test]
fn an_imported_fact_is_not_amended_by_hand() {
    let place = Place::new();
    let mut store = place.store();
    let file = any::file();
    let mut imported = check_in(3, 10.0);
    imported.source = Source::Import {
        file: file.digest,
        line: 2,
    };
    store
        .append(std::slice::from_ref(&imported), &any::items(), Some(&file))
        .unwrap();
    store
        .append_or_amend(&check_in(3, 90.0), &any::items())
        .unwrap();
    assert_eq!(store.fact(imported.key).unwrap(), Some(imported));
}

fn said(look_day: &str, sentence: &str) -> Said {
    let day = |text| LocalDay::parse(text).unwrap();
    Said {
        question: "course".to_owned(),
        about: "level".to_owned(),
        is_up: true,
        span: (day("2026-03-02"), day("2026-03-09")),
        sentence: sentence.to_owned(),
        size: (8.5, 2.25, 14.75),
        look_day: day(look_day),
        shown_on: day("2026-04-20"),
        taken_back_on: None,
        method: ("a-method".to_owned(), "1".to_owned()),
    }
}

#[test]
fn what_was_said_keeps_its_words_and_takes_the_day_of_its_end() {
    let place = Place::new();
    let mut store = place.store();
    let first = said("2026-04-12", "It was higher.");
    let other = said("2026-05-30", "It was higher again.");
    store.keep_said(&[other.clone(), first.clone()]).unwrap();
    assert_eq!(store.said().unwrap(), [first.clone(), other.clone()]);
    // Said again in other words: the old words stay, the day of taking back is new.
    let back = Some(LocalDay::parse("2026-06-01").unwrap());
    let again = Said {
        taken_back_on: back,
        ..said("2026-04-12", "Other words.")
    };
    store.keep_said(std::slice::from_ref(&again)).unwrap();
    let ended = Said {
        taken_back_on: back,
        ..first.clone()
    };
    assert_eq!(store.said().unwrap(), [ended.clone(), other.clone()]);
    assert_eq!(place.open().load().unwrap().said, [ended, other.clone()]);
    // It was so after all.
    store.keep_said(std::slice::from_ref(&first)).unwrap();
    assert_eq!(store.said().unwrap()[0], first);
    assert!(store.forget_said(&first).unwrap());
    assert!(!store.forget_said(&first).unwrap());
    assert_eq!(store.said().unwrap(), [other]);
    assert!(store.check().unwrap().is_whole());
}
