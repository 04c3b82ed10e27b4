//! Measures how often two phases that do not differ seem to, by the textbook and adjusted.
//!
//! Prints one row a cell. Refuses to decide what is good enough: `single_case/method.md` says what
//! follows.

use rayon::prelude::*;
use stats::StatsError;
use stats::random::{draw_stream, standard_normal, uniform};
use stats::single_case::{Effect, Improvement, Resemblance, TwoPhases};
use stats::state_space::{Criterion, Dependence, Family, Grid, Layout, Posterior, maximize};

const N_RECORDS: u64 = 4_000;
const LEVEL: f64 = 0.95;

#[derive(Clone, Copy)]
struct Cell {
    /// Days of each phase.
    n_days: usize,
    rho: f64,
    /// Share of noise in the variance.
    noise: f64,
    /// Share of days without an answer.
    gaps: f64,
    /// Whether answers are whole steps from 1 to 5.
    is_stepped: bool,
    /// Difference of the phases in standard deviations.
    effect: f64,
}

#[allow(clippy::cast_precision_loss)]
fn record(cell: &Cell, seed: u64) -> (Vec<f64>, Vec<f64>, Vec<bool>) {
    let mut rng = draw_stream(seed, 0);
    let fresh = (1.0 - cell.rho * cell.rho).sqrt();
    let mut ar = standard_normal(&mut rng);
    let (mut times, mut values, mut marks) = (Vec::new(), Vec::new(), Vec::new());
    for day in 0..2 * cell.n_days {
        ar = cell.rho * ar + fresh * standard_normal(&mut rng);
        let noise = standard_normal(&mut rng);
        let is_with = day >= cell.n_days;
        let value = (1.0 - cell.noise).sqrt() * ar
            + cell.noise.sqrt() * noise
            + if is_with { cell.effect } else { 0.0 };
        if uniform(&mut rng) >= cell.gaps {
            times.push(day as f64);
            values.push(if cell.is_stepped {
                (3.0 + 0.9 * value).round().clamp(1.0, 5.0)
            } else {
                50.0 + 10.0 * value
            });
            marks.push(is_with);
        }
    }
    (times, values, marks)
}

/// Whether each of textbook and adjusted leaves out `truth`.
fn misses(effect: &Effect, truth: f64) -> [bool; 2] {
    [effect.textbook, effect.adjusted].map(|b| !(b.lower..=b.upper).contains(&truth))
}

/// NAP, standardized difference and log ratio.
fn ask(phases: &TwoPhases, resemblance: &Resemblance) -> Result<[Effect; 3], StatsError> {
    Ok([
        phases.nonoverlap(resemblance, LEVEL)?,
        phases.standardized_difference(resemblance, LEVEL)?,
        phases.log_ratio(resemblance, LEVEL)?,
    ])
}

/// Textbook, adjusted with the true dependence, with the most likely one, and with all that the
/// record leaves open; each for the three effects.
fn judge(cell: &Cell, seed: u64) -> Result<[bool; 12], StatsError> {
    let (times, values, marks) = record(cell, seed);
    let phases = TwoPhases::new(&times, &values, &marks, Improvement::Increase)?;
    let column: Vec<f64> = marks
        .iter()
        .map(|with| f64::from(u8::from(*with)))
        .collect();
    let layout = Layout::new(&times, &[column])?;
    let truth = Dependence::of_shares(cell.rho, cell.noise, 0.0)?;
    let best = maximize(&layout, &values, Family::Ar, Criterion::Restricted)?;
    let posterior = Posterior::new(&layout, &values, &Grid::without_drift()?)?;
    let ways = [
        Resemblance::known(truth)?,
        Resemblance::known(best.theta)?,
        Resemblance::estimated(&posterior)?,
    ];
    let shift = stats::special::normal_cdf(cell.effect / 2.0_f64.sqrt())?;
    let truths = [shift, cell.effect, (1.0 + 0.2 * cell.effect).ln()];
    let mut out = [false; 12];
    for (k, way) in ways.iter().enumerate() {
        for (e, effect) in ask(&phases, way)?.iter().enumerate() {
            let [textbook, adjusted] = misses(effect, truths[e]);
            out[e] = textbook;
            out[3 * (k + 1) + e] = adjusted;
        }
    }
    Ok(out)
}

fn row(cell: &Cell) {
    let list: Vec<[bool; 12]> = (0..N_RECORDS)
        .into_par_iter()
        .filter_map(|seed| judge(cell, seed).ok())
        .collect();
    let share = |idx: usize| {
        let n = list.iter().filter(|one| one[idx]).count();
        f64::from(u32::try_from(n).unwrap_or(0)) / f64::from(u32::try_from(list.len()).unwrap_or(1))
    };
    print!(
        "{0}+{0} days, rho {1}, noise {2}, gaps {3}, stepped {4}, effect {5} (n {6}):",
        cell.n_days,
        cell.rho,
        cell.noise,
        cell.gaps,
        cell.is_stepped,
        cell.effect,
        list.len()
    );
    for (k, name) in ["textbook", "true", "likely", "open"].iter().enumerate() {
        let [nap, smd, lrr] = [0, 1, 2].map(|e| share(3 * k + e));
        print!(" {name} {nap:.3} {smd:.3} {lrr:.3};");
    }
    println!();
}

fn main() {
    let still = Cell {
        n_days: 20,
        rho: 0.0,
        noise: 0.0,
        gaps: 0.0,
        is_stepped: false,
        effect: 0.0,
    };
    for n_days in [20, 40] {
        for rho in [0.0, 0.2, 0.4, 0.6, 0.8] {
            row(&Cell {
                n_days,
                rho,
                ..still
            });
        }
        let usual = Cell {
            n_days,
            rho: 0.6,
            ..still
        };
        row(&Cell {
            noise: 0.4,
            ..usual
        });
        row(&Cell { gaps: 0.3, ..usual });
        row(&Cell {
            is_stepped: true,
            ..usual
        });
        row(&Cell {
            effect: 1.0,
            ..usual
        });
    }
}
