//! The table that Fitbit's web site gave: sections one below the other, each with a heading.

use std::collections::BTreeMap;
use std::io::Read;

use record::{LocalDay, Moment, Zone};

use super::super::gather::{Gather, day_item};
use super::super::importer::Head;
use super::super::rows::Rows;
use super::super::sleeps::{Sleep, Sleeps};
use super::super::when::whole_minutes;
use super::super::{AppFileError, Setting, when};

const SLEEP: [&str; 3] = ["start time", "end time", "minutes asleep"];

/// Lines from the start in which the heading of a section is looked for.
const LINES: usize = 60;

pub(super) fn is_it(head: &Head) -> bool {
    let sections = ["Sleep", "Activities", "Body", "Foods"];
    sections.contains(&head.line(0).trim_end_matches(','))
        && (1..LINES).any(|line| {
            head.line_has_columns(line, &SLEEP)
                || head.line_has_columns(line, &["date", "steps", "distance"])
        })
}

/// What is read now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Sleep,
    Activities,
    Other,
}

pub(super) fn read(
    reader: &mut dyn Read,
    setting: &Setting,
    gather: &mut Gather,
) -> Result<(), AppFileError> {
    let mut rows = Rows::open(reader, b',')?;
    let (mut sleeps, mut steps) = (Sleeps::default(), BTreeMap::new());
    let mut section = Section::Other;
    // The first line is the name of a section, and its heading follows.
    let mut is_heading = true;
    while let Some(line) = rows.next()? {
        let is_name = (1..rows.n_cells()).all(|idx| rows.cell(idx).is_empty());
        if is_heading {
            rows.take_heading();
            section = of_heading(&rows);
            is_heading = false;
            continue;
        }
        if is_name {
            is_heading = true;
            continue;
        }
        let is_taken = match section {
            Section::Sleep => {
                sleep(&rows, line, &setting.zone).is_some_and(|sleep| sleeps.add(sleep))
            }
            Section::Activities => day(&rows)
                .map(|(day, number)| steps.insert(day.number(), number))
                .is_some(),
            Section::Other => {
                gather.unknown("rows of other sections");
                true
            }
        };
        if !is_taken {
            gather.reject(line, None, ("no such time or number", "look at the row"));
        }
    }
    gather.ledger.n_rows += rows.n_rows();
    sleeps.finish(gather);
    if let Some(item) = day_item("fitbit_steps") {
        gather.days(item, steps, None);
    }
    Ok(())
}

fn of_heading<R: Read>(rows: &Rows<R>) -> Section {
    let has = |names: &[&str]| names.iter().all(|name| rows.find(name).is_some());
    match () {
        () if has(&SLEEP) => Section::Sleep,
        () if has(&["date", "steps"]) => Section::Activities,
        () => Section::Other,
    }
}

fn number<R: Read>(rows: &Rows<R>, column: &str) -> Option<f64> {
    rows.maybe(rows.find(column)).replace(',', "").parse().ok()
}

fn sleep<R: Read>(rows: &Rows<R>, line: u32, zone: &Zone) -> Option<Sleep> {
    let moment = |column: &str| clock(rows.maybe(rows.find(column)), zone);
    let n_awakenings = number(rows, "number of awakenings").filter(|n| (0.0..1000.0).contains(n));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Within 0 to 1000.
    let n_awakenings = n_awakenings.map(|n| n as u32);
    Some(Sleep {
        from: moment("start time")?,
        to: moment("end time")?,
        asleep: Some(whole_minutes(number(rows, "minutes asleep")?)?),
        awake: number(rows, "minutes awake").and_then(whole_minutes),
        latency: None,
        n_awakenings,
        version: 0,
        line,
    })
}

/// A time such as `2010-10-10 8:09PM`.
fn clock(text: &str, zone: &Zone) -> Option<Moment> {
    let (date, clock) = text.split_once(' ')?;
    let (hour, minute) = when::clock(clock)?;
    when::date(date)?.at(hour, minute, zone).ok()
}

fn day<R: Read>(rows: &Rows<R>) -> Option<(LocalDay, f64)> {
    let number = number(rows, "steps").filter(|n| n.is_finite() && *n >= 0.0)?;
    Some((when::date(rows.maybe(rows.find("date")))?, number))
}
