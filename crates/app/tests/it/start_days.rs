//! Things that stay once they have begun: a plan with start days drawn by lot, from the offer to its
//! result, and all that can go wrong on the way.

use app::{App, ExperimentView, ImportRequest, NewExperiment, OfferStep, TroubleKind};
use record::{Experiment, LocalDay};

use crate::place::{Place, day, noise, with_days};

/// Talking to somebody, by its place in the list.
const TALK: &str = "conversation";

fn plan(weeks: u32, others: &[&str]) -> NewExperiment {
    NewExperiment {
        strategy: TALK.to_owned(),
        others: others.iter().map(|id| (*id).to_owned()).collect(),
        weeks,
        seed: Some(11),
        ..NewExperiment::default()
    }
}

/// Of the plan, the first to begin first.
fn kept(place: &Place) -> Vec<Experiment> {
    let mut kept = place.record().experiments;
    kept.sort_by_key(|part| part.terms.start_day());
    kept
}

fn starts(place: &Place) -> Vec<LocalDay> {
    kept(place)
        .iter()
        .filter_map(|part| part.terms.start_day())
        .collect()
}

/// Lives through the plan and a day after it: `feels` is told how many things have begun.
fn live(place: &Place, app: &mut App, feels: impl Fn(usize, LocalDay) -> Option<f64>) {
    let (terms, starts) = (kept(place)[0].terms.clone(), starts(place));
    for since in 0..=i32::try_from(terms.n_days()).unwrap() {
        let at = terms.begins.plus_days(since);
        let n_begun = starts.iter().filter(|start| **start <= at).count();
        if let Some(value) = feels(n_begun, at) {
            place.log(app, &format!("{at} 12:00:00"), value);
        }
    }
}

fn newest(app: &mut App) -> ExperimentView {
    app.experiments().unwrap().experiments.remove(0)
}

fn line(app: &mut App) -> String {
    app.today().unwrap().experiment.unwrap().line
}

#[test]
fn three_steps_lead_to_start_days_that_anybody_can_draw_again() {
    let (place, mut app) = with_days();
    let number = app.try_by_lot(TALK).unwrap().number.to_string();
    let view = app.try_by_lot(&number).unwrap();
    let OfferStep::Outcome(outcomes) = view.step else {
        panic!("what to look at is asked first");
    };
    assert!(view.is_plan && view.others.iter().any(|(id, _)| id == "triggers"));
    app.try_together(&number, &["triggers".to_owned(), String::new()])
        .unwrap();
    assert!(
        !app.step_by_lot(&number, "outcome", &outcomes[0].value)
            .unwrap()
    );
    let OfferStep::Length { lengths, .. } = app.try_by_lot(&number).unwrap().step else {
        panic!("how long is asked next");
    };
    let weeks: Vec<u32> = lengths.iter().map(|length| length.weeks).collect();
    assert_eq!(weeks, [12, 16]);
    assert!(!app.step_by_lot(&number, "weeks", "12").unwrap());
    let OfferStep::Lock { lines } = app.try_by_lot(&number).unwrap().step else {
        panic!("it is looked over last");
    };
    assert!(
        lines.iter().any(|line| line.contains("84 days")),
        "{lines:?}"
    );
    assert!(
        place.record().experiments.is_empty(),
        "nothing was drawn by looking"
    );
    assert!(app.step_by_lot(&number, "lock", "").unwrap());
    let plan = kept(&place);
    assert_eq!(plan.len(), 2);
    assert!(plan.iter().all(Experiment::is_as_locked));
    assert!(plan[0].is_of_one_plan(&plan[1]));
    let starts = starts(&place);
    assert!(starts[1].days_since(starts[0]) >= 7, "{starts:?}");
    let terms = &plan[0].terms;
    assert!(terms.begins == day("2026-03-03") && terms.locked_on == day("2026-03-02"));
    assert!(
        terms.ends().days_since(starts[1]) >= 13,
        "two weeks are left after the last"
    );
    let record::DrawnFrom::StartDays(of) = terms.from else {
        panic!("a start day was drawn");
    };
    let offer = finding::strategy_effect::Offer {
        days_per_period: 1,
        n_periods: 84,
        drawn: series::Drawn::StartDays(of),
        p_smallest: 0.0,
    };
    let again = finding::strategy_effect::draw_starts(&offer, terms.seed).unwrap();
    assert_eq!(
        again,
        [&plan[0], &plan[1]].map(|part| part.terms.assigned.clone())
    );
    let view = newest(&mut app);
    assert!(view.heading.contains(", then "), "{}", view.heading);
    let fixed = format!("{:?}", view.locked);
    assert!(
        !fixed.contains("Began"),
        "no start day is told beforehand: {fixed}"
    );
    assert!(
        app.step_by_lot(&number, "lock", "").is_err(),
        "one at a time"
    );
    assert_eq!(place.record().experiments.len(), 2);
}

