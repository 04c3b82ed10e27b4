//! The attributes of Exist, day by day. Refuses to hand a fact on before every name that may say
//! numb has a meaning, and to take a day without a number for a day of nothing.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::Read;

use record::{
    FactBody, Item, Label, LocalDay, Minutes, Moment, Polarity, Practice, ResponseScale, Role,
    SleepNight, Window, Zone,
};
use serde_json::Value;

use crate::apps::gather::{Gather, OpenDays, day_item, item, plain_id};
use crate::apps::plain::plain;
use crate::apps::walk::{Walker, Want, walk};
use crate::apps::words::{Words, looks_numb, numb_of_day_item};
use crate::apps::{AppFileError, Setting, when};

use super::APP;

/// Most values of a file; fifty years of fifty attributes have fewer.
const VALUES_MAX: usize = 1_000_000;
/// Most bytes of own words that are held.
const WORDS_BYTES_MAX: usize = 48 << 20;
/// Most bytes of a name.
const NAME_BYTES_MAX: usize = 200;

/// What the numbers of an attribute are, by the number that Exist gives its kinds.
mod kind {
    pub const WHOLE: i64 = 0;
    pub const TEXT: i64 = 2;
    pub const YES_OR_NO: i64 = 7;
    pub const SCALE: i64 = 8;
}

/// What a day holds.
#[derive(Debug, Clone, PartialEq)]
enum Cell {
    Number(f64),
    Text(Box<str>),
}

/// One attribute with its days.
#[derive(Debug, Default)]
struct Attribute {
    label: String,
    kind: i64,
    is_manual: bool,
    is_custom: bool,
    days: BTreeMap<i32, (u32, Cell)>,
}

/// An attribute that is being read; its name may stand behind its values.
#[derive(Default)]
struct Open {
    name: String,
    read: Attribute,
}

/// Attributes so far, by name.
pub(super) struct Attributes<'g> {
    gather: &'g mut Gather,
    by_name: BTreeMap<String, Attribute>,
    open: Open,
    n: u32,
    n_values: usize,
    n_bytes: usize,
    too_much: Option<&'static str>,
}

impl Walker for Attributes<'_> {
    fn want(&mut self, place: &str) -> Want {
        if self.too_much.is_some() {
            return Want::Stop;
        }
        let place = place.strip_prefix("results").unwrap_or(place);
        match place {
            "" | "[]" | "[].values" | "[].group" => Want::Enter,
            "[].values[]" | "[].name" | "[].label" | "[].value_type" | "[].manual"
            | "[].group.name" => Want::Take,
            _ => Want::Skip,
        }
    }

    fn take(&mut self, place: &str, part: Value) {
        let place = place.strip_prefix("results").unwrap_or(place);
        let text = || {
            let text = part.as_str().unwrap_or_default().trim();
            text.chars().take(NAME_BYTES_MAX).collect::<String>()
        };
        let open = &mut self.open;
        match place {
            "[].name" => open.name = text(),
            "[].label" => open.read.label = text(),
            "[].value_type" => open.read.kind = part.as_i64().unwrap_or(-1),
            "[].manual" => open.read.is_manual = part.as_bool() == Some(true),
            "[].group.name" => open.read.is_custom = part.as_str() == Some("custom"),
            _ => self.value(&part),
        }
    }

    fn leave(&mut self, place: &str) {
        let place = place.strip_prefix("results").unwrap_or(place);
        if place == "[]" {
            self.close();
        }
    }
}

impl<'g> Attributes<'g> {
    pub(super) fn new(gather: &'g mut Gather) -> Self {
        Self {
            gather,
            by_name: BTreeMap::new(),
            open: Open::default(),
            n: 0,
            n_values: 0,
            n_bytes: 0,
            too_much: None,
        }
    }

    /// Reads a page or a list of attributes.
    pub(super) fn read(&mut self, reader: &mut dyn Read) -> Result<(), AppFileError> {
        let walked = walk(reader, self);
        self.too_much
            .map_or(walked, |what| Err(AppFileError::TooMuch(what)))
    }

