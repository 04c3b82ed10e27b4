//! Charts: a textbook example, and false alarms as often as allowed.

use stats::StatsError;
use stats::chart::{WatchRule, Watched, standardized_ewma, together, watch};
use stats::random::{draw_stream, standard_normal};
use stats::state_space::{Dependence, Filter, Layout};

use crate::published::{close, expected, number, table};

#[test]
fn the_textbook_chart_has_the_same_averages_and_the_same_signals() {
    let (data, expected) = (table("ewma_montgomery"), expected("ewma_montgomery"));
    let values: Vec<f64> = data[0].iter().map(|value| value - 10.0).collect();
    let found = standardized_ewma(&values, number(&expected, "lambda"));
    let rows = expected["rows"].as_array().unwrap();
    let mut signals = Vec::new();
    for (idx, (found, row)) in found.iter().zip(rows).enumerate() {
        let wanted = (number(row, "average") - 10.0) / number(row, "sd");
        close(*found, wanted, 1e-12, "average over its deviation");
        assert_eq!(found.abs() > 2.7, row["beyond_2.7"].as_bool().unwrap());
        if found.abs() > 2.7 {
            signals.push(idx + 1);
        }
    }
    // The book's chart signals at points 29 and 30 with constant limits of 10 +- 0.62.
    assert_eq!(signals, [29, 30]);
}

fn rule(alpha: f64, n_draws: usize) -> WatchRule {
    WatchRule {
        lambda: 0.1,
        spans: vec![(100.0, alpha)],
        n_draws,
        seed: 3,
    }
}

/// A hundred days of one person in which nothing changes.
fn still(rho: f64, seed: u64, of: impl Fn(f64) -> f64) -> Watched {
    let times: Vec<f64> = (0..100).map(f64::from).collect();
    let layout = Layout::of_times(&times).unwrap();
    let theta = Dependence::of_shares(rho, 0.2, 0.0).unwrap();
    let filter = Filter::new(&layout, theta).unwrap();
    let values = filter.simulate(&mut draw_stream(seed, 0));
    let values: Vec<f64> = values.into_iter().map(of).collect();
    Watched::new(&times, &values, 40).unwrap()
}

#[test]
fn two_still_series_raise_few_false_alarms() {
    // Nominal 20% of 60 pairs; 25 would be five standard errors too many.
    let alarms = (0..60).filter(|seed| {
        let pair = [
            still(0.5, 10 + 2 * seed, |value| value),
            still(0.3, 11 + 2 * seed, |value| (2.0 * value).round()),
        ];
        let found = watch(&pair, &rule(0.2, 300)).unwrap();
        let mut all = found.paths.iter().flatten();
        all.any(|point| point.statistic.abs() > point.limit)
    });
    let n = alarms.count();
    assert!(n <= 25, "{n}");
}

#[test]
fn a_step_is_seen_and_a_smaller_probability_has_a_wider_limit() {
    let times: Vec<f64> = (0..100).map(f64::from).collect();
    let mut rng = draw_stream(9, 0);
    let step = |day: &f64| if *day >= 60.0 { 5.0 } else { 0.0 };
    let values: Vec<f64> = times
        .iter()
        .map(|t| step(t) + standard_normal(&mut rng))
        .collect();
    let one = [Watched::new(&times, &values, 40).unwrap()];
    let wide = watch(&one, &rule(0.002, 400)).unwrap();
    let narrow = watch(&one, &rule(0.2, 400)).unwrap();
    assert!(wide.paths[0][0].limit > narrow.paths[0][0].limit);
    let first = narrow.paths[0]
        .iter()
        .find(|p| p.statistic > p.limit)
        .unwrap();
    assert!((60.0..80.0).contains(&first.time), "{first:?}");
    assert_eq!(wide, watch(&one, &rule(0.002, 400)).unwrap());
}

#[test]
fn baselines_that_tell_nothing_are_refused() {
    let times: Vec<f64> = (0..40).map(f64::from).collect();
    let refused = |values: &[f64], n| Watched::new(&times, values, n).unwrap_err();
    let same = vec![1.0; 40];
    assert_eq!(refused(&same, 30), StatsError::NoSpread);
    let varied: Vec<f64> = (0..40).map(|k| f64::from(k % 7)).collect();
    let wanted = StatsError::TooFew { have: 9, need: 14 };
    assert_eq!(refused(&varied, 9), wanted);
    let floor: Vec<f64> = (0..40)
        .map(|k| f64::from(u8::from(k % 5 == 0)) * f64::from(k))
        .collect();
    assert_eq!(refused(&floor, 30), StatsError::NoSpread);
    assert!(watch(&[], &rule(0.05, 10)).is_err());
}

#[test]
fn a_series_with_more_weight_has_a_narrower_limit() {
    let pair = |weight: f64| {
        let one = still(0.4, 5, |value| value).weighing(weight).unwrap();
        let other = still(0.4, 6, |value| value);
        watch(&[one, other], &rule(0.05, 800)).unwrap().paths[0][0].limit
    };
    assert!(pair(9.0) < pair(0.1), "{} {}", pair(9.0), pair(0.1));
    let weightless = still(0.4, 5, |value| value).weighing(0.0);
    assert!(weightless.is_err());
}

#[test]
fn things_that_shift_together_are_seen_better_together_than_alone() {
    let times: Vec<f64> = (0..100).map(f64::from).collect();
    let mut rng = draw_stream(4, 0);
    let mut common = Vec::new();
    for day in 0..100 {
        let step = if day >= 60 { 2.5 } else { 0.0 };
        common.push(0.7 * standard_normal(&mut rng) + step);
    }
    let series: Vec<Watched> = (0..9)
        .map(|k| {
            let side = if k % 2 == 0 { 1.0 } else { -1.0 };
            let values: Vec<f64> = common
                .iter()
                .map(|common| side * common + standard_normal(&mut rng))
                .collect();
            Watched::new(&times, &values, 42).unwrap()
        })
        .collect();
    let (days, values) = together(&series).unwrap();
    assert_eq!(days, times);
    let mean = |from: usize, to: usize| values[from..to].iter().sum::<f64>() / 40.0;
    assert!(mean(60, 100) - mean(0, 40) > 0.5, "up goes with the first");
    let all = Watched::new(&days, &values, 42).unwrap().of_many();
    let most = |series: &[Watched]| {
        let found = watch(series, &rule(0.05, 400)).unwrap();
        let sizes = found.paths.iter().flatten().map(|p| p.statistic / p.limit);
        sizes.fold(f64::MIN, f64::max)
    };
    let (together_most, alone_most) = (most(&[all]), most(&series));
    assert!(together_most > 1.0, "{together_most}");
    assert!(together_most > alone_most, "{together_most} {alone_most}");
    assert!(together(&series[..2]).is_none());
}

#[test]
fn days_with_few_values_are_left_out_of_the_whole() {
    let day = |k: i32| f64::from(k);
    let full: Vec<f64> = (0..60).map(day).collect();
    let short: Vec<f64> = (0..30).map(day).collect();
    let of = |times: &[f64], seed| {
        let mut rng = draw_stream(seed, 0);
        let values: Vec<f64> = times.iter().map(|_| standard_normal(&mut rng)).collect();
        Watched::new(times, &values, 20).unwrap()
    };
    let three = [of(&full, 1), of(&short, 2), of(&short, 3)];
    let (days, values) = together(&three).unwrap();
    assert_eq!(days, short);
    assert!(values.iter().all(|value| value.is_finite()));
}
