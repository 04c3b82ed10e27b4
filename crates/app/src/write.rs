//! Writing what is no check-in: flickers, notes, events, nights, check-ins from memory; taking
//! out and putting back. Refuses to half-write: each is one step on disk.

use record::{
    Assessment, Event, FactBody, Flicker, FlickerStrength, InputDevice, ItemResponse, Label,
    LocalDay, Minutes, Moment, Note, Occasion, Response, SamplingPlan, SleepNight,
};

use crate::check_in::{by_hand, refused, set};
use crate::today::UndoView;
use crate::{App, Trouble, random, text};

/// A check-in from memory, as typed.
#[derive(Debug, Clone, Default)]
pub struct NewRecall {
    /// Its key.
    pub key: String,
    /// The day, YYYY-MM-DD.
    pub day: String,
    /// Clock on the wall, HH:MM.
    pub clock: String,
    /// Strength of feeling, 0-100.
    pub value: String,
}

/// Something that happened, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewEvent {
    /// Its key.
    pub key: String,
    /// The day, YYYY-MM-DD.
    pub day: String,
    /// What happened.
    pub label: String,
    /// Clock on the wall, HH:MM; empty: noon.
    pub clock: String,
    /// Last day, YYYY-MM-DD; empty: a moment.
    pub until: String,
    /// Left out of pictures and exports.
    pub is_sensitive: bool,
}

/// A night, as typed.
#[derive(Debug, Clone, Default)]
pub struct NewNight {
    /// Its key.
    pub key: String,
    /// The day of waking up, YYYY-MM-DD.
    pub day: String,
    /// Tried to sleep, HH:MM.
    pub from: String,
    /// Woke up, HH:MM.
    pub to: String,
    /// Minutes awake in between; empty: not told.
    pub awake: String,
}

pub(crate) fn empty_note() -> Trouble {
    Trouble::input(
        "a note has at least one word and at most a million letters",
        "write a little",
    )
}

impl App {
    /// Keeps a flicker: `trace` or `clear`, and a word or none.
    ///
    /// # Errors
    /// [`Trouble`] when the words do not fit or the disk refuses; then nothing was changed.
    pub fn flicker(&mut self, key: &str, strength: &str, word: &str) -> Result<(), Trouble> {
        let strength = match strength {
            "trace" => FlickerStrength::Trace,
            "clear" => FlickerStrength::Clear,
            _ => {
                return Err(Trouble::input(
                    "say whether it was a trace or clear",
                    "press a button",
                ));
            }
        };
        let word = match word.trim() {
            "" => None,
            word => Some(Label::new(word).map_err(refused)?),
        };
        let now = self.clock.now();
        self.keep_fact(
            key,
            now,
            FactBody::Flicker(Flicker { strength, word }),
            "saved-flicker",
        )
    }

    /// Keeps a note, now or at noon of a day before.
    ///
    /// # Errors
    /// [`Trouble`] when it is empty or the disk refuses; then nothing was changed.
    pub fn note(&mut self, key: &str, words: &str, day: Option<&str>) -> Result<(), Trouble> {
        let note = Note::new(words).map_err(|_| empty_note())?;
        let now = self.clock.now();
        let moment = match day {
            None => now,
            Some(day) if parse_day(day)? == self.today_date()? => now,
            Some(day) => self.at(day, "12:00")?,
        };
        self.keep_fact(key, moment, FactBody::Note(note), "saved-note")
    }

