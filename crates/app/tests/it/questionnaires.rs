//! Questionnaires as a person brings and fills them in. The wording is made up.

use app::{
    App, FillPost, FillState, FillStep, FillView, FilledView, ImportRequest, KeepQuestionnaire,
    TroubleKind,
};

use crate::place::Place;

/// Nine questions in the shape of a form on low mood; the last is about harm.
pub fn nine(rights: &str) -> String {
    let option = |n: u32| {
        format!(
            r#"{{"extension":[{{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":{n}}}],
               "valueCoding":{{"code":"c{n}","display":"made-up answer {n}"}}}}"#
        )
    };
    let options: Vec<String> = (0..4).map(option).collect();
    let item = |n: u32| {
        format!(
            r#"{{"linkId":"q{n}","type":"choice","text":"Made-up question {n}?","answerOption":[{}]}}"#,
            options.join(",")
        )
    };
    let items: Vec<String> = (1..=9).map(item).collect();
    format!(
        r#"{{"resourceType":"Questionnaire","title":"Made-up PHQ-9","copyright":"{rights}","item":[{}]}}"#,
        items.join(",")
    )
}

pub fn kept(app: &mut App, file: &str, said: &KeepQuestionnaire) {
    app.bring_questionnaire(file.as_bytes()).unwrap();
    app.keep_questionnaire(said).unwrap();
}

pub fn as_phq9(app: &mut App) {
    let said = KeepQuestionnaire {
        instrument: "phq9".to_owned(),
        ..KeepQuestionnaire::default()
    };
    kept(app, &nine("Made up, free"), &said);
}

pub fn ask(app: &mut App) -> FillView {
    match app.fill(1).unwrap() {
        FillState::Ask(view) => view,
        other => panic!("{other:?}"),
    }
}

pub fn done(app: &mut App) -> FilledView {
    match app.fill(1).unwrap() {
        FillState::Done(view) => view,
        other => panic!("{other:?}"),
    }
}

pub fn send(app: &mut App, value: &str, step: FillStep) {
    let view = ask(app);
    let post = FillPost {
        number: 1,
        key: view.key,
        link_id: view.link_id,
        values: vec![value.to_owned()],
        other: String::new(),
        step,
    };
    app.answer_question(&post).unwrap();
}

#[test]
fn a_file_is_shown_first_and_kept_when_the_person_says_so() {
    let (_place, mut app) = Place::begun();
    app.bring_questionnaire(nine("Made up, free").as_bytes())
        .unwrap();
    let view = app.questionnaires().unwrap();
    let brought = view.brought.unwrap();
    assert_eq!(brought.title, "Made-up PHQ-9");
    assert_eq!(brought.rights.as_deref(), Some("Made up, free"));
    assert_eq!(brought.instruments[0].0, "phq9");
    assert!(brought.is_likely);
    assert_eq!(brought.safety_item.as_deref(), Some("q9"));
    assert!(view.kept.is_empty(), "nothing is kept before it was said");
    app.keep_questionnaire(&KeepQuestionnaire::default())
        .unwrap();
    let view = app.questionnaires().unwrap();
    assert_eq!(view.kept.len(), 1);
    assert!(view.brought.is_none());
    // The same file again is here already.
    let again = app
        .bring_questionnaire(nine("Made up, free").as_bytes())
        .unwrap_err();
    assert_eq!(again.kind, TroubleKind::Input);
}

#[test]
fn a_file_without_a_word_on_rights_is_kept_only_when_the_person_may_use_it() {
    let (_place, mut app) = Place::begun();
    app.bring_questionnaire(nine("").as_bytes()).unwrap();
    assert_eq!(app.questionnaires().unwrap().brought.unwrap().rights, None);
    let refused = app
        .keep_questionnaire(&KeepQuestionnaire::default())
        .unwrap_err();
    assert_eq!(refused.kind, TroubleKind::Input);
    assert!(app.questionnaires().unwrap().kept.is_empty());
    let said = KeepQuestionnaire {
        may_use: true,
        ..KeepQuestionnaire::default()
    };
    app.keep_questionnaire(&said).unwrap();
    assert_eq!(app.questionnaires().unwrap().kept.len(), 1);
}

