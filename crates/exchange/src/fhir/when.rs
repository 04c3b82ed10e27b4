//! Moments as FHIR writes them, with seconds and offset. Refuses a time without its offset.

use record::{Moment, Zone};

/// `2026-03-02T21:40:05+01:00`; in UTC where the clock of the place was not apart by whole minutes, as
/// clocks of long ago were.
pub fn instant(moment: &Moment) -> String {
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
