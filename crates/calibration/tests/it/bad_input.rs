//! Each kind of bad record by name, through every answer: no broken number, and nothing said where
//! there is nothing. Refuses to share numbers with the drawn hostile series.

use calibration::stand::unsound;
use finding::{Answer, course, flickers, level, medication_change, now, pattern_change, triggers};
use record::{LocalDay, Moment, Zone};
use series::{
    Candidate, CandidateKind, CandidatePoint, DayValue, DoseSpan, FlickerMark, NumbnessPoint,
    NumbnessSeries, Outcome, Series, Subject,
};

/// 2000-01-01, and its midnight.
const FIRST_DAY: i32 = 10_957;
const FIRST_SECOND: i64 = 946_684_800;

/// A number without pattern from 0 to 99: two rounds of mixing, so that neighbors are unrelated.
fn jumble(k: i64) -> f64 {
    let mut mixed = u64::try_from(k + 1).unwrap();
    for _ in 0..2 {
        mixed = mixed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed ^= mixed >> 27;
    }
    ((mixed >> 20) % 100) as f64
}

/// Check-ins at noon every `every` days, things logged with them, a dose step, flickers.
fn laid(n: i32, every: i32, n_things: usize, value: impl Fn(i64) -> Option<f64>) -> Series {
    let (zone, first) = (Zone::utc(), LocalDay::from_number(FIRST_DAY).unwrap());
    let point = |k: i32| {
        let seconds = FIRST_SECOND + 86_400 * i64::from(k * every) + 43_200;
        let moment = Moment::from_unix_seconds(seconds, &zone).unwrap();
        NumbnessPoint {
            hour: moment.hour_of_day(),
            moment,
            day: first.plus_days(k * every),
            time_days: f64::from(k * every) + 0.5,
            numbness: value(i64::from(k)),
            is_settling_in: false,
        }
    };
    let points: Vec<NumbnessPoint> = (0..n).map(point).collect();
    let last_day = points.last().unwrap().day;
    let mut series = Series::of_numbness(NumbnessSeries {
        outcome: Outcome::CheckIn,
        recalled: Vec::new(),
        written_on: first.plus_days(10_000),
        first_day: first,
        last_day,
        notes: Vec::new(),
        missing: 0.0,
        points,
    });
    let points = series.numbness.points.clone();
    series.candidates = (0..n_things)
        .map(|thing| Candidate {
            subject: Subject {
                kind: CandidateKind::Item,
                name: format!("thing_{thing}"),
            },
            points: (points.iter().zip(0..))
                .map(|(point, k)| CandidatePoint {
                    time_days: point.time_days - 0.1,
                    day: point.day,
                    value: jumble(k + 10_000 * (1 + i64::try_from(thing).unwrap())),
                })
                .collect(),
            day_value: DayValue::Mean,
            is_yes_no: false,
            named: Vec::new(),
        })
        .collect();
    series.flickers = (points.iter().zip(5_000..))
        .filter(|(_, k)| jumble(*k) < 33.0)
        .map(|(point, _)| FlickerMark {
            time_days: point.time_days,
            day: point.day,
        })
        .collect();
    let middle = points[points.len() / 2].day;
    let dose = |amount, from, to| DoseSpan {
        medicine: "medicine".to_owned(),
        amount,
        unit: "mg".to_owned(),
        from,
        to,
    };
    series.doses = vec![
        dose(50.0, first, Some(middle.plus_days(-1))),
        dose(100.0, middle, None),
    ];
    series
}

fn is_sound(series: &Series) {
    assert_eq!(unsound(series, series.numbness.last_day), None);
}

/// Every answer about numbness holds back.
fn is_silent(series: &Series) {
    let numbness = Some(&series.numbness);
    let today = series.numbness.last_day;
    assert!(matches!(now::answer(numbness, today), Answer::Withheld(..)));
    assert!(matches!(level::answer(numbness), Answer::Withheld(..)));
    let whole = Some(series);
    assert!(matches!(
        course::answer(whole, Some(50.0), 1),
        Answer::Withheld(..)
    ));
    assert!(matches!(triggers::answer(whole, 1), Answer::Withheld(..)));
    let found = medication_change::answer(whole);
    assert!(found.finding().is_none_or(|found| !found.is_claim()));
}

/// Nothing is claimed by any answer that can be wrong.
fn claims_nothing(series: &Series) {
    let whole = Some(series);
    let course = course::answer(whole, None, 1);
    assert!(course.finding().is_none_or(|c| c.changes.is_empty()));
    let found = triggers::answer(whole, 1);
    assert!(found.finding().is_none_or(|found| !found.is_claim()));
    let found = flickers::answer(whole, 1);
    assert!(found.finding().is_none_or(|found| !found.is_claim()));
    let found = medication_change::answer(whole);
    assert!(found.finding().is_none_or(|found| !found.is_claim()));
    let found = pattern_change::answer(whole, 1);
    assert!(found.finding().is_none_or(|found| found.alarms.is_empty()));
}

#[test]
fn the_same_number_every_day() {
    let series = laid(120, 1, 3, |_| Some(40.0));
    is_sound(&series);
    is_silent(&series);
}

#[test]
fn one_number() {
    let series = laid(120, 1, 3, |k| (k == 60).then_some(40.0));
    is_sound(&series);
    is_silent(&series);
}

#[test]
fn nothing_at_all() {
    let series = laid(120, 1, 3, |_| None);
    is_sound(&series);
    is_silent(&series);
}

#[test]
fn ties_and_five_steps() {
    let two = laid(120, 1, 3, |k| Some(100.0 * (jumble(k) / 50.0).floor()));
    let five = laid(120, 1, 3, |k| Some(25.0 * (jumble(k) / 20.0).floor()));
    for series in [two, five] {
        is_sound(&series);
        claims_nothing(&series);
    }
}

#[test]
fn a_floor() {
    let floor = laid(120, 1, 3, |k| Some((jumble(k) - 80.0).max(0.0)));
    is_sound(&floor);
    claims_nothing(&floor);
    // One answer above the floor in four months.
    is_sound(&laid(120, 1, 3, |k| Some(if k == 50 { 90.0 } else { 0.0 })));
}

#[test]
fn two_hundred_things() {
    let series = laid(60, 1, 200, |k| Some(jumble(k)));
    is_sound(&series);
    let answer = triggers::answer(Some(&series), 1);
    let found = answer.finding().unwrap();
    assert!(found.tested.len() >= 200 && !found.is_claim());
}

#[test]
fn twenty_years() {
    let series = laid(1_044, 7, 1, |k| Some(jumble(k)));
    assert!(series.numbness.n_days() > 7_300);
    is_sound(&series);
    claims_nothing(&series);
}
