//! Scale definitions, activities and texts of other programs.

use super::*;

pub(super) fn osd() -> Value {
    json!({
        "osd_version": "1.0",
        "definition": {
            "scale_info": {"name": "Rain scale", "code": "RAIN", "license": "CC0", "version": "1"},
            "likert_options": {"points": 3, "min": 0, "labels": ["l0", "l1", "l2"], "question_head": "head"},
            "items": [
                {"id": "i", "type": "inst", "text_key": "inst"},
                {"id": "r1", "type": "likert", "text_key": "r1"},
                {"id": "r2", "type": "likert", "text_key": "r2", "visible_when": {"item": "r1", "operator": "greater_than", "value": 0}},
                {"id": "m", "type": "multi", "text_key": "m", "options": [{"value": 5, "text_key": "l0"}, {"value": 6, "text_key": "l1"}]},
                {"id": "v", "type": "vas", "text_key": "v", "min": 0, "max": 100},
                {"id": "pic", "type": "grid", "text_key": "v"},
            ],
            "scoring": {"total": {"method": "sum", "items": {"r1": 1, "r2": -1}}},
        },
        "translations": {
            "de": {"head": "Wie oft?", "inst": "Lies.", "r1": "Regen", "r2": "Sonne", "m": "Was?", "v": "Wie viel?", "l0": "nie", "l1": "oft", "l2": "immer"},
            "en": {"head": "How <b>often</b>?", "inst": "Read.", "r1": "Rain", "r2": "Sun", "m": "What?", "v": "How much?", "l0": "never", "l1": "often", "l2": "always"},
        },
    })
}

#[test]
fn a_scale_definition_is_read_in_the_language_asked_for() {
    let file = read(&osd()).unwrap();
    let one = &file.questionnaire;
    assert_eq!(one.head.format, QuestionnaireFormat::Osd);
    assert_eq!(one.head.language.as_ref().unwrap().as_str(), "en");
    assert_eq!(
        one.item("r1").unwrap().text.as_ref().unwrap().text(),
        "How often ?\nRain"
    );
    assert_eq!(file.unknown.get("item of the kind grid"), Some(&1));
    let choice = AnswerValue::Choice;
    let response = answered(
        one,
        &[("r1", choice(1)), ("r2", choice(2)), ("m", choice(0))],
    );
    // The number beside the answer, also where the scale's own score turns it round.
    assert_eq!(
        response.ordinals(one),
        [Some(1.0), Some(2.0), Some(5.0), None]
    );
    let dry = answered(one, &[("r1", choice(0))]);
    assert!(!one.asked(&dry)[2]);
    let german = read_questionnaire(osd().to_string().as_bytes(), "de", day()).unwrap();
    let german = german.questionnaire;
    assert_eq!(german.items()[0].text.as_ref().unwrap().text(), "Lies.");
}

#[test]
fn a_version_that_nobody_knows_is_said() {
    let mut form = osd();
    form["osd_version"] = "7.1".into();
    assert_eq!(read(&form).unwrap().unknown_version.as_deref(), Some("7.1"));
    assert_eq!(read(&osd()).unwrap().unknown_version, None);
}

#[test]
fn a_scale_without_its_wording_is_refused() {
    let mut form = osd();
    form.as_object_mut().unwrap().remove("translations");
    assert!(
        read(&form)
            .unwrap_err()
            .to_string()
            .contains("wording is not in the file")
    );
}

pub(super) fn reproschema() -> Value {
    json!({"@graph": [
        {"@id": "rain_schema", "@type": "reproschema:Activity", "prefLabel": {"en": "Rain", "es": "Lluvia"},
         "preamble": {"en": "Lately, how was it?"}, "schemaVersion": "1.0.0-rc1",
         "ui": {"order": ["items/rain_1", "items/rain_2"],
                "addProperties": [{"isAbout": "items/rain_1", "isVis": true, "valueRequired": true},
                                  {"isAbout": "items/rain_2", "isVis": "rain_1 > 0 || rain_1 == 2"}]}},
        {"@id": "rain_1", "@type": "reproschema:Field", "question": {"en": "Did it rain?", "es": "¿Llovió?"},
         "ui": {"inputType": "radio"}, "responseOptions": "../answers"},
        {"@id": "rain_2", "@type": "reproschema:Field", "question": {"en": "How many hours?"},
         "ui": {"inputType": "number"}, "responseOptions": {"minValue": 0, "maxValue": 24}},
        {"@id": "answers", "@type": "reproschema:ResponseOption", "choices": [
            {"name": {"en": "No", "es": "No"}, "value": 0}, {"name": {"en": "Some", "es": "Algo"}, "value": 1},
            {"name": {"en": "Lots", "es": "Mucho"}, "value": 2}]},
    ]})
}

