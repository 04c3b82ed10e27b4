//! Reads what Health Auto Export writes: JSON of any length, and its table of medications. Refuses to
//! read a state of mind as numb or not numb: it keeps how pleasant it was, and its words.

use std::collections::BTreeMap;
use std::io::Read;

use record::{
    Activity, DoseAmount, FactBody, Item, Label, MedicationAdministration, Minutes, Moment,
    Practice, ResponseScale, SleepNight, Window,
};
use serde::Deserialize;
use serde_json::Value;

use super::days::Days;
use super::gather::{Gather, OpenDays, day_item, item};
use super::importer::{Importer, Way};
use super::night::{Nights, Phase};
use super::rows::Rows;
use super::walk::{Walker, Want, shape, walk};
use super::{AppFileError, Setting, when};

const APP: &str = "health_auto_export";

/// An export or one automatic sending of it.
pub(super) const JSON: Importer = Importer {
    word: "health-auto-export",
    app: APP,
    has_words: false,
    way: Way::Text {
        is_it: |head| {
            let kinds = [
                "metrics",
                "stateOfMind",
                "medications",
                "symptoms",
                "workouts",
            ];
            head.has_keys(&["data"]) && kinds.iter().any(|kind| head.has_keys(&[kind]))
        },
        read: read_json,
    },
};

/// The table of medications.
pub(super) const MEDICATIONS: Importer = Importer {
    word: "health-auto-export-medications",
    app: APP,
    has_words: false,
    way: Way::Text {
        is_it: |head| {
            head.has_columns(&["scheduled date", "medication", "scheduled dosage", "status"])
        },
        read: read_medications,
    },
};

fn read_json(
    reader: &mut dyn Read,
    setting: &Setting,
    gather: &mut Gather,
) -> Result<(), AppFileError> {
    let mut export = Export {
        gather,
        setting,
        n: 0,
        nights: Nights::default(),
        metric: Metric::default(),
        by_name: BTreeMap::new(),
    };
    walk(reader, &mut export)?;
    export.finish();
    Ok(())
}

/// Metrics of which whole days are kept, each with how.
const STEPS: &str = "step_count";
const MINDFUL: &str = "mindful_minutes";

/// What was read so far.
struct Export<'g> {
    gather: &'g mut Gather,
    setting: &'g Setting,
    /// Elements so far, which is what a rejection names.
    n: u32,
    nights: Nights,
    metric: Metric,
    /// The largest sum of each day that any sending told, by the name of the metric.
    by_name: BTreeMap<&'static str, BTreeMap<i32, f64>>,
}

/// One metric; its name may stand behind its data.
#[derive(Default)]
struct Metric {
    name: String,
    n: u64,
    days: Days,
}

