//! Nights that a device told whole, of which archives hold several readings each. Refuses to keep two of
//! them, and to take a nap for a night.

use std::collections::BTreeMap;

use record::{FactBody, Minutes, Moment, SleepNight};

use super::gather::Gather;
use super::when::day_of;

/// Most nights and naps of a file; fifty years have a tenth.
const SLEEPS_MAX: usize = 200_000;

/// One reading of a sleep.
#[derive(Debug, Clone)]
pub(super) struct Sleep {
    pub from: Moment,
    pub to: Moment,
    /// `None` where only the ends are told.
    pub asleep: Option<Minutes>,
    pub awake: Option<Minutes>,
    pub latency: Option<Minutes>,
    pub n_awakenings: Option<u32>,
    /// Of the reading; a later one is better.
    pub version: u32,
    pub line: u32,
}

impl Sleep {
    /// Minutes asleep, or between the ends.
    fn length(&self) -> i64 {
        let between = (self.to.unix_seconds() - self.from.unix_seconds()) / 60;
        self.asleep.map_or(between, |asleep| i64::from(asleep.0))
    }
}

/// Readings so far.
#[derive(Debug, Default)]
pub(super) struct Sleeps(Vec<Sleep>);

impl Sleeps {
    /// Takes a sleep of up to a day; `false` for others.
    pub fn add(&mut self, sleep: Sleep) -> bool {
        let seconds = sleep.to.unix_seconds() - sleep.from.unix_seconds();
        let is_sleep = (1..=86_400).contains(&seconds) && self.0.len() < SLEEPS_MAX;
        if is_sleep {
            self.0.push(sleep);
        }
        is_sleep
    }

    /// Keeps the longest sleep that ends on each day, each by its latest reading.
    pub fn finish(mut self, gather: &mut Gather) {
        self.0.sort_by_key(|sleep| std::cmp::Reverse(sleep.version));
        // Sleeps that are kept do not overlap: by their start, with their end.
        let mut kept: BTreeMap<i64, Sleep> = BTreeMap::new();
        for sleep in self.0 {
            let (from, to) = (sleep.from.unix_seconds(), sleep.to.unix_seconds());
            let before = kept.range(..to).next_back();
            if before.is_some_and(|(_, other)| other.to.unix_seconds() > from) {
                gather.unknown("other readings of a night");
            } else {
                kept.insert(from, sleep);
            }
        }
        let mut by_day: BTreeMap<i32, Sleep> = BTreeMap::new();
        for sleep in kept.into_values() {
            let Some(day) = day_of(&sleep.to).map(record::LocalDay::number) else {
                continue;
            };
            if let Some(other) = by_day.get(&day) {
                gather.unknown("naps");
                if other.length() >= sleep.length() {
                    continue;
                }
            }
            by_day.insert(day, sleep);
        }
        for sleep in by_day.into_values() {
            keep(sleep, gather);
        }
    }
}

fn keep(sleep: Sleep, gather: &mut Gather) {
    let (wake, line) = (sleep.to.clone(), sleep.line);
    let night = SleepNight {
        tried_to_sleep: Some(sleep.from),
        final_wake: Some(sleep.to),
        latency: sleep.latency,
        n_awakenings: sleep.n_awakenings,
        awake: sleep.awake,
        asleep: sleep.asleep,
        ..SleepNight::default()
    };
    match night.checked() {
        Ok(night) => gather.only_fact((&wake, line), &["night"], FactBody::SleepNight(night)),
        Err(error) => {
            let why = error.to_string();
            gather.reject(line, None, (&why, "nothing to do: the rest is taken"));
        }
    }
}

/// The number at the end of a version such as `sleep_session_v2`; 0 where there is none.
pub(super) fn version(text: &str) -> u32 {
    let text = text.trim();
    let digits = text.trim_end_matches(|c: char| c.is_ascii_digit());
    text.get(digits.len()..)
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(0)
}
