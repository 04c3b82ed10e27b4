//! What forms send, as plain text. Refuses to judge it: the app does.

mod backup;
mod look;

use axum::body::{Body, to_bytes};
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use serde::Deserialize;
use serde::de::DeserializeOwned;

pub use backup::{BackupSchedule, LockAfter, NewPassphrase, Recover, SheetKey};
pub use look::Look;

/// Longest form that is taken, in bytes.
pub const BYTES_MAX: usize = 2 << 20;
/// Longest form that is read to its end, so that the browser hears why it was not taken.
pub const BYTES_READ_MAX: usize = 32 << 20;

/// A form as the browser sent it. Text that is not in UTF-8 is refused, not guessed at.
pub struct Form<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Form<T> {
    type Rejection = StatusCode;

    async fn from_request(request: Request, state: &S) -> Result<Self, StatusCode> {
        let (parts, body) = request.into_parts();
        let bytes = to_bytes(body, BYTES_READ_MAX)
            .await
            .map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
        if bytes.len() > BYTES_MAX {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        if std::str::from_utf8(&unescaped(&bytes)).is_err() {
            return Err(StatusCode::BAD_REQUEST);
        }
        let whole = Request::from_parts(parts, Body::from(bytes));
        axum::extract::Form::from_request(whole, state)
            .await
            .map(|axum::extract::Form(form)| Self(form))
            .map_err(|rejection| rejection.status())
    }
}

/// The bytes of a form with `%41` and the like turned back into what they stand for.
fn unescaped(form: &[u8]) -> Vec<u8> {
    let digit = |byte: Option<&u8>| byte.and_then(|b| char::from(*b).to_digit(16));
    let mut bytes = Vec::with_capacity(form.len());
    let mut rest = form;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        let pair = digit(after.first()).zip(digit(after.get(1)));
        match pair.filter(|_| *first == b'%') {
            Some((high, low)) => {
                bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                rest = after.get(2..).unwrap_or_default();
            }
            None => bytes.push(*first),
        }
    }
    bytes
}

/// A start link.
#[derive(Debug, Deserialize)]
pub struct Start {
    /// The token.
    #[serde(default)]
    pub k: String,
}

/// What is being written.
#[derive(Deserialize)]
pub struct Typed {
    /// Address of the page.
    #[serde(default)]
    pub page: String,
    /// Its fields, as the page tells them apart.
    #[serde(default)]
    pub fields: String,
}

/// The passphrase.
#[derive(Deserialize)]
pub struct Unlock {
    /// As typed.
    #[serde(default)]
    pub passphrase: String,
}

/// A language to be spoken to in.
#[derive(Deserialize)]
pub struct Language {
    /// Its tag.
    #[serde(default)]
    pub language: String,
    /// The page that it was chosen on: `outside` or the one of the data.
    #[serde(default)]
    pub from: String,
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
    /// `day`, `events`, `medicines`, `plan`: return to that page; else to Today.
    #[serde(default)]
    pub from: String,
}

/// Something suspected, to be named or dropped; or a line about what was said, to be removed.
#[derive(Deserialize)]
pub struct Suspect {
    /// The name of what is followed, or what tells the line from all others.
    pub name: String,
}

/// Which country comes first on the Help page.
#[derive(Deserialize)]
pub struct Country {
    /// Two letters; empty: none any more.
    #[serde(default)]
    pub country: String,
    /// `yes`: the page for the young comes next.
    #[serde(default)]
    pub young: String,
}

/// Which page is to show its pictures.
#[derive(Deserialize)]
pub struct Show {
    /// `answers`; else Time.
    #[serde(default)]
    pub page: String,
}

/// A step on the way to an experiment.
#[derive(Deserialize)]
pub struct Step {
    /// Which step.
    pub step: String,
    /// What was chosen.
    #[serde(default)]
    pub value: String,
    /// What else begins in the same plan.
    #[serde(default)]
    pub second: String,
    /// And a third.
    #[serde(default)]
    pub third: String,
}

/// Whether something was done on a day of an experiment.
#[derive(Deserialize)]
pub struct OfDay {
    /// The experiment's key.
    pub key: String,
    /// The day.
    pub day: String,
    /// `yes` or `no`.
    pub done: String,
}

/// An experiment by its key.
#[derive(Deserialize)]
pub struct ByKey {
    /// Its key.
    pub key: String,
}

