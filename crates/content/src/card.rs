//! Cards of what is known: short texts, how sure each is, and where it comes from. Refuses a card
//! that is long, that leads away from this machine, or that leaves its source or its limits out.

use record::LocalDay;
use serde::Deserialize;

use crate::header::HeaderFile;
use crate::language::PerLanguage;
use crate::overlay::read_all_spoken;
use crate::{ContentError, Header, Language, spoken, wording};

pub(crate) const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/cards.rs"));

/// The most words that a card has, its title and its limits included.
pub const CARD_WORDS_MAX: usize = 149;

/// One card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// What the file says about itself.
    pub header: Header,
    /// Its file below `content/`.
    pub file: &'static str,
    /// Stable id, by which other content names it.
    pub id: String,
    /// Its place in the order of reading, from 1; also its address, which says nothing.
    pub number: u16,
    /// Its title.
    pub title: String,
    /// The id of how strong the evidence is, from `content/wording.toml`.
    pub strength: String,
    /// What is known, in paragraphs.
    pub text: Vec<String>,
    /// What the card can not say.
    pub limits: String,
    /// Ids of cards to read next.
    pub see: Vec<String>,
    /// Places that offer the card: `answer:` and a question of Answers, or `rule:` and a rule.
    pub offered_at: Vec<String>,
    /// Where it comes from; at least one.
    pub sources: Vec<CardSource>,
}

impl Card {
    /// Every text of the card with a name for its place.
    pub fn texts(&self) -> impl Iterator<Item = (String, &str)> {
        let of = |part: &str| format!("{}.{part}", self.id);
        let ends = [
            (of("title"), self.title.as_str()),
            (of("limits"), self.limits.as_str()),
        ];
        let text = (self.text.iter()).map(move |text| (format!("{}.text", self.id), text.as_str()));
        ends.into_iter().chain(text)
    }
}

