//! Simulated lives repeat, have the margins that their recipes ask for, and make honest records.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A failed test stops here.

mod answers;
mod bad_input;
mod common;
mod determinism;
mod diary;
mod flickers;
mod lifting;
mod margins;
mod mechanisms;
mod months;
mod records;
mod stand;
mod together;
mod truth;
mod trying;

use calibration::Recipe;

/// A recipe in which nothing acts and nobody errs, with lines of TOML added.
fn still(days: u32, lines: &str) -> Recipe {
    let text = format!(
        r#"
name = "Nobody"
story = "Nothing acts."
seed = 1
days = {days}
start = "2025-01-06"
level = 40.0
dependence = {{ rho_per_day = 0.0, sd = 0.0 }}
{lines}
"#
    );
    Recipe::parse(&text).unwrap()
}

/// The same with dependence and the usual errors.
fn moving(days: u32, rho: f64, lines: &str) -> Recipe {
    let mut recipe = still(days, lines);
    recipe.dependence.rho_per_day = rho;
    recipe.dependence.sd = 10.0;
    recipe
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn sd(values: &[f64]) -> f64 {
    let center = mean(values);
    let squares: Vec<f64> = values.iter().map(|v| (v - center).powi(2)).collect();
    mean(&squares).sqrt()
}
