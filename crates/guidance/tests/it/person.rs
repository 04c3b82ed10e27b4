//! A small person out of a few lines of TOML, and what the rules say to them.

use std::collections::BTreeMap;

use content::rules::rules;
use finding::{Answer, course, lately, now};
use guidance::{Findings, Guidance, advise};
use record::{
    Assessment, DoseAmount, Event, Fact, FactBody, FactKey, InputDevice, Item, ItemId,
    ItemResponse, Label, LocalDay, MedicationAdministration, MedicationStatement, Moment, Occasion,
    Polarity, Practice, Profile, Record, Response, ResponseScale, Role, SamplingPlan, Source,
    Window, Zone,
};
use series::{NumbnessSeries, Outcome, Series};

#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Person {
    pub answers: BTreeMap<String, f64>,
    /// Days ago of `answers`.
    pub days_ago: i32,
    pub line: Option<f64>,
    pub numbness: Vec<Stretch>,
    pub doses: Vec<Dose>,
    /// Days ago of doses that were written down as left out.
    pub left_out: Vec<i32>,
    /// Days ago of walks.
    pub practices: Vec<i32>,
    pub exercises: Vec<Exercise>,
    pub events: Vec<Happened>,
    /// Check-ins of today.
    pub check_ins: u32,
    /// Look for changes of level too, which takes a while.
    pub course: bool,
}

/// One answer a day (or every so many days), from so many days ago to so many.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    from: i32,
    to: i32,
    value: f64,
    every: i32,
}

#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dose {
    medicine: String,
    amount: f64,
    from: i32,
    to: Option<i32>,
}

#[derive(Debug, Clone, Copy, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    days_ago: i32,
    before: f64,
    after: Option<f64>,
}

#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Happened {
    days_ago: i32,
    label: String,
}

pub fn today() -> LocalDay {
    LocalDay::parse("2026-11-24").unwrap()
}

pub fn at(days_ago: i32, hour: u8, minute: u8) -> Moment {
    let day = today().plus_days(-days_ago);
    day.at(hour, minute, &Zone::utc()).unwrap()
}

/// Facts one after the other, each with a key of its own.
#[derive(Default)]
pub struct Facts(Vec<Fact>);

impl Facts {
    pub fn add(&mut self, moment: Moment, body: FactBody) {
        self.add_written(moment.clone(), moment, (Source::ByHand, body));
    }

    pub fn add_written(
        &mut self,
        moment: Moment,
        recorded_at: Moment,
        (source, body): (Source, FactBody),
    ) {
        let mut key = [0; 16];
        key[..8].copy_from_slice(&(self.0.len() as u64).to_le_bytes());
        self.0.push(Fact {
            key: FactKey::from_bytes(key),
            recorded_at,
            moment,
            source,
            body,
        });
    }

    pub fn say(&mut self, moment: Moment, plan: SamplingPlan, answers: &[(&str, f64)]) {
        let responses = answers.iter().map(|(id, value)| {
            ItemResponse::new(&item(id), Response::Value(*value), InputDevice::Keyboard).unwrap()
        });
        let assessment = Assessment::new(responses.collect(), None).unwrap();
        self.add(
            moment,
            FactBody::Occasion(Occasion::answered(plan, assessment)),
        );
    }

    pub fn record(self, line: Option<f64>) -> Record {
        let mut items: Vec<Item> = Vec::new();
        for fact in &self.0 {
            if let FactBody::Occasion(occasion) = &fact.body {
                let responses = occasion.assessment().unwrap().responses();
                items.extend(responses.iter().map(|r| item(r.item.as_str())));
            }
        }
        let mut profile = Profile::new(Zone::utc());
        profile.set_threshold(line).unwrap();
        Record::new(profile, items, self.0).unwrap()
    }
}

fn item(id: &str) -> Item {
    let role = match id {
        "feeling_strength" => Role::Outcome(Polarity::HigherIsMoreFeeling),
        "feeling_distance" => Role::Outcome(Polarity::HigherIsMoreNumb),
        _ => Role::Context,
    };
    Item {
        id: ItemId::new(id).unwrap(),
        scale: ResponseScale::LINE_0_100,
        role,
        window: Window::Momentary,
    }
}

