//! Measures the size that an experiment tells, where the effect fades as planned and where it ends
//! with the day after all. Refuses to write files: the caller keeps the output.
//!
//! `experiment_size N [SEED]`: N people a row.

use calibration::experiment::{Tries, person};
use calibration::population::{Cell, WITHIN_SD};
use calibration::stand::{SEED, Share, all};
use finding::strategy_effect;
use series::Trial;
use stats::randomization::build_up;

/// What one person was told: the size, the true difference between the two kinds of days, and
/// whether the interval holds it.
type Told = (f64, f64, bool);

/// How much more of the whole effect days with have than days without, with this half-life.
fn apart(trial: &Trial, half_life: f64) -> f64 {
    let shares = build_up(trial.assigned.len(), trial.days_per_period, half_life);
    let (mut with, mut without) = ((0.0, 0.0), (0.0, 0.0));
    for (day, share) in shares.iter().enumerate() {
        let of = share.iter().zip(&trial.assigned);
        let there: f64 = of.filter(|(_, with)| **with).map(|(share, _)| share).sum();
        let period = day / trial.days_per_period as usize;
        let side = match trial.assigned.get(period) {
            Some(true) => &mut with,
            _ => &mut without,
        };
        *side = (side.0 + there, side.1 + 1.0);
    }
    with.0 / with.1 - without.0 / without.1
}

fn ask(tries: &Tries, idx: usize, seed: u64) -> Option<Told> {
    let series = person(&Cell::STANDARD, tries, u64::try_from(idx).ok()?, seed)?;
    let answer = strategy_effect::answer(Some(&series));
    let tried = answer.finding()?.tried.first()?;
    let truth = tries.size_sd * WITHIN_SD * apart(&tried.trial, tries.true_half_life);
    let is_covered = (tried.size.low..=tried.size.high).contains(&truth);
    Some((tried.size.estimate, truth, is_covered))
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |k: usize, or: u64| words.get(k).and_then(|w| w.parse().ok()).unwrap_or(or);
    let (n, seed) = (number(0, 60), number(1, SEED));
    let n = usize::try_from(n).unwrap_or(0);
    println!(
        "carry_over_days,true_half_life,effect_sd,people,true_size,told_size,covered,low,high"
    );
    for carry_over in [0, 2, 3] {
        let planned = Trial::half_life_of(carry_over);
        let Some(offer) = strategy_effect::offer(70, planned, 0.05) else {
            continue;
        };
        let mut truths = vec![planned];
        truths.extend((carry_over > 0).then_some(0.0));
        for true_half_life in truths {
            for size_sd in [-1.0, 0.0] {
                let tries = Tries {
                    days_before: 60,
                    drawn: offer.drawn,
                    n_periods: offer.n_periods,
                    days_per_period: offer.days_per_period,
                    planned_half_life: planned,
                    true_half_life,
                    size_sd,
                };
                let told = all(n, &|_, _| (), |idx| ask(&tries, idx, seed));
                let told: Vec<Told> = told.into_iter().flatten().collect();
                let count = f64::from(u32::try_from(told.len()).unwrap_or(1).max(1));
                let mean = |of: fn(&Told) -> f64| told.iter().map(of).sum::<f64>() / count;
                let covered = Share::count(told.iter().map(|told| Some(told.2)));
                println!(
                    "{carry_over},{true_half_life:.2},{size_sd},{},{:.1},{:.1},{:.3},{:.3},{:.3}",
                    told.len(),
                    mean(|told| told.1),
                    mean(|told| told.0),
                    covered.share.unwrap_or(f64::NAN),
                    covered.low,
                    covered.high,
                );
            }
        }
    }
}
