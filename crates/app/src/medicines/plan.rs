//! The diary of a plan that a prescriber made: its steps as the person was told them, what came of
//! each, and own words beside it. Refuses to make a plan: no dose and no day here is the program's.

use std::collections::BTreeMap;

use record::{DoseAmount, FactBody, LocalDay, PlannedDose, Record};

use super::write::{MedicineForm, amount};
use super::{StepView, amount_words, courses};
use crate::check_in::refused;
use crate::today::UndoView;
use crate::write::parse_day;
use crate::{AdviceView, App, Trouble, dates, random, text, text_with};

/// Notes that are shown beside a plan, the newest first.
const NOTES_MAX: usize = 10;
/// Steps that are kept at most.
const STEPS_MAX: usize = 200;

/// The page of a prescriber's plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PrescriberPlanView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// What was just written or taken out.
    pub undo: Option<UndoView>,
    /// What the rules say of medicines.
    pub advice: Vec<AdviceView>,
    /// Medicines that are taken now, of which there can be a plan.
    pub medicines: Vec<String>,
    /// Steps that were told, by day.
    pub steps: Vec<PlanStepView>,
    /// Own words since the first step was told, the newest first.
    pub notes: Vec<StepView>,
    /// Today, for fields that ask for a day.
    pub today: String,
    /// Key of the next step.
    pub add_key: String,
    /// Key of the next note.
    pub note_key: String,
    /// What was typed and could not be kept.
    pub draft: MedicineForm,
}

/// One step of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanStepView {
    /// Its key.
    pub key: String,
    /// The dose and the day.
    pub words: String,
    /// What came of it.
    pub state: String,
    /// Key of the dose step that it becomes; `None` once it has begun.
    pub begin_key: Option<String>,
    /// The day to begin with in the form: the day planned, or today where that lies ahead.
    pub day: String,
}

impl App {
    /// The plan of a prescriber, as it was told.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn prescriber_plan(&mut self) -> Result<PrescriberPlanView, Trouble> {
        let guidance = self.guidance_now()?;
        let advice = self.medicine_advice(&guidance)?;
        let today = self.today_date()?;
        let record = self.known()?.record.clone();
        let found = courses(&record);
        let taken = found
            .iter()
            .filter(|course| course.taken_on(today).is_some());
        Ok(PrescriberPlanView {
            is_example: self.is_example,
            undo: self.opened()?.undo.take(),
            advice,
            medicines: taken.map(|course| course.name.to_owned()).collect(),
            steps: steps(&record, today),
            notes: notes(&record),
            today: today.to_string(),
            add_key: random::new_key(),
            note_key: random::new_key(),
            draft: MedicineForm::default(),
        })
    }

    /// Keeps a step that a prescriber planned.
    ///
    /// # Errors
    /// [`Trouble`] unless the person says that the prescriber made the plan, when a field does not
    /// fit, or the disk refuses; then nothing was changed.
    pub fn write_planned_dose(&mut self, form: &MedicineForm) -> Result<(), Trouble> {
        if form.confirmed != "yes" {
            let what = "this page is for a plan that the person who prescribes it made";
            let hint = "tick the box if it is so; if not, ask them first";
            return Err(Trouble::input(what, hint));
        }
        let (medicine, unit) = self.known_medicine(&form.medicine)?;
        let dose = DoseAmount::new(amount(&form.amount)?, unit).map_err(refused)?;
        let from = parse_day(form.day.trim())?;
        if planned(&self.known()?.record).count() >= STEPS_MAX {
            let hint = "take steps out that are over";
            return Err(Trouble::input("there are too many steps", hint));
        }
        let plan = PlannedDose {
            medicine,
            dose,
            from,
        };
        let now = self.clock.now();
        self.keep_fact(
            &form.key,
            now,
            FactBody::PlannedDose(plan),
            "saved-plan-step",
        )
    }

    /// A step of a plan is what is taken from a day on.
    ///
    /// # Errors
    /// [`Trouble`] when the step is not there, the day lies ahead, or the disk refuses; then nothing
    /// was changed.
    pub fn begin_planned_dose(&mut self, form: &MedicineForm) -> Result<(), Trouble> {
        let key = random::parse_key(&form.step)?;
        let record = self.known()?.record.clone();
        let (_, plan) = planned(&record)
            .find(|(known, _)| *known == key)
            .ok_or_else(random::lost_key)?;
        let day = self.day_so_far(&form.day)?;
        let step = (
            plan.medicine.clone(),
            plan.dose.amount(),
            plan.dose.unit.clone(),
        );
        self.keep_step(&form.key, step, day)
    }
}

