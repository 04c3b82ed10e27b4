//! Writes a record as one JSON document. Refuses to leave anything out without being told to.

use std::collections::{HashMap, HashSet};

use record::{
    DoseAmount, Fact, FactBody, FlickerStrength, Form, InputDevice, Intensity, Item, ItemId,
    ItemResponse, Label, Moment, Occasion, OccasionState, PlanLine, Polarity, Record, Response,
    ResponseScale, Role, SamplingPlan, Schedule, SleepNight, Source, Suspect, Window, Zone,
};
use serde_json::{Map, Value};

use super::along::{Along, questions_text};
use super::{SCHEMA, experiment, plan, questionnaire, said, schedule, sheet};

/// Writes a record as one JSON document, one fact a line, without the answers about safety, asked by
/// us or by a questionnaire: those go nowhere unless the person asks for them. Nor is the safety plan
/// in it.
///
/// The same record gives the same text on every machine.
#[must_use]
pub fn write_record(record: &Record) -> String {
    write_record_with_schedule(record, None)
}

/// Writes a record as [`write_record`] does, with when the person wants to be asked.
#[must_use]
pub fn write_record_with_schedule(record: &Record, schedule: Option<&Schedule>) -> String {
    let along = Along {
        schedule,
        ..Along::default()
    };
    write_record_along(record, along)
}

/// Writes a record as [`write_record`] does, with what goes along.
#[must_use]
pub fn write_record_along(record: &Record, along: Along<'_>) -> String {
    write_facts(
        &questionnaire::without_safety(record),
        (&[], along),
        |fact| match &fact.body {
            FactBody::Occasion(occasion) => occasion.form != Form::Safety,
            _ => true,
        },
    )
}

/// Writes a record as [`write_record`] does, with the answers about safety.
#[must_use]
pub fn write_whole_record(record: &Record) -> String {
    write_facts(record, (&[], Along::default()), |_| true)
}

/// Writes a record as [`write_whole_record`] does, with a safety plan and when the person wants to be
/// asked; what was taken out of the plan is left out.
#[must_use]
pub fn write_whole_record_with(
    record: &Record,
    plan: &[PlanLine],
    schedule: Option<&Schedule>,
) -> String {
    let along = Along {
        schedule,
        ..Along::default()
    };
    write_whole_record_along(record, plan, along)
}

/// Writes a record as [`write_whole_record`] does, with a safety plan and what goes along.
#[must_use]
pub fn write_whole_record_along(record: &Record, plan: &[PlanLine], along: Along<'_>) -> String {
    write_facts(record, (plan, along), |_| true)
}

fn write_facts(
    record: &Record,
    (plan, along): (&[PlanLine], Along<'_>),
    is_wanted: impl Fn(&Fact) -> bool,
) -> String {
    let mut tables = Tables::default();
    let profile_zone = tables.zone(&record.profile.zone);
    let hidden = only_left_out(record, &is_wanted);
    let mut items = Vec::new();
    for item in record.items().filter(|item| !hidden.contains(&item.id)) {
        tables.items.insert(item.id.clone(), items.len());
        items.push(item_value(item).to_string());
    }
    let facts: Vec<String> = (record.facts().iter())
        .filter(|fact| is_wanted(fact))
        .map(|fact| fact_value(fact, &mut tables).to_string())
        .collect();
    let profile = object([
        (
            "day_start_minutes",
            record.profile.day_start.minutes().into(),
        ),
        ("zone", profile_zone),
        ("threshold", option(record.profile.threshold(), number)),
        (
            "lock_after_minutes",
            record.profile.lock_after_minutes().into(),
        ),
        ("has_read_safety", record.profile.has_read_safety.into()),
        ("suspects", suspects(record.profile.suspects())),
    ]);
    let zones = Value::from(tables.zones);
    let files = Value::from(tables.files);
    let head = format!(
        "{{\"schema\":\"{SCHEMA}\",\n\"profile\":{profile},\n\"zones\":{zones},\n\
         \"files\":{files},\n\"items\":[\n{}\n],\n\"facts\":[\n",
        items.join(",\n"),
    );
    let wanted = record.facts().iter().filter(|fact| is_wanted(fact));
    let tail = said::text(&record.said)
        + &experiment::text(&record.experiments)
        + &schedule::text(along.schedule)
        + &plan::text(plan)
        + &questionnaire::text(&record.questionnaires, wanted)
        + &questions_text(along.doctor_questions);
    format!("{head}{}\n]{tail}}}\n", facts.join(",\n"))
}

/// Items that only facts which are left out name: the question alone would tell that it was asked.
fn only_left_out<'a>(record: &'a Record, is_wanted: impl Fn(&Fact) -> bool) -> HashSet<&'a ItemId> {
    let named = |is_meant: bool| -> HashSet<&'a ItemId> {
        let facts = record.facts().iter();
        let facts = facts.filter(|fact| is_wanted(fact) == is_meant);
        facts.flat_map(|fact| items_of(&fact.body)).collect()
    };
    let shown = named(true);
    named(false).difference(&shown).copied().collect()
}

