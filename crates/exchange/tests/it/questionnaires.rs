//! Questionnaires of other formats. The shapes are real, the wording is made up.

mod others;

use exchange::{
    QUESTIONNAIRE_BYTES_MAX, QuestionnaireFile, QuestionnaireFileError, read_questionnaire,
    recognise_questionnaire,
};
use proptest::prelude::*;
use record::{
    AnswerValue, Label, LocalDay, QuestionKind, Questionnaire, QuestionnaireAnswer,
    QuestionnaireError, QuestionnaireFormat, QuestionnaireResponse,
};
use serde_json::{Value, json};

use others::{CAMCOPS, osd, reproschema};

type Read = Result<QuestionnaireFile, QuestionnaireFileError>;

fn day() -> LocalDay {
    LocalDay::parse("2026-03-02").unwrap()
}

fn read_text(text: &str) -> Read {
    read_questionnaire(text.as_bytes(), "en", day())
}

fn read(json: &Value) -> Read {
    read_text(&json.to_string())
}

fn one(json: &Value) -> Questionnaire {
    read(json).unwrap().questionnaire
}

fn answered(one: &Questionnaire, answers: &[(&str, AnswerValue)]) -> QuestionnaireResponse {
    let answer = |(link_id, value): &(&str, AnswerValue)| QuestionnaireAnswer {
        link_id: Label::new(link_id).unwrap(),
        values: vec![value.clone()],
    };
    let response =
        QuestionnaireResponse::new(one.key, true, answers.iter().map(answer).collect()).unwrap();
    response.check(one).unwrap();
    response
}

fn option(code: &str, ordinal: f64) -> Value {
    json!({
        "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": ordinal}],
        "valueCoding": {"system": "http://example.org/c", "code": code, "display": format!("It was {code}")},
    })
}

/// A made-up form with a calculated total, a hidden field, a group, and conditions.
fn fhir() -> Value {
    json!({
        "resourceType": "Questionnaire",
        "url": "http://example.org/weather", "version": "1.2", "language": "en",
        "title": "Weather inside", "copyright": "Made up. Nobody holds rights.",
        "code": [{"system": "http://loinc.org", "code": "0000-0"}],
        "item": [
            {"linkId": "intro", "type": "display", "text": "Think of the last days."},
            {"linkId": "g", "type": "group", "text": "Clouds", "item": [
                {"linkId": "g.1", "type": "choice", "prefix": "1.", "text": "How gray was it?", "required": true,
                 "code": [{"system": "http://loinc.org", "code": "1-1"}],
                 "answerOption": [option("fair", 0.0), option("gray", 1.0), option("dark", 2.0)]},
                {"linkId": "g.2", "type": "open-choice", "repeats": true, "text": "Which clouds?",
                 "answerOption": [{"valueString": "high"}, {"valueString": "low"}]},
            ]},
            {"linkId": "n", "type": "integer", "text": "Hours of rain?",
             "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 0},
                           {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 24}]},
            {"linkId": "why", "type": "string", "text": "What was it like?", "enableBehavior": "any",
             "enableWhen": [{"question": "g.1", "operator": "=", "answerCoding": {"code": "dark"}},
                            {"question": "n", "operator": ">", "answerInteger": 12}]},
            {"linkId": "total", "type": "integer", "text": "Total", "readOnly": true},
            {"linkId": "photo", "type": "attachment", "text": "A picture"},
            {"linkId": "after", "type": "boolean", "text": "Is it over?",
             "enableWhen": [{"question": "photo", "operator": "exists", "answerBoolean": true}]},
        ],
    })
}

#[test]
fn a_fhir_form_is_read_with_all_that_can_be_asked() {
    let file = read(&fhir()).unwrap();
    let one = &file.questionnaire;
    assert_eq!(one.head.format, QuestionnaireFormat::FhirR4);
    assert_eq!(one.head.title.as_str(), "Weather inside");
    assert!(one.head.rights.is_some());
    let names: Vec<&str> = one
        .items()
        .iter()
        .map(|item| item.link_id.as_str())
        .collect();
    assert_eq!(names, ["intro", "g", "g.1", "g.2", "n", "why", "after"]);
    assert_eq!(one.item("g.1").unwrap().level, 1);
    assert_eq!(one.position("n"), Some(3));
    let choice = AnswerValue::Choice;
    let number = AnswerValue::Number;
    let fair = answered(one, &[("g.1", choice(0)), ("n", number(3.0))]);
    assert_eq!(
        one.asked(&fair),
        [true, true, true, true, true, false, true]
    );
    let dark = answered(one, &[("g.1", choice(2)), ("n", number(3.0))]);
    assert!(one.asked(&dark)[5]);
    assert_eq!(dark.ordinals(one)[0], Some(2.0));
    let wet = answered(one, &[("g.1", choice(0)), ("n", number(13.0))]);
    assert!(one.asked(&wet)[5]);
    // What was left out is counted by what it is.
    let left: Vec<(&str, u64)> = file.unknown.iter().map(|(k, n)| (k.as_str(), *n)).collect();
    assert_eq!(
        left,
        [
            ("condition on something that was left out", 1),
            ("field that is filled in by a program", 1),
            ("item of the kind attachment", 1)
        ]
    );
}

