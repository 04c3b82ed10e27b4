//! A strategy on days drawn by lot: three steps, the day's lot on Today, its days, and all that can go wrong on the way.

use app::{App, ExperimentView, NewExperiment, OfferStep, TroubleKind};
use record::Experiment;

use crate::place::{Place, day, key, noise, with_days};

/// Walking, by its place in the list.
const WALK: &str = "2";

pub fn walk(weeks: u32) -> NewExperiment {
    NewExperiment {
        strategy: "walk".to_owned(),
        weeks,
        seed: Some(7),
        ..NewExperiment::default()
    }
}

pub fn kept(place: &Place) -> Experiment {
    place.record().experiments.into_iter().next().unwrap()
}

pub fn newest(app: &mut App) -> ExperimentView {
    app.experiments().unwrap().experiments.remove(0)
}

#[test]
fn ten_weeks_are_suggested_where_six_would_miss_it_and_the_choice_stays_free() {
    let (_place, mut app) = with_days();
    app.step_by_lot(WALK, "outcome", "check_in").unwrap();
    let OfferStep::Length { lines, lengths } = app.try_by_lot(WALK).unwrap().step else {
        panic!("how long is asked next");
    };
    let suggested: Vec<&String> = (lines.iter())
        .filter(|line| line.starts_with("10 weeks may serve you better"))
        .collect();
    assert_eq!(suggested.len(), 1, "{lines:?}");
    assert!(suggested[0].ends_with("The choice is yours."));
    assert!(lengths.iter().any(|length| length.weeks == 6));
}

#[test]
fn three_steps_lead_from_a_strategy_to_days_that_anybody_can_draw_again() {
    let (place, mut app) = with_days();
    let OfferStep::Outcome(outcomes) = app.try_by_lot(WALK).unwrap().step else {
        panic!("what to look at is asked first");
    };
    assert!(
        !app.step_by_lot(WALK, "outcome", &outcomes[0].value)
            .unwrap()
    );
    let OfferStep::Length { lengths, .. } = app.try_by_lot(WALK).unwrap().step else {
        panic!("how long is asked next");
    };
    let could: Vec<f64> = lengths.iter().map(|l| l.could_show.unwrap()).collect();
    assert!(
        could.windows(2).all(|two| two[0] > two[1]),
        "longer finds less: {could:?}"
    );
    assert!(
        could.iter().all(|points| (1.0..40.0).contains(points)),
        "{could:?}"
    );
    assert!(!app.step_by_lot(WALK, "weeks", "6").unwrap());
    let OfferStep::Lock { lines } = app.try_by_lot(WALK).unwrap().step else {
        panic!("it is looked over last");
    };
    assert!(
        lines.iter().any(|line| line.contains("3 Mar 2026")),
        "{lines:?}"
    );
    assert!(
        place.record().experiments.is_empty(),
        "nothing was drawn by looking"
    );
    assert!(app.step_by_lot(WALK, "lock", "").unwrap());
    let experiment = kept(&place);
    assert!(experiment.is_as_locked());
    let terms = &experiment.terms;
    assert_eq!(
        (terms.begins, terms.locked_on),
        (day("2026-03-03"), day("2026-03-02"))
    );
    assert_eq!((terms.days_per_period, terms.n_days()), (2, 40));
    assert_eq!(terms.assigned.iter().filter(|with| **with).count(), 10);
    let offer = finding::strategy_effect::Offer {
        days_per_period: 2,
        n_periods: 20,
        drawn: series::Trial::of(
            &experiment,
            &place.record(),
            &series::NumbnessSeries::new(
                &place.record(),
                &series::Outcome::CheckIn,
                day("2026-03-02"),
            )
            .unwrap(),
            day("2026-03-02"),
        )
        .unwrap()
        .drawn,
        p_smallest: 0.0,
    };
    let again = finding::strategy_effect::draw(&offer, terms.seed).unwrap();
    assert_eq!(again, terms.assigned, "whoever has the seed draws the same");
    // Sent again, it is refused in words, and the one that is locked stays.
    assert!(app.step_by_lot(WALK, "lock", "").is_err());
    assert_eq!(kept(&place), experiment);
}

#[test]
fn steps_out_of_order_and_nonsense_change_nothing() {
    let (place, mut app) = with_days();
    for (step, value) in [
        ("weeks", "6"),
        ("lock", ""),
        ("outcome", "nonsense"),
        ("outcome", "sertraline"),
        ("", ""),
    ] {
        let refused = app.step_by_lot(WALK, step, value).unwrap_err();
        assert_eq!(refused.kind, TroubleKind::Input, "{step} {value}");
    }
    app.step_by_lot(WALK, "outcome", "check_in").unwrap();
    for value in ["5", "-4", "4000000000", "six", ""] {
        assert!(app.step_by_lot(WALK, "weeks", value).is_err(), "{value}");
    }
    app.step_by_lot(WALK, "weeks", "4").unwrap();
    app.step_by_lot(WALK, "back", "").unwrap();
    let step = app.try_by_lot(WALK).unwrap().step;
    assert!(matches!(step, OfferStep::Length { .. }), "{step:?}");
    for strategy in ["sertraline", "99", "", "<b>"] {
        let new = NewExperiment {
            strategy: strategy.to_owned(),
            ..walk(6)
        };
        let refused = app.begin_experiment(&new).unwrap_err();
        assert!(
            refused.what.contains("medicines are not tried here"),
            "{refused}"
        );
        assert!(app.try_by_lot(strategy).is_err());
    }
    assert!(place.record().experiments.is_empty());
}

