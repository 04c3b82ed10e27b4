//! What Exist claims to go together. Refuses a claim whose numbers cannot be, and counts it.

use std::io::{Cursor, Read};

use record::LocalDay;
use serde::Deserialize;
use serde_json::Value;

use crate::Format;
use crate::apps::gather::plain_id;
use crate::apps::importer::{Head, ReadSeek};
use crate::apps::walk::{Walker, Want, shape, walk};
use crate::apps::zipped::Zipped;
use crate::apps::{AppFileError, text_parts, when};
use crate::detect;

/// Most claims of a file; Exist writes some hundreds a week.
const CLAIMS_MAX: usize = 20_000;
/// Most letters of a sentence that is kept.
const WORDS_MAX: usize = 300;

/// Two things that Exist says go together.
///
/// All words are Exist's own and are to be shown as such.
#[derive(Debug, Clone, PartialEq)]
pub struct ExistClaim {
    /// The day on which Exist said so.
    pub said_on: LocalDay,
    /// How many days it looked at; `None`: it does not say.
    pub n_days: Option<u32>,
    /// Days between the two things, with the sign that Exist gives; 0: the same day.
    pub offset_days: i32,
    /// One thing, by the name that Exist gives it.
    pub attribute: String,
    /// The other thing.
    pub attribute2: String,
    /// Correlation, -1 to 1.
    pub coefficient: f64,
    /// The p that Exist gives, 0 to 1; `None`: it gives none.
    pub p: Option<f64>,
    /// How sure Exist says it is, 1 to 5 stars; `None`: it does not say.
    pub stars: Option<u8>,
    /// The sentence that Exist shows; empty: none.
    pub sentence: String,
    /// Exist's words for the strength; empty: none.
    pub strength: String,
    /// Exist's words for the stars; empty: none.
    pub sureness: String,
}

impl ExistClaim {
    /// The item that keeps the numbers of [`Self::attribute`] once its file was brought in.
    ///
    /// `sleep`, `sleep_start`, `sleep_end` and `sleep_awakenings` are kept as nights, `meditation_min`
    /// as a practice, and a tag as an event of its label; a scale that the person said means numb
    /// begins with `exist_as_numb` instead.
    #[must_use]
    pub fn item(&self) -> String {
        plain_id("exist", &self.attribute)
    }

    /// The same for [`Self::attribute2`].
    #[must_use]
    pub fn item2(&self) -> String {
        plain_id("exist", &self.attribute2)
    }
}

/// What a file claims.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ExistClaims {
    /// The claims, the latest of each pair and offset, in the order of the file.
    pub claims: Vec<ExistClaim>,
    /// How many the file holds that cannot be.
    pub n_rejected: u64,
    /// How many were said again later.
    pub n_older: u64,
}

/// Says whether a text is a page or a list of claims.
pub(in crate::apps) fn is_claims(head: &Head) -> bool {
    head.has_keys(&["attribute", "attribute2", "period", "value"])
}

/// Reads the claims of a file: a page of them, a list, or an archive that holds such.
///
/// # Errors
/// [`AppFileError`] when the file is broken, or holds no claims.
pub fn exist_claims(bytes: &[u8]) -> Result<ExistClaims, AppFileError> {
    let mut found = Found::default();
    if detect(bytes) == Format::Zip {
        let mut reader = Cursor::new(bytes);
        let mut zip = Zipped::open(&mut reader as &mut dyn ReadSeek)?;
        let mut is_found = false;
        for idx in text_parts(&mut zip) {
            if zip.head(idx).is_some_and(|head| is_claims(&head)) {
                is_found = true;
                found.read(&mut zip.part(idx)?)?;
            }
        }
        if !is_found {
            return Err(AppFileError::NotInZip("claims of Exist"));
        }
    } else {
        found.read(&mut &*bytes)?;
    }
    if found.claims.is_empty() && found.n_rejected == 0 {
        return Err(AppFileError::Broken {
            what: "JSON without any claim of Exist".to_owned(),
            at: 0,
        });
    }
    Ok(found.latest())
}

