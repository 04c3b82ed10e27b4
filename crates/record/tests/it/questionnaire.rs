//! Questionnaires that can be asked, and those that cannot. The wording is made up.

use record::{
    AnswerOption, AnswerValue, Coding, EnableBehavior, EnableOperator, EnableWhen, FactKey, Label,
    LocalDay, NumberRange, QuestionKind, Questionnaire, QuestionnaireAnswer, QuestionnaireError,
    QuestionnaireFormat, QuestionnaireHead, QuestionnaireItem, QuestionnaireResponse,
    ResponseError, Wording,
};

fn label(text: &str) -> Label {
    Label::new(text).unwrap()
}

fn key() -> FactKey {
    FactKey::from_bytes([3; 16])
}

fn head() -> QuestionnaireHead {
    QuestionnaireHead {
        url: None,
        version: None,
        title: label("Weather inside"),
        language: None,
        rights: None,
        introduction: None,
        format: QuestionnaireFormat::FhirR4,
        codes: Vec::new(),
    }
}

fn choice(labels: &[(&str, Option<f64>)]) -> QuestionKind {
    let option = |(text, ordinal): &(&str, Option<f64>)| AnswerOption {
        coding: Coding {
            system: None,
            code: label(text),
        },
        label: Wording::new(text).unwrap(),
        ordinal: *ordinal,
    };
    QuestionKind::Choice {
        options: labels.iter().map(option).collect(),
        is_multiple: false,
        takes_other: false,
    }
}

fn often() -> QuestionKind {
    choice(&[
        ("sunny", Some(0.0)),
        ("cloudy", Some(1.0)),
        ("rainy", Some(2.5)),
    ])
}

fn item(link_id: &str, level: u8, kind: QuestionKind) -> QuestionnaireItem {
    QuestionnaireItem {
        link_id: label(link_id),
        level,
        prefix: None,
        text: Wording::new("How is it?"),
        kind,
        is_required: false,
        enable_when: Vec::new(),
        enable_behavior: EnableBehavior::All,
        codes: Vec::new(),
    }
}

fn when(question: &str, operator: EnableOperator, answer: AnswerValue) -> EnableWhen {
    EnableWhen {
        question: label(question),
        operator,
        answer,
    }
}

fn made(items: Vec<QuestionnaireItem>) -> Result<Questionnaire, QuestionnaireError> {
    Questionnaire::new(key(), head(), items, LocalDay::parse("2026-03-02").unwrap())
}

fn answered(answers: &[(&str, AnswerValue)]) -> QuestionnaireResponse {
    let answers = answers.iter().map(|(link_id, value)| QuestionnaireAnswer {
        link_id: label(link_id),
        values: vec![value.clone()],
    });
    QuestionnaireResponse::new(key(), true, answers.collect()).unwrap()
}

#[test]
fn positions_count_what_can_be_answered() {
    let one = made(vec![
        item("g", 0, QuestionKind::Group),
        item("g.text", 1, QuestionKind::Display),
        item("g.1", 1, often()),
        item("2", 0, QuestionKind::Text),
        item("3", 0, QuestionKind::YesNo),
    ])
    .unwrap();
    assert_eq!(one.position("g.1"), Some(1));
    assert_eq!(one.position("3"), Some(3));
    assert_eq!(one.position("g"), None);
    let response = answered(&[
        ("g.1", AnswerValue::Choice(2)),
        ("2", AnswerValue::text("mild").unwrap()),
        ("3", AnswerValue::YesNo(true)),
    ]);
    assert_eq!(response.ordinals(&one), [Some(2.5), None, Some(1.0)]);
}

#[test]
fn an_answer_without_a_value_counts_nothing() {
    let one = made(vec![item("1", 0, choice(&[("a", None), ("b", Some(1.0))]))]).unwrap();
    let first = answered(&[("1", AnswerValue::Choice(0))]);
    assert_eq!(first.ordinals(&one), [None]);
    assert_eq!(
        QuestionnaireResponse::new(key(), false, Vec::new())
            .unwrap()
            .ordinals(&one),
        [None]
    );
}

