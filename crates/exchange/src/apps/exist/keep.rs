//! Attributes of Exist as facts. Refuses to take a day without a tag for a no, and what another service
//! counted for something to ask about.

use std::collections::BTreeMap;

use record::{
    FactBody, Item, Label, LocalDay, Minutes, Moment, Polarity, Practice, ResponseScale, Role,
    SleepNight, Window, Zone,
};

use crate::apps::gather::{Gather, OpenDays, day_item, item, plain_id};
use crate::apps::plain::plain;
use crate::apps::words::{Words, numb_of_day_item};

use super::APP;
use super::attributes::{Attribute, Cell, kind};

/// What is being kept.
pub(super) struct Keep<'k> {
    pub gather: &'k mut Gather,
    pub zone: &'k Zone,
    pub words: &'k Words,
    pub nights: BTreeMap<i32, Night>,
}

/// What several attributes tell of one night.
#[derive(Default)]
pub(super) struct Night {
    line: u32,
    /// Minutes asleep.
    asleep: Option<f64>,
    /// Minutes from the noon before.
    start: Option<f64>,
    /// Minutes from midnight.
    end: Option<f64>,
    awakenings: Option<f64>,
}

impl Keep<'_> {
    /// Keeps an attribute, or holds what it tells of nights.
    pub fn attribute(&mut self, name: &str, attribute: Attribute) {
        let n = u64::try_from(attribute.days.len()).unwrap_or(0);
        match name {
            "sleep" => self.night(attribute, |night| &mut night.asleep),
            "sleep_start" => self.night(attribute, |night| &mut night.start),
            "sleep_end" => self.night(attribute, |night| &mut night.end),
            "sleep_awakenings" => self.night(attribute, |night| &mut night.awakenings),
            "steps" => self.steps(attribute),
            "meditation_min" => self.practice(attribute),
            "mood_note" => self.notes(attribute),
            _ if attribute.kind == kind::TEXT || attribute.kind < 0 => {
                self.gather.unknown_times(name, n);
            }
            _ if attribute.is_tag() => self.tag(name, attribute),
            _ => self.numbers(name, attribute),
        }
    }

    fn noon(&self, day: i32) -> Option<Moment> {
        LocalDay::from_number(day).ok()?.at(12, 0, self.zone).ok()
    }

    fn reject(&mut self, line: u32, why: &str) {
        let what = "correct it in the program";
        self.gather.reject(line, None, (why, what));
    }

    /// Every day with its number; others are rejected.
    fn each_number(
        &mut self,
        attribute: Attribute,
        mut keep: impl FnMut(&mut Self, i32, u32, f64),
    ) {
        for (day, (line, cell)) in attribute.days {
            match cell {
                Cell::Number(number) if number.is_finite() => keep(self, day, line, number),
                _ => self.reject(line, "no number"),
            }
        }
    }

    fn night(&mut self, attribute: Attribute, place: fn(&mut Night) -> &mut Option<f64>) {
        self.each_number(attribute, |keep, day, line, number| {
            let night = keep.nights.entry(day).or_default();
            night.line = line;
            *place(night) = Some(number);
        });
    }

    fn steps(&mut self, attribute: Attribute) {
        let mut by_day = BTreeMap::new();
        self.each_number(attribute, |keep, day, line, number| {
            if number >= 0.0 {
                by_day.insert(day, number);
            } else {
                keep.reject(line, "steps below 0");
            }
        });
        if let Some(item) = day_item("exist_steps") {
            self.gather.days(item, by_day, Some(OpenDays::Last));
        }
    }

    fn practice(&mut self, attribute: Attribute) {
        self.each_number(attribute, |keep, day, line, number| {
            let minutes = minutes(number);
            let noon = keep.noon(day);
            match (noon, minutes, Label::new("mindfulness")) {
                (Some(noon), Some(minutes), Ok(strategy)) if minutes.0 > 0 => {
                    let body = FactBody::Practice(Practice::new(strategy, Some(minutes)));
                    keep.gather.only_fact((&noon, line), &["practice"], body);
                }
                (Some(_), Some(_), _) => {}
                _ => keep.reject(line, "minutes that no day has"),
            }
        });
    }

    fn notes(&mut self, attribute: Attribute) {
        for (day, (line, cell)) in attribute.days {
            if let (Some(noon), Cell::Text(text)) = (self.noon(day), cell) {
                self.gather.note((&noon, line), &plain(&text));
            }
        }
    }

    /// A day with a tag; a day without it says nothing, because nobody may have looked.
    fn tag(&mut self, name: &str, attribute: Attribute) {
        let word = attribute.word(name);
        let numb = self.words.meaning(&word).and_then(|meaning| meaning.numb);
        let numb = numb_of_day_item("exist_tag").zip(numb);
        self.each_number(attribute, |keep, day, line, number| {
            let Some(noon) = keep.noon(day).filter(|_| number == 1.0) else {
                if number != 0.0 {
                    keep.reject(line, "neither 0 nor 1");
                }
                return;
            };
            keep.gather.event((&noon, line), &word);
            if let Some((item, numb)) = &numb {
                let number = f64::from(u8::from(*numb));
                keep.gather.of_day((&noon, line), item, number);
            }
        });
    }

    fn numbers(&mut self, name: &str, attribute: Attribute) {
        let Some(item) = self.item(name, &attribute) else {
            return;
        };
        self.each_number(attribute, |keep, day, line, number| {
            if let Some(noon) = keep.noon(day) {
                keep.gather.of_day((&noon, line), &item, number);
            }
        });
    }

    /// What the person rates or counts is a candidate, or numbness where the person says so; what a
    /// device or another service counted is kept, and no question is asked about it.
    fn item(&self, name: &str, attribute: &Attribute) -> Option<Item> {
        let id = plain_id(APP, name);
        let steps = |max| ResponseScale::Steps { min: 1, max };
        let meaning = self.words.meaning(&attribute.word(name));
        let is_numb = meaning.and_then(|meaning| meaning.numb) == Some(true);
        // A name says what an item is: one that changed would refuse the next file.
        let (id, scale) = match (name, attribute.kind) {
            (_, kind::SCALE) if is_numb => (plain_id("exist_as_numb", name), steps(9)),
            (_, kind::SCALE) => (id, steps(9)),
            // Before 2022 a mood had five steps.
            ("mood", _) => ("exist_mood_of_5".to_owned(), steps(5)),
            _ => (id, ResponseScale::Open),
        };
        let role = match attribute.kind {
            kind::SCALE if is_numb => Role::Outcome(Polarity::HigherIsMoreNumb),
            kind::SCALE => Role::Candidate,
            _ if attribute.is_custom || name == "mood" => Role::Candidate,
            _ => Role::Context,
        };
        let item = item(&id, scale, Window::Daily)?;
        Some(Item { role, ..item })
    }

    /// Makes nights of what was told of them.
    pub fn nights(&mut self) {
        for (day, night) in std::mem::take(&mut self.nights) {
            let line = night.line;
            let is_told = night.start.or(night.end).is_some();
            if !is_told && night.asleep.is_none_or(|minutes| minutes == 0.0) {
                self.gather.unknown("nights without a length");
                continue;
            }
            let Some((moment, body)) = self.whole_night(day, &night) else {
                self.reject(line, "a night that cannot be");
                continue;
            };
            self.gather.only_fact((&moment, line), &["night"], body);
        }
    }

    /// The night that ends on this day.
    fn whole_night(&self, day: i32, night: &Night) -> Option<(Moment, FactBody)> {
        let today = LocalDay::from_number(day).ok()?;
        let clock = |minutes: f64, from: f64| {
            // Minutes from noon go on over midnight.
            let whole = minutes_of_day(minutes)? + if from > 0.0 { 720 } else { 0 };
            let on = if from > 0.0 && whole < 1440 {
                today.plus_days(-1)
            } else {
                today
            };
            let (hour, minute) = ((whole % 1440) / 60, whole % 60);
            let (hour, minute) = (u8::try_from(hour).ok()?, u8::try_from(minute).ok()?);
            on.at(hour, minute, self.zone).ok()
        };
        let start = match night.start {
            Some(minutes) => Some(clock(minutes, 720.0)?),
            None => None,
        };
        let end = match night.end {
            Some(minutes) => Some(clock(minutes, 0.0)?),
            None => None,
        };
        let asleep = match night.asleep {
            Some(number) => Some(minutes(number)?),
            None => None,
        };
        let awakenings = night.awakenings.filter(|n| (0.0..=200.0).contains(n));
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Within 0 to 200.
        let n_awakenings = awakenings.map(|n| n.round() as u32);
        let moment = match &end {
            Some(end) => end.clone(),
            None => today.at(12, 0, self.zone).ok()?,
        };
        let whole = SleepNight {
            tried_to_sleep: start,
            n_awakenings,
            final_wake: end,
            asleep,
            ..SleepNight::default()
        };
        Some((moment, FactBody::SleepNight(whole.checked().ok()?)))
    }
}

/// Minutes of up to a day.
fn minutes(number: f64) -> Option<Minutes> {
    let number = number.round();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Within 0 to 1440.
    (0.0..=1440.0)
        .contains(&number)
        .then_some(Minutes(number as u32))
}

/// A minute of a day, below 1440.
fn minutes_of_day(number: f64) -> Option<u32> {
    minutes(number)
        .map(|minutes| minutes.0)
        .filter(|n| *n < 1440)
}
