//! Reads an eMoods back-up. Refuses to take a day without an entry for a day without a symptom, and a
//! length or weight of 0 for one that was measured.

use std::io::Read;

use record::{FactBody, Item, LocalDay, Minutes, Moment, ResponseScale, SleepNight, Window};

use super::gather::{Gather, item};
use super::importer::{Archive, Importer, Way};
use super::plain::plain;
use super::rows::Rows;
use super::{AppFileError, Setting, text_parts, when};

const APP: &str = "emoods";
const DATE: &str = "date (yyyy-mm-dd)";
/// What is rated from 1 none to 4 severe.
const SYMPTOMS: [&str; 4] = ["depressed", "elevated", "anxiety", "irritability"];
/// Columns of yes and no, by how their names begin.
const TICKS: [&str; 2] = ["therapy", "psychotic"];
/// A weight has no unit of its own, so that it stays a number that nobody can read.
const WEIGHT: &str = "weight without its unit";

/// A back-up.
pub(super) const ZIP: Importer = Importer {
    word: APP,
    app: APP,
    has_words: false,
    way: Way::Zip {
        is_it: |zip| !entries(zip).is_empty(),
        read: read_zip,
    },
};

/// The table of entries, taken out of a back-up.
pub(super) const CSV: Importer = Importer {
    word: "emoods-entries",
    app: APP,
    has_words: false,
    way: Way::Text {
        is_it: |head| head.has_columns(&[DATE, "depressed", "elevated", "irritability"]),
        read,
    },
};

fn entries(zip: &mut Archive<'_>) -> Vec<usize> {
    let texts = text_parts(zip).into_iter();
    let wanted = [DATE, "depressed", "elevated", "irritability"];
    texts
        .filter(|idx| zip.head(*idx).is_some_and(|head| head.has_columns(&wanted)))
        .collect()
}

fn read_zip(
    zip: &mut Archive<'_>,
    setting: &Setting,
    gather: &mut Gather,
) -> Result<(), AppFileError> {
    let parts = entries(zip);
    if parts.is_empty() {
        return Err(AppFileError::NotInZip("the entries of eMoods"));
    }
    let n_others = zip.named(|_| true).len() - parts.len();
    for idx in parts {
        read(&mut zip.part(idx)?, setting, gather)?;
    }
    if n_others > 0 {
        let n_others = u64::try_from(n_others).unwrap_or(u64::MAX);
        gather.unknown_times("files beside the entries", n_others);
    }
    Ok(())
}

/// What a column holds.
enum Column {
    /// A symptom on its scale.
    Symptom(Item),
    /// Hours of sleep.
    Sleep,
    Weight,
    Note,
    /// Something that was so, or not.
    Tick(String),
    /// Nothing that is known, by its name.
    Other(String),
}

impl Column {
    fn of(name: &str) -> Option<Self> {
        let symptom = |name: &str| {
            let steps = ResponseScale::Steps { min: 1, max: 4 };
            item(&format!("{APP}_{name}"), steps, Window::Daily)
        };
        Some(match name {
            DATE | "" => return None,
            "sleep" => Self::Sleep,
            "weight" => Self::Weight,
            "note" | "notes" => Self::Note,
            _ if SYMPTOMS.contains(&name) => Self::Symptom(symptom(name)?),
            _ if TICKS.iter().any(|tick| name.starts_with(tick)) => Self::Tick(name.to_owned()),
            _ => Self::Other(name.to_owned()),
        })
    }
}

fn read(reader: &mut dyn Read, setting: &Setting, gather: &mut Gather) -> Result<(), AppFileError> {
    let mut rows = Rows::open(reader, b',')?;
    let date = rows.need(DATE)?;
    let columns: Vec<(usize, Column)> = (rows.heading().iter().enumerate())
        .filter_map(|(idx, name)| Some((idx, Column::of(name)?)))
        .collect();
    while let Some(line) = rows.next()? {
        let day = when::date(rows.cell(date));
        let noon = day.and_then(|day| Some((day, day.at(12, 0, &setting.zone).ok()?)));
        let Some((day, noon)) = noon else {
            gather.reject(line, Some("DATE"), ("no date", "look at the row"));
            continue;
        };
        for (idx, column) in &columns {
            let cell = rows.cell(*idx);
            if !cell.is_empty() {
                keep(gather, (&noon, line), day, column, cell);
            }
        }
    }
    gather.ledger.n_rows += rows.n_rows();
    Ok(())
}

fn keep(gather: &mut Gather, at: (&Moment, u32), day: LocalDay, column: &Column, cell: &str) {
    match column {
        Column::Note => gather.note(at, &plain(cell)),
        Column::Other(name) => {
            // A column of nothing but noughts says nothing.
            if !is_nought(cell) {
                gather.unknown(name);
            }
        }
        _ if is_nought(cell) => {}
        Column::Weight => gather.unknown(WEIGHT),
        Column::Tick(name) => match cell.to_lowercase().as_str() {
            "no" | "false" => {}
            _ => gather.event(at, name),
        },
        Column::Symptom(item) => match number(cell) {
            Some(level) => gather.of_day(at, item, level),
            None => gather.reject(at.1, Some("symptom"), ("no number", "look at the row")),
        },
        Column::Sleep => match number(cell).and_then(night) {
            // One night belongs to a day, however often a person wrote on it.
            Some(night) => {
                let day = day.number().to_string();
                let body = FactBody::SleepNight(night);
                gather.only_fact(at, &["night", &day], body);
            }
            None => {
                let words = ("no hours from 0 to 24", "correct it in the program");
                gather.reject(at.1, Some("SLEEP"), words);
            }
        },
    }
}

/// Nothing was given.
fn is_nought(cell: &str) -> bool {
    number(cell) == Some(0.0)
}

/// A number with a point or a comma.
fn number(cell: &str) -> Option<f64> {
    let number: f64 = cell.replace(',', ".").parse().ok()?;
    number.is_finite().then_some(number)
}

/// A night by its length alone.
fn night(hours: f64) -> Option<SleepNight> {
    let minutes = (hours * 60.0).round();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Within 0 to 1440.
    (0.0..=1440.0).contains(&minutes).then(|| SleepNight {
        asleep: Some(Minutes(minutes as u32)),
        ..SleepNight::default()
    })
}
