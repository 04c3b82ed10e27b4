//! Experiments all the way from the offer to the result, on people of whom the truth is known. Refuses
//! to write files: the caller keeps the output.
//!
//! `trying still|size|offer N [SEED [NAME]]`: how often something is found where nothing acts; how often
//! the interval holds the true difference; how often what the offer says is found is found. N people a
//! row; of the first only those of that name, where one is given.

use calibration::population::Scale;
use calibration::recipe::DriftShape;
use calibration::stand::{SEED, Share, all};
use calibration::trying::{
    Acts, Lived, Reader, Shape, Trying, as_drawn, by_another_lot, by_what_was_done, person,
};
use finding::{Answer, strategy_effect};

/// Level at which a test is exact or not.
const NOMINAL: f64 = 0.05;

struct Crowd {
    name: &'static str,
    kind: Trying,
}

impl Crowd {
    /// Everybody of it, by what is asked of each.
    fn each<T: Send>(
        &self,
        n: usize,
        seed: u64,
        ask: impl Fn(&Lived) -> T + Sync,
    ) -> Vec<Option<T>> {
        all(n, &|_, _| (), |idx| {
            let lived = person(&self.kind, u64::try_from(idx).ok()?, seed)?;
            Some(ask(&lived))
        })
    }

    fn words(&self) -> String {
        let (kind, cell) = (&self.kind, &self.kind.cell);
        format!(
            "{},{},{},{},{},{},{}",
            self.name,
            kind.weeks,
            kind.carry_over_days,
            kind.outcome,
            cell.rho_per_day,
            cell.gap_percent,
            kind.days_before
        )
    }
}

const WORDS: &str = "people_of,weeks,carry_over_days,outcome,dependence,gaps,days_before";

/// Standard people with one thing other than it.
fn crowd(name: &'static str, change: impl Fn(&mut Trying)) -> Crowd {
    let mut kind = Trying::STANDARD;
    change(&mut kind);
    Crowd { name, kind }
}

fn still() -> Vec<Crowd> {
    let mut crowds = Vec::new();
    for weeks in [6, 10] {
        for carry in [0, 1, 2, 3] {
            crowds.push(crowd("untidy", |k| {
                (k.weeks, k.carry_over_days) = (weeks, carry);
            }));
        }
    }
    for rho in [0.3, 0.7, 0.9] {
        crowds.push(crowd("untidy", |k| k.cell.rho_per_day = rho));
    }
    for (name, shape) in [
        ("straight trend", DriftShape::Line),
        ("slow wave", DriftShape::Cosine),
        ("wandering", DriftShape::Walk),
    ] {
        for weeks in [6, 10] {
            crowds.push(crowd(name, |k| {
                (k.cell.drift, k.weeks, k.carry_over_days) = (Some(shape), weeks, 2);
                k.cell.rho_per_day = 0.8;
            }));
        }
    }
    crowds.push(crowd("most answers at the floor", |k| {
        k.cell.scale = Scale::Floor;
    }));
    crowds.push(crowd("one check-in a day", |k| k.cell.check_ins = 1));
    crowds.push(crowd("another item", |k| k.outcome = "tension"));
    crowds.push(crowd("an item asked in turns", |k| {
        (k.outcome, k.weeks) = ("world_apart", 10);
    }));
    crowds
}

fn shares(found: &Share) -> String {
    let share = found.share.unwrap_or(0.0);
    format!("{},{share:.4},{:.4},{:.4}", found.of, found.low, found.high)
}

/// Rejections at a level by a way of reading.
fn print_still(n: usize, seed: u64, name: Option<&str>) {
    println!("reader,{WORDS},people,found_05,low,high,found_granted,low,high,bar");
    let mut pooled = Vec::new();
    for crowd in still() {
        if name.is_some_and(|name| name != crowd.name) {
            continue;
        }
        let p = crowd.each(n, seed, |lived| {
            as_drawn(lived).map(|p| (p, lived.planned.alpha))
        });
        let p: Vec<Option<(f64, f64)>> = p.into_iter().map(Option::flatten).collect();
        row_of("as drawn", &crowd.words(), &p);
        pooled.extend(p);
    }
    row_of("as drawn", "all of them,,,,,,", &pooled);
    if name.is_some() {
        return;
    }
    let lies: [(&str, Reader); 2] = [
        ("by what was done", by_what_was_done),
        ("drawn again until it pleased", by_another_lot),
    ];
    for (name, reader) in lies {
        let crowd = crowd("untidy", |_| ());
        let p = crowd.each(n, seed, |lived| {
            reader(lived).map(|p| (p, lived.planned.alpha))
        });
        let p: Vec<Option<(f64, f64)>> = p.into_iter().map(Option::flatten).collect();
        row_of(name, &crowd.words(), &p);
    }
}

fn row_of(reader: &str, words: &str, p: &[Option<(f64, f64)>]) {
    let count = |is: &dyn Fn((f64, f64)) -> bool| Share::count(p.iter().map(|p| p.map(is)));
    let (nominal, granted) = (
        count(&|(p, _)| p <= NOMINAL),
        count(&|(p, alpha)| p <= alpha),
    );
    // Exact means that .05 lies in the interval, or above it.
    let bar = if nominal.low <= NOMINAL {
        "met"
    } else {
        "miss"
    };
    let granted = shares(&granted);
    let granted = granted.split_once(',').map_or("", |(_, shares)| shares);
    println!("{reader},{words},{},{granted},{bar}", shares(&nominal));
}

