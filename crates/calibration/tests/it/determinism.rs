//! The same recipe and seed give the same life, here and everywhere.

use calibration::population::{self, Cell, Effect, Scale};
use calibration::{life, people};
use record::{FactBody, FactKind, ItemId, SamplingPlan};

use crate::{moving, still};

/// Digests of the named lives. A change here changes every published result: say why.
const DIGESTS: [(&str, u64); 10] = [
    ("bram", 0xFA27_DC58_A668_B70A),
    ("fenna", 0x4594_7DB4_4D32_4C1D),
    ("ilse", 0x2B4C_4853_8FA7_8A26),
    ("joren", 0x8B87_D892_2603_5B46),
    ("lotte", 0x7A50_FB73_6214_C0E8),
    ("mara", 0xE271_0185_A19E_2F5A),
    ("noor", 0xDE8F_88AC_612C_D850),
    ("sami", 0x643F_7B4D_E4C1_9CC2),
    ("tessa", 0x8B2C_6A75_7509_5498),
    ("wout", 0x491A_8E91_D4CC_51A8),
];

#[test]
fn named_lives_have_their_stored_digests() {
    let found: Vec<(&str, u64)> = people()
        .unwrap()
        .iter()
        .map(|(name, recipe)| (*name, life(recipe, recipe.seed).unwrap().digest()))
        .collect();
    assert_eq!(found, DIGESTS);
}

#[test]
fn a_life_of_the_population_has_its_stored_digest() {
    let life = population::life(&Cell::STANDARD, 7, 2026).unwrap();
    assert_eq!(life.digest(), 0xBA92_D45B_A3A2_D947);
}

#[test]
fn another_seed_is_another_life() {
    let recipe = moving(30, 0.5, "");
    assert_ne!(
        life(&recipe, 1).unwrap().digest(),
        life(&recipe, 2).unwrap().digest()
    );
}

#[test]
fn a_new_component_does_not_reshuffle_the_others() {
    let plain = moving(
        60,
        0.5,
        "flickers = { per_day = 2.0, halving_points = 15.0 }",
    );
    let fuller = moving(
        60,
        0.5,
        r#"
flickers = { per_day = 2.0, halving_points = 15.0 }
nights = { minutes = 430.0, minutes_sd = 30.0 }
[[happening]]
label = "Visit"
per_week = 2.0
[[practice]]
label = "Walk"
per_week = 3.0
"#,
    );
    let (plain, fuller) = (life(&plain, 9).unwrap(), life(&fuller, 9).unwrap());
    assert_eq!(plain.truth.numbness, fuller.truth.numbness);
    assert_eq!(plain.truth.flickers, fuller.truth.flickers);
    assert_eq!(plain.truth.occasions, fuller.truth.occasions);
    let occasions = |life: &calibration::Life| -> Vec<record::Fact> {
        let facts = life.record.facts().iter();
        facts
            .filter(|f| f.body.kind() == FactKind::Occasion)
            .cloned()
            .collect()
    };
    assert_eq!(occasions(&plain), occasions(&fuller));
}

#[test]
fn more_gaps_leave_the_answers_that_remain_as_they_were() {
    let full = life(&moving(60, 0.5, ""), 3).unwrap();
    let gappy = "[diary]\ncompliance = { answered = 0.6 }";
    let gappy = life(&moving(60, 0.5, gappy), 3).unwrap();
    let strength = ItemId::new("feeling_strength").unwrap();
    let values = |life: &calibration::Life| -> Vec<(i64, f64)> {
        let occasions = life.record.occasions();
        occasions
            .filter_map(|(m, o)| Some((m.unix_seconds(), o.assessment()?.value(&strength)?)))
            .collect()
    };
    let (full, gappy) = (values(&full), values(&gappy));
    assert!(gappy.len() < full.len() * 7 / 10);
    assert!(gappy.iter().all(|answer| full.contains(answer)));
}

#[test]
fn plain_series_hold_the_same_answers_as_lives() {
    let cells = [
        Cell::STANDARD,
        Cell::STANDARD.with(Effect::StepAtMid(1.5)),
        Cell {
            scale: Scale::Floor,
            check_ins: 1,
            drift: Some(calibration::recipe::DriftShape::Walk),
            ..Cell::STANDARD
        },
    ];
    for (idx, cell) in (0..).zip(cells) {
        let series = population::series(&cell, idx, 5).unwrap();
        let life = population::life(&cell, idx, 5).unwrap();
        let (strength, distance) = (
            ItemId::new("feeling_strength").unwrap(),
            ItemId::new("feeling_distance").unwrap(),
        );
        let mut values = Vec::new();
        let mut days = Vec::new();
        for (fact, truth) in occasions(&life).zip(&life.truth.occasions) {
            let FactBody::Occasion(occasion) = &fact.body else {
                continue;
            };
            assert_eq!(occasion.plan, SamplingPlan::Signal);
            if let Some(a) = occasion.assessment() {
                let answer = (a.value(&strength), a.value(&distance));
                let (Some(strength), Some(distance)) = answer else {
                    panic!("nothing is skipped here");
                };
                values.push((100.0 - strength + distance) / 2.0);
                days.push(truth.day);
            }
        }
        assert_eq!(series.values, values, "{}", cell.name());
        assert_eq!(series.days, days);
        assert_eq!(series.by_day, life.truth.by_day);
        assert_eq!(
            series.now_difference,
            life.truth.now_difference(cell.days - 1)
        );
        assert_eq!(series.step, life.truth.steps().next());
    }
}

fn occasions(life: &calibration::Life) -> impl Iterator<Item = &record::Fact> {
    let facts = life.record.facts().iter();
    facts.filter(|fact| fact.body.kind() == FactKind::Occasion)
}

#[test]
fn names_of_cells_are_stable_and_all_different() {
    let cells = population::cells();
    assert_eq!(cells.len(), 4320);
    let names: std::collections::BTreeSet<String> = cells.iter().map(Cell::name).collect();
    assert_eq!(names.len(), cells.len());
    assert_eq!(
        Cell::STANDARD.name(),
        "r0.5-g30-d90-c3-line-nodrift-week-null"
    );
    let step = Cell::STANDARD.with(Effect::StepAtTwoThirds(1.5));
    assert_eq!(
        step.name(),
        "r0.5-g30-d90-c3-line-nodrift-week-two_thirds1.5"
    );
    assert_eq!(population::cells_around_standard().len(), 19);
    assert!(
        population::cells_around_standard()
            .iter()
            .all(|c| cells.contains(c))
    );
}

#[test]
fn null_and_effect_are_the_same_person_but_for_the_change() {
    for scale in [Scale::Continuous, Scale::FiveSteps, Scale::Floor] {
        let cell = Cell {
            scale,
            ..Cell::STANDARD
        };
        let null = population::series(&cell, 4, 1).unwrap();
        let effect = population::series(&cell.with(Effect::StepAtMid(2.0)), 4, 1).unwrap();
        let (day, points) = effect.step.unwrap();
        assert_eq!(null.times_days, effect.times_days);
        assert_eq!((day, points.abs()), (45, 26.0));
        for (at, (a, b)) in null.by_day.iter().zip(&effect.by_day).enumerate() {
            let size = if at >= 45 { points } else { 0.0 };
            assert!((b - a - size).abs() < 1e-9);
        }
    }
}

#[test]
fn a_recipe_survives_writing_and_reading() {
    let recipe = still(20, "");
    let text = toml::to_string(&recipe).unwrap();
    assert_eq!(calibration::Recipe::parse(&text).unwrap(), recipe);
}
