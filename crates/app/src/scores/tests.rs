//! Scores in words. Refuses a score of an unfinished form, and a change judged by no size.
#![allow(clippy::unwrap_used, clippy::panic)] // A failed test stops here.

use record::{
    AnswerOption, AnswerValue, Coding, EnableBehavior, Fact, FactBody, FactKey, Label, LocalDay,
    Profile, QuestionKind, QuestionnaireAnswer, QuestionnaireFormat, QuestionnaireHead,
    QuestionnaireItem, Source, Wording, Zone,
};

use super::*;

const KEY: FactKey = FactKey::from_bytes([7; 16]);

fn label(text: &str) -> Label {
    Label::new(text).unwrap()
}

/// A form of so many questions with the answers 0 to `max`.
fn form(instrument: Option<&str>, n_questions: usize, max: u16) -> Questionnaire {
    let option = |place: u16| AnswerOption {
        coding: Coding {
            system: None,
            code: label(&format!("a{place}")),
        },
        label: Wording::new("an answer").unwrap(),
        ordinal: Some(f64::from(place)),
    };
    let item = |no: usize| QuestionnaireItem {
        link_id: label(&format!("q{no}")),
        level: 0,
        prefix: None,
        text: None,
        kind: QuestionKind::Choice {
            options: (0..=max).map(option).collect(),
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
        title: label("Brought along"),
        language: None,
        rights: None,
        introduction: None,
        format: QuestionnaireFormat::FhirR4,
        codes: Vec::new(),
    };
    let items = (1..=n_questions).map(item).collect();
    let day = LocalDay::parse("2026-01-01").unwrap();
    let mut form = Questionnaire::new(KEY, head, items, day).unwrap();
    form.instrument = instrument.map(label);
    form
}

/// Filled in on days of January, each with one answer a question, in order.
fn kept(form: Questionnaire, filled: &[(u8, &[u16])], is_complete: bool) -> Record {
    let zone = Zone::new("Europe/Berlin").unwrap();
    let fact = |(nth, (day, places)): (usize, &(u8, &[u16]))| {
        let at = LocalDay::parse("2026-01-01")
            .unwrap()
            .plus_days(i32::from(*day) - 1);
        let answers = (form.questions().zip(places.iter()))
            .map(|(item, place)| QuestionnaireAnswer {
                link_id: item.link_id.clone(),
                values: vec![AnswerValue::Choice(*place)],
            })
            .collect();
        let response = QuestionnaireResponse::new(KEY, is_complete, answers).unwrap();
        let mut key = [0; 16];
        key[0] = u8::try_from(nth).unwrap();
        Fact {
            key: FactKey::from_bytes(key),
            moment: at.at(12, 0, &zone).unwrap(),
            recorded_at: at.at(12, 0, &zone).unwrap(),
            source: Source::ByHand,
            body: FactBody::QuestionnaireResponse(response),
        }
    };
    let facts = filled.iter().enumerate().map(&fact).collect();
    let mut record = Record::new(Profile::new(zone.clone()), Vec::new(), facts).unwrap();
    record.questionnaires = vec![form];
    record
}

fn told(record: &Record) -> Vec<String> {
    let all = fillings(record).unwrap();
    let first = by_instrument(&all).into_iter().next();
    first.map_or_else(Vec::new, |one| sentences(&one))
}

#[test]
fn a_score_says_its_scale_its_range_and_which_way_it_runs() {
    let record = kept(form(Some("phq9"), 9, 3), &[(5, &[1; 9])], true);
    assert_eq!(
        told(&record),
        [
            "All nine questions together: 9, on a scale from 0 to 27.",
            "Studies cut this scale into 5 parts. This is part 2: some signs.",
            "More points stand for more of what troubles.",
        ]
    );
}

#[test]
fn a_change_is_told_with_what_studies_know_of_its_size() {
    let record = kept(
        form(Some("gad7"), 7, 3),
        &[(5, &[2; 7]), (20, &[1, 1, 1, 1, 1, 1, 3])],
        true,
    );
    let lines = told(&record);
    let wanted = [
        "Since 5 Jan 2026: 5 points fewer.",
        "Answers can shift so far by themselves. Studies put that at up to 6 points.",
        "In studies, 4 points or more made a change that people felt.",
    ];
    assert_eq!(lines[2..5], wanted, "{lines:#?}");
}

#[test]
fn a_change_without_a_study_of_its_size_says_so() {
    let record = kept(
        form(Some("phq8"), 8, 3),
        &[(5, &[2; 8]), (20, &[2; 8])],
        true,
    );
    assert!(told(&record).contains(&"The same as on 5 Jan 2026.".to_owned()));
    let record = kept(
        form(Some("phq8"), 8, 3),
        &[(5, &[2; 8]), (20, &[3, 2, 2, 2, 2, 2, 2, 2])],
        true,
    );
    let lines = told(&record);
    assert!(
        lines.contains(&"Since 5 Jan 2026: one point more.".to_owned()),
        "{lines:#?}"
    );
    assert!(lines.contains(&text("score-no-size")), "{lines:#?}");
}

#[test]
fn a_question_left_out_has_no_score_and_says_how_many_it_takes() {
    let record = kept(form(Some("phq9"), 9, 3), &[(5, &[1; 8])], true);
    let lines = told(&record);
    let wanted = "All nine questions together: no score. 8 questions are answered, and it takes 9.";
    assert_eq!(lines[0], wanted);
}

#[test]
fn an_unfinished_form_an_unknown_one_and_one_that_does_not_fit_have_no_score() {
    let unfinished = kept(form(Some("phq9"), 9, 3), &[(5, &[1; 9])], false);
    assert!(fillings(&unfinished).unwrap().is_empty());
    let unknown = kept(form(None, 9, 3), &[(5, &[1; 9])], true);
    assert!(fillings(&unknown).unwrap().is_empty());
    let wrong = kept(form(Some("phq9"), 9, 5), &[(5, &[5; 9])], true);
    assert_eq!(told(&wrong), [text("score-refused")]);
}

#[test]
fn the_picture_has_a_dot_a_filling_and_the_table_has_every_part() {
    let low: &[u16] = &[1; 20];
    let record = kept(form(Some("pcl5"), 20, 4), &[(5, low), (20, &[2; 20])], true);
    let all = fillings(&record).unwrap();
    let of_one = by_instrument(&all).remove(0);
    let shown = view(&of_one).unwrap();
    let picture = shown.picture.unwrap();
    assert_eq!(picture.wide.matches("h0").count(), 2);
    assert_eq!(picture.columns.len(), 7);
    assert_eq!(picture.rows.len(), 2);
    assert_eq!(picture.rows[1][1..3], ["40", "10"]);
}

/// Where the dots of a picture stand, from its left edge.
fn dots(svg: &str) -> Vec<f64> {
    let (_, d) = svg.split_once("class=\"dots\"").unwrap();
    let d = d.split(" d=\"").nth(1).unwrap().split('"').next().unwrap();
    let mut at = 0.0;
    // Each step is told from the one before: `M60 20h0m3.5-1h0`.
    let step = |text: &str| {
        at += number(&text[1..]);
        at
    };
    d.trim_end_matches("h0").split("h0").map(step).collect()
}

/// The number that a text begins with.
fn number(text: &str) -> f64 {
    let is_in = |(idx, c): &(usize, char)| c.is_ascii_digit() || *c == '.' || *idx == 0;
    let end = text.char_indices().take_while(is_in).count();
    text[..end].parse().unwrap()
}

#[test]
fn no_dot_sits_on_the_axis_and_a_single_one_stands_in_the_middle() {
    let picture = |filled: &[(u8, &[u16])]| {
        let record = kept(form(Some("phq9"), 9, 3), filled, true);
        let all = fillings(&record).unwrap();
        let shown = view(&by_instrument(&all).remove(0)).unwrap();
        shown.picture.unwrap().wide
    };
    let left = |svg: &str| number(svg.split("class=\"grid\" d=\"M").nth(1).unwrap());
    let one = picture(&[(5, &[1; 9])]);
    // The picture is 700 wide and keeps 12 free at its right.
    let right = 700.0 - 12.0;
    assert!(
        (dots(&one)[0] - (left(&one) + right) / 2.0).abs() < 1.0,
        "{one}"
    );
    let two = picture(&[(5, &[1; 9]), (20, &[2; 9])]);
    assert!(
        dots(&two)[0] > left(&two) + 5.0 && dots(&two)[1] < right - 5.0,
        "{two}"
    );
}

#[test]
fn other_programs_read_rule_and_version_with_each_score() {
    let record = kept(form(Some("dass21"), 21, 3), &[(5, &[1; 21])], true);
    let document = filling_json(&fillings(&record).unwrap()[0]);
    assert_eq!(document["instrument"], "dass21");
    assert_eq!(document["rule_version"], 1);
    assert_eq!(document["scales"][0]["points"], 14.0);
    assert_eq!(document["scales"][0]["band"], 2);
}

#[test]
fn the_page_for_a_doctor_names_the_form_its_day_and_only_chosen_days() {
    let record = kept(
        form(Some("phq9"), 9, 3),
        &[(5, &[1; 9]), (20, &[2; 9])],
        true,
    );
    let said = on_paper(&record, |_| true).unwrap();
    assert_eq!(said.len(), 1);
    assert!(
        said[0].starts_with("PHQ-9, filled in on 20 Jan 2026."),
        "{said:?}"
    );
    assert!(said[0].contains("9 points more"), "{said:?}");
    let until = LocalDay::parse("2026-01-10").unwrap();
    let said = on_paper(&record, |day| day <= until).unwrap();
    assert!(!said[0].contains("points more"), "{said:?}");
}
