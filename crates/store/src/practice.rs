//! Keeps strategies that were done. Refuses to say whether they helped.

use record::{FactBody, Practice, Unreality};

use crate::StoreError;
use crate::append::Writer;
use crate::load::{Bodies, Reader};

pub(crate) fn append(
    writer: &Writer<'_>,
    fact: i64,
    practice: &Practice,
) -> Result<(), StoreError> {
    let minutes = practice.minutes.map(|minutes| minutes.0);
    writer.insert(
        include_str!("practice/append.sql"),
        (
            fact,
            practice.strategy.as_str(),
            minutes,
            practice.unreality.before(),
            practice.unreality.after(),
        ),
    )?;
    Ok(())
}

pub(crate) fn load(reader: &Reader<'_>, bodies: &mut Bodies<'_>) -> Result<(), StoreError> {
    reader.each("practice", include_str!("practice/load.sql"), |row| {
        let unreality = Unreality::new(row.maybe_number(3)?, row.maybe_number(4)?);
        let practice = Practice {
            strategy: row.label(1)?,
            minutes: row.maybe_minutes(2)?,
            unreality: unreality.map_err(|_| row.unreadable())?,
        };
        bodies.put(row, FactBody::Practice(practice))
    })
}
