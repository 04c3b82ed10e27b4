//! Reads a FHIR bundle. Refuses to guess: what it does not know is left where it is, with a line that
//! says so, and a bundle that is broken gives nothing.

use std::collections::BTreeMap;

use record::{
    DoseAmount, Fact, FactBody, FactKey, Label, LocalDay, MedicationStatement, Minutes, Moment,
    SleepNight, Source, Zone,
};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::ours;
use crate::{Ledger, Parsed, RecordFileError, Rejection, read_record};

/// Most bytes of a bundle: 256 MiB.
const BYTES_MAX: usize = 256 << 20;
/// Most entries of a bundle.
const ENTRIES_MAX: usize = 2_000_000;

/// Says why a bundle was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FhirError {
    /// More bytes or entries than are read.
    #[error("the bundle is larger than what is read here")]
    TooLarge,
    /// Not JSON.
    #[error("line {line}: this is not whole JSON")]
    Shape {
        /// Line of the file.
        line: usize,
    },
    /// JSON of something else.
    #[error("this is JSON and not a FHIR bundle")]
    NotABundle,
    /// A bundle of ours whose record is broken.
    #[error("the record in the bundle: {0}")]
    Record(RecordFileError),
}

impl FhirError {
    /// What to do about it.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::TooLarge => "export a shorter period from the other program",
            Self::NotABundle => "choose a file that was exported as a FHIR bundle in JSON",
            Self::Shape { .. } | Self::Record(_) => {
                "the file was changed or cut short; use the original"
            }
        }
    }
}

/// Reads a bundle; `zone` is that of days and of times without one.
///
/// # Errors
/// [`FhirError`] when it is no bundle, or is one of ours and broken; nothing is taken then.
pub fn read_bundle(bytes: &[u8], zone: &Zone) -> Result<Parsed, FhirError> {
    if bytes.len() > BYTES_MAX {
        return Err(FhirError::TooLarge);
    }
    let json = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let bundle: Value =
        serde_json::from_slice(json).map_err(|error| FhirError::Shape { line: error.line() })?;
    if bundle["resourceType"] != "Bundle" {
        return Err(FhirError::NotABundle);
    }
    let entries = bundle["entry"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    if entries.len() > ENTRIES_MAX {
        return Err(FhirError::TooLarge);
    }
    let resources: Vec<&Value> = entries.iter().map(|entry| &entry["resource"]).collect();
    let digest: [u8; 32] = Sha256::digest(bytes).into();
    let frame = resources
        .iter()
        .find_map(|resource| extension(resource, "record-frame"));
    match frame {
        Some(frame) => of_ours(frame, &resources, digest),
        None => Ok(of_others(&resources, zone, digest)),
    }
}

fn extension<'a>(resource: &'a Value, name: &str) -> Option<&'a str> {
    let url = ours(&format!("StructureDefinition/{name}"));
    let mut all = resource["extension"].as_array()?.iter();
    all.find(|one| one["url"] == url.as_str())?["valueString"].as_str()
}

/// Puts the facts back into their frame, and reads the whole as a record file.
fn of_ours(frame: &str, resources: &[&Value], digest: [u8; 32]) -> Result<Parsed, FhirError> {
    let broken = FhirError::Record(RecordFileError::NotARecord);
    let mark = "\"facts\":[\n";
    let at = frame.find(mark).ok_or(broken)? + mark.len();
    let (head, tail) = frame.split_at(at);
    let facts: Vec<&str> = resources
        .iter()
        .filter_map(|r| extension(r, "fact"))
        .collect();
    let file = format!("{head}{}{tail}", facts.join(",\n"));
    let mut parsed = read_record(file.as_bytes()).map_err(FhirError::Record)?;
    parsed.ledger.digest = digest;
    Ok(parsed)
}

/// Takes dose steps and nights; counts everything else by what it is.
fn of_others(resources: &[&Value], zone: &Zone, digest: [u8; 32]) -> Parsed {
    let mut ledger = Ledger {
        digest,
        ..Ledger::default()
    };
    let mut facts = Vec::new();
    let mut left: BTreeMap<String, u64> = BTreeMap::new();
    for (resource, line) in resources.iter().zip(1u32..) {
        ledger.n_rows += 1;
        let read = match resource["resourceType"]
            .as_str()
            .unwrap_or("without a type")
        {
            "MedicationStatement" => statement(resource, zone),
            "Observation" if is_sleep(resource) => night(resource),
            other => {
                *left.entry(kind_of(other, resource)).or_default() += 1;
                continue;
            }
        };
        match read {
            Ok((moment, body)) => facts.push(Fact {
                key: key_of(resource),
                recorded_at: moment.clone(),
                moment,
                source: Source::Import { file: digest, line },
                body,
            }),
            Err(why) => {
                ledger.n_rows_rejected += 1;
                ledger.reject(Rejection {
                    line,
                    column: None,
                    why,
                    what_to_do: "correct the entry, or take it out of the bundle".to_owned(),
                });
            }
        }
    }
    ledger.columns_left_out = left
        .into_iter()
        .map(|(kind, n)| format!("{kind} ({n})"))
        .collect();
    ledger.count(&facts);
    Parsed {
        profile: None,
        items: Vec::new(),
        suspects: Vec::new(),
        facts,
        said: Vec::new(),
        experiments: Vec::new(),
        plan: Vec::new(),
        questionnaires: Vec::new(),
        ledger,
    }
}

