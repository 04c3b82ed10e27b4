//! Keeps items. Refuses to let an item of one name mean two things.

use record::{Item, ItemId, ResponseScale, Role};
use rusqlite::Connection;

use crate::StoreError;
use crate::append::Writer;
use crate::code::Code as _;

/// Every item with its row.
pub(crate) fn load(connection: &Connection) -> Result<Vec<(i64, Item)>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("item/load.sql"))?;
    let mut rows = statement.query([])?;
    let mut items = Vec::new();
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let item = read(row)?.ok_or(StoreError::Unreadable {
            table: "item",
            row: id,
        })?;
        items.push((id, item));
    }
    Ok(items)
}

fn read(row: &rusqlite::Row<'_>) -> Result<Option<Item>, StoreError> {
    let text = |column| row.get::<_, String>(column);
    let ends: (Option<f64>, Option<f64>) = (row.get(3)?, row.get(4)?);
    let scale = scale(&text(2)?, ends);
    let (name, role, window) = (text(1)?, text(5)?, text(6)?);
    let made = || {
        Some(Item {
            id: ItemId::new(&name).ok()?,
            scale: scale?,
            role: Role::from_word(&role)?,
            window: record::Window::from_word(&window)?,
        })
    };
    Ok(made())
}

fn scale(word: &str, ends: (Option<f64>, Option<f64>)) -> Option<ResponseScale> {
    match (word, ends) {
        ("open", (None, None)) => Some(ResponseScale::Open),
        ("line", (Some(min), Some(max))) => ResponseScale::line(min, max).ok(),
        ("steps", (Some(min), Some(max))) => Some(ResponseScale::Steps {
            min: whole(min)?,
            max: whole(max)?,
        }),
        _ => None,
    }
}

fn whole(number: f64) -> Option<i32> {
    let is_whole =
        number.fract() == 0.0 && number >= f64::from(i32::MIN) && number <= f64::from(i32::MAX);
    // The range was checked in the line above.
    #[allow(clippy::cast_possible_truncation)]
    is_whole.then_some(number as i32)
}

/// Keeps a new item.
pub(crate) fn append(writer: &Writer<'_>, item: &Item) -> Result<(), StoreError> {
    let word = match item.scale {
        ResponseScale::Line { .. } => "line",
        ResponseScale::Steps { .. } => "steps",
        ResponseScale::Open => "open",
    };
    let (min, max) = item.scale.ends().unzip();
    writer.insert(
        include_str!("item/append.sql"),
        (
            item.id.as_str(),
            word,
            min,
            max,
            item.role.word(),
            item.window.word(),
        ),
    )?;
    Ok(())
}

/// Checks that an item that is given is the one that is kept.
pub(crate) fn check_same(kept: &Item, given: &Item) -> Result<(), StoreError> {
    let part = if kept.scale != given.scale {
        "scale"
    } else if kept.role != given.role {
        "role"
    } else if kept.window != given.window {
        "window"
    } else {
        return Ok(());
    };
    Err(StoreError::ItemDiffers {
        item: given.id.clone(),
        part,
    })
}

/// Says anew what an item is for.
pub(crate) fn change_role(
    connection: &Connection,
    id: &ItemId,
    role: Role,
) -> Result<(), StoreError> {
    let n_rows = connection.execute(
        include_str!("item/change_role.sql"),
        (id.as_str(), role.word()),
    )?;
    if n_rows == 0 {
        return Err(StoreError::UnknownItem(id.clone()));
    }
    Ok(())
}