fn items_of(body: &FactBody) -> impl Iterator<Item = &ItemId> {
    let assessment = match body {
        FactBody::Occasion(occasion) => occasion.assessment(),
        _ => None,
    };
    let responses = assessment.map(record::Assessment::responses);
    responses
        .into_iter()
        .flatten()
        .map(|response| &response.item)
}

/// Left out where nobody ever suspected anything.
fn suspects(suspects: &[Suspect]) -> Value {
    let one = |suspect: &Suspect| {
        object([
            ("name", suspect.name().into()),
            ("named_on", suspect.named_on().to_string().into()),
            (
                "dropped_on",
                option(suspect.dropped_on(), |day| day.to_string().into()),
            ),
        ])
    };
    match suspects {
        [] => Value::Null,
        suspects => suspects.iter().map(one).collect(),
    }
}

/// What facts name by number.
#[derive(Default)]
struct Tables {
    zones: Vec<String>,
    files: Vec<String>,
    by_digest: HashMap<[u8; 32], usize>,
    items: HashMap<ItemId, usize>,
}

impl Tables {
    fn zone(&mut self, zone: &Zone) -> Value {
        let at = self.zones.iter().position(|name| name == zone.name());
        at.unwrap_or_else(|| {
            self.zones.push(zone.name().to_owned());
            self.zones.len() - 1
        })
        .into()
    }

    fn at(&mut self, moment: &Moment) -> Value {
        let seconds = Value::from(moment.unix_seconds());
        match self.zone(moment.zone()) {
            zone if zone == 0 => seconds,
            zone => Value::Array(vec![seconds, zone]),
        }
    }

    fn maybe_at(&mut self, moment: Option<&Moment>) -> Value {
        moment.map_or(Value::Null, |moment| self.at(moment))
    }

    fn source(&mut self, source: &Source) -> Value {
        match source {
            Source::ByHand => 0.into(),
            Source::Import { file, line } => {
                let n = self.files.len();
                let idx = *self.by_digest.entry(*file).or_insert(n);
                if idx == n {
                    let hex = file.iter().map(|byte| format!("{byte:02x}")).collect();
                    self.files.push(hex);
                }
                Value::Array(vec![idx.into(), (*line).into()])
            }
        }
    }
}

fn fact_value(fact: &Fact, tables: &mut Tables) -> Value {
    let recorded = (fact.recorded_at != fact.moment).then_some(&fact.recorded_at);
    let (name, body) = body_value(&fact.body, tables);
    Value::Array(vec![
        fact.key.to_string().into(),
        tables.at(&fact.moment),
        tables.maybe_at(recorded),
        tables.source(&fact.source),
        object([(name, body)]),
    ])
}

