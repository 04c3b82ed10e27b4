//! How often Today asks, and whether pictures are shown: chosen by the person, kept in the record.
//!
//! Refuses to scold, and to touch what was written: a pause or a rarer pace only asks less. The
//! terminal asks nothing by itself, so what is typed there is kept at any pace.

use record::{DayStart, LocalDay, Moment, Record};

use crate::check_in::CheckInView;
use crate::{App, OfferView, Trouble, dates, text, text_with};

/// Setting: `day` or `week`; not set: as the person likes.
const PACE: &str = "pace";
/// Setting: the day on which Today asks again, as YYYY-MM-DD.
const PAUSE_UNTIL: &str = "pause_until";
/// Setting: `yes` where pictures are put away.
const ANSWERS_ONLY: &str = "answers_only";
/// Setting: `yes` where a check-in also asks what is around.
const ASKS_AROUND: &str = "asks_around";
/// Setting: `yes` once a pace was chosen or the offer of a rarer one was turned down.
const PACE_SETTLED: &str = "pace_settled";
/// Check-ins in each of two weeks, from which on a rarer pace is offered.
const MANY_A_WEEK: usize = 5;
/// Days of a week.
const WEEK: i32 = 7;
const SECONDS_PER_DAY: i64 = 86_400;

/// How often Today asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Pace {
    /// Whenever the person likes, within the caps of the check-in.
    #[default]
    Free,
    /// Once on each day.
    Day,
    /// Once in seven days.
    Week,
}

impl Pace {
    const ALL: [Self; 3] = [Self::Free, Self::Day, Self::Week];

    const fn name(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Day => "day",
            Self::Week => "week",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pace| pace.name() == name)
    }
}

/// What was chosen. What can not be read counts as not chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Chosen {
    pub pace: Pace,
    /// The day on which Today asks again; `None`: there is no pause.
    pub pause_until: Option<LocalDay>,
    pub answers_only: bool,
    pub asks_around: bool,
    is_settled: bool,
}

/// The page on which it is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaceView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// What was just done; read aloud, once.
    pub done: Option<String>,
    /// How often Today may ask.
    pub paces: Vec<PaceChoice>,
    /// That there is a pause, and until when.
    pub pause: Option<String>,
    /// How long a pause can be.
    pub pauses: Vec<PaceChoice>,
    /// With pictures, or answers only.
    pub looks: Vec<PaceChoice>,
    /// Whether a check-in also asks what is around.
    pub around: Vec<PaceChoice>,
    /// When the person wants to be asked.
    pub times: crate::TimesView,
}

/// One button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaceChoice {
    /// What the form sends.
    pub value: String,
    /// What the button shows.
    pub label: String,
    /// It holds now.
    pub is_chosen: bool,
}

fn choice(value: &str, label: &str, is_chosen: bool) -> PaceChoice {
    PaceChoice {
        value: value.to_owned(),
        label: text(label),
        is_chosen,
    }
}

impl App {
    /// How often Today asks, and what can be chosen.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn pace(&mut self) -> Result<PaceView, Trouble> {
        let chosen = self.chosen_pace()?;
        let times = self.times()?;
        let is_example = self.is_example;
        let open = self.opened()?;
        let paces = Pace::ALL.into_iter().map(|pace| {
            let name = pace.name();
            choice(name, &format!("pace-{name}"), pace == chosen.pace)
        });
        let pauses = ["pause-1", "pause-2", "pause-4"];
        Ok(PaceView {
            is_example,
            done: std::mem::take(&mut open.has_chosen_pace).then(|| text("pace-kept")),
            paces: paces.collect(),
            pause: chosen.pause_until.map(pause_line),
            pauses: (pauses.iter())
                .map(|name| choice(name, &format!("pace-{name}"), false))
                .collect(),
            looks: vec![
                choice("pictures-on", "pace-pictures-on", !chosen.answers_only),
                choice("pictures-off", "pace-pictures-off", chosen.answers_only),
            ],
            around: vec![
                choice("around-off", "pace-around-off", !chosen.asks_around),
                choice("around-on", "pace-around-on", chosen.asks_around),
            ],
            times,
        })
    }

    /// Keeps a choice: `free`, `day`, `week`; `pause-1`, `pause-2`, `pause-4` (weeks), `pause-end`;
    /// `pictures-on`, `pictures-off`; `around-on`, `around-off`; `offer-no`; `prompts-off`,
    /// `prompts-go-on`.
    ///
    /// # Errors
    /// [`Trouble`] when there is no such choice, the record is locked or the disk refuses; then
    /// nothing was changed.
    pub fn choose_pace(&mut self, value: &str) -> Result<(), Trouble> {
        let today = self.today_date()?;
        if self.choose_prompts(value)? {
            self.opened()?.has_chosen_pace = true;
            return Ok(());
        }
        let open = self.opened()?;
        let store = &mut open.store;
        if let Some(pace) = Pace::parse(value) {
            store.set_setting(PACE, (pace != Pace::Free).then(|| pace.name()))?;
            store.set_setting(PACE_SETTLED, Some("yes"))?;
        } else if let Some(weeks) = pause_weeks(value) {
            let until = today.plus_days(weeks * WEEK).to_string();
            store.set_setting(PAUSE_UNTIL, Some(&until))?;
            // What was answered is on disk; what was still to be asked is not asked.
            (open.draft, open.finished_at) = (None, None);
        } else {
            match value {
                "pause-end" => store.set_setting(PAUSE_UNTIL, None)?,
                "pictures-on" => store.set_setting(ANSWERS_ONLY, None)?,
                "pictures-off" => store.set_setting(ANSWERS_ONLY, Some("yes"))?,
                "around-on" => store.set_setting(ASKS_AROUND, Some("yes"))?,
                "around-off" => store.set_setting(ASKS_AROUND, None)?,
                "offer-no" => store.set_setting(PACE_SETTLED, Some("yes"))?,
                _ => {
                    let what = "there is no such choice";
                    return Err(Trouble::input(what, "press one of the buttons"));
                }
            }
        }
        open.has_chosen_pace = value != "offer-no";
        self.tend_prompts()
    }

    /// What was chosen; a pause that is over counts no more.
    pub(crate) fn chosen_pace(&mut self) -> Result<Chosen, Trouble> {
        let today = self.today_date()?;
        let store = &self.opened()?.store;
        let pace = store.setting(PACE)?;
        let until = store.setting(PAUSE_UNTIL)?;
        let until = until.and_then(|day| LocalDay::parse(&day).ok());
        Ok(Chosen {
            pace: pace.as_deref().and_then(Pace::parse).unwrap_or_default(),
            pause_until: until.filter(|day| *day > today),
            answers_only: store.setting(ANSWERS_ONLY)?.is_some(),
            asks_around: store.setting(ASKS_AROUND)?.is_some(),
            is_settled: store.setting(PACE_SETTLED)?.is_some(),
        })
    }

    /// What stands in the place of the check-in while it rests by choice; `None`: it does not.
    pub(crate) fn rests_by_choice(&mut self) -> Result<Option<CheckInView>, Trouble> {
        let chosen = self.chosen_pace()?;
        let today = self.today_date()?;
        if let Some(until) = chosen.pause_until {
            let line = pause_line(until);
            return Ok(Some(CheckInView::Paused { line }));
        }
        let last = last_check_in(&self.known()?.record, today);
        let line = match (chosen.pace, last) {
            (Pace::Day, Some(last)) if last == today => text("pace-rests-day"),
            (Pace::Week, Some(last)) if today.days_since(last) < WEEK => {
                let day = dates::with_weekday(last.plus_days(WEEK));
                text_with("pace-rests-week", &[("day", day.into())])
            }
            _ => return Ok(None),
        };
        Ok(Some(CheckInView::Slower { line }))
    }

    /// Whether a rarer pace is to be offered: after two weeks of many check-ins, until any pace was
    /// chosen or the offer was turned down.
    pub(crate) fn offers_rarer_pace(&mut self) -> Result<bool, Trouble> {
        let chosen = self.chosen_pace()?;
        if chosen.is_settled || chosen.pause_until.is_some() {
            return Ok(false);
        }
        let (now, today) = (self.clock.now(), self.today_date()?);
        Ok(are_two_full_weeks(&self.known()?.record, &now, today))
    }
}

