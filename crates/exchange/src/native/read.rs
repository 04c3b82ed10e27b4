//! Reads a record file back. Refuses it as a whole when one fact in it is not possible.

use record::{
    Activity, Assessment, Beep, Contact, DayStart, DoseAmount, Event, Fact, FactBody, FactKey,
    Flicker, FlickerStrength, Form, InputDevice, Intensity, Item, ItemId, ItemResponse, Label,
    LocalDay, MedicationAdministration, MedicationStatement, Minutes, Moment, Note, Occasion,
    OccasionState, PlannedDose, Polarity, Practice, Profile, Questionnaire, Response,
    ResponseScale, Role, SamplingPlan, SleepNight, Source, Suspect, Unreality, Window, Zone,
};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::limits::{DOCTOR_QUESTIONS_CHARS_MAX, check_counts, check_keys};
use super::{SCHEMA, experiment, plan, questionnaire, said, schedule, sheet, wire};
use crate::{Ledger, Parsed};

/// Most bytes of a record file: 256 MiB.
const BYTES_MAX: usize = 256 << 20;
/// Says why a record file was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordFileError {
    /// More bytes than a record file may have.
    #[error("the file has {n} bytes; at most {BYTES_MAX} are read")]
    TooLarge {
        /// How many it has.
        n: usize,
    },
    /// More entries than are read.
    #[error("the file has {n} {what}; at most {max} are read")]
    TooMany {
        /// What there are too many of.
        what: &'static str,
        /// How many it has.
        n: usize,
        /// How many are read.
        max: usize,
    },
    /// Not JSON, or not in the shape of a record.
    #[error("line {line}: {why}")]
    Shape {
        /// Line of the file.
        line: usize,
        /// What the reader said.
        why: String,
    },
    /// JSON of something else.
    #[error("this is JSON and not a record file")]
    NotARecord,
    /// A version that this program does not know.
    #[error("the file is '{found}'; this program reads '{SCHEMA}'")]
    Version {
        /// What the file says it is.
        found: String,
    },
    /// An entry that is not possible.
    #[error("{what} {number}: {why}")]
    Entry {
        /// What kind of entry.
        what: &'static str,
        /// Which one, counted from 1.
        number: usize,
        /// What is wrong with it.
        why: String,
    },
}

impl RecordFileError {
    /// What to do about it.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } | Self::TooMany { .. } => "export a shorter period",
            Self::NotARecord => "choose a file that was exported as json",
            Self::Version { .. } => "use a newer version of the program",
            Self::Shape { .. } | Self::Entry { .. } => {
                "the file was changed or cut short; use the original, or a back-up"
            }
        }
    }
}

#[derive(Deserialize)]
struct Head {
    schema: Option<String>,
}

/// Reads a record file.
///
/// # Errors
/// [`RecordFileError`], first problem found; nothing of the file is taken then.
pub fn read_record(bytes: &[u8]) -> Result<Parsed, RecordFileError> {
    if bytes.len() > BYTES_MAX {
        return Err(RecordFileError::TooLarge { n: bytes.len() });
    }
    let json = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let shape = |error: serde_json::Error| RecordFileError::Shape {
        line: error.line(),
        why: error.to_string(),
    };
    let head: Head = serde_json::from_slice(json).map_err(|error| {
        if error.is_data() {
            RecordFileError::NotARecord
        } else {
            shape(error)
        }
    })?;
    match head.schema.as_deref() {
        Some(SCHEMA) => {}
        Some(other) if other.starts_with("thawline.record/") => {
            let found = other.chars().take(40).collect();
            return Err(RecordFileError::Version { found });
        }
        _ => return Err(RecordFileError::NotARecord),
    }
    let file: wire::File = serde_json::from_slice(json).map_err(shape)?;
    check_counts(&file)?;
    let doctor_questions = read_questions(file.doctor_questions.as_deref())?;
    let tables = Tables::new(&file)?;
    let profile = tables.profile(&file.profile).map_err(entry("profile", 0))?;
    let asked = file.schedule.as_ref();
    let asked = asked.map(|asked| schedule::read(asked, profile.day_start));
    let schedule = asked.transpose().map_err(entry("schedule", 0))?;
    let plan = (file.plan.iter().enumerate())
        .map(|(idx, line)| plan::line(line).map_err(entry("plan line", idx)))
        .collect::<Result<Vec<_>, _>>()?;
    let facts = (file.facts.into_iter().enumerate())
        .map(|(idx, fact)| tables.fact(fact).map_err(entry("fact", idx)))
        .collect::<Result<Vec<_>, _>>()?;
    check_keys(&facts)?;
    let said = (file.said.iter().enumerate())
        .map(|(idx, one)| said::read(one).map_err(entry("said", idx)))
        .collect::<Result<Vec<_>, _>>()?;
    let experiments = (file.experiments.iter().enumerate())
        .map(|(idx, one)| experiment::read(one).map_err(entry("experiment", idx)))
        .collect::<Result<Vec<_>, _>>()?;
    let mut ledger = Ledger {
        digest: Sha256::digest(bytes).into(),
        n_rows: u64::try_from(facts.len()).unwrap_or(u64::MAX),
        ..Ledger::default()
    };
    ledger.count(&facts);
    Ok(Parsed {
        profile: Some(profile),
        items: tables.items,
        suspects: Vec::new(),
        facts,
        said,
        experiments,
        schedule,
        plan,
        questionnaires: tables.questionnaires,
        doctor_questions,
        ledger,
    })
}

