//! What forms send, as plain text. Refuses to judge it: the app does.

use serde::Deserialize;

/// A start link.
#[derive(Debug, Deserialize)]
pub struct Start {
    /// The token.
    #[serde(default)]
    pub k: String,
}

/// The passphrase.
#[derive(Deserialize)]
pub struct Unlock {
    /// As typed.
    #[serde(default)]
    pub passphrase: String,
}

/// How the record is to be locked.
#[derive(Deserialize)]
pub struct Key {
    /// As typed.
    #[serde(default)]
    pub passphrase: String,
    /// Typed a second time.
    #[serde(default)]
    pub again: String,
    /// `passphrase` or `computer`.
    #[serde(default)]
    pub choice: String,
}

/// An answer to the question about the line.
#[derive(Deserialize)]
pub struct Line {
    /// 0-100, or empty for skip.
    #[serde(default)]
    pub value: String,
}

/// One answer of the check-in.
#[derive(Deserialize)]
pub struct Answer {
    /// The occasion's key.
    pub key: String,
    /// The item answered.
    pub item: String,
    /// A number, `skip` or `stop`.
    #[serde(default)]
    pub value: String,
    /// `keyboard`, `pointer` or `unknown`.
    #[serde(default)]
    pub device: String,
    /// Milliseconds, or empty.
    #[serde(default)]
    pub latency: String,
}

/// A flicker.
#[derive(Deserialize)]
pub struct Flicker {
    /// Its key.
    pub key: String,
    /// `trace` or `clear`.
    #[serde(default)]
    pub strength: String,
    /// A word from the list, or empty.
    #[serde(default)]
    pub word: String,
}

/// A note.
#[derive(Deserialize)]
pub struct Note {
    /// Its key.
    pub key: String,
    /// The words.
    #[serde(default)]
    pub words: String,
    /// The day it belongs to; empty for now.
    #[serde(default)]
    pub at: String,
}

/// Taking a fact out, or putting it back.
#[derive(Deserialize)]
pub struct Undo {
    /// Its key.
    pub key: String,
    /// `yes`: put it back.
    #[serde(default)]
    pub back: String,
    /// `day`: return to the day.
    #[serde(default)]
    pub from: String,
}

/// Which stretch of time to look at.
#[derive(Deserialize)]
pub struct Look {
    /// `week`, `month`, `year`, `all`; empty: as before.
    #[serde(default)]
    pub range: String,
    /// A day in it; empty: as before.
    #[serde(default)]
    pub at: String,
}

/// A check-in from memory.
#[derive(Deserialize, Default)]
pub struct Recall {
    /// Its key.
    pub key: String,
    /// The day.
    pub at: String,
    /// Clock on the wall, HH:MM.
    #[serde(default)]
    pub clock: String,
    /// 0-100.
    #[serde(default)]
    pub value: String,
}

/// Something that happened.
#[derive(Deserialize, Default)]
pub struct Event {
    /// Its key.
    pub key: String,
    /// The day.
    pub at: String,
    /// What happened.
    #[serde(default)]
    pub label: String,
    /// Clock on the wall, or empty.
    #[serde(default)]
    pub clock: String,
    /// Last day, or empty.
    #[serde(default)]
    pub until: String,
    /// `yes`: sensitive.
    #[serde(default)]
    pub sensitive: String,
}

/// A night.
#[derive(Deserialize)]
pub struct Sleep {
    /// Its key.
    pub key: String,
    /// The day of waking up.
    pub at: String,
    /// Tried to sleep, HH:MM.
    #[serde(default)]
    pub from: String,
    /// Woke up, HH:MM.
    #[serde(default)]
    pub to: String,
    /// Minutes awake in between, or empty.
    #[serde(default)]
    pub awake: String,
}
