//! Keeps which files were imported. Refuses their content: that became facts.

use record::{ImportFile, Moment};
use rusqlite::{Connection, OptionalExtension as _};

use crate::append::Writer;
use crate::{StoreError, zone};

/// A file that was imported, and what is left of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The file.
    pub file: ImportFile,
    /// Facts from it that are kept and not withdrawn.
    pub n_facts: usize,
}

/// Keeps a file; one that is kept already stays as it is.
pub(crate) fn append(writer: &mut Writer<'_>, file: &ImportFile) -> Result<(), StoreError> {
    let (at, zone) = writer.moment(&file.imported_at)?;
    writer.insert(
        include_str!("import_file/append.sql"),
        (file.digest.as_slice(), &file.name, &file.format, at, zone),
    )?;
    Ok(())
}

/// The row of a file.
pub(crate) fn find(connection: &Connection, digest: &[u8; 32]) -> Result<Option<i64>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("import_file/find.sql"))?;
    Ok(find
        .query_row([digest.as_slice()], |row| row.get(0))
        .optional()?)
}

/// Every imported file, in the order of the imports.
pub(crate) fn load(connection: &Connection) -> Result<Vec<Imported>, StoreError> {
    let zones = zone::load(connection)?;
    let mut statement = connection.prepare_cached(include_str!("import_file/load.sql"))?;
    let mut rows = statement.query([])?;
    let mut files = Vec::new();
    while let Some(row) = rows.next()? {
        let at: i64 = row.get(3)?;
        let zone: i64 = row.get(4)?;
        let n_facts: i64 = row.get(5)?;
        let unreadable = || StoreError::Unreadable {
            table: "import_file",
            row: at,
        };
        let zone = zones.get(&zone).ok_or_else(unreadable)?;
        files.push(Imported {
            file: ImportFile {
                digest: row.get(0)?,
                name: row.get(1)?,
                format: row.get(2)?,
                imported_at: Moment::from_unix_seconds(at, zone).map_err(|_| unreadable())?,
            },
            n_facts: usize::try_from(n_facts).map_err(|_| unreadable())?,
        });
    }
    Ok(files)
}
