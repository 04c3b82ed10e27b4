//! Measures how often the test of a step claims one that is not there, and finds one that is.
//!
//! Prints one row a cell. Refuses to decide what is good enough: the bars stand in `method.md`.

use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;
use stats::changepoint::{Bootstrap, Detector};
use stats::random::{draw_stream, standard_normal, uniform};
use stats::rank::normal_scores;
use stats::state_space::{Grid, Layout};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Scale {
    Smooth,
    Steps5,
    Floor,
}

#[derive(Clone, Copy)]
struct Cell {
    n_days: usize,
    rho: f64,
    noise: f64,
    gaps: f64,
    scale: Scale,
    step: f64,
}

struct Record {
    times: Vec<f64>,
    weekdays: Vec<Vec<f64>>,
    values: Vec<f64>,
    /// First observation after the true step.
    split: usize,
}

fn answer(scale: Scale, value: f64) -> f64 {
    match scale {
        Scale::Smooth => value,
        Scale::Steps5 => (value * 1.1 + 2.0).round().clamp(0.0, 4.0),
        Scale::Floor => ((value - 0.2) * 2.0).ceil().clamp(0.0, 4.0),
    }
}

#[allow(clippy::cast_precision_loss)]
fn simulate(cell: &Cell, rng: &mut ChaCha8Rng) -> Record {
    let (ar_sd, noise_sd) = ((1.0 - cell.noise).sqrt(), cell.noise.sqrt());
    let mut ar = ar_sd * standard_normal(rng);
    let mut record = Record {
        times: vec![],
        weekdays: vec![vec![]; 6],
        values: vec![],
        split: 0,
    };
    let weekend = 0.4 * (2.0 * uniform(rng) - 1.0);
    let (mut away, burst) = (false, cell.gaps * 0.6);
    let single = (cell.gaps - burst) / (1.0 - burst);
    for day in 0..cell.n_days {
        if day > 0 {
            ar = cell.rho * ar + ar_sd * (1.0 - cell.rho * cell.rho).sqrt() * standard_normal(rng);
        }
        let week = if day % 7 >= 5 { weekend } else { 0.0 };
        let is_after = day >= cell.n_days / 2;
        let level = if is_after { cell.step } else { 0.0 };
        let value = answer(
            cell.scale,
            ar + week + level + noise_sd * standard_normal(rng),
        );
        let chance = if away {
            0.5
        } else {
            0.5 * burst / (1.0 - burst)
        };
        away = uniform(rng) < chance;
        let is_missed = uniform(rng) < single;
        if away || is_missed {
            continue;
        }
        if !is_after {
            record.split += 1;
        }
        record.times.push(day as f64);
        record.values.push(value);
        for (k, column) in record.weekdays.iter_mut().enumerate() {
            let weekday = day % 7;
            column.push(if weekday == k { 1.0 } else { 0.0 } - f64::from(u8::from(weekday == 6)));
        }
    }
    record
}

#[derive(Default)]
struct Outcome {
    raw: bool,
    both: bool,
    in_set: bool,
    near: bool,
    set_share: f64,
    step_covered: bool,
}

#[allow(clippy::cast_precision_loss)]
fn one(cell: &Cell, grid: &Grid, seed: u64) -> Option<Outcome> {
    let mut rng = draw_stream(seed, 11);
    let record = simulate(cell, &mut rng);
    let layout = Layout::new(&record.times, &record.weekdays).ok()?;
    let detector = Detector::new(&layout, grid, 5).ok()?;
    // Enough draws to decide at 5 %, fewer than the standard rule to save time.
    let rule = Bootstrap {
        n_max: 199,
        n_exceed: 7,
        seed,
    };
    let raw = detector.test(&record.values, &rule).ok()?;
    let scores = normal_scores(&record.values).ok()?;
    let ranked = detector.test(&scores, &rule).ok()?;
    let split = record.split;
    Some(Outcome {
        raw: raw.p_value <= 0.05,
        both: raw.p_value <= 0.05 && ranked.p_value <= 0.05,
        in_set: raw.possible_idx.contains(&split),
        near: raw.first_after_idx.abs_diff(split) <= 7,
        set_share: raw.possible_idx.len() as f64 / record.times.len() as f64,
        step_covered: raw.step.lower <= cell.step && cell.step <= raw.step.upper,
    })
}

#[allow(clippy::cast_precision_loss)]
fn run(cell: &Cell, n_records: u64, grid: &Grid) {
    let start = std::time::Instant::now();
    let all: Vec<Outcome> = (0..n_records)
        .into_par_iter()
        .filter_map(|seed| one(cell, grid, seed))
        .collect();
    let n = all.len() as f64;
    let share = |of: &dyn Fn(&Outcome) -> bool| all.iter().filter(|o| of(o)).count() as f64 / n;
    let claimed = share(&|o| o.both).max(1e-9);
    println!(
        "{:4} {:.1} {:.1} {:.1} {:<7} {:.1} n={:4} raw {:.3} both {:.3} | set {:.3} ({:.2} of days) \
         given claim {:.3} near {:.2} step {:.3} given claim {:.3} {:.1}ms",
        cell.n_days,
        cell.rho,
        cell.noise,
        cell.gaps,
        format!("{:?}", cell.scale),
        cell.step,
        all.len(),
        share(&|o| o.raw),
        share(&|o| o.both),
        share(&|o| o.in_set),
        all.iter().map(|o| o.set_share).sum::<f64>() / n,
        share(&|o| o.both && o.in_set) / claimed,
        share(&|o| o.near),
        share(&|o| o.step_covered),
        share(&|o| o.both && o.step_covered) / claimed,
        start.elapsed().as_secs_f64() * 1e3 / n,
    );
}

fn null_cells() -> Vec<Cell> {
    let mut all = Vec::new();
    for scale in [Scale::Steps5, Scale::Floor, Scale::Smooth] {
        for n_days in [42, 60, 90, 180, 365] {
            for gaps in [0.0, 0.3, 0.6] {
                for rho in [0.9, 0.8, 0.7, 0.5, 0.3] {
                    all.push(Cell {
                        n_days,
                        rho,
                        noise: 0.2,
                        gaps,
                        scale,
                        step: 0.0,
                    });
                }
            }
        }
    }
    all
}

fn power_cells() -> Vec<Cell> {
    let mut all = Vec::new();
    for step in [1.0, 1.5] {
        for n_days in [42, 60, 90, 180, 365] {
            for rho in [0.3, 0.5, 0.7, 0.9] {
                let scale = Scale::Smooth;
                all.push(Cell {
                    n_days,
                    rho,
                    noise: 0.2,
                    gaps: 0.3,
                    scale,
                    step,
                });
            }
        }
    }
    all
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let what = arguments.get(1).map_or("null", String::as_str);
    let n_records: u64 = arguments
        .get(2)
        .and_then(|text| text.parse().ok())
        .unwrap_or(400);
    let Ok(grid) = Grid::without_drift() else {
        return;
    };
    let cells = if what == "power" {
        power_cells()
    } else {
        null_cells()
    };
    let only: Option<usize> = arguments.get(3).and_then(|text| text.parse().ok());
    for cell in cells {
        if only.is_none_or(|n_days| n_days == cell.n_days) {
            run(&cell, n_records, &grid);
        }
    }
}
