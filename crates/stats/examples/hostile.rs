//! Runs the room over very many hostile series and stops at the first unsound number.
//!
//! Prints how many were answered and refused. Refuses nothing: refusals are counted.

use rand::Rng;
use rayon::prelude::*;
use stats::StatsError;
use stats::changepoint::{Bootstrap, Detector};
use stats::random::{draw_stream, standard_normal, uniform};
use stats::state_space::{Estimate, Functional, Grid, Layout, Posterior};

fn value(kind: u64, rng: &mut impl Rng) -> f64 {
    let share = uniform(rng);
    match kind {
        0 => 3.0,
        1 => (share * 2.0).floor(),
        2 => (share * 5.0).floor(),
        3 => standard_normal(rng),
        4 if share < 0.1 => 1e100,
        4 => -1e-90,
        5 if share < 0.05 => 1.0,
        5 => 0.0,
        6 => 1e15 + standard_normal(rng),
        7 if share < 0.02 => f64::NAN,
        _ => standard_normal(rng) * 1e-80,
    }
}

fn gap(kind: u64, rng: &mut impl Rng) -> f64 {
    match kind {
        0 => 1.0,
        1 => 0.0,
        2 => uniform(rng),
        3 => (uniform(rng) * 2.0).floor(),
        _ => 1000.0 * uniform(rng) * uniform(rng),
    }
}

fn is_sound(estimate: &Estimate) -> bool {
    estimate.value.is_finite()
        && estimate.sd.is_finite()
        && estimate.lower <= estimate.value
        && estimate.value <= estimate.upper
        && (0.0..=1.0).contains(&estimate.p_zero)
}

/// Answers one series; `Ok(false)` is an unsound number.
fn ask(seed: u64, grid: &Grid, flat: &Grid) -> Result<bool, StatsError> {
    let mut rng = draw_stream(seed, 99);
    let n = 1 + rng.next_u64() % 24;
    let (value_kind, gap_kind) = (rng.next_u64() % 9, rng.next_u64() % 5);
    let mut time = 0.0;
    let (mut times, mut values) = (Vec::new(), Vec::new());
    for _ in 0..n {
        time += gap(gap_kind, &mut rng);
        times.push(time);
        values.push(value(value_kind, &mut rng));
    }
    let layout = Layout::of_times(&times)?;
    let posterior = Posterior::new(&layout, &values, grid)?;
    let found = posterior.functionals(&[Functional::mean_difference(&[time], &[0.0])], 0.95)?;
    let band = posterior.band(&[time + 1.0], 0.95)?;
    let mut sound = found.iter().chain(&band).all(is_sound);
    match Detector::new(&layout, flat, 3) {
        Ok(detector) => {
            let rule = Bootstrap {
                n_max: 19,
                n_exceed: 1,
                seed,
            };
            let change = detector.test(&values, &rule)?;
            sound &= is_sound(&change.step) && change.p_value > 0.0 && change.p_value <= 1.0;
        }
        Err(StatsError::TooFew { .. }) => {}
        Err(error) => return Err(error),
    }
    Ok(sound)
}

fn main() -> Result<(), StatsError> {
    let n: u64 = std::env::args()
        .nth(1)
        .and_then(|text| text.parse().ok())
        .unwrap_or(1_000_000);
    let noise = [(0.02, 1.0), (0.5, 1.0)];
    let grid = Grid::cross(
        &[(0.3, 1.0), (0.95, 1.0)],
        &noise,
        &[(0.0, 1.0), (0.03, 1.0)],
    )?;
    let flat = Grid::cross(&[(0.3, 1.0), (0.95, 1.0)], &noise, &[(0.0, 1.0)])?;
    let (answered, refused, unsound) = (0..n)
        .into_par_iter()
        .map(|seed| match ask(seed, &grid, &flat) {
            Ok(true) => (1, 0, 0),
            Ok(false) => (0, 0, 1),
            Err(_) => (0, 1, 0),
        })
        .reduce(
            || (0_u64, 0_u64, 0_u64),
            |a, b| (a.0 + b.0, a.1 + b.1, a.2 + b.2),
        );
    println!("{answered} answered, {refused} refused, {unsound} unsound");
    Ok(())
}
