//! Keeps events. Refuses to leave sensitive ones out: that is for whoever shows them.

use record::{Event, FactBody};

use crate::StoreError;
use crate::append::Writer;
use crate::load::{Bodies, Reader};

pub(crate) fn append(writer: &mut Writer<'_>, fact: i64, event: &Event) -> Result<(), StoreError> {
    let (ends_at, ends_zone) = writer.maybe_moment(event.ends_at())?;
    writer.insert(
        include_str!("event/append.sql"),
        (
            fact,
            event.label.as_str(),
            ends_at,
            ends_zone,
            event.is_sensitive,
        ),
    )?;
    Ok(())
}

pub(crate) fn load(reader: &Reader<'_>, bodies: &mut Bodies<'_>) -> Result<(), StoreError> {
    reader.each("event", include_str!("event/load.sql"), |row| {
        // An event ends after its start, which the header keeps; without an end any start fits.
        let ends_at = row.maybe_moment(2)?;
        let starts_at = match &ends_at {
            Some(end) => end.clone(),
            None => record::Moment::from_unix_seconds(0, &record::Zone::utc())
                .map_err(|_| row.unreadable())?,
        };
        let event = Event::new(row.label(1)?, &starts_at, ends_at, row.flag(4)?)
            .map_err(|_| row.unreadable())?;
        bodies.put(row, FactBody::Event(event))
    })
}
