//! The page to take to a prescriber: what is taken, what changed, what the notes show, and what to
//! ask. Refuses to conclude: its questions are open, and its answer is the one of Answers.

use content::rules::Hides;
use record::{LocalDay, Record};

use super::{DosePicture, StepView, courses, left_out, left_out_line, step_words};
use crate::answers::beside;
use crate::{AdviceView, App, Trouble, dates, text, text_with};

/// Changes older than this are left out of the page.
const CHANGES_DAYS: i32 = 730;
/// Questions to ask.
const QUESTIONS: usize = 8;

/// The page to take along.
#[derive(Debug, Clone, PartialEq)]
pub struct AskView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// The day it was made.
    pub made_on: String,
    /// What is taken now: name, and dose with its first day.
    pub now: Vec<(String, String)>,
    /// Every step of the last two years, newest first: day, and what it was.
    pub changes: Vec<(String, String)>,
    /// Doses of the last weeks that were left out.
    pub left_out: String,
    /// Those doses.
    pub left_out_days: Vec<StepView>,
    /// Doses beside the numbness.
    pub picture: Option<DosePicture>,
    /// What the notes say of changes of dose, or why nothing; empty where it is not for this person.
    pub answer: Vec<String>,
    /// How sure that is.
    pub sure: String,
    /// What that cannot tell.
    pub cannot_tell: String,
    /// What the rules say of medicines.
    pub advice: Vec<AdviceView>,
    /// Questions to ask.
    pub questions: Vec<String>,
}

impl App {
    /// The page to take to a prescriber.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn medicines_ask(&mut self) -> Result<AskView, Trouble> {
        let found = self.found()?;
        let guidance = self.guidance_with(&found)?;
        let advice = self.medicine_advice(&guidance)?;
        let stands_alone = guidance.hides(Hides::Statistics) && self.stands_alone()?;
        let is_hidden = stands_alone || guidance.hides(Hides::MedicineAnswer);
        let card = (!is_hidden).then(|| beside::medication_change(&found));
        let picture = if is_hidden {
            None
        } else {
            self.dose_picture()?
        };
        let (today, record) = (self.today_date()?, self.known()?.record.clone());
        let (answer, sure, cannot_tell) = card.map_or_else(Default::default, |card| {
            (card.lines, card.sure, card.cannot_tell)
        });
        let left_out_days = left_out(&record, today);
        Ok(AskView {
            is_example: self.is_example,
            made_on: text_with("ask-made-on", &[("day", dates::with_year(today).into())]),
            now: taken_now(&record, today),
            changes: changes(&record, today),
            left_out: left_out_line(left_out_days.len()),
            left_out_days,
            picture,
            answer,
            sure,
            cannot_tell,
            advice,
            questions: (1..=QUESTIONS)
                .map(|number| text(&format!("ask-question-{number}")))
                .collect(),
        })
    }
}

fn taken_now(record: &Record, today: LocalDay) -> Vec<(String, String)> {
    let found = courses(record);
    let taken = found.iter().filter_map(|course| {
        let step = course.taken_on(today)?;
        Some((course.name.to_owned(), step_words(step)))
    });
    taken.collect()
}

fn changes(record: &Record, today: LocalDay) -> Vec<(String, String)> {
    let mut steps: Vec<_> = record.medication_statements().collect();
    steps.retain(|step| (0..=CHANGES_DAYS).contains(&today.days_since(step.from())));
    steps.sort_by_key(|step| std::cmp::Reverse(step.from()));
    let row =
        |step: &&record::MedicationStatement| (step.medicine.as_str().to_owned(), step_words(step));
    steps.iter().map(row).collect()
}
