//! Measures how often a map of links shows one that is not there, and finds one that is.
//!
//! Prints one row a cell. Refuses to decide what is good enough: `graph/method.md` says what follows.

use rayon::prelude::*;
use stats::graph::{Graph, Link, Node, Options, pcmci_plus};
use stats::random::{draw_stream, standard_normal, uniform};

const N_RECORDS: u64 = 500;
const N_SERIES: usize = 13;

#[derive(Clone, Copy)]
struct Cell {
    n_days: usize,
    /// Share of days without any answer.
    gaps: f64,
    rho: f64,
    /// Size of a straight drift in each series, in standard deviations from end to end.
    drift: f64,
    /// Effect of series 1 on series 0 a day later, in standard deviations.
    effect: f64,
}

/// Thirteen series that lean on their own past; series 0 may lean on series 1.
#[allow(clippy::cast_precision_loss)]
fn series(cell: &Cell, seed: u64) -> Vec<Vec<f64>> {
    let mut rng = draw_stream(seed, 0);
    let away: Vec<bool> = (0..cell.n_days)
        .map(|_| uniform(&mut rng) < cell.gaps)
        .collect();
    let fresh = (1.0 - cell.rho * cell.rho).sqrt();
    let mut all: Vec<Vec<f64>> = (0..N_SERIES)
        .map(|_| {
            let mut ar = standard_normal(&mut rng);
            let slope = cell.drift * (2.0 * uniform(&mut rng) - 1.0) / cell.n_days as f64;
            (0..cell.n_days)
                .map(|day| {
                    ar = cell.rho * ar + fresh * standard_normal(&mut rng);
                    ar + slope * day as f64
                })
                .collect()
        })
        .collect();
    for day in 1..cell.n_days {
        all[0][day] += cell.effect * all[1][day - 1];
    }
    for one in &mut all {
        for (value, away) in one.iter_mut().zip(&away) {
            *value = if *away { f64::NAN } else { *value };
        }
    }
    all
}

/// Whether a list of links holds the true one, and whether it holds a false one at series 0.
fn judge(links: &[Link], cell: &Cell) -> [bool; 2] {
    let truth = Node {
        variable: 1,
        lag: 1,
    };
    let is_true = |link: &Link| link.to == 0 && link.from == truth;
    let touches = |link: &Link| (link.to == 0) != (link.from.variable == 0);
    let is_false = |link: &Link| touches(link) && !(cell.effect > 0.0 && is_true(link));
    [links.iter().any(is_true), links.iter().any(is_false)]
}

fn share(list: &[[bool; 4]], idx: usize) -> f64 {
    let n = list.iter().filter(|one| one[idx]).count();
    f64::from(u32::try_from(n).unwrap_or(0)) / f64::from(u32::try_from(list.len()).unwrap_or(1))
}

fn row(cell: &Cell) {
    let list: Vec<[bool; 4]> = (0..N_RECORDS)
        .into_par_iter()
        .filter_map(|seed| {
            let graph: Graph = pcmci_plus(&series(cell, seed), &Options::of_lag(1)).ok()?;
            let [found, wrong] = judge(&graph.links, cell);
            let kept = graph.links_at_false_discovery(0.05).ok()?;
            let [kept_found, kept_wrong] = judge(&kept, cell);
            Some([found, wrong, kept_found, kept_wrong])
        })
        .collect();
    println!(
        "{} days, gaps {}, rho {}, drift {}, effect {}: found {:.3}, false {:.3}; adjusted: found {:.3}, false {:.3} (n {})",
        cell.n_days,
        cell.gaps,
        cell.rho,
        cell.drift,
        cell.effect,
        share(&list, 0),
        share(&list, 1),
        share(&list, 2),
        share(&list, 3),
        list.len()
    );
}

fn main() {
    for (n_days, gaps) in [(90, 0.2), (250, 0.2), (700, 0.2)] {
        for (rho, drift, effect) in [
            (0.5, 0.0, 0.0),
            (0.8, 0.0, 0.0),
            (0.5, 2.0, 0.0),
            (0.5, 0.0, 0.3),
        ] {
            row(&Cell {
                n_days,
                gaps,
                rho,
                drift,
                effect,
            });
        }
    }
}
