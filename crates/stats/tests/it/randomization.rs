//! Experiments by lot: exactness over whole designs, intervals, what is refused.

use stats::StatsError;
use stats::random::{draw_stream, standard_normal, uniform};
use stats::randomization::{Design, Experiment, Randomized, Tails, build_up};
use stats::state_space::{Grid, Layout};

fn days(n: usize) -> Vec<f64> {
    (0..n)
        .map(|day| f64::from(u32::try_from(day).unwrap()))
        .collect()
}

/// One period a day, nothing carried over.
fn day_by_day(n: usize) -> Vec<Vec<f64>> {
    (0..n)
        .map(|day| (0..n).map(|at| f64::from(u8::from(at == day))).collect())
        .collect()
}

/// A walk back to the mean, with what an assignment adds.
fn values(seed: u64, rho: f64, assigned: &[bool], effect: f64) -> Vec<f64> {
    let mut rng = draw_stream(seed, 7);
    let mut state = standard_normal(&mut rng);
    (assigned.iter())
        .map(|with| {
            state = rho * state + (1.0 - rho * rho).sqrt() * standard_normal(&mut rng);
            state + if *with { effect } else { 0.0 }
        })
        .collect()
}

fn read(design: &Design, values: &[f64], assigned: &[bool], tails: Tails) -> Randomized {
    let (layout, grid) = (
        Layout::of_times(&days(values.len())).unwrap(),
        Grid::without_drift().unwrap(),
    );
    let exposure = day_by_day(values.len());
    let experiment = Experiment::new(design, &layout, &grid, tails, &exposure).unwrap();
    experiment.read(values, assigned, 0.95, 3).unwrap()
}

#[test]
fn four_pairs_can_never_reach_five_percent() {
    let smallest = |n| Tails::EVEN.p_smallest(&Design::pairs(n).unwrap());
    assert!((smallest(4) - 0.125).abs() < 1e-12);
    assert!(smallest(6) < 0.05);
    let design = Design::pairs(4).unwrap();
    let assigned = design.assignment(5).unwrap();
    let found = read(
        &design,
        &values(1, 0.0, &assigned, 50.0),
        &assigned,
        Tails::EVEN,
    );
    assert!((found.p_value - 0.125).abs() < 1e-12, "{found:?}");
    assert!(found.is_exact && found.n_compared == 16);
    assert!(found.lower.is_none() && found.upper.is_none(), "{found:?}");
}

#[test]
fn p_values_over_all_assignments_are_uniform_whatever_the_values() {
    // The values stay, the assignment is drawn: each rank of the statistic comes up once.
    let design = Design::restricted(10, 5, 3, 4).unwrap();
    let held = values(4, 0.9, &[false; 10], 0.0);
    let (layout, grid) = (
        Layout::of_times(&days(10)).unwrap(),
        Grid::without_drift().unwrap(),
    );
    let exposure = day_by_day(10);
    for tails in [Tails::EVEN, Tails::new(0.8).unwrap()] {
        let experiment = Experiment::new(&design, &layout, &grid, tails, &exposure).unwrap();
        let p: Vec<f64> = (0..design.n_assignments())
            .map(|idx| {
                experiment
                    .p_value(&held, &design.assignment(idx).unwrap(), 1)
                    .unwrap()
            })
            .collect();
        for alpha in [0.05, 0.1, 0.2, 0.5] {
            let rejected = p.iter().filter(|p| **p <= alpha).count();
            let share = rejected as f64 / p.len() as f64;
            assert!(share <= alpha + 1e-12, "{share} of {alpha}");
            assert!(share > alpha - 3.0 / p.len() as f64, "{share} of {alpha}");
        }
    }
}

#[test]
fn an_interval_by_inversion_holds_what_is_true() {
    let design = Design::restricted(42, 21, 3, 24).unwrap();
    let (mut held, mut found_any) = (0, 0);
    for seed in 0..24 {
        let assigned = design.draw(&mut draw_stream(seed, 0));
        let found = read(
            &design,
            &values(seed, 0.6, &assigned, 1.5),
            &assigned,
            Tails::EVEN,
        );
        let (lower, upper) = (found.lower.unwrap(), found.upper.unwrap());
        assert!(lower < found.estimate && found.estimate < upper);
        assert_eq!(
            found.p_value <= 0.05,
            lower > 0.0 || upper < 0.0,
            "{found:?}"
        );
        held += u32::from(lower <= 1.5 && 1.5 <= upper);
        found_any += u32::from(found.p_value <= 0.05);
    }
    assert!(held >= 20, "{held} of 24");
    assert!(found_any >= 19, "{found_any} of 24");
}

#[test]
fn a_lean_finds_one_direction_sooner_and_the_other_later() {
    let design = Design::subset(30, 15).unwrap();
    let assigned = design.draw(&mut draw_stream(2, 0));
    let below = values(3, 0.3, &assigned, -0.8);
    let p = |tails| read(&design, &below, &assigned, tails).p_value;
    let (lean, even, other) = (
        p(Tails::new(0.8).unwrap()),
        p(Tails::EVEN),
        p(Tails::new(0.2).unwrap()),
    );
    assert!(lean < even && even < other, "{lean} {even} {other}");
}

