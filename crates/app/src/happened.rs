//! What happened, days ahead that recall a loss, and time with others. Refuses to chart what is kept
//! out of sight, and to ask who anybody is: any word does.

use std::collections::BTreeMap;

use record::{Contact, Event, FactBody, Label, LocalDay, Record};

use crate::day::{contact_words, event_word};
use crate::medicines::StepView;
use crate::today::UndoView;
use crate::{App, NewEvent, Trouble, dates, random, text_with};

/// Days ahead for which days that recall a loss are named.
const AHEAD_DAYS: i32 = 30;
/// Events of each kind and contacts that are listed, the newest first.
const LISTED_MAX: usize = 20;
/// Events whose day comes back each year.
const RECALLED: [&str; 2] = ["loss", "anniversary"];

/// What happened, and with whom time was spent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HappenedView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// What was just written or taken out.
    pub undo: Option<UndoView>,
    /// Days ahead that recall a loss, the nearest first.
    pub ahead: Vec<String>,
    /// What happened, the newest first.
    pub events: Vec<StepView>,
    /// What is kept out of pictures, the newest first; shown only when it is unfolded.
    pub unseen: Vec<StepView>,
    /// How often each of it was, only after it was asked for; shown once.
    pub unseen_counts: Vec<String>,
    /// Time with others, the newest first.
    pub contacts: Vec<StepView>,
    /// What can be picked as an event.
    pub event_words: Vec<String>,
    /// Words that were used for others before.
    pub people_words: Vec<String>,
    /// Today, for fields that ask for a day.
    pub today: String,
    /// Key of the next event.
    pub event_key: String,
    /// Key of the next contact.
    pub contact_key: String,
    /// An event that was typed and could not be kept.
    pub event_draft: Option<NewEvent>,
    /// A contact that was typed and could not be kept.
    pub contact_draft: Option<NewContact>,
}

/// Time with somebody, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewContact {
    /// Its key.
    pub key: String,
    /// The day, YYYY-MM-DD.
    pub day: String,
    /// With whom, in any word.
    pub with: String,
    /// How far one felt heard, 0-100; empty: not told.
    pub heard: String,
}

impl App {
    /// What happened, days ahead that recall a loss, and time with others.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn happened(&mut self) -> Result<HappenedView, Trouble> {
        let today = self.today_date()?;
        let record = self.known()?.record.clone();
        let words = content::events().map_err(|error| Trouble::ours(error.to_string()))?;
        Ok(HappenedView {
            is_example: self.is_example,
            undo: self.opened()?.undo.take(),
            ahead: ahead(&record, today),
            events: events(&record, |event| !event.is_sensitive),
            unseen: events(&record, |event| event.is_sensitive),
            unseen_counts: if std::mem::take(&mut self.opened()?.counts_unseen) {
                unseen_counts(&record)
            } else {
                Vec::new()
            },
            contacts: contacts(&record),
            event_words: words
                .events
                .iter()
                .map(|event| event.word.clone())
                .collect(),
            people_words: people_words(&record),
            today: today.to_string(),
            event_key: random::new_key(),
            contact_key: random::new_key(),
            event_draft: None,
            contact_draft: None,
        })
    }

    /// Keeps an event that was written on the page of events: its day has come.
    ///
    /// # Errors
    /// As [`App::event`], and for a day ahead.
    pub fn event_so_far(&mut self, new: &NewEvent) -> Result<(), Trouble> {
        self.day_so_far(&new.day)?;
        self.event(new)
    }

    /// Counts what is kept out of sight the next time that the page is opened, and no longer.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked.
    pub fn count_unseen(&mut self) -> Result<(), Trouble> {
        self.opened()?.counts_unseen = true;
        Ok(())
    }

    /// Keeps time with somebody.
    ///
    /// # Errors
    /// [`Trouble`] when there is no word for them, the number lies outside 0-100, the day lies ahead,
    /// or the disk refuses; then nothing was changed.
    pub fn contact(&mut self, new: &NewContact) -> Result<(), Trouble> {
        let with = Label::new(&new.with).map_err(|_| {
            let hint = "any word will do, such as a friend";
            Trouble::input("there is no word for who it was", hint)
        })?;
        let wrong = || {
            let hint = "give a whole number from 0 to 100, or leave it empty";
            Trouble::input("that does not say how far you felt heard", hint)
        };
        let heard = match new.heard.trim() {
            "" => None,
            typed => Some(f64::from(typed.parse::<u8>().map_err(|_| wrong())?)),
        };
        let contact = Contact::new(with, heard).map_err(|_| wrong())?;
        let (day, today) = (self.day_so_far(&new.day)?, self.today_date()?);
        let moment = if day == today {
            self.clock.now()
        } else {
            self.at(&new.day, "12:00")?
        };
        self.keep_fact(
            &new.key,
            moment,
            FactBody::Contact(contact),
            "saved-contact",
        )
    }
}

