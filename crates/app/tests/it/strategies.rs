//! What can be tried: gates, sessions, sheets and the course, as a person meets them.

use std::collections::BTreeMap;

use app::{App, NewSheet, SessionPost, SessionView, TryView};
use record::{FactBody, Form, Practice, Sheet};

use crate::advice::tell;
use crate::place::Place;

const GROUNDING: u16 = 1;
const BREATHING: u16 = 3;
const MUSCLES: u16 = 4;
const MEALS: u16 = 6;
const TRIGGERS: u16 = 7;

fn one(app: &mut App, number: u16) -> TryView {
    app.try_one(number).unwrap().unwrap()
}

fn why(app: &mut App, number: u16) -> Option<String> {
    one(app, number).locked.map(|locked| locked.why)
}

/// A record in which one answer was given.
fn told(form: Form, item: &str, value: f64) -> (Place, App) {
    let (place, mut app) = Place::begun();
    app.lock();
    tell(&place, form, &BTreeMap::from([(item.to_owned(), value)]));
    let app = place.again();
    (place, app)
}

fn go(app: &mut App, number: u16, (step, go, rating): (&str, &str, &str)) -> String {
    let post = SessionPost {
        step: step.to_owned(),
        go: go.to_owned(),
        rating: rating.to_owned(),
    };
    app.go_on_session(number, &post).unwrap()
}

fn practices(place: &Place) -> Vec<Practice> {
    let of = |fact: &record::Fact| match &fact.body {
        FactBody::Practice(practice) => Some(practice.clone()),
        _ => None,
    };
    place.record().facts().iter().filter_map(of).collect()
}

fn sheets(place: &Place) -> Vec<Sheet> {
    let of = |fact: &record::Fact| match &fact.body {
        FactBody::Sheet(sheet) => Some(sheet.clone()),
        _ => None,
    };
    place.record().facts().iter().filter_map(of).collect()
}

/// A whole session with these ratings, all steps done.
fn session(app: &mut App, number: u16, (before, after): (&str, &str)) {
    app.begin_session(number).unwrap();
    for step in 1..=20 {
        let rating = if step == 1 { before } else { "" };
        go(app, number, (&step.to_string(), "next", rating));
        if matches!(
            app.guided_session(number).unwrap(),
            Some(SessionView::After(_))
        ) {
            go(app, number, ("", "", after));
            return;
        }
    }
    panic!("a session ends");
}

#[test]
fn where_reality_does_not_hold_everything_to_try_is_put_away() {
    let (_place, mut app) = told(Form::SelfCheck, "as_if", 3.0);
    assert!(app.hides_exercises().unwrap());
    assert!(app.try_list().unwrap().is_hidden);
    assert!(app.course().unwrap().is_hidden);
    assert!(app.course_unit(1).unwrap().is_none());
    assert!(!app.today().unwrap().offers_grounding);
    for number in 1..=12 {
        assert_eq!(app.begin_session(number).unwrap(), format!("/try/{number}"));
        assert!(app.guided_session(number).unwrap().is_none());
    }
}

#[test]
fn a_session_that_runs_is_put_away_when_reality_stops_holding() {
    let (place, mut app) = Place::begun();
    app.begin_grounding().unwrap();
    assert!(app.guided_session(GROUNDING).unwrap().is_some());
    tell(
        &place,
        Form::SelfCheck,
        &BTreeMap::from([("as_if".to_owned(), 3.0)]),
    );
    assert!(app.guided_session(GROUNDING).unwrap().is_none());
}

#[test]
fn worries_about_eating_put_meals_away_and_nothing_else() {
    let (_place, mut app) = told(Form::SelfCheck, "eating", 1.0);
    assert!(why(&mut app, MEALS).unwrap().contains("eating or weight"));
    assert_eq!(why(&mut app, BREATHING), None);
    let item = one(&mut app, MEALS).locked.unwrap();
    assert!(
        item.instead
            .iter()
            .all(|(address, _)| address.starts_with("/try/"))
    );
}