fn body_value(body: &FactBody, tables: &mut Tables) -> (&'static str, Value) {
    match body {
        FactBody::Occasion(occasion) => ("occasion", occasion_value(occasion, tables)),
        FactBody::Flicker(flicker) => {
            let strength = match flicker.strength {
                FlickerStrength::Trace => "trace",
                FlickerStrength::Clear => "clear",
            };
            let word = option(flicker.word.as_ref(), text);
            (
                "flicker",
                object([("strength", strength.into()), ("word", word)]),
            )
        }
        FactBody::Event(event) => {
            let is_sensitive = event.is_sensitive.then_some(true);
            let fields = [
                ("label", text(&event.label)),
                ("ends_at", tables.maybe_at(event.ends_at())),
                ("is_sensitive", option(is_sensitive, Value::from)),
            ];
            ("event", object(fields))
        }
        FactBody::SleepNight(night) => ("sleep_night", night_value(night, tables)),
        FactBody::Activity(activity) => {
            let intensity = activity.intensity.map(|intensity| match intensity {
                Intensity::Light => "light",
                Intensity::Moderate => "moderate",
                Intensity::Vigorous => "vigorous",
            });
            let fields = [
                ("label", option(activity.label.as_ref(), text)),
                ("minutes", activity.minutes.0.into()),
                ("intensity", option(intensity, Value::from)),
            ];
            ("activity", object(fields))
        }
        FactBody::MedicationStatement(_)
        | FactBody::MedicationAdministration(_)
        | FactBody::PlannedDose(_) => medicine_value(body),
        FactBody::Practice(practice) => {
            let rated = practice.unreality;
            let fields = [
                ("strategy", text(&practice.strategy)),
                ("minutes", option(practice.minutes, |m| m.0.into())),
                ("unreal_before", option(rated.before(), Value::from)),
                ("unreal_after", option(rated.after(), Value::from)),
            ];
            ("practice", object(fields))
        }
        FactBody::Note(note) => ("note", note.text().into()),
        FactBody::Contact(contact) => {
            let heard = option(contact.felt_heard(), number);
            (
                "contact",
                object([("with", text(&contact.with)), ("felt_heard", heard)]),
            )
        }
        FactBody::Sheet(sheet) => ("sheet", sheet::value(sheet)),
        FactBody::QuestionnaireResponse(response) => (
            "questionnaire_response",
            questionnaire::response_value(response),
        ),
    }
}

/// What is said of medicines; `null` for a body of another kind.
fn medicine_value(body: &FactBody) -> (&'static str, Value) {
    match body {
        FactBody::MedicationStatement(step) => {
            let fields = [
                ("medicine", text(&step.medicine)),
                ("dose", dose(&step.dose)),
                ("from", step.from().to_string().into()),
                ("to", option(step.to(), |day| day.to_string().into())),
            ];
            ("medication_statement", object(fields))
        }
        FactBody::MedicationAdministration(taken) => {
            let fields = [
                ("medicine", text(&taken.medicine)),
                ("is_taken", taken.is_taken.into()),
                ("dose", option(taken.dose.as_ref(), dose)),
            ];
            ("medication_administration", object(fields))
        }
        FactBody::PlannedDose(plan) => {
            let fields = [
                ("medicine", text(&plan.medicine)),
                ("dose", dose(&plan.dose)),
                ("from", plan.from.to_string().into()),
            ];
            ("planned_dose", object(fields))
        }
        _ => ("", Value::Null),
    }
}

fn occasion_value(occasion: &Occasion, tables: &mut Tables) -> Value {
    let plan = match occasion.plan {
        SamplingPlan::Signal => "signal",
        SamplingPlan::Interval => "interval",
        SamplingPlan::Voluntary => "voluntary",
        SamplingPlan::Recall => "recall",
    };
    let form = match occasion.form {
        Form::CheckIn => Value::Null,
        Form::Morning => "morning".into(),
        Form::Evening => "evening".into(),
        Form::Weekly => "weekly".into(),
        Form::SelfCheck => "self_check".into(),
        Form::Safety => "safety".into(),
        Form::ToldByOther => "told_by_other".into(),
    };
    let beep = option(occasion.beep.as_ref(), |beep| {
        let sent = tables.maybe_at(beep.sent_at.as_ref());
        Value::Array(vec![tables.at(&beep.scheduled_at), sent])
    });
    let state = match occasion.state {
        OccasionState::Scheduled => "scheduled".into(),
        OccasionState::Missed => "missed".into(),
        OccasionState::Answered(_) => Value::Null,
    };
    let mut fields = vec![
        ("plan", plan.into()),
        ("form", form),
        ("beep", beep),
        ("day_no", option(occasion.day_no, Value::from)),
        ("beep_no", option(occasion.beep_no, Value::from)),
        ("state", state),
    ];
    if let Some(assessment) = occasion.assessment() {
        let device = assessment
            .responses()
            .first()
            .map(|response| response.device);
        let responses = (assessment.responses().iter())
            .map(|response| response_value(response, device, tables))
            .collect();
        fields.push((
            "device",
            option(device, |device| device_name(device).into()),
        ));
        fields.push((
            "seed",
            option(assessment.seed(), |seed| seed.to_string().into()),
        ));
        fields.push(("responses", Value::Array(responses)));
    }
    object(fields)
}

