//! Names, headings and rows of the page. Refuses to look anything up in a record but its events.

use content::{AnswerKind, FormItem};
use record::FactBody;
use report::{Block, Section, Table};

use super::{Chosen, ReportChoice};
use crate::forms::{FormKind, set_of};
use crate::{dates, day, text, text_with};

pub fn section(name: &str, blocks: Vec<Block>) -> Section {
    Section {
        name: name.to_owned(),
        heading: text(&format!("paper-{name}-heading")),
        blocks,
    }
}

pub fn lines(said: impl IntoIterator<Item = String>) -> Vec<Block> {
    let said = said.into_iter().filter(|line| !line.trim().is_empty());
    said.map(Block::Line).collect()
}

pub fn spread_table(caption: &str, rows: Vec<Vec<String>>) -> Table {
    const COLUMNS: [&str; 5] = [
        "paper-item",
        "paper-middle",
        "paper-range",
        "paper-n",
        "paper-latest",
    ];
    Table {
        caption: text(caption),
        columns: COLUMNS.map(text).to_vec(),
        rows,
    }
}

/// What an item asks about, with the words of the high end of its line.
pub fn paper_name(item: &FormItem) -> String {
    let short = item.short.clone().unwrap_or_else(|| item.question.clone());
    match &item.kind {
        AnswerKind::Line { high, .. } => {
            let values = [("name", short.into()), ("high", high.to_lowercase().into())];
            text_with("paper-item-name", &values)
        }
        AnswerKind::Choice { .. } | AnswerKind::Count { .. } => short,
    }
}

pub fn is_place(value: f64, place: u32) -> bool {
    (f64::from(place) - value).abs() < 0.5
}

pub fn label_of(kind: FormKind, item: &str, value: f64) -> Option<String> {
    let set = set_of(kind).ok()?;
    let AnswerKind::Choice { labels } = &set.item(item)?.kind else {
        return None;
    };
    let mut labels = labels.iter().zip(0u32..);
    labels
        .find(|(_, place)| is_place(value, *place))
        .map(|(label, _)| label.clone())
}

/// Events of these days, newest first; sensitive ones say that they are.
pub fn event_choices(record: &record::Record, chosen: &Chosen) -> Vec<ReportChoice> {
    const EVENTS_MAX: usize = 100;
    let starts = record.profile.day_start;
    let of_days = record.facts().iter().rev().filter_map(|fact| {
        let FactBody::Event(event) = &fact.body else {
            return None;
        };
        let at = fact.moment.day(starts);
        if at < chosen.days.0 || at > chosen.days.1 {
            return None;
        }
        let values = [
            ("day", dates::with_year(at).into()),
            ("name", day::event_word(event.label.as_str()).into()),
        ];
        let id = if event.is_sensitive {
            "paper-event-private"
        } else {
            "paper-event"
        };
        Some(ReportChoice {
            value: fact.key.to_string(),
            label: text_with(id, &values),
            is_on: chosen.events.contains(&fact.key),
        })
    });
    of_days.take(EVENTS_MAX).collect()
}
