//! Reads events of mindLAMP: answers of surveys, journals and sleep. Refuses to take the moves of a
//! game for answers, and to guess which end of a sleep a time is.

use std::io::Read;

use record::Moment;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::gather::{Gather, open_item, plain_id};
use super::importer::{Importer, Way};
use super::night::{Nights, Phase};
use super::walk::{Walker, Want, shape, walk, want_lists};
use super::when;
use super::{AppFileError, Setting};

const APP: &str = "mindlamp";

/// Events of activities and of sensors, in one list or in several.
pub(super) const JSON: Importer = Importer {
    word: "mindlamp",
    app: APP,
    has_words: false,
    way: Way::Text {
        is_it: |head| {
            head.has_keys(&["temporal_slices", "timestamp"])
                || (head.has_keys(&["sensor", "timestamp", "data"]) && head.holds("\"lamp."))
        },
        read,
    },
};

/// Most pieces of sleep of a file.
const SLEEPS_MAX: usize = 500_000;
/// What is longer than this many letters is a text and no answer of a list.
const WORDS_MAX: usize = 80;

fn read(reader: &mut dyn Read, setting: &Setting, gather: &mut Gather) -> Result<(), AppFileError> {
    let mut export = Export {
        gather,
        setting,
        line: 0,
        nights: Nights::default(),
        sleeps: Vec::new(),
    };
    walk(reader, &mut export)?;
    export.finish();
    Ok(())
}

/// A piece of sleep, with the one time that is told of it.
#[derive(Debug, Clone, Copy)]
struct Piece {
    source: u32,
    at: i64,
    seconds: i64,
    phase: Phase,
    line: u32,
}

/// What was read so far.
struct Export<'g> {
    gather: &'g mut Gather,
    setting: &'g Setting,
    line: u32,
    nights: Nights,
    sleeps: Vec<Piece>,
}

impl Walker for Export<'_> {
    fn want(&mut self, place: &str) -> Want {
        want_lists(place)
    }

    fn take(&mut self, _: &str, part: Value) {
        self.line = self.line.saturating_add(1);
        self.gather.ledger.n_rows += 1;
        if self.event(part).is_none() {
            let words = (
                "a time or value that cannot be",
                "nothing to do: the rest is taken",
            );
            self.gather.reject(self.line, None, words);
        }
    }
}

#[derive(Deserialize)]
struct Activity {
    timestamp: f64,
    #[serde(default)]
    activity: Value,
    #[serde(default)]
    static_data: Option<Map<String, Value>>,
    #[serde(default)]
    temporal_slices: Option<Vec<Map<String, Value>>>,
}

#[derive(Deserialize)]
struct Sensor {
    timestamp: f64,
    sensor: String,
    #[serde(default)]
    data: Option<Map<String, Value>>,
}

/// Seconds since 1970, of milliseconds or whatever else was counted.
fn seconds(timestamp: f64) -> Option<i64> {
    #[allow(clippy::cast_possible_truncation)] // What is too large for it is no time.
    when::epoch(timestamp as i64)
}

