//! Settling-in, fatigue, gaps that tell of the state, sticky answers, doubles, late entries.

use calibration::{Life, life};
use record::{ItemId, SamplingPlan};

use crate::{mean, moving, still};

fn numbness(life: &Life) -> Vec<(f64, f64)> {
    let (strength, distance) = (
        ItemId::new("feeling_strength").unwrap(),
        ItemId::new("feeling_distance").unwrap(),
    );
    life.record
        .occasions()
        .zip(&life.truth.occasions)
        .filter_map(|((_, o), truth)| {
            let a = o.assessment()?;
            let value = (100.0 - a.value(&strength)? + a.value(&distance)?) / 2.0;
            Some((truth.time_days, value))
        })
        .collect()
}

#[test]
fn first_answers_run_higher_and_settle() {
    let lines = "[diary]\nsettling_in = { points = 16.0, half_life_days = 2.0 }";
    let recipe = still(30, lines);
    let (mut first, mut later) = (Vec::new(), Vec::new());
    for seed in 0..60 {
        for (at, value) in numbness(&life(&recipe, seed).unwrap()) {
            if (2.0..3.0).contains(&at) {
                first.push(value - 16.0 * (-at / 2.0).exp2());
            } else if at > 20.0 {
                later.push(value);
            }
        }
    }
    assert!((mean(&first) - 40.0).abs() < 1.2, "{}", mean(&first));
    assert!((mean(&later) - 40.0).abs() < 0.3, "{}", mean(&later));
}

#[test]
fn compliance_falls_with_the_days_as_asked() {
    let lines = "[diary]\ncompliance = { answered = 0.9, fatigue_per_100_days = 1.0 }";
    let mut recipe = still(300, lines);
    recipe.level = 50.0;
    let mut answered = [0.0; 3];
    for seed in 0..40 {
        for (at, _) in numbness(&life(&recipe, seed).unwrap()) {
            answered[(at / 100.0) as usize] += 1.0 / (40.0 * 300.0);
        }
    }
    for (part, found) in answered.iter().enumerate() {
        let middle = part as f64 + 0.5;
        let expected = 1.0 / (1.0 + (middle - (0.9f64 / 0.1).ln()).exp());
        assert!(
            (found - expected).abs() < 0.02,
            "{part}: {found} {expected}"
        );
    }
}

#[test]
fn gaps_tell_of_the_state_only_where_asked() {
    let gap = |lines: &str| {
        let (mut answered, mut missed) = (Vec::new(), Vec::new());
        for seed in 0..30 {
            let life = life(&moving(200, 0.6, lines), seed).unwrap();
            for ((_, o), truth) in life.record.occasions().zip(&life.truth.occasions) {
                match o.assessment() {
                    Some(_) => answered.push(truth.numbness),
                    None => missed.push(truth.numbness),
                }
            }
        }
        mean(&missed) - mean(&answered)
    };
    let told = gap("[diary]\ncompliance = { answered = 0.7, per_10_points = 0.5 }");
    let untold = gap("[diary]\ncompliance = { answered = 0.7 }");
    assert!(told > 3.0, "{told}");
    assert!(untold.abs() < 0.8, "{untold}");
}

#[test]
fn sticky_answers_repeat_the_last_one() {
    let repeats = |share: f64| {
        let lines = format!("[diary]\nstyle = {{ sticky_share = {share} }}");
        let life = life(&moving(1000, 0.5, &lines), 2).unwrap();
        let id = ItemId::new("feeling_distance").unwrap();
        let values: Vec<f64> = life
            .record
            .occasions()
            .filter_map(|(_, o)| o.assessment()?.value(&id))
            .collect();
        let same = values.windows(2).filter(|w| w[0] == w[1]).count();
        same as f64 / (values.len() - 1) as f64
    };
    let chance = repeats(0.0);
    let sticky = repeats(0.3);
    assert!(chance < 0.06, "{chance}");
    assert!((sticky - (0.3 + 0.7 * chance)).abs() < 0.04, "{sticky}");
}

#[test]
fn doubles_stand_twice_and_half_of_them_word_for_word() {
    let lines = "[diary]\nslips = { double_share = 0.1 }";
    let life = life(&moving(1000, 0.5, lines), 2).unwrap();
    let occasions: Vec<_> = life.record.occasions().collect();
    let n_extra = occasions.len() as f64 - 3000.0;
    assert!((n_extra / 3000.0 - 0.1).abs() < 0.02, "{n_extra}");
    let same = occasions.windows(2).filter(|w| w[0] == w[1]).count() as f64;
    assert!((same / n_extra - 0.5).abs() < 0.1, "{same}");
    let voluntary = |o: &record::Occasion| o.plan == SamplingPlan::Voluntary;
    let anew = occasions.iter().filter(|(_, o)| voluntary(o)).count() as f64;
    assert_eq!(same + anew, n_extra);
    for pair in occasions.windows(2).filter(|w| voluntary(w[1].1)) {
        let seconds = pair[1].0.unix_seconds() - pair[0].0.unix_seconds();
        assert!((60..420).contains(&seconds), "{seconds}");
    }
}

#[test]
fn what_is_told_from_memory_says_so_and_was_written_later() {
    let lines = "[diary]\ncompliance = { answered = 0.5 }\nslips = { late_share = 0.4 }";
    let life = life(&moving(400, 0.5, lines), 2).unwrap();
    let mut n_recalled = 0;
    for fact in life.record.facts() {
        if let record::FactBody::Occasion(o) = &fact.body
            && o.plan == SamplingPlan::Recall
        {
            n_recalled += 1;
            assert!(o.assessment().is_some() && o.beep.is_none());
            let hours = (fact.recorded_at.unix_seconds() - fact.moment.unix_seconds()) / 3600;
            assert!((0..28).contains(&hours), "{hours}");
        }
    }
    // 400 days x 3 x half missed x 0.4.
    assert!((200..280).contains(&n_recalled), "{n_recalled}");
}

#[test]
fn unprompted_people_have_no_missed_occasions() {
    let lines = "[diary]\nis_prompted = false\ncompliance = { answered = 0.5 }";
    let life = life(&moving(60, 0.5, lines), 2).unwrap();
    assert!(
        life.record
            .occasions()
            .all(|(_, o)| o.assessment().is_some())
    );
    assert!(life.record.occasions().all(|(_, o)| o.beep.is_none()));
}

#[test]
fn one_to_five_check_ins_fall_in_their_windows() {
    for check_ins in 1..=5u32 {
        let lines = format!("[diary]\ncheck_ins = {check_ins}");
        let life = life(&still(50, &lines), 4).unwrap();
        let window = 13.0 / f64::from(check_ins);
        assert_eq!(life.truth.occasions.len(), 50 * check_ins as usize);
        for (nth, truth) in (0u32..).zip(&life.truth.occasions) {
            let hour = 24.0 * truth.time_days.fract();
            let from = 9.0 + window * f64::from(nth % check_ins);
            assert!(hour >= from && hour < from + window, "{hour} {from}");
        }
    }
}
