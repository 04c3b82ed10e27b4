//! What was said stays said with its day, or is taken back in plain words.

use app::{App, LogRequest, SaidView};
use record::LocalDay;
use serde_json::Value;

use crate::place::Place;

/// Answers that repeat at no short distance.
fn wobble(idx: i32) -> f64 {
    f64::from((idx * 37) % 23) - 11.0
}

fn day(idx: i32) -> LocalDay {
    LocalDay::parse("2026-03-02").unwrap().plus_days(idx)
}

/// One check-in a day: much feeling, and less of it from day `from` to day `until`.
fn write(place: &Place, app: &mut App, days: std::ops::Range<i32>, (from, until): (i32, i32)) {
    for idx in days {
        let level = if idx >= from && idx < until {
            30.0
        } else {
            75.0
        };
        place.log(app, &format!("{} 12:00:00", day(idx)), level + wobble(idx));
    }
}

fn said(app: &mut App) -> Vec<SaidView> {
    let cards = app.answers().unwrap().cards;
    let course = cards.into_iter().find(|card| card.id == "answer-course");
    course.unwrap().said
}

fn entries(app: &mut App) -> Vec<Value> {
    said_of(app, "course")
}

fn said_of(app: &mut App, question: &str) -> Vec<Value> {
    let text = app.answers_json(Some(question)).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    document["said"].as_array().unwrap().clone()
}

/// What is kept about the course.
fn kept(place: &Place) -> Vec<record::Said> {
    let mut said = place.record().said;
    said.retain(|said| said.question == "course");
    said
}

#[test]
fn what_was_said_stays_with_its_day_and_is_the_same_however_often_it_was_read() {
    let (seldom_place, mut seldom) = Place::begun();
    let (often_place, mut often) = Place::begun();
    for idx in 0..130 {
        write(&seldom_place, &mut seldom, idx..idx + 1, (60, 999));
        write(&often_place, &mut often, idx..idx + 1, (60, 999));
        if [70, 88, 89, 93].contains(&idx) {
            let n_lines = said(&mut often).len();
            assert_eq!(n_lines, usize::from(idx >= 89), "day {idx}");
        }
    }
    let lines = said(&mut seldom);
    assert_eq!(lines, said(&mut often));
    let [line] = lines.as_slice() else {
        panic!("{lines:?}");
    };
    // Day 90 of the record: the look at which it was first told apart.
    assert!(line.line.contains("30 May 2026"), "{line:?}");
    assert!(line.line.contains("still so"), "{line:?}");
    assert!(!line.is_taken_back && line.remove.is_none());
    let text = often.answers_text(None).unwrap();
    assert!(text.contains(&line.line), "{text}");
    let [entry] = entries(&mut often).try_into().unwrap();
    assert_eq!(entry["question"], "course");
    assert_eq!(entry["state"], "stands");
    assert_eq!(entry["look_day"], "2026-05-30");
    assert!(line.line.contains(entry["claim"].as_str().unwrap()));
    // The days of showing differ, and nothing else does.
    let shown = |entry: &Value| entry["first_shown"].as_str().unwrap().to_owned();
    let [other] = entries(&mut seldom).try_into().unwrap();
    assert!(shown(&entry) < shown(&other), "{entry} {other}");
    // Another start of the program says the same.
    often.lock();
    assert_eq!(said(&mut often_place.again()), lines);
}

/// Numbers without a pattern, 0-100.
fn scattered(idx: i32) -> f64 {
    let mixed = (u64::from(idx.unsigned_abs()) + 11).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    f64::from(u32::try_from((mixed >> 33) % 101).unwrap())
}

/// A check-in a day with a rating of tension; feeling follows the rating of the day before.
fn write_beside(place: &Place, app: &mut App, days: std::ops::Range<i32>, slope: f64) {
    for idx in days {
        place.set(&format!("{} 12:00:00", day(idx)));
        let before = scattered(idx - 1) - 50.0;
        let request = LogRequest {
            value: Some((50.0 + slope * before + wobble(idx)).clamp(0.0, 100.0)),
            items: vec![("tension".to_owned(), scattered(idx))],
            ..LogRequest::default()
        };
        app.log(&request).unwrap();
    }
}

#[test]
fn what_later_notes_do_not_carry_is_taken_back_with_both_days() {
    let (place, mut app) = Place::begun();
    write_beside(&place, &mut app, 0..45, 0.6);
    let before = said_of(&mut app, "triggers");
    let [entry] = before.as_slice() else {
        panic!("{before:?}");
    };
    assert_eq!(entry["state"], "stands");
    assert_eq!(entry["look_day"], "2026-04-12");
    assert_eq!(entry["direction"], "down");
    // From then on it goes the other way about.
    write_beside(&place, &mut app, 45..91, -0.6);
    let after = said_of(&mut app, "triggers");
    let entry = &after[0];
    assert_eq!(entry["state"], "taken_back", "{after:?}");
    assert_eq!(entry["reason"], "later_look");
    assert_eq!(entry["look_day"], "2026-04-12");
    assert_eq!(entry["claim"], before[0]["claim"]);
    let back = entry["taken_back_on"].as_str().unwrap();
    let looks = [day(59).to_string(), day(89).to_string()];
    assert!(looks.iter().any(|look| look == back), "{entry}");
    let cards = app.answers().unwrap().cards;
    let card = cards.iter().find(|card| card.id == "answer-triggers");
    let line = &card.unwrap().said[0].line;
    assert!(
        line.starts_with("On 12 Apr 2026 this program said:"),
        "{line}"
    );
    assert!(line.contains("With what is written since"), "{line}");
}

