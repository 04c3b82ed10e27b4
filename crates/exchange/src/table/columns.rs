//! Finds the map's columns in a heading. Refuses to take a similar name for the same.

use csv::ByteRecord;

use super::TableError;
use super::answers::ItemColumn;
use crate::Map;
use crate::map::TimePlan;

/// Where the columns of a map stand in a table.
pub(super) struct Columns {
    /// Cells of every row.
    pub(super) n: usize,
    /// The items, in the order of the map.
    pub(super) items: Vec<ItemColumn>,
    /// The doses, in the order of the map.
    pub(super) doses: Vec<usize>,
    /// What happened, in the order of the map.
    pub(super) events: Vec<usize>,
    /// The words, in the order of the map.
    pub(super) notes: Vec<usize>,
    /// Date and time, or both in `stamp`; or number of the day.
    pub(super) stamp: usize,
    /// The date, where it has its own column.
    pub(super) date: Option<usize>,
    /// Number of the day.
    pub(super) day: Option<usize>,
    /// Number of the prompt.
    pub(super) beep: Option<usize>,
    /// When the prompt was sent.
    pub(super) beep_time: Option<usize>,
    /// Number of the stretch of days.
    pub(super) burst: Option<usize>,
    /// Whose the row is.
    pub(super) id: Option<usize>,
}

impl Columns {
    pub(super) fn find(
        heading: &ByteRecord,
        map: &Map,
        id_column: Option<&str>,
    ) -> Result<Self, TableError> {
        let names: Vec<&str> = (heading.iter())
            .map(|name| std::str::from_utf8(name).unwrap_or_default().trim())
            .collect();
        let find = |column: &str| find(&names, column);
        let maybe = |column: &Option<String>| column.as_deref().map(find).transpose();
        let (stamp, date, burst) = match &map.time {
            TimePlan::Stamp { column, .. } => (column, None, None),
            TimePlan::DateAndTime {
                date_column,
                column,
                ..
            } => (column, Some(date_column), None),
            TimePlan::DayAndBeep { day, burst, .. } => {
                (day, None, burst.as_ref().map(|burst| &burst.column))
            }
        };
        Ok(Self {
            n: names.len(),
            stamp: find(stamp)?,
            date: date.map(|column| find(column)).transpose()?,
            burst: burst.map(|column| find(column)).transpose()?,
            id: id_column.map(find).transpose()?,
            day: maybe(&map.day_column)?,
            beep: maybe(&map.beep_column)?,
            beep_time: maybe(&map.beep_time_column)?,
            items: ItemColumn::of_map(map, find)?,
            doses: (map.doses.iter())
                .map(|dose| find(&dose.column))
                .collect::<Result<_, _>>()?,
            events: (map.events.iter())
                .map(|event| find(&event.column))
                .collect::<Result<_, _>>()?,
            notes: (map.notes.iter())
                .map(|column| find(column))
                .collect::<Result<_, _>>()?,
        })
    }
}

fn find(names: &[&str], column: &str) -> Result<usize, TableError> {
    let mut hits = names
        .iter()
        .enumerate()
        .filter(|(_, name)| **name == column);
    match (hits.next(), hits.next()) {
        (Some((idx, _)), None) => Ok(idx),
        (Some(_), Some(_)) => Err(TableError::ColumnTwice {
            column: column.to_owned(),
        }),
        _ => Err(TableError::MissingColumn {
            column: column.to_owned(),
            did_you_mean: nearest(names, column),
            columns: listed(names),
        }),
    }
}

/// The name with the fewest changed letters, where that is few enough.
fn nearest(names: &[&str], column: &str) -> Option<String> {
    let wanted = column.to_lowercase();
    let n_most = (wanted.chars().count() / 3).max(1);
    (names.iter().take(2000))
        .filter(|name| !name.is_empty() && name.len() <= 200)
        .map(|name| (n_changes(&name.to_lowercase(), &wanted), *name))
        .filter(|(n, _)| *n <= n_most)
        .min_by_key(|(n, _)| *n)
        .map(|(_, name)| name.to_owned())
}

/// How many letters to add, drop or change (Levenshtein).
fn n_changes(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut costs: Vec<usize> = (0..=b.len()).collect();
    for (row, letter) in a.chars().enumerate() {
        let mut left = row + 1;
        let mut next = vec![left];
        for (pair, other) in costs.windows(2).zip(&b) {
            let [diagonal, above] = pair else { continue };
            let change = diagonal + usize::from(letter != *other);
            left = change.min(above + 1).min(left + 1);
            next.push(left);
        }
        costs = next;
    }
    costs.last().copied().unwrap_or(0)
}

fn listed(names: &[&str]) -> String {
    const SHOWN: usize = 100;
    let short = |name: &&str| name.chars().take(64).collect::<String>();
    let mut text = (names.iter().take(SHOWN))
        .map(short)
        .collect::<Vec<_>>()
        .join(", ");
    if names.len() > SHOWN {
        text.push_str(&format!(" and {} more", names.len() - SHOWN));
    }
    text
}

/// Finds what separates the cells of a heading: a comma, a semicolon or a tab.
pub(crate) fn delimiter(head: &[u8]) -> u8 {
    let mut counts = [(b',', 0usize), (b';', 0), (b'\t', 0)];
    let mut is_quoted = false;
    for byte in head {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted => break,
            _ if is_quoted => {}
            other => {
                for (mark, n) in &mut counts {
                    *n += usize::from(mark == other);
                }
            }
        }
    }
    let most = counts.iter().map(|(_, n)| *n).max().unwrap_or(0);
    // Of equal counts the first, so that a heading with one column is read with commas.
    (counts.iter().find(|(_, n)| *n == most)).map_or(b',', |(mark, _)| *mark)
}
