//! The days after tense ones: a silent person, a speaking person, too little, broken diaries.

use finding::after_high::{self, AfterHigh, Tense};
use finding::{Answer, Reason};
use series::Series;

use crate::beside::rated;
use crate::diary::{CheckIn, first_day, person, series};

/// Tense on every 12th day, calm on the others.
fn tension(day: i32) -> f64 {
    let calm = 20.0 + f64::from((day * 7) % 11);
    if day % 12 == 6 { 85.0 } else { calm }
}

fn with_tension(check_ins: &[CheckIn], of: impl Fn(i32) -> f64) -> Series {
    let numbness = series(check_ins).unwrap();
    let rated = rated(&numbness, "tension", |day, _| of(day));
    let mut laid = Series::of_numbness(numbness);
    laid.candidates = vec![rated];
    laid
}

fn found(series: &Series) -> AfterHigh {
    match after_high::answer(Some(series)) {
        Answer::Finding(found, _) => found,
        Answer::Withheld(withheld, _) => panic!("{withheld:?}"),
    }
}

fn reason(series: Option<&Series>) -> Reason {
    match after_high::answer(series) {
        Answer::Withheld(withheld, _) => withheld.reason,
        Answer::Finding(found, _) => panic!("{found:?}"),
    }
}

fn after(day: i32) -> bool {
    (1..=3).any(|back| (day - back) % 12 == 6)
}

#[test]
fn who_is_not_more_numb_after_tense_days_is_told_no_difference() {
    let found = found(&with_tension(&person(120, 0.4, 5, |_| 50.0), tension));
    assert!(!found.is_told_apart(), "{:?}", found.difference);
    assert_eq!(found.n_times, 10);
    assert_eq!(found.n_days_after, 30);
    assert!((found.ordinary.estimate - 50.0).abs() < 4.0);
}

#[test]
fn who_is_more_numb_after_tense_days_is_told_by_how_much() {
    let level = |day: i32| if after(day) { 65.0 } else { 50.0 };
    let found = found(&with_tension(&person(120, 0.4, 5, level), tension));
    let size = found.difference;
    assert!(found.is_told_apart());
    assert!(size.low <= 15.0 && 15.0 <= size.high, "{size:?}");
    let days: Vec<(i32, usize)> = (found.by_day.iter())
        .map(|day| (day.days_after, day.n_days))
        .collect();
    assert_eq!(days, [(-1, 10), (0, 10), (1, 10), (2, 10), (3, 10)]);
    let tense = found.by_day[1].tension.unwrap();
    assert!((tense - 85.0).abs() < 1e-9);
    assert!(found.ordinary_tension.unwrap() < 35.0);
}

#[test]
fn numbness_of_the_tense_day_itself_is_not_counted_as_after() {
    let level = |day: i32| if day % 12 == 6 { 80.0 } else { 50.0 };
    let found = found(&with_tension(&person(120, 0.0, 9, level), tension));
    assert!(found.by_day[1].difference.unwrap().low > 15.0);
    assert!(!found.is_told_apart(), "{:?}", found.difference);
}

#[test]
fn days_in_a_row_are_one_tense_time_and_a_tense_day_is_not_after() {
    let tense = Tense {
        line: 60.0,
        days: [0, 1, 4, 9].map(|day| first_day().plus_days(day)).to_vec(),
        by_day: Vec::new(),
    };
    let place = |day: i32| tense.place(first_day().plus_days(day));
    let places: Vec<Option<i32>> = (-2..14).map(place).collect();
    let (none, one) = (None, Some);
    assert_eq!(
        places,
        [
            none,
            one(-1),
            one(0),
            one(0),
            one(1),
            one(2),
            one(0),
            one(1),
            one(2),
            one(3),
            one(-1),
            one(0),
            one(1),
            one(2),
            one(3),
            none
        ]
    );
    let ends = [4, 9].map(|day| first_day().plus_days(day));
    assert_eq!(tense.times(), ends);
}

#[test]
fn who_is_hardly_ever_tense_has_no_tense_days() {
    let check_ins = person(120, 0.4, 5, |_| 50.0);
    let even = with_tension(&check_ins, |day| 10.0 + f64::from(day % 10) / 2.0);
    assert_eq!(
        reason(Some(&even)),
        Reason::TooFewTenseTimes { have: 0, need: 5 }
    );
}

#[test]
fn too_little_is_withheld_with_its_numbers() {
    assert_eq!(reason(None), Reason::NoOutcome);
    let short = with_tension(&person(20, 0.4, 5, |_| 50.0), tension);
    assert_eq!(
        reason(Some(&short)),
        Reason::TooFewDays { have: 20, need: 28 }
    );
    let few = with_tension(&person(45, 0.4, 5, |_| 50.0), tension);
    assert_eq!(
        reason(Some(&few)),
        Reason::TooFewTenseTimes { have: 4, need: 5 }
    );
    let without = Series::of_numbness(series(&person(120, 0.4, 5, |_| 50.0)).unwrap());
    assert_eq!(
        reason(Some(&without)),
        Reason::TooFewDays { have: 0, need: 28 }
    );
    let same = with_tension(&steady(120), tension);
    assert_eq!(reason(Some(&same)), Reason::AllAlike);
}

fn steady(days: i32) -> Vec<CheckIn> {
    let check_in = |day| CheckIn::new(day, 12, Some(50.0));
    (0..days).map(check_in).collect()
}

#[test]
fn gaps_after_a_tense_day_are_not_filled() {
    let mut check_ins = person(120, 0.4, 5, |_| 50.0);
    for check_in in &mut check_ins {
        if after(check_in.day) && check_in.day < 60 {
            check_in.numbness = None;
        }
    }
    let found = found(&with_tension(&check_ins, tension));
    assert_eq!((found.n_times, found.n_days_after), (5, 15));
}

#[test]
fn how_often_the_interval_holds_is_told_as_it_was_measured() {
    let table = include_str!("../../../../calibration/results/after_high.csv");
    let mut rows = table.lines().filter(|line| !line.starts_with('#'));
    let names: Vec<&str> = rows.next().unwrap().split(',').collect();
    let place = |name: &str| names.iter().position(|found| *found == name).unwrap();
    let (told, covered) = (place("told"), place("covered"));
    let (mut n_people, mut n_held) = (0.0, 0.0);
    for row in rows {
        let cells: Vec<&str> = row.split(',').collect();
        let n: f64 = cells[told].parse().unwrap();
        n_people += n;
        n_held += (cells[covered].parse::<f64>().unwrap() * n).round();
    }
    let of_100 = 100.0 * n_held / n_people;
    assert!(n_people > 1000.0);
    assert!(
        (of_100 - f64::from(after_high::HELD_OF_100)).abs() <= 0.5,
        "{of_100}"
    );
}
