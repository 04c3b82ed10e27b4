//! When the person wants to be asked, what comes of each prompt, and the next times for a record that
//! is locked.
//!
//! Refuses to ask unasked: without a choice of the person there is no schedule. Prompts stop by
//! themselves after three that nobody answered; nobody counts them for the person.

use record::{
    Beep, ClockSpan, FactBody, LocalDay, Moment, Occasion, OccasionState, PlannedPrompt,
    PromptMode, Record, Schedule, ScheduleError,
};
use store::{KeptSchedule, WaitingPrompt};

use crate::check_in::{PAUSE_SECONDS, PER_DAY_MAX, by_hand};
use crate::pace::PaceChoice;
use crate::quiet_days::is_silent_on;
use crate::{App, Trouble, dates, random, text, text_with};

pub use self::view::TimesView;

mod view;

/// Prompts in a row without a check-in after which none comes any more.
const IGNORED_MAX: usize = 3;
/// So long a check-in counts as the answer to a prompt, in seconds.
pub(crate) const ANSWER_SECONDS: i64 = 3600;
/// So late a prompt is still shown, in seconds: a computer that slept comes back with an old one.
pub(crate) const LATE_SECONDS: i64 = 1800;
/// So far ahead the next time is looked for, in days; a weekly one is never farther.
const DAYS_AHEAD: i32 = 40;
/// So far back silent days are looked through, in days.
const DAYS_BACK: i32 = 62;
/// Setting: `yes` once Today has said that prompts stopped.
const STOPPED_TOLD: &str = "prompts_stopped_told";
/// Days of a calendar file after today: two weeks in all, because a file can not stop by itself.
const CALENDAR_DAYS: i32 = 13;
/// Setting: the last day on which a calendar file that was made here rings, as YYYY-MM-DD.
const CALENDAR_UNTIL: &str = "calendar_until";

/// What was chosen on the page, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewSchedule {
    /// `usual`, `burst`, `quiet` or `weekly`.
    pub mode: String,
    /// First window, HH:MM each.
    pub early: (String, String),
    /// Second window.
    pub late: (String, String),
    /// Quiet hours; both empty: none.
    pub quiet: (String, String),
}

impl NewSchedule {
    /// What the page proposes before anything was chosen.
    fn proposed() -> Self {
        let span = |from: &str, to: &str| (from.to_owned(), to.to_owned());
        Self {
            mode: "usual".to_owned(),
            early: span("09:00", "11:00"),
            late: span("18:00", "20:00"),
            quiet: span("21:00", "08:00"),
        }
    }

    fn of(schedule: &Schedule) -> Self {
        let [early, late] = schedule.windows().map(ClockSpan::clocks);
        Self {
            mode: mode_name(schedule.mode()).to_owned(),
            early,
            late,
            quiet: schedule.quiet().map(ClockSpan::clocks).unwrap_or_default(),
        }
    }
}

const fn mode_name(mode: PromptMode) -> &'static str {
    match mode {
        PromptMode::Usual => "usual",
        PromptMode::Burst { .. } => "burst",
        PromptMode::Quiet => "quiet",
        PromptMode::Weekly { .. } => "weekly",
    }
}

/// Why a choice was refused, in words.
fn refused(error: ScheduleError) -> Trouble {
    let name = match error {
        ScheduleError::Clock => "clock",
        ScheduleError::Empty => "empty",
        ScheduleError::Length => "length",
        ScheduleError::Apart => "apart",
        ScheduleError::DayStart => "day-start",
        ScheduleError::Quiet => "quiet",
        ScheduleError::Burst => "burst",
        ScheduleError::Weekday => "mode",
    };
    let words = |part: &str| text(&format!("times-refused-{name}{part}"));
    Trouble::input(words(""), words("-hint"))
}

impl App {
    /// Keeps when the person wants to be asked.
    ///
    /// # Errors
    /// [`Trouble`] with a sentence when the times do not fit, the record is locked or the disk
    /// refuses; then nothing was changed.
    pub fn choose_schedule(&mut self, new: &NewSchedule) -> Result<(), Trouble> {
        let (now, today) = (self.clock.now(), self.today_date()?);
        let starts = self.known()?.record.profile.day_start;
        let before = self.opened()?.store.schedule()?;
        let span = |(from, to): &(String, String)| ClockSpan::parse(from, to).map_err(refused);
        let windows = [span(&new.early)?, span(&new.late)?];
        let is_empty = new.quiet.0.trim().is_empty() && new.quiet.1.trim().is_empty();
        let quiet = (!is_empty).then(|| span(&new.quiet)).transpose()?;
        let mode = mode_of(&new.mode, before.as_ref(), today)?;
        let seed = before.as_ref().map(|kept| kept.schedule.seed());
        let seed = seed.unwrap_or_else(random::seed);
        let schedule = Schedule::new(windows, quiet, mode, seed, starts).map_err(refused)?;
        // What is still open is kept as it was before the times change.
        self.tend_prompts()?;
        let store = &mut self.opened()?.store;
        store.save_schedule(Some(&KeptSchedule {
            schedule,
            since: now.unix_seconds(),
            seen_until: now.unix_seconds(),
        }))?;
        store.set_setting(STOPPED_TOLD, None)?;
        self.opened()?.has_chosen_pace = true;
        self.tend_prompts()
    }