#[test]
fn what_is_not_asked_counts_nothing_and_enables_nothing() {
    let mut second = item("2", 0, often());
    second.enable_when = vec![when("1", EnableOperator::Equal, AnswerValue::Choice(1))];
    let mut third = item("3", 0, often());
    third.enable_when = vec![when("2", EnableOperator::Exists, AnswerValue::YesNo(true))];
    let one = made(vec![item("1", 0, often()), second, third]).unwrap();
    let choice = AnswerValue::Choice;
    let all = answered(&[("1", choice(1)), ("2", choice(1)), ("3", choice(2))]);
    assert_eq!(one.asked(&all), [true, true, true]);
    assert_eq!(all.ordinals(&one), [Some(1.0), Some(1.0), Some(2.5)]);
    // The first was changed: what hung on it is not asked any more, though it was answered.
    let changed = answered(&[("1", choice(0)), ("2", choice(1)), ("3", choice(2))]);
    assert_eq!(one.asked(&changed), [true, false, false]);
    assert_eq!(changed.ordinals(&one), [Some(0.0), None, None]);
}

#[test]
fn conditions_compare_as_they_say() {
    let number = AnswerValue::Number;
    let cases = [
        (EnableOperator::Greater, number(3.0), 4.0, true),
        (EnableOperator::Greater, number(3.0), 3.0, false),
        (EnableOperator::GreaterOrEqual, number(3.0), 3.0, true),
        (EnableOperator::Less, number(3.0), 2.0, true),
        (EnableOperator::LessOrEqual, number(3.0), 3.5, false),
        (EnableOperator::Equal, number(3.0), 3.0, true),
        (EnableOperator::NotEqual, number(3.0), 3.0, false),
    ];
    for (operator, wanted, given, holds) in cases {
        let mut second = item("2", 0, QuestionKind::YesNo);
        second.enable_when = vec![when("1", operator, wanted)];
        let first = item("1", 0, QuestionKind::Decimal(NumberRange::default()));
        let one = made(vec![first, second]).unwrap();
        let response = answered(&[("1", number(given))]);
        assert_eq!(one.asked(&response), [true, holds], "{operator:?} {given}");
    }
}

#[test]
fn one_of_several_conditions_is_enough_where_it_says_so() {
    let mut third = item("3", 0, QuestionKind::Text);
    let yes = AnswerValue::YesNo(true);
    third.enable_when = vec![
        when("1", EnableOperator::Equal, yes.clone()),
        when("2", EnableOperator::Equal, yes.clone()),
    ];
    let first_two = || {
        [
            item("1", 0, QuestionKind::YesNo),
            item("2", 0, QuestionKind::YesNo),
        ]
    };
    let [first, second] = first_two();
    let all = made(vec![first, second, third.clone()]).unwrap();
    third.enable_behavior = EnableBehavior::Any;
    let [first, second] = first_two();
    let any = made(vec![first, second, third]).unwrap();
    let half = answered(&[("1", yes)]);
    assert_eq!(all.asked(&half), [true, true, false]);
    assert_eq!(any.asked(&half), [true, true, true]);
}

#[test]
fn a_group_that_is_not_asked_hides_what_it_holds() {
    let mut group = item("g", 0, QuestionKind::Group);
    group.enable_when = vec![when("1", EnableOperator::Equal, AnswerValue::YesNo(true))];
    let items = vec![
        item("1", 0, QuestionKind::YesNo),
        group,
        item("g.1", 1, QuestionKind::YesNo),
        item("2", 0, QuestionKind::YesNo),
    ];
    let one = made(items).unwrap();
    let none = QuestionnaireResponse::new(key(), false, Vec::new()).unwrap();
    assert_eq!(one.asked(&none), [true, false, false, true]);
}

