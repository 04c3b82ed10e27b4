//! Measures `flickers` on people whose flickers resemble those of the day before. Refuses to write
//! files: the caller keeps the output.
//!
//! `flickers N [SEED] [NAME]`: N people a row; only rows with NAME in their name.

use calibration::beside::{ACTS, Beside};
use calibration::flickering::{Flickering, person};
use calibration::population::Cell;
use calibration::stand::{SEED, Share, all};
use finding::flickers::{self, Tested};
use finding::triggers::Lag;

/// A thing that never does anything.
const IDLE: &str = "thing_1";

struct Row {
    name: String,
    cell: Cell,
    n_candidates: u32,
    flickering: Flickering,
}

/// What one person was told.
struct Told {
    is_false05: bool,
    is_false: bool,
    is_found05: bool,
    is_found: bool,
    acting_covered: Option<bool>,
    idle_covered: Option<bool>,
}

const AT: Cell = Cell {
    check_ins: 1,
    days: 180,
    ..Cell::STANDARD
};
const USUAL: Flickering = Flickering {
    share: 0.25,
    rho_per_day: 0.6,
    noise_share: 0.25,
    odds_ratio: 1.0,
};

impl Row {
    fn new(name: &str, cell: Cell, n_candidates: u32, flickering: Flickering) -> Self {
        Self {
            name: format!("{name}-d{}-k{n_candidates}", cell.days),
            cell,
            n_candidates,
            flickering,
        }
    }
}

/// Nothing comes before flickers.
fn still() -> Vec<Row> {
    let mut rows: Vec<Row> = ([60, 90, 180, 365].into_iter())
        .map(|days| Row::new("still", Cell { days, ..AT }, 12, USUAL))
        .collect();
    rows.extend([0.0, 0.3, 0.8, 0.9].map(|rho_per_day| {
        let flickering = Flickering {
            rho_per_day,
            ..USUAL
        };
        Row::new(&format!("still-r{rho_per_day}"), AT, 12, flickering)
    }));
    rows.extend([0.1, 0.5].map(|share| {
        let flickering = Flickering { share, ..USUAL };
        Row::new(&format!("still-s{share}"), AT, 12, flickering)
    }));
    rows.extend([0, 60].map(|gap_percent| {
        let cell = Cell { gap_percent, ..AT };
        Row::new(&format!("still-g{gap_percent}"), cell, 12, USUAL)
    }));
    rows.extend([5, 40].map(|k| Row::new("still", AT, k, USUAL)));
    rows
}

/// The first thing comes before flickers.
fn acting() -> Vec<Row> {
    let mut rows = Vec::new();
    for odds_ratio in [1.5, 2.0, 3.0] {
        let flickering = Flickering {
            odds_ratio,
            ..USUAL
        };
        let name = format!("acts{odds_ratio}");
        let row = |days| Row::new(&name, Cell { days, ..AT }, 12, flickering);
        rows.extend([90, 180, 365].map(row));
    }
    rows
}

fn ask(row: &Row, idx: u64, seed: u64) -> Option<Told> {
    let beside = Beside {
        n_candidates: row.n_candidates,
        trigger: None,
        has_suspect: false,
        has_drift: true,
    };
    let mut series = person(&row.cell, (&beside, &row.flickering), idx, seed)?;
    // Over when it is brought along: looked at once, whole.
    series.numbness.written_on = series.numbness.last_day.plus_days(400);
    let answer = flickers::answer(Some(&series), 1);
    let found = answer.finding()?;
    let acts = row.flickering.odds_ratio;
    let is_acting = |t: &Tested| acts > 1.0 && t.subject.name == ACTS;
    let any = |wanted: bool, level: f64| {
        let mine = found.tested.iter().filter(|t| is_acting(t) == wanted);
        mine.map(|t| t.p_adjusted * found.alpha / 0.05)
            .any(|p| p <= level)
    };
    let covered = |name: &str, truth: f64| {
        let mine = (found.tested.iter()).find(|t| t.subject.name == name && t.lag == Lag::Days(1));
        mine.map(|t| (t.odds_ratio.low..=t.odds_ratio.high).contains(&truth))
    };
    Some(Told {
        is_false05: any(false, 0.05),
        is_false: any(false, found.alpha),
        is_found05: any(true, 0.05),
        is_found: any(true, found.alpha),
        acting_covered: covered(ACTS, acts),
        idle_covered: covered(IDLE, 1.0),
    })
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |k: usize, or: u64| words.get(k).and_then(|w| w.parse().ok()).unwrap_or(or);
    let (n, seed) = (number(0, 200), number(1, SEED));
    let name = words.get(2).cloned().unwrap_or_default();
    println!(
        "people,odds_ratio,n,withheld,false05,low,high,false_share,found05,low,high,found_share,\
         acting_covered,low,high,idle_covered,low,high"
    );
    for row in still().into_iter().chain(acting()) {
        if !row.name.contains(&name) {
            continue;
        }
        let n = usize::try_from(n).unwrap_or(0);
        let told = all(n, &|_, _| (), |idx| {
            ask(&row, u64::try_from(idx).unwrap_or(0), seed)
        });
        let told: Vec<Told> = told.into_iter().flatten().collect();
        let share = |of: &dyn Fn(&Told) -> Option<bool>| Share::count(told.iter().map(of));
        let cell = |share: Share| {
            let value = share.share.unwrap_or(f64::NAN);
            format!("{value:.3},{:.3},{:.3}", share.low, share.high)
        };
        println!(
            "{},{},{},{},{},{:.3},{},{:.3},{},{}",
            row.name,
            row.flickering.odds_ratio,
            told.len(),
            n - told.len(),
            cell(share(&|t| Some(t.is_false05))),
            share(&|t| Some(t.is_false)).share.unwrap_or(0.0),
            cell(share(&|t| Some(t.is_found05))),
            share(&|t| Some(t.is_found)).share.unwrap_or(0.0),
            cell(share(&|t| t.acting_covered)),
            cell(share(&|t| t.idle_covered)),
        );
    }
}