    /// Takes a choice about prompts: `prompts-off` or `prompts-go-on`. Says whether it is one.
    pub(crate) fn choose_prompts(&mut self, value: &str) -> Result<bool, Trouble> {
        let now = self.clock.now().unix_seconds();
        match value {
            "prompts-off" => {
                self.tend_prompts()?;
                self.opened()?.store.save_schedule(None)?;
                if !self.is_example {
                    self.folder.change_times(Vec::clear)?;
                }
            }
            "prompts-go-on" => {
                if let Some(kept) = self.opened()?.store.schedule()? {
                    let again = KeptSchedule { since: now, ..kept };
                    self.opened()?.store.save_schedule(Some(&again))?;
                }
            }
            _ => return Ok(false),
        }
        let open = self.opened()?;
        open.store.set_setting(STOPPED_TOLD, None)?;
        open.tells_stopped = false;
        self.tend_prompts()?;
        Ok(true)
    }

    /// Keeps what came of each prompt so far, and puts the next times where a locked record can
    /// read them. Nothing is asked here.
    pub(crate) fn tend_prompts(&mut self) -> Result<(), Trouble> {
        if self.is_example {
            return Ok(());
        }
        let Some(mut kept) = self.opened()?.store.schedule()? else {
            return Ok(());
        };
        let now = self.clock.now();
        let times = self.folder.times()?;
        let open = self.keep_past_prompts(&kept, &times, &now)?;
        if now.unix_seconds() - kept.seen_until > ANSWER_SECONDS {
            kept.seen_until = now.unix_seconds();
            self.opened()?.store.save_schedule(Some(&kept))?;
        }
        let ahead = self.next_prompts(&kept, open.len(), &now)?;
        let ahead = ahead.into_iter().map(|prompt| WaitingPrompt {
            wall: prompt.wall,
            sent_at: None,
        });
        let wanted: Vec<WaitingPrompt> = open.into_iter().chain(ahead).collect();
        if wanted == times {
            return Ok(());
        }
        self.folder.change_times(|there| {
            // What was shown in this very moment stays shown.
            let shown: Vec<_> = there
                .drain(..)
                .filter(|one| one.sent_at.is_some())
                .collect();
            *there = wanted;
            for one in there.iter_mut().filter(|one| one.sent_at.is_none()) {
                let same = shown.iter().find(|other| other.wall == one.wall);
                one.sent_at = same.and_then(|other| other.sent_at.clone());
            }
        })?;
        Ok(())
    }

    /// Writes prompts down that are over and were not answered; gives those that are still open.
    fn keep_past_prompts(
        &mut self,
        kept: &KeptSchedule,
        times: &[WaitingPrompt],
        now: &Moment,
    ) -> Result<Vec<WaitingPrompt>, Trouble> {
        let record = self.known()?.record.clone();
        let (mut open, mut over) = (Vec::new(), Vec::new());
        for one in times {
            let Some(due) = one.due_at(now.zone()) else {
                continue;
            };
            let since = |at: &Moment| now.unix_seconds() - at.unix_seconds();
            match &one.sent_at {
                Some(_) if is_answered(&record, &due) => {}
                Some(at) if (0..ANSWER_SECONDS).contains(&since(at)) => open.push(one.clone()),
                None if since(&due) < LATE_SECONDS => {}
                _ => over.push((one.wall.clone(), due, one.sent_at.clone())),
            }
        }
        over.extend(silent_prompts(&record, kept, now));
        for (wall, scheduled_at, sent_at) in over {
            let key = kept.schedule.prompt_key(&wall);
            let moment = sent_at.clone().unwrap_or_else(|| scheduled_at.clone());
            let body = FactBody::Occasion(Occasion::unanswered(Beep {
                scheduled_at,
                sent_at,
            }));
            if !record.facts().iter().rev().any(|fact| fact.key == key) {
                self.opened()?.keep(by_hand(key, moment, now, body))?;
            }
        }
        Ok(open)
    }

