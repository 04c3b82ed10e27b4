//! Keeps sheets that the person filled in. Refuses to read them.

use std::collections::BTreeMap;

use record::{FactBody, Note, Sheet, SheetLine};

use crate::StoreError;
use crate::append::Writer;
use crate::load::{Bodies, Reader};

pub(crate) fn append(writer: &Writer<'_>, fact: i64, sheet: &Sheet) -> Result<(), StoreError> {
    let name = sheet.sheet.as_str();
    writer.insert(include_str!("sheet/append.sql"), (fact, name))?;
    for (place, line) in (0i64..).zip(sheet.lines()) {
        writer.insert(
            include_str!("sheet/append_line.sql"),
            (fact, place, line.field.as_str(), line.words.text()),
        )?;
    }
    Ok(())
}

pub(crate) fn load(reader: &Reader<'_>, bodies: &mut Bodies<'_>) -> Result<(), StoreError> {
    let mut lines: BTreeMap<i64, Vec<SheetLine>> = BTreeMap::new();
    let sql = include_str!("sheet/load_lines.sql");
    reader.each("sheet_line", sql, |row| {
        let line = SheetLine {
            field: row.label(1)?,
            words: Note::new(row.text(2)?).map_err(|_| row.unreadable())?,
        };
        lines.entry(row.id).or_default().push(line);
        Ok(())
    })?;
    reader.each("sheet", include_str!("sheet/load.sql"), |row| {
        let lines = lines.remove(&row.id).unwrap_or_default();
        let sheet = Sheet::new(row.label(1)?, lines).map_err(|_| row.unreadable())?;
        bodies.put(row, FactBody::Sheet(sheet))
    })
}
