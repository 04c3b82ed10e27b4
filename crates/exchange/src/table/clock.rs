//! Reads dates and times of day in a zone. Refuses orders of day and month that could be two.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use record::{LocalDay, Moment, SteadyDay, SteadyDays, Zone};

use crate::WarningKind;

/// A date and time as a cell has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    /// Year, month, day.
    pub(crate) date: Option<(u16, u8, u8)>,
    /// Seconds since midnight.
    pub(crate) seconds: Option<u32>,
    /// Seconds east of UTC.
    pub(crate) offset: Option<Offset>,
}

/// An offset as a cell has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Offset {
    /// `Z`: the instant is in UTC and says nothing of the person's clock.
    Utc,
    /// Seconds east.
    East(i32),
}

/// When a row was.
#[derive(Clone)]
pub(super) struct Stamp {
    /// The date as it was written.
    pub(super) date: LocalDay,
    pub(super) moment: Moment,
    /// What is worth a word about it.
    pub(super) warnings: Warnings,
}

/// What is worth a word about the time of a row: the change of a clock or an offset, then the midnight
/// behind a date, then the order of prompts. No row has more, and millions have none.
#[derive(Clone, Copy, Default)]
pub(super) struct Warnings([Option<WarningKind>; 3]);

impl Warnings {
    /// Adds one behind the others.
    pub(super) fn push(&mut self, kind: WarningKind) {
        if let Some(place) = self.0.iter_mut().find(|place| place.is_none()) {
            *place = Some(kind);
        }
    }

    /// Those that there are, in the order in which they were added.
    pub(super) fn iter(self) -> impl Iterator<Item = WarningKind> {
        self.0.into_iter().flatten()
    }
}

impl From<Option<WarningKind>> for Warnings {
    fn from(first: Option<WarningKind>) -> Self {
        Self([first, None, None])
    }
}

/// In which order a table writes dates whose year is last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Order {
    /// Year, month, day: every other order is refused, because 03/04 could be two days.
    #[default]
    YearFirst,
    /// `13/08/2012`, `13.8.2012`.
    DayFirst,
    /// `08/13/2012`.
    MonthFirst,
}

/// The same as [`read`] for a table that writes dates in this order too.
pub(crate) fn read_in(text: &str, order: Order) -> Option<Written> {
    if order == Order::YearFirst {
        return read(text);
    }
    read(text).or_else(|| {
        let (date, rest) = year_last(text, order)?;
        let rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
        let (seconds, offset) = match rest {
            "" => (None, None),
            rest => time(rest).map(|(seconds, offset)| (Some(seconds), offset))?,
        };
        Some(Written {
            date: Some(date),
            seconds,
            offset,
        })
    })
}

/// A date whose year of four digits is last, and what follows it.
fn year_last(text: &str, order: Order) -> Option<((u16, u8, u8), &str)> {
    let at = text.find([' ', 'T', ',']).unwrap_or(text.len());
    let (date, rest) = text.split_at_checked(at)?;
    let mark = date.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
    let mut parts = date.split(mark);
    let short = |part: &str| {
        let is_short = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        is_short.then(|| part.parse::<u8>().ok())?
    };
    let (a, b, year) = (short(parts.next()?)?, short(parts.next()?)?, parts.next()?);
    let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    if !is_year || parts.next().is_some() {
        return None;
    }
    let (day, month) = match order {
        Order::MonthFirst => (b, a),
        _ => (a, b),
    };
    Some((
        (year.parse().ok()?, month, day),
        rest.strip_prefix('T').unwrap_or(rest),
    ))
}

