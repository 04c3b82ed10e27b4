//! Experiments on something else than numbness, and what stands above any experiment: danger, and the
//! freedom to stop.

use app::{App, CheckInView, LogRequest, NewExperiment, OfferStep};
use record::{Experiment, Form, LocalDay};

use crate::advice::tell;
use crate::place::{Place, key};

/// Walking, by its place in the list.
const WALK: &str = "2";

fn day(text: &str) -> LocalDay {
    LocalDay::parse(text).unwrap()
}

/// A number of -10 to 10 that depends on the day alone.
fn noise(day: LocalDay) -> f64 {
    let mixed = u64::from(day.number().unsigned_abs()).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    f64::from(u32::try_from(mixed >> 44 & 0xff).unwrap()) / 255.0 * 20.0 - 10.0
}

/// A check-in at noon: how much feeling, and the other two as worse is higher.
fn write(place: &Place, app: &mut App, at: LocalDay, (feels, other): (f64, f64)) {
    place.set(&format!("{at} 12:00:00"));
    let item = |name: &str| (name.to_owned(), other);
    let request = LogRequest {
        value: Some(feels),
        items: vec![item("tension"), item("world_apart")],
        note: None,
    };
    app.log(&request).unwrap();
}

/// Sixty days with all three answers; then it is the morning of 2 March 2026.
fn with_days() -> (Place, App) {
    let (place, mut app) = Place::begun();
    for back in (1..=60).rev() {
        let at = day("2026-03-02").plus_days(-back);
        write(&place, &mut app, at, (50.0 + noise(at), 60.0 - noise(at)));
    }
    place.set("2026-03-02 10:00:00");
    (place, app)
}

fn kept(place: &Place) -> Experiment {
    place.record().experiments.into_iter().next().unwrap()
}

/// Goes through the pages with walking and an outcome, locks it, and lives through it and a day more: the outcome falls
/// by `fall` on drawn days, and numbness stays as it is.
fn tried(outcome: &str, fall: f64) -> (Place, App) {
    let (place, mut app) = with_days();
    let OfferStep::Outcome(outcomes) = app.try_by_lot(WALK).unwrap().step else {
        panic!("what to look at is asked first");
    };
    let values: Vec<&str> = outcomes.iter().map(|one| one.value.as_str()).collect();
    assert_eq!(values, ["check_in", "world_apart", "tension"]);
    for (step, value) in [("outcome", outcome), ("weeks", "10")] {
        app.step_by_lot(WALK, step, value).unwrap();
    }
    let step = app.try_by_lot(WALK).unwrap().step;
    assert!(matches!(step, OfferStep::Lock { .. }), "{step:?}");
    // Locked with a seed that is known, so that every run lives the same days.
    let new = NewExperiment {
        strategy: "walk".to_owned(),
        others: Vec::new(),
        outcome: Some(outcome.to_owned()),
        weeks: 10,
        seed: Some(7),
    };
    app.begin_experiment(&new).unwrap();
    let terms = kept(&place).terms;
    assert_eq!(terms.outcome.as_str(), outcome);
    for since in 0..=i32::try_from(terms.n_days()).unwrap() {
        let at = terms.begins.plus_days(since);
        let is_drawn = terms.drawn_for(at) == Some(true);
        let other = 60.0 - noise(at) - if is_drawn { fall } else { 0.0 };
        write(&place, &mut app, at, (50.0 + noise(at), other));
    }
    (place, app)
}

fn result_of(app: &mut App) -> (serde_json::Value, String) {
    let view = app.experiments().unwrap().experiments.remove(0);
    assert_eq!(view.state, "over");
    let text = app.experiments_json(Some(1)).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    (json["experiments"][0].clone(), view.result.join(" "))
}

