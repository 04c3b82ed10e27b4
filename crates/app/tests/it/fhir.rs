//! The page for a doctor as a FHIR document, and the files that others need to read our bundles.

use std::collections::BTreeSet;
use std::path::Path;

use app::{App, ExportFormat, NewEvent, ReportRequest, fhir_files};
use serde_json::Value;

use crate::place::{Place, check_in, key};

fn all_parts(names: &[String]) -> Option<BTreeSet<String>> {
    Some(names.iter().cloned().collect())
}

fn of_kind<'a>(bundle: &'a Value, kind: &str) -> Vec<&'a Value> {
    let entries = bundle["entry"].as_array().unwrap().iter();
    let resources = entries.map(|entry| &entry["resource"]);
    resources.filter(|r| r["resourceType"] == kind).collect()
}

fn document(app: &mut App, request: &ReportRequest) -> Value {
    serde_json::from_str(&app.report_document(request).unwrap()).unwrap()
}

/// The words of the narrative, as they stand in the file.
fn narrative(bundle: &Value) -> String {
    bundle["entry"][0].to_string()
}

#[test]
fn a_document_names_nothing_that_was_not_ticked() {
    let (_place, mut app) = Place::begun();
    check_in(&mut app);
    for (n, label, is_sensitive) in [(1, "CANARY-EVENT", false), (2, "CANARY-PRIVATE", true)] {
        let event = NewEvent {
            key: key(n),
            day: "2026-03-01".to_owned(),
            label: label.to_owned(),
            clock: "12:00".to_owned(),
            until: String::new(),
            is_sensitive,
        };
        app.event(&event).unwrap();
    }
    app.note(&key(3), "CANARY-NOTE", None).unwrap();
    let first = app.report_document(&ReportRequest::default()).unwrap();
    assert!(!first.contains("CANARY"));
    let names: Vec<String> = app
        .report()
        .unwrap()
        .parts
        .iter()
        .map(|p| p.value.clone())
        .collect();
    let request = ReportRequest {
        parts: all_parts(&names),
        events: BTreeSet::from([key(1)]),
        questions: Some("Could it be the <tablet>?".to_owned()),
        ..ReportRequest::default()
    };
    let text = app.report_document(&request).unwrap();
    assert!(text.contains("CANARY-EVENT") && !text.contains("CANARY-PRIVATE"));
    assert!(!text.contains("CANARY-NOTE"));
    let bundle: Value = serde_json::from_str(&text).unwrap();
    assert!(narrative(&bundle).contains("Could it be the &lt;tablet&gt;?"));
}

#[test]
fn the_file_inside_is_the_page_and_its_titles_tell_nothing() {
    let (_place, mut app) = Place::begun();
    check_in(&mut app);
    let request = ReportRequest::default();
    let bundle = document(&mut app, &request);
    let pdf = app.report_pdf(&request).unwrap();
    let attachment = &of_kind(&bundle, "DocumentReference")[0]["content"][0]["attachment"];
    assert_eq!(attachment["size"], pdf.len());
    assert_eq!(attachment["title"], "Self-recorded summary");
    assert_eq!(
        bundle["entry"][0]["resource"]["title"],
        "Self-recorded summary"
    );
    assert_eq!(bundle["entry"][0]["resource"]["date"], "2026-03-02");
    for kind in [
        "Condition",
        "RiskAssessment",
        "QuestionnaireResponse",
        "Observation",
    ] {
        assert!(of_kind(&bundle, kind).is_empty(), "{kind}");
    }
}

