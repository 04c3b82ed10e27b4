//! Reads what Nomie gives away: a back-up of either kind, and the detailed table. Refuses to take a
//! tracker for numbness by its name, and to take a place or a score of the program for the person's.

mod note;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use record::{Item, Moment, Polarity, ResponseScale, Role, Window};
use serde::Deserialize;
use serde_json::Value;

use super::gather::{Gather, item, open_item, plain_id};
use super::importer::{Importer, Way};
use super::rows::Rows;
use super::walk::{Walker, Want, shape, walk};
use super::words::{Words, looks_numb, numb_item};
use super::{AppFileError, Setting, when};
use note::{Found, Mark, Number};

const APP: &str = "nomie";
/// Most entries of a file; a person who writes a hundred a day has fewer after twenty years.
const ENTRIES_MAX: usize = 800_000;
/// Most trackers of a file.
const TRACKERS_MAX: usize = 20_000;
/// Most bytes of own words that are held while the meaning of trackers is not known.
const WORDS_BYTES_MAX: usize = 48 << 20;

/// A back-up of the whole program.
pub(super) const JSON: Importer = Importer {
    word: APP,
    app: APP,
    has_words: true,
    way: Way::Text {
        is_it: |head| head.has_keys(&["nomie", "number", "created"]),
        read: read_json,
    },
};

/// A back-up of its storage, file by file.
pub(super) const STORAGE: Importer = Importer {
    word: "nomie-storage",
    app: APP,
    has_words: true,
    way: Way::Text {
        is_it: |head| {
            let is_of_trackers = head.holds("trackers.json") || head.holds("/books/");
            head.has_keys(&["version", "created", "files"]) && is_of_trackers
        },
        read: read_json,
    },
};

/// The detailed table of any age.
pub(super) const CSV: Importer = Importer {
    word: "nomie-table",
    app: APP,
    has_words: true,
    way: Way::Text {
        is_it: |head| head.has_columns(&["epoch", "start", "end", "offset", "note", "score"]),
        read: read_csv,
    },
};

/// An entry as it is held.
struct Entry {
    moment: Moment,
    line: u32,
    note: Box<str>,
}

/// What is known of a tracker.
#[derive(Deserialize)]
struct Tracker {
    #[serde(rename = "type", default)]
    kind: Option<String>,
    #[serde(default)]
    min: Value,
    #[serde(default)]
    max: Value,
}

impl Tracker {
    /// The ends that the person gave it.
    fn ends(&self) -> Option<(f64, f64)> {
        let number = |value: &Value| match value {
            Value::String(text) => text.trim().parse::<f64>().ok(),
            value => value.as_f64(),
        };
        let (min, max) = (number(&self.min)?, number(&self.max)?);
        (min.is_finite() && max.is_finite() && min < max).then_some((min, max))
    }
}

/// Entries so far.
struct Diary<'g> {
    gather: &'g mut Gather,
    setting: &'g Setting,
    n: u32,
    n_bytes: usize,
    entries: Vec<Entry>,
    trackers: BTreeMap<String, Tracker>,
    is_too_much: bool,
}

impl<'g> Diary<'g> {
    fn new(gather: &'g mut Gather, setting: &'g Setting) -> Self {
        Self {
            gather,
            setting,
            n: 0,
            n_bytes: 0,
            entries: Vec::new(),
            trackers: BTreeMap::new(),
            is_too_much: false,
        }
    }

    fn finish(self) -> Result<(), AppFileError> {
        if self.is_too_much {
            return Err(AppFileError::TooMuch("entries"));
        }
        let Self {
            gather,
            setting,
            entries,
            trackers,
            ..
        } = self;
        keep(gather, setting, entries, &trackers)
    }

    fn hold(&mut self, entry: Entry) {
        self.n_bytes += entry.note.len();
        if self.entries.len() >= ENTRIES_MAX || self.n_bytes > WORDS_BYTES_MAX {
            self.is_too_much = true;
            return;
        }
        self.entries.push(entry);
    }
}

fn read_json(
    reader: &mut dyn Read,
    setting: &Setting,
    gather: &mut Gather,
) -> Result<(), AppFileError> {
    let mut diary = Diary::new(gather, setting);
    let walked = walk(reader, &mut diary);
    if diary.is_too_much {
        return Err(AppFileError::TooMuch("entries"));
    }
    walked?;
    diary.finish()
}