#[test]
fn an_effect_on_tension_or_on_how_real_things_seem_is_found_there_and_named_as_that() {
    for (outcome, words) in [
        ("tension", "How tense you are"),
        ("world_apart", "How unreal the world seems"),
    ] {
        let (_place, mut app) = tried(outcome, 30.0);
        let (entry, said) = result_of(&mut app);
        assert_eq!(entry["outcome"], outcome);
        let result = &entry["result"];
        assert_eq!(result["verdict"], "claim", "{outcome}: {entry}");
        // Less of it. What was put in ends with the day, and the answer lets it act on for some time:
        // so the full effect that it speaks of is somewhat more than the 30 points between days.
        let estimate = result["estimate"].as_f64().unwrap();
        assert!((-45.0..=-25.0).contains(&estimate), "{result}");
        assert!(result["high"].as_f64().unwrap() < 0.0, "{result}");
        assert!(said.contains(words) && said.contains("lower"), "{said}");
        assert!(
            !said.contains("numbness") && !said.contains("feeling"),
            "{said}"
        );
    }
}

#[test]
fn without_an_effect_on_tension_it_could_not_tell() {
    let (_place, mut app) = tried("tension", 0.0);
    let (entry, said) = result_of(&mut app);
    assert_eq!(entry["result"]["verdict"], "withheld", "{entry}");
    assert!(said.contains("could not tell"), "{said}");
}

#[test]
fn a_drawn_strategy_steps_back_where_reality_does_not_hold_and_can_be_stopped_without_blame() {
    let (place, mut app) = with_days();
    let new = NewExperiment {
        strategy: "walk".to_owned(),
        weeks: 6,
        seed: Some(7),
        ..NewExperiment::default()
    };
    app.begin_experiment(&new).unwrap();
    let terms = kept(&place).terms;
    let drawn = (0..40).map(|since| terms.begins.plus_days(since));
    let drawn = { drawn }
        .find(|at| terms.drawn_for(*at) == Some(true))
        .unwrap();
    place.set(&format!("{drawn} 18:00:00"));
    let shown = app.today().unwrap().experiment.unwrap();
    assert!(shown.line.contains("with “") && shown.ask.is_some());
    app.lock();
    let answers = [("as_if".to_owned(), 3.0), ("watched_idea".to_owned(), 0.0)];
    tell(&place, Form::Weekly, &answers.into());
    let mut app = place.again();
    let today = app.today().unwrap();
    assert!(today.advice.unwrap().is_urgent);
    let shown = today.experiment.unwrap();
    assert!(
        shown.line.contains("put away") && shown.ask.is_none(),
        "{}",
        shown.line
    );
    let number = app.experiment_key(1).unwrap();
    app.stop_experiment(&number).unwrap();
    let stopped = app.experiments().unwrap().experiments.remove(0);
    assert!(
        stopped.lines.join(" ").contains("That is fine"),
        "{:?}",
        stopped.lines
    );
}

#[test]
fn danger_speaks_on_a_quiet_day_and_a_person_can_still_write() {
    let (place, mut app) = with_days();
    app.begin_quiet_days(&key(6)).unwrap();
    let terms = kept(&place).terms;
    let days = (0..60).map(|since| terms.begins.plus_days(since));
    let quiet = { days }
        .find(|at| terms.drawn_for(*at) == Some(true))
        .unwrap();
    place.set(&format!("{quiet} 12:00:00"));
    let today = app.today().unwrap();
    assert!(app.is_today_silent().unwrap());
    assert!(today.advice.is_none_or(|advice| !advice.is_urgent));
    assert!(matches!(today.check_in, CheckInView::Slower { .. }));
    app.lock();
    let answers = [
        ("safety_thoughts".to_owned(), 2.0),
        ("safety_next".to_owned(), 1.0),
    ];
    tell(&place, Form::Safety, &answers.into());
    let mut app = place.again();
    let today = app.today().unwrap();
    assert!(app.is_today_silent().unwrap());
    assert!(today.advice.unwrap().is_now && today.stands_alone);
    let n = place.record().facts().len();
    write(&place, &mut app, quiet, (20.0, 80.0));
    app.note(&key(3), "a heavy day", None).unwrap();
    assert_eq!(place.record().facts().len(), n + 2);
}
