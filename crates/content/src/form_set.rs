//! The forms beside the check-in: morning, evening, weekly, self-check, safety. Each is a list of
//! short pages with questions, their words and what they depend on. Refuses choosing what to ask.

use std::collections::BTreeSet;

use record::{Form, Item, ItemId, ResponseScale, Role};
use serde::Deserialize;

use crate::header::HeaderFile;
use crate::item_set::WindowFile;
use crate::language::PerLanguage;
use crate::overlay::read_spoken;
use crate::{ContentError, Header, check_in};

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerKind {
    /// On a line from 0 to 100 with words at both ends.
    Line {
        /// Label of 0.
        low: String,
        /// Label of 100.
        high: String,
    },
    /// One of these labels; the answer is its place, counted from 0.
    Choice {
        /// The labels. A label keeps its place for good: new ones are added at the end.
        labels: Vec<String>,
    },
    /// A whole number from 0.
    Count {
        /// The largest that is taken.
        max: i32,
        /// What is counted.
        unit: String,
    },
}

/// The answers on an earlier page that make a question worth asking.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskedIf {
    /// The item that was answered.
    pub item: String,
    /// With one of these.
    pub any_of: Vec<i32>,
}

impl AskedIf {
    /// Whether an answer to [`Self::item`] is one of those asked for; no answer never is.
    #[must_use]
    pub fn holds(&self, answer: Option<f64>) -> bool {
        answer.is_some_and(|answer| is_one_of(&self.any_of, answer))
    }
}

fn is_one_of(list: &[i32], answer: f64) -> bool {
    list.iter()
        .any(|known| (f64::from(*known) - answer).abs() < 0.5)
}

/// One page of a form.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormPage {
    /// Stable id.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// A line below the heading.
    pub line: Option<String>,
    /// What makes it worth showing; `None`: always shown.
    pub asked_if: Option<AskedIf>,
    /// One of the pages of this kind is asked each time, in turn.
    #[serde(default)]
    pub in_turn: bool,
    /// The one question of a page whose items are words to tick; `None`: each asks for itself.
    pub ticks: Option<String>,
}

/// One question of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct FormItem {
    /// Id, scale, role and window, as the record keeps them.
    pub item: Item,
    /// The page on which it stands.
    pub page: String,
    /// What it is meant to measure, in words for researchers.
    pub construct: String,
    /// The question.
    pub question: String,
    /// What it asks about in a few words, for the page that says what was noticed.
    pub short: Option<String>,
    /// How it is answered.
    pub kind: AnswerKind,
    /// Asked in turn with the other rotating ones of its form.
    pub is_rotating: bool,
    /// Asked until it was answered once.
    pub is_once: bool,
    /// Left out of everything shown or exported unless the person asks for it.
    pub is_sensitive: bool,
    /// More of it is well: it is noticed when there is little of it.
    pub is_well: bool,
    /// Answers after which help comes before the rest of the form.
    pub now: Vec<i32>,
}

impl FormItem {
    /// Whether this answer means that help comes before the rest of the form.
    #[must_use]
    pub fn is_now(&self, answer: f64) -> bool {
        is_one_of(&self.now, answer)
    }
}

/// Something that a person can do for themselves and tick off.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EveningStrategy {
    /// Stable id; kept in the record as the practice.
    pub id: String,
    /// The words that people see.
    pub word: String,
}

/// What is asked of somebody under 18.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForYoung {
    /// Questions that are left out, by their ids; on the morning page also fields of the night.
    pub leaves_out: Vec<String>,
    /// So many of the rotating ones are asked each time.
    #[serde(default)]
    pub rotating: usize,
}

/// The fields of a night, which the morning page asks beside its questions.
pub const NIGHT: [&str; 8] = [
    "into_bed",
    "tried",
    "latency",
    "awakenings",
    "awake",
    "woke",
    "up",
    "quality",
];

/// One form.
#[derive(Debug, Clone, PartialEq)]
pub struct FormSet {
    /// Which file it comes from, below `content/`.
    pub file: &'static str,
    /// What the file says about itself.
    pub header: Header,
    /// Its pages in the order of showing.
    pub pages: Vec<FormPage>,
    /// Its questions in the order of asking, page by page.
    pub items: Vec<FormItem>,
    /// Strategies to tick off; empty on most forms.
    pub strategies: Vec<EveningStrategy>,
    /// The shorter form for somebody under 18; `None`: the same one.
    pub young: Option<ForYoung>,
}

impl FormSet {
    /// Whether a question, or a field of the night, is asked of somebody under 18.
    #[must_use]
    pub fn asks_young(&self, id: &str) -> bool {
        let leaves_out = |young: &ForYoung| young.leaves_out.iter().any(|out| out == id);
        !self.young.as_ref().is_some_and(leaves_out)
    }

