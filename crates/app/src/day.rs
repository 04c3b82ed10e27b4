//! One day: everything written on it, and the keys for more.

use record::{FactBody, Form, LocalDay, Response, SamplingPlan, Source};

use crate::check_in::set;
use crate::today::{UndoView, flicker_words};
use crate::write::parse_day;
use crate::{App, Trouble, dates, random, text, text_with, texts};

/// So many days back can be reached before anything is written on them.
const DAYS_BACK: i32 = 366;

/// One day.
#[derive(Debug, Clone, PartialEq)]
pub struct DayView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// The day, YYYY-MM-DD.
    pub at: String,
    /// The day in words.
    pub heading: String,
    /// The day before; `None` at the start of the record.
    pub earlier: Option<String>,
    /// The day after; `None` for today.
    pub later: Option<String>,
    /// Everything written on it, in order of time.
    pub facts: Vec<FactView>,
    /// What was just written or taken out.
    pub undo: Option<UndoView>,
    /// Key of the next check-in from memory.
    pub check_in_key: String,
    /// Its question.
    pub question: String,
    /// The ends of its scale.
    pub question_ends: String,
    /// Key of the next event.
    pub event_key: String,
    /// What can be picked as an event.
    pub event_words: Vec<String>,
    /// Key of the next night.
    pub sleep_key: String,
    /// Key of the next note.
    pub note_key: String,
    /// What was typed and could not be kept.
    pub draft: DayDraft,
    /// The first form is unfolded.
    pub is_open: bool,
}

/// What was typed and could not be kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DayDraft {
    /// Clock on the wall.
    pub clock: String,
    /// Strength of feeling.
    pub value: String,
    /// Name of an event.
    pub label: String,
    /// A note.
    pub words: String,
}

/// One fact in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactView {
    /// Its key.
    pub key: String,
    /// Clock on the wall.
    pub clock: String,
    /// What kind of fact.
    pub what: String,
    /// What it says.
    pub words: String,
    /// How it came here, where that is not by hand at the time.
    pub mark: Option<String>,
}

impl App {
    /// Chooses the day to look at.
    ///
    /// # Errors
    /// [`Trouble`] when the text is not a date or the record is locked.
    pub fn open_day(&mut self, at: &str) -> Result<(), Trouble> {
        let day = parse_day(at)?.min(self.today_date()?);
        self.opened()?.day = Some(day);
        Ok(())
    }

    /// The day that was chosen; today when none was.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn day(&mut self) -> Result<DayView, Trouble> {
        let today = self.today_date()?;
        let record = self.known()?.record.clone();
        let open = self.opened()?;
        let day = open.day.unwrap_or(today);
        let starts = record.profile.day_start;
        let first = record
            .facts()
            .first()
            .map_or(today, |fact| fact.moment.day(starts));
        // Days before the first entry can be written down from memory.
        let oldest = first.min(today.plus_days(-DAYS_BACK));
        let of_day = record
            .facts()
            .iter()
            .filter(|fact| fact.moment.day(starts) == day)
            // A prompt of ours that nobody answered is no entry of the person.
            .filter(|fact| !(fact.is_unanswered() && fact.source == Source::ByHand));
        let item = set()?.item(series::FEELING_STRENGTH);
        Ok(DayView {
            is_example: self.is_example,
            at: day.to_string(),
            heading: dates::long(day),
            earlier: (day > oldest).then(|| day.plus_days(-1).to_string()),
            later: (day < today).then(|| day.plus_days(1).to_string()),
            facts: of_day.map(fact_view).collect(),
            undo: self.opened()?.undo.take(),
            check_in_key: random::new_key(),
            question: text("day-recall-question"),
            question_ends: item
                .map(|i| format!("0: {}. 100: {}.", i.low, i.high))
                .unwrap_or_default(),
            event_key: random::new_key(),
            event_words: event_words()?,
            sleep_key: random::new_key(),
            note_key: random::new_key(),
            draft: DayDraft::default(),
            is_open: false,
        })
    }
}

fn event_words() -> Result<Vec<String>, Trouble> {
    let list = content::events().map_err(|error| Trouble::ours(error.to_string()))?;
    Ok(list.events.iter().map(|event| event.word.clone()).collect())
}

fn fact_view(fact: &record::Fact) -> FactView {
    let (kind, words) = in_words(&fact.body);
    let mark = match (&fact.source, &fact.body) {
        (Source::Import { line, .. }, _) => Some(text_with(
            "mark-import",
            &[("line", line.to_string().into())],
        )),
        (Source::ByHand, FactBody::Occasion(o)) if o.plan == SamplingPlan::Recall => {
            Some(text("mark-recall"))
        }
        _ => None,
    };
    let (clock, what) = (fact.moment.clock(), text(kind));
    FactView {
        key: fact.key.to_string(),
        clock,
        what,
        words,
        mark,
    }
}

