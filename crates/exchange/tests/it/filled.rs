//! Questionnaires and what was filled in, in record files. The wording is made up.

use exchange::{read_record, write_csv, write_record, write_whole_record};
use proptest::prelude::*;
use record::{
    AnswerOption, AnswerValue, Coding, EnableBehavior, EnableOperator, EnableWhen, Fact, FactBody,
    FactKey, Label, LocalDay, Moment, NumberRange, Profile, QuestionKind, Questionnaire,
    QuestionnaireAnswer, QuestionnaireFormat, QuestionnaireHead, QuestionnaireItem,
    QuestionnaireResponse, Record, Source, Wording, Zone,
};

fn label(text: &str) -> Label {
    Label::new(text).unwrap()
}

fn item(link_id: &str, level: u8, kind: QuestionKind) -> QuestionnaireItem {
    QuestionnaireItem {
        link_id: label(link_id),
        level,
        prefix: None,
        text: Wording::new("How is the weather inside?"),
        kind,
        is_required: false,
        enable_when: Vec::new(),
        enable_behavior: EnableBehavior::All,
        codes: Vec::new(),
    }
}

fn choice() -> QuestionKind {
    let option = |(code, ordinal): (&str, Option<f64>)| AnswerOption {
        coding: Coding {
            system: (code == "b").then(|| label("http://example.org/codes")),
            code: label(code),
        },
        label: Wording::new(&format!("{code} 🌧")).unwrap(),
        ordinal,
    };
    let options = [("a", None), ("b", Some(1.5)), ("c", Some(-2.0))];
    QuestionKind::Choice {
        options: options.map(option).to_vec(),
        is_multiple: true,
        takes_other: true,
    }
}

/// One with every kind of question; `a.1` is about safety.
pub fn questionnaire() -> Questionnaire {
    let range = NumberRange {
        min: Some(0.25),
        max: None,
    };
    let mut hidden = item("d", 0, QuestionKind::Date);
    hidden.enable_behavior = EnableBehavior::Any;
    hidden.prefix = Some(label("4."));
    hidden.is_required = true;
    hidden.enable_when = vec![EnableWhen {
        question: label("a.1"),
        operator: EnableOperator::NotEqual,
        answer: AnswerValue::Choice(2),
    }];
    let items = vec![
        item("a", 0, QuestionKind::Group),
        item("a.1", 1, choice()),
        item("a.2", 1, QuestionKind::Display),
        item("n", 0, QuestionKind::Decimal(range)),
        item("w", 0, QuestionKind::WholeNumber(NumberRange::default())),
        item("y", 0, QuestionKind::YesNo),
        item("t", 0, QuestionKind::Text),
        hidden,
    ];
    let head = QuestionnaireHead {
        url: Some(label("http://example.org/weather")),
        version: Some(label("2")),
        title: label("Weather inside"),
        language: None,
        rights: Wording::new("Made up; nobody holds rights in it."),
        introduction: Wording::new("The last days."),
        format: QuestionnaireFormat::FhirR5,
        codes: vec![Coding {
            system: None,
            code: label("whole"),
        }],
    };
    let key = FactKey::from_bytes([0xee; 16]);
    let day = LocalDay::parse("2026-03-02").unwrap();
    let mut one = Questionnaire::new(key, head, items, day).unwrap();
    one.instrument = Some(label("weather"));
    one.set_safety_item(Some(label("a.1"))).unwrap();
    one
}

/// Anything that can be filled in.
pub fn response() -> BoxedStrategy<FactBody> {
    let of_choice = prop_oneof![
        Just(vec![]),
        Just(vec![AnswerValue::Choice(2), AnswerValue::Choice(0)]),
        Just(vec![AnswerValue::text("own 🌧 \"words\"").unwrap()]),
    ];
    let number = (1.0f64..1e9).prop_map(AnswerValue::Number);
    let whole = (-9i32..9).prop_map(|n| AnswerValue::Number(f64::from(n)));
    let yes_no = any::<bool>().prop_map(AnswerValue::YesNo);
    let day = (0i32..30_000).prop_map(|n| AnswerValue::Date(LocalDay::from_number(n).unwrap()));
    (of_choice, number, whole, yes_no, day, any::<bool>())
        .prop_map(|(choice, number, whole, yes_no, day, is_complete)| {
            let answer = |(link_id, values): (&str, Vec<AnswerValue>)| QuestionnaireAnswer {
                link_id: label(link_id),
                values,
            };
            let answers = [
                ("a.1", choice),
                ("n", vec![number]),
                ("w", vec![whole]),
                ("y", vec![yes_no]),
                ("d", vec![day]),
            ];
            let key = questionnaire().key;
            let answers = answers.map(answer).to_vec();
            let response = QuestionnaireResponse::new(key, is_complete, answers).unwrap();
            FactBody::QuestionnaireResponse(response)
        })
        .boxed()
}

