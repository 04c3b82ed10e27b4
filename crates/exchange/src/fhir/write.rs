//! A record as one FHIR R4 bundle. Refuses to send private things without being told to.

use record::{
    Assessment, Fact, FactBody, Form, Item, ItemId, Moment, OccasionState, Profile, Record,
    RecordError,
};
use serde_json::{Value, json};
use sha1::{Digest as _, Sha1};
use sha2::Sha256;

use super::published::PublishedForm;
use super::resource::{Around, Entry, reference, security, uuid};
use super::{ours, when::instant};
use crate::{base64, write_record, write_whole_record};

/// What a bundle needs to know beside the record.
pub struct FhirExport<'a> {
    /// When it is made.
    pub made_at: &'a Moment,
    /// Version of the program.
    pub version: &'a str,
    /// Words for an item of ours; `None` for a column of somebody's table.
    pub item_name: &'a dyn Fn(&ItemId) -> Option<String>,
    /// Whether answers to an item are private.
    pub is_private: &'a dyn Fn(&ItemId) -> bool,
    /// The published forms, which say of what type an answer is.
    pub forms: &'a [PublishedForm],
    /// The label that an item or an event has beside `R` and `PSY`, such as `ETH`.
    pub label: &'a dyn Fn(&str) -> Option<&'static str>,
}

/// Writes a bundle to hand on: without notes, sheets, private events and answers, answers about safety,
/// and what was said or tried.
///
/// # Errors
/// [`RecordError`] when what is left is no record.
pub fn write_bundle(record: &Record, export: &FhirExport<'_>) -> Result<String, RecordError> {
    let mut profile = Profile::new(record.profile.zone.clone());
    profile.day_start = record.profile.day_start;
    let is_open = |item: &&Item| !(export.is_private)(&item.id);
    let items = record.items().filter(is_open).cloned().collect();
    let facts = record
        .facts()
        .iter()
        .filter_map(|fact| opened(fact, export));
    let open = Record::new(profile, items, facts.collect())?;
    Ok(collection(&open, &write_record(&open), export))
}

/// The fact as others may see it; `None`: not at all.
fn opened(fact: &Fact, export: &FhirExport<'_>) -> Option<Fact> {
    let mut fact = fact.clone();
    match &mut fact.body {
        FactBody::Note(_) | FactBody::Sheet(_) | FactBody::QuestionnaireResponse(_) => return None,
        FactBody::Event(event) if event.is_sensitive => return None,
        FactBody::Occasion(occasion) if occasion.form == Form::Safety => return None,
        FactBody::Occasion(occasion) => {
            if let OccasionState::Answered(assessment) = &occasion.state {
                let open = assessment.responses().iter();
                let open = open.filter(|response| !(export.is_private)(&response.item));
                let open = Assessment::new(open.cloned().collect(), assessment.seed()).ok()?;
                occasion.state = OccasionState::Answered(open);
            }
        }
        _ => {}
    }
    Some(fact)
}

/// Writes a bundle with everything in the record; it comes back as the same record. Notes and answers
/// about safety are in the record file inside alone, and in no resource.
#[must_use]
pub fn write_whole_bundle(record: &Record, export: &FhirExport<'_>) -> String {
    collection(record, &write_whole_record(record), export)
}

fn collection(record: &Record, file: &str, export: &FhirExport<'_>) -> String {
    let around = around(record, export);
    let mut entries = vec![patient(&around), device(&around)];
    for fact in record.facts() {
        entries.extend(around.entries(fact));
    }
    let words = "The same record as this program writes it for itself";
    let file = Attached {
        name: "record",
        kind: "application/json",
        bytes: file.as_bytes(),
        title: words,
        day: None,
    };
    entries.extend(attached(&around, &file));
    let at = instant(export.made_at);
    entries.push(provenance(&around, &at, &entries));
    bundle(
        &around,
        json!({"type": "collection", "timestamp": at}),
        &entries,
    )
}

/// What all resources of a bundle of this record share; the same record has the same identities.
pub fn around<'a>(record: &Record, export: &'a FhirExport<'a>) -> Around<'a> {
    let first = record.facts().first().map(|fact| *fact.key.as_bytes());
    let seed = first.unwrap_or_default();
    Around {
        patient: named("patient", &seed),
        device: named("device", &seed),
        seed,
        export,
    }
}

