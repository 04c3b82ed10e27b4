//! Facts as data points. Refuses to fill in what a schema wants and nobody told.

use std::collections::BTreeMap;

use record::{
    Activity, Fact, FactBody, FactKey, Intensity, MedicationAdministration, Minutes, Record,
    SleepNight, Source,
};
use serde_json::{Value, json};

use super::{ACTIVITY, DOSE, NAMESPACE, NO_DOSE, NO_REASON, SLEEP, UNITS, UNNAMED};
use crate::fhir::when::instant;

/// A file of data points, and what did not become one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataPoints {
    /// A JSON list, one data point a line.
    pub bytes: Vec<u8>,
    /// How many there are.
    pub n: usize,
    /// Nights, movement and doses that were left out, by what they lack.
    pub left_out: BTreeMap<&'static str, usize>,
}

/// Writes nights, movement and doses as data points; the same record gives the same bytes.
///
/// The id of a data point is the key of its fact, so that a file read back adds nothing.
#[must_use]
pub fn write_open_mhealth(record: &Record) -> DataPoints {
    let mut left_out = BTreeMap::new();
    let mut lines = Vec::new();
    for fact in record.facts() {
        match body(fact) {
            Some(Ok(((name, version), body))) => {
                let point = json!({"header": header(fact, name, version), "body": body});
                lines.push(point.to_string());
            }
            Some(Err(lacks)) => *left_out.entry(lacks).or_default() += 1,
            None => {}
        }
    }
    let n = lines.len();
    let bytes = format!("[\n{}\n]\n", lines.join(",\n")).into_bytes();
    DataPoints { bytes, n, left_out }
}

type Body = Result<((&'static str, &'static str), Value), &'static str>;

/// `None` for kinds that have no schema.
fn body(fact: &Fact) -> Option<Body> {
    match &fact.body {
        FactBody::SleepNight(night) => Some(sleep(night).map(|body| ((SLEEP, "1.1"), body))),
        FactBody::Activity(activity) => Some(Ok(((ACTIVITY, "1.2"), movement(fact, activity)))),
        FactBody::MedicationAdministration(dose) if dose.is_taken => {
            Some(taken(fact, dose).map(|body| ((DOSE, "1.0"), body)))
        }
        FactBody::MedicationAdministration(dose) => {
            Some(Ok(((NO_DOSE, "1.0"), not_taken(fact, dose))))
        }
        _ => None,
    }
}

fn header(fact: &Fact, name: &str, version: &str) -> Value {
    // Whether a file came from a sensor or from a person, it does not say.
    let provenance = match fact.source {
        Source::ByHand => json!({"source_name": "Thawline", "modality": "self-reported"}),
        Source::Import { .. } => json!({"source_name": "Thawline"}),
    };
    json!({
        "id": id_of(&fact.key),
        "creation_date_time": instant(&fact.recorded_at),
        "schema_id": {"namespace": NAMESPACE, "name": name, "version": version},
        "acquisition_provenance": provenance,
    })
}

/// The key in the letters of a UUID.
fn id_of(key: &FactKey) -> String {
    let hex = key.to_string();
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    let parts = [
        part(0, 8),
        part(8, 12),
        part(12, 16),
        part(16, 20),
        part(20, 32),
    ];
    parts.join("-")
}

fn minutes(length: Minutes) -> Value {
    json!({"value": length.0, "unit": "min"})
}

fn sleep(night: &SleepNight) -> Result<Value, &'static str> {
    let (Some(tried), Some(woke)) = (&night.tried_to_sleep, &night.final_wake) else {
        return Err("a night without both of its ends");
    };
    let latency = night.latency.map_or(0, |latency| i64::from(latency.0) * 60);
    let asleep_at = tried.plus_seconds(latency);
    if &asleep_at > woke {
        return Err("a night that ends before it begins");
    }
    let interval = json!({"start_date_time": instant(&asleep_at), "end_date_time": instant(woke)});
    let mut body =
        json!({"effective_time_frame": {"time_interval": interval}, "is_main_sleep": true});
    let fields = [
        ("latency_to_sleep_onset", night.latency.map(minutes)),
        ("total_sleep_time", night.asleep.map(minutes)),
        ("wake_after_sleep_onset", night.awake.map(minutes)),
        ("number_of_awakenings", night.n_awakenings.map(Value::from)),
    ];
    if let Some(known) = body.as_object_mut() {
        let told = fields.into_iter();
        known.extend(told.filter_map(|(name, value)| Some((name.to_owned(), value?))));
    }
    Ok(body)
}

fn movement(fact: &Fact, activity: &Activity) -> Value {
    let name = activity
        .label
        .as_ref()
        .map_or(UNNAMED, |label| label.as_str());
    let interval = json!({
        "start_date_time": instant(&fact.moment),
        "duration": minutes(activity.minutes),
    });
    let mut body =
        json!({"activity_name": name, "effective_time_frame": {"time_interval": interval}});
    let intensity = activity.intensity.map(|intensity| match intensity {
        Intensity::Light => "light",
        Intensity::Moderate => "moderate",
        Intensity::Vigorous => "vigorous",
    });
    if let (Some(word), Some(fields)) = (intensity, body.as_object_mut()) {
        fields.insert("reported_activity_intensity".to_owned(), word.into());
    }
    body
}

/// The schema wants the strength of what is taken as a list; nobody told it, and the list is empty.
fn medication(dose: &MedicationAdministration) -> Value {
    json!({"generic_name": dose.medicine.as_str(), "strength": []})
}

fn taken(fact: &Fact, dose: &MedicationAdministration) -> Result<Value, &'static str> {
    let amount = dose.dose.as_ref().ok_or("a dose without its amount")?;
    let typed = amount.unit.as_str();
    let mut units = UNITS.iter();
    let known = units.find(|(unit, other)| *unit == typed || other.contains(&typed));
    let (unit, _) = known.ok_or("a dose in a unit that the schema does not have")?;
    Ok(json!({
        "medication": medication(dose),
        "dose": {"value": amount.amount(), "unit": unit},
        "effective_time_frame": {"date_time": instant(&fact.moment)},
    }))
}

fn not_taken(fact: &Fact, dose: &MedicationAdministration) -> Value {
    json!({
        "medication": medication(dose),
        "effective_time_frame": {"date_time": instant(&fact.moment)},
        "reason_for_missing_dose": NO_REASON,
    })
}
