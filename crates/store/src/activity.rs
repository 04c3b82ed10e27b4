//! Keeps movement. Refuses a goal.

use record::{Activity, FactBody, Label, Minutes};

use crate::StoreError;
use crate::append::Writer;
use crate::code::Code as _;
use crate::load::{Bodies, Reader};

pub(crate) fn append(
    writer: &Writer<'_>,
    fact: i64,
    activity: &Activity,
) -> Result<(), StoreError> {
    let label = activity.label.as_ref().map(Label::as_str);
    let intensity = activity.intensity.map(|intensity| intensity.word());
    writer.insert(
        include_str!("activity/append.sql"),
        (fact, label, activity.minutes.0, intensity),
    )?;
    Ok(())
}

pub(crate) fn load(reader: &Reader<'_>, bodies: &mut Bodies<'_>) -> Result<(), StoreError> {
    reader.each("activity", include_str!("activity/load.sql"), |row| {
        let activity = Activity {
            label: row.maybe_label(1)?,
            minutes: Minutes(row.number(2)?),
            intensity: row.maybe_code(3)?,
        };
        bodies.put(row, FactBody::Activity(activity))
    })
}