fn named(part: &str, seed: &[u8]) -> String {
    uuid(&Sha256::digest([part.as_bytes(), seed].concat()))
}

impl Around<'_> {
    /// The identity of a part of the bundle.
    pub fn name(&self, part: &str) -> String {
        named(part, &self.seed)
    }
}

/// A bundle with these entries, one a line.
pub fn bundle(around: &Around<'_>, mut head: Value, entries: &[Entry]) -> String {
    if let Some(fields) = head.as_object_mut() {
        fields.insert("resourceType".to_owned(), "Bundle".into());
        fields.insert("id".to_owned(), around.name("bundle").into());
        fields.insert("meta".to_owned(), security());
    }
    let entries = entries.iter().map(|entry| {
        json!({"fullUrl": format!("urn:uuid:{}", entry.id), "resource": entry.value}).to_string()
    });
    let entries: Vec<String> = entries.collect();
    let head = head.to_string();
    let head = head.strip_suffix('}').unwrap_or(&head);
    format!("{head},\"entry\":[\n{}\n]}}\n", entries.join(",\n"))
}

/// The person, without name or birth date.
pub fn patient(around: &Around<'_>) -> Entry {
    let id = around.patient.clone();
    let value = json!({"resourceType": "Patient", "id": id, "meta": security()});
    Entry { id, value }
}

/// The program.
pub fn device(around: &Around<'_>) -> Entry {
    let id = around.device.clone();
    let value = json!({
        "resourceType": "Device",
        "id": id,
        "meta": security(),
        "deviceName": [{"name": "Thawline", "type": "user-friendly-name"}],
        "version": [{"value": around.export.version}],
    });
    Entry { id, value }
}

/// A file inside the bundle.
pub struct Attached<'a> {
    /// Names it among the identities of the bundle, and says what it is in our own codes.
    pub name: &'a str,
    /// Its media type.
    pub kind: &'a str,
    pub bytes: &'a [u8],
    pub title: &'a str,
    /// The day it was made, where that is part of it.
    pub day: Option<String>,
}

/// What describes the file, with its length and its hash, and the file.
pub fn attached(around: &Around<'_>, file: &Attached<'_>) -> [Entry; 2] {
    let binary = around.name(&format!("{}-file", file.name));
    let id = around.name(&format!("{}-reference", file.name));
    let mut attachment = json!({
        "contentType": file.kind,
        "language": "en",
        "url": format!("urn:uuid:{binary}"),
        "size": file.bytes.len(),
        // The standard wants SHA-1 here; it finds damage and proves nothing.
        "hash": base64::encode(&Sha1::digest(file.bytes)),
        "title": file.title,
    });
    if let (Some(day), Some(fields)) = (&file.day, attachment.as_object_mut()) {
        fields.insert("creation".to_owned(), day.clone().into());
    }
    let reference_to = json!({
        "resourceType": "DocumentReference",
        "id": id,
        "meta": security(),
        "status": "current",
        "type": {
            "coding": [{"system": ours("CodeSystem/file"), "code": file.name}],
            "text": file.title
        },
        "subject": reference(&around.patient),
        "author": [reference(&around.patient), reference(&around.device)],
        "securityLabel": [{"coding": security()["security"]}],
        "content": [{ "attachment": attachment }],
    });
    let bytes = json!({
        "resourceType": "Binary",
        "id": binary,
        "meta": security(),
        "contentType": file.kind,
        "data": base64::encode(file.bytes),
    });
    [
        Entry {
            id,
            value: reference_to,
        },
        Entry {
            id: binary,
            value: bytes,
        },
    ]
}

/// Who told it and what put it together, over all entries.
pub fn provenance(around: &Around<'_>, at: &str, entries: &[Entry]) -> Entry {
    let targets: Vec<Value> = entries.iter().map(|entry| reference(&entry.id)).collect();
    let agent = |code: &str, who: &str| {
        let system = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
        json!({"type": {"coding": [{"system": system, "code": code}]}, "who": reference(who)})
    };
    let id = around.name("provenance");
    let value = json!({
        "resourceType": "Provenance",
        "id": id,
        "meta": security(),
        "target": targets,
        "recorded": at,
        "agent": [agent("author", &around.patient), agent("assembler", &around.device)],
    });
    Entry { id, value }
}
