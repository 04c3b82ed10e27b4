//! Measures how long the slow parts take on one core.
//!
//! Prints one line a task. Refuses to compare: the bars stand in `method.md`.

use stats::changepoint::{Bootstrap, Detector, cheapest_division};
use stats::random::{draw_stream, uniform};
use stats::state_space::{
    Criterion, Dependence, Family, Filter, Functional, Grid, Layout, Posterior, maximize,
};
use std::time::Instant;

#[allow(clippy::cast_precision_loss)]
fn days(n: usize, gaps: f64) -> Vec<f64> {
    let mut rng = draw_stream(1, 0);
    (0..n)
        .map(|i| i as f64)
        .filter(|_| uniform(&mut rng) >= gaps)
        .collect()
}

fn weekdays(times: &[f64]) -> Vec<Vec<f64>> {
    (0..6)
        .map(|k| {
            times
                .iter()
                .map(|t| {
                    let day = t.rem_euclid(7.0);
                    let is = |k: i32| f64::from(u8::from((day - f64::from(k)).abs() < 0.5));
                    is(k) - is(6)
                })
                .collect()
        })
        .collect()
}

fn series(times: &[f64], seed: u64) -> Vec<f64> {
    let layout = Layout::of_times(times);
    let theta = Dependence::of_shares(0.5, 0.3, 0.0);
    let filter = layout.and_then(|layout| Filter::new(&layout, theta?));
    filter.map_or_else(
        |_| Vec::new(),
        |filter| filter.simulate(&mut draw_stream(seed, 1)),
    )
}

fn time<T>(what: &str, n: u32, mut task: impl FnMut() -> T) {
    let start = Instant::now();
    for _ in 0..n {
        std::hint::black_box(task());
    }
    println!(
        "{what}: {:.3} ms",
        start.elapsed().as_secs_f64() * 1e3 / f64::from(n)
    );
}

fn main() -> Result<(), stats::StatsError> {
    for (gaps, with_columns) in [(0.0, false), (0.0, true), (0.3, false)] {
        let times = days(3000, gaps);
        let columns = if with_columns {
            weekdays(&times)[..3].to_vec()
        } else {
            Vec::new()
        };
        let layout = Layout::new(&times, &columns)?;
        let values = series(&times, 2);
        let what = format!(
            "fit {} points, {} columns, gaps {gaps}",
            values.len(),
            columns.len()
        );
        time(&what, 20, || {
            maximize(&layout, &values, Family::ArNoise, Criterion::Restricted)
        });
    }
    let times = days(3000, 0.0);
    let layout = Layout::of_times(&times)?;
    let values = series(&times, 2);
    let filter = Filter::new(&layout, Dependence::of_shares(0.5, 0.3, 0.01)?)?;
    time("whiten 3,000 points", 200, || filter.whiten(&values));
    let stepped: Vec<f64> = (0..20)
        .flat_map(|k| vec![f64::from(k % 2) * 2.0; 150])
        .collect();
    let stepped: Vec<f64> = stepped.iter().zip(&values).map(|(a, b)| a + b).collect();
    for (what, values) in [("no step", &values), ("19 steps", &stepped)] {
        time(
            &format!("cheapest division, 3,000 points, {what}"),
            50,
            || cheapest_division(values, 16.0, 2),
        );
    }
    for (n, gaps) in [(90, 0.3), (365, 0.0), (1095, 0.0)] {
        let times = days(n, gaps);
        let layout = Layout::new(&times, &weekdays(&times))?;
        let values = series(&times, 2);
        let grid = Grid::standard()?;
        let end = times[times.len() - 1];
        let now: Vec<f64> = (0..7).map(|k| end - f64::from(k)).collect();
        let before: Vec<f64> = (7..35).map(|k| end - f64::from(k)).collect();
        time(&format!("posterior, {n} days, weekdays"), 5, || {
            Posterior::new(&layout, &values, &grid)
        });
        let posterior = Posterior::new(&layout, &values, &grid)?;
        println!("  {} points kept", posterior.components().len());
        time("  one functional", 5, || {
            posterior.functionals(&[Functional::mean_difference(&now, &before)], 0.95)
        });
        time("  band at every day", 3, || posterior.band(&times, 0.95));
        time("  200 paths", 2, || posterior.draw_paths(&times, 200, 1));
    }
    for n in [90, 365, 730] {
        let times = days(n, 0.0);
        let layout = Layout::new(&times, &weekdays(&times))?;
        let values = series(&times, 2);
        let grid = Grid::without_drift()?;
        time(&format!("detector, {n} days"), 3, || {
            Detector::new(&layout, &grid, 7)
        });
        let detector = Detector::new(&layout, &grid, 7)?;
        let rule = Bootstrap {
            n_max: 999,
            n_exceed: 999,
            seed: 1,
        };
        time("  999 draws", 3, || detector.test(&values, &rule));
    }
    Ok(())
}