impl Chosen {
    /// Whether the pace lets nothing be asked on a day, after the last check-in.
    pub(crate) fn rests_on(self, day: LocalDay, last: Option<&Moment>, starts: DayStart) -> bool {
        let since = last.map(|at| day.days_since(at.day(starts)));
        match self.pace {
            Pace::Free => false,
            Pace::Day => since == Some(0),
            Pace::Week => since.is_some_and(|days| (0..WEEK).contains(&days)),
        }
    }

    /// The forms that Today may still offer: none in a pause, none of each day at once a week.
    pub(crate) fn offers(self, mut offers: Vec<OfferView>) -> Vec<OfferView> {
        let is_of_each_day = |href: &str| ["/forms/morning", "/forms/evening"].contains(&href);
        match (self.pause_until, self.pace) {
            (Some(_), _) => offers.clear(),
            (None, Pace::Week) => offers.retain(|offer| !is_of_each_day(offer.href)),
            _ => {}
        }
        offers
    }

    /// Whether the advice of this rule asks for what was already chosen: Today need not repeat it.
    pub(crate) fn answers_rule(self, rule: &str) -> bool {
        match rule {
            "R26" => self.pause_until.is_some() || self.pace != Pace::Free,
            "R27" => self.pause_until.is_some(),
            _ => false,
        }
    }
}

fn pause_weeks(value: &str) -> Option<i32> {
    match value {
        "pause-1" => Some(1),
        "pause-2" => Some(2),
        "pause-4" => Some(4),
        _ => None,
    }
}

fn pause_line(until: LocalDay) -> String {
    let day = dates::with_weekday(until).into();
    text_with("pace-paused", &[("day", day)])
}

/// Moments of check-ins of the person's own, newest first.
fn check_ins(record: &Record) -> impl Iterator<Item = &Moment> {
    let all = record.occasions().rev();
    all.filter(|(_, occasion)| occasion.is_own_check_in())
        .map(|(moment, _)| moment)
}

/// Day of the last check-in; one that a wrong clock put into the future does not count.
fn last_check_in(record: &Record, today: LocalDay) -> Option<LocalDay> {
    let starts = record.profile.day_start;
    check_ins(record)
        .map(|moment| moment.day(starts))
        .find(|day| *day <= today)
}

/// Whether the record is two weeks old and each of the last two weeks holds many check-ins.
fn are_two_full_weeks(record: &Record, now: &Moment, today: LocalDay) -> bool {
    let starts = record.profile.day_start;
    let since = now.unix_seconds() - i64::from(2 * WEEK + 1) * SECONDS_PER_DAY;
    let (mut this_week, mut week_before) = (0, 0);
    for moment in check_ins(record).take_while(|m| m.unix_seconds() > since) {
        match today.days_since(moment.day(starts)) {
            0..=6 => this_week += 1,
            7..=13 => week_before += 1,
            _ => {}
        }
    }
    let first = record.occasions().next();
    let is_old = first.is_some_and(|(m, _)| today.days_since(m.day(starts)) >= 2 * WEEK - 1);
    is_old && this_week >= MANY_A_WEEK && week_before >= MANY_A_WEEK
}
