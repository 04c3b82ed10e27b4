//! Experiments on drawn days and days without prompts: effects, none, files edited by hand.

use finding::{Answer, Reason, being_asked, strategy_effect};
use series::{Drawn, Series, Silences, Trial};

use crate::diary::{Chance, CheckIn, first_day, person, series};

const BEFORE: i32 = 40;
const DAYS: usize = 42;

/// Half of the periods with, in an order by chance, runs of two at most.
fn lot(n: usize, seed: u64) -> Vec<bool> {
    let mut chance = Chance(seed);
    loop {
        let mut left = [n / 2, n - n / 2];
        let drawn: Vec<bool> = (0..n)
            .map(|_| {
                let all = (left[0] + left[1]) as u64;
                let is_with = chance.below(all) < left[0] as u64;
                left[usize::from(!is_with)] -= 1;
                is_with
            })
            .collect();
        if drawn
            .windows(3)
            .all(|three| three[0] != three[1] || three[1] != three[2])
        {
            return drawn;
        }
    }
}

fn trial(assigned: Vec<bool>) -> Trial {
    Trial {
        label: "a walk".into(),
        begins: first_day().plus_days(BEFORE),
        days_per_period: 1,
        drawn: Drawn::Restricted {
            run_max: 2,
            switches_min: 0,
        },
        assigned,
        half_life_days: 0.0,
        seed: 7,
        ended: series::Ended::AsPlanned,
        own: None,
        others: Vec::new(),
    }
}

/// A person whose numbness differs by so much on days with.
fn who_tries(points: f64, seed: u64) -> Series {
    let assigned = lot(DAYS, seed);
    let level = |day: i32| {
        let is_with = usize::try_from(day - BEFORE)
            .ok()
            .and_then(|day| assigned.get(day))
            .is_some_and(|with| *with);
        50.0 + if is_with { points } else { 0.0 }
    };
    let check_ins = person(BEFORE + 50, 0.5, seed, level);
    let mut laid = Series::of_numbness(series(&check_ins).unwrap());
    laid.trials = vec![trial(assigned)];
    laid
}

fn withheld<F: std::fmt::Debug>(answer: Answer<F>) -> Reason {
    match answer {
        Answer::Withheld(withheld, _) => withheld.reason,
        Answer::Finding(found, _) => panic!("{found:?}"),
    }
}

#[test]
fn something_that_helps_is_found_with_its_size() {
    let series = who_tries(-14.0, 5);
    let answer = strategy_effect::answer(Some(&series));
    let tried = &answer.finding().unwrap().tried[0];
    assert!(tried.is_claim(), "{tried:?}");
    assert!(
        tried.size.low < -14.0 && tried.size.high > -14.0,
        "{:?}",
        tried.size
    );
    assert!(tried.size.high < 0.0);
    assert_eq!(tried.n_days, (21, 21));
    assert!(!tried.is_exact && tried.n_compared == 10_000);
    // The lone p-value is the same.
    let p = strategy_effect::p_value(&series, &series.trials[0]).unwrap();
    assert!((p - tried.p_value).abs() < 1e-15);
}

#[test]
fn an_effect_that_ends_with_the_day_is_not_read_larger_where_it_was_thought_to_last() {
    // Of days whose effect is there on the day and gone on the next, read as if half of it lasted.
    let sizes: Vec<f64> = (0..8)
        .map(|seed| {
            let mut series = who_tries(-30.0, seed);
            series.trials[0].half_life_days = 0.9;
            let answer = strategy_effect::answer(Some(&series));
            answer.finding().unwrap().tried[0].size.estimate
        })
        .collect();
    let mean = sizes.iter().sum::<f64>() / 8.0;
    // Counted as the whole of a lasting effect these would be about 50 points.
    assert!((-32.0..-20.0).contains(&mean), "{sizes:?}");
}

#[test]
fn what_hardly_differs_between_days_with_and_without_has_no_size() {
    let mut series = who_tries(-30.0, 5);
    series.trials[0].half_life_days = 18.0;
    assert_eq!(
        withheld(strategy_effect::answer(Some(&series))),
        Reason::NotAsDrawn
    );
}

