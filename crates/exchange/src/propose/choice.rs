//! What a person says of the columns of a table, and the map that it makes. Refuses to fill in what
//! only the person knows: which column is numbness, which end is which, and the order of dates that
//! could be two.

use std::fmt::Write as _;
use std::io::Read;

use record::Zone;

use super::column::{Column, DateOrder};
use super::{Times, is_id, look};
use crate::TableError;

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnUse {
    /// It is not read.
    Leave,
    /// Date, with or without a time of day.
    When,
    /// Time of day beside a date.
    Clock,
    /// How numb: the highest number is the most numb.
    MoreNumb,
    /// How much could be felt: the highest number is the most feeling.
    MoreFeeling,
    /// Any other number, asked at each occasion.
    Item,
    /// Any other number, one for the whole day.
    DailyItem,
    /// What happened: a yes, or its name.
    Event,
    /// Words.
    Note,
}

impl ColumnUse {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Leave,
        Self::When,
        Self::Clock,
        Self::MoreNumb,
        Self::MoreFeeling,
        Self::Item,
        Self::DailyItem,
        Self::Event,
        Self::Note,
    ];

    /// Its name in a form.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Leave => "leave",
            Self::When => "when",
            Self::Clock => "clock",
            Self::MoreNumb => "numb",
            Self::MoreFeeling => "feeling",
            Self::Item => "item",
            Self::DailyItem => "daily",
            Self::Event => "event",
            Self::Note => "note",
        }
    }

    /// What a name in a form means.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// What stands in the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Nothing.
    Nothing,
    /// Numbers.
    Numbers,
    /// Dates, with or without a time of day.
    Dates,
    /// Times of day.
    Clocks,
    /// Anything else.
    Words,
}

/// A column as it was seen.
#[derive(Debug, Clone, PartialEq)]
pub struct SeenColumn {
    /// Its name in the heading.
    pub name: String,
    /// What stands in it.
    pub holds: Holds,
    /// What is proposed. Numbness is never among it: only the person knows.
    pub proposed: ColumnUse,
    /// The smallest and the largest number.
    pub ends: Option<(f64, f64)>,
}

/// A table that was looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct TableLook {
    /// Its columns, in order.
    pub columns: Vec<SeenColumn>,
    /// Its rows, the heading aside.
    pub n_rows: u64,
    /// A date that could be two days; then the person says in which order dates are written.
    pub asks_order: Option<String>,
    /// The order that can be seen, as a map names it; empty for year, month, day.
    order: &'static str,
    /// Every time names its offset, so that no zone is asked for.
    pub has_offsets: bool,
    has_decimal_comma: bool,
    marks: Vec<&'static str>,
}

/// What the person chose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableChoices {
    /// What each column is, in their order.
    pub uses: Vec<Option<ColumnUse>>,
    /// The ends that an answer about numbness could have, as typed.
    pub ends: (String, String),
    /// `day_first` or `month_first`, where it is asked.
    pub order: String,
    /// Where the clock hung.
    pub zone: String,
}

/// What is still to be said before a table can be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChoiceError {
    /// No column says when.
    #[error("no column says when its rows were")]
    NoWhen,
    /// Two columns say the same.
    #[error("two columns say when its rows were")]
    TwoWhens,
    /// No column says how numb.
    #[error("no column says how numb, or how much could be felt")]
    NoOutcome,
    /// Two columns say it.
    #[error("two columns say how numb, or how much could be felt")]
    TwoOutcomes,
    /// A column of words was chosen where numbers are needed.
    #[error("the column \"{column}\" does not hold numbers")]
    NoNumbers {
        /// Which.
        column: String,
    },
    /// The ends of the scale are no two numbers, the smaller first.
    #[error("the ends of the scale are two numbers, the smaller first")]
    Ends,
    /// Numbers of the column lie outside of these ends.
    #[error("the column \"{column}\" holds numbers outside of the scale")]
    Outside {
        /// Which.
        column: String,
    },
    /// Dates could be two days.
    #[error("nobody said whether the day or the month comes first")]
    Order,
    /// Not a place with a clock.
    #[error("\"{zone}\" is no time zone")]
    Zone {
        /// As typed.
        zone: String,
    },
}

