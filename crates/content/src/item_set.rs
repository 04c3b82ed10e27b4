//! The momentary check-in: its items, their words and the words for a flicker. Refuses choosing
//! which of them to ask.

use std::collections::BTreeSet;

use record::{Item, ItemId, Polarity, ResponseScale, Role, Window};
use serde::Deserialize;

use crate::header::HeaderFile;
use crate::language::PerLanguage;
use crate::overlay::read_spoken;
use crate::{ContentError, Header};

pub(crate) const FILE: &str = "items/check_in.toml";
pub(crate) const TEXT: &str = include_str!("../../../content/items/check_in.toml");

/// When an item is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// At every check-in.
    Always,
    /// One of these at each check-in, in turn.
    InTurn,
    /// One of these at each check-in, drawn in balanced blocks.
    Rotating,
    /// At every check-in of somebody who wants it: what is around.
    Around,
    /// At every check-in, as the last item.
    Last,
}

/// One item with its words.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckInItem {
    /// Id, scale, role and window.
    pub item: Item,
    /// What it is meant to measure, in words for researchers.
    pub construct: String,
    /// When it is asked.
    pub asked: Asked,
    /// The question.
    pub question: String,
    /// Label of the lowest answer.
    pub low: String,
    /// Label of the highest answer.
    pub high: String,
    /// Labels of all steps from lowest to highest; empty for a line.
    pub steps: Vec<String>,
}

/// How a flicker word feels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Pleasant.
    Pleasant,
    /// Neither pleasant nor unpleasant.
    Neutral,
    /// Unpleasant; it counts all the same.
    Unpleasant,
}

/// One word for what came through.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FlickerWord {
    /// Stable id; kept in the record.
    pub id: String,
    /// The word that people see.
    pub word: String,
    /// How it feels.
    pub tone: Tone,
}

/// The momentary check-in.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckInSet {
    /// What the file says about itself.
    pub header: Header,
    /// All items in the order of asking; the flicker is last.
    pub items: Vec<CheckInItem>,
    /// Words for a flicker, in the order of showing.
    pub flicker_words: Vec<FlickerWord>,
    /// Ways of asking that are left out for somebody under 18.
    pub young_leaves_out: Vec<Asked>,
}

impl CheckInSet {
    /// One item by its id.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<&CheckInItem> {
        self.items.iter().find(|item| item.item.id.as_str() == id)
    }

    /// The items that are asked in one way, in the order of asking.
    pub fn asked(&self, asked: Asked) -> impl Iterator<Item = &CheckInItem> {
        self.items.iter().filter(move |item| item.asked == asked)
    }

    /// All items without their words, as a record keeps them.
    #[must_use]
    pub fn record_items(&self) -> Vec<Item> {
        self.items.iter().map(|item| item.item.clone()).collect()
    }

    /// One flicker word by its id.
    #[must_use]
    pub fn flicker_word(&self, id: &str) -> Option<&FlickerWord> {
        self.flicker_words.iter().find(|word| word.id == id)
    }

    /// Every text of the set with a name for its place, in order.
    pub fn texts(&self) -> impl Iterator<Item = (String, &str)> {
        let of_items = self.items.iter().flat_map(|item| {
            let id = item.item.id.as_str();
            let labels = [("low", &item.low), ("high", &item.high)];
            std::iter::once((format!("{id}.question"), item.question.as_str()))
                .chain(labels.map(|(name, text)| (format!("{id}.{name}"), text.as_str())))
                .chain(
                    (item.steps.iter().enumerate())
                        .map(move |(idx, step)| (format!("{id}.steps.{idx}"), step.as_str())),
                )
        });
        let of_words = (self.flicker_words.iter())
            .map(|word| (format!("flicker_word.{}", word.id), word.word.as_str()));
        of_items.chain(of_words)
    }
}

