//! Bundles of other programs, as they come: with what nobody here knows, doubled, broken, in other
//! releases.

use exchange::{FhirError, Parsed, read_bundle};
use record::{FactBody, Zone};
use serde_json::{Value, json};

fn read(bundle: &Value) -> Result<Parsed, FhirError> {
    read_bundle(bundle.to_string().as_bytes(), &Zone::utc())
}

fn of_entries(kind: &str, entries: Vec<Value>) -> Value {
    json!({"resourceType": "Bundle", "type": kind, "entry": entries})
}

fn of(resources: &[Value]) -> Value {
    let entries = resources.iter().map(|r| json!({ "resource": r }));
    of_entries("searchset", entries.collect())
}

fn tablet() -> Value {
    json!({
        "resourceType": "MedicationStatement", "id": "1", "status": "active",
        "medicationCodeableConcept": {"text": "Sertraline"},
        "effectivePeriod": {"start": "2026-01-03"},
        "dosage": [{"doseAndRate": [{"doseQuantity": {"value": 50, "unit": "mg"}}]}]
    })
}

fn with(changes: &[(&str, Value)]) -> Value {
    let mut value = tablet();
    for (name, field) in changes {
        value[*name] = field.clone();
    }
    value
}

fn medicine(parsed: &Parsed) -> &str {
    match &parsed.facts[0].body {
        FactBody::MedicationStatement(statement) => statement.medicine.as_str(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_medicine_may_stand_inside_its_entry_or_beside_it() {
    let named = json!({"resourceType": "Medication", "id": "m", "code": {"text": "Sertraline"}});
    let mut contained = with(&[
        ("medicationReference", json!({"reference": "#m"})),
        ("contained", json!([named])),
    ]);
    contained["medicationCodeableConcept"] = Value::Null;
    assert_eq!(medicine(&read(&of(&[contained])).unwrap()), "Sertraline");
    let mut beside = with(&[("medicationReference", json!({"reference": "Medication/m"}))]);
    beside["medicationCodeableConcept"] = Value::Null;
    let parsed = read(&of(&[beside.clone(), named.clone()])).unwrap();
    assert_eq!(medicine(&parsed), "Sertraline");
    beside["medicationReference"] = json!({"reference": "urn:uuid:7"});
    let entries = vec![
        json!({ "resource": beside }),
        json!({"fullUrl": "urn:uuid:7", "resource": named}),
    ];
    assert_eq!(
        medicine(&read(&of_entries("collection", entries)).unwrap()),
        "Sertraline"
    );
    // What is referred to and not there has no name.
    let lost = read(&of(&[beside])).unwrap();
    assert_eq!((lost.facts.len(), lost.ledger.n_rejected), (0, 1));
}

#[test]
fn release_5_is_read_where_it_says_the_same() {
    let five = json!({
        "resourceType": "MedicationStatement", "status": "recorded",
        "medication": {"concept": {"text": "Sertraline"}},
        "effectivePeriod": {"start": "2026-01-03"},
        "dosage": [{"doseAndRate": [{"doseQuantity": {"value": 50, "unit": "mg"}}]}]
    });
    assert_eq!(
        medicine(&read(&of(std::slice::from_ref(&five))).unwrap()),
        "Sertraline"
    );
    for (at, value) in [
        ("status", json!("draft")),
        (
            "adherence",
            json!({"code": {"coding": [{"code": "not-taking"}]}}),
        ),
    ] {
        let mut not_taken = five.clone();
        not_taken[at] = value;
        let parsed = read(&of(&[not_taken])).unwrap();
        assert_eq!(
            (parsed.facts.len(), parsed.ledger.n_rejected),
            (0, 1),
            "{at}"
        );
    }
}

#[test]
fn a_transaction_gives_what_it_adds_and_never_what_it_deletes() {
    let entry = |method: &str| json!({"request": {"method": method}, "resource": tablet()});
    let parsed = read(&of_entries(
        "transaction",
        vec![entry("POST"), entry("PUT")],
    ))
    .unwrap();
    assert_eq!(parsed.facts.len(), 1);
    let parsed = read(&of_entries(
        "transaction",
        vec![entry("DELETE"), entry("PATCH")],
    ))
    .unwrap();
    assert!(parsed.facts.is_empty());
    assert_eq!(parsed.ledger.unknown["an order to DELETE"], 1);
    assert_eq!(parsed.ledger.unknown["an order to PATCH"], 1);
    let history = of_entries("history", vec![entry("PUT")]);
    assert_eq!(read(&history).unwrap_err(), FhirError::History);
}

#[test]
fn one_id_with_two_meanings_is_refused_and_the_same_twice_is_one() {
    let twice = read(&of(&[tablet(), tablet()])).unwrap();
    assert_eq!((twice.facts.len(), twice.ledger.n_rejected), (1, 0));
    let other = with(&[("effectivePeriod", json!({"start": "2026-02-03"}))]);
    let two = read(&of(&[tablet(), other])).unwrap();
    assert_eq!((two.facts.len(), two.ledger.n_rejected), (0, 2));
}

#[test]
fn broken_days_and_times_are_named_and_never_mended() {
    let days = [
        "",
        "2026",
        "2026-01",
        "2026-02-30",
        "20260103xx",
        "yesterday",
        "éééééé",
        "-001-01-01",
    ];
    for day in days {
        let parsed = read(&of(&[with(&[("effectivePeriod", json!({"start": day}))])])).unwrap();
        assert_eq!(
            (parsed.facts.len(), parsed.ledger.n_rejected),
            (0, 1),
            "{day}"
        );
    }
    let night = |start: &str, end: &str| {
        json!({
            "resourceType": "Observation", "status": "final",
            "code": {"coding": [{"system": "http://loinc.org", "code": "93832-4"}]},
            "effectivePeriod": {"start": start, "end": end},
        })
    };
    let wrong = [
        ("2026-01-03T23:10:00", "2026-01-04T06:50:00Z"),
        ("2026-01-03", "2026-01-04"),
        ("2026-01-04T06:50:00Z", "2026-01-03T23:10:00Z"),
        ("2026-01-01T06:50:00Z", "2026-01-03T23:10:00Z"),
        ("2026-01-03T25:10:00Z", "2026-01-04T06:50:00Z"),
        ("0001-01-03T23:10:00Z", "0001-01-04T06:50:00Z"),
        ("2026-01-03T23:10:00+99:00", "2026-01-04T06:50:00Z"),
    ];
    for (start, end) in wrong {
        let parsed = read(&of(&[night(start, end)])).unwrap();
        assert_eq!(
            (parsed.facts.len(), parsed.ledger.n_rejected),
            (0, 1),
            "{start}"
        );
    }
}

#[test]
fn what_is_no_bundle_of_any_sense_gives_nothing_and_no_panic() {
    let odd = [
        json!({"resourceType": "Bundle"}),
        json!({"resourceType": "Bundle", "entry": 7}),
        json!({"resourceType": "Bundle", "entry": [null, 1, "x", [], {}]}),
        json!({"resourceType": "Bundle", "entry": [{"resource": {"resourceType": 5}}]}),
        json!({"resourceType": "Bundle", "entry": [{"resource": {"resourceType": "Binary",
            "contentType": "application/json", "data": "***"}}]}),
        json!({"resourceType": "Bundle", "entry": [{"resource": {"resourceType": "Parameters"}}]}),
    ];
    for bundle in odd {
        assert!(read(&bundle).unwrap().facts.is_empty());
    }
    let deep = format!(
        "{{\"resourceType\":\"Bundle\",\"entry\":{}",
        "[".repeat(100_000)
    );
    let refused = read_bundle(deep.as_bytes(), &Zone::utc()).unwrap_err();
    assert!(matches!(refused, FhirError::Shape { .. }));
    assert!(!refused.hint().is_empty());
}

#[test]
fn a_large_bundle_is_read_whole_with_every_entry_in_the_ledger() {
    let step = |n: usize| {
        let mut step = tablet();
        step["id"] = n.to_string().into();
        step["effectivePeriod"] = json!({"start": format!("2026-01-{:02}", n % 28 + 1)});
        step
    };
    let mut resources: Vec<Value> = (0..10_000).map(step).collect();
    resources.extend((0..10_000).map(|n| {
        json!({"resourceType": "Observation", "id": n.to_string(), "code": {"coding": [{"code": "8867-4"}]}})
    }));
    let parsed = read(&of(&resources)).unwrap();
    assert_eq!((parsed.facts.len(), parsed.ledger.n_rows), (10_000, 20_000));
    assert_eq!(parsed.ledger.unknown["Observation 8867-4"], 10_000);
}

#[test]
fn a_bundle_of_an_earlier_version_of_this_program_still_comes_back() {
    let base = "https://thawline.example/fhir/StructureDefinition";
    let frame = concat!(
        r#"{"schema":"thawline.record/1","profile":{"day_start_minutes":240,"zone":0,"threshold":null,"#,
        r#""lock_after_minutes":15,"has_read_safety":false,"suspects":[]},"zones":["UTC"],"files":[],"#,
        "\"items\":[\n\n],\"facts\":[\n",
        "\n]}\n"
    );
    let basic = json!({"resourceType": "Basic", "extension": [
        {"url": format!("{base}/record-frame"), "valueString": frame}]});
    let parsed = read(&of(&[basic])).unwrap();
    assert!(parsed.profile.is_some() && parsed.facts.is_empty());
}
