//! What may lie behind it, what a doctor named, a plan in three parts, and counting what is kept out
//! of sight.

use app::{App, NewEvent, NewSheet};

use crate::place::{Place, key};

fn sheet(app: &mut App, number: u8, sheet: &str, fields: &[(&str, &str)]) {
    let fields = fields
        .iter()
        .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()));
    let new = NewSheet {
        key: key(number),
        sheet: sheet.to_owned(),
        fields: fields.collect(),
    };
    app.write_sheet(&new).unwrap();
}

fn held(app: &mut App, id: &str) -> Vec<String> {
    let roots = app.roots().unwrap().roots;
    roots.into_iter().find(|root| root.id == id).unwrap().held
}

#[test]
fn three_roots_and_what_is_not_clear_stand_on_one_page() {
    let (_place, mut app) = Place::begun();
    let view = app.roots().unwrap();
    let ids: Vec<&str> = view.roots.iter().map(|root| root.id).collect();
    assert_eq!(ids, ["stress", "medicines", "condition", "unclear"]);
    assert!(held(&mut app, "medicines")[0].starts_with("No medicine"));
    let all = view.roots.iter().flat_map(|root| &root.links);
    assert!(
        all.clone()
            .all(|(to, words)| to.starts_with('/') && !words.starts_with('['))
    );
    assert!(all.filter(|(to, _)| to.starts_with("/cards/")).count() == 4);
}

#[test]
fn what_a_doctor_named_is_shown_as_such_and_can_be_taken_out() {
    let (_place, mut app) = Place::begun();
    assert_eq!(
        held(&mut app, "condition"),
        ["Nothing that a doctor named is written here."]
    );
    sheet(
        &mut app,
        1,
        "named",
        &[("what", "low mood"), ("now", "Yes")],
    );
    assert_eq!(
        held(&mut app, "condition"),
        ["A doctor named, as you wrote: low mood"]
    );
    assert_eq!(app.named().unwrap().sheet.entries.len(), 1);
    assert_eq!(app.take_out_sheet(&key(1)).unwrap(), "/named");
    assert_eq!(
        held(&mut app, "condition"),
        ["Nothing that a doctor named is written here."]
    );
    assert_eq!(app.put_back_sheet(&key(1)).unwrap(), "/named");
    // No advice comes of it: it is the person's own word.
    assert!(app.today().unwrap().advice.is_none());
}

#[test]
fn a_plan_in_three_parts_is_kept_and_stays() {
    let (_place, mut app) = Place::begun();
    sheet(
        &mut app,
        2,
        "three_parts",
        &[("day", "a walk after lunch"), ("again", "in May")],
    );
    let view = app.three_parts().unwrap();
    let ids: Vec<&str> = view.parts.iter().map(|part| part.id).collect();
    assert_eq!(ids, ["day", "talking", "medicines"]);
    assert_eq!(view.sheet.entries[0].fields[0].words, "a walk after lunch");
    assert_eq!(app::sheet_address("three_parts").unwrap(), "/parts");
}

#[test]
fn what_is_kept_out_of_sight_is_counted_once_when_asked() {
    let (_place, mut app) = Place::begun();
    let days = ["2025-03-03", "2026-01-05", "2026-02-07"];
    for (number, day) in (1..).zip(days) {
        let new = NewEvent {
            key: key(number),
            day: day.to_owned(),
            label: "Rough things, seen or lived".to_owned(),
            is_sensitive: true,
            ..NewEvent::default()
        };
        app.event_so_far(&new).unwrap();
    }
    assert!(
        app.happened().unwrap().unseen_counts.is_empty(),
        "nobody asked"
    );
    app.count_unseen().unwrap();
    assert_eq!(
        app.happened().unwrap().unseen_counts,
        [
            "Rough things, seen or lived: 3 in all (2025: 1, 2026: 2). First on 3 Mar 2025, last on 7 Feb 2026."
        ]
    );
    assert!(
        app.happened().unwrap().unseen_counts.is_empty(),
        "it is folded again"
    );
}