/// Reads a table once, for a person to say what its columns are.
///
/// # Errors
/// [`TableError`] when the file is not a table.
pub fn look_at_table<R: Read>(reader: R) -> Result<TableLook, TableError> {
    let (columns, n_rows) = look(reader)?;
    let times = Times::of(&columns);
    let dates = times.dates.and_then(|idx| columns.get(idx));
    let numbers = || columns.iter().filter(|column| column.is_number());
    let mut marks: Vec<_> = numbers().flat_map(Column::marks).collect();
    marks.sort_unstable();
    marks.dedup();
    let (order, is_asked) = dates.map_or(("", false), |dates| match dates.order() {
        DateOrder::YearFirst => ("", false),
        DateOrder::DayFirst => ("day_first", false),
        DateOrder::MonthFirst => ("month_first", false),
        DateOrder::Either | DateOrder::Mixed => ("", true),
    });
    Ok(TableLook {
        n_rows,
        asks_order: dates
            .filter(|_| is_asked)
            .map(|dates| dates.example().to_owned()),
        order,
        has_offsets: dates.is_some_and(Column::has_offset),
        has_decimal_comma: numbers().any(Column::has_decimal_comma),
        marks,
        columns: (columns.iter().enumerate())
            .map(|(idx, column)| SeenColumn {
                name: column.name.clone(),
                holds: holds(column),
                proposed: proposed(&times, idx, column),
                ends: column.ends(),
            })
            .collect(),
    })
}

fn holds(column: &Column) -> Holds {
    match () {
        () if column.is_empty() => Holds::Nothing,
        () if column.is_number() => Holds::Numbers,
        () if column.is_date() => Holds::Dates,
        () if column.is_clock() => Holds::Clocks,
        () => Holds::Words,
    }
}

fn proposed(times: &Times, idx: usize, column: &Column) -> ColumnUse {
    match () {
        () if times.dates == Some(idx) => ColumnUse::When,
        () if times.clocks == Some(idx) => ColumnUse::Clock,
        () if times.uses(idx) || is_id(column) || !column.is_number() => ColumnUse::Leave,
        () if column.is_once_a_day() => ColumnUse::DailyItem,
        () => ColumnUse::Item,
    }
}

impl TableLook {
    /// What is proposed of every column, with the zone of this computer.
    #[must_use]
    pub fn proposal(&self, zone: &Zone) -> TableChoices {
        TableChoices {
            uses: self.columns.iter().map(|one| Some(one.proposed)).collect(),
            zone: zone.name().to_owned(),
            ..TableChoices::default()
        }
    }

    /// The map of what was chosen.
    ///
    /// # Errors
    /// [`ChoiceError`]: what is still to be said.
    pub fn map(&self, choices: &TableChoices) -> Result<String, ChoiceError> {
        let mut text = String::new();
        let order = match (&self.asks_order, choices.order.as_str()) {
            (None, _) => self.order,
            (Some(_), "day_first") => "day_first",
            (Some(_), "month_first") => "month_first",
            (Some(_), _) => return Err(ChoiceError::Order),
        };
        if !order.is_empty() {
            let _ = writeln!(text, "dates = {}", quoted(order));
        }
        if !self.marks.is_empty() {
            let _ = writeln!(text, "missing = {}", toml::Value::from(self.marks.clone()));
        }
        if self.has_decimal_comma {
            text.push_str("decimal = \",\"\n");
        }
        self.write_time(&mut text, choices)?;
        self.write_outcome(&mut text, choices)?;
        for (column, what) in self.chosen(choices) {
            let name = quoted(&column.name);
            let head = match what {
                ColumnUse::Item | ColumnUse::DailyItem => {
                    need_numbers(column)?;
                    "candidate"
                }
                ColumnUse::Event => "event",
                ColumnUse::Note => "note",
                _ => continue,
            };
            let _ = writeln!(text, "[[{head}]]\ncolumn = {name}");
            match what {
                ColumnUse::Item => write_id(&mut text, column),
                ColumnUse::DailyItem => {
                    write_id(&mut text, column);
                    text.push_str("once = \"daily\"\n");
                }
                // A number says whether it was; the name of the column says what.
                ColumnUse::Event if column.holds == Holds::Numbers => {
                    let _ = writeln!(text, "label = {name}");
                }
                _ => {}
            }
        }
        Ok(text)
    }

