//! Kinds of medicine of which people tell that feelings became faint. Refuses to say what to take, and
//! a kind without source, without limits or with a text that sounds surer than its evidence.

use serde::Deserialize;

use crate::card::{SourceTable, read_source};
use crate::header::HeaderFile;
use crate::language::PerLanguage;
use crate::overlay::read_spoken;
use crate::{CardSource, ContentError, Header, wording};

pub(crate) const FILE: &str = "medicines/classes.toml";
pub(crate) const TEXT: &str = include_str!("../../../content/medicines/classes.toml");

/// One kind of medicine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MedicineClass {
    /// Stable id.
    pub id: String,
    /// Its name, in plain words.
    pub name: String,
    begins: Vec<String>,
    /// The id of how strong the evidence is, from `content/wording.toml`.
    pub strength: String,
    /// What is known, in paragraphs.
    pub text: Vec<String>,
    /// What that can not say.
    pub limits: String,
    /// Where it comes from; at least one.
    pub sources: Vec<CardSource>,
}

impl MedicineClass {
    /// Whether a word of this name begins as the names of its medicines do.
    #[must_use]
    pub fn holds(&self, medicine: &str) -> bool {
        let medicine = medicine.to_lowercase();
        let mut words = medicine.split(|letter: char| !letter.is_alphanumeric());
        words.any(|word| self.begins.iter().any(|begin| word.starts_with(begin)))
    }

    /// Every text with a name for its place.
    pub fn texts(&self) -> impl Iterator<Item = (String, &str)> {
        let all = [&self.name, &self.limits].into_iter().chain(&self.text);
        all.map(|text| (format!("medicine.{}", self.id), text.as_str()))
    }
}

/// All kinds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MedicineClasses {
    /// What the file says about itself.
    pub header: Header,
    /// The kinds, in the order of the file.
    pub classes: Vec<MedicineClass>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    header: HeaderFile,
    class: Vec<Table>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    id: String,
    name: String,
    begins: Vec<String>,
    strength: String,
    text: Vec<String>,
    limits: String,
    source: Vec<SourceTable>,
}

/// Gives all kinds.
///
/// # Errors
/// [`ContentError`] when the built-in file is wrong, which a test rules out.
pub fn medicine_classes() -> Result<&'static MedicineClasses, ContentError> {
    static LIST: PerLanguage<Result<MedicineClasses, ContentError>> = PerLanguage::new();
    (LIST
        .get(|| read_spoken(FILE, TEXT, parse_medicine_classes))
        .as_ref())
    .map_err(Clone::clone)
}

/// Reads a file of kinds.
///
/// # Errors
/// [`ContentError`], first problem found.
pub fn parse_medicine_classes(text: &str) -> Result<MedicineClasses, ContentError> {
    let file: File = toml::from_str(text).map_err(|error| ContentError::File {
        file: FILE,
        why: error.to_string(),
    })?;
    let classes = file.class.into_iter().map(read).collect::<Result<_, _>>()?;
    Ok(MedicineClasses {
        header: Header::from_file(FILE, file.header)?,
        classes,
    })
}

fn read(table: Table) -> Result<MedicineClass, ContentError> {
    let sources = (table.source.into_iter())
        .map(|source| read_source(FILE, &table.id, source))
        .collect::<Result<Vec<_>, _>>()?;
    let class = MedicineClass {
        id: table.id,
        name: table.name,
        begins: table.begins,
        strength: table.strength,
        text: table.text,
        limits: table.limits,
        sources,
    };
    match why_wrong(&class)? {
        None => Ok(class),
        Some(why) => Err(ContentError::Entry {
            file: FILE,
            id: class.id,
            why,
        }),
    }
}

fn why_wrong(class: &MedicineClass) -> Result<Option<String>, ContentError> {
    let texts = || class.texts().map(|(_, text)| text);
    // Four letters: fewer would take in medicines of other kinds.
    let is_begin =
        |begin: &String| begin.len() >= 4 && begin.chars().all(|c| c.is_ascii_lowercase());
    if class.text.is_empty() || texts().any(|text| text.trim().is_empty()) {
        return Ok(Some("a kind has a name, a text and limits".to_owned()));
    }
    if class.begins.is_empty() || !class.begins.iter().all(is_begin) {
        return Ok(Some(
            "a beginning has four small letters or more".to_owned(),
        ));
    }
    if class.sources.is_empty() {
        return Ok(Some("it has no source".to_owned()));
    }
    let known = wording()?.strengths.iter().find(|s| s.id == class.strength);
    Ok(match known {
        None => Some(format!("there is no strength '{}'", class.strength)),
        Some(strength) => strength.why_unfit(texts()),
    })
}