#[test]
fn the_same_file_twice_is_one_questionnaire() {
    assert_eq!(one(&fhir()).key, one(&fhir()).key);
    let mut other = fhir();
    other["version"] = "1.3".into();
    assert_ne!(one(&fhir()).key, one(&other).key);
}

#[test]
fn answers_in_a_value_set_are_read_where_it_lies_in_the_file() {
    let set = |id: &str| {
        json!({"resourceType": "ValueSet", "id": id, "url": "http://example.org/vs",
               "compose": {"include": [{"system": "http://example.org/c", "concept": [
                   {"code": "a", "display": "Fair", "extension": [
                       {"url": "http://hl7.org/fhir/StructureDefinition/itemWeight", "valueDecimal": 4}]},
                   {"code": "b"}]}]}})
    };
    let form = |address: &str| {
        json!({"resourceType": "Questionnaire", "title": "W", "item": [
            {"linkId": "1", "type": "coding", "text": "How is it?", "answerValueSet": address}]})
    };
    let mut inside = form("#v");
    inside["contained"] = json!([set("v")]);
    let read_inside = one(&inside);
    assert_eq!(read_inside.head.format, QuestionnaireFormat::FhirR5);
    let options = read_inside.items()[0].kind.options();
    assert_eq!(options[0].ordinal, Some(4.0));
    assert_eq!(options[1].label.text(), "b");
    let bundle = json!({"resourceType": "Bundle", "entry": [
        {"resource": form("http://example.org/vs|1")}, {"resource": set("x")}]});
    assert_eq!(one(&bundle).items()[0].kind.options().len(), 2);
    let elsewhere = read(&form("http://example.org/vs")).unwrap_err();
    assert_eq!(
        elsewhere.to_string(),
        "the answers to '1' are not in the file, which only points at http://example.org/vs"
    );
    assert!(elsewhere.hint().contains("nothing is fetched"));
}

#[test]
fn what_cannot_be_asked_is_refused_and_says_why() {
    let refused = |change: &dyn Fn(&mut Value)| {
        let mut form = fhir();
        change(&mut form);
        read(&form).unwrap_err().to_string()
    };
    let said = refused(&|form| form["item"][1]["item"][0]["answerOption"] = json!([]));
    assert_eq!(said, "the choice 'g.1' has no answers to choose from");
    let said = refused(&|form| {
        form["item"][1]["item"][0]
            .as_object_mut()
            .unwrap()
            .remove("answerOption");
    });
    assert_eq!(said, "the choice 'g.1' has no answers to choose from");
    let said = refused(&|form| form["item"][2]["linkId"] = "g.1".into());
    assert_eq!(said, "two items have the name 'g.1'");
    let said = refused(&|form| {
        form["item"][2]["linkId"] = "".into();
    });
    assert_eq!(said, "an item has no name (linkId)");
    let said = refused(&|form| {
        form["item"][1]["enableWhen"] =
            json!([{"question": "g.1", "operator": "exists", "answerBoolean": true}]);
    });
    assert!(said.contains("depends on itself"), "{said}");
    let said = refused(&|form| {
        form["item"][3]["enableWhen"][0]["answerCoding"] = json!({"code": "blue"});
    });
    assert_eq!(
        said,
        "item 'why' depends on an answer that 'g.1' does not take"
    );
    let said = refused(&|form| form["item"][3]["enableWhen"][0]["operator"] = "~".into());
    assert!(said.contains("a condition that is not whole"), "{said}");
    let said = refused(&|form| form["item"] = json!([]));
    assert_eq!(said, "there is no question in it that can be answered");
    let said = refused(&|form| {
        form["item"][1]["item"][0]["option"] = json!([{"valueCoding": {"code": "x"}}]);
    });
    assert!(said.contains("before R4"), "{said}");
}

#[test]
fn too_much_is_refused() {
    let many: Vec<Value> = (0..600)
        .map(|n| json!({"linkId": n.to_string(), "type": "boolean", "text": "Rain?"}))
        .collect();
    let form = json!({"resourceType": "Questionnaire", "title": "W", "item": many});
    assert!(matches!(
        read(&form),
        Err(QuestionnaireFileError::Questionnaire(
            QuestionnaireError::Items { .. }
        ))
    ));
    let mut item = json!({"linkId": "x", "type": "boolean", "text": "Rain?"});
    for n in 0..20 {
        item = json!({"linkId": n.to_string(), "type": "group", "item": [item]});
    }
    let deep = json!({"resourceType": "Questionnaire", "title": "W", "item": [item]});
    assert!(matches!(
        read(&deep),
        Err(QuestionnaireFileError::Questionnaire(
            QuestionnaireError::Empty | QuestionnaireError::Level { .. }
        ))
    ));
    let large = format!("{}{}", fhir(), " ".repeat(QUESTIONNAIRE_BYTES_MAX));
    assert_eq!(read_text(&large), Err(QuestionnaireFileError::TooLarge));
    // Brackets without end come out of the JSON reader as an error, not as a crash.
    let nested = format!(
        "{{\"resourceType\":\"Questionnaire\",\"item\":{}",
        "[".repeat(100_000)
    );
    assert!(matches!(
        read_text(&nested),
        Err(QuestionnaireFileError::Shape { .. })
    ));
    let cut = fhir().to_string();
    let cut = &cut[..cut.len() / 2];
    assert!(matches!(
        read_text(cut),
        Err(QuestionnaireFileError::Shape { .. })
    ));
}

