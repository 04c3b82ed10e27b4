//! The course for feeling unreal: short units in a fixed order, each with one small task. Refuses a unit
//! without a sheet and a course without a source.

use serde::Deserialize;
use toml::Spanned;

use crate::header::HeaderFile;
use crate::language::PerLanguage;
use crate::overlay::read_spoken;
use crate::page::Page;
use crate::strategy::{SourceTable, read_source};
use crate::{CardSource, ContentError, Grade, Header, sheets, strategies};

pub(crate) const FILE: &str = "course.toml";
pub(crate) const TEXT: &str = include_str!("../../../content/course.toml");

/// One unit: a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its place, from 1; also its address.
    pub number: u16,
    /// Stable id.
    pub id: String,
    /// What it is called.
    pub heading: String,
    /// What it says, in paragraphs.
    pub text: Vec<String>,
    /// The one thing to do.
    pub task: String,
    /// The sheet to write on.
    pub sheet: String,
    /// A strategy that goes with it.
    pub strategy: Option<String>,
}

/// The course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// What the file says about itself.
    pub header: Header,
    /// What was found about help in this order.
    pub evidence: String,
    /// How near that is to numbness.
    pub grade: Grade,
    /// The units in order.
    pub units: Vec<Unit>,
    /// Where it comes from; at least one.
    pub sources: Vec<CardSource>,
}

impl Course {
    /// Every text with a name for its place.
    pub fn texts(&self) -> impl Iterator<Item = (String, &str)> {
        let of_unit = |unit: &'_ Unit| format!("course.{}", unit.id);
        let units = self.units.iter().flat_map(move |unit| {
            let ends = [unit.heading.as_str(), unit.task.as_str()].into_iter();
            let texts = ends.chain(unit.text.iter().map(String::as_str));
            texts.map(move |text| (of_unit(unit), text))
        });
        std::iter::once(("course.evidence".to_owned(), self.evidence.as_str())).chain(units)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CourseFile {
    header: HeaderFile,
    course: CourseTable,
    unit: Vec<UnitTable>,
    source: Vec<SourceTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CourseTable {
    evidence: Spanned<String>,
    grade: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitTable {
    number: Spanned<u16>,
    id: Spanned<String>,
    heading: Spanned<String>,
    text: Vec<Spanned<String>>,
    task: Spanned<String>,
    sheet: Spanned<String>,
    strategy: Option<Spanned<String>>,
}

/// Gives the course.
///
/// # Errors
/// [`ContentError`] when the built-in file is wrong, which a test rules out.
pub fn course() -> Result<&'static Course, ContentError> {
    static ALL: PerLanguage<Result<Course, ContentError>> = PerLanguage::new();
    ALL.get(|| read_spoken(FILE, TEXT, parse_course))
        .as_ref()
        .map_err(Clone::clone)
}

/// Reads the course from the text of a file.
///
/// # Errors
/// [`ContentError::Line`] naming the line of the first thing wrong.
pub fn parse_course(text: &str) -> Result<Course, ContentError> {
    let page = Page {
        name: FILE.to_owned(),
        text,
    };
    let read: CourseFile = toml::from_str(text).map_err(|error| page.unread(&error))?;
    if read.source.is_empty() {
        return Err(page.error(&read.course.evidence, "it has no source"));
    }
    let units = read.unit.iter().enumerate();
    let units = units.map(|(idx, unit)| read_unit(&page, idx, unit));
    let sources = read.source.iter().map(|source| read_source(&page, source));
    Ok(Course {
        header: Header::from_file(FILE, read.header)?,
        evidence: page.plain(&read.course.evidence)?,
        grade: page.one_of(&read.course.grade, "grade", &Grade::ALL)?,
        units: units.collect::<Result<_, _>>()?,
        sources: sources.collect::<Result<_, _>>()?,
    })
}

fn read_unit(page: &Page<'_>, idx: usize, unit: &UnitTable) -> Result<Unit, ContentError> {
    if usize::from(*unit.number.as_ref()) != idx + 1 {
        let why = "the units stand in order, from 1";
        return Err(page.error_at(unit.number.span().start, why));
    }
    if sheets()?.find(unit.sheet.as_ref()).is_none() {
        return Err(page.error(&unit.sheet, "there is no such sheet"));
    }
    if let Some(strategy) = &unit.strategy
        && !strategies()?.iter().any(|one| one.id == *strategy.as_ref())
    {
        return Err(page.error(strategy, "there is no such strategy"));
    }
    let text = unit.text.iter().map(|line| page.plain(line));
    Ok(Unit {
        number: *unit.number.as_ref(),
        id: page.plain(&unit.id)?,
        heading: page.plain(&unit.heading)?,
        text: text.collect::<Result<_, _>>()?,
        task: page.plain(&unit.task)?,
        sheet: page.plain(&unit.sheet)?,
        strategy: unit
            .strategy
            .as_ref()
            .map(|id| page.plain(id))
            .transpose()?,
    })
}
