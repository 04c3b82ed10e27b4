//! A question about harming oneself on a form that the person brought: help before everything else.

use content::rules::Level;
use record::{
    AnswerOption, AnswerValue, Coding, EnableBehavior, FactBody, FactKey, Label, QuestionKind,
    Questionnaire, QuestionnaireAnswer, QuestionnaireFormat, QuestionnaireHead, QuestionnaireItem,
    QuestionnaireResponse, SamplingPlan, Source, Wording,
};

use crate::person::{Facts, at, guidance_of, today};

fn label(text: &str) -> Label {
    Label::new(text).unwrap()
}

fn form(ordinals: &[Option<f64>]) -> Questionnaire {
    form_of(5, ordinals)
}

fn form_of(key: u8, ordinals: &[Option<f64>]) -> Questionnaire {
    let option = |(idx, ordinal): (usize, &Option<f64>)| AnswerOption {
        coding: Coding {
            system: None,
            code: label(&format!("a{idx}")),
        },
        label: Wording::new("made up").unwrap(),
        ordinal: *ordinal,
    };
    let item = |link_id: &str| QuestionnaireItem {
        link_id: label(link_id),
        level: 0,
        prefix: None,
        text: Wording::new("made up"),
        kind: QuestionKind::Choice {
            options: ordinals.iter().enumerate().map(option).collect(),
            is_multiple: false,
            takes_other: false,
        },
        is_required: false,
        enable_when: Vec::new(),
        enable_behavior: EnableBehavior::All,
        codes: Vec::new(),
    };
    let head = QuestionnaireHead {
        url: None,
        version: None,
        title: label("Made up"),
        language: None,
        rights: None,
        introduction: None,
        format: QuestionnaireFormat::Osd,
        codes: Vec::new(),
    };
    let key = FactKey::from_bytes([key; 16]);
    let items = vec![item("mood"), item("harm")];
    let mut one = Questionnaire::new(key, head, items, today()).unwrap();
    one.set_safety_item(Some(label("harm"))).unwrap();
    one
}

fn level(ordinals: &[Option<f64>], answers: &[(&str, u16)], is_complete: bool) -> Option<Level> {
    let one = form(ordinals);
    let answer = |(link_id, place): &(&str, u16)| QuestionnaireAnswer {
        link_id: label(link_id),
        values: vec![AnswerValue::Choice(*place)],
    };
    let answers = answers.iter().map(answer).collect();
    let response = QuestionnaireResponse::new(one.key, is_complete, answers).unwrap();
    let mut facts = Facts::default();
    facts.add(at(0, 12, 0), FactBody::QuestionnaireResponse(response));
    let mut record = facts.record(None);
    record.questionnaires = vec![one];
    let guidance = guidance_of(&record, &at(0, 21, 0), false);
    let found = guidance.advice.iter().find(|advice| advice.rule == "R3");
    found.map(|advice| advice.level)
}

const COUNTED: [Option<f64>; 3] = [Some(0.0), Some(1.0), Some(2.0)];

#[test]
fn an_answer_above_the_lowest_speaks_also_from_an_unfinished_form() {
    for is_complete in [true, false] {
        assert_eq!(
            level(&COUNTED, &[("harm", 1)], is_complete),
            Some(Level::Today)
        );
        assert_eq!(
            level(&COUNTED, &[("harm", 2)], is_complete),
            Some(Level::Today)
        );
        assert_eq!(level(&COUNTED, &[("harm", 0)], is_complete), None);
    }
}

#[test]
fn another_question_and_a_skipped_one_say_nothing() {
    assert_eq!(level(&COUNTED, &[("mood", 2)], true), None);
    assert_eq!(level(&COUNTED, &[], true), None);
}

#[test]
fn the_lowest_answer_is_the_lowest_number_wherever_it_stands() {
    let down = [Some(3.0), Some(1.0), Some(0.0)];
    assert_eq!(level(&down, &[("harm", 0)], true), Some(Level::Today));
    assert_eq!(level(&down, &[("harm", 2)], true), None);
    let from_one = [Some(1.0), Some(2.0)];
    assert_eq!(level(&from_one, &[("harm", 0)], true), None);
}

#[test]
fn an_answer_without_a_number_is_never_taken_for_calm() {
    let silent = [None, None];
    assert_eq!(level(&silent, &[("harm", 0)], true), Some(Level::Today));
    assert_eq!(level(&silent, &[("harm", 1)], true), Some(Level::Today));
}

