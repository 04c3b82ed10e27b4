//! Emergency numbers and help lines by country, each with where it comes from and from when.
//!
//! Refuses a file that leaves out where a number comes from, counts a copied list twice, or makes a
//! number look newer than its newest source. A number that only one source names says so.

use std::collections::BTreeSet;

use record::LocalDay;
use serde::Deserialize;

use crate::language::PerLanguage;
use crate::overlay::read_spoken;
use crate::{ContentError, Header};

mod file;

pub(crate) const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/crisis.rs"));
const SOURCES: &str = "sources.toml";

/// Days after which numbers are to be compared with their sources again.
pub const REVIEW_AFTER_DAYS: i32 = 180;

/// What is known of one country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// What the file says about itself.
    pub header: Header,
    /// Two letters of ISO 3166-1, such as `IE`.
    pub code: String,
    /// What it is called; the first one is shown.
    pub names: Vec<String>,
    /// Time zones whose clocks are set there.
    pub zones: Vec<String>,
    /// When the numbers were last compared with their sources.
    pub checked_on: LocalDay,
    /// Numbers for danger to life; never empty.
    pub emergency: Vec<Emergency>,
    /// Lines to talk to; may be empty.
    pub lines: Vec<HelpLine>,
}

/// A number for danger to life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Emergency {
    /// As it is dialled.
    pub number: String,
    /// Who answers.
    pub reaches: Reaches,
    /// Where it comes from.
    pub proof: Proof,
}

/// Who answers an emergency number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reaches {
    /// One number for everything.
    Any,
    /// An ambulance.
    Ambulance,
    /// The police.
    Police,
}

/// A line to talk to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpLine {
    /// What it calls itself.
    pub name: String,
    /// As it is dialled; a word and a number for a text; an address for a chat.
    pub number: String,
    /// For whom it is.
    pub who: Who,
    /// How it is reached; never empty.
    pub by: Vec<By>,
    /// When it answers; `None`: no source says.
    pub hours: Option<String>,
    /// In which languages; `None`: no source says.
    pub language: Option<String>,
    /// What else to know, such as 'from a mobile phone'.
    pub about: Option<String>,
    /// Where it comes from.
    pub proof: Proof,
}

/// What stands for 'day and night' in [`HelpLine::hours`].
pub const ALWAYS: &str = "24/7";

/// For whom a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// Anyone in distress.
    Anyone,
    /// Children and young people.
    Young,
    /// People who are hurt or controlled by someone close.
    Abuse,
}

/// How a line is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// By phone.
    Call,
    /// By text message.
    Text,
    /// By chat.
    Chat,
}

/// Where a number comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Every source that names it; never empty.
    pub sources: Vec<&'static Source>,
    /// The date of the newest source; `None` when none of them has a date.
    pub verified_on: Option<LocalDay>,
    /// How many sources that do not copy each other name it.
    pub agreement: usize,
}

impl Proof {
    /// Only one source names it: it is to be checked before it is relied on.
    #[must_use]
    pub const fn is_single(&self) -> bool {
        self.agreement < 2
    }
}

/// A list, page or paper that numbers come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// How files name it.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Where it stands, as text.
    pub address: String,
    /// What it is, for those who weigh the numbers.
    pub kind: SourceKind,
    /// The date that it gives itself; `None` when it gives none.
    pub dated: Option<LocalDay>,
    /// A list that it may have taken numbers from.
    pub copies: Option<String>,
    /// When its stored copy was read.
    pub seen_on: LocalDay,
}

/// What a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// The line itself, or an authority.
    Official,
    /// A paper, or another medium that edits what it prints.
    Press,
    /// A list that somebody put together.
    List,
}

impl Source {
    /// What counts as one source: the list that it may copy, or itself.
    fn origin(&self) -> &str {
        self.copies.as_deref().unwrap_or(&self.id)
    }
}

/// Gives every country, by its name.
///
/// # Errors
/// [`ContentError`] when a built-in file is wrong, which a test rules out.
pub fn countries() -> Result<&'static [Country], ContentError> {
    static COUNTRIES: PerLanguage<Result<Vec<Country>, ContentError>> = PerLanguage::new();
    let all = COUNTRIES.get(|| {
        let files = FILES.iter().filter(|(name, _)| *name != SOURCES);
        let mut all = files
            .map(|(name, text)| {
                let file = format!("crisis/{name}");
                read_spoken(&file, text, |text| parse_country(name, text))
            })
            .collect::<Result<Vec<_>, _>>()?;
        all.sort_by_cached_key(|country| in_order(&country.names));
        Ok(all)
    });
    all.as_deref().map_err(Clone::clone)
}

/// Names as a list has them in order: a letter with a mark stands with the same letter without one.
fn in_order(names: &[String]) -> Vec<String> {
    let plain = |letter: char| match letter {
        'á' | 'ä' | 'â' | 'å' => 'a',
        'é' | 'è' | 'ë' => 'e',
        'í' | 'ï' => 'i',
        'ó' | 'ö' | 'ô' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        other => other,
    };
    let name = |name: &String| name.to_lowercase().chars().map(plain).collect();
    names.iter().map(name).collect()
}

/// Every source that numbers come from.
///
/// # Errors
/// [`ContentError`] when the built-in file is wrong, which a test rules out.
pub fn sources() -> Result<&'static [Source], ContentError> {
    sources_file().map(|(_, sources)| sources.as_slice())
}

/// Reads one country; `name` is the name of its file, such as `IE.toml`.
///
/// # Errors
/// [`ContentError`] that names the file and the entry.
pub fn parse_country(name: &'static str, text: &str) -> Result<Country, ContentError> {
    file::country(name, text, sources()?)
}

/// Reads a file of this folder as it is read when it is used.
pub(crate) fn parse_file(name: &'static str, text: &str) -> Result<(), ContentError> {
    if name == SOURCES {
        return file::sources(name, text).map(|_| ());
    }
    parse_country(name, text).map(|_| ())
}

/// What the files say about themselves, with their names.
pub(crate) fn headers() -> Result<Vec<(&'static str, &'static Header)>, ContentError> {
    let (header, _) = sources_file()?;
    let mut headers = vec![(SOURCES, header)];
    for country in countries()? {
        let name = FILES.iter().map(|(name, _)| *name);
        let own = name.filter(|name| name.strip_suffix(".toml") == Some(&country.code));
        headers.extend(own.map(|name| (name, &country.header)));
    }
    Ok(headers)
}

fn sources_file() -> Result<&'static (Header, Vec<Source>), ContentError> {
    static FOUND: PerLanguage<Result<(Header, Vec<Source>), ContentError>> = PerLanguage::new();
    let found = FOUND.get(|| {
        let text = FILES.iter().find(|(name, _)| *name == SOURCES);
        let text = text.map_or("", |(_, text)| text);
        read_spoken("crisis/sources.toml", text, |text| {
            file::sources(SOURCES, text)
        })
    });
    found.as_ref().map_err(Clone::clone)
}

/// How many of these do not copy each other.
fn agreement(sources: &[&Source]) -> usize {
    let origins: BTreeSet<&str> = sources.iter().map(|source| source.origin()).collect();
    origins.len()
}
