//! Files of other programs: a file becomes facts and a ledger, read as a stream. Refuses to tell a
//! file by its name, and to guess what a person's own words mean.

mod apple;
mod base64;
mod bearable;
mod daylio;
mod error;
mod gather;
mod plain;
mod rows;
mod when;
mod words;
mod zipped;

use std::collections::BTreeMap;
use std::io::{Read, Seek, SeekFrom};

use record::Zone;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::{Format, Parsed, detect};
use zipped::Zipped;

pub use error::AppFileError;
pub use words::{Meaning, Words};

/// A file of another program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AppFile {
    /// A Daylio diary as CSV.
    DaylioCsv,
    /// A back-up of Daylio.
    DaylioBackup,
    /// A Bearable export.
    Bearable,
    /// An Apple Health export as its phone packs it.
    AppleHealthZip,
    /// The same, taken out of its archive.
    AppleHealthXml,
}

impl AppFile {
    /// All of them with the word for each.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::DaylioCsv, "daylio"),
        (Self::DaylioBackup, "daylio-backup"),
        (Self::Bearable, "bearable"),
        (Self::AppleHealthZip, "apple-health"),
        (Self::AppleHealthXml, "apple-health-xml"),
    ];

    /// The word for it, as in `--as daylio`.
    #[must_use]
    pub fn word(self) -> &'static str {
        let found = Self::ALL.iter().find(|(file, _)| *file == self);
        found.map_or("", |(_, word)| word)
    }

    /// The one of this word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(_, other)| *other == word);
        found.map(|(file, _)| *file)
    }

    /// The program that words of the person belong to; `None` where it has none.
    #[must_use]
    pub const fn words_of(self) -> Option<&'static str> {
        match self {
            Self::DaylioCsv | Self::DaylioBackup => Some("daylio"),
            _ => None,
        }
    }
}

/// What a file of another program does not say itself.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The person's zone, for clocks without one.
    pub zone: Zone,
    /// What the person's words mean, as far as they said.
    pub words: Words,
    /// The person takes every proposal as it is.
    pub is_as_proposed: bool,
}

impl Setting {
    /// The words, once every word of a file has a meaning.
    fn words_for(&self, found: &BTreeMap<String, Option<u8>>) -> Result<Words, AppFileError> {
        if self.words.know(found.keys().map(String::as_str)) {
            return Ok(self.words.clone());
        }
        let proposal = self.words.proposal(found);
        if self.is_as_proposed {
            return Words::parse(&proposal);
        }
        Err(AppFileError::WordsNeeded { proposal })
    }
}

/// Says which program a file is from; `None`: no program that is known here.
///
/// # Errors
/// [`AppFileError`] when the file cannot be read or is a broken archive.
pub fn recognise<R: Read + Seek>(reader: &mut R) -> Result<Option<AppFile>, AppFileError> {
    let mut head = Vec::new();
    let n = reader.by_ref().take(4096).read_to_end(&mut head);
    n.and_then(|_| reader.seek(SeekFrom::Start(0)))
        .map_err(|error| AppFileError::Read(error.to_string()))?;
    match detect(&head) {
        Format::Table => Ok(of_heading(&head)),
        Format::Zip => {
            let found = of_zip(&mut Zipped::open(&mut *reader)?);
            reader
                .seek(SeekFrom::Start(0))
                .map_err(|error| AppFileError::Read(error.to_string()))?;
            found
        }
        // Phones have written control characters that no text holds.
        Format::Xml | Format::Binary if is_xml(&head) => Ok(head
            .windows(10)
            .any(|window| window == b"HealthData")
            .then_some(AppFile::AppleHealthXml)),
        _ => Ok(None),
    }
}

fn is_xml(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    head.trim_ascii_start().starts_with(b"<") && !head.contains(&0)
}

/// Tells a table by its heading.
fn of_heading(head: &[u8]) -> Option<AppFile> {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line)
        .to_lowercase()
        .replace('"', "");
    let names: Vec<&str> = line.trim().split(',').map(str::trim).collect();
    let has = |wanted: &[&str]| wanted.iter().all(|name| names.contains(name));
    if has(&["weekday", "time", "mood", "activities"]) {
        return Some(AppFile::DaylioCsv);
    }
    if has(&["time of day", "category", "rating/amount", "detail"]) {
        return Some(AppFile::Bearable);
    }
    None
}

/// Tells an archive by its parts.
fn of_zip<R: Read + Seek>(zip: &mut Zipped<R>) -> Result<Option<AppFile>, AppFileError> {
    if !zip.ending("backup.daylio").is_empty() {
        return Ok(Some(AppFile::DaylioBackup));
    }
    if apple::part(zip).is_some() {
        return Ok(Some(AppFile::AppleHealthZip));
    }
    Ok(None)
}

/// Reads a file of another program as one person's facts. Rows that hold something impossible stand
/// in the ledger, with their place; kinds that no fact holds are counted there.
///
/// # Errors
/// [`AppFileError`] when the file as a whole cannot be taken.
pub fn read_app_file<R: Read + Seek>(
    mut reader: R,
    file: AppFile,
    setting: &Setting,
) -> Result<Parsed, AppFileError> {
    let digest = digest_of(&mut reader)?;
    let gather = match file {
        AppFile::DaylioCsv => daylio::read_csv(reader, setting)?,
        AppFile::DaylioBackup => daylio::read_backup(reader, setting)?,
        AppFile::Bearable => bearable::read(reader, setting)?,
        AppFile::AppleHealthZip => apple::read_zip(reader, setting)?,
        AppFile::AppleHealthXml => apple::read_xml(reader, setting)?,
    };
    Ok(gather.finish(digest))
}

fn digest_of<R: Read + Seek>(reader: &mut R) -> Result<[u8; 32], AppFileError> {
    let mut digest = Sha256::new();
    let mut chunk = vec![0u8; 1 << 16];
    let failed = |error: std::io::Error| AppFileError::Read(error.to_string());
    loop {
        match reader.read(&mut chunk).map_err(failed)? {
            0 => break,
            n => digest.update(chunk.get(..n).unwrap_or_default()),
        }
    }
    reader.seek(SeekFrom::Start(0)).map_err(failed)?;
    Ok(digest.finalize().into())
}

/// Reads JSON of a shape; what it does not name is skipped.
fn json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, AppFileError> {
    serde_json::from_slice(bytes).map_err(|error| AppFileError::Broken {
        // What stands in the file stays in it.
        what: format!(
            "JSON of another shape (line {}, column {})",
            error.line(),
            error.column()
        ),
        at: 0,
    })
}