#[test]
fn what_was_measured_stands_among_all_draws_that_were_compared() {
    let series = who_tries(-14.0, 5);
    let answer = strategy_effect::answer(Some(&series));
    let tried = &answer.finding().unwrap().tried[0];
    let n: usize = tried.by_chance.iter().map(|bar| bar.n).sum();
    assert_eq!(n, tried.n_compared);
    // So large a help lies out at the end: hardly any other draw reaches its bar.
    let beyond = tried.by_chance.iter();
    let beyond = beyond.filter(|bar| bar.low <= tried.size.estimate);
    let beyond: usize = beyond.map(|bar| bar.n).sum();
    assert!((1..=50).contains(&beyond), "{beyond} of {n}");
    let with = tried.days.iter().filter(|day| day.is_with).count();
    assert_eq!((with, tried.days.len() - with), (21, 21));
    let assigned = &series.trials[0].assigned;
    for day in &tried.days {
        let idx = usize::try_from(day.day.days_since(series.trials[0].begins)).unwrap();
        assert_eq!(day.is_with, assigned[idx]);
    }
}

#[test]
fn people_whom_nothing_helps_get_no_claim_more_often_than_granted() {
    let claims = (0..40)
        .filter(|seed| {
            let series = who_tries(0.0, 100 + seed);
            let answer = strategy_effect::answer(Some(&series));
            let tried = &answer.finding().unwrap().tried[0];
            assert!(tried.alpha < 0.02, "{}", tried.alpha);
            tried.is_claim()
        })
        .count();
    assert!(claims <= 2, "{claims} of 40");
}

#[test]
fn nothing_is_said_before_the_end() {
    let mut series = who_tries(-30.0, 1);
    assert_eq!(withheld(strategy_effect::answer(None)), Reason::NoOutcome);
    let last = first_day().plus_days(BEFORE + 20);
    let early = series.up_to(last).unwrap();
    let reason = withheld(strategy_effect::answer(Some(&early)));
    assert_eq!(reason, Reason::ExperimentNotOver { have: 21, need: 43 });
    series.trials.clear();
    assert_eq!(
        withheld(strategy_effect::answer(Some(&series))),
        Reason::NoExperiment
    );
}

#[test]
fn days_that_could_not_have_been_drawn_say_nothing() {
    let mut series = who_tries(-30.0, 1);
    let mut by_choice = vec![true; 21];
    by_choice.extend(vec![false; 21]);
    series.trials = vec![trial(by_choice)];
    assert_eq!(
        withheld(strategy_effect::answer(Some(&series))),
        Reason::NotAsDrawn
    );
    series.trials = vec![trial(Vec::new())];
    assert_eq!(
        withheld(strategy_effect::answer(Some(&series))),
        Reason::NotAsDrawn
    );
    series.trials = vec![trial(vec![true; 500])];
    series.numbness.last_day = first_day().plus_days(1000);
    assert_eq!(
        withheld(strategy_effect::answer(Some(&series))),
        Reason::NotAsDrawn
    );
}

#[test]
fn days_without_answers_and_constant_answers_say_nothing() {
    let all = who_tries(-20.0, 9);
    let mut few = all.clone();
    let begins = few.trials[0].begins;
    few.numbness.points.retain(|point| {
        let day = point.day.days_since(begins);
        !(4..42).contains(&day)
    });
    let reason = withheld(strategy_effect::answer(Some(&few)));
    assert!(
        matches!(
            reason,
            Reason::TooFewOfEach {
                have: 0..=3,
                need: 5
            }
        ),
        "{reason:?}"
    );
    let mut same = all;
    for point in &mut same.numbness.points {
        point.numbness = Some(50.0);
    }
    assert_eq!(
        withheld(strategy_effect::answer(Some(&same))),
        Reason::AllAlike
    );
}

