//! Keeps time with others. Refuses to know who they are.

use record::{Contact, FactBody};

use crate::StoreError;
use crate::append::Writer;
use crate::load::{Bodies, Reader};

pub(crate) fn append(writer: &Writer<'_>, fact: i64, contact: &Contact) -> Result<(), StoreError> {
    writer.insert(
        include_str!("contact/append.sql"),
        (fact, contact.with.as_str(), contact.felt_heard()),
    )?;
    Ok(())
}

pub(crate) fn load(reader: &Reader<'_>, bodies: &mut Bodies<'_>) -> Result<(), StoreError> {
    reader.each("contact", include_str!("contact/load.sql"), |row| {
        let contact = Contact::new(row.label(1)?, row.maybe_real(2)?);
        let contact = contact.map_err(|_| row.unreadable())?;
        bodies.put(row, FactBody::Contact(contact))
    })
}
