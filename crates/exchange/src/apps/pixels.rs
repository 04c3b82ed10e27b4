//! Reads a back-up of Pixels, the year of coloured days. Refuses to read a day in the middle as numb:
//! only a tag can say so, and only once the person said what it means.

use std::collections::BTreeMap;
use std::io::Read;

use record::{Moment, ResponseScale, Window};
use serde::Deserialize;
use serde_json::Value;

use super::gather::{Gather, item};
use super::importer::{Importer, Way};
use super::plain::plain;
use super::walk::{Walker, Want, shape, walk};
use super::words::{looks_numb, numb_of_day_item};
use super::{AppFileError, Setting, when};

const APP: &str = "pixels";
/// Most days of a file; a life has fewer.
const DAYS_MAX: usize = 60_000;
/// Most bytes of own words that are held while the meaning of tags is not known.
const WORDS_BYTES_MAX: usize = 48 << 20;

/// A back-up.
pub(super) const JSON: Importer = Importer {
    word: APP,
    app: APP,
    has_words: true,
    way: Way::Text {
        is_it: |head| head.is_list() && head.has_keys(&["date", "scores", "tags"]),
        read,
    },
};

#[derive(Deserialize)]
struct Pixel {
    date: String,
    #[serde(rename = "type", default)]
    kind: Option<String>,
    #[serde(default)]
    scores: Vec<f64>,
    #[serde(default)]
    notes: Option<String>,
    #[serde(default)]
    tags: Vec<Tags>,
}

#[derive(Deserialize)]
struct Tags {
    #[serde(default)]
    entries: Vec<String>,
}

/// A day as it is held.
struct Day {
    noon: Moment,
    line: u32,
    mood: Option<f64>,
    note: String,
    tags: Vec<String>,
}

/// Days so far.
struct Days<'g> {
    gather: &'g mut Gather,
    setting: &'g Setting,
    n: u32,
    n_bytes: usize,
    days: Vec<Day>,
    is_too_much: bool,
}

fn read(reader: &mut dyn Read, setting: &Setting, gather: &mut Gather) -> Result<(), AppFileError> {
    let mut days = Days {
        gather,
        setting,
        n: 0,
        n_bytes: 0,
        days: Vec::new(),
        is_too_much: false,
    };
    let walked = walk(reader, &mut days);
    if days.is_too_much {
        return Err(AppFileError::TooMuch("days"));
    }
    walked?;
    let days = std::mem::take(&mut days.days);
    keep(days, setting, gather)
}

impl Walker for Days<'_> {
    fn want(&mut self, place: &str) -> Want {
        match place {
            "" => Want::Enter,
            "[]" if self.is_too_much => Want::Stop,
            "[]" => Want::Take,
            _ => Want::Skip,
        }
    }

    fn take(&mut self, _place: &str, part: Value) {
        self.n = self.n.saturating_add(1);
        self.gather.ledger.n_rows += 1;
        let (line, pixel) = (self.n, shape::<Pixel>(part));
        let dated = pixel.and_then(|pixel| {
            let day = when::date(&pixel.date)?;
            Some((day.at(12, 0, &self.setting.zone).ok()?, pixel))
        });
        let Some((noon, pixel)) = dated else {
            let words = (
                "no date, or another shape",
                "nothing to do: the rest is taken",
            );
            return self.gather.reject(line, None, words);
        };
        let kind = pixel.kind.as_deref().unwrap_or("Mood");
        if kind != "Mood" {
            return self.gather.unknown(kind);
        }
        if !self.gather.is_first(&["day", &noon.wall_clock()]) {
            let words = ("a day that stands twice", "the first one was taken");
            return self.gather.reject(line, Some("date"), words);
        }
        let day = self.day(noon, line, pixel);
        let n_bytes = day.note.len() + day.tags.iter().map(|tag| tag.len() + 24).sum::<usize>();
        self.n_bytes += n_bytes;
        if self.days.len() >= DAYS_MAX || self.n_bytes > WORDS_BYTES_MAX {
            self.is_too_much = true;
            return;
        }
        self.days.push(day);
    }
}

impl Days<'_> {
    fn day(&mut self, noon: Moment, line: u32, pixel: Pixel) -> Day {
        let is_score = |score: &f64| (1.0..=5.0).contains(score) && score.fract() == 0.0;
        let n_scores = pixel.scores.len();
        let mood = if pixel.scores.iter().all(is_score) {
            // A day is cut into parts without clocks: the day as a whole is their mean.
            let sum: f64 = pixel.scores.iter().sum();
            #[allow(clippy::cast_precision_loss)] // A part of a mebibyte has fewer scores.
            (n_scores > 0).then(|| sum / n_scores as f64)
        } else {
            let words = ("a score that is not 1 to 5", "correct it in the program");
            self.gather.reject(line, Some("scores"), words);
            None
        };
        let tags = pixel.tags.into_iter().flat_map(|tags| tags.entries);
        let tags = tags
            .map(|tag| tag.trim().to_owned())
            .filter(|tag| !tag.is_empty());
        Day {
            noon,
            line,
            mood,
            note: plain(pixel.notes.as_deref().unwrap_or_default()),
            tags: tags.collect(),
        }
    }
}

/// Keeps days once every tag that may say numb has a meaning.
fn keep(days: Vec<Day>, setting: &Setting, gather: &mut Gather) -> Result<(), AppFileError> {
    let tags = days.iter().flat_map(|day| &day.tags);
    let asked = tags.filter(|tag| looks_numb(tag));
    let asked: BTreeMap<String, Option<u8>> = asked.map(|tag| (tag.clone(), None)).collect();
    let words = setting.words_for(&asked)?;
    let scale = ResponseScale::Line { min: 1.0, max: 5.0 };
    let mood = item("pixels_mood", scale, Window::Daily);
    for day in days {
        let at = (&day.noon, day.line);
        if let Some((item, level)) = mood.as_ref().zip(day.mood) {
            gather.of_day(at, item, level);
        }
        let said = (day.tags.iter()).filter_map(|tag| words.meaning(tag)?.numb);
        // One word for numb is enough for a day.
        if let Some((item, numb)) = numb_of_day_item(APP).zip(said.max()) {
            gather.of_day(at, &item, f64::from(u8::from(numb)));
        }
        for tag in &day.tags {
            gather.event(at, tag);
        }
        gather.note(at, &day.note);
    }
    Ok(())
}
