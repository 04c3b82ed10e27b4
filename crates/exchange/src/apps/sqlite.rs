//! Rows of the tables of a database file, read as a stream from its first page to its last, several
//! times over: the pages of one table lie anywhere. Refuses to hold a database, to run a word of SQL,
//! and to follow a page twice.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{ErrorKind, Read, SeekFrom};

use super::AppFileError;
use super::importer::{Archive, ReadSeek};

/// Most bytes of pages that tell which tables there are.
const SCHEMA_BYTES_MAX: usize = 8 << 20;
/// Most tables of a database.
const TABLES_MAX: usize = 2000;
/// Most pages of a database; 16 GiB of the usual ones have a quarter.
const PAGES_MAX: u32 = 1 << 24;
/// Bytes before the tree of the first page.
const HEAD_BYTES: usize = 100;

/// Takes a page with its number, and says whether another one is wanted.
type Taker<'t> = dyn FnMut(u32, &[u8]) -> Result<bool, AppFileError> + 't;

/// Where a database lies.
pub(super) enum Place<'p, 'z> {
    File(&'p mut dyn ReadSeek),
    /// A part of an archive.
    Part(&'p mut Archive<'z>, usize),
}

impl Place<'_, '_> {
    /// Hands out every page with its number, from 1, until `page` says that it is enough.
    fn pages(&mut self, page: &mut Taker<'_>) -> Result<(), AppFileError> {
        match self {
            Self::File(file) => {
                (file.seek(SeekFrom::Start(0))).map_err(|e| AppFileError::Read(e.to_string()))?;
                pages_of(file, page)
            }
            Self::Part(zip, idx) => pages_of(&mut zip.part(*idx)?, page),
        }
    }
}

fn pages_of<R: Read + ?Sized>(reader: &mut R, page: &mut Taker<'_>) -> Result<(), AppFileError> {
    let mut first = [0u8; HEAD_BYTES];
    if !fill(reader, &mut first)? {
        return Err(broken("no database"));
    }
    let size = page_size(&first)?;
    let mut bytes = vec![0u8; size];
    let (head, rest) = bytes.split_at_mut(HEAD_BYTES);
    head.copy_from_slice(&first);
    let mut is_whole = fill(reader, rest)?;
    let mut number = 1;
    while is_whole {
        if number > PAGES_MAX {
            return Err(AppFileError::TooMuch("pages"));
        }
        if !page(number, &bytes)? {
            return Ok(());
        }
        number += 1;
        is_whole = fill(reader, &mut bytes)?;
    }
    Ok(())
}

/// Fills all of `bytes`; `false` at the end of the file.
fn fill<R: Read + ?Sized>(reader: &mut R, bytes: &mut [u8]) -> Result<bool, AppFileError> {
    match reader.read_exact(bytes) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(AppFileError::Read(error.to_string())),
    }
}

fn broken(what: &str) -> AppFileError {
    AppFileError::Broken {
        what: format!("a database that cannot be read: {what}"),
        at: 0,
    }
}

fn page_size(head: &[u8]) -> Result<usize, AppFileError> {
    if !head.starts_with(b"SQLite format 3\0") {
        return Err(broken("another beginning"));
    }
    match two(head, 16) {
        Some(1) => Ok(65_536),
        Some(size) if size >= 512 && size.is_power_of_two() => Ok(size),
        _ => Err(broken("pages of no size")),
    }
}

fn two(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at..at + 2)? {
        [a, b] => Some(usize::from(*a) << 8 | usize::from(*b)),
        _ => None,
    }
}

fn four(bytes: &[u8], at: usize) -> Option<u32> {
    match bytes.get(at..at + 4)? {
        [a, b, c, d] => Some(u32::from_be_bytes([*a, *b, *c, *d])),
        _ => None,
    }
}

/// A number of one to nine bytes, and how many it has.
fn varint(bytes: &[u8]) -> Option<(u64, usize)> {
    let mut number: u64 = 0;
    for (idx, byte) in bytes.iter().take(9).enumerate() {
        if idx == 8 {
            return Some((number << 8 | u64::from(*byte), 9));
        }
        number = number << 7 | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((number, idx + 1));
        }
    }
    None
}

/// One page of the tree of a table.
enum Page<'b> {
    /// Pages below it.
    Inner(Vec<u32>),
    /// Rows: where each begins.
    Leaf(Vec<&'b [u8]>),
    Other,
}

