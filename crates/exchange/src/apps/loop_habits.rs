//! Reads a Loop Habit Tracker archive. Refuses to take for done what the program filled in itself, and
//! to take a day without a mark for a day on which nothing was done.

use std::collections::BTreeMap;
use std::io::Read;

use record::{FactBody, Label, LocalDay, Moment, Practice};

use super::gather::{Gather, day_item, plain_id};
use super::importer::{Archive, Importer, Way};
use super::rows::Rows;
use super::{AppFileError, Setting, when};

const APP: &str = "loop_habits";

/// The archive that "export as CSV" gives.
pub(super) const ZIP: Importer = Importer {
    word: "loop-habits",
    app: APP,
    has_words: false,
    way: Way::Zip {
        is_it: |zip| habits_part(zip).is_some(),
        read,
    },
};

/// One habit.
struct Habit {
    name: String,
    /// It counts something; its numbers are kept a thousandfold.
    is_number: bool,
}

fn habits_part(zip: &mut Archive<'_>) -> Option<usize> {
    let named = zip.named(|name| name == "habits.csv" || name.ends_with("/habits.csv"));
    named.into_iter().find(|idx| {
        let heading = ["position", "name", "question", "color"];
        zip.head(*idx)
            .is_some_and(|head| head.has_columns(&heading))
    })
}

fn read(zip: &mut Archive<'_>, setting: &Setting, gather: &mut Gather) -> Result<(), AppFileError> {
    let part = habits_part(zip).ok_or(AppFileError::NotInZip("Habits.csv"))?;
    let habits = habits(&mut zip.part(part)?)?;
    let marks: Vec<(usize, u32)> = (zip.names().iter())
        .filter_map(|(idx, name)| Some((*idx, folder_number(name)?)))
        .collect();
    for (idx, number) in &marks {
        match habits.get(number) {
            Some(habit) => of_folder(&mut zip.part(*idx)?, habit, setting, gather)?,
            None => gather.unknown("folders of no known habit"),
        }
    }
    if marks.is_empty() {
        let wide = zip.named(|name| name == "checkmarks.csv" || name.ends_with("/checkmarks.csv"));
        let wide = wide
            .first()
            .ok_or(AppFileError::NotInZip("Checkmarks.csv"))?;
        of_all(&mut zip.part(*wide)?, &habits, setting, gather)?;
    }
    Ok(())
}

/// Habits by their position.
fn habits(reader: &mut dyn Read) -> Result<BTreeMap<u32, Habit>, AppFileError> {
    let mut rows = Rows::open(reader, b',')?;
    let (position, name) = (rows.need("position")?, rows.need("name")?);
    let kind = rows.find("type");
    let mut habits = BTreeMap::new();
    while rows.next()?.is_some() {
        let Ok(number) = rows.cell(position).parse() else {
            continue;
        };
        let habit = Habit {
            name: rows.cell(name).to_owned(),
            is_number: rows.maybe(kind).to_uppercase().starts_with("NUMERIC"),
        };
        habits.insert(number, habit);
    }
    Ok(habits)
}

/// The number of the folder of `001 a name/checkmarks.csv`.
fn folder_number(name: &str) -> Option<u32> {
    let folder = name.strip_suffix("/checkmarks.csv")?;
    let folder = folder.rsplit('/').next()?;
    let (number, _) = folder.split_once(' ')?;
    number.parse().ok()
}

/// The marks of one habit. Older files have no heading.
fn of_folder(
    reader: &mut dyn Read,
    habit: &Habit,
    setting: &Setting,
    gather: &mut Gather,
) -> Result<(), AppFileError> {
    let mut rows = match Rows::open(reader, b',') {
        // A habit without marks has an empty file.
        Err(AppFileError::Table(crate::TableError::Empty)) => return Ok(()),
        rows => rows?,
    };
    let mut line = (when::date(rows.cell(0)).is_some()).then_some(1);
    gather.ledger.n_rows += u64::from(line.is_some());
    loop {
        if let Some(line) = line {
            match noon(rows.cell(0), setting) {
                Some(noon) => {
                    mark((&noon, line), habit, rows.cell(1), gather);
                    gather.note((&noon, line), rows.cell(2));
                }
                None => gather.reject(line, Some("Date"), ("no date", "look at the row")),
            }
        }
        line = rows.next()?;
        if line.is_none() {
            break;
        }
    }
    gather.ledger.n_rows += rows.n_rows();
    Ok(())
}

