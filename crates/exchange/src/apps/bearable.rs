//! Reads a Bearable export. Refuses to mix amounts with ratings: each category keeps its own scale.

use std::io::Read;

use record::{
    DoseAmount, FactBody, Item, Label, LocalDay, MedicationAdministration, Minutes, Moment,
    SleepNight,
};

use super::gather::{Gather, plain_id, steps_item};
use super::importer::{Importer, Way};
use super::rows::Rows;
use super::{AppFileError, Setting, when};

const APP: &str = "bearable";

/// One row.
struct Row<'a> {
    day: LocalDay,
    moment: Moment,
    line: u32,
    amount: &'a str,
    detail: &'a str,
}

/// A Bearable export.
pub(super) const CSV: Importer = Importer {
    word: APP,
    app: APP,
    has_words: false,
    way: Way::Text {
        is_it: |head| head.has_columns(&["time of day", "category", "rating/amount", "detail"]),
        read,
    },
};

/// Reads a file of either age.
fn read(reader: &mut dyn Read, setting: &Setting, gather: &mut Gather) -> Result<(), AppFileError> {
    let mut rows = Rows::open(reader, b',')?;
    let (date, iso) = (rows.need("date")?, rows.find("date formatted"));
    let (time, category) = (rows.need("time of day")?, rows.need("category")?);
    let (amount, detail) = (rows.need("rating/amount")?, rows.need("detail")?);
    let notes = rows.find("notes");
    while let Some(line) = rows.next()? {
        let day = iso.and_then(|iso| when::date(rows.cell(iso)));
        let Some(day) = day.or_else(|| when::ordinal_date(rows.cell(date))) else {
            gather.reject(line, Some("date"), ("no date", "look at the row"));
            continue;
        };
        let Some(moment) = moment(day, rows.cell(time), setting) else {
            gather.reject(
                line,
                Some("time of day"),
                ("no time of day", "look at the row"),
            );
            continue;
        };
        let row = Row {
            day,
            moment,
            line,
            amount: rows.cell(amount),
            detail: rows.cell(detail),
        };
        keep(gather, rows.cell(category), &row, setting);
        let note = rows.maybe(notes).trim_matches(['.', ' ']);
        gather.note((&row.moment, line), note);
    }
    gather.ledger.n_rows += rows.n_rows();
    Ok(())
}

/// The clock, or the middle of the stretch of the day that is named.
fn moment(day: LocalDay, time: &str, setting: &Setting) -> Option<Moment> {
    let (hour, minute) = match time {
        "pre" => (5, 0),
        "am" => (9, 0),
        "mid" => (13, 0),
        "pm" => (19, 0),
        "" | "all day" => (12, 0),
        clock => when::clock(clock)?,
    };
    day.at(hour, minute, &setting.zone).ok()
}

fn keep(gather: &mut Gather, category: &str, row: &Row<'_>, setting: &Setting) {
    match category.to_lowercase().as_str() {
        "mood" => {
            rating(gather, row, steps_item("bearable_mood", 1, 10));
            words(gather, row);
        }
        "energy" => rating(gather, row, steps_item("bearable_energy", 1, 5)),
        "sleep quality" => rating(gather, row, steps_item("bearable_sleep_quality", 1, 4)),
        "symptom" => {
            let id = plain_id("bearable", without_last_bracket(row.detail).0);
            rating(gather, row, steps_item(&id, 1, 4));
        }
        "sleep" => night(gather, row, setting),
        "meds/supplements" => dose(gather, row),
        "factors" | "sleep factors" | "food diary" | "food diary factors" => words(gather, row),
        "gratitudes" => gather.note((&row.moment, row.line), row.detail),
        _ => gather.unknown(category),
    }
}

fn rating(gather: &mut Gather, row: &Row<'_>, item: Option<Item>) {
    let at = (&row.moment, row.line);
    match (item, row.amount.parse::<f64>()) {
        (Some(item), Ok(value)) => gather.answer(at, &item, value),
        _ => {
            let words = ("no number", "correct it in the program");
            gather.reject(row.line, Some("rating/amount"), words);
        }
    }
}

/// Every word of a cell as something that happened.
fn words(gather: &mut Gather, row: &Row<'_>) {
    for word in row
        .detail
        .split('|')
        .map(str::trim)
        .filter(|word| !word.is_empty())
    {
        gather.event((&row.moment, row.line), word);
    }
}

/// A name and what stands in its last brackets: names hold brackets too.
fn without_last_bracket(detail: &str) -> (&str, Option<&str>) {
    let parts = detail
        .trim()
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('));
    match parts {
        Some((name, inner)) if !name.trim().is_empty() => (name.trim(), Some(inner.trim())),
        _ => (detail.trim(), None),
    }
}

fn dose(gather: &mut Gather, row: &Row<'_>) {
    let (name, unit) = without_last_bracket(row.detail);
    let Ok(medicine) = Label::new(name) else {
        return gather.reject(row.line, Some("detail"), ("no name", "look at the row"));
    };
    let amount = row.amount.parse::<f64>().ok();
    let unit = unit.and_then(|unit| Label::new(unit).ok());
    let dose = amount
        .zip(unit)
        .and_then(|(amount, unit)| DoseAmount::new(amount, unit).ok());
    let body = FactBody::MedicationAdministration(MedicationAdministration {
        medicine,
        is_taken: true,
        dose,
    });
    gather.fact((&row.moment, row.line), &["dose", name], body);
}

/// A night by its length, and by its hours where they are told; it belongs to the day of waking.
fn night(gather: &mut Gather, row: &Row<'_>, setting: &Setting) {
    let hours = hours_after(row.detail, "asleep", row.day, setting);
    let in_bed = hours_after(row.detail, "in bed", row.day, setting);
    let asleep = when::hours_and_minutes(row.amount);
    let wake = match &hours {
        Some((_, wake)) => wake.clone(),
        None => row.moment.clone(),
    };
    let night = SleepNight {
        into_bed: in_bed.as_ref().map(|(from, _)| from.clone()),
        tried_to_sleep: hours.as_ref().map(|(from, _)| from.clone()),
        final_wake: hours.map(|(_, wake)| wake),
        out_of_bed: in_bed.map(|(_, to)| to),
        asleep: asleep.map(Minutes),
        ..SleepNight::default()
    };
    let is_empty = night == SleepNight::default();
    match night.checked() {
        Ok(night) if !is_empty => {
            gather.only_fact((&wake, row.line), &["night"], FactBody::SleepNight(night));
        }
        _ => gather.reject(row.line, Some("detail"), ("no night", "look at its hours")),
    }
}

/// `Asleep 01:30 - 10:00` as two moments; the first lies on the day before where it is later.
fn hours_after(
    detail: &str,
    word: &str,
    day: LocalDay,
    setting: &Setting,
) -> Option<(Moment, Moment)> {
    let lower = detail.to_lowercase();
    let at = lower.find(word)? + word.len();
    let span = lower.get(at..)?.split(". ").next()?;
    let (from, to) = span.split_once('-')?;
    let (from, to) = (when::clock(from)?, when::clock(to.trim_end_matches('.'))?);
    let first_day = if from > to { day.plus_days(-1) } else { day };
    let zone = &setting.zone;
    Some((
        first_day.at(from.0, from.1, zone).ok()?,
        day.at(to.0, to.1, zone).ok()?,
    ))
}