impl Person {
    pub fn record(&self) -> Record {
        let mut facts = Facts::default();
        for stretch in &self.numbness {
            let days = (stretch.to..=stretch.from).rev();
            for back in days.filter(|back| back % stretch.every == 0) {
                // A wobble of five points: nobody gives one and the same answer for months.
                let value = stretch.value + f64::from((back * 37).rem_euclid(23)) / 2.0 - 5.5;
                let answers = [
                    ("feeling_strength", 100.0 - value),
                    ("feeling_distance", value),
                ];
                facts.say(at(back, 12, 0), SamplingPlan::Voluntary, &answers);
            }
        }
        for n in 0..self.check_ins {
            let hour = u8::try_from(8 + n).unwrap();
            facts.say(
                at(0, hour, 0),
                SamplingPlan::Voluntary,
                &[("feeling_strength", 50.0)],
            );
        }
        for dose in &self.doses {
            let amount = DoseAmount::new(dose.amount, Label::new("mg").unwrap()).unwrap();
            let (from, to) = (
                today().plus_days(-dose.from),
                dose.to.map(|to| today().plus_days(-to)),
            );
            let medicine = Label::new(&dose.medicine).unwrap();
            let step = MedicationStatement::new(medicine, amount, from, to).unwrap();
            facts.add(at(dose.from, 12, 0), FactBody::MedicationStatement(step));
        }
        for back in &self.left_out {
            let dose = MedicationAdministration {
                medicine: Label::new("sertraline").unwrap(),
                is_taken: false,
                dose: None,
            };
            facts.add(at(*back, 12, 0), FactBody::MedicationAdministration(dose));
        }
        let practice = |name: &str| {
            let strategy = Label::new(name).unwrap();
            FactBody::Practice(Practice::new(strategy, None))
        };
        for back in &self.practices {
            facts.add(at(*back, 17, 0), practice("walk"));
        }
        for one in &self.exercises {
            let (day, plan) = (one.days_ago, SamplingPlan::Interval);
            facts.say(at(day, 18, 0), plan, &[("world_apart", one.before)]);
            facts.add(at(day, 18, 5), practice("breathing"));
            if let Some(after) = one.after {
                facts.say(at(day, 18, 15), plan, &[("world_apart", after)]);
            }
        }
        for event in &self.events {
            let (label, moment) = (Label::new(&event.label).unwrap(), at(event.days_ago, 15, 0));
            let event = Event::new(label, &moment, None, true).unwrap();
            facts.add(moment, FactBody::Event(event));
        }
        if !self.answers.is_empty() {
            let answers: Vec<(&str, f64)> = self
                .answers
                .iter()
                .map(|(id, v)| (id.as_str(), *v))
                .collect();
            facts.say(at(self.days_ago, 20, 0), SamplingPlan::Interval, &answers);
        }
        facts.record(self.line)
    }

    pub fn guidance(&self) -> Guidance {
        guidance_of(&self.record(), &at(0, 21, 0), self.course)
    }
}

/// What the rules say of a record at a moment.
pub fn guidance_of(record: &Record, now: &Moment, with_course: bool) -> Guidance {
    let today = now.day(record.profile.day_start);
    let series = NumbnessSeries::new(record, &Outcome::CheckIn, today);
    let lately = lately(series.as_ref(), record.profile.threshold(), today);
    let week = now::answer(series.as_ref(), today);
    let course = with_course.then(|| {
        let whole = Series::new(record, &Outcome::CheckIn, today);
        course::answer(whole.as_ref(), record.profile.threshold(), 1)
    });
    assert!(
        course
            .iter()
            .all(|answer| matches!(answer, Answer::Finding(..)))
    );
    let findings = Findings {
        lately: lately.as_ref(),
        now: Some(&week),
        course: course.as_ref(),
        ..Findings::default()
    };
    advise(rules().unwrap(), record, &findings, now)
}
