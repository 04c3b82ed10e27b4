//! Naming what is suspected, dropping it, and bringing it in with a file.

use std::path::PathBuf;

use app::{AnalyseRequest, App, ImportRequest, NewEvent, SuspectsView, TroubleKind};
use record::Suspect;

use crate::place::{Place, check_in, key};

/// The one card that takes suspects.
fn suspects(app: &mut App) -> SuspectsView {
    let cards = app.answers().unwrap().cards;
    let mut taking = cards.into_iter().filter_map(|card| {
        assert_eq!(card.suspects.is_some(), card.id == "answer-triggers");
        card.suspects
    });
    taking.next().unwrap()
}

fn event(app: &mut App, number: u8, label: &str, is_sensitive: bool) {
    let new = NewEvent {
        key: key(number),
        day: "2026-03-02".to_owned(),
        label: label.to_owned(),
        clock: "09:00".to_owned(),
        is_sensitive,
        ..NewEvent::default()
    };
    app.event(&new).unwrap();
}

/// What is kept: name, day of naming, day of dropping.
fn kept(place: &Place) -> Vec<(String, String, Option<String>)> {
    let profile = place.record().profile;
    let all = profile.suspects().iter();
    all.map(|s| {
        let dropped = s.dropped_on().map(|day| day.to_string());
        (s.name().to_owned(), s.named_on().to_string(), dropped)
    })
    .collect()
}

fn names(place: &Place) -> Vec<String> {
    let profile = place.record().profile;
    let named = profile.named_suspects();
    named.map(|s| s.name().to_owned()).collect()
}

#[test]
fn what_is_followed_can_be_named_and_nothing_else() {
    let (place, mut app) = Place::begun();
    let empty = suspects(&mut app);
    assert!(empty.choices.is_empty() && empty.named.is_empty() && !empty.is_full);
    check_in(&mut app);
    let events = ["Argument", "a long drive", "noise"];
    for (number, label) in (1..).zip(events) {
        event(&mut app, number, label, false);
    }
    event(&mut app, 9, "secret", true);
    let before = suspects(&mut app);
    let labels: Vec<_> = before.choices.iter().map(|(_, l)| l.as_str()).collect();
    // By the alphabet: the order says nothing. What is marked as sensitive is not shown.
    assert_eq!(labels, ["a long drive", "Argument", "noise", "tension"]);
    for name in ["", "nothing", "feeling_strength", " ", "secret"] {
        let trouble = app.name_suspect(name).unwrap_err();
        assert_eq!(trouble.kind, TroubleKind::Input, "{name}");
        assert_eq!(trouble.what, "that is nothing that these notes follow");
        assert!(!trouble.hint.is_empty());
    }
    assert_eq!(kept(&place), []);
    let picked: Vec<String> = before.choices.iter().map(|(n, _)| n.clone()).collect();
    for name in &picked[..3] {
        app.name_suspect(name).unwrap();
        // The same form sent twice.
        app.name_suspect(name).unwrap();
    }
    assert_eq!(names(&place), picked[..3]);
    let full = suspects(&mut app);
    assert!(full.is_full && full.named.len() == 3);
    assert_eq!(full.choices.len(), before.choices.len() - 3);
    assert!(
        full.named[0]
            .line
            .ends_with("All that is written counts for it.")
    );
    let trouble = app.name_suspect(&picked[3]).unwrap_err();
    assert_eq!(trouble.what, "at most three suspects can be named");
    assert_eq!(trouble.hint, "drop one of them first");
    assert_eq!(names(&place), picked[..3]);
    // Dropped on the day of its naming, it leaves no trace.
    app.drop_suspect(&picked[1]).unwrap();
    app.drop_suspect(&picked[1]).unwrap();
    app.drop_suspect("nothing").unwrap();
    assert_eq!(kept(&place).len(), 2);
    app.name_suspect(&picked[3]).unwrap();
    assert_eq!(suspects(&mut place.again()).named.len(), 3);
}