    /// Keeps a check-in written down later, marked as from memory.
    ///
    /// # Errors
    /// [`Trouble`] when day, clock or number do not fit, the moment lies ahead, or the disk
    /// refuses; then nothing was changed.
    pub fn recall(&mut self, new: &NewRecall) -> Result<(), Trouble> {
        let moment = self.at(&new.day, &new.clock)?;
        if moment > self.clock.now() {
            return Err(Trouble::input(
                "that moment has not come yet",
                "give a time that has passed",
            ));
        }
        let value: f64 =
            new.value.trim().parse().map_err(|_| {
                Trouble::input("that is not a number", "give a number from 0 to 100")
            })?;
        let item = &set()?
            .item(series::FEELING_STRENGTH)
            .ok_or_else(no_item)?
            .item;
        let response = ItemResponse::new(item, Response::Value(value), InputDevice::Unknown);
        let assessment =
            Assessment::new(vec![response.map_err(refused)?], None).map_err(refused)?;
        let occasion = Occasion::answered(SamplingPlan::Recall, assessment);
        self.keep_fact(
            &new.key,
            moment,
            FactBody::Occasion(occasion),
            "saved-check-in",
        )
    }

    /// Keeps something that happened.
    ///
    /// # Errors
    /// [`Trouble`] when it has no name, ends before it starts, or the disk refuses; then nothing
    /// was changed.
    pub fn event(&mut self, new: &NewEvent) -> Result<(), Trouble> {
        let label = Label::new(&new.label).map_err(refused)?;
        let clock = if new.clock.trim().is_empty() {
            "12:00"
        } else {
            new.clock.trim()
        };
        let moment = self.at(&new.day, clock)?;
        let ends_at = match new.until.trim() {
            "" => None,
            until => Some(self.at(until, "23:59")?),
        };
        // What is on the list is kept under its id, and the list knows what is sensitive.
        let known = content::events()
            .ok()
            .and_then(|list| list.find(label.as_str()));
        let is_sensitive = new.is_sensitive || known.is_some_and(|event| event.is_sensitive);
        let label = match known {
            Some(event) => Label::new(&event.id).map_err(refused)?,
            None => label,
        };
        let event = Event::new(label, &moment, ends_at, is_sensitive).map_err(refused)?;
        self.keep_fact(&new.key, moment, FactBody::Event(event), "saved-event")
    }

    /// Keeps the night before a day.
    ///
    /// # Errors
    /// [`Trouble`] when the times do not follow each other or the disk refuses; then nothing was
    /// changed.
    pub fn night(&mut self, new: &NewNight) -> Result<(), Trouble> {
        let day = parse_day(&new.day)?;
        let to = self.at(&new.day, &new.to)?;
        let same_day = self.at(&new.day, &new.from)?;
        let from = if same_day < to {
            same_day
        } else {
            self.at(&day.plus_days(-1).to_string(), &new.from)?
        };
        let awake = match new.awake.trim() {
            "" => None,
            typed => Some(Minutes(typed.parse().map_err(|_| {
                Trouble::input(
                    "minutes awake is not a whole number",
                    "leave it empty or give minutes",
                )
            })?)),
        };
        if to > self.clock.now() {
            return Err(Trouble::input(
                "that night is not over yet",
                "give a time of waking that has passed",
            ));
        }
        let n_minutes = (to.unix_seconds() - from.unix_seconds()) / 60;
        if awake.is_some_and(|awake| i64::from(awake.0) > n_minutes) {
            return Err(Trouble::input(
                "there are more minutes awake than the night has",
                "leave them empty or give fewer",
            ));
        }
        let night = SleepNight {
            tried_to_sleep: Some(from),
            final_wake: Some(to.clone()),
            awake,
            ..SleepNight::default()
        };
        let night = night.checked().map_err(refused)?;
        self.keep_fact(&new.key, to, FactBody::SleepNight(night), "saved-night")
    }

    /// Takes a fact out; it can be put back for thirty days. One that is not there stays so.
    ///
    /// # Errors
    /// [`Trouble`] when the key is none of ours or the disk refuses.
    pub fn take_out(&mut self, key: &str) -> Result<(), Trouble> {
        let (key, now) = (random::parse_key(key)?, self.clock.now());
        let open = self.opened()?;
        open.settle()?;
        let beside = open.written_with(key)?;
        if !open.store.withdraw(key, &now)? {
            return Ok(());
        }
        for key in beside {
            open.store.withdraw(key, &now)?;
        }
        open.form = None;
        open.forget();
        // A check-in under way goes on when something else is taken out.
        open.draft = open.draft.take().filter(|draft| !draft.is_of(key));
        open.finished_at = None;
        open.undo = Some(UndoView {
            key: key.to_string(),
            what: text("taken-out"),
            is_gone: true,
        });
        Ok(())
    }