#[test]
fn what_hurts_at_home_is_nothing_to_get_used_to() {
    let (_place, mut app) = told(Form::SelfCheck, "unsafe_home", 1.0);
    let locked = one(&mut app, TRIGGERS).locked.unwrap();
    assert!(locked.why.contains("safety comes first"), "{}", locked.why);
    assert_eq!(locked.instead[0].0, "/help/safe-place");
    assert_eq!(why(&mut app, GROUNDING), None);
}

#[test]
fn what_looks_at_the_body_opens_only_when_the_body_is_said_to_be_near() {
    let (_place, mut unknown) = Place::begun();
    assert!(why(&mut unknown, MUSCLES).is_some(), "nobody said");
    let (_place, mut far) = told(Form::CheckIn, "body_apart", 60.0);
    assert!(why(&mut far, MUSCLES).is_some());
    let (place, mut near) = told(Form::CheckIn, "body_apart", 59.0);
    assert_eq!(why(&mut near, MUSCLES), None);
    place.set("2026-03-20 10:00:00");
    assert!(why(&mut near, MUSCLES).is_some(), "that was long ago");
}

#[test]
fn a_session_is_kept_with_its_time_and_both_ratings_once() {
    let (place, mut app) = Place::begun();
    assert_eq!(app.begin_grounding().unwrap(), "/try/1/session");
    go(&mut app, GROUNDING, ("1", "next", "78"));
    place.pass(150);
    // The same page sent twice goes on once.
    go(&mut app, GROUNDING, ("1", "next", "0"));
    assert!(
        practices(&place).is_empty(),
        "nothing is kept before it is done"
    );
    go(&mut app, GROUNDING, ("2", "stop", ""));
    let kept = practices(&place);
    assert_eq!(kept.len(), 1, "on disk before the rating after");
    assert_eq!(kept[0].unreality.before(), Some(78));
    go(&mut app, GROUNDING, ("", "", "44"));
    let kept = practices(&place);
    assert_eq!(kept.len(), 1);
    let practice = &kept[0];
    assert_eq!(practice.strategy.as_str(), "grounding");
    assert_eq!(practice.minutes.unwrap().0, 3);
    assert_eq!(practice.unreality.after(), Some(44));
    assert!(matches!(
        app.guided_session(GROUNDING).unwrap(),
        Some(SessionView::End(_))
    ));
}

#[test]
fn stopping_at_the_first_step_keeps_nothing_and_a_wrong_rating_changes_nothing() {
    let (place, mut app) = Place::begun();
    app.begin_session(BREATHING).unwrap();
    for wrong in ["101", "-1", "NaN", "a lot"] {
        let post = SessionPost {
            step: "1".to_owned(),
            go: "next".to_owned(),
            rating: wrong.to_owned(),
        };
        assert!(app.go_on_session(BREATHING, &post).is_err(), "{wrong}");
    }
    assert_eq!(go(&mut app, BREATHING, ("1", "stop", "")), "/try/3");
    assert!(practices(&place).is_empty());
    assert!(app.guided_session(BREATHING).unwrap().is_none());
}

#[test]
fn what_made_things_less_real_twice_is_put_away_and_once_or_a_little_is_not() {
    let (place, mut app) = Place::begun();
    session(&mut app, BREATHING, ("30", "49"));
    session(&mut app, BREATHING, ("30", "50"));
    assert_eq!(why(&mut app, BREATHING), None, "once is not twice");
    session(&mut app, BREATHING, ("10", "90"));
    assert!(
        why(&mut app, BREATHING)
            .unwrap()
            .contains("less real after it, twice")
    );
    assert_eq!(why(&mut app, GROUNDING), None);
    app.lock();
    let mut later = place.again();
    assert!(why(&mut later, BREATHING).is_some(), "it is kept");
}

#[test]
fn grounding_is_offered_four_times_a_day_and_again_on_the_next() {
    let (place, mut app) = Place::begun();
    for _ in 0..4 {
        assert_eq!(app.begin_grounding().unwrap(), "/try/1/session");
        go(&mut app, GROUNDING, ("1", "next", ""));
        go(&mut app, GROUNDING, ("2", "stop", ""));
        place.pass(600);
    }
    assert_eq!(app.begin_grounding().unwrap(), "/try/1");
    assert!(why(&mut app, GROUNDING).unwrap().contains("farthest thing"));
    place.set("2026-03-03 10:00:00");
    assert_eq!(app.begin_grounding().unwrap(), "/try/1/session");
}

