//! Two thousand hostile diaries: every number that comes out is a number, every interval has an
//! inside, nothing panics.

use finding::{Answer, Interval, course, level, now};

use crate::diary::{Chance, CheckIn, first_day, series};

const N_EACH: u64 = 500;

fn number(what: &str, value: f64, seed: u64) {
    assert!(value.is_finite(), "{what} is {value} with seed {seed}");
}

fn interval(what: &str, interval: &Interval, seed: u64) {
    for value in [interval.estimate, interval.low, interval.high] {
        number(what, value, seed);
    }
    assert!(interval.low <= interval.high, "{what} with seed {seed}");
    assert!((0.5..1.0).contains(&interval.ci_level), "{what} {seed}");
}

/// A diary that nobody would keep: any pattern, bursts, gaps of any length, ties, two values.
fn diary(seed: u64) -> Vec<CheckIn> {
    let mut chance = Chance(seed);
    let days = 1 + i32::try_from(chance.below(110)).unwrap();
    let (pattern, a_day) = (chance.below(8), 1 + chance.below(3));
    let missing = chance.uniform() * chance.uniform();
    let (low, high) = (chance.below(60) as f64, 40.0 + chance.below(61) as f64);
    let mut list = Vec::new();
    let mut walk = 50.0;
    for day in 0..days {
        for slot in 0..a_day {
            walk += 5.0 * chance.normal();
            let value: f64 = match pattern {
                0 => 50.0,
                1 => [low, high][usize::try_from(chance.below(2)).unwrap()],
                2 => [0.0, 100.0][usize::from(day > days / 2)],
                3 => f64::from(day),
                4 => {
                    if chance.below(40) == 0 {
                        100.0
                    } else {
                        0.0
                    }
                }
                5 => walk,
                6 => [0.0, 25.0, 50.0, 75.0, 100.0][usize::try_from(chance.below(5)).unwrap()],
                _ => 50.0 + 1e-7 * chance.normal(),
            };
            let is_missing = chance.uniform() < missing;
            let hour = if chance.below(3) == 0 {
                12
            } else {
                8 + 6 * u8::try_from(slot).unwrap()
            };
            let answer = (!is_missing).then_some(value.clamp(0.0, 100.0));
            list.push(CheckIn::new(day, hour.min(23), answer));
        }
    }
    list
}

fn check(seed: u64) {
    let check_ins = diary(seed);
    let Some(series) = series(&check_ins) else {
        return;
    };
    let today = first_day().plus_days(check_ins.last().unwrap().day);
    if let Answer::Finding(now, basis) = now::answer(Some(&series), today) {
        interval("week", &now.week, seed);
        interval("before", &now.before, seed);
        interval("difference", &now.difference, seed);
        basis
            .numbers
            .iter()
            .for_each(|(name, value)| number(name, *value, seed));
    }
    if seed.is_multiple_of(5)
        && let Answer::Finding(level, _) = level::answer(Some(&series))
    {
        level
            .days
            .iter()
            .for_each(|day| interval("level", &day.level, seed));
    }
    let answer = course::answer(Some(&series::Series::of_numbness(series)), None, seed);
    let Answer::Finding(course, basis) = answer else {
        return;
    };
    basis
        .numbers
        .iter()
        .for_each(|(name, value)| number(name, *value, seed));
    assert!((0.0..=1.0).contains(&course.p_value), "seed {seed}");
    assert_eq!(
        course.segments.len(),
        course.changes.len() + 1,
        "seed {seed}"
    );
    for change in &course.changes {
        interval("size", &change.size, seed);
        number("p", change.p_value, seed);
        assert!(change.earliest <= change.day && change.day <= change.latest);
    }
    for segment in &course.segments {
        assert!(segment.from <= segment.to, "seed {seed}");
        segment
            .level
            .iter()
            .for_each(|level| interval("segment", level, seed));
    }
    if let Some(spells) = &course.spells {
        for share in [spells.share_above, spells.probability] {
            assert!(
                (0.0..=1.0).contains(&share),
                "share {share} with seed {seed}"
            );
        }
        number("line", spells.threshold, seed);
        for spell in &spells.spells {
            assert!(spell.from.1 <= spell.from.2 && spell.to.1 <= spell.to.2);
            assert!(spell.from.0 <= spell.to.0, "seed {seed}: {spell:?}");
            assert!((0.0..=1.0).contains(&spell.probability), "seed {seed}");
        }
    }
}

#[test]
fn the_first_five_hundred_give_numbers() {
    (0..N_EACH).for_each(check);
}

#[test]
fn the_second_five_hundred_give_numbers() {
    (N_EACH..2 * N_EACH).for_each(check);
}

#[test]
fn the_third_five_hundred_give_numbers() {
    (2 * N_EACH..3 * N_EACH).for_each(check);
}

#[test]
fn the_fourth_five_hundred_give_numbers() {
    (3 * N_EACH..4 * N_EACH).for_each(check);
}