/// A yes or a stop to days without questions.
#[derive(Deserialize)]
pub struct QuietDays {
    /// `begin` or `stop`.
    #[serde(default)]
    pub choice: String,
    /// Key of what is begun.
    #[serde(default)]
    pub key: String,
}

/// How often Today asks, or whether pictures are shown.
#[derive(Deserialize)]
pub struct Pace {
    /// What the pressed button stands for.
    #[serde(default)]
    pub choice: String,
    /// `today`: return to Today.
    #[serde(default)]
    pub from: String,
}

/// When to be asked, as typed.
#[derive(Deserialize)]
pub struct Times {
    /// How often.
    #[serde(default)]
    pub mode: String,
    /// First window.
    #[serde(default)]
    pub early_from: String,
    /// Its end.
    #[serde(default)]
    pub early_to: String,
    /// Second window.
    #[serde(default)]
    pub late_from: String,
    /// Its end.
    #[serde(default)]
    pub late_to: String,
    /// Quiet hours; empty: none.
    #[serde(default)]
    pub quiet_from: String,
    /// Their end.
    #[serde(default)]
    pub quiet_to: String,
}

/// One page of a guided session.
#[derive(Deserialize)]
pub struct SessionStep {
    /// The step, from 1; empty: the rating after.
    #[serde(default)]
    pub step: String,
    /// `next`, `back` or `stop`.
    #[serde(default)]
    pub go: String,
    /// A rating, `skip` or empty.
    #[serde(default)]
    pub rating: String,
}

/// A line of the safety plan.
#[derive(Deserialize)]
pub struct PlanLine {
    /// Its key.
    pub key: String,
    /// The part it belongs to.
    #[serde(default)]
    pub part: String,
    /// The line in whose place it comes; empty: a further line.
    #[serde(default)]
    pub instead_of: String,
    /// What it says.
    #[serde(default)]
    pub words: String,
}

/// What is said of a questionnaire before it is kept.
#[derive(Deserialize)]
pub struct KeepQuestionnaire {
    /// `yes`: the person may use it.
    pub may_use: Option<String>,
    /// Which published one it is; empty: none.
    #[serde(default)]
    pub instrument: String,
    /// The question about harming oneself; empty: none.
    #[serde(default)]
    pub safety_item: String,
}

/// A line of the safety plan, by its key.
#[derive(Deserialize)]
pub struct PlanKey {
    /// Its key.
    pub key: String,
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

/// What notes are looked for by.
#[derive(Deserialize)]
pub struct Search {
    /// As typed; empty for nothing.
    #[serde(default)]
    pub words: String,
}

/// Something that was taken out.
#[derive(Deserialize)]
pub struct Removed {
    /// A key, the name of a file's step, or `all`.
    #[serde(default)]
    pub id: String,
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

/// Whether the questions about safety may be asked.
#[derive(Deserialize)]
pub struct Agree {
    /// `yes`, `no` or `forget`.
    #[serde(default)]
    pub choice: String,
}

/// Something about a medicine.
#[derive(Deserialize)]
pub struct Medicine {
    /// Its key.
    pub key: String,
    /// The medicine.
    #[serde(default)]
    pub medicine: String,
    /// The daily dose.
    #[serde(default)]
    pub amount: String,
    /// Its unit.
    #[serde(default)]
    pub unit: String,
    /// The day.
    #[serde(default)]
    pub day: String,
    /// `yes`: the prescriber made the plan.
    #[serde(default)]
    pub confirmed: String,
    /// The step of a plan.
    #[serde(default)]
    pub step: String,
}

impl From<Event> for app::NewEvent {
    fn from(form: Event) -> Self {
        Self {
            key: form.key,
            day: form.at,
            label: form.label,
            clock: form.clock,
            until: form.until,
            is_sensitive: form.sensitive == "yes",
        }
    }
}

impl From<Medicine> for app::MedicineForm {
    fn from(form: Medicine) -> Self {
        Self {
            key: form.key,
            medicine: form.medicine,
            amount: form.amount,
            unit: form.unit,
            day: form.day,
            confirmed: form.confirmed,
            step: form.step,
        }
    }
}

/// Time with somebody.
#[derive(Deserialize)]
pub struct Contact {
    /// Its key.
    pub key: String,
    /// The day.
    #[serde(default)]
    pub at: String,
    /// With whom.
    #[serde(default)]
    pub with: String,
    /// 0-100, or empty.
    #[serde(default)]
    pub heard: String,
}
