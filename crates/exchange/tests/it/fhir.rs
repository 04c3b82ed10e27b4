//! Bundles, there and back, and bundles of others.

use std::sync::atomic::{AtomicUsize, Ordering};

use exchange::{
    FhirError, FhirExport, Parsed, read_bundle, read_record, write_bundle, write_whole_bundle,
    write_whole_record,
};
use proptest::prelude::*;
use record::{FactBody, ItemId, Moment, Record, Zone};
use serde_json::{Value, json};

use crate::native;

pub fn with_export<T>(use_it: impl FnOnce(&FhirExport<'_>) -> T) -> T {
    let made_at = Moment::from_unix_seconds(1_780_000_000, &Zone::utc()).unwrap();
    use_it(&FhirExport {
        made_at: &made_at,
        version: "0.1.0",
        item_name: &|id: &ItemId| (id.as_str() == "felt").then(|| "How much".to_owned()),
        is_private: &|id: &ItemId| id.as_str() == "far",
        forms: &[],
        label: &|id| (id == "tired").then_some("ETH"),
    })
}

fn read(text: &str) -> Result<Parsed, FhirError> {
    read_bundle(text.as_bytes(), &Zone::utc())
}

/// Writes a bundle where a validator finds it, when one asks for it.
pub fn keep(text: &str, kind: &str, number: &AtomicUsize) {
    let number = number.fetch_add(1, Ordering::Relaxed);
    if let Ok(folder) = std::env::var("THAWLINE_FHIR_OUT") {
        std::fs::write(format!("{folder}/{kind}-{number:04}.json"), text).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_whole_bundle_comes_back_as_the_same_record(record in native::record()) {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let text = with_export(|export| write_whole_bundle(&record, export));
        keep(&text, "collection", &NUMBER);
        let back = read(&text).unwrap();
        let native = read_record(write_whole_record(&record).as_bytes()).unwrap();
        prop_assert_eq!(&back.facts, &native.facts);
        prop_assert_eq!(&back.items, &native.items);
        prop_assert_eq!(&back.profile, &native.profile);
        prop_assert_eq!(&back.said, &native.said);
        prop_assert_eq!(&back.experiments, &native.experiments);
    }

    #[test]
    fn what_is_handed_on_holds_nothing_private(record in native::record()) {
        let text = with_export(|export| write_bundle(&record, export)).unwrap();
        let back = read(&text).unwrap();
        for fact in &back.facts {
            match &fact.body {
                FactBody::Note(_) | FactBody::Sheet(_) | FactBody::QuestionnaireResponse(_) => {
                    prop_assert!(false, "own words");
                }
                FactBody::Event(event) => prop_assert!(!event.is_sensitive),
                FactBody::Occasion(occasion) => prop_assert!(occasion.form != record::Form::Safety),
                _ => {}
            }
        }
        prop_assert!(back.said.is_empty() && back.experiments.is_empty());
        prop_assert!(!text.contains("\"far\""));
    }

    #[test]
    fn no_bundle_names_an_illness_and_every_resource_is_labelled(record in native::record()) {
        let text = with_export(|export| write_whole_bundle(&record, export));
        let bundle: Value = serde_json::from_str(&text).unwrap();
        for entry in bundle["entry"].as_array().unwrap() {
            let resource = &entry["resource"];
            let kind = resource["resourceType"].as_str().unwrap();
            prop_assert!(!["Condition", "RiskAssessment"].contains(&kind));
            prop_assert_eq!(&resource["meta"]["security"][0]["code"], "R");
            prop_assert_eq!(&resource["meta"]["security"][1]["code"], "PSY");
            prop_assert!(resource.get("extension").is_none());
            if kind == "Observation" {
                prop_assert!(resource["device"]["reference"].is_string());
                prop_assert!(resource.get("interpretation").is_none());
                let is_substance = resource["code"]["text"] == "tired";
                prop_assert_eq!(resource["meta"]["security"][2]["code"] == "ETH", is_substance);
            }
        }
    }

    #[test]
    fn answers_about_safety_are_in_no_resource_even_of_a_whole_bundle(record in native::record()) {
        let text = with_export(|export| write_whole_bundle(&record, export));
        let bundle: Value = serde_json::from_str(&text).unwrap();
        let entries = bundle["entry"].as_array().unwrap();
        let n = |kind: &str| entries.iter().filter(|e| e["resource"]["resourceType"] == kind).count();
        let asked = record.occasions().filter(|(_, o)| o.form != record::Form::Safety).count();
        prop_assert_eq!(n("QuestionnaireResponse"), asked);
        // Nights, words and steps beside them; own words are in the file inside and nowhere else.
        prop_assert_eq!(n("Basic"), 0);
    }
}

fn bundle(resources: &[Value]) -> String {
    let entries: Vec<Value> = resources.iter().map(|r| json!({ "resource": r })).collect();
    json!({"resourceType": "Bundle", "type": "collection", "entry": entries}).to_string()
}

#[test]
fn a_bundle_of_others_gives_what_is_known_and_says_what_is_left() {
    let tablet = json!({
        "resourceType": "MedicationStatement", "status": "active",
        "medicationCodeableConcept": {"text": "Sertraline"},
        "effectivePeriod": {"start": "2026-01-03"},
        "dosage": [{"doseAndRate": [{"doseQuantity": {"value": 50, "unit": "mg"}}]}]
    });
    let night = json!({
        "resourceType": "Observation", "status": "final",
        "code": {"coding": [{"system": "http://loinc.org", "code": "93832-4"}]},
        "effectivePeriod": {"start": "2026-01-03T23:10:00+01:00", "end": "2026-01-04T06:50:00+01:00"},
        "valueQuantity": {"value": 7.5, "code": "h"}
    });
    let other = json!({"resourceType": "Observation", "code": {"coding": [{"code": "8867-4"}]}});
    let illness = json!({"resourceType": "Condition", "code": {"text": "CANARY"}});
    let parsed = read(&bundle(&[tablet, night, other, illness])).unwrap();
    assert_eq!(parsed.facts.len(), 2);
    assert!(
        matches!(&parsed.facts[0].body, FactBody::MedicationStatement(s) if s.dose.amount() == 50.0)
    );
    assert!(matches!(&parsed.facts[1].body, FactBody::SleepNight(n) if n.asleep.unwrap().0 == 450));
    let left: Vec<(&str, u64)> = (parsed.ledger.unknown.iter())
        .map(|(kind, n)| (kind.as_str(), *n))
        .collect();
    assert_eq!(left, [("Condition", 1), ("Observation 8867-4", 1)]);
    assert!(parsed.ledger.rejected.is_empty());
}

#[test]
fn nothing_is_guessed_where_a_bundle_is_not_whole() {
    let base = json!({
        "resourceType": "MedicationStatement", "status": "active",
        "medicationCodeableConcept": {"text": "Sertraline"},
        "effectivePeriod": {"start": "2026-01-03"},
        "dosage": [{"doseAndRate": [{"doseQuantity": {"value": 50, "unit": "mg"}}]}]
    });
    let wrong = [
        ("/effectivePeriod/start", json!("2026")),
        ("/effectivePeriod/start", json!("2026-13-40")),
        ("/dosage/0/doseAndRate/0/doseQuantity/unit", Value::Null),
        ("/dosage/0/doseAndRate/0/doseQuantity/value", json!("many")),
        ("/dosage/0/doseAndRate/0/doseQuantity/value", json!(-5)),
        ("/medicationCodeableConcept/text", json!("")),
        ("/status", json!("entered-in-error")),
    ];
    for (at, value) in wrong {
        let mut resource = base.clone();
        *resource.pointer_mut(at).unwrap() = value;
        let parsed = read(&bundle(&[resource])).unwrap();
        assert!(parsed.facts.is_empty(), "{at}");
        assert_eq!(parsed.ledger.n_rejected, 1, "{at}");
    }
}

#[test]
fn a_broken_bundle_gives_nothing() {
    assert!(matches!(
        read("{\"resourceType\":\"Bundle\","),
        Err(FhirError::Shape { .. })
    ));
    assert_eq!(
        read("{\"resourceType\":\"Patient\"}").unwrap_err(),
        FhirError::NotABundle
    );
    assert_eq!(read("[]").unwrap_err(), FhirError::NotABundle);
    let zone = Zone::utc();
    let empty = Record::new(record::Profile::new(zone), vec![], vec![]).unwrap();
    let text = with_export(|export| write_whole_bundle(&empty, export));
    assert!(read(&text).unwrap().facts.is_empty());
    let mut cut: Value = serde_json::from_str(&text).unwrap();
    let entries = cut["entry"].as_array_mut().unwrap();
    let file = entries
        .iter_mut()
        .find(|e| e["resource"]["resourceType"] == "Binary")
        .unwrap();
    let data = file["resource"]["data"].as_str().unwrap().to_owned();
    file["resource"]["data"] = data[..data.len() - 8].into();
    let twice = file.clone();
    assert!(matches!(read(&cut.to_string()), Err(FhirError::Record(_))));
    cut["entry"].as_array_mut().unwrap().push(twice);
    assert_eq!(read(&cut.to_string()).unwrap_err(), FhirError::TwoRecords);
}
