//! Measures how often a named suspect is found (bar B6). Refuses to write files: the caller keeps the
//! output.
//!
//! `suspect N [SEED]`: N people a row; 90 days, three check-ins, 30% missing, twelve candidates, one of
//! which acts with 0.3 standard deviations. Then what nobody could do better: one test alone, of what
//! truly acted at every check-in, logged or not, by somebody who knows how check-ins resemble each
//! other, and what weekday, time of day and trend are not.

use calibration::beside::{ACTS, Beside, TrueTrigger, person, person_and_truth};
use calibration::population::Cell;
use calibration::stand::{SEED, Share, all};
use finding::triggers::{self, Lag};
use stats::association::associations;
use stats::state_space::{Dependence, Grid, GridPoint, Layout, Posterior};

/// What a grown record grants `triggers` at day 90, next to `course` alone.
const GRANTED: f64 = 0.009 * 5.0 / 6.0 * 4.0 / 7.0;

/// The smallest p-value of what acts, adjusted within the question (Holm with weights).
fn p_of_suspect(cell: &Cell, beside: &Beside, idx: usize, seed: u64) -> Option<f64> {
    let mut series = person(cell, beside, u64::try_from(idx).ok()?, seed)?;
    // Over when it is brought along: looked at once, whole.
    series.numbness.written_on = series.numbness.last_day.plus_days(400);
    let answer = triggers::answer(Some(&series), 1);
    let found = answer.finding()?;
    let mine = found.tested.iter().filter(|t| t.subject.name == ACTS);
    let p_adjusted = mine.map(|t| t.p_adjusted * found.alpha / 0.05);
    p_adjusted.reduce(f64::min)
}

/// What is known to whoever knows everything: the dependence between days and the share of an answer's
/// variance that does not reach the next day.
const KNOWN_NOISE_SHARE: f64 = 0.258;

/// The p-value of what truly acted, in the model by which people are made; without anything held
/// still.
fn p_of_truth(cell: &Cell, beside: &Beside, idx: usize, seed: u64) -> Option<f64> {
    let (series, truth) = person_and_truth(cell, beside, u64::try_from(idx).ok()?, seed)?;
    let (mut times, mut values, mut acted) = (Vec::new(), Vec::new(), Vec::new());
    for (point, acts) in series.numbness.points.iter().zip(truth) {
        if let Some(value) = point.numbness {
            times.push(point.time_days);
            values.push(value);
            acted.push(acts);
        }
    }
    let theta = Dependence::of_shares(cell.rho_per_day, KNOWN_NOISE_SHARE, 0.0).ok()?;
    let grid = Grid::new(vec![GridPoint { theta, prior: 1.0 }]).ok()?;
    let layout = Layout::of_times(&times).ok()?;
    let posterior = Posterior::new(&layout, &values, &grid).ok()?;
    let found = associations(&posterior, &[acted], 0.95).ok()?;
    Some(found.first()?.as_ref()?.p_zero)
}

/// The most that could be found, at the level of a single test and of four lags.
fn limits(n: usize, seed: u64) {
    for check_ins in [3, 1] {
        let cell = Cell {
            check_ins,
            // Weekends would have to be estimated; who knows everything knows them.
            has_week: false,
            ..Cell::STANDARD
        };
        for (lag_name, lag) in [("today", Lag::EarlierToday), ("day1", Lag::Days(1))] {
            if check_ins == 1 && lag == Lag::EarlierToday {
                continue;
            }
            let beside = Beside {
                n_candidates: 1,
                trigger: Some(TrueTrigger { lag, size_sd: 0.3 }),
                has_suspect: true,
                has_drift: true,
            };
            let told = all(n, &|_, _| (), |idx| p_of_truth(&cell, &beside, idx, seed));
            for (name, level) in [
                ("oracle: one test at .05", 0.05),
                ("oracle: two lags at .025", 0.025),
                ("oracle: at the share of one lag", 0.05 * 0.5 * 0.4),
            ] {
                let is_found = told.iter().map(|p| p.map(|p| p <= level));
                let share = Share::count(is_found);
                println!(
                    "known,{lag_name},{check_ins},{n},{name},{:.3},{:.3},{:.3},",
                    share.share.unwrap_or(0.0),
                    share.low,
                    share.high
                );
            }
        }
    }
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |k: usize, or: u64| words.get(k).and_then(|w| w.parse().ok()).unwrap_or(or);
    let (n, seed) = (number(0, 100), number(1, SEED));
    println!("suspect,lag,check_ins,people,level,found,low,high,bar");
    for check_ins in [3, 1] {
        let cell = Cell {
            check_ins,
            ..Cell::STANDARD
        };
        for (lag_name, lag) in [("today", Lag::EarlierToday), ("day1", Lag::Days(1))] {
            for has_suspect in [true, false] {
                let beside = Beside {
                    n_candidates: 12,
                    trigger: Some(TrueTrigger { lag, size_sd: 0.3 }),
                    has_suspect,
                    has_drift: true,
                };
                if check_ins == 1 && lag == Lag::EarlierToday {
                    continue;
                }
                let n = usize::try_from(n).unwrap_or(0);
                let told = all(n, &|_, _| (), |idx| p_of_suspect(&cell, &beside, idx, seed));
                for (name, level) in [("nominal", 0.05), ("granted", GRANTED)] {
                    let is_found = told.iter().map(|p| Some(p.is_some_and(|p| p <= level)));
                    let share = Share::count(is_found);
                    let found = share.share.unwrap_or(0.0);
                    // The bar speaks of a named suspect and three check-ins.
                    let bar = match (has_suspect && check_ins == 3, found >= 0.6) {
                        (false, _) => "",
                        (true, true) => "met",
                        (true, false) => "miss",
                    };
                    println!(
                        "{has_suspect},{lag_name},{check_ins},{n},{name},{found:.3},{:.3},{:.3},{bar}",
                        share.low, share.high
                    );
                }
            }
        }
    }
    limits(usize::try_from(n).unwrap_or(0), seed);
}
