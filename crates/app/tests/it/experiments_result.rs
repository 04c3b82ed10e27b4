//! The result of a strategy on days drawn by lot: when it is read, what it says, and which experiment is not read at all.

use app::{App, ImportRequest};
use record::{Drawing, Experiment, LocalDay};

use crate::experiments::{kept, newest, walk};
use crate::place::{Place, day, noise, with_days};

/// Lives through the experiment and a day after it: `feels` is told whether the day is drawn.
fn live(place: &Place, app: &mut App, feels: impl Fn(bool, LocalDay) -> Option<f64>) {
    let terms = kept(place).terms;
    for since in 0..=i32::try_from(terms.n_days()).unwrap() {
        let at = terms.begins.plus_days(since);
        if let Some(value) = feels(terms.drawn_for(at) == Some(true), at) {
            place.log(app, &format!("{at} 12:00:00"), value);
        }
    }
}

#[test]
fn an_effect_is_found_though_days_were_missed_and_swapped() {
    let (place, mut app) = with_days();
    app.begin_experiment(&walk(10)).unwrap();
    live(&place, &mut app, |is_with, at| {
        // Every seventh day is missed; every ninth is lived the other way round.
        let is_done = is_with != (at.number() % 9 == 0);
        let lift = if is_done { 25.0 } else { 0.0 };
        (at.number() % 7 != 0).then(|| 45.0 + noise(at) + lift)
    });
    let view = newest(&mut app);
    assert_eq!(view.state, "over");
    assert!(view.result[0].contains("more feeling"), "{:?}", view.result);
    assert!(
        view.result[0].contains("Move a little"),
        "{:?}",
        view.result
    );
    let json: serde_json::Value =
        serde_json::from_str(&app.experiments_json(Some(1)).unwrap()).unwrap();
    let result = &json["experiments"][0]["result"];
    assert_eq!(result["verdict"], "claim", "{json}");
    assert!(result["p_value"].as_f64().unwrap() <= result["alpha"].as_f64().unwrap());
    assert_eq!(json["experiments"][0]["is_as_locked"], true);
}

#[test]
fn without_an_effect_it_says_that_it_could_not_tell_and_what_it_could_have_shown() {
    let (place, mut app) = with_days();
    app.begin_experiment(&walk(6)).unwrap();
    live(&place, &mut app, |_, at| Some(50.0 + noise(at)));
    let view = newest(&mut app);
    let words = view.result.join(" ");
    assert!(words.starts_with("It could not tell."), "{words}");
    assert!(words.contains("four of five cases"), "{words}");
    let offers = app.experiments().unwrap().offers;
    assert!(!offers.is_empty(), "the next one can begin");
}

#[test]
fn nothing_is_read_before_the_end_and_silence_is_no_result() {
    let (place, mut app) = with_days();
    app.begin_experiment(&walk(4)).unwrap();
    live(&place, &mut app, |_, at| {
        (at < day("2026-03-10")).then_some(60.0)
    });
    place.set("2026-03-20 12:00:00");
    assert!(newest(&mut app).result.is_empty());
    assert_eq!(newest(&mut app).state, "under_way");
    place.set("2026-05-20 12:00:00");
    let over = newest(&mut app);
    assert_eq!(over.state, "over");
    assert!(
        over.result[0].contains("once there is a check-in"),
        "{:?}",
        over.result
    );
    place.log(&mut app, "2026-05-21 12:00:00", 50.0);
    let over = newest(&mut app);
    assert!(over.result.join(" ").contains("days"), "{:?}", over.result);
    assert!(
        !over.result.join(" ").contains("more feeling"),
        "{:?}",
        over.result
    );
}

#[test]
fn one_that_was_changed_by_hand_is_kept_named_and_not_read() {
    let (place, mut app) = with_days();
    app.begin_experiment(&walk(4)).unwrap();
    live(&place, &mut app, |is_with, at| {
        Some(45.0 + noise(at) + if is_with { 30.0 } else { 0.0 })
    });
    app.lock();
    let text = exchange::write_record(&place.record());
    let begins = kept(&place).terms.begins.to_string();
    let edited = text.replace(
        &format!("\"begins\":\"{begins}\""),
        "\"begins\":\"2026-03-04\"",
    );
    assert_ne!(text, edited);
    let other = Place::new();
    other.set("2026-06-01 10:00:00");
    let file = other.data().with_file_name("edited.json");
    std::fs::write(&file, edited).unwrap();
    let mut app = other.app();
    app.begin(None).unwrap();
    let report = app
        .import(&ImportRequest {
            file,
            ..ImportRequest::default()
        })
        .unwrap();
    let said = report.lines.join(" ");
    assert!(said.contains("was changed after it was locked"), "{said}");
    let view = newest(&mut app);
    assert_eq!(view.state, "changed");
    assert!(
        view.result[0].contains("nothing is read"),
        "{:?}",
        view.result
    );
    let doctor = app.doctor().unwrap();
    let is_named = |line: &app::CheckLine| {
        line.state == app::CheckState::Bad && line.words.contains("not as it was locked")
    };
    assert!(doctor.iter().any(is_named), "{doctor:?}");
    assert_eq!(other.record().facts().len(), place.record().facts().len());
    // Whole, it comes in whole.
    let mut first = place.again();
    assert_eq!(newest(&mut first).state, "over");
    assert!(newest(&mut first).result[0].contains("more feeling"));
}

#[test]
fn two_of_one_time_from_a_file_are_read_each_by_its_own_lot_and_said_to_be_two() {
    let (place, mut app) = with_days();
    app.begin_experiment(&walk(6)).unwrap();
    live(&place, &mut app, |_, at| Some(50.0 + noise(at)));
    app.lock();
    let mut record = place.record();
    let mut terms = record.experiments[0].terms.clone();
    terms.drawing = Drawing::Strategy(record::Label::new("breathing").unwrap());
    terms.seed = 8;
    let second = Experiment::lock(record::FactKey::from_bytes([4; 16]), terms).unwrap();
    record.experiments.push(second);
    let other = Place::new();
    other.set("2026-06-01 10:00:00");
    let file = other.data().with_file_name("two.json");
    std::fs::write(&file, exchange::write_record(&record)).unwrap();
    let mut app = other.app();
    app.begin(None).unwrap();
    let request = ImportRequest {
        file,
        ..ImportRequest::default()
    };
    app.import(&request).unwrap();
    let views = app.experiments().unwrap().experiments;
    assert_eq!(views.len(), 2);
    for view in views {
        assert!(
            view.lines.join(" ").contains("They are two"),
            "{:?}",
            view.lines
        );
        assert!(!view.result.is_empty());
    }
}
