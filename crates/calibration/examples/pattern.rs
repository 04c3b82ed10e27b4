//! Measures `pattern_change` on people whose pattern does not change, and on people whose does.
//! Refuses to write files: the caller keeps the output.
//!
//! `pattern N [SEED] [NAME]`: N people a cell; only cells with NAME in their name.

use calibration::beside::{Beside, Common, person, person_in_common};
use calibration::population::{Cell, Effect, Scale};
use calibration::stand::{Share, all};
use finding::pattern_change;
use series::Series;

/// What is measured: a cell, how many things, and what they have in common.
struct Crowd {
    cell: Cell,
    n_things: u32,
    common: Option<Common>,
}

impl Crowd {
    fn name(&self) -> String {
        let common = self.common.map_or(String::new(), |common| {
            let (sd, rho, step) = (common.sd, common.rho_per_day, common.step_sd);
            format!("-common{sd}r{rho}-step{step}")
        });
        format!("{}{common}-k{}", self.cell.name(), self.n_things)
    }

    fn person(&self, idx: u64, seed: u64) -> Option<Series> {
        let beside = Beside {
            n_candidates: self.n_things,
            trigger: None,
            has_suspect: false,
            has_drift: false,
        };
        match &self.common {
            None => person(&self.cell, &beside, idx, seed),
            Some(common) => person_in_common(&self.cell, (&beside, common), idx, seed),
        }
    }
}

fn crowds() -> Vec<Crowd> {
    let at = Cell::STANDARD;
    let mut cells = vec![at];
    cells.extend([0.3, 0.7, 0.8, 0.9].map(|rho_per_day| Cell { rho_per_day, ..at }));
    cells.extend([0, 60].map(|gap_percent| Cell { gap_percent, ..at }));
    cells.extend([180, 365].map(|days| Cell { days, ..at }));
    cells.push(Cell { check_ins: 1, ..at });
    cells.extend([Scale::FiveSteps, Scale::Floor].map(|scale| Cell { scale, ..at }));
    let crowd = |cell, n_things, common| Crowd {
        cell,
        n_things,
        common,
    };
    let mut list: Vec<Crowd> = cells.iter().map(|cell| crowd(*cell, 12, None)).collect();
    list.extend([0.3, 0.5, 0.8, 0.9].map(|rho_per_day| crowd(Cell { rho_per_day, ..at }, 0, None)));
    let floor = Cell {
        scale: Scale::Floor,
        ..at
    };
    list.push(crowd(floor, 0, None));
    list.extend([3, 36].map(|n_things| crowd(at, n_things, None)));
    let common = |sd, rho_per_day, step_sd| {
        Some(Common {
            sd,
            rho_per_day,
            from_day: 60,
            step_sd,
        })
    };
    for rho in [0.5, 0.8, 0.9] {
        list.push(crowd(at, 12, common(1.0, rho, 0.0)));
    }
    list.push(crowd(at, 36, common(1.0, 0.5, 0.0)));
    list.push(crowd(floor, 12, common(1.0, 0.5, 0.0)));
    for days in [180, 365] {
        list.push(crowd(Cell { days, ..at }, 12, common(1.0, 0.5, 0.0)));
    }
    for size in [1.0, 2.0] {
        list.push(crowd(at.with(Effect::StepAtTwoThirds(size)), 0, None));
        list.push(crowd(at.with(Effect::StepAtTwoThirds(size)), 12, None));
        list.push(crowd(at, 12, common(0.5, 0.5, size)));
        list.push(crowd(at, 36, common(0.5, 0.5, size)));
    }
    list
}

/// Whether anything was raised, and the days from 60 to the first alarm after it.
fn told(crowd: &Crowd, idx: usize, seed: u64) -> Option<(bool, Option<i32>)> {
    let series = crowd.person(u64::try_from(idx).ok()?, seed)?;
    let spans = [(crowd.cell.days, 0.05)];
    let answer = pattern_change::answer_with(&series, &spans, seed);
    let found = answer.finding()?;
    let first = series.numbness.first_day;
    let late = (found.alarms.iter())
        .map(|alarm| alarm.day.days_since(first) - 60)
        .find(|late| *late >= 0);
    Some((found.is_claim(), late))
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |k: usize, or: u64| words.get(k).and_then(|w| w.parse().ok()).unwrap_or(or);
    let (n, seed) = (number(0, 100), number(1, 20_261_123));
    let name = words.get(2).cloned().unwrap_or_default();
    println!("cell,things,people,alarms05,low,high,median_days");
    for crowd in crowds().iter().filter(|crowd| crowd.name().contains(&name)) {
        let told = all(usize::try_from(n).unwrap_or(0), &|_, _| {}, |idx| {
            told(crowd, idx, seed)
        });
        let share = Share::count(told.iter().map(|told| told.map(|(is_claim, _)| is_claim)));
        let mut late: Vec<i32> = told.iter().flatten().filter_map(|told| told.1).collect();
        late.sort_unstable();
        let median = late
            .get(late.len() / 2)
            .map_or(String::new(), i32::to_string);
        println!(
            "{},{},{},{:.4},{:.4},{:.4},{median}",
            crowd.name(),
            crowd.n_things,
            share.of,
            share.share.unwrap_or(f64::NAN),
            share.low,
            share.high,
        );
    }
}
