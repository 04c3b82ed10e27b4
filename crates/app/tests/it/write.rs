//! Days written by hand: from memory, events, nights; taking out and putting back.

use app::{NewEvent, NewNight, NewRecall, TroubleKind};

use crate::place::{Place, check_in, key};

fn recall(day: &str, clock: &str, value: &str) -> NewRecall {
    NewRecall {
        key: key(1),
        day: day.to_owned(),
        clock: clock.to_owned(),
        value: value.to_owned(),
    }
}

#[test]
fn what_is_written_from_memory_is_marked_and_not_counted() {
    let (place, mut app) = Place::begun();
    check_in(&mut app);
    let before = app.answers_json(None).unwrap();
    assert!(before.contains("\"n_occasions\":1"));
    app.recall(&recall("2026-03-01", "15:30", "50")).unwrap();
    app.open_day("2026-03-01").unwrap();
    let day = app.day().unwrap();
    assert_eq!(day.facts.len(), 1);
    assert_eq!(day.facts[0].clock, "15:30");
    assert_eq!(day.facts[0].mark.as_deref(), Some("written later"));
    assert!(
        app.answers_json(None)
            .unwrap()
            .contains("\"n_occasions\":1")
    );
    app.look("all", "").unwrap();
    let time = app.time().unwrap();
    assert!(
        time.sentence.starts_with("One check-in on one day."),
        "{}",
        time.sentence
    );
    assert!(
        time.key
            .iter()
            .any(|line| line.words.starts_with("Open dots")),
        "{:?}",
        time.key
    );
    let cards = app.answers().unwrap().cards;
    let notes = cards.iter().flat_map(|card| &card.notes);
    assert!(
        notes.clone().any(|note| note.contains("written later")),
        "{cards:?}"
    );
    // It neither fills the day nor begins a pause.
    place.pass(3600);
    assert_eq!(check_in(&mut app).len(), 6);

    for (day, clock, value) in [
        ("2026-03-02", "23:00", "50"),
        ("2027-01-01", "12:00", "50"),
        ("2026-02-30", "12:00", "50"),
        ("2026-03-01", "24:30", "50"),
        ("2026-03-01", "noon", "50"),
        ("2026-03-01", "12:00", "many"),
        ("2026-03-01", "12:00", "100.5"),
    ] {
        let new = NewRecall {
            key: key(9),
            ..recall(day, clock, value)
        };
        assert_eq!(
            app.recall(&new).unwrap_err().kind,
            TroubleKind::Input,
            "{day} {clock} {value}"
        );
    }
    assert_eq!(place.record().facts().len(), 3);
}

#[test]
fn everything_can_be_taken_out_and_put_back() {
    let (place, mut app) = Place::begun();
    app.flicker(&key(1), "clear", "warm").unwrap();
    app.note(&key(2), "Rain.", None).unwrap();
    app.note(&key(3), "Sun.", Some("2026-02-20")).unwrap();
    assert_eq!(place.record().facts().len(), 3);
    let said = app.today().unwrap().undo.unwrap();
    assert!(!said.is_gone && said.what.contains("kept"), "{said:?}");
    assert!(app.today().unwrap().undo.is_none(), "it is offered once");
    app.take_out(&key(2)).unwrap();
    assert_eq!(place.record().facts().len(), 2);
    let gone = app.today().unwrap().undo.unwrap();
    assert!(gone.is_gone && gone.key == key(2));
    app.put_back(&key(2)).unwrap();
    assert_eq!(place.again().day().unwrap().facts.len(), 2);
    let facts = app.day().unwrap().facts;
    assert!(facts.iter().any(|fact| fact.words == "Rain."), "{facts:?}");
    // Another start of the program has the same.
    app.take_out(&key(1)).unwrap();
    drop(app);
    let mut again = place.again();
    assert_eq!(again.day().unwrap().facts.len(), 1);
    again.put_back(&key(1)).unwrap();
    assert_eq!(again.day().unwrap().facts.len(), 2);
}

#[test]
fn taking_something_else_out_does_not_end_a_check_in() {
    let (_place, mut app) = Place::begun();
    app.note(&key(2), "Rain.", None).unwrap();
    let first = crate::place::question(&mut app);
    crate::place::say(&mut app, &first, "40").unwrap();
    app.take_out(&key(2)).unwrap();
    assert_eq!(crate::place::question(&mut app).step, 2);
}

#[test]
fn a_night_over_a_clock_change_has_its_true_length() {
    let (place, mut app) = Place::begun();
    place.set("2026-11-01 10:00:00");
    let night = |day: &str, number| NewNight {
        key: key(number),
        day: day.to_owned(),
        from: "23:00".to_owned(),
        to: "07:00".to_owned(),
        awake: String::new(),
    };
    for (day, number, length) in [
        ("2026-03-28", 1, "8 h 0 min"),
        ("2026-03-29", 2, "7 h 0 min"),
        ("2026-10-25", 3, "9 h 0 min"),
    ] {
        app.night(&night(day, number)).unwrap();
        app.open_day(day).unwrap();
        assert_eq!(app.day().unwrap().facts[0].words, length, "{day}");
    }
    // A time that the clock skipped is moved by the gap; one that it showed twice is the first.
    let event = NewEvent {
        key: key(4),
        day: "2026-03-28".to_owned(),
        label: "late walk".to_owned(),
        clock: "02:30".to_owned(),
        ..NewEvent::default()
    };
    app.event(&event).unwrap();
    app.open_day("2026-03-28").unwrap();
    let facts = app.day().unwrap().facts;
    let walk = facts.iter().find(|fact| fact.words == "late walk").unwrap();
    assert_eq!(
        walk.clock, "03:30",
        "the small hours belong to the day before"
    );
}
