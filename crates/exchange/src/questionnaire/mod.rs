//! Questionnaires of other people's formats: FHIR R4 and R5, OSD, ReproSchema, CamCOPS.
//!
//! A file gives one whole questionnaire or nothing. Nothing is fetched: what a file only points at is
//! named, and the questionnaire is refused where a question could not be asked without it.

mod camcops;
mod draft;
mod fhir;
mod osd;
mod reproschema;

use std::collections::BTreeMap;

use record::{FactKey, LocalDay, Questionnaire, QuestionnaireError, QuestionnaireFormat};
use serde_json::Value;
use sha2::{Digest, Sha256};

use draft::Draft;

/// Most bytes of a questionnaire file: two mebibytes.
pub const QUESTIONNAIRE_BYTES_MAX: usize = 2 << 20;

/// Says why a file gave no questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuestionnaireFileError {
    /// More bytes than are read.
    #[error("the file is larger than two mebibytes")]
    TooLarge,
    /// Cut short, changed, or nested without end.
    #[error("line {line}: this is not a whole file")]
    Shape {
        /// Line of the file; 0 where it cannot be told.
        line: usize,
    },
    /// None of the formats that are read.
    #[error("this is no questionnaire of a kind that is read here")]
    Unknown,
    /// A version that is laid out in another way.
    #[error("this is {0}, which is laid out in another way")]
    Version(String),
    /// A question or answer without something that it needs.
    #[error("{0}")]
    Part(String),
    /// The answers to a question lie elsewhere.
    #[error("the answers to '{item}' are not in the file, which only points at {at}")]
    AnswersElsewhere {
        /// Which item.
        item: String,
        /// The address that it names.
        at: String,
    },
    /// A triage tool for trained people.
    #[error("this form is made for trained people who stay with you while they ask it")]
    Triage,
    /// It cannot be asked.
    #[error(transparent)]
    Questionnaire(#[from] QuestionnaireError),
}

impl QuestionnaireFileError {
    /// What to do about it.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::TooLarge => "use a file that holds one questionnaire",
            Self::Shape { .. } => "use the file as it came, whole",
            Self::Unknown => {
                "read are FHIR questionnaires in JSON, OSD, ReproSchema and CamCOPS files"
            }
            Self::Version(_) => "ask for the questionnaire as FHIR R4 or R5",
            Self::AnswersElsewhere { .. } => {
                "nothing is fetched from other machines; ask for a file that has its answers inside"
            }
            Self::Triage => {
                "if thoughts of ending your life are with you, the page Help has people to talk to now"
            }
            Self::Part(_) | Self::Questionnaire(_) => {
                "nothing was kept; whoever made the file can correct it"
            }
        }
    }
}

/// What a file gave.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionnaireFile {
    /// The questionnaire, kept by nobody yet.
    pub questionnaire: Questionnaire,
    /// What was not taken or not understood, by what it is, with how often: counted, never guessed.
    pub unknown: BTreeMap<String, u64>,
    /// The version that the file names, where this program does not know it.
    pub unknown_version: Option<String>,
}

/// Says as what a questionnaire a file can be read; `None`: it is none.
#[must_use]
pub fn recognise_questionnaire(bytes: &[u8]) -> Option<QuestionnaireFormat> {
    if bytes.len() > QUESTIONNAIRE_BYTES_MAX {
        return None;
    }
    let text = text(bytes);
    if text.first() == Some(&b'<') {
        return camcops::is_it(text).then_some(QuestionnaireFormat::Camcops);
    }
    let json: Value = serde_json::from_slice(text).ok()?;
    format_of(&json)
}

fn text(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes.trim_ascii_start()
}

fn format_of(json: &Value) -> Option<QuestionnaireFormat> {
    if let Some(questionnaire) = fhir::find(json) {
        return Some(fhir::format(questionnaire));
    }
    if osd::is_it(json) {
        return Some(QuestionnaireFormat::Osd);
    }
    reproschema::is_it(json).then_some(QuestionnaireFormat::ReproSchema)
}

/// Reads a questionnaire; `language` is that of wording to take where a file has several.
///
/// # Errors
/// [`QuestionnaireFileError`], first problem found; nothing of the file is taken then.
pub fn read_questionnaire(
    bytes: &[u8],
    language: &str,
    kept_on: LocalDay,
) -> Result<QuestionnaireFile, QuestionnaireFileError> {
    if bytes.len() > QUESTIONNAIRE_BYTES_MAX {
        return Err(QuestionnaireFileError::TooLarge);
    }
    let text = text(bytes);
    let draft = if text.first() == Some(&b'<') {
        camcops::read(text)?
    } else {
        let shape = |error: serde_json::Error| QuestionnaireFileError::Shape { line: error.line() };
        let json: Value = serde_json::from_slice(text).map_err(shape)?;
        match format_of(&json) {
            Some(QuestionnaireFormat::FhirR4 | QuestionnaireFormat::FhirR5) => fhir::read(&json)?,
            Some(QuestionnaireFormat::Osd) => osd::read(&json, language)?,
            Some(QuestionnaireFormat::ReproSchema) => reproschema::read(&json, language)?,
            _ => return Err(QuestionnaireFileError::Unknown),
        }
    };
    finish(draft, bytes, kept_on)
}

fn finish(
    draft: Draft,
    bytes: &[u8],
    kept_on: LocalDay,
) -> Result<QuestionnaireFile, QuestionnaireFileError> {
    if is_triage(&draft) {
        return Err(QuestionnaireFileError::Triage);
    }
    let mut key = [0; 16];
    for (to, from) in key.iter_mut().zip(Sha256::digest(bytes)) {
        *to = from;
    }
    let (head, items, unknown, unknown_version) = draft.whole()?;
    let questionnaire = Questionnaire::new(FactKey::from_bytes(key), head, items, kept_on)?;
    Ok(QuestionnaireFile {
        questionnaire,
        unknown,
        unknown_version,
    })
}

/// The Columbia scale decides over urgent care; it is asked by people who are trained in it and stay.
fn is_triage(draft: &Draft) -> bool {
    let head = [Some(draft.title.as_str()), draft.url.as_deref()];
    let is_it = |text: &str| {
        let letters: String = (text.chars().filter(char::is_ascii_alphanumeric))
            .map(|c| c.to_ascii_lowercase())
            .collect();
        letters.contains("cssrs") || letters.contains("columbiasuicide")
    };
    head.into_iter().flatten().any(is_it)
}
