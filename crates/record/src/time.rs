//! Moments with their zone, and the person's own day. Refuses to know what time it is now.
//!
//! A person's day starts at 04:00 unless they say otherwise: what is written at 01:30 belongs to
//! the evening before it. The rule reads the clock on the wall, so it holds over daylight saving
//! and over travel: every fact keeps the zone in which it was written.

use std::fmt;
use std::sync::Arc;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp, ToSpan, Zoned};

/// Says why a time was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TimeError {
    /// The zone is in no zone table.
    #[error("'{0}' is not a time zone that is known here, such as Europe/Amsterdam")]
    Zone(String),
    /// The text is not a date or not a time, or no calendar has it.
    #[error("'{0}' is not a date and time such as 2026-03-02 21:40")]
    Text(String),
    /// The year is outside 1900-2200.
    #[error("the year {0} is outside 1900 to 2200")]
    Year(i16),
    /// The start of the day is outside 00:00-12:00.
    #[error("a day starts between 00:00 and 12:00")]
    DayStart,
}

/// A time zone: a name of the IANA table, or a fixed offset such as `+02:00`.
///
/// Hundreds of thousands of moments share one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone(Arc<Named>);

#[derive(Debug, PartialEq, Eq)]
struct Named {
    name: Box<str>,
    tz: TimeZone,
}

impl Zone {
    /// Looks a zone up by its IANA name, `UTC`, or a fixed offset such as `+02:00`.
    ///
    /// # Errors
    /// [`TimeError::Zone`] when no table has it.
    pub fn new(name: &str) -> Result<Self, TimeError> {
        let refuse = || TimeError::Zone(name.chars().take(64).collect());
        let tz = if name == "UTC" || name == "Z" {
            TimeZone::UTC
        } else if name.starts_with(['+', '-']) {
            TimeZone::fixed(parse_offset(name).ok_or_else(refuse)?)
        } else {
            TimeZone::get(name).map_err(|_| refuse())?
        };
        Ok(Self::named(name, tz))
    }

    fn named(name: &str, tz: TimeZone) -> Self {
        let name = name.into();
        Self(Arc::new(Named { name, tz }))
    }

    /// The zone without offset.
    #[must_use]
    pub fn utc() -> Self {
        Self::named("UTC", TimeZone::UTC)
    }

    /// Gives the name that [`Self::new`] was called with.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    fn tz(&self) -> TimeZone {
        self.0.tz.clone()
    }
}

fn parse_offset(text: &str) -> Option<Offset> {
    let (sign, rest) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = rest.split_once(':').unwrap_or((rest, "0"));
    let hours: i32 = hours.parse().ok().filter(|h| (0..=14).contains(h))?;
    let minutes: i32 = minutes.parse().ok().filter(|m| (0..60).contains(m))?;
    Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok()
}

/// A moment in time together with the zone of the clock that the person looked at.
///
/// Where the clock stood is found once, when the moment is made: every answer asks it of every moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    second: i64,
    nanosecond: i32,
    offset: Offset,
    zone: Zone,
}

impl Moment {
    /// Takes seconds since 1970-01-01 00:00 UTC.
    ///
    /// # Errors
    /// [`TimeError::Year`] outside the years 1900-2200.
    pub fn from_unix_seconds(seconds: i64, zone: &Zone) -> Result<Self, TimeError> {
        let timestamp =
            Timestamp::from_second(seconds).map_err(|_| TimeError::Text(seconds.to_string()))?;
        Self::from_zoned(timestamp.to_zoned(zone.tz()), zone)
    }

