//! Days without questions, drawn by lot with the person's consent: does being asked make it worse?
//! Refuses to silence help, advice or what the person writes by themselves.

use record::{Drawing, DrawnFrom, Experiment, ItemId, LocalDay, Polarity, Record, Terms};
use series::Silences;

use crate::answers::asked_lines;
use crate::{App, Trouble, dates, random, text, text_with};

/// Blocks of two days that are drawn for; measured with 20 and 30 in
/// `calibration/results/being_asked.csv`.
const N_BLOCKS: u32 = 30;

/// Where the days without questions stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuietDaysView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// What was just done; read aloud, once.
    pub done: Option<String>,
    /// What it is: how many days, and how many of them are quiet.
    pub what: String,
    /// Where it stands, line by line.
    pub lines: Vec<String>,
    /// Key of the form that begins it; `None`: it can not be begun now.
    pub begin_key: Option<String>,
    /// It can be stopped.
    pub can_stop: bool,
}

/// The drawn silent days that count: those under way, else the newest.
fn of(record: &Record) -> Option<&Experiment> {
    let is_silent = |e: &&Experiment| e.terms.drawing == Drawing::Silence;
    record.experiments.iter().rfind(is_silent)
}

/// The last day up to which days without questions are drawn; `None`: none are under way.
pub(crate) fn until(record: &Record, today: LocalDay) -> Option<LocalDay> {
    let drawn = of(record).filter(|e| e.is_under_way(today) && e.is_as_locked());
    drawn.map(|e| e.terms.ends())
}

/// Whether a day is one without questions.
pub(crate) fn is_silent_on(record: &Record, day: LocalDay) -> bool {
    let drawn = of(record).filter(|e| e.is_under_way(day) && e.is_as_locked());
    drawn.is_some_and(|e| e.terms.drawn_for(day) == Some(true))
}

impl App {
    /// Whether today is a day without questions: nothing may ask by itself then.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn is_today_silent(&mut self) -> Result<bool, Trouble> {
        let today = self.today_date()?;
        Ok(is_silent_on(&self.known()?.record, today))
    }

    /// What days without questions are, and where they stand.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn quiet_days(&mut self) -> Result<QuietDaysView, Trouble> {
        let (is_example, today) = (self.is_example, self.today_date()?);
        let record = self.known()?.record.clone();
        let done = std::mem::take(&mut self.opened()?.quiet_done);
        let known = of(&record);
        let mut lines = Vec::new();
        let (mut can_begin, mut can_stop) = (false, false);
        match known {
            Some(one) if !one.is_as_locked() => lines.push(text("quiet-changed")),
            Some(one) if one.is_under_way(today) => {
                let day = dates::long(one.terms.ends());
                lines.push(text_with("quiet-until", &[("day", day.into())]));
                can_stop = true;
            }
            Some(one) if one.stopped_on.is_none() => {
                let found = self.found()?;
                lines.push(text("quiet-over"));
                lines.extend(asked_lines(&found.being_asked));
            }
            Some(_) => {
                lines.push(text("quiet-stopped"));
                can_begin = true;
            }
            None => can_begin = true,
        }
        let busy = record.experiments.iter().find(|e| e.is_under_way(today));
        if let Some(other) = busy.filter(|_| can_begin) {
            let day = dates::long(other.terms.ends());
            lines.push(text_with("quiet-busy", &[("day", day.into())]));
            can_begin = false;
        }
        if can_begin && let Some(line) = self.rings_on_a_phone()? {
            lines.push(line);
            can_begin = false;
        }
        Ok(QuietDaysView {
            is_example,
            done,
            what: text_with(
                "quiet-what",
                &[
                    ("n", (N_BLOCKS * Silences::BLOCK_DAYS).into()),
                    ("silent", (N_BLOCKS / 2).into()),
                ],
            ),
            lines,
            begin_key: can_begin.then(random::new_key),
            can_stop,
        })
    }

    /// Takes a choice: `begin` with the key of the form, or `stop`.
    ///
    /// # Errors
    /// As [`App::begin_quiet_days`], and when there is no such choice.
    pub fn choose_quiet_days(&mut self, choice: &str, key: &str) -> Result<(), Trouble> {
        match choice {
            "begin" => self.begin_quiet_days(key),
            "stop" => self.stop_quiet_days(),
            _ => {
                let what = "there is no such choice";
                Err(Trouble::input(what, "press one of the buttons"))
            }
        }
    }

    /// That a calendar file from here would ask on days without questions too; `None`: none does.
    fn rings_on_a_phone(&mut self) -> Result<Option<String>, Trouble> {
        Ok(self.calendar_until()?.map(|day| {
            let day = dates::long(day).into();
            text_with("quiet-calendar", &[("day", day)])
        }))
    }

    /// Draws the days without questions, and locks them.
    ///
    /// # Errors
    /// [`Trouble`] when an experiment is under way, a calendar file still rings or this was asked
    /// before, the record is locked or the disk refuses; then nothing was changed.
    pub fn begin_quiet_days(&mut self, key: &str) -> Result<(), Trouble> {
        let (key, today) = (random::parse_key(key)?, self.today_date()?);
        let known = self.known()?;
        let is_answered = of(&known.record).is_some_and(|e| e.stopped_on.is_none());
        if is_answered && !known.record.experiments.iter().any(|e| e.key == key) {
            return Err(Trouble::input(text("quiet-once"), text("quiet-once-hint")));
        }
        if let Some(line) = self.rings_on_a_phone()? {
            return Err(Trouble::input(text("quiet-not-yet"), line));
        }
        let seed = random::seed();
        let refused = |error: &dyn ToString| Trouble::ours(error.to_string());
        let drawn = finding::being_asked::draw(N_BLOCKS, seed);
        let terms = Terms {
            drawing: Drawing::Silence,
            outcome: ItemId::new("check_in").map_err(|e| refused(&e))?,
            polarity: Polarity::HigherIsMoreNumb,
            begins: today.plus_days(1),
            days_per_period: Silences::BLOCK_DAYS,
            from: DrawnFrom::Restricted {
                run_max: N_BLOCKS,
                switches_min: 0,
            },
            assigned: drawn.ok_or_else(|| Trouble::ours("silent days could not be drawn"))?,
            carry_over_days: 0,
            seed,
            locked_on: today,
        };
        self.keep_drawn(&[Experiment::lock(key, terms).map_err(|e| refused(&e))?])?;
        self.opened()?.quiet_done = Some(text("quiet-begun"));
        Ok(())
    }

    /// Ends the days without questions. What was written stays.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or the disk refuses.
    pub fn stop_quiet_days(&mut self) -> Result<(), Trouble> {
        let key = of(&self.known()?.record).map(|one| one.key.to_string());
        if let Some(key) = key {
            self.stop_experiment(&key)?;
            let open = self.opened()?;
            open.has_stopped = false;
            open.quiet_done = Some(text("quiet-stopped-done"));
        }
        Ok(())
    }
}