#[test]
fn what_is_for_the_moment_is_not_drawn() {
    let (_place, mut app) = with_days();
    let new = NewExperiment {
        strategy: "grounding".to_owned(),
        ..walk(6)
    };
    let refused = app.begin_experiment(&new).unwrap_err();
    assert!(refused.what.contains("moment"), "{refused}");
    let step = app.try_by_lot("grounding").unwrap().step;
    assert!(matches!(step, OfferStep::Refused(_)), "{step:?}");
}

#[test]
fn a_second_one_waits_until_the_first_is_over_or_stopped() {
    let (place, mut app) = with_days();
    app.begin_experiment(&walk(6)).unwrap();
    let breathing = NewExperiment {
        strategy: "breathing".to_owned(),
        ..walk(4)
    };
    let refused = app.begin_experiment(&breathing).unwrap_err();
    assert!(refused.what.contains("11 Apr 2026"), "{refused}");
    let refused = app.begin_quiet_days(&key(3)).unwrap_err();
    assert_eq!(refused.kind, TroubleKind::Input);
    assert!(app.experiments().unwrap().offers.is_empty());
    let first = newest(&mut app).key;
    app.stop_experiment(&first).unwrap();
    app.stop_experiment(&first).unwrap();
    let stopped = newest(&mut app);
    assert_eq!(stopped.state, "stopped");
    let words = stopped.lines.join(" ");
    assert!(words.contains("That is fine"), "{words}");
    assert!(!stopped.result.is_empty() && !stopped.can_stop);
    app.begin_experiment(&breathing).unwrap();
    assert_eq!(place.record().experiments.len(), 2);
}

#[test]
fn today_says_what_was_drawn_and_asks_once_in_the_evening() {
    let (place, mut app) = with_days();
    app.begin_experiment(&walk(4)).unwrap();
    let today = |app: &mut App| app.today().unwrap().experiment.unwrap();
    assert!(today(&mut app).line.contains("begins on Tue 3 Mar"));
    assert!(today(&mut app).ask.is_none());
    let terms = kept(&place).terms;
    for since in 0..6 {
        let at = terms.begins.plus_days(since);
        place.set(&format!("{at} 12:00:00"));
        let with = today(&mut app).line.contains("with “");
        assert_eq!(Some(with), terms.drawn_for(at), "{at}");
    }
    // The evening asks about the day, and a night after midnight still does.
    place.set("2026-03-03 17:00:00");
    let ask = today(&mut app).ask.unwrap();
    assert_eq!(ask.day, "2026-03-03");
    place.set("2026-03-04 01:30:00");
    assert_eq!(today(&mut app).ask.unwrap().day, "2026-03-03");
    app.tell_of_day(&ask.key, &ask.day, "no").unwrap();
    assert!(today(&mut app).ask.is_none(), "it asks once");
    // Who was not there in the evening is asked about yesterday.
    place.set("2026-03-05 09:00:00");
    let ask = today(&mut app).ask.unwrap();
    assert_eq!(ask.day, "2026-03-04");
    for (day, done) in [
        ("2026-03-06", "yes"),
        ("2026-03-02", "yes"),
        ("2027-01-01", "no"),
        ("yesterday", "no"),
        ("2026-03-04", "perhaps"),
    ] {
        assert!(
            app.tell_of_day(&ask.key, day, done).is_err(),
            "{day} {done}"
        );
    }
    assert!(app.tell_of_day(&key(9), "2026-03-04", "yes").is_err());
    assert_eq!(kept(&place).days.len(), 1);
    assert!(kept(&place).is_as_locked());
}

#[test]
fn changed_clocks_and_travel_leave_each_day_as_it_was_drawn() {
    let (place, mut app) = with_days();
    app.begin_experiment(&walk(6)).unwrap();
    let terms = kept(&place).terms;
    // Clocks go forward on 29 March; the days go on, one by one.
    let mut seen = Vec::new();
    for since in 0..40 {
        let at = terms.begins.plus_days(since);
        for clock in ["04:00:01", "23:59:59"] {
            place.set(&format!("{at} {clock}"));
            let line = app.today().unwrap().experiment.unwrap().line;
            seen.push((at, line.contains("with “")));
        }
    }
    assert!(
        seen.iter()
            .all(|(at, with)| Some(*with) == terms.drawn_for(*at))
    );
    // A flight to Auckland in the middle: there, the person's day is the day of that place.
    place.set("2026-03-20 18:00:00");
    let hand = place.seconds();
    let there = record::Zone::new("Pacific/Auckland").unwrap();
    let mut app = place.again_in(&there);
    let line = app.today().unwrap().experiment.unwrap().line;
    let local = record::Moment::from_unix_seconds(hand, &there).unwrap();
    let at = local.day(record::DayStart::default());
    assert_eq!(at, day("2026-03-21"));
    assert_eq!(Some(line.contains("with “")), terms.drawn_for(at), "{line}");
}