/// The questions to a doctor; `None` where there are none.
fn read_questions(file: Option<&str>) -> Result<Option<String>, RecordFileError> {
    let words = file.unwrap_or_default().trim();
    if words.chars().count() > DOCTOR_QUESTIONS_CHARS_MAX {
        let why = format!("they have more than {DOCTOR_QUESTIONS_CHARS_MAX} letters");
        return Err(entry("questions to a doctor", 0)(why));
    }
    Ok((!words.is_empty()).then(|| words.to_owned()))
}

pub(super) fn entry(what: &'static str, idx: usize) -> impl Fn(String) -> RecordFileError {
    move |why| RecordFileError::Entry {
        what,
        number: idx + 1,
        why,
    }
}

/// Puts the error of another room in words.
pub(super) fn words(error: impl ToString) -> String {
    error.to_string()
}

fn label(text: &str) -> Result<Label, String> {
    Label::new(text).map_err(words)
}

/// What facts name by number.
struct Tables {
    zones: Vec<Zone>,
    files: Vec<[u8; 32]>,
    items: Vec<Item>,
    questionnaires: Vec<Questionnaire>,
}

impl Tables {
    fn new(file: &wire::File) -> Result<Self, RecordFileError> {
        let numbered = |idx: usize, what| entry(what, idx);
        Ok(Self {
            zones: (file.zones.iter().enumerate())
                .map(|(idx, name)| {
                    Zone::new(name)
                        .map_err(words)
                        .map_err(numbered(idx, "zone"))
                })
                .collect::<Result<_, _>>()?,
            files: (file.files.iter().enumerate())
                .map(|(idx, hex)| digest(hex).map_err(numbered(idx, "file")))
                .collect::<Result<_, _>>()?,
            items: (file.items.iter().enumerate())
                .map(|(idx, item)| read_item(item).map_err(numbered(idx, "item")))
                .collect::<Result<_, _>>()?,
            questionnaires: (file.questionnaires.iter().enumerate())
                .map(|(idx, one)| questionnaire::read(one).map_err(numbered(idx, "questionnaire")))
                .collect::<Result<_, _>>()?,
        })
    }

    fn zone(&self, idx: u32) -> Result<&Zone, String> {
        let zone = usize::try_from(idx)
            .ok()
            .and_then(|idx| self.zones.get(idx));
        zone.ok_or_else(|| format!("there is no zone {idx}"))
    }

    fn at(&self, at: wire::At) -> Result<Moment, String> {
        let (seconds, zone) = match at {
            wire::At::Seconds(seconds) => (seconds, 0),
            wire::At::InZone(seconds, zone) => (seconds, zone),
        };
        Moment::from_unix_seconds(seconds, self.zone(zone)?).map_err(words)
    }

    fn maybe_at(&self, at: Option<wire::At>) -> Result<Option<Moment>, String> {
        at.map(|at| self.at(at)).transpose()
    }

    fn profile(&self, file: &wire::Profile) -> Result<Profile, String> {
        let mut profile = Profile::new(self.zone(file.zone)?.clone());
        profile.day_start = DayStart::from_minutes(file.day_start_minutes).map_err(words)?;
        profile.set_threshold(file.threshold).map_err(words)?;
        profile
            .set_lock_after_minutes(file.lock_after_minutes)
            .map_err(words)?;
        profile.has_read_safety = file.has_read_safety;
        for suspect in &file.suspects {
            profile
                .name_suspect(read_suspect(suspect)?)
                .map_err(words)?;
        }
        Ok(profile)
    }

    fn fact(&self, fact: wire::Fact) -> Result<Fact, String> {
        let wire::Fact(key, at, recorded, source, body) = fact;
        let moment = self.at(at)?;
        let source = match source {
            wire::Source::ByHand(0) => Source::ByHand,
            wire::Source::ByHand(_) => return Err("a source is 0 or a file and a line".to_owned()),
            wire::Source::Import(idx, line) => {
                let file = usize::try_from(idx)
                    .ok()
                    .and_then(|idx| self.files.get(idx));
                let file = *file.ok_or_else(|| format!("there is no file {idx}"))?;
                Source::Import { file, line }
            }
        };
        Ok(Fact {
            key: FactKey::parse(&key).map_err(words)?,
            recorded_at: self.maybe_at(recorded)?.unwrap_or_else(|| moment.clone()),
            body: self.body(body, &moment)?,
            moment,
            source,
        })
    }

