//! Every life is a record that a person could have written, and nothing in it is from the future.

use std::collections::{BTreeMap, BTreeSet};

use calibration::population::{self, EFFECTS};
use calibration::{Life, LifeError, Recipe, life, people, person};
use record::{FactBody, Response};

use crate::still;

fn all_people() -> Vec<(String, Life)> {
    let people = people().unwrap();
    let lives = people
        .iter()
        .map(|(name, recipe)| ((*name).to_owned(), life(recipe, recipe.seed).unwrap()));
    lives.collect()
}

/// Named people, and one of each 97th cell with each effect in turn.
fn many_lives() -> Vec<(String, Life)> {
    let cells = population::cells();
    let picked = cells.iter().step_by(97).zip(EFFECTS.iter().cycle());
    let lives = picked.map(|(cell, effect)| {
        let cell = cell.with(*effect);
        (cell.name(), population::life(&cell, 1, 8).unwrap())
    });
    all_people().into_iter().chain(lives).collect()
}

#[test]
fn nothing_is_written_in_the_future_or_before_it_happened() {
    for (name, life) in many_lives() {
        assert!(life.record.facts().len() > 5, "{name}");
        for fact in life.record.facts() {
            assert!(fact.moment <= fact.recorded_at, "{name}: {fact:?}");
            assert!(fact.recorded_at <= life.now, "{name}: {fact:?}");
        }
    }
}

#[test]
fn no_two_facts_share_a_key() {
    for (name, life) in many_lives() {
        let keys: BTreeSet<_> = life.record.facts().iter().map(|f| f.key).collect();
        assert_eq!(keys.len(), life.record.facts().len(), "{name}");
    }
}

#[test]
fn planned_missing_is_never_counted_as_skipped() {
    for (name, life) in many_lives() {
        let mut n_asked: BTreeMap<String, usize> = BTreeMap::new();
        let mut before = None;
        for (_, occasion) in life.record.occasions() {
            let Some(assessment) = occasion.assessment() else {
                continue;
            };
            // A form that was sent twice was shown once.
            if before.replace(assessment) == Some(assessment) {
                continue;
            }
            let responses = assessment.responses();
            assert_eq!(responses.len(), 18, "{name}");
            let (shown, rest) = responses.split_at(6);
            assert!(shown.iter().all(|r| r.response != Response::NotAsked));
            assert!(rest.iter().all(|r| r.response == Response::NotAsked));
            assert!(rest.iter().all(|r| r.latency_ms.is_none()));
            assert_eq!(shown[5].item.as_str(), "flicker");
            assert!(assessment.seed().is_some());
            for response in shown {
                *n_asked.entry(response.item.to_string()).or_default() += 1;
            }
        }
        let rotating: Vec<usize> = n_asked
            .iter()
            .filter(|(id, _)| !ALWAYS.contains(&id.as_str()) && !UNREALITY.contains(&id.as_str()))
            .map(|(_, n)| *n)
            .collect();
        let spread = rotating.iter().max().unwrap() - rotating.iter().min().unwrap();
        assert!(spread <= 1, "{name}: blocks are balanced, {n_asked:?}");
    }
}

const ALWAYS: [&str; 4] = ["feeling_strength", "feeling_distance", "tension", "flicker"];
const UNREALITY: [&str; 2] = ["body_apart", "world_apart"];

#[test]
fn nobody_skips_where_no_skipping_is_asked_for() {
    let life = life(&still(60, ""), 1).unwrap();
    let all = life.record.occasions().filter_map(|(_, o)| o.assessment());
    let responses: Vec<_> = all.flat_map(record::Assessment::responses).collect();
    assert_eq!(responses.len(), 60 * 3 * 18);
    assert!(responses.iter().all(|r| r.response != Response::Skipped));
}

