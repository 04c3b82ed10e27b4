//! What is it doing: a published change, a silent person, a speaking person, broken diaries.

use finding::course::{self, Course, Pattern};
use finding::{Answer, Looks, Reason};
use record::{Item, ItemId, LocalDay, Polarity, ResponseScale, Role, Window};
use series::{NumbnessSeries, QualityNote, Series};

use crate::diary::{CheckIn, first_day, person, record, series, series_from};

const SEED: u64 = 20_261_123;
/// Written down so many days late, a record is over when it is brought here.
const LATE: i64 = 2_000;

fn ask(check_ins: &[CheckIn]) -> Answer<Course> {
    ask_of(series(check_ins), None)
}

/// Nothing is written beside the numbness.
fn ask_of(numbness: Option<NumbnessSeries>, line: Option<f64>) -> Answer<Course> {
    let series = numbness.map(Series::of_numbness);
    course::answer(series.as_ref(), line, SEED)
}

fn reason(answer: &Answer<Course>) -> Reason {
    match answer {
        Answer::Withheld(withheld, _) => withheld.reason,
        Answer::Finding(course, _) => panic!("{course:?}"),
    }
}

/// Flow of the Nile, 1871-1970, one year a day: more water is less numb.
fn nile() -> (NumbnessSeries, LocalDay) {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../fixtures/published/nile_change/data.csv"
    );
    let text = std::fs::read_to_string(path).unwrap();
    let volumes = text
        .lines()
        .skip(1)
        .map(|line| line.split_once(',').unwrap().1);
    let check_ins: Vec<CheckIn> = (0..)
        .zip(volumes)
        .map(|(day, volume)| CheckIn::new(day, 12, Some(volume.parse().unwrap())))
        .collect();
    let item = Item {
        id: ItemId::new("flow").unwrap(),
        scale: ResponseScale::line(0.0, 1500.0).unwrap(),
        role: Role::Outcome(Polarity::HigherIsMoreFeeling),
        window: Window::Momentary,
    };
    let record = record(&check_ins, first_day(), LATE, &item);
    let (outcome, n) = series::outcomes(&record).into_iter().next().unwrap();
    assert_eq!(n, 100);
    let until = first_day().plus_days(99);
    let series = NumbnessSeries::new(&record, &outcome, until).unwrap();
    (series, first_day())
}

#[test]
fn the_nile_changed_in_1899_by_the_published_size() {
    // Cobb 1978, doi:10.1093/biomet/65.2.243; expected.json: first year after 1899, -247.8 with a
    // standard error of 28.4. On the line of 0-100 that is 16.5 more numb.
    let (series, first) = nile();
    let answer = ask_of(Some(series), None);
    let course = answer.finding().unwrap();
    assert_eq!(course.changes.len(), 1, "{course:?}");
    let change = course.changes[0];
    assert_eq!(change.day.days_since(first) + 1871, 1899);
    assert!(change.earliest <= change.day && change.day <= change.latest);
    let published = 247.777_777 / 15.0;
    // Weekdays are held still and years lean on the year before, so not to the last digit.
    assert!((change.size.estimate - published).abs() < 1.0, "{change:?}");
    assert!(change.size.low < published && published < change.size.high);
}

#[test]
fn nobody_without_answers_gets_one() {
    assert_eq!(reason(&course::answer(None, None, SEED)), Reason::NoOutcome);
}

#[test]
fn silent_people_get_no_claim() {
    for seed in 0..12 {
        let rho = [0.0, 0.5, 0.8][usize::try_from(seed % 3).unwrap()];
        let answer = ask(&person(100, rho, seed, |_| 40.0));
        let course = answer.finding().unwrap();
        assert!(!course.is_claim(), "seed {seed}: {:?}", course.changes);
        assert_eq!(course.segments.len(), 1);
    }
}

