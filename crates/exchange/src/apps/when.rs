//! Dates and times as programs write them. Refuses to guess: what is not certain is `None`.

use record::{LocalDay, Minutes, Moment, Zone};

/// A time of day such as `18:52`, `9:40 pm` or `12.05 AM`.
pub(super) fn clock(text: &str) -> Option<(u8, u8)> {
    // Phones put thin and unbreakable spaces before the half of the day.
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{202f}')
        .collect();
    let lower = plain
        .to_lowercase()
        .replace("a.m.", "am")
        .replace("p.m.", "pm");
    let (digits, half) = match lower.strip_suffix("am") {
        Some(rest) => (rest, Some(0)),
        None => match lower.strip_suffix("pm") {
            Some(rest) => (rest, Some(12)),
            None => (lower.as_str(), None),
        },
    };
    let (hour, minute) = digits.split_once([':', '.'])?;
    let minute = minute.split(':').next()?;
    let (hour, minute) = (number(hour)?, number(minute)?);
    let hour = match half {
        None => hour,
        Some(add) if (1..=12).contains(&hour) => hour % 12 + add,
        Some(_) => return None,
    };
    (hour < 24 && minute < 60).then_some((hour, minute))
}

fn number(text: &str) -> Option<u8> {
    let is_plain = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    is_plain.then(|| text.parse().ok())?
}

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// A date such as `8th Dec 2021`.
pub(super) fn ordinal_date(text: &str) -> Option<LocalDay> {
    let mut words = text.split_whitespace();
    let (day, month, year) = (words.next()?, words.next()?, words.next()?);
    let day: u8 = day
        .trim_end_matches(|c: char| c.is_ascii_alphabetic())
        .parse()
        .ok()?;
    let month = month.get(..3)?.to_lowercase();
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    let year: u16 = year.parse().ok()?;
    LocalDay::parse(&format!("{year:04}-{month:02}-{day:02}")).ok()
}

/// A date such as `2024-3-2` or `2024-03-02`.
pub(super) fn date(text: &str) -> Option<LocalDay> {
    let mut parts = text.trim().splitn(3, '-');
    let year: u16 = parts.next()?.parse().ok()?;
    let (month, day) = (number(parts.next()?)?, number(parts.next()?)?);
    LocalDay::parse(&format!("{year:04}-{month:02}-{day:02}")).ok()
}

/// A clock such as `26. 11. 2020 20:00` or `6.1.2021 7:05`, in its zone.
pub(super) fn dotted(text: &str, zone: &Zone) -> Option<Moment> {
    let (date, time) = text.trim().rsplit_once(' ')?;
    let mut parts = date.splitn(3, '.').map(str::trim);
    let (day, month) = (number(parts.next()?)?, number(parts.next()?)?);
    let year: u16 = parts.next()?.parse().ok()?;
    let day = LocalDay::parse(&format!("{year:04}-{month:02}-{day:02}")).ok()?;
    let (hour, minute) = clock(time)?;
    day.at(hour, minute, zone).ok()
}

/// A moment with its offset, such as `2024-05-01T21:03:00.123+01:00`, `… 21:03:00 +0100` or `…Z`.
pub(super) fn stamp(text: &[u8], home: &Zone) -> Option<Moment> {
    let (seconds, offset) = seconds(text)?;
    moment_of(seconds, offset, home)
}

/// The same; one in UTC, which is no clock on a wall, is put on the clock of the person's zone.
pub(super) fn stamp_at_home(text: &str, home: &Zone) -> Option<Moment> {
    if text.ends_with('Z') {
        return Moment::from_unix_seconds(seconds(text.as_bytes())?.0, home).ok();
    }
    stamp(text.as_bytes(), home)
}

/// Seconds since 1970 of a time in UTC that need not say so; an offset that it names is believed.
pub(super) fn utc(text: &str) -> Option<i64> {
    let (seconds, rest) = civil(text.trim().as_bytes())?;
    let is_bare = match rest.split_first() {
        None => true,
        Some((b'.', digits)) => digits.iter().all(u8::is_ascii_digit),
        Some(_) => false,
    };
    if is_bare {
        return Some(seconds);
    }
    self::seconds(text.trim().as_bytes()).map(|(seconds, _)| seconds)
}

/// Seconds since 1970 in UTC, and the offset of the clock in seconds east.
pub(super) fn seconds(text: &[u8]) -> Option<(i64, i32)> {
    let (seconds, rest) = civil(text)?;
    let rest = match rest.split_first() {
        Some((b'.', digits)) => {
            let n = digits.iter().take_while(|b| b.is_ascii_digit()).count();
            digits.get(n..)?
        }
        _ => rest,
    };
    let offset = offset_of(rest.trim_ascii())?;
    Some((seconds - i64::from(offset), offset))
}

/// The moment in the person's zone where that has this offset then; else with the offset itself.
pub(super) fn moment_of(seconds: i64, offset: i32, home: &Zone) -> Option<Moment> {
    let at_home = Moment::from_unix_seconds(seconds, home).ok()?;
    if at_home.offset_seconds() == offset {
        return Some(at_home);
    }
    let sign = if offset < 0 { '-' } else { '+' };
    let minutes = offset.abs() / 60;
    let zone = Zone::new(&format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)).ok()?;
    Moment::from_unix_seconds(seconds, &zone).ok()
}

/// A time such as `03/31/25 21:05:00`, with the month first.
pub(super) fn us_stamp(text: &str, zone: &Zone) -> Option<Moment> {
    let (date, clock) = text.trim().split_once(' ')?;
    let mut parts = date.splitn(3, '/');
    let (month, day) = (number(parts.next()?)?, number(parts.next()?)?);
    let year = number(parts.next()?)?;
    let text = format!("20{year:02}-{month:02}-{day:02} {clock}");
    Moment::from_wall_clock(&text, zone).ok()
}

