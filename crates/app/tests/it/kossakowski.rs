//! The real, public record of one man over 239 days (Kossakowski and others 2017,
//! doi:10.5334/jopd.29). The data are not part of the project: without them these tests say so and
//! pass.

use std::path::PathBuf;

use finding::medication_change::Standing;
use finding::triggers::Lag;
use record::{LocalDay, Profile, Record, Zone};
use series::Series;

fn record() -> Option<Record> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = std::env::var_os("THAWLINE_SHARED_DATA")
        .map_or_else(|| root.join("../shared/data"), PathBuf::from);
    let data = folder.join("kossakowski_2017.csv");
    let Ok(text) = std::fs::read(&data) else {
        eprintln!("skipped: {} is not here", data.display());
        return None;
    };
    let map = std::fs::read_to_string(root.join("fixtures/maps/kossakowski_2017.toml")).unwrap();
    let map = exchange::Map::parse(&map).unwrap();
    let parsed = exchange::parse_table(text.as_slice(), &map).unwrap();
    let profile = Profile::new(Zone::new("Europe/Amsterdam").unwrap());
    let mut facts = parsed.facts;
    // Brought along years later.
    let written = facts.last().unwrap().moment.plus_seconds(86_400 * 1_000);
    facts
        .iter_mut()
        .for_each(|fact| fact.recorded_at = written.clone());
    Some(Record::new(profile, parsed.items, facts).unwrap())
}

fn laid() -> Option<Series> {
    let record = record()?;
    let (outcome, _) = series::outcomes(&record).remove(0);
    Series::new(&record, &outcome, LocalDay::parse("2100-01-01").unwrap())
}

fn day_of(series: &Series, day: LocalDay) -> i32 {
    day.days_since(series.numbness.first_day) + 1
}

#[test]
fn the_taper_is_not_separable_from_a_slow_trend() {
    let Some(series) = laid() else { return };
    let answer = finding::medication_change::answer(Some(&series));
    let found = answer.finding().unwrap();
    assert_eq!(found.effects.len(), 1, "ten dose levels are one taper");
    let effect = &found.effects[0];
    assert_eq!((effect.change.before, effect.change.after), (150.0, 0.0));
    assert_eq!(day_of(&series, effect.change.first_day().unwrap()), 44);
    assert_eq!(day_of(&series, effect.change.last_day().unwrap()), 99);
    assert_eq!(effect.standing, Standing::NotSeparable);
    // With a trend and a drift allowed for, nothing is left; without them it would be a step.
    assert!(effect.size.low < 0.0 && effect.size.high > 0.0);
    assert!(effect.size_if_steady.low > 0.0 && effect.p_if_steady < 0.05);
    assert!(effect.placebo.len() > 100);
}

#[test]
fn of_all_items_a_few_come_before_low_mood_on_the_same_day() {
    let Some(series) = laid() else { return };
    let answer = finding::triggers::answer(Some(&series), 1);
    let found = answer.finding().unwrap();
    assert_eq!(series.candidates.len(), 42);
    let claims: Vec<_> = found.claims().collect();
    assert!((1..=6).contains(&claims.len()), "{claims:?}");
    assert!(claims.iter().all(|claim| claim.lag == Lag::EarlierToday));
    // All of them feelings of the same hours that go with less of it, each by under a point.
    for claim in claims {
        assert!(claim.effect.estimate < 0.0 && claim.effect.estimate > -2.0);
    }
}

#[test]
fn nothing_is_raised_before_the_dose_changed() {
    let Some(series) = laid() else { return };
    let answer = finding::pattern_change::answer_with(&series, &[(239, 0.05)], 1);
    let found = answer.finding().unwrap();
    assert!(found.watched.len() >= 30, "{:?}", found.watched.len());
    let early = found.alarms.iter().map(|alarm| day_of(&series, alarm.day));
    assert!(early.into_iter().all(|day| day >= 44));
}
