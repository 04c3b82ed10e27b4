//! A table on the page: what its columns are, as the person says it, and its first rows as they would be
//! read. Refuses to take a column for numbness that nobody named.

use std::io::Read as _;
use std::path::Path;

use exchange::{ChoiceError, ColumnUse, Holds, Map, SeenColumn, TableChoices, TableLook};
use record::{Fact, FactBody, Polarity, Response, Role, Source, Zone};

use crate::import::{of_file, open_buffered, unreadable};
use crate::texts::{text, text_with};
use crate::{Trouble, TroubleKind};

/// Rows that are shown as they would be read.
const ROWS_SHOWN: usize = 5;
/// As much of a table is read for them, in bytes.
const HEAD_BYTES: u64 = 1 << 18;
/// As much of a note is shown, in characters.
const NOTE_CHARS_SHOWN: usize = 60;

/// A table that waits, with what was said of it.
pub(super) struct HeldTable {
    look: TableLook,
    choices: TableChoices,
    /// The map of the choices, and the first rows by it; `None` until they can be read.
    read: Option<(String, Vec<String>)>,
}

/// The columns of a table and what was chosen of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableView {
    /// How many rows there are.
    pub line: String,
    /// Each column, in order.
    pub columns: Vec<ColumnView>,
    /// What a column can be: the name of the choice and its words.
    pub uses: Vec<(&'static str, String)>,
    /// The ends of the scale of numbness, as typed.
    pub ends: (String, String),
    /// A date that could be two days.
    pub order_asked: Option<String>,
    /// `day_first`, `month_first` or nothing.
    pub order: String,
    /// Where the clock hung.
    pub zone: String,
    /// The first rows as they would be read.
    pub rows: Vec<String>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnView {
    /// Its name in the file.
    pub name: String,
    /// What stands in it.
    pub holds: String,
    /// The name of what was chosen.
    pub chosen: &'static str,
}

impl HeldTable {
    pub(super) fn new(look: TableLook, zone: &Zone) -> Self {
        let choices = look.proposal(zone);
        Self {
            look,
            choices,
            read: None,
        }
    }

    /// The map, once the table can be read by it.
    pub(super) fn map(&self) -> Option<String> {
        self.read.as_ref().map(|(map, _)| map.clone())
    }

    /// Keeps what was chosen, and makes a map of it.
    pub(super) fn choose(&mut self, said: &dyn Fn(&str) -> String) -> Result<String, Trouble> {
        let uses = (0..self.look.columns.len())
            .map(|idx| ColumnUse::of_word(&said(&format!("column_{idx}"))));
        self.read = None;
        self.choices = TableChoices {
            uses: uses.collect(),
            ends: (said("min"), said("max")),
            order: said("order"),
            zone: said("zone"),
        };
        self.look.map(&self.choices).map_err(|error| asked(&error))
    }

    pub(super) fn keep(&mut self, map: String, rows: Vec<String>) {
        self.read = Some((map, rows));
    }

    pub(super) fn view(&self) -> TableView {
        let chosen = (self.choices.uses.iter()).map(|one| one.unwrap_or(ColumnUse::Leave));
        let columns = self.look.columns.iter().zip(chosen);
        TableView {
            line: text_with("data-table-rows", &[("n", self.look.n_rows.into())]),
            columns: columns
                .map(|(column, chosen)| ColumnView {
                    name: column.name.clone(),
                    holds: holds(column),
                    chosen: chosen.word(),
                })
                .collect(),
            uses: (ColumnUse::ALL.into_iter())
                .map(|one| (one.word(), text(use_words(one))))
                .collect(),
            ends: self.choices.ends.clone(),
            order_asked: self.look.asks_order.clone(),
            order: self.choices.order.clone(),
            zone: self.choices.zone.clone(),
            rows: (self.read.as_ref()).map_or_else(Vec::new, |(_, rows)| rows.clone()),
        }
    }
}

fn holds(column: &SeenColumn) -> String {
    match (column.holds, column.ends) {
        (Holds::Numbers, Some((low, high))) => {
            let (low, high) = (low.to_string(), high.to_string());
            let ends = [("low", low.as_str().into()), ("high", high.as_str().into())];
            text_with("data-column-numbers", &ends)
        }
        (Holds::Dates, _) => text("data-column-dates"),
        (Holds::Clocks, _) => text("data-column-clocks"),
        (Holds::Nothing, _) => text("data-column-nothing"),
        _ => text("data-column-words"),
    }
}

const fn use_words(one: ColumnUse) -> &'static str {
    match one {
        ColumnUse::Leave => "data-use-leave",
        ColumnUse::When => "data-use-when",
        ColumnUse::Clock => "data-use-clock",
        ColumnUse::MoreNumb => "data-use-numb",
        ColumnUse::MoreFeeling => "data-use-feeling",
        ColumnUse::Item => "data-use-item",
        ColumnUse::DailyItem => "data-use-daily",
        ColumnUse::Event => "data-use-event",
        ColumnUse::Note => "data-use-note",
    }
}

