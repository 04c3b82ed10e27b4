//! Scores of questionnaires. Refuses a score that another program does not make, one beside missing
//! answers, and a change judged by a size of something else.

use finding::questionnaire::{
    AnswersError, ChangeError, Outcome, Score, change, n_numbers, numbers, score,
};
use proptest::prelude::*;
use record::{
    AnswerOption, AnswerValue, Coding, Combine, Counts, EnableBehavior, ErrorOfMeasurement,
    FactKey, Higher, Label, LocalDay, QuestionKind, Questionnaire, QuestionnaireAnswer,
    QuestionnaireFormat, QuestionnaireHead, QuestionnaireItem, QuestionnaireResponse, RuleParts,
    Scale, ScoringRule, Shape, Wording,
};

fn scale(id: &str, items: &[u16]) -> Scale {
    Scale {
        id: id.to_owned(),
        items: items.to_vec(),
        counts: Counts::AsAnswered,
        combine: Combine::SumTimes(1.0),
        missing_max: 0,
        bands_from: Vec::new(),
        error: None,
        smallest_important: None,
    }
}

fn parts(scales: Vec<Scale>) -> RuleParts {
    RuleParts {
        id: "sample".to_owned(),
        version: 1,
        shape: Shape::Single,
        n_items: 4,
        n_items_min: 4,
        answer_min: 0.0,
        answer_max: 3.0,
        listed_downwards: vec![2],
        counted_downwards: vec![],
        about_self_harm: vec![4],
        higher: Higher::IsMoreTrouble,
        scales,
    }
}

fn rule(scales: Vec<Scale>) -> ScoringRule {
    ScoringRule::new(parts(scales)).unwrap()
}

fn total(rule: &ScoringRule, answers: &[Option<f64>]) -> Score {
    let scored = score(rule, answers).unwrap();
    scored.scale("total").unwrap().score().unwrap().clone()
}

fn all(numbers: [f64; 4]) -> Vec<Option<f64>> {
    numbers.map(Some).to_vec()
}

#[test]
fn a_range_is_reached_by_its_first_point() {
    let banded = Scale {
        bands_from: vec![0.0, 5.0, 10.0],
        ..scale("total", &[1, 2, 3, 4])
    };
    let rule = rule(vec![banded]);
    let band = |numbers| total(&rule, &all(numbers)).band;
    assert_eq!(band([1.0, 1.0, 1.0, 1.0]), Some(0));
    assert_eq!(band([2.0, 1.0, 1.0, 1.0]), Some(1));
    assert_eq!(band([3.0, 3.0, 3.0, 1.0]), Some(2));
}

#[test]
fn a_missing_answer_withholds_its_scale_and_no_other() {
    let rule = rule(vec![scale("total", &[1, 2, 3, 4]), scale("front", &[1, 2])]);
    let scored = score(&rule, &[Some(1.0), Some(2.0), None, Some(0.0)]).unwrap();
    let Some(Outcome::Withheld(withheld)) = scored.scale("total") else {
        panic!("{scored:?}");
    };
    assert_eq!((withheld.have, withheld.need), (3, 4));
    assert_eq!(withheld.missing, [3]);
    let front = scored.scale("front").unwrap().score().unwrap();
    assert!((front.points - 3.0).abs() < 1e-9);
}

#[test]
fn one_missing_answer_stands_for_the_mean_where_the_source_says_so() {
    let lenient = Scale {
        missing_max: 1,
        ..scale("total", &[1, 2, 3, 4])
    };
    let rule = rule(vec![lenient]);
    let filled = total(&rule, &[Some(1.0), Some(2.0), None, Some(3.0)]);
    assert!((filled.points - 8.0).abs() < 1e-9);
    assert_eq!(filled.n_filled_in, 1);
    let two = score(&rule, &[Some(1.0), None, None, Some(3.0)]).unwrap();
    assert!(two.scale("total").unwrap().score().is_none());
}

#[test]
fn an_answer_about_hurting_oneself_is_told_though_no_score_is() {
    let rule = rule(vec![scale("total", &[1, 2, 3, 4])]);
    let told = |last| {
        score(&rule, &[None, None, None, last])
            .unwrap()
            .about_self_harm
    };
    assert_eq!(told(Some(1.0)), [4]);
    assert_eq!(told(Some(0.0)), [0; 0]);
    assert_eq!(told(None), [0; 0]);
}

