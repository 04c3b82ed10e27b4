//! How is it now: a silent person, a speaking person, broken diaries.

use finding::{Answer, Reason, now};

use crate::diary::{CheckIn, first_day, person, series, series_from, steady_person};

fn ask(check_ins: &[CheckIn], day: i32) -> Answer<now::Now> {
    now::answer(series(check_ins).as_ref(), first_day().plus_days(day))
}

fn reason(answer: &Answer<now::Now>) -> Reason {
    match answer {
        Answer::Withheld(withheld, _) => withheld.reason,
        Answer::Finding(now, _) => panic!("{now:?}"),
    }
}

#[test]
fn nobody_without_answers_gets_one() {
    let none = now::answer(None, first_day());
    assert_eq!(reason(&none), Reason::NoOutcome);
}

#[test]
fn a_silent_person_is_not_told_apart_from_before() {
    // Ten weeks of one person; with 95% intervals, one or two of twenty may err.
    let told_apart = (0..20u64).filter(|seed| {
        let answer = ask(&steady_person(70, *seed, |_| 40.0), 69);
        answer.finding().unwrap().is_told_apart()
    });
    assert!(told_apart.count() <= 4);
}

#[test]
fn a_week_that_is_number_by_thirty_points_is_told_so_with_its_size() {
    let level = |day| if day >= 63 { 65.0 } else { 35.0 };
    let mut n_holds = 0;
    for seed in 0..20 {
        let now = *ask(&steady_person(70, seed, level), 69).finding().unwrap();
        assert!(now.is_told_apart() && now.difference.low > 15.0, "{now:?}");
        assert!(now.week.low > now.before.high, "{now:?}");
        assert_eq!(now.until, first_day().plus_days(69));
        n_holds += usize::from(now.difference.low <= 30.0 && 30.0 <= now.difference.high);
    }
    // A jump on the very first day of the week is where the interval holds least often: method.md.
    assert!(n_holds >= 13, "{n_holds} of 20");
}

#[test]
fn two_days_this_week_or_six_before_are_too_few() {
    let mut check_ins = person(70, 0.3, 1, |_| 40.0);
    check_ins.retain(|c| c.day < 63 || c.day >= 68);
    let few = Reason::TooFewThisWeek { have: 2, need: 3 };
    assert_eq!(reason(&ask(&check_ins, 69)), few);
    let mut check_ins = person(70, 0.3, 1, |_| 40.0);
    check_ins.retain(|c| c.day < 35 || c.day >= 57);
    let few = Reason::TooFewBefore { have: 6, need: 7 };
    assert_eq!(reason(&ask(&check_ins, 69)), few);
}

#[test]
fn the_same_answer_every_time_says_nothing_of_change() {
    let check_ins: Vec<CheckIn> = (0..60).map(|d| CheckIn::new(d, 20, Some(50.0))).collect();
    assert_eq!(reason(&ask(&check_ins, 59)), Reason::AllAlike);
}

#[test]
fn one_answer_is_too_few_and_counted() {
    let answer = ask(&[CheckIn::new(0, 9, Some(50.0))], 0);
    assert_eq!(reason(&answer), Reason::TooFewThisWeek { have: 1, need: 3 });
    assert_eq!(answer.basis().n_occasions, 1);
}

#[test]
fn check_ins_sent_twice_change_nothing() {
    let check_ins = person(60, 0.5, 3, |_| 40.0);
    let doubled: Vec<CheckIn> = check_ins
        .iter()
        .flat_map(|c| [c.clone(), c.clone()])
        .collect();
    let (once, twice) = (ask(&check_ins, 59), ask(&doubled, 59));
    assert_eq!(once.finding(), twice.finding());
}

#[test]
fn missed_check_ins_change_nothing() {
    let check_ins = person(60, 0.5, 3, |_| 40.0);
    let mut with_missed = check_ins.clone();
    with_missed.extend((0..59).map(|day| CheckIn::new(day, 14, None)));
    with_missed.sort_by_key(|c| (c.day, c.hour));
    assert_eq!(
        ask(&check_ins, 59).finding(),
        ask(&with_missed, 59).finding()
    );
}

#[test]
fn two_weeks_on_the_other_side_of_the_world_move_the_level_by_little() {
    let home = person(70, 0.5, 8, |_| 40.0);
    let mut away = home.clone();
    let on_travel = |c: &&mut CheckIn| (40..54).contains(&c.day);
    away.iter_mut()
        .filter(on_travel)
        .for_each(|c| c.zone = "+09:00");
    let (home, away) = (ask(&home, 69), ask(&away, 69));
    let (home, away) = (home.finding().unwrap(), away.finding().unwrap());
    assert!((home.difference.estimate - away.difference.estimate).abs() < 1.5);
    assert_eq!(home.is_told_apart(), away.is_told_apart());
}

#[test]
fn answers_at_the_floor_give_an_interval_within_the_scale() {
    let low = person(70, 0.5, 2, |_| 1.0);
    let now = *ask(&low, 69).finding().unwrap();
    assert!(now.week.low >= 0.0 && now.before.low >= 0.0, "{now:?}");
    assert!(now.week.low < now.week.high);
}