    /// Reads the clock on the wall, such as `2012-08-13 08:58:56`.
    ///
    /// A time that the clock skipped in spring is moved forward by the gap; of a time that it
    /// showed twice in autumn the first is taken.
    ///
    /// # Errors
    /// [`TimeError::Text`] when no calendar has it, [`TimeError::Year`] outside 1900-2200.
    pub fn from_wall_clock(text: &str, zone: &Zone) -> Result<Self, TimeError> {
        let refuse = || TimeError::Text(text.chars().take(64).collect());
        let civil: jiff::civil::DateTime = text.trim().parse().map_err(|_| refuse())?;
        let zoned = civil.to_zoned(zone.tz()).map_err(|_| refuse())?;
        Self::from_zoned(zoned, zone)
    }

    fn from_zoned(zoned: Zoned, zone: &Zone) -> Result<Self, TimeError> {
        if !(1900..=2200).contains(&zoned.year()) {
            return Err(TimeError::Year(zoned.year()));
        }
        let timestamp = zoned.timestamp();
        Ok(Self::new(timestamp, zoned.offset(), zone))
    }

    fn new(timestamp: Timestamp, offset: Offset, zone: &Zone) -> Self {
        Self {
            second: timestamp.as_second(),
            nanosecond: timestamp.subsec_nanosecond(),
            offset,
            zone: zone.clone(),
        }
    }

    fn timestamp(&self) -> Timestamp {
        // Both came out of a timestamp, so they make one.
        Timestamp::new(self.second, self.nanosecond).unwrap_or_default()
    }

    /// What the clock on the wall showed.
    fn civil(&self) -> DateTime {
        self.offset.to_datetime(self.timestamp())
    }

    /// Seconds since 1970-01-01 00:00 UTC; fractions are dropped.
    #[must_use]
    pub const fn unix_seconds(&self) -> i64 {
        self.second
    }

    /// The zone of the clock that the person looked at.
    #[must_use]
    pub const fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The clock on the wall as `YYYY-MM-DD HH:MM`.
    #[must_use]
    pub fn wall_clock(&self) -> String {
        self.civil().strftime("%Y-%m-%d %H:%M").to_string()
    }

    /// The clock on the wall as `HH:MM`.
    #[must_use]
    pub fn clock(&self) -> String {
        self.civil().strftime("%H:%M").to_string()
    }

    /// Hours and minutes on the wall as hours since midnight, 0-24.
    #[must_use]
    pub fn hour_of_day(&self) -> f64 {
        let civil = self.civil();
        f64::from(civil.hour())
            + f64::from(civil.minute()) / 60.0
            + f64::from(civil.second()) / 3600.0
    }

    /// The offset from UTC at this moment, in seconds east.
    #[must_use]
    pub const fn offset_seconds(&self) -> i32 {
        self.offset.seconds()
    }

    /// The person's own day that this moment belongs to.
    #[must_use]
    pub fn day(&self, starts: DayStart) -> LocalDay {
        let civil = self.civil();
        let minutes =
            u16::from(civil.hour().unsigned_abs()) * 60 + u16::from(civil.minute().unsigned_abs());
        let date = civil.date();
        if minutes < starts.minutes() {
            LocalDay(date.yesterday().unwrap_or(date))
        } else {
            LocalDay(date)
        }
    }

    /// The same moment moved by whole seconds; stays put at the end of time.
    #[must_use]
    pub fn plus_seconds(&self, seconds: i64) -> Self {
        let before = self.timestamp();
        // Exact seconds, and no span of a calendar: this stands in every row of a table.
        let moved = before.checked_add(SignedDuration::from_secs(seconds));
        let timestamp = moved.unwrap_or(before);
        let offset = self.zone.0.tz.to_offset(timestamp);
        Self::new(timestamp, offset, &self.zone)
    }
}

/// A day on which the clock of a zone was not changed: its moments are found without asking the zone again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SteadyDay(Moment);

