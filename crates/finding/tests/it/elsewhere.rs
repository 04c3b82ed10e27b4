//! What another program would say, and what holds of it: its rule by hand, a silent person, a speaking
//! person, and files that tell too little.

use finding::elsewhere::{Difference, EACH_SIDE_MIN, Standing, by_averages, standing};
use finding::triggers::{self, Triggers};
use finding::{Answer, Reason};
use record::LocalDay;
use series::{
    Brought, Candidate, CandidateKind, CandidatePoint, DayValue, NumbnessSeries, Series, Subject,
};

use crate::beside::with;
use crate::diary::{Chance, CheckIn, first_day, person, series};

fn day(nth: i32) -> LocalDay {
    first_day().plus_days(nth)
}

fn event(name: &str) -> Subject {
    Subject {
        kind: CandidateKind::Event,
        name: name.to_owned(),
    }
}

/// Something that happened in the morning of these days, on the axis of the check-ins.
fn happened(numbness: &NumbnessSeries, name: &str, days: &[LocalDay]) -> Candidate {
    let mut points: Vec<CandidatePoint> = Vec::new();
    for point in &numbness.points {
        if points.last().is_none_or(|last| last.day != point.day) {
            points.push(CandidatePoint {
                time_days: point.time_days - 0.1,
                day: point.day,
                value: f64::from(u8::from(days.contains(&point.day))),
            });
        }
    }
    Candidate {
        subject: event(name),
        points,
        day_value: DayValue::Last,
        is_yes_no: true,
        named: Vec::new(),
    }
}

/// Days drawn by chance.
fn drawn(n_days: i32, seed: u64, share: f64) -> Vec<LocalDay> {
    let mut chance = Chance(seed);
    let is_drawn = |_: &i32| chance.uniform() < share;
    (0..n_days).filter(is_drawn).map(day).collect()
}

/// What a file of these days brought.
fn brought(n_days: i32, happened: &[(&str, &[LocalDay])]) -> Brought {
    Brought {
        days: (0..n_days).map(day).collect(),
        happened: (happened.iter())
            .map(|(name, days)| (event(name), days.to_vec()))
            .collect(),
        rated: Vec::new(),
    }
}

fn asked(series: &Series) -> Answer<Triggers> {
    triggers::answer(Some(series), 1)
}

#[test]
fn the_rule_is_a_difference_of_two_means_and_speaks_from_three_days_of_each_on() {
    let by_day: Vec<(LocalDay, f64)> = [10.0, 20.0, 30.0, 50.0, 60.0, 70.0, 80.0]
        .into_iter()
        .zip(0..)
        .map(|(value, nth)| (day(nth), value))
        .collect();
    let on = [day(0), day(1), day(2)];
    let found = Difference::between(&by_day, &on).unwrap();
    assert_eq!((found.n_with, found.n_without), (3, 4));
    assert_eq!((found.with, found.without), (20.0, 65.0));
    assert_eq!(found.change(), -45.0);
    // 45 of 65.
    assert!((found.percent().unwrap() + 100.0 * 45.0 / 65.0).abs() < 1e-12);
    assert_eq!(EACH_SIDE_MIN, 3);
    assert_eq!(Difference::between(&by_day, &on[..2]), None);
    let all_but_two: Vec<LocalDay> = (0..5).map(day).collect();
    assert_eq!(Difference::between(&by_day, &all_but_two), None);
    // Days without the number count on neither side.
    let more: Vec<LocalDay> = on.iter().copied().chain((20..40).map(day)).collect();
    assert_eq!(Difference::between(&by_day, &more), Some(found));
    let even: Vec<(LocalDay, f64)> = (0..9).map(|nth| (day(nth), 5.0)).collect();
    assert_eq!(Difference::between(&even, &on), None);
    let of_nothing: Vec<(LocalDay, f64)> = (0..9)
        .map(|nth| (day(nth), if nth < 3 { 6.0 } else { 0.0 }))
        .collect();
    assert_eq!(
        Difference::between(&of_nothing, &on).unwrap().percent(),
        None
    );
}

#[test]
fn of_a_silent_person_the_rule_speaks_and_nothing_holds() {
    let n_days = 100;
    let check_ins = person(n_days, 0.5, 11, |_| 50.0);
    let numbness = series(&check_ins).unwrap();
    let things: Vec<(String, Vec<LocalDay>)> = (0..8)
        .map(|k| (format!("thing{k}"), drawn(n_days, 40 + k, 0.3)))
        .collect();
    let candidates = things
        .iter()
        .map(|(name, days)| happened(&numbness, name, days))
        .collect();
    let laid = with(&check_ins, candidates);
    let file: Vec<(&str, &[LocalDay])> = things
        .iter()
        .map(|(name, days)| (name.as_str(), days.as_slice()))
        .collect();
    let found = by_averages(&brought(n_days, &file), Some(&laid), &asked(&laid));
    assert_eq!(found.n_days, 100);
    assert_eq!(found.judged.len(), 8);
    let sizes: Vec<f64> = found.judged.iter().map(|j| j.rule.change().abs()).collect();
    assert!(sizes.is_sorted_by(|a, b| a >= b), "{sizes:?}");
    assert!(sizes[0] > 0.5);
    for judged in &found.judged {
        let Standing::NotToldApart(tested) = &judged.standing else {
            panic!("{judged:?}");
        };
        assert_eq!(tested.subject, judged.factor);
        assert!(tested.could_have_shown > 0.5);
    }
}

