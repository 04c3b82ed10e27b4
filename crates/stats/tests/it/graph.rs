//! Links among many series: another program's graphs, silence, speech and broken input.

use crate::published::{close, expected, table};
use serde_json::Value;
use stats::StatsError;
use stats::graph::{Graph, Mark, Node, Options, pcmci_plus};
use stats::random::{draw_stream, standard_normal, uniform};

fn word(mark: Mark) -> &'static str {
    match mark {
        Mark::Forward => "-->",
        Mark::Backward => "<--",
        Mark::Open => "o-o",
        Mark::Conflict => "x-x",
    }
}

fn whole(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

fn compare(graph: &Graph, wanted: &Value) {
    let links: Vec<Value> = graph
        .links
        .iter()
        .map(|link| {
            let (from, lag) = (link.from.variable, link.from.lag);
            serde_json::json!([from, link.to, lag, word(link.mark)])
        })
        .collect();
    assert_eq!(&links, wanted["links"].as_array().unwrap());
    assert_eq!(graph.ambiguous.len(), whole(&wanted["n_ambiguous"]));
    let mut n_compared = 0;
    for test in wanted["tests"].as_array().unwrap() {
        let (variable, to, lag) = (whole(&test[0]), whole(&test[1]), whole(&test[2]));
        let found = graph.tested(Node { variable, lag }, to).unwrap();
        close(found.p_value, test[4].as_f64().unwrap(), 1e-8, "p-value");
        if let Some(statistic) = test[3].as_f64() {
            close(found.correlation, statistic, 1e-8, "statistic");
            n_compared += 1;
        }
    }
    assert!(n_compared > 30, "only {n_compared} statistics compared");
}

/// Every setting of one folder.
fn published(name: &str) {
    let data = table(name);
    for wanted in expected(name).as_array().unwrap() {
        let options = Options {
            alpha: wanted["alpha"].as_f64().unwrap(),
            ..Options::of_lag(whole(&wanted["lag_max"]))
        };
        compare(&pcmci_plus(&data, &options).unwrap(), wanted);
    }
}

#[test]
fn links_among_whole_series_match_tigramite() {
    published("pcmci_plus_whole");
}

#[test]
fn links_among_series_with_gaps_match_tigramite() {
    published("pcmci_plus_gaps");
}

#[test]
fn contradicting_directions_match_tigramite() {
    published("pcmci_plus_conflicts");
}

/// Series that lean on their own past alone, rows of all series missing at random.
fn unrelated(seed: u64, (n_series, n): (usize, usize), gaps: f64) -> Vec<Vec<f64>> {
    let mut rng = draw_stream(seed, 0);
    let away: Vec<bool> = (0..n).map(|_| uniform(&mut rng) < gaps).collect();
    (0..n_series)
        .map(|_| {
            let mut value = standard_normal(&mut rng);
            away.iter()
                .map(|away| {
                    value = 0.5 * value + 0.75_f64.sqrt() * standard_normal(&mut rng);
                    if *away { f64::NAN } else { value }
                })
                .collect()
        })
        .collect()
}

#[test]
fn unrelated_series_are_seldom_joined() {
    let (mut n_raw, mut n_adjusted) = (0, 0);
    for seed in 0..40 {
        let series = unrelated(seed, (8, 250), 0.1);
        let graph = pcmci_plus(&series, &Options::of_lag(1)).unwrap();
        let joins_two = |link: &stats::graph::Link| link.from.variable != link.to;
        n_raw += usize::from(graph.links.iter().any(joins_two));
        let kept = graph.links_at_false_discovery(0.05).unwrap();
        n_adjusted += usize::from(kept.iter().any(joins_two));
    }
    // 28 pairs and 56 lagged links at 0.01 join something in about half of the records. Adjusted, a
    // record with any false link is about as seldom as its share, for 8 links here are true.
    assert!(n_raw >= 10, "{n_raw} of 40");
    assert!(n_adjusted <= 14, "{n_adjusted} of 40");
}

#[test]
fn a_strong_link_is_found_and_points_forward() {
    let mut series = unrelated(5, (4, 300), 0.0);
    let (mut noise, cause) = (draw_stream(6, 0), series[0].clone());
    for t in 1..300 {
        series[3][t] = 0.6 * cause[t - 1] + standard_normal(&mut noise);
    }
    let graph = pcmci_plus(&series, &Options::of_lag(2)).unwrap();
    let kept = graph.links_at_false_discovery(0.05).unwrap();
    let from = Node {
        variable: 0,
        lag: 1,
    };
    let link = kept.iter().find(|link| link.to == 3 && link.from == from);
    assert_eq!(link.map(|link| link.mark), Some(Mark::Forward));
    assert!(link.unwrap().tested.correlation > 0.3);
    assert!(graph.tested(from, 3).unwrap().p_value < 1e-6);
    assert_eq!(
        graph.tested(
            Node {
                variable: 3,
                lag: 0
            },
            3
        ),
        None
    );
    assert_eq!(
        graph.tested(
            Node {
                variable: 9,
                lag: 1
            },
            3
        ),
        None
    );
}

#[test]
fn a_series_and_its_copy_stop_nothing() {
    let mut series = unrelated(7, (3, 120), 0.0);
    series.push(series[0].clone());
    let graph = pcmci_plus(&series, &Options::of_lag(2)).unwrap();
    for link in &graph.links {
        assert!(link.tested.correlation.is_finite() && link.tested.p_value.is_finite());
    }
    let mut gaps = unrelated(8, (3, 40), 0.0);
    for t in 0..40 {
        gaps[t % 3][t] = f64::NAN;
    }
    // No row holds everything: a test without rows keeps no link.
    let graph = pcmci_plus(&gaps, &Options::of_lag(2)).unwrap();
    assert!(graph.links.iter().all(|link| link.tested.p_value <= 0.01));
}

#[test]
fn broken_series_are_refused() {
    let whole = unrelated(9, (3, 60), 0.0);
    let options = Options::of_lag(2);
    let refused = |series: &[Vec<f64>]| pcmci_plus(series, &options).unwrap_err();
    assert!(matches!(
        refused(&[]),
        StatsError::TooFew { have: 0, need: 2 }
    ));
    assert!(matches!(refused(&whole[..1]), StatsError::TooFew { .. }));
    let short: Vec<Vec<f64>> = whole.iter().map(|one| one[..7].to_vec()).collect();
    assert!(matches!(
        refused(&short),
        StatsError::TooFew { have: 7, need: 8 }
    ));
    let mut other = whole.clone();
    other[1].pop();
    assert!(matches!(refused(&other), StatsError::LengthMismatch { .. }));
    let mut other = whole.clone();
    other[1][4] = f64::INFINITY;
    assert!(matches!(
        refused(&other),
        StatsError::NotFinite { idx: 64, .. }
    ));
    other[1] = vec![3.0; 60];
    assert!(matches!(refused(&other), StatsError::NoSpread));
    other[1] = vec![f64::NAN; 60];
    assert!(matches!(refused(&other), StatsError::NoSpread));
    for options in [
        Options::of_lag(0),
        Options::of_lag(61),
        Options {
            alpha: 0.9,
            ..options
        },
        Options {
            alpha: f64::NAN,
            ..options
        },
    ] {
        let refused = pcmci_plus(&whole, &options).unwrap_err();
        assert!(matches!(refused, StatsError::OutOfRange { .. }));
    }
    let graph = pcmci_plus(&whole, &options).unwrap();
    assert!(graph.links_at_false_discovery(1.5).is_err());
}
