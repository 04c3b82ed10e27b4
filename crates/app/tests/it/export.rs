//! The whole of a record as one file: everything that it has a place for, and the same when read back.

use app::{
    App, ExportFormat, ImportRequest, NewExperiment, NewPlanLine, ReportRequest, TroubleKind,
};
use record::{Form, Record};
use serde_json::Value;

use crate::advice::tell;
use crate::place::{Place, check_in, key};

const PLAN: &str = "heronbridge";
const ASKED: &str = "Could the lighthouse be it?";

/// A record with a check-in, a note, an answer about safety, a plan and an experiment.
fn written() -> (Place, App) {
    let (place, mut app) = Place::begun();
    check_in(&mut app);
    app.note(&key(3), "rain on the roof", None).unwrap();
    let line = NewPlanLine {
        key: key(4),
        part: "safe".to_owned(),
        words: PLAN.to_owned(),
        ..NewPlanLine::default()
    };
    app.write_plan_line(&line).unwrap();
    let request = ReportRequest {
        questions: Some(format!("{ASKED}\nAnd then?")),
        ..ReportRequest::default()
    };
    app.choose_report(&request).unwrap();
    let new = NewExperiment {
        strategy: "walk".to_owned(),
        weeks: 4,
        seed: Some(7),
        ..NewExperiment::default()
    };
    app.begin_experiment(&new).unwrap();
    app.lock();
    let answers = [("safety_thoughts".to_owned(), 0.0)];
    tell(&place, Form::Safety, &answers.into());
    let app = place.again();
    (place, app)
}

/// The file as other programs see it, but for when each fact was written down: that is now, where it
/// is brought in.
pub fn but_for_when_recorded(bytes: &[u8]) -> Value {
    let mut file: Value = serde_json::from_slice(bytes).unwrap();
    for fact in file["facts"].as_array_mut().unwrap() {
        fact[2] = Value::Null;
    }
    file["profile"] = file["profile"]["suspects"].clone();
    file
}

#[test]
fn the_whole_holds_plan_safety_and_experiments_and_reads_back_to_the_same_bytes() {
    let (_place, mut app) = written();
    let bytes = app.export_whole().unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    for held in [PLAN, "rain on the roof", "\"form\":\"safety\"", "\"walk\""] {
        assert!(text.contains(held), "{held}");
    }
    let parsed = exchange::read_record(&bytes).unwrap();
    let mut record = Record::new(parsed.profile.unwrap(), parsed.items, parsed.facts).unwrap();
    (record.said, record.experiments) = (parsed.said, parsed.experiments);
    let questions = parsed.doctor_questions.unwrap();
    assert_eq!(questions, format!("{ASKED}\nAnd then?"));
    let along = exchange::Along {
        doctor_questions: &questions,
        ..exchange::Along::default()
    };
    let again = exchange::write_whole_record_along(&record, &parsed.plan, along);
    assert_eq!(again, text);
    // By default neither the plan nor the answers about safety go along.
    let shared = String::from_utf8(app.export(ExportFormat::Json).unwrap()).unwrap();
    assert!(shared.contains("rain on the roof") && shared.contains(ASKED));
    // Nor does the question stand there alone: it would tell that it was asked.
    assert!(!shared.contains("safety_thoughts"), "{shared}");
    assert!(
        !shared.contains(PLAN) && !shared.contains("\"form\":\"safety\""),
        "{shared}"
    );
}

#[test]
fn a_whole_file_fills_another_record_with_the_same() {
    let (place, mut app) = written();
    let file = place.data().with_file_name("whole.json");
    let n_bytes = app.export_whole_to(ExportFormat::Json, &file).unwrap();
    let bytes = std::fs::read(&file).unwrap();
    assert_eq!(bytes.len(), n_bytes);
    let other = Place::new();
    let mut app = other.app();
    app.begin(None).unwrap();
    let request = ImportRequest {
        file,
        ..ImportRequest::default()
    };
    app.import(&request).unwrap();
    assert!(app.report().unwrap().questions.starts_with(ASKED));
    let again = app.export_whole().unwrap();
    assert_eq!(but_for_when_recorded(&again), but_for_when_recorded(&bytes));
}

