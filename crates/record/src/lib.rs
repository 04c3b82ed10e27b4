//! What a person said, did, took or slept, as typed and validated facts.
//!
//! This room refuses files, clocks, SQL, JSON and advice. It knows no other room. Once a value of
//! one of these types exists, nobody checks it again: the checks are in the constructors.
//!
//! A [`Fact`] is a moment, a source and a body. Bodies are named as the field names them:
//! an [`Occasion`] is a moment that belongs to the series, answered or missed; an [`Assessment`]
//! is the answers given at one occasion; an [`Item`] is one question on one [`ResponseScale`].
#![warn(missing_docs)]

mod activity;
mod assessment;
mod by_item;
mod contact;
mod event;
mod experiment;
mod fact;
mod flicker;
mod form;
mod id;
mod item;
mod medication;
mod note;
mod occasion;
mod plan;
mod practice;
mod profile;
mod questionnaire;
mod said;
mod schedule;
mod scoring;
mod sheet;
mod sleep;
mod source;
mod time;
mod whole;

pub use activity::{Activity, Intensity};
pub use assessment::{Assessment, AssessmentError, InputDevice, ItemResponse, Response};
pub use by_item::ByItem;
pub use contact::{Contact, ContactError};
pub use event::{Event, EventError};
pub use experiment::{
    Drawing, DrawnFrom, Experiment, ExperimentDay, ExperimentError, StartDays, Terms,
};
pub use fact::{Fact, FactBody, FactKind};
pub use flicker::{Flicker, FlickerStrength};
pub use form::Form;
pub use id::{FactKey, IdError, ItemId, Label};
pub use item::{Item, ItemError, Polarity, ResponseScale, Role, Window};
pub use medication::{
    DoseAmount, MedicationAdministration, MedicationError, MedicationStatement, PlannedDose,
};
pub use note::Note;
pub use occasion::{Beep, Occasion, OccasionState, SamplingPlan};
pub use plan::{PLAN_LINES_MAX, PlanLine, PlanPart, PlanWords};
pub use practice::{Practice, Unreality, UnrealityError};
pub use profile::{Profile, ProfileError, SUSPECTS_MAX, Suspect};
pub use questionnaire::{
    AnswerOption, AnswerValue, Coding, EnableBehavior, EnableOperator, EnableWhen, NumberRange,
    QuestionKind, Questionnaire, QuestionnaireAnswer, QuestionnaireError, QuestionnaireFormat,
    QuestionnaireHead, QuestionnaireItem, QuestionnaireResponse, ResponseError, Wording,
};
pub use said::{Said, SaidError};
pub use schedule::{ClockSpan, PlannedPrompt, PromptMode, Schedule, ScheduleError};
pub use scoring::{
    Combine, Counts, ErrorOfMeasurement, Higher, RuleError, RuleParts, Scale, ScoringRule, Shape,
};
pub use sheet::{Sheet, SheetError, SheetLine};
pub use sleep::{SleepError, SleepNight};
pub use source::{ImportFile, Source};
pub use time::{DayStart, LocalDay, Minutes, Moment, SteadyDay, SteadyDays, TimeError, Zone};
pub use whole::{Record, RecordError};
