//! The safety plan as a person writes it: added, changed, taken out, put back, and nowhere else.

use app::{App, ImportRequest, NewPlanLine, PlanView, TroubleKind};

use crate::place::{Place, check_in, key};

fn write(app: &mut App, number: u8, part: &str, words: &str) {
    let new = NewPlanLine {
        key: key(number),
        part: part.to_owned(),
        words: words.to_owned(),
        ..NewPlanLine::default()
    };
    app.write_plan_line(&new).unwrap();
}

fn lines(view: &PlanView, part: &str) -> Vec<String> {
    let part = view.parts.iter().find(|p| p.part == part).unwrap();
    part.lines.iter().map(|line| line.words.clone()).collect()
}

#[test]
fn every_part_takes_lines_and_says_what_was_done_once() {
    let (_place, mut app) = Place::begun();
    let empty = app.plan().unwrap();
    let parts: Vec<&str> = empty.parts.iter().map(|part| part.part.as_str()).collect();
    assert_eq!(
        parts,
        [
            "signs",
            "helps",
            "places",
            "people",
            "professionals",
            "safe"
        ]
    );
    assert!(empty.done.is_none() && empty.gone.is_empty() && empty.emergency.is_none());
    for (number, part) in (1..).zip(&parts) {
        write(&mut app, number, part, &format!("  words of {part} "));
        // The same form sent twice writes one line.
        write(&mut app, number, part, &format!("words of {part}"));
    }
    let view = app.plan().unwrap();
    for part in &parts {
        assert_eq!(lines(&view, part), [format!("words of {part}")]);
    }
    assert_eq!(view.done.unwrap().what, "That is in your plan.");
    assert!(app.plan().unwrap().done.is_none(), "said once");
    // With a kept country its emergency number stands on top.
    app.keep_country(Some("IE")).unwrap();
    let line = app.plan().unwrap().emergency;
    assert_eq!(line.unwrap(), "In danger now: 112, 999");
}

#[test]
fn a_line_is_changed_taken_out_and_put_back_for_thirty_days() {
    let (place, mut app) = Place::begun();
    write(&mut app, 1, "helps", "a walk");
    write(&mut app, 2, "helps", "a song");
    let change = NewPlanLine {
        key: key(3),
        part: "helps".to_owned(),
        instead_of: key(1),
        words: "a long walk".to_owned(),
    };
    app.write_plan_line(&change).unwrap();
    app.write_plan_line(&change).unwrap();
    let view = app.plan().unwrap();
    assert_eq!(lines(&view, "helps"), ["a long walk", "a song"]);
    assert_eq!(view.gone[0].words, "a walk");
    app.take_out_of_plan(&key(2)).unwrap();
    let view = app.plan().unwrap();
    assert_eq!(lines(&view, "helps"), ["a long walk"]);
    assert_eq!(view.done.unwrap().put_back, Some(key(2)));
    app.put_back_in_plan(&key(2)).unwrap();
    let view = app.plan().unwrap();
    assert_eq!(lines(&view, "helps"), ["a long walk", "a song"]);
    assert_eq!(view.gone.len(), 1);
    // Thirty days later what was taken out is gone, and what stands, stands.
    place.pass(30 * 86_400 - 60);
    assert_eq!(app.plan().unwrap().gone.len(), 1);
    place.pass(120);
    let view = app.plan().unwrap();
    assert!(view.gone.is_empty());
    assert_eq!(lines(&view, "helps"), ["a long walk", "a song"]);
    // A clock that was set back loses nothing.
    place.pass(-400 * 86_400);
    assert_eq!(
        lines(&app.plan().unwrap(), "helps"),
        ["a long walk", "a song"]
    );
}

#[test]
fn what_cannot_be_kept_is_refused_in_words_and_changes_nothing() {
    let (_place, mut app) = Place::begun();
    let long = "x".repeat(501);
    for (part, words) in [
        ("signs", ""),
        ("signs", " \n "),
        ("signs", long.as_str()),
        ("nowhere", "x"),
    ] {
        let new = NewPlanLine {
            key: key(1),
            part: part.to_owned(),
            words: words.to_owned(),
            ..NewPlanLine::default()
        };
        let trouble = app.write_plan_line(&new).unwrap_err();
        assert_eq!(trouble.kind, TroubleKind::Input, "{part}");
        assert!(!trouble.hint.is_empty());
    }
    for wrong in ["", "x", "zz"] {
        assert!(app.take_out_of_plan(wrong).is_err() && app.put_back_in_plan(wrong).is_err());
    }
    let view = app.plan().unwrap();
    assert!(view.parts.iter().all(|part| part.lines.is_empty()));
    app.lock();
    assert!(app.plan().is_err() && app.take_out_of_plan(&key(1)).is_err());
}

#[test]
fn no_answer_day_or_record_file_shows_the_plan() {
    const WORDS: &str = "heronbridge";
    let (place, mut app) = Place::begun();
    write(&mut app, 1, "safe", WORDS);
    check_in(&mut app);
    let shown = [
        format!("{:?}", app.today().unwrap()),
        format!("{:?}", app.time().unwrap()),
        format!("{:?}", app.day().unwrap()),
        format!("{:?}", app.answers().unwrap()),
        app.answers_json(None).unwrap(),
        exchange::write_record(&place.record()),
        exchange::write_whole_record(&place.record()),
        format!("{:?}", app.doctor().unwrap()),
    ];
    for text in shown {
        assert!(!text.contains(WORDS));
    }
}

#[test]
fn a_plan_comes_in_with_a_record_file_that_holds_one() {
    let (place, mut app) = Place::begun();
    write(&mut app, 1, "safe", "mine");
    let record = place.record();
    let plan = store::Store::open(&store::Folder::at(place.data()), None)
        .unwrap()
        .plan()
        .unwrap();
    let text = exchange::write_whole_record_with(&record, &plan, None)
        .replace("mine", "theirs")
        .replace(&key(1), &key(2));
    let file = place.data().with_file_name("whole.json");
    std::fs::write(&file, text).unwrap();
    let request = ImportRequest {
        file,
        ..ImportRequest::default()
    };
    for _ in 0..2 {
        let report = app.import(&request).unwrap();
        assert!(
            report
                .lines
                .contains(&"a safety plan of 1 lines".to_owned()),
            "{report:?}"
        );
        assert_eq!(lines(&app.plan().unwrap(), "safe"), ["mine", "theirs"]);
    }
}
