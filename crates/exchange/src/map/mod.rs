//! What the columns of a table mean, as a person wrote it down. Refuses keys that it does not
//! know and meanings that nobody gave.

mod file;
mod time;

use crate::table::Order;
use record::{Item, ItemId, Label, LocalDay, Polarity, ResponseScale, Role, Window, Zone};

/// Says what is wrong with a map.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, {key}: {why}")]
pub struct MapError {
    /// Line of the map, counted from 1.
    pub line: usize,
    /// Which key, such as `outcome.scale`.
    pub key: String,
    /// What is wrong.
    pub why: String,
    hint: String,
}

impl MapError {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> &str {
        &self.hint
    }
}

/// How a table says when its rows were.
#[derive(Debug, Clone, PartialEq)]
pub enum TimePlan {
    /// One column with date and time, or with dates alone (then noon).
    Stamp {
        /// The column.
        column: String,
        /// The zone of the clock; `None` when every cell names its offset.
        zone: Option<Zone>,
    },
    /// A column with dates and one with times of day.
    DateAndTime {
        /// Column of dates.
        date_column: String,
        /// Column of times of day, or of dates with times.
        column: String,
        /// The zone of the clock.
        zone: Zone,
    },
    /// Numbers of days and prompts, without clock times.
    ///
    /// Prompts are spread over 07:30 to 22:30: that span is cut into `beeps_per_day` equal blocks
    /// and prompt `k` is put in the middle of block `k`. Without a prompt column: noon.
    DayAndBeep {
        /// Column of day numbers from 1.
        day: String,
        /// Column of prompt numbers from 1.
        beep: Option<String>,
        /// The date of day 1.
        start: LocalDay,
        /// The zone; UTC when the map names none, as the times are made up anyway.
        zone: Zone,
        /// How many prompts a day has at most.
        beeps_per_day: u32,
        /// Days are counted anew in each stretch of days.
        burst: Option<Burst>,
    },
}

/// Stretches of days that each count from day 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Burst {
    /// Column of whole numbers from 0.
    pub column: String,
    /// Days from the start of one stretch to the start of the next.
    pub days_apart: u32,
}

/// The column that holds numbness.
#[derive(Debug, Clone, PartialEq)]
pub struct OutcomeColumn {
    /// The column.
    pub column: String,
    /// The item that its cells answer.
    pub item: Item,
}

/// A column that may come before numbness.
#[derive(Debug, Clone, PartialEq)]
pub struct CandidateColumn {
    /// The column.
    pub column: String,
    /// The item that its cells answer; its scale is open unless both ends are given.
    pub item: Item,
    /// Smallest value; `None`: no lower end.
    pub min: Option<f64>,
    /// Largest value; `None`: no upper end.
    pub max: Option<f64>,
    /// The map names it as a suspect.
    pub is_suspect: bool,
}

/// A column of daily doses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoseColumn {
    /// The column.
    pub column: String,
    /// The medicine.
    pub medicine: Label,
    /// The unit of its numbers.
    pub unit: Label,
}

/// A column of what happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventColumn {
    /// The column.
    pub column: String,
    /// What happened where a cell says yes; `None`: each cell says what happened.
    pub label: Option<Label>,
}

/// What the columns of a table mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// How rows say when they were.
    pub time: TimePlan,
    /// Column of day numbers that occasions carry.
    pub day_column: Option<String>,
    /// Column of prompt numbers that occasions carry.
    pub beep_column: Option<String>,
    /// Column of the times at which prompts were sent.
    pub beep_time_column: Option<String>,
    /// The column that holds numbness.
    pub outcome: OutcomeColumn,
    /// Columns that may come before numbness.
    pub candidates: Vec<CandidateColumn>,
    /// Columns of daily doses.
    pub doses: Vec<DoseColumn>,
    /// Columns of what happened.
    pub events: Vec<EventColumn>,
    /// Columns of words.
    pub notes: Vec<String>,
    /// Cells that mean the same as an empty one.
    pub missing: Vec<String>,
    /// Numbers have a decimal comma.
    pub has_decimal_comma: bool,
    /// In which order dates are written whose year is last.
    pub dates: Order,
}

impl Map {
    /// Reads a map.
    ///
    /// # Errors
    /// [`MapError`] with line and key, first problem found.
    pub fn parse(text: &str) -> Result<Self, MapError> {
        file::parse(text)
    }

    /// All items of the map, the outcome first.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        std::iter::once(&self.outcome.item).chain(self.candidates.iter().map(|c| &c.item))
    }

    /// The zone of the table's clock; `None` when every cell names its offset.
    #[must_use]
    pub const fn zone(&self) -> Option<&Zone> {
        match &self.time {
            TimePlan::Stamp { zone, .. } => zone.as_ref(),
            TimePlan::DateAndTime { zone, .. } | TimePlan::DayAndBeep { zone, .. } => Some(zone),
        }
    }

    /// The candidates that the map names as suspects.
    pub fn suspects(&self) -> impl Iterator<Item = &ItemId> {
        (self.candidates.iter())
            .filter(|candidate| candidate.is_suspect)
            .map(|candidate| &candidate.item.id)
    }
}

fn outcome_item(id: ItemId, scale: ResponseScale, polarity: Polarity) -> Item {
    Item {
        id,
        scale,
        role: Role::Outcome(polarity),
        window: Window::Momentary,
    }
}

fn candidate_item(id: ItemId, scale: ResponseScale, window: Window) -> Item {
    Item {
        id,
        scale,
        role: Role::Candidate,
        window,
    }
}