#[test]
fn a_naming_keeps_its_day_and_a_dropping_is_not_forgotten() {
    let (place, mut app) = Place::begun();
    check_in(&mut app);
    let name = suspects(&mut app).choices[0].0.clone();
    place.set("2026-03-12 10:00:00");
    app.name_suspect(&name).unwrap();
    let line = &suspects(&mut app).named[0].line;
    assert!(line.contains(" on 12 Mar 2026."), "{line}");
    place.set("2026-03-20 10:00:00");
    app.name_suspect(&name).unwrap();
    app.drop_suspect(&name).unwrap();
    assert!(suspects(&mut app).named.is_empty());
    // Named anew, it begins anew.
    place.set("2026-04-01 10:00:00");
    app.name_suspect(&name).unwrap();
    let first = (
        name.clone(),
        "2026-03-12".to_owned(),
        Some("2026-03-20".to_owned()),
    );
    assert_eq!(kept(&place), [first, (name, "2026-04-01".to_owned(), None)]);
}

#[test]
fn naming_and_dropping_leave_the_answers_of_the_last_look_as_they_were() {
    let (place, mut app) = Place::begun();
    let first = record::LocalDay::parse("2026-03-02").unwrap();
    for idx in 0..50i32 {
        place.set(&format!("{} 12:00:00", first.plus_days(idx)));
        let request = app::LogRequest {
            value: Some(f64::from((idx * 37) % 83)),
            items: vec![("tension".to_owned(), f64::from((idx * 29) % 71))],
            ..app::LogRequest::default()
        };
        app.log(&request).unwrap();
    }
    let before = app.answers_json(Some("triggers")).unwrap();
    assert!(before.contains("\"question\":\"triggers\",\"subject\":\"tension\""));
    app.name_suspect("tension").unwrap();
    assert_eq!(app.answers_json(Some("triggers")).unwrap(), before);
    place.set(&format!("{} 18:00:00", first.plus_days(50)));
    app.drop_suspect("tension").unwrap();
    assert_eq!(app.answers_json(Some("triggers")).unwrap(), before);
}

const MAP: &str = "time = { column = \"at\", zone = \"Europe/Berlin\" }\n[outcome]\n\
                   column = \"mood\"\nscale = { min = 1, max = 7 }\n\
                   polarity = \"higher_is_more_feeling\"\n";

