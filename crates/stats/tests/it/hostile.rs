//! Series nobody would wish for: an answer or an error, never NaN, never a panic.

use proptest::prelude::*;
use stats::changepoint::{Bootstrap, Detector, SegmentRule, segments};
use stats::rank::normal_scores;
use stats::state_space::{
    Criterion, Estimate, Family, Functional, Grid, Layout, Posterior, Smoother, maximize,
};
use stats::{StatsError, state_space::Dependence};

fn sound(estimate: &Estimate) {
    assert!(
        estimate.value.is_finite() && estimate.sd.is_finite(),
        "{estimate:?}"
    );
    assert!(
        estimate.lower <= estimate.value && estimate.value <= estimate.upper,
        "{estimate:?}"
    );
    assert!((0.0..=1.0).contains(&estimate.p_zero), "{estimate:?}");
}

fn small_grid() -> Grid {
    Grid::cross(
        &[(0.3, 1.0), (0.95, 1.0)],
        &[(0.02, 1.0), (0.5, 1.0)],
        &[(0.0, 1.0), (0.03, 1.0)],
    )
    .unwrap()
}

fn flat_grid() -> Grid {
    Grid::cross(
        &[(0.3, 1.0), (0.95, 1.0)],
        &[(0.02, 1.0), (0.5, 1.0)],
        &[(0.0, 1.0)],
    )
    .unwrap()
}

fn ask_everything(times: &[f64], values: &[f64]) -> Result<(), StatsError> {
    let weekend: Vec<f64> = times
        .iter()
        .map(|t| f64::from(u8::from(t.rem_euclid(7.0) >= 5.0)))
        .collect();
    let layout = Layout::new(times, &[weekend])?;
    let posterior = Posterior::new(&layout, values, &small_grid())?;
    let end = times[times.len() - 1];
    let week = Functional::mean_difference(&[end, end - 1.0], &[end - 9.0, end - 30.0]);
    for estimate in posterior.functionals(&[week, Functional::mean(&[end + 3.0])], 0.95)? {
        sound(&estimate);
    }
    for estimate in posterior.band(&[times[0] - 2.0, end, end + 50.0], 0.9)? {
        sound(&estimate);
    }
    for path in posterior.draw_paths(&[times[0], end], 3, 5)? {
        assert!(path.iter().all(|value| value.is_finite()));
    }
    for family in [Family::ArNoise, Family::Ar, Family::LocalLevel] {
        let best = maximize(&layout, values, family, Criterion::Restricted)?;
        assert!(best.fit.restricted_log_likelihood.is_finite());
    }
    assert!(normal_scores(values)?.iter().all(|score| score.is_finite()));
    let rule = Bootstrap {
        n_max: 19,
        n_exceed: 5,
        seed: 1,
    };
    let change = Detector::new(&layout, &flat_grid(), 3)?.test(values, &rule)?;
    sound(&change.step);
    assert!(change.p_value > 0.0 && change.p_value <= 1.0);
    assert!(change.possible_idx.contains(&change.first_after_idx));
    let split = SegmentRule {
        segment_min: 3,
        p_max: 0.5,
        bootstrap: rule,
    };
    let parts = segments(&layout, values, &flat_grid(), &split)?;
    assert_eq!(parts[0].first_idx, 0);
    assert_eq!(parts[parts.len() - 1].end_idx, values.len());
    for pair in parts.windows(2) {
        assert_eq!(pair[0].end_idx, pair[1].first_idx);
    }
    Ok(())
}

fn times_from(gaps: &[f64]) -> Vec<f64> {
    gaps.iter()
        .scan(0.0, |time, gap| {
            *time += gap;
            Some(*time)
        })
        .collect()
}

fn any_value() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => (0..5_i32).prop_map(f64::from),
        2 => -3.0..3.0_f64,
        1 => Just(1e100),
        1 => Just(-1e100),
        1 => Just(1e-90),
        1 => Just(1e15),
        1 => Just(-0.0),
    ]
}