#[test]
fn a_number_or_a_count_that_the_form_does_not_have_is_refused_without_repeating_it() {
    let rule = rule(vec![scale("total", &[1, 2, 3, 4])]);
    let found = score(&rule, &all([0.0, 7.0, 0.0, 0.0])).unwrap_err();
    let wanted = AnswersError::Number {
        item: 2,
        min: 0.0,
        max: 3.0,
    };
    assert_eq!(found, wanted);
    assert!(!format!("{found:?}").contains('7'));
    assert!(score(&rule, &all([0.0, f64::NAN, 0.0, 0.0])).is_err());
    assert!(matches!(
        score(&rule, &[Some(0.0); 3]),
        Err(AnswersError::Count {
            have: 3,
            min: 4,
            max: 4
        })
    ));
}

#[test]
fn what_never_comes_lasts_no_time_whatever_stands_beside_it() {
    let pairs = RuleParts {
        shape: Shape::Pairs {
            second_min: 1.0,
            second_max: 6.0,
        },
        n_items: 2,
        n_items_min: 2,
        listed_downwards: vec![],
        about_self_harm: vec![],
        ..parts(vec![scale("total", &[1, 2])])
    };
    let rule = ScoringRule::new(pairs).unwrap();
    let points = |answers: [Option<f64>; 4]| {
        let scored = score(&rule, &answers).unwrap();
        scored.scale("total").unwrap().score().map(|s| s.points)
    };
    assert_eq!(
        points([Some(0.0), Some(5.0), Some(2.0), Some(3.0)]),
        Some(5.0)
    );
    assert_eq!(
        points([Some(0.0), Some(0.0), Some(2.0), Some(3.0)]),
        Some(5.0)
    );
    assert_eq!(points([Some(1.0), None, Some(2.0), Some(3.0)]), None);
    assert_eq!(points([None, Some(2.0), Some(2.0), Some(3.0)]), None);
    assert!(score(&rule, &[Some(1.0), Some(0.0), Some(2.0), Some(3.0)]).is_err());
    assert_eq!(n_numbers(&rule), (4, 4));
}

#[test]
fn a_closed_gate_counts_nothing_unless_an_item_says_otherwise() {
    let gated = RuleParts {
        shape: Shape::Gated,
        answer_max: 1.0,
        ..parts(vec![scale("total", &[1, 2, 3, 4])])
    };
    let rule = ScoringRule::new(gated).unwrap();
    let points = |answers: &[Option<f64>]| {
        let scored = score(&rule, answers).unwrap();
        scored.scale("total").unwrap().score().map(|s| s.points)
    };
    let (yes, no) = (Some(1.0), Some(0.0));
    assert_eq!(points(&[no, None, None, None, None]), Some(0.0));
    assert_eq!(points(&[no, yes, no, no, no]), Some(1.0));
    assert_eq!(points(&[yes, yes, no, None, no]), None);
    assert_eq!(points(&[yes, no, yes, no]), Some(2.0));
}

#[test]
fn places_in_a_list_are_turned_where_the_form_lists_downwards() {
    let rule = rule(vec![scale("total", &[1, 2, 3, 4])]);
    assert_eq!(rule.number_at(1, 0), Some(0.0));
    assert_eq!(rule.number_at(2, 0), Some(3.0));
    assert_eq!(rule.number_at(2, 3), Some(0.0));
    assert_eq!(rule.number_at(2, 4), None);
    assert_eq!(rule.number_at(5, 0), None);
}

fn with_sizes(error: Option<ErrorOfMeasurement>, important: Option<f64>) -> ScoringRule {
    rule(vec![Scale {
        error,
        smallest_important: important,
        ..scale("total", &[1, 2, 3, 4])
    }])
}

#[test]
fn a_change_is_set_beside_published_sizes_and_none_is_borrowed() {
    let (low, high) = (all([0.0; 4]), all([2.0, 2.0, 1.0, 0.0]));
    let plain = with_sizes(None, None);
    let found = change(&plain, &total(&plain, &high), &total(&plain, &low)).unwrap();
    assert!((found.points + 5.0).abs() < 1e-9);
    assert_eq!((found.error, found.important), (None, None));

    let printed = ErrorOfMeasurement::Points {
        points: 6.0,
        level: Some(0.9),
    };
    let sized = with_sizes(Some(printed), Some(5.0));
    let found = change(&sized, &total(&sized, &low), &total(&sized, &high)).unwrap();
    let error = found.error.unwrap();
    assert!(!error.is_reached && error.level == Some(0.9) && error.index.is_none());
    assert!(found.important.unwrap().is_reached);
}

