//! Strategies: what a person can try, for how long, what is known of it, who should not, and the steps
//! of its session. Refuses one that leaves its source, its limits or its way to stop out.

use crate::language::PerLanguage;
use crate::overlay::read_all_spoken;
use crate::{CardSource, ContentError, Header};

mod read;

pub(crate) use read::parse;
pub use read::parse_strategies;
pub(crate) use read::{SourceTable, read_source};

pub(crate) const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/strategies.rs"));

/// Where the evidence for a strategy comes from, as near as it is to numbness itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Grade {
    /// Trials with people who feel numb or unreal.
    A,
    /// Trials in low mood, fear or stress; numbness was not what was asked.
    B,
    /// Seen to go together, or a small study.
    C,
    /// What experts think.
    D,
}

impl Grade {
    pub(crate) const ALL: [(&'static str, Self); 4] = [
        ("a", Self::A),
        ("b", Self::B),
        ("c", Self::C),
        ("d", Self::D),
    ];

    /// Its letter, as in the ids of texts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::C => "c",
            Self::D => "d",
        }
    }
}

/// Where a strategy stands on the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// For this very moment.
    Now,
    /// What the body does.
    Body,
    /// What one does with what comes up.
    Mind,
    /// With others.
    People,
}

impl Group {
    /// All groups in the order of the list, with their names in files and in the ids of texts.
    pub const ALL: [(&'static str, Self); 4] = [
        ("now", Self::Now),
        ("body", Self::Body),
        ("mind", Self::Mind),
        ("people", Self::People),
    ];
}

/// What can put a strategy away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Gate {
    /// All exercises are put away, as by rule R4.
    Exercises,
    /// What concerns food is, by rule R24.
    Food,
    /// This exercise made things less real twice, rule R25.
    Rising,
    /// It looks at the body, and the body feels far away or nobody has said that it does not.
    Body,
    /// Somebody hurts the person: nothing to get used to.
    Unsafe,
}

impl Gate {
    const ALL: [(&'static str, Self); 5] = [
        ("exercises", Self::Exercises),
        ("food", Self::Food),
        ("rising", Self::Rising),
        ("body", Self::Body),
        ("unsafe", Self::Unsafe),
    ];

    /// Its name, as in files and in the ids of texts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exercises => "exercises",
            Self::Food => "food",
            Self::Rising => "rising",
            Self::Body => "body",
            Self::Unsafe => "unsafe",
        }
    }
}

/// One step of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionStep {
    /// What to do.
    pub text: String,
    /// How long it takes, for a timer that can be left out; `None`: as long as it takes.
    pub seconds: Option<u32>,
    /// Seconds of breathing in and of breathing out, where a step has a pace.
    pub breath: Option<(u32, u32)>,
}

/// One strategy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strategy {
    /// What the file says about itself.
    pub header: Header,
    /// Its file below `content/`.
    pub file: &'static str,
    /// Stable id.
    pub id: String,
    /// Its place in the list, from 1; also its address, which says nothing.
    pub number: u16,
    /// Under which name doing it is kept in the record.
    pub practice: String,
    /// Further names in the record that mean it as well.
    pub also: Vec<String>,
    /// Its part of the list.
    pub group: Group,
    /// What it is called.
    pub heading: String,
    /// A line for the list.
    pub line: String,
    /// About how long it takes.
    pub minutes: u32,
    /// Why it could help, in paragraphs.
    pub why: Vec<String>,
    /// How often.
    pub often: String,
    /// How near the evidence is to numbness.
    pub grade: Grade,
    /// What was found.
    pub evidence: String,
    /// When it could show, so that no change in three days is not read as the end of it.
    pub time_to_effect: String,
    /// Days for which it may still act after it was done.
    pub carry_over_days: u32,
    /// It can be done on some days and left on others.
    pub can_be_switched_off: bool,
    /// It can be tried by lot.
    pub experiment: bool,
    /// What can put it away.
    pub gates: Vec<Gate>,
    /// For whom it is not, or not as it stands.
    pub not_for: Vec<String>,
    /// When to stop.
    pub stop: Vec<String>,
    /// How often on one day at most; `None`: as often as one likes.
    pub limit_a_day: Option<u32>,
    /// The sheet that belongs to it.
    pub sheet: Option<String>,
    /// Ids of strategies to try in its place.
    pub instead: Vec<String>,
    /// Its session.
    pub steps: Vec<SessionStep>,
    /// Where it comes from; at least one.
    pub sources: Vec<CardSource>,
}

impl Strategy {
    /// Whether a name in the record means this strategy.
    #[must_use]
    pub fn is_called(&self, practice: &str) -> bool {
        self.practice == practice || self.also.iter().any(|also| also == practice)
    }

    /// Every text of the strategy with a name for its place.
    pub fn texts(&self) -> impl Iterator<Item = (String, &str)> {
        let one = [
            ("heading", &self.heading),
            ("line", &self.line),
            ("often", &self.often),
            ("evidence", &self.evidence),
            ("time_to_effect", &self.time_to_effect),
        ];
        let many = [
            ("why", &self.why),
            ("not_for", &self.not_for),
            ("stop", &self.stop),
        ];
        let many = many
            .into_iter()
            .flat_map(|(part, all)| all.iter().map(move |one| (part, one)));
        let steps = self.steps.iter().map(|step| ("step", &step.text));
        (one.into_iter().chain(many).chain(steps))
            .map(|(part, text)| (format!("{}.{part}", self.id), text.as_str()))
    }
}

/// Gives all strategies in the order of the list.
///
/// # Errors
/// [`ContentError`] when a built-in file is wrong, which a test rules out.
pub fn strategies() -> Result<&'static [Strategy], ContentError> {
    static ALL: PerLanguage<Result<Vec<Strategy>, ContentError>> = PerLanguage::new();
    (ALL.get(|| read_all_spoken("", FILES, parse_strategies)))
        .as_deref()
        .map_err(Clone::clone)
}