/// What is still to be said.
fn asked(error: &ChoiceError) -> Trouble {
    let of_column = |id, column: &str| text_with(id, &[("column", column.into())]);
    let what = match error {
        ChoiceError::NoWhen => text("data-asked-when"),
        ChoiceError::TwoWhens => text("data-asked-one-when"),
        ChoiceError::NoOutcome => text("data-asked-numb"),
        ChoiceError::TwoOutcomes => text("data-asked-one-numb"),
        ChoiceError::NoNumbers { column } => of_column("data-asked-numbers", column),
        ChoiceError::Ends => text("data-asked-ends"),
        ChoiceError::Outside { column } => of_column("data-asked-outside", column),
        ChoiceError::Order => text("data-asked-order"),
        ChoiceError::Zone { zone } => {
            text_with("data-asked-zone", &[("zone", zone.as_str().into())])
        }
    };
    Trouble::new(TroubleKind::Input, what, text("data-asked-hint"))
}

/// The first rows of a table as they would be read by a map, a line each.
pub(super) fn first_rows(file: &Path, map: &str) -> Result<Vec<String>, Trouble> {
    let map = Map::parse(map).map_err(|error| of_file(file, &error, error.hint()))?;
    let mut head = Vec::new();
    open_buffered(file)?
        .take(HEAD_BYTES)
        .read_to_end(&mut head)
        .map_err(|error| unreadable(file, &error))?;
    if u64::try_from(head.len()).is_ok_and(|n| n == HEAD_BYTES) {
        // A row that is cut in the middle would be read as another one.
        let end = head.iter().rposition(|byte| *byte == b'\n').unwrap_or(0);
        head.truncate(end + 1);
    }
    let parsed = exchange::parse_table(head.as_slice(), &map)
        .map_err(|error| of_file(file, &error, error.hint()))?;
    let mut rows: Vec<(u32, String)> = Vec::new();
    for fact in &parsed.facts {
        let Source::Import { line, .. } = fact.source else {
            continue;
        };
        let words = words_of(fact, &map);
        if let Some((_, row)) = rows.last_mut().filter(|(last, _)| *last == line) {
            row.push_str("; ");
            row.push_str(&words);
            continue;
        }
        if rows.len() == ROWS_SHOWN {
            break;
        }
        rows.push((line, format!("{}: {words}", fact.moment.wall_clock())));
    }
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

/// What a fact says, in a few words.
fn words_of(fact: &Fact, map: &Map) -> String {
    let of = |id, words: &str| text_with(id, &[("words", words.into())]);
    match &fact.body {
        FactBody::Occasion(occasion) => match occasion.assessment() {
            None => text("data-row-nothing"),
            Some(assessment) => {
                let answers = assessment.responses().iter();
                let answers = answers.filter_map(|one| match one.response {
                    Response::Value(value) => Some(answer(one.item.as_str(), value, map)),
                    _ => None,
                });
                answers.collect::<Vec<_>>().join("; ")
            }
        },
        FactBody::Event(event) => of("data-row-event", event.label.as_str()),
        FactBody::Note(note) => {
            let mut short: String = note.text().chars().take(NOTE_CHARS_SHOWN).collect();
            if short.len() < note.text().len() {
                short.push('…');
            }
            of("data-row-note", &short)
        }
        _ => String::new(),
    }
}

/// An answer with the name of its column; of numbness also which end is which.
fn answer(item: &str, value: f64, map: &Map) -> String {
    let outcome = &map.outcome;
    if outcome.item.id.as_str() != item {
        let mut candidates = map.candidates.iter();
        let column = candidates.find(|one| one.item.id.as_str() == item);
        return format!("{} {value}", column.map_or(item, |one| one.column.as_str()));
    }
    let (min, max) = outcome.item.scale.ends().unwrap_or((0.0, 0.0));
    let id = match outcome.item.role {
        Role::Outcome(Polarity::HigherIsMoreNumb) => "data-row-numb",
        _ => "data-row-feeling",
    };
    let [value, min, max] = [value, min, max].map(|number| number.to_string());
    text_with(
        id,
        &[
            ("value", value.as_str().into()),
            ("min", min.as_str().into()),
            ("max", max.as_str().into()),
        ],
    )
}