#[test]
fn a_level_that_rose_by_forty_points_is_told_with_day_and_size() {
    let level = |day| if day >= 60 { 70.0 } else { 30.0 };
    let check_ins = person(120, 0.2, 3, level);
    let series = series_from(&check_ins, first_day(), LATE);
    let answer = ask_of(series, None);
    let course = answer.finding().unwrap();
    assert_eq!(course.changes.len(), 1, "{course:?}");
    let change = course.latest_change().unwrap();
    let true_day = first_day().plus_days(60);
    assert!(change.earliest <= true_day && true_day <= change.latest);
    assert!(change.size.low <= 40.0 && 40.0 <= change.size.high);
    let levels: Vec<f64> = course
        .segments
        .iter()
        .map(|segment| segment.level.unwrap().estimate)
        .collect();
    assert!((levels[0] - 30.0).abs() < 5.0 && (levels[1] - 70.0).abs() < 5.0);
}

#[test]
fn days_above_the_own_line_that_end_are_a_spell_that_is_over() {
    let level = |day| if (40..60).contains(&day) { 80.0 } else { 30.0 };
    let series = series(&person(120, 0.2, 3, level));
    let answer = ask_of(series, Some(55.0));
    let spells = answer.finding().unwrap().spells.clone().unwrap();
    assert!(spells.is_own_line);
    assert_eq!(spells.pattern, Pattern::Temporary);
    assert_eq!(spells.spells.len(), 1, "{spells:?}");
    let (from, to) = (spells.spells[0].from.0, spells.spells[0].to.0);
    assert!(
        from.days_since(first_day().plus_days(40)).abs() <= 1,
        "{spells:?}"
    );
    assert!(
        to.days_since(first_day().plus_days(59)).abs() <= 1,
        "{spells:?}"
    );
}

#[test]
fn before_day_42_nothing_is_said() {
    let days = Reason::TooFewDays { have: 41, need: 42 };
    assert_eq!(reason(&ask(&person(41, 0.3, 1, |_| 40.0))), days);
}

#[test]
fn twenty_days_with_an_answer_are_too_few() {
    let mut check_ins = person(50, 0.3, 1, |_| 40.0);
    check_ins.retain(|c| c.day % 2 == 0 || c.day > 45);
    let answer = ask(&check_ins);
    // Day 42 closes the first look, and the first week is settling in.
    assert_eq!(reason(&answer), Reason::TooFewDays { have: 17, need: 21 });
}

#[test]
fn the_same_answer_every_time_says_nothing_of_change() {
    let check_ins: Vec<CheckIn> = (0..60).map(|d| CheckIn::new(d, 20, Some(50.0))).collect();
    assert_eq!(reason(&ask(&check_ins)), Reason::AllAlike);
}

#[test]
fn a_diary_at_the_floor_is_marked_and_gets_no_claim() {
    let mut check_ins = person(100, 0.6, 9, |_| 0.0);
    check_ins.iter_mut().for_each(|c| {
        c.numbness = c.numbness.map(|v| if v < 8.0 { 0.0 } else { v });
    });
    let answer = ask(&check_ins);
    let is_marked = |note: &QualityNote| matches!(note, QualityNote::AtOneEnd(_));
    assert!(answer.basis().notes.iter().any(is_marked));
    assert!(!answer.finding().unwrap().is_claim());
}

#[test]
fn a_broken_diary_has_the_answer_of_the_whole_one() {
    let check_ins = person(100, 0.5, 3, |_| 40.0);
    let doubled: Vec<CheckIn> = check_ins
        .iter()
        .flat_map(|c| [c.clone(), c.clone()])
        .collect();
    assert_eq!(ask(&check_ins).finding(), ask(&doubled).finding());
    let mut with_missed = check_ins.clone();
    with_missed.extend((0..99).map(|day| CheckIn::new(day, 14, None)));
    with_missed.sort_by_key(|c| (c.day, c.hour));
    assert_eq!(ask(&check_ins).finding(), ask(&with_missed).finding());
}

#[test]
fn gaps_of_weeks_and_travel_bring_no_claim() {
    let mut check_ins = person(120, 0.5, 3, |_| 40.0);
    check_ins.retain(|c| !(20..34).contains(&c.day) && !(60..70).contains(&c.day));
    for check_in in check_ins.iter_mut().filter(|c| (75..90).contains(&c.day)) {
        check_in.zone = "+09:00";
    }
    assert!(!ask(&check_ins).finding().unwrap().is_claim());
}

#[test]
fn the_same_seed_gives_the_same_answer() {
    let check_ins = person(90, 0.7, 3, |day| if day > 50 { 60.0 } else { 40.0 });
    assert_eq!(ask(&check_ins), ask(&check_ins));
}