    /// The next prompts, none beyond the third in a row that nobody answers.
    fn next_prompts(
        &mut self,
        kept: &KeptSchedule,
        n_open: usize,
        now: &Moment,
    ) -> Result<Vec<PlannedPrompt>, Trouble> {
        let record = self.known()?.record.clone();
        let n_ignored = n_ignored(&record, kept.since) + n_open;
        let n_more = IGNORED_MAX.saturating_sub(n_ignored);
        self.prompts_ahead(kept, now, (n_more, DAYS_AHEAD))
    }

    /// Prompts to come, with the days left out on which the person is not to be asked.
    fn prompts_ahead(
        &mut self,
        kept: &KeptSchedule,
        now: &Moment,
        limits: (usize, i32),
    ) -> Result<Vec<PlannedPrompt>, Trouble> {
        let chosen = self.chosen_pace()?;
        let record = self.known()?.record.clone();
        let starts = record.profile.day_start;
        let today = now.day(starts);
        let own = record.occasions().rev();
        let own = own.filter(|(_, occasion)| occasion.is_own_check_in());
        let own = own.map(|(moment, _)| moment).filter(|at| *at <= now);
        let newest: Vec<&Moment> = own.take(PER_DAY_MAX).collect();
        let last = newest.first().copied();
        let of_today = newest.iter().filter(|at| at.day(starts) == today);
        let is_today_full = of_today.count() >= PER_DAY_MAX;
        let rests_on = |day: LocalDay| {
            let is_paused = chosen.pause_until.is_some_and(|until| day < until);
            let is_full = day == today && is_today_full;
            is_paused || is_full || is_silent_on(&record, day) || chosen.rests_on(day, last, starts)
        };
        // An answered check-in rests for an hour; who answers a prompt of today needs no second one.
        let after = last.map(|at| at.plus_seconds(PAUSE_SECONDS));
        let after = after.filter(|at| at > now).unwrap_or_else(|| now.clone());
        let asked = kept
            .schedule
            .prompts_after(&after, starts, limits, rests_on);
        Ok(asked)
    }

    /// The prompt that a check-in begun now answers.
    pub(crate) fn open_prompt(&mut self) -> Result<Option<Beep>, Trouble> {
        if self.is_example || self.opened()?.store.schedule()?.is_none() {
            return Ok(None);
        }
        let (now, record) = (self.clock.now(), self.known()?.record.clone());
        let times = self.folder.times()?;
        let is_open = |one: &WaitingPrompt| {
            let at = one.sent_at.clone()?;
            let scheduled_at = one.due_at(now.zone())?;
            let since = now.unix_seconds() - at.unix_seconds();
            let is_open =
                (0..ANSWER_SECONDS).contains(&since) && !is_answered(&record, &scheduled_at);
            is_open.then_some(Beep {
                scheduled_at,
                sent_at: Some(at),
            })
        };
        Ok(times.iter().rev().find_map(is_open))
    }

    /// Whether prompts stopped by themselves, and Today is to say so: in the first opening of the
    /// record after it.
    pub(crate) fn tells_stopped(&mut self) -> Result<bool, Trouble> {
        let has_stopped = self.prompts_stopped()?;
        let open = self.opened()?;
        if !has_stopped {
            open.tells_stopped = false;
        } else if open.store.setting(STOPPED_TOLD)?.is_none() {
            open.store.set_setting(STOPPED_TOLD, Some("yes"))?;
            open.tells_stopped = true;
        }
        Ok(open.tells_stopped)
    }

    fn prompts_stopped(&mut self) -> Result<bool, Trouble> {
        let Some(kept) = self.opened()?.store.schedule()? else {
            return Ok(false);
        };
        Ok(n_ignored(&self.known()?.record, kept.since) >= IGNORED_MAX)
    }

    /// A calendar of the next two weeks, as a file for a phone (RFC 5545). While days without
    /// questions are drawn there is none: it would show beforehand which they are, or ring on them.
    ///
    /// # Errors
    /// [`Trouble`] when nothing was chosen, nothing lies ahead, days without questions are drawn, or
    /// the record is locked.
    pub fn calendar(&mut self) -> Result<String, Trouble> {
        let (calendar, last) = self.drawn_calendar()?;
        self.keep_calendar_until(last)?;
        Ok(calendar)
    }

    /// The calendar and the last day that it asks on.
    fn drawn_calendar(&mut self) -> Result<(String, LocalDay), Trouble> {
        let none = || Trouble::input(text("times-no-calendar"), text("times-no-calendar-hint"));
        let kept = self.opened()?.store.schedule()?.ok_or_else(none)?;
        let now = self.clock.now();
        if let Some(line) = self.no_calendar()? {
            return Err(Trouble::input(text("times-no-calendar"), line));
        }
        let ahead = self.prompts_ahead(&kept, &now, (usize::MAX, CALENDAR_DAYS))?;
        let last = ahead.last().ok_or_else(none)?.day;
        let words = exchange::CalendarWords {
            name: text("remind-title"),
            moment: text("remind-calendar"),
        };
        Ok((exchange::write_calendar(&ahead, &words, &now), last))
    }

