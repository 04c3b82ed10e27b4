//! What may come before numbness: laid on the same axis, with nothing made up.

use record::{
    Activity, Assessment, Event, Fact, FactBody, FactKey, Form, InputDevice, Item, ItemId,
    ItemResponse, Label, LocalDay, Minutes, Moment, Occasion, Polarity, Practice, Profile, Record,
    Response, ResponseScale, Role, SleepNight, Source, Suspect, Window, Zone,
};
use series::{Candidate, CandidateKind, Outcome, Series};

fn item(id: &str, role: Role) -> Item {
    Item {
        id: ItemId::new(id).unwrap(),
        scale: ResponseScale::LINE_0_100,
        role,
        window: Window::Momentary,
    }
}

fn items() -> Vec<Item> {
    vec![
        item(
            "feeling_distance",
            Role::Outcome(Polarity::HigherIsMoreNumb),
        ),
        item("tension", Role::Candidate),
        item("world_apart", Role::Context),
    ]
}

fn at(clock: &str) -> Moment {
    Moment::from_wall_clock(clock, &Zone::utc()).unwrap()
}

fn check_in(values: &[(&str, f64)]) -> FactBody {
    let response = |(id, value): &(&str, f64)| {
        let item = items().into_iter().find(|i| i.id.as_str() == *id).unwrap();
        ItemResponse::new(&item, Response::Value(*value), InputDevice::Keyboard).unwrap()
    };
    let assessment = Assessment::new(values.iter().map(response).collect(), None).unwrap();
    FactBody::Occasion(Occasion::voluntary(assessment))
}

/// The same answers on another form.
fn on_form(form: Form, values: &[(&str, f64)]) -> FactBody {
    let FactBody::Occasion(occasion) = check_in(values) else {
        unreachable!("a check-in is an occasion");
    };
    FactBody::Occasion(Occasion { form, ..occasion })
}

#[test]
fn what_a_form_asks_comes_before_nothing_and_a_look_back_keeps_no_day() {
    let series = series(vec![
        (
            "2025-01-06 09:00:00",
            check_in(&[("feeling_distance", 60.0), ("tension", 30.0)]),
        ),
        (
            "2025-01-07 21:00:00",
            on_form(Form::Evening, &[("tension", 90.0)]),
        ),
        (
            "2025-01-08 21:00:00",
            on_form(Form::Weekly, &[("tension", 90.0)]),
        ),
        (
            "2025-01-09 21:00:00",
            on_form(Form::SelfCheck, &[("tension", 90.0)]),
        ),
        (
            "2025-01-10 21:00:00",
            on_form(Form::Safety, &[("tension", 90.0)]),
        ),
    ]);
    assert_eq!(values(&of(&series, CandidateKind::Item)), [30.0]);
    let days: Vec<String> = series.kept_days.iter().map(ToString::to_string).collect();
    assert_eq!(days, ["2025-01-06", "2025-01-07"]);
}

fn event(label: &str, clock: &str, is_sensitive: bool) -> FactBody {
    let label = Label::new(label).unwrap();
    FactBody::Event(Event::new(label, &at(clock), None, is_sensitive).unwrap())
}

fn series(facts: Vec<(&str, FactBody)>) -> Series {
    let fact = |(idx, (clock, body)): (usize, (&str, FactBody))| {
        let mut key = [0; 16];
        key[..8].copy_from_slice(&(idx as u64).to_le_bytes());
        Fact {
            key: FactKey::from_bytes(key),
            moment: at(clock),
            recorded_at: at(clock),
            source: Source::ByHand,
            body,
        }
    };
    let facts = facts.into_iter().enumerate().map(fact).collect();
    let mut profile = Profile::new(Zone::utc());
    let suspect = Suspect::new(
        Label::new("tension").unwrap(),
        LocalDay::parse("2025-01-08").unwrap(),
    );
    profile.name_suspect(suspect).unwrap();
    let record = Record::new(profile, items(), facts).unwrap();
    let until = LocalDay::parse("2025-02-01").unwrap();
    Series::new(&record, &Outcome::CheckIn, until).unwrap()
}

