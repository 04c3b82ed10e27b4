//! Says why a file as a whole is not read as a table. Refuses to go on with half of it.

use crate::Format;

/// Says why a file as a whole is not read as a table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// A heading and no rows.
    #[error("the file has a heading and no rows")]
    OnlyHeading,
    /// Not a text table.
    #[error("this is {}, not a table", .0.name())]
    NotATable(Format),
    /// A byte that stands in no text.
    #[error("line {line} holds a zero byte, which stands in no text")]
    Nul {
        /// Line of the file.
        line: u64,
    },
    /// Text in another encoding.
    #[error("line {line} is not written in UTF-8")]
    NotUtf8 {
        /// Line of the file.
        line: u64,
    },
    /// A row that is longer than any row should be.
    #[error("the row at line {line} is longer than {max} bytes")]
    RowTooLong {
        /// Line of the file.
        line: u64,
        /// Most bytes of a row.
        max: u64,
    },
    /// Line ends of old Macs.
    #[error("the lines end with a carriage return alone, as on old Macs")]
    OldMacLines,
    /// More columns than any table should have.
    #[error("the heading has {n} columns; at most {max} are read")]
    TooManyColumns {
        /// How many it has.
        n: usize,
        /// How many are read.
        max: usize,
    },
    /// More rows than are read.
    #[error("the table has more than {max} rows")]
    TooManyRows {
        /// How many are read.
        max: u64,
    },
    /// The map names a column that the heading does not have.
    #[error(
        "the table has no column \"{column}\"{}; its columns are {columns}",
        .did_you_mean.as_ref().map(|name| format!("; did you mean \"{name}\"?")).unwrap_or_default()
    )]
    MissingColumn {
        /// Which column.
        column: String,
        /// The nearest name in the heading.
        did_you_mean: Option<String>,
        /// The columns of the table, in words.
        columns: String,
    },
    /// The heading has a column of the map more than once.
    #[error("the heading has the column \"{column}\" twice")]
    ColumnTwice {
        /// Which column.
        column: String,
    },
    /// A row with more or fewer cells than the heading.
    #[error("line {line} has {n} cells, the heading has {n_heading}")]
    Ragged {
        /// Line of the file.
        line: u32,
        /// Cells of that line.
        n: usize,
        /// Cells of the heading.
        n_heading: usize,
    },
    /// A row that names nobody.
    #[error("line {line} names nobody in the column \"{column}\"")]
    NoId {
        /// Line of the file.
        line: u32,
        /// The column of names.
        column: String,
    },
    /// The file could not be read to its end.
    #[error("the file could not be read: {0}")]
    Read(String),
}

impl TableError {
    /// What to do about it.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Empty | Self::OnlyHeading => "choose the file that holds the answers",
            Self::NotATable(Format::Zip) => {
                "open it in the program that made it and save it as CSV, in UTF-8"
            }
            Self::NotATable(Format::Utf16) | Self::NotUtf8 { .. } => {
                "save it again as CSV in UTF-8 (in a spreadsheet: \"CSV UTF-8\")"
            }
            Self::NotATable(_) => "choose a CSV file, or export one from the program that made it",
            Self::Nul { .. } => "the file may be damaged; export it again",
            Self::RowTooLong { .. } => "look for a quotation mark that is never closed",
            Self::OldMacLines => "save it again with line ends of today",
            Self::TooManyColumns { .. } => "keep the columns that the map names",
            Self::TooManyRows { .. } => "split the table",
            Self::MissingColumn { .. } => "correct the name in the map, or choose another file",
            Self::ColumnTwice { .. } => "give one of the two another name",
            Self::Ragged { .. } => {
                "look for a missing or extra separator, or a quotation mark that is never closed"
            }
            Self::NoId { .. } => "write in every row whose it is",
            Self::Read(_) => "check that the file is complete and may be read",
        }
    }
}
