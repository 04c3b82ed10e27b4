//! Two phases: another program's numbers, and records nobody would wish for.

use crate::published::{close, expected, number, numbers};
use proptest::prelude::*;
use stats::StatsError;
use stats::random::{draw_stream, standard_normal};
use stats::single_case::{Bounds, Effect, Improvement, Resemblance, TwoPhases};
use stats::state_space::{Dependence, Grid, Layout, Posterior};

fn days(n: usize) -> Vec<f64> {
    (1..=n).map(|day| day as f64).collect()
}

/// Baseline, then intervention, one value a day.
fn phases(baseline: &[f64], intervention: &[f64], improvement: Improvement) -> TwoPhases {
    let values = [baseline, intervention].concat();
    let marks: Vec<bool> = (0..values.len()).map(|i| i >= baseline.len()).collect();
    TwoPhases::new(&days(values.len()), &values, &marks, improvement).unwrap()
}

fn resemblance(rho: f64, noise: f64) -> Resemblance {
    Resemblance::known(Dependence::of_shares(rho, noise, 0.0).unwrap()).unwrap()
}

fn example(improvement: Improvement) -> TwoPhases {
    let wanted = expected("single_case");
    let get = |key: &str| numbers(&wanted[key]);
    phases(&get("baseline"), &get("intervention"), improvement)
}

fn same(one: Bounds, other: Bounds) {
    close(one.se, other.se, 1e-12, "error");
    close(one.lower, other.lower, 1e-12, "lower end");
    close(one.upper, other.upper, 1e-12, "upper end");
}

#[test]
fn effects_match_another_program() {
    let wanted = expected("single_case");
    let get = |key: &str| number(&wanted, key);
    let (phases, none) = (example(Improvement::Increase), resemblance(0.0, 0.0));
    let nap = phases.nonoverlap(&none, 0.95).unwrap();
    close(nap.value, get("nap"), 1e-8, "NAP");
    close(nap.textbook.se, get("nap_se"), 1e-8, "its error");
    close(nap.textbook.lower, get("nap_lower"), 5e-5, "lower end");
    close(nap.textbook.upper, get("nap_upper"), 5e-5, "upper end");
    let tau = phases.tau(&none, 0.95).unwrap();
    close(tau.value, get("tau"), 1e-8, "Tau");
    close(tau.textbook.se, 2.0 * get("nap_se"), 1e-8, "error of Tau");
    close(phases.tau_u(), get("tau_u"), 1e-8, "Tau-U");
    close(
        phases.trend_corrected_tau().unwrap(),
        get("trend_corrected_tau"),
        1e-8,
        "trend corrected",
    );
    let smd = phases.standardized_difference(&none, 0.95).unwrap();
    close(smd.value, get("standardized_difference"), 1e-8, "SMD");
    close(
        smd.textbook.se,
        get("standardized_difference_se"),
        1e-8,
        "error of SMD",
    );
    let ratio = phases.log_ratio(&none, 0.95).unwrap();
    close(ratio.value, get("log_ratio"), 1e-8, "log ratio");
    close(ratio.textbook.se, get("log_ratio_se"), 1e-8, "its error");
}

#[test]
fn without_resemblance_both_errors_are_the_same() {
    let (phases, none) = (example(Improvement::Increase), resemblance(0.0, 0.0));
    let nap = phases.nonoverlap(&none, 0.9).unwrap();
    same(nap.adjusted, nap.textbook);
    for effect in [
        phases.standardized_difference(&none, 0.9).unwrap(),
        phases.log_ratio(&none, 0.9).unwrap(),
    ] {
        close(effect.adjusted.se, effect.textbook.se, 1e-12, "error");
        // By t instead of the normal distribution.
        assert!(effect.adjusted.lower < effect.textbook.lower);
    }
    // Noise alone correlates with nothing, whatever the rest would do.
    let noise = phases.nonoverlap(&resemblance(0.9, 1.0), 0.9).unwrap();
    same(noise.adjusted, nap.textbook);
}

#[test]
fn errors_of_means_are_those_of_the_whole_matrix() {
    // Exact arithmetic: variance of mean differences under 0.7 * 0.5^days off the diagonal.
    let (a, b) = ([4.0, 6.0, 5.0, 9.0], [8.0, 7.0, 11.0]);
    let phases = phases(&a, &b, Improvement::Increase);
    let found = phases.log_ratio(&resemblance(0.5, 0.3), 0.95).unwrap();
    let r = |i: i32, k: i32| {
        if i == k {
            1.0
        } else {
            0.7 * 0.5_f64.powi((i - k).abs())
        }
    };
    let sum = |rows: std::ops::Range<i32>, columns: std::ops::Range<i32>| -> f64 {
        rows.map(|i| columns.clone().map(|k| r(i, k)).sum::<f64>())
            .sum()
    };
    let (mean_a, mean_b) = (6.0, 26.0 / 3.0);
    // The usual variances 14/3 and 13/3, each divided by the share of the true one that it shows.
    let of_a = 14.0 / 3.0 / ((4.0 - sum(0..4, 0..4) / 4.0) / 3.0);
    let of_b = 13.0 / 3.0 / ((3.0 - sum(4..7, 4..7) / 3.0) / 2.0);
    let variance = of_a * sum(0..4, 0..4) / (16.0 * mean_a * mean_a)
        + of_b * sum(4..7, 4..7) / (9.0 * mean_b * mean_b)
        - 2.0 * (of_a * of_b).sqrt() * sum(0..4, 4..7) / (12.0 * mean_a * mean_b);
    close(found.adjusted.se, variance.sqrt(), 1e-12, "adjusted error");
}