impl<'b> Page<'b> {
    fn of(number: u32, bytes: &'b [u8]) -> Self {
        let at = if number == 1 { HEAD_BYTES } else { 0 };
        let Some((kind, n_cells)) = bytes.get(at).zip(two(bytes, at + 3)) else {
            return Self::Other;
        };
        let starts = |from: usize| {
            let pointers = (0..n_cells).map(move |idx| two(bytes, from + 2 * idx));
            pointers.flatten().filter_map(|start| bytes.get(start..))
        };
        match kind {
            0x05 => {
                let mut below: Vec<u32> =
                    starts(at + 12).filter_map(|cell| four(cell, 0)).collect();
                below.extend(four(bytes, at + 8));
                Self::Inner(below)
            }
            0x0d => Self::Leaf(starts(at + 8).collect()),
            _ => Self::Other,
        }
    }
}

/// One value of a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Cell<'b> {
    Whole(i64),
    Real(f64),
    Text(&'b str),
    /// Nothing, bytes, or what lies on another page.
    None,
}

/// One row.
pub(super) struct Row<'b> {
    /// The number that every row has.
    pub id: i64,
    /// Values in the order of the columns that are kept; later ones may be missing.
    cells: Vec<Cell<'b>>,
}

impl<'b> Row<'b> {
    /// A value by its place; `None` where it stands for nothing.
    pub fn cell(&self, idx: usize) -> Cell<'b> {
        self.cells.get(idx).copied().unwrap_or(Cell::None)
    }

    /// Reads a row from where it begins on its page.
    fn of(cell: &'b [u8], usable: usize) -> Option<Self> {
        let (length, n) = varint(cell)?;
        let length = usize::try_from(length).ok()?;
        let (id, m) = varint(cell.get(n..)?)?;
        #[allow(clippy::cast_possible_wrap)] // Numbers of rows may be below zero.
        let id = id as i64;
        let here = cell.get(n + m..)?;
        let here = here.get(..local(length, usable)).unwrap_or(here);
        let (header, n) = varint(here)?;
        let header = usize::try_from(header).ok()?;
        let mut kinds = here.get(n..header.min(here.len()))?;
        let mut values = here.get(header..).unwrap_or_default();
        let mut cells = Vec::new();
        while let Some((kind, n)) = varint(kinds) {
            kinds = kinds.get(n..).unwrap_or_default();
            let size = size_of(kind)?;
            // What goes on beyond this page is left there.
            let (value, rest) = values.split_at_checked(size).unwrap_or((&[], &[]));
            let is_cut = value.len() < size;
            cells.push(if is_cut {
                Cell::None
            } else {
                value_of(kind, value)
            });
            values = if is_cut { &[] } else { rest };
        }
        Some(Self { id, cells })
    }
}

/// How many bytes of a row lie on its own page.
const fn local(length: usize, usable: usize) -> usize {
    let max = usable.saturating_sub(35);
    if length <= max {
        return length;
    }
    let min = (usable.saturating_sub(12) * 32 / 255).saturating_sub(23);
    let over = match usable.checked_sub(4) {
        Some(step) if step > 0 => min + (length.saturating_sub(min)) % step,
        _ => min,
    };
    if over <= max { over } else { min }
}

fn size_of(kind: u64) -> Option<usize> {
    Some(match kind {
        0 | 8 | 9 => 0,
        1..=4 => usize::try_from(kind).ok()?,
        5 => 6,
        6 | 7 => 8,
        10 | 11 => return None,
        long => usize::try_from((long - 12) / 2).ok()?,
    })
}

fn value_of(kind: u64, value: &[u8]) -> Cell<'_> {
    match kind {
        1..=6 => {
            let first = value.first().copied().unwrap_or_default();
            let sign: i64 = if first & 0x80 == 0 { 0 } else { -1 };
            Cell::Whole(
                value
                    .iter()
                    .fold(sign, |sum, byte| sum << 8 | i64::from(*byte)),
            )
        }
        7 => {
            let bytes = <[u8; 8]>::try_from(value).unwrap_or_default();
            Cell::Real(f64::from_be_bytes(bytes))
        }
        8 => Cell::Whole(0),
        9 => Cell::Whole(1),
        text if text >= 13 && text % 2 == 1 => {
            std::str::from_utf8(value).map_or(Cell::None, Cell::Text)
        }
        _ => Cell::None,
    }
}

