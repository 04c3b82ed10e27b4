//! One fact as the resources that other programs read. Refuses words of its own beside names.

use record::{
    Activity, Assessment, DoseAmount, Event, Fact, FactBody, FactKey, Flicker, FlickerStrength,
    Form, ItemResponse, MedicationAdministration, MedicationStatement, Moment, Occasion,
    PlannedDose, Response, SleepNight,
};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::published::{answer, canonical};
use super::write::FhirExport;
use super::{ours, when::instant};

/// A resource with the identity that others refer to.
pub struct Entry {
    pub id: String,
    pub value: Value,
}

/// An identity made of a key: the same record has the same ones.
pub fn id_of(key: &FactKey, part: &str) -> String {
    let digest = Sha256::digest([key.as_bytes().as_slice(), part.as_bytes()].concat());
    uuid(&digest)
}

pub fn uuid(digest: &[u8]) -> String {
    let hex: String = digest
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    // Version 8, variant 2: made by rules of our own.
    format!(
        "{}-{}-8{}-8{}-{}",
        part(0, 8),
        part(8, 12),
        part(13, 16),
        part(17, 20),
        part(20, 32)
    )
}

pub fn reference(id: &str) -> Value {
    json!({ "reference": format!("urn:uuid:{id}") })
}

/// Labels of every resource: restricted, and about the mind.
pub fn security() -> Value {
    security_with(None)
}

