//! The reliable change index: printed examples, and scores nobody would wish for.

use crate::published::{expected, number};
use stats::StatsError;
use stats::random::{draw_stream, standard_normal};
use stats::reliable_change::{Precision, reliable_change};

fn near(found: f64, printed: f64, tolerance: f64) {
    assert!(
        (found - printed).abs() <= tolerance,
        "{found} against {printed}"
    );
}

#[test]
fn the_couple_of_jacobson_and_truax_changed() {
    let wanted = &expected("reliable_change")["jacobson_truax"];
    let get = |key| number(wanted, key);
    let precision = Precision::new(get("sd"), get("reliability")).unwrap();
    near(precision.error_of_score(), get("error_of_score"), 0.005);
    near(
        precision.error_of_difference(),
        get("error_of_difference"),
        0.005,
    );
    let found = reliable_change(get("before"), get("after"), &precision, 0.95).unwrap();
    near(found.index, get("index"), 0.005);
    assert_eq!(found.change, 15.0);
    assert!(found.is_reliable);
    // Exact arithmetic: 7.5 sqrt(0.4) is the error, 1.959964 of it the band.
    near(
        found.band,
        1.959_963_984_540_054 * 7.5 * 0.4_f64.sqrt(),
        1e-9,
    );
    let back = reliable_change(get("after"), get("before"), &precision, 0.95).unwrap();
    assert_eq!(back.index, -found.index);
    assert_eq!(back.p_value, found.p_value);
}

#[test]
fn a_textbook_band_matches() {
    let wanted = &expected("reliable_change")["piers_harris"];
    let get = |key| number(wanted, key);
    let precision = Precision::new(get("error_of_score"), 0.0).unwrap();
    near(
        precision.error_of_difference(),
        get("error_of_difference"),
        0.005,
    );
    // The example multiplies the rounded 4.34.
    near(precision.band(0.95).unwrap(), get("band_at_95"), 0.015);
    assert!(
        reliable_change(get("before"), get("after"), &precision, 0.95)
            .unwrap()
            .is_reliable
    );
}

#[test]
fn two_spreads_add_their_squares() {
    let precision = Precision::of_two_spreads(6.0, 8.0, 0.75).unwrap();
    near(precision.error_of_score(), 3.0, 1e-12);
    near(precision.error_of_difference(), 5.0, 1e-12);
}

#[test]
fn unchanged_people_leave_the_band_as_often_as_it_says() {
    let precision = Precision::new(10.0, 0.84).unwrap();
    let mut rng = draw_stream(11, 0);
    let n = 20_000;
    let mut n_reliable = 0_i32;
    for _ in 0..n {
        let score = 50.0 + 9.0 * standard_normal(&mut rng);
        let before = score + 4.0 * standard_normal(&mut rng);
        let after = score + 4.0 * standard_normal(&mut rng);
        let found = reliable_change(before, after, &precision, 0.9).unwrap();
        assert_eq!(found.is_reliable, found.p_value < 0.1);
        n_reliable += i32::from(found.is_reliable);
    }
    // Four standard errors of a share of 0.1 among 20,000.
    near(f64::from(n_reliable) / f64::from(n), 0.1, 0.0085);
}

#[test]
fn no_change_is_not_reliable_and_unusable_scores_are_refused() {
    let precision = Precision::new(7.5, 0.8).unwrap();
    let same = reliable_change(30.0, 30.0, &precision, 0.95).unwrap();
    assert_eq!((same.index, same.p_value), (0.0, 1.0));
    assert!(!same.is_reliable);
    assert_eq!(
        reliable_change(30.0, f64::NAN, &precision, 0.95),
        Err(StatsError::NotFinite {
            what: "scores",
            idx: 1
        })
    );
    assert!(reliable_change(f64::INFINITY, 1.0, &precision, 0.95).is_err());
    assert!(reliable_change(1.0, 2.0, &precision, 1.0).is_err());
    for (sd, reliability) in [
        (0.0, 0.8),
        (-1.0, 0.8),
        (f64::NAN, 0.8),
        (7.5, 1.0),
        (7.5, -0.1),
        (7.5, f64::NAN),
    ] {
        assert!(matches!(
            Precision::new(sd, reliability),
            Err(StatsError::OutOfRange { .. })
        ));
    }
    let tiny = Precision::new(1e-90, 0.5).unwrap();
    let huge = reliable_change(-1e99, 1e99, &tiny, 0.95).unwrap();
    assert!(huge.index.is_finite() && huge.p_value == 0.0);
}