fn events(record: &Record, is_wanted: impl Fn(&Event) -> bool) -> Vec<StepView> {
    let starts = record.profile.day_start;
    let facts = record.facts().iter().rev();
    let of_kind = facts.filter_map(|fact| match &fact.body {
        FactBody::Event(event) if is_wanted(event) => Some(StepView {
            key: fact.key.to_string(),
            words: format!(
                "{}: {}",
                dates::long(fact.moment.day(starts)),
                event_word(event.label.as_str())
            ),
        }),
        _ => None,
    });
    of_kind.take(LISTED_MAX).collect()
}

/// How often each thing that is kept out of sight was written down: in all, by year, first and last
/// day. Counts and days alone.
fn unseen_counts(record: &Record) -> Vec<String> {
    let starts = record.profile.day_start;
    let mut days: BTreeMap<String, Vec<LocalDay>> = BTreeMap::new();
    for (moment, event) in record.events().filter(|(_, event)| event.is_sensitive) {
        let word = event_word(event.label.as_str());
        days.entry(word).or_default().push(moment.day(starts));
    }
    let line = |(word, days): (&String, &Vec<LocalDay>)| {
        let mut by_year: BTreeMap<_, usize> = BTreeMap::new();
        for day in days {
            *by_year.entry(day.year_month_day().0).or_default() += 1;
        }
        let years = by_year.iter().map(|(year, n)| format!("{year}: {n}"));
        let (first, last) = (days.first()?, days.last()?);
        let values = [
            ("what", word.into()),
            ("n", days.len().into()),
            ("years", years.collect::<Vec<_>>().join(", ").into()),
            ("first", dates::with_year(*first).into()),
            ("last", dates::with_year(*last).into()),
        ];
        Some(text_with("unseen-count", &values))
    };
    days.iter().filter_map(line).collect()
}

fn contacts(record: &Record) -> Vec<StepView> {
    let starts = record.profile.day_start;
    let facts = record.facts().iter().rev();
    let all = facts.filter_map(|fact| match &fact.body {
        FactBody::Contact(contact) => Some(StepView {
            key: fact.key.to_string(),
            words: format!(
                "{}: {}",
                dates::long(fact.moment.day(starts)),
                contact_words(contact)
            ),
        }),
        _ => None,
    });
    all.take(LISTED_MAX).collect()
}

fn people_words(record: &Record) -> Vec<String> {
    let mut words: Vec<String> = (record.facts().iter())
        .filter_map(|fact| match &fact.body {
            FactBody::Contact(contact) => Some(contact.with.as_str().to_owned()),
            _ => None,
        })
        .collect();
    words.sort();
    words.dedup();
    words
}

/// Days ahead that recall a loss, the nearest first. What is kept out of sight is left out.
fn ahead(record: &Record, today: LocalDay) -> Vec<String> {
    let starts = record.profile.day_start;
    let losses = record
        .events()
        .filter(|(_, event)| !event.is_sensitive && RECALLED.contains(&event.label.as_str()));
    let mut days: Vec<(i32, LocalDay, LocalDay)> = losses
        .filter_map(|(moment, _)| {
            let day = moment.day(starts);
            let next = next_yearly(day, today)?;
            let wait = next.days_since(today);
            (next > day && wait <= AHEAD_DAYS).then_some((wait, next, day))
        })
        .collect();
    days.sort_unstable();
    days.dedup();
    let line = |(wait, next, day): &(i32, LocalDay, LocalDay)| {
        let since = [
            ("day", dates::with_weekday(*next).into()),
            ("since", dates::with_year(*day).into()),
        ];
        match wait {
            0 => text_with("ahead-today", &since[1..]),
            _ => text_with("ahead-day", &since),
        }
    };
    days.iter().map(line).collect()
}

/// The next day of the year on which this day comes back; 29 February comes back on the 28th.
fn next_yearly(day: LocalDay, today: LocalDay) -> Option<LocalDay> {
    let (_, month, number) = day.year_month_day();
    let this_year = today.year_month_day().0;
    let on = |year| {
        let of_year = |number: u8| {
            let parts = [
                format!("{year:04}"),
                format!("{month:02}"),
                format!("{number:02}"),
            ];
            LocalDay::parse(&parts.join("-"))
        };
        of_year(number)
            .or_else(|_| of_year(number.saturating_sub(1)))
            .ok()
    };
    on(this_year)
        .filter(|next| *next >= today)
        .or_else(|| on(this_year + 1))
}
