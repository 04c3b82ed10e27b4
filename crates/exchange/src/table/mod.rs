//! Reads a text table as one person's facts, or as many people's. Refuses whole files that are
//! not what they should be, and rows that hold something impossible, each with its line.

mod answers;
mod beside;
mod clock;
mod columns;
mod dose;
mod error;
pub(crate) mod guard;
mod key;
mod moments;
mod number;
mod person;
mod when;

use std::collections::HashMap;
use std::io::Read;

use csv::{ByteRecord, ReaderBuilder, Terminator};

use crate::{Batch, Map, Parsed};
use columns::Columns;
use guard::Guarded;
use person::Person;

pub use clock::Order;
pub(crate) use clock::read_in as read_time;
pub(crate) use columns::delimiter;
pub use error::TableError;

/// Most columns that a table may have.
pub(crate) const COLUMNS_MAX: usize = 10_000;
/// So many facts of a table make a batch: as many as a processor holds close at hand.
const BATCH_ROWS: usize = 1024;
/// Most rows that a table may have.
const ROWS_MAX: u64 = 20_000_000;

/// Reads a table as the facts of one person.
///
/// Bad cells reject their row and stand in the ledger with line and column; the caller decides
/// whether the rest is kept. Facts carry keys that depend on what the rows say and not on the
/// file, so that reading the same or a longer file again gives the same keys.
///
/// # Errors
/// [`TableError`] when the file as a whole is not a table that fits the map.
pub fn parse_table<R: Read>(reader: R, map: &Map) -> Result<Parsed, TableError> {
    let mut table = Table::open(reader, map, None)?;
    let mut person = Person::new(map, "");
    while let Some(line) = table.next()? {
        person.row(map, &table.columns, &table.row, line);
    }
    Ok(person.finish(map, table.digest()))
}

/// A table that is being read as the facts of one person, batch by batch.
pub struct TableReading<R: Read> {
    map: Map,
    table: Table<R>,
    person: Person,
    digest: [u8; 32],
}

impl<R: Read> TableReading<R> {
    /// Begins to read. `digest` is that of the whole file: see [`crate::digest_of`].
    ///
    /// # Errors
    /// [`TableError`] when the file is not a table that fits the map.
    pub fn begin(reader: R, map: Map, digest: [u8; 32]) -> Result<Self, TableError> {
        let (head, rest) = guard::read_head(reader)?;
        let delimiter = delimiter(&head);
        let table = Table::of(Guarded::without_digest(head, rest), delimiter, (&map, None))?;
        Ok(Self {
            person: Person::of_file(&map, digest),
            map,
            table,
            digest,
        })
    }

    /// The next full batch; `None` when only the end is left.
    ///
    /// # Errors
    /// As [`parse_table`].
    pub fn next_batch(&mut self) -> Result<Option<Batch>, TableError> {
        while let Some(line) = self.table.next()? {
            let (columns, row) = (&self.table.columns, &self.table.row);
            self.person.row(&self.map, columns, row, line);
            if self.person.n_waiting() >= BATCH_ROWS {
                return Ok(Some(self.person.batch(&self.map, self.digest)));
            }
        }
        Ok(None)
    }

    /// How many cells were wrong so far.
    #[must_use]
    pub const fn n_rejected(&self) -> u64 {
        self.person.n_rejected()
    }

    /// What is left after the batches, with the ledger of everything.
    #[must_use]
    pub fn finish(self) -> Parsed {
        self.person.finish(&self.map, self.digest)
    }
}

/// Reads a table as the facts of many people, told apart by a column; in order of appearance.
///
/// The people of a table share its digest. Otherwise as [`parse_table`].
///
/// # Errors
/// [`TableError`], also when a row names nobody.
pub fn parse_table_by<R: Read>(
    reader: R,
    map: &Map,
    id_column: &str,
) -> Result<Vec<(String, Parsed)>, TableError> {
    let mut table = Table::open(reader, map, Some(id_column))?;
    let mut people: Vec<(String, Person)> = Vec::new();
    let mut by_id: HashMap<String, usize> = HashMap::new();
    let id_idx = table.columns.id.unwrap_or(0);
    while let Some(line) = table.next()? {
        let id = std::str::from_utf8(table.row.get(id_idx).unwrap_or_default())
            .unwrap_or_default()
            .trim();
        if id.is_empty() {
            return Err(TableError::NoId {
                line,
                column: id_column.to_owned(),
            });
        }
        let idx = match by_id.get(id) {
            Some(idx) => *idx,
            None => {
                by_id.insert(id.to_owned(), people.len());
                people.push((id.to_owned(), Person::new(map, id)));
                people.len() - 1
            }
        };
        if let Some((_, person)) = people.get_mut(idx) {
            person.row(map, &table.columns, &table.row, line);
        }
    }
    let digest = table.digest();
    Ok((people.into_iter())
        .map(|(id, person)| (id, person.finish(map, digest)))
        .collect())
}

