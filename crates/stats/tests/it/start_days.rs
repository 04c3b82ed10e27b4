//! Start days drawn from a window: numbers of other people's programs, and exactness over whole designs.

use stats::random::{draw_stream, standard_normal};
use stats::randomization::{Design, Experiment, Randomized, Tails, build_up_from};
use stats::state_space::{Dependence, Grid, GridPoint, Layout};

/// Written by `fixtures/published/start_days/how_made.py`, whose first line agrees with the test suite of the
/// R package scan.
const EXPECTED: &str = include_str!("../../../../fixtures/published/start_days/expected.txt");

/// `exampleAB` of the R package scan.
const CASES: [[f64; 20]; 3] = [
    [
        54., 53., 56., 58., 52., 61., 62., 71., 66., 64., 78., 70., 74., 82., 77., 86., 68., 80.,
        86., 87.,
    ],
    [
        41., 59., 56., 51., 52., 57., 56., 67., 75., 66., 69., 68., 73., 77., 79., 86., 82., 75.,
        83., 89.,
    ],
    [
        55., 58., 53., 50., 52., 55., 68., 68., 81., 67., 78., 73., 72., 78., 81., 78., 71., 85.,
        80., 76.,
    ],
];

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / f64::from(u32::try_from(values.len()).unwrap())
}

/// Every start of a window of `n` places.
fn every_start(n: usize) -> Vec<usize> {
    let design = Design::starts(n, 1, 1).unwrap();
    let place = |idx| {
        let assigned = design.assignment(idx).unwrap();
        assigned.iter().position(|with| *with).unwrap()
    };
    (0..design.n_assignments()).map(place).collect()
}

#[test]
fn three_cases_with_drawn_starts_are_as_in_the_package_scan() {
    let apart = |case: &[f64; 20], start: usize| mean(&case[start..]) - mean(&case[..start]);
    // Five values at least on each side.
    let starts: Vec<usize> = every_start(11).into_iter().map(|place| place + 5).collect();
    let of = |choice: [usize; 3]| {
        let pairs = CASES.iter().zip(choice);
        mean(
            &pairs
                .map(|(case, start)| apart(case, start))
                .collect::<Vec<_>>(),
        )
    };
    let seen = of([5, 5, 5]);
    let mut by_chance = Vec::new();
    for first in &starts {
        for second in &starts {
            by_chance.extend(starts.iter().map(|third| of([*first, *second, *third])));
        }
    }
    let n_as_far = by_chance.iter().filter(|x| **x >= seen - 1e-12).count();
    assert_eq!((n_as_far, by_chance.len()), (48, 1_331));
    let line = EXPECTED.lines().next().unwrap();
    assert!(line.starts_with("scan 48 1331 40.97299007"), "{line}");
}

fn numb() -> Vec<f64> {
    CASES[0].iter().map(|value| 100.0 - value).collect()
}

fn times(n: usize) -> Vec<f64> {
    (0..n)
        .map(|day| f64::from(u32::try_from(day).unwrap()))
        .collect()
}

/// A level and a straight trend held still; windows of days 4 to 16.
fn read(values: &[f64], n_started: usize, grid: &Grid, drawn: &[usize]) -> Randomized {
    let gap = if n_started == 1 { 1 } else { 3 };
    let design = Design::starts(13, n_started, gap).unwrap();
    let times = times(values.len());
    let layout = Layout::new(&times, std::slice::from_ref(&times)).unwrap();
    let shares = build_up_from(4..=16, 20, 0.0);
    let part = f64::from(u32::try_from(n_started).unwrap());
    let columns: Vec<Vec<f64>> = (0..13)
        .map(|place| shares.iter().map(|of_day| of_day[place] / part).collect())
        .collect();
    let mut assigned = vec![false; 13];
    for start in drawn {
        assigned[start - 4] = true;
    }
    let experiment = Experiment::new(&design, &layout, grid, Tails::EVEN, &columns).unwrap();
    experiment.read(values, &assigned, 0.9, 1).unwrap()
}