    fn body(&self, body: wire::Body, moment: &Moment) -> Result<FactBody, String> {
        Ok(match body {
            wire::Body::Occasion(occasion) => FactBody::Occasion(self.occasion(occasion)?),
            wire::Body::Flicker(flicker) => FactBody::Flicker(Flicker {
                strength: match flicker.strength {
                    wire::Strength::Trace => FlickerStrength::Trace,
                    wire::Strength::Clear => FlickerStrength::Clear,
                },
                word: flicker.word.as_deref().map(label).transpose()?,
            }),
            wire::Body::Event(event) => {
                let ends_at = self.maybe_at(event.ends_at)?;
                let name = label(&event.label)?;
                let event = Event::new(name, moment, ends_at, event.is_sensitive);
                FactBody::Event(event.map_err(words)?)
            }
            wire::Body::SleepNight(night) => FactBody::SleepNight(self.night(&night)?),
            wire::Body::Activity(activity) => FactBody::Activity(Activity {
                label: activity.label.as_deref().map(label).transpose()?,
                minutes: Minutes(activity.minutes),
                intensity: activity.intensity.map(|intensity| match intensity {
                    wire::Intensity::Light => Intensity::Light,
                    wire::Intensity::Moderate => Intensity::Moderate,
                    wire::Intensity::Vigorous => Intensity::Vigorous,
                }),
            }),
            wire::Body::MedicationStatement(step) => {
                let day = |text: &str| LocalDay::parse(text).map_err(words);
                let to = step.to.as_deref().map(day).transpose()?;
                let (medicine, dose) = (label(&step.medicine)?, dose(&step.dose)?);
                let step = MedicationStatement::new(medicine, dose, day(&step.from)?, to);
                FactBody::MedicationStatement(step.map_err(words)?)
            }
            wire::Body::MedicationAdministration(taken) => {
                FactBody::MedicationAdministration(MedicationAdministration {
                    medicine: label(&taken.medicine)?,
                    is_taken: taken.is_taken,
                    dose: taken.dose.as_ref().map(dose).transpose()?,
                })
            }
            wire::Body::Practice(practice) => FactBody::Practice(Practice {
                strategy: label(&practice.strategy)?,
                minutes: practice.minutes.map(Minutes),
                unreality: Unreality::new(practice.unreal_before, practice.unreal_after)
                    .map_err(words)?,
            }),
            wire::Body::Note(text) => FactBody::Note(Note::new(&text).map_err(words)?),
            wire::Body::Contact(contact) => {
                let contact = Contact::new(label(&contact.with)?, contact.felt_heard);
                FactBody::Contact(contact.map_err(words)?)
            }
            wire::Body::PlannedDose(plan) => FactBody::PlannedDose(PlannedDose {
                medicine: label(&plan.medicine)?,
                dose: dose(&plan.dose)?,
                from: LocalDay::parse(&plan.from).map_err(words)?,
            }),
            wire::Body::Sheet(sheet) => FactBody::Sheet(sheet::read(&sheet)?),
            wire::Body::QuestionnaireResponse(response) => {
                let response = questionnaire::read_response(&response, &self.questionnaires)?;
                FactBody::QuestionnaireResponse(response)
            }
        })
    }

    fn occasion(&self, file: wire::Occasion) -> Result<Occasion, String> {
        let device = file.device.map_or(InputDevice::Unknown, read_device);
        let state = match (file.responses, file.state) {
            (Some(responses), None) => {
                let seed = (file.seed.as_deref())
                    .map(|digits| digits.parse::<u64>().map_err(words))
                    .transpose()?;
                let responses = (responses.into_iter())
                    .map(|response| self.response(response, device))
                    .collect::<Result<_, _>>()?;
                OccasionState::Answered(Assessment::new(responses, seed).map_err(words)?)
            }
            (None, Some(wire::State::Scheduled)) => OccasionState::Scheduled,
            (None, Some(wire::State::Missed)) => OccasionState::Missed,
            _ => return Err("an occasion has either responses or a state".to_owned()),
        };
        let beep = file.beep.map(|(due, sent)| -> Result<Beep, String> {
            Ok(Beep {
                scheduled_at: self.at(due)?,
                sent_at: self.maybe_at(sent)?,
            })
        });
        Ok(Occasion {
            plan: match file.plan {
                wire::Plan::Signal => SamplingPlan::Signal,
                wire::Plan::Interval => SamplingPlan::Interval,
                wire::Plan::Voluntary => SamplingPlan::Voluntary,
                wire::Plan::Recall => SamplingPlan::Recall,
            },
            form: match file.form {
                None => Form::CheckIn,
                Some(wire::Form::Morning) => Form::Morning,
                Some(wire::Form::Evening) => Form::Evening,
                Some(wire::Form::Weekly) => Form::Weekly,
                Some(wire::Form::SelfCheck) => Form::SelfCheck,
                Some(wire::Form::Safety) => Form::Safety,
                Some(wire::Form::ToldByOther) => Form::ToldByOther,
            },
            beep: beep.transpose()?,
            day_no: file.day_no,
            beep_no: file.beep_no,
            state,
        })
    }