#[test]
fn a_decrease_can_be_the_improvement() {
    let (up, down) = (
        example(Improvement::Increase),
        example(Improvement::Decrease),
    );
    let known = resemblance(0.4, 0.2);
    let nap = |phases: &TwoPhases| phases.nonoverlap(&known, 0.95).unwrap();
    close(nap(&down).value, 1.0 - nap(&up).value, 1e-12, "NAP");
    let lower = nap(&down).adjusted.lower;
    close(lower, 1.0 - nap(&up).adjusted.upper, 1e-9, "lower end");
    close(down.tau_u(), -up.tau_u(), 1e-12, "Tau-U");
    let trend = |phases: &TwoPhases| phases.trend_corrected_tau().unwrap();
    close(trend(&down), -trend(&up), 1e-12, "trend corrected");
    let smd = |phases: &TwoPhases| phases.standardized_difference(&known, 0.95).unwrap();
    close(smd(&down).value, -smd(&up).value, 1e-12, "SMD");
    close(
        smd(&down).adjusted.lower,
        -smd(&up).adjusted.upper,
        1e-12,
        "end",
    );
}

/// Shares of records whose NAP seems to differ from 0.5: by the textbook, and adjusted.
fn claims(rho: f64, effect: f64, n_records: u64) -> (f64, f64) {
    let (mut by_textbook, mut adjusted) = (0, 0);
    for seed in 0..n_records {
        let mut rng = draw_stream(seed, 0);
        let mut ar = standard_normal(&mut rng);
        let mut values = Vec::new();
        for day in 0..60 {
            ar = rho * ar + (1.0 - rho * rho).sqrt() * standard_normal(&mut rng);
            values.push(ar + if day < 30 { 0.0 } else { effect });
        }
        let marks: Vec<bool> = (0..60).map(|i| i >= 30).collect();
        let column = marks
            .iter()
            .map(|with| f64::from(u8::from(*with)))
            .collect();
        let layout = Layout::new(&days(60), &[column]).unwrap();
        let posterior = Posterior::new(&layout, &values, &Grid::without_drift().unwrap()).unwrap();
        let phases = TwoPhases::new(&days(60), &values, &marks, Improvement::Increase).unwrap();
        let nap = phases
            .nonoverlap(&Resemblance::estimated(&posterior).unwrap(), 0.95)
            .unwrap();
        let is_claim = |b: Bounds| i32::from(b.lower > 0.5 || b.upper < 0.5);
        by_textbook += is_claim(nap.textbook);
        adjusted += is_claim(nap.adjusted);
    }
    let share = |n: i32| f64::from(n) / n_records as f64;
    (share(by_textbook), share(adjusted))
}

#[test]
fn a_still_person_seems_changed_by_the_textbook_but_not_adjusted() {
    let (by_textbook, adjusted) = claims(0.6, 0.0, 200);
    assert!(by_textbook > 0.2, "{by_textbook}");
    // 0.05 with two standard errors of a share among 200.
    assert!(adjusted <= 0.08, "{adjusted}");
}

#[test]
fn a_changed_person_shows() {
    let (_, adjusted) = claims(0.3, 2.0, 60);
    assert!(adjusted > 0.9, "{adjusted}");
}

#[test]
fn phases_that_lie_apart_still_have_an_error() {
    let phases = phases(&[1.0, 2.0, 3.0], &[7.0, 8.0, 9.0], Improvement::Increase);
    let nap = phases.nonoverlap(&resemblance(0.5, 0.0), 0.95).unwrap();
    assert_eq!(nap.value, 1.0);
    for bounds in [nap.textbook, nap.adjusted] {
        assert!(bounds.se > 0.0 && bounds.upper == 1.0);
        assert!(bounds.lower > 0.0 && bounds.lower < 1.0);
    }
    assert!(nap.adjusted.lower < nap.textbook.lower);
}

#[test]
fn phases_that_come_back_are_taken_but_not_for_a_trend() {
    let values: Vec<f64> = (0..24).map(|i| f64::from(i * 7 % 10)).collect();
    let marks: Vec<bool> = (0..24).map(|i| i / 6 % 2 == 1).collect();
    let phases = TwoPhases::new(&days(24), &values, &marks, Improvement::Increase).unwrap();
    let nap = phases.nonoverlap(&resemblance(0.5, 0.1), 0.95).unwrap();
    assert!(nap.adjusted.se > nap.textbook.se);
    assert_eq!(
        phases.trend_corrected_tau(),
        Err(StatsError::TimesNotSorted { idx: 12 })
    );
}

