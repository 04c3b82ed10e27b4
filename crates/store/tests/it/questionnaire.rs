//! Questionnaires are kept with every question, and stay as long as answers need their words.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use record::{
    AnswerOption, AnswerValue, Coding, EnableBehavior, EnableOperator, EnableWhen, Fact, FactBody,
    FactKey, Label, LocalDay, NumberRange, QuestionKind, Questionnaire, QuestionnaireAnswer,
    QuestionnaireFormat, QuestionnaireHead, QuestionnaireItem, QuestionnaireResponse, Source,
    Wording,
};
use store::StoreError;

use crate::place::{Place, at};

fn label(text: &str) -> Label {
    Label::new(text).unwrap()
}

fn coding(code: &str) -> Coding {
    Coding {
        system: Some(label("http://example.org/codes")),
        code: label(code),
    }
}

fn item(link_id: &str, level: u8, kind: QuestionKind) -> QuestionnaireItem {
    QuestionnaireItem {
        link_id: label(link_id),
        level,
        prefix: None,
        text: None,
        kind,
        is_required: false,
        enable_when: Vec::new(),
        enable_behavior: EnableBehavior::All,
        codes: Vec::new(),
    }
}

fn choice(labels: &[&str]) -> QuestionKind {
    let option = |(idx, text): (usize, &&str)| AnswerOption {
        coding: coding(&format!("c{idx}")),
        label: Wording::new(text).unwrap(),
        ordinal: (idx > 0).then_some(idx as f64 + 0.5),
    };
    QuestionKind::Choice {
        options: labels.iter().enumerate().map(option).collect(),
        is_multiple: true,
        takes_other: true,
    }
}

/// One with every kind of question, condition and code.
pub fn questionnaire(number: u8) -> Questionnaire {
    let range = NumberRange {
        min: Some(-1.5),
        max: None,
    };
    let mut first = item("a.1", 1, choice(&["sunny", "it's 🌧"]));
    first.prefix = Some(label("1."));
    first.text = Wording::new("How is the weather inside?");
    first.is_required = true;
    first.codes = vec![coding("x"), coding("y")];
    let mut last = item("b", 0, QuestionKind::Date);
    last.enable_behavior = EnableBehavior::Any;
    let when = |question: &str, operator, answer| EnableWhen {
        question: label(question),
        operator,
        answer,
    };
    last.enable_when = vec![
        when("a.1", EnableOperator::Equal, AnswerValue::Choice(1)),
        when(
            "n",
            EnableOperator::GreaterOrEqual,
            AnswerValue::Number(0.1),
        ),
        when(
            "t",
            EnableOperator::NotEqual,
            AnswerValue::text("x").unwrap(),
        ),
        when("y", EnableOperator::Exists, AnswerValue::YesNo(false)),
    ];
    let items = vec![
        item("a", 0, QuestionKind::Group),
        first,
        item("a.read", 1, QuestionKind::Display),
        item("n", 0, QuestionKind::Decimal(range)),
        item("w", 0, QuestionKind::WholeNumber(NumberRange::default())),
        item("y", 0, QuestionKind::YesNo),
        item("t", 0, QuestionKind::Text),
        last,
    ];
    let head = QuestionnaireHead {
        url: Some(label("http://example.org/weather")),
        version: Some(label("2.1")),
        title: label("Weather inside"),
        language: Some(label("en")),
        rights: Wording::new("Nobody holds rights in this."),
        introduction: Wording::new("The last days."),
        format: QuestionnaireFormat::Osd,
        codes: vec![coding("whole")],
    };
    let key = FactKey::from_bytes([number; 16]);
    let day = LocalDay::parse("2026-03-02").unwrap();
    let mut one = Questionnaire::new(key, head, items, day).unwrap();
    one.is_use_confirmed = true;
    one.instrument = Some(label("weather"));
    one.set_safety_item(Some(label("a.1"))).unwrap();
    one
}

fn value() -> BoxedStrategy<AnswerValue> {
    prop_oneof![
        any::<u16>().prop_map(AnswerValue::Choice),
        prop::num::f64::NORMAL.prop_map(AnswerValue::Number),
        any::<bool>().prop_map(AnswerValue::YesNo),
        "x\\PC{0,20}".prop_map(|text| AnswerValue::text(&text).unwrap()),
        (0i32..40_000).prop_map(|day| AnswerValue::Date(LocalDay::from_number(day).unwrap())),
    ]
    .boxed()
}

fn response() -> impl Strategy<Value = QuestionnaireResponse> {
    let answers = vec(of(vec(value(), 1..4)), 0..6);
    (answers, any::<bool>()).prop_map(|(answers, is_complete)| {
        let answers = (0..)
            .zip(answers)
            .map(|(idx, values): (u32, _)| QuestionnaireAnswer {
                link_id: label(&format!("q{idx}")),
                values: values.unwrap_or_default(),
            });
        let key = FactKey::from_bytes([1; 16]);
        QuestionnaireResponse::new(key, is_complete, answers.collect()).unwrap()
    })
}

