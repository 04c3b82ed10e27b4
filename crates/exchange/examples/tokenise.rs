//! Reads an XML file from end to end and keeps nothing: what any reader of it costs at least.

use std::io::BufReader;

use quick_xml::Reader;
use quick_xml::events::Event;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("name a file")?;
    let input = BufReader::with_capacity(1 << 16, std::fs::File::open(path)?);
    let mut xml = Reader::from_reader(input);
    let (mut buf, mut n_elements) = (Vec::new(), 0u64);
    loop {
        buf.clear();
        match xml.read_event_into(&mut buf)? {
            Event::Start(_) | Event::Empty(_) => n_elements += 1,
            Event::Eof => break,
            _ => {}
        }
    }
    println!("{n_elements}");
    Ok(())
}
