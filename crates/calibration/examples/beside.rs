//! Measures `triggers` on people with many things logged beside their numbness. Refuses to write
//! files: the caller keeps the output.
//!
//! `beside N [SEED] [NAME] [TRUTH]`: N people a cell; only cells with NAME in their name, and only
//! truths with TRUTH in theirs.

use calibration::beside::{ACTS, Beside, TrueTrigger, person};
use calibration::population::{Cell, Scale};
use calibration::recipe::DriftShape;
use calibration::stand::{Share, all};
use finding::triggers::{self, Lag, Tested};
use series::Series;

/// Looked at once, as a record that is over when it is brought along.
fn brought(mut series: Series) -> Series {
    series.numbness.written_on = series.numbness.last_day.plus_days(400);
    series
}

fn ask(series: &Series) -> (f64, Vec<Tested>) {
    let answer = triggers::answer(Some(series), 1);
    answer.finding().map_or((1.0, Vec::new()), |found| {
        (found.alpha, found.tested.clone())
    })
}

fn cells() -> Vec<(String, Cell, u32)> {
    let at = Cell::STANDARD;
    let drifts = [DriftShape::Line, DriftShape::Cosine, DriftShape::Walk];
    let mut list = vec![at];
    list.extend([0.3, 0.7, 0.8, 0.9].map(|rho_per_day| Cell { rho_per_day, ..at }));
    list.extend([42, 60, 180, 365].map(|days| Cell { days, ..at }));
    list.extend([0.7, 0.9].map(|rho_per_day| Cell {
        rho_per_day,
        days: 42,
        ..at
    }));
    list.push(Cell {
        days: 42,
        check_ins: 1,
        ..at
    });
    list.extend([0, 60].map(|gap_percent| Cell { gap_percent, ..at }));
    list.push(Cell { check_ins: 1, ..at });
    list.extend([Scale::FiveSteps, Scale::Floor].map(|scale| Cell { scale, ..at }));
    list.extend(drifts.map(|shape| Cell {
        drift: Some(shape),
        ..at
    }));
    let named = |cell: Cell, n: u32| (format!("{}-k{n}", cell.name()), cell, n);
    let mut list: Vec<_> = list.into_iter().map(|cell| named(cell, 12)).collect();
    list.extend([5, 40].map(|n| named(at, n)));
    list
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |k: usize, or: u64| words.get(k).and_then(|w| w.parse().ok()).unwrap_or(or);
    let (n, seed) = (number(0, 100), number(1, 20_261_123));
    let name = words.get(2).cloned().unwrap_or_default();
    let wanted = words.get(3).cloned().unwrap_or_default();
    let truths = [
        ("null", None, false),
        ("null-suspect", None, true),
        ("today0.3", Some((Lag::EarlierToday, 0.3)), false),
        ("day1-0.3", Some((Lag::Days(1), 0.3)), false),
        ("today0.3-suspect", Some((Lag::EarlierToday, 0.3)), true),
        ("day1-0.3-suspect", Some((Lag::Days(1), 0.3)), true),
    ];
    println!("cell,truth,people,false05,low,high,false_share,found05,found_share");
    for (cell_name, cell, k) in cells() {
        if !cell_name.contains(&name) {
            continue;
        }
        for (truth, trigger, has_suspect) in truths {
            if !truth.contains(&wanted) {
                continue;
            }
            if trigger.is_some() && cell != Cell::STANDARD && name.is_empty() {
                continue;
            }
            let beside = Beside {
                n_candidates: k,
                trigger: trigger.map(|(lag, size_sd)| TrueTrigger { lag, size_sd }),
                has_suspect,
                has_drift: true,
            };
            let told = all(usize::try_from(n).unwrap_or(0), &|_, _| {}, |idx| {
                let idx = u64::try_from(idx).unwrap_or(0);
                let series = brought(person(&cell, &beside, idx, seed)?);
                let (alpha, tested) = ask(&series);
                let holm = |t: &Tested| t.p_adjusted * alpha / 0.05;
                let is_true = |t: &&Tested| trigger.is_some() && t.subject.name == ACTS;
                let any = |is_true_wanted: bool, level: f64| {
                    tested
                        .iter()
                        .filter(|t| is_true(t) == is_true_wanted)
                        .any(|t| holm(t) <= level)
                };
                Some([
                    any(false, 0.05),
                    any(false, alpha),
                    any(true, 0.05),
                    any(true, alpha),
                ])
            });
            let told: Vec<[bool; 4]> = told.into_iter().flatten().collect();
            let share = |k: usize| Share::count(told.iter().map(|t| Some(t[k])));
            let (false05, false_share) = (share(0), share(1));
            println!(
                "{cell_name},{truth},{},{:.4},{:.4},{:.4},{:.4},{:.3},{:.3}",
                told.len(),
                false05.share.unwrap_or(0.0),
                false05.low,
                false05.high,
                false_share.share.unwrap_or(0.0),
                share(2).share.unwrap_or(0.0),
                share(3).share.unwrap_or(0.0),
            );
        }
    }
}