    /// One question by its id.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<&FormItem> {
        self.items.iter().find(|item| item.item.id.as_str() == id)
    }

    /// The questions of one page, in the order of asking.
    pub fn on_page<'a>(&'a self, page: &'a str) -> impl Iterator<Item = &'a FormItem> {
        self.items.iter().filter(move |item| item.page == page)
    }

    /// All items without their words, as a record keeps them.
    #[must_use]
    pub fn record_items(&self) -> Vec<Item> {
        self.items.iter().map(|item| item.item.clone()).collect()
    }

    /// Every text of the form with a name for its place, in order.
    pub fn texts(&self) -> impl Iterator<Item = (String, &str)> {
        let file = self.file;
        let of_pages = self.pages.iter().flat_map(move |page| {
            std::iter::once(&page.heading)
                .chain(&page.line)
                .chain(&page.ticks)
                .map(move |text| (format!("{file}.{}", page.id), text.as_str()))
        });
        let of_items = self.items.iter().flat_map(move |item| {
            let labels: Vec<&String> = match &item.kind {
                AnswerKind::Line { low, high } => vec![low, high],
                AnswerKind::Choice { labels } => labels.iter().collect(),
                AnswerKind::Count { unit, .. } => vec![unit],
            };
            std::iter::once(&item.question)
                .chain(&item.short)
                .chain(labels)
                .map(move |text| (format!("{file}.{}", item.item.id), text.as_str()))
        });
        let of_strategies = (self.strategies.iter())
            .map(move |s| (format!("{file}.strategy.{}", s.id), s.word.as_str()));
        of_pages.chain(of_items).chain(of_strategies)
    }
}

/// Gives one form.
///
/// # Errors
/// [`ContentError::File`] or [`ContentError::Entry`] when the built-in file is wrong, which a test
/// rules out, and for [`Form::CheckIn`], which [`check_in`] gives.
pub fn form(form: Form) -> Result<&'static FormSet, ContentError> {
    let Some((kept, file, text)) = file(form) else {
        return Err(ContentError::File {
            file: crate::item_set::FILE,
            why: "the check-in has a shape of its own".to_owned(),
        });
    };
    kept.get(|| read_spoken(file, text, |text| parse(file, text)))
        .as_ref()
        .map_err(Clone::clone)
}

type Kept = PerLanguage<Result<FormSet, ContentError>>;

