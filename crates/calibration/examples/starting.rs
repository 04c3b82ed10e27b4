//! Plans with start days drawn by lot, all the way from the offer to the result, on people of whom the truth
//! is known. Refuses to write files: the caller keeps the output.
//!
//! `starting still|power|offer N [SEED]`: how often something is found where nothing acts; how often a change
//! of a known size is found, and whether the interval holds it; how often what the offer says is found is
//! found. N people a row.

use calibration::population::Scale;
use calibration::recipe::DriftShape;
use calibration::stand::{SEED, Share, all};
use calibration::trying::{Acts, Lived, Shape, Trying, as_drawn, person};
use finding::{Answer, Interval, strategy_effect};

/// Level at which a test is exact or not.
const NOMINAL: f64 = 0.05;

struct Crowd {
    name: &'static str,
    kind: Trying,
}

impl Crowd {
    /// Everybody of it, by what is asked of each; empty where no plan is offered.
    fn each<T: Send>(
        &self,
        n: usize,
        seed: u64,
        ask: impl Fn(&Lived) -> Option<T> + Sync,
    ) -> Vec<T> {
        let found = all(n, &|_, _| (), |idx| {
            let lived = person(&self.kind, u64::try_from(idx).ok()?, seed)?;
            ask(&lived)
        });
        found.into_iter().flatten().collect()
    }

    fn words(&self) -> String {
        let (kind, cell) = (&self.kind, &self.kind.cell);
        format!(
            "{},{},{},{},{},{},{}",
            self.name,
            kind.n_started,
            kind.weeks,
            kind.carry_over_days,
            cell.rho_per_day,
            cell.gap_percent,
            kind.days_before
        )
    }
}

const WORDS: &str = "people_of,things,weeks,carry_over_days,dependence,gaps,days_before";

/// Standard people with one thing other than it.
fn crowd(name: &'static str, (things, weeks): (u32, u32), change: impl Fn(&mut Trying)) -> Crowd {
    let mut kind = Trying {
        n_started: things,
        weeks,
        ..Trying::STANDARD
    };
    change(&mut kind);
    Crowd { name, kind }
}

/// The plans that are offered to standard people.
const PLANS: [(u32, u32); 5] = [(1, 16), (2, 12), (2, 16), (3, 12), (3, 16)];

fn still() -> Vec<Crowd> {
    let mut crowds: Vec<Crowd> = PLANS
        .into_iter()
        .map(|plan| crowd("untidy", plan, |_| ()))
        .collect();
    for plan in [(1, 16), (2, 12), (3, 12)] {
        for rho in [0.3, 0.9] {
            crowds.push(crowd("untidy", plan, |k| k.cell.rho_per_day = rho));
        }
        crowds.push(crowd("untidy", plan, |k| k.carry_over_days = 3));
        for (name, shape) in [
            ("straight trend", DriftShape::Line),
            ("slow wave", DriftShape::Cosine),
            ("wandering", DriftShape::Walk),
        ] {
            crowds.push(crowd(name, plan, |k| {
                (k.cell.drift, k.cell.rho_per_day) = (Some(shape), 0.8);
            }));
        }
        crowds.push(crowd("most answers at the floor", plan, |k| {
            k.cell.scale = Scale::Floor;
        }));
        crowds.push(crowd("one check-in a day", plan, |k| k.cell.check_ins = 1));
    }
    crowds
}

fn shares(found: &Share) -> String {
    let share = found.share.unwrap_or(0.0);
    format!("{},{share:.4},{:.4},{:.4}", found.of, found.low, found.high)
}

/// Rejections at a level.
fn print_still(n: usize, seed: u64) {
    println!("{WORDS},people,found_05,low,high,people,found_granted,low,high,bar");
    let mut pooled = Vec::new();
    for crowd in still() {
        let p = crowd.each(n, seed, |lived| {
            Some((as_drawn(lived)?, lived.planned.alpha))
        });
        row_of(&crowd.words(), &p);
        pooled.extend(p);
    }
    row_of("all of them,,,,,,", &pooled);
}

fn row_of(words: &str, p: &[(f64, f64)]) {
    let count = |is: &dyn Fn(&(f64, f64)) -> bool| Share::count(p.iter().map(|p| Some(is(p))));
    let nominal = count(&|(p, _)| *p <= NOMINAL);
    let granted = count(&|(p, alpha)| p <= alpha);
    // Exact means that .05 lies in the interval, or above it.
    let bar = if nominal.low <= NOMINAL {
        "met"
    } else {
        "miss"
    };
    println!("{words},{},{},{bar}", shares(&nominal), shares(&granted));
}