/// Jacobson & Truax print 4.74 for the error of the difference, with a spread of 7.5 and .80.
#[test]
fn a_size_from_spread_and_reliability_is_that_of_jacobson_and_truax() {
    let spread = ErrorOfMeasurement::Spread {
        sd: 7.5,
        reliability: 0.80,
    };
    let long = RuleParts {
        answer_max: 20.0,
        ..parts(vec![Scale {
            error: Some(spread),
            ..scale("total", &[1, 2, 3, 4])
        }])
    };
    let rule = ScoringRule::new(long).unwrap();
    let before = total(&rule, &all([20.0, 10.0, 2.0, 0.5]));
    let after = total(&rule, &all([20.0, 20.0, 7.0, 0.5]));
    let error = change(&rule, &before, &after).unwrap().error.unwrap();
    assert!((error.index.unwrap() - 15.0 / 4.74).abs() < 0.005);
    assert!((error.size - 1.96 * 4.74).abs() < 0.01);
    assert!(error.is_reached);
}

#[test]
fn scores_of_two_rules_scales_or_versions_do_not_compare() {
    let one = rule(vec![scale("total", &[1, 2, 3, 4]), scale("front", &[1, 2])]);
    let newer = ScoringRule::new(RuleParts {
        version: 2,
        ..one.parts().clone()
    })
    .unwrap();
    let answers = all([1.0; 4]);
    let scored = score(&one, &answers).unwrap();
    let front = scored.scale("front").unwrap().score().unwrap();
    let whole = total(&one, &answers);
    assert_eq!(change(&one, &whole, front), Err(ChangeError::Different));
    assert_eq!(
        change(&newer, &whole, &total(&newer, &answers)),
        Err(ChangeError::Different)
    );
}

