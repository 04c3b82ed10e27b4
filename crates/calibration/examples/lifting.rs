//! How often it lifted and how long spells lasted, on people of whom both are known. Refuses to write
//! files: the caller keeps the output.
//!
//! `lifting N [SEED]`: N people a row.

use calibration::lifting::{Goes, Lifting, Told, person, true_median};
use calibration::population::Cell;
use calibration::stand::{SEED, Share, all};

fn kinds() -> Vec<(&'static str, Lifting)> {
    let at = Lifting {
        cell: Cell {
            days: 365,
            ..Cell::STANDARD
        },
        goes: Goes::Lifts(14.0),
        burst_days: 2.0,
    };
    let mut kinds = Vec::new();
    for days in [180, 365, 730] {
        let cell = Cell { days, ..at.cell };
        kinds.push(("lifts", Lifting { cell, ..at }));
    }
    for length in [7.0, 28.0] {
        let goes = Goes::Lifts(length);
        kinds.push(("lifts", Lifting { goes, ..at }));
    }
    for (rho_per_day, gap_percent, burst_days) in [(0.8, 30, 2.0), (0.5, 60, 2.0), (0.5, 60, 8.0)] {
        let cell = Cell {
            rho_per_day,
            gap_percent,
            ..at.cell
        };
        let kind = Lifting {
            cell,
            burst_days,
            ..at
        };
        kinds.push(("lifts", kind));
        for goes in [Goes::Always, Goes::AlwaysNarrowly, Goes::CameAndStays] {
            kinds.push(("never lifts", Lifting { goes, ..kind }));
        }
    }
    let goes = Goes::AroundTheLine;
    kinds.push(("around the line", Lifting { goes, ..at }));
    kinds
}

fn print(name: &str, kind: &Lifting, told: &[Told], median: Option<f64>) {
    let recoveries = || told.iter().filter_map(|t| Some((t, t.spells.recovery?)));
    let any = Share::count(recoveries().map(|(_, r)| Some(r.n_lifted > 0)));
    let more = Share::count(recoveries().map(|(t, r)| Some(r.n_lifted > t.n_lifted)));
    let exact = Share::count(recoveries().map(|(t, r)| Some(r.n_lifted == t.n_lifted)));
    let holds = |lasted: finding::course::Lasted| {
        let median = median?;
        Some(lasted.low <= median && lasted.high.is_none_or(|high| median <= high))
    };
    let covered = Share::count(recoveries().map(|(_, r)| r.lasted.and_then(holds)));
    let truly = told.iter().map(|t| t.n_lifted).sum::<usize>();
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    let of = |share: &Share| {
        share
            .share
            .map_or(String::new(), |share| format!("{share:.3}"))
    };
    let bar = match (name, covered.share) {
        ("never lifts", _) if more.n == 0 => "met",
        ("never lifts", _) => "miss",
        ("lifts", Some(_)) if covered.high >= 0.93 => "met",
        ("lifts", Some(_)) => "miss",
        _ => "",
    };
    println!(
        "{name},{:?},{},{},{},{},{},{:.2},{},{},{},{},{},{},{:.3},{:.3},{bar}",
        kind.goes,
        kind.cell.days,
        kind.cell.rho_per_day,
        kind.cell.gap_percent,
        kind.burst_days,
        told.len(),
        number(truly) / number(told.len().max(1)),
        of(&any),
        of(&exact),
        of(&more),
        median.map_or(String::new(), |m| m.to_string()),
        covered.of,
        of(&covered),
        covered.low,
        covered.high,
    );
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |k: usize, or: u64| words.get(k).and_then(|w| w.parse().ok()).unwrap_or(or);
    let (n, seed) = (usize::try_from(number(0, 60)).unwrap_or(0), number(1, SEED));
    println!(
        "people_of,goes,days,dependence,gaps,burst_days,people,truly_lifted,told_that_it_lifted,told_as_often,told_too_often,\
         true_median,medians_told,covered,low,high,bar"
    );
    for (name, kind) in kinds() {
        let told = all(n, &|_, _| (), |idx| {
            person(&kind, u64::try_from(idx).ok()?, seed)
        });
        let told: Vec<Told> = told.into_iter().flatten().collect();
        let lifts = matches!(kind.goes, Goes::Lifts(_) | Goes::AroundTheLine);
        let median = lifts.then(|| true_median(&kind, seed)).flatten();
        print(name, &kind, &told, median);
    }
}