/// Where a card comes from. Shown as text: no page leads away from this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardSource {
    /// Who wrote it and on what.
    pub name: String,
    /// When it was published; `None` where it bears no date.
    pub year: Option<u16>,
    /// DOI or other address.
    pub address: String,
    /// What of it was read: abstract, table, page, or a copy.
    pub seen: String,
    /// When it was read.
    pub checked_on: LocalDay,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CardFile {
    header: HeaderFile,
    card: CardTable,
    source: Vec<SourceTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CardTable {
    number: u16,
    id: String,
    title: String,
    strength: String,
    text: Vec<String>,
    limits: String,
    see: Vec<String>,
    #[serde(default)]
    offered_at: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceTable {
    pub(crate) name: String,
    pub(crate) year: Option<u16>,
    pub(crate) address: String,
    pub(crate) seen: String,
    pub(crate) checked_on: String,
}

/// Gives all cards in the order of reading.
///
/// # Errors
/// [`ContentError`] when a built-in file is wrong, which a test rules out.
pub fn cards() -> Result<&'static [Card], ContentError> {
    static CARDS: PerLanguage<Result<Vec<Card>, ContentError>> = PerLanguage::new();
    (CARDS.get(|| read_all_spoken("", FILES, parse_cards)))
        .as_deref()
        .map_err(Clone::clone)
}

/// Reads cards from files of the names and texts given, and puts them in order.
///
/// # Errors
/// [`ContentError::File`] for a file of the wrong shape, [`ContentError::Entry`] for a card that
/// is too long, has no source, an unknown strength, a link, a number or an id twice, or names a
/// card that is not there.
pub fn parse_cards(files: &[(&'static str, &str)]) -> Result<Vec<Card>, ContentError> {
    let mut cards = (files.iter())
        .map(|(file, text)| parse(file, text))
        .collect::<Result<Vec<_>, _>>()?;
    cards.sort_by_key(|card| card.number);
    let problem = cards.iter().enumerate().find_map(|(idx, card)| {
        let why = if usize::from(card.number) != idx + 1 {
            "the numbers of the cards run from 1 without a gap or a double".to_owned()
        } else if let Some(id) = (card.see.iter()).find(|id| **id == card.id || !has(&cards, id)) {
            format!("there is no other card '{id}'")
        } else {
            return None;
        };
        Some(entry(card.file, &card.id, why))
    });
    problem.map_or(Ok(cards), Err)
}

fn has(cards: &[Card], id: &str) -> bool {
    cards.iter().any(|card| card.id == id)
}

fn entry(file: &'static str, id: &str, why: impl Into<String>) -> ContentError {
    ContentError::Entry {
        file,
        id: id.to_owned(),
        why: why.into(),
    }
}

pub(crate) fn parse(file: &'static str, text: &str) -> Result<Card, ContentError> {
    let read: CardFile = toml::from_str(text).map_err(|error| ContentError::File {
        file,
        why: error.to_string(),
    })?;
    let id = read.card.id.clone();
    let header = Header::from_file(file, read.header)?;
    let sources = (read.source.into_iter())
        .map(|source| read_source(file, &id, source))
        .collect::<Result<Vec<_>, _>>()?;
    let card = Card {
        header,
        file,
        id: read.card.id,
        number: read.card.number,
        title: read.card.title,
        strength: read.card.strength,
        text: read.card.text,
        limits: read.card.limits,
        see: read.card.see,
        offered_at: read.card.offered_at,
        sources,
    };
    match why_wrong(&card)? {
        Some(why) => Err(entry(file, &card.id, why)),
        None => Ok(card),
    }
}

pub(crate) fn read_source(
    file: &'static str,
    id: &str,
    source: SourceTable,
) -> Result<CardSource, ContentError> {
    let parts = [&source.name, &source.address, &source.seen];
    if parts.iter().any(|part| part.trim().is_empty()) {
        let why = "a source has a name, an address and what was seen of it";
        return Err(entry(file, id, why));
    }
    let checked_on =
        LocalDay::parse(&source.checked_on).map_err(|error| entry(file, id, error.to_string()))?;
    Ok(CardSource {
        name: source.name,
        year: source.year,
        address: source.address,
        seen: source.seen,
        checked_on,
    })
}

/// Other languages need more words to say the same.
fn words_max() -> usize {
    match spoken() {
        Language::English => CARD_WORDS_MAX,
        _ => CARD_WORDS_MAX * 4 / 3,
    }
}

fn is_place(place: &str) -> bool {
    ["answer:", "rule:"]
        .iter()
        .any(|kind| (place.strip_prefix(kind)).is_some_and(|id| !id.is_empty()))
}

fn why_wrong(card: &Card) -> Result<Option<String>, ContentError> {
    let stem = card.file.rsplit('/').next().unwrap_or_default();
    let texts = || {
        let ends = [card.title.as_str(), card.limits.as_str()];
        (card.text.iter().map(String::as_str)).chain(ends)
    };
    let n_words: usize = texts().map(|text| text.split_whitespace().count()).sum();
    let strengths = &wording()?.strengths;
    let why = if stem.strip_suffix(".toml") != Some(card.id.as_str()) {
        "the file has the name of the card".to_owned()
    } else if card.text.is_empty() || texts().any(|text| text.trim().is_empty()) {
        "a card has a title, a text and limits".to_owned()
    } else if n_words > words_max() {
        format!("it has {n_words} words, more than {}", words_max())
    } else if let Some(place) = card.offered_at.iter().find(|place| !is_place(place)) {
        format!("'{place}' is neither an answer nor a rule")
    } else if card.sources.is_empty() {
        "it has no source".to_owned()
    } else if texts().any(|text| text.contains(['<', '>']) || text.contains("://")) {
        "a card holds no markup and no link".to_owned()
    } else {
        let Some(strength) = strengths.iter().find(|known| known.id == card.strength) else {
            return Ok(Some(format!("there is no strength '{}'", card.strength)));
        };
        return Ok(strength.why_unfit(texts()));
    };
    Ok(Some(why))
}
