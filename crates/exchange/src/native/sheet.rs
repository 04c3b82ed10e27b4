//! A sheet in a record file: its name, and each field with what was written. Refuses a field twice.

use record::{Label, Note, Sheet, SheetLine};
use serde_json::{Value, json};

use super::wire;

/// Reads a sheet; in words what is wrong with it.
pub(super) fn read(sheet: &wire::Sheet) -> Result<Sheet, String> {
    let label = |text: &str| Label::new(text).map_err(|error| error.to_string());
    let line = |(field, words): &(String, String)| -> Result<SheetLine, String> {
        Ok(SheetLine {
            field: label(field)?,
            words: Note::new(words).map_err(|error| error.to_string())?,
        })
    };
    let lines = sheet.lines.iter().map(line).collect::<Result<_, _>>()?;
    Sheet::new(label(&sheet.sheet)?, lines).map_err(|error| error.to_string())
}

/// A sheet as the file holds it.
pub(super) fn value(sheet: &Sheet) -> Value {
    let line = |line: &SheetLine| json!([line.field.as_str(), line.words.text()]);
    let lines: Vec<Value> = sheet.lines().iter().map(line).collect();
    json!({ "sheet": sheet.sheet.as_str(), "lines": lines })
}
