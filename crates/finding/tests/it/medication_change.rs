//! Did the medicine change it: a silent person, a speaking person, a drifting one, broken diaries.

use finding::medication_change::{self, AlsoChanged, MedicationChange, Standing};
use finding::{Answer, FAMILY_WISE, Reason};
use series::{DoseSpan, EventMark, Series};

use crate::diary::{CheckIn, first_day, person, series, series_from, steady_person};

fn dose(medicine: &str, amount: f64, from: i32, to: Option<i32>) -> DoseSpan {
    DoseSpan {
        medicine: medicine.to_owned(),
        amount,
        unit: "mg".to_owned(),
        from: first_day().plus_days(from),
        to: to.map(|to| first_day().plus_days(to)),
    }
}

/// A record that is over when it is brought along, so that there is one look at all of it.
fn with(check_ins: &[CheckIn], doses: Vec<DoseSpan>) -> Series {
    let mut laid = Series::of_numbness(series_from(check_ins, first_day(), 400).unwrap());
    laid.doses = doses;
    laid
}

fn found(series: &Series) -> MedicationChange {
    match medication_change::answer(Some(series)) {
        Answer::Finding(found, _) => found,
        Answer::Withheld(withheld, _) => panic!("{withheld:?}"),
    }
}

fn reason(series: &Series) -> Reason {
    match medication_change::answer(Some(series)) {
        Answer::Withheld(withheld, _) => withheld.reason,
        Answer::Finding(found, _) => panic!("{found:?}"),
    }
}

fn halved(day: i32) -> Vec<DoseSpan> {
    vec![
        dose("a", 100.0, 0, Some(day - 1)),
        dose("a", 50.0, day, None),
    ]
}

#[test]
fn a_silent_person_gets_no_claim_and_hears_what_could_have_been_shown() {
    let found = found(&with(&person(120, 0.5, 8, |_| 50.0), halved(60)));
    assert!(!found.is_claim());
    let effect = &found.effects[0];
    assert!(effect.size.low < 0.0 && effect.size.high > 0.0);
    assert!(effect.could_have_shown > 1.0 && effect.could_have_shown <= 100.0);
    assert_eq!(effect.n_days, (53, 60));
    assert!(effect.placebo.len() > 40);
}

#[test]
fn a_large_step_on_the_day_of_the_dose_is_told_with_its_size() {
    let level = |day| if day >= 60 { 65.0 } else { 40.0 };
    let found = found(&with(&steady_person(120, 3, level), halved(60)));
    let effect = &found.effects[0];
    assert_eq!(effect.standing, Standing::ToldApart, "{effect:?}");
    assert!(effect.size.low < 25.0 && 25.0 < effect.size.high);
    assert!(effect.p_adjusted <= FAMILY_WISE);
    assert!(effect.half_life_days < 5.0);
    let change = &effect.change;
    assert_eq!((change.before, change.after), (100.0, 50.0));
}

#[test]
fn a_size_is_not_drawn_out_beyond_the_answers() {
    // Half of an onset over 28 days would be there: its other half is not guessed at.
    let level = |day| if day >= 35 { 60.0 } else { 40.0 };
    let found = found(&with(&steady_person(63, 3, level), halved(35)));
    let size = found.effects[0].size;
    assert!(size.low < 20.0 && 20.0 < size.high, "{size:?}");
    assert!(size.high - size.low < 70.0, "{size:?}");
}

#[test]
fn a_step_elsewhere_is_not_the_doses() {
    let level = |day| if day >= 90 { 65.0 } else { 40.0 };
    let found = found(&with(&steady_person(150, 3, level), halved(50)));
    assert!(!found.is_claim(), "{:?}", found.effects[0]);
}

#[test]
fn a_straight_rise_is_not_separable_from_a_slow_trend() {
    let level = |day: i32| 30.0 + 0.4 * f64::from(day);
    let found = found(&with(&steady_person(120, 3, level), halved(60)));
    assert_eq!(found.effects[0].standing, Standing::NotSeparable);
    assert!(found.effects[0].size_if_steady.low > 0.0);
}

#[test]
fn steps_that_follow_closely_are_one_taper() {
    let doses = vec![
        dose("a", 150.0, 0, Some(49)),
        dose("a", 100.0, 50, Some(59)),
        dose("a", 50.0, 60, Some(69)),
    ];
    let found = found(&with(&person(130, 0.3, 4, |_| 50.0), doses));
    assert_eq!(found.effects.len(), 1);
    let change = &found.effects[0].change;
    assert_eq!((change.before, change.after), (150.0, 0.0));
    assert_eq!(change.steps.len(), 3);
    assert_eq!(found.effects[0].n_days, (43, 60));
}

#[test]
fn the_dose_that_the_record_begins_with_is_no_change() {
    let only = vec![dose("a", 100.0, 0, None)];
    let check_ins = person(120, 0.5, 8, |_| 50.0);
    assert_eq!(reason(&with(&check_ins, only)), Reason::NoDoseChange);
    assert_eq!(reason(&with(&check_ins, Vec::new())), Reason::NoDoseChange);
}

#[test]
fn too_few_days_on_a_side_leave_the_change_out() {
    let found = found(&with(&person(70, 0.5, 8, |_| 50.0), halved(62)));
    assert!(found.effects.is_empty());
    let wanted = Reason::TooFewAfterChange { have: 8, need: 14 };
    assert_eq!(found.left_out[0].1, wanted);
}

#[test]
fn the_steps_of_another_medicine_end_the_window() {
    let mut doses = halved(40);
    doses.push(dose("b", 10.0, 70, None));
    let found = found(&with(&person(130, 0.5, 8, |_| 50.0), doses));
    assert_eq!(found.effects.len(), 2);
    assert_eq!(found.effects[0].n_days, (33, 30));
    assert_eq!(found.effects[1].n_days, (30, 60));
}

#[test]
fn what_else_changed_within_two_weeks_is_named() {
    let mut series = with(&person(120, 0.5, 8, |_| 50.0), halved(60));
    let mark = |label: &str, day| EventMark {
        label: label.to_owned(),
        from: first_day().plus_days(day),
        to: first_day().plus_days(day),
    };
    series.events = vec![mark("moved house", 66), mark("holiday", 90)];
    series
        .events
        .extend([10, 55, 62].map(|day| mark("busy day", day)));
    let found = found(&series);
    let expected = AlsoChanged::Event {
        label: "moved house".to_owned(),
        day: first_day().plus_days(66),
    };
    assert_eq!(found.effects[0].also_changed, [expected]);
}

#[test]
fn before_the_first_look_nothing_is_said() {
    let mut young = Series::of_numbness(series(&person(36, 0.5, 8, |_| 50.0)).unwrap());
    young.doses = halved(18);
    assert_eq!(reason(&young), Reason::TooFewDays { have: 36, need: 42 });
}

#[test]
fn even_answers_leave_the_change_out() {
    let even: Vec<CheckIn> = (0..90).map(|d| CheckIn::new(d, 12, Some(50.0))).collect();
    let found = found(&with(&even, halved(45)));
    assert_eq!(found.left_out[0].1, Reason::AllAlike);
}