#[test]
fn one_question_at_a_time_to_the_end() {
    let (_place, mut app) = Place::begun();
    as_phq9(&mut app);
    assert_eq!(ask(&mut app).progress, "Question 1 of 9");
    send(&mut app, "2", FillStep::Next);
    send(&mut app, "", FillStep::Skip);
    let third = ask(&mut app);
    assert_eq!(
        (third.progress.as_str(), third.has_before),
        ("Question 3 of 9", true)
    );
    send(&mut app, "", FillStep::Back);
    let second = ask(&mut app);
    assert_eq!(second.link_id, "q2");
    send(&mut app, "1", FillStep::Next);
    for _ in 3..=8 {
        send(&mut app, "0", FillStep::Next);
    }
    send(&mut app, "0", FillStep::Next);
    let done = done(&mut app);
    assert!(!done.can_go_on && done.advice.is_none());
    assert_eq!(done.answers.len(), 9);
    assert_eq!(done.answers[1].1, "made-up answer 1");
    assert!(
        done.score[0].contains(": 3, on a scale from 0 to 27"),
        "{:?}",
        done.score
    );
}

#[test]
fn what_was_answered_is_kept_when_it_is_stopped_or_locked() {
    let (place, mut app) = Place::begun();
    as_phq9(&mut app);
    send(&mut app, "1", FillStep::Next);
    send(&mut app, "1", FillStep::Next);
    app.lock();
    drop(app);
    let mut app = place.again();
    let view = ask(&mut app);
    assert_eq!(view.progress, "Question 3 of 9");
    send(&mut app, "", FillStep::Stop);
    let stopped = done(&mut app);
    assert!(stopped.can_go_on);
    assert_eq!(stopped.answers.len(), 2);
    assert!(stopped.score.is_empty(), "half a form has no score");
}

#[test]
fn an_answer_that_does_not_fit_changes_nothing() {
    let (_place, mut app) = Place::begun();
    as_phq9(&mut app);
    let view = ask(&mut app);
    let post = FillPost {
        number: 1,
        key: view.key.clone(),
        link_id: view.link_id,
        values: vec!["7".to_owned()],
        other: String::new(),
        step: FillStep::Next,
    };
    let refused = app.answer_question(&post).unwrap_err();
    assert_eq!(refused.kind, TroubleKind::Input);
    let FillState::Ask(again) = app.fill_again(&post).unwrap() else {
        panic!("the question stands");
    };
    assert_eq!(again.typed, ["7"]);
    assert_eq!(ask(&mut app).progress, "Question 1 of 9");
    // A number that no questionnaire has.
    assert_eq!(app.fill(9).unwrap_err().kind, TroubleKind::Input);
}

#[test]
fn one_is_taken_out_and_put_back() {
    let (_place, mut app) = Place::begun();
    as_phq9(&mut app);
    send(&mut app, "1", FillStep::Next);
    let key = app.questionnaires().unwrap().kept[0].key.clone();
    app.take_out_questionnaire(&key).unwrap();
    let view = app.questionnaires().unwrap();
    assert!(view.kept.is_empty() && view.gone.len() == 1);
    assert!(app.fill(1).is_err());
    app.put_back_questionnaire(&key).unwrap();
    assert_eq!(ask(&mut app).progress, "Question 2 of 9");
}

#[test]
fn a_command_brings_one_in_with_its_rights() {
    let (place, mut app) = Place::begun();
    let file = place.data().with_file_name("form.json");
    std::fs::write(&file, nine("")).unwrap();
    let mut request = ImportRequest {
        file,
        ..ImportRequest::default()
    };
    let refused = app.import(&request).unwrap_err();
    assert!(refused.hint.contains("--rights-confirmed"), "{refused:?}");
    request.has_confirmed_rights = true;
    let report = app.import(&request).unwrap();
    assert_eq!((report.n_new, report.n_already), (1, 0));
    assert!(report.lines.iter().any(|line| line == "taken for: PHQ-9"));
    assert_eq!(app.import(&request).unwrap().n_already, 1);
    assert_eq!(app.questionnaires().unwrap().kept.len(), 1);
}

