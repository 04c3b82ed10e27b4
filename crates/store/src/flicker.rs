//! Keeps flickers. Refuses to grade them.

use record::{FactBody, Flicker, Label};

use crate::StoreError;
use crate::append::Writer;
use crate::code::Code as _;
use crate::load::{Bodies, Reader};

pub(crate) fn append(writer: &Writer<'_>, fact: i64, flicker: &Flicker) -> Result<(), StoreError> {
    let word = flicker.word.as_ref().map(Label::as_str);
    writer.insert(
        include_str!("flicker/append.sql"),
        (fact, flicker.strength.word(), word),
    )?;
    Ok(())
}

pub(crate) fn load(reader: &Reader<'_>, bodies: &mut Bodies<'_>) -> Result<(), StoreError> {
    reader.each("flicker", include_str!("flicker/load.sql"), |row| {
        let flicker = Flicker {
            strength: row.code(1)?,
            word: row.maybe_label(2)?,
        };
        bodies.put(row, FactBody::Flicker(flicker))
    })
}
