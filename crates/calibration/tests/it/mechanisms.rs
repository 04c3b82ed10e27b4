//! Each mechanism does what its recipe says, alone and without noise.

use calibration::truth::Mechanism;
use calibration::{Recipe, Truth, life};

use crate::{mean, still};

fn truth(recipe: &Recipe) -> Truth {
    life(recipe, 1).unwrap().truth
}

/// Numbness at an hour of a day.
fn at(truth: &Truth, day: u32, hour: f64) -> f64 {
    truth.numbness_at(f64::from(day) + hour / 24.0)
}

#[test]
fn where_nothing_acts_nothing_happens() {
    let truth = truth(&still(40, ""));
    assert!(truth.numbness.iter().all(|v| *v == 40.0));
    assert!(truth.mechanisms.is_empty() && truth.flickers.is_empty());
    assert_eq!(truth.now_difference(39), Some(0.0));
}

#[test]
fn a_step_starts_on_its_day_and_stays() {
    let truth = truth(&still(40, "steps = [{ day = 20, points = 12.0 }]"));
    assert!(truth.by_day[..20].iter().all(|m| *m == 40.0));
    assert!(truth.by_day[20..].iter().all(|m| *m == 52.0));
    assert_eq!(truth.steps().collect::<Vec<_>>(), [(20, 12.0)]);
}

#[test]
fn a_stress_wave_holds_and_then_halves_in_its_half_life() {
    let lines = r#"
[[stress]]
label = "Bad news"
at = [10.5]
points = 32.0
hold_days = 2.0
half_life_days = 5.0
"#;
    let truth = truth(&still(60, lines));
    assert_eq!(at(&truth, 10, 11.0), 40.0);
    assert!((at(&truth, 12, 12.0) - 72.0).abs() < 1e-9);
    assert!((at(&truth, 17, 12.0) - 56.0).abs() < 1e-9);
    assert!((at(&truth, 22, 12.0) - 48.0).abs() < 1e-9);
    let [Mechanism::Happening { at, points, .. }] = truth.mechanisms.as_slice() else {
        panic!("one thing acted");
    };
    assert_eq!((*at, *points), (10.5, 32.0));
}

#[test]
fn a_dose_effect_comes_and_goes_with_its_half_lives() {
    let lines = r#"
[medicine]
label = "Evening tablet"
unit = "mg"
steps = [
  { day = -30, amount = 50.0 },
  { day = 20, amount = 100.0 },
  { day = 120, amount = 75.0 },
]
points_per_unit = 0.4
onset_half_life_days = 7.0
offset_half_life_days = 10.0
"#;
    let recipe = still(220, lines);
    let life = life(&recipe, 1).unwrap();
    let truth = &life.truth;
    // The effect starts at the day's first hour, 04:00.
    assert!((at(truth, 19, 12.0) - 40.0).abs() < 1e-9);
    assert!((at(truth, 27, 3.0) - 50.0).abs() < 1e-6);
    assert!((at(truth, 34, 3.0) - 55.0).abs() < 1e-6);
    let top = at(truth, 120, 3.0);
    assert!((top - 60.0).abs() < 0.01);
    assert!((at(truth, 130, 3.0) - (50.0 + (top - 50.0) / 2.0)).abs() < 1e-6);
    let doses: Vec<_> = truth.mechanisms.iter().collect();
    assert!(matches!(
        doses.as_slice(),
        [
            Mechanism::Dose { day: 20, .. },
            Mechanism::Dose { day: 120, .. }
        ]
    ));
    let statements: Vec<_> = life.record.medication_statements().collect();
    let first = truth.first_day;
    assert_eq!(statements.len(), 3);
    assert_eq!(statements[0].from(), first.plus_days(-30));
    assert_eq!(statements[0].to(), Some(first.plus_days(19)));
    assert_eq!(statements[2].to(), None);
}

#[test]
fn feeling_runs_low_one_to_three_days_after_a_high_day() {
    let lines = r#"
tension = { level = 30.0, rho_per_day = 0.0, sd = 0.0, weekend = 0.0 }
depletion = { tension_over = 50.0, points = 10.0, weights = [0.5, 1.0, 0.4] }
[[arousal]]
label = "Wedding"
at = [8.3]
tension = 60.0
tension_half_life_days = 0.3
"#;
    let truth = truth(&still(30, lines));
    let expected = [40.0, 45.0, 50.0, 44.0, 40.0];
    for (day, expected) in (8..).zip(expected) {
        assert!((truth.by_day[day] - expected).abs() < 1e-9, "day {day}");
    }
    assert!(matches!(
        truth.mechanisms.as_slice(),
        [Mechanism::Depletion { day: 8, .. }]
    ));
}

#[test]
fn exposure_adds_up_slowly_and_never_passes_its_limit() {
    let lines = r#"
desensitization = { points_each = 3.0, points_max = 20.0, half_life_days = 500.0 }
[[exposure]]
label = "Violence seen"
per_week = 7.0
"#;
    let truth = truth(&still(200, lines));
    assert!(truth.by_day.windows(2).all(|w| w[1] > w[0] - 0.05));
    let end = *truth.by_day.last().unwrap();
    assert!(end > 56.0 && end < 60.0, "{end}");
    let first = truth.by_day[1] - 40.0;
    assert!(first > 2.5 && first < 6.0, "{first}");
}