/// How often a change is found, and whether the interval holds it.
fn print_power(n: usize, seed: u64) {
    println!(
        "{WORDS},change_sd,truly,people,found_granted,low,high,found_05,people,covered,low,high,true_points,\
         read_points,bar"
    );
    for plan in PLANS {
        for (size, carry, shape) in [
            (0.0, 0, Shape::AsPlanned),
            (1.0, 0, Shape::AsPlanned),
            (2.0, 0, Shape::AsPlanned),
            (1.0, 3, Shape::AsPlanned),
            (1.0, 3, Shape::EndsWithTheDay),
        ] {
            let crowd = crowd("tidy", plan, |k| {
                (k.is_untidy, k.acts, k.carry_over_days) = (false, Acts::Sd(size, shape), carry);
            });
            let read = crowd.each(n, seed, |lived| {
                let Answer::Finding(found, _) = strategy_effect::answer(Some(&lived.series)) else {
                    return None;
                };
                let tried = found.tried.first()?;
                Some((lived.truth, tried.size, tried.is_claim(), tried.p_value))
            });
            print_read(&format!("{},{size},{shape:?}", crowd.words()), &read);
        }
    }
}

/// The truth, what was read, whether something was claimed, and the p-value.
type Reading = (f64, Interval, bool, f64);

fn print_read(words: &str, read: &[Reading]) {
    let covered = read
        .iter()
        .map(|(truth, size, ..)| Some(size.low <= *truth && *truth <= size.high));
    let covered = Share::count(covered);
    let found = Share::count(read.iter().map(|(_, _, is_claim, _)| Some(*is_claim)));
    let nominal = Share::count(read.iter().map(|(.., p)| Some(*p <= NOMINAL)));
    let n = f64::from(u32::try_from(read.len().max(1)).unwrap_or(1));
    let mean = |of: fn(&Reading) -> f64| read.iter().map(of).sum::<f64>() / n;
    let bar = if covered.high >= 0.93 { "met" } else { "miss" };
    println!(
        "{words},{},{:.3},{},{:.2},{:.2},{bar}",
        shares(&found),
        nominal.share.unwrap_or(0.0),
        shares(&covered),
        mean(|r| r.0),
        mean(|r| r.1.estimate),
    );
}

fn offers() -> Vec<Crowd> {
    let as_offered = |k: &mut Trying| (k.is_untidy, k.acts) = (false, Acts::AsOffered);
    let mut crowds: Vec<Crowd> = PLANS
        .into_iter()
        .map(|plan| crowd("tidy", plan, as_offered))
        .collect();
    for plan in [(2, 12), (3, 12)] {
        for (rho, gap_percent, days_before, carry) in [
            (0.3, 30, 60, 0),
            (0.8, 30, 60, 0),
            (0.5, 0, 60, 0),
            (0.5, 60, 60, 0),
            (0.5, 30, 20, 0),
            (0.5, 30, 120, 0),
            (0.5, 30, 60, 3),
        ] {
            crowds.push(crowd("tidy", plan, |k| {
                as_offered(k);
                (k.cell.rho_per_day, k.cell.gap_percent) = (rho, gap_percent);
                (k.days_before, k.carry_over_days) = (days_before, carry);
            }));
        }
        crowds.push(crowd("untidy", plan, |k| k.acts = Acts::AsOffered));
    }
    crowds
}

/// How often the change that the offer names is found, at what the plan may spend.
fn print_offers(n: usize, seed: u64) {
    println!("{WORDS},said_points,people,found,low,high,bar");
    let mut pooled = Vec::new();
    for crowd in offers() {
        let read = crowd.each(n, seed, |lived| {
            let p = as_drawn(lived)?;
            let alpha = finding::Share::of_experiment(&lived.series, 0);
            Some((lived.planned.could_show?, p <= alpha))
        });
        if read.is_empty() {
            println!("{},,0,,,,not offered", crowd.words());
            continue;
        }
        pooled.extend(read.iter().map(|(_, found)| Some(*found)));
        let found = Share::count(read.iter().map(|(_, found)| Some(*found)));
        let n_read = f64::from(u32::try_from(read.len()).unwrap_or(1));
        let said = read.iter().map(|(said, _)| said).sum::<f64>() / n_read;
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
    match words.first().map(String::as_str) {
        Some("power") => print_power(n, seed),
        Some("offer") => print_offers(n, seed),
        _ => print_still(n, seed),
    }
}
