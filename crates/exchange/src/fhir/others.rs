//! Takes out of a bundle of another program what is known to mean the same here. Refuses to take half
//! of an entry, and an entry that asks for something to be deleted.

use std::collections::{BTreeMap, HashMap, HashSet};

use record::{
    DoseAmount, Fact, FactBody, FactKey, Label, LocalDay, MedicationStatement, Minutes, Moment,
    SleepNight, Source, Zone,
};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::when::read_instant;
use crate::{Ledger, Parsed, Rejection};

/// Statuses under which nothing was taken: of release 4, and `draft` of release 5.
const NOT_TAKEN: [&str; 5] = [
    "entered-in-error",
    "intended",
    "not-taken",
    "unknown",
    "draft",
];

/// Takes dose steps and nights; counts everything else by what it is.
pub(super) fn of_others(entries: &[Value], zone: &Zone, digest: [u8; 32]) -> Parsed {
    let mut ledger = Ledger {
        digest,
        ..Ledger::default()
    };
    let around = Around::of(entries, zone);
    let mut facts: Vec<Fact> = Vec::new();
    let mut taken = HashSet::new();
    let mut left: BTreeMap<String, u64> = BTreeMap::new();
    for (entry, line) in entries.iter().zip(1u32..) {
        ledger.n_rows += 1;
        let read = match around.read(entry) {
            Ok(read) => read,
            Err(kind) => {
                *left.entry(kind).or_default() += 1;
                continue;
            }
        };
        match read {
            Ok((moment, body)) => {
                let key = key_of(&entry["resource"]);
                // The same entry twice is one fact.
                if taken.insert(key) {
                    facts.push(Fact {
                        key,
                        recorded_at: moment.clone(),
                        moment,
                        source: Source::Import { file: digest, line },
                        body,
                    });
                }
            }
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
    ledger.unknown = left;
    ledger.count(&facts);
    Parsed {
        profile: None,
        items: Vec::new(),
        suspects: Vec::new(),
        facts,
        said: Vec::new(),
        experiments: Vec::new(),
        schedule: None,
        plan: Vec::new(),
        questionnaires: Vec::new(),
        doctor_questions: None,
        ledger,
    }
}

type Read = Result<(Moment, FactBody), String>;

/// What entries refer to.
struct Around<'a> {
    zone: &'a Zone,
    /// Entries by the addresses that others may use for them.
    by_address: HashMap<String, &'a Value>,
    /// How many different things say that they are the same one.
    doubled: HashMap<String, Option<&'a Value>>,
}

impl<'a> Around<'a> {
    fn of(entries: &'a [Value], zone: &'a Zone) -> Self {
        let mut by_address = HashMap::new();
        let mut doubled: HashMap<String, Option<&'a Value>> = HashMap::new();
        for entry in entries {
            let resource = &entry["resource"];
            if let Some(url) = entry["fullUrl"].as_str() {
                by_address.insert(url.to_owned(), resource);
            }
            let Some(address) = address_of(resource) else {
                continue;
            };
            by_address.insert(address.clone(), resource);
            doubled
                .entry(address)
                .and_modify(|known| {
                    if known.is_some_and(|known| known != resource) {
                        *known = None;
                    }
                })
                .or_insert(Some(resource));
        }
        Self {
            zone,
            by_address,
            doubled,
        }
    }

    /// What an entry gives; `Err` with its kind when it is nothing that is known here.
    fn read(&self, entry: &Value) -> Result<Read, String> {
        let resource = &entry["resource"];
        if let Some(method @ ("DELETE" | "PATCH" | "HEAD" | "GET")) =
            entry["request"]["method"].as_str()
        {
            return Err(format!("an order to {method}"));
        }
        let kind = resource["resourceType"]
            .as_str()
            .unwrap_or("without a type");
        let is_night = kind == "Observation" && is_sleep(resource);
        if !is_night && kind != "MedicationStatement" {
            return Err(kind_of(kind, resource));
        }
        let address = address_of(resource);
        if address.is_some_and(|address| self.doubled.get(&address) == Some(&None)) {
            return Ok(Err(
                "two entries have the same id and say different things".to_owned()
            ));
        }
        Ok(match is_night {
            true => night(resource),
            false => self.statement(resource),
        })
    }

    fn statement(&self, resource: &Value) -> Read {
        let day = |text: &Value| -> Result<Option<LocalDay>, String> {
            let Some(text) = text.as_str() else {
                return Ok(None);
            };
            let date = text.get(..10).ok_or("a day is not whole")?;
            LocalDay::parse(date)
                .map(Some)
                .map_err(|error| error.to_string())
        };
        // Release 5 tells it beside the status.
        let status = resource["status"].as_str();
        let adherence = resource["adherence"]["code"]["coding"][0]["code"].as_str();
        let not_taken = |word: &&str| NOT_TAKEN.contains(word) || *word == "not-taking";
        if let Some(status) = status.into_iter().chain(adherence).find(not_taken) {
            return Err(format!(
                "a medicine with the status {status} was not taken in"
            ));
        }
        let name = self.medicine(resource).ok_or("a medicine has no name")?;
        let medicine = Label::new(name).map_err(|error| error.to_string())?;
        let dose = &resource["dosage"][0]["doseAndRate"][0]["doseQuantity"];
        let amount = dose["value"]
            .as_f64()
            .ok_or("a medicine has no dose with a number")?;
        let unit = dose["unit"].as_str().or_else(|| dose["code"].as_str());
        let unit = Label::new(unit.ok_or("a dose has no unit")?).map_err(|e| e.to_string())?;
        let period = &resource["effectivePeriod"];
        let from = day(&period["start"])?.or(day(&resource["effectiveDateTime"])?);
        let from = from.ok_or("a medicine has no first day")?;
        let dose = DoseAmount::new(amount, unit).map_err(|error| error.to_string())?;
        let statement = MedicationStatement::new(medicine, dose, from, day(&period["end"])?);
        let statement = statement.map_err(|error| error.to_string())?;
        let noon = from
            .at(12, 0, self.zone)
            .map_err(|error| error.to_string())?;
        Ok((noon, FactBody::MedicationStatement(statement)))
    }

    /// The name where it stands, or in what is referred to: inside the entry, or beside it. Release 5
    /// puts both below `medication`.
    fn medicine(&self, resource: &'a Value) -> Option<&'a str> {
        let named = |concept: &'a Value| {
            let text = concept["text"].as_str();
            text.or_else(|| concept["coding"][0]["display"].as_str())
        };
        let inside = [
            &resource["medicationCodeableConcept"],
            &resource["medication"]["concept"],
        ];
        let there = [
            &resource["medicationReference"],
            &resource["medication"]["reference"],
        ];
        let found = inside.into_iter().find_map(named);
        found.or_else(|| {
            there.into_iter().find_map(|reference| {
                let to = reference["reference"].as_str();
                let medication = match to.and_then(|to| to.strip_prefix('#')) {
                    Some(id) => {
                        let mut contained = resource["contained"].as_array()?.iter();
                        contained.find(|one| one["id"] == id)
                    }
                    None => self.by_address.get(to?).copied(),
                };
                let named = medication.and_then(|medication| named(&medication["code"]));
                named.or_else(|| reference["display"].as_str())
            })
        })
    }
}

/// `MedicationStatement/17`, where it has an id.
fn address_of(resource: &Value) -> Option<String> {
    let kind = resource["resourceType"].as_str()?;
    Some(format!("{kind}/{}", resource["id"].as_str()?))
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
    let told = |text: &Value| -> Result<Moment, String> {
        read_instant(text.as_str().ok_or("a night has no start or no end")?)
    };
    let (from, to) = (told(start)?, told(end)?);
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
