//! Columns added one at a time: another program's numbers, and chance distributions.

use stats::association::{associations, bootstrap_max_t, freedman_lane_max_t};
use stats::random::{draw_stream, standard_normal};
use stats::state_space::{Dependence, Filter, Functional, Grid, GridPoint, Layout, Posterior};

use crate::published::{close, expected, number, table};

fn one_point(rho: f64, noise_share: f64) -> Grid {
    let theta = Dependence::of_shares(rho, noise_share, 0.0).unwrap();
    Grid::new(vec![GridPoint { theta, prior: 1.0 }]).unwrap()
}

#[test]
fn columns_at_known_dependence_match_statsmodels_gls() {
    let (data, expected) = (table("gls_columns"), expected("gls_columns"));
    let layout = Layout::new(&data[0], &data[1..2]).unwrap();
    let grid = one_point(number(&expected, "rho"), number(&expected, "noise_share"));
    let posterior = Posterior::new(&layout, &data[6], &grid).unwrap();
    let found = associations(&posterior, &data[2..6], 0.95).unwrap();
    let wanted = expected["columns"].as_array().unwrap();
    for (found, wanted) in found.iter().zip(wanted) {
        let found = found.unwrap();
        // Arithmetic only; quantiles of t are good to about 1e-8.
        close(found.value, number(wanted, "value"), 1e-8, "coefficient");
        close(found.lower, number(wanted, "low"), 1e-8, "lower end");
        close(found.upper, number(wanted, "high"), 1e-8, "upper end");
        close(found.p_zero, number(wanted, "p"), 1e-8, "p-value");
    }
}

/// Two hundred dependent values at uneven times, and unrelated columns.
fn unrelated(seed: u64, n_columns: usize) -> (Layout, Vec<f64>, Vec<Vec<f64>>) {
    let mut rng = draw_stream(seed, 0);
    let times: Vec<f64> = (0..200).map(|k| f64::from(k) * 0.4).collect();
    let layout = Layout::of_times(&times).unwrap();
    let theta = Dependence::of_shares(0.6, 0.3, 0.0).unwrap();
    let filter = Filter::new(&layout, theta).unwrap();
    let values = filter.simulate(&mut rng);
    let columns = (0..n_columns)
        .map(|_| times.iter().map(|_| standard_normal(&mut rng)).collect())
        .collect();
    (layout, values, columns)
}

#[test]
fn one_at_a_time_is_the_coefficient_of_a_model_with_that_column() {
    let (layout, values, columns) = unrelated(3, 2);
    let grid = one_point(0.6, 0.3);
    let posterior = Posterior::new(&layout, &values, &grid).unwrap();
    let found = associations(&posterior, &columns, 0.9).unwrap();
    for (column, found) in columns.iter().zip(found) {
        let wider = Layout::new(layout.times(), std::slice::from_ref(column)).unwrap();
        let posterior = Posterior::new(&wider, &values, &grid).unwrap();
        let asked = [Functional::coefficient(0)];
        let one = posterior.functionals(&asked, 0.9).unwrap()[0];
        let found = found.unwrap();
        close(found.value, one.value, 1e-10, "value");
        close(found.lower, one.lower, 1e-7, "lower");
        close(found.upper, one.upper, 1e-7, "upper");
    }
}

#[test]
fn a_column_that_the_fixed_effects_hold_has_no_coefficient() {
    let (layout, values, mut columns) = unrelated(4, 1);
    columns.push(vec![7.0; 200]);
    let grid = Grid::without_drift().unwrap();
    let posterior = Posterior::new(&layout, &values, &grid).unwrap();
    let found = associations(&posterior, &columns, 0.95).unwrap();
    assert!(found[0].is_some() && found[1].is_none());
    let checked = freedman_lane_max_t(&posterior, &columns, 49, 1).unwrap();
    assert!((checked.p_adjusted[1] - 1.0).abs() < 1e-12);
}

#[test]
fn both_max_t_agree_with_each_other_and_see_a_strong_column() {
    let (layout, mut values, columns) = unrelated(5, 6);
    for (value, x) in values.iter_mut().zip(&columns[2]) {
        *value += 0.35 * x;
    }
    let grid = Grid::without_drift().unwrap();
    let posterior = Posterior::new(&layout, &values, &grid).unwrap();
    let permuted = freedman_lane_max_t(&posterior, &columns, 999, 7).unwrap();
    let drawn = bootstrap_max_t(&posterior, &columns, &grid, (199, 7)).unwrap();
    assert!(permuted.p_adjusted[2] <= 0.005 && drawn.p_adjusted[2] <= 0.01);
    for (a, b) in permuted.p_adjusted.iter().zip(&drawn.p_adjusted) {
        assert!((a - b).abs() < 0.15, "{permuted:?} {drawn:?}");
    }
    assert_eq!(
        permuted,
        freedman_lane_max_t(&posterior, &columns, 999, 7).unwrap()
    );
}

#[test]
fn unrelated_columns_are_rejected_as_often_as_allowed() {
    // Nominal 20% of 150 series: 15 to 46 at four standard errors.
    let grid = Grid::cross(
        &[(0.3, 1.0), (0.6, 1.0), (0.85, 1.0)],
        &[(0.1, 1.0), (0.4, 1.0)],
        &[(0.0, 1.0)],
    )
    .unwrap();
    let rejected = (0..150).filter(|seed| {
        let (layout, values, columns) = unrelated(1000 + seed, 4);
        let posterior = Posterior::new(&layout, &values, &grid).unwrap();
        let checked = freedman_lane_max_t(&posterior, &columns, 99, *seed).unwrap();
        checked.p_adjusted.iter().any(|p| *p <= 0.2)
    });
    let n = rejected.count();
    assert!((15..=46).contains(&n), "{n}");
}