fn of(series: &Series, kind: CandidateKind) -> Candidate {
    let mut found = series.candidates.iter().filter(|c| c.subject.kind == kind);
    let one = found.next().unwrap().clone();
    assert_eq!(found.next(), None);
    one
}

fn values(candidate: &Candidate) -> Vec<f64> {
    candidate.by_day().iter().map(|(_, value)| *value).collect()
}

#[test]
fn own_unreality_items_and_the_outcome_are_no_candidates() {
    let series = series(vec![(
        "2025-01-06T10:00",
        check_in(&[
            ("feeling_distance", 40.0),
            ("tension", 20.0),
            ("world_apart", 70.0),
        ]),
    )]);
    assert_eq!(series.candidates.len(), 1);
    let tension = of(&series, CandidateKind::Item);
    assert_eq!(tension.subject.name, "tension");
    // What was seen on the day of the naming may be why it was named.
    let day = |text: &str| LocalDay::parse(text).unwrap();
    assert_eq!(tension.suspect_since(day("2025-01-08")), None);
    let since = tension.suspect_since(day("2025-01-09"));
    assert_eq!(since, Some(day("2025-01-09")));
}

#[test]
fn a_naming_counts_at_the_looks_between_its_days_and_no_other() {
    let day = |text: &str| LocalDay::parse(text).unwrap();
    let suspect = |named_on: &str| Suspect::new(Label::new("tension").unwrap(), day(named_on));
    let mut profile = Profile::new(Zone::utc());
    // On the first day there is nothing yet that could be why it was named.
    profile.name_suspect(suspect("2025-01-06")).unwrap();
    profile.drop_suspect("tension", day("2025-01-10"));
    profile.name_suspect(suspect("2025-01-20")).unwrap();
    let fact = |number: u8, clock: &str| Fact {
        key: FactKey::from_bytes([number; 16]),
        moment: at(clock),
        recorded_at: at(clock),
        source: Source::ByHand,
        body: check_in(&[("feeling_distance", 40.0), ("tension", 20.0)]),
    };
    let facts = vec![fact(1, "2025-01-06T10:00"), fact(2, "2025-01-30T10:00")];
    let record = Record::new(profile, items(), facts).unwrap();
    let whole = Series::new(&record, &Outcome::CheckIn, day("2025-02-01")).unwrap();
    let tension = of(&whole, CandidateKind::Item);
    let cases = [
        ("2025-01-06", Some("2025-01-06")),
        ("2025-01-10", Some("2025-01-06")),
        ("2025-01-11", None),
        ("2025-01-20", None),
        ("2025-01-21", Some("2025-01-21")),
        ("2025-02-01", Some("2025-01-21")),
    ];
    for (look, since) in cases {
        let at_look = tension.suspect_since(day(look));
        assert_eq!(at_look, since.map(day), "{look}");
        let seen = of(&whole.up_to(day(look)).unwrap(), CandidateKind::Item);
        assert_eq!(seen.suspect_since(day(look)), since.map(day), "{look}");
    }
    // What comes after a day changes nothing of what was seen on it.
    let seen = of(
        &whole.up_to(day("2025-01-10")).unwrap(),
        CandidateKind::Item,
    );
    assert_eq!((seen.named.len(), seen.named[0].until), (1, None));
}

#[test]
fn ratings_of_a_day_are_averaged_on_the_axis_of_numbness() {
    let series = series(vec![
        (
            "2025-01-06T10:00",
            check_in(&[("feeling_distance", 40.0), ("tension", 20.0)]),
        ),
        (
            "2025-01-06T20:00",
            check_in(&[("feeling_distance", 50.0), ("tension", 30.0)]),
        ),
        ("2025-01-08T10:00", check_in(&[("feeling_distance", 50.0)])),
    ]);
    let tension = of(&series, CandidateKind::Item);
    assert_eq!(values(&tension), [25.0]);
    for (point, occasion) in tension.points.iter().zip(&series.numbness.points) {
        assert!((point.time_days - occasion.time_days).abs() < 1e-12);
    }
}