impl Export<'_> {
    fn event(&mut self, part: Value) -> Option<()> {
        let has = |name: &str| part.get(name).is_some();
        if has("temporal_slices") || (has("static_data") && has("timestamp")) {
            let activity: Activity = shape(part)?;
            return self.activity(&activity);
        }
        if has("sensor") && has("timestamp") {
            let sensor: Sensor = shape(part)?;
            return self.sensor(&sensor);
        }
        let kind = if has("spec") {
            "activities that were planned"
        } else {
            "other entries"
        };
        self.gather.unknown(kind);
        Some(())
    }

    fn activity(&mut self, event: &Activity) -> Option<()> {
        let at = seconds(event.timestamp)?;
        let moment = Moment::from_unix_seconds(at, &self.setting.zone).ok()?;
        let activity = event.activity.to_string();
        if !self
            .gather
            .is_first(&["activity", &event.timestamp.to_string(), &activity])
        {
            self.gather.unknown("entries that stand twice");
            return Some(());
        }
        let text = event.static_data.as_ref().and_then(|data| data.get("text"));
        if let Some(text) = text.and_then(Value::as_str) {
            self.gather.note((&moment, self.line), text);
            return Some(());
        }
        let slices = event.temporal_slices.as_deref().unwrap_or_default();
        if slices.is_empty() {
            self.gather.unknown("activities without answers");
        }
        for slice in slices {
            self.slice(slice, &moment);
        }
        Some(())
    }

    /// One answer. A question has words, and no level of a game.
    fn slice(&mut self, slice: &Map<String, Value>, moment: &Moment) {
        let is_empty = |name: &str| slice.get(name).is_none_or(Value::is_null);
        let question = slice.get("item").and_then(Value::as_str).map(str::trim);
        let question = question.filter(|words| words.contains(char::is_alphabetic));
        let (Some(question), true, true) = (question, is_empty("level"), is_empty("type")) else {
            return self.gather.unknown("moves of a game");
        };
        match slice.get("value") {
            None | Some(Value::Null) => self.gather.unknown("questions without an answer"),
            Some(Value::Array(answers)) => {
                for answer in answers {
                    self.answer(question, answer, moment);
                }
            }
            Some(answer) => self.answer(question, answer, moment),
        }
    }

    fn answer(&mut self, question: &str, answer: &Value, moment: &Moment) {
        let at = (moment, self.line);
        let text = match answer {
            Value::String(text) => text.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Bool(is_so) => is_so.to_string(),
            _ => return self.gather.unknown("answers of another shape"),
        };
        if matches!(text.as_str(), "" | "null" | "NULL") {
            return self.gather.unknown("questions without an answer");
        }
        let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
        let item = open_item(&plain_id(APP, question));
        if let (Some(number), Some(item)) = (number, item) {
            return self.gather.answer(at, &item, number);
        }
        let words = format!("{question}: {text}");
        let is_text = text.contains('\n') || text.chars().count() > WORDS_MAX;
        if is_text || words.chars().count() > 200 {
            self.gather.note(at, &words);
        } else {
            self.gather.event(at, &words);
        }
    }

    fn sensor(&mut self, event: &Sensor) -> Option<()> {
        if event.sensor != "lamp.sleep" {
            self.gather.unknown(&event.sensor);
            return Some(());
        }
        let data = event.data.as_ref()?;
        let word = data.get("representation").and_then(Value::as_str);
        let phase = match word.unwrap_or_default() {
            "in_bed" => Phase::InBed,
            "in_sleep" => Phase::Asleep,
            "in_awake" => Phase::Awake,
            _ => {
                self.gather.unknown("sleep of another kind");
                return Some(());
            }
        };
        let millis = data.get("duration").and_then(Value::as_f64)?;
        #[allow(clippy::cast_possible_truncation)] // At most a day.
        let lasts = (1000.0..=86_400_000.0)
            .contains(&millis)
            .then_some((millis / 1000.0).round() as i64)?;
        let source = data.get("source").and_then(Value::as_str);
        let piece = Piece {
            source: self.nights.source(source.unwrap_or_default()),
            at: seconds(event.timestamp)?,
            seconds: lasts,
            phase,
            line: self.line,
        };
        if self.sleeps.len() < SLEEPS_MAX {
            self.sleeps.push(piece);
        }
        Some(())
    }

    fn finish(mut self) {
        let sleeps = std::mem::take(&mut self.sleeps);
        let Some(is_end) = is_end(&sleeps) else {
            let n = sleeps.len() as u64;
            let kind = "pieces of sleep whose beginning is not certain";
            return self.gather.unknown_times(kind, n);
        };
        for piece in &sleeps {
            let from = if is_end {
                piece.at - piece.seconds
            } else {
                piece.at
            };
            let clock = |seconds: i64| {
                let moment = Moment::from_unix_seconds(seconds, &self.setting.zone).ok()?;
                Some((seconds, moment.offset_seconds()))
            };
            if let (Some(from), Some(to)) = (clock(from), clock(from + piece.seconds)) {
                self.nights
                    .add(piece.source, piece.phase, (from, to), piece.line);
            }
        }
        self.nights.finish(self.gather, &self.setting.zone);
    }
}

/// Says whether the time of a piece of sleep is its end: pieces of a night follow each other without
/// a gap at one of their ends only. `None` where they do not tell.
fn is_end(sleeps: &[Piece]) -> Option<bool> {
    let mut pieces: Vec<(u32, i64, i64)> = (sleeps.iter())
        .filter(|piece| piece.phase != Phase::InBed)
        .map(|piece| (piece.source, piece.at, piece.seconds))
        .collect();
    pieces.sort_unstable();
    let (mut n_starts, mut n_ends) = (0u32, 0u32);
    for (one, next) in pieces.iter().zip(pieces.iter().skip(1)) {
        let ((source, at, seconds), (next_source, next_at, next_seconds)) = (one, next);
        if source == next_source {
            let apart = next_at - at;
            n_starts += u32::from((apart - seconds).abs() <= 1);
            n_ends += u32::from((apart - next_seconds).abs() <= 1);
        }
    }
    match n_starts.cmp(&n_ends) {
        std::cmp::Ordering::Equal => None,
        order => Some(order == std::cmp::Ordering::Less),
    }
}