#[test]
fn what_a_changed_record_does_not_carry_is_taken_back_and_can_come_again() {
    let (place, mut app) = Place::begun();
    write(&place, &mut app, 0..100, (60, 999));
    let before = said(&mut app);
    assert_eq!(before.len(), 1, "{before:?}");
    // Reading a page writes nothing.
    assert!(place.record().said.is_empty());
    // Everything from the second part is taken out, one by one.
    let record = place.record();
    let late: Vec<String> = record
        .facts()
        .iter()
        .filter(|fact| fact.moment.day(record.profile.day_start) >= day(60))
        .map(|fact| fact.key.to_string())
        .collect();
    for key in &late {
        app.take_out(key).unwrap();
    }
    let [first] = kept(&place).try_into().unwrap();
    assert_eq!(first.taken_back_on, None);
    let after = said(&mut app);
    let [line] = after.as_slice() else {
        panic!("{after:?}");
    };
    assert!(line.is_taken_back, "{line:?}");
    assert!(
        line.line.contains("On 30 May 2026 this program said:"),
        "{line:?}"
    );
    assert!(line.line.contains("It is taken back."), "{line:?}");
    assert!(line.line.contains("9 Jun 2026"), "both days: {line:?}");
    let [entry] = entries(&mut app).try_into().unwrap();
    assert_eq!(entry["reason"], "record_changed");
    assert_eq!(entry["taken_back_on"], "2026-06-09");
    // The day of taking back stays, also when it is read again later. What was taken out can be put back for 30 days.
    app.lock();
    place.set("2026-07-05 10:00:00");
    let mut app = place.again();
    assert_eq!(said(&mut app), after);
    // Put back, it holds again; nothing of the taking back is left.
    for key in &late {
        app.put_back(key).unwrap();
    }
    let again = said(&mut app);
    assert!(again.len() == 1 && !again[0].is_taken_back, "{again:?}");
    app.lock();
    assert_eq!(kept(&place)[0].taken_back_on, None);
}

#[test]
fn a_line_that_was_taken_back_can_be_removed_and_one_that_stands_can_not() {
    let (place, mut app) = Place::begun();
    write(&place, &mut app, 0..100, (60, 999));
    let _ = said(&mut app);
    app.lock();
    let mut app = place.again();
    let stored = &kept(&place)[0];
    let (from, look) = (stored.span.0, stored.look_day);
    let name = format!("course {look} {from} {} level", stored.is_up);
    let trouble = app.remove_said(&name).unwrap_err();
    assert_eq!(trouble.what, "that is still so");
    let record = place.record();
    for fact in record.facts() {
        if fact.moment.day(record.profile.day_start) >= day(60) {
            app.take_out(&fact.key.to_string()).unwrap();
        }
    }
    let [line] = said(&mut app).try_into().unwrap();
    assert_eq!(line.remove.as_deref(), Some(name.as_str()));
    app.remove_said(&name).unwrap();
    app.remove_said(&name).unwrap();
    app.remove_said("nothing").unwrap();
    assert!(said(&mut app).is_empty());
    assert!(kept(&place).is_empty());
}

#[test]
fn another_method_that_does_not_say_it_says_so() {
    let (place, mut app) = Place::begun();
    write(&place, &mut app, 0..60, (999, 999));
    let look = day(41);
    let old = record::Said {
        question: "course".to_owned(),
        about: "level".to_owned(),
        is_up: true,
        span: (day(20), day(30)),
        sentence: "It was higher.".to_owned(),
        size: (8.0, 2.0, 14.0),
        look_day: look,
        shown_on: look,
        taken_back_on: None,
        method: ("an-old-one".to_owned(), "0".to_owned()),
    };
    app.lock();
    let folder = store::Folder::at(place.data());
    let mut store = store::Store::open(&folder, None).unwrap();
    store.keep_said(&[old]).unwrap();
    store.lock().unwrap();
    let mut app = place.again();
    let [entry] = entries(&mut app).try_into().unwrap();
    assert_eq!(entry["reason"], "method_changed");
    let [line] = said(&mut app).try_into().unwrap();
    assert!(
        line.line.contains("The way of finding answers has changed"),
        "{line:?}"
    );
}

#[test]
fn a_line_drawn_moved_or_taken_away_leaves_what_was_said_as_it_was_said() {
    let (place, mut app) = Place::begun();
    write(&place, &mut app, 0..100, (60, 999));
    let lines = said(&mut app);
    assert_eq!(lines.len(), 1);
    let (shown, triggers) = (entries(&mut app), said_of(&mut app, "triggers"));
    for value in ["44", "78", ""] {
        app.draw_line(value).unwrap();
        assert_eq!(said(&mut app), lines, "a line at {value:?}");
        assert_eq!(entries(&mut app), shown);
        assert_eq!(said_of(&mut app, "triggers"), triggers);
        assert_eq!(kept(&place).len(), 1, "kept before the line moved");
    }
    assert_eq!(said(&mut place.again()), lines);
}
