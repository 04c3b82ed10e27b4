//! When a person wants to be asked: windows on the clock on their wall, and times drawn in them.
//! Refuses to know what time it is, and to ask.
//!
//! The times of a day follow from the seed and the day alone: the same record gives the same times
//! on the same day, in every zone, and nobody can tell them beforehand by looking at the clock.

use sha2::{Digest, Sha256};

use crate::{DayStart, FactKey, LocalDay, Moment, Zone};

/// Says why windows make no schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ScheduleError {
    /// A time is none of the clock.
    #[error("a time of day is written as HH:MM, from 00:00 to 23:59")]
    Clock,
    /// A stretch begins where it ends.
    #[error("a stretch of time begins and ends at the same minute")]
    Empty,
    /// A window is so short that its time could be told beforehand, or so long that it is none.
    #[error("a window lasts from {} minutes to {} hours", Schedule::WINDOW_MINUTES_MIN, Schedule::WINDOW_MINUTES_MAX / 60)]
    Length,
    /// Windows lie too close to each other, in the day or over the night.
    #[error("windows lie at least two hours apart")]
    Apart,
    /// A window goes over the start of the person's day.
    #[error("a window does not go over the start of the day")]
    DayStart,
    /// A window lies in quiet hours, or a part of it does.
    #[error("a window lies outside the quiet hours")]
    Quiet,
    /// There is no room for the prompts of a burst.
    #[error(
        "the time from the first window to the last is too short for {} prompts",
        Schedule::BURST_PROMPTS
    )]
    Burst,
    /// A day of the week is 1 to 7.
    #[error("a day of the week is a number from 1 to 7")]
    Weekday,
}

/// A stretch of every day on the wall clock; it may go over midnight. Its end is not in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockSpan {
    from: u16,
    to: u16,
}

/// Minutes of a day on the wall clock.
const DAY: u16 = 1440;

impl ClockSpan {
    /// Takes minutes after midnight, 0-1439 each; an end before the start is one of the next day.
    ///
    /// # Errors
    /// [`ScheduleError::Clock`] outside that range, [`ScheduleError::Empty`] when both are one.
    pub const fn new(from: u16, to: u16) -> Result<Self, ScheduleError> {
        if from >= DAY || to >= DAY {
            return Err(ScheduleError::Clock);
        }
        if from == to {
            return Err(ScheduleError::Empty);
        }
        Ok(Self { from, to })
    }

    /// Reads two times such as `09:00`.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn parse(from: &str, to: &str) -> Result<Self, ScheduleError> {
        Self::new(minute_of(from)?, minute_of(to)?)
    }

    /// First minute after midnight, 0-1439.
    #[must_use]
    pub const fn from(self) -> u16 {
        self.from
    }

    /// Minute after midnight at which it is over, 0-1439.
    #[must_use]
    pub const fn to(self) -> u16 {
        self.to
    }

    /// Start and end as `HH:MM`.
    #[must_use]
    pub fn clocks(self) -> (String, String) {
        (clock_of(self.from), clock_of(self.to))
    }

    /// Minutes that it lasts, 1-1439.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        (self.to + DAY - self.from) % DAY
    }

    /// Whether a minute after midnight lies in it.
    #[must_use]
    pub const fn holds(self, minute: u16) -> bool {
        (minute + DAY - self.from) % DAY < self.minutes()
    }

    const fn touches(self, other: Self) -> bool {
        self.holds(other.from) || other.holds(self.from)
    }

    /// Minutes from its end to the start of another, over midnight where need be.
    const fn until(self, other: Self) -> u16 {
        (other.from + DAY - self.to) % DAY
    }
}

fn minute_of(text: &str) -> Result<u16, ScheduleError> {
    let part = |text: &str, max: u16| {
        let is_plain = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
        let number: Option<u16> = text.parse().ok().filter(|_| is_plain);
        number.filter(|n| *n <= max).ok_or(ScheduleError::Clock)
    };
    // Browsers may add seconds.
    let text = text.trim();
    let with_seconds = text.strip_suffix(":00").filter(|rest| rest.len() == 5);
    let text = with_seconds.unwrap_or(text);
    let (hour, minute) = text.split_once(':').ok_or(ScheduleError::Clock)?;
    Ok(part(hour, 23)? * 60 + part(minute, 59)?)
}

fn clock_of(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromptMode {
    /// Once in each window.
    Usual,
    /// [`Schedule::BURST_PROMPTS`] a day for [`Schedule::BURST_DAYS`] days, then as usual.
    Burst {
        /// Its first day.
        from: LocalDay,
    },
    /// Once a day, in one of the windows.
    Quiet,
    /// Once a week, in one of the windows.
    Weekly {
        /// On which day, 1 = Monday to 7 = Sunday.
        weekday: u8,
    },
}

/// When to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    windows: [ClockSpan; 2],
    quiet: Option<ClockSpan>,
    mode: PromptMode,
    seed: u64,
}

