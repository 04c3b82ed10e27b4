//! Reads what a row answers. Refuses a number outside what its column may hold.

use record::{InputDevice, Item, ItemResponse, Response};

use super::number::{Cell, digits, number, shown};
use super::person::{HINT_CELL, Row};
use crate::{Map, Rejection};

/// A column of answers: laid out once, because every row asks all of it.
pub(super) struct ItemColumn {
    /// Its name in the heading.
    pub(super) name: String,
    /// Where it stands in the table.
    pub(super) at: usize,
    /// The item that its cells answer.
    pub(super) item: Item,
    /// Smallest and largest value beside those of the scale.
    pub(super) ends: (Option<f64>, Option<f64>),
}

impl ItemColumn {
    /// The columns of a map, the outcome first, with the places that `find` gives.
    pub(super) fn of_map<E>(
        map: &Map,
        find: impl Fn(&str) -> Result<usize, E>,
    ) -> Result<Vec<Self>, E> {
        let outcome = (&map.outcome.column, &map.outcome.item, (None, None));
        let candidates = map.candidates.iter();
        std::iter::once(outcome)
            .chain(candidates.map(|c| (&c.column, &c.item, (c.min, c.max))))
            .map(|(name, item, ends)| {
                Ok(Self {
                    name: name.clone(),
                    at: find(name)?,
                    item: item.clone(),
                    ends,
                })
            })
            .collect()
    }

    fn holds(&self, value: f64) -> bool {
        let (min, max) = self.ends;
        min.is_none_or(|min| value >= min)
            && max.is_none_or(|max| value <= max)
            && self.item.scale.holds(value)
    }
}

/// What a row answers, each with the place of its column among those of the map.
pub(super) fn of_row(row: &Row<'_>, answers: &mut Vec<(usize, f64)>, faults: &mut Vec<Rejection>) {
    answers.clear();
    for (idx, column) in row.columns.items.iter().enumerate() {
        let value = match digits(row.cells.get(column.at), row.map) {
            Some(value) => value,
            None => match otherwise_written(row, column) {
                None => continue,
                Some(Ok(value)) => value,
                Some(Err(fault)) => {
                    faults.push(fault);
                    continue;
                }
            },
        };
        if column.holds(value) {
            answers.push((idx, value));
        } else {
            faults.push(outside(row, column));
        }
    }
}

/// The same as responses, which take no more room than they need: millions are kept.
///
/// They are made when their number is known and not one by one, so that each is written where it stays.
pub(super) fn responses(row: &Row<'_>, answers: &[(usize, f64)]) -> Vec<ItemResponse> {
    let of = |(idx, value): &(usize, f64)| {
        let column = row.columns.items.get(*idx);
        ItemResponse {
            // Each place is that of a column.
            item: column
                .map_or(&row.map.outcome.item, |column| &column.item)
                .id
                .clone(),
            response: Response::Value(*value),
            device: InputDevice::File,
            latency_ms: None,
        }
    };
    answers.iter().map(of).collect()
}

/// A number that is more than digits and a point; `None` where the cell is empty.
#[inline(never)] // So that the usual way stays short.
fn otherwise_written(row: &Row<'_>, column: &ItemColumn) -> Option<Result<f64, Rejection>> {
    let Cell::Text(text) = row.cell(column.at) else {
        return None;
    };
    let fault = || row.fault(&column.name, not_a_number(text, row.map), HINT_CELL);
    Some(number(text, row.map).ok_or_else(fault))
}

#[cold]
fn outside(row: &Row<'_>, column: &ItemColumn) -> Rejection {
    let text = match row.cell(column.at) {
        Cell::Text(text) => text,
        Cell::Empty => "",
    };
    let ends = range(column.item.scale.ends(), column.ends);
    let why = format!("{} is outside {ends}", shown(text));
    row.fault(&column.name, why, HINT_CELL)
}

fn not_a_number(text: &str, map: &Map) -> String {
    let shown = shown(text);
    let has_comma = text.contains(',') && text.replacen(',', ".", 1).parse::<f64>().is_ok();
    if has_comma && !map.has_decimal_comma {
        format!("{shown} has a decimal comma; write decimal = \",\" at the top of the map")
    } else {
        format!("{shown} is not a number")
    }
}

fn range(both: Option<(f64, f64)>, ends: (Option<f64>, Option<f64>)) -> String {
    match (both, ends) {
        (Some((min, max)), _) => format!("{min} to {max}"),
        (None, (Some(min), _)) => format!("{min} and more"),
        (None, (None, Some(max))) => format!("{max} and less"),
        (None, (None, None)) => "all numbers".to_owned(),
    }
}

/// The doses of a row, each with the place of its column in the map.
pub(super) fn amounts(row: &Row<'_>, amounts: &mut Vec<(usize, f64)>, faults: &mut Vec<Rejection>) {
    amounts.clear();
    for (idx, (column, at)) in row.map.doses.iter().zip(&row.columns.doses).enumerate() {
        let Cell::Text(text) = row.cell(*at) else {
            continue;
        };
        match number(text, row.map) {
            // Minus zero is zero.
            Some(amount) if amount >= 0.0 => amounts.push((idx, amount + 0.0)),
            Some(_) => {
                let why = format!("{} is less than no dose", shown(text));
                faults.push(row.fault(&column.column, why, HINT_CELL));
            }
            None => {
                faults.push(row.fault(&column.column, not_a_number(text, row.map), HINT_CELL));
            }
        }
    }
}