/// Reads `2012-08-13`, `08:58`, `08:58:56`, both joined by a space or `T`, and with `Z` or an
/// offset behind. Fractions of seconds are dropped.
pub(super) fn read(text: &str) -> Option<Written> {
    if let Some(written) = plain(text.as_bytes()) {
        return Some(written);
    }
    if let Some(date) = date(text.get(..10).unwrap_or_default()) {
        let rest = text.get(10..)?;
        let Some(mark) = rest.bytes().next() else {
            return Some(Written {
                date: Some(date),
                seconds: None,
                offset: None,
            });
        };
        let rest = matches!(mark, b' ' | b'T' | b't').then(|| rest.get(1..))??;
        let (seconds, offset) = time(rest.trim_start())?;
        return Some(Written {
            date: Some(date),
            seconds: Some(seconds),
            offset,
        });
    }
    let (seconds, offset) = time(text)?;
    Some(Written {
        date: None,
        seconds: Some(seconds),
        offset,
    })
}

/// `2012-08-13 08:58:56` or `2012-08-13T08:58` and nothing else, as nearly every table has it; what is
/// otherwise in any way is left to the slower way.
pub(super) fn plain(text: &[u8]) -> Option<Written> {
    let (head, rest) = text.split_first_chunk::<16>()?;
    let [a, b, c, d, b'-', m, n, b'-', x, y, mark, h, i, b':', k, l] = *head else {
        return None;
    };
    let seconds = match *rest {
        [] => Some(0),
        [b':', s, t] => two(s, t),
        _ => None,
    };
    let year = u16::from(two(a, b)?) * 100 + u16::from(two(c, d)?);
    let (month, day) = (two(m, n)?, two(x, y)?);
    let (hours, minutes, seconds) = (two(h, i)?, two(k, l)?, seconds?);
    let is_clock = hours < 24 && minutes < 60 && seconds < 60;
    (is_clock && matches!(mark, b' ' | b'T' | b't')).then(|| Written {
        date: Some((year, month, day)),
        seconds: Some(u32::from(hours) * 3600 + u32::from(minutes) * 60 + u32::from(seconds)),
        offset: None,
    })
}

/// Two digits as a number.
const fn two(tens: u8, ones: u8) -> Option<u8> {
    if tens.is_ascii_digit() && ones.is_ascii_digit() {
        Some((tens - b'0') * 10 + (ones - b'0'))
    } else {
        None
    }
}

fn date(text: &str) -> Option<(u16, u8, u8)> {
    let &[a, b, c, d, b'-', m, n, b'-', x, y] = text.as_bytes() else {
        return None;
    };
    let digits = |list: &[u8]| {
        list.iter().try_fold(0u16, |sum, byte| {
            (byte.is_ascii_digit()).then(|| sum * 10 + u16::from(byte - b'0'))
        })
    };
    let small = |list: &[u8]| digits(list).and_then(|n| u8::try_from(n).ok());
    Some((digits(&[a, b, c, d])?, small(&[m, n])?, small(&[x, y])?))
}

fn time(text: &str) -> Option<(u32, Option<Offset>)> {
    let at = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.')));
    let (clock, rest) = text.split_at(at.unwrap_or(text.len()));
    let mut parts = clock.split(':');
    let (hours, minutes) = (parts.next()?, parts.next()?);
    let seconds = parts.next().unwrap_or("0");
    if parts.next().is_some() {
        return None;
    }
    let seconds = seconds
        .split_once('.')
        .map_or(Some(seconds), |(whole, fraction)| {
            (!fraction.is_empty() && !fraction.contains('.')).then_some(whole)
        })?;
    let part = |text: &str, below: u32| {
        let is_short = (1..=2).contains(&text.len());
        let number = text.parse::<u32>().ok().filter(|n| *n < below);
        number.filter(|_| is_short)
    };
    let hours = part(hours, 24)?;
    let (hours, rest) = match half_day(rest.trim_start()) {
        Some((add, rest)) if (1..=12).contains(&hours) => (hours % 12 + add, rest),
        Some(_) => return None,
        None => (hours, rest),
    };
    let seconds = hours * 3600 + part(minutes, 60)? * 60 + part(seconds, 60)?;
    Some((seconds, offset(rest.trim())?))
}

