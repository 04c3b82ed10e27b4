//! Measures all questions together on people with nothing going on (bars B1 and B2). Refuses to
//! write files: the caller keeps the output.
//!
//! `together around|full N [SEED] [MINUTES] [NAME]`: N people of each crowd around the standard one,
//! or of the full crossing in an order that mixes everything, pooled by factor, until the minutes
//! are over; only crowds with NAME in their name.

use std::time::{Duration, Instant};

use calibration::population::{Cell, cells, cells_around_standard};
use calibration::stand::{CANDIDATES, Crowd, QUESTIONS, SEED, TogetherReport, measure_together};

fn around() -> Vec<Crowd> {
    let crowd = |cell, n_candidates| Crowd { cell, n_candidates };
    let mut list: Vec<Crowd> = (cells_around_standard().into_iter())
        .map(|cell| crowd(cell, CANDIDATES))
        .collect();
    list.extend([5, 40].map(|n| crowd(Cell::STANDARD, n)));
    list
}

/// The full crossing, so ordered that any beginning of the list holds a bit of everything.
fn mixed() -> Vec<Crowd> {
    let list = cells();
    let numbers = [5, 12, 40];
    // 1,777 has no factor in common with 4,320: every cell comes once.
    let crowd = |k: usize| {
        Some(Crowd {
            cell: *list.get(k * 1777 % list.len())?,
            n_candidates: *numbers.get(k % numbers.len())?,
        })
    };
    (0..list.len()).filter_map(crowd).collect()
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let word = |k: usize| words.get(k).map_or("", String::as_str);
    let n: usize = word(1).parse().unwrap_or(100);
    let seed = word(2).parse().unwrap_or(SEED);
    let minutes: f64 = word(3).parse().unwrap_or(24.0 * 60.0);
    let is_full = word(0) == "full";
    let list = if is_full { mixed() } else { around() };
    let start = Instant::now();
    let mut reports: Vec<(Crowd, TogetherReport)> = Vec::new();
    println!("{}", TogetherReport::csv_heading(QUESTIONS));
    for crowd in list.into_iter().filter(|c| c.name().contains(word(4))) {
        if start.elapsed() > Duration::from_secs_f64(60.0 * minutes) {
            break;
        }
        for report in measure_together(&[crowd], QUESTIONS, (n, seed), &|_, _| ()) {
            if !is_full {
                println!("{}", report.csv_row());
            }
            reports.push((crowd, report));
        }
    }
    if is_full {
        pooled(&reports);
    }
}

/// One row for everybody and one for each level of each factor.
fn pooled(reports: &[(Crowd, TogetherReport)]) {
    let mut names: Vec<String> = vec!["all".to_owned()];
    for (crowd, _) in reports {
        names.extend(factors(crowd));
    }
    names.sort();
    names.dedup();
    for name in names {
        let of: Vec<&TogetherReport> = (reports.iter())
            .filter(|(crowd, _)| name == "all" || factors(crowd).contains(&name))
            .map(|(_, report)| report)
            .collect();
        println!("{}", TogetherReport::pooled(&name, &of).csv_row());
    }
}

/// `dependence=0.5`, `gaps=30` and so on.
fn factors(crowd: &Crowd) -> Vec<String> {
    const NAMES: [&str; 9] = [
        "dependence",
        "gaps",
        "days",
        "check_ins",
        "scale",
        "drift",
        "week",
        "effect",
        "candidates",
    ];
    let name = crowd.name();
    let parts = name.split('-').zip(NAMES);
    parts
        .filter(|(_, factor)| *factor != "effect")
        .map(|(part, factor)| {
            let value = match factor {
                "scale" | "drift" | "week" => part,
                _ => part.get(1..).unwrap_or(part),
            };
            format!("{factor}={value}")
        })
        .collect()
}
