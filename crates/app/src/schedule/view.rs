//! What the page of choices says about prompts. Refuses exact times: they would be no surprise any
//! more.

use record::{ClockSpan, LocalDay, PromptMode, Schedule};

use super::{NewSchedule, PaceChoice, mode_name};
use crate::{App, Trouble, dates, text, text_with};

/// The part of the page that is about prompts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimesView {
    /// Where it stands, line by line; empty: nothing was chosen.
    pub lines: Vec<String>,
    /// They stopped by themselves.
    pub has_stopped: bool,
    /// A schedule was chosen.
    pub is_on: bool,
    /// How often it can be.
    pub modes: Vec<PaceChoice>,
    /// What stands in the fields.
    pub draft: NewSchedule,
    /// It was typed and refused: the fields are to be seen.
    pub is_refused: bool,
    /// Why there is no calendar file now; `None`: there can be one.
    pub no_calendar: Option<String>,
}

impl App {
    /// What is chosen about prompts.
    pub(crate) fn times(&mut self) -> Result<TimesView, Trouble> {
        self.tend_prompts()?;
        let today = self.today_date()?;
        let has_stopped = self.prompts_stopped()?;
        let kept = self.opened()?.store.schedule()?;
        let schedule = kept.map(|kept| kept.schedule);
        let mut lines = Vec::new();
        if let Some(schedule) = &schedule {
            lines.push(how_often(schedule, today));
            if !has_stopped {
                lines.extend(self.preview(schedule, today)?);
            }
            lines.extend(self.quiet_days_line(today)?);
        }
        let chosen = schedule.as_ref().map(|one| mode_name(one.mode_on(today)));
        let modes = ["usual", "burst", "quiet", "weekly"].map(|name| PaceChoice {
            value: name.to_owned(),
            label: text(&format!("times-mode-{name}")),
            is_chosen: chosen.unwrap_or("usual") == name,
        });
        Ok(TimesView {
            lines,
            has_stopped,
            is_on: schedule.is_some(),
            modes: modes.to_vec(),
            draft: schedule
                .as_ref()
                .map_or_else(NewSchedule::proposed, NewSchedule::of),
            is_refused: false,
            no_calendar: self.no_calendar()?,
        })
    }

    /// What today may bring, as stretches of time.
    fn preview(&mut self, schedule: &Schedule, today: LocalDay) -> Result<Option<String>, Trouble> {
        if self.is_today_silent()? {
            return Ok(Some(text("quiet-today")));
        }
        if self.chosen_pace()?.pause_until.is_some() {
            return Ok(Some(text("times-paused")));
        }
        let [early, late] = schedule.windows();
        let whole = schedule.whole_span();
        let name = match schedule.mode_on(today) {
            PromptMode::Usual => "times-today-usual",
            PromptMode::Quiet => "times-today-quiet",
            PromptMode::Burst { .. } => return Ok(Some(with_spans("times-today-burst", &[whole]))),
            PromptMode::Weekly { weekday } if weekday == today.weekday() => "times-today-quiet",
            PromptMode::Weekly { .. } => return Ok(Some(text("times-today-none"))),
        };
        Ok(Some(with_spans(name, &[early, late])))
    }

    /// That quiet days are drawn; which ones, the lot keeps for itself.
    fn quiet_days_line(&mut self, today: LocalDay) -> Result<Option<String>, Trouble> {
        let until = crate::quiet_days::until(&self.known()?.record, today);
        Ok(until.map(|day| {
            let day = dates::long(day).into();
            text_with("quiet-until", &[("day", day)])
        }))
    }
}

fn how_often(schedule: &Schedule, today: LocalDay) -> String {
    match schedule.mode_on(today) {
        PromptMode::Burst { from } => {
            let last = from.plus_days(Schedule::BURST_DAYS - 1);
            let day = dates::with_weekday(last).into();
            text_with("times-is-burst", &[("day", day)])
        }
        PromptMode::Weekly { weekday } => {
            let day = text(&format!("weekday-long-{weekday}")).into();
            text_with("times-is-weekly", &[("day", day)])
        }
        mode => text(&format!("times-is-{}", mode_name(mode))),
    }
}

fn with_spans(name: &str, spans: &[ClockSpan]) -> String {
    let clocks = spans.iter().flat_map(|span| {
        let (from, to) = span.clocks();
        [from, to]
    });
    let values: Vec<_> = ["from", "to", "late-from", "late-to"]
        .into_iter()
        .zip(clocks.map(Into::into))
        .collect();
    text_with(name, &values)
}
