//! Data points, there and back, and those of others.

use std::collections::BTreeSet;

use exchange::{DataPointError, Format, detect, read_open_mhealth, write_open_mhealth};
use proptest::prelude::*;
use record::FactBody;
use serde_json::{Value, json};

use crate::native;

fn one(name: &str, version: &str, body: &Value) -> Value {
    json!({
        "header": {
            "id": "a-1",
            "creation_date_time": "2026-01-04T08:00:00Z",
            "schema_id": {"namespace": "omh", "name": name, "version": version},
            "acquisition_provenance": {"source_name": "Other", "modality": "sensed"}
        },
        "body": body
    })
}

fn night() -> Value {
    json!({
        "effective_time_frame": {"time_interval": {
            "start_date_time": "2026-01-03T23:30:00+01:00", "end_date_time": "2026-01-04T06:50:00+01:00"}},
        "latency_to_sleep_onset": {"value": 20, "unit": "min"},
        "total_sleep_time": {"value": 7, "unit": "h"},
        "number_of_awakenings": 2
    })
}

fn dose() -> Value {
    json!({
        "medication": {"trade_name": "Sertraline", "strength": []},
        "dose": {"value": 50, "unit": "mg"},
        "effective_time_frame": {"date_time": "2026-01-03T08:00:00Z"}
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn what_is_written_comes_back_under_its_keys(record in native::record()) {
        let points = write_open_mhealth(&record);
        prop_assert_eq!(&points, &write_open_mhealth(&record));
        let back = read_open_mhealth(&points.bytes).unwrap();
        // A length of many days is no movement that anybody did.
        prop_assert!(back.facts.len() + back.ledger.rejected.len() == points.n);
        for fact in &back.facts {
            let own = record.facts().iter().find(|own| own.key == fact.key).unwrap();
            match (&own.body, &fact.body) {
                (FactBody::SleepNight(own), FactBody::SleepNight(read)) => {
                    prop_assert_eq!(&own.asleep, &read.asleep);
                    prop_assert_eq!(&own.latency, &read.latency);
                    let seconds = |night: &record::SleepNight| {
                        night.tried_to_sleep.as_ref().map(record::Moment::unix_seconds)
                    };
                    prop_assert_eq!(seconds(own), seconds(read));
                }
                (FactBody::Activity(own), FactBody::Activity(read)) => prop_assert_eq!(own, read),
                (FactBody::MedicationAdministration(own), FactBody::MedicationAdministration(read)) => {
                    prop_assert_eq!(&own.medicine, &read.medicine);
                    prop_assert_eq!(own.is_taken, read.is_taken);
                }
                other => prop_assert!(false, "{other:?}"),
            }
        }
    }

    #[test]
    fn a_file_of_data_points_holds_only_their_three_kinds(record in native::record()) {
        let points = write_open_mhealth(&record);
        let list: Vec<Value> = serde_json::from_slice(&points.bytes).unwrap();
        let mut ids = BTreeSet::new();
        for point in &list {
            let header = &point["header"];
            prop_assert!(ids.insert(header["id"].as_str().unwrap().to_owned()));
            prop_assert!(header["creation_date_time"].is_string());
            prop_assert_eq!(&header["acquisition_provenance"]["source_name"], "Thawline");
            let body = &point["body"];
            let required: &[&str] = match header["schema_id"]["name"].as_str().unwrap() {
                "sleep-episode" => &["effective_time_frame"],
                "physical-activity" => &["activity_name"],
                "single-medication-dose-taken" => &["medication", "dose", "effective_time_frame"],
                "reason-single-medication-dose-not-taken" => {
                    &["medication", "effective_time_frame", "reason_for_missing_dose"]
                }
                other => panic!("{other}"),
            };
            prop_assert!(required.iter().all(|name| body.get(name).is_some()));
        }
        let meant = record.facts().iter().filter(|fact| matches!(fact.body,
            FactBody::SleepNight(_) | FactBody::Activity(_) | FactBody::MedicationAdministration(_)));
        prop_assert_eq!(points.n + points.left_out.values().sum::<usize>(), meant.count());
    }
}

#[test]
fn a_night_a_walk_and_a_dose_of_another_program_are_taken() {
    let walk = json!({
        "activity_name": "walking", "reported_activity_intensity": "light",
        "effective_time_frame": {"time_interval": {
            "start_date_time": "2026-01-03T10:00:00", "duration": {"value": 1800, "unit": "sec"}}}
    });
    let list = json!([
        one("sleep-episode", "1.0", &night()),
        one("physical-activity", "1.2", &walk),
        one("single-medication-dose-taken", "1.0", &dose()),
        one(
            "heart-rate",
            "2.0",
            &json!({"heart_rate": {"value": 60, "unit": "beats/min"}})
        ),
        one("sleep-episode", "1.1", &json!({"is_main_sleep": false})),
    ]);
    let text = list.to_string();
    assert_eq!(detect(text.as_bytes()), Format::DataPoints);
    let parsed = read_open_mhealth(text.as_bytes()).unwrap();
    assert!(
        parsed.ledger.rejected.is_empty(),
        "{:?}",
        parsed.ledger.rejected
    );
    assert_eq!(parsed.facts.len(), 3);
    let FactBody::SleepNight(night) = &parsed.facts[0].body else {
        panic!()
    };
    assert_eq!(night.asleep.unwrap().0, 420);
    assert_eq!(night.tried_to_sleep.as_ref().unwrap().clock(), "23:10");
    assert!(matches!(&parsed.facts[1].body, FactBody::Activity(a) if a.minutes.0 == 30));
    assert_eq!(parsed.facts[1].moment.clock(), "10:00");
    assert_eq!(parsed.ledger.unknown["omh:heart-rate:2.0"], 1);
    assert_eq!(parsed.ledger.unknown["omh:sleep-episode:1.1, a nap"], 1);
}

#[test]
fn what_is_wrong_in_a_data_point_is_named_by_its_place() {
    let changed = |mut body: Value, at: &str, value: Value| {
        *body.pointer_mut(at).unwrap() = value;
        body
    };
    let start = "/effective_time_frame/time_interval/start_date_time";
    let wrong = [
        (
            "sleep-episode",
            changed(night(), start, json!("2026-01-05T23:30:00Z")),
        ),
        (
            "sleep-episode",
            changed(night(), start, json!("last night")),
        ),
        ("sleep-episode", changed(night(), start, json!(7))),
        (
            "sleep-episode",
            changed(night(), "/total_sleep_time/unit", json!("moons")),
        ),
        (
            "sleep-episode",
            changed(night(), "/total_sleep_time/value", json!(-5)),
        ),
        (
            "sleep-episode",
            changed(night(), "/number_of_awakenings", json!(-1)),
        ),
        (
            "single-medication-dose-taken",
            changed(dose(), "/dose", Value::Null),
        ),
        (
            "single-medication-dose-taken",
            changed(dose(), "/dose/value", json!("many")),
        ),
        (
            "single-medication-dose-taken",
            changed(dose(), "/medication/trade_name", json!("")),
        ),
        ("physical-activity", json!({"activity_name": "walking"})),
    ];
    for (name, body) in wrong {
        let list = json!([
            one("sleep-episode", "1.0", &night()),
            one(name, "1.0", &body)
        ]);
        let parsed = read_open_mhealth(list.to_string().as_bytes()).unwrap();
        assert_eq!(parsed.ledger.n_rejected, 1, "{body}");
        assert_eq!(parsed.ledger.rejected[0].line, 2);
    }
}

#[test]
fn what_is_no_list_of_data_points_gives_nothing() {
    let read = |text: &str| read_open_mhealth(text.as_bytes()).unwrap_err();
    assert_eq!(read("[{\"body\": {}}]"), DataPointError::NotPoints);
    assert_eq!(read("7"), DataPointError::NotPoints);
    assert!(matches!(
        read("[{\"header\": "),
        DataPointError::Shape { line: 1 }
    ));
    assert!(!read("7").hint().is_empty());
}