    /// Keeps until when calendar files that were made here ring: the longest of them counts.
    fn keep_calendar_until(&mut self, last: LocalDay) -> Result<(), Trouble> {
        let before = self.calendar_until()?;
        let until = before.map_or(last, |before| before.max(last)).to_string();
        let store = &mut self.opened()?.store;
        Ok(store.set_setting(CALENDAR_UNTIL, Some(&until))?)
    }

    /// Why there is no calendar file now; `None`: there can be one.
    pub(crate) fn no_calendar(&mut self) -> Result<Option<String>, Trouble> {
        let today = self.today_date()?;
        let until = crate::quiet_days::until(&self.known()?.record, today);
        Ok(until.map(|day| {
            let day = dates::long(day).into();
            text_with("times-calendar-quiet", &[("day", day)])
        }))
    }

    /// The last day on which a calendar file that was made here may ring; `None`: none does.
    pub(crate) fn calendar_until(&mut self) -> Result<Option<LocalDay>, Trouble> {
        let today = self.today_date()?;
        let until = self.opened()?.store.setting(CALENDAR_UNTIL)?;
        let until = until.and_then(|day| LocalDay::parse(&day).ok());
        Ok(until.filter(|day| *day >= today))
    }

    /// The same as a new file for this user alone; gives how many times stand in it.
    ///
    /// # Errors
    /// As [`App::calendar`], and when there is a file of that name: nothing is written over.
    pub fn calendar_to(&mut self, out: &std::path::Path) -> Result<usize, Trouble> {
        let (calendar, last) = self.drawn_calendar()?;
        crate::export::write_private(out, calendar.as_bytes())?;
        self.keep_calendar_until(last)?;
        Ok(calendar.matches("BEGIN:VEVENT").count())
    }
}

fn mode_of(
    name: &str,
    before: Option<&KeptSchedule>,
    today: LocalDay,
) -> Result<PromptMode, Trouble> {
    // The same choice made again goes on as it was.
    let kept = before.map(|kept| kept.schedule.mode_on(today));
    Ok(match (name, kept) {
        ("usual", _) => PromptMode::Usual,
        ("quiet", _) => PromptMode::Quiet,
        ("burst", Some(mode @ PromptMode::Burst { .. })) => mode,
        ("burst", _) => PromptMode::Burst { from: today },
        ("weekly", Some(mode @ PromptMode::Weekly { .. })) => mode,
        ("weekly", _) => PromptMode::Weekly {
            weekday: today.weekday(),
        },
        _ => return Err(refused(ScheduleError::Weekday)),
    })
}

/// Whether a check-in answered the prompt that was due then.
fn is_answered(record: &Record, due: &Moment) -> bool {
    let mut all = record.occasions().rev();
    all.any(|(_, occasion)| {
        let beep = occasion
            .beep
            .as_ref()
            .filter(|_| occasion.is_own_check_in());
        beep.is_some_and(|beep| beep.scheduled_at.unix_seconds() == due.unix_seconds())
    })
}

/// Prompts that were shown and not answered since the last one that was, or since `since`.
fn n_ignored(record: &Record, since: i64) -> usize {
    let shown = record.occasions().rev().filter_map(|(_, occasion)| {
        let beep = occasion
            .beep
            .as_ref()
            .filter(|_| occasion.is_own_prompt())?;
        let at = beep.sent_at.as_ref()?.unix_seconds();
        (at >= since).then_some(&occasion.state)
    });
    shown
        .take_while(|state| **state == OccasionState::Missed)
        .count()
}

/// Prompts of silent days that the schedule would have had and that were left out on purpose.
fn silent_prompts(
    record: &Record,
    kept: &KeptSchedule,
    now: &Moment,
) -> Vec<(String, Moment, Option<Moment>)> {
    let starts = record.profile.day_start;
    let seen = kept.seen_until.min(now.unix_seconds());
    let back = now.plus_seconds(seen - now.unix_seconds()).day(starts);
    let today = now.day(starts);
    let n_days = today.days_since(back).clamp(0, DAYS_BACK);
    let days = (0..=n_days).rev().map(|n| today.plus_days(-n));
    let silent = days.filter(|day| is_silent_on(record, *day));
    let planned = silent.flat_map(|day| kept.schedule.prompts_on(day, starts, now.zone()));
    planned
        .filter(|prompt| (seen..=now.unix_seconds()).contains(&prompt.moment.unix_seconds()))
        .map(|prompt| (prompt.wall, prompt.moment, None))
        .collect()
}