#[test]
fn a_strategy_that_was_written_down_by_itself_counts_and_is_not_asked_again() {
    let (place, mut app) = with_days();
    app.begin_experiment(&walk(4)).unwrap();
    place.set("2026-03-04 20:00:00");
    let form = app::FormPost {
        kind: app::FormKind::Evening,
        key: key(5),
        page: 0,
        answers: Vec::new(),
        step: app::FormStep::Next,
    };
    app.save_form(&form).unwrap();
    let ticked = app::FormPost {
        page: ticks_page(&mut app),
        answers: vec![("strategy".to_owned(), "walk".to_owned())],
        ..form
    };
    app.save_form(&ticked).unwrap();
    assert!(app.today().unwrap().experiment.unwrap().ask.is_none());
    let words = newest(&mut app).lines.join(" ");
    assert!(
        words.contains("of 1 days with") || words.contains("of 1 days without"),
        "{words}"
    );
}

/// The page of the evening on which strategies are ticked.
fn ticks_page(app: &mut App) -> usize {
    for page in 0..8 {
        let post = app::FormPost {
            kind: app::FormKind::Evening,
            key: key(5),
            page,
            answers: Vec::new(),
            step: app::FormStep::Next,
        };
        if let Ok(app::FormState::Ask(view)) = app.form_again(&post)
            && format!("{:?}", view.sections).contains("\"strategy\"")
        {
            return page;
        }
    }
    panic!("no page has strategies");
}

#[test]
fn quiet_days_are_drawn_after_consent_and_today_asks_nothing_on_them() {
    let (place, mut app) = with_days();
    assert!(!app.is_today_silent().unwrap());
    let view = app.quiet_days().unwrap();
    let form = view.begin_key.unwrap();
    assert!(
        place.record().experiments.is_empty(),
        "reading draws nothing"
    );
    app.begin_quiet_days(&form).unwrap();
    app.begin_quiet_days(&form).unwrap();
    assert!(app.begin_quiet_days(&key(6)).is_err());
    let terms = kept(&place).terms;
    assert_eq!((terms.n_days(), terms.begins), (60, day("2026-03-03")));
    let mut n_silent = 0;
    for since in 0..60 {
        let at = terms.begins.plus_days(since);
        place.set(&format!("{at} 18:00:00"));
        let is_silent = app.is_today_silent().unwrap();
        assert_eq!(Some(is_silent), terms.drawn_for(at));
        assert!(!(is_silent && since % 2 == 1), "the day after is asked on");
        n_silent += u32::from(is_silent);
        let today = app.today().unwrap();
        let rests = matches!(&today.check_in, app::CheckInView::Slower { line } if line.contains("quiet day"));
        assert_eq!(rests, is_silent, "{at}");
        assert_eq!(today.offers.is_empty(), is_silent, "{at}");
        if !is_silent {
            place.log(&mut app, &format!("{at} 18:30:00"), 50.0 + noise(at));
        }
    }
    assert_eq!(n_silent, 15);
    place.log(&mut app, "2026-05-03 12:00:00", 50.0);
    let view = app.quiet_days().unwrap();
    assert!(
        view.lines.join(" ").contains("can not be told apart"),
        "{:?}",
        view.lines
    );
    assert!(view.begin_key.is_none(), "it is asked once");
}

#[test]
fn quiet_days_can_be_stopped_and_begun_anew() {
    let (place, mut app) = with_days();
    app.begin_quiet_days(&key(6)).unwrap();
    assert!(app.quiet_days().unwrap().can_stop);
    app.stop_quiet_days().unwrap();
    app.stop_quiet_days().unwrap();
    let view = app.quiet_days().unwrap();
    assert!(view.begin_key.is_some() && !view.can_stop);
    place.set("2026-03-05 12:00:00");
    assert!(!app.is_today_silent().unwrap());
    app.begin_quiet_days(&key(7)).unwrap();
    assert_eq!(place.record().experiments.len(), 2);
    assert!(app.quiet_days().unwrap().can_stop);
}

#[test]
fn a_new_record_is_told_that_nothing_is_known_yet_and_waits_a_week() {
    let (place, mut app) = Place::begun();
    let lines = app.experiment_lengths(&walk(0)).unwrap().join("\n");
    assert!(lines.contains("too short to say"), "{lines}");
    app.begin_experiment(&walk(6)).unwrap();
    assert_eq!(kept(&place).terms.begins, day("2026-03-10"));
    assert!(
        app.today()
            .unwrap()
            .experiment
            .unwrap()
            .line
            .contains("Tue 10 Mar")
    );
}
