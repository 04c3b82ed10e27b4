//! A record as one FHIR R4 bundle. Refuses to send private things without being told to.

use record::{
    Assessment, Fact, FactBody, Form, Item, ItemId, Moment, OccasionState, Profile, Record,
    RecordError,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::resource::{Around, Entry, put, reference, security, uuid};
use super::{ours, when::instant};
use crate::native::{Split, split};

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
    Ok(write_whole_bundle(&open, export))
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

/// Writes a bundle with everything in the record; it comes back as the same record.
#[must_use]
pub fn write_whole_bundle(record: &Record, export: &FhirExport<'_>) -> String {
    let Split { head, facts, tail } = split(record, &[], |_| true);
    let name = |part: &str| {
        let first = record.facts().first().map(|fact| *fact.key.as_bytes());
        let seed = first.unwrap_or_default();
        uuid(&Sha256::digest([part.as_bytes(), &seed].concat()))
    };
    let around = Around {
        patient: name("patient"),
        device: name("device"),
        export,
    };
    let mut entries = vec![
        Entry {
            id: around.patient.clone(),
            value: json!({"resourceType": "Patient", "id": around.patient, "meta": security()}),
        },
        device(&around),
        frame(&around, name("frame"), &format!("{head}{tail}")),
    ];
    for (fact, native) in record.facts().iter().zip(&facts) {
        entries.extend(around.entries(fact, native));
    }
    entries.push(provenance(&around, name("provenance"), &entries));
    let entries = entries.into_iter().map(|entry| {
        json!({"fullUrl": format!("urn:uuid:{}", entry.id), "resource": entry.value}).to_string()
    });
    let entries: Vec<String> = entries.collect();
    let head =
        json!({"id": name("bundle"), "meta": security(), "timestamp": instant(export.made_at)});
    let (id, meta, timestamp) = (&head["id"], &head["meta"], &head["timestamp"]);
    format!(
        "{{\"resourceType\":\"Bundle\",\"id\":{id},\"meta\":{meta},\"type\":\"collection\",\
         \"timestamp\":{timestamp},\"entry\":[\n{}\n]}}\n",
        entries.join(",\n")
    )
}

fn device(around: &Around<'_>) -> Entry {
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

/// What facts share: zones, items, files. A reader of ours puts the facts back into it.
fn frame(around: &Around<'_>, id: String, words: &str) -> Entry {
    let mut value = around.basic("record-frame");
    put(&mut value, "id", id.clone().into());
    put(&mut value, "meta", security());
    let extension =
        json!([{"url": ours("StructureDefinition/record-frame"), "valueString": words}]);
    put(&mut value, "extension", extension);
    Entry { id, value }
}

/// Who told it and what put it together.
fn provenance(around: &Around<'_>, id: String, entries: &[Entry]) -> Entry {
    let targets: Vec<Value> = entries.iter().map(|entry| reference(&entry.id)).collect();
    let agent = |code: &str, who: &str| {
        let system = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
        json!({"type": {"coding": [{"system": system, "code": code}]}, "who": reference(who)})
    };
    let value = json!({
        "resourceType": "Provenance",
        "id": id,
        "meta": security(),
        "target": targets,
        "recorded": instant(around.export.made_at),
        "agent": [agent("author", &around.patient), agent("assembler", &around.device)],
    });
    Entry { id, value }
}