#[test]
fn a_triage_form_is_refused_kindly() {
    for title in ["C-SSRS Screener", "Columbia Suicide Severity Rating Scale"] {
        let mut form = fhir();
        form["title"] = title.into();
        let refused = read(&form).unwrap_err();
        assert_eq!(refused, QuestionnaireFileError::Triage);
        assert!(refused.hint().contains("Help"));
    }
}

#[test]
fn files_are_told_apart_by_what_is_in_them() {
    let format = |text: &str| recognise_questionnaire(text.as_bytes());
    assert_eq!(
        format(&fhir().to_string()),
        Some(QuestionnaireFormat::FhirR4)
    );
    assert_eq!(format(&osd().to_string()), Some(QuestionnaireFormat::Osd));
    assert_eq!(
        format(&reproschema().to_string()),
        Some(QuestionnaireFormat::ReproSchema)
    );
    assert_eq!(format(CAMCOPS), Some(QuestionnaireFormat::Camcops));
    assert_eq!(
        format(&format!("\u{feff}{}", osd())),
        Some(QuestionnaireFormat::Osd)
    );
    for other in [
        "",
        "{}",
        "[]",
        "a,b\n1,2\n",
        "<HealthData/>",
        r#"{"resourceType":"Observation"}"#,
        r#"{"schema":"thawline.record/1"}"#,
    ] {
        assert_eq!(format(other), None, "{other}");
    }
    // A record of somebody with a form in it is no form.
    let bundle = json!({"resourceType": "Bundle", "entry": [
        {"resource": fhir()}, {"resource": {"resourceType": "Observation"}}]});
    assert_eq!(format(&bundle.to_string()), None);
}

#[test]
fn a_choice_takes_what_its_file_allows() {
    let one = one(&fhir());
    let QuestionKind::Choice {
        is_multiple,
        takes_other,
        ..
    } = one.item("g.2").unwrap().kind
    else {
        panic!("another kind");
    };
    assert!(is_multiple && takes_other);
}

const NAMES: &str = "resourceType item linkId type text answerOption valueCoding code display \
    enableWhen question operator answerInteger contained entry resource definition scale_info items \
    id translations en options likert_options points labels scoring visible_when @type @id @graph ui \
    order addProperties isAbout isVis responseOptions choices value name extension url valueDecimal \
    answerValueSet title compose include";
const WORDS: &str = "Questionnaire Bundle choice coding group boolean likert multi = exists Activity \
    reproschema:Field radio #x x a>0 items/x &<b";

/// JSON of any shape, with the names that readers look for.
fn any_json() -> impl Strategy<Value = Value> {
    let names = prop::sample::select(NAMES.split_whitespace().collect::<Vec<_>>());
    let words = prop::sample::select(WORDS.split_whitespace().collect::<Vec<_>>());
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        words.prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 96, 6, move |inner| {
        let pair = (names.clone(), inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..5).prop_map(Value::from),
            prop::collection::vec(pair, 0..8).prop_map(|pairs| {
                Value::Object(pairs.into_iter().map(|(k, v)| (k.to_owned(), v)).collect())
            }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_json_breaks_a_reader(
        json in any_json(),
        root in prop::sample::select(vec!["fhir", "osd", "reproschema", "none"]),
    ) {
        let mut json = json;
        if !json.is_object() {
            json = json!({"item": json.clone(), "items": json.clone(), "order": json});
        }
        match root {
            "fhir" => json["resourceType"] = "Questionnaire".into(),
            "osd" => {
                json["scale_info"] = json!({});
                json["translations"] = json!({"en": {"x": "words"}});
                if !json["items"].is_array() {
                    json["items"] = json!([json["items"].clone()]);
                }
            }
            "reproschema" => json["@type"] = "Activity".into(),
            _ => {}
        }
        let _ = read(&json);
    }

    #[test]
    fn no_bytes_break_a_reader(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read_questionnaire(&bytes, "en", day());
        let _ = recognise_questionnaire(&bytes);
    }

    #[test]
    fn a_form_with_one_change_is_read_or_refused(
        which in 0usize..4,
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let texts = [fhir().to_string(), osd().to_string(), reproschema().to_string(), CAMCOPS.to_owned()];
        let mut bytes = texts[which].clone().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = read_questionnaire(&bytes, "en", day());
    }
}
