//! What comes before it: a silent person, a speaking person, named suspects, broken diaries.

use finding::triggers::{self, Lag, Triggers};
use finding::{Answer, FAMILY_WISE, Reason};
use record::LocalDay;
use series::{CandidatePoint, Named, Series};

use crate::beside::{noise, rated, with};
use crate::diary::{CheckIn, person, series};

const SEED: u64 = 20_261_123;

fn found(series: &Series) -> Triggers {
    match triggers::answer(Some(series), SEED) {
        Answer::Finding(found, _) => found,
        Answer::Withheld(withheld, _) => panic!("{withheld:?}"),
    }
}

fn named(since: LocalDay, until: Option<LocalDay>) -> Vec<Named> {
    vec![Named { since, until }]
}

fn reason(series: &Series) -> Reason {
    match triggers::answer(Some(series), SEED) {
        Answer::Withheld(withheld, _) => withheld.reason,
        Answer::Finding(found, _) => panic!("{found:?}"),
    }
}

/// More numb on the day after a high value of what `of` gives.
fn follows(days: i32, points_per_unit: f64, of: impl Fn(i32, usize) -> f64) -> Vec<CheckIn> {
    let mut check_ins = person(days, 0.4, 5, |_| 50.0);
    for check_in in &mut check_ins {
        let before = f64::midpoint(of(check_in.day - 1, 0), of(check_in.day - 1, 1)) - 50.0;
        let moved = |value: f64| (value + points_per_unit * before).round().clamp(0.0, 100.0);
        check_in.numbness = check_in.numbness.map(moved);
    }
    check_ins
}

#[test]
fn a_silent_person_gets_no_claim_and_hears_what_could_have_been_shown() {
    let check_ins = person(100, 0.5, 11, |_| 50.0);
    let numbness = series(&check_ins).unwrap();
    let candidates = (0..8)
        .map(|k| rated(&numbness, &format!("thing{k}"), noise(k)))
        .collect();
    let found = found(&with(&check_ins, candidates));
    assert!(!found.is_claim());
    assert_eq!(found.tested.len(), 8 * 4);
    assert_eq!(found.look.day, 90);
    assert!(found.p_max_t.is_none());
    for tested in &found.tested {
        assert!(tested.could_have_shown > 0.5 && tested.could_have_shown < 30.0);
        assert!((0.0..=1.0).contains(&tested.p_adjusted));
        assert!(tested.effect.low <= tested.effect.estimate);
        assert!(tested.effect.estimate <= tested.effect.high);
    }
}

#[test]
fn what_truly_comes_a_day_before_is_named_with_its_size() {
    let of = noise(1);
    let check_ins = follows(100, 0.5, &of);
    let numbness = series(&check_ins).unwrap();
    let mut candidates = vec![rated(&numbness, "acts", &of)];
    candidates.extend((2..8).map(|k| rated(&numbness, &format!("idle{k}"), noise(k))));
    let found = found(&with(&check_ins, candidates));
    let claims: Vec<_> = found.claims().collect();
    assert_eq!(claims.len(), 1, "{claims:?}");
    let claim = claims[0];
    assert_eq!(
        (claim.subject.name.as_str(), claim.lag),
        ("acts", Lag::Days(1))
    );
    // Half a point for each point; the day's mean of two has an SD of 15 / sqrt(2).
    let truth = 0.5 * claim.per;
    assert!(
        claim.effect.low < truth && truth < claim.effect.high,
        "{claim:?}"
    );
    assert!((claim.per - 10.6).abs() < 2.0, "{}", claim.per);
    assert!(claim.p_adjusted <= FAMILY_WISE);
    assert!(found.p_max_t.unwrap() <= found.alpha);
}

#[test]
fn two_that_go_together_are_also_asked_together() {
    let of = noise(1);
    let check_ins = follows(160, 0.6, &of);
    let numbness = series(&check_ins).unwrap();
    let shadow_noise = noise(9);
    let shadow = |day, slot| 0.7 * of(day, slot) + 0.3 * shadow_noise(day, slot);
    let candidates = vec![
        rated(&numbness, "acts", &of),
        rated(&numbness, "shadow", shadow),
    ];
    let found = found(&with(&check_ins, candidates));
    let of_name = |name: &str| {
        let mut claims = found.claims().filter(|t| t.subject.name == name);
        claims.find(|t| t.lag == Lag::Days(1)).unwrap()
    };
    let (acts, shadow) = (of_name("acts"), of_name("shadow"));
    assert!(acts.with_others.unwrap().low > 0.0);
    let shadow = shadow.with_others.unwrap();
    assert!(shadow.low < 0.0 && shadow.high > 0.0, "{shadow:?}");
}

