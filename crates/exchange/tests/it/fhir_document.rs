//! The page for a doctor as a FHIR document.

use std::sync::atomic::AtomicUsize;

use exchange::{Document, DocumentBlock, DocumentSection, read_bundle, write_document};
use proptest::prelude::*;
use record::{LocalDay, Record, Zone};
use serde_json::Value;

use crate::fhir::{keep, with_export};
use crate::native;

/// Words that try to be more than words.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zé ]{1,30}x",
        Just("<script>alert(1)</script>".to_owned()),
        Just("a & b \" ' > < \u{1} \u{ffff} ]]> <!-- 😀".to_owned()),
    ]
}

fn block() -> impl Strategy<Value = DocumentBlock> {
    let row = || prop::collection::vec(words(), 3);
    let table = (words(), row(), prop::collection::vec(row(), 0..4));
    prop_oneof![
        words().prop_map(DocumentBlock::Line),
        table.prop_map(|(caption, heads, rows)| DocumentBlock::Table(caption, heads, rows)),
    ]
}

fn document(record: &Record) -> impl Strategy<Value = Document> + use<> {
    let steps: Vec<_> = record.medication_statements().cloned().collect();
    let part = ("[a-z]{1,8}", words(), prop::collection::vec(block(), 0..4));
    let parts = prop::collection::vec(part, 0..5);
    let pdf = prop::collection::vec(any::<u8>(), 0..200);
    (parts, pdf, 0i32..40_000).prop_map(move |(parts, pdf, day)| Document {
        day: LocalDay::from_number(day).unwrap(),
        title: "A summary".to_owned(),
        heading: "The heading".to_owned(),
        lead: vec!["From here to there.".to_owned()],
        sections: parts
            .into_iter()
            .enumerate()
            .map(|(idx, (name, heading, blocks))| DocumentSection {
                name,
                heading,
                blocks,
                statements: if idx == 0 { steps.clone() } else { Vec::new() },
            })
            .collect(),
        file: ("The file".to_owned(), "The same page.".to_owned()),
        pdf,
    })
}

fn both() -> impl Strategy<Value = (Record, Document)> {
    native::record().prop_flat_map(|record| {
        let document = document(&record);
        (Just(record), document)
    })
}

fn of_kind<'a>(bundle: &'a Value, kind: &str) -> Vec<&'a Value> {
    let entries = bundle["entry"].as_array().unwrap().iter();
    let resources = entries.map(|entry| &entry["resource"]);
    resources.filter(|r| r["resourceType"] == kind).collect()
}

/// Whether it is whole XML in which only paragraphs and tables stand.
fn is_narrative(text: &str) -> bool {
    const NAMES: [&str; 9] = [
        "div", "p", "table", "caption", "thead", "tbody", "tr", "th", "td",
    ];
    let mut rest = text;
    let mut open: Vec<&str> = Vec::new();
    while let Some((before, after)) = rest.split_once('<') {
        if before.contains('>') || before.chars().any(|c| c < ' ' && !"\t\n\r".contains(c)) {
            return false;
        }
        let Some((tag, behind)) = after.split_once('>') else {
            return false;
        };
        match tag.strip_prefix('/') {
            Some(name) if open.pop() != Some(name) => return false,
            Some(_) => {}
            None => open.push(tag.split(' ').next().unwrap()),
        }
        if open.last().is_some_and(|name| !NAMES.contains(name)) {
            return false;
        }
        rest = behind;
    }
    open.is_empty() && rest.is_empty()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_document_holds_its_page_and_nothing_of_the_record((record, document) in both()) {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let text = with_export(|export| write_document(&record, &document, export));
        keep(&text, "document", &NUMBER);
        let bundle: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&bundle["type"], "document");
        prop_assert_eq!(&bundle["entry"][0]["resource"]["resourceType"], "Composition");
        for entry in bundle["entry"].as_array().unwrap() {
            let kind = entry["resource"]["resourceType"].as_str().unwrap();
            let known = ["Composition", "Patient", "Device", "MedicationStatement",
                "DocumentReference", "Binary", "Provenance"];
            prop_assert!(known.contains(&kind), "{kind}");
            prop_assert_eq!(&entry["resource"]["meta"]["security"][0]["code"], "R");
            prop_assert_eq!(&entry["resource"]["meta"]["security"][1]["code"], "PSY");
        }
        let sections = bundle["entry"][0]["resource"]["section"].as_array().unwrap();
        let told = document.sections.iter().filter(|section| !section.blocks.is_empty());
        prop_assert_eq!(sections.len(), told.count() + 1);
        for section in sections {
            prop_assert!(is_narrative(section["text"]["div"].as_str().unwrap()));
        }
    }

    #[test]
    fn the_same_page_on_the_same_day_gives_the_same_bytes((record, document) in both()) {
        let write = || with_export(|export| write_document(&record, &document, export));
        prop_assert_eq!(write(), write());
    }

    #[test]
    fn everything_that_is_referred_to_is_there((record, document) in both()) {
        let text = with_export(|export| write_document(&record, &document, export));
        let bundle: Value = serde_json::from_str(&text).unwrap();
        let entries = bundle["entry"].as_array().unwrap();
        let mut there: Vec<&str> = entries.iter().map(|e| e["fullUrl"].as_str().unwrap()).collect();
        for part in text.split("\"reference\":\"").skip(1) {
            let (to, _) = part.split_once('"').unwrap();
            prop_assert!(there.contains(&to), "{to}");
        }
        let n = there.len();
        there.sort_unstable();
        there.dedup();
        prop_assert_eq!(there.len(), n);
    }
}

#[test]
fn length_and_hash_are_those_of_the_file_inside() {
    let zone = Zone::utc();
    let record = Record::new(record::Profile::new(zone.clone()), vec![], vec![]).unwrap();
    let document = Document {
        day: LocalDay::parse("2026-03-02").unwrap(),
        title: "A summary".to_owned(),
        heading: "The heading".to_owned(),
        lead: vec![],
        sections: vec![],
        file: ("The file".to_owned(), "The same page.".to_owned()),
        pdf: b"abc".to_vec(),
    };
    let text = with_export(|export| write_document(&record, &document, export));
    let bundle: Value = serde_json::from_str(&text).unwrap();
    let attachment = &of_kind(&bundle, "DocumentReference")[0]["content"][0]["attachment"];
    // SHA-1 of "abc", as FIPS 180 gives it: a9993e36 4706816a ba3e2571 7850c26c 9cd0d89d.
    assert_eq!(attachment["hash"], "qZk+NkcGgWq6PiVxeFDCbJzQ2J0=");
    assert_eq!(attachment["size"], 3);
    let file = of_kind(&bundle, "Binary")[0];
    assert_eq!(file["data"], "YWJj");
    let url = attachment["url"].as_str().unwrap();
    assert!(url.ends_with(file["id"].as_str().unwrap()));
    assert_eq!(bundle["timestamp"], "2026-03-02T12:00:00Z");
    // A document is no record: read back, it gives no facts and says what it held.
    let parsed = read_bundle(text.as_bytes(), &zone).unwrap();
    assert!(parsed.facts.is_empty());
    assert_eq!(parsed.ledger.unknown.get("Composition 51855-5"), None);
    assert!(parsed.ledger.unknown.contains_key("Composition"));
}