/// A table that is being read, with the row that was read last.
struct Table<R: Read> {
    reader: csv::Reader<Guarded<R>>,
    columns: Columns,
    row: ByteRecord,
    n_rows: u64,
    /// The line at which the reader stood before the row.
    line_before: u64,
}

impl<R: Read> Table<R> {
    fn open(reader: R, map: &Map, id_column: Option<&str>) -> Result<Self, TableError> {
        let (head, rest) = guard::read_head(reader)?;
        let delimiter = delimiter(&head);
        Self::of(Guarded::new(head, rest), delimiter, (map, id_column))
    }

    fn of(
        guarded: Guarded<R>,
        delimiter: u8,
        (map, id_column): (&Map, Option<&str>),
    ) -> Result<Self, TableError> {
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            // Carriage returns are trimmed here, so that lines are counted right.
            .terminator(Terminator::Any(b'\n'))
            .from_reader(guarded);
        let mut heading = ByteRecord::new();
        read(&mut reader, &mut heading)?;
        if heading.len() > COLUMNS_MAX {
            return Err(TableError::TooManyColumns {
                n: heading.len(),
                max: COLUMNS_MAX,
            });
        }
        let columns = Columns::find(&heading, map, id_column)?;
        Ok(Self {
            reader,
            columns,
            row: ByteRecord::new(),
            n_rows: 0,
            line_before: 0,
        })
    }

    /// Reads the next row and gives its line; `None` at the end.
    fn next(&mut self) -> Result<Option<u32>, TableError> {
        loop {
            self.line_before = self.reader.position().line();
            if !read(&mut self.reader, &mut self.row)? {
                return if self.n_rows == 0 {
                    Err(TableError::OnlyHeading)
                } else {
                    Ok(None)
                };
            }
            let is_blank = self.row.len() == 1
                && self.columns.n > 1
                && self.row.as_slice().trim_ascii().is_empty();
            if !is_blank {
                break;
            }
        }
        let line = self.line();
        if self.row.len() != self.columns.n {
            return Err(TableError::Ragged {
                line,
                n: self.row.len(),
                n_heading: self.columns.n,
            });
        }
        self.n_rows += 1;
        if self.n_rows > ROWS_MAX {
            return Err(TableError::TooManyRows { max: ROWS_MAX });
        }
        Ok(Some(line))
    }

    /// The line on which the row last read begins.
    fn line(&self) -> u32 {
        let position = self.reader.position();
        let (n_bytes, last_byte) = self.reader.get_ref().handed_on();
        let text = self.row.as_slice();
        // The reader stands behind the line break, except after a last row without one.
        let is_open = last_byte != b'\n' || text.ends_with(b"\n");
        let is_last = position.byte() == n_bytes && is_open;
        let last = position.line() - u64::from(!is_last);
        // A row that took one line to its break has no other to look for.
        let n_breaks = match position.line() - self.line_before {
            1 if !is_last => 0,
            _ => text.iter().filter(|b| **b == b'\n').count(),
        };
        let first = last.saturating_sub(u64::try_from(n_breaks).unwrap_or(0));
        u32::try_from(first).unwrap_or(u32::MAX)
    }

    fn digest(self) -> [u8; 32] {
        self.reader.into_inner().digest().unwrap_or_default()
    }
}

fn read<R: Read>(
    reader: &mut csv::Reader<Guarded<R>>,
    row: &mut ByteRecord,
) -> Result<bool, TableError> {
    match reader.read_byte_record(row) {
        Ok(is_row) => {
            reader.get_mut().start_row();
            Ok(is_row)
        }
        Err(error) => {
            Err((reader.get_mut().take_fault())
                .unwrap_or_else(|| TableError::Read(error.to_string())))
        }
    }
}