#[test]
fn a_suspect_named_on_the_first_day_has_its_own_share() {
    let of = noise(1);
    let check_ins = follows(100, 0.3, &of);
    let numbness = series(&check_ins).unwrap();
    let mut candidates = vec![rated(&numbness, "acts", &of)];
    candidates.extend((2..30).map(|k| rated(&numbness, &format!("idle{k}"), noise(k))));
    let general = found(&with(&check_ins, candidates.clone()));
    candidates[0].named = named(numbness.first_day, None);
    let named = found(&with(&check_ins, candidates));
    let p = |found: &Triggers| {
        let is_it = |t: &&triggers::Tested| t.subject.name == "acts" && t.lag == Lag::Days(1);
        let tested = found.tested.iter().find(is_it).unwrap();
        (tested.p_value, tested.p_adjusted, tested.is_suspect)
    };
    let ((raw, plain, _), (raw_named, suspect, is_suspect)) = (p(&general), p(&named));
    assert!(is_suspect && (raw - raw_named).abs() < 1e-15);
    assert!(suspect < plain / 5.0, "{suspect} {plain}");
    // The first step of Holm: 1 over its weight. Two thirds of the whole, and of it .6; before, one
    // of 29 candidates, and of its part .4.
    let scaled = |p: f64, weight: f64| p / weight * FAMILY_WISE / named.alpha;
    assert!((suspect / scaled(raw, 0.4) - 1.0).abs() < 1e-9);
    assert!((plain / scaled(raw, 0.4 / 29.0) - 1.0).abs() < 1e-9);
}

#[test]
fn a_suspect_named_later_counts_only_from_that_day() {
    let of = noise(1);
    // Acts in the first half only.
    let mut check_ins = person(180, 0.4, 5, |_| 50.0);
    for check_in in check_ins.iter_mut().filter(|c| c.day < 90) {
        let before = of(check_in.day - 1, 0) - 50.0;
        let moved = |value: f64| (value + 0.4 * before).round().clamp(0.0, 100.0);
        check_in.numbness = check_in.numbness.map(moved);
    }
    let numbness = series(&check_ins).unwrap();
    let mut acts = rated(&numbness, "acts", &of);
    acts.named = named(numbness.first_day.plus_days(95), None);
    let found = found(&with(&check_ins, vec![acts]));
    let claims = || found.claims();
    assert!(claims().all(|claim| !claim.is_suspect), "{found:?}");
    let n_suspect = found.tested.iter().find(|t| t.is_suspect).unwrap().n;
    assert_eq!(n_suspect, 2 * 85);
}

#[test]
fn naming_or_dropping_after_a_look_changes_nothing_at_that_look() {
    let of = noise(1);
    let check_ins = follows(100, 0.3, &of);
    let numbness = series(&check_ins).unwrap();
    let (first, look_day) = (numbness.first_day, numbness.first_day.plus_days(89));
    let mut candidates = vec![rated(&numbness, "acts", &of)];
    candidates.extend((2..8).map(|k| rated(&numbness, &format!("idle{k}"), noise(k))));
    let mut ask = |naming: Vec<Named>| {
        candidates[0].named = naming;
        found(&with(&check_ins, candidates.clone()))
    };
    let never = ask(Vec::new());
    assert_eq!(never.look_day, look_day);
    assert_eq!(ask(named(look_day.plus_days(1), None)), never);
    let always = ask(named(first, None));
    assert_ne!(always, never);
    assert_eq!(ask(named(first, Some(look_day.plus_days(3)))), always);
    assert_eq!(ask(named(first, Some(look_day))), always);
    assert_eq!(ask(named(first, Some(look_day.plus_days(-1)))), never);
}

#[test]
fn a_suspect_with_less_than_three_weeks_of_its_own_leaves_the_whole_share_to_the_others() {
    let check_ins = person(100, 0.5, 11, |_| 50.0);
    let numbness = series(&check_ins).unwrap();
    let look_day = numbness.first_day.plus_days(89);
    let ask = |days_before: i32, value: &dyn Fn(i32, usize) -> f64| {
        let mut thing = rated(&numbness, "thing", value);
        let general = found(&with(&check_ins, vec![thing.clone()]));
        thing.named = named(look_day.plus_days(1 - days_before), None);
        (general, found(&with(&check_ins, vec![thing])))
    };
    let (general, young) = ask(20, &noise(3));
    assert_eq!(young, general);
    let (_, ripe) = ask(21, &noise(3));
    assert_eq!(ripe.tested.iter().filter(|t| t.is_suspect).count(), 4);
    // Nothing of it was written since it was named.
    let of = noise(3);
    let ended = |day: i32, slot: usize| if day < 60 { of(day, slot) } else { 3.0 };
    let (general, ended) = ask(30, &ended);
    assert_eq!(ended, general);
}

