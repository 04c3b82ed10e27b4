//! What was said, in words and as entries of the JSON document. Refuses to soften: what is taken
//! back stays visible with both days.

use finding::said::{AtLook, Claim};
use finding::{Answer, Question};
use record::{LocalDay, Said};
use serde::Serialize;

use super::history::{self, Entry, Why};
use super::{Found, beside, by_lot, sentences};
use crate::{App, Trouble, dates, text, text_with};

/// Something that was said, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidView {
    /// The sentence with its days.
    pub line: String,
    /// It was taken back.
    pub is_taken_back: bool,
    /// As the form sends it that removes the line; `None` while it stands.
    pub remove: Option<String>,
}

/// One entry of `said` in the JSON document.
#[derive(Serialize)]
pub struct SaidPart {
    pub question: String,
    pub about: String,
    pub direction: &'static str,
    pub claim: String,
    pub estimate: f64,
    pub low: f64,
    pub high: f64,
    pub unit: &'static str,
    pub look_day: String,
    pub first_shown: String,
    pub state: &'static str,
    pub taken_back_on: Option<String>,
    pub reason: Option<&'static str>,
    pub method: String,
    pub method_version: String,
}

/// A claim as it is kept.
pub fn of(claim: &Claim, sentence: String, today: LocalDay) -> Said {
    Said {
        question: claim.question.name().to_owned(),
        about: history::about(&claim.about),
        is_up: claim.is_up,
        span: claim.span,
        sentence,
        size: (claim.size.estimate, claim.size.low, claim.size.high),
        look_day: claim.look_day,
        shown_on: today,
        taken_back_on: None,
        method: (claim.method.to_owned(), claim.method_version.to_owned()),
    }
}

/// The sentence of a claim of a look.
pub fn at_look(claim: &Claim, at: AtLook<'_>) -> String {
    let found = match claim.question {
        Question::Course => at.course.finding().and_then(|course| {
            let is_it = |c: &&finding::course::Change| c.day == claim.day;
            course.changes.iter().find(is_it).map(sentences::changed)
        }),
        Question::Triggers => at.triggers.finding().and_then(|triggers| {
            let mut claims = triggers.claims();
            claims
                .find(|t| is_about(claim, &t.subject, t.lag))
                .map(beside::trigger)
        }),
        Question::Flickers => at.flickers.finding().and_then(|flickers| {
            let mut claims = flickers.claims();
            claims
                .find(|t| is_about(claim, &t.subject, t.lag))
                .map(beside::flicker)
        }),
        Question::MedicationChange => at.medication_change.finding().and_then(|medicine| {
            let mut effects = medicine.effects.iter();
            effects
                .find(|e| e.is_claim() && e.change.first_day() == Some(claim.day))
                .map(beside::medicine)
        }),
        Question::Now
        | Question::StrategyEffect
        | Question::PatternChange
        | Question::BeingAsked => None,
    };
    found.unwrap_or_default()
}

fn is_about(claim: &Claim, subject: &series::Subject, lag: finding::triggers::Lag) -> bool {
    let (subject, lag) = (subject.clone(), lag);
    claim.about == finding::said::About::Candidate { subject, lag }
}

/// The sentence of a claim that is not made at looks.
pub fn by_day(claim: &Claim, found: &Found) -> String {
    match (
        claim.question,
        &*found.strategy_effect,
        &*found.pattern_change,
    ) {
        (Question::StrategyEffect, Answer::Finding(effect, _), _) => effect
            .tried
            .iter()
            .find(|tried| tried.is_claim() && tried.trial.begins == claim.span.0)
            .map(by_lot::tried),
        (Question::PatternChange, _, Answer::Finding(pattern, _)) => pattern
            .alarms
            .iter()
            .find(|alarm| alarm.day == claim.day)
            .map(|alarm| beside::alarm_line(pattern, alarm)),
        (Question::BeingAsked, _, _) => found.being_asked.finding().map(by_lot::asked_line),
        _ => None,
    }
    .unwrap_or_default()
}