#[test]
fn travel_gives_distinct_zones_and_daylight_saving_distinct_offsets() {
    let life = person("sami").unwrap();
    let moments = || life.record.occasions().map(|(moment, _)| moment);
    let zones: BTreeSet<&str> = moments().map(|m| m.zone().name()).collect();
    let expected = ["America/New_York", "Asia/Tokyo", "Europe/Amsterdam"];
    assert_eq!(zones.into_iter().collect::<Vec<_>>(), expected);
    let offsets: BTreeSet<i32> = moments().map(record::Moment::offset_seconds).collect();
    let hours: Vec<i32> = offsets.iter().map(|s| s / 3600).collect();
    assert_eq!(hours, [-5, -4, 1, 2, 9]);
    for (moment, occasion) in life.record.occasions() {
        let wrong_clock = 55..58;
        let day = moment.day(life.record.profile.day_start);
        let nth = day.days_since(life.truth.first_day);
        if occasion.assessment().is_some() && !wrong_clock.contains(&nth) {
            let hour = moment.hour_of_day();
            assert!((9.0..22.2).contains(&hour), "{}", moment.wall_clock());
        }
    }
}

#[test]
fn a_clock_that_runs_behind_shows_in_the_record_alone() {
    let wrong = "[diary]\nslips = { clock_from_day = 5, clock_to_day = 8, clock_minutes = -60 }";
    let (right, wrong) = (still(12, ""), still(12, wrong));
    let (right, wrong) = (life(&right, 1).unwrap(), life(&wrong, 1).unwrap());
    for (a, b) in right.truth.occasions.iter().zip(&wrong.truth.occasions) {
        assert_eq!((a.time_days, a.numbness), (b.time_days, b.numbness));
        let behind = a.moment.unix_seconds() - b.moment.unix_seconds();
        let expected = if (5..8).contains(&a.day) { 3600 } else { 0 };
        assert_eq!(behind, expected, "day {}", a.day);
    }
}

#[test]
fn the_demo_shows_every_kind_of_fact() {
    let life = person(calibration::DEMO).unwrap();
    let kinds: BTreeSet<_> = life.record.facts().iter().map(|f| f.body.kind()).collect();
    assert_eq!(kinds.len(), 9);
    let missed = life.record.facts().iter().filter(|f| match &f.body {
        FactBody::MedicationAdministration(dose) => !dose.is_taken,
        _ => false,
    });
    assert!(missed.count() >= 2);
}

#[test]
fn each_person_has_a_folder_a_story_and_a_name() {
    let people = people().unwrap();
    assert_eq!(people.len(), 10);
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/people");
    let mut folders: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().join("recipe.toml").exists())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    folders.sort();
    let names: Vec<&str> = people.iter().map(|(name, _)| *name).collect();
    assert_eq!(folders, names);
    for (name, recipe) in &people {
        assert_eq!(&recipe.name.to_lowercase(), name);
        assert!(recipe.story.len() > 150, "{name}");
    }
}

#[test]
fn a_misspelled_mechanism_or_a_number_out_of_range_is_refused() {
    let text = toml::to_string(&still(20, "")).unwrap();
    let misspelled = text.replace("level =", "levle =");
    assert!(matches!(
        Recipe::parse(&misspelled),
        Err(LifeError::Toml(_))
    ));
    for (from, to) in [
        ("days = 20", "days = 0"),
        ("days = 20", "days = 5000"),
        ("check_ins = 3", "check_ins = 6"),
        ("rho_per_day = 0.0", "rho_per_day = 1.0"),
        ("rho_per_day = 0.0", "rho_per_day = nan"),
        ("answered = 1.0", "answered = 1.5"),
    ] {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from}");
        let refused = Recipe::parse(&changed);
        assert!(matches!(refused, Err(LifeError::OutOfRange { .. })), "{to}");
    }
    let dose = "[medicine]\nlabel = \"A\"\nunit = \"mg\"\n";
    for steps in [
        "{ day = 5, amount = 1 }, { day = 5, amount = 2 }",
        "{ day = -90000, amount = 1 }",
    ] {
        let refused = Recipe::parse(&format!("{text}\n{dose}steps = [{steps}]"));
        assert!(
            matches!(refused, Err(LifeError::OutOfRange { .. })),
            "{steps}"
        );
    }
    assert!(matches!(person("max"), Err(LifeError::UnknownPerson(_))));
    let mut recipe = still(20, "");
    recipe.diary.zone = "Mars/Olympus".to_owned();
    assert!(matches!(life(&recipe, 1), Err(LifeError::Time(_))));
}
