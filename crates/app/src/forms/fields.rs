//! The questions of a page as a screen shows them. Refuses to fill anything in: only what the person
//! typed before stands there.

use content::{AnswerKind, FormItem};
use record::{FactBody, ItemResponse, Record, Response};

use super::FormKind;
use super::plan::Plan;
use crate::check_in::{Choice, digits};
use crate::{Trouble, text};

/// Facts that are gone through for what was ticked before.
const USED_FACTS: usize = 2000;

/// How a field is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// On a line: ten steps between two ends.
    Line {
        /// Label of the lowest.
        low: String,
        /// Label of the highest.
        high: String,
        /// The steps.
        choices: Vec<Choice>,
    },
    /// One of a few.
    Choice(Vec<Choice>),
    /// One of many.
    List(Vec<Choice>),
    /// A whole number.
    Count {
        /// The largest.
        max: i32,
        /// What is counted.
        unit: String,
    },
    /// Clock on the wall.
    Clock,
    /// Any number of these.
    Ticks {
        /// What is seen at once.
        first: Vec<Choice>,
        /// What is seen when the list is opened.
        more: Vec<Choice>,
    },
}

/// One field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldView {
    /// Its name, as the form sends it.
    pub name: String,
    /// The question.
    pub wording: String,
    /// How it is filled in.
    pub kind: FieldKind,
    /// What was typed or ticked before.
    pub typed: Vec<String>,
}

/// Questions that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionView {
    /// Its heading.
    pub heading: String,
    /// A line below it.
    pub line: Option<String>,
    /// Its fields.
    pub fields: Vec<FieldView>,
}

/// What was answered before, as a form would send it.
pub(super) fn typed(before: &[ItemResponse]) -> Vec<(String, String)> {
    let one = |response: &ItemResponse| {
        let value = match response.response {
            Response::Value(value) => value.to_string(),
            Response::Skipped | Response::NotAsked => String::new(),
        };
        (response.item.to_string(), value)
    };
    before.iter().map(one).collect()
}

fn typed_for(typed: &[(String, String)], name: &str) -> Vec<String> {
    let of_name = typed.iter().filter(|(known, _)| known == name);
    let values = of_name.map(|(_, value)| value.clone());
    values.filter(|value| !value.is_empty()).collect()
}

pub(super) fn sections(
    plan: &Plan,
    page: usize,
    typed: &[(String, String)],
    used: &[String],
) -> Result<Vec<SectionView>, Trouble> {
    let part = |part: &'static content::FormPage| SectionView {
        heading: part.heading.clone(),
        line: part.line.clone(),
        fields: match &part.ticks {
            Some(question) => vec![words(plan, part, question, typed)],
            None => shown(plan, part, typed)
                .map(|item| field(item, typed))
                .collect(),
        },
    };
    let asked = plan.parts(page).into_iter().map(part);
    // Of a part that is not asked this time, nothing is shown.
    let asked = asked.filter(|part| part.fields.iter().any(has_choices));
    Ok(match plan.kind {
        FormKind::Morning => std::iter::once(night(plan, typed)).chain(asked).collect(),
        FormKind::Evening => asked.chain([done_today(plan, typed, used)?]).collect(),
        FormKind::Weekly | FormKind::SelfCheck | FormKind::Safety | FormKind::ToldByOther => {
            asked.collect()
        }
    })
}

/// What is asked this time, and what was typed for something that is not: it stays to be seen.
fn shown<'a>(
    plan: &'a Plan,
    part: &'a content::FormPage,
    typed: &'a [(String, String)],
) -> impl Iterator<Item = &'a FormItem> {
    let items = plan.set.on_page(&part.id);
    let is_typed = |item: &FormItem| !typed_for(typed, item.item.id.as_str()).is_empty();
    items.filter(move |item| plan.asks(item) || is_typed(item))
}

fn choice(value: String, label: &str) -> Choice {
    Choice {
        value,
        label: label.to_owned(),
        spoken: label.to_owned(),
    }
}

fn field(item: &FormItem, typed: &[(String, String)]) -> FieldView {
    let name = item.item.id.to_string();
    let kind = match &item.kind {
        AnswerKind::Line { low, high } => FieldKind::Line {
            low: low.clone(),
            high: high.clone(),
            choices: digits(),
        },
        AnswerKind::Choice { labels } => {
            let choices = labels.iter().enumerate();
            let choices = choices.map(|(idx, label)| choice(idx.to_string(), label));
            if labels.len() > 6 {
                FieldKind::List(choices.collect())
            } else {
                FieldKind::Choice(choices.collect())
            }
        }
        AnswerKind::Count { max, unit } => FieldKind::Count {
            max: *max,
            unit: unit.clone(),
        },
    };
    FieldView {
        typed: typed_for(typed, &name),
        wording: item.question.clone(),
        name,
        kind,
    }
}

/// Words to tick without any word are no question.
fn has_choices(field: &FieldView) -> bool {
    !matches!(&field.kind, FieldKind::Ticks { first, .. } if first.is_empty())
}