#[test]
fn answers_of_the_same_check_in_are_not_before_it() {
    // The same number as the numbness itself, at the same moment, and nothing else.
    let check_ins = person(100, 0.0, 3, |_| 50.0);
    let numbness = series(&check_ins).unwrap();
    let mirror = |day: i32, slot: usize| {
        let place = usize::try_from(day).unwrap() * 2 + slot;
        check_ins[place].numbness.unwrap()
    };
    let found = found(&with(&check_ins, vec![rated(&numbness, "mirror", mirror)]));
    let strongest = found.tested.first().unwrap();
    assert!(strongest.effect.estimate.abs() < strongest.could_have_shown);
}

#[test]
fn too_little_is_withheld_with_the_reason() {
    let check_ins = person(100, 0.5, 11, |_| 50.0);
    assert_eq!(reason(&with(&check_ins, Vec::new())), Reason::NoCandidates);
    let numbness = series(&check_ins).unwrap();
    let flat = rated(&numbness, "flat", |_, _| 3.0);
    let mut sparse = rated(&numbness, "sparse", noise(3));
    sparse.points.truncate(9);
    let broken = with(&check_ins, vec![flat, sparse]);
    assert_eq!(reason(&broken), Reason::NoUsableCandidate);
    let short = person(30, 0.5, 11, |_| 50.0);
    let numbness = series(&short).unwrap();
    let young = with(&short, vec![rated(&numbness, "thing", noise(3))]);
    assert_eq!(reason(&young), Reason::TooFewDays { have: 30, need: 42 });
    let even: Vec<CheckIn> = (0..60).map(|d| CheckIn::new(d, 12, Some(50.0))).collect();
    let numbness = series(&even).unwrap();
    let even = with(&even, vec![rated(&numbness, "thing", noise(3))]);
    assert_eq!(reason(&even), Reason::AllAlike);
}

#[test]
fn left_out_candidates_are_named_and_the_others_tested() {
    let check_ins = person(60, 0.5, 11, |_| 50.0);
    let numbness = series(&check_ins).unwrap();
    let mut rare = rated(&numbness, "rare", |day, _| f64::from(u8::from(day == 7)));
    rare.is_yes_no = true;
    let found = found(&with(
        &check_ins,
        vec![rare, rated(&numbness, "fine", noise(2))],
    ));
    assert_eq!(found.left_out.len(), 1);
    assert_eq!(
        found.left_out[0].1,
        Reason::TooFewOfEach { have: 1, need: 5 }
    );
    assert!(found.tested.iter().all(|t| t.subject.name == "fine"));
}

#[test]
fn doubled_and_shifted_values_flip_no_claim() {
    let check_ins = person(100, 0.5, 11, |_| 50.0);
    let numbness = series(&check_ins).unwrap();
    let mut thing = rated(&numbness, "thing", noise(4));
    let doubled: Vec<CandidatePoint> = thing.points.iter().flat_map(|p| [*p, *p]).collect();
    let before = found(&with(&check_ins, vec![thing.clone()]));
    thing.points = doubled;
    let after = found(&with(&check_ins, vec![thing]));
    assert_eq!(before.is_claim(), after.is_claim());
    let p = |found: &Triggers| {
        let mut list: Vec<_> = found.tested.iter().map(|t| (t.lag, t.p_value)).collect();
        list.sort_by_key(|(lag, _)| *lag);
        list
    };
    for ((lag, a), (_, b)) in p(&before).iter().zip(p(&after)) {
        // Normal scores of doubled values differ a little.
        assert!((a - b).abs() < 0.05, "{lag:?} {a} {b}");
    }
}

#[test]
fn the_same_record_has_the_same_answer() {
    let of = noise(1);
    let check_ins = follows(100, 0.5, &of);
    let numbness = series(&check_ins).unwrap();
    let series = with(&check_ins, vec![rated(&numbness, "acts", &of)]);
    assert_eq!(found(&series), found(&series));
}

#[test]
fn a_thing_whose_days_are_alike_while_its_hours_are_not_has_a_size() {
    let check_ins = person(100, 0.5, 11, |_| 50.0);
    let numbness = series(&check_ins).unwrap();
    // Up in the morning and down in the evening by as much, so that every day has the same mean.
    let of = noise(4);
    let swings = rated(&numbness, "swings", move |day, slot| {
        let size = of(day, 0) - 50.0;
        50.0 + if slot == 0 { size } else { -size }
    });
    let found = found(&with(&check_ins, vec![swings]));
    assert!(!found.tested.is_empty());
    for tested in &found.tested {
        assert!(
            tested.per > 1.0 && tested.effect.low < tested.effect.high,
            "{tested:?}"
        );
    }
}
