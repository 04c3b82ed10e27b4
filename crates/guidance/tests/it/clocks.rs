//! Contradictions, gaps and wrong clocks: the safer advice wins.

use content::rules::Level;
use record::SamplingPlan;

use crate::person::{Facts, at, guidance_of, today};

fn level_of(facts: Facts, days_ago: i32, rule: &str) -> Option<Level> {
    let record = facts.record(None);
    let guidance = guidance_of(&record, &at(days_ago, 21, 0), false);
    guidance
        .advice
        .iter()
        .find(|advice| advice.rule == rule)
        .map(|advice| advice.level)
}

fn says(days_ago: i32, hour: u8, answers: &[(&str, f64)]) -> Facts {
    let mut facts = Facts::default();
    facts.say(at(days_ago, hour, 0), SamplingPlan::Interval, answers);
    facts
}

#[test]
fn of_two_answers_of_one_day_the_safer_advice_wins() {
    let mut facts = says(0, 10, &[("safety_thoughts", 2.0), ("safety_next", 1.0)]);
    facts.say(
        at(0, 12, 0),
        SamplingPlan::Interval,
        &[("safety_thoughts", 0.0), ("safety_next", 0.0)],
    );
    assert_eq!(level_of(facts, 0, "R1"), Some(Level::Now));
}

#[test]
fn an_answer_of_a_later_day_takes_its_place() {
    let mut facts = says(2, 10, &[("safety_thoughts", 2.0), ("safety_next", 1.0)]);
    facts.say(
        at(0, 12, 0),
        SamplingPlan::Interval,
        &[("safety_thoughts", 0.0), ("safety_next", 0.0)],
    );
    assert_eq!(level_of(facts, 0, "R1"), None);
}

#[test]
fn an_answer_dated_ahead_counts_and_hides_none_of_the_past() {
    let danger = [("safety_next", 2.0)];
    let calm = [("safety_thoughts", 0.0), ("safety_next", 0.0)];
    // The clock was set back after the answer.
    assert_eq!(level_of(says(-400, 10, &danger), 0, "R1"), Some(Level::Now));
    let mut facts = says(0, 10, &danger);
    facts.say(at(-400, 10, 0), SamplingPlan::Interval, &calm);
    assert_eq!(level_of(facts, 0, "R1"), Some(Level::Now));
}

#[test]
fn a_clock_that_jumps_ahead_takes_no_answer_away() {
    let danger = [("safety_next", 2.0)];
    assert_eq!(
        level_of(says(0, 10, &danger), -3000, "R1"),
        Some(Level::Now)
    );
    // Two entries under the wrong clock are not enough either.
    let mut facts = says(0, 10, &danger);
    for back in [-2999, -3000] {
        facts.say(
            at(back, 10, 0),
            SamplingPlan::Voluntary,
            &[("feeling_strength", 50.0)],
        );
    }
    assert_eq!(level_of(facts, -3000, "R1"), Some(Level::Now));
}

#[test]
fn an_answer_ends_once_its_days_are_over_and_life_went_on() {
    let mut facts = says(30, 10, &[("safety_next", 2.0)]);
    for back in [20, 10, 5] {
        facts.say(
            at(back, 10, 0),
            SamplingPlan::Voluntary,
            &[("feeling_strength", 50.0)],
        );
    }
    assert_eq!(level_of(facts, 0, "R1"), None);
    let mut recent = says(14, 10, &[("safety_next", 2.0)]);
    for back in [12, 10, 5] {
        recent.say(
            at(back, 10, 0),
            SamplingPlan::Voluntary,
            &[("feeling_strength", 50.0)],
        );
    }
    assert_eq!(level_of(recent, 0, "R1"), Some(Level::Now));
}

#[test]
fn a_reason_carries_the_day_of_its_answer() {
    let record = says(3, 10, &[("as_if", 3.0)]).record(None);
    let guidance = guidance_of(&record, &at(0, 21, 0), false);
    let advice = &guidance.advice[0];
    assert_eq!(advice.rule, "R4");
    assert_eq!(advice.date, Some(today().plus_days(-3)));
    assert_eq!(advice.reasons[0].text, "as-if-lost");
}

#[test]
fn what_is_not_safe_at_home_is_said_without_a_reason() {
    let record = says(0, 10, &[("unsafe_home", 1.0)]).record(None);
    let guidance = guidance_of(&record, &at(0, 21, 0), false);
    let advice = guidance
        .advice
        .iter()
        .find(|advice| advice.rule == "R19")
        .unwrap();
    assert_eq!(advice.reasons, []);
}