/// A form with four answers a question, with their numbers or without.
fn form(format: QuestionnaireFormat, n_questions: u16, has_numbers: bool) -> Questionnaire {
    let label = |text: &str| Label::new(text).unwrap();
    let option = |place: u16| AnswerOption {
        coding: Coding {
            system: None,
            code: label(&format!("a{place}")),
        },
        label: Wording::new("an answer").unwrap(),
        ordinal: has_numbers.then(|| f64::from(place)),
    };
    let item = |no: u16| QuestionnaireItem {
        link_id: label(&format!("q{no}")),
        level: 0,
        prefix: None,
        text: Wording::new("a question"),
        kind: QuestionKind::Choice {
            options: (0..4).map(option).collect(),
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
        title: label("A form"),
        language: None,
        rights: None,
        introduction: None,
        format,
        codes: Vec::new(),
    };
    let items = (1..=n_questions).map(item).collect();
    let day = LocalDay::parse("2026-11-25").unwrap();
    Questionnaire::new(FactKey::from_bytes([7; 16]), head, items, day).unwrap()
}

fn filled(form: &Questionnaire, places: &[u16]) -> QuestionnaireResponse {
    let answers = (form.questions().zip(places))
        .map(|(item, place)| QuestionnaireAnswer {
            link_id: item.link_id.clone(),
            values: vec![AnswerValue::Choice(*place)],
        })
        .collect();
    QuestionnaireResponse::new(form.key, true, answers).unwrap()
}

#[test]
fn numbers_come_from_the_file_or_from_the_place_and_what_follows_is_left_aside() {
    let rule = rule(vec![scale("total", &[1, 2, 3, 4])]);
    let told = |format, has_numbers| {
        let form = form(format, 5, has_numbers);
        numbers(&rule, &form, &filled(&form, &[3, 3, 0, 1, 2]))
    };
    // The second item is listed downwards: its last place counts nothing.
    assert_eq!(
        told(QuestionnaireFormat::FhirR4, false),
        all([3.0, 0.0, 0.0, 1.0])
    );
    assert_eq!(
        told(QuestionnaireFormat::FhirR4, true),
        all([3.0, 3.0, 0.0, 1.0])
    );
}

#[test]
fn numbers_before_their_turning_are_turned_where_the_rule_counts_downwards() {
    let counted = RuleParts {
        listed_downwards: vec![],
        counted_downwards: vec![2],
        ..parts(vec![scale("total", &[1, 2, 3, 4])])
    };
    let rule = ScoringRule::new(counted).unwrap();
    let told = |format| {
        let form = form(format, 4, true);
        numbers(&rule, &form, &filled(&form, &[1, 3, 0, 1]))
    };
    assert_eq!(told(QuestionnaireFormat::Osd), all([1.0, 0.0, 0.0, 1.0]));
    assert_eq!(told(QuestionnaireFormat::FhirR5), all([1.0, 3.0, 0.0, 1.0]));
}

#[test]
fn a_question_left_out_and_a_list_of_another_length_give_no_number() {
    let rule = rule(vec![scale("total", &[1, 2, 3, 4])]);
    let form = form(QuestionnaireFormat::FhirR4, 4, false);
    assert_eq!(
        numbers(&rule, &form, &filled(&form, &[1, 1]))[2..],
        [None, None]
    );
    let longer = ScoringRule::new(RuleParts {
        answer_max: 4.0,
        ..rule.parts().clone()
    })
    .unwrap();
    assert_eq!(numbers(&longer, &form, &filled(&form, &[1; 4])), [None; 4]);
}

prop_compose! {
    fn answered()(numbers in prop::collection::vec(prop::option::weighted(0.8, 0u8..=3), 4)) -> Vec<Option<f64>> {
        numbers.into_iter().map(|n| n.map(f64::from)).collect()
    }
}

prop_compose! {
    fn complete()(numbers in prop::collection::vec(0u8..=3, 4)) -> Vec<Option<f64>> {
        numbers.into_iter().map(|n| Some(f64::from(n))).collect()
    }
}

proptest! {
    #[test]
    fn a_score_lies_within_its_ends_and_in_its_range(answers in answered(), missing_max in 0u16..4) {
        let rule = rule(vec![Scale {
            missing_max,
            bands_from: vec![0.0, 4.0, 9.0],
            ..scale("total", &[1, 2, 3, 4])
        }]);
        let n_missing = answers.iter().filter(|a| a.is_none()).count();
        match score(&rule, &answers).unwrap().scale("total").unwrap() {
            Outcome::Score(score) => {
                prop_assert!(n_missing <= usize::from(missing_max));
                prop_assert!((score.min..=score.max).contains(&score.points));
                let from = [0.0, 4.0, 9.0, f64::INFINITY];
                let band = score.band.unwrap();
                prop_assert!(from[band] <= score.points && score.points < from[band + 1]);
            }
            Outcome::Withheld(withheld) => {
                prop_assert!(n_missing > usize::from(missing_max));
                prop_assert_eq!(withheld.missing.len(), n_missing);
            }
        }
    }

    #[test]
    fn filling_in_never_leaves_the_span_of_what_stays_possible(answers in answered()) {
        let rule = rule(vec![Scale { missing_max: 3, ..scale("total", &[1, 2, 3, 4]) }]);
        prop_assume!(answers.iter().any(Option::is_some));
        let with = |number: f64| -> f64 { answers.iter().map(|a| a.unwrap_or(number)).sum() };
        let points = total(&rule, &answers).points;
        prop_assert!(with(0.0) - 1e-9 <= points && points <= with(3.0) + 1e-9);
    }

    #[test]
    fn a_change_turned_round_is_the_same_with_the_other_sign(one in complete(), other in complete()) {
        let spread = ErrorOfMeasurement::Spread { sd: 3.0, reliability: 0.8 };
        let rule = with_sizes(Some(spread), Some(2.0));
        let (one, other) = (total(&rule, &one), total(&rule, &other));
        let there = change(&rule, &one, &other).unwrap();
        let back = change(&rule, &other, &one).unwrap();
        prop_assert!((there.points + back.points).abs() < 1e-9);
        prop_assert_eq!(there.important.unwrap().is_reached, back.important.unwrap().is_reached);
        prop_assert_eq!(there.error.unwrap().is_reached, back.error.unwrap().is_reached);
    }

    #[test]
    fn a_list_read_from_its_other_end_is_turned_whole(item in 1u16..=4, place in 0u16..=3) {
        let upwards = rule(vec![scale("total", &[1, 2, 3, 4])]);
        let turned = ScoringRule::new(RuleParts {
            listed_downwards: vec![1, 3, 4],
            ..upwards.parts().clone()
        }).unwrap();
        let sum = upwards.number_at(item, place).unwrap() + turned.number_at(item, place).unwrap();
        prop_assert!((sum - 3.0).abs() < 1e-9);
    }
}
