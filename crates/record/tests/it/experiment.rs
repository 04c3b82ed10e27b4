//! Experiments: what is fixed stays fixed, and what can not have been drawn is refused.

use record::{
    Drawing, DrawnFrom, Experiment, ExperimentDay, ExperimentError, FactKey, ItemId, Label,
    LocalDay, Polarity, StartDays, Terms,
};

fn day(text: &str) -> LocalDay {
    LocalDay::parse(text).unwrap()
}

fn terms() -> Terms {
    Terms {
        drawing: Drawing::Strategy(Label::new("walk").unwrap()),
        outcome: ItemId::new("check_in").unwrap(),
        polarity: Polarity::HigherIsMoreNumb,
        begins: day("2026-03-02"),
        days_per_period: 2,
        from: DrawnFrom::Restricted {
            run_max: 2,
            switches_min: 1,
        },
        assigned: vec![true, false, false, true],
        carry_over_days: 2,
        seed: 7,
        locked_on: day("2026-03-01"),
    }
}

fn locked() -> Experiment {
    Experiment::lock(FactKey::from_bytes([1; 16]), terms()).unwrap()
}

/// `printf` of the text in `docs/formats/record.md`, through `sha256sum`.
#[test]
fn the_seal_can_be_made_again_by_anybody() {
    let hex: String = terms().seal().iter().map(|b| format!("{b:02x}")).collect();
    assert_eq!(hex, SEAL);
}
const SEAL: &str = "64a8d2442eb01775b0e1304e0ab39d62161779c3e1cfb605a27161c119aab8ee";

fn start() -> Terms {
    Terms {
        days_per_period: 1,
        from: DrawnFrom::StartDays(StartDays {
            earliest: 0,
            latest: 2,
            n_started: 2,
            place: 1,
            gap_days: 7,
        }),
        assigned: vec![false, false, true, true],
        ..terms()
    }
}

/// As above, with the line of a start day.
#[test]
fn a_start_day_has_its_seal_and_any_change_of_its_window_breaks_it() {
    let hex: String = start().seal().iter().map(|b| format!("{b:02x}")).collect();
    assert_eq!(hex, SEAL_OF_START);
    let DrawnFrom::StartDays(of) = start().from else {
        panic!("it was drawn so");
    };
    let windows = [
        StartDays { earliest: 1, ..of },
        StartDays { latest: 3, ..of },
        StartDays { n_started: 1, ..of },
        StartDays { place: 0, ..of },
        StartDays { gap_days: 6, ..of },
    ];
    for window in windows {
        let other = Terms {
            from: DrawnFrom::StartDays(window),
            ..start()
        };
        assert_ne!(other.seal(), start().seal(), "{window:?}");
    }
}
const SEAL_OF_START: &str = "6c29bc2e733bd57c5c9474a8ce65967b58d20990817952100535d4ccfb06d5a5";

#[test]
fn the_start_day_is_the_first_day_with_and_a_plan_is_known_by_its_draw() {
    assert_eq!(start().start_day(), Some(day("2026-03-04")));
    assert_eq!(terms().start_day(), None, "days were drawn, and no start");
    let lock = |terms| Experiment::lock(FactKey::from_bytes([1; 16]), terms).unwrap();
    let own = lock(start());
    assert!(own.is_of_one_plan(&lock(start())));
    let other = Terms { seed: 8, ..start() };
    assert!(!own.is_of_one_plan(&lock(other)));
    assert!(!lock(terms()).is_of_one_plan(&lock(terms())));
}

#[test]
fn each_change_of_what_was_fixed_breaks_the_seal() {
    let changes: [fn(&mut Terms); 10] = [
        |t| t.drawing = Drawing::Silence,
        |t| t.outcome = ItemId::new("tension").unwrap(),
        |t| t.polarity = Polarity::HigherIsMoreFeeling,
        |t| t.begins = t.begins.plus_days(1),
        |t| t.days_per_period = 1,
        |t| t.from = DrawnFrom::Pairs,
        |t| t.assigned.swap(0, 1),
        |t| t.carry_over_days = 0,
        |t| t.seed = 8,
        |t| t.locked_on = t.locked_on.plus_days(-1),
    ];
    assert!(locked().is_as_locked());
    for change in changes {
        let mut edited = locked();
        change(&mut edited.terms);
        let edited = edited.checked().unwrap();
        assert!(!edited.is_as_locked(), "{edited:?}");
    }
}

#[test]
fn a_name_can_not_pass_for_another_field() {
    let mut one = terms();
    one.drawing = Drawing::Strategy(Label::new("a\noutcome x more_numb").unwrap());
    let mut other = terms();
    other.drawing = Drawing::Strategy(Label::new("a").unwrap());
    other.outcome = ItemId::new("x").unwrap();
    assert_ne!(one.seal(), other.seal());
}

#[test]
fn days_fall_into_what_was_drawn() {
    let terms = terms();
    assert_eq!((terms.n_days(), terms.ends()), (8, day("2026-03-09")));
    let drawn = |text| terms.drawn_for(day(text));
    assert_eq!((drawn("2026-03-01"), drawn("2026-03-10")), (None, None));
    assert_eq!(
        (drawn("2026-03-02"), drawn("2026-03-03")),
        (Some(true), Some(true))
    );
    assert_eq!(
        (drawn("2026-03-04"), drawn("2026-03-09")),
        (Some(false), Some(true))
    );
    let silent = Terms {
        drawing: Drawing::Silence,
        ..terms
    };
    let drawn = |text| silent.drawn_for(day(text));
    assert_eq!(
        (drawn("2026-03-02"), drawn("2026-03-03")),
        (Some(true), Some(false))
    );
}

#[test]
fn what_can_not_have_been_drawn_is_refused() {
    let refused = |change: fn(&mut Terms)| {
        let mut changed = terms();
        change(&mut changed);
        Experiment::lock(FactKey::from_bytes([1; 16]), changed).unwrap_err()
    };
    assert_eq!(refused(|t| t.assigned.clear()), ExperimentError::Periods);
    assert_eq!(
        refused(|t| t.assigned = vec![true; 401]),
        ExperimentError::Periods
    );
    assert_eq!(
        refused(|t| t.days_per_period = 0),
        ExperimentError::PeriodDays
    );
    assert_eq!(
        refused(|t| t.days_per_period = u32::MAX),
        ExperimentError::PeriodDays
    );
    assert_eq!(
        refused(|t| t.carry_over_days = 61),
        ExperimentError::CarryOver
    );
    assert_eq!(
        refused(|t| t.begins = t.locked_on.plus_days(-1)),
        ExperimentError::Days
    );
    let told = |text| ExperimentDay {
        day: day(text),
        is_done: true,
    };
    let with = |days| Experiment { days, ..locked() }.checked();
    assert_eq!(with(vec![told("2026-03-10")]), Err(ExperimentError::Day));
    assert_eq!(
        with(vec![told("2026-03-03"), told("2026-03-03")]),
        Err(ExperimentError::Day)
    );
    let ordered = with(vec![told("2026-03-05"), told("2026-03-02")]).unwrap();
    assert_eq!(ordered.days[0].day, day("2026-03-02"));
    let stopped = Experiment {
        stopped_on: Some(day("2026-02-01")),
        ..locked()
    };
    assert_eq!(stopped.checked(), Err(ExperimentError::Days));
}