#[test]
fn today_tells_each_start_day_when_it_has_come_and_asks_one_thing_an_evening() {
    let (place, mut app) = with_days();
    app.begin_experiment(&plan(12, &["triggers"])).unwrap();
    assert!(line(&mut app).contains("begins on Tue 3 Mar"));
    let (terms, starts) = (kept(&place)[0].terms.clone(), starts(&place));
    for since in 0..84 {
        let at = terms.begins.plus_days(since);
        place.set(&format!("{at} 12:00:00"));
        let said = line(&mut app);
        let n_waits = starts.iter().filter(|start| **start > at).count();
        assert_eq!(
            said.matches("has not begun yet").count(),
            n_waits,
            "{at}: {said}"
        );
        assert_eq!(
            said.contains("From today on"),
            starts.contains(&at),
            "{at}: {said}"
        );
        place.set(&format!("{at} 19:00:00"));
        let ask = app.today().unwrap().experiment.unwrap().ask;
        assert_eq!(ask.is_some(), starts[0] <= at, "{at}");
    }
    let asked: std::collections::BTreeSet<String> = (70..74)
        .filter_map(|since| {
            place.set(&format!("{} 19:00:00", terms.begins.plus_days(since)));
            app.today().unwrap().experiment.unwrap().ask
        })
        .map(|ask| ask.key)
        .collect();
    assert_eq!(asked.len(), 2, "they take turns");
    // Who opens it after the start day is told since when.
    place.set(&format!("{} 09:00:00", starts[0].plus_days(3)));
    assert!(line(&mut app).contains("began on"), "{}", line(&mut app));
    let ask = app.today().unwrap().experiment.unwrap().ask.unwrap();
    app.tell_of_day(&ask.key, &ask.day, "no").unwrap();
    assert!(app.today().unwrap().experiment.unwrap().ask.is_none());
    assert!(kept(&place).iter().all(Experiment::is_as_locked));
}

#[test]
fn a_change_with_the_starts_is_found_though_days_were_missed() {
    let (place, mut app) = with_days();
    app.begin_experiment(&plan(12, &["triggers"])).unwrap();
    live(&place, &mut app, |n_begun, at| {
        let lift = [0.0, 14.0, 28.0][n_begun];
        (at.number() % 6 != 0).then(|| 40.0 + noise(at) + lift)
    });
    let view = newest(&mut app);
    assert_eq!(view.state, "over");
    assert!(
        view.result[0].contains("better than before"),
        "{:?}",
        view.result
    );
    let json: serde_json::Value =
        serde_json::from_str(&app.experiments_json(Some(1)).unwrap()).unwrap();
    let entry = &json["experiments"][0];
    assert_eq!(entry["result"]["verdict"], "claim", "{json}");
    assert!(entry["result"]["p_value"].as_f64() <= entry["result"]["alpha"].as_f64());
    assert_eq!(entry["with"][0]["strategy"], "triggers");
    let fixed = format!("{:?}", view.locked);
    assert_eq!(fixed.matches("Began").count(), 2, "{fixed}");
}

#[test]
fn without_a_change_it_could_not_tell() {
    let (place, mut app) = with_days();
    app.begin_experiment(&plan(12, &["triggers"])).unwrap();
    live(&place, &mut app, |_, at| Some(50.0 + noise(at)));
    let view = newest(&mut app);
    let words = view.result.join(" ");
    assert!(words.starts_with("It could not tell."), "{words}");
    assert!(words.contains("can not be told apart"), "{words}");
}

#[test]
fn a_thing_that_begins_alone_is_offered_only_where_it_could_decide() {
    let (place, mut app) = with_days();
    let lines = app.experiment_lengths(&plan(0, &[])).unwrap().join("\n");
    assert!(
        lines.contains("16 weeks") && !lines.contains("12 weeks"),
        "{lines}"
    );
    assert!(
        lines.contains("It could not tell"),
        "it is said beforehand: {lines}"
    );
    assert!(app.begin_experiment(&plan(12, &[])).is_err());
    app.begin_experiment(&plan(16, &[])).unwrap();
    assert_eq!(kept(&place).len(), 1);
}

