//! Measures `after_high` on people with a known effect of tense days. Refuses to write files: the
//! caller keeps the output.
//!
//! `after_high N [SEED]`: N people a row.

use calibration::after_high::{AfterTense, person};
use calibration::population::Cell;
use calibration::recipe::DriftShape;
use calibration::stand::{SEED, Share, all};
use finding::after_high;

/// What one person was told: whether the days are told apart as more numb, and as less; whether the
/// interval holds the truth; its half width.
type Told = (bool, bool, bool, f64);

fn ask(cell: &Cell, after: &AfterTense, idx: usize, seed: u64) -> Option<Told> {
    let (series, truth) = person(cell, after, u64::try_from(idx).ok()?, seed)?;
    let answer = after_high::answer(Some(&series));
    let found = answer.finding()?;
    let difference = found.difference;
    Some((
        difference.low > 0.0,
        difference.high < 0.0,
        (difference.low..=difference.high).contains(&truth),
        (difference.high - difference.low) / 2.0,
    ))
}

fn rows() -> Vec<(&'static str, Cell)> {
    let at = Cell {
        days: 180,
        ..Cell::STANDARD
    };
    vec![
        ("d90", Cell { days: 90, ..at }),
        ("d180", at),
        ("d365", Cell { days: 365, ..at }),
        (
            "rho0",
            Cell {
                rho_per_day: 0.0,
                ..at
            },
        ),
        (
            "rho8",
            Cell {
                rho_per_day: 0.8,
                ..at
            },
        ),
        (
            "gaps0",
            Cell {
                gap_percent: 0,
                ..at
            },
        ),
        (
            "gaps60",
            Cell {
                gap_percent: 60,
                ..at
            },
        ),
        ("once", Cell { check_ins: 1, ..at }),
        (
            "drift",
            Cell {
                drift: Some(DriftShape::Line),
                ..at
            },
        ),
    ]
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |k: usize, or: u64| words.get(k).and_then(|w| w.parse().ok()).unwrap_or(or);
    let (n, seed) = (number(0, 100), number(1, SEED));
    let n = usize::try_from(n).unwrap_or(0);
    println!(
        "people_of,effect_sd,same_time_sd,people,told,more,low,high,less,covered,low,high,half_width"
    );
    for (name, cell) in rows() {
        for (size_sd, same_time_sd) in [(0.0, 0.0), (0.0, 0.4), (0.5, 0.4), (1.0, 0.0)] {
            let after = AfterTense {
                size_sd,
                same_time_sd,
            };
            let told = all(n, &|_, _| (), |idx| ask(&cell, &after, idx, seed));
            let told: Vec<Told> = told.into_iter().flatten().collect();
            let share = |of: fn(&Told) -> bool| Share::count(told.iter().map(|t| Some(of(t))));
            let (more, less, covered) = (share(|t| t.0), share(|t| t.1), share(|t| t.2));
            let mut widths: Vec<f64> = told.iter().map(|t| t.3).collect();
            widths.sort_by(f64::total_cmp);
            println!(
                "{name},{size_sd},{same_time_sd},{n},{},{:.3},{:.3},{:.3},{:.3},{:.3},{:.3},{:.3},{:.1}",
                told.len(),
                more.share.unwrap_or(f64::NAN),
                more.low,
                more.high,
                less.share.unwrap_or(f64::NAN),
                covered.share.unwrap_or(f64::NAN),
                covered.low,
                covered.high,
                widths.get(widths.len() / 2).copied().unwrap_or(f64::NAN),
            );
        }
    }
}
