//! Searches designs of experiments and measures what they find (bar B7). Refuses to write files: the
//! caller keeps the output.
//!
//! `experiment N [SEED]`: N people a row.

use calibration::experiment::{Tries, person};
use calibration::population::Cell;
use calibration::stand::{SEED, Share, all};
use finding::{Share as Budget, strategy_effect};
use series::Drawn;

/// Effect that the bar speaks of, less numb, and none.
const SIZES: [f64; 2] = [-0.5, 0.0];
/// Days of the record before the first drawn day.
const DAYS_BEFORE: u32 = 60;

/// A design by name: days a period, periods, from what it is drawn.
type Named = (&'static str, u32, u32, Drawn);

const fn restricted(run_max: u32, switches_min: u32) -> Drawn {
    Drawn::Restricted {
        run_max,
        switches_min,
    }
}

const SEARCHED: [Named; 9] = [
    ("pairs of days", 1, 42, Drawn::Pairs),
    ("days any order", 1, 42, restricted(42, 0)),
    ("days run 2", 1, 42, restricted(2, 0)),
    ("days run 2 switch 25", 1, 42, restricted(2, 25)),
    ("days run 2 switch 34", 1, 42, restricted(2, 34)),
    ("two days run 2", 2, 20, restricted(2, 0)),
    ("three days run 2", 3, 14, restricted(2, 0)),
    ("four days run 2", 4, 10, restricted(2, 0)),
    ("pairs of weeks", 7, 6, Drawn::Pairs),
];

struct Row {
    part: &'static str,
    name: &'static str,
    cell: Cell,
    tries: Tries,
}

impl Row {
    fn new(part: &'static str, cell: Cell, named: Named, half_life: f64, size_sd: f64) -> Self {
        let (name, days_per_period, n_periods, drawn) = named;
        let tries = Tries {
            days_before: DAYS_BEFORE,
            drawn,
            n_periods,
            days_per_period,
            planned_half_life: half_life,
            true_half_life: half_life,
            size_sd,
        };
        Self {
            part,
            name,
            cell,
            tries,
        }
    }

    fn print(&self, n: usize, seed: u64) {
        let p: Vec<Option<(f64, f64)>> = all(n, &|_, _| (), |idx| {
            let series = person(&self.cell, &self.tries, u64::try_from(idx).ok()?, seed)?;
            let p_value = strategy_effect::p_value(&series, series.trials.first()?).ok()?;
            Some((p_value, Budget::of_experiment(&series, 0)))
        });
        let (cell, tries) = (&self.cell, &self.tries);
        let days = tries.n_periods * tries.days_per_period;
        for (name, is_nominal) in [("nominal", true), ("granted", false)] {
            let is_found = |(p, granted): (f64, f64)| p <= if is_nominal { 0.05 } else { granted };
            let share = Share::count(p.iter().map(|p| p.map(is_found)));
            let found = share.share.unwrap_or(0.0);
            let bar = match (self.part, tries.size_sd < 0.0, name) {
                ("bar", true, "nominal") if found >= 0.8 => "met",
                ("bar", true, "nominal") => "miss",
                ("bar", false, "nominal") if share.low <= 0.05 => "met",
                ("bar", false, "nominal") => "miss",
                _ => "",
            };
            println!(
                "{},{},{days},{},{},{},{},{},{name},{found:.3},{:.3},{:.3},{bar}",
                self.part,
                self.name,
                tries.true_half_life,
                cell.rho_per_day,
                cell.gap_percent,
                tries.size_sd,
                p.iter().flatten().count(),
                share.low,
                share.high
            );
        }
    }
}

/// Every design at half-lives of nothing, a day and two days.
fn searched() -> Vec<Row> {
    let mut rows = Vec::new();
    for half_life in [0.0, 0.5, 1.0, 2.0] {
        for named in SEARCHED {
            rows.push(Row::new("search", Cell::STANDARD, named, half_life, -0.5));
        }
    }
    rows
}

/// What is offered, at every dependence, with gaps and without, and longer.
fn offered() -> Vec<Row> {
    let mut rows = Vec::new();
    for (days, rho_per_day, gap_percent) in [
        (42, 0.5, 0),
        (42, 0.5, 30),
        (42, 0.3, 30),
        (42, 0.7, 30),
        (42, 0.9, 30),
        (42, 0.5, 60),
        (56, 0.5, 30),
        (70, 0.5, 30),
        (84, 0.5, 30),
    ] {
        let cell = Cell {
            rho_per_day,
            gap_percent,
            ..Cell::STANDARD
        };
        let Some(offer) = strategy_effect::offer(days, 0.0, 0.05) else {
            continue;
        };
        let named = (
            "as offered",
            offer.days_per_period,
            offer.n_periods,
            offer.drawn,
        );
        let is_bar = days == 42 && (rho_per_day - 0.5).abs() < 1e-9 && gap_percent < 60;
        for size in SIZES {
            let part = if is_bar || size == 0.0 {
                "bar"
            } else {
                "offer"
            };
            rows.push(Row::new(part, cell, named, 0.0, size));
        }
    }
    rows
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |k: usize, or: u64| words.get(k).and_then(|w| w.parse().ok()).unwrap_or(or);
    let (n, seed) = (number(0, 100), number(1, SEED));
    let n = usize::try_from(n).unwrap_or(0);
    println!(
        "part,design,days,half_life,dependence,gaps,effect_sd,people,level,found,low,high,bar"
    );
    for row in searched().into_iter().chain(offered()) {
        row.print(n, seed);
    }
}
