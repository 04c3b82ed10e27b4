//! Occasions that came twice, and two weeks on the other side of the world: a note, and no claim that
//! turns around. Refuses to look at sizes: these may differ a little.

use finding::{course, flickers, medication_change, triggers};
use series::{CandidatePoint, DoseSpan, FlickerMark, NumbnessSeries, QualityNote, Series};

use crate::beside::{noise, rated};
use crate::diary::{CheckIn, first_day, person, series_from};

const DAYS: i32 = 120;

fn whole(check_ins: &[CheckIn], is_doubled: bool, acts: f64) -> Series {
    let numbness: NumbnessSeries = series_from(check_ins, first_day(), 400).unwrap();
    let mut thing = rated(&numbness, "thing", noise(4));
    if is_doubled {
        thing.points = (thing.points.iter())
            .flat_map(|p| [*p, *p])
            .collect::<Vec<CandidatePoint>>();
    }
    let mut laid = Series::of_numbness(numbness);
    laid.candidates = vec![thing];
    let of = noise(4);
    // Where something acts, flickers follow it; elsewhere they come as they like.
    let is_one = |day: i32| match acts > 0.0 {
        true => day > 0 && f64::midpoint(of(day - 1, 0), of(day - 1, 1)) > 53.0,
        false => day * 7_919 % 31 < 9,
    };
    let mark = |day: i32| FlickerMark {
        time_days: f64::from(day) + 0.5,
        day: first_day().plus_days(day),
    };
    let marks = (0..DAYS).filter(|day| is_one(*day)).map(mark);
    laid.flickers = marks
        .flat_map(|m| vec![m; 1 + usize::from(is_doubled)])
        .collect();
    let dose = |amount, from: i32, to: Option<i32>| DoseSpan {
        medicine: "medicine".to_owned(),
        amount,
        unit: "mg".to_owned(),
        from: first_day().plus_days(from),
        to: to.map(|day| first_day().plus_days(day)),
    };
    laid.doses = vec![dose(50.0, 0, Some(59)), dose(100.0, 60, None)];
    laid
}

/// What is claimed: changes of level, triggers, flickers, medicine.
fn claims(series: &Series) -> [bool; 4] {
    let whole = Some(series);
    let course = course::answer(whole, None, 1);
    let (triggers, flickers) = (triggers::answer(whole, 1), flickers::answer(whole, 1));
    let medicine = medication_change::answer(whole);
    [
        course.finding().is_some_and(|c| !c.changes.is_empty()),
        triggers.finding().is_some_and(|found| found.is_claim()),
        flickers.finding().is_some_and(|found| found.is_claim()),
        medicine.finding().is_some_and(|found| found.is_claim()),
    ]
}

/// A thing acts on the second check-in of its day, and the level rises halfway, or nothing happens.
fn diary(acts: f64) -> Vec<CheckIn> {
    let mut check_ins = person(DAYS, 0.4, 11, |day| {
        40.0 + if day >= 60 { 30.0 * acts } else { 0.0 }
    });
    let of = noise(4);
    for check_in in check_ins.iter_mut().filter(|check_in| check_in.hour == 19) {
        let added = 0.8 * acts * (of(check_in.day, 0) - 50.0);
        check_in.numbness = (check_in.numbness).map(|v| (v + added).round().clamp(0.0, 100.0));
    }
    check_ins
}

#[test]
fn occasions_that_came_twice_are_noted_and_flip_no_claim() {
    for acts in [0.0, 1.0] {
        let once = diary(acts);
        let twice: Vec<CheckIn> = once.iter().flat_map(|c| [c.clone(), c.clone()]).collect();
        let before = whole(&once, false, acts);
        let after = whole(&twice, true, acts);
        assert_eq!(claims(&before), claims(&after), "acts {acts}");
        let doubled = QualityNote::Doubled(once.len());
        assert!(
            after.numbness.notes.contains(&doubled),
            "{:?}",
            after.numbness.notes
        );
        // Both are worth the comparison: one says something and the other nothing.
        assert_eq!(
            claims(&before)[1..3],
            [acts > 0.0; 2],
            "{:?}",
            claims(&before)
        );
    }
}

#[test]
fn two_weeks_far_away_are_noted_and_flip_no_claim() {
    for acts in [0.0, 1.0] {
        let home = diary(acts);
        let mut away = home.clone();
        for check_in in away.iter_mut().filter(|c| (30..44).contains(&c.day)) {
            check_in.zone = "Asia/Tokyo";
        }
        let (before, after) = (whole(&home, false, acts), whole(&away, false, acts));
        assert_eq!(claims(&before), claims(&after), "acts {acts}");
        let notes = &after.numbness.notes;
        let is_noted = |note: &QualityNote| matches!(note, QualityNote::ClockChanges(_));
        assert!(notes.iter().any(is_noted), "{notes:?}");
    }
}
