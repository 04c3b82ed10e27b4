//! Keeps what was said, with its days. Refuses to change the words of what was said: only the day
//! of taking it back is written anew.

use record::{LocalDay, Said};
use rusqlite::{Connection, Row, TransactionBehavior};

use crate::StoreError;
use crate::append::Writer;

/// Writes all of them in one transaction; what is here already keeps its words and first day.
pub(crate) fn keep(connection: &mut Connection, said: &[Said]) -> Result<(), StoreError> {
    let change = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let writer = Writer::new(&change)?;
    append(&writer, said)?;
    drop(writer);
    change.commit()?;
    Ok(())
}

/// The same within a transaction that is under way.
pub(crate) fn append(writer: &Writer<'_>, said: &[Said]) -> Result<(), StoreError> {
    for one in said {
        let (size, low, high) = one.size;
        let params = rusqlite::params![
            one.question,
            one.about,
            one.is_up,
            one.span.0.number(),
            one.span.1.number(),
            one.sentence,
            size,
            low,
            high,
            one.look_day.number(),
            one.shown_on.number(),
            one.taken_back_on.map(LocalDay::number),
            one.method.0,
            one.method.1,
        ];
        writer.insert(include_str!("said/keep.sql"), params)?;
    }
    Ok(())
}

/// Removes one for good; `false` when it is not kept.
pub(crate) fn forget(connection: &Connection, one: &Said) -> Result<bool, StoreError> {
    let params = (
        &one.question,
        &one.about,
        one.is_up,
        one.span.0.number(),
        one.look_day.number(),
    );
    let sql = include_str!("said/forget.sql");
    Ok(connection.prepare_cached(sql)?.execute(params)? > 0)
}

/// All of them, the oldest look first.
pub(crate) fn load(connection: &Connection) -> Result<Vec<Said>, StoreError> {
    let mut statement = connection.prepare_cached(include_str!("said/load.sql"))?;
    let mut rows = statement.query([])?;
    let mut said = Vec::new();
    for number in 1.. {
        let Some(row) = rows.next()? else {
            break;
        };
        let unreadable = || StoreError::Unreadable {
            table: "said",
            row: number,
        };
        let day = |column: usize| -> Result<LocalDay, StoreError> {
            LocalDay::from_number(row.get(column)?).map_err(|_| unreadable())
        };
        let taken_back_on: Option<i32> = row.get(11)?;
        let taken_back_on = taken_back_on.map(LocalDay::from_number).transpose();
        let one = Said {
            question: row.get(0)?,
            about: row.get(1)?,
            is_up: row.get(2)?,
            span: (day(3)?, day(4)?),
            sentence: row.get(5)?,
            size: size(row)?,
            look_day: day(9)?,
            shown_on: day(10)?,
            taken_back_on: taken_back_on.map_err(|_| unreadable())?,
            method: (row.get(12)?, row.get(13)?),
        };
        said.push(one.checked().map_err(|_| unreadable())?);
    }
    Ok(said)
}

fn size(row: &Row<'_>) -> Result<(f64, f64, f64), StoreError> {
    Ok((row.get(6)?, row.get(7)?, row.get(8)?))
}
