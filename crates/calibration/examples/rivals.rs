//! Measures `triggers` against other methods on the same people at the same rate of false claims
//! (bar B5). Refuses to write files: the caller keeps the output.
//!
//! `rivals N [SEED] [NAME]`: N people with nothing going on set the level of each method, N others
//! with one true trigger show its power; only cells with NAME in their name.

#[path = "rivals/methods.rs"]
mod methods;

use calibration::beside::{Beside, TrueTrigger, person};
use calibration::population::{Cell, Scale};
use calibration::stand::{SEED, Share, all};
use finding::triggers::Lag;
use methods::{METHODS, Strength};

/// Rate of false claims at which all methods are compared.
const LEVEL: f64 = 0.05;

fn cells() -> Vec<(Cell, u32)> {
    let at = Cell::STANDARD;
    let mut list = vec![at];
    list.extend([0.3, 0.8].map(|rho_per_day| Cell { rho_per_day, ..at }));
    list.push(Cell { days: 180, ..at });
    list.push(Cell {
        scale: Scale::Floor,
        ..at
    });
    list.push(Cell {
        gap_percent: 60,
        ..at
    });
    list.into_iter().map(|cell| (cell, 12)).collect()
}

/// What every method says of every person: of the thing that acts, and of the closest other.
fn told(
    (cell, n_candidates): (Cell, u32),
    trigger: Option<TrueTrigger>,
    n: usize,
    seed: u64,
) -> Vec<Vec<Strength>> {
    let beside = Beside {
        n_candidates,
        trigger,
        has_suspect: false,
        has_drift: true,
    };
    let one = |idx: usize| {
        let series = person(&cell, &beside, u64::try_from(idx).ok()?, seed)?;
        Some(METHODS.iter().map(|method| (method.ask)(&series)).collect())
    };
    all(n, &|_, _| (), one).into_iter().flatten().collect()
}

/// The largest p-value that counts as a claim when [`LEVEL`] of still people may get one.
fn threshold(still: &[Vec<Strength>], method: usize) -> f64 {
    let mut smallest: Vec<f64> = (still.iter())
        .filter_map(|told| told.get(method))
        .map(|strength| strength.acting.min(strength.other))
        .collect();
    smallest.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss
    )]
    let allowed = (LEVEL * smallest.len() as f64) as usize;
    // Below the first p-value that would be one claim too many.
    smallest.get(allowed).map_or(0.0, |p| p.next_down())
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |k: usize, or: u64| words.get(k).and_then(|w| w.parse().ok()).unwrap_or(or);
    let (n, seed) = (number(0, 200), number(1, SEED));
    let name = words.get(2).cloned().unwrap_or_default();
    let n = usize::try_from(n).unwrap_or(0);
    println!("cell,true_lag,method,people,still,still_false,p_at_most,found,low,high,bar");
    for cell in cells() {
        let cell_name = format!("{}-k{}", cell.0.name(), cell.1);
        if !cell_name.contains(&name) {
            continue;
        }
        let still = told(cell, None, n, seed);
        for (lag_name, lag) in [("today", Lag::EarlierToday), ("day1", Lag::Days(1))] {
            let trigger = Some(TrueTrigger { lag, size_sd: 0.3 });
            let acting = told(cell, trigger, n, seed.wrapping_add(1));
            let share = |method: usize| {
                let p = threshold(&still, method);
                let of = |told: &Vec<Strength>| told.get(method).map(|s| s.acting <= p);
                Share::count(acting.iter().map(of))
            };
            let ours = share(0);
            for (idx, method) in METHODS.iter().enumerate() {
                let (p, found) = (threshold(&still, idx), share(idx));
                let is_false =
                    |told: &Vec<Strength>| told.get(idx).map(|s| s.acting.min(s.other) <= p);
                let still_false = Share::count(still.iter().map(is_false));
                let factor = if method.is_ours { 1.5 } else { 1.0 };
                let bar = match idx {
                    0 => "",
                    _ if ours.share >= found.share.map(|share| factor * share) => "met",
                    _ => "miss",
                };
                println!(
                    "{cell_name},{lag_name},{},{},{},{:.3},{p:.5},{:.3},{:.3},{:.3},{bar}",
                    method.name,
                    acting.len(),
                    still.len(),
                    still_false.share.unwrap_or(f64::NAN),
                    found.share.unwrap_or(f64::NAN),
                    found.low,
                    found.high,
                );
            }
        }
    }
}
