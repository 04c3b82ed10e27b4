//! Measures `pattern_change` on people whose pattern does not change, and on people whose does.
//! Refuses to write files: the caller keeps the output.
//!
//! `pattern N [SEED] [NAME]`: N people a cell; only cells with NAME in their name.

use calibration::beside::{Beside, person};
use calibration::population::{Cell, Effect, Scale};
use calibration::stand::{Share, all};
use finding::pattern_change;

fn cells() -> Vec<(Cell, u32)> {
    let at = Cell::STANDARD;
    let mut list = vec![at];
    list.extend([0.3, 0.7, 0.8, 0.9].map(|rho_per_day| Cell { rho_per_day, ..at }));
    list.extend([0, 60].map(|gap_percent| Cell { gap_percent, ..at }));
    list.extend([180, 365].map(|days| Cell { days, ..at }));
    list.push(Cell { check_ins: 1, ..at });
    list.extend([Scale::FiveSteps, Scale::Floor].map(|scale| Cell { scale, ..at }));
    let mut list: Vec<(Cell, u32)> = list.into_iter().map(|cell| (cell, 12)).collect();
    list.extend([0.3, 0.5, 0.9].map(|rho_per_day| (Cell { rho_per_day, ..at }, 0)));
    list.push((
        Cell {
            scale: Scale::Floor,
            ..at
        },
        0,
    ));
    for size in [1.0, 2.0] {
        list.push((at.with(Effect::StepAtTwoThirds(size)), 0));
        list.push((at.with(Effect::StepAtTwoThirds(size)), 12));
    }
    list
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |k: usize, or: u64| words.get(k).and_then(|w| w.parse().ok()).unwrap_or(or);
    let (n, seed) = (number(0, 100), number(1, 20_261_123));
    let name = words.get(2).cloned().unwrap_or_default();
    println!("cell,things,people,alarms05,low,high");
    for (cell, n_candidates) in cells() {
        if !format!("{}-k{n_candidates}", cell.name()).contains(&name) {
            continue;
        }
        let beside = Beside {
            n_candidates,
            trigger: None,
            has_suspect: false,
            has_drift: false,
        };
        let spans = [(cell.days, 0.05)];
        let told = all(usize::try_from(n).unwrap_or(0), &|_, _| {}, |idx| {
            let series = person(&cell, &beside, u64::try_from(idx).unwrap_or(0), seed)?;
            let answer = pattern_change::answer_with(&series, &spans, seed);
            answer
                .finding()
                .map(pattern_change::PatternChange::is_claim)
        });
        let share = Share::count(told.into_iter());
        println!(
            "{},{n_candidates},{},{:.4},{:.4},{:.4}",
            cell.name(),
            share.of,
            share.share.unwrap_or(f64::NAN),
            share.low,
            share.high,
        );
    }
}