/// Seconds since 1970 of the clock on the wall, and what follows `YYYY-MM-DD HH:MM:SS`.
pub(super) fn civil(text: &[u8]) -> Option<(i64, &[u8])> {
    let two = |at: usize| -> Option<i64> {
        match text.get(at..at + 2)? {
            [a @ b'0'..=b'9', b @ b'0'..=b'9'] => Some(i64::from((a - b'0') * 10 + (b - b'0'))),
            _ => None,
        }
    };
    let mark = |at: usize, marks: &[u8]| text.get(at).is_some_and(|b| marks.contains(b));
    let is_shaped = mark(4, b"-") && mark(7, b"-") && mark(10, b" T") && mark(13, b":");
    if !is_shaped || !mark(16, b":") {
        return None;
    }
    let (year, month, day) = (two(0)? * 100 + two(2)?, two(5)?, two(8)?);
    let (hour, minute, second) = (two(11)?, two(14)?, two(17)?);
    let is_in_range = (1..=12).contains(&month) && hour < 24 && minute < 60 && second < 61;
    if !is_in_range || day < 1 || day > days_of(year, month) {
        return None;
    }
    let days = days_since_1970(year, month, day);
    Some((
        days * 86_400 + hour * 3600 + minute * 60 + second.min(59),
        text.get(19..)?,
    ))
}

const fn days_of(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// The count of days by the rule of the Gregorian calendar, with years that begin in March.
const fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let of_era = shifted - era * 400;
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// `Z`, `+0100`, `+01:00` or `-0530` in seconds east.
pub(super) fn offset(text: &str) -> Option<i32> {
    offset_of(text.trim().as_bytes())
}

fn offset_of(text: &[u8]) -> Option<i32> {
    let (sign, digits) = match text.split_first()? {
        (b'Z', []) => return Some(0),
        (b'+', rest) => (1, rest),
        (b'-', rest) => (-1, rest),
        _ => return None,
    };
    let plain: Vec<i32> = (digits.iter().filter(|b| **b != b':'))
        .map(|b| b.is_ascii_digit().then(|| i32::from(b - b'0')))
        .collect::<Option<_>>()?;
    match plain.as_slice() {
        [a, b, c, d] if a * 10 + b <= 14 && *c < 6 => {
            Some(sign * ((a * 10 + b) * 3600 + (c * 10 + d) * 60))
        }
        _ => None,
    }
}

/// A date such as `12 May` or `May 12` beside its year.
pub(super) fn day_of_year(text: &str, year: &str) -> Option<LocalDay> {
    let words: Vec<&str> = text
        .split([' ', '.'])
        .filter(|word| !word.is_empty())
        .collect();
    match words.as_slice() {
        [day, month] if day.starts_with(|c: char| c.is_ascii_digit()) => {
            ordinal_date(&format!("{day} {month} {year}"))
        }
        [month, day] => ordinal_date(&format!("{day} {month} {year}")),
        _ => None,
    }
}

/// A length such as `7:45` or `12:05:30` in whole minutes; hours have no upper end but a day's.
pub(super) fn hours_and_minutes(text: &str) -> Option<u32> {
    let mut parts = text.trim().split(':');
    let hours: u32 = parts.next()?.parse().ok()?;
    let minutes = u32::from(number(parts.next()?)?);
    (hours < 1000 && minutes < 60).then(|| hours * 60 + minutes)
}

/// Before 1990 no program wrote; zero and what is below stand for nothing.
const FIRST_SECOND: i64 = 631_152_000;
/// The first second of 2200.
const LAST_SECOND: i64 = 7_258_118_400;

/// Seconds of a count since 1970 in seconds, or in thousandths, millionths or billionths of them: of
/// the years 1990 to 2200 no number could be two of these.
pub(super) fn epoch(number: i64) -> Option<i64> {
    let units = [1, 1000, 1_000_000, 1_000_000_000];
    let mut seconds = units.into_iter().map(|unit| number.div_euclid(unit));
    seconds.find(|seconds| (FIRST_SECOND..LAST_SECOND).contains(seconds))
}

/// Seconds of a count of milliseconds and nothing else.
pub(super) fn millis(number: i64) -> Option<i64> {
    let seconds = number.div_euclid(1000);
    (FIRST_SECOND..LAST_SECOND)
        .contains(&seconds)
        .then_some(seconds)
}

/// A moment on a clock with this offset, or on that of the person where none is told.
pub(super) fn on_clock(seconds: i64, offset: Option<i32>, home: &Zone) -> Option<Moment> {
    match offset {
        Some(offset) => moment_of(seconds, offset, home),
        None => Moment::from_unix_seconds(seconds, home).ok(),
    }
}

/// Seconds east that a clock can be.
pub(super) fn clock_offset(seconds: i64) -> Option<i32> {
    let is_clock = seconds.abs() <= 14 * 3600 && seconds % 900 == 0;
    is_clock.then(|| i32::try_from(seconds).ok())?
}

/// The date on the clock.
pub(super) fn day_of(moment: &Moment) -> Option<LocalDay> {
    date(moment.wall_clock().get(..10)?)
}

/// Minutes of up to two days.
pub(super) fn whole_minutes(minutes: f64) -> Option<Minutes> {
    let minutes = minutes.round();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Within 0 to 2880.
    (0.0..=2880.0)
        .contains(&minutes)
        .then_some(Minutes(minutes as u32))
}