#[test]
fn a_kept_day_without_an_event_says_no_and_an_empty_day_says_nothing() {
    let series = series(vec![
        ("2025-01-06T10:00", check_in(&[("feeling_distance", 40.0)])),
        (
            "2025-01-07T12:00",
            event("argument", "2025-01-07T12:00", false),
        ),
        (
            "2025-01-07T13:00",
            event("secret", "2025-01-07T13:00", true),
        ),
        ("2025-01-09T10:00", check_in(&[("feeling_distance", 45.0)])),
    ]);
    let argument = of(&series, CandidateKind::Event);
    assert_eq!(argument.subject.name, "argument");
    assert!(argument.is_yes_no);
    let days: Vec<String> = argument
        .by_day()
        .iter()
        .map(|(d, _)| d.to_string())
        .collect();
    assert_eq!(days, ["2025-01-06", "2025-01-07", "2025-01-09"]);
    assert_eq!(values(&argument), [0.0, 1.0, 0.0]);
    assert_eq!(series.events.len(), 1);
}

#[test]
fn minutes_add_up_over_a_day_and_a_practice_done_twice_is_done() {
    let walk = |minutes| {
        FactBody::Activity(Activity {
            label: None,
            minutes: Minutes(minutes),
            intensity: None,
        })
    };
    let practice = || FactBody::Practice(Practice::new(Label::new("breathing").unwrap(), None));
    let series = series(vec![
        ("2025-01-06T09:00", check_in(&[("feeling_distance", 40.0)])),
        ("2025-01-06T10:00", walk(20)),
        ("2025-01-06T11:00", practice()),
        ("2025-01-06T18:00", walk(15)),
        ("2025-01-06T19:00", practice()),
    ]);
    assert_eq!(values(&of(&series, CandidateKind::ActivityMinutes)), [35.0]);
    assert_eq!(values(&of(&series, CandidateKind::Practice)), [1.0]);
}

#[test]
fn a_night_counts_for_the_day_of_waking() {
    let night = SleepNight {
        asleep: Some(Minutes(400)),
        quality: Some(4),
        ..SleepNight::default()
    };
    let series = series(vec![
        ("2025-01-06T10:00", check_in(&[("feeling_distance", 40.0)])),
        ("2025-01-07T07:00", FactBody::SleepNight(night)),
        ("2025-01-07T10:00", check_in(&[("feeling_distance", 40.0)])),
    ]);
    let minutes = of(&series, CandidateKind::SleepMinutes).by_day();
    assert_eq!(minutes.len(), 1);
    assert_eq!(minutes[0].0.to_string(), "2025-01-07");
    assert_eq!(values(&of(&series, CandidateKind::SleepQuality)), [4.0]);
}

#[test]
fn what_came_after_a_day_is_not_seen_on_it() {
    let series = series(vec![
        (
            "2025-01-06T10:00",
            check_in(&[("feeling_distance", 40.0), ("tension", 1.0)]),
        ),
        (
            "2025-01-07T10:00",
            event("argument", "2025-01-07T10:00", false),
        ),
        (
            "2025-01-08T10:00",
            check_in(&[("feeling_distance", 40.0), ("tension", 2.0)]),
        ),
    ]);
    let seen = series
        .up_to(LocalDay::parse("2025-01-06").unwrap())
        .unwrap();
    assert_eq!(seen.numbness.points.len(), 1);
    assert_eq!(values(&of(&seen, CandidateKind::Item)), [1.0]);
    assert!(seen.events.is_empty());
    assert_eq!(series.up_to(LocalDay::parse("2025-01-05").unwrap()), None);
}