fn any_gap() -> impl Strategy<Value = f64> {
    prop_oneof![4 => Just(1.0), 2 => Just(0.0), 1 => 0.0..0.5_f64, 1 => Just(1e-9), 1 => Just(900.0)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    #[test]
    fn hostile_series_give_sound_numbers_or_an_error(
        pairs in prop::collection::vec((any_gap(), any_value()), 1..40),
    ) {
        let gaps: Vec<f64> = pairs.iter().map(|pair| pair.0).collect();
        let values: Vec<f64> = pairs.iter().map(|pair| pair.1).collect();
        let _ = ask_everything(&times_from(&gaps), &values);
    }

    #[test]
    fn two_valued_series_give_sound_numbers_or_an_error(
        values in prop::collection::vec(0..2_i32, 1..60),
    ) {
        let times: Vec<f64> = (0..values.len()).map(|i| i as f64).collect();
        let values: Vec<f64> = values.into_iter().map(f64::from).collect();
        let _ = ask_everything(&times, &values);
    }

    #[test]
    fn scaling_and_shifting_the_values_scales_and_shifts_the_answer(
        values in prop::collection::vec(-3.0..3.0_f64, 12..40),
        shift in -1e4..1e4_f64,
        factor in 1e-3..1e3_f64,
    ) {
        let times: Vec<f64> = (0..values.len()).map(|i| i as f64).collect();
        let layout = Layout::of_times(&times).unwrap();
        let moved: Vec<f64> = values.iter().map(|v| shift + factor * v).collect();
        let grid = small_grid();
        let ask = |values: &[f64]| {
            let posterior = Posterior::new(&layout, values, &grid).unwrap();
            posterior.functionals(&[Functional::mean(&[3.0, 7.5])], 0.95).unwrap()[0]
        };
        let (plain, moved) = (ask(&values), ask(&moved));
        let tolerance = 1e-6 * factor + 1e-9 * shift.abs();
        prop_assert!((moved.value - shift - factor * plain.value).abs() < tolerance);
        prop_assert!((moved.upper - shift - factor * plain.upper).abs() < tolerance);
    }
}

#[test]
fn constant_short_and_unusable_series_are_refused_with_a_reason() {
    let times: Vec<f64> = (0..30).map(f64::from).collect();
    assert_eq!(
        ask_everything(&times, &[4.0; 30]),
        Err(StatsError::NoSpread)
    );
    assert_eq!(
        ask_everything(&[0.0], &[1.0]),
        Err(StatsError::TooFew { have: 1, need: 4 })
    );
    let mut values = vec![1.0; 30];
    values[7] = f64::NAN;
    let refused = Err(StatsError::NotFinite {
        what: "values",
        idx: 7,
    });
    assert_eq!(ask_everything(&times, &values), refused);
    values[7] = f64::INFINITY;
    assert_eq!(ask_everything(&times, &values), refused);
    assert_eq!(
        Layout::of_times(&[0.0, 2.0, 1.0]).unwrap_err(),
        StatsError::TimesNotSorted { idx: 2 }
    );
    assert!(Layout::of_times(&[]).is_err());
    assert!(Dependence::new(1.0, 1.0, 0.0, 0.0).is_err());
    assert!(Dependence::new(0.5, 0.0, 0.0, 0.0).is_err());
}

#[test]
fn all_equal_times_still_give_a_level() {
    let layout = Layout::of_times(&[5.0; 12]).unwrap();
    let values: Vec<f64> = (0..12).map(f64::from).collect();
    let posterior = Posterior::new(&layout, &values, &Grid::standard().unwrap()).unwrap();
    sound(
        &posterior
            .functionals(&[Functional::mean(&[5.0])], 0.95)
            .unwrap()[0],
    );
    // No time passes, so nothing can change.
    let detector = Detector::new(&layout, &Grid::without_drift().unwrap(), 3);
    assert!(matches!(detector, Err(StatsError::TooFew { .. })));
}

#[test]
fn repeated_columns_are_set_aside() {
    let times: Vec<f64> = (0..10).map(f64::from).collect();
    let column: Vec<f64> = times.iter().map(|t| t % 3.0).collect();
    let layout = Layout::new(
        &times,
        &[column.clone(), vec![2.0; 10], column.clone(), times.clone()],
    )
    .unwrap();
    assert_eq!(layout.aliased(), vec![1, 2]);
    let theta = Dependence::of_shares(0.4, 0.2, 0.0).unwrap();
    let smoother = Smoother::new(&layout, theta, &[3.0]).unwrap();
    assert!(smoother.variance_at_unit_scale()[0] > 0.0);
    let posterior = Posterior::new(&layout, &column, &small_grid());
    assert_eq!(posterior.err(), Some(StatsError::NoSpread));
    let values: Vec<f64> = times.iter().map(|t| (t * 1.7).sin()).collect();
    let posterior = Posterior::new(&layout, &values, &small_grid()).unwrap();
    assert_eq!(
        posterior
            .functionals(&[Functional::coefficient(2)], 0.95)
            .err(),
        Some(StatsError::NotEstimable { idx: 2 })
    );
}