/// A map with these columns, suspected or not, and a table of so many days of them.
fn files(place: &Place, columns: &[(&str, bool)], n_days: i32) -> ImportRequest {
    let folder = place.data().parent().unwrap().to_owned();
    let mut map = MAP.to_owned();
    let mut table = "at,mood".to_owned();
    for (column, is_suspect) in columns {
        map.push_str(&format!(
            "[[candidate]]\ncolumn = \"{column}\"\nsuspect = {is_suspect}\n"
        ));
        table.push_str(&format!(",{column}"));
    }
    let first = record::LocalDay::parse("2025-01-01").unwrap();
    for idx in 0..n_days {
        let day = first.plus_days(idx);
        table.push_str(&format!("\n{day} 09:00,{}", 1 + (idx * 5 + idx / 7) % 7));
        for (place, _) in (1..).zip(columns) {
            table.push_str(&format!(",{}", (idx * (place + 2)) % 11));
        }
    }
    let write = |name: &str, text: &str| -> PathBuf {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    ImportRequest {
        file: write("t.csv", &table),
        map: Some(write("map.toml", &map)),
        ..ImportRequest::default()
    }
}

#[test]
fn a_map_is_taken_at_its_word_for_what_is_new_and_from_tomorrow_for_what_was_here() {
    let (place, mut app) = Place::begun();
    let said = |report: &app::ImportReport| report.lines.join("\n");
    let plain = files(&place, &[("tired", false)], 60);
    app.import(&plain).unwrap();
    assert_eq!(kept(&place), []);
    let named = files(&place, &[("tired", true), ("coffee", true)], 60);
    let dry = ImportRequest {
        is_dry_run: true,
        ..named.clone()
    };
    assert!(said(&app.import(&dry).unwrap()).contains("suspect: coffee"));
    assert_eq!(kept(&place), []);
    let report = app.import(&named).unwrap();
    assert!(
        said(&report).contains("suspect from tomorrow on: tired; it was here before it was named"),
        "{report:?}"
    );
    let row = |name: &str, day: &str| (name.to_owned(), day.to_owned(), None);
    let both = [row("coffee", "2025-01-01"), row("tired", "2026-03-02")];
    assert_eq!(kept(&place), both);
    // Once more changes nothing, and no word of the map drops anything.
    assert_eq!(said(&app.import(&named).unwrap()), "");
    app.import(&plain).unwrap();
    assert_eq!(kept(&place), both);
}

#[test]
fn a_file_with_one_suspect_too_many_is_refused_whole() {
    let (place, mut app) = Place::begun();
    let two = files(&place, &[("tired", true), ("coffee", true)], 10);
    app.import(&two).unwrap();
    let before = (place.record(), kept(&place));
    let four = files(&place, &[("noise", true), ("light", true)], 20);
    let trouble = app.import(&four).unwrap_err();
    assert_eq!(trouble.kind, TroubleKind::File);
    assert!(
        trouble
            .what
            .ends_with("t.csv: at most three suspects can be named"),
        "{trouble:?}"
    );
    assert!(trouble.hint.contains("nothing was changed"));
    assert_eq!((place.record(), kept(&place)), before);
}

#[test]
fn a_table_that_is_only_analysed_has_its_suspects_from_the_first_row() {
    let place = Place::new();
    let is_suspect = |is_named: bool| {
        let request = files(&place, &[("tired", is_named), ("coffee", false)], 90);
        let request = AnalyseRequest {
            file: request.file,
            map: request.map.unwrap(),
            is_json: true,
            ..AnalyseRequest::default()
        };
        let people = app::analyse(&request, &place.clock(), &|_, _| ()).unwrap();
        let document: serde_json::Value = serde_json::from_str(&people[0].text).unwrap();
        let answers = document["answers"].as_array().unwrap().clone();
        let of = |subject: &str| {
            let mut all = answers
                .iter()
                .filter(|a| a["question"] == "triggers" && a["subject"] == subject);
            all.next().unwrap()["basis"]["is_suspect"].clone()
        };
        (of("tired"), of("coffee"))
    };
    assert_eq!(is_suspect(true), (true.into(), false.into()));
    assert_eq!(is_suspect(false), (false.into(), false.into()));
}

#[test]
fn an_empty_record_takes_the_suspects_of_a_record_file_and_another_one_keeps_its_own() {
    let (place, mut app) = Place::begun();
    check_in(&mut app);
    event(&mut app, 1, "noise", false);
    app.name_suspect("tension").unwrap();
    app.name_suspect("noise").unwrap();
    place.set("2026-03-09 10:00:00");
    app.drop_suspect("noise").unwrap();
    let file = place.data().parent().unwrap().join("record.json");
    std::fs::write(&file, exchange::write_record(&place.record())).unwrap();
    let request = ImportRequest {
        file,
        ..ImportRequest::default()
    };
    let (empty, mut other) = Place::begun();
    let report = other.import(&request).unwrap();
    assert_eq!(report.lines, ["suspects: tension"]);
    assert_eq!(kept(&empty), kept(&place));
    assert_eq!(other.import(&request).unwrap().lines, [""; 0]);
    let (full, mut other) = Place::begun();
    check_in(&mut other);
    let report = other.import(&request).unwrap();
    assert!(
        report.lines[0].starts_with("suspects left out"),
        "{report:?}"
    );
    assert_eq!(full.record().profile.suspects(), [] as [Suspect; 0]);
}