/// What was said about one question, oldest first.
pub fn views(entries: &[Entry], question: &str, look_day: Option<LocalDay>) -> Vec<SaidView> {
    let of_question = entries.iter().filter(|e| e.said.question == question);
    of_question
        .map(|entry| SaidView {
            line: line(entry, look_day),
            is_taken_back: entry.back.is_some(),
            remove: entry.back.map(|_| name(&entry.said)),
        })
        .collect()
}

fn line(entry: &Entry, look_day: Option<LocalDay>) -> String {
    let said = &entry.said;
    let back = said.taken_back_on.map(dates::with_year);
    let values = [
        ("day", dates::with_year(said.look_day).into()),
        ("sentence", said.sentence.clone().into()),
        ("back", back.unwrap_or_default().into()),
    ];
    let is_first = look_day == Some(said.look_day) || !is_of_looks(&said.question);
    let id = match entry.back {
        None if is_first && entry.is_current => "said-first",
        None => "said-holds",
        Some(Why::LaterLook) => "said-back-later",
        Some(Why::RecordChanged) => "said-back-record",
        Some(Why::MethodChanged) => "said-back-method",
    };
    text_with(id, &values)
}

/// Whether a question is asked at looks.
fn is_of_looks(question: &str) -> bool {
    [
        Question::Course,
        Question::Triggers,
        Question::Flickers,
        Question::MedicationChange,
    ]
    .iter()
    .any(|of_looks| of_looks.name() == question)
}

/// What tells one entry from all others, for the form that removes it.
fn name(said: &Said) -> String {
    let (from, look) = (said.span.0, said.look_day);
    format!(
        "{} {look} {from} {} {}",
        said.question, said.is_up, said.about
    )
}

/// The entries of the JSON document, of the questions that are shown.
pub fn parts(entries: &[Entry], is_shown: impl Fn(&str) -> bool) -> Vec<SaidPart> {
    let shown = entries
        .iter()
        .filter(|entry| is_shown(&entry.said.question));
    shown.map(part).collect()
}

fn part(entry: &Entry) -> SaidPart {
    let said = &entry.said;
    let (estimate, low, high) = said.size;
    let unit = match said.question.as_str() {
        "flickers" => super::document::ODDS,
        "pattern_change" => "standard deviations",
        _ => super::document::UNIT,
    };
    SaidPart {
        question: said.question.clone(),
        about: said.about.clone(),
        direction: if said.is_up { "up" } else { "down" },
        claim: said.sentence.clone(),
        estimate,
        low,
        high,
        unit,
        look_day: said.look_day.to_string(),
        first_shown: said.shown_on.to_string(),
        state: if entry.back.is_some() {
            "taken_back"
        } else {
            "stands"
        },
        taken_back_on: said.taken_back_on.map(|day| day.to_string()),
        reason: entry.back.map(Why::name),
        method: said.method.0.clone(),
        method_version: said.method.1.clone(),
    }
}

impl App {
    /// Everything that was said, with what became of it. What is new is kept with the next entry,
    /// or when the record is locked: looking at a page writes nothing.
    pub(crate) fn history(&mut self, found: &Found) -> Result<Vec<Entry>, Trouble> {
        let today = self.today_date()?;
        let past = self.past_looks(found)?;
        let record = self.known()?.record.clone();
        let entries = history::of(found, &past, &record, today);
        let new = entries.iter().filter(|entry| entry.is_new);
        self.opened()?.unsaid = new.map(|entry| entry.said.clone()).collect();
        Ok(entries)
    }

    /// Removes a line about something that was taken back, for good. One that is not there stays
    /// so.
    ///
    /// # Errors
    /// [`Trouble`] when it still stands, or the disk refuses; then nothing was changed.
    pub fn remove_said(&mut self, line: &str) -> Result<(), Trouble> {
        self.settle()?;
        let found = self.found()?;
        let entries = self.history(&found)?;
        let Some(entry) = entries.iter().find(|entry| name(&entry.said) == line) else {
            return Ok(());
        };
        if entry.back.is_none() {
            return Err(Trouble::input(
                text("said-stands-yet"),
                text("said-stands-hint"),
            ));
        }
        self.settle()?;
        let open = self.opened()?;
        open.store.forget_said(&entry.said)?;
        open.forget();
        Ok(())
    }
}