#[test]
fn no_design_is_offered_that_can_never_decide() {
    assert_eq!(strategy_effect::offer(4, 0.0, 0.05), None);
    assert_eq!(strategy_effect::offer(0, 0.0, 0.05), None);
    assert_eq!(strategy_effect::offer(42, f64::NAN, 0.05), None);
    for (days, half_life) in [
        (14, 0.0),
        (28, 0.5),
        (42, 0.0),
        (42, 0.5),
        (42, 1.0),
        (84, 3.0),
    ] {
        let offer = strategy_effect::offer(days, half_life, 0.003).unwrap();
        assert!(offer.p_smallest <= 0.003, "{offer:?}");
        assert!(offer.n_periods * offer.days_per_period <= days);
    }
    // Two weeks of three days each way: twenty orders.
    assert_eq!(strategy_effect::offer(18, 1.0, 0.05), None);
}

/// A person who is so much more numb on the day after a day with prompts.
fn who_is_asked(points: f64, seed: u64) -> Series {
    let assigned = lot(30, seed);
    let level = |day: i32| {
        let since = usize::try_from(day - BEFORE).unwrap_or(usize::MAX);
        let block = assigned.get(since / 2).filter(|_| since % 2 == 1);
        50.0 + if block.is_some_and(|silent| !silent) {
            points
        } else {
            0.0
        }
    };
    let silences = Silences {
        begins: first_day().plus_days(BEFORE),
        assigned: assigned.clone(),
        seed: 3,
    };
    let is_silent = |check_in: &CheckIn| {
        let since = usize::try_from(check_in.day - BEFORE).unwrap_or(usize::MAX);
        since % 2 == 0 && assigned.get(since / 2).is_some_and(|silent| *silent)
    };
    let mut check_ins = person(BEFORE + 70, 0.5, seed, level);
    check_ins.retain(|check_in| !is_silent(check_in));
    let mut laid = Series::of_numbness(series(&check_ins).unwrap());
    laid.silences = Some(silences);
    laid
}

#[test]
fn being_asked_is_found_to_make_it_worse_where_it_does() {
    let answer = being_asked::answer(Some(&who_is_asked(16.0, 2)));
    let found = answer.finding().unwrap();
    assert!(found.is_claim(), "{found:?}");
    assert!(found.size.low > 0.0 && found.size.low < 16.0 && found.size.high > 16.0);
    assert_eq!(found.n_days, (15, 15));
    // The lot drew silence; all that is told is about being asked.
    let n: usize = found.by_chance.iter().map(|bar| bar.n).sum();
    assert_eq!(n, found.n_compared);
    let beyond = found.by_chance.iter();
    let beyond = beyond.filter(|bar| bar.high > found.size.estimate);
    let beyond: usize = beyond.map(|bar| bar.n).sum();
    assert!((1..=50).contains(&beyond), "{beyond} of {n}");
    assert_eq!(found.drawn.iter().filter(|day| day.is_with).count(), 15);
}

#[test]
fn being_asked_is_not_blamed_where_it_does_nothing() {
    let claims = (0..40)
        .filter(|seed| {
            let answer = being_asked::answer(Some(&who_is_asked(0.0, 300 + seed)));
            answer.finding().unwrap().is_claim()
        })
        .count();
    assert!(claims <= 1, "{claims} of 40");
    let mut alone = who_is_asked(0.0, 1);
    let early = alone.up_to(first_day().plus_days(BEFORE + 30)).unwrap();
    let reason = withheld(being_asked::answer(Some(&early)));
    assert!(
        matches!(
            reason,
            Reason::ExperimentNotOver {
                have: 30 | 31,
                need: 61
            }
        ),
        "{reason:?}"
    );
    if let Some(silences) = &mut alone.silences {
        silences.assigned[0] = !silences.assigned[0];
    }
    assert_eq!(
        withheld(being_asked::answer(Some(&alone))),
        Reason::NotAsDrawn
    );
    alone.silences = None;
    assert_eq!(
        withheld(being_asked::answer(Some(&alone))),
        Reason::NoSilences
    );
    assert_eq!(withheld(being_asked::answer(None)), Reason::NoOutcome);
}