#[test]
fn short_nights_make_the_day_after_number_by_the_hour() {
    let lines = "nights = { minutes = 420.0, minutes_sd = 40.0, short_share = 0.3, \
                 points_per_hour = 6.0, written_share = 1.0 }";
    let recipe = still(60, lines);
    let life = life(&recipe, 1).unwrap();
    let mut n_short = 0;
    for (moment, night) in life.record.nights() {
        let day = moment.day(life.record.profile.day_start);
        let idx = usize::try_from(day.days_since(life.truth.first_day)).unwrap();
        let minutes = f64::from(night.minutes_asleep().unwrap().0);
        let expected = 40.0 + 6.0 * ((360.0 - minutes) / 60.0).max(0.0);
        assert!(
            (life.truth.by_day[idx] - expected).abs() < 1e-9,
            "day {idx}"
        );
        n_short += usize::from(minutes < 360.0);
    }
    assert!(n_short > 8, "{n_short}");
    assert_eq!(life.record.nights().count(), 60);
}

#[test]
fn company_eases_for_hours_and_flickers_follow_it() {
    let lines = r#"
flickers = { per_day = 2.0, halving_points = 15.0 }
[[contact]]
label = "Friend"
per_week = 4.0
points = -8.0
half_life_days = 0.1
flicker_factor = 4.0
"#;
    let recipe = still(2000, lines);
    let truth = truth(&recipe);
    let visits: Vec<f64> = truth
        .mechanisms
        .iter()
        .filter_map(|m| match m {
            Mechanism::Happening { at, .. } => Some(*at),
            _ => None,
        })
        .collect();
    let per_week = visits.len() as f64 / (2000.0 / 7.0);
    assert!((per_week - 4.0).abs() < 0.3, "{per_week}");
    let after = |flicker: &&f64| {
        visits
            .iter()
            .any(|v| (0.0..4.0 / 24.0).contains(&(*flicker - v)))
    };
    let n_after = truth.flickers.iter().filter(after).count() as f64;
    // Hours awake after a visit, of which there are at most 4.
    let hours = |v: &f64| (23.0 - 24.0 * v.fract()).clamp(0.0, 4.0);
    let hours_after: f64 = visits.iter().map(hours).sum();
    let rate_after = n_after / hours_after;
    let rate_else = (truth.flickers.len() as f64 - n_after) / (2000.0 * 15.0 - hours_after);
    let ratio = rate_after / rate_else;
    assert!((3.5..6.5).contains(&ratio), "{ratio}");
}

#[test]
fn flickers_are_rarer_when_numb() {
    let lines = "flickers = { per_day = 2.0, halving_points = 10.0 }";
    let at_level = |level: f64| {
        let mut recipe = still(1500, lines);
        recipe.level = level;
        truth(&recipe).flickers.len() as f64 / 1500.0
    };
    let (low, middle, high) = (at_level(40.0), at_level(50.0), at_level(60.0));
    // At most one a quarter of an hour costs the rate a little.
    assert!((middle - 2.0).abs() < 0.25, "{middle}");
    assert!((high / middle - 0.5).abs() < 0.06, "{}", high / middle);
    assert!((low / middle - 1.9).abs() < 0.2, "{}", low / middle);
}

#[test]
fn spells_come_back_at_the_length_and_distance_asked() {
    let lines = "threshold = 55.0\nspells = { gap_days = 20.0, length_days = 6.0, points = 30.0 }";
    let truth = truth(&still(4000, lines));
    let spells: Vec<(f64, f64)> = truth
        .mechanisms
        .iter()
        .filter_map(|m| match m {
            Mechanism::Spell { from, to, .. } => Some((*from, *to)),
            _ => None,
        })
        .collect();
    let lengths: Vec<f64> = spells.iter().map(|(from, to)| to - from).collect();
    let gaps: Vec<f64> = spells.windows(2).map(|w| w[1].0 - w[0].1).collect();
    assert!((mean(&lengths) - 6.0).abs() < 0.5, "{}", mean(&lengths));
    assert!((mean(&gaps) - 20.0).abs() < 3.5, "{}", mean(&gaps));
    let n_inside = spells.iter().filter(|(_, to)| *to < 3999.0).count();
    assert!(truth.days_over.len().abs_diff(n_inside) <= 1);
}

#[test]
fn a_trigger_acts_at_its_lag_with_its_size() {
    let lines = r#"
[[triggers]]
factor = "sleep"
lag_days = 1
points_per_sd = -3.0
[nights]
minutes = 420.0
minutes_sd = 40.0
written_share = 1.0
"#;
    let recipe = still(200, lines);
    let life = life(&recipe, 1).unwrap();
    let minutes: Vec<f64> = life
        .record
        .nights()
        .map(|(_, n)| f64::from(n.minutes_asleep().unwrap().0))
        .collect();
    let (center, spread) = (mean(&minutes), crate::sd(&minutes));
    for (day, minutes) in minutes.iter().enumerate().take(199) {
        let expected = 40.0 - 3.0 * (minutes - center) / spread;
        assert!((life.truth.by_day[day + 1] - expected).abs() < 1e-9);
    }
}

#[test]
fn the_hour_of_day_has_its_wave() {
    let lines = "time_of_day = { amplitude = 5.0, peak_hour = 20.0 }";
    let truth = truth(&still(5, lines));
    assert!((at(&truth, 2, 20.0) - 45.0).abs() < 1e-9);
    assert!((at(&truth, 2, 8.0) - 35.0).abs() < 1e-9);
}
