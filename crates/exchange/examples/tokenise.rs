//! Reads an XML file from end to end and keeps nothing: what any reader of it costs at least.
//!
//! `tokenise FILE` finds where every element begins and ends, and looks at no attribute. `tokenise FILE
//! attributes` also takes every attribute apart and decodes its value, as a reader has to that knows
//! nothing of what it reads.

use std::io::BufReader;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let path = words.next().ok_or("name a file")?;
    let has_attributes = words.next().is_some_and(|word| word == "attributes");
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