#[test]
fn what_could_not_have_been_drawn_is_refused() {
    let design = Design::pairs(7).unwrap();
    let (layout, grid) = (
        Layout::of_times(&days(14)).unwrap(),
        Grid::without_drift().unwrap(),
    );
    let exposure = day_by_day(14);
    let experiment = Experiment::new(&design, &layout, &grid, Tails::EVEN, &exposure).unwrap();
    let numbers = values(1, 0.5, &[false; 14], 0.0);
    let all_with = experiment.read(&numbers, &[true; 14], 0.95, 1);
    assert_eq!(all_with, Err(StatsError::NotInDesign));
    let assigned = design.assignment(0).unwrap();
    assert!(matches!(
        experiment.read(&[1.0; 14], &assigned, 0.95, 1),
        Err(StatsError::NoSpread)
    ));
    assert!(experiment.read(&numbers[1..], &assigned, 0.95, 1).is_err());
    assert!(Experiment::new(&design, &layout, &grid, Tails::EVEN, &exposure[1..]).is_err());
}

#[test]
fn periods_that_no_occasion_fell_into_are_no_trouble() {
    let design = Design::restricted(20, 10, 4, 0).unwrap();
    let assigned = design.draw(&mut draw_stream(5, 0));
    let times: Vec<f64> = days(20)
        .into_iter()
        .filter(|day| !(6.0..12.0).contains(day))
        .collect();
    let exposure: Vec<Vec<f64>> = days(20)
        .iter()
        .map(|day| {
            times
                .iter()
                .map(|time| f64::from(u8::from(time == day)))
                .collect()
        })
        .collect();
    let (layout, grid) = (
        Layout::of_times(&times).unwrap(),
        Grid::without_drift().unwrap(),
    );
    let experiment = Experiment::new(&design, &layout, &grid, Tails::EVEN, &exposure).unwrap();
    let mut rng = draw_stream(6, 0);
    let numbers: Vec<f64> = times
        .iter()
        .map(|_| (uniform(&mut rng) * 4.0).floor())
        .collect();
    let found = experiment.read(&numbers, &assigned, 0.95, 1).unwrap();
    assert!(found.estimate.is_finite() && (0.0..=1.0).contains(&found.p_value));
    // The same again is the same again.
    assert_eq!(
        found,
        experiment.read(&numbers, &assigned, 0.95, 1).unwrap()
    );
}

#[test]
fn effects_build_up_and_fade_by_half() {
    let at_once = build_up(3, 2, 0.0);
    assert_eq!(at_once.len(), 6);
    assert_eq!(
        (at_once[1].clone(), at_once[4].clone()),
        (vec![1.0, 0.0, 0.0], vec![0.0, 0.0, 1.0])
    );
    let slow = build_up(2, 2, 1.0);
    assert_eq!(
        slow,
        [[0.5, 0.0], [0.75, 0.0], [0.375, 0.5], [0.1875, 0.75]]
    );
}

#[test]
fn the_effect_that_is_needed_is_the_one_from_which_the_test_finds_it() {
    let design = Design::restricted(24, 12, 2, 0).unwrap();
    let layout = Layout::of_times(&days(24)).unwrap();
    let (grid, exposure) = (Grid::without_drift().unwrap(), day_by_day(24));
    let tails = Tails::new(0.8).unwrap();
    let experiment = Experiment::new(&design, &layout, &grid, tails, &exposure).unwrap();
    let still = values(11, 0.5, &[false; 24], 0.0);
    let needed = experiment.needed(&still, 0.05, 5).unwrap();
    assert_eq!(needed, experiment.needed(&still, 0.05, 5).unwrap());
    let finds = |times: f64| {
        let found = needed.iter().take(40).filter(|of| {
            let with = still.iter().zip(&of.assigned);
            let acted: Vec<f64> = with
                .map(|(value, with)| value - if *with { times * of.effect } else { 0.0 })
                .collect();
            experiment.p_value(&acted, &of.assigned, 9).unwrap() <= 0.05
        });
        found.count()
    };
    // The dependence is estimated anew with the effect inside, and the assignments compared are others.
    assert!(finds(0.8) <= 8, "{}", finds(0.8));
    assert!(finds(1.25) >= 30, "{}", finds(1.25));
}

#[test]
fn where_too_few_assignments_are_left_no_effect_is_enough() {
    let design = Design::pairs(4).unwrap();
    let layout = Layout::of_times(&days(8)).unwrap();
    let (grid, exposure) = (Grid::without_drift().unwrap(), day_by_day(8));
    let experiment = Experiment::new(&design, &layout, &grid, Tails::EVEN, &exposure).unwrap();
    let still = values(2, 0.2, &[false; 8], 0.0);
    let needed = experiment.needed(&still, 0.05, 5).unwrap();
    assert!(needed.iter().all(|of| of.effect.is_infinite()));
    let refused = experiment.needed(&still, 0.7, 5).unwrap_err();
    assert!(matches!(refused, StatsError::OutOfRange { .. }));
}
