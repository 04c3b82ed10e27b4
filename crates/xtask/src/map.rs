//! Writes the room table of ARCHITECTURE.md from the crates' own descriptions and `doors.toml`.
//! Refuses to invent: a room without a description is an error.

use std::collections::BTreeSet;

use crate::{Doors, House};

const OPEN: &str = "<!-- rooms: written by `cargo xtask map`, not by hand -->";
const CLOSE: &str = "<!-- rooms end -->";

/// Says why the table could not be put in its place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MapError {
    /// The file lacks the two marks between which the table stands.
    #[error("ARCHITECTURE.md has no marks for the room table: {OPEN} and {CLOSE}")]
    NoMarks,
    /// A crate has no `description`.
    #[error("the crate {0} has no description in its Cargo.toml")]
    NoDescription(String),
}

/// Lays out the table: rooms from the ground up, then the test stands.
///
/// # Errors
/// [`MapError::NoDescription`] when a crate does not say what it is for.
pub fn room_table(house: &House, doors: &Doors) -> Result<String, MapError> {
    let mut rooms: Vec<_> = doors.room.iter().collect();
    rooms.sort_by_key(|(name, room)| (room.level, (*name).clone()));
    let mut text =
        String::from("| level | room | what it is for | uses | outside crates | refuses |\n");
    text.push_str("| --- | --- | --- | --- | --- | --- |\n");
    for (name, room) in rooms {
        let cells = Cells {
            level: room.level.to_string(),
            name,
            uses: &room.uses,
            refuses: &room.refuses,
        };
        text.push_str(&row(house, doors, &cells)?);
    }
    for (name, stand) in &doors.stand {
        let cells = Cells {
            level: "stand".to_owned(),
            name,
            uses: &stand.uses,
            refuses: &stand.refuses,
        };
        text.push_str(&row(house, doors, &cells)?);
    }
    Ok(text)
}

struct Cells<'a> {
    level: String,
    name: &'a str,
    uses: &'a BTreeSet<String>,
    refuses: &'a str,
}

fn row(house: &House, doors: &Doors, cells: &Cells<'_>) -> Result<String, MapError> {
    let name = cells.name;
    let description = house
        .rooms
        .get(name)
        .map(|room| room.description.as_str())
        .filter(|text| !text.is_empty())
        .ok_or_else(|| MapError::NoDescription(name.to_owned()))?;
    let owned: BTreeSet<String> = doors
        .outside
        .iter()
        .filter(|(_, owned)| owned.room == name)
        .map(|(krate, _)| krate.clone())
        .collect();
    Ok(format!(
        "| {} | `{name}` | {description} | {} | {} | {} |\n",
        cells.level,
        names(cells.uses),
        names(&owned),
        cells.refuses
    ))
}

fn names(list: &BTreeSet<String>) -> String {
    if list.is_empty() {
        return "–".to_owned();
    }
    let words: Vec<&str> = list.iter().map(String::as_str).collect();
    words.join(", ")
}

/// Puts `table` between the marks of `page` and leaves every other line as it was.
///
/// # Errors
/// [`MapError::NoMarks`] when `page` has no place for it.
pub fn with_table(page: &str, table: &str) -> Result<String, MapError> {
    let (before, rest) = page.split_once(OPEN).ok_or(MapError::NoMarks)?;
    let (_, after) = rest.split_once(CLOSE).ok_or(MapError::NoMarks)?;
    Ok(format!("{before}{OPEN}\n{table}{CLOSE}{after}"))
}
