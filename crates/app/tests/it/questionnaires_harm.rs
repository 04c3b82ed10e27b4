//! The question about harm in a questionnaire: its answer is said first, whichever way it came. The wording is made up.

use app::{App, FillPost, FillState, FillStep, ImportRequest, KeepQuestionnaire};

use crate::place::Place;
use crate::questionnaires::{as_phq9, ask, done, kept, nine, send, without_numbers};

#[test]
fn an_answer_about_harm_brings_help_before_anything_else() {
    for step in [FillStep::Next, FillStep::Stop] {
        let (_place, mut app) = Place::begun();
        as_phq9(&mut app);
        for _ in 1..=8 {
            send(&mut app, "0", FillStep::Next);
        }
        assert!(app.self_check_advice().unwrap().advice.is_empty());
        let view = ask(&mut app);
        assert_eq!(view.link_id, "q9");
        send(&mut app, "1", step);
        let FillState::Help { advice, key, .. } = app.fill(1).unwrap() else {
            panic!("help comes first");
        };
        assert_eq!(advice.advice[0].id, "advice-r3");
        // It is on Today as well, and stands until it was read.
        assert!(matches!(app.fill(1).unwrap(), FillState::Help { .. }));
        let post = FillPost {
            number: 1,
            key,
            link_id: String::new(),
            values: Vec::new(),
            other: String::new(),
            step: FillStep::GoOn,
        };
        app.answer_question(&post).unwrap();
        let end = done(&mut app);
        assert_eq!(end.advice.unwrap().advice[0].id, "advice-r3");
    }
}

fn shows_help_after(file: &str, instrument: &str, value: &str) -> bool {
    let (_place, mut app) = Place::begun();
    let said = KeepQuestionnaire {
        may_use: true,
        instrument: instrument.to_owned(),
        safety_item: "q9".to_owned(),
    };
    kept(&mut app, file, &said);
    for _ in 1..=8 {
        send(&mut app, "0", FillStep::Next);
    }
    assert_eq!(ask(&mut app).link_id, "q9");
    send(&mut app, value, FillStep::Next);
    matches!(app.fill(1).unwrap(), FillState::Help { .. })
}

#[test]
fn a_form_without_numbers_is_read_by_its_rule_and_else_never_taken_for_calm() {
    let known = without_numbers("PHQ-9", "made up");
    assert!(!shows_help_after(&known, "phq9", "0"));
    assert!(shows_help_after(&known, "phq9", "1"));
    let unknown = without_numbers("Something", "made up");
    assert!(shows_help_after(&unknown, "", "0"));
    assert!(shows_help_after(&unknown, "", "3"));
}

#[test]
fn a_date_in_between_does_not_shift_the_question_about_harm() {
    let dated = nine("free").replace(
        "\"item\":[",
        "\"item\":[{\"linkId\":\"day\",\"type\":\"date\",\"text\":\"Which day?\"},",
    );
    let (_place, mut app) = Place::begun();
    app.bring_questionnaire(dated.as_bytes()).unwrap();
    let brought = app.questionnaires().unwrap().brought.unwrap();
    assert_eq!(brought.safety_item.as_deref(), Some("q9"));
}

/// Goes on to the question about harm, with the lowest answer to all before it.
fn to_the_last(app: &mut App) {
    for _ in 1..=8 {
        send(app, "0", FillStep::Next);
    }
    assert_eq!(ask(app).link_id, "q9");
}

fn speaks_first(app: &mut App) -> bool {
    let advice = app.today().unwrap().advice;
    advice.is_some_and(|advice| advice.id == "advice-r3" && advice.is_urgent)
}

#[test]
fn today_says_it_first_whichever_way_the_answer_was_left() {
    for step in [FillStep::Next, FillStep::Stop, FillStep::Back] {
        let (place, mut app) = Place::begun();
        as_phq9(&mut app);
        to_the_last(&mut app);
        assert!(!speaks_first(&mut app));
        send(&mut app, "1", step);
        assert!(
            matches!(app.fill(1).unwrap(), FillState::Help { .. }),
            "{step:?}"
        );
        assert!(speaks_first(&mut app), "{step:?}");
        // Locked, and the form taken out of the list: it is said all the same, each time.
        app.lock();
        drop(app);
        let mut app = place.again();
        let key = app.questionnaires().unwrap().kept[0].key.clone();
        app.take_out_questionnaire(&key).unwrap();
        for _ in 0..20 {
            assert!(speaks_first(&mut app), "{step:?}");
        }
    }
}