fn plan(key: &str, then: &str) -> NewSheet {
    let field = |name: &str, words: &str| (name.to_owned(), words.to_owned());
    NewSheet {
        key: key.to_owned(),
        sheet: "triggers".to_owned(),
        fields: vec![
            field("if", "a door slams"),
            field("then", then),
            field("nothing", "x"),
        ],
    }
}

#[test]
fn a_sheet_is_kept_changed_taken_out_and_put_back_as_written() {
    let (place, mut app) = Place::begun();
    let key = "0123456789abcdef0123456789abcdef";
    app.write_sheet(&plan(key, "I look up")).unwrap();
    place.set("2026-03-05 10:00:00");
    app.write_sheet(&plan(key, "I name a color")).unwrap();
    let kept = sheets(&place);
    assert_eq!(kept.len(), 1, "changed in its place");
    assert_eq!(kept[0].field("then"), Some("I name a color"));
    assert_eq!(
        kept[0].lines().len(),
        2,
        "a field that no sheet has is left"
    );
    assert_eq!(app.take_out_sheet(key).unwrap(), "/try/7");
    assert!(sheets(&place).is_empty());
    assert_eq!(app.put_back_sheet(key).unwrap(), "/try/7");
    assert_eq!(sheets(&place), kept);
}

#[test]
fn a_sheet_that_is_empty_too_long_or_of_another_kind_is_refused_and_changes_nothing() {
    let (place, mut app) = Place::begun();
    let key = "0123456789abcdef0123456789abcdef";
    let mut empty = plan(key, "");
    empty.fields[0].1 = "  ".to_owned();
    assert!(
        app.write_sheet(&empty)
            .unwrap_err()
            .what
            .contains("nothing is written")
    );
    assert!(app.write_sheet(&plan(key, &"x".repeat(4001))).is_err());
    let choice = NewSheet {
        key: key.to_owned(),
        sheet: "flickers".to_owned(),
        fields: vec![("came".to_owned(), "everything".to_owned())],
    };
    assert!(app.write_sheet(&choice).is_err());
    let unknown = NewSheet {
        sheet: "songs".to_owned(),
        ..plan(key, "x")
    };
    assert!(app.write_sheet(&unknown).is_err());
    assert!(sheets(&place).is_empty());
    // A key that stands for something else is not written over.
    app.note(key, "a quiet day", None).unwrap();
    assert!(app.write_sheet(&plan(key, "x")).is_err());
    assert!(sheets(&place).is_empty());
}

#[test]
fn the_course_is_found_again_after_a_week_where_it_was_left() {
    let (place, mut app) = Place::begun();
    assert!(app.course().unwrap().at.is_none());
    for number in [1, 2, 3] {
        app.course_unit(number).unwrap().unwrap();
    }
    app.lock();
    place.set("2026-03-09 18:00:00");
    let mut app = place.again();
    let (line, address) = app.course().unwrap().at.unwrap();
    assert_eq!(line, "You were at page 3: Other meanings");
    assert_eq!(address, "/course/3");
    // Pages may be skipped, and one may go back.
    assert!(app.course_unit(8).unwrap().unwrap().next.is_none());
    assert_eq!(app.course().unwrap().at.unwrap().1, "/course/8");
    assert!(app.course_unit(9).unwrap().is_none());
}

#[test]
fn after_six_weeks_without_a_change_somebody_who_knows_more_is_named() {
    let (place, mut app) = Place::begun();
    app.course_unit(1).unwrap().unwrap();
    place.set("2026-04-12 10:00:00");
    assert_eq!(app.course().unwrap().see_someone, None, "41 days");
    place.set("2026-04-13 10:00:00");
    let line = app.course().unwrap().see_someone.unwrap();
    assert!(line.contains("too few to show a change"), "{line}");
}