#[test]
fn a_table_has_no_place_for_the_whole_and_nothing_is_written() {
    let (place, mut app) = written();
    for format in [ExportFormat::Csv, ExportFormat::OpenEsm] {
        let out = place.data().with_file_name("whole.csv");
        let refused = app.export_whole_to(format, &out).unwrap_err();
        assert_eq!(refused.kind, TroubleKind::Input);
        assert!(!out.exists());
    }
}

#[test]
fn questions_that_a_file_brings_do_not_take_the_place_of_own_ones() {
    let (place, mut app) = written();
    let file = place.data().with_file_name("whole.json");
    app.export_whole_to(ExportFormat::Json, &file).unwrap();
    let other = Place::new();
    let mut app = other.app();
    app.begin(None).unwrap();
    let own = ReportRequest {
        questions: Some("What is my own?".to_owned()),
        ..ReportRequest::default()
    };
    app.choose_report(&own).unwrap();
    let request = ImportRequest {
        file,
        ..ImportRequest::default()
    };
    let report = app.import(&request).unwrap();
    assert!(!report.lines.iter().any(|line| line.contains("doctor")));
    assert_eq!(app.report().unwrap().questions, "What is my own?");
}

#[test]
fn a_table_for_studies_leaves_out_what_is_private_and_says_so() {
    let (place, mut app) = Place::begun();
    check_in(&mut app);
    app.lock();
    let answers = [("unsafe_home".to_owned(), 1.0), ("as_if".to_owned(), 0.0)];
    tell(&place, Form::SelfCheck, &answers.into());
    let mut app = place.again();
    let table = String::from_utf8(app.export(ExportFormat::OpenEsm).unwrap()).unwrap();
    let heading = table.lines().next().unwrap();
    assert!(
        heading.contains("as_if") && !heading.contains("unsafe_home"),
        "{heading}"
    );
    let notes = app.export_notes(ExportFormat::OpenEsm).unwrap();
    assert!(notes[0].contains("private"), "{notes:?}");
    let whole = String::from_utf8(app.export(ExportFormat::Json).unwrap()).unwrap();
    assert!(whole.contains("unsafe_home"));
    let out = place.data().with_file_name("study.csv");
    app.export_to(ExportFormat::OpenEsm, &out).unwrap();
    let about = std::fs::read_to_string(place.data().with_file_name("study_metadata.json"));
    let about = about.unwrap();
    assert!(about.contains("as_if") && !about.contains("unsafe_home"));
}

#[test]
fn a_table_for_studies_comes_with_its_description_or_not_at_all() {
    let (place, mut app) = written();
    let out = place.data().with_file_name("study.tsv");
    let about = place.data().with_file_name("study_metadata.json");
    std::fs::write(&about, "taken").unwrap();
    let refused = app.export_to(ExportFormat::OpenEsm, &out).unwrap_err();
    assert_eq!(refused.kind, TroubleKind::Input);
    assert!(!out.exists());
    assert_eq!(std::fs::read_to_string(&about).unwrap(), "taken");
    std::fs::remove_file(&about).unwrap();
    app.export_to(ExportFormat::OpenEsm, &out).unwrap();
    let table = std::fs::read_to_string(&out).unwrap();
    assert!(table.starts_with("id\tday\tbeep\ttime\tzone\t"), "{table}");
    let told: Value = serde_json::from_slice(&std::fs::read(&about).unwrap()).unwrap();
    let features = told["features"].as_array().unwrap();
    let n_columns = table.lines().next().unwrap().split('\t').count();
    assert_eq!(features.len(), n_columns);
    // Our own items have their questions.
    let strength = features
        .iter()
        .find(|f| f["name"] == "feeling_strength")
        .unwrap();
    assert!(
        strength["details"].as_str().unwrap().ends_with('?'),
        "{strength}"
    );
    assert_eq!(strength["comments"], "higher is more feeling; right now");
    let text = told.to_string();
    assert!(!text.contains("safety"), "{text}");
}