/// All parts of the simulated person's page, and the record; a validator reads them when one asks.
#[test]
fn the_example_goes_out_as_a_page_and_as_a_record() {
    const FILE: &[u8] = include_bytes!("../../../../fixtures/people/ilse/record.json");
    let place = Place::new();
    let mut app = App::example(place.data(), place.clock(), FILE).unwrap();
    let names: Vec<String> = app
        .report()
        .unwrap()
        .parts
        .iter()
        .map(|p| p.value.clone())
        .collect();
    let request = ReportRequest {
        parts: all_parts(&names),
        ..ReportRequest::default()
    };
    let document = app.report_document(&request).unwrap();
    let record = app.fhir().unwrap();
    if let Ok(folder) = std::env::var("THAWLINE_FHIR_OUT") {
        std::fs::write(format!("{folder}/example-document.json"), &document).unwrap();
        std::fs::write(format!("{folder}/example-collection.json"), &record).unwrap();
    }
    let bundle: Value = serde_json::from_str(&document).unwrap();
    assert!(narrative(&bundle).contains("EXAMPLE"));
    let sections = bundle["entry"][0]["resource"]["section"]
        .as_array()
        .unwrap();
    let codes: Vec<&str> = sections
        .iter()
        .filter_map(|s| s["code"]["coding"][0]["code"].as_str())
        .collect();
    for part in ["course", "medicines", "limits", "table", "methods", "file"] {
        assert!(codes.contains(&part), "{part} of {codes:?}");
    }
    // A part without an answer is named in one line with the others of its kind.
    assert!(narrative(&bundle).contains("what it disturbs"));
    assert!(!of_kind(&bundle, "MedicationStatement").is_empty());
    let record: Value = serde_json::from_str(&record).unwrap();
    assert!(of_kind(&record, "Observation").len() > 500);
}

#[test]
fn the_same_record_on_the_same_day_gives_the_same_document() {
    let (place, mut app) = Place::begun();
    check_in(&mut app);
    let request = ReportRequest::default();
    let first = app.report_document(&request).unwrap();
    place.pass(3_600);
    assert_eq!(first, app.report_document(&request).unwrap());
}

/// With `THAWLINE_WRITE_FILES` it writes them: what is published comes from the content and from
/// nowhere else.
#[test]
fn the_published_files_are_those_of_the_content() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/fhir");
    let files = fhir_files().unwrap();
    if std::env::var_os("THAWLINE_WRITE_FILES").is_some() {
        for (name, text) in &files {
            std::fs::write(folder.join(name), text).unwrap();
        }
    }
    let hint = "run the test with THAWLINE_WRITE_FILES=1, and read what changed";
    for (name, text) in &files {
        let known = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
        assert!(&known == text, "{name} differs: {hint}");
    }
    let wanted: BTreeSet<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    for file in std::fs::read_dir(folder).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        assert!(
            name == "README.md" || wanted.contains(&*name),
            "{name} is of nobody: {hint}"
        );
    }
}

#[test]
fn every_answer_of_ours_is_of_the_type_that_its_published_form_asks_for() {
    let (_place, mut app) = Place::begun();
    check_in(&mut app);
    let bundle: Value = serde_json::from_str(&app.fhir().unwrap()).unwrap();
    let files: Vec<Value> = (fhir_files().unwrap().iter())
        .map(|(_, text)| serde_json::from_str(text).unwrap())
        .collect();
    let responses = of_kind(&bundle, "QuestionnaireResponse");
    assert!(!responses.is_empty());
    for response in responses {
        let named = response["questionnaire"].as_str().unwrap();
        let (url, version) = named.split_once('|').unwrap();
        let form = files.iter().find(|file| file["url"] == url).unwrap();
        assert_eq!(form["version"], version);
        for answer in response["item"].as_array().unwrap() {
            let items = form["item"].as_array().unwrap();
            let item = items
                .iter()
                .find(|item| item["linkId"] == answer["linkId"])
                .unwrap();
            let wanted = match item["type"].as_str().unwrap() {
                "decimal" => "valueDecimal",
                "integer" => "valueInteger",
                "choice" => "valueCoding",
                other => panic!("{other}"),
            };
            assert!(answer["answer"][0].get(wanted).is_some(), "{answer}");
        }
    }
}

#[test]
fn no_question_about_safety_is_published() {
    let safety = content::form(record::Form::Safety).unwrap();
    let all: String = fhir_files()
        .unwrap()
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    for item in &safety.items {
        let code = format!("\"{}\"", item.item.id);
        assert!(!all.contains(&code), "{code}");
        assert!(!all.contains(&item.question));
    }
}

#[test]
fn data_points_of_a_record_go_out_and_come_back_without_doubles() {
    let (place, mut app) = Place::begun();
    check_in(&mut app);
    let file = place.data().with_extension("points.json");
    app.export_to(ExportFormat::OpenMHealth, &file).unwrap();
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "[\n\n]\n");
    assert!(app.export_notes(ExportFormat::OpenMHealth).unwrap()[0].starts_with("0 data points"));
}
