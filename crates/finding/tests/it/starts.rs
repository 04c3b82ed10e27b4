//! Start days drawn from a window: found where things change with them, withheld where they could not have
//! been drawn, offered only where they can decide.

use finding::strategy_effect::{self, Wish, draw_starts, offer_starts, planned_starts};
use finding::{Answer, Reason};
use record::StartDays;
use series::{Drawn, Ended, Series, Trial};

use crate::diary::{first_day, person, series};

const BEFORE: i32 = 60;
const DAYS: u32 = 84;

/// Somebody whom each of so many things, begun by lot, changes by `points`.
fn who_begins(n_started: u32, points: f64, seed: u64) -> Series {
    let offer = offer_starts(DAYS, n_started, 60, 0.05).unwrap();
    let drawn = draw_starts(&offer, seed).unwrap();
    let level = |day: i32| {
        let since = usize::try_from(day - BEFORE).ok();
        let is_begun =
            |days: &&Vec<bool>| since.is_some_and(|s| days.get(s).copied().unwrap_or(true));
        let n_begun = drawn.iter().filter(is_begun).count();
        50.0 + points * f64::from(u32::try_from(n_begun).unwrap())
    };
    let check_ins = person(BEFORE + 92, 0.5, seed, level);
    let mut laid = Series::of_numbness(series(&check_ins).unwrap());
    let others = drawn[1..]
        .iter()
        .map(|days| ("other".to_owned(), days.clone()));
    laid.trials = vec![Trial {
        label: "first".into(),
        begins: first_day().plus_days(BEFORE),
        days_per_period: 1,
        drawn: offer.drawn,
        assigned: drawn[0].clone(),
        half_life_days: 0.0,
        seed,
        ended: Ended::AsPlanned,
        own: None,
        others: others.collect(),
    }];
    laid
}

fn reason(series: &Series) -> Reason {
    match strategy_effect::answer(Some(series)) {
        Answer::Withheld(withheld, _) => withheld.reason,
        Answer::Finding(found, _) => panic!("{found:?}"),
    }
}

#[test]
fn things_that_help_from_their_start_days_on_are_found_and_most_intervals_hold_their_size() {
    let truth = -24.0;
    let (mut n_held, mut n_claims, mut sum) = (0, 0, 0.0);
    for seed in 0..20 {
        let series = who_begins(2, truth / 2.0, seed);
        let answer = strategy_effect::answer(Some(&series));
        let tried = &answer.finding().unwrap().tried[0];
        assert!(tried.is_exact, "{tried:?}");
        n_held += u32::from(tried.size.low <= truth && truth <= tried.size.high);
        n_claims += u32::from(tried.is_claim());
        sum += tried.size.estimate / 20.0;
    }
    // Of 20 intervals at 95%, fewer than 17 hold the truth in 2 of 100 such runs.
    assert!(n_held >= 17, "{n_held} of 20");
    assert!(n_claims > 5, "{n_claims} of 20");
    assert!((sum - truth).abs() < 6.0, "{sum}");
}

#[test]
fn plans_of_what_does_nothing_get_no_claim_more_often_than_granted() {
    let claims = (0..40)
        .filter(|seed| {
            let series = who_begins(2, 0.0, 100 + seed);
            let answer = strategy_effect::answer(Some(&series));
            let tried = &answer.finding().unwrap().tried[0];
            assert!(tried.alpha < 0.025, "{}", tried.alpha);
            tried.is_claim()
        })
        .count();
    assert!(claims <= 3, "{claims} of 40");
}

#[test]
fn start_days_that_could_not_have_been_drawn_say_nothing() {
    let whole = who_begins(2, -15.0, 5);
    let edited = |change: &dyn Fn(&mut Trial)| {
        let mut series = whole.clone();
        change(&mut series.trials[0]);
        reason(&series)
    };
    // One of the two is not in the file.
    assert_eq!(edited(&|t| t.others.clear()), Reason::NotAsDrawn);
    // Both on the same day; one that ends again; one outside of its window.
    assert_eq!(
        edited(&|t| t.others[0].1 = t.assigned.clone()),
        Reason::NotAsDrawn
    );
    assert_eq!(edited(&|t| t.assigned[83] = false), Reason::NotAsDrawn);
    assert_eq!(
        edited(&|t| t.assigned = vec![false; 84]),
        Reason::NotAsDrawn
    );
    let too_late = |t: &mut Trial| t.assigned = (0..84).map(|day| day > 80).collect();
    assert_eq!(edited(&too_late), Reason::NotAsDrawn);
    let nonsense = StartDays {
        earliest: 9,
        latest: 3,
        n_started: 0,
        place: 7,
        gap_days: 0,
    };
    assert_eq!(
        edited(&|t| t.drawn = Drawn::StartDays(nonsense)),
        Reason::NotAsDrawn
    );
    assert_eq!(edited(&|t| t.ended = Ended::Edited), Reason::NotAsLocked);
    assert_eq!(
        edited(&|t| t.ended = Ended::Stopped(t.begins)),
        Reason::Stopped
    );
}

#[test]
fn a_plan_without_days_on_a_side_says_nothing() {
    let mut series = who_begins(2, -15.0, 5);
    let last = series.trials[0].others[0]
        .1
        .iter()
        .position(|with| *with)
        .unwrap();
    let from = first_day().plus_days(BEFORE + i32::try_from(last).unwrap());
    let until = series.trials[0].ends();
    series
        .numbness
        .points
        .retain(|point| point.day < from || point.day > until);
    assert_eq!(reason(&series), Reason::TooFewOfEach { have: 0, need: 7 });
}

#[test]
fn a_window_is_offered_only_where_it_can_decide() {
    // Days 0 to 42: one of 43 can not reach what one of 71 can.
    assert!(offer_starts(56, 1, 60, 0.02).is_none());
    let long = offer_starts(84, 1, 60, 0.02).unwrap();
    assert!(long.p_smallest <= 0.02);
    assert!(offer_starts(84, 1, 60, 0.01).is_none());
    let two = offer_starts(56, 2, 60, 0.003).unwrap();
    assert!(two.p_smallest <= 0.003);
    for (days, n_started, before) in [(10, 1, 60), (21, 3, 0), (56, 4, 60), (56, 0, 60), (0, 1, 9)]
    {
        assert!(
            offer_starts(days, n_started, before, 0.05).is_none(),
            "{days} {n_started}"
        );
    }
    // Who has not written yet has two weeks first.
    let Drawn::StartDays(of) = offer_starts(84, 2, 5, 0.05).unwrap().drawn else {
        panic!("start days are drawn");
    };
    assert_eq!((of.earliest, of.latest), (9, 70));
}

#[test]
fn what_several_could_show_is_smaller_and_is_said_beforehand() {
    let mut series = who_begins(2, 0.0, 5);
    series.trials.clear();
    let wish = |n_days| Wish {
        label: "first",
        n_days,
        half_life_days: 0.0,
        today: series.numbness.last_day,
    };
    let planned = |n_days, n_started| {
        planned_starts(
            &wish(n_days),
            n_started,
            Some(&series),
            Some(&series.numbness),
        )
    };
    let could = |n_days, n_started| planned(n_days, n_started).unwrap().could_show.unwrap();
    assert!(could(84, 3) < 100.0);
    assert!(could(84, 2) < 100.0);
    assert_eq!(planned(84, 2).unwrap().n_days_missing, 0);
    let nothing = planned_starts(&wish(84), 2, None, None).unwrap();
    assert_eq!((nothing.could_show, nothing.n_days_missing), (None, 14));
}
