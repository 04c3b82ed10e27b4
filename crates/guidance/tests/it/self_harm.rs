//! A question about harming oneself on a form that the person brought: help before everything else.

use content::rules::Level;
use record::{
    AnswerOption, AnswerValue, Coding, EnableBehavior, FactBody, FactKey, Label, QuestionKind,
    Questionnaire, QuestionnaireAnswer, QuestionnaireFormat, QuestionnaireHead, QuestionnaireItem,
    QuestionnaireResponse, Wording,
};

use crate::person::{Facts, at, guidance_of, today};

fn label(text: &str) -> Label {
    Label::new(text).unwrap()
}

fn form(ordinals: &[Option<f64>]) -> Questionnaire {
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
    let key = FactKey::from_bytes([5; 16]);
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