#[test]
fn between_two_looks_nothing_changes() {
    let check_ins = person(104, 0.6, 6, |day| if day > 40 { 60.0 } else { 40.0 });
    let whole = series(&check_ins).unwrap();
    let look = Looks::of(&whole).unwrap();
    assert_eq!(look.day, 90);
    let mut cut = check_ins.clone();
    cut.retain(|c| c.day < 90);
    assert_eq!(ask(&check_ins).finding(), ask(&cut).finding());
}

#[test]
fn a_diary_a_week_later_has_the_same_course_a_week_later() {
    let check_ins = person(110, 0.2, 3, |day| if day >= 60 { 70.0 } else { 30.0 });
    let at = |days: i32| {
        let series = series_from(&check_ins, first_day().plus_days(days), LATE);
        ask_of(series, Some(50.0))
    };
    let (now, later) = (at(0), at(7));
    let (now, later) = (now.finding().unwrap(), later.finding().unwrap());
    assert!(now.is_claim());
    assert_eq!(now.p_value.to_bits(), later.p_value.to_bits());
    assert_eq!(now.changes.len(), later.changes.len());
    for (change, moved) in now.changes.iter().zip(&later.changes) {
        assert_eq!(change.day.plus_days(7), moved.day);
        assert_eq!(change.earliest.plus_days(7), moved.earliest);
        assert_eq!(change.latest.plus_days(7), moved.latest);
        assert_eq!(change.size, moved.size);
    }
    let (spells, moved) = (now.spells.as_ref().unwrap(), later.spells.as_ref().unwrap());
    assert_eq!(spells.pattern, moved.pattern);
    assert_eq!(spells.probability.to_bits(), moved.probability.to_bits());
}

/// Days on which the level is high, as (first day, days); the line is 50.
fn with_spells(days: i32, spells: &'static [(i32, i32)]) -> Option<course::Recovery> {
    let is_high = |day: i32| {
        spells
            .iter()
            .any(|(from, n)| (*from..from + n).contains(&day))
    };
    let list = crate::diary::steady_person(days, 7, |day| if is_high(day) { 85.0 } else { 15.0 });
    let answer = ask_of(series(&list), Some(50.0));
    answer.finding().unwrap().spells.as_ref().unwrap().recovery
}

#[test]
fn spells_that_lift_are_counted_and_half_of_them_are_over_by_their_median() {
    // Five spells of 6, 8, 10, 12 and 16 days: the median of Kaplan & Meier is the third, 10 days. All
    // of them are over before the last look.
    let spells = &[(12, 6), (28, 8), (46, 10), (66, 12), (88, 16)];
    let recovery = with_spells(165, spells).unwrap();
    assert_eq!(
        (recovery.n_lifted, recovery.is_open),
        (5, false),
        "{recovery:?}"
    );
    let lasted = recovery.lasted.unwrap();
    // The ends of a drawn spell lie within a day of the true ones on such a steep diary.
    assert!((lasted.days - 10.0).abs() <= 1.0, "{lasted:?}");
    assert!(lasted.low <= 7.0 && lasted.low >= 5.0, "{lasted:?}");
}

#[test]
fn spells_that_do_not_lift_promise_nothing() {
    // It began once and stayed.
    let stayed = with_spells(165, &[(40, 125)]).unwrap();
    assert_eq!((stayed.n_lifted, stayed.is_open), (0, true), "{stayed:?}");
    assert_eq!(stayed.lasted, None);
    // It was there from the first day on: nobody knows since when.
    let always = with_spells(165, &[(0, 60)]).unwrap();
    assert_eq!((always.n_lifted, always.lasted), (0, None), "{always:?}");
    // Two lifted: too few to tell a length.
    let twice = with_spells(165, &[(20, 10), (60, 10)]).unwrap();
    assert_eq!((twice.n_lifted, twice.lasted), (2, None), "{twice:?}");
}

#[test]
fn no_spell_is_said_to_lift_above_a_line_that_the_person_did_not_draw() {
    let list = person(165, 0.5, 3, |_| 40.0);
    let answer = ask_of(series(&list), None);
    let spells = answer.finding().unwrap().spells.as_ref().unwrap();
    assert_eq!(spells.recovery, None);
}
