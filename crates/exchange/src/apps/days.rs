//! Numbers of whole days from several devices. Refuses to add the devices of one day up: a phone and
//! a watch count the same steps.

use std::collections::{BTreeMap, HashMap};

use record::LocalDay;

/// Most devices that are told apart; what more a file names counts as one.
const SOURCES_MAX: usize = 500;

/// Sums of each day by device.
#[derive(Debug, Default)]
pub(super) struct Days {
    sums: BTreeMap<(i32, u32), f64>,
    sources: HashMap<String, u32>,
}

impl Days {
    /// Adds a number of at least 0; `false` for others.
    pub fn add(&mut self, day: LocalDay, source: &str, number: f64) -> bool {
        let is_number = number.is_finite() && number >= 0.0;
        if is_number {
            let source = self.source(source);
            *self.sums.entry((day.number(), source)).or_default() += number;
        }
        is_number
    }

    fn source(&mut self, name: &str) -> u32 {
        if let Some(idx) = self.sources.get(name) {
            return *idx;
        }
        let idx = u32::try_from(self.sources.len()).unwrap_or(u32::MAX);
        if self.sources.len() < SOURCES_MAX {
            self.sources.insert(name.to_owned(), idx);
        }
        idx
    }

    /// Each day with the number of the device that counted most.
    pub fn most(&self) -> BTreeMap<i32, f64> {
        let mut by_day: BTreeMap<i32, f64> = BTreeMap::new();
        for ((day, _), number) in &self.sums {
            let most = by_day.entry(*day).or_default();
            *most = most.max(*number);
        }
        by_day
    }
}