/// Claims so far.
#[derive(Default)]
struct Found {
    claims: Vec<ExistClaim>,
    n_rejected: u64,
    is_too_much: bool,
}

impl Walker for Found {
    fn want(&mut self, place: &str) -> Want {
        match place {
            "" | "results" | "correlations" => Want::Enter,
            _ if self.is_too_much => Want::Stop,
            "[]" | "results[]" | "correlations[]" => Want::Take,
            _ => Want::Skip,
        }
    }

    fn take(&mut self, _place: &str, part: Value) {
        match shape::<Told>(part).and_then(Told::claim) {
            Some(_) if self.claims.len() >= CLAIMS_MAX => self.is_too_much = true,
            Some(claim) => self.claims.push(claim),
            None => self.n_rejected += 1,
        }
    }
}

impl Found {
    fn read(&mut self, reader: &mut dyn Read) -> Result<(), AppFileError> {
        let walked = walk(reader, self);
        if self.is_too_much {
            return Err(AppFileError::TooMuch("claims"));
        }
        walked
    }

    /// Of each pair and offset the claim that was said last.
    fn latest(self) -> ExistClaims {
        let mut last = std::collections::BTreeMap::new();
        for (idx, claim) in self.claims.iter().enumerate() {
            let key = (&claim.attribute, &claim.attribute2, claim.offset_days);
            let latest = last.entry(key).or_insert((claim.said_on, idx));
            *latest = (*latest).max((claim.said_on, idx));
        }
        let kept: std::collections::BTreeSet<usize> = last.into_values().map(|(_, i)| i).collect();
        let n_older = u64::try_from(self.claims.len() - kept.len()).unwrap_or(0);
        let claims = self.claims.into_iter().enumerate();
        ExistClaims {
            claims: claims
                .filter(|(idx, _)| kept.contains(idx))
                .map(|(_, claim)| claim)
                .collect(),
            n_rejected: self.n_rejected,
            n_older,
        }
    }
}

/// A claim as it stands in the file.
#[derive(Deserialize)]
struct Told {
    date: String,
    period: Option<i64>,
    offset: Option<i64>,
    attribute: String,
    attribute2: String,
    value: f64,
    p: Option<f64>,
    stars: Option<i64>,
    second_person: Option<String>,
    strength_description: Option<String>,
    stars_description: Option<String>,
}

impl Told {
    fn claim(self) -> Option<ExistClaim> {
        let is_named = |name: &str| !name.trim().is_empty() && name.len() <= WORDS_MAX;
        let is_pair = is_named(&self.attribute) && is_named(&self.attribute2);
        let is_number = (-1.0..=1.0).contains(&self.value);
        let is_p = self.p.is_none_or(|p| (0.0..=1.0).contains(&p));
        let offset = self.offset.unwrap_or(0);
        if !is_pair || !is_number || !is_p || offset.abs() > 366 {
            return None;
        }
        let words = |text: Option<String>| -> String {
            let text = text.unwrap_or_default();
            let plain = text.trim().chars().filter(|c| !c.is_control());
            plain.take(WORDS_MAX).collect()
        };
        Some(ExistClaim {
            said_on: when::date(self.date.get(..10)?)?,
            n_days: self.period.and_then(|n| u32::try_from(n).ok()),
            offset_days: i32::try_from(offset).ok()?,
            attribute: self.attribute.trim().to_owned(),
            attribute2: self.attribute2.trim().to_owned(),
            coefficient: self.value,
            p: self.p,
            stars: (self.stars)
                .and_then(|n| u8::try_from(n).ok())
                .filter(|n| (1..=5).contains(n)),
            sentence: words(self.second_person),
            strength: words(self.strength_description),
            sureness: words(self.stars_description),
        })
    }
}