#[test]
fn of_a_speaking_person_what_is_claimed_holds_in_its_direction_alone() {
    let n_days = 100;
    let bad = drawn(n_days, 5, 0.35);
    let mut check_ins: Vec<CheckIn> = person(n_days, 0.4, 5, |_| 40.0);
    for check_in in &mut check_ins {
        if bad.contains(&day(check_in.day)) {
            check_in.numbness = check_in.numbness.map(|value| (value + 20.0).min(100.0));
        }
    }
    let numbness = series(&check_ins).unwrap();
    let laid = with(&check_ins, vec![happened(&numbness, "quarrel", &bad)]);
    let answer = asked(&laid);
    let found = by_averages(&brought(n_days, &[("quarrel", &bad)]), Some(&laid), &answer);
    let [judged] = found.judged.as_slice() else {
        panic!("{found:?}");
    };
    assert!(judged.rule.change() > 10.0);
    let Standing::Holds(tested) = &judged.standing else {
        panic!("{judged:?}");
    };
    // The numbers are those of the answer, and there is no claim beside it.
    let claims: Vec<_> = answer.finding().unwrap().claims().collect();
    assert!(claims.contains(&tested));
    assert!(matches!(
        standing(&event("quarrel"), false, &answer),
        Standing::OtherWay(_)
    ));
    assert!(matches!(
        standing(&event("unheard"), true, &answer),
        Standing::NextLook
    ));
}

#[test]
fn what_is_too_little_says_why_and_days_from_elsewhere_do_not_count() {
    let n_days = 100;
    let check_ins = person(n_days, 0.4, 9, |_| 40.0);
    let numbness = series(&check_ins).unwrap();
    let rare: Vec<LocalDay> = [3, 40, 70].into_iter().map(day).collect();
    let often = drawn(n_days, 3, 0.5);
    let candidates = vec![
        happened(&numbness, "rare", &rare),
        happened(&numbness, "often", &often),
    ];
    let laid = with(&check_ins, candidates);
    let file: [(&str, &[LocalDay]); 2] = [("rare", &rare), ("often", &often)];
    let found = by_averages(&brought(n_days, &file), Some(&laid), &asked(&laid));
    let of = |name: &str| found.judged.iter().find(|j| j.factor.name == name).unwrap();
    assert!(matches!(
        of("rare").standing,
        Standing::LeftOut(Reason::TooFewOfEach { have: 3, need: 5 })
    ));
    assert_eq!(of("rare").rule.n_with, 3);
    // Before the first look nothing is judged, and no outcome leaves nothing to judge.
    let short = with(&check_ins[..40], vec![happened(&numbness, "often", &often)]);
    let early = by_averages(&brought(20, &file), Some(&short), &asked(&short));
    assert!(
        early
            .judged
            .iter()
            .all(|j| matches!(j.standing, Standing::Withheld(_)))
    );
    let none = by_averages(&brought(n_days, &file), None, &triggers::answer(None, 1));
    assert_eq!((none.n_days, none.judged.len()), (0, 0));
    // A file of other days has nothing to say of these.
    let elsewhere = Brought {
        days: (200..300).map(day).collect(),
        ..brought(0, &file)
    };
    let found = by_averages(&elsewhere, Some(&laid), &asked(&laid));
    assert_eq!((found.n_days, found.judged.len()), (0, 0));
}

#[test]
fn other_numbers_are_counted_and_not_judged() {
    let n_days = 60;
    let check_ins = person(n_days, 0.4, 9, |_| 40.0);
    let laid = with(&check_ins, Vec::new());
    let mood = Subject {
        kind: CandidateKind::Item,
        name: "bearable_mood".to_owned(),
    };
    let often = drawn(n_days, 3, 0.5);
    let once = [day(1)];
    let file = Brought {
        rated: vec![(
            mood.clone(),
            (0..n_days)
                .map(|nth| (day(nth), f64::from(nth % 7)))
                .collect(),
        )],
        ..brought(n_days, &[("often", &often), ("once", &once)])
    };
    let found = by_averages(&file, Some(&laid), &asked(&laid));
    let [other] = found.not_asked.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!((&other.rated, other.n_factors), (&mood, 1));
}
