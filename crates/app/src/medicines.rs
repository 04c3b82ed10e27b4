//! Medicines as they were told: what is taken, what was, what changed. Refuses advice of its own: what
//! to ask and when to ask soon stands in content, and the rules speak as they do everywhere.

use content::rules::Hides;
use guidance::Guidance;
use record::{FactBody, LocalDay, MedicationStatement, Record};

use crate::today::UndoView;
use crate::{AdviceView, App, Trouble, dates, random, text, text_with};

mod ask;
mod facts;
mod plan;
mod write;

pub use ask::AskView;
pub use facts::MedicineFactView;
pub use plan::{PlanStepView, PrescriberPlanView};
pub use write::MedicineForm;

/// Rules that speak of medicines; what they say stands on each page of medicines.
const RULES: [&str; 4] = ["R15", "R16", "R17", "R18"];
/// Days back for which doses that were left out are listed.
const LEFT_OUT_DAYS: i32 = 28;

/// The page of medicines.
#[derive(Debug, Clone, PartialEq)]
pub struct MedicinesView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// What was just written or taken out.
    pub undo: Option<UndoView>,
    /// What the rules say of medicines, the most urgent first.
    pub advice: Vec<AdviceView>,
    /// What is taken today.
    pub now: Vec<MedicineView>,
    /// What was taken before.
    pub earlier: Vec<MedicineView>,
    /// Doses of the last weeks that were left out, newest first.
    pub left_out: Vec<StepView>,
    /// How many those are, in words.
    pub left_out_line: String,
    /// The doses beside the numbness; `None` where there is nothing to draw.
    pub picture: Option<DosePicture>,
    /// Today, for fields that ask for a day.
    pub today: String,
    /// Key of the next medicine.
    pub add_key: String,
    /// Key of the next dose that was left out.
    pub left_out_key: String,
    /// What was typed and could not be kept.
    pub draft: MedicineForm,
}

/// Doses beside the numbness, as SVG, or what is said in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DosePicture {
    /// For a wide page; empty where pictures are put away.
    pub wide: String,
    /// For a narrow page; empty where pictures are put away.
    pub narrow: String,
    /// What it shows, in one sentence.
    pub sentence: String,
}

/// One medicine.
#[derive(Debug, Clone, PartialEq)]
pub struct MedicineView {
    /// Id of its heading on the page.
    pub id: String,
    /// Its name, as the person wrote it.
    pub name: String,
    /// How much, and since when or until when.
    pub line: String,
    /// Unit of its doses.
    pub unit: String,
    /// Every step, oldest first.
    pub steps: Vec<StepView>,
    /// What is known of its kind.
    pub facts: Vec<MedicineFactView>,
    /// Key of its next step.
    pub change_key: String,
    /// Key of its end.
    pub end_key: String,
}

/// Something that was written, with the key by which it can be taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepView {
    /// Its key.
    pub key: String,
    /// What it says.
    pub words: String,
}

/// One medicine with its steps, oldest first; of two steps from one day the later written stands.
pub(crate) struct Course<'r> {
    pub name: &'r str,
    steps: Vec<(record::FactKey, &'r MedicationStatement)>,
}

impl<'r> Course<'r> {
    /// The step that holds on a day, a dose of zero included.
    fn on(&self, day: LocalDay) -> Option<&'r MedicationStatement> {
        let holds =
            |step: &MedicationStatement| step.from() <= day && step.to().is_none_or(|to| to >= day);
        let mut steps = self.steps.iter().rev().map(|(_, step)| *step);
        steps.find(|step| holds(step))
    }

    /// The step that holds on a day, if anything is taken.
    pub fn taken_on(&self, day: LocalDay) -> Option<&'r MedicationStatement> {
        self.on(day).filter(|step| step.dose.amount() > 0.0)
    }

    /// The last step that was written, by its first day.
    fn last(&self) -> Option<&'r MedicationStatement> {
        self.steps.last().map(|(_, step)| *step)
    }

    /// The last day on which anything was taken; `None` while it is, or where it never was.
    fn ended_on(&self, today: LocalDay) -> Option<LocalDay> {
        if self.taken_on(today).is_some() {
            return None;
        }
        let last = self.last()?;
        if last.dose.amount() > 0.0 {
            last.to()
        } else {
            Some(last.from().plus_days(-1))
        }
    }
}

/// Every medicine of a record, in the order of its first day.
pub(crate) fn courses(record: &Record) -> Vec<Course<'_>> {
    let mut courses: Vec<Course<'_>> = Vec::new();
    for fact in record.facts() {
        let FactBody::MedicationStatement(step) = &fact.body else {
            continue;
        };
        let name = step.medicine.as_str();
        let is_it = |course: &&mut Course<'_>| course.name.to_lowercase() == name.to_lowercase();
        match courses.iter_mut().find(is_it) {
            Some(course) => course.steps.push((fact.key, step)),
            None => courses.push(Course {
                name,
                steps: vec![(fact.key, step)],
            }),
        }
    }
    for course in &mut courses {
        course.steps.sort_by_key(|(_, step)| step.from());
    }
    courses
}

