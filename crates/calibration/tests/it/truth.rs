//! The quantities that answers are measured against equal a direct computation.

use calibration::population::{self, Cell, Effect};
use calibration::{life, people};

#[test]
fn day_means_are_the_means_of_the_waking_hours() {
    for (name, recipe) in people().unwrap() {
        let truth = life(&recipe, recipe.seed).unwrap().truth;
        assert_eq!(truth.by_day.len(), recipe.days as usize);
        for (day, found) in (0..recipe.days).zip(&truth.by_day) {
            let hours = (8..=23).map(f64::from);
            let sum: f64 = hours
                .map(|hour| truth.numbness_at(f64::from(day) + hour / 24.0))
                .sum();
            assert!((sum / 16.0 - found).abs() < 1e-6, "{name} day {day}");
        }
    }
}

#[test]
fn the_difference_of_now_is_last_week_less_the_four_weeks_before() {
    let life = population::life(&Cell::STANDARD.with(Effect::LastWeek(1.0)), 3, 1).unwrap();
    let days = &life.truth.by_day;
    for day in 34..90usize {
        let week: f64 = days[day - 6..=day].iter().sum::<f64>() / 7.0;
        let before: f64 = days[day - 34..day - 6].iter().sum::<f64>() / 28.0;
        let found = life.truth.now_difference(u32::try_from(day).unwrap());
        assert!((found.unwrap() - (week - before)).abs() < 1e-9);
    }
    assert_eq!(life.truth.now_difference(33), None);
    assert_eq!(life.truth.now_difference(90), None);
    assert_eq!(life.truth.mean_of_days(80, 90), None);
    assert_eq!(life.truth.mean_of_days(5, 4), None);
    assert_eq!(life.truth.mean_of_days(5, 5), Some(days[5]));
}

#[test]
fn every_occasion_has_its_truth_in_the_same_order() {
    for (name, recipe) in people().unwrap() {
        let life = life(&recipe, recipe.seed).unwrap();
        assert_eq!(life.record.occasions().count(), life.truth.occasions.len());
        for ((moment, _), truth) in life.record.occasions().zip(&life.truth.occasions) {
            assert_eq!(moment, &truth.moment, "{name}");
            assert!((truth.numbness - life.truth.numbness_at(truth.time_days)).abs() < 1e-12);
            let day = moment.day(life.record.profile.day_start);
            let nth = day.days_since(life.truth.first_day);
            assert_eq!(nth, i32::try_from(truth.day).unwrap(), "{name}");
        }
    }
}

#[test]
fn stretches_over_the_line_cover_exactly_the_days_over_it() {
    for (name, recipe) in people().unwrap() {
        let truth = life(&recipe, recipe.seed).unwrap().truth;
        let mut over = vec![false; recipe.days as usize];
        for stretch in &truth.days_over {
            for day in stretch.from_day..=stretch.to_day {
                over[day as usize] = true;
            }
        }
        let line = recipe.threshold.unwrap_or(f64::INFINITY);
        let expected: Vec<bool> = truth.by_day.iter().map(|m| *m >= line).collect();
        assert_eq!(over, expected, "{name}");
        let apart = |w: &[calibration::truth::DaysOver]| w[1].from_day > w[0].to_day + 1;
        assert!(truth.days_over.windows(2).all(apart), "{name}");
    }
}

#[test]
fn the_stories_are_true() {
    let truth = |wanted: &str| {
        let people = people().unwrap();
        let (_, recipe) = people.iter().find(|(name, _)| *name == wanted).unwrap();
        life(recipe, recipe.seed).unwrap().truth
    };
    let mean = |t: &calibration::Truth, from, to| t.mean_of_days(from, to).unwrap();
    let ilse = truth("ilse");
    assert!(mean(&ilse, 75, 107) > mean(&ilse, 0, 54) + 18.0);
    assert!(mean(&ilse, 130, 149) < mean(&ilse, 75, 107) - 8.0);
    let weeks_with_flickers = (0..21)
        .filter(|week| {
            let days = f64::from(week * 7)..f64::from(week * 7 + 7);
            ilse.flickers.iter().any(|at| days.contains(at))
        })
        .count();
    assert!(weeks_with_flickers >= 19, "{weeks_with_flickers}");
    let mara = truth("mara");
    assert!(mean(&mara, 41, 45) > mean(&mara, 0, 39) + 20.0);
    assert!((mean(&mara, 70, 89) - mean(&mara, 0, 39)).abs() < 6.0);
    let joren = truth("joren");
    assert!(mean(&joren, 90, 119) > mean(&joren, 0, 44) + 18.0);
    let bram = truth("bram");
    assert!(mean(&bram, 170, 199) > mean(&bram, 0, 29) + 15.0);
    assert!(truth("tessa").days_over.len() >= 6);
    let wout = truth("wout");
    assert!((mean(&wout, 46, 91) - mean(&wout, 0, 45)).abs() < 6.0);
}
