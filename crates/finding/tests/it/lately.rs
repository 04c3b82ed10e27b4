//! Days above the line, counted by hand.

use finding::{Lately, lately};

use crate::diary::{CheckIn, first_day, series};

/// One answer on each of `days`, and what is counted on day `today`.
fn count(days: &[(i32, f64)], line: Option<f64>, today: i32) -> Option<Lately> {
    let check_ins: Vec<CheckIn> = days
        .iter()
        .map(|(day, value)| CheckIn::new(*day, 12, Some(*value)))
        .collect();
    lately(
        series(&check_ins).as_ref(),
        line,
        first_day().plus_days(today),
    )
}

/// An answer on every day from 0 to `last`; high on the days named.
fn high_on(last: i32, high: &[i32]) -> Vec<(i32, f64)> {
    (0..=last)
        .map(|day| (day, if high.contains(&day) { 80.0 } else { 20.0 }))
        .collect()
}

#[test]
fn the_share_is_of_the_last_28_days_alone() {
    let high: Vec<i32> = (33..=46).collect();
    let found = count(&high_on(59, &high), Some(50.0), 59).unwrap();
    // Days 32 to 59 are the last 28; 14 of them are high.
    assert_eq!(found.share_above, Some(0.5));
    assert_eq!(found.n_spells, Some(1));
    assert!(found.is_own_line && found.is_old_enough);
}

#[test]
fn fewer_than_four_of_ten_days_say_nothing() {
    let sparse = |every: usize| -> Vec<(i32, f64)> {
        high_on(59, &(0..60).collect::<Vec<_>>())
            .into_iter()
            .step_by(every)
            .collect()
    };
    // Every second day is fourteen of 28; every third is nine or ten, less than 40 of 100.
    assert_eq!(
        count(&sparse(2), Some(50.0), 59).unwrap().share_above,
        Some(1.0)
    );
    let found = count(&sparse(3), Some(50.0), 59).unwrap();
    assert_eq!((found.share_above, found.n_spells), (None, None));
}

#[test]
fn missed_prompts_count_as_not_answered() {
    let mut check_ins = Vec::new();
    for day in 0..60 {
        check_ins.push(CheckIn::new(day, 9, Some(80.0)));
        check_ins.extend([12, 15].map(|hour| CheckIn::new(day, hour, None)));
    }
    let found = lately(
        series(&check_ins).as_ref(),
        Some(50.0),
        first_day().plus_days(59),
    )
    .unwrap();
    // One of three, though on every day.
    assert!((found.answered - 1.0 / 3.0).abs() < 1e-9);
    assert_eq!(found.share_above, None);
}

#[test]
fn a_young_record_has_no_share_and_no_record_has_nothing() {
    let found = count(&high_on(26, &[1, 2, 3]), Some(50.0), 26).unwrap();
    assert_eq!((found.share_above, found.is_old_enough), (None, false));
    assert_eq!(
        count(&high_on(27, &[1]), Some(50.0), 27)
            .unwrap()
            .share_above,
        Some(1.0 / 28.0)
    );
    assert!(lately(None, Some(50.0), first_day()).is_none());
    // Nothing in the last half year.
    assert!(count(&high_on(30, &[]), Some(50.0), 400).is_none());
}

#[test]
fn spells_are_two_days_long_and_a_week_apart() {
    let n = |high: &[i32]| {
        count(&high_on(120, high), Some(50.0), 120)
            .unwrap()
            .n_spells
    };
    assert_eq!(n(&[10, 11, 30, 31, 50, 51]), Some(3));
    assert_eq!(n(&[10, 30, 50]), Some(0));
    // Day 11 to day 18 are seven days: one spell. Day 19: two.
    assert_eq!(n(&[10, 11, 18, 19]), Some(1));
    assert_eq!(n(&[10, 11, 19, 20]), Some(2));
    // Older than 182 days.
    let found = count(&high_on(300, &[10, 11, 290, 291]), Some(50.0), 300).unwrap();
    assert_eq!(found.n_spells, Some(1));
}

#[test]
fn without_a_line_of_their_own_the_middle_of_the_scale_is_the_line() {
    // Five days up, five down, for half a year, around `level`.
    let wavy = |level: f64| -> Vec<(i32, f64)> {
        let up = |day: i32| if day / 5 % 2 == 0 { 6.0 } else { -6.0 };
        (0..182).map(|day| (day, level + up(day))).collect()
    };
    let of = |level: f64| count(&wavy(level), None, 181).unwrap();
    assert_eq!((of(20.0).line, of(20.0).is_own_line), (50.0, false));
    // Hardly ever numb: nothing comes back, however it sways.
    assert_eq!(
        (of(20.0).share_above, of(20.0).n_spells),
        (Some(0.0), Some(0))
    );
    // Numb throughout: most days, not a quarter of them.
    assert_eq!(
        (of(80.0).share_above, of(80.0).n_spells),
        (Some(1.0), Some(1))
    );
}
