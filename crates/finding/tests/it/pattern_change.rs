//! Is something building up: a silent person, a speaking person, broken diaries.

use finding::pattern_change::{self, PatternChange, Watched};
use finding::{Answer, Reason};
use series::Series;

use crate::beside::{noise, rated, with};
use crate::diary::{CheckIn, first_day, person, series, steady_person};

const SEED: u64 = 20_261_123;
/// The whole budget on one span.
const SPANS: [(u32, f64); 1] = [(120, 0.05)];

fn found(series: &Series) -> PatternChange {
    match pattern_change::answer_with(series, &SPANS, SEED) {
        Answer::Finding(found, _) => found,
        Answer::Withheld(withheld, _) => panic!("{withheld:?}"),
    }
}

fn alone(check_ins: &[CheckIn]) -> Series {
    Series::of_numbness(series(check_ins).unwrap())
}

#[test]
fn a_silent_person_hears_nothing() {
    let check_ins = person(110, 0.5, 21, |_| 50.0);
    let numbness = series(&check_ins).unwrap();
    let things = (0..5)
        .map(|k| rated(&numbness, &format!("thing{k}"), noise(k)))
        .collect();
    let found = found(&with(&check_ins, things));
    assert!(!found.is_claim(), "{:?}", found.alarms);
    // Numbness, five things, and all of them together.
    assert_eq!(found.watched.len(), 7);
    assert_eq!(found.watched_days.0, first_day().plus_days(42));
    assert!((found.false_alarms - 0.05).abs() < 1e-12);
}

#[test]
fn a_clear_rise_is_raised_within_days_with_its_direction() {
    let level = |day| if day >= 70 { 75.0 } else { 40.0 };
    let found = found(&alone(&steady_person(110, 3, level)));
    let alarm = found.alarms.first().unwrap();
    let late = alarm.day.days_since(first_day().plus_days(70));
    assert!((0..=14).contains(&late), "{alarm:?}");
    assert!(alarm.is_higher && alarm.watched == Watched::Numbness);
    assert!(alarm.size_sd > 1.0 && alarm.statistic > alarm.limit);
    let (watched, chart) = &found.charts[0];
    assert_eq!(*watched, Watched::Numbness);
    assert!(
        chart
            .iter()
            .all(|day| day.statistic.is_finite() && day.limit > 0.0)
    );
}

#[test]
fn a_thing_that_falls_is_named() {
    let check_ins = person(110, 0.3, 5, |_| 50.0);
    let numbness = series(&check_ins).unwrap();
    let of = noise(3);
    let falls = move |day, slot| of(day, slot) - if day >= 60 { 60.0 } else { 0.0 };
    let things = vec![
        rated(&numbness, "steady", noise(1)),
        rated(&numbness, "falls", falls),
    ];
    let found = found(&with(&check_ins, things));
    let alarm = found.alarms.first().unwrap();
    assert!(!alarm.is_higher);
    assert!(matches!(&alarm.watched, Watched::Candidate(s) if s.name == "falls"));
}

#[test]
fn before_there_is_a_baseline_nothing_is_said() {
    let young = alone(&person(40, 0.5, 8, |_| 50.0));
    let reason = |series: &Series| match pattern_change::answer(Some(series), SEED) {
        Answer::Withheld(withheld, _) => withheld.reason,
        Answer::Finding(found, _) => panic!("{found:?}"),
    };
    assert_eq!(reason(&young), Reason::TooFewDays { have: 40, need: 43 });
    let mut sparse = person(60, 0.5, 8, |_| 50.0);
    sparse.retain(|check_in| check_in.day > 35 || check_in.day % 5 == 0);
    let wanted = Reason::TooFewBaselineDays { have: 12, need: 14 };
    assert_eq!(reason(&alone(&sparse)), wanted);
    let even: Vec<CheckIn> = (0..60).map(|d| CheckIn::new(d, 12, Some(50.0))).collect();
    assert_eq!(reason(&alone(&even)), Reason::AllAlike);
    assert!(matches!(
        pattern_change::answer(None, SEED),
        Answer::Withheld(..)
    ));
}

#[test]
fn things_at_their_floor_are_left_out_or_kept_quiet() {
    let check_ins = person(100, 0.5, 9, |_| 50.0);
    let numbness = series(&check_ins).unwrap();
    let floor = |day: i32, _| {
        if day % 9 == 0 {
            f64::from(day % 5)
        } else {
            0.0
        }
    };
    let found = found(&with(&check_ins, vec![rated(&numbness, "floor", floor)]));
    let is_floor = |watched: &Watched| matches!(watched, Watched::Candidate(_));
    assert!(!found.watched.iter().any(is_floor));
}

#[test]
fn the_second_year_has_a_baseline_of_its_own() {
    let spans = [(365, 0.02), (500, 0.02)];
    let series = alone(&steady_person(480, 4, |_| 50.0));
    let answer = pattern_change::answer_with(&series, &spans, SEED);
    let found = answer.finding().unwrap();
    assert_eq!(found.baseline.0, first_day().plus_days(275));
    assert_eq!(found.watched_days.0, first_day().plus_days(365));
    assert!(!found.is_claim());
}

#[test]
fn the_same_record_has_the_same_answer() {
    let level = |day| if day >= 70 { 75.0 } else { 40.0 };
    let series = alone(&steady_person(110, 3, level));
    assert_eq!(found(&series), found(&series));
}
