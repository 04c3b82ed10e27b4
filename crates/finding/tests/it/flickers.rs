//! What comes before a flicker: a silent person, a speaking person, broken diaries.

use finding::flickers::{self, Flickers};
use finding::triggers::Lag;
use finding::{Answer, Reason};
use series::{FlickerMark, Series};

use crate::beside::{noise, rated};
use crate::diary::{Chance, first_day, person, series_from};

const SEED: u64 = 20_261_123;
const DAYS: i32 = 180;

/// A record that is over when it is brought along; flickers on the days that `is_one` names.
fn with(days: i32, is_one: impl Fn(i32) -> bool, things: &[(&str, u64)]) -> Series {
    let check_ins = person(days, 0.4, 5, |_| 50.0);
    let numbness = series_from(&check_ins, first_day(), 400).unwrap();
    let candidates = things
        .iter()
        .map(|(name, seed)| rated(&numbness, name, noise(*seed)));
    let candidates = candidates.collect();
    let mut laid = Series::of_numbness(numbness);
    laid.candidates = candidates;
    laid.flickers = (0..days)
        .filter(|day| is_one(*day))
        .map(|day| FlickerMark {
            time_days: f64::from(day) + 0.5,
            day: first_day().plus_days(day),
        })
        .collect();
    laid
}

fn found(series: &Series) -> Flickers {
    match flickers::answer(Some(series), SEED) {
        Answer::Finding(found, _) => found,
        Answer::Withheld(withheld, _) => panic!("{withheld:?}"),
    }
}

fn reason(series: &Series) -> Reason {
    match flickers::answer(Some(series), SEED) {
        Answer::Withheld(withheld, _) => withheld.reason,
        Answer::Finding(found, _) => panic!("{found:?}"),
    }
}

fn by_chance(day: i32) -> bool {
    let mut chance = Chance(u64::try_from(day).unwrap_or(0) * 7919 + 13);
    chance.uniform();
    chance.uniform() < 0.3
}

#[test]
fn flickers_that_come_by_chance_get_no_claim() {
    let things = [("a", 1), ("b", 2), ("c", 3), ("d", 4)];
    let found = found(&with(DAYS, by_chance, &things));
    assert!(!found.is_claim(), "{:?}", found.claims().next());
    assert_eq!(found.tested.len(), 8);
    assert!(found.n_flicker_days > 30 && found.n_flicker_days < 80);
    for tested in &found.tested {
        let ratio = tested.odds_ratio;
        assert!(0.0 < ratio.low && ratio.low <= ratio.estimate && ratio.estimate <= ratio.high);
    }
}

#[test]
fn what_truly_comes_the_day_before_is_named() {
    let of = noise(1);
    let is_one = move |day: i32| day > 0 && f64::midpoint(of(day - 1, 0), of(day - 1, 1)) > 54.0;
    let things = [("acts", 1), ("idle", 2), ("also_idle", 3)];
    let found = found(&with(DAYS, is_one, &things));
    let claims: Vec<_> = found.claims().collect();
    assert_eq!(claims.len(), 1, "{claims:?}");
    assert_eq!(claims[0].subject.name, "acts");
    assert_eq!(claims[0].lag, Lag::Days(1));
    assert!(claims[0].odds_ratio.low > 1.0);
    assert!(claims[0].p_adjusted <= 0.05);
}

#[test]
fn too_little_is_withheld_with_the_reason() {
    let few = with(DAYS, |day| day % 30 == 0, &[("a", 1)]);
    let wanted = Reason::TooFewFlickerDays { have: 6, need: 10 };
    assert_eq!(reason(&few), wanted);
    assert_eq!(reason(&with(DAYS, by_chance, &[])), Reason::NoCandidates);
    let mut flat = with(DAYS, by_chance, &[("flat", 1)]);
    for point in &mut flat.candidates[0].points {
        point.value = 1.0;
    }
    assert_eq!(reason(&flat), Reason::NoUsableCandidate);
    assert!(matches!(flickers::answer(None, SEED), Answer::Withheld(..)));
}

#[test]
fn the_same_record_has_the_same_answer() {
    let series = with(DAYS, by_chance, &[("a", 1), ("b", 2)]);
    assert_eq!(found(&series), found(&series));
}