#[test]
fn what_can_be_switched_off_does_not_begin_in_a_plan() {
    let (place, mut app) = with_days();
    let many = ["triggers", "problem_sheet", "decision_parking"];
    for others in [&["walk"][..], &["grounding"], &[TALK], &["nonsense"], &many] {
        let refused = app.begin_experiment(&plan(12, others)).unwrap_err();
        assert_eq!(refused.kind, TroubleKind::Input, "{others:?}");
    }
    let walk = NewExperiment {
        strategy: "walk".to_owned(),
        ..plan(6, &["triggers"])
    };
    assert!(app.begin_experiment(&walk).is_err());
    assert!(place.record().experiments.is_empty());
}

#[test]
fn stopping_stops_all_of_a_plan_and_nothing_is_read() {
    let (place, mut app) = with_days();
    app.begin_experiment(&plan(12, &["triggers", "problem_sheet"]))
        .unwrap();
    place.set("2026-03-20 10:00:00");
    let key = newest(&mut app).key;
    app.stop_experiment(&key).unwrap();
    assert!(
        kept(&place)
            .iter()
            .all(|part| part.stopped_on == Some(day("2026-03-20")))
    );
    place.log(&mut app, "2026-08-01 12:00:00", 50.0);
    let view = newest(&mut app);
    assert_eq!(view.state, "stopped");
    assert!(
        view.result[0].contains("which is fine"),
        "{:?}",
        view.result
    );
    assert!(!app.experiments().unwrap().offers.is_empty());
}

#[test]
fn a_plan_of_which_a_part_was_changed_or_lost_is_kept_and_not_read() {
    let (place, mut app) = with_days();
    app.begin_experiment(&plan(12, &["triggers"])).unwrap();
    live(&place, &mut app, |n_begun, at| {
        Some(40.0 + noise(at) + [0.0, 14.0, 28.0][n_begun])
    });
    app.lock();
    let whole = place.record();
    let mut edited = whole.clone();
    let terms = &mut edited.experiments[1].terms;
    terms.assigned.rotate_right(1);
    terms.assigned[0] = false;
    let mut lost = whole.clone();
    lost.experiments.truncate(1);
    for (record, state, words) in [
        (&edited, "changed", "was changed since"),
        (&lost, "over", "can not be read"),
        (&whole, "over", "better than before"),
    ] {
        let other = Place::new();
        other.set("2026-06-20 10:00:00");
        let file = other.data().with_file_name("plan.json");
        std::fs::write(&file, exchange::write_record(record)).unwrap();
        let mut app = other.app();
        app.begin(None).unwrap();
        let request = ImportRequest {
            file,
            ..ImportRequest::default()
        };
        app.import(&request).unwrap();
        let view = newest(&mut app);
        assert_eq!(view.state, state);
        assert!(
            view.result.join(" ").contains(words),
            "{words}: {:?}",
            view.result
        );
        assert_eq!(other.record().experiments.len(), record.experiments.len());
    }
}

#[test]
fn a_start_day_holds_when_clocks_change_and_in_another_zone() {
    let (place, mut app) = with_days();
    app.begin_experiment(&plan(12, &["triggers"])).unwrap();
    let starts = starts(&place);
    for clock in ["04:00:01", "23:59:59"] {
        place.set(&format!("{} {clock}", starts[0]));
        assert!(line(&mut app).contains("From today on"), "{clock}");
    }
    place.set(&format!("{} 03:00:00", starts[0]));
    assert!(
        !line(&mut app).contains("From today on"),
        "the night belongs to the day before"
    );
    let there = record::Zone::new("Pacific/Auckland").unwrap();
    place.set(&format!("{} 18:00:00", starts[0].plus_days(-1)));
    let mut app = place.again_in(&there);
    assert!(
        line(&mut app).contains("From today on"),
        "there it is the day already"
    );
}

#[test]
fn a_new_record_waits_for_two_weeks_of_answers_before_anything_begins() {
    let (place, mut app) = Place::begun();
    app.begin_experiment(&plan(16, &["triggers"])).unwrap();
    let terms = &kept(&place)[0].terms;
    let record::DrawnFrom::StartDays(of) = terms.from else {
        panic!("a start day was drawn");
    };
    assert_eq!(of.earliest, 14);
    assert!(starts(&place)[0].days_since(terms.begins) >= 14);
}