    /// One day of the attribute that is open; a day without a value is none.
    fn value(&mut self, part: &Value) {
        self.n = self.n.saturating_add(1);
        self.gather.ledger.n_rows += 1;
        let line = self.n;
        let cell = match part.get("value") {
            Some(Value::Null) | None => {
                self.gather.ledger.n_rows_blank += 1;
                return;
            }
            Some(Value::Bool(is)) => Some(Cell::Number(f64::from(u8::from(*is)))),
            Some(Value::Number(number)) => number.as_f64().map(Cell::Number),
            Some(Value::String(text)) => Some(Cell::Text(text.as_str().into())),
            Some(_) => None,
        };
        let date = part.get("date").and_then(Value::as_str);
        let day = date.and_then(when::date);
        let Some((day, cell)) = day.zip(cell) else {
            let words = ("no date or no value", "nothing to do: the rest is taken");
            return self.gather.reject(line, None, words);
        };
        self.n_values += 1;
        if let Cell::Text(text) = &cell {
            self.n_bytes += text.len();
        }
        if self.n_values > VALUES_MAX {
            self.too_much = Some("values");
        } else if self.n_bytes > WORDS_BYTES_MAX {
            self.too_much = Some("words");
        } else {
            self.put(day, (line, cell));
        }
    }

    /// The first value of a day stays.
    fn put(&mut self, day: LocalDay, told: (u32, Cell)) {
        match self.open.read.days.entry(day.number()) {
            Entry::Vacant(place) => {
                place.insert(told);
            }
            Entry::Occupied(_) => self.gather.unknown("values that stand twice"),
        }
    }

    /// Puts an attribute to what other pages told of it.
    fn close(&mut self) {
        let Open { name, read } = std::mem::take(&mut self.open);
        if name.is_empty() {
            let n = u64::try_from(read.days.len()).unwrap_or(0);
            if n > 0 {
                self.gather.unknown_times("values of no attribute", n);
            }
            return;
        }
        let Some(known) = self.by_name.get_mut(&name) else {
            self.by_name.insert(name, read);
            return;
        };
        let mut n_twice = 0;
        for (day, told) in read.days {
            match known.days.entry(day) {
                Entry::Occupied(_) => n_twice += 1,
                Entry::Vacant(place) => {
                    place.insert(told);
                }
            }
        }
        if n_twice > 0 {
            self.gather
                .unknown_times("values that stand twice", n_twice);
        }
    }

    /// Keeps everything once every name that may say numb has a meaning.
    pub(super) fn finish(self, setting: &Setting) -> Result<(), AppFileError> {
        let Self {
            gather, by_name, ..
        } = self;
        let named = by_name.iter();
        let asked = named.filter(|(name, attribute)| attribute.is_asked(name));
        let asked: BTreeMap<String, Option<u8>> = asked
            .map(|(name, attribute)| (attribute.word(name), None))
            .collect();
        let words = setting.words_for(&asked)?;
        let mut keep = Keep {
            gather,
            zone: &setting.zone,
            words: &words,
            nights: BTreeMap::new(),
        };
        for (name, attribute) in by_name {
            keep.attribute(&name, attribute);
        }
        keep.nights();
        Ok(())
    }
}

impl Attribute {
    /// Its numbers are yes and no.
    fn is_tag(&self) -> bool {
        let is_nought_or_one = |(_, cell): &(u32, Cell)| matches!(cell, Cell::Number(number) if *number == 0.0 || *number == 1.0);
        match self.kind {
            kind::YES_OR_NO => true,
            kind::WHOLE => self.is_custom && self.days.values().all(is_nought_or_one),
            _ => false,
        }
    }

    /// The person gave it a name that may say numb.
    fn is_asked(&self, name: &str) -> bool {
        let is_own = self.is_manual || self.is_custom;
        let is_answer = self.is_tag() || self.kind == kind::SCALE;
        is_own && is_answer && (looks_numb(&self.label) || looks_numb(name))
    }

    /// The name as the person sees it.
    fn word(&self, name: &str) -> String {
        let word = if self.label.is_empty() {
            name
        } else {
            &self.label
        };
        word.to_owned()
    }
}

/// What is being kept.
struct Keep<'k> {
    gather: &'k mut Gather,
    zone: &'k Zone,
    words: &'k Words,
    nights: BTreeMap<i32, Night>,
}

/// What several attributes tell of one night.
#[derive(Default)]
struct Night {
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
    fn attribute(&mut self, name: &str, attribute: Attribute) {
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
    fn nights(&mut self) {
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
