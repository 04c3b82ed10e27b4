//! Small diaries made by hand, turned into the series that the answers read.

use record::{
    Assessment, Fact, FactBody, FactKey, InputDevice, Item, ItemId, ItemResponse, LocalDay, Moment,
    Occasion, OccasionState, Polarity, Profile, Record, Response, ResponseScale, Role,
    SamplingPlan, Source, Window, Zone,
};
use series::{NumbnessSeries, Outcome};

/// One check-in: day counted from 0, hour, zone, and the answer (`None`: missed).
#[derive(Debug, Clone)]
pub struct CheckIn {
    pub day: i32,
    pub hour: u8,
    pub minute: u8,
    pub zone: &'static str,
    pub numbness: Option<f64>,
}

impl CheckIn {
    pub fn new(day: i32, hour: u8, numbness: Option<f64>) -> Self {
        Self {
            day,
            hour,
            minute: 0,
            zone: "UTC",
            numbness,
        }
    }
}

/// A Monday.
pub fn first_day() -> LocalDay {
    LocalDay::parse("2025-01-06").unwrap()
}

/// Numbers that look like chance and never change: SplitMix64.
pub struct Chance(pub u64);

impl Chance {
    pub fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / 9_007_199_254_740_992.0
    }

    /// Nearly normal: the sum of twelve, less six.
    pub fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0
    }

    pub fn below(&mut self, n: u64) -> u64 {
        (self.uniform() * n as f64) as u64
    }
}

/// Two check-ins a day around a level for each day; the day before matters by `rho`.
pub fn person(days: i32, rho: f64, seed: u64, level: impl Fn(i32) -> f64) -> Vec<CheckIn> {
    let mut chance = Chance(seed);
    let mut state = 0.0;
    let mut list = Vec::new();
    for day in 0..days {
        state = rho * state + 6.0 * (1.0 - rho * rho).sqrt() * chance.normal();
        for hour in [10, 19] {
            let value = (level(day) + state + 4.0 * chance.normal()).round();
            list.push(CheckIn::new(day, hour, Some(value.clamp(0.0, 100.0))));
        }
    }
    list
}

/// Two check-ins a day that vary by chance alone: the level of a day is exactly the one given.
pub fn steady_person(days: i32, seed: u64, level: impl Fn(i32) -> f64) -> Vec<CheckIn> {
    let mut chance = Chance(seed);
    let check_in = |(day, hour)| {
        let value: f64 = level(day) + 7.0 * chance.normal();
        CheckIn::new(day, hour, Some(value.round().clamp(0.0, 100.0)))
    };
    (0..days)
        .flat_map(|day| [(day, 10), (day, 19)])
        .map(check_in)
        .collect()
}

/// The series of a diary that was written as it happened.
pub fn series(check_ins: &[CheckIn]) -> Option<NumbnessSeries> {
    series_from(check_ins, first_day(), 0)
}

/// The same, starting on another day and written down so many days late.
pub fn series_from(check_ins: &[CheckIn], first: LocalDay, late: i64) -> Option<NumbnessSeries> {
    let item = Item {
        id: ItemId::new("feeling_distance").unwrap(),
        scale: ResponseScale::LINE_0_100,
        role: Role::Outcome(Polarity::HigherIsMoreNumb),
        window: Window::Momentary,
    };
    let record = record(check_ins, first, late, &item);
    NumbnessSeries::new(&record, &Outcome::CheckIn, first.plus_days(40_000))
}

/// The record of a diary with one item.
pub fn record(check_ins: &[CheckIn], first: LocalDay, late: i64, item: &Item) -> Record {
    let fact = |(idx, check_in): (usize, &CheckIn)| {
        let zone = Zone::new(check_in.zone).unwrap();
        let date = first.plus_days(check_in.day);
        let moment = date.at(check_in.hour, check_in.minute, &zone).unwrap();
        let answered = |value| {
            let response = Response::Value(value);
            let response = ItemResponse::new(item, response, InputDevice::Keyboard).unwrap();
            OccasionState::Answered(Assessment::new(vec![response], None).unwrap())
        };
        let state = check_in.numbness.map_or(OccasionState::Missed, answered);
        let mut key = [0; 16];
        key[..8].copy_from_slice(&(idx as u64).to_le_bytes());
        Fact {
            key: FactKey::from_bytes(key),
            recorded_at: late_by(&moment, late),
            moment,
            source: Source::ByHand,
            body: FactBody::Occasion(Occasion {
                plan: SamplingPlan::Voluntary,
                form: record::Form::CheckIn,
                beep: None,
                day_no: None,
                beep_no: None,
                state,
            }),
        }
    };
    let facts = check_ins.iter().enumerate().map(fact).collect();
    Record::new(Profile::new(Zone::utc()), vec![item.clone()], facts).unwrap()
}

fn late_by(moment: &Moment, days: i64) -> Moment {
    moment.plus_seconds(days * 86_400)
}
