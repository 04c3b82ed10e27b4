//! Writes times to be asked as a calendar file (RFC 5545). Refuses to say what they are for.
//!
//! Times are "floating": they are those of the clock on the wall, wherever the phone is, so that no
//! zone has to be described and a traveler is asked in their own morning.

use record::{Moment, PlannedPrompt, Zone};

/// The words that a calendar shows. Anybody who looks at the phone can read them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarWords {
    /// What the program calls itself.
    pub name: String,
    /// What each time is called.
    pub moment: String,
}

/// Octets of a line, without its end.
const LINE_OCTETS: usize = 75;

/// Writes one event with an alarm for each prompt. The same prompt has the same UID in every file, so
/// that a file taken in again moves nothing twice. `written_at` is the only clock in it.
#[must_use]
pub fn write_calendar(
    prompts: &[PlannedPrompt],
    words: &CalendarWords,
    written_at: &Moment,
) -> String {
    let (name, moment) = (escaped(&words.name), escaped(&words.moment));
    let stamp = utc(written_at);
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        format!("PRODID:-//{name}//{name} 1//EN"),
        "CALSCALE:GREGORIAN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
    ];
    for prompt in prompts {
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", prompt.key),
            format!("DTSTAMP:{stamp}"),
            format!("DTSTART:{}", floating(&prompt.wall)),
            "DURATION:PT5M".to_owned(),
            format!("SUMMARY:{moment}"),
            "CLASS:PRIVATE".to_owned(),
            "TRANSP:TRANSPARENT".to_owned(),
            "BEGIN:VALARM".to_owned(),
            "ACTION:DISPLAY".to_owned(),
            format!("DESCRIPTION:{moment}"),
            "TRIGGER:PT0S".to_owned(),
            "END:VALARM".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

/// `20260302T094100`, of `2026-03-02T09:41`.
fn floating(wall: &str) -> String {
    let digits = wall.chars().filter(|c| !matches!(c, '-' | ':'));
    digits.chain("00".chars()).collect()
}

/// `20260302T084100Z`.
fn utc(at: &Moment) -> String {
    let moment = Moment::from_unix_seconds(at.unix_seconds(), &Zone::utc());
    let wall = moment.map_or_else(|_| at.wall_clock(), |moment| moment.wall_clock());
    format!("{}Z", floating(&wall.replace(' ', "T")))
}

/// A text value (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// A line in pieces of at most 75 octets, no character torn apart (RFC 5545, 3.1).
fn folded(line: &str) -> String {
    let (mut folded, mut n_octets) = (String::with_capacity(line.len() + 2), 0);
    for c in line.chars() {
        if n_octets + c.len_utf8() > LINE_OCTETS {
            folded.push_str("\r\n ");
            n_octets = 1;
        }
        folded.push(c);
        n_octets += c.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}