fn planned(record: &Record) -> impl Iterator<Item = (record::FactKey, &PlannedDose)> {
    record.facts().iter().filter_map(|fact| match &fact.body {
        FactBody::PlannedDose(plan) => Some((fact.key, plan)),
        _ => None,
    })
}

fn steps(record: &Record, today: LocalDay) -> Vec<PlanStepView> {
    let mut told: Vec<_> = planned(record).collect();
    told.sort_by_key(|(_, plan)| plan.from);
    // A dose that comes twice in a plan begins twice: each start belongs to one step.
    let mut starts: BTreeMap<String, Vec<(LocalDay, f64)>> = BTreeMap::new();
    let views = told.into_iter().map(|(key, plan)| {
        let name = plan.medicine.as_str();
        let begun = starts
            .entry(name.to_lowercase())
            .or_insert_with(|| begun(record, name));
        let is_it = |(_, amount): &(LocalDay, f64)| (amount - plan.dose.amount()).abs() < 1e-9;
        let at = begun.iter().position(is_it).map(|idx| begun.remove(idx).0);
        step_view(key, plan, at, today)
    });
    views.collect()
}

/// Days on which doses of a medicine began since its plan was told, oldest first.
fn begun(record: &Record, medicine: &str) -> Vec<(LocalDay, f64)> {
    let is_it = |name: &str| name.to_lowercase() == medicine.to_lowercase();
    let facts = record.facts().iter();
    let told_at = (facts.clone())
        .filter(|f| matches!(&f.body, FactBody::PlannedDose(p) if is_it(p.medicine.as_str())))
        .map(|fact| fact.recorded_at.unix_seconds())
        .min();
    facts
        .filter(|fact| Some(fact.recorded_at.unix_seconds()) >= told_at)
        .filter_map(|fact| match &fact.body {
            FactBody::MedicationStatement(step) if is_it(step.medicine.as_str()) => {
                Some((step.from(), step.dose.amount()))
            }
            _ => None,
        })
        .collect()
}

fn step_view(
    key: record::FactKey,
    plan: &PlannedDose,
    begun: Option<LocalDay>,
    today: LocalDay,
) -> PlanStepView {
    let dose = format!("{} {}", plan.medicine.as_str(), amount_words(&plan.dose));
    let values = [
        ("dose", dose.into()),
        ("day", dates::with_year(plan.from).into()),
    ];
    let state = match begun {
        Some(day) => text_with("plan-step-begun", &[("day", dates::with_year(day).into())]),
        None if plan.from > today => text("plan-step-ahead"),
        None => text("plan-step-due"),
    };
    PlanStepView {
        key: key.to_string(),
        words: text_with("planned-from", &values),
        state,
        begin_key: begun.is_none().then(random::new_key),
        day: plan.from.min(today).to_string(),
    }
}

/// Own words since the first step was told, the newest first.
fn notes(record: &Record) -> Vec<StepView> {
    let starts = record.profile.day_start;
    let is_plan = |fact: &&record::Fact| matches!(fact.body, FactBody::PlannedDose(_));
    let told = record.facts().iter().find(is_plan);
    let Some(since) = told.map(|fact| fact.moment.unix_seconds()) else {
        return Vec::new();
    };
    let later = record.facts().iter().rev();
    let later = later.take_while(|fact| fact.moment.unix_seconds() >= since);
    let notes = later.filter_map(|fact| match &fact.body {
        FactBody::Note(note) => Some(StepView {
            key: fact.key.to_string(),
            words: format!(
                "{}: {}",
                dates::with_weekday(fact.moment.day(starts)),
                note.text()
            ),
        }),
        _ => None,
    });
    notes.take(NOTES_MAX).collect()
}