fn filled(number: u8, response: QuestionnaireResponse) -> Fact {
    Fact {
        key: FactKey::from_bytes([number; 16]),
        moment: at(i64::from(number)),
        recorded_at: at(i64::from(number)),
        source: Source::ByHand,
        body: FactBody::QuestionnaireResponse(response),
    }
}

fn empty(questionnaire: u8) -> QuestionnaireResponse {
    let key = FactKey::from_bytes([questionnaire; 16]);
    QuestionnaireResponse::new(key, false, Vec::new()).unwrap()
}

#[test]
fn a_questionnaire_comes_back_with_every_question() {
    let place = Place::new();
    let mut store = place.store();
    assert!(store.append_questionnaire(&questionnaire(1)).unwrap());
    assert!(
        !store.append_questionnaire(&questionnaire(1)).unwrap(),
        "twice is once"
    );
    store.lock().unwrap();
    let store = place.open();
    assert_eq!(store.questionnaires().unwrap(), [questionnaire(1)]);
    assert_eq!(store.load().unwrap().questionnaires, [questionnaire(1)]);
    assert!(store.check().unwrap().is_whole());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_answers_come_back_as_they_were(responses in vec(response(), 1..6)) {
        let place = Place::new();
        let mut store = place.store();
        store.append_questionnaire(&questionnaire(1)).unwrap();
        let facts: Vec<Fact> = (10..).zip(responses).map(|(n, r)| filled(n, r)).collect();
        store.append(&facts, &[], None).unwrap();
        let record = store.load().unwrap();
        prop_assert_eq!(record.facts(), &facts[..]);
        prop_assert_eq!(record.questionnaire_responses().count(), facts.len());
    }
}

#[test]
fn answers_to_a_questionnaire_that_is_not_kept_are_refused() {
    let place = Place::new();
    let mut store = place.store();
    let refused = store.append(&[filled(9, empty(1))], &[], None);
    assert!(matches!(refused, Err(StoreError::UnknownQuestionnaire)));
    assert_eq!(store.n_facts().unwrap(), 0);
}

#[test]
fn a_questionnaire_comes_with_the_facts_that_name_it() {
    let place = Place::new();
    let mut store = place.store();
    let profile = store.profile().unwrap();
    let beside = store::Beside {
        profile: &profile,
        said: &[],
        experiments: &[],
        questionnaires: &[questionnaire(1)],
    };
    let facts = [filled(9, empty(1))];
    assert_eq!(
        store.append_whole(&facts, &[], None, beside).unwrap().n_new,
        1
    );
}

#[test]
fn one_that_was_taken_out_stays_while_answers_need_its_words() {
    let place = Place::new();
    let mut store = place.store();
    store.append_questionnaire(&questionnaire(1)).unwrap();
    store.append_questionnaire(&questionnaire(2)).unwrap();
    let fact = filled(9, empty(1));
    store
        .append(std::slice::from_ref(&fact), &[], None)
        .unwrap();
    for number in [1, 2] {
        let key = FactKey::from_bytes([number; 16]);
        assert!(store.take_out_questionnaire(key, &at(5)).unwrap());
        assert!(!store.take_out_questionnaire(key, &at(6)).unwrap());
    }
    assert_eq!(store.purge_questionnaires(&at(5)).unwrap(), 0, "not yet");
    assert_eq!(store.purge_questionnaires(&at(6)).unwrap(), 1);
    let kept = store.questionnaires().unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].taken_out_at, Some(at(5).unix_seconds()));
    assert!(store.put_back_questionnaire(kept[0].key).unwrap());
    assert_eq!(store.questionnaires().unwrap(), [questionnaire(1)]);
    store.take_out_questionnaire(kept[0].key, &at(7)).unwrap();
    // Forgetting the answers for good takes the words along.
    store.forget(&[fact.key], (0, 1)).unwrap();
    assert_eq!(store.questionnaires().unwrap(), []);
}

#[test]
fn what_it_is_can_be_said_anew_and_its_questions_cannot() {
    let place = Place::new();
    let mut store = place.store();
    store.append_questionnaire(&questionnaire(1)).unwrap();
    let mut changed = questionnaire(1);
    changed.instrument = None;
    changed.set_safety_item(Some(label("y"))).unwrap();
    assert!(store.name_questionnaire(&changed).unwrap());
    assert_eq!(store.questionnaires().unwrap(), [changed]);
}

#[test]
fn two_hundred_are_enough() {
    let place = Place::new();
    let mut store = place.store();
    for number in 0..200 {
        store.append_questionnaire(&questionnaire(number)).unwrap();
    }
    let refused = store.append_questionnaire(&questionnaire(200));
    assert!(matches!(refused, Err(StoreError::QuestionnairesFull)));
    assert_eq!(store.questionnaires().unwrap().len(), 200);
    assert!(!store.append_questionnaire(&questionnaire(7)).unwrap());
}
