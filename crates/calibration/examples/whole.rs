//! Counts people who ever see a claim: all questions, every look of a record that grows day by day.
//! Refuses to write files: the caller keeps the output.
//!
//! `whole N [SEED] [NAME]`: N people a cell with nothing going on; only cells with NAME in their
//! name. Every person logs 12 other things; every second one has a dose step that does nothing.

use calibration::beside::{Beside, person};
use calibration::population::{Cell, Scale};
use calibration::stand::{Share, all};
use finding::{Looks, course, medication_change, pattern_change, triggers};
use series::{DoseSpan, Series};

const BESIDE: Beside = Beside {
    n_candidates: 12,
    trigger: None,
    has_suspect: false,
    has_drift: false,
};

fn cells() -> Vec<Cell> {
    let at = Cell::STANDARD;
    let mut list: Vec<Cell> = [42, 60, 90, 180, 365]
        .map(|days| Cell { days, ..at })
        .to_vec();
    list.extend([0.3, 0.7, 0.8, 0.9].map(|rho_per_day| Cell { rho_per_day, ..at }));
    list.extend([0, 60].map(|gap_percent| Cell { gap_percent, ..at }));
    list.push(Cell { check_ins: 1, ..at });
    list.extend([Scale::FiveSteps, Scale::Floor].map(|scale| Cell { scale, ..at }));
    list
}

fn with_dose(mut series: Series, days: u32) -> Series {
    let first = series.numbness.first_day;
    let step = first.plus_days(i32::try_from(days / 2).unwrap_or(0));
    let dose = |amount, from, to| DoseSpan {
        medicine: "medicine".to_owned(),
        amount,
        unit: "mg".to_owned(),
        from,
        to,
    };
    series.doses = vec![
        dose(50.0, first, Some(step.plus_days(-1))),
        dose(100.0, step, None),
    ];
    series
}

/// Claims at any look: course, triggers, medicine, pattern.
fn measure(cell: &Cell, idx: u64, seed: u64) -> Option<[bool; 4]> {
    let mut series = person(cell, &BESIDE, idx, seed)?;
    if idx % 2 == 1 {
        series = with_dose(series, cell.days);
    }
    let mut ever = [false; 4];
    for look in Looks::all(&series.numbness) {
        let days = i32::try_from(look.day).ok()? - 1;
        let seen = series.up_to(series.numbness.first_day.plus_days(days))?;
        let told = course::answer(Some(&seen), None, seed);
        ever[0] |= told.finding().is_some_and(course::Course::is_claim);
        let told = triggers::answer(Some(&seen), seed);
        ever[1] |= told.finding().is_some_and(triggers::Triggers::is_claim);
        let told = medication_change::answer(Some(&seen));
        ever[2] |= told
            .finding()
            .is_some_and(medication_change::MedicationChange::is_claim);
    }
    // Alarms of the past stay in the answer.
    let told = pattern_change::answer(Some(&series), seed);
    ever[3] = told
        .finding()
        .is_some_and(pattern_change::PatternChange::is_claim);
    Some(ever)
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |k: usize, or: u64| words.get(k).and_then(|w| w.parse().ok()).unwrap_or(or);
    let (n, seed) = (number(0, 100), number(1, 20_261_123));
    let name = words.get(2).cloned().unwrap_or_default();
    println!("cell,people,any,low,high,course,triggers,medication_change,pattern_change,bar");
    for cell in cells()
        .into_iter()
        .filter(|cell| cell.name().contains(&name))
    {
        let told = all(usize::try_from(n).unwrap_or(0), &|_, _| {}, |idx| {
            measure(&cell, u64::try_from(idx).unwrap_or(0), seed)
        });
        let told: Vec<[bool; 4]> = told.into_iter().flatten().collect();
        let any = Share::count(told.iter().map(|ever| Some(ever.contains(&true))));
        let of = |k: usize| {
            told.iter()
                .filter(|ever| ever.get(k) == Some(&true))
                .count()
        };
        let is_kept = any.share.unwrap_or(1.0) <= 0.05 && any.high <= 0.065;
        println!(
            "{},{},{:.4},{:.4},{:.4},{},{},{},{},{}",
            cell.name(),
            any.of,
            any.share.unwrap_or(f64::NAN),
            any.low,
            any.high,
            of(0),
            of(1),
            of(2),
            of(3),
            if is_kept { "met" } else { "miss" },
        );
    }
}