fn response_value(response: &ItemResponse, device: Option<InputDevice>, tables: &Tables) -> Value {
    // A record holds no response whose item it does not hold.
    let idx = tables
        .items
        .get(&response.item)
        .copied()
        .unwrap_or(usize::MAX);
    let answer = match response.response {
        Response::Value(value) => number(value),
        Response::Skipped => "skipped".into(),
        Response::NotAsked => "not_asked".into(),
    };
    let mut parts = vec![idx.into(), answer];
    let has_other_device = Some(response.device) != device;
    if response.latency_ms.is_some() || has_other_device {
        parts.push(option(response.latency_ms, Value::from));
    }
    if has_other_device {
        parts.push(device_name(response.device).into());
    }
    Value::Array(parts)
}

fn night_value(night: &SleepNight, tables: &mut Tables) -> Value {
    let fields = [
        ("into_bed", tables.maybe_at(night.into_bed.as_ref())),
        (
            "tried_to_sleep",
            tables.maybe_at(night.tried_to_sleep.as_ref()),
        ),
        ("latency_minutes", option(night.latency, |m| m.0.into())),
        ("n_awakenings", option(night.n_awakenings, Value::from)),
        ("awake_minutes", option(night.awake, |m| m.0.into())),
        ("final_wake", tables.maybe_at(night.final_wake.as_ref())),
        ("out_of_bed", tables.maybe_at(night.out_of_bed.as_ref())),
        ("asleep_minutes", option(night.asleep, |m| m.0.into())),
        ("quality", option(night.quality, Value::from)),
    ];
    object(fields)
}

fn item_value(item: &Item) -> Value {
    let scale = match item.scale {
        ResponseScale::Line { min, max } => {
            object([("line", Value::Array(vec![number(min), number(max)]))])
        }
        ResponseScale::Steps { min, max } => {
            object([("steps", Value::Array(vec![min.into(), max.into()]))])
        }
        ResponseScale::Open => "open".into(),
    };
    let role = match item.role {
        Role::Outcome(Polarity::HigherIsMoreFeeling) => "outcome_higher_is_more_feeling",
        Role::Outcome(Polarity::HigherIsMoreNumb) => "outcome_higher_is_more_numb",
        Role::Candidate => "candidate",
        Role::Context => "context",
    };
    let window = match item.window {
        Window::Momentary => "momentary",
        Window::Daily => "daily",
        Window::SinceLast => "since_last",
    };
    object([
        ("id", item.id.as_str().into()),
        ("scale", scale),
        ("role", role.into()),
        ("window", window.into()),
    ])
}

const fn device_name(device: InputDevice) -> &'static str {
    match device {
        InputDevice::Keyboard => "keyboard",
        InputDevice::Pointer => "pointer",
        InputDevice::Terminal => "terminal",
        InputDevice::File => "file",
        InputDevice::Unknown => "unknown",
    }
}

fn text(label: &Label) -> Value {
    label.as_str().into()
}

fn dose(dose: &DoseAmount) -> Value {
    Value::Array(vec![number(dose.amount()), text(&dose.unit)])
}

/// Whole numbers without a point, so that files stay short.
pub(super) fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        // Exact: a whole number below 2^53.
        #[allow(clippy::cast_possible_truncation)]
        Value::from(value as i64)
    } else {
        Value::from(value)
    }
}

pub(super) fn option<T>(value: Option<T>, write: impl FnOnce(T) -> Value) -> Value {
    value.map_or(Value::Null, write)
}

/// An object without the fields that hold nothing.
pub(super) fn object(fields: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let known = fields.into_iter().filter(|(_, value)| !value.is_null());
    Value::Object(
        known
            .map(|(name, value)| (name.to_owned(), value))
            .collect::<Map<_, _>>(),
    )
}
