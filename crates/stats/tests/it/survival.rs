//! Kaplan-Meier curves: R's numbers, and spans nobody would wish for.

use crate::published::table_in;
use proptest::prelude::*;
use stats::StatsError;
use stats::survival::{Survival, survival};

const NAME: &str = "kaplan_meier";

/// Rows of a table that belong to one set, without the set's number.
fn rows_of(set: f64, file: &str) -> Vec<Vec<f64>> {
    let columns = table_in(NAME, file);
    (0..columns[0].len())
        .filter(|i| columns[0][*i] == set)
        .map(|i| columns[1..].iter().map(|column| column[i]).collect())
        .collect()
}

fn curve(set: f64) -> Survival {
    let rows = rows_of(set, "data.csv");
    let durations: Vec<f64> = rows.iter().map(|row| row[0]).collect();
    let is_event: Vec<bool> = rows.iter().map(|row| row[1] == 1.0).collect();
    survival(&durations, &is_event, 0.95).unwrap()
}

fn near(found: f64, wanted: f64, what: &str) {
    assert!(
        (found - wanted).abs() <= 1e-10,
        "{what}: {found} against {wanted}"
    );
}

#[test]
fn curves_match_r() {
    for set in [1.0, 2.0, 3.0, 4.0, 5.0] {
        let found = curve(set);
        let wanted = rows_of(set, "expected.csv");
        assert_eq!(found.steps().len(), wanted.len());
        for (step, row) in found.steps().iter().zip(&wanted) {
            assert_eq!(step.time, row[0]);
            let counts = [step.n_at_risk, step.n_events, step.n_censored];
            assert_eq!(counts.map(|n| n as f64), [row[1], row[2], row[3]]);
            near(step.share, row[4], "share");
            // R prints no interval where there is none here, but an error of 0 at a share of 1.
            assert_eq!(step.spread.is_none(), row[6].is_nan());
            if let Some(spread) = step.spread {
                near(spread.se, row[5], "error");
                near(spread.lower, row[6], "lower end");
                near(spread.upper, row[7], "upper end");
            }
        }
    }
}

#[test]
fn medians_match_r() {
    for set in [1.0, 2.0, 3.0, 4.0, 5.0] {
        let found = curve(set).median();
        let wanted = &rows_of(set, "medians.csv")[0];
        let pairs = [found.value, found.lower, found.upper];
        for (found, wanted) in pairs.into_iter().zip(wanted) {
            match found {
                Some(time) => near(time, *wanted, "median"),
                None => assert!(wanted.is_nan(), "no median against {wanted}"),
            }
        }
    }
}

#[test]
fn shares_between_and_beyond_the_steps_are_read_off() {
    let found = survival(&[3.0, 5.0, 8.0, 8.0], &[true, false, true, false], 0.9).unwrap();
    assert_eq!(found.share_beyond(0.0), Some(1.0));
    assert_eq!(found.share_beyond(2.9), Some(1.0));
    assert_eq!(found.share_beyond(3.0), Some(0.75));
    assert_eq!(found.share_beyond(7.0), Some(0.75));
    assert_eq!(found.share_beyond(8.0), Some(0.375));
    assert_eq!(found.share_beyond(8.1), None);
    assert_eq!(found.share_beyond(f64::NAN), None);
    let ended = survival(&[3.0], &[true], 0.9).unwrap();
    assert_eq!(ended.share_beyond(99.0), Some(0.0));
}

#[test]
fn spans_that_never_ended_leave_everything_open() {
    let found = survival(&[4.0, 4.0, 9.0], &[false; 3], 0.95).unwrap();
    assert!(found.steps().iter().all(|step| step.share == 1.0));
    assert!(found.steps().iter().all(|step| step.spread.is_none()));
    let median = found.median();
    assert_eq!(
        (median.value, median.lower, median.upper),
        (None, None, None)
    );
}

#[test]
fn unusable_spans_are_refused_with_a_reason() {
    assert_eq!(
        survival(&[], &[], 0.95),
        Err(StatsError::TooFew { have: 0, need: 1 })
    );
    assert_eq!(
        survival(&[1.0, f64::NAN], &[true, true], 0.95),
        Err(StatsError::NotFinite {
            what: "durations",
            idx: 1
        })
    );
    assert!(survival(&[1.0, f64::INFINITY], &[true, true], 0.95).is_err());
    assert!(matches!(
        survival(&[-1.0], &[true], 0.95),
        Err(StatsError::OutOfRange { .. })
    ));
    assert!(matches!(
        survival(&[1.0], &[], 0.95),
        Err(StatsError::LengthMismatch { .. })
    ));
    assert!(survival(&[1.0], &[true], 1.0).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_spans_give_a_falling_curve_inside_its_band(
        spans in prop::collection::vec((0..9_i32, any::<bool>()), 1..40),
        level in 0.5..0.9999_f64,
    ) {
        let durations: Vec<f64> = spans.iter().map(|span| f64::from(span.0)).collect();
        let is_event: Vec<bool> = spans.iter().map(|span| span.1).collect();
        let found = survival(&durations, &is_event, level).unwrap();
        let mut last = 1.0;
        for step in found.steps() {
            prop_assert!(step.share <= last && step.share >= 0.0);
            last = step.share;
            if let Some(spread) = step.spread {
                prop_assert!(spread.se > 0.0 && spread.se.is_finite());
                prop_assert!(0.0 <= spread.lower && spread.lower <= step.share);
                prop_assert!(step.share <= spread.upper && spread.upper <= 1.0);
            }
        }
        let seen: usize = found.steps().iter().map(|s| s.n_events + s.n_censored).sum();
        prop_assert_eq!(seen, spans.len());
        let median = found.median();
        if let (Some(lower), Some(value)) = (median.lower, median.value) {
            prop_assert!(lower <= value);
        }
    }
}