#[test]
fn what_cannot_be_asked_is_refused_by_name() {
    let refused = |items| made(items).unwrap_err();
    assert_eq!(
        refused(vec![item("g", 0, QuestionKind::Group)]),
        QuestionnaireError::Empty
    );
    assert_eq!(
        refused(vec![item("1", 0, often()), item("1", 0, often())]),
        QuestionnaireError::Twice("1".to_owned())
    );
    assert_eq!(
        refused(vec![item("1", 0, choice(&[]))]),
        QuestionnaireError::NoOptions("1".to_owned())
    );
    let mut lost = item("2", 0, often());
    lost.enable_when = vec![when("9", EnableOperator::Exists, AnswerValue::YesNo(true))];
    assert!(matches!(
        refused(vec![item("1", 0, often()), lost]),
        QuestionnaireError::UnknownQuestion { .. }
    ));
    let mut other = item("2", 0, often());
    other.enable_when = vec![when("1", EnableOperator::Equal, AnswerValue::Choice(3))];
    assert!(matches!(
        refused(vec![item("1", 0, often()), other]),
        QuestionnaireError::UnknownAnswer { .. }
    ));
    let many = (0..=Questionnaire::ITEMS_MAX).map(|n| item(&n.to_string(), 0, often()));
    assert_eq!(
        refused(many.collect()),
        QuestionnaireError::Items { n: 501 }
    );
    let deep = (0..9).map(|n| item(&n.to_string(), n, often()));
    assert!(matches!(
        refused(deep.collect()),
        QuestionnaireError::Level { level: 9, .. }
    ));
    let jump = vec![item("1", 0, often()), item("2", 2, often())];
    assert!(matches!(
        refused(jump),
        QuestionnaireError::Level { level: 3, .. }
    ));
}

#[test]
fn circles_are_refused_whichever_way_they_run() {
    let exists = |on: &str| when(on, EnableOperator::Exists, AnswerValue::YesNo(true));
    let on = |link_id: &str, level, on: &[&str]| {
        let mut item = item(link_id, level, often());
        item.enable_when = on.iter().map(|on| exists(on)).collect();
        item
    };
    let is_circle = |items| matches!(made(items), Err(QuestionnaireError::Cycle(_)));
    assert!(is_circle(vec![on("1", 0, &["1"])]));
    assert!(is_circle(vec![
        on("1", 0, &["3"]),
        on("2", 0, &["1"]),
        on("3", 0, &["2"])
    ]));
    // A group that hangs on what it holds.
    assert!(is_circle(vec![on("1", 0, &["1.1"]), on("1.1", 1, &[])]));
    // Two ways to one question are no circle.
    assert!(
        made(vec![
            on("1", 0, &[]),
            on("2", 0, &["1"]),
            on("3", 0, &["1", "2"]),
            on("4", 0, &["2", "3"]),
        ])
        .is_ok()
    );
    // Five hundred in a row are none either.
    let chain = (0..500).map(|n: u32| {
        let before = n.checked_sub(1).map(|n| n.to_string());
        on(
            &n.to_string(),
            0,
            &before.iter().map(String::as_str).collect::<Vec<_>>(),
        )
    });
    let chain = made(chain.collect()).unwrap();
    let none = QuestionnaireResponse::new(key(), false, Vec::new()).unwrap();
    assert_eq!(chain.asked(&none).iter().filter(|asked| **asked).count(), 1);
}

#[test]
fn answers_are_held_to_their_question() {
    let range = NumberRange {
        min: Some(0.0),
        max: Some(10.0),
    };
    let one = made(vec![
        item("1", 0, often()),
        item("2", 0, QuestionKind::WholeNumber(range)),
    ])
    .unwrap();
    let check = |link_id: &str, value| answered(&[(link_id, value)]).check(&one);
    assert_eq!(check("1", AnswerValue::Choice(2)), Ok(()));
    let not_taken = |name: &str| Err(ResponseError::NotTaken(name.to_owned()));
    assert_eq!(check("1", AnswerValue::Choice(3)), not_taken("1"));
    assert_eq!(check("1", AnswerValue::Number(1.0)), not_taken("1"));
    assert_eq!(check("2", AnswerValue::Number(10.0)), Ok(()));
    assert_eq!(check("2", AnswerValue::Number(10.5)), not_taken("2"));
    assert_eq!(check("2", AnswerValue::Number(f64::NAN)), not_taken("2"));
    assert_eq!(
        check("3", AnswerValue::YesNo(true)),
        Err(ResponseError::UnknownQuestion("3".to_owned()))
    );
    let two = QuestionnaireAnswer {
        link_id: label("1"),
        values: vec![AnswerValue::Choice(0), AnswerValue::Choice(1)],
    };
    let two = QuestionnaireResponse::new(key(), true, vec![two]).unwrap();
    assert_eq!(two.check(&one), not_taken("1"));
}