/// Words to tick, as many as fit. What was kept stands under each item, what was sent under the page.
fn words(
    plan: &Plan,
    part: &content::FormPage,
    question: &str,
    typed: &[(String, String)],
) -> FieldView {
    let items: Vec<&FormItem> = plan.on_page(part).collect();
    let is_kept = |id: &str| typed_for(typed, id).iter().any(|value| value == "1");
    let kept = items.iter().map(|item| item.item.id.to_string());
    let ticked = kept
        .filter(|id| is_kept(id))
        .chain(typed_for(typed, &part.id));
    let choices = items.iter().map(|item| {
        let word = item.short.as_ref().unwrap_or(&item.question);
        choice(item.item.id.to_string(), word)
    });
    FieldView {
        name: part.id.clone(),
        wording: question.to_owned(),
        kind: FieldKind::Ticks {
            first: choices.collect(),
            more: Vec::new(),
        },
        typed: ticked.collect(),
    }
}

/// The fields of a night, in the order in which it passes.
fn night(plan: &Plan, typed: &[(String, String)]) -> SectionView {
    let clock = |_: &str| FieldKind::Clock;
    let count = |max: i32, unit: &str| FieldKind::Count {
        max,
        unit: text(unit),
    };
    let rating = (1..=5).map(|n: i32| {
        let label = text(&format!("night-quality-{n}"));
        choice(n.to_string(), &label)
    });
    let fields = [
        ("into_bed", text("night-into-bed"), clock("")),
        ("tried", text("night-tried"), clock("")),
        ("latency", text("night-latency"), count(720, "unit-minutes")),
        (
            "awakenings",
            text("night-awakenings"),
            count(50, "unit-times"),
        ),
        ("awake", text("night-awake"), count(720, "unit-minutes")),
        ("woke", text("night-woke"), clock("")),
        ("up", text("night-up"), clock("")),
        (
            "quality",
            text("night-quality"),
            FieldKind::Choice(rating.collect()),
        ),
    ];
    let field = |(name, wording, kind): (&str, String, FieldKind)| FieldView {
        name: name.to_owned(),
        wording,
        kind,
        typed: typed_for(typed, name),
    };
    SectionView {
        heading: text("night-heading"),
        line: Some(text("night-line")),
        fields: (fields.into_iter())
            .filter(|(name, ..)| plan.asks_of_night(name))
            .map(field)
            .collect(),
    }
}

/// So many words of a long list are seen before it is opened.
const SEEN: usize = 3;

/// The names of what this person ticked before, the latest first.
pub(super) fn used(record: &Record) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for fact in record.facts().iter().rev().take(USED_FACTS) {
        let label = match &fact.body {
            FactBody::Practice(practice) => &practice.strategy,
            FactBody::Event(event) => &event.label,
            _ => continue,
        };
        if !names.iter().any(|known| known == label.as_str()) {
            names.push(label.as_str().to_owned());
        }
    }
    names
}

/// Of a long list, what is ticked and what was used lately stands first; the order stays that of the
/// list, so that a word is found in its place.
fn ticks(all: Vec<Choice>, typed: &[String], used: &[String]) -> FieldKind {
    let rank = |choice: &Choice| {
        let place = used.iter().position(|name| *name == choice.value);
        (!typed.contains(&choice.value), place.unwrap_or(usize::MAX))
    };
    let mut ranks: Vec<_> = all.iter().map(rank).zip(0usize..).collect();
    ranks.sort_unstable();
    let n_ticked = ranks.iter().filter(|((is_free, _), _)| !is_free).count();
    let seen: Vec<usize> = (ranks.iter().take(SEEN.max(n_ticked)))
        .map(|(_, idx)| *idx)
        .collect();
    let (mut first, mut more) = (Vec::new(), Vec::new());
    for (idx, choice) in all.into_iter().enumerate() {
        if seen.contains(&idx) {
            first.push(choice);
        } else {
            more.push(choice);
        }
    }
    FieldKind::Ticks { first, more }
}

/// What was done and what happened today.
fn done_today(
    plan: &Plan,
    typed: &[(String, String)],
    used: &[String],
) -> Result<SectionView, Trouble> {
    let events = content::events().map_err(|error| Trouble::ours(error.to_string()))?;
    let strategies = (plan.set.strategies.iter()).map(|s| choice(s.id.clone(), &s.word));
    let happened = (events.events.iter()).map(|event| choice(event.id.clone(), &event.word));
    let field = |name: &str, wording: String, choices: Vec<Choice>| {
        let typed = typed_for(typed, name);
        FieldView {
            name: name.to_owned(),
            wording,
            kind: ticks(choices, &typed, used),
            typed,
        }
    };
    Ok(SectionView {
        heading: text("evening-ticks-heading"),
        line: Some(text("evening-ticks-line")),
        fields: vec![
            field("strategy", text("evening-strategies"), strategies.collect()),
            field("event", text("evening-events"), happened.collect()),
        ],
    })
}