fn record() -> Record {
    let zone = Zone::new("Europe/Amsterdam").unwrap();
    let moment = Moment::from_unix_seconds(1_790_000_000, &zone).unwrap();
    let answer = |link_id: &str, value| QuestionnaireAnswer {
        link_id: label(link_id),
        values: vec![value],
    };
    let answers = vec![
        answer("a.1", AnswerValue::Choice(1)),
        answer("y", AnswerValue::YesNo(true)),
        answer(
            "d",
            AnswerValue::Date(LocalDay::from_number(20_000).unwrap()),
        ),
    ];
    let response = QuestionnaireResponse::new(questionnaire().key, true, answers).unwrap();
    let fact = Fact {
        key: FactKey::from_bytes([1; 16]),
        moment: moment.clone(),
        recorded_at: moment,
        source: Source::ByHand,
        body: FactBody::QuestionnaireResponse(response),
    };
    let mut record = Record::new(Profile::new(zone), Vec::new(), vec![fact]).unwrap();
    record.questionnaires = vec![questionnaire()];
    record
}

#[test]
fn the_answer_about_safety_is_left_out_unless_asked_for() {
    let whole = write_whole_record(&record());
    let back = read_record(whole.as_bytes()).unwrap();
    assert_eq!(back.facts, record().facts());
    assert_eq!(back.questionnaires, [questionnaire()]);
    let open = read_record(write_record(&record()).as_bytes()).unwrap();
    let FactBody::QuestionnaireResponse(response) = &open.facts[0].body else {
        panic!("another kind");
    };
    assert!(!response.was_shown("a.1"));
    assert!(response.was_shown("y"));
    // What is asked only after such an answer would tell it.
    assert!(!response.was_shown("d"));
    let table = String::from_utf8(write_csv(&record())).unwrap();
    assert!(table.contains("Weather inside y"), "{table}");
    assert!(!table.contains("Weather inside a.1"), "{table}");
    assert!(!table.contains("Weather inside d"), "{table}");
}

#[test]
fn one_that_was_taken_out_is_written_only_where_answers_need_it() {
    let mut record = record();
    record.questionnaires[0].taken_out_at = Some(5);
    let mut other = questionnaire();
    other.key = FactKey::from_bytes([2; 16]);
    other.taken_out_at = Some(6);
    record.questionnaires.push(other);
    let back = read_record(write_whole_record(&record).as_bytes()).unwrap();
    assert_eq!(back.questionnaires, record.questionnaires[..1]);
}

#[test]
fn answers_that_do_not_fit_their_questionnaire_are_refused() {
    let whole = write_whole_record(&record());
    let refused = |from: &str, to: &str| {
        assert!(whole.contains(from), "{from}");
        let error = read_record(whole.replace(from, to).as_bytes()).unwrap_err();
        error.to_string()
    };
    let said = refused(
        "\"questionnaires\":[\n",
        "\"plan\":[],\"questionnaires\":[],\"said\":[\n",
    );
    assert!(!said.is_empty());
    assert_eq!(
        refused("[\"a.1\",[{\"choice\":1}]]", "[\"a.1\",[{\"choice\":7}]]"),
        "fact 1: the question 'a.1' does not take this answer"
    );
    assert_eq!(
        refused("[\"y\",[{\"yes_no\":true}]]", "[\"z\",[{\"yes_no\":true}]]"),
        "fact 1: the questionnaire has no question 'z'"
    );
    let key = questionnaire().key.to_string();
    assert_eq!(
        refused(
            &format!("\"questionnaire\":\"{key}\""),
            "\"questionnaire\":\"00000000000000000000000000000000\""
        ),
        "fact 1: the questionnaire of these answers is not there"
    );
}