pub(crate) fn in_words(body: &FactBody) -> (&'static str, String) {
    match body {
        FactBody::Occasion(occasion) => occasion_in_words(occasion),
        FactBody::Flicker(flicker) => ("fact-flicker", flicker_words(flicker)),
        FactBody::Event(event) => ("fact-event", event_word(event.label.as_str())),
        FactBody::SleepNight(night) => (
            "fact-sleep",
            night.minutes_asleep().map(dates::hours).unwrap_or_default(),
        ),
        FactBody::Activity(activity) => {
            let label = activity
                .label
                .as_ref()
                .map(record::Label::as_str)
                .unwrap_or_default();
            (
                "fact-activity",
                format!("{label} {}", dates::hours(activity.minutes)),
            )
        }
        FactBody::MedicationStatement(statement) => ("fact-dose", dose_words(statement)),
        FactBody::MedicationAdministration(dose) => {
            let name = if dose.is_taken {
                "dose-taken"
            } else {
                "dose-left-out"
            };
            (
                "fact-dose",
                format!("{}: {}", dose.medicine.as_str(), text(name)),
            )
        }
        FactBody::Practice(practice) => {
            ("fact-practice", strategy_word(practice.strategy.as_str()))
        }
        FactBody::Note(note) => ("fact-note", note.text().to_owned()),
        FactBody::Contact(contact) => ("fact-contact", contact_words(contact)),
        FactBody::PlannedDose(plan) => ("fact-planned-dose", planned_words(plan)),
        FactBody::Sheet(sheet) => ("fact-sheet", sheet_words(sheet)),
        FactBody::QuestionnaireResponse(response) => {
            ("fact-questionnaire", response_words(response))
        }
    }
}

/// A check-in with its answers; of another form only that it was filled in, because a day page is
/// easily seen by others.
fn occasion_in_words(occasion: &record::Occasion) -> (&'static str, String) {
    let name = match occasion.form {
        Form::CheckIn => return ("fact-check-in", occasion_words(occasion)),
        Form::Morning => "fact-form-morning",
        Form::Evening => "fact-form-evening",
        Form::Weekly => "fact-form-weekly",
        Form::SelfCheck => "fact-form-self-check",
        Form::Safety => "fact-form-safety",
        Form::ToldByOther => "fact-form-other",
    };
    let n = occasion
        .assessment()
        .map_or(0, record::Assessment::n_answered);
    (name, text_with("form-answers", &[("n", n.into())]))
}

/// The words of an event on our list; else the label itself.
pub(crate) fn event_word(label: &str) -> String {
    let known = content::events().ok().and_then(|list| list.find(label));
    known.map_or_else(|| label.to_owned(), |event| event.word.clone())
}

/// The words of a strategy on our list; else the label itself.
pub(crate) fn strategy_word(label: &str) -> String {
    let set = content::form(Form::Evening).ok();
    let known = set.and_then(|set| set.strategies.iter().find(|s| s.id == label));
    let tried = || {
        let all = content::strategies().unwrap_or_default().iter();
        let tried = all.clone().find(|one| one.practice == label);
        tried.map_or_else(|| label.to_owned(), |one| one.heading.clone())
    };
    known.map_or_else(tried, |strategy| strategy.word.clone())
}

/// `venlafaxine 105 mg`.
pub(crate) fn dose_words(statement: &record::MedicationStatement) -> String {
    let amount = statement.dose.amount();
    format!(
        "{} {amount} {}",
        statement.medicine.as_str(),
        statement.dose.unit.as_str()
    )
}

/// `a friend, heard 60 of 100`.
pub(crate) fn contact_words(contact: &record::Contact) -> String {
    let with = contact.with.as_str();
    match contact.felt_heard() {
        None => with.to_owned(),
        Some(heard) => text_with(
            "contact-heard",
            &[
                ("with", with.into()),
                ("heard", texts::points(heard).into()),
            ],
        ),
    }
}

/// Which sheet it is and how much was written, because a day page is easily seen by others.
fn sheet_words(sheet: &record::Sheet) -> String {
    text_with("fact-sheet-fields", &[("n", sheet.lines().len().into())])
}

/// How many questions were answered, and no more: a day page is easily seen by others.
fn response_words(response: &record::QuestionnaireResponse) -> String {
    let answered = response.answers().iter();
    let n = answered.filter(|answer| !answer.values.is_empty()).count();
    let name = if response.is_complete {
        "form-answers"
    } else {
        "form-answers-so-far"
    };
    text_with(name, &[("n", n.into())])
}

/// `venlafaxine 75 mg from 2 Mar 2026`.
fn planned_words(plan: &record::PlannedDose) -> String {
    let dose = format!(
        "{} {} {}",
        plan.medicine.as_str(),
        plan.dose.amount(),
        plan.dose.unit.as_str()
    );
    let day = dates::with_year(plan.from);
    text_with(
        "planned-from",
        &[("dose", dose.into()), ("day", day.into())],
    )
}

fn occasion_words(occasion: &record::Occasion) -> String {
    let Some(assessment) = occasion.assessment() else {
        return text("occasion-unanswered");
    };
    let set = content::check_in().ok();
    let said = assessment.responses().iter().filter_map(|response| {
        let words = set.and_then(|s| s.item(response.item.as_str()));
        let name = words.map_or_else(|| response.item.to_string(), |w| w.question.clone());
        match response.response {
            Response::Value(value) => {
                let step = words.and_then(|w| {
                    w.steps.iter().enumerate().find_map(|(idx, step)| {
                        (texts::points(value) == idx.to_string()).then(|| step.clone())
                    })
                });
                Some(format!(
                    "{name} {}",
                    step.unwrap_or_else(|| value.to_string())
                ))
            }
            Response::Skipped | Response::NotAsked => None,
        }
    });
    said.collect::<Vec<_>>().join(" · ")
}

/// The last day with anything written on it, not after `today`.
pub(crate) fn last_day(record: &record::Record, today: LocalDay) -> Option<LocalDay> {
    let starts = record.profile.day_start;
    record
        .facts()
        .iter()
        .rev()
        .filter(|fact| !fact.is_unanswered())
        .map(|fact| fact.moment.day(starts))
        .find(|day| *day <= today)
}
