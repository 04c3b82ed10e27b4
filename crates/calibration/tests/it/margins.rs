//! Over many seeds a life has the dependence, gaps, cycle, drift and floor that were asked for.

use calibration::life;
use calibration::population::{self, Cell, Scale};
use calibration::recipe::DriftShape;
use record::FactBody;

use crate::{mean, moving, sd, still};

/// Correlation of neighbors around a known mean, over several lives together.
fn lag_one(lives: &[Vec<f64>], center: f64) -> f64 {
    let (mut products, mut squares) = (0.0, 0.0);
    for values in lives {
        for pair in values.windows(2) {
            products += (pair[0] - center) * (pair[1] - center);
            squares += (pair[0] - center).powi(2);
        }
    }
    products / squares
}

/// What the means of 16 hourly points of an Ornstein-Uhlenbeck process correlate a day apart.
fn lag_one_of_day_means(rho: f64) -> f64 {
    let sum = |lag: f64| -> f64 {
        let hours = |i: u32, j: u32| 24.0 * lag + f64::from(j) - f64::from(i);
        (0..16)
            .flat_map(|i| (0..16).map(move |j| rho.powf(hours(i, j).abs() / 24.0)))
            .sum()
    };
    sum(1.0) / sum(0.0)
}

#[test]
fn moments_a_day_apart_correlate_as_asked_and_day_means_as_follows_from_it() {
    // 40 lives of 700 days: standard error about sqrt((1 - rho^2) / 28,000) < 0.006.
    for rho in [0.3, 0.5, 0.7, 0.8, 0.9] {
        let recipe = moving(700, rho, "");
        let lives: Vec<_> = (0..40).map(|s| life_truth(&recipe, s)).collect();
        let evenings: Vec<Vec<f64>> = lives
            .iter()
            .map(|truth| truth.numbness.chunks_exact(24).map(|d| d[16]).collect())
            .collect();
        let found = lag_one(&evenings, 40.0);
        assert!((found - rho).abs() < 0.02, "{rho}: {found}");
        let spread = sd(&evenings.concat());
        assert!((spread - 10.0).abs() < 0.5, "{rho}: sd {spread}");
        let days: Vec<Vec<f64>> = lives.into_iter().map(|truth| truth.by_day).collect();
        let found = lag_one(&days, 40.0);
        let expected = lag_one_of_day_means(rho);
        assert!((found - expected).abs() < 0.02, "{rho}: {found} {expected}");
    }
}

fn life_truth(recipe: &calibration::Recipe, seed: u64) -> calibration::Truth {
    // One prompt nobody answers keeps the diary out of the way.
    let mut recipe = recipe.clone();
    recipe.diary.check_ins = 1;
    recipe.diary.compliance.answered = 0.0;
    recipe.diary.is_prompted = false;
    life(&recipe, seed).unwrap().truth
}

#[test]
fn the_fast_part_halves_in_its_hours() {
    let mut recipe = still(400, "");
    recipe.dependence.within_day_sd = 8.0;
    recipe.dependence.within_day_half_life_hours = 3.0;
    let lives: Vec<Vec<f64>> = (0..10).map(|s| life_truth(&recipe, s).numbness).collect();
    let third: Vec<Vec<f64>> = lives
        .iter()
        .map(|grid| grid.iter().step_by(3).copied().collect())
        .collect();
    let found = lag_one(&third, 40.0);
    assert!((found - 0.5).abs() < 0.02, "{found}");
    assert!((sd(&lives.concat()) - 8.0).abs() < 0.2);
}

#[test]
fn the_share_of_answers_missing_is_the_cells() {
    // 300 people x 90 days: whole-day gaps in bursts leave a standard error near 0.004.
    for (gap_percent, check_ins) in [(0, 3), (30, 1), (30, 3), (60, 1), (60, 3)] {
        let cell = Cell {
            gap_percent,
            check_ins,
            ..Cell::STANDARD
        };
        let answered: usize = (0..300)
            .map(|idx| population::series(&cell, idx, 11).unwrap().values.len())
            .sum();
        let missing = 1.0 - answered as f64 / (300.0 * 90.0 * f64::from(check_ins));
        let asked = f64::from(gap_percent) / 100.0;
        assert!(
            (missing - asked).abs() < 0.015,
            "{}: {missing}",
            cell.name()
        );
    }
}

#[test]
fn whole_days_are_missed_in_bursts_of_the_length_asked() {
    let lines = "[diary]\ncompliance = { whole_day_share = 0.2, burst_days = 3.0 }";
    let recipe = still(1000, lines);
    let (mut bursts, mut gaps) = (0, 0);
    for seed in 0..20 {
        let life = life(&recipe, seed).unwrap();
        let mut has_answer = vec![false; 1000];
        let occasions = life.record.occasions().zip(&life.truth.occasions);
        for (_, truth) in occasions.filter(|((_, o), _)| o.assessment().is_some()) {
            has_answer[truth.day as usize] = true;
        }
        gaps += has_answer.iter().filter(|a| !**a).count();
        bursts += has_answer.windows(2).filter(|w| w[0] && !w[1]).count();
    }
    let share = f64::from(u32::try_from(gaps).unwrap()) / 20_000.0;
    let length = gaps as f64 / bursts as f64;
    assert!((share - 0.2).abs() < 0.02, "{share}");
    assert!((length - 3.0).abs() < 0.2, "{length}");
}