/// A resource by its type and code, never by what it says of a person.
fn kind_of(kind: &str, resource: &Value) -> String {
    let short = |words: &str| words.chars().take(40).collect::<String>();
    let coding = &resource["code"]["coding"][0];
    match coding["code"].as_str() {
        Some(code) => format!("{} {}", short(kind), short(code)),
        None => short(kind),
    }
}

/// The same entry read twice is one fact.
fn key_of(resource: &Value) -> FactKey {
    let digest = Sha256::digest(resource.to_string().as_bytes());
    let mut key = [0; 16];
    for (to, from) in key.iter_mut().zip(digest) {
        *to = from;
    }
    FactKey::from_bytes(key)
}

type Read = Result<(Moment, FactBody), String>;

fn statement(resource: &Value, zone: &Zone) -> Read {
    let day = |text: &Value| -> Result<Option<LocalDay>, String> {
        let Some(text) = text.as_str() else {
            return Ok(None);
        };
        let date = text.get(..10).ok_or("a day is not whole")?;
        LocalDay::parse(date)
            .map(Some)
            .map_err(|error| error.to_string())
    };
    if let Some(status @ ("entered-in-error" | "intended" | "not-taken" | "unknown")) =
        resource["status"].as_str()
    {
        return Err(format!(
            "a medicine with the status {status} was not taken in"
        ));
    }
    let concept = &resource["medicationCodeableConcept"];
    let name = concept["text"]
        .as_str()
        .or_else(|| concept["coding"][0]["display"].as_str());
    let medicine =
        Label::new(name.ok_or("a medicine has no name")?).map_err(|error| error.to_string())?;
    let dose = &resource["dosage"][0]["doseAndRate"][0]["doseQuantity"];
    let amount = dose["value"]
        .as_f64()
        .ok_or("a medicine has no dose with a number")?;
    let unit = dose["unit"].as_str().or_else(|| dose["code"].as_str());
    let unit = Label::new(unit.ok_or("a dose has no unit")?).map_err(|error| error.to_string())?;
    let period = &resource["effectivePeriod"];
    let from = day(&period["start"])?.or(day(&resource["effectiveDateTime"])?);
    let from = from.ok_or("a medicine has no first day")?;
    let dose = DoseAmount::new(amount, unit).map_err(|error| error.to_string())?;
    let statement = MedicationStatement::new(medicine, dose, from, day(&period["end"])?);
    let statement = statement.map_err(|error| error.to_string())?;
    let noon = from.at(12, 0, zone).map_err(|error| error.to_string())?;
    Ok((noon, FactBody::MedicationStatement(statement)))
}

fn is_sleep(resource: &Value) -> bool {
    let codings = resource["code"]["coding"].as_array();
    let is_it =
        |coding: &Value| coding["system"] == "http://loinc.org" && coding["code"] == "93832-4";
    codings.is_some_and(|codings| codings.iter().any(is_it))
}

fn night(resource: &Value) -> Read {
    let (start, end) = (
        &resource["effectivePeriod"]["start"],
        &resource["effectivePeriod"]["end"],
    );
    let (from, to) = (moment(start)?, moment(end)?);
    let quantity = &resource["valueQuantity"];
    let value = quantity["value"].as_f64();
    let asleep = match (value, quantity["code"].as_str()) {
        (None, _) => None,
        (Some(minutes), Some("min")) => Some(minutes),
        (Some(hours), Some("h")) => Some(hours * 60.0),
        (Some(_), _) => return Err("sleep is not in minutes or hours".to_owned()),
    };
    let is_length = |minutes: &f64| (0.0..=1440.0).contains(minutes);
    if asleep.is_some_and(|minutes| !is_length(&minutes)) {
        return Err("a night is shorter than 24 hours".to_owned());
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0 to 1440"
    )]
    let asleep = asleep.map(|minutes| Minutes(minutes.round() as u32));
    let night = SleepNight {
        tried_to_sleep: Some(from),
        final_wake: Some(to.clone()),
        asleep,
        ..SleepNight::default()
    };
    let night = night.checked().map_err(|error| error.to_string())?;
    Ok((to, FactBody::SleepNight(night)))
}

/// A time with its offset; without one it could be any hour.
fn moment(value: &Value) -> Result<Moment, String> {
    let text = value.as_str().ok_or("a night has no start or no end")?;
    let no_offset = "a time has no offset from UTC";
    let (wall, offset) = match text.strip_suffix('Z') {
        Some(wall) => (wall, "+00:00"),
        None => {
            let at = text.len().checked_sub(6).ok_or(no_offset)?;
            text.split_at_checked(at)
                .filter(|(_, o)| o.starts_with(['+', '-']))
                .ok_or(no_offset)?
        }
    };
    let zone = Zone::new(offset).map_err(|error| error.to_string())?;
    Moment::from_wall_clock(wall, &zone).map_err(|error| error.to_string())
}
