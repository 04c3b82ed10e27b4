//! A questionnaire that the person brought: its wording, what each question takes, and when it is
//! asked. Refuses one whose questions cannot be asked one after another, and refuses to score.

mod answers;
mod enable;
mod kind;
mod safety;

use std::fmt;

use crate::{FactKey, Label, LocalDay, Note};

pub use answers::{AnswerValue, QuestionnaireAnswer, QuestionnaireResponse, ResponseError};
pub use enable::{EnableBehavior, EnableOperator, EnableWhen};
pub use kind::{AnswerOption, Coding, NumberRange, QuestionKind};

/// Says why a questionnaire was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuestionnaireError {
    /// It asks nothing.
    #[error("there is no question in it that can be answered")]
    Empty,
    /// It has more items than are kept.
    #[error("it has {n} items; at most {max} are taken", max = Questionnaire::ITEMS_MAX)]
    Items {
        /// How many it has.
        n: usize,
    },
    /// Groups stand in groups too deeply.
    #[error(
        "item '{item}' lies {level} levels deep; at most {max} are taken",
        max = Questionnaire::LEVELS_MAX
    )]
    Level {
        /// Which item.
        item: String,
        /// How deep it lies, counted from 1.
        level: usize,
    },
    /// Two items have one name.
    #[error("two items have the name '{0}'")]
    Twice(String),
    /// A choice without anything to choose.
    #[error("the choice '{0}' has no answers to choose from")]
    NoOptions(String),
    /// A choice has more answers than are kept.
    #[error("the choice '{item}' has {n} answers; at most {max} are taken", max = AnswerOption::PER_ITEM_MAX)]
    Options {
        /// Which item.
        item: String,
        /// How many it has.
        n: usize,
    },
    /// A question depends on one that is not there.
    #[error("item '{item}' depends on '{on}', which is not in it")]
    UnknownQuestion {
        /// Which item.
        item: String,
        /// What it depends on.
        on: String,
    },
    /// A question depends on an answer that cannot be given.
    #[error("item '{item}' depends on an answer that '{on}' does not take")]
    UnknownAnswer {
        /// Which item.
        item: String,
        /// What it depends on.
        on: String,
    },
    /// Items depend on each other in a circle.
    #[error("item '{0}' depends on itself, through other items or directly")]
    Cycle(String),
    /// Two ends of a range in the wrong order.
    #[error("item '{0}' takes numbers whose largest is below their smallest")]
    Range(String),
    /// The question named for safety is not one that can be answered.
    #[error("'{0}' is no question of this questionnaire")]
    NotAQuestion(String),
}

/// Words of a questionnaire. `Debug` hides them: they may belong to somebody.
#[derive(Clone, PartialEq, Eq)]
pub struct Wording(String);

impl Wording {
    /// Longest piece of wording, in characters.
    pub const CHARS_MAX: usize = 20_000;

    /// Takes a text that is not empty once trimmed; `None` when it is empty or too long.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let fits = !text.is_empty() && text.chars().count() <= Self::CHARS_MAX;
        fits.then(|| Self(text.to_owned()))
    }

    /// The words.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Wording({} bytes)", self.0.len())
    }
}

/// As what a questionnaire was brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuestionnaireFormat {
    /// FHIR R4 (4.0 or 4.3).
    FhirR4,
    /// FHIR R5.
    FhirR5,
    /// Open Scale Definition.
    Osd,
    /// ReproSchema, JSON-LD.
    ReproSchema,
    /// Texts of CamCOPS, XML.
    Camcops,
}

/// What a questionnaire says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionnaireHead {
    /// Its canonical address, where it has one. It is never fetched.
    pub url: Option<Label>,
    /// Its version.
    pub version: Option<Label>,
    /// Its title.
    pub title: Label,
    /// The language of its wording, as a BCP 47 tag.
    pub language: Option<Label>,
    /// Who holds the rights, and what is allowed; `None`: the file says nothing about it.
    pub rights: Option<Wording>,
    /// What comes before the first question.
    pub introduction: Option<Wording>,
    /// As what it was brought.
    pub format: QuestionnaireFormat,
    /// Codes of the whole.
    pub codes: Vec<Coding>,
}

/// One question, text or group of a questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionnaireItem {
    /// Its name within the questionnaire.
    pub link_id: Label,
    /// How deep it lies: 0 at the top, one more than the group or question that holds it.
    pub level: u8,
    /// What stands before its wording, such as `1.`.
    pub prefix: Option<Label>,
    /// Its wording; a group may have none.
    pub text: Option<Wording>,
    /// What it takes.
    pub kind: QuestionKind,
    /// Whether the questionnaire asks for an answer. The person may always skip.
    pub is_required: bool,
    /// When it is asked; empty: always.
    pub enable_when: Vec<EnableWhen>,
    /// Whether all of these hold, or one of them.
    pub enable_behavior: EnableBehavior,
    /// Codes of the question.
    pub codes: Vec<Coding>,
}

impl QuestionnaireItem {
    /// Says whether it can be answered: neither a group nor a text to read.
    #[must_use]
    pub const fn is_question(&self) -> bool {
        !matches!(self.kind, QuestionKind::Group | QuestionKind::Display)
    }
}

