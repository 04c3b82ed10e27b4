//! Reads a FHIR bundle. Refuses to guess: what it does not know is left where it is, with a line that
//! says so, and a bundle that is broken gives nothing.

use record::Zone;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::others::of_others;
use crate::{Format, Parsed, RecordFileError, base64, detect, read_record};

/// Most bytes of a bundle: 256 MiB.
const BYTES_MAX: usize = 256 << 20;
/// Most entries of a bundle.
const ENTRIES_MAX: usize = 2_000_000;
/// Where the names of extensions lay in bundles of ours before the record became a file inside.
const EARLIER: &str = "https://thawline.example/fhir/StructureDefinition";

/// Says why a bundle was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FhirError {
    /// More bytes or entries than are read.
    #[error("the bundle is larger than what is read here")]
    TooLarge,
    /// Not JSON.
    #[error("line {line}: this is not whole JSON")]
    Shape {
        /// Line of the file.
        line: usize,
    },
    /// JSON of something else.
    #[error("this is JSON and not a FHIR bundle")]
    NotABundle,
    /// A bundle that holds old states beside new ones.
    #[error("the bundle is a history: it holds old versions of its entries too")]
    History,
    /// More than one record file of ours.
    #[error("the bundle holds more than one record of this program")]
    TwoRecords,
    /// A bundle of ours whose record is broken.
    #[error("the record in the bundle: {0}")]
    Record(RecordFileError),
}

impl FhirError {
    /// What to do about it.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::TooLarge => "export a shorter period from the other program",
            Self::NotABundle => "choose a file that was exported as a FHIR bundle in JSON",
            Self::History => "export what holds now from the other program",
            Self::TwoRecords => "bring each of them in as the file it came from",
            Self::Shape { .. } | Self::Record(_) => {
                "the file was changed or cut short; use the original"
            }
        }
    }
}

/// Reads a bundle; `zone` is that of days and of times without one.
///
/// # Errors
/// [`FhirError`] when it is no bundle, or is one of ours and broken; nothing is taken then.
pub fn read_bundle(bytes: &[u8], zone: &Zone) -> Result<Parsed, FhirError> {
    if bytes.len() > BYTES_MAX {
        return Err(FhirError::TooLarge);
    }
    let json = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let bundle: Value =
        serde_json::from_slice(json).map_err(|error| FhirError::Shape { line: error.line() })?;
    if bundle["resourceType"] != "Bundle" {
        return Err(FhirError::NotABundle);
    }
    if bundle["type"] == "history" {
        return Err(FhirError::History);
    }
    let entries = bundle["entry"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    if entries.len() > ENTRIES_MAX {
        return Err(FhirError::TooLarge);
    }
    let digest: [u8; 32] = Sha256::digest(bytes).into();
    let file = match record_in(entries)? {
        Some(file) => Some(file),
        None => earlier(entries)?,
    };
    let Some(file) = file else {
        return Ok(of_others(entries, zone, digest));
    };
    let mut parsed = read_record(&file).map_err(FhirError::Record)?;
    parsed.ledger.digest = digest;
    Ok(parsed)
}

/// The record file inside a bundle of ours.
fn record_in(entries: &[Value]) -> Result<Option<Vec<u8>>, FhirError> {
    let files = entries
        .iter()
        .map(|entry| &entry["resource"])
        .filter(|resource| {
            resource["resourceType"] == "Binary" && resource["contentType"] == "application/json"
        });
    let mut found = None;
    for file in files {
        let data = file["data"].as_str().unwrap_or_default();
        // What is no base64 is no file of ours.
        let Ok(bytes) = base64::decode(data.as_bytes()) else {
            continue;
        };
        if detect(&bytes) == Format::Record && found.replace(bytes).is_some() {
            return Err(FhirError::TwoRecords);
        }
    }
    Ok(found)
}

/// The record out of a bundle of an earlier version: facts in extensions, put back into their frame.
fn earlier(entries: &[Value]) -> Result<Option<Vec<u8>>, FhirError> {
    let words = |name: &str| -> Vec<&str> {
        let url = format!("{EARLIER}/{name}");
        let all = entries.iter();
        all.filter_map(|entry| extension(entry, &url)).collect()
    };
    let Some(frame) = words("record-frame").first().copied() else {
        return Ok(None);
    };
    let mark = "\"facts\":[\n";
    let broken = FhirError::Record(RecordFileError::NotARecord);
    let at = frame.find(mark).ok_or(broken)? + mark.len();
    let (head, tail) = frame.split_at(at);
    let facts = words("fact").join(",\n");
    Ok(Some(format!("{head}{facts}{tail}").into_bytes()))
}

fn extension<'a>(entry: &'a Value, url: &str) -> Option<&'a str> {
    let mut all = entry["resource"]["extension"].as_array()?.iter();
    all.find(|one| one["url"] == url)?["valueString"].as_str()
}