impl SteadyDay {
    /// The day, where the clock goes through all of it and the midnight behind it at one offset; `None` on
    /// a day with a change, and on the last day that is read.
    #[must_use]
    pub fn of(day: LocalDay, zone: &Zone) -> Option<Self> {
        let midnight = day.at(0, 0, zone).ok()?;
        let next = day.plus_days(1).at(0, 0, zone).ok()?;
        let is_whole =
            next.second - midnight.second == DAY_SECONDS && next.offset == midnight.offset;
        // A change there and back within the day shows at neither end.
        let change = zone.0.tz.following(midnight.timestamp()).next();
        let is_still = change.is_none_or(|change| change.timestamp() > next.timestamp());
        (is_whole && is_still).then_some(Self(midnight))
    }

    /// The moment so many seconds after midnight; `None` when the day has no such second.
    #[must_use]
    pub fn at(&self, seconds: u32) -> Option<Moment> {
        let seconds = i64::from(seconds);
        (seconds < DAY_SECONDS).then(|| Moment {
            second: self.0.second + seconds,
            ..self.0.clone()
        })
    }

    /// The offset from UTC on this day, in seconds east.
    #[must_use]
    pub const fn offset_seconds(&self) -> i32 {
        self.0.offset_seconds()
    }
}

const DAY_SECONDS: i64 = 86_400;

/// Steady days in a row: from the second day after a change of the clock to the last whole one before the
/// next change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SteadyDays {
    first: i32,
    last: i32,
    offset: Offset,
    zone: Zone,
}

impl SteadyDays {
    /// Those in whose middle `day` lies; `None` on the day of a change and on the day after it, where only
    /// [`SteadyDay::of`] tells.
    #[must_use]
    pub fn around(day: LocalDay, zone: &Zone) -> Option<Self> {
        let tz = &zone.0.tz;
        let midnight = SteadyDay::of(day, zone)?.0;
        let offset = midnight.offset;
        // A change at midnight itself comes before the day.
        let within = Timestamp::from_second(midnight.second + 1).ok()?;
        let before = tz.preceding(within).next();
        let behind = tz.following(midnight.timestamp()).next();
        // What a change makes the clock show twice lies within a day of it, so that day is left out.
        let east = i64::from(offset.seconds());
        let number = |second: i64| i32::try_from((second + east).div_euclid(DAY_SECONDS)).ok();
        let ends = [LocalDay::new(1900, 1, 1), LocalDay::new(2200, 12, 30)];
        let [start, end] = ends.map(|day| day.map_or(0, LocalDay::number));
        let first = match before {
            // Rounded up to the next midnight, and a day more.
            Some(change) => number(change.timestamp().as_second() + DAY_SECONDS - 1)? + 1,
            None => start,
        };
        let last = match behind {
            // Its own midnight, and the one behind it, come before the change.
            Some(change) => number(change.timestamp().as_second() - 1)? - 1,
            None => end,
        };
        let days = Self {
            first: first.max(start),
            last: last.min(end),
            offset,
            zone: zone.clone(),
        };
        (days.first..=days.last)
            .contains(&day.number())
            .then_some(days)
    }

    /// The first of them, as [`LocalDay::number`] has it.
    #[must_use]
    pub const fn first(&self) -> i32 {
        self.first
    }

    /// One of them; `None` for any other day.
    #[must_use]
    pub fn day(&self, day: LocalDay) -> Option<SteadyDay> {
        let number = day.number();
        (self.first..=self.last).contains(&number).then(|| {
            let midnight = i64::from(number) * DAY_SECONDS - i64::from(self.offset.seconds());
            SteadyDay(Moment {
                second: midnight,
                nanosecond: 0,
                offset: self.offset,
                zone: self.zone.clone(),
            })
        })
    }
}

impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Moment {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.second, self.nanosecond)
            .cmp(&(other.second, other.nanosecond))
            .then_with(|| self.zone.name().cmp(other.zone.name()))
    }
}

/// When the person's own day starts: 04:00 unless they say otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayStart(u16);

impl DayStart {
    /// The day of the calendar.
    pub const MIDNIGHT: Self = Self(0);

