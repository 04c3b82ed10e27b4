//! How the files of help lines stand in TOML. Refuses names that it does not know, a number without
//! a source, and counts and dates that the sources do not bear out.

use std::collections::BTreeSet;

use record::LocalDay;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{
    By, Country, Emergency, HelpLine, Proof, REVIEW_AFTER_DAYS, Reaches, Source, SourceKind, Who,
};
use crate::header::HeaderFile;
use crate::{ContentError, Header, Language, spoken};

/// Longest number, name or note of a line, in characters.
const CHARS_MAX: usize = 80;
/// The same in other languages, which need more words.
const CHARS_MAX_ELSEWHERE: usize = 120;
/// What stands for the date of a number whose sources have none.
const UNDATED: &str = "undated";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CountryFile {
    header: HeaderFile,
    country: About,
    emergency: Vec<EmergencyFile>,
    #[serde(default)]
    line: Vec<LineFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct About {
    names: Vec<String>,
    zones: Vec<String>,
    checked_on: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EmergencyFile {
    number: String,
    reaches: Reaches,
    sources: Vec<String>,
    verified_on: String,
    agreement: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LineFile {
    name: String,
    number: String,
    who: Who,
    by: Vec<By>,
    hours: Option<String>,
    language: Option<String>,
    about: Option<String>,
    sources: Vec<String>,
    verified_on: String,
    agreement: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourcesFile {
    header: HeaderFile,
    source: Vec<SourceFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceFile {
    id: String,
    name: String,
    address: String,
    kind: SourceKind,
    dated: Option<String>,
    copies: Option<String>,
    seen_on: String,
}

/// Says what is wrong with an entry of a file.
struct Reader {
    file: &'static str,
}

impl Reader {
    fn wrong(&self, id: &str, why: impl Into<String>) -> ContentError {
        ContentError::Entry {
            file: self.file,
            id: id.to_owned(),
            why: why.into(),
        }
    }

    fn toml<T: DeserializeOwned>(&self, text: &str) -> Result<T, ContentError> {
        toml::from_str(text).map_err(|error| ContentError::File {
            file: self.file,
            why: error.to_string(),
        })
    }

    fn day(&self, id: &str, text: &str) -> Result<LocalDay, ContentError> {
        LocalDay::parse(text).map_err(|error| self.wrong(id, error.to_string()))
    }

    /// Words that are there, without spaces around them, and short enough for a page.
    fn words(&self, id: &str, text: String) -> Result<String, ContentError> {
        let n_chars = text.chars().count();
        let max = match spoken() {
            Language::English => CHARS_MAX,
            _ => CHARS_MAX_ELSEWHERE,
        };
        if n_chars == 0 || n_chars > max || text.trim() != text {
            return Err(self.wrong(id, format!("'{text}' is empty, padded or too long")));
        }
        Ok(text)
    }

    fn maybe_words(&self, id: &str, text: Option<String>) -> Result<Option<String>, ContentError> {
        text.map(|text| self.words(id, text)).transpose()
    }

    fn proof(
        &self,
        id: &str,
        (ids, verified_on, agreement): (&[String], &str, usize),
        known: &'static [Source],
    ) -> Result<Proof, ContentError> {
        let unique: BTreeSet<&String> = ids.iter().collect();
        if ids.is_empty() || unique.len() < ids.len() {
            return Err(self.wrong(id, "names no source, or one twice"));
        }
        let find = |name: &String| {
            let found = known.iter().find(|source| source.id == *name);
            found.ok_or_else(|| self.wrong(id, format!("names the unknown source '{name}'")))
        };
        let sources = ids.iter().map(find).collect::<Result<Vec<_>, _>>()?;
        let n_origins = super::agreement(&sources);
        if agreement != n_origins {
            let why = format!("says {agreement} agree, and {n_origins} do");
            return Err(self.wrong(id, why));
        }
        let newest = sources.iter().filter_map(|source| source.dated).max();
        let verified_on = match verified_on {
            UNDATED => None,
            text => Some(self.day(id, text)?),
        };
        if verified_on != newest {
            let newest = newest.map_or(UNDATED.to_owned(), |day| day.to_string());
            return Err(self.wrong(id, format!("its newest source is of {newest}")));
        }
        Ok(Proof {
            sources,
            verified_on,
            agreement,
        })
    }
}

/// Reads one country.
pub(super) fn country(
    file: &'static str,
    text: &str,
    known: &'static [Source],
) -> Result<Country, ContentError> {
    let reader = Reader { file };
    let code = file.strip_suffix(".toml").unwrap_or(file);
    if code.len() != 2 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Err(reader.wrong(code, "the name of the file is two capital letters"));
    }
    let found: CountryFile = reader.toml(text)?;
    let header = Header::from_file(file, found.header)?;
    let checked_on = reader.day("checked_on", &found.country.checked_on)?;
    if header.review_by > checked_on.plus_days(REVIEW_AFTER_DAYS) {
        let why = format!("lies more than {REVIEW_AFTER_DAYS} days after checked_on");
        return Err(reader.wrong("review_by", why));
    }
    if found.country.names.is_empty() || found.emergency.is_empty() {
        return Err(reader.wrong(code, "a country has a name and an emergency number"));
    }
    let emergency = |entry: EmergencyFile| {
        let number = dialled(&reader, "emergency", entry.number)?;
        let proof = (&entry.sources[..], &*entry.verified_on, entry.agreement);
        Ok(Emergency {
            reaches: entry.reaches,
            proof: reader.proof(&number, proof, known)?,
            number,
        })
    };
    let emergency = found.emergency.into_iter().map(emergency);
    let emergency = emergency.collect::<Result<Vec<_>, ContentError>>()?;
    let lines = found
        .line
        .into_iter()
        .map(|entry| line(&reader, entry, known));
    let lines = lines.collect::<Result<Vec<_>, _>>()?;
    let mut seen = BTreeSet::new();
    for line in &lines {
        if !seen.insert((line.name.as_str(), line.number.as_str())) {
            return Err(reader.wrong(&line.name, "stands here twice"));
        }
    }
    let names = found.country.names.into_iter();
    let names = names.map(|name| reader.words("names", name));
    Ok(Country {
        header,
        code: code.to_owned(),
        names: names.collect::<Result<_, _>>()?,
        zones: found.country.zones,
        checked_on,
        emergency,
        lines,
    })
}

fn line(
    reader: &Reader,
    entry: LineFile,
    known: &'static [Source],
) -> Result<HelpLine, ContentError> {
    let name = reader.words("line", entry.name)?;
    if entry.by.is_empty() {
        return Err(reader.wrong(&name, "says no way to reach it"));
    }
    // A text names a word to send, and a chat may have an address in place of a number.
    let number = match entry.by.first() {
        Some(By::Call) => dialled(reader, &name, entry.number)?,
        _ => reader.words(&name, entry.number)?,
    };
    let proof = (&entry.sources[..], &*entry.verified_on, entry.agreement);
    Ok(HelpLine {
        number,
        who: entry.who,
        by: entry.by,
        hours: reader.maybe_words(&name, entry.hours)?,
        language: reader.maybe_words(&name, entry.language)?,
        about: reader.maybe_words(&name, entry.about)?,
        proof: reader.proof(&name, proof, known)?,
        name,
    })
}

/// A number that can be dialled: digits with spaces or hyphens, a star in front, and at most words
/// such as 'then 8'.
fn dialled(reader: &Reader, id: &str, number: String) -> Result<String, ContentError> {
    let first = number.chars().next();
    let begins = first.is_some_and(|c| c.is_ascii_digit() || matches!(c, '*' | '+' | '#'));
    let ends = number.ends_with(|c: char| c.is_ascii_digit());
    if !begins || !ends || number.contains("  ") {
        return Err(reader.wrong(id, format!("'{number}' cannot be dialled")));
    }
    reader.words(id, number)
}

/// Reads where numbers come from.
pub(super) fn sources(
    file: &'static str,
    text: &str,
) -> Result<(Header, Vec<Source>), ContentError> {
    let reader = Reader { file };
    let found: SourcesFile = reader.toml(text)?;
    let header = Header::from_file(file, found.header)?;
    let mut sources: Vec<Source> = Vec::new();
    for entry in found.source {
        if sources.iter().any(|known| known.id == entry.id) {
            return Err(reader.wrong(&entry.id, "stands here twice"));
        }
        let dated = entry.dated.map(|text| reader.day(&entry.id, &text));
        let dated = dated.transpose()?;
        let seen_on = reader.day(&entry.id, &entry.seen_on)?;
        if dated.is_some_and(|dated| dated > seen_on) {
            return Err(reader.wrong(&entry.id, "is dated after it was seen"));
        }
        sources.push(Source {
            name: reader.words(&entry.id, entry.name)?,
            address: reader.words(&entry.id, entry.address)?,
            id: entry.id,
            kind: entry.kind,
            dated,
            copies: entry.copies,
            seen_on,
        });
    }
    for source in &sources {
        let is_known = |id: &String| sources.iter().any(|known| known.id == *id);
        if source.copies.as_ref().is_some_and(|id| !is_known(id)) {
            return Err(reader.wrong(&source.id, "copies a list that is not here"));
        }
    }
    Ok((header, sources))
}