/// What a place in either back-up is.
fn place_of(place: &str) -> Place<'_> {
    if let Some(tag) = place.strip_prefix("trackers.") {
        return Place::Tracker(tag);
    }
    if let Some(file) = place.strip_prefix("files.") {
        if let Some((_, tag)) = file.split_once("trackers.json.") {
            return Place::Tracker(tag);
        }
        return match file.strip_suffix("[]") {
            Some(_) if file.contains("book") => Place::Event,
            Some(_) => Place::Other,
            None => Place::Way,
        };
    }
    match place {
        "" | "events" | "trackers" | "files" => Place::Way,
        "events[]" => Place::Event,
        _ => Place::Other,
    }
}

enum Place<'p> {
    /// It leads on.
    Way,
    Event,
    Tracker(&'p str),
    Other,
}

impl Walker for Diary<'_> {
    fn want(&mut self, place: &str) -> Want {
        match place_of(place) {
            _ if self.is_too_much => Want::Stop,
            Place::Way => Want::Enter,
            Place::Event | Place::Tracker(_) => Want::Take,
            Place::Other => Want::Skip,
        }
    }

    fn take(&mut self, place: &str, part: Value) {
        match place_of(place) {
            Place::Tracker(tag) => {
                if let Some(tracker) = shape(part) {
                    self.trackers.insert(tag.to_lowercase(), tracker);
                }
                self.is_too_much |= self.trackers.len() > TRACKERS_MAX;
            }
            _ => self.event(part),
        }
    }
}

#[derive(Deserialize)]
struct Event {
    #[serde(rename = "_id", default)]
    id: Option<String>,
    #[serde(default, alias = "notes")]
    note: Option<String>,
    #[serde(default)]
    end: Value,
    #[serde(default)]
    start: Value,
    #[serde(default)]
    offset: Value,
    #[serde(default)]
    lat: Value,
}

impl Diary<'_> {
    fn event(&mut self, part: Value) {
        self.n = self.n.saturating_add(1);
        self.gather.ledger.n_rows += 1;
        let (line, event) = (self.n, shape::<Event>(part));
        let timed = event.and_then(|event| {
            // The program goes by the end; the beginning is not in use.
            let told = if event.end.is_null() {
                &event.start
            } else {
                &event.end
            };
            let moment = self.moment(told, &event.offset)?;
            Some((moment, event))
        });
        let Some((moment, event)) = timed else {
            let words = (
                "no time, or another shape",
                "nothing to do: the rest is taken",
            );
            return self.gather.reject(line, None, words);
        };
        let id = event.id.unwrap_or_default();
        if !id.is_empty() && !self.gather.is_first(&["event", &id]) {
            return self.gather.unknown("entries that stand twice");
        }
        if event.lat.as_f64().is_some_and(|lat| lat != 0.0) {
            self.gather.unknown("places");
        }
        let note = event.note.unwrap_or_default().trim().into();
        self.hold(Entry { moment, line, note });
    }

    /// Thousandths of a second since 1970, or a text in UTC, on the clock that the person looked at.
    fn moment(&self, told: &Value, offset: &Value) -> Option<Moment> {
        let home = &self.setting.zone;
        let seconds = match told {
            Value::Number(number) => number
                .as_i64()
                .or_else(|| {
                    let number = number.as_f64().filter(|n| n.abs() < 1e15)?;
                    #[allow(clippy::cast_possible_truncation)] // Within 1e15.
                    Some(number as i64)
                })?
                .div_euclid(1000),
            Value::String(text) => when::seconds(text.as_bytes())?.0,
            _ => return None,
        };
        moment_at(seconds, offset.as_f64(), home)
    }
}

/// A moment with the minutes that the clock was behind UTC, as scripts count them.
fn moment_at(seconds: i64, behind: Option<f64>, home: &record::Zone) -> Option<Moment> {
    // A time of before 1990 is a clock that was never set.
    if seconds < 631_152_000 {
        return None;
    }
    let Some(behind) = behind else {
        return Moment::from_unix_seconds(seconds, home).ok();
    };
    if !(-840.0..=840.0).contains(&behind) {
        return None;
    }
    #[allow(clippy::cast_possible_truncation)] // Within a day.
    let offset = -(behind as i32) * 60;
    when::moment_of(seconds, offset, home)
}

