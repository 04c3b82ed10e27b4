//! Every table of a record goes out with the whole and comes back the same, or stands here with the
//! reason why it does not. A table that is new is in neither list, and stops this.

use app::{App, ExportFormat, ImportRequest};
use serde_json::{Value, json};
use store::{Folder, Store};

use crate::place::Place;

/// A made-up record of most kinds of facts.
const FILE: &[u8] = include_bytes!("../../../../fixtures/fuzz/record.json");
const ASKED: &str = "Could the lighthouse be it?";

/// Tables that the record file holds.
const OUT: [&str; 31] = [
    "activity",
    "answer_option",
    "contact",
    "enable_when",
    "event",
    "experiment",
    "experiment_day",
    "fact",
    "flicker",
    "item",
    "medication_administration",
    "medication_statement",
    "note",
    "occasion",
    "plan_line",
    "planned_dose",
    "practice",
    "questionnaire",
    "questionnaire_answer",
    "questionnaire_code",
    "questionnaire_item",
    "questionnaire_response",
    "response",
    "said",
    "schedule",
    "sheet",
    "sheet_line",
    "sleep_night",
    "suspect",
    "zone",
    // Its one row is made when a record begins; the own line and the suspects of a file are taken.
    "profile",
];

/// Tables that it does not hold, and why.
const STAYS: [(&str, &str); 2] = [
    (
        "import_file",
        "names and dates of files; their digests go out with the facts",
    ),
    (
        "setting",
        "how this program behaves here; of them the questions to a doctor go out, which is looked at below",
    ),
];

/// The made-up record with one of everything that it lacks.
fn full() -> Vec<u8> {
    let mut file: Value = serde_json::from_slice(FILE).unwrap();
    let form = "f0".repeat(16);
    let facts = [
        json!({"contact": {"with": "a friend", "felt_heard": 70}}),
        json!({"planned_dose": {"medicine": "Evening tablet", "dose": [50, "mg"], "from": "2026-05-01"}}),
        json!({"sheet": {"sheet": "thought_record", "lines": [["situation", "rain on the roof"]]}}),
        json!({"questionnaire_response": {"questionnaire": form, "is_complete": true,
            "answers": [["a", [{"choice": 1}]], ["b", [{"number": 3.0}]]]}}),
    ];
    let list = file["facts"].as_array_mut().unwrap();
    for (at, body) in facts.into_iter().enumerate() {
        let key = format!("{at:02x}").repeat(16);
        list.push(json!([key, 1_777_000_000 + at, null, 0, body]));
    }
    file["profile"]["suspects"] = json!([{"name": "tension", "named_on": "2025-04-07"}]);
    file["plan"] = json!([{"key": "ab".repeat(16), "part": "signs", "words": "heronbridge"}]);
    file["doctor_questions"] = ASKED.into();
    file["schedule"] =
        json!({"mode": "usual", "windows": [["09:00", "11:00"], ["17:00", "19:00"]], "seed": "7"});
    file["said"] = json!([{"question": "triggers", "about": "tension", "is_up": true,
        "span": ["2025-04-07", "2025-05-07"], "sentence": "More tension, more numb.", "size": [8.0, 2.0, 14.0],
        "look_day": "2025-05-06", "shown_on": "2025-05-07", "method": ["ladder", "1"]}]);
    file["questionnaires"] = json!([{"key": form, "title": "Made up", "url": "urn:x", "version": "1",
        "language": "en", "rights": "own words", "format": "fhir_r4",
        "codes": [["urn:x", "made-up"]], "kept_on": "2026-03-02", "is_use_confirmed": true, "items": [
        {"link_id": "a", "text": "One or the other?", "kind": "choice", "codes": [["urn:x", "a"]],
            "options": [{"code": "1", "label": "One"}, {"code": "2", "label": "Other"}]},
        {"link_id": "b", "text": "How many?", "kind": "decimal", "enable_when": [["a", "exists", {"yes_no": true}]]},
    ]}]);
    file["experiments"] = experiments();
    // A file is told by its beginning.
    let schema = "{\"schema\":\"thawline.record/1\",";
    file.as_object_mut().unwrap().remove("schema");
    file.to_string().replacen('{', schema, 1).into_bytes()
}

/// What was drawn by lot in another record, with a day that was told of.
fn experiments() -> Value {
    let (_place, mut app) = Place::begun();
    let new = app::NewExperiment {
        strategy: "walk".to_owned(),
        weeks: 4,
        seed: Some(7),
        ..app::NewExperiment::default()
    };
    app.begin_experiment(&new).unwrap();
    let file: Value = serde_json::from_slice(&app.export_whole().unwrap()).unwrap();
    let mut drawn = file["experiments"].clone();
    drawn[0]["days"] = json!([[drawn[0]["begins"], true]]);
    drawn
}

/// A record that was filled with a file, and the rows of its tables.
fn filled(bytes: &[u8]) -> (Place, App, Vec<(String, u64)>) {
    let place = Place::new();
    let mut app = place.app();
    app.begin(None).unwrap();
    let file = place.data().with_file_name("brought.json");
    std::fs::write(&file, bytes).unwrap();
    let request = ImportRequest {
        file,
        ..ImportRequest::default()
    };
    app.import(&request).unwrap();
    app.lock();
    let store = Store::open(&Folder::at(place.data()), None).unwrap();
    let tables = store.snapshot().unwrap().tables().unwrap();
    drop(store);
    let app = place.again();
    (place, app, tables)
}

#[test]
fn every_table_goes_out_and_comes_back_or_is_named_with_its_reason() {
    let (place, mut app, tables) = filled(&full());
    let known = |name: &str| OUT.contains(&name) || STAYS.iter().any(|(own, _)| *own == name);
    for (name, n_rows) in &tables {
        assert!(known(name), "{name}: does it go out with the whole?");
        assert!(*n_rows > 0, "{name}: nothing here shows that it goes out");
    }
    assert_eq!(tables.len(), OUT.len() + STAYS.len());
    let whole = place.data().with_file_name("whole.json");
    app.export_whole_to(ExportFormat::Json, &whole).unwrap();
    let whole = std::fs::read(whole).unwrap();
    let (_other, mut app, again) = filled(&whole);
    let out = |tables: &[(String, u64)]| -> Vec<(String, u64)> {
        let tables = tables.iter();
        tables
            .filter(|(name, _)| OUT.contains(&name.as_str()))
            .cloned()
            .collect()
    };
    assert_eq!(out(&again), out(&tables));
    assert!(app.report().unwrap().questions.starts_with(ASKED));
    let again = app.export_whole().unwrap();
    let plain = crate::export::but_for_when_recorded;
    assert_eq!(plain(&again), plain(&whole));
}

#[test]
fn the_readable_document_in_a_back_up_is_the_whole() {
    let (place, mut app, _) = filled(&full());
    let whole = app.export_whole().unwrap();
    let out = place.data().with_file_name("notes.age");
    app.back_up_to(&out).unwrap();
    app.lock();
    let mut store = Store::open(&Folder::at(place.data()), None).unwrap();
    let recovery = store.recovery_key().unwrap();
    let bytes = std::fs::read(out).unwrap();
    let key = store::BackupKey::Recovery(&recovery);
    let snapshot = store::Snapshot::open(&bytes, key).unwrap();
    let paper = snapshot.paper("record.json").unwrap();
    assert!(String::from_utf8_lossy(paper).contains(ASKED));
    assert_eq!(paper, whole);
}