/// The hours that `am` or `pm` adds, and what follows it.
fn half_day(text: &str) -> Option<(u32, &str)> {
    let (half, rest) = text.split_at_checked(2)?;
    match half.as_bytes() {
        [b'a' | b'A', b'm' | b'M'] => Some((0, rest)),
        [b'p' | b'P', b'm' | b'M'] => Some((12, rest)),
        _ => None,
    }
}

#[allow(clippy::option_option)] // Outer: it can be read; inner: there is one.
fn offset(text: &str) -> Option<Option<Offset>> {
    if text.is_empty() {
        return Some(None);
    }
    let (sign, rest) = match text.split_at_checked(1) {
        Some(("Z" | "z", "")) => return Some(Some(Offset::Utc)),
        Some(("+", rest)) => (1, rest),
        Some(("-", rest)) => (-1, rest),
        _ => return None,
    };
    let digits: String = rest.chars().filter(|c| *c != ':').collect();
    let is_shaped = matches!(rest.len(), 2 | 4 | 5) && matches!(digits.len(), 2 | 4);
    if !is_shaped || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let hours: i32 = digits.get(..2)?.parse().ok().filter(|h| *h <= 14)?;
    let minutes: i32 = digits
        .get(2..)
        .map_or(Ok(0), |m| if m.is_empty() { Ok(0) } else { m.parse() })
        .ok()
        .filter(|m| *m < 60)?;
    Some(Some(Offset::East(sign * (hours * 3600 + minutes * 60))))
}

/// A day of the calendar as the clock of the zone went through it.
#[derive(Clone)]
struct Day {
    day: LocalDay,
    /// `None` when the clock was changed on this day.
    steady: Option<SteadyDay>,
}

/// Puts what cells say on the clock of a zone.
pub(super) struct Clock {
    zone: Option<Zone>,
    /// Stretches in which the clock was not changed, by the number of their first day.
    steady: BTreeMap<i32, SteadyDays>,
    /// Days beside a change, and dates that no calendar has.
    days: HashMap<(u16, u8, u8), Option<Day>>,
    /// The day of the row before: most tables go forward, many rows a day.
    latest: Option<((u16, u8, u8), Day)>,
    offsets: HashMap<i32, Zone>,
}

impl Clock {
    pub(super) fn new(zone: Option<Zone>) -> Self {
        Self {
            zone,
            steady: BTreeMap::new(),
            days: HashMap::new(),
            latest: None,
            offsets: HashMap::new(),
        }
    }