#[test]
fn an_answer_that_is_changed_is_read_as_it_is_now() {
    let (_place, mut app) = Place::begun();
    as_phq9(&mut app);
    to_the_last(&mut app);
    let last = ask(&mut app);
    send(&mut app, "2", FillStep::Next);
    let post = |value: &str, step| FillPost {
        number: 1,
        key: last.key.clone(),
        link_id: last.link_id.clone(),
        values: vec![value.to_owned()],
        other: String::new(),
        step,
    };
    app.answer_question(&post("0", FillStep::Next)).unwrap();
    assert!(!speaks_first(&mut app));
    app.answer_question(&post("1", FillStep::Next)).unwrap();
    assert!(speaks_first(&mut app));
    // A new one on the same day, calm: both stand.
    app.answer_question(&post("1", FillStep::Anew)).unwrap();
    for _ in 1..=9 {
        send(&mut app, "0", FillStep::Next);
    }
    assert!(speaks_first(&mut app));
}

#[test]
fn what_is_said_of_a_form_that_is_brought_in_again_holds() {
    let (_place, mut app) = Place::begun();
    let silent = without_numbers("Something", "made up");
    let said = KeepQuestionnaire {
        may_use: true,
        ..KeepQuestionnaire::default()
    };
    kept(&mut app, &silent, &said);
    let key = app.questionnaires().unwrap().kept[0].key.clone();
    app.take_out_questionnaire(&key).unwrap();
    let named = KeepQuestionnaire {
        safety_item: "q9".to_owned(),
        ..said
    };
    kept(&mut app, &silent, &named);
    to_the_last(&mut app);
    send(&mut app, "3", FillStep::Next);
    assert!(matches!(app.fill(1).unwrap(), FillState::Help { .. }));
    assert!(speaks_first(&mut app));
}

#[test]
fn a_question_whose_words_speak_of_harm_is_proposed_and_a_command_takes_it() {
    let words = without_numbers("Something", "made up");
    let words = words.replace("4. Made-up 4?", "4. Thought of suicide, made up?");
    let (place, mut app) = Place::begun();
    app.bring_questionnaire(words.as_bytes()).unwrap();
    let brought = app.questionnaires().unwrap().brought.unwrap();
    assert_eq!(brought.safety_item.as_deref(), Some("q4"));
    let import = |app: &mut App, words: &str| {
        let file = place.data().with_file_name("form.xml");
        std::fs::write(&file, words).unwrap();
        let request = ImportRequest {
            file,
            has_confirmed_rights: true,
            ..ImportRequest::default()
        };
        app.import(&request).unwrap().lines
    };
    let lines = import(&mut app, &words);
    assert!(
        lines
            .iter()
            .any(|line| line.contains("harming yourself: q4")),
        "{lines:?}"
    );
    for _ in 1..=3 {
        send(&mut app, "0", FillStep::Next);
    }
    send(&mut app, "1", FillStep::Next);
    assert!(speaks_first(&mut app));
    // Where none is found, it says so.
    let lines = import(&mut app, &without_numbers("Other", "made up"));
    assert!(
        lines
            .iter()
            .any(|line| line.contains("no question about harming")),
        "{lines:?}"
    );
}

/// A record file with the form and one answer to its question about harm.
fn record_file(answer: &str) -> String {
    let (_place, mut app) = Place::begun();
    as_phq9(&mut app);
    to_the_last(&mut app);
    send(&mut app, answer, FillStep::Next);
    String::from_utf8(app.export_whole().unwrap()).unwrap()
}

fn with_file(words: &str) -> (Place, App) {
    let (place, mut app) = Place::begun();
    let file = place.data().with_file_name("record.json");
    std::fs::write(&file, words).unwrap();
    let request = ImportRequest {
        file,
        ..ImportRequest::default()
    };
    app.import(&request).unwrap();
    (place, app)
}

#[test]
fn an_answer_that_a_record_file_brings_is_said_first() {
    let (_place, mut app) = with_file(&record_file("1"));
    assert!(speaks_first(&mut app));
    let (_place, mut app) = with_file(&record_file("0"));
    assert!(!speaks_first(&mut app));
}

#[test]
fn a_record_file_that_names_no_question_about_harm_is_read_by_the_published_form() {
    let whole = record_file("1");
    for other in ["", "\"safety_item\":\"q1\","] {
        let named = "\"safety_item\":\"q9\",";
        assert!(whole.contains(named), "{whole}");
        let (_place, mut app) = with_file(&whole.replace(named, other));
        assert!(speaks_first(&mut app), "{other}");
    }
}
