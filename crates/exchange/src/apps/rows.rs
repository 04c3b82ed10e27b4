//! Rows of a table that another program wrote, with columns told by their names. Refuses what is
//! no text, and hands rows of another length on: some programs write a separator too many.

use std::io::Read;

use csv::{ByteRecord, ReaderBuilder, Terminator};

use super::AppFileError;
use crate::TableError;
use crate::table::delimiter;
use crate::table::guard::{Guarded, read_head};

/// Most columns of a table.
const COLUMNS_MAX: usize = 10_000;

/// Rows of a table.
pub(super) struct Rows<R: Read> {
    reader: csv::Reader<Guarded<R>>,
    heading: Vec<String>,
    row: ByteRecord,
    n_rows: u64,
}

impl<R: Read> Rows<R> {
    pub fn open(reader: R, delimiter: u8) -> Result<Self, AppFileError> {
        let (head, rest) = read_head(reader)?;
        Self::begin(head, rest, delimiter)
    }

    /// The same with the mark between columns that the heading shows.
    pub fn open_any(reader: R) -> Result<Self, AppFileError> {
        let (head, rest) = read_head(reader)?;
        let mark = delimiter(&head);
        Self::begin(head, rest, mark)
    }

    fn begin(head: Vec<u8>, rest: R, delimiter: u8) -> Result<Self, AppFileError> {
        let reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .terminator(Terminator::Any(b'\n'))
            .from_reader(Guarded::without_digest(head, rest));
        let mut rows = Self {
            reader,
            heading: Vec::new(),
            row: ByteRecord::new(),
            n_rows: 0,
        };
        if rows.read()? {
            let n = rows.row.len();
            if n > COLUMNS_MAX {
                return Err(TableError::TooManyColumns {
                    n,
                    max: COLUMNS_MAX,
                }
                .into());
            }
            rows.take_heading();
        }
        Ok(rows)
    }

    /// Takes the row that was read last for the heading of what follows.
    pub fn take_heading(&mut self) {
        let n = self.row.len().min(COLUMNS_MAX);
        self.heading = (0..n).map(|idx| self.cell(idx).to_lowercase()).collect();
    }

    /// The names of the columns, in lower case.
    pub fn heading(&self) -> &[String] {
        &self.heading
    }

    /// How many cells the row has.
    pub fn n_cells(&self) -> usize {
        self.row.len()
    }

    /// Where a column stands; `name` in lower case.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.heading.iter().position(|other| other == name)
    }

    /// The name of a column, in lower case; empty where there is none.
    pub fn name(&self, idx: usize) -> &str {
        self.heading.get(idx).map_or("", String::as_str)
    }

    /// Where the first column of this name stands, whatever stands before the last dot of it.
    pub fn find_last(&self, name: &str) -> Option<usize> {
        let last = |other: &String| other.rsplit('.').next() == Some(name);
        self.heading.iter().position(last)
    }

    /// The same for a column that has to be there.
    pub fn need(&self, name: &'static str) -> Result<usize, AppFileError> {
        self.find(name).ok_or(AppFileError::MissingColumn(name))
    }

    /// Goes to the next row that holds anything, and gives its place: the heading is 1.
    pub fn next(&mut self) -> Result<Option<u32>, AppFileError> {
        while self.read()? {
            self.n_rows += 1;
            if !self.row.as_slice().trim_ascii().is_empty() {
                return Ok(Some(u32::try_from(self.n_rows + 1).unwrap_or(u32::MAX)));
            }
        }
        Ok(None)
    }

    /// A cell of the row without the space around it; empty where the row has no such cell.
    pub fn cell(&self, idx: usize) -> &str {
        let bytes = self.row.get(idx).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default().trim()
    }

    /// The same for a column that not every version writes.
    pub fn maybe(&self, idx: Option<usize>) -> &str {
        idx.map_or("", |idx| self.cell(idx))
    }

    /// How many rows were read.
    pub const fn n_rows(&self) -> u64 {
        self.n_rows
    }

    fn read(&mut self) -> Result<bool, AppFileError> {
        match self.reader.read_byte_record(&mut self.row) {
            Ok(is_row) => {
                self.reader.get_mut().start_row();
                Ok(is_row)
            }
            Err(error) => {
                let fault = self.reader.get_mut().take_fault();
                Err(fault
                    .unwrap_or_else(|| TableError::Read(error.to_string()))
                    .into())
            }
        }
    }
}
