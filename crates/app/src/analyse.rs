//! The same answers from a plain table, with no record kept.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use exchange::{Ledger, Parsed};
use record::{Label, LocalDay, Profile, Record, Suspect};

use crate::answers::{as_json, as_text, find_all, history};
use crate::app::lay_out_whole;
use crate::import::{of_file, open_buffered, read_map, refuse_rejected};
use crate::suspects::first_day;
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

/// The answers for one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonAnswers {
    /// One line of JSON, or sentences.
    pub text: String,
    /// Which rows were left out because something in them is wrong; empty when none were.
    pub left_out: Vec<String>,
}

/// Wrong cells that are named for each person.
const REJECTED_SHOWN: usize = 5;

/// Answers for every person in a table, in order of appearance.
///
/// `on_progress` is told how many people are done, of how many.
///
/// Nothing is kept, so rows in which something is wrong are left out and the rest is answered.
///
/// # Errors
/// [`Trouble`] that names file, line and what to do, when the file as a whole is wrong or no row
/// of it is right.
pub fn analyse(
    request: &AnalyseRequest,
    clock: &Clock,
    on_progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Vec<PersonAnswers>, Trouble> {
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
    if people.iter().all(|(_, parsed)| parsed.facts.is_empty()) {
        for (_, parsed) in &people {
            refuse_rejected(&request.file, &parsed.ledger)?;
        }
    }
    let today = request
        .today
        .as_deref()
        .map(crate::write::parse_day)
        .transpose()?;
    let n_people = people.len();
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let (next, n_done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    on_progress(0, n_people);
    // A long record takes longer than a short one: each worker takes the next person when it is
    // free, and people are told apart by their place, so the order of the output is the table's.
    let spoken = content::spoken();
    let work = || {
        let _speaking = content::speak(spoken);
        let mut answers = Vec::new();
        loop {
            let idx = next.fetch_add(1, Ordering::Relaxed);
            let Some((id, parsed)) = people.get(idx) else {
                return answers;
            };
            answers.push((idx, one(request, clock, (id, parsed), today)));
            on_progress(n_done.fetch_add(1, Ordering::Relaxed) + 1, n_people);
        }
    };
    let mut answers = Vec::with_capacity(n_people);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..workers.min(n_people))
            .map(|_| scope.spawn(work))
            .collect();
        for worker in workers {
            let part = worker.join();
            answers.extend(part.map_err(|_| Trouble::ours("a worker stopped"))?);
        }
        Ok::<(), Trouble>(())
    })?;
    answers.sort_by_key(|(idx, _)| *idx);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

fn one(
    request: &AnalyseRequest,
    clock: &Clock,
    (id, parsed): (&str, &Parsed),
    today: Option<LocalDay>,
) -> Result<PersonAnswers, Trouble> {
    let mut profile = Profile::new(clock.zone().clone());
    if request.id_column.is_none()
        && let Some(zone) = parsed.facts.first().map(|f| f.moment.zone())
    {
        profile.zone = zone.clone();
    }
    // Nobody looked at the table here: the map is taken at its word.
    let named_on = first_day(&parsed.facts, profile.day_start);
    for id in &parsed.suspects {
        if let (Ok(name), Some(day)) = (Label::new(id.as_str()), named_on) {
            let named = profile.name_suspect(Suspect::new(name, day));
            named.map_err(|error| Trouble::ours(error.to_string()))?;
        }
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
    let series = lay_out_whole(&record, today.unwrap_or(far));
    let last = series
        .as_ref()
        .map_or(far, |series| series.numbness.last_day);
    let found = find_all(series, None, today.unwrap_or(last));
    // A table is looked at once.
    let said = history::of(&found, &[], &record, today.unwrap_or(last));
    Ok(PersonAnswers {
        text: if request.is_json {
            let _english = crate::language::for_programs();
            as_json(&found, &said, id)?
        } else {
            as_text(&found, &said, |_| true)
        },
        left_out: left_out(&request.file, id, &parsed.ledger),
    })
}

/// Names the rows that were left out, the first few of them with what is wrong.
fn left_out(file: &Path, id: &str, ledger: &Ledger) -> Vec<String> {
    if ledger.n_rows_rejected == 0 {
        return Vec::new();
    }
    let n = ledger.n_rows_rejected;
    let file = file.display();
    let mut lines = vec![match n {
        1 => format!("{file}, {id}: 1 row was left out"),
        _ => format!("{file}, {id}: {n} rows were left out"),
    }];
    let shown = ledger.rejected.iter().take(REJECTED_SHOWN);
    lines.extend(shown.map(ToString::to_string));
    let n_shown = u64::try_from(lines.len() - 1).unwrap_or(0);
    if ledger.n_rejected > n_shown {
        lines.push(format!("and {} more", ledger.n_rejected - n_shown));
    }
    lines
}