/// Where a form is kept, its file and its text; `None` for the check-in.
pub(crate) fn file(form: Form) -> Option<(&'static Kept, &'static str, &'static str)> {
    static KEPT: [Kept; 6] = [const { Kept::new() }; 6];
    macro_rules! file {
        ($idx:expr, $name:literal) => {
            (
                &KEPT[$idx],
                concat!("items/", $name),
                include_str!(concat!("../../../content/items/", $name)),
            )
        };
    }
    Some(match form {
        Form::CheckIn => return None,
        Form::Morning => file!(0, "morning.toml"),
        Form::Evening => file!(1, "evening.toml"),
        Form::Weekly => file!(2, "weekly.toml"),
        Form::SelfCheck => file!(3, "self_check.toml"),
        Form::Safety => file!(4, "safety.toml"),
        Form::ToldByOther => file!(5, "told_by_other.toml"),
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FormFile {
    header: HeaderFile,
    page: Vec<FormPage>,
    item: Vec<ItemFile>,
    #[serde(default)]
    strategy: Vec<EveningStrategy>,
    young: Option<ForYoung>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemFile {
    id: String,
    page: String,
    construct: String,
    question: String,
    short: Option<String>,
    answer: AnswerFile,
    window: WindowFile,
    #[serde(default)]
    rotating: bool,
    #[serde(default)]
    once: bool,
    #[serde(default)]
    sensitive: bool,
    #[serde(default)]
    more_is_well: bool,
    #[serde(default)]
    now: Vec<i32>,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum AnswerFile {
    Line { low: String, high: String },
    Choice { labels: Vec<String> },
    Count { max: i32, unit: String },
}

pub(crate) fn parse(file: &'static str, text: &str) -> Result<FormSet, ContentError> {
    let read: FormFile = toml::from_str(text).map_err(|error| ContentError::File {
        file,
        why: error.to_string(),
    })?;
    let entry = |id: &str, why: String| ContentError::Entry {
        file,
        id: id.to_owned(),
        why,
    };
    let items = (read.item.into_iter())
        .map(|item| {
            let id = item.id.clone();
            read_item(item).map_err(|why| entry(&id, why))
        })
        .collect::<Result<Vec<_>, _>>()?;
    let set = FormSet {
        file,
        header: Header::from_file(file, read.header)?,
        pages: read.page,
        items,
        strategies: read.strategy,
        young: read.young,
    };
    check_order(&set).map_err(|(id, why)| entry(&id, why.to_owned()))?;
    Ok(set)
}

fn read_item(file: ItemFile) -> Result<FormItem, String> {
    let (kind, scale) = match file.answer {
        AnswerFile::Line { low, high } => {
            (AnswerKind::Line { low, high }, ResponseScale::LINE_0_100)
        }
        AnswerFile::Choice { labels } => {
            let max = i32::try_from(labels.len()).unwrap_or(0) - 1;
            if max < 1 {
                return Err("a choice has at least two labels".to_owned());
            }
            (
                AnswerKind::Choice { labels },
                ResponseScale::Steps { min: 0, max },
            )
        }
        AnswerFile::Count { max, unit } if max > 0 => (
            AnswerKind::Count { max, unit },
            ResponseScale::Steps { min: 0, max },
        ),
        AnswerFile::Count { .. } => return Err("a count goes up to at least 1".to_owned()),
    };
    let own = Item {
        id: ItemId::new(&file.id).map_err(|error| error.to_string())?,
        scale,
        role: Role::Context,
        window: file.window.into(),
    };
    Ok(FormItem {
        item: shared(own)?,
        page: file.page,
        construct: file.construct,
        question: file.question,
        short: file.short,
        kind,
        is_rotating: file.rotating,
        is_once: file.once,
        is_sensitive: file.sensitive,
        is_well: file.more_is_well,
        now: file.now,
    })
}

/// An item of the check-in that is asked here too is kept as the same item.
fn shared(own: Item) -> Result<Item, String> {
    let set = check_in().map_err(|error| error.to_string())?;
    match set.item(own.id.as_str()) {
        Some(known) if known.item.scale != own.scale => {
            Err("the check-in asks this on another scale".to_owned())
        }
        Some(known) => Ok(known.item.clone()),
        None => Ok(own),
    }
}

fn check_order(set: &FormSet) -> Result<(), (String, &'static str)> {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut n_found = 0;
    for page in &set.pages {
        if let Some(asked_if) = &page.asked_if {
            let is_known = seen.contains(asked_if.item.as_str());
            let scale = set.item(&asked_if.item).map(|item| item.item.scale);
            let holds = |n: &i32| scale.is_some_and(|scale| scale.holds(f64::from(*n)));
            if !is_known || asked_if.any_of.is_empty() || !asked_if.any_of.iter().all(holds) {
                let why = "a page depends on answers that an earlier page can have";
                return Err((page.id.clone(), why));
            }
        }
        let before = n_found;
        for item in set.on_page(&page.id) {
            n_found += 1;
            check_item(item).map_err(|why| (item.item.id.to_string(), why))?;
            let is_word = matches!(&item.kind, AnswerKind::Choice { labels } if labels.len() == 2);
            if page.ticks.is_some() && !(is_word && item.short.is_some()) {
                let why = "a word to tick is yes or no, and has a short form";
                return Err((item.item.id.to_string(), why));
            }
            if !seen.insert(item.item.id.as_str()) {
                return Err((item.item.id.to_string(), "this id stands twice"));
            }
        }
        if n_found == before || page.heading.trim().is_empty() {
            return Err((page.id.clone(), "a page has a heading and questions"));
        }
    }
    let left_out = set.young.iter().flat_map(|young| &young.leaves_out);
    for id in left_out {
        if set.item(id).is_none() && !NIGHT.contains(&id.as_str()) {
            return Err((id.clone(), "only what is asked can be left out"));
        }
    }
    if n_found == set.items.len() {
        Ok(())
    } else {
        let why = "each question stands on one page of the form, and each page once";
        Err((set.file.to_owned(), why))
    }
}

fn check_item(item: &FormItem) -> Result<(), &'static str> {
    let labels: Vec<&str> = match &item.kind {
        AnswerKind::Line { low, high } => vec![low, high],
        AnswerKind::Choice { labels } => labels.iter().map(String::as_str).collect(),
        AnswerKind::Count { unit, .. } => vec![unit],
    };
    let differ: BTreeSet<&str> = labels.iter().copied().collect();
    if differ.len() != labels.len() || labels.iter().any(|label| label.trim().is_empty()) {
        return Err("all labels have words, and no two have the same");
    }
    if !item.question.ends_with('?') {
        return Err("a question ends with its mark");
    }
    if !item
        .now
        .iter()
        .all(|n| item.item.scale.holds(f64::from(*n)))
    {
        return Err("only an answer that can be given can call for help");
    }
    Ok(())
}

#[cfg(test)]
mod tests;