    fn response(&self, file: wire::Response, device: InputDevice) -> Result<ItemResponse, String> {
        let (idx, answer, latency_ms, device) = match file {
            wire::Response::Short(idx, answer) => (idx, answer, None, device),
            wire::Response::Timed(idx, answer, latency) => (idx, answer, latency, device),
            wire::Response::Long(idx, answer, latency, own) => {
                (idx, answer, latency, read_device(own))
            }
        };
        let item = usize::try_from(idx)
            .ok()
            .and_then(|idx| self.items.get(idx));
        let item = item.ok_or_else(|| format!("there is no item {idx}"))?;
        let response = match answer {
            wire::Answer::Value(value) => Response::Value(value),
            wire::Answer::Without(wire::Without::Skipped) => Response::Skipped,
            wire::Answer::Without(wire::Without::NotAsked) => Response::NotAsked,
        };
        let response = ItemResponse::new(item, response, device).map_err(words)?;
        Ok(ItemResponse {
            latency_ms,
            ..response
        })
    }

    fn night(&self, night: &wire::SleepNight) -> Result<SleepNight, String> {
        let night = SleepNight {
            into_bed: self.maybe_at(night.into_bed)?,
            tried_to_sleep: self.maybe_at(night.tried_to_sleep)?,
            latency: night.latency_minutes.map(Minutes),
            n_awakenings: night.n_awakenings,
            awake: night.awake_minutes.map(Minutes),
            final_wake: self.maybe_at(night.final_wake)?,
            out_of_bed: self.maybe_at(night.out_of_bed)?,
            asleep: night.asleep_minutes.map(Minutes),
            quality: night.quality,
        };
        night.checked().map_err(words)
    }
}

fn read_suspect(file: &wire::Suspect) -> Result<Suspect, String> {
    let day = |text: &str| LocalDay::parse(text).map_err(words);
    let suspect = Suspect::new(label(&file.name)?, day(&file.named_on)?);
    match &file.dropped_on {
        Some(on) => suspect.dropped(day(on)?).map_err(words),
        None => Ok(suspect),
    }
}

fn dose(dose: &(f64, String)) -> Result<DoseAmount, String> {
    DoseAmount::new(dose.0, label(&dose.1)?).map_err(words)
}

pub(super) fn digest(hex: &str) -> Result<[u8; 32], String> {
    let wrong = || "a digest has 64 hexadecimal digits".to_owned();
    let (head, tail) = hex.split_at_checked(32).ok_or_else(wrong)?;
    let mut bytes = [0u8; 32];
    for (half, text) in bytes.chunks_mut(16).zip([head, tail]) {
        half.copy_from_slice(FactKey::parse(text).map_err(|_| wrong())?.as_bytes());
    }
    Ok(bytes)
}

const fn read_device(device: wire::Device) -> InputDevice {
    match device {
        wire::Device::Keyboard => InputDevice::Keyboard,
        wire::Device::Pointer => InputDevice::Pointer,
        wire::Device::Terminal => InputDevice::Terminal,
        wire::Device::File => InputDevice::File,
        wire::Device::Unknown => InputDevice::Unknown,
    }
}

fn read_item(item: &wire::Item) -> Result<Item, String> {
    Ok(Item {
        id: ItemId::new(&item.id).map_err(words)?,
        scale: match item.scale {
            wire::Scale::Line(min, max) => ResponseScale::line(min, max).map_err(words)?,
            wire::Scale::Steps(min, max) if min < max => ResponseScale::Steps { min, max },
            wire::Scale::Steps(..) => return Err("steps run from small to large".to_owned()),
            wire::Scale::Open => ResponseScale::Open,
        },
        role: match item.role {
            wire::Role::OutcomeHigherIsMoreFeeling => Role::Outcome(Polarity::HigherIsMoreFeeling),
            wire::Role::OutcomeHigherIsMoreNumb => Role::Outcome(Polarity::HigherIsMoreNumb),
            wire::Role::Candidate => Role::Candidate,
            wire::Role::Context => Role::Context,
        },
        window: match item.window {
            wire::Window::Momentary => Window::Momentary,
            wire::Window::Daily => Window::Daily,
            wire::Window::SinceLast => Window::SinceLast,
        },
    })
}
