//! Experiments from the offer to the result: still people, ways of reading that lie, what is said
//! beforehand.

use calibration::trying::{
    Acts, Lived, Reader, Shape, Trying, as_drawn, by_another_lot, by_what_was_done, person,
};
use finding::{Answer, Reason, strategy_effect};
use record::FactBody;

const SEED: u64 = 11;

fn people(kind: &Trying, n: u64) -> Vec<Lived> {
    (0..n).filter_map(|idx| person(kind, idx, SEED)).collect()
}

fn n_found(people: &[Lived], reader: Reader) -> usize {
    let found = people.iter().filter_map(reader).filter(|p| *p <= 0.05);
    found.count()
}

#[test]
fn still_people_with_untidy_days_get_few_results_and_lies_turn_the_stand_red() {
    let still = people(&Trying::STANDARD, 80);
    let slow = people(
        &Trying {
            carry_over_days: 3,
            weeks: 10,
            ..Trying::STANDARD
        },
        40,
    );
    // Of 120, at a true rate of 5%, fourteen or more would be seen twice in 1,000 times.
    let n_honest = n_found(&still, as_drawn) + n_found(&slow, as_drawn);
    assert!(n_honest <= 13, "{n_honest}");
    assert!(n_found(&still, by_what_was_done) >= 16);
    assert!(n_found(&still, by_another_lot) >= 24);
}

#[test]
fn untidy_days_are_swapped_told_and_logged_late_and_the_seal_holds() {
    let lived = person(&Trying::STANDARD, 3, SEED).unwrap();
    let experiment = &lived.record.experiments[0];
    assert!(experiment.is_as_locked());
    let drawn = (0..42).map(|nth| {
        experiment
            .terms
            .drawn_for(experiment.terms.begins.plus_days(nth))
    });
    let swapped = drawn
        .zip(&lived.done)
        .filter(|(drawn, done)| *drawn != Some(**done));
    assert!(swapped.count() >= 4);
    assert!(experiment.days.len() > 25 && experiment.days.len() < 42);
    let starts = lived.record.profile.day_start;
    let is_late = |fact: &&record::Fact| {
        matches!(fact.body, FactBody::Practice(_))
            && fact.recorded_at.day(starts) > fact.moment.day(starts)
    };
    assert!(lived.record.facts().iter().any(|fact| is_late(&fact)));
    assert!(!lived.series.numbness.recalled.is_empty());
}

#[test]
fn an_assignment_that_was_changed_after_the_seal_is_not_read() {
    let lived = person(&Trying::STANDARD, 3, SEED).unwrap();
    let mut record = lived.record.clone();
    record.experiments[0].terms.assigned.reverse();
    let (outcome, _) = series::outcomes(&record).remove(0);
    let until = record.experiments[0].terms.ends().plus_days(1);
    let series = series::Series::new(&record, &outcome, until).unwrap();
    let Answer::Withheld(why, _) = strategy_effect::answer(Some(&series)) else {
        panic!("an edited experiment was read");
    };
    assert_eq!(why.reason, Reason::NotAsLocked);
}

#[test]
fn sizes_are_read_as_they_are_or_smaller_when_the_effect_ends_with_the_day() {
    for (shape, least) in [(Shape::AsPlanned, 0.85), (Shape::EndsWithTheDay, 0.75)] {
        let kind = Trying {
            carry_over_days: 2,
            is_untidy: false,
            acts: Acts::Sd(1.5, shape),
            ..Trying::STANDARD
        };
        let people = people(&kind, 12);
        let (mut read, mut truth, mut n_held) = (0.0, 0.0, 0);
        for lived in &people {
            let answer = strategy_effect::answer(Some(&lived.series));
            let size = answer.finding().unwrap().tried[0].size;
            read += size.estimate;
            truth += lived.truth;
            n_held += usize::from(size.low <= lived.truth && lived.truth <= size.high);
        }
        let share = read / truth;
        assert!((least..1.15).contains(&share), "{shape:?} {share}");
        assert!(n_held >= 10, "{shape:?} {n_held}");
    }
}

#[test]
fn what_the_offer_says_it_finds_is_found_about_four_times_of_five() {
    let (mut n, mut n_all) = (0, 0);
    for carry_over_days in [0, 2] {
        let kind = Trying {
            carry_over_days,
            is_untidy: false,
            acts: Acts::AsOffered,
            ..Trying::STANDARD
        };
        for lived in people(&kind, 50) {
            n += usize::from(as_drawn(&lived).is_some_and(|p| p <= lived.planned.alpha));
            n_all += 1;
        }
    }
    // Of 100, at .8, fewer than 69 or more than 91 would be seen four times in 1,000.
    assert!(n_all >= 98 && (69..=91).contains(&n), "{n} of {n_all}");
}
