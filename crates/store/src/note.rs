//! Keeps a person's own words. Refuses to read them.

use record::{FactBody, Note};

use crate::StoreError;
use crate::append::Writer;
use crate::load::{Bodies, Reader};

pub(crate) fn append(writer: &Writer<'_>, fact: i64, note: &Note) -> Result<(), StoreError> {
    writer.insert(include_str!("note/append.sql"), (fact, note.text()))?;
    Ok(())
}

pub(crate) fn load(reader: &Reader<'_>, bodies: &mut Bodies<'_>) -> Result<(), StoreError> {
    reader.each("note", include_str!("note/load.sql"), |row| {
        let note = Note::new(row.text(1)?).map_err(|_| row.unreadable())?;
        bodies.put(row, FactBody::Note(note))
    })
}