fn sized() -> Vec<(Crowd, f64, Shape)> {
    let mut crowds = Vec::new();
    let shapes = [
        (0, Shape::EndsWithTheDay),
        (2, Shape::AsPlanned),
        (2, Shape::EndsWithTheDay),
        (2, Shape::AtOnceThenFades),
        (3, Shape::AsPlanned),
        (3, Shape::EndsWithTheDay),
    ];
    for (carry, shape) in shapes {
        for size in [0.0, 0.5, 1.0] {
            if size == 0.0 && shape != shapes[0].1 {
                continue;
            }
            let tidy = crowd("tidy", |k| {
                (k.carry_over_days, k.is_untidy) = (carry, false);
                k.acts = Acts::Sd(size, shape);
            });
            crowds.push((tidy, size, shape));
        }
    }
    crowds
}

/// Whether the interval holds the true difference, and what is read against what is true.
fn print_sizes(n: usize, seed: u64) {
    println!("{WORDS},effect_sd,truly,people,covered,low,high,true_points,read_points,width,bar");
    for (crowd, size, shape) in sized() {
        let read = crowd.each(n, seed, |lived| {
            let Answer::Finding(found, _) = strategy_effect::answer(Some(&lived.series)) else {
                return None;
            };
            Some((lived.truth, found.tried.first()?.size))
        });
        let read: Vec<_> = read.into_iter().flatten().flatten().collect();
        let holds = |(truth, size): &(f64, finding::Interval)| {
            Some(size.low <= *truth && *truth <= size.high)
        };
        let covered = Share::count(read.iter().map(holds));
        let mean = |of: &dyn Fn(&(f64, finding::Interval)) -> f64| {
            let n = f64::from(u32::try_from(read.len().max(1)).unwrap_or(1));
            read.iter().map(of).sum::<f64>() / n
        };
        // The interval of so few people has to meet 93 to 97%.
        let is_met = covered.high >= 0.93 && covered.low <= 0.97;
        println!(
            "{},{size},{shape:?},{},{:.2},{:.2},{:.1},{}",
            crowd.words(),
            shares(&covered),
            mean(&|r| r.0),
            mean(&|r| r.1.estimate),
            mean(&|r| r.1.high - r.1.low),
            if is_met { "met" } else { "miss" }
        );
    }
}

fn offers() -> Vec<Crowd> {
    let mut crowds = Vec::new();
    for carry in [0, 1, 2, 3] {
        for weeks in [4, 6, 10] {
            crowds.push(crowd("tidy", |k| {
                (k.weeks, k.carry_over_days, k.is_untidy) = (weeks, carry, false);
            }));
        }
    }
    for (rho, gap_percent, days_before) in [
        (0.3, 30, 60),
        (0.8, 30, 60),
        (0.5, 0, 60),
        (0.5, 60, 60),
        (0.5, 30, 15),
        (0.5, 30, 120),
    ] {
        crowds.push(crowd("tidy", |k| {
            (k.cell.rho_per_day, k.cell.gap_percent) = (rho, gap_percent);
            (k.days_before, k.is_untidy) = (days_before, false);
        }));
    }
    for (outcome, weeks) in [
        ("tension", 6),
        ("tension", 10),
        ("world_apart", 6),
        ("world_apart", 10),
    ] {
        crowds.push(crowd("tidy", |k| {
            (k.outcome, k.weeks, k.is_untidy) = (outcome, weeks, false);
        }));
    }
    crowds.push(crowd("untidy", |_| ()));
    crowds.push(crowd("untidy", |k| k.weeks = 10));
    for crowd in &mut crowds {
        crowd.kind.acts = Acts::AsOffered;
    }
    crowds
}

/// How often the effect that the offer names is found, at what the experiment may spend.
fn print_offers(n: usize, seed: u64) {
    println!("{WORDS},said_points,people,found,low,high,bar");
    let mut pooled = Vec::new();
    for crowd in offers() {
        let read = crowd.each(n, seed, |lived| {
            let p = as_drawn(lived)?;
            // A claim is told at what the experiment is granted when it is over.
            let alpha = finding::Share::of_experiment(&lived.series, 0);
            Some((lived.truth, p <= alpha))
        });
        let read: Vec<(f64, bool)> = read.into_iter().flatten().flatten().collect();
        if read.is_empty() {
            println!("{},,0,,,,not offered", crowd.words());
            continue;
        }
        pooled.extend(read.iter().map(|(_, found)| Some(*found)));
        let found = Share::count(read.iter().map(|(_, found)| Some(*found)));
        let n_read = f64::from(u32::try_from(read.len().max(1)).unwrap_or(1));
        let said = read.iter().map(|(truth, _)| -truth).sum::<f64>() / n_read;
        let share = found.share.unwrap_or(0.0);
        let bar = if (0.75..=0.85).contains(&share) {
            "met"
        } else {
            "miss"
        };
        println!("{},{said:.1},{},{bar}", crowd.words(), shares(&found));
    }
    let found = Share::count(pooled.into_iter());
    println!("all of them,,,,,,,,{},", shares(&found));
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |k: usize, or: u64| words.get(k).and_then(|w| w.parse().ok()).unwrap_or(or);
    let n = usize::try_from(number(1, 50)).unwrap_or(0);
    let seed = number(2, SEED);
    let name = words.get(3).map(String::as_str);
    match words.first().map(String::as_str) {
        Some("size") => print_sizes(n, seed),
        Some("offer") => print_offers(n, seed),
        _ => print_still(n, seed, name),
    }
}
