//! The attributes of Exist, day by day. Refuses to hand a fact on before every name that may say
//! numb has a meaning, and to take a day without a number for a day of nothing.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::Read;

use record::LocalDay;
use serde_json::Value;

use crate::apps::gather::Gather;
use crate::apps::walk::{Walker, Want, walk};
use crate::apps::words::looks_numb;
use crate::apps::{AppFileError, Setting, when};

use super::keep::Keep;

/// Most values of a file; fifty years of fifty attributes have fewer.
const VALUES_MAX: usize = 1_000_000;
/// Most bytes of own words that are held.
const WORDS_BYTES_MAX: usize = 48 << 20;
/// Most bytes of a name.
const NAME_BYTES_MAX: usize = 200;

/// What the numbers of an attribute are, by the number that Exist gives its kinds.
pub(super) mod kind {
    pub const WHOLE: i64 = 0;
    pub const TEXT: i64 = 2;
    pub const YES_OR_NO: i64 = 7;
    pub const SCALE: i64 = 8;
}

/// What a day holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Number(f64),
    Text(Box<str>),
}

/// One attribute with its days.
#[derive(Debug, Default)]
pub(super) struct Attribute {
    label: String,
    pub kind: i64,
    is_manual: bool,
    pub is_custom: bool,
    pub days: BTreeMap<i32, (u32, Cell)>,
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
    pub fn is_tag(&self) -> bool {
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
    pub fn word(&self, name: &str) -> String {
        let word = if self.label.is_empty() {
            name
        } else {
            &self.label
        };
        word.to_owned()
    }
}
