//! Looking back: what the record holds of own spells, and of the days after tense ones.

use app::{App, LogRequest, NewContact, NewEvent};

use crate::place::{Place, key};

/// A hundred days from 1 March 2026, one check-in each; numb from day 20 to 29 and from day 50 to 59.
fn lived(line: &str) -> (Place, App) {
    let place = Place::new();
    let mut app = place.app();
    app.begin(None).unwrap();
    app.choose_line(line).unwrap();
    for day in 0..100 {
        let is_numb = (20..30).contains(&day) || (50..60).contains(&day);
        let scatter = f64::from((day * 37) % 13) - 6.0;
        let numbness = if is_numb { 85.0 } else { 30.0 } + scatter;
        place.set(&format!("{} 18:00:00", date(day)));
        let tension = if day % 13 == 4 { 80.0 } else { 20.0 + scatter };
        let request = LogRequest {
            value: Some(100.0 - numbness),
            items: vec![("tension".to_owned(), tension)],
            ..LogRequest::default()
        };
        app.log(&request).unwrap();
    }
    (place, app)
}

fn date(day: i32) -> String {
    let first = record::LocalDay::parse("2026-03-01").unwrap();
    first.plus_days(day).to_string()
}

fn event(app: &mut App, number: u8, label: &str, day: i32, is_sensitive: bool) {
    let new = NewEvent {
        key: key(number),
        day: date(day),
        label: label.to_owned(),
        is_sensitive,
        ..NewEvent::default()
    };
    app.event_so_far(&new).unwrap();
}

#[test]
fn spells_are_listed_with_their_length_and_what_was_done_in_them() {
    let (_place, mut app) = lived("60");
    event(&mut app, 1, "A loss", 22, false);
    event(&mut app, 2, "A loss", 40, false);
    event(&mut app, 3, "Hard at home", 23, true);
    let contact = NewContact {
        key: key(4),
        day: date(24),
        with: "a friend".to_owned(),
        heard: String::new(),
    };
    app.contact(&contact).unwrap();
    let view = app.back().unwrap();
    assert!(!view.stands_alone);
    let headings: Vec<&str> = view.spells.iter().map(|s| s.heading.as_str()).collect();
    assert_eq!(
        headings,
        ["20 Apr 2026 to 29 Apr 2026", "21 Mar 2026 to 30 Mar 2026"]
    );
    assert!(
        view.spells[1].length.starts_with("10 days."),
        "{:?}",
        view.spells[1]
    );
    assert_eq!(
        view.spells[1].within,
        ["Time with others: on one day", "23 Mar: A loss"],
        "what lies outside, and what is kept out of sight, is not told"
    );
    assert_eq!(
        view.spells[0].within,
        ["Nothing was written down as done or as happened."]
    );
    let lines = view.spells_lines.join(" ");
    assert!(lines.contains("your own line (60)"), "{lines}");
    assert!(lines.contains("Before now it lifted 2 times"), "{lines}");
    assert!(lines.contains("once 3 have lifted"), "{lines}");
}

#[test]
fn without_an_own_line_no_spell_is_listed() {
    let (_place, mut app) = lived("");
    let view = app.back().unwrap();
    assert!(view.spells.is_empty());
    assert!(
        view.spells_lines[0].contains("You drew none"),
        "{:?}",
        view.spells_lines
    );
}

#[test]
fn the_days_after_tense_ones_are_told_with_their_span_and_never_as_a_cause() {
    let (_place, mut app) = lived("60");
    let after = app.back().unwrap().after;
    assert!(
        after.lines[0].contains("8 tense times"),
        "{:?}",
        after.lines
    );
    assert!(
        after.lines[1].contains("may lie between"),
        "{:?}",
        after.lines
    );
    assert!(
        after.lines[2].contains("about 94 of 100"),
        "as measured, not as meant: {:?}",
        after.lines
    );
    assert!(after.cannot_tell[1].contains("Only there is anything claimed"));
    let picture = after.picture.unwrap();
    assert_eq!(picture.rows.len(), 6);
    app.choose_pace("pictures-off").unwrap();
    assert!(app.back().unwrap().after.picture.is_none());
}

#[test]
fn a_new_record_says_what_is_missing() {
    let (_place, mut app) = Place::begun();
    let view = app.back().unwrap();
    assert!(view.spells.is_empty() && view.after.picture.is_none());
    assert!(view.after.lines[0].starts_with("There is nothing here yet"));
}

#[test]
fn a_line_drawn_later_lists_spells_and_can_be_moved_taken_away_and_undone() {
    let (place, mut app) = lived("");
    let lies = |place: &Place| place.record().profile.threshold();
    let view = app.own_line().unwrap();
    assert!(!view.is_drawn && !view.can_undo && view.done.is_none());
    assert!(view.line.starts_with("There is no line"), "{}", view.line);
    assert!(app.back().unwrap().spells.is_empty());

    app.draw_line("60").unwrap();
    assert_eq!(app.back().unwrap().spells.len(), 2);
    let view = app.own_line().unwrap();
    assert_eq!(view.done.as_deref(), Some("Your line is kept."));
    assert!(view.line.contains("60 of 100") && view.is_drawn && view.can_undo);
    assert_eq!(app.own_line().unwrap().done, None, "said once");

    // Moved so high that nothing reaches it; what is refused changes nothing.
    app.draw_line("99").unwrap();
    assert!(app.back().unwrap().spells.is_empty());
    for wrong in ["101", "-1", "x", "NaN"] {
        assert!(app.draw_line(wrong).is_err());
        assert_eq!(lies(&place), Some(99.0));
    }
    app.undo_line().unwrap();
    assert_eq!(lies(&place), Some(60.0));
    assert_eq!(app.back().unwrap().spells.len(), 2);
    app.undo_line().unwrap();
    assert_eq!(lies(&place), Some(99.0), "and the undoing can be undone");

    app.draw_line("").unwrap();
    assert_eq!(lies(&place), None);
    assert!(app.back().unwrap().spells.is_empty());
    app.undo_line().unwrap();
    assert_eq!(lies(&place), Some(99.0));
    // A new start knows the line, and has nothing to undo.
    drop(app);
    let mut again = place.again();
    let view = again.own_line().unwrap();
    assert!(view.is_drawn && !view.can_undo);
    again.undo_line().unwrap();
    assert_eq!(lies(&place), Some(99.0));
}