#[test]
fn only_a_question_can_be_the_one_about_safety() {
    let mut one = made(vec![
        item("t", 0, QuestionKind::Display),
        item("1", 0, often()),
    ])
    .unwrap();
    assert!(one.set_safety_item(Some(label("t"))).is_err());
    assert_eq!(one.safety_item(), None);
    one.set_safety_item(Some(label("1"))).unwrap();
    assert_eq!(one.safety_item(), Some(&label("1")));
}

#[test]
fn any_answer_above_the_calmest_is_a_sign() {
    let said = |kind: QuestionKind, value: AnswerValue| {
        let mut one = made(vec![item("s", 0, kind)]).unwrap();
        one.set_safety_item(Some(label("s"))).unwrap();
        one.safety_answer(&answered(&[("s", value)]))
    };
    assert_eq!(said(often(), AnswerValue::Choice(0)), Some(0.0));
    assert_eq!(said(often(), AnswerValue::Choice(2)), Some(2.5));
    // Listed from the worst down: the number counts, not the place.
    let down = || {
        choice(&[
            ("always", Some(3.0)),
            ("half", Some(0.5)),
            ("never", Some(0.0)),
        ])
    };
    assert_eq!(said(down(), AnswerValue::Choice(0)), Some(3.0));
    assert_eq!(said(down(), AnswerValue::Choice(1)), Some(1.0));
    assert_eq!(said(down(), AnswerValue::Choice(2)), Some(0.0));
    // Without numbers nobody knows which answer is the calm one.
    let plain = || choice(&[("never", None), ("always", Some(1.0))]);
    assert_eq!(said(plain(), AnswerValue::Choice(0)), Some(1.0));
    let coded = choice(&[("LA6568-5", None), ("LA6569-3", None)]);
    assert_eq!(said(coded.clone(), AnswerValue::Choice(0)), Some(0.0));
    assert_eq!(said(coded, AnswerValue::Choice(1)), Some(1.0));
    assert_eq!(
        said(QuestionKind::YesNo, AnswerValue::YesNo(true)),
        Some(1.0)
    );
    assert_eq!(
        said(QuestionKind::YesNo, AnswerValue::YesNo(false)),
        Some(0.0)
    );
    assert_eq!(
        said(QuestionKind::Text, AnswerValue::text("no").unwrap()),
        Some(1.0)
    );
}

#[test]
fn what_was_skipped_is_no_sign_and_no_calm_either() {
    let mut one = made(vec![item("s", 0, often())]).unwrap();
    let none = QuestionnaireResponse::new(key(), false, Vec::new()).unwrap();
    assert_eq!(one.safety_answer(&none), None);
    one.set_safety_item(Some(label("s"))).unwrap();
    assert_eq!(one.safety_answer(&none), None);
}

#[test]
fn numbers_are_given_only_where_the_file_gave_none() {
    let bare = || choice(&[("a", None), ("b", None)]);
    let mut one = made(vec![item("1", 0, bare()), item("2", 0, often())]).unwrap();
    one.count_answers(|position, place, n| {
        (position == 1 && n == 2).then_some(10.0 - place as f64)
    });
    let response = answered(&[("1", AnswerValue::Choice(1)), ("2", AnswerValue::Choice(1))]);
    assert_eq!(response.ordinals(&one), [Some(9.0), Some(1.0)]);
}

#[test]
fn no_log_shows_wording() {
    let one = made(vec![item("1", 0, often())]).unwrap();
    assert!(!format!("{one:?}").contains("How is it?"));
}