#[test]
fn a_straight_line_leaves_nothing_once_its_trend_is_out() {
    let line: Vec<f64> = (0..14).map(|i| 0.1 * f64::from(i) + 3.3).collect();
    let phases = phases(&line[..6], &line[6..], Improvement::Increase);
    assert_eq!(phases.trend_corrected_tau().unwrap(), 0.0);
    assert_eq!(
        phases
            .nonoverlap(&resemblance(0.0, 0.0), 0.95)
            .unwrap()
            .value,
        1.0
    );
}

#[test]
fn constant_short_and_unusable_phases_are_refused_with_a_reason() {
    let none = resemblance(0.3, 0.0);
    let flat = phases(&[4.0; 5], &[4.0; 4], Improvement::Increase);
    let nap = flat.nonoverlap(&none, 0.95).unwrap();
    assert_eq!(nap.value, 0.5);
    assert!(nap.adjusted.lower < 0.5 && nap.adjusted.upper > 0.5);
    assert_eq!(
        flat.standardized_difference(&none, 0.95),
        Err(StatsError::NoSpread)
    );
    assert_eq!(flat.log_ratio(&none, 0.95), Err(StatsError::NoSpread));
    let zeros = phases(&[0.0; 5], &[0.0; 4], Improvement::Increase);
    assert_eq!(zeros.log_ratio(&none, 0.95), Err(StatsError::NoSpread));
    for baseline in [[-1.0, -2.0, -3.0], [0.0, 0.0, 0.0], [-1.0, 0.0, 1.0]] {
        let below = phases(&baseline, &[1.0, 2.0, 3.0], Improvement::Increase);
        assert!(matches!(
            below.log_ratio(&none, 0.95),
            Err(StatsError::OutOfRange { .. })
        ));
    }
    let marks = [false, false, false, true, true];
    assert_eq!(
        TwoPhases::new(&days(5), &[1.0; 5], &marks, Improvement::Increase),
        Err(StatsError::TooFew { have: 2, need: 3 })
    );
    let marks = [false, false, false, true, true, true];
    let refused = |values: &[f64]| TwoPhases::new(&days(6), values, &marks, Improvement::Increase);
    assert_eq!(
        refused(&[1.0, 2.0, f64::NAN, 1.0, 2.0, 3.0]),
        Err(StatsError::NotFinite {
            what: "values",
            idx: 2
        })
    );
    assert!(refused(&[1.0; 5]).is_err());
    let drifting = Dependence::of_shares(0.5, 0.1, 0.01).unwrap();
    assert!(matches!(
        Resemblance::known(drifting),
        Err(StatsError::OutOfRange { .. })
    ));
    assert!(flat.nonoverlap(&none, 1.0).is_err());
}

fn sound(effect: &Effect, unit: std::ops::RangeInclusive<f64>) {
    for bounds in [effect.textbook, effect.adjusted] {
        assert!(
            bounds.se.is_finite() && bounds.se > 0.0 && effect.value.is_finite(),
            "{effect:?}"
        );
        assert!(
            bounds.lower <= effect.value && effect.value <= bounds.upper,
            "{effect:?}"
        );
        assert!(
            *unit.start() <= bounds.lower && bounds.upper <= *unit.end(),
            "{effect:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    #[test]
    fn hostile_phases_give_sound_numbers_or_an_error(
        rows in prop::collection::vec(
            (
                prop_oneof![4 => Just(1.0), 2 => Just(0.0), 1 => Just(1e-9), 1 => Just(900.0)],
                prop_oneof![
                    4 => (0..5_i32).prop_map(f64::from),
                    1 => Just(1e100), 1 => Just(-1e100), 1 => Just(1e-90), 1 => Just(-0.0),
                ],
                any::<bool>(),
            ),
            1..30,
        ),
        rho in prop_oneof![Just(0.0), 0.0..0.9999_f64, Just(0.9999)],
        noise in prop_oneof![Just(0.0), 0.0..1.0_f64],
    ) {
        let times: Vec<f64> = rows.iter().scan(0.0, |t, row| { *t += row.0; Some(*t) }).collect();
        let values: Vec<f64> = rows.iter().map(|row| row.1).collect();
        let marks: Vec<bool> = rows.iter().map(|row| row.2).collect();
        let known = resemblance(rho, noise);
        if let Ok(phases) = TwoPhases::new(&times, &values, &marks, Improvement::Decrease) {
            sound(&phases.nonoverlap(&known, 0.95).unwrap(), 0.0..=1.0);
            sound(&phases.tau(&known, 0.95).unwrap(), -1.0..=1.0);
            prop_assert!(phases.tau_u().is_finite());
            if let Ok(tau) = phases.trend_corrected_tau() {
                prop_assert!((-1.0..=1.0).contains(&tau));
            }
            let all = f64::NEG_INFINITY..=f64::INFINITY;
            if let Ok(effect) = phases.standardized_difference(&known, 0.95) {
                sound(&effect, all.clone());
            }
            if let Ok(effect) = phases.log_ratio(&known, 0.95) {
                sound(&effect, all);
            }
        }
    }
}
