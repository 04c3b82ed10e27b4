//! What happened and time with others, as a person writes them down.

use app::{App, NewContact, NewEvent, TroubleKind};

use crate::place::{Place, key};

fn event(app: &mut App, number: u8, label: &str, day: &str) {
    let new = NewEvent {
        key: key(number),
        day: day.to_owned(),
        label: label.to_owned(),
        ..NewEvent::default()
    };
    app.event_so_far(&new).unwrap();
}

fn contact(number: u8, with: &str, heard: &str, day: &str) -> NewContact {
    NewContact {
        key: key(number),
        day: day.to_owned(),
        with: with.to_owned(),
        heard: heard.to_owned(),
    }
}

#[test]
fn a_day_that_recalls_a_loss_is_named_a_month_ahead_and_no_sooner() {
    // Today is 2 March 2026.
    let (place, mut app) = Place::begun();
    event(&mut app, 1, "A loss", "2024-03-20");
    event(&mut app, 2, "A loss", "2019-04-02");
    event(&mut app, 3, "A day that recalls a loss", "2020-03-02");
    event(&mut app, 4, "A fight or an argument", "2025-03-10");
    // The day itself, this year, recalls nothing yet.
    event(&mut app, 5, "A loss", "2026-03-02");
    assert_eq!(
        app.happened().unwrap().ahead,
        [
            "Today: the day of a loss, 2 Mar 2020",
            "Fri 20 Mar: the day of a loss, 20 Mar 2024",
        ]
    );
    place.set("2026-12-20 10:00:00");
    event(&mut app, 6, "A loss", "2021-01-05");
    assert_eq!(
        app.happened().unwrap().ahead,
        ["Tue 5 Jan: the day of a loss, 5 Jan 2021"],
        "over the turn of the year"
    );
    place.set("2027-02-10 10:00:00");
    event(&mut app, 7, "A loss", "2024-02-29");
    assert_eq!(
        app.happened().unwrap().ahead,
        [
            "Sun 28 Feb: the day of a loss, 29 Feb 2024",
            "Tue 2 Mar: the day of a loss, 2 Mar 2020",
            "Tue 2 Mar: the day of a loss, 2 Mar 2026",
        ]
    );
}

#[test]
fn what_is_kept_out_of_sight_stands_apart_and_is_never_named_ahead() {
    let (place, mut app) = Place::begun();
    event(&mut app, 1, "Rough things, seen or lived", "2025-03-10");
    let secret = NewEvent {
        key: key(2),
        day: "2025-03-11".to_owned(),
        label: "A loss".to_owned(),
        is_sensitive: true,
        ..NewEvent::default()
    };
    app.event_so_far(&secret).unwrap();
    let view = app.happened().unwrap();
    assert!(view.events.is_empty() && view.ahead.is_empty());
    assert_eq!(view.unseen.len(), 2);
    app.take_out(&view.unseen[0].key).unwrap();
    assert_eq!(app.happened().unwrap().unseen.len(), 1);
    let ahead = NewEvent {
        key: key(3),
        day: "2026-03-09".to_owned(),
        ..secret
    };
    assert_eq!(
        app.event_so_far(&ahead).unwrap_err().kind,
        TroubleKind::Input
    );
    assert_eq!(place.record().events().count(), 1);
}

#[test]
fn time_with_others_is_any_word_and_a_number_that_may_be_left_out() {
    let (_place, mut app) = Place::begun();
    app.contact(&contact(1, " a friend ", "60", "2026-03-01"))
        .unwrap();
    app.contact(&contact(1, "a friend", "60", "2026-03-01"))
        .unwrap();
    app.contact(&contact(2, "B.", "", "2026-03-02")).unwrap();
    let view = app.happened().unwrap();
    let words: Vec<&str> = view.contacts.iter().map(|one| one.words.as_str()).collect();
    assert_eq!(
        words,
        [
            "Mon 2 Mar 2026: B.",
            "Sun 1 Mar 2026: a friend, felt heard 60 of 100",
        ]
    );
    assert_eq!(view.people_words, ["B.", "a friend"]);
    for (with, heard, day) in [
        ("", "60", "2026-03-01"),
        ("x", "101", "2026-03-01"),
        ("x", "-1", "2026-03-01"),
        ("x", "much", "2026-03-01"),
        ("x", "50", "2026-03-03"),
        ("x", "50", "soon"),
    ] {
        let trouble = app.contact(&contact(9, with, heard, day)).unwrap_err();
        assert_eq!(trouble.kind, TroubleKind::Input, "{with} {heard} {day}");
    }
    assert_eq!(app.happened().unwrap().contacts.len(), 2);
}