/// Gives the momentary check-in.
///
/// # Errors
/// [`ContentError::File`] or [`ContentError::Entry`] when the built-in file is wrong, which a test
/// rules out for every build that passed its tests.
pub fn check_in() -> Result<&'static CheckInSet, ContentError> {
    static SET: PerLanguage<Result<CheckInSet, ContentError>> = PerLanguage::new();
    SET.get(|| read_spoken(FILE, TEXT, parse))
        .as_ref()
        .map_err(Clone::clone)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SetFile {
    header: HeaderFile,
    item: Vec<ItemFile>,
    flicker_word: Vec<FlickerWord>,
    young: YoungFile,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YoungFile {
    leaves_out: Vec<Asked>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemFile {
    id: String,
    construct: String,
    question: String,
    low: String,
    high: String,
    #[serde(default)]
    steps: Vec<String>,
    scale: ScaleFile,
    role: RoleFile,
    polarity: Option<PolarityFile>,
    window: WindowFile,
    asked: Asked,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum ScaleFile {
    Line { min: f64, max: f64 },
    Steps { min: i32, max: i32 },
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum RoleFile {
    Outcome,
    Candidate,
    Context,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum PolarityFile {
    HigherIsMoreFeeling,
    HigherIsMoreNumb,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum WindowFile {
    Momentary,
    Daily,
    SinceLast,
}

impl From<WindowFile> for Window {
    fn from(file: WindowFile) -> Self {
        match file {
            WindowFile::Momentary => Self::Momentary,
            WindowFile::Daily => Self::Daily,
            WindowFile::SinceLast => Self::SinceLast,
        }
    }
}

pub(crate) fn parse(text: &str) -> Result<CheckInSet, ContentError> {
    let file: SetFile = toml::from_str(text).map_err(|error| ContentError::File {
        file: FILE,
        why: error.to_string(),
    })?;
    let items = file
        .item
        .into_iter()
        .map(|item| {
            let id = item.id.clone();
            read_item(item).map_err(|why| entry(id, why))
        })
        .collect::<Result<Vec<_>, _>>()?;
    let set = CheckInSet {
        header: Header::from_file(FILE, file.header)?,
        items,
        flicker_words: file.flicker_word,
        young_leaves_out: file.young.leaves_out,
    };
    check_order(&set)?;
    Ok(set)
}

fn entry(id: impl Into<String>, why: impl Into<String>) -> ContentError {
    ContentError::Entry {
        file: FILE,
        id: id.into(),
        why: why.into(),
    }
}

fn read_item(file: ItemFile) -> Result<CheckInItem, String> {
    let scale = match file.scale {
        ScaleFile::Line { min, max } => {
            ResponseScale::line(min, max).map_err(|error| error.to_string())?
        }
        ScaleFile::Steps { min, max } => {
            let n = i64::from(max) - i64::from(min) + 1;
            if n < 2 || usize::try_from(n).ok() != Some(file.steps.len()) {
                return Err("as many step labels as steps, and at least two".to_owned());
            }
            ResponseScale::Steps { min, max }
        }
    };
    if matches!(scale, ResponseScale::Line { .. }) && !file.steps.is_empty() {
        return Err("a line has no step labels".to_owned());
    }
    let role = match (file.role, file.polarity) {
        (RoleFile::Outcome, Some(PolarityFile::HigherIsMoreFeeling)) => {
            Role::Outcome(Polarity::HigherIsMoreFeeling)
        }
        (RoleFile::Outcome, Some(PolarityFile::HigherIsMoreNumb)) => {
            Role::Outcome(Polarity::HigherIsMoreNumb)
        }
        (RoleFile::Candidate, None) => Role::Candidate,
        (RoleFile::Context, None) => Role::Context,
        _ => return Err("an outcome has a polarity, and nothing else has one".to_owned()),
    };
    let window = file.window.into();
    let has_blank = [&file.question, &file.low, &file.high]
        .into_iter()
        .chain(&file.steps)
        .any(|text| text.trim().is_empty());
    if has_blank {
        return Err("a question and the labels of both ends have words".to_owned());
    }
    Ok(CheckInItem {
        item: Item {
            id: ItemId::new(&file.id).map_err(|error| error.to_string())?,
            scale,
            role,
            window,
        },
        construct: file.construct,
        asked: file.asked,
        question: file.question,
        low: file.low,
        high: file.high,
        steps: file.steps,
    })
}

fn check_order(set: &CheckInSet) -> Result<(), ContentError> {
    let mut seen = BTreeSet::new();
    for item in &set.items {
        if !seen.insert(item.item.id.as_str()) {
            return Err(entry(item.item.id.as_str(), "this id stands twice"));
        }
    }
    let mut words = BTreeSet::new();
    for word in &set.flicker_words {
        if word.id.is_empty() || word.word.trim().is_empty() || !words.insert(&word.id) {
            return Err(entry(
                &word.id,
                "a flicker word has words and an id of its own",
            ));
        }
    }
    let n_last = set.asked(Asked::Last).count();
    if n_last != 1
        || set
            .items
            .last()
            .is_none_or(|item| item.asked != Asked::Last)
    {
        return Err(entry(
            "asked",
            "exactly one item is asked last, and it stands last",
        ));
    }
    Ok(())
}