impl Walker for Export<'_> {
    fn want(&mut self, place: &str) -> Want {
        match place {
            ""
            | "data"
            | "data.metrics"
            | "data.metrics[]"
            | "data.metrics[].data"
            | "data.stateOfMind"
            | "data.medications"
            | "data.symptoms"
            | "data.workouts" => Want::Enter,
            "data.metrics[].name"
            | "data.metrics[].data[]"
            | "data.stateOfMind[]"
            | "data.medications[]"
            | "data.symptoms[]"
            | "data.workouts[]" => Want::Take,
            "data.cycleTracking" | "data.ecg" | "data.heartRateNotifications" => Want::Enter,
            "data.cycleTracking[]" | "data.ecg[]" | "data.heartRateNotifications[]" => {
                self.count();
                let kind = place.trim_start_matches("data.").trim_end_matches("[]");
                self.gather.unknown(kind);
                Want::Skip
            }
            _ => Want::Skip,
        }
    }

    fn take(&mut self, place: &str, part: Value) {
        if place == "data.metrics[].name" {
            self.metric.name = part.as_str().unwrap_or_default().to_owned();
            return;
        }
        let line = self.count();
        let is_taken = match place {
            "data.metrics[].data[]" => self.sample(part, line),
            "data.stateOfMind[]" => self.state_of_mind(part, line),
            "data.medications[]" => self.medication(part, line),
            "data.symptoms[]" => self.symptom(part, line),
            _ => self.workout(part, line),
        };
        if is_taken.is_none() {
            let words = (
                "a time or value that cannot be",
                "nothing to do: the rest is taken",
            );
            self.gather.reject(line, None, words);
        }
    }

    fn leave(&mut self, place: &str) {
        if place != "data.metrics[]" {
            return;
        }
        let metric = std::mem::take(&mut self.metric);
        let name = match metric.name.as_str() {
            STEPS => STEPS,
            MINDFUL => MINDFUL,
            "sleep_analysis" => return,
            other => return self.gather.unknown_times(other, metric.n),
        };
        let sums = self.by_name.entry(name).or_default();
        for (day, sum) in metric.days.most() {
            // The same day may come in several sendings, each time with more of it.
            let most = sums.entry(day).or_default();
            *most = most.max(sum);
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Sample {
    date: Option<String>,
    qty: Option<f64>,
    #[serde(default)]
    source: String,
    // A stretch of sleep.
    start_date: Option<String>,
    end_date: Option<String>,
    value: Option<String>,
    // A night; lengths in hours.
    sleep_start: Option<String>,
    sleep_end: Option<String>,
    in_bed_start: Option<String>,
    in_bed_end: Option<String>,
    total_sleep: Option<f64>,
    asleep: Option<f64>,
    awake: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Mind {
    #[serde(default)]
    id: String,
    start: String,
    kind: String,
    valence: f64,
    #[serde(default)]
    labels: Vec<String>,
    #[serde(default)]
    associations: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Dose {
    display_text: String,
    start: Option<String>,
    scheduled_date: Option<String>,
    dosage: Option<f64>,
    scheduled_dosage: Option<f64>,
    #[serde(default)]
    units: Option<String>,
    status: String,
}

#[derive(Deserialize)]
struct Named {
    name: String,
    start: String,
    end: Option<String>,
}

impl Export<'_> {
    fn count(&mut self) -> u32 {
        self.n = self.n.saturating_add(1);
        self.gather.ledger.n_rows += 1;
        self.n
    }

    fn moment(&self, text: &str) -> Option<Moment> {
        when::stamp_at_home(text, &self.setting.zone)
    }

    fn sample(&mut self, part: Value, line: u32) -> Option<()> {
        self.metric.n += 1;
        // Other metrics have other shapes; they are counted by their name.
        let Some(sample) = shape::<Sample>(part) else {
            return Some(());
        };
        if sample.sleep_end.is_some() {
            return self.night(&sample, line);
        }
        if let (Some(from), Some(to), Some(value)) =
            (&sample.start_date, &sample.end_date, &sample.value)
        {
            let Some(phase) = phase(value) else {
                return Some(());
            };
            let at = (
                when::seconds(from.as_bytes())?,
                when::seconds(to.as_bytes())?,
            );
            let source = self.nights.source(&sample.source);
            return self.nights.add(source, phase, at, line).then_some(());
        }
        if let (Some(date), Some(qty)) = (&sample.date, sample.qty) {
            let day = date.get(..10).and_then(when::date)?;
            // A temperature may be below zero; what is kept never is.
            self.metric.days.add(day, &sample.source, qty);
        }
        Some(())
    }

    fn night(&mut self, sample: &Sample, line: u32) -> Option<()> {
        let of = |text: &Option<String>| text.as_deref().and_then(|text| self.moment(text));
        let wake = of(&sample.sleep_end)?;
        // One kind of summary writes 0 where another writes the sum.
        let asleep = [sample.total_sleep, sample.asleep].into_iter().flatten();
        let asleep = asleep.filter(|hours| *hours > 0.0).find_map(minutes);
        let night = SleepNight {
            tried_to_sleep: of(&sample.sleep_start),
            final_wake: Some(wake.clone()),
            awake: sample.awake.and_then(minutes),
            asleep,
            ..SleepNight::default()
        };
        let in_bed = SleepNight {
            into_bed: of(&sample.in_bed_start),
            out_of_bed: of(&sample.in_bed_end),
            ..night.clone()
        };
        // Another device may have kept the time in bed, and another one.
        let night = in_bed.checked().or_else(|_| night.checked()).ok()?;
        self.gather.only_fact(
            (&wake, line),
            &["night", &sample.source],
            FactBody::SleepNight(night),
        );
        Some(())
    }

    fn state_of_mind(&mut self, part: Value, line: u32) -> Option<()> {
        let mind: Mind = shape(part)?;
        let moment = self.moment(&mind.start)?;
        if !self
            .gather
            .is_first(&["mind", &mind.id, &mind.start, &mind.kind])
        {
            self.gather.unknown("entries that stand twice");
            return Some(());
        }
        let at = (&moment, line);
        match mind.kind.to_lowercase().replace('_', "").as_str() {
            "dailymood" => self.gather.of_day(
                at,
                &valence("state_of_mind_day", Window::Daily)?,
                mind.valence,
            ),
            _ => self.gather.answer(
                at,
                &valence("state_of_mind", Window::Momentary)?,
                mind.valence,
            ),
        }
        for word in mind.labels.iter().chain(&mind.associations) {
            self.gather.event(at, &word.replace('_', " "));
        }
        Some(())
    }

    fn medication(&mut self, part: Value, line: u32) -> Option<()> {
        let dose: Dose = shape(part)?;
        let given = Given {
            name: &dose.display_text,
            at: [dose.start.as_deref(), dose.scheduled_date.as_deref()],
            amount: dose.dosage.or(dose.scheduled_dosage),
            unit: dose.units.as_deref().unwrap_or_default(),
            status: &dose.status,
        };
        given.keep(self.gather, self.setting, line)
    }

    fn symptom(&mut self, part: Value, line: u32) -> Option<()> {
        let symptom: Named = shape(part)?;
        let moment = self.moment(&symptom.start)?;
        if self
            .gather
            .is_first(&["symptom", &symptom.name, &symptom.start])
        {
            self.gather.event((&moment, line), &symptom.name);
        }
        Some(())
    }

    fn workout(&mut self, part: Value, line: u32) -> Option<()> {
        let workout: Named = shape(part)?;
        let from = self.moment(&workout.start)?;
        let to = self.moment(workout.end.as_deref()?)?;
        let minutes = u32::try_from((to.unix_seconds() - from.unix_seconds() + 30) / 60).ok()?;
        let body = FactBody::Activity(Activity {
            label: Label::new(&workout.name).ok(),
            minutes: Some(minutes).filter(|n| *n <= 2880).map(Minutes)?,
            intensity: None,
        });
        self.gather
            .only_fact((&from, line), &["workout", &workout.name], body);
        Some(())
    }

    fn finish(mut self) {
        let zone = &self.setting.zone;
        std::mem::take(&mut self.nights).finish(self.gather, zone);
        let steps = self.by_name.remove(STEPS).unwrap_or_default();
        if let Some(item) = day_item("health_auto_export_steps") {
            self.gather.days(item, steps, Some(OpenDays::Last));
        }
        for (day, sum) in self.by_name.remove(MINDFUL).unwrap_or_default() {
            let noon = record::LocalDay::from_number(day).and_then(|day| day.at(12, 0, zone));
            if let (Ok(noon), Ok(strategy), Some(minutes)) =
                (noon, Label::new("mindfulness"), minutes(sum / 60.0))
            {
                let body = FactBody::Practice(Practice::new(strategy, Some(minutes)));
                self.gather.only_fact((&noon, 0), &["practice"], body);
            }
        }
    }
}

fn valence(id: &str, window: Window) -> Option<Item> {
    item(
        id,
        ResponseScale::Line {
            min: -1.0,
            max: 1.0,
        },
        window,
    )
}

fn phase(value: &str) -> Option<Phase> {
    Some(
        match value.to_lowercase().replace([' ', '_'], "").as_str() {
            "inbed" => Phase::InBed,
            "awake" => Phase::Awake,
            "asleep" | "unspecified" | "asleepunspecified" => Phase::Asleep,
            "core" | "deep" | "rem" => Phase::Stage,
            _ => return None,
        },
    )
}

/// Hours as minutes of up to two days.
fn minutes(hours: f64) -> Option<Minutes> {
    let minutes = (hours * 60.0).round();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Within 0 to 2880.
    (0.0..=2880.0)
        .contains(&minutes)
        .then_some(Minutes(minutes as u32))
}

/// One dose as either file tells it.
struct Given<'a> {
    name: &'a str,
    /// When it was taken, and when it was due.
    at: [Option<&'a str>; 2],
    amount: Option<f64>,
    unit: &'a str,
    status: &'a str,
}

impl Given<'_> {
    fn keep(&self, gather: &mut Gather, setting: &Setting, line: u32) -> Option<()> {
        let is_taken = match self.status.to_lowercase().replace(' ', "").as_str() {
            "taken" => true,
            "skipped" => false,
            // Nobody said whether these were taken.
            _ => {
                gather.unknown("doses without an answer");
                return Some(());
            }
        };
        let at = self.at.into_iter().flatten();
        let moment = at
            .map(str::trim)
            .find_map(|text| when::stamp_at_home(text, &setting.zone))?;
        let medicine = Label::new(self.name.trim()).ok()?;
        let unit = Label::new(self.unit.trim()).ok();
        let dose = self.amount.zip(unit);
        let dose = dose.and_then(|(amount, unit)| DoseAmount::new(amount, unit).ok());
        let body = FactBody::MedicationAdministration(MedicationAdministration {
            medicine,
            is_taken,
            dose,
        });
        let word = if is_taken { "dose" } else { "dose left out" };
        gather.only_fact((&moment, line), &[word, self.name.trim()], body);
        Some(())
    }
}

fn read_medications(
    reader: &mut dyn Read,
    setting: &Setting,
    gather: &mut Gather,
) -> Result<(), AppFileError> {
    let mut rows = Rows::open(reader, b',')?;
    let (date, scheduled) = (rows.need("date")?, rows.find("scheduled date"));
    let (name, status) = (rows.need("medication")?, rows.need("status")?);
    let (amount, due) = (rows.find("dosage"), rows.find("scheduled dosage"));
    let unit = rows.find("unit");
    while let Some(line) = rows.next()? {
        let number = |idx| rows.maybe(idx).parse::<f64>().ok();
        let given = Given {
            name: rows.cell(name),
            at: [Some(rows.cell(date)), Some(rows.maybe(scheduled))],
            amount: number(amount).or_else(|| number(due)),
            unit: rows.maybe(unit),
            status: rows.cell(status),
        };
        if given.keep(gather, setting, line).is_none() {
            gather.reject(line, None, ("no time or no name", "look at the row"));
        }
    }
    gather.ledger.n_rows += rows.n_rows();
    Ok(())
}
