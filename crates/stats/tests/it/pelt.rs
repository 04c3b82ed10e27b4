//! The cheapest division: another program's changes, and how the price works.

use crate::published::{expected, table};
use serde_json::Value;
use stats::changepoint::cheapest_division;
use stats::random::{draw_stream, standard_normal};

fn positions(value: &Value) -> Vec<usize> {
    let list = value.as_array().unwrap().iter();
    list.map(|v| usize::try_from(v.as_u64().unwrap()).unwrap())
        .collect()
}

#[test]
fn divisions_match_ruptures() {
    let values = &table("pelt_steps")[0];
    for wanted in expected("pelt_steps").as_array().unwrap() {
        let penalty = wanted["penalty"].as_f64().unwrap();
        let shortest = usize::try_from(wanted["shortest"].as_u64().unwrap()).unwrap();
        let found = cheapest_division(values, penalty, shortest).unwrap();
        assert_eq!(found, positions(&wanted["pelt"]), "{penalty}, {shortest}");
        assert_eq!(found, positions(&wanted["kernel"]), "{penalty}, {shortest}");
    }
}

#[test]
fn the_nile_changes_once() {
    // ruptures finds the same year (`nile_change`): flow before and after the dam of 1899.
    let values = &table("nile_change")[1];
    let penalty = 150_000.0;
    let found = cheapest_division(values, penalty, 5).unwrap();
    assert_eq!(found, [28]);
}

#[test]
fn independent_values_are_left_whole_and_large_ones_too() {
    let mut rng = draw_stream(4, 0);
    let values: Vec<f64> = (0..500).map(|_| standard_normal(&mut rng)).collect();
    let found = cheapest_division(&values, 30.0, 1).unwrap();
    assert!(found.is_empty(), "{found:?}");
    let large: Vec<f64> = values.iter().map(|v| 1e12 + v).collect();
    assert!(cheapest_division(&large, 30.0, 1).unwrap().is_empty());
    let huge: Vec<f64> = values.iter().map(|v| 1e99 * v).collect();
    assert!(
        cheapest_division(&huge, 30.0 * 1e198, 1)
            .unwrap()
            .is_empty()
    );
}