    /// The moment of a date and seconds after midnight. The error says what is wrong.
    pub(super) fn stamp(
        &mut self,
        date: (u16, u8, u8),
        seconds: u32,
        offset: Option<Offset>,
    ) -> Result<Stamp, &'static str> {
        match offset {
            Some(offset) => self.at_offset(date, seconds, offset),
            None => self.on_clock(date, seconds),
        }
    }

    /// The day as the clock went through it; `None` for what is no date.
    fn known(&mut self, date: (u16, u8, u8), zone: &Zone) -> Option<Day> {
        let day = calendar_day(date)?;
        let number = day.number();
        let stretch = self.steady.range(..=number).next_back();
        if let Some(steady) = stretch.and_then(|(_, stretch)| stretch.day(day)) {
            return Some(Day {
                day,
                steady: Some(steady),
            });
        }
        match self.days.entry(date) {
            Entry::Occupied(known) => known.get().clone(),
            Entry::Vacant(new) => match SteadyDays::around(day, zone) {
                Some(stretch) => {
                    let steady = stretch.day(day);
                    self.steady.insert(stretch.first(), stretch);
                    Some(Day { day, steady })
                }
                None => new.insert(Day::new(day, zone)).clone(),
            },
        }
    }

    /// The moment on the day of the row before, where the clock was not changed on it: the usual case.
    pub(super) fn on_latest(&self, date: (u16, u8, u8), seconds: u32) -> Option<Stamp> {
        let (_, known) = self.latest.as_ref().filter(|(day, _)| *day == date)?;
        Some(Stamp {
            date: known.day,
            moment: known.steady.as_ref()?.at(seconds)?,
            warnings: Warnings::default(),
        })
    }

    fn on_clock(&mut self, date: (u16, u8, u8), seconds: u32) -> Result<Stamp, &'static str> {
        let Some(zone) = &self.zone else {
            return Err("has no offset and the map has no zone");
        };
        if self
            .latest
            .as_ref()
            .is_none_or(|(latest, _)| *latest != date)
        {
            let zone = zone.clone();
            let day = self.known(date, &zone);
            self.latest = day.map(|day| (date, day));
        }
        if let Some(stamp) = self.on_latest(date, seconds) {
            return Ok(stamp);
        }
        let (Some((_, known)), Some(zone)) = (&self.latest, &self.zone) else {
            return Err("is no date of the years 1900 to 2200");
        };
        let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        let text = format!("{}T{hour:02}:{minute:02}:{second:02}", known.day);
        let moment = Moment::from_wall_clock(&text, zone).map_err(|_| "is no date and time")?;
        let warnings = clock_change(&moment, seconds).into();
        Ok(Stamp {
            date: known.day,
            moment,
            warnings,
        })
    }

    fn at_offset(
        &mut self,
        date: (u16, u8, u8),
        seconds: u32,
        offset: Offset,
    ) -> Result<Stamp, &'static str> {
        let day = calendar_day(date).ok_or("is no date of the years 1900 to 2200")?;
        let east = match offset {
            Offset::Utc => 0,
            Offset::East(east) => east,
        };
        let unix = i64::from(day.number()) * 86_400 + i64::from(seconds) - i64::from(east);
        let on = |zone: &Zone| {
            Moment::from_unix_seconds(unix, zone).map_err(|_| "is outside the years 1900 to 2200")
        };
        let mut warnings = Warnings::default();
        let moment = match (&self.zone, offset) {
            (Some(zone), Offset::Utc) => {
                let moment = on(zone)?;
                if moment.offset_seconds() != 0 {
                    warnings.push(WarningKind::InUtc);
                }
                moment
            }
            (Some(zone), Offset::East(_)) if on(zone)?.offset_seconds() == east => on(zone)?,
            (zone, _) => {
                if zone.is_some() {
                    warnings.push(WarningKind::OtherOffset);
                }
                on(self.offset_zone(east)?)?
            }
        };
        Ok(Stamp {
            date: day,
            moment,
            warnings,
        })
    }

    fn offset_zone(&mut self, east: i32) -> Result<&Zone, &'static str> {
        match self.offsets.entry(east) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(new) => {
                let (hours, minutes) = (east.abs() / 3600, east.abs() / 60 % 60);
                let sign = if east < 0 { '-' } else { '+' };
                let zone = Zone::new(&format!("{sign}{hours:02}:{minutes:02}"))
                    .map_err(|_| "has an offset that no clock has")?;
                Ok(new.insert(zone))
            }
        }
    }
}

impl Day {
    fn new(day: LocalDay, zone: &Zone) -> Option<Self> {
        // The last day of the calendar that is read has no next one: then the slow way.
        let steady = SteadyDay::of(day, zone);
        if steady.is_none() {
            day.at(0, 0, zone).ok()?;
        }
        Some(Self { day, steady })
    }
}

/// The day of the calendar, where it has one.
pub(super) fn calendar_day(date: (u16, u8, u8)) -> Option<LocalDay> {
    let (year, month, day) = date;
    LocalDay::new(year, month, day).ok()
}

/// Says whether the clock skipped the time that was written, or showed it twice.
fn clock_change(moment: &Moment, seconds: u32) -> Option<WarningKind> {
    let shows = |moment: &Moment| (moment.hour_of_day() * 3600.0).round();
    let written = f64::from(seconds);
    if shows(moment) != written {
        return Some(WarningKind::ClockSkipped);
    }
    let is_twice = [1800, 3600, 7200].iter().any(|later| {
        let other = moment.plus_seconds(*later);
        other.offset_seconds() != moment.offset_seconds() && shows(&other) == written
    });
    is_twice.then_some(WarningKind::ClockTwice)
}