#[test]
fn a_triage_form_and_a_broken_file_are_refused_and_nothing_is_kept() {
    let (_place, mut app) = Place::begun();
    let triage = nine("free").replace("Made-up PHQ-9", "C-SSRS screener");
    for file in [triage, nine("free")[..300].to_owned(), String::new()] {
        let refused = app.bring_questionnaire(file.as_bytes()).unwrap_err();
        assert_eq!(refused.kind, TroubleKind::Input);
    }
    let view = app.questionnaires().unwrap();
    assert!(view.brought.is_none() && view.kept.is_empty());
}

/// The same questions as texts of CamCOPS, which give answers no numbers.
pub fn without_numbers(title: &str, first: &str) -> String {
    let texts = (1..=9).map(|n| format!("<string name=\"q{n}\">{n}. Made-up {n}?</string>"));
    let answers = (0..4).map(|n| format!("<string name=\"a{n}\">{first} {n}</string>"));
    let all: Vec<String> = texts.chain(answers).collect();
    format!(
        "<resources><task name=\"x\"><string name=\"title\">{title}</string>{}</task></resources>",
        all.join("")
    )
}

#[test]
fn a_scale_definition_without_numbers_is_turned_once() {
    let options = (0..5).map(|n| format!(r#"{{"value":"v{n}","text_key":"a{n}"}}"#));
    let options = options.collect::<Vec<_>>().join(",");
    let items = (1..=10).map(|n| {
        format!(r#"{{"id":"q{n}","type":"multi","text_key":"q{n}","options":[{options}]}}"#)
    });
    let items = items.collect::<Vec<_>>().join(",");
    let texts = (1..=10).map(|n| format!(r#""q{n}":"Made-up {n}?""#));
    let texts = texts.chain((0..5).map(|n| format!(r#""a{n}":"made up {n}""#)));
    let texts = texts.collect::<Vec<_>>().join(",");
    let file = format!(
        r#"{{"osd_version":"1.0","definition":{{"scale_info":{{"name":"CORE-10","code":"CORE10","license":"made up"}},
           "items":[{items}]}},"translations":{{"en":{{{texts}}}}}}}"#
    );
    let (_place, mut app) = Place::begun();
    let said = KeepQuestionnaire {
        may_use: true,
        instrument: "core10".to_owned(),
        ..KeepQuestionnaire::default()
    };
    kept(&mut app, &file, &said);
    for _ in 1..=10 {
        send(&mut app, "0", FillStep::Next);
    }
    // The first answer to all: two questions count the other way round.
    let done = done(&mut app);
    assert!(
        done.score[0].contains(": 8, on a scale from 0 to 40"),
        "{:?}",
        done.score
    );
}

#[test]
fn the_known_copy_error_of_the_gad_7_is_said() {
    let seven = |first: &str| {
        let whole = without_numbers("GAD-7", first);
        whole.replace("q8", "x8").replace("q9", "x9")
    };
    let lines = |file: &str| {
        let (_place, mut app) = Place::begun();
        app.bring_questionnaire(file.as_bytes()).unwrap();
        app.questionnaires().unwrap().brought.unwrap().lines
    };
    let says = |lines: &[String]| lines.iter().any(|line| line.contains("wrong first answer"));
    assert!(says(&lines(&seven("Not quite sure"))));
    assert!(!says(&lines(&seven("made up"))));
}

#[test]
fn going_back_keeps_what_was_chosen_and_lets_go_of_what_does_not_fit() {
    let (_place, mut app) = Place::begun();
    as_phq9(&mut app);
    send(&mut app, "1", FillStep::Next);
    send(&mut app, "3", FillStep::Back);
    assert_eq!(ask(&mut app).link_id, "q1");
    send(&mut app, "2", FillStep::Next);
    // The second one was answered on the way back.
    assert_eq!(ask(&mut app).link_id, "q3");
    send(&mut app, "7", FillStep::Back);
    let second = ask(&mut app);
    assert_eq!(
        (second.link_id.as_str(), second.typed[0].as_str()),
        ("q2", "3")
    );
}
