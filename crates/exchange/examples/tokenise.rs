//! Reads an XML file from end to end and keeps nothing: what any reader of it costs at least.
//!
//! `tokenise FILE` finds where every element begins and ends, and looks at no attribute. `tokenise FILE
//! attributes` also takes every attribute apart and decodes its value, as a reader has to that knows
//! nothing of what it reads. `tokenise FILE facts` is our own reader of Apple Health, which digests the
//! file first and keeps what it read in memory.

use std::io::BufReader;

use exchange::{AppFile, Setting, Words, read_app_file};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use record::Zone;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let path = words.next().ok_or("name a file")?;
    let what = words.next().unwrap_or_default();
    if what == "facts" {
        return facts(&path);
    }
    let has_attributes = what == "attributes";
    let input = BufReader::with_capacity(1 << 16, std::fs::File::open(path)?);
    let mut xml = Reader::from_reader(input);
    let (mut buf, mut n_elements, mut n_letters) = (Vec::new(), 0u64, 0usize);
    loop {
        buf.clear();
        match xml.read_event_into(&mut buf)? {
            Event::Start(element) | Event::Empty(element) => {
                n_elements += 1;
                if has_attributes {
                    n_letters += letters(&element)?;
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    println!("{n_elements} {n_letters}");
    Ok(())
}

/// Letters of all names and values; the sum keeps the decoding from being left out.
fn letters(element: &BytesStart<'_>) -> Result<usize, Box<dyn std::error::Error>> {
    let mut n = 0;
    for attribute in element.attributes() {
        let attribute = attribute?;
        n += attribute.key.as_ref().len()
            + attribute.normalized_value(XmlVersion::Implicit1_0)?.len();
    }
    Ok(n)
}

fn facts(path: &str) -> Result<(), Box<dyn std::error::Error>> {
    let setting = Setting {
        zone: Zone::utc(),
        words: Words::default(),
        is_as_proposed: true,
    };
    let file = AppFile::of_word("apple-health-xml").ok_or("no such file")?;
    let parsed = read_app_file(std::fs::File::open(path)?, file, &setting)?;
    println!("{} {}", parsed.ledger.n_rows, parsed.facts.len());
    Ok(())
}