/// The same with one more label, such as `ETH` for substances or `SDV` for violence.
pub fn security_with(label: Option<&str>) -> Value {
    const ACT: &str = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    let mut labels = vec![
        json!({"system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "code": "R"}),
        json!({"system": ACT, "code": "PSY"}),
    ];
    labels.extend(label.map(|code| json!({"system": ACT, "code": code})));
    json!({ "security": labels })
}

/// What all resources of a bundle share.
pub struct Around<'a> {
    pub patient: String,
    pub device: String,
    /// What its identities are made from.
    pub seed: [u8; 16],
    pub export: &'a FhirExport<'a>,
}

impl Around<'_> {
    /// The resources of one fact; none for own words, and none for answers about safety.
    pub fn entries(&self, fact: &Fact) -> Vec<Entry> {
        let id = id_of(&fact.key, "fact");
        let mut entries = Vec::new();
        let mut first = match &fact.body {
            FactBody::Occasion(occasion) if occasion.form == Form::Safety => return Vec::new(),
            FactBody::Occasion(occasion) => {
                if let Some(assessment) = occasion.assessment() {
                    entries = self.observations(fact, assessment, &id);
                }
                self.response(fact, occasion)
            }
            FactBody::Flicker(flicker) => self.flicker(&fact.moment, flicker),
            FactBody::Event(event) => self.event(&fact.moment, event),
            FactBody::SleepNight(night) => self.night(&fact.moment, night),
            FactBody::Activity(activity) => self.activity(&fact.moment, activity),
            FactBody::MedicationStatement(statement) => self.statement(statement),
            FactBody::MedicationAdministration(dose) => self.administration(&fact.moment, dose),
            FactBody::Practice(practice) => {
                let mut value = self.own(&fact.moment, "therapy", ("practice", "Strategy done"));
                put(&mut value, "valueString", practice.strategy.as_str().into());
                value
            }
            FactBody::Contact(_) => self.own(
                &fact.moment,
                "social-history",
                ("contact", "Time with somebody"),
            ),
            FactBody::PlannedDose(planned) => self.planned(planned),
            FactBody::Note(_) | FactBody::Sheet(_) | FactBody::QuestionnaireResponse(_) => {
                return Vec::new();
            }
        };
        let label = match &fact.body {
            FactBody::Event(event) => (self.export.label)(event.label.as_str()),
            _ => None,
        };
        put(&mut first, "id", id.clone().into());
        put(&mut first, "meta", security_with(label));
        entries.insert(0, Entry { id, value: first });
        entries
    }

    fn response(&self, fact: &Fact, occasion: &Occasion) -> Value {
        let answered = occasion.assessment();
        let mut value = json!({
            "resourceType": "QuestionnaireResponse",
            "status": if answered.is_some() { "completed" } else { "stopped" },
            "subject": reference(&self.patient),
            "authored": instant(&fact.moment),
            "source": reference(&self.patient),
        });
        let responses = answered.map(Assessment::responses).unwrap_or_default();
        let mut is_ours = !responses.is_empty();
        let items = responses.iter().filter_map(|response| {
            let number = response.response.value()?;
            let id = response.item.as_str();
            let answer = answer(self.export.forms, occasion.form, id, number);
            is_ours &= answer.is_some();
            let answer = answer.unwrap_or_else(|| json!({ "valueDecimal": number }));
            Some(json!({"linkId": id, "answer": [answer]}))
        });
        let items: Vec<Value> = items.collect();
        // Columns of somebody's table answer no form of ours.
        if is_ours {
            put(&mut value, "questionnaire", canonical(occasion.form).into());
        }
        if !items.is_empty() {
            put(&mut value, "item", items.into());
        }
        value
    }

    /// An observation for every answer, and for every question that was left out or not asked.
    fn observations(&self, fact: &Fact, assessment: &Assessment, from: &str) -> Vec<Entry> {
        let entries = assessment.responses().iter().map(|response| {
            let id = id_of(&fact.key, response.item.as_str());
            let mut value = self.observation(&fact.moment, "survey", self.item_code(response));
            put(&mut value, "id", id.clone().into());
            let label = (self.export.label)(response.item.as_str());
            put(&mut value, "meta", security_with(label));
            put(&mut value, "derivedFrom", json!([reference(from)]));
            let absent = |code: &str| {
                let system = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
                json!({"coding": [{"system": system, "code": code}]})
            };
            match response.response {
                Response::Value(number) => {
                    put(&mut value, "valueQuantity", quantity(number, "{score}"))
                }
                Response::Skipped => put(&mut value, "dataAbsentReason", absent("asked-declined")),
                Response::NotAsked => put(&mut value, "dataAbsentReason", absent("not-asked")),
            }
            Entry { id, value }
        });
        entries.collect()
    }

    /// An item of ours has a code; a column of somebody's table has only its name.
    fn item_code(&self, response: &ItemResponse) -> Value {
        let name = response.item.as_str();
        match (self.export.item_name)(&response.item) {
            Some(words) => {
                json!({"coding": [{"system": ours("CodeSystem/item"), "code": name}], "text": words})
            }
            None => json!({ "text": name }),
        }
    }

    fn observation(&self, at: &Moment, category: &str, code: Value) -> Value {
        json!({
            "resourceType": "Observation",
            "status": "final",
            "category": [{"coding": [{
                "system": "http://terminology.hl7.org/CodeSystem/observation-category",
                "code": category
            }]}],
            "code": code,
            "subject": reference(&self.patient),
            "performer": [reference(&self.patient)],
            "device": reference(&self.device),
            "effectiveDateTime": instant(at),
        })
    }

    fn own(&self, at: &Moment, category: &str, (code, words): (&str, &str)) -> Value {
        let code =
            json!({"coding": [{"system": ours("CodeSystem/fact"), "code": code}], "text": words});
        self.observation(at, category, code)
    }

    fn flicker(&self, at: &Moment, flicker: &Flicker) -> Value {
        let mut value = self.own(at, "survey", ("flicker", "A feeling came through"));
        let strength = match flicker.strength {
            FlickerStrength::Trace => "trace",
            FlickerStrength::Clear => "clear",
        };
        put(&mut value, "valueString", strength.into());
        value
    }

    fn event(&self, at: &Moment, event: &Event) -> Value {
        let mut value = self.own(at, "social-history", ("event", "Something that happened"));
        put(&mut value, "valueString", event.label.as_str().into());
        if let (Some(end), Some(fields)) = (event.ends_at(), value.as_object_mut()) {
            fields.remove("effectiveDateTime");
            let period = json!({"start": instant(at), "end": instant(end)});
            fields.insert("effectivePeriod".to_owned(), period);
        }
        value
    }

    fn night(&self, at: &Moment, night: &SleepNight) -> Value {
        let code = json!({
            "coding": [{"system": "http://loinc.org", "code": "93832-4", "display": "Sleep duration"}],
            "text": "Sleep duration"
        });
        let mut value = self.observation(at, "activity", code);
        let ends = (&night.tried_to_sleep, &night.final_wake);
        if let ((Some(start), Some(end)), Some(fields)) = (ends, value.as_object_mut()) {
            fields.remove("effectiveDateTime");
            let period = json!({"start": instant(start), "end": instant(end)});
            fields.insert("effectivePeriod".to_owned(), period);
        }
        match night.minutes_asleep() {
            Some(minutes) => put(
                &mut value,
                "valueQuantity",
                quantity(f64::from(minutes.0), "min"),
            ),
            None => {
                let system = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
                let absent = json!({"coding": [{"system": system, "code": "unknown"}]});
                put(&mut value, "dataAbsentReason", absent);
            }
        }
        value
    }

    fn activity(&self, at: &Moment, activity: &Activity) -> Value {
        let mut value = self.own(at, "activity", ("activity", "Movement"));
        let minutes = f64::from(activity.minutes.0);
        put(&mut value, "valueQuantity", quantity(minutes, "min"));
        value
    }

    /// What is to be taken from a day on: told by a prescriber, and not taken yet.
    fn planned(&self, planned: &PlannedDose) -> Value {
        json!({
            "resourceType": "MedicationStatement",
            "status": "intended",
            "medicationCodeableConcept": {"text": planned.medicine.as_str()},
            "subject": reference(&self.patient),
            "effectivePeriod": {"start": planned.from.to_string()},
            "informationSource": reference(&self.patient),
            "dosage": [dosage(&planned.dose)],
        })
    }

    /// One step of a medicine.
    pub fn statement(&self, statement: &MedicationStatement) -> Value {
        let mut period = Map::new();
        period.insert("start".to_owned(), statement.from().to_string().into());
        if let Some(to) = statement.to() {
            period.insert("end".to_owned(), to.to_string().into());
        }
        json!({
            "resourceType": "MedicationStatement",
            "status": if statement.to().is_some() { "completed" } else { "active" },
            "medicationCodeableConcept": {"text": statement.medicine.as_str()},
            "subject": reference(&self.patient),
            "effectivePeriod": period,
            "informationSource": reference(&self.patient),
            "dosage": [dosage(&statement.dose)],
        })
    }

    fn administration(&self, at: &Moment, dose: &MedicationAdministration) -> Value {
        let mut value = json!({
            "resourceType": "MedicationAdministration",
            "status": if dose.is_taken { "completed" } else { "not-done" },
            "medicationCodeableConcept": {"text": dose.medicine.as_str()},
            "subject": reference(&self.patient),
            "effectiveDateTime": instant(at),
            "performer": [{"actor": reference(&self.patient)}],
        });
        if let Some(amount) = &dose.dose {
            let amount = json!({"value": amount.amount(), "unit": amount.unit.as_str()});
            put(&mut value, "dosage", json!({ "dose": amount }));
        }
        value
    }
}

fn dosage(dose: &DoseAmount) -> Value {
    let words = format!("{} {}", dose.amount(), dose.unit.as_str());
    let quantity = json!({"value": dose.amount(), "unit": dose.unit.as_str()});
    json!({"text": words, "doseAndRate": [{"doseQuantity": quantity}]})
}

fn quantity(value: f64, unit: &str) -> Value {
    json!({"value": value, "unit": unit, "system": "http://unitsofmeasure.org", "code": unit})
}

pub fn put(value: &mut Value, name: &str, field: Value) {
    if let Some(fields) = value.as_object_mut() {
        fields.insert(name.to_owned(), field);
    }
}
