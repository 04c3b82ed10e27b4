//! What was tried: how often, and whether things felt less real after it. Refuses to say that it
//! helped.

use std::collections::BTreeMap;

use record::{FactBody, Form, ItemId, Label, LocalDay, Moment, Practice, Record};

/// Items that say how unreal things feel.
const UNREALITY: [&str; 2] = ["body_apart", "world_apart"];
/// Points of 100 that count as a rise.
const RISE: f64 = 20.0;
/// An answer is before or after an exercise within so many seconds.
const NEAR_SECONDS: i64 = 3 * 3600;

/// How often things felt less real after each exercise: its name and the number of times.
#[must_use]
pub fn rising_exercises(record: &Record) -> Vec<(Label, u32)> {
    let mut rises: BTreeMap<&Label, u32> = BTreeMap::new();
    let answers = unreality(record);
    for fact in record.facts() {
        if let FactBody::Practice(practice) = &fact.body {
            let has_risen = rated_rise(practice).unwrap_or_else(|| {
                let has_risen = |item: &&str| rose(&answers, item, &fact.moment);
                UNREALITY.iter().any(has_risen)
            });
            *rises.entry(&practice.strategy).or_default() += u32::from(has_risen);
        }
    }
    let found = rises.into_iter().filter(|(_, n)| *n > 0);
    found.map(|(label, n)| (label.clone(), n)).collect()
}

/// What was rated right before and right after, where both were; it is nearer than any check-in.
fn rated_rise(practice: &Practice) -> Option<bool> {
    let (before, after) = (practice.unreality.before()?, practice.unreality.after()?);
    Some(f64::from(after) - f64::from(before) >= RISE)
}

fn unreality(record: &Record) -> Vec<(&'static str, i64, f64)> {
    let ids: Vec<(&str, ItemId)> = (UNREALITY.iter())
        .filter_map(|name| Some((*name, ItemId::new(name).ok()?)))
        .collect();
    let of = |(moment, occasion): (&Moment, &record::Occasion)| {
        let at = moment.unix_seconds();
        // Another form asks the same item over other days.
        let is_now = occasion.form == Form::CheckIn;
        let assessment = occasion.assessment().filter(|_| is_now).cloned();
        let found = ids.iter().filter_map(move |(name, id)| {
            let value = assessment.as_ref()?.value(id)?;
            Some((*name, at, value))
        });
        found.collect::<Vec<_>>()
    };
    record.occasions().flat_map(of).collect()
}

fn rose(answers: &[(&str, i64, f64)], item: &str, moment: &Moment) -> bool {
    let at = moment.unix_seconds();
    let of_item = || answers.iter().filter(|(name, ..)| *name == item);
    let before = of_item()
        .rev()
        .find(|(_, t, _)| *t <= at && at - t <= NEAR_SECONDS);
    let after = of_item().find(|(_, t, _)| *t > at && t - at <= NEAR_SECONDS);
    matches!((before, after), (Some(b), Some(a)) if a.2 - b.2 >= RISE)
}

/// Weeks of the last four, counted from today back, with at least two entries of a strategy.
pub fn strategy_weeks(record: &Record, today: LocalDay) -> f64 {
    let starts = record.profile.day_start;
    let mut per_week = [0u32; 4];
    for fact in record.facts() {
        if matches!(fact.body, FactBody::Practice(_)) {
            let back = today.days_since(fact.moment.day(starts));
            let week = usize::try_from(back / 7).ok().filter(|_| back >= 0);
            if let Some(n) = week.and_then(|week| per_week.get_mut(week)) {
                *n += 1;
            }
        }
    }
    f64::from(u32::try_from(per_week.iter().filter(|n| **n >= 2).count()).unwrap_or(0))
}
