//! Keeps occasions with their responses, answered or missed. Refuses to fill in a missed one.

use record::{Assessment, Beep, FactBody, Occasion, OccasionState};

use crate::StoreError;
use crate::append::Writer;
use crate::code::Code as _;
use crate::load::{Bodies, Reader, Row};
use crate::response::{self, Responses};

pub(crate) fn append(
    writer: &mut Writer<'_>,
    fact: i64,
    occasion: &Occasion,
) -> Result<(), StoreError> {
    let beep = occasion.beep.as_ref();
    let scheduled = writer.maybe_moment(beep.map(|beep| &beep.scheduled_at))?;
    let sent = writer.maybe_moment(beep.and_then(|beep| beep.sent_at.as_ref()))?;
    let state = match occasion.state {
        OccasionState::Scheduled => "scheduled",
        OccasionState::Missed => "missed",
        OccasionState::Answered(_) => "answered",
    };
    let seed = occasion
        .assessment()
        .and_then(Assessment::seed)
        .map(u64::cast_signed);
    writer.insert(
        include_str!("occasion/append.sql"),
        (
            fact,
            occasion.plan.word(),
            scheduled.0,
            scheduled.1,
            sent.0,
            sent.1,
            occasion.day_no,
            occasion.beep_no,
            state,
            seed,
            occasion.form.word(),
        ),
    )?;
    match occasion.assessment() {
        Some(assessment) => response::append(writer, fact, assessment),
        None => Ok(()),
    }
}

pub(crate) fn load(reader: &Reader<'_>, bodies: &mut Bodies<'_>) -> Result<(), StoreError> {
    let mut statement = reader.prepare(include_str!("response/load.sql"))?;
    let mut responses = Responses::new(reader, statement.query(reader.rows())?);
    reader.each("occasion", include_str!("occasion/load.sql"), |row| {
        if !bodies.wants(row.id) {
            return Ok(());
        }
        let occasion = read(row, &mut responses)?;
        bodies.put(row, FactBody::Occasion(occasion))
    })
}

fn read(row: &Row<'_>, responses: &mut Responses<'_, '_>) -> Result<Occasion, StoreError> {
    let sent_at = row.maybe_moment(4)?;
    let beep = row.maybe_moment(2)?.map(|scheduled_at| Beep {
        scheduled_at,
        sent_at,
    });
    let state = match row.text(8)? {
        "scheduled" => OccasionState::Scheduled,
        "missed" => OccasionState::Missed,
        "answered" => {
            let seed = row.maybe_number::<i64>(9)?.map(i64::cast_unsigned);
            let assessment = Assessment::new(responses.of(row.id)?, seed);
            OccasionState::Answered(assessment.map_err(|_| row.unreadable())?)
        }
        _ => return Err(row.unreadable()),
    };
    Ok(Occasion {
        plan: row.code(1)?,
        form: row.code(10)?,
        beep,
        day_no: row.maybe_number(6)?,
        beep_no: row.maybe_number(7)?,
        state,
    })
}