/// One prompt that is to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedPrompt {
    /// Follows from the seed and the time on the wall; tells it from every other prompt.
    pub key: FactKey,
    /// The person's day that it belongs to.
    pub day: LocalDay,
    /// Date and time on the wall, `YYYY-MM-DDTHH:MM`: it holds in whatever zone the person is.
    pub wall: String,
    /// When that is in the zone asked for.
    pub moment: Moment,
}

impl Schedule {
    /// Prompts of a day in a burst.
    pub const BURST_PROMPTS: u32 = 5;
    /// Days of a burst, the first counted.
    pub const BURST_DAYS: i32 = 14;
    /// Shortest window, in minutes.
    pub const WINDOW_MINUTES_MIN: u16 = 30;
    /// Longest window, in minutes.
    pub const WINDOW_MINUTES_MAX: u16 = 720;
    /// Minutes between two prompts at least.
    pub const GAP_MINUTES: u16 = 120;
    /// Minutes between two prompts of a burst at least: five prompts two hours apart would need more
    /// than a waking day leaves free, and an answered check-in rests for an hour.
    pub const BURST_GAP_MINUTES: u16 = 90;

    /// Puts a schedule together; the windows may come in any order.
    ///
    /// # Errors
    /// [`ScheduleError`] naming what does not fit.
    pub fn new(
        windows: [ClockSpan; 2],
        quiet: Option<ClockSpan>,
        mode: PromptMode,
        seed: u64,
        starts: DayStart,
    ) -> Result<Self, ScheduleError> {
        let mut windows = windows;
        windows.sort_by_key(|window| own(window.from, starts));
        let [first, last] = windows;
        let lengths = Self::WINDOW_MINUTES_MIN..=Self::WINDOW_MINUTES_MAX;
        for window in windows {
            if !lengths.contains(&window.minutes()) {
                return Err(ScheduleError::Length);
            }
            if own(window.from, starts) + window.minutes() > DAY {
                return Err(ScheduleError::DayStart);
            }
            if quiet.is_some_and(|quiet| quiet.touches(window)) {
                return Err(ScheduleError::Quiet);
            }
        }
        let gaps = [first.until(last), last.until(first)];
        if first.touches(last) || gaps.iter().any(|gap| *gap < Self::GAP_MINUTES) {
            return Err(ScheduleError::Apart);
        }
        if matches!(mode, PromptMode::Weekly { weekday } if !(1..=7).contains(&weekday)) {
            return Err(ScheduleError::Weekday);
        }
        let made = Self {
            windows,
            quiet,
            mode,
            seed,
        };
        let room = u32::try_from(made.burst_minutes(starts).len()).unwrap_or(0);
        let is_burst = matches!(mode, PromptMode::Burst { .. });
        if is_burst && room < Self::BURST_PROMPTS * u32::from(Self::BURST_GAP_MINUTES) {
            return Err(ScheduleError::Burst);
        }
        Ok(made)
    }

    /// The two windows, in the order of the person's day.
    #[must_use]
    pub const fn windows(&self) -> [ClockSpan; 2] {
        self.windows
    }

    /// Hours in which nothing is ever asked.
    #[must_use]
    pub const fn quiet(&self) -> Option<ClockSpan> {
        self.quiet
    }

    /// How often, as it was chosen.
    #[must_use]
    pub const fn mode(&self) -> PromptMode {
        self.mode
    }

    /// How often on a day: a burst that is over, or has not begun, is as usual.
    #[must_use]
    pub fn mode_on(&self, day: LocalDay) -> PromptMode {
        match self.mode {
            PromptMode::Burst { from }
                if !(0..Self::BURST_DAYS).contains(&day.days_since(from)) =>
            {
                PromptMode::Usual
            }
            mode => mode,
        }
    }

    /// Started the random numbers.
    #[must_use]
    pub const fn seed(&self) -> u64 {
        self.seed
    }

    /// From the start of the first window to the end of the last: where a burst asks.
    #[must_use]
    pub const fn whole_span(&self) -> ClockSpan {
        let [first, last] = self.windows;
        ClockSpan {
            from: first.from,
            to: last.to,
        }
    }

    /// The prompts of one of the person's days, in order of time, as a clock in `zone` shows them.
    ///
    /// They lie [`Self::GAP_MINUTES`] apart in real time ([`Self::BURST_GAP_MINUTES`] in a burst):
    /// where a change of clocks brings two closer, the later one is left out.
    #[must_use]
    pub fn prompts_on(&self, day: LocalDay, starts: DayStart, zone: &Zone) -> Vec<PlannedPrompt> {
        let gap = match self.mode_on(day) {
            PromptMode::Burst { .. } => Self::BURST_GAP_MINUTES,
            _ => Self::GAP_MINUTES,
        };
        let before = self.drawn_on(day.plus_days(-1), starts, zone).pop();
        let mut last = before.map(|prompt| prompt.moment.unix_seconds());
        let mut kept = self.drawn_on(day, starts, zone);
        kept.retain(|prompt| {
            let at = prompt.moment.unix_seconds();
            let is_apart = last.is_none_or(|last| at - last >= i64::from(gap) * 60);
            if is_apart {
                last = Some(at);
            }
            is_apart
        });
        kept
    }

