//! What a posterior keeps does not depend on how it is worked out.

use stats::random::{draw_stream, standard_normal, uniform};
use stats::state_space::{Filter, Functional, Grid, Layout, Posterior};

/// Values that resemble those before them, at times with gaps, beside five columns.
fn long_series(n: usize) -> (Layout, Vec<f64>, Vec<f64>) {
    let mut rng = draw_stream(11, n as u64);
    let (mut time, mut level) = (0.0, 0.0);
    let (mut times, mut values, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..n {
        time += 0.05 + uniform(&mut rng);
        level = 0.7 * level + standard_normal(&mut rng);
        times.push(time);
        values.push(50.0 + level + standard_normal(&mut rng));
        others.push(standard_normal(&mut rng));
    }
    let column = |k: usize| times.iter().map(|t: &f64| wave(*t, k)).collect();
    let columns: Vec<Vec<f64>> = (0..5).map(column).collect();
    (Layout::new(&times, &columns).unwrap(), values, others)
}

fn wave(time: f64, k: usize) -> f64 {
    (time * (k + 1) as f64 / 7.0).sin()
}

#[test]
fn points_let_go_early_are_those_that_would_be_dropped_at_the_end() {
    for n in [60, 2_500] {
        let (layout, values, _) = long_series(n);
        let grid = Grid::without_drift().unwrap();
        let posterior = Posterior::new(&layout, &values, &grid).unwrap();
        // By the book: every point weighed, the least likely thousandth of the weight dropped.
        let mut logs: Vec<(f64, f64)> = (grid.points().iter())
            .map(|point| {
                let filter = Filter::new(&layout, point.theta).unwrap();
                let fit = filter.fit(&values).unwrap();
                let log = fit.restricted_log_likelihood + point.prior.ln();
                (log, point.theta.rho() + point.theta.noise_var())
            })
            .collect();
        logs.sort_by(|a, b| b.0.total_cmp(&a.0));
        let top = logs[0].0;
        let all: f64 = logs.iter().map(|(log, _)| (log - top).exp()).sum();
        let (mut kept, mut n_kept) = (0.0, 0);
        while kept < 0.999 * all {
            kept += (logs[n_kept].0 - top).exp();
            n_kept += 1;
        }
        let found = posterior.components();
        assert_eq!(found.len(), n_kept);
        for (component, (log, place)) in found.iter().zip(&logs) {
            let wanted = (log - top).exp() / kept;
            assert!((component.weight() - wanted).abs() < 1e-9);
            let theta = component.theta();
            assert_eq!(theta.rho() + theta.noise_var(), *place);
        }
        assert!((found.iter().map(|c| c.weight()).sum::<f64>() - 1.0).abs() < 1e-12);
    }
}

#[test]
fn two_series_that_share_filters_have_the_numbers_of_each_alone() {
    let (layout, values, others) = long_series(1_500);
    let grid = Grid::without_drift().unwrap();
    let (one, other) = Posterior::of_two(&layout, (&values, &others), &grid).unwrap();
    let asked = [Functional::coefficient(2)];
    for (together, series) in [(one, values), (other, others)] {
        let alone = Posterior::new(&layout, &series, &grid).unwrap();
        assert_eq!(together.log_evidence(), alone.log_evidence());
        assert_eq!(together.components().len(), alone.components().len());
        let numbers = |posterior: &Posterior| posterior.functionals(&asked, 0.95).unwrap();
        assert_eq!(numbers(&together), numbers(&alone));
    }
}
