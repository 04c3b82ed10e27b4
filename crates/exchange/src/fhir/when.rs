//! Moments as FHIR and others write them, with seconds and offset. Refuses a time without its offset.

use record::{Moment, Zone};

/// `2026-03-02T21:40:05+01:00`; in UTC where the clock of the place was not apart by whole minutes, as
/// clocks of long ago were.
pub(crate) fn instant(moment: &Moment) -> String {
    let offset = moment.offset_seconds();
    if offset % 60 != 0 {
        let in_utc = Moment::from_unix_seconds(moment.unix_seconds(), &Zone::utc());
        return in_utc.map_or_else(|_| moment.wall_clock(), |moment| instant(&moment));
    }
    let wall = moment.wall_clock().replace(' ', "T");
    let seconds = moment.unix_seconds().rem_euclid(60);
    let sign = if offset < 0 { '-' } else { '+' };
    let minutes = offset.unsigned_abs() / 60;
    format!(
        "{wall}:{seconds:02}{sign}{:02}:{:02}",
        minutes / 60,
        minutes % 60
    )
}

/// Reads a time with its offset; without one it could be any hour.
pub(crate) fn read_instant(text: &str) -> Result<Moment, String> {
    let no_offset = "a time has no offset from UTC";
    let (wall, offset) = match text.strip_suffix('Z') {
        Some(wall) => (wall, "+00:00"),
        None => {
            let at = text.len().checked_sub(6).ok_or(no_offset)?;
            text.split_at_checked(at)
                .filter(|(_, o)| o.starts_with(['+', '-']))
                .ok_or(no_offset)?
        }
    };
    let zone = Zone::new(offset).map_err(|error| error.to_string())?;
    Moment::from_wall_clock(wall, &zone).map_err(|error| error.to_string())
}