    /// The prompts after a moment, soonest first, at most `n_max` of them and none beyond
    /// `days_max` days. Days for which `is_left_out` holds have none.
    pub fn prompts_after(
        &self,
        after: &Moment,
        starts: DayStart,
        (n_max, days_max): (usize, i32),
        is_left_out: impl Fn(LocalDay) -> bool,
    ) -> Vec<PlannedPrompt> {
        let today = after.day(starts);
        let days = (0..=days_max).map(|n| today.plus_days(n));
        days.filter(|day| !is_left_out(*day))
            .flat_map(|day| self.prompts_on(day, starts, after.zone()))
            .filter(|prompt| prompt.moment.unix_seconds() > after.unix_seconds())
            .take(n_max)
            .collect()
    }

    fn drawn_on(&self, day: LocalDay, starts: DayStart, zone: &Zone) -> Vec<PlannedPrompt> {
        let minutes = self.minutes_on(day, starts);
        let planned = minutes.into_iter().filter_map(|own| {
            let since_midnight = own + starts.minutes();
            let date = day.plus_days(i32::from(since_midnight / DAY));
            let clock = since_midnight % DAY;
            let wall = format!("{date}T{}", clock_of(clock));
            Some(PlannedPrompt {
                key: self.prompt_key(&wall),
                day,
                moment: Moment::from_wall_clock(&format!("{wall}:00"), zone).ok()?,
                wall,
            })
        });
        planned.collect()
    }

    /// Minutes after the start of the person's day, in order.
    fn minutes_on(&self, day: LocalDay, starts: DayStart) -> Vec<u16> {
        let in_window = |window: ClockSpan, place| {
            own(window.from, starts) + self.pick(day, place, window.minutes())
        };
        let one = || {
            let [first, last] = self.windows;
            let window = if self.pick(day, 2, 2) == 0 {
                first
            } else {
                last
            };
            vec![in_window(window, 3)]
        };
        match self.mode_on(day) {
            PromptMode::Usual => {
                let [first, last] = self.windows;
                vec![in_window(first, 0), in_window(last, 1)]
            }
            PromptMode::Quiet => one(),
            PromptMode::Weekly { weekday } if day.weekday() == weekday => one(),
            PromptMode::Weekly { .. } => Vec::new(),
            PromptMode::Burst { .. } => self.burst_on(day, starts),
        }
    }

    /// One in each fifth of the minutes that are free, none too close to the one before.
    fn burst_on(&self, day: LocalDay, starts: DayStart) -> Vec<u16> {
        let free = self.burst_minutes(starts);
        let n_free = u32::try_from(free.len()).unwrap_or(0);
        let end_of = |fifth: u32| n_free * fifth / Self::BURST_PROMPTS;
        let (mut earliest, mut drawn) = (0, Vec::new());
        for fifth in 0..Self::BURST_PROMPTS {
            let from = end_of(fifth).max(earliest);
            let room = u16::try_from(end_of(fifth + 1).saturating_sub(from)).unwrap_or(0);
            // Checked when it was made; a day start that was changed since may leave less.
            if room == 0 {
                continue;
            }
            let at = from + u32::from(self.pick(day, 4 + fifth, room));
            earliest = at + u32::from(Self::BURST_GAP_MINUTES);
            drawn.extend(usize::try_from(at).ok().and_then(|at| free.get(at)));
        }
        drawn
    }

    /// Minutes of the person's day from the first window to the last, outside the quiet hours.
    fn burst_minutes(&self, starts: DayStart) -> Vec<u16> {
        let span = self.whole_span();
        let from = own(span.from, starts);
        let is_free = |own: &u16| {
            let clock = (own + starts.minutes()) % DAY;
            self.quiet.is_none_or(|quiet| !quiet.holds(clock))
        };
        let minutes = from..from + span.minutes();
        minutes.filter(is_free).collect()
    }

    /// A number below `n` that follows from the seed, the day and the place of the draw.
    fn pick(&self, day: LocalDay, place: u32, n: u16) -> u16 {
        let [a, b, c, d, ..] = self.digest(&format!("draw {day} {place}"));
        // The upper part of a product: off from even by less than one in a million.
        let drawn = u64::from(u32::from_be_bytes([a, b, c, d])) * u64::from(n);
        u16::try_from(drawn >> 32).unwrap_or(0)
    }

    /// The key of the prompt at a time on the wall, `YYYY-MM-DDTHH:MM`: the same wherever it is made.
    #[must_use]
    pub fn prompt_key(&self, wall: &str) -> FactKey {
        let mut bytes = [0; 16];
        let digest = self.digest(&format!("key {wall}"));
        bytes
            .iter_mut()
            .zip(digest)
            .for_each(|(to, from)| *to = from);
        FactKey::from_bytes(bytes)
    }

    fn digest(&self, what: &str) -> [u8; 32] {
        let text = format!("thawline.schedule/1\n{} {what}\n", self.seed);
        Sha256::digest(text.as_bytes()).into()
    }
}

/// Minutes from the start of the person's day to a minute after midnight.
const fn own(minute: u16, starts: DayStart) -> u16 {
    (minute + DAY - starts.minutes()) % DAY
}
