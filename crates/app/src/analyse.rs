//! The same answers from a plain table, with no record kept.

use std::path::PathBuf;

use exchange::Parsed;
use record::{LocalDay, Profile, Record};

use crate::answers::{as_json, as_text, find_all};
use crate::app::lay_out;
use crate::import::{of_file, open_buffered, read_map, refuse_rejected};
use crate::{Clock, Trouble};

/// A table to answer from.
#[derive(Debug, Clone, Default)]
pub struct AnalyseRequest {
    /// The table.
    pub file: PathBuf,
    /// What its columns mean.
    pub map: PathBuf,
    /// The column that tells people apart; `None`: one person.
    pub id_column: Option<String>,
    /// JSON, one line a person; else sentences.
    pub is_json: bool,
    /// The day to ask from; `None`: the last day of each person's rows.
    pub today: Option<String>,
}

/// Answers for every person in a table; one text a person, in order of appearance.
///
/// # Errors
/// [`Trouble`] that names file, line and what to do.
pub fn analyse(request: &AnalyseRequest, clock: &Clock) -> Result<Vec<String>, Trouble> {
    let map = read_map(&request.file, Some(&request.map))?;
    let reader = open_buffered(&request.file)?;
    let wrong = |error: exchange::TableError| of_file(&request.file, &error, error.hint());
    let people: Vec<(String, Parsed)> = match &request.id_column {
        Some(column) => exchange::parse_table_by(reader, &map, column).map_err(wrong)?,
        None => vec![(
            "table".to_owned(),
            exchange::parse_table(reader, &map).map_err(wrong)?,
        )],
    };
    let today = request
        .today
        .as_deref()
        .map(crate::write::parse_day)
        .transpose()?;
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let n_each = people.len().div_ceil(workers).max(1);
    // People are told apart by their place, so the order of the output is that of the table.
    std::thread::scope(|scope| {
        let parts: Vec<_> = people
            .chunks(n_each)
            .map(|part| {
                scope.spawn(move || {
                    part.iter()
                        .map(|(id, parsed)| one(request, clock, (id, parsed), today))
                        .collect()
                })
            })
            .collect();
        let mut texts: Vec<String> = Vec::with_capacity(people.len());
        for part in parts {
            let part: Result<Vec<String>, Trouble> =
                part.join().map_err(|_| Trouble::ours("a worker stopped"))?;
            texts.extend(part?);
        }
        Ok(texts)
    })
}

fn one(
    request: &AnalyseRequest,
    clock: &Clock,
    (id, parsed): (&str, &Parsed),
    today: Option<LocalDay>,
) -> Result<String, Trouble> {
    refuse_rejected(&request.file, &parsed.ledger)?;
    let mut profile = Profile::new(clock.zone().clone());
    if request.id_column.is_none()
        && let Some(zone) = parsed.facts.first().map(|f| f.moment.zone())
    {
        profile.zone = zone.clone();
    }
    // A table is looked at for the first time now, all of it.
    let mut facts = parsed.facts.clone();
    let now = clock.now();
    facts
        .iter_mut()
        .for_each(|fact| fact.recorded_at = now.clone());
    let record = Record::new(profile, parsed.items.clone(), facts)
        .map_err(|error| Trouble::ours(error.to_string()))?;
    let far = LocalDay::parse("2200-12-31").map_err(|error| Trouble::ours(error.to_string()))?;
    let series = lay_out(&record, today.unwrap_or(far));
    let last = series.as_ref().map_or(far, |series| series.last_day);
    let found = find_all(series, None, today.unwrap_or(last));
    if request.is_json {
        as_json(&found, id)
    } else {
        Ok(as_text(&found, None))
    }
}
