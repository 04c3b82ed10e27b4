//! Measures `being_asked` on people with drawn silent days. Refuses to write files: the caller keeps
//! the output.
//!
//! `silent N [SEED] [SKIP] [still]`: N people a row, 40 days of record before the first drawn one; without
//! the first SKIP kinds of people; only those whom being asked does nothing to.

use calibration::population::{Cell, WITHIN_SD};
use calibration::silent::{Silent, person};
use calibration::stand::{SEED, Share, all};
use finding::being_asked;

/// At 5%, at what it may spend, and whether the interval holds the truth.
type Told = (bool, bool, bool);

fn ask(cell: &Cell, silent: &Silent, idx: usize, seed: u64) -> Option<Told> {
    let series = person(cell, silent, u64::try_from(idx).ok()?, seed)?;
    let answer = being_asked::answer(Some(&series));
    let found = answer.finding()?;
    let truth = silent.size_sd * WITHIN_SD;
    let is_covered = (found.size.low..=found.size.high).contains(&truth);
    Some((found.p_value <= 0.05, found.is_claim(), is_covered))
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |k: usize, or: u64| words.get(k).and_then(|w| w.parse().ok()).unwrap_or(or);
    let (n, seed) = (number(0, 200), number(1, SEED));
    let [n, skip] = [n, number(2, 0)].map(|count| usize::try_from(count).unwrap_or(0));
    let is_still_only = words.get(3).is_some_and(|word| word == "still");
    let sizes: &[f64] = if is_still_only {
        &[0.0]
    } else {
        &[0.0, 0.3, 0.5, 0.8]
    };
    println!(
        "blocks,dependence,gaps,check_ins,effect_sd,people,nominal,low,high,granted,covered,low,high,bar"
    );
    for (n_blocks, rho_per_day, gap_percent, check_ins) in [
        (20, 0.5, 30, 3),
        (30, 0.5, 30, 3),
        (30, 0.3, 30, 3),
        (30, 0.8, 30, 3),
        (30, 0.9, 30, 3),
        (30, 0.5, 0, 3),
        (30, 0.5, 60, 3),
        (30, 0.5, 30, 1),
        (60, 0.5, 30, 3),
    ]
    .into_iter()
    .skip(skip)
    {
        let cell = Cell {
            rho_per_day,
            gap_percent,
            check_ins,
            ..Cell::STANDARD
        };
        for size_sd in sizes.iter().copied() {
            let silent = Silent {
                days_before: 40,
                n_blocks,
                size_sd,
            };
            let told = all(n, &|_, _| (), |idx| ask(&cell, &silent, idx, seed));
            let told: Vec<Told> = told.into_iter().flatten().collect();
            let share = |of: fn(&Told) -> bool| Share::count(told.iter().map(|t| Some(of(t))));
            let (nominal, granted, covered) = (share(|t| t.0), share(|t| t.1), share(|t| t.2));
            // An exact test keeps to its level; its interval, turned over, to 95%.
            let bar = match (size_sd > 0.0, nominal.low <= 0.05, covered.high >= 0.93) {
                (true, _, true) => "",
                (false, true, true) => "met",
                _ => "miss",
            };
            println!(
                "{n_blocks},{rho_per_day},{gap_percent},{check_ins},{size_sd},{},{:.3},{:.3},{:.3},{:.3},{:.3},{:.3},{:.3},{bar}",
                told.len(),
                nominal.share.unwrap_or(f64::NAN),
                nominal.low,
                nominal.high,
                granted.share.unwrap_or(f64::NAN),
                covered.share.unwrap_or(f64::NAN),
                covered.low,
                covered.high,
            );
        }
    }
}