#[test]
fn a_diary_a_week_later_has_the_same_answer_a_week_later() {
    let check_ins = person(70, 0.6, 4, |_| 40.0);
    let later = series_from(&check_ins, first_day().plus_days(7), 0);
    let later = now::answer(later.as_ref(), first_day().plus_days(76));
    let (now, later) = (ask(&check_ins, 69), later);
    let (now, later) = (now.finding().unwrap(), later.finding().unwrap());
    assert_eq!(later.until, now.until.plus_days(7));
    assert_eq!(
        (later.week, later.before, later.difference),
        (now.week, now.before, now.difference)
    );
}

#[test]
fn what_comes_after_the_day_asked_for_changes_nothing() {
    let check_ins = person(80, 0.6, 4, |_| 40.0);
    let mut cut = check_ins.clone();
    cut.retain(|c| c.day <= 69);
    assert_eq!(ask(&check_ins, 69).finding(), ask(&cut, 69).finding());
}

/// A person whose week has answers on these days only, moved by so many points.
fn with_week(seed: u64, days: &[i32], points: f64) -> Answer<now::Now> {
    let mut check_ins = person(70, 0.5, seed, |_| 30.0);
    check_ins.retain(|c| c.day < 63 || days.contains(&c.day));
    for check_in in check_ins.iter_mut().filter(|c| c.day >= 63) {
        check_in.numbness = check_in.numbness.map(|value| value + points);
    }
    ask(&check_ins, 69)
}

fn could(answer: &Answer<now::Now>) -> Option<f64> {
    match answer {
        Answer::Withheld(withheld, _) => withheld.could_have_shown,
        Answer::Finding(now, _) => panic!("{now:?}"),
    }
}

#[test]
fn what_two_days_could_have_shown_is_shown_with_a_third_four_times_out_of_five() {
    let (mut n_whole, mut n_half) = (0, 0);
    for seed in 0..60 {
        let points = could(&with_week(seed, &[66, 68], 0.0)).unwrap();
        assert!((5.0..60.0).contains(&points), "{points}");
        let told = |points: f64| {
            let answer = with_week(seed, &[64, 66, 68], points);
            answer.finding().unwrap().is_told_apart()
        };
        n_whole += usize::from(told(points));
        n_half += usize::from(told(points / 2.0));
    }
    // 48 of 60 are wanted of two days; a third day shows a little more.
    assert!((42..=59).contains(&n_whole), "{n_whole} of 60");
    assert!(n_half < n_whole - 10, "{n_half} of 60 at half the size");
}

#[test]
fn without_a_day_on_one_side_nothing_is_said_of_what_could_have_shown() {
    assert_eq!(could(&with_week(1, &[], 0.0)), None);
    let mut check_ins = person(7, 0.5, 3, |_| 40.0);
    check_ins.retain(|c| c.day < 7);
    assert_eq!(could(&ask(&check_ins, 6)), None);
    assert_eq!(could(&now::answer(None, first_day())), None);
}

#[test]
fn more_days_could_have_shown_less() {
    let one = could(&with_week(4, &[68], 0.0)).unwrap();
    let two = could(&with_week(4, &[66, 68], 0.0)).unwrap();
    assert!(two < one, "{two} {one}");
}

/// Two stretches by their first and last day, counted from 0.
fn beside(check_ins: &[CheckIn], first: (i32, i32), second: (i32, i32)) -> Answer<now::Beside> {
    let days = |(from, to): (i32, i32)| (first_day().plus_days(from), first_day().plus_days(to));
    now::beside(series(check_ins).as_ref(), days(first), days(second))
}

#[test]
fn the_same_level_twice_is_seldom_told_apart_and_a_step_of_thirty_always() {
    let (first, second) = ((0, 6), (35, 41));
    let told_apart = |level: fn(i32) -> f64| {
        (0..20u64)
            .filter(|seed| {
                let check_ins = steady_person(42, *seed, level);
                let found = beside(&check_ins, first, second);
                found.finding().unwrap().is_told_apart()
            })
            .count()
    };
    assert!(told_apart(|_| 40.0) <= 4);
    assert_eq!(told_apart(|day| if day > 20 { 70.0 } else { 40.0 }), 20);
}

#[test]
fn four_days_shared_days_and_long_stretches_are_not_set_beside_each_other() {
    let mut check_ins = person(120, 0.3, 1, |_| 40.0);
    let withheld = |check_ins: &[CheckIn], first, second| match beside(check_ins, first, second) {
        Answer::Withheld(withheld, _) => withheld.reason,
        Answer::Finding(found, _) => panic!("{found:?}"),
    };
    assert_eq!(withheld(&check_ins, (0, 10), (10, 20)), Reason::AllAlike);
    assert_eq!(withheld(&check_ins, (20, 30), (0, 10)), Reason::AllAlike);
    assert_eq!(withheld(&check_ins, (0, 50), (60, 90)), Reason::AllAlike);
    check_ins.retain(|c| c.day >= 30 || c.day < 4);
    let few = Reason::TooFewDays { have: 4, need: 5 };
    assert_eq!(withheld(&check_ins, (0, 20), (40, 60)), few);
    let none = now::beside(None, (first_day(), first_day()), (first_day(), first_day()));
    assert!(none.finding().is_none());
}