/// One table for all: a column a habit in the order of the habits, whose names are written without
/// quotation marks, and a comma behind the last.
fn of_all(
    reader: &mut dyn Read,
    habits: &BTreeMap<u32, Habit>,
    setting: &Setting,
    gather: &mut Gather,
) -> Result<(), AppFileError> {
    let mut rows = Rows::open(reader, b',')?;
    while let Some(line) = rows.next()? {
        let n =
            (rows.n_cells()).saturating_sub(usize::from(rows.cell(rows.n_cells() - 1).is_empty()));
        let noon = noon(rows.cell(0), setting).filter(|_| n == habits.len() + 1);
        let Some(noon) = noon else {
            let words = ("no date, or not a cell for each habit", "look at the row");
            gather.reject(line, None, words);
            continue;
        };
        for (idx, habit) in habits.values().enumerate() {
            mark((&noon, line), habit, rows.cell(idx + 1), gather);
        }
    }
    gather.ledger.n_rows += rows.n_rows();
    Ok(())
}

fn noon(date: &str, setting: &Setting) -> Option<Moment> {
    when::date(date)?.at(12, 0, &setting.zone).ok()
}

/// Keeps one mark: words, or numbers of files of before 2021.
fn mark(at: (&Moment, u32), habit: &Habit, value: &str, gather: &mut Gather) {
    match value {
        "" | "UNKNOWN" | "NO" | "-1" | "0" if !habit.is_number => {}
        "UNKNOWN" | "SKIP" | "-1" | "3" | "" => {}
        "YES_AUTO" => gather.unknown("marks that the program filled in"),
        "1" if !habit.is_number => gather.unknown("marks that the program filled in"),
        "YES_MANUAL" => done(at, &habit.name, gather),
        "2" if !habit.is_number => done(at, &habit.name, gather),
        number if habit.is_number => {
            let id = plain_id(APP, &habit.name);
            match (number.parse::<f64>(), day_item(&id)) {
                (Ok(number), Some(item)) => gather.of_day(at, &item, number / 1000.0),
                _ => gather.reject(at.1, Some("Value"), ("no number", "look at the row")),
            }
        }
        _ => gather.reject(at.1, Some("Value"), ("no mark", "look at the row")),
    }
}

/// Keeps that something was done on a day.
fn done(at: (&Moment, u32), name: &str, gather: &mut Gather) {
    match Label::new(name) {
        Ok(label) => {
            let body = FactBody::Practice(Practice::new(label, None));
            gather.only_fact(at, &["practice", name], body);
        }
        Err(_) => gather.reject(at.1, None, ("a name that cannot be", "shorten it")),
    }
}

/// A table of `HabitBull`.
pub(super) const HABIT_BULL: Importer = Importer {
    word: "habitbull",
    app: "habitbull",
    has_words: false,
    way: Way::Text {
        is_it: |head| head.has_columns(&["habitname", "calendardate", "value", "commenttext"]),
        read: read_habit_bull,
    },
};

/// Most rows of a table; fifty years of fifty habits have fewer.
const ROWS_MAX: usize = 1_000_000;

/// A habit with a number above 1 on any day counts something on all days.
fn read_habit_bull(
    reader: &mut dyn Read,
    setting: &Setting,
    gather: &mut Gather,
) -> Result<(), AppFileError> {
    let mut rows = Rows::open(reader, b',')?;
    let (name, date) = (rows.need("habitname")?, rows.need("calendardate")?);
    let (value, comment) = (rows.need("value")?, rows.find("commenttext"));
    let mut habits: BTreeMap<String, Vec<(LocalDay, u32, f64)>> = BTreeMap::new();
    let mut n_kept = 0;
    while let Some(line) = rows.next()? {
        let day = rows.cell(date).get(..10).and_then(when::date);
        let number = rows
            .cell(value)
            .parse::<f64>()
            .ok()
            .filter(|n| n.is_finite());
        let Some((day, number)) = day.zip(number) else {
            gather.reject(line, None, ("no date or no number", "look at the row"));
            continue;
        };
        if n_kept == ROWS_MAX {
            return Err(AppFileError::TooMuch("rows"));
        }
        n_kept += 1;
        if let Ok(noon) = day.at(12, 0, &setting.zone) {
            gather.note((&noon, line), rows.maybe(comment));
        }
        let of_habit = habits.entry(rows.cell(name).to_owned()).or_default();
        of_habit.push((day, line, number));
    }
    gather.ledger.n_rows += rows.n_rows();
    for (name, days) in habits {
        let is_number = days.iter().any(|(_, _, number)| *number > 1.0);
        let item = day_item(&plain_id("habitbull", &name));
        for (day, line, number) in days {
            let Ok(noon) = day.at(12, 0, &setting.zone) else {
                continue;
            };
            match &item {
                Some(item) if is_number => gather.of_day((&noon, line), item, number),
                _ if number > 0.0 => done((&noon, line), &name, gather),
                _ => {}
            }
        }
    }
    Ok(())
}