#[test]
fn a_reproschema_activity_is_read_with_its_items() {
    let one = one(&reproschema());
    assert_eq!(one.head.format, QuestionnaireFormat::ReproSchema);
    assert_eq!(one.head.rights, None);
    let response = answered(&one, &[("rain_1", AnswerValue::Choice(2))]);
    assert_eq!(response.ordinals(&one), [Some(2.0), None]);
    assert_eq!(one.asked(&response), [true, true]);
    let dry = answered(&one, &[("rain_1", AnswerValue::Choice(0))]);
    assert_eq!(one.asked(&dry), [true, false]);
    let spanish = read_questionnaire(reproschema().to_string().as_bytes(), "es", day()).unwrap();
    let text = spanish.questionnaire.items()[0].text.clone().unwrap();
    assert_eq!(text.text(), "¿Llovió?");
}

#[test]
fn an_activity_whose_items_lie_elsewhere_is_refused_by_name() {
    let mut file = reproschema();
    file["@graph"].as_array_mut().unwrap().remove(2);
    let said = read(&file).unwrap_err().to_string();
    assert!(said.contains("'rain_2' lies in another file"), "{said}");
}

pub(super) const CAMCOPS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<resources>
  <task name="rain">
    <!-- Made up -->
    <string name="title">Rain &amp; sun</string>
    <string name="stem">Over the last <b>days</b>:</string>
    <string name="q1">1. Was it wet?</string>
    <string name="q2">2. Was it cold?</string>
    <string name="q2_option0">warm</string>
    <string name="q2_option1">cold</string>
    <string name="q1_s">Q1 (wet):</string>
    <string name="a0">Never</string>
    <string name="a1">Often</string>
    <string name="finalq">Did it bother you?</string>
    <string name="fa0">No</string>
    <string name="fa1">Yes</string>
  </task>
</resources>"#;

#[test]
fn texts_of_camcops_give_their_numbered_questions() {
    let one = read_text(CAMCOPS).unwrap().questionnaire;
    assert_eq!(one.head.format, QuestionnaireFormat::Camcops);
    assert_eq!(one.head.title.as_str(), "Rain & sun");
    assert_eq!(
        one.head.introduction.as_ref().unwrap().text(),
        "Over the last days:"
    );
    assert_eq!(
        one.head.rights, None,
        "the file says nothing, so the person is asked"
    );
    let names: Vec<&str> = one
        .items()
        .iter()
        .map(|item| item.link_id.as_str())
        .collect();
    assert_eq!(names, ["q1", "q2", "finalq"]);
    assert_eq!(one.items()[0].prefix.as_ref().unwrap().as_str(), "1.");
    assert_eq!(one.items()[1].kind.options()[1].label.text(), "cold");
    // Which number an answer counts, the file does not say.
    let response = answered(&one, &[("q1", AnswerValue::Choice(1))]);
    assert_eq!(response.ordinals(&one), [None, None, None]);
}

#[test]
fn texts_whose_answers_are_unclear_are_refused() {
    let said = |text: &str| read_text(text).unwrap_err().to_string();
    let without = CAMCOPS.replace("name=\"a0\"", "name=\"x\"");
    assert!(said(&without).contains("answers to 'q1' are not in the file"));
    let unnumbered = CAMCOPS.replace("name=\"q1\"", "name=\"qa\"");
    assert!(said(&unnumbered).contains("not numbered"));
    let cut = &CAMCOPS[..CAMCOPS.len() - 30];
    assert!(said(cut).contains("not a whole file"));
    assert!(matches!(
        read_text("<html><body></body></html>"),
        Err(QuestionnaireFileError::Unknown)
    ));
}
