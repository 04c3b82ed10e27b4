//! Measures how often the intervals of the averaged state-space model cover the truth.
//!
//! Prints one row a cell: share covered, median width, over simulated records. Refuses to decide
//! what is good enough: the bars stand in `method.md`.

use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;
use stats::random::{draw_stream, standard_normal, uniform};
use stats::state_space::{Functional, Grid, Layout, Posterior};

#[derive(Clone, Copy)]
struct Cell {
    n_days: usize,
    per_day: usize,
    rho: f64,
    noise: f64,
    gaps: f64,
    drift: Drift,
    scale: Scale,
}

#[derive(Clone, Copy, Debug)]
enum Drift {
    None,
    Walk(f64),
    Cosine(f64),
}

#[derive(Clone, Copy, Debug)]
enum Scale {
    Smooth,
    Steps5,
    Steps11,
    Floor,
}

struct Record {
    times: Vec<f64>,
    values: Vec<f64>,
    /// Time and expected answer of every scheduled check-in.
    truth: Vec<(f64, f64)>,
}

fn answer(scale: Scale, value: f64) -> f64 {
    match scale {
        Scale::Smooth => value,
        Scale::Steps5 => (value * 1.1 + 2.0).round().clamp(0.0, 4.0),
        Scale::Steps11 => (value * 2.0 + 5.0).round().clamp(0.0, 10.0),
        // 58 % of a normal lie below 0.2: those are the lowest step.
        Scale::Floor => ((value - 0.2) * 2.0).ceil().clamp(0.0, 4.0),
    }
}

/// Mean answer at a signal, over the noise, by its quantiles.
fn expected(scale: Scale, signal: f64, noise_sd: f64) -> f64 {
    if matches!(scale, Scale::Smooth) {
        return signal;
    }
    let n = 40;
    (0..n)
        .map(|k| {
            let q = stats::special::normal_quantile((f64::from(k) + 0.5) / f64::from(n));
            answer(scale, signal + noise_sd * q.unwrap_or(0.0))
        })
        .sum::<f64>()
        / f64::from(n)
}

#[allow(clippy::cast_precision_loss)]
fn simulate(cell: &Cell, rng: &mut ChaCha8Rng) -> Record {
    let n = cell.n_days * cell.per_day;
    let step = 1.0 / cell.per_day as f64;
    let phi = cell.rho.powf(step);
    let (ar_sd, noise_sd) = ((1.0 - cell.noise).sqrt(), cell.noise.sqrt());
    let mut ar = ar_sd * standard_normal(rng);
    let phase = std::f64::consts::TAU * uniform(rng);
    let period = cell.n_days as f64 * (0.5 + 1.5 * uniform(rng));
    let mut walk = 0.0;
    let mut record = Record {
        times: vec![],
        values: vec![],
        truth: vec![],
    };
    let (mut away, burst) = (0_i32, cell.gaps * 0.6);
    for i in 0..n {
        let time = i as f64 * step;
        if i > 0 {
            ar = phi * ar + ar_sd * (1.0 - phi * phi).sqrt() * standard_normal(rng);
        }
        let drift = match cell.drift {
            Drift::None => 0.0,
            Drift::Walk(sd) => {
                // The path's own variance over the record is sd^2 on average.
                walk += sd * (6.0 / n as f64).sqrt() * standard_normal(rng);
                walk
            }
            Drift::Cosine(sd) => {
                sd * 2.0_f64.sqrt() * (std::f64::consts::TAU * time / period + phase).cos()
            }
        };
        let signal = drift + ar;
        record
            .truth
            .push((time, expected(cell.scale, signal, noise_sd)));
        let value = answer(cell.scale, signal + noise_sd * standard_normal(rng));
        if i % cell.per_day == 0 {
            // Days away come in runs of two on average; they make up 60 % of the gaps.
            away = i32::from(if away > 0 {
                uniform(rng) < 0.5
            } else {
                uniform(rng) < 0.5 * burst / (1.0 - burst)
            });
        }
        let single = (cell.gaps - burst) / (1.0 - burst);
        if away == 0 && uniform(rng) >= single {
            record.times.push(time);
            record.values.push(value);
        }
    }
    record
}

struct Outcome {
    covered: bool,
    width: f64,
    band: f64,
    rounded_zero: bool,
}

