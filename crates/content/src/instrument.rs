//! Facts of published questionnaires: how each is scored, and where that is known from. Refuses
//! their wording, and a number without a source.

mod read;
mod recognise;
mod self_harm;

use record::ScoringRule;

use crate::language::PerLanguage;
use crate::overlay::read_all_spoken;
use crate::{CardSource, ContentError, Header};

pub use read::parse_instruments;
pub use recognise::{Candidate, Clue, Described, recognise};
pub use self_harm::speaks_of_self_harm;

pub(crate) const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/instruments.rs"));

/// Facts of one published questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct Instrument {
    /// What the file says about itself.
    pub header: Header,
    /// Its file below `content/`.
    pub file: &'static str,
    /// Its usual short name.
    pub title: String,
    /// What it asks, in own words.
    pub about: String,
    /// What stretch of time it asks about.
    pub asks_about: String,
    /// Who may use it, in one line.
    pub rights: String,
    /// What its score can not say.
    pub limits: String,
    /// How it is scored.
    pub rule: ScoringRule,
    /// What people read about each scale, in the order of the rule.
    pub scales: Vec<ScaleWords>,
    /// Where its numbers come from.
    pub sources: Vec<InstrumentSource>,
    titles: Vec<String>,
    codes: Vec<String>,
}

/// What people read about one scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScaleWords {
    /// Stable name, as in the rule.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// The words of each published range, in the order of the rule; own and neutral words.
    pub bands: Vec<String>,
}

/// Where numbers of an instrument come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstrumentSource {
    /// Which of its facts: `items`, `total`, `parts`, `bands`, `change`, `missing`, `order`,
    /// `self_harm`, `codes`, `rights`.
    pub of: Vec<String>,
    /// The source itself.
    pub source: CardSource,
}

impl Instrument {
    /// Its stable name.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.rule.parts().id
    }

    /// The words of a scale.
    #[must_use]
    pub fn scale(&self, id: &str) -> Option<&ScaleWords> {
        self.scales.iter().find(|scale| scale.id == id)
    }

    /// Sources of one fact.
    pub fn sources_of<'a>(&'a self, fact: &'a str) -> impl Iterator<Item = &'a CardSource> {
        let holds = move |source: &&InstrumentSource| source.of.iter().any(|of| of == fact);
        self.sources.iter().filter(holds).map(|found| &found.source)
    }

    /// Every text with a name for its place.
    pub fn texts(&self) -> impl Iterator<Item = (String, &str)> {
        let own = [&self.about, &self.asks_about, &self.rights, &self.limits];
        let of_scales =
            (self.scales.iter()).flat_map(|scale| std::iter::once(&scale.name).chain(&scale.bands));
        let place = format!("instrument.{}", self.id());
        own.into_iter()
            .chain(of_scales)
            .map(move |text| (place.clone(), text.as_str()))
    }
}

/// Gives all instruments, by their names.
///
/// # Errors
/// [`ContentError`] when a built-in file is wrong, which a test rules out.
pub fn instruments() -> Result<&'static [Instrument], ContentError> {
    static LIST: PerLanguage<Result<Vec<Instrument>, ContentError>> = PerLanguage::new();
    (LIST.get(|| read_all_spoken("", FILES, parse_instruments)))
        .as_deref()
        .map_err(Clone::clone)
}

/// The instrument of this name; `None`: no rule is known, and no score is made.
///
/// # Errors
/// As [`instruments`].
pub fn instrument(id: &str) -> Result<Option<&'static Instrument>, ContentError> {
    Ok(instruments()?.iter().find(|one| one.id() == id))
}
