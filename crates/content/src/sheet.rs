//! Sheets that a person fills in: which fields there are and what each asks. Refuses a field twice and
//! more fields than a sheet of the record holds.

use serde::Deserialize;
use toml::Spanned;

use crate::header::HeaderFile;
use crate::language::PerLanguage;
use crate::overlay::read_spoken;
use crate::page::Page;
use crate::{ContentError, Header};

pub(crate) const FILE: &str = "sheets.toml";
pub(crate) const TEXT: &str = include_str!("../../../content/sheets.toml");

/// What a field takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// A line.
    Line,
    /// Some lines.
    Text,
    /// One of these, in their words.
    Choice(Vec<String>),
}

/// One field of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetField {
    /// Stable id.
    pub id: String,
    /// What it asks.
    pub label: String,
    /// What it takes.
    pub kind: FieldKind,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetForm {
    /// Stable id.
    pub id: String,
    /// What it is called.
    pub heading: String,
    /// Its fields in order.
    pub fields: Vec<SheetField>,
}

/// All sheets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheets {
    /// What the file says about itself.
    pub header: Header,
    /// The sheets.
    pub sheets: Vec<SheetForm>,
}

impl Sheets {
    /// One sheet by its id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&SheetForm> {
        self.sheets.iter().find(|sheet| sheet.id == id)
    }

    /// Every text with a name for its place.
    pub fn texts(&self) -> impl Iterator<Item = (String, &str)> {
        self.sheets.iter().flat_map(|sheet| {
            let heading = (format!("{}.heading", sheet.id), sheet.heading.as_str());
            let fields = sheet.fields.iter().flat_map(move |field| {
                let place = format!("{}.{}", sheet.id, field.id);
                let choices = match &field.kind {
                    FieldKind::Choice(choices) => choices.as_slice(),
                    FieldKind::Line | FieldKind::Text => &[],
                };
                let texts = [field.label.as_str()].into_iter();
                let texts = texts.chain(choices.iter().map(String::as_str));
                texts.map(move |text| (place.clone(), text))
            });
            std::iter::once(heading).chain(fields)
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SheetsFile {
    header: HeaderFile,
    sheet: Vec<SheetTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SheetTable {
    id: Spanned<String>,
    heading: Spanned<String>,
    field: Vec<FieldTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FieldTable {
    id: Spanned<String>,
    label: Spanned<String>,
    kind: Option<Spanned<String>>,
    choices: Option<Vec<Spanned<String>>>,
}

/// Gives all sheets.
///
/// # Errors
/// [`ContentError`] when the built-in file is wrong, which a test rules out.
pub fn sheets() -> Result<&'static Sheets, ContentError> {
    static ALL: PerLanguage<Result<Sheets, ContentError>> = PerLanguage::new();
    ALL.get(|| read_spoken(FILE, TEXT, parse_sheets))
        .as_ref()
        .map_err(Clone::clone)
}

/// Reads sheets from the text of a file.
///
/// # Errors
/// [`ContentError::Line`] naming the line of the first thing wrong.
pub fn parse_sheets(text: &str) -> Result<Sheets, ContentError> {
    let page = Page {
        name: FILE.to_owned(),
        text,
    };
    let read: SheetsFile = toml::from_str(text).map_err(|error| page.unread(&error))?;
    let mut sheets: Vec<SheetForm> = Vec::new();
    for table in &read.sheet {
        if sheets.iter().any(|sheet| sheet.id == *table.id.as_ref()) {
            return Err(page.error(&table.id, "this sheet stands twice"));
        }
        sheets.push(read_sheet(&page, table)?);
    }
    Ok(Sheets {
        header: Header::from_file(FILE, read.header)?,
        sheets,
    })
}

fn read_sheet(page: &Page<'_>, table: &SheetTable) -> Result<SheetForm, ContentError> {
    let mut fields: Vec<SheetField> = Vec::new();
    for field in &table.field {
        if fields.iter().any(|known| known.id == *field.id.as_ref()) {
            return Err(page.error(&field.id, "this field stands twice"));
        }
        fields.push(SheetField {
            id: page.plain(&field.id)?,
            label: page.plain(&field.label)?,
            kind: read_kind(page, field)?,
        });
    }
    if fields.is_empty() || fields.len() > record::Sheet::FIELDS_MAX {
        let why = format!("a sheet has 1 to {} fields", record::Sheet::FIELDS_MAX);
        return Err(page.error(&table.id, why));
    }
    Ok(SheetForm {
        id: page.plain(&table.id)?,
        heading: page.plain(&table.heading)?,
        fields,
    })
}

fn read_kind(page: &Page<'_>, field: &FieldTable) -> Result<FieldKind, ContentError> {
    match (&field.kind, &field.choices) {
        (Some(kind), None) => match kind.as_ref().as_str() {
            "line" => Ok(FieldKind::Line),
            "text" => Ok(FieldKind::Text),
            _ => Err(page.error(kind, "a field takes a line, a text or one of its choices")),
        },
        (None, Some(choices)) if choices.len() > 1 => {
            let choices = choices.iter().map(|choice| page.plain(choice));
            Ok(FieldKind::Choice(choices.collect::<Result<_, _>>()?))
        }
        _ => Err(page.error(&field.id, "a field has a kind, or two choices and more")),
    }
}
