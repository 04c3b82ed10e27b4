//! Two months beside each other: how often the interval of their difference holds the true one, on lives
//! whose truth is known. Near each other and far apart, with little dependence and with much.

use calibration::population::{Cell, Effect, life};
use finding::now::beside;
use series::NumbnessSeries;

/// First and last days, counted from 0.
type Days = (u32, u32);

/// How many of these lives have the true difference inside.
fn n_holds(cell: &Cell, (first, second): (Days, Days), n: u64) -> (u32, u32) {
    let (mut holds, mut asked) = (0, 0);
    for idx in 0..n {
        let life = life(cell, idx, 19).unwrap();
        let today = life.now.day(life.record.profile.day_start);
        let (outcome, _) = series::outcomes(&life.record).into_iter().next().unwrap();
        let series = NumbnessSeries::new(&life.record, &outcome, today).unwrap();
        let at = |n: u32| life.truth.first_day.plus_days(i32::try_from(n).unwrap());
        let days = |(from, to): Days| (at(from), at(to));
        let answer = beside(Some(&series), days(first), days(second));
        let Some(found) = answer.finding() else {
            continue;
        };
        let mean = |(from, to): Days| life.truth.mean_of_days(from, to).unwrap();
        let truth = mean(second) - mean(first);
        asked += 1;
        holds += u32::from(found.difference.low <= truth && truth <= found.difference.high);
    }
    (holds, asked)
}

#[test]
fn the_interval_of_two_months_holds_the_true_difference_in_about_95_of_100() {
    let near = ((150, 179), (180, 209));
    let far = ((30, 59), (300, 329));
    for rho_per_day in [0.3, 0.5, 0.8, 0.9] {
        for (name, months) in [("near", near), ("far", far)] {
            let cell = Cell {
                rho_per_day,
                days: 365,
                ..Cell::STANDARD.with(Effect::StepAtMid(1.0))
            };
            let (holds, asked) = n_holds(&cell, months, 30);
            println!("dependence {rho_per_day}, {name}: {holds} of {asked}");
            // Of 30 at 95 in 100, fewer than 25 come about three times in 1,000. A hundred lives of each
            // are in `crates/finding/src/now/method.md`.
            assert!(asked >= 28, "{rho_per_day}, {name}: {asked} answered");
            assert!(
                holds + 5 >= asked,
                "{rho_per_day}, {name}: {holds} of {asked}"
            );
        }
    }
}