/// Every tracker has a row of its own, with the whole note again.
fn read_csv(
    reader: &mut dyn Read,
    setting: &Setting,
    gather: &mut Gather,
) -> Result<(), AppFileError> {
    let mut rows = Rows::open(reader, b',')?;
    let (epoch, note) = (rows.need("epoch")?, rows.need("note")?);
    let (offset, lat) = (rows.need("offset")?, rows.find("lat"));
    let mut diary = Diary::new(gather, setting);
    while let Some(line) = rows.next()? {
        diary.gather.ledger.n_rows += 1;
        let seconds = rows.cell(epoch).parse::<i64>().ok();
        let behind = match rows.cell(offset) {
            "" | "undefined" | "null" => Some(None),
            text => text.parse::<f64>().ok().map(Some),
        };
        let moment = seconds
            .zip(behind)
            .and_then(|(ms, behind)| moment_at(ms.div_euclid(1000), behind, &setting.zone));
        let Some(moment) = moment else {
            let words = ("no time", "look at the row");
            diary.gather.reject(line, Some("epoch"), words);
            continue;
        };
        let words = rows.cell(note);
        if !diary.gather.is_first(&["row", rows.cell(epoch), words]) {
            continue;
        }
        if !rows.maybe(lat).is_empty() {
            diary.gather.unknown("places");
        }
        let note = words.into();
        diary.hold(Entry { moment, line, note });
    }
    diary.finish()
}

/// Keeps entries once every tracker that may say numb has a meaning.
fn keep(
    gather: &mut Gather,
    setting: &Setting,
    entries: Vec<Entry>,
    trackers: &BTreeMap<String, Tracker>,
) -> Result<(), AppFileError> {
    let mut asked = BTreeSet::new();
    for entry in &entries {
        for found in note::each(&entry.note) {
            // A number is asked about where its scale has ends: others cannot be numbness.
            let is_answer = match found.number {
                Number::None => true,
                _ => trackers
                    .get(&found.id)
                    .is_some_and(|tracker| tracker.ends().is_some()),
            };
            if found.mark == Mark::Tracker && is_answer && looks_numb(&found.id) {
                asked.insert(found.id);
            }
        }
    }
    let asked = asked.into_iter().map(|tag| (tag, None)).collect();
    let words = setting.words_for(&asked)?;
    for entry in entries {
        let at = (&entry.moment, entry.line);
        for found in note::each(&entry.note) {
            keep_one(gather, at, &found, trackers.get(&found.id), &words);
        }
        if note::has_words(&entry.note) {
            gather.note(at, &entry.note);
        }
    }
    Ok(())
}

fn keep_one(
    gather: &mut Gather,
    at: (&Moment, u32),
    found: &Found,
    tracker: Option<&Tracker>,
    words: &Words,
) {
    let kind = tracker.and_then(|tracker| tracker.kind.as_deref());
    let numb = words.meaning(&found.id).and_then(|meaning| meaning.numb);
    let numb = numb.filter(|_| found.mark == Mark::Tracker);
    let number = match (found.mark, found.number) {
        (_, Number::Broken) => {
            let words = ("a value that is no number", "correct it in the program");
            return gather.reject(at.1, Some(&found.id), words);
        }
        (Mark::Person, _) => return gather.event(at, &format!("@{}", found.id)),
        (Mark::Context, _) => return gather.event(at, &found.id),
        (Mark::Tracker, Number::None) => {
            if let Some((item, numb)) = numb_item("nomie_tag").zip(numb) {
                gather.answer(at, &item, f64::from(u8::from(numb)));
            }
            return gather.event(at, &found.id);
        }
        (Mark::Tracker, Number::Plain(seconds)) if kind == Some("timer") => (seconds / 60.0, true),
        (Mark::Tracker, Number::Plain(number)) => (number, false),
        (Mark::Tracker, Number::Seconds(seconds)) => (seconds / 60.0, true),
    };
    let item = match number {
        (_, true) => open_item(&plain_id(APP, &format!("{} minutes", found.id))),
        _ => tracker_item(&found.id, tracker, numb == Some(true)),
    };
    if let Some(item) = item {
        gather.answer(at, &item, number.0);
    }
}

/// A tracker on its scale is numbness only where the person says so; any other is a candidate.
fn tracker_item(tag: &str, tracker: Option<&Tracker>, is_numb: bool) -> Option<Item> {
    let ends = tracker.and_then(Tracker::ends).filter(|_| is_numb);
    let Some((min, max)) = ends else {
        return open_item(&plain_id(APP, tag));
    };
    let scale = ResponseScale::line(min, max).ok()?;
    // A name says what an item is: one that changed would refuse the next file.
    let id = plain_id("nomie_as_numb", &format!("{tag} {min} {max}"));
    Some(Item {
        role: Role::Outcome(Polarity::HigherIsMoreNumb),
        ..item(&id, scale, Window::Momentary)?
    })
}
