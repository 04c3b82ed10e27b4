//! The page for a doctor as a FHIR document: its words by section, and the same page as a PDF. Refuses
//! to look at a record: it holds what the page holds.

use std::fmt::Write as _;

use record::{LocalDay, MedicationStatement, Record};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::ours;
use super::resource::{Around, Entry, put, reference, security, uuid};
use super::write::{Attached, FhirExport, around, attached, bundle, device, patient, provenance};

/// What stands on the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The day it is made on; there is no time of day in it.
    pub day: LocalDay,
    /// Its title, which lists of documents show: it tells nothing of the person.
    pub title: String,
    /// The heading on the page.
    pub heading: String,
    /// Lines below the title.
    pub lead: Vec<String>,
    /// Its sections, in the order of reading.
    pub sections: Vec<DocumentSection>,
    /// The section that refers to the file: its heading, and a line.
    pub file: (String, String),
    /// The same page as a PDF.
    pub pdf: Vec<u8>,
}

/// A heading with what stands below it.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentSection {
    /// A short name, the same in every document: `medicines`.
    pub name: String,
    /// Its heading.
    pub heading: String,
    /// What it says.
    pub blocks: Vec<DocumentBlock>,
    /// Steps of medicines that it names.
    pub statements: Vec<MedicationStatement>,
}

/// One thing in a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocumentBlock {
    /// A sentence or a few.
    Line(String),
    /// Caption, heads and rows.
    Table(String, Vec<String>, Vec<Vec<String>>),
}

/// Writes the document; the same record, page and day give the same bytes.
///
/// The record gives the identity of the person and nothing else.
#[must_use]
pub fn write_document(record: &Record, document: &Document, export: &FhirExport<'_>) -> String {
    let around = around(record, export);
    // A document is made of days. An instant needs an hour: noon in UTC, which tells of no zone.
    let at = format!("{}T12:00:00Z", document.day);
    let mut entries = vec![patient(&around), device(&around)];
    let mut sections = Vec::new();
    for section in document
        .sections
        .iter()
        .filter(|section| !section.blocks.is_empty())
    {
        let steps: Vec<Entry> = section
            .statements
            .iter()
            .map(|step| of_step(&around, step))
            .collect();
        let refer = steps.iter().map(|entry| reference(&entry.id)).collect();
        let code = (section.name.as_str(), section.heading.as_str());
        sections.push(one_section(code, &division(&section.blocks), refer));
        entries.extend(steps);
    }
    let file = Attached {
        name: "page",
        kind: "application/pdf",
        bytes: &document.pdf,
        title: &document.title,
        day: Some(document.day.to_string()),
    };
    let file = attached(&around, &file);
    let line = DocumentBlock::Line(document.file.1.clone());
    let [refer, _] = &file;
    let refer = vec![reference(&refer.id)];
    sections.push(one_section(
        ("file", &document.file.0),
        &division(&[line]),
        refer,
    ));
    entries.extend(file);
    entries.insert(0, composition(&around, document, sections));
    entries.push(provenance(&around, &at, &entries));
    let whole: String = entries
        .iter()
        .map(|entry| entry.value.to_string())
        .collect();
    let name = uuid(&Sha256::digest(whole.as_bytes()));
    let head = json!({
        "type": "document",
        "identifier": {"system": "urn:ietf:rfc:3986", "value": format!("urn:uuid:{name}")},
        "timestamp": at,
    });
    bundle(&around, head, &entries)
}

fn composition(around: &Around<'_>, document: &Document, sections: Vec<Value>) -> Entry {
    let lead = document.lead.iter().cloned().map(DocumentBlock::Line);
    let lead: Vec<DocumentBlock> = std::iter::once(DocumentBlock::Line(document.heading.clone()))
        .chain(lead)
        .collect();
    let id = around.name("composition");
    let value = json!({
        "resourceType": "Composition",
        "id": id,
        "meta": security(),
        "language": "en",
        "text": {"status": "additional", "div": division(&lead)},
        "status": "final",
        "type": {
            "coding": [{"system": "http://loinc.org", "code": "51855-5", "display": "Patient Note"}],
            "text": document.title
        },
        "subject": reference(&around.patient),
        "date": document.day.to_string(),
        "author": [reference(&around.patient), reference(&around.device)],
        "title": document.title,
        "confidentiality": "R",
        "section": sections,
    });
    Entry { id, value }
}

fn one_section((name, heading): (&str, &str), division: &str, refer: Vec<Value>) -> Value {
    let heading = plain(heading);
    let mut section = json!({
        "title": heading,
        "code": {"coding": [{"system": ours("CodeSystem/section"), "code": name}], "text": heading},
        "text": {"status": "additional", "div": division},
    });
    if !refer.is_empty() {
        put(&mut section, "entry", refer.into());
    }
    section
}

fn of_step(around: &Around<'_>, step: &MedicationStatement) -> Entry {
    let mut value = around.statement(step);
    let id = uuid(&Sha256::digest(value.to_string().as_bytes()));
    put(&mut value, "id", id.clone().into());
    put(&mut value, "meta", security());
    Entry { id, value }
}

/// Words as the narrative of the standard: paragraphs and tables, no styles, no links, no pictures.
fn division(blocks: &[DocumentBlock]) -> String {
    let mut html = String::from("<div xmlns=\"http://www.w3.org/1999/xhtml\">");
    for block in blocks {
        match block {
            DocumentBlock::Line(words) => {
                let _ = write!(html, "<p>{}</p>", escaped(words));
            }
            DocumentBlock::Table(caption, heads, rows) => table(&mut html, caption, (heads, rows)),
        }
    }
    html.push_str("</div>");
    html
}

fn table(html: &mut String, caption: &str, (heads, rows): (&[String], &[Vec<String>])) {
    let cells = |name: &str, cells: &[String]| -> String {
        let cells = cells
            .iter()
            .map(|cell| format!("<{name}>{}</{name}>", escaped(cell)));
        format!("<tr>{}</tr>", cells.collect::<String>())
    };
    let _ = write!(html, "<table><caption>{}</caption>", escaped(caption));
    let _ = write!(html, "<thead>{}</thead><tbody>", cells("th", heads));
    rows.iter().for_each(|row| html.push_str(&cells("td", row)));
    html.push_str("</tbody></table>");
}

/// Words without the signs that neither XML nor a string of the standard can hold: they become spaces.
fn plain(words: &str) -> String {
    let signs = words.chars().map(|sign| match sign {
        '\t' | '\n' | '\r' => sign,
        '\u{fffe}' | '\u{ffff}' => ' ',
        sign if sign.is_control() => ' ',
        sign => sign,
    });
    signs.collect()
}

/// Words inside XML.
fn escaped(words: &str) -> String {
    let plain = plain(words);
    let mut text = String::with_capacity(plain.len());
    for sign in plain.chars() {
        match sign {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            sign => text.push(sign),
        }
    }
    text
}