/// One answer to the question about harm: which form, days ago of the answer and of writing it down,
/// and which of three answers.
type Said = (u8, i32, i32, u16);

fn level_after(said: &[Said], later_days: &[i32], source: &Source) -> Option<Level> {
    let mut facts = Facts::default();
    for (form, days_ago, written_ago, place) in said {
        let answer = QuestionnaireAnswer {
            link_id: label("harm"),
            values: vec![AnswerValue::Choice(*place)],
        };
        let key = FactKey::from_bytes([*form; 16]);
        let response = QuestionnaireResponse::new(key, true, vec![answer]).unwrap();
        facts.add_written(
            at(*days_ago, 12, 0),
            at(*written_ago, 13, 0),
            (source.clone(), FactBody::QuestionnaireResponse(response)),
        );
    }
    for days_ago in later_days {
        let answers = [("feeling_strength", 50.0)];
        facts.say(at(*days_ago, 10, 0), SamplingPlan::Voluntary, &answers);
    }
    let mut record = facts.record(None);
    record.questionnaires = vec![form_of(5, &COUNTED), form_of(6, &COUNTED)];
    let guidance = guidance_of(&record, &at(0, 21, 0), false);
    let found = guidance.advice.iter().find(|advice| advice.rule == "R3");
    found.map(|advice| advice.level)
}

fn by_hand(said: &[Said], later_days: &[i32]) -> Option<Level> {
    level_after(said, later_days, &Source::ByHand)
}

fn from_file(said: &[Said], later_days: &[i32]) -> Option<Level> {
    let file = Source::Import {
        file: [1; 32],
        line: 1,
    };
    level_after(said, later_days, &file)
}

#[test]
fn one_form_does_not_answer_for_another() {
    assert_eq!(
        by_hand(&[(5, 3, 3, 2), (6, 1, 1, 0)], &[]),
        Some(Level::Today)
    );
    assert_eq!(by_hand(&[(5, 3, 3, 2), (5, 1, 1, 0)], &[]), None);
    // On one day both answers of one form stand.
    assert_eq!(
        by_hand(&[(5, 1, 1, 2), (5, 1, 1, 0)], &[]),
        Some(Level::Today)
    );
}

#[test]
fn a_form_that_was_begun_yesterday_is_an_answer_of_the_day_it_was_given() {
    // Begun a day ago, answered today; another one was filled in calmly in between.
    assert_eq!(
        by_hand(&[(5, 1, 0, 2), (5, 0, 0, 0)], &[]),
        Some(Level::Today)
    );
    // What a file brings is as old as it says, and a record that is brought in anew is not new.
    assert_eq!(from_file(&[(5, 1, 0, 2), (5, 0, 0, 0)], &[]), None);
    assert_eq!(by_hand(&[(5, 90, 0, 2), (5, 40, 0, 0)], &[]), None);
    assert_eq!(by_hand(&[(5, 90, 0, 2)], &[60, 50, 40]), None);
}

#[test]
fn a_wrong_date_in_a_file_speaks_at_once_and_not_for_ever() {
    let ahead = -12_000;
    assert_eq!(from_file(&[(5, ahead, 0, 2)], &[]), Some(Level::Today));
    assert_eq!(
        from_file(&[(5, ahead, 14, 2)], &[12, 10, 5]),
        Some(Level::Today)
    );
    // Two days with something written are not enough, three are.
    assert_eq!(
        from_file(&[(5, ahead, 40, 2)], &[20, 5]),
        Some(Level::Today)
    );
    assert_eq!(from_file(&[(5, ahead, 40, 2)], &[20, 10, 5]), None);
    // A calm answer dated ahead takes no sign away.
    assert_eq!(
        from_file(&[(5, 2, 0, 2), (5, ahead, 0, 0)], &[]),
        Some(Level::Today)
    );
    // Where the clock itself was ahead, nobody knows when it was: it stands.
    assert_eq!(
        by_hand(&[(5, -400, -400, 2)], &[20, 10, 5]),
        Some(Level::Today)
    );
}

#[test]
fn an_old_form_that_a_file_brings_is_old() {
    assert_eq!(from_file(&[(5, 400, 0, 2)], &[300, 200, 100]), None);
    assert_eq!(from_file(&[(5, 10, 0, 2)], &[8, 6, 4]), Some(Level::Today));
}
