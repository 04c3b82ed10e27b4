//! The week in short: once a week, in sentences, and a change only where the finding says one.

use app::{App, FormKind, FormPost, FormState, FormStep, WeekView};

use crate::place::{Place, key};

/// So many days of two answers each, from 1 March 2026 on; `value` gives the level of a day.
fn days(n: u32, value: impl Fn(u32) -> f64) -> (Place, App) {
    let (place, mut app) = Place::begun();
    for day in 0..n {
        let date = |hour: u32| {
            let (month, number) = if day < 31 {
                (3, day + 1)
            } else {
                (4, day - 30)
            };
            format!("2026-{month:02}-{number:02} {hour:02}:00:00")
        };
        for hour in [10, 18] {
            // Scatter of a few points, the same on every run.
            let scatter = f64::from((day * 37 + hour * 11) % 13) - 6.0;
            place.log(&mut app, &date(hour), value(day) + scatter);
        }
    }
    (place, app)
}

fn lines<'v>(view: &'v WeekView, id: &str) -> Vec<&'v str> {
    let parts = view.parts.iter().filter(|part| part.id == id);
    parts
        .flat_map(|part| part.lines.iter().map(String::as_str))
        .collect()
}

fn is_offered(app: &mut App) -> bool {
    let offers = app.today().unwrap().offers;
    offers.iter().any(|offer| offer.href == "/week")
}

#[test]
fn before_a_week_is_over_there_is_nothing_and_nothing_is_offered() {
    let (place, mut app) = Place::begun();
    let view = app.week().unwrap();
    assert!(view.parts.is_empty() && view.dates.is_empty() && view.calm.is_none());
    place.log(&mut app, "2026-03-01 10:00:00", 40.0);
    place.log(&mut app, "2026-03-03 10:00:00", 40.0);
    assert!(app.week().unwrap().kept.starts_with("No week is over yet"));
    assert!(!is_offered(&mut app));
}

#[test]
fn three_calm_weeks_are_calm_and_the_page_stays_the_same_for_a_week() {
    let (place, mut app) = days(28, |_| 60.0);
    place.set("2026-03-29 09:00:00");
    let view = app.week().unwrap();
    assert_eq!(view.dates, "22 Mar 2026 to 28 Mar 2026");
    assert!(view.kept.contains("7 of these seven days"), "{}", view.kept);
    assert!(
        view.calm
            .as_ref()
            .unwrap()
            .starts_with("Nothing stands out")
    );
    let level = lines(&view, "level");
    assert_eq!(level.len(), 1, "no change is spoken of: {level:?}");
    assert!(level[0].starts_with("Numbness lay at about "));
    assert!(is_offered(&mut app));
    // What is written in the week after changes nothing here, however often it is opened.
    for (clock, value) in [("10:00", 0.0), ("12:00", 0.0), ("14:00", 0.0)] {
        place.log(&mut app, &format!("2026-03-30 {clock}:00"), value);
    }
    let again = app.week().unwrap();
    assert_eq!(
        (again.dates, again.parts, again.calm),
        (view.dates, view.parts, view.calm)
    );
    place.set("2026-04-03 09:00:00");
    assert_eq!(app.week().unwrap().kept, view.kept);
    assert!(!is_offered(&mut app), "it is offered for two days");
    // A week without notes is said without blame.
    place.set("2026-04-20 09:00:00");
    let empty = app.week().unwrap();
    assert!(
        empty.kept.starts_with("There are no notes"),
        "{}",
        empty.kept
    );
    assert!(empty.calm.is_none() && !is_offered(&mut app));
}

#[test]
fn a_change_is_said_in_the_words_of_the_finding_and_only_then() {
    let (place, mut app) = days(35, |day| if day < 28 { 75.0 } else { 20.0 });
    place.set("2026-04-05 09:00:00");
    let view = app.week().unwrap();
    let level = lines(&view, "level");
    assert!(
        level
            .iter()
            .any(|line| line.contains("more numb than the four weeks")),
        "{level:?}"
    );
    assert!(view.calm.is_none());
    let answers = app.answers().unwrap();
    let said = answers.cards.iter().flat_map(|card| &card.lines);
    // Answers looks at the seven days up to today, of which one has no notes yet.
    assert!(
        said.clone()
            .any(|line| line.contains("more numb than the four weeks"))
    );
}

#[test]
fn the_weekly_page_ends_the_week_and_its_words_stand_here_with_the_flickers() {
    let (place, mut app) = days(12, |_| 60.0);
    place.set("2026-03-11 20:00:00");
    app.flicker(&key(9), "trace", "warm").unwrap();
    place.set("2026-03-12 20:00:00");
    while let FormState::Ask(view) = app.form(FormKind::Weekly).unwrap() {
        let answers = [("emotion_word", "9"), ("emotion_place", "4")];
        let own = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        app.save_form(&FormPost {
            kind: FormKind::Weekly,
            key: view.key.clone(),
            page: view.page,
            answers: answers.map(own).to_vec(),
            step: FormStep::Next,
        })
        .unwrap();
    }
    let view = app.week().unwrap();
    assert_eq!(view.dates, "6 Mar 2026 to 12 Mar 2026");
    assert_eq!(lines(&view, "words"), ["Thu 12 Mar 2026: Sad (Chest)"]);
    let flickers = lines(&view, "flickers");
    assert_eq!(flickers.len(), 1);
    assert!(flickers[0].ends_with("a trace (warm)"), "{flickers:?}");
    let FormState::Done(done) = app.form(FormKind::Weekly).unwrap() else {
        panic!("the weekly page is done");
    };
    assert!(done.links.iter().any(|(address, _)| address == "/week"));
}

#[test]
fn in_danger_the_week_is_put_away_and_help_stands_there() {
    let (_place, mut app) = days(28, |_| 60.0);
    while let FormState::Ask(view) = app.form(FormKind::SelfCheck).unwrap() {
        let danger = ("watched_idea".to_owned(), "3".to_owned());
        app.save_form(&FormPost {
            kind: FormKind::SelfCheck,
            key: view.key.clone(),
            page: view.page,
            answers: vec![danger],
            step: FormStep::Next,
        })
        .unwrap();
    }
    let view = app.week().unwrap();
    assert!(view.stands_alone && view.parts.is_empty());
    app.go_on().unwrap();
    assert!(!app.week().unwrap().parts.is_empty());
}