    fn chosen(&self, choices: &TableChoices) -> impl Iterator<Item = (&SeenColumn, ColumnUse)> {
        let uses = choices
            .uses
            .iter()
            .map(|one| one.unwrap_or(ColumnUse::Leave));
        let uses = uses.collect::<Vec<_>>();
        self.columns.iter().zip(uses)
    }

    fn write_time(&self, text: &mut String, choices: &TableChoices) -> Result<(), ChoiceError> {
        let of = |wanted| {
            self.chosen(choices)
                .filter(move |(_, what)| *what == wanted)
        };
        let only = |wanted| {
            let mut found = of(wanted).map(|(column, _)| column);
            match (found.next(), found.next()) {
                (first, None) => Ok(first),
                _ => Err(ChoiceError::TwoWhens),
            }
        };
        let dates = only(ColumnUse::When)?.ok_or(ChoiceError::NoWhen)?;
        let typed = choices.zone.trim();
        let zone = match self.has_offsets && typed.is_empty() {
            true => String::new(),
            false => {
                let zone = Zone::new(typed).map_err(|_| ChoiceError::Zone {
                    zone: typed.to_owned(),
                })?;
                format!(", zone = {}", quoted(zone.name()))
            }
        };
        let dates = quoted(&dates.name);
        let _ = match only(ColumnUse::Clock)? {
            None => writeln!(text, "time = {{ column = {dates}{zone} }}"),
            Some(clock) => writeln!(
                text,
                "time = {{ column = {}, date_column = {dates}{zone} }}",
                quoted(&clock.name)
            ),
        };
        Ok(())
    }

    fn write_outcome(&self, text: &mut String, choices: &TableChoices) -> Result<(), ChoiceError> {
        let is_outcome = |what| matches!(what, ColumnUse::MoreNumb | ColumnUse::MoreFeeling);
        let mut found = self.chosen(choices).filter(|(_, what)| is_outcome(*what));
        let (column, what) = found.next().ok_or(ChoiceError::NoOutcome)?;
        if found.next().is_some() {
            return Err(ChoiceError::TwoOutcomes);
        }
        need_numbers(column)?;
        let number = |typed: &str| {
            let typed = typed.trim().replacen(',', ".", 1);
            typed.parse::<f64>().ok().filter(|n| n.is_finite())
        };
        let (Some(min), Some(max)) = (number(&choices.ends.0), number(&choices.ends.1)) else {
            return Err(ChoiceError::Ends);
        };
        if min >= max {
            return Err(ChoiceError::Ends);
        }
        if column
            .ends
            .is_some_and(|(low, high)| low < min || high > max)
        {
            let column = column.name.clone();
            return Err(ChoiceError::Outside { column });
        }
        let polarity = match what {
            ColumnUse::MoreNumb => "higher_is_more_numb",
            _ => "higher_is_more_feeling",
        };
        let _ = writeln!(text, "[outcome]\ncolumn = {}", quoted(&column.name));
        write_id(text, column);
        let _ = writeln!(
            text,
            "scale = {{ min = {min:?}, max = {max:?} }}\npolarity = {}",
            quoted(polarity)
        );
        Ok(())
    }
}

fn need_numbers(column: &SeenColumn) -> Result<(), ChoiceError> {
    match column.holds == Holds::Numbers {
        true => Ok(()),
        false => Err(ChoiceError::NoNumbers {
            column: column.name.clone(),
        }),
    }
}

/// A name of its own: one that the check-in has too, with another scale, could not be kept beside it.
fn write_id(text: &mut String, column: &SeenColumn) {
    let id = crate::apps::plain_id("table", &column.name);
    let _ = writeln!(text, "id = {}", quoted(&id));
}

fn quoted(words: &str) -> toml::Value {
    toml::Value::from(words)
}
