//! Flickers and silent days on the stand: still people get few claims, and one test a candidate
//! turns it red. Refuses people without a known truth.

use calibration::beside::Beside;
use calibration::flickering::{Flickering, person};
use calibration::population::Cell;
use calibration::silent::{self, Silent};
use finding::{being_asked, flickers};

const BESIDE: Beside = Beside {
    n_candidates: 12,
    trigger: None,
    has_suspect: false,
    has_drift: true,
};

fn flickering(odds_ratio: f64) -> Flickering {
    Flickering {
        share: 0.3,
        rho_per_day: 0.8,
        noise_share: 0.1,
        odds_ratio,
    }
}

/// The smallest p-value of each person, adjusted at 5%, and the smallest of those that are not.
fn smallest(n: u64, odds_ratio: f64) -> Vec<(f64, f64)> {
    let cell = Cell {
        days: 120,
        check_ins: 1,
        ..Cell::STANDARD
    };
    let one = |idx| {
        let mut series = person(&cell, (&BESIDE, &flickering(odds_ratio)), idx, 7).unwrap();
        series.numbness.written_on = series.numbness.last_day.plus_days(400);
        let answer = flickers::answer(Some(&series), 1);
        let found = answer.finding()?;
        let adjusted = found
            .tested
            .iter()
            .map(|t| t.p_adjusted * found.alpha / 0.05);
        // Sabotage: each candidate by itself, as if it were the only one.
        let alone = found.tested.iter().map(|t| t.p_value);
        let least = |all: &mut dyn Iterator<Item = f64>| all.fold(1.0, f64::min);
        Some((
            least(&mut adjusted.into_iter()),
            least(&mut alone.into_iter()),
        ))
    };
    (0..n).filter_map(one).collect()
}

#[test]
fn still_people_get_few_claims_about_flickers_and_one_test_a_candidate_many() {
    let all = smallest(24, 1.0);
    let count = |of: &dyn Fn(&(f64, f64)) -> bool| all.iter().filter(|p| of(p)).count();
    let (held, naive) = (count(&|p| p.0 <= 0.05), count(&|p| p.1 <= 0.05));
    // Of 24 at 5%, seven or more would be seen once in 5,000 times.
    assert!(all.len() >= 22 && held <= 6, "{held} of {}", all.len());
    assert!(naive >= 10 && naive > 2 * held, "{naive} of {}", all.len());
}

#[test]
fn what_truly_comes_before_flickers_is_found_in_most() {
    let all = smallest(8, 6.0);
    let n = all.iter().filter(|p| p.0 <= 0.05).count();
    assert!(n >= 5, "{all:?}");
}

#[test]
fn silent_days_that_do_nothing_are_told_apart_from_those_that_do() {
    let told = |size_sd: f64| -> Vec<f64> {
        let silent = Silent {
            days_before: 10,
            n_blocks: 24,
            size_sd,
        };
        let p_value = |idx| {
            let series = silent::person(&Cell::STANDARD, &silent, idx, 7).unwrap();
            being_asked::p_value(&series, series.silences.as_ref().unwrap()).ok()
        };
        (0..16).filter_map(p_value).collect()
    };
    let (still, acting) = (told(0.0), told(1.5));
    let count = |all: &[f64]| all.iter().filter(|p| **p <= 0.05).count();
    // Of 16 at 5%, five or more would be seen once in 700 times.
    assert!(still.len() == 16 && count(&still) <= 4, "{still:?}");
    assert!(count(&acting) >= 10, "{acting:?}");
}