/// One table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    /// In lower case.
    pub name: String,
    root: u32,
    /// Columns that rows hold, in their order; in lower case.
    columns: Vec<String>,
    /// The column that is the number of the row itself.
    row_id: Option<usize>,
}

impl Table {
    /// Where a column stands.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }

    /// Says whether a column is the number of the row itself.
    pub fn is_row_id(&self, idx: usize) -> bool {
        self.row_id == Some(idx)
    }
}

/// A database of which the tables are known.
pub(super) struct Database<'d, 'p, 'z> {
    place: &'d mut Place<'p, 'z>,
    /// All of its tables.
    pub tables: Vec<Table>,
    /// Bytes of a page without those that are kept free.
    usable: usize,
}

impl<'d, 'p, 'z> Database<'d, 'p, 'z> {
    /// Reads which tables there are; the pages that tell it stand early in most files.
    pub fn open(place: &'d mut Place<'p, 'z>) -> Result<Self, AppFileError> {
        let mut wanted = BTreeSet::from([1u32]);
        let (mut known, mut usable) = (BTreeSet::new(), 0);
        let (mut tables, mut n_bytes) = (Vec::new(), 0usize);
        while let Some(last) = wanted.last().copied() {
            let mut next = BTreeSet::new();
            place.pages(&mut |number, bytes| {
                if number == 1 {
                    usable = usable_of(bytes)?;
                }
                if wanted.contains(&number) && known.insert(number) {
                    n_bytes += bytes.len();
                    match Page::of(number, bytes) {
                        Page::Inner(below) => next.extend(below),
                        Page::Leaf(cells) => tables
                            .extend(cells.into_iter().filter_map(|cell| table_of(cell, usable))),
                        Page::Other => return Err(broken("no list of tables")),
                    }
                }
                if n_bytes > SCHEMA_BYTES_MAX || tables.len() > TABLES_MAX {
                    return Err(AppFileError::TooMuch("tables"));
                }
                Ok(number < last)
            })?;
            wanted = next.difference(&known).copied().collect();
        }
        Ok(Self {
            place,
            tables,
            usable,
        })
    }

