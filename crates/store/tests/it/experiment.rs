//! Experiments on disk: kept as they were locked, stopped once, told about day by day.

use record::{
    Drawing, DrawnFrom, Experiment, ExperimentDay, FactKey, ItemId, Label, LocalDay, Polarity,
    Profile, StartDays, Terms, Zone,
};
use store::StoreError;

use crate::place::Place;

fn day(text: &str) -> LocalDay {
    LocalDay::parse(text).unwrap()
}

fn terms(begins: &str) -> Terms {
    Terms {
        drawing: Drawing::Strategy(Label::new("walk; DROP TABLE experiment; --").unwrap()),
        outcome: ItemId::new("check_in").unwrap(),
        polarity: Polarity::HigherIsMoreNumb,
        begins: day(begins),
        days_per_period: 2,
        from: DrawnFrom::Restricted {
            run_max: 2,
            switches_min: 1,
        },
        assigned: vec![true, false, false, true],
        carry_over_days: 2,
        seed: u64::MAX - 5,
        locked_on: day("2026-03-01"),
    }
}

fn experiment(number: u8, terms: Terms) -> Experiment {
    Experiment::lock(FactKey::from_bytes([number; 16]), terms).unwrap()
}

#[test]
fn what_was_drawn_comes_back_as_it_was_locked_and_is_kept_once() {
    let place = Place::new();
    let mut store = place.store();
    let later = experiment(1, terms("2026-05-02"));
    let silent = experiment(
        2,
        Terms {
            drawing: Drawing::Silence,
            from: DrawnFrom::Pairs,
            polarity: Polarity::HigherIsMoreFeeling,
            ..terms("2026-03-02")
        },
    );
    let start = experiment(
        3,
        Terms {
            days_per_period: 1,
            from: DrawnFrom::StartDays(StartDays {
                earliest: 1,
                latest: 3,
                n_started: 3,
                place: 2,
                gap_days: 7,
            }),
            assigned: vec![false, false, true, true],
            ..terms("2026-06-02")
        },
    );
    let all = [later.clone(), silent.clone(), start.clone()];
    assert_eq!(store.append_experiments(&all).unwrap(), 3);
    // The same form again, and another draw under its key: what was locked stays.
    let mut again = later.clone();
    again.terms.assigned = vec![false, true, true, false];
    assert_eq!(store.append_experiments(&[again]).unwrap(), 0);
    store.lock().unwrap();
    let store = place.open();
    let expected = [silent, later, start];
    assert_eq!(store.experiments().unwrap(), expected);
    assert_eq!(store.load().unwrap().experiments, expected);
    assert!(expected.iter().all(Experiment::is_as_locked));
    assert!(store.check().unwrap().is_whole());
}

#[test]
fn it_is_stopped_once_and_a_day_is_told_again_in_its_own_place() {
    let place = Place::new();
    let mut store = place.store();
    let one = experiment(1, terms("2026-03-02"));
    store
        .append_experiments(std::slice::from_ref(&one))
        .unwrap();
    let tell = |store: &mut store::Store, text, is_done| {
        let told = ExperimentDay {
            day: day(text),
            is_done,
        };
        store.tell_of_day(one.key, told).unwrap()
    };
    assert!(tell(&mut store, "2026-03-03", true));
    assert!(tell(&mut store, "2026-03-02", false));
    assert!(tell(&mut store, "2026-03-03", false));
    assert!(store.stop_experiment(one.key, day("2026-03-04")).unwrap());
    assert!(!store.stop_experiment(one.key, day("2026-03-05")).unwrap());
    let nobody = FactKey::from_bytes([9; 16]);
    assert!(!store.stop_experiment(nobody, day("2026-03-04")).unwrap());
    let kept = place.open().experiments().unwrap().remove(0);
    assert_eq!(kept.stopped_on, Some(day("2026-03-04")));
    let told: Vec<_> = kept.days.iter().map(|t| (t.day, t.is_done)).collect();
    assert_eq!(
        told,
        [(day("2026-03-02"), false), (day("2026-03-03"), false)]
    );
    assert!(kept.is_as_locked(), "what is told later is not sealed");
}

#[test]
fn a_changed_one_is_kept_and_tells_so_and_days_come_along() {
    let place = Place::new();
    let mut store = place.store();
    let mut edited = experiment(1, terms("2026-03-02"));
    edited.terms.assigned.swap(0, 1);
    edited.days = vec![ExperimentDay {
        day: day("2026-03-02"),
        is_done: true,
    }];
    let whole = store::Beside {
        profile: &Profile::new(Zone::utc()),
        said: &[],
        experiments: &[edited.clone()],
        questionnaires: &[],
    };
    store.append_whole(&[], &[], None, whole).unwrap();
    let kept = store.experiments().unwrap();
    assert_eq!(kept, [edited]);
    assert!(!kept[0].is_as_locked());
}

#[test]
fn one_that_can_not_be_is_named_by_its_row() {
    let place = Place::new();
    let mut store = place.store();
    let mut impossible = experiment(1, terms("2026-03-02"));
    impossible.terms.assigned.clear();
    store.append_experiments(&[impossible]).unwrap();
    let error = store.load().unwrap_err();
    let is_named = matches!(
        error,
        StoreError::Unreadable {
            table: "experiment",
            row: 1
        }
    );
    assert!(is_named, "{error}");
}