#[test]
fn weekends_differ_as_asked() {
    let recipe = moving(700, 0.5, "week = { weekend = -6.0, weekday_sd = 2.0 }");
    let mut differences = Vec::new();
    for seed in 0..60 {
        let truth = life_truth(&recipe, seed);
        let days = || truth.by_day.iter().copied().enumerate();
        // 6 January 2025 is a Monday.
        let weekend: Vec<f64> = days().filter(|(d, _)| d % 7 >= 5).map(|(_, m)| m).collect();
        let workday: Vec<f64> = days().filter(|(d, _)| d % 7 < 5).map(|(_, m)| m).collect();
        differences.push(mean(&weekend) - mean(&workday));
    }
    // Weekdays' own peculiarities: sd 2 sqrt(1/2 + 1/5) = 1.7, in 60 lives 0.22.
    assert!(
        (mean(&differences) + 6.0).abs() < 0.8,
        "{}",
        mean(&differences)
    );
    assert!((sd(&differences) - 1.7).abs() < 0.5, "{}", sd(&differences));
}

#[test]
fn drifts_have_the_spread_asked_and_no_mean() {
    for shape in ["line", "cosine", "walk"] {
        let recipe = still(90, &format!("drift = {{ shape = \"{shape}\", sd = 5.0 }}"));
        for seed in 0..20 {
            let grid = life_truth(&recipe, seed).numbness;
            assert!((mean(&grid) - 40.0).abs() < 1e-9, "{shape}");
            assert!((sd(&grid) - 5.0).abs() < 1e-9, "{shape}");
        }
    }
}

#[test]
fn a_floor_holds_most_answers_of_the_floor_cells() {
    for rho_per_day in [0.3, 0.5, 0.7, 0.8, 0.9] {
        for drift in [None, Some(DriftShape::Line)] {
            let cell = Cell {
                rho_per_day,
                scale: Scale::Floor,
                drift,
                ..Cell::STANDARD
            };
            let values: Vec<f64> = (0..300)
                .flat_map(|idx| population::series(&cell, idx, 3).unwrap().values)
                .collect();
            let zeros = values.iter().filter(|v| **v == 0.0).count();
            let share = zeros as f64 / values.len() as f64;
            assert!((0.53..0.63).contains(&share), "{}: {share}", cell.name());
        }
    }
}

#[test]
fn five_steps_are_five_steps() {
    let cell = Cell {
        scale: Scale::FiveSteps,
        ..Cell::STANDARD
    };
    let life = population::life(&cell, 0, 1).unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for fact in life.record.facts() {
        let FactBody::Occasion(occasion) = &fact.body else {
            continue;
        };
        for response in occasion.assessment().map_or(&[][..], |a| a.responses()) {
            if let Some(value) = response.response.value()
                && response.item.as_str() != "flicker"
            {
                seen.insert(value.to_bits());
            }
        }
    }
    let steps = [0.0, 25.0, 50.0, 75.0, 100.0].map(f64::to_bits);
    assert!(seen.iter().all(|bits| steps.contains(bits)));
}

#[test]
fn people_of_a_cell_spread_as_the_constant_says() {
    let cell = Cell {
        has_week: false,
        days: 365,
        gap_percent: 0,
        ..Cell::STANDARD
    };
    let latent: Vec<f64> = (0..60)
        .flat_map(|idx| population::series(&cell, idx, 2).unwrap().latent)
        .collect();
    let found = sd(&latent);
    // Between two grid points a straight line loses a little of the fast part.
    assert!((found - population::WITHIN_SD).abs() < 0.4, "{found}");
}

#[test]
fn errors_of_the_two_items_correlate_as_asked() {
    let recipe = still(
        1000,
        "[diary]\nstyle = { error_sd = 6.0, error_shared = 0.4 }",
    );
    let life = life(&recipe, 5).unwrap();
    let id = |name: &str| record::ItemId::new(name).unwrap();
    let answers: Vec<(f64, f64)> = life
        .record
        .occasions()
        .filter_map(|(_, o)| {
            let a = o.assessment()?;
            let numb = 100.0 - a.value(&id("feeling_strength"))?;
            Some((numb - 40.0, a.value(&id("feeling_distance"))? - 40.0))
        })
        .collect();
    let x: Vec<f64> = answers.iter().map(|a| a.0).collect();
    let y: Vec<f64> = answers.iter().map(|a| a.1).collect();
    let products: Vec<f64> = answers.iter().map(|a| a.0 * a.1).collect();
    let correlation = mean(&products) / (sd(&x) * sd(&y));
    assert!((correlation - 0.4).abs() < 0.05, "{correlation}");
    assert!((sd(&x) - 6.0).abs() < 0.3 && (sd(&y) - 6.0).abs() < 0.3);
    assert!(mean(&x).abs() < 0.4 && mean(&y).abs() < 0.4);
}