    /// Takes minutes after midnight, 0-720.
    ///
    /// # Errors
    /// [`TimeError::DayStart`] outside that range.
    pub fn from_minutes(minutes: u16) -> Result<Self, TimeError> {
        if minutes > 720 {
            Err(TimeError::DayStart)
        } else {
            Ok(Self(minutes))
        }
    }

    /// Minutes after midnight, 0-720.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }
}

impl Default for DayStart {
    fn default() -> Self {
        Self(240)
    }
}

/// One of the person's own days, named by the date on which it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LocalDay(Date);

impl LocalDay {
    /// Reads `YYYY-MM-DD`.
    ///
    /// # Errors
    /// [`TimeError::Text`] when no calendar has it, [`TimeError::Year`] outside 1900-2200.
    pub fn parse(text: &str) -> Result<Self, TimeError> {
        let refuse = || TimeError::Text(text.chars().take(64).collect());
        let date: Date = text.trim().parse().map_err(|_| refuse())?;
        if !(1900..=2200).contains(&date.year()) {
            return Err(TimeError::Year(date.year()));
        }
        Ok(Self(date))
    }

    /// Takes year, month 1-12 and day of the month.
    ///
    /// # Errors
    /// [`TimeError::Text`] when no calendar has it, [`TimeError::Year`] outside 1900-2200.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, TimeError> {
        let refuse = || TimeError::Text(format!("{year:04}-{month:02}-{day:02}"));
        let small = |number: u8| i8::try_from(number).map_err(|_| refuse());
        let year = i16::try_from(year).map_err(|_| refuse())?;
        let date = Date::new(year, small(month)?, small(day)?).map_err(|_| refuse())?;
        if !(1900..=2200).contains(&year) {
            return Err(TimeError::Year(year));
        }
        Ok(Self(date))
    }

    /// Takes days since 1970-01-01.
    ///
    /// # Errors
    /// [`TimeError::Text`] when that is outside the calendar.
    pub fn from_number(days: i32) -> Result<Self, TimeError> {
        Date::constant(1970, 1, 1)
            .checked_add(days.days())
            .map(Self)
            .map_err(|_| TimeError::Text(days.to_string()))
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub fn number(self) -> i32 {
        let since = self.0.duration_since(Date::constant(1970, 1, 1));
        i32::try_from(since.as_hours() / 24).unwrap_or(i32::MAX)
    }

    /// The day so many days later (or earlier when negative); stays put at the end of the calendar.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self(self.0.checked_add(days.days()).unwrap_or(self.0))
    }

    /// Days from `earlier` to this day, negative when it lies behind.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i32 {
        self.number() - earlier.number()
    }

    /// Day of the week, 1 = Monday to 7 = Sunday.
    #[must_use]
    pub fn weekday(self) -> u8 {
        self.0.weekday().to_monday_one_offset().unsigned_abs()
    }

    /// Year, month 1-12 and day of the month 1-31.
    #[must_use]
    pub fn year_month_day(self) -> (i16, u8, u8) {
        (
            self.0.year(),
            self.0.month().unsigned_abs(),
            self.0.day().unsigned_abs(),
        )
    }

    /// The moment at which a wall clock in `zone` shows this date and `hour:minute`.
    ///
    /// # Errors
    /// [`TimeError::Text`] when the clock never shows it.
    pub fn at(self, hour: u8, minute: u8, zone: &Zone) -> Result<Moment, TimeError> {
        let refuse = || TimeError::Text(format!("{self} {hour:02}:{minute:02}"));
        let small = |number: u8| i8::try_from(number).map_err(|_| refuse());
        let time = Time::new(small(hour)?, small(minute)?, 0, 0).map_err(|_| refuse())?;
        let civil = self.0.to_datetime(time);
        let zoned = civil.to_zoned(zone.0.tz.clone()).map_err(|_| refuse())?;
        Moment::from_zoned(zoned, zone)
    }
}

impl fmt::Display for LocalDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A length of time in whole minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Minutes(pub u32);