#[allow(clippy::cast_precision_loss)]
fn one(cell: &Cell, grid: &Grid, seed: u64) -> Option<Outcome> {
    let mut rng = draw_stream(seed, 7);
    let record = simulate(cell, &mut rng);
    let end = cell.n_days as f64 - 1e-9;
    let between = |from: f64, to: f64| -> Vec<f64> {
        record
            .truth
            .iter()
            .map(|t| t.0)
            .filter(|t| *t >= from && *t < to)
            .collect()
    };
    let (now, before) = (between(end - 7.0, end), between(end - 35.0, end - 7.0));
    let mean = |times: &[f64]| -> f64 {
        let inside: Vec<f64> = record
            .truth
            .iter()
            .filter(|t| times.contains(&t.0))
            .map(|t| t.1)
            .collect();
        inside.iter().sum::<f64>() / inside.len() as f64
    };
    let truth = mean(&now) - mean(&before);
    let layout = Layout::of_times(&record.times).ok()?;
    let posterior = Posterior::new(&layout, &record.values, grid).ok()?;
    let found = posterior
        .functionals(&[Functional::mean_difference(&now, &before)], 0.95)
        .ok()?[0];
    let days: Vec<f64> = record
        .truth
        .iter()
        .step_by(5 * cell.per_day)
        .map(|t| t.0)
        .collect();
    let band = posterior.band(&days, 0.95).ok()?;
    let inside = days.iter().zip(&band).filter(|(day, estimate)| {
        let truth = mean(&[**day]);
        estimate.lower <= truth && truth <= estimate.upper
    });
    Some(Outcome {
        covered: found.lower <= truth && truth <= found.upper,
        width: found.upper - found.lower,
        band: inside.count() as f64 / days.len() as f64,
        rounded_zero: found.p_zero < 0.05,
    })
}

#[allow(clippy::cast_precision_loss)]
fn run(cell: &Cell, n_records: u64, grid: &Grid) {
    let start = std::time::Instant::now();
    let results: Vec<Outcome> = (0..n_records)
        .into_par_iter()
        .filter_map(|seed| one(cell, grid, seed))
        .collect();
    let n = results.len() as f64;
    let covered = results.iter().filter(|r| r.covered).count() as f64 / n;
    let band = results.iter().map(|r| r.band).sum::<f64>() / n;
    let width = results.iter().map(|r| r.width).sum::<f64>() / n;
    let nonzero = results.iter().filter(|r| r.rounded_zero).count() as f64 / n;
    println!(
        "{:4} {} {:.1} {:.1} {:.1} {:<12} {:<8} n={:4} cover {:.3} band {:.3} width {:.2} p<.05 {:.2} {:.1}ms",
        cell.n_days,
        cell.per_day,
        cell.rho,
        cell.noise,
        cell.gaps,
        format!("{:?}", cell.drift),
        format!("{:?}", cell.scale),
        results.len(),
        covered,
        band,
        width,
        nonzero,
        start.elapsed().as_secs_f64() * 1e3 / n,
    );
}

fn cells() -> Vec<Cell> {
    let base = Cell {
        n_days: 90,
        per_day: 1,
        rho: 0.5,
        noise: 0.3,
        gaps: 0.3,
        drift: Drift::None,
        scale: Scale::Smooth,
    };
    let mut all = Vec::new();
    for n_days in [30, 60, 90, 180, 365] {
        for rho in [0.3, 0.6, 0.9] {
            for drift in [
                Drift::None,
                Drift::Walk(0.5),
                Drift::Walk(1.0),
                Drift::Cosine(1.0),
            ] {
                all.push(Cell {
                    n_days: n_days.max(36),
                    rho,
                    drift,
                    ..base
                });
            }
        }
    }
    for (per_day, gaps) in [(1, 0.0), (1, 0.6), (3, 0.0), (3, 0.3), (3, 0.6)] {
        for rho in [0.3, 0.8] {
            for drift in [Drift::None, Drift::Cosine(0.5), Drift::Walk(1.0)] {
                all.push(Cell {
                    per_day,
                    gaps,
                    rho,
                    drift,
                    ..base
                });
            }
        }
    }
    for scale in [Scale::Steps5, Scale::Steps11, Scale::Floor] {
        for rho in [0.3, 0.6, 0.9] {
            for drift in [Drift::None, Drift::Walk(0.5)] {
                all.push(Cell {
                    scale,
                    rho,
                    drift,
                    ..base
                });
            }
        }
    }
    for noise in [0.05, 0.6] {
        for rho in [0.3, 0.8] {
            all.push(Cell { noise, rho, ..base });
        }
    }
    all
}

fn main() {
    let n_records: u64 = std::env::args()
        .nth(1)
        .and_then(|text| text.parse().ok())
        .unwrap_or(400);
    let Ok(grid) = Grid::standard() else { return };
    println!("grid of {} points", grid.points().len());
    for cell in cells() {
        run(&cell, n_records, &grid);
    }
}