    /// Hands out the rows of the tables that `is_wanted`, with the place of their table, in the order
    /// of the file; counts those of the others.
    pub fn rows(
        &mut self,
        is_wanted: impl Fn(&Table) -> bool,
        row: &mut dyn FnMut(usize, &Table, &Row<'_>) -> Result<(), AppFileError>,
    ) -> Result<BTreeMap<String, u64>, AppFileError> {
        let of_page = self.owners()?;
        let wanted: Vec<bool> = self.tables.iter().map(is_wanted).collect();
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        let (tables, usable) = (&self.tables, self.usable);
        self.place.pages(&mut |number, bytes| {
            let owner = owner_of(&of_page, number);
            let (Some(idx), Page::Leaf(cells)) = (owner, Page::of(number, bytes)) else {
                return Ok(true);
            };
            let (Some(table), Some(is_wanted)) = (tables.get(idx), wanted.get(idx)) else {
                return Ok(true);
            };
            if !is_wanted {
                *counts.entry(table.name.clone()).or_default() += cells.len() as u64;
                return Ok(true);
            }
            for cell in cells {
                if let Some(one) = Row::of(cell, usable) {
                    row(idx, table, &one)?;
                }
            }
            Ok(true)
        })?;
        Ok(counts)
    }

    /// The table of each page, as its place and one more; 0 where a page belongs to none.
    fn owners(&mut self) -> Result<Vec<u16>, AppFileError> {
        let mut below: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        let (mut n_pages, mut n_told, mut n_below) = (0u32, 0, 0usize);
        self.place.pages(&mut |number, bytes| {
            n_pages = number;
            if number == 1 {
                n_told = pages_told(bytes);
            }
            if let Page::Inner(pages) = Page::of(number, bytes) {
                n_below += pages.len();
                below.insert(number, pages);
            }
            // Pages that no tree names may look like any; there cannot be many more than pages.
            if n_below > 4 * usize::try_from(number).unwrap_or(0) + 65_536 {
                return Err(broken("a tree without end"));
            }
            Ok(true)
        })?;
        if n_pages < n_told {
            return Err(broken("it ends too early"));
        }
        let mut of_page = vec![0u16; usize::try_from(n_pages).unwrap_or(0) + 1];
        for (idx, table) in self.tables.iter().enumerate() {
            let tag = u16::try_from(idx + 1).unwrap_or(u16::MAX);
            let mut open = vec![table.root];
            while let Some(page) = open.pop() {
                let place = usize::try_from(page)
                    .ok()
                    .and_then(|at| of_page.get_mut(at));
                // A page of two trees, or of a circle, belongs to the first.
                if let Some(place) = place.filter(|tag| **tag == 0) {
                    *place = tag;
                    open.extend(below.get(&page).into_iter().flatten());
                }
            }
        }
        Ok(of_page)
    }
}

fn owner_of(of_page: &[u16], number: u32) -> Option<usize> {
    let tag = of_page.get(usize::try_from(number).ok()?)?;
    usize::from(*tag).checked_sub(1)
}

/// How many pages the first one says that there are; 0 where an old program left that out.
fn pages_told(first: &[u8]) -> u32 {
    let is_kept = four(first, 24) == four(first, 92);
    four(first, 28).filter(|_| is_kept).unwrap_or(0)
}

/// Bytes of a page that trees may use; the text has to be UTF-8.
fn usable_of(first: &[u8]) -> Result<usize, AppFileError> {
    let kept = usize::from(first.get(20).copied().unwrap_or_default());
    let usable = first.len().checked_sub(kept).filter(|n| *n >= 480);
    match (usable, four(first, 56)) {
        (Some(usable), Some(0 | 1)) => Ok(usable),
        (Some(_), _) => Err(broken("text in UTF-16")),
        (None, _) => Err(broken("pages of no size")),
    }
}

/// The table that a row of the list of tables describes.
fn table_of(cell: &[u8], usable: usize) -> Option<Table> {
    let row = Row::of(cell, usable)?;
    let (Cell::Text("table"), Cell::Text(name)) = (row.cell(0), row.cell(1)) else {
        return None;
    };
    let Cell::Whole(root) = row.cell(3) else {
        return None;
    };
    // A description that goes on beyond its page names no columns.
    let text = match row.cell(4) {
        Cell::Text(text) => text,
        _ => "",
    };
    if text.to_lowercase().contains("without rowid") {
        return None;
    }
    let (columns, row_id) = columns(text);
    Some(Table {
        name: name.to_lowercase(),
        root: u32::try_from(root).ok().filter(|root| *root > 1)?,
        columns,
        row_id,
    })
}

/// The columns that rows hold, and which of them is the number of the row.
fn columns(text: &str) -> (Vec<String>, Option<usize>) {
    let (mut names, mut row_id) = (Vec::new(), None);
    let inner = text.split_once('(').map_or("", |(_, inner)| inner);
    for column in split(inner) {
        let lower = column.trim().to_lowercase();
        let mut words = lower.split_whitespace();
        let name = words.next().unwrap_or_default();
        let name = name.trim_matches(|c| matches!(c, '"' | '`' | '[' | ']' | '\''));
        let is_rule = ["primary", "unique", "foreign", "check", "constraint"].contains(&name)
            || name.starts_with("unique(")
            || name.starts_with("check(");
        // What is calculated when it is read is not written.
        let is_written = !lower.contains(" as (") || lower.contains(" stored");
        if is_rule || name.is_empty() || !is_written {
            continue;
        }
        if lower.contains("integer primary key") {
            row_id = Some(names.len());
        }
        names.push(name.to_owned());
    }
    (names, row_id)
}

/// Parts between commas outside brackets and quotation marks, up to the last bracket.
fn split(inner: &str) -> Vec<&str> {
    let (mut parts, mut from, mut depth, mut quote) = (Vec::new(), 0, 0u32, None);
    for (at, c) in inner.char_indices() {
        match (quote, c) {
            (Some(mark), c) => quote = (mark != c).then_some(mark),
            (None, '"' | '\'' | '`') => quote = Some(c),
            (None, '(') => depth += 1,
            (None, ')') if depth == 0 => {
                parts.extend(inner.get(from..at));
                return parts;
            }
            (None, ')') => depth -= 1,
            (None, ',') if depth == 0 => {
                parts.extend(inner.get(from..at));
                from = at + 1;
            }
            _ => {}
        }
    }
    parts
}