#[test]
fn start_days_are_read_as_by_a_program_of_its_own() {
    let theta = Dependence::new(0.5, 1.0, 0.0, 0.0).unwrap();
    let known = Grid::new(vec![GridPoint { theta, prior: 1.0 }]).unwrap();
    let mut n_lines = 0;
    for line in EXPECTED.lines().skip(1) {
        let words: Vec<&str> = line.split(';').collect();
        let numbers = |text: &str| -> Vec<f64> {
            text.split(' ').map(|word| word.parse().unwrap()).collect()
        };
        let drawn: Vec<usize> = words[1].split(' ').map(|w| w.parse().unwrap()).collect();
        let [n, below, above, size] = numbers(words[2])[..] else {
            panic!("{line}");
        };
        let found = read(&numb(), drawn.len(), &known, &drawn);
        assert!(
            (found.estimate - size).abs() < 1e-6 * size.abs(),
            "{line}: {found:?}"
        );
        assert!((f64::from(u32::try_from(found.n_compared).unwrap()) - n).abs() < 0.5);
        let p = (2.0 * below.min(above) / n).min(1.0);
        assert!((found.p_value - p).abs() < 1e-9, "{line}: {found:?}");
        n_lines += 1;
    }
    assert_eq!(n_lines, 4);
}

/// Each start in its turn is the drawn one: so many of them have a p-value up to any line as that line
/// allows, whatever the values do.
#[test]
fn p_values_over_all_start_days_are_uniform_whatever_the_values() {
    let design = Design::starts(20, 2, 4).unwrap();
    let grid = Grid::without_drift().unwrap();
    for seed in 0..4_u64 {
        let mut rng = draw_stream(seed, 7);
        let mut state = 0.0;
        let values: Vec<f64> = (0..40_u32)
            .map(|day| {
                state = 0.8 * state + standard_normal(&mut rng);
                state + f64::from(day) * 0.1 * f64::from(u32::try_from(seed).unwrap())
            })
            .collect();
        let times = times(40);
        let layout = Layout::new(&times, std::slice::from_ref(&times)).unwrap();
        let shares = build_up_from(10..=29, 40, 1.0);
        let columns: Vec<Vec<f64>> = (0..20)
            .map(|place| shares.iter().map(|of_day| of_day[place]).collect())
            .collect();
        let experiment =
            Experiment::new(&design, &layout, &grid, Tails::new(0.8).unwrap(), &columns).unwrap();
        let n = design.n_assignments();
        let p: Vec<f64> = (0..n)
            .map(|idx| {
                let drawn = design.assignment(idx).unwrap();
                experiment.p_value(&values, &drawn, 1).unwrap()
            })
            .collect();
        for line in [0.05, 0.1, 0.25] {
            let n_up_to = p.iter().filter(|p| **p <= line + 1e-12).count();
            let share = f64::from(u32::try_from(n_up_to).unwrap()) / n as f64;
            assert!(share <= line + 1e-9, "{seed}: {share} of {line}");
        }
    }
}

#[test]
fn one_start_of_twenty_can_not_reach_five_percent_on_two_sides() {
    let alone = Design::starts(20, 1, 1).unwrap();
    assert!((Tails::EVEN.p_smallest(&alone) - 0.1).abs() < 1e-12);
    let two = Design::starts(20, 2, 4).unwrap();
    assert!(Tails::EVEN.p_smallest(&two) < 0.02);
}

#[test]
fn what_stays_builds_up_by_half_and_never_fades() {
    let shares = build_up_from(2..=3, 6, 1.0);
    let of = |place: usize| {
        shares
            .iter()
            .map(|of_day| of_day[place])
            .collect::<Vec<_>>()
    };
    assert_eq!(of(0), [0.0, 0.0, 0.5, 0.75, 0.875, 0.9375]);
    assert_eq!(of(1), [0.0, 0.0, 0.0, 0.5, 0.75, 0.875]);
}