impl App {
    /// Medicines.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn medicines(&mut self) -> Result<MedicinesView, Trouble> {
        let guidance = self.guidance_now()?;
        let advice = self.medicine_advice(&guidance)?;
        let today = self.today_date()?;
        let record = self.known()?.record.clone();
        // Doses beside the numbness read like an answer.
        let picture = match guidance.hides(Hides::MedicineAnswer) {
            true => None,
            false => self.dose_picture()?,
        };
        let (mut now, mut earlier) = (Vec::new(), Vec::new());
        for (idx, course) in courses(&record).iter().enumerate() {
            let view = medicine_view(idx, course, today)?;
            match course.taken_on(today) {
                Some(_) => now.push(view),
                None => earlier.push(view),
            }
        }
        let left_out = left_out(&record, today);
        Ok(MedicinesView {
            is_example: self.is_example,
            undo: self.opened()?.undo.take(),
            advice,
            now,
            earlier,
            left_out_line: left_out_line(left_out.len()),
            left_out,
            picture,
            today: today.to_string(),
            add_key: random::new_key(),
            left_out_key: random::new_key(),
            draft: MedicineForm::default(),
        })
    }

    /// What the rules say of medicines.
    fn medicine_advice(&mut self, guidance: &Guidance) -> Result<Vec<AdviceView>, Trouble> {
        let spoken = guidance.advice.iter();
        spoken
            .filter(|advice| RULES.contains(&advice.rule.as_str()))
            .map(|advice| self.advice_view(advice))
            .collect()
    }

    /// Doses beside the numbness; `None` where no dose was written.
    fn dose_picture(&mut self) -> Result<Option<DosePicture>, Trouble> {
        let is_hidden = self.chosen_pace()?.answers_only;
        let Some((wide, narrow)) = self.dose_pictures()? else {
            return Ok(None);
        };
        Ok(Some(if is_hidden {
            DosePicture {
                wide: String::new(),
                narrow: String::new(),
                sentence: text("pace-pictures-hidden"),
            }
        } else {
            DosePicture {
                wide,
                narrow,
                sentence: text("medicine-picture"),
            }
        }))
    }
}

fn medicine_view(
    idx: usize,
    course: &Course<'_>,
    today: LocalDay,
) -> Result<MedicineView, Trouble> {
    let unit = course.last().map_or("", |step| step.dose.unit.as_str());
    let step = |(key, step): &(record::FactKey, &MedicationStatement)| StepView {
        key: key.to_string(),
        words: step_words(step),
    };
    Ok(MedicineView {
        id: format!("medicine-{idx}"),
        name: course.name.to_owned(),
        line: course_line(course, today),
        unit: unit.to_owned(),
        steps: course.steps.iter().map(step).collect(),
        facts: facts::of(course.name)?,
        change_key: random::new_key(),
        end_key: random::new_key(),
    })
}

/// `75 mg a day, since 2 Mar 2026`, or when it ended.
fn course_line(course: &Course<'_>, today: LocalDay) -> String {
    if let Some(step) = course.taken_on(today) {
        let values = [
            ("dose", amount_words(&step.dose).into()),
            ("day", dates::with_year(step.from()).into()),
        ];
        return text_with("medicine-since", &values);
    }
    match course.ended_on(today) {
        Some(day) if day <= today => {
            text_with("medicine-until", &[("day", dates::with_year(day).into())])
        }
        _ => text("medicine-not-now"),
    }
}

/// One step with its days.
pub(crate) fn step_words(step: &MedicationStatement) -> String {
    let from = dates::with_year(step.from());
    if step.dose.amount() <= 0.0 {
        return text_with("medicine-ended", &[("day", from.into())]);
    }
    let dose = amount_words(&step.dose);
    match step.to() {
        None => text_with(
            "medicine-step",
            &[("dose", dose.into()), ("day", from.into())],
        ),
        Some(to) => text_with(
            "medicine-step-span",
            &[
                ("dose", dose.into()),
                ("from", from.into()),
                ("to", dates::with_year(to).into()),
            ],
        ),
    }
}

/// `75 mg`.
fn amount_words(dose: &record::DoseAmount) -> String {
    format!("{} {}", dose.amount(), dose.unit.as_str())
}

/// Doses of the last weeks that were left out, newest first.
fn left_out(record: &Record, today: LocalDay) -> Vec<StepView> {
    let starts = record.profile.day_start;
    let facts = record.facts().iter().rev();
    facts
        .filter_map(|fact| {
            let FactBody::MedicationAdministration(dose) = &fact.body else {
                return None;
            };
            let day = fact.moment.day(starts);
            let is_lately = (0..LEFT_OUT_DAYS).contains(&today.days_since(day));
            (!dose.is_taken && is_lately).then(|| StepView {
                key: fact.key.to_string(),
                words: format!("{}: {}", dates::long(day), dose.medicine.as_str()),
            })
        })
        .collect()
}

fn left_out_line(n: usize) -> String {
    let days = ("days", LEFT_OUT_DAYS.into());
    text_with("medicine-left-out-count", &[("n", n.into()), days])
}