    /// Puts a fact back. One that was not taken out stays as it is.
    ///
    /// # Errors
    /// [`Trouble`] when the key is none of ours or the disk refuses.
    pub fn put_back(&mut self, key: &str) -> Result<(), Trouble> {
        let key = random::parse_key(key)?;
        let open = self.opened()?;
        open.settle()?;
        if !open.store.put_back(key)? {
            return Ok(());
        }
        for key in open.written_with(key)? {
            open.store.put_back(key)?;
        }
        open.forget();
        open.undo = Some(UndoView::saved(key, text("is-back")));
        Ok(())
    }

    pub(crate) fn keep_fact(
        &mut self,
        key: &str,
        moment: Moment,
        body: FactBody,
        said: &str,
    ) -> Result<(), Trouble> {
        let (key, now) = (random::parse_key(key)?, self.clock.now());
        let fact = by_hand(key, moment, &now, body);
        let open = self.opened()?;
        match open.store.fact(key)? {
            Some(before) if !is_same_form(&before, &fact) => return Err(random::lost_key()),
            // The same form sent twice.
            Some(before) if before.body == fact.body => {}
            // Changed after going back to its form.
            Some(_) => open.keep_changed(fact, &now)?,
            None => open.keep(fact)?,
        }
        open.undo = Some(UndoView::saved(key, text(said)));
        Ok(())
    }

    /// The moment at which the wall clock here shows this time on one of the person's days.
    ///
    /// Hours before the start of the day belong to the night after it.
    pub(crate) fn at(&mut self, day: &str, clock: &str) -> Result<Moment, Trouble> {
        let day = parse_day(day)?;
        let starts = self.known()?.record.profile.day_start;
        let wrong = |_| Trouble::input("that is not a time of day", "give it as HH:MM");
        let shown = |day: LocalDay| {
            Moment::from_wall_clock(&format!("{day} {}:00", clock.trim()), self.clock.zone())
        };
        let moment = shown(day).map_err(wrong)?;
        if moment.day(starts) < day {
            shown(day.plus_days(1)).map_err(wrong)
        } else {
            Ok(moment)
        }
    }
}

impl crate::app::Open {
    /// The keys of what a form wrote beside its answers; none for any other fact.
    fn written_with(&self, key: record::FactKey) -> Result<Vec<record::FactKey>, Trouble> {
        let form = match self.store.fact(key)?.map(|fact| fact.body) {
            Some(FactBody::Occasion(occasion)) => occasion.form,
            _ => return Ok(Vec::new()),
        };
        let kind = match form {
            record::Form::Morning => crate::FormKind::Morning,
            record::Form::Evening => crate::FormKind::Evening,
            _ => return Ok(Vec::new()),
        };
        let mut keys = crate::forms::derived_keys(kind, key);
        keys.retain(|other| *other != key);
        Ok(keys)
    }
}

/// Whether a fact can have come from the same form as one that is here.
fn is_same_form(before: &record::Fact, fact: &record::Fact) -> bool {
    let plan = |fact: &record::Fact| match &fact.body {
        FactBody::Occasion(occasion) => Some((occasion.plan, occasion.form)),
        _ => None,
    };
    before.source == fact.source
        && before.body.kind() == fact.body.kind()
        && plan(before) == plan(fact)
}

pub(crate) fn parse_day(text: &str) -> Result<LocalDay, Trouble> {
    LocalDay::parse(text).map_err(|e| Trouble::input(e.to_string(), "give the date as YYYY-MM-DD"))
}

fn no_item() -> Trouble {
    Trouble::ours("the check-in lacks its first item")
}