/// A questionnaire that the person keeps in their record.
#[derive(Debug, Clone, PartialEq)]
pub struct Questionnaire {
    /// Made of the file: the same file brought twice is one questionnaire.
    pub key: FactKey,
    /// What it says of itself.
    pub head: QuestionnaireHead,
    /// When it was brought.
    pub kept_on: LocalDay,
    /// Whether the person said that they may use it; asked where the file says nothing of rights.
    pub is_use_confirmed: bool,
    /// Which published instrument it is, such as `phq9`; `None` while nobody knows.
    pub instrument: Option<Label>,
    /// When it was taken out, in seconds UTC; `None` while it is in the list. What was filled in keeps
    /// its words.
    pub taken_out_at: Option<i64>,
    safety_item: Option<Label>,
    items: Vec<QuestionnaireItem>,
}

impl Questionnaire {
    /// Items that one questionnaire has at most, groups and texts included.
    pub const ITEMS_MAX: usize = 500;
    /// Levels of groups at most.
    pub const LEVELS_MAX: usize = 8;
    /// Questionnaires in a record at most, those taken out included.
    pub const KEPT_MAX: usize = 200;

    /// Takes the items in the order in which they are asked, each after the one that holds it.
    ///
    /// # Errors
    /// [`QuestionnaireError`] for the first thing that keeps it from being asked.
    pub fn new(
        key: FactKey,
        head: QuestionnaireHead,
        items: Vec<QuestionnaireItem>,
        kept_on: LocalDay,
    ) -> Result<Self, QuestionnaireError> {
        check(&items)?;
        enable::check(&items)?;
        Ok(Self {
            key,
            head,
            kept_on,
            is_use_confirmed: false,
            instrument: None,
            taken_out_at: None,
            safety_item: None,
            items,
        })
    }

    /// All items, in the order in which they are asked.
    #[must_use]
    pub fn items(&self) -> &[QuestionnaireItem] {
        &self.items
    }

    /// The questions that can be answered, in their order; position 1 is the first of them.
    pub fn questions(&self) -> impl DoubleEndedIterator<Item = &QuestionnaireItem> {
        self.items.iter().filter(|item| item.is_question())
    }

    /// The place of an item among [`Self::items`].
    #[must_use]
    pub fn place(&self, link_id: &str) -> Option<usize> {
        self.items
            .iter()
            .position(|item| item.link_id.as_str() == link_id)
    }

    /// One item by its name.
    #[must_use]
    pub fn item(&self, link_id: &str) -> Option<&QuestionnaireItem> {
        self.items
            .iter()
            .find(|item| item.link_id.as_str() == link_id)
    }

    /// The position of a question among those that can be answered, counted from 1.
    #[must_use]
    pub fn position(&self, link_id: &str) -> Option<usize> {
        let mut questions = self.questions();
        let found = questions.position(|item| item.link_id.as_str() == link_id);
        found.map(|idx| idx + 1)
    }

    /// The question about harming oneself, where the person or an instrument named one.
    #[must_use]
    pub const fn safety_item(&self) -> Option<&Label> {
        self.safety_item.as_ref()
    }

    /// Names the question about harming oneself: help comes right after it. `None`: it has none.
    ///
    /// # Errors
    /// [`QuestionnaireError::NotAQuestion`] when there is no such question.
    pub fn set_safety_item(&mut self, item: Option<Label>) -> Result<(), QuestionnaireError> {
        let is_question = |name: &Label| self.position(name.as_str()).is_some();
        if let Some(name) = item.as_ref().filter(|name| !is_question(name)) {
            return Err(QuestionnaireError::NotAQuestion(name.as_str().to_owned()));
        }
        self.safety_item = item;
        Ok(())
    }

    /// Says which items are asked, given these answers; one `bool` for each of [`Self::items`].
    ///
    /// An answer to a question that is not asked counts as not given.
    #[must_use]
    pub fn asked(&self, response: &QuestionnaireResponse) -> Vec<bool> {
        enable::asked(&self.items, response)
    }
}

fn check(items: &[QuestionnaireItem]) -> Result<(), QuestionnaireError> {
    if !items.iter().any(QuestionnaireItem::is_question) {
        return Err(QuestionnaireError::Empty);
    }
    if items.len() > Questionnaire::ITEMS_MAX {
        return Err(QuestionnaireError::Items { n: items.len() });
    }
    let mut above = None;
    let mut seen = std::collections::BTreeSet::new();
    for item in items {
        let name = || item.link_id.as_str().to_owned();
        let level = usize::from(item.level) + 1;
        // An item lies in one that came before it.
        let may_be = above.map_or(1, |above: usize| above + 1);
        if level > Questionnaire::LEVELS_MAX || level > may_be {
            return Err(QuestionnaireError::Level {
                item: name(),
                level,
            });
        }
        above = Some(level);
        if !seen.insert(&item.link_id) {
            return Err(QuestionnaireError::Twice(name()));
        }
        item.kind.check(&name)?;
    }
    Ok(())
}

/// Free words as an answer, or none.
pub(crate) fn words(text: &str) -> Option<Note> {
    Note::new(text.trim()).ok()
}
