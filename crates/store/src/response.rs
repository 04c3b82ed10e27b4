//! Keeps what came back for each item of an occasion, in the order shown.
//!
//! Refuses to mix up the three ways of having no number: skipped, not asked, and never kept.

use record::{Assessment, ItemResponse, Response};

use crate::StoreError;
use crate::append::Writer;
use crate::code::Code as _;
use crate::load::{Reader, Row};

pub(crate) fn append(
    writer: &Writer<'_>,
    fact: i64,
    assessment: &Assessment,
) -> Result<(), StoreError> {
    for (place, response) in (0i64..).zip(assessment.responses()) {
        let missing = match response.response {
            Response::Value(_) => None,
            Response::Skipped => Some("skipped"),
            Response::NotAsked => Some("not_asked"),
        };
        writer.insert(
            include_str!("response/append.sql"),
            (
                fact,
                place,
                writer.item(&response.item)?,
                response.response.value(),
                missing,
                response.device.word(),
                response.latency_ms,
            ),
        )?;
    }
    Ok(())
}

/// The responses of all occasions, read along with the occasions.
pub(crate) struct Responses<'r, 's> {
    reader: &'r Reader<'r>,
    rows: rusqlite::Rows<'s>,
    /// Read already, of an occasion that was not asked for yet.
    ahead: Option<(i64, ItemResponse)>,
}

impl<'r, 's> Responses<'r, 's> {
    pub(crate) const fn new(reader: &'r Reader<'r>, rows: rusqlite::Rows<'s>) -> Self {
        Self {
            reader,
            rows,
            ahead: None,
        }
    }

    /// The responses of one occasion; occasions are asked for in rising order.
    pub(crate) fn of(&mut self, fact: i64) -> Result<Vec<ItemResponse>, StoreError> {
        let mut found = Vec::new();
        if let Some((_, response)) = self.ahead.take_if(|(owner, _)| *owner == fact) {
            found.push(response);
        } else if self.ahead.as_ref().is_some_and(|(owner, _)| *owner > fact) {
            return Ok(found);
        }
        while let Some(row) = self.rows.next()? {
            let row = self.reader.row("response", row)?;
            // A withdrawn occasion is passed over.
            if row.id < fact {
                continue;
            }
            let response = read(self.reader, &row)?;
            if row.id > fact {
                self.ahead = Some((row.id, response));
                break;
            }
            found.push(response);
        }
        Ok(found)
    }
}

fn read(reader: &Reader<'_>, row: &Row<'_>) -> Result<ItemResponse, StoreError> {
    let item = reader
        .item(row.number(1)?)
        .ok_or_else(|| row.unreadable())?;
    let response = match (row.maybe_real(2)?, row.maybe_text(3)?) {
        (Some(value), None) => Response::Value(value),
        (None, Some("skipped")) => Response::Skipped,
        (None, Some("not_asked")) => Response::NotAsked,
        _ => return Err(row.unreadable()),
    };
    Ok(ItemResponse {
        item: item.clone(),
        response,
        device: row.code(4)?,
        latency_ms: row.maybe_number(5)?,
    })
}
