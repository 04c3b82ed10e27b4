//! One step against none: a silent person, a speaking person, the same answer every time.

use stats::changepoint::{Bootstrap, Detector, SegmentRule, segments};
use stats::random::{draw_stream, standard_normal};
use stats::rank::normal_scores;
use stats::state_space::{Dependence, Filter, Grid, GridPoint, Layout};

fn days(n: usize) -> Vec<f64> {
    (0..n).map(|i| i as f64).collect()
}

fn noise(n: usize, seed: u64) -> Vec<f64> {
    let mut rng = draw_stream(seed, 3);
    let mut level = 0.0;
    (0..n)
        .map(|_| {
            level = 0.4 * level + standard_normal(&mut rng);
            level
        })
        .collect()
}

#[test]
fn every_step_equals_a_regression_with_that_step() {
    let mut rng = draw_stream(8, 1);
    let times: Vec<f64> = (0..40)
        .map(|i| f64::from(i) * 1.3 + f64::from(i % 3) * 0.2)
        .collect();
    let column: Vec<f64> = (0..40).map(|_| standard_normal(&mut rng)).collect();
    let values = noise(40, 5);
    let theta = Dependence::of_shares(0.7, 0.3, 0.0).unwrap();
    let layout = Layout::new(&times, std::slice::from_ref(&column)).unwrap();
    let grid = Grid::new(vec![GridPoint { theta, prior: 1.0 }]).unwrap();
    let rule = Bootstrap {
        n_max: 19,
        n_exceed: 19,
        seed: 1,
    };
    let change = Detector::new(&layout, &grid, 4)
        .unwrap()
        .test(&values, &rule)
        .unwrap();
    let rss = |columns: &[Vec<f64>]| {
        let layout = Layout::new(&times, columns).unwrap();
        Filter::new(&layout, theta).unwrap().fit(&values).unwrap()
    };
    let without = rss(std::slice::from_ref(&column));
    let with: Vec<_> = (4..=36)
        .map(|split| {
            let step = (0..40)
                .map(|i| if i >= split { 1.0 } else { 0.0 })
                .collect();
            rss(&[column.clone(), step])
        })
        .collect();
    let best = (0..with.len())
        .min_by(|a, b| with[*a].rss.total_cmp(&with[*b].rss))
        .unwrap();
    assert_eq!(change.first_after_idx, best + 4);
    assert!((change.step.value - with[best].beta[2]).abs() < 1e-8);
    let gain = 0.5 * 38.0 * (without.rss / with[best].rss).ln();
    assert!((change.statistic - gain).abs() < 1e-8);
}

#[test]
fn a_steady_person_is_left_alone_and_a_step_is_found() {
    let grid = Grid::without_drift().unwrap();
    let layout = Layout::of_times(&days(180)).unwrap();
    let detector = Detector::new(&layout, &grid, 7).unwrap();
    let rule = Bootstrap::standard(9);
    let mut values = noise(180, 21);
    assert!(detector.test(&values, &rule).unwrap().p_value > 0.05);
    for value in &mut values[100..] {
        *value += 3.5;
    }
    let raw = detector.test(&values, &rule).unwrap();
    assert!(raw.p_value <= 0.05, "p = {}", raw.p_value);
    assert!(raw.possible_idx.contains(&100));
    assert!(
        raw.step.lower < 3.5 && 3.5 < raw.step.upper,
        "{:?}",
        raw.step
    );
    let ranked = detector
        .test(&normal_scores(&values).unwrap(), &rule)
        .unwrap();
    assert!(ranked.p_value <= 0.05);
}

#[test]
fn two_steps_make_three_segments() {
    let grid = Grid::without_drift().unwrap();
    let layout = Layout::of_times(&days(240)).unwrap();
    let mut values = noise(240, 4);
    for value in &mut values[90..170] {
        *value += 6.0;
    }
    let rule = SegmentRule {
        segment_min: 7,
        p_max: 0.05,
        bootstrap: Bootstrap::standard(2),
    };
    let parts = segments(&layout, &values, &grid, &rule).unwrap();
    assert_eq!(parts.len(), 3, "{parts:?}");
    assert!(parts[1].first_idx.abs_diff(90) <= 3 && parts[2].first_idx.abs_diff(170) <= 3);
    assert!(parts[0].opened_by.is_none());
    assert!(parts[1].opened_by.as_ref().unwrap().step.value > 0.0);
    assert!(parts[2].opened_by.as_ref().unwrap().step.value < 0.0);
}

#[test]
fn the_number_of_threads_does_not_change_the_answer() {
    let grid = Grid::without_drift().unwrap();
    let layout = Layout::of_times(&days(60)).unwrap();
    let detector = Detector::new(&layout, &grid, 5).unwrap();
    let values = noise(60, 2);
    let rule = Bootstrap {
        n_max: 300,
        n_exceed: 300,
        seed: 77,
    };
    let with = |n_threads: usize| {
        rayon::ThreadPoolBuilder::new()
            .num_threads(n_threads)
            .build()
            .unwrap()
            .install(|| detector.test(&values, &rule).unwrap())
    };
    assert_eq!(with(1), with(3));
}

#[test]
fn normal_scores_share_the_rank_of_ties() {
    let scores = normal_scores(&[3.0, 1.0, 3.0, 2.0, -0.0, 0.0]).unwrap();
    assert_eq!(scores[0], scores[2]);
    assert_eq!(scores[4], scores[5]);
    assert!(scores[4] < scores[1] && scores[1] < scores[3] && scores[3] < scores[0]);
    assert!(scores.iter().sum::<f64>().abs() < 1e-12);
}
