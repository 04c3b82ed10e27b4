//! Experiments in a record file: read back the same, kept when changed by hand, refused when they
//! can not be.

use exchange::{read_record, write_record};
use record::{
    Drawing, DrawnFrom, Experiment, ExperimentDay, FactKey, ItemId, Label, LocalDay, Polarity,
    Profile, Record, StartDays, Terms, Zone,
};

fn day(text: &str) -> LocalDay {
    LocalDay::parse(text).unwrap()
}

fn record() -> Record {
    let terms = Terms {
        drawing: Drawing::Strategy(Label::new("walk \"<b>\" \u{1F98A}").unwrap()),
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
        seed: u64::MAX,
        locked_on: day("2026-03-01"),
    };
    let silent = Terms {
        drawing: Drawing::Silence,
        from: DrawnFrom::Pairs,
        polarity: Polarity::HigherIsMoreFeeling,
        carry_over_days: 0,
        ..terms.clone()
    };
    let start = Terms {
        from: DrawnFrom::StartDays(StartDays {
            earliest: 1,
            latest: 3,
            n_started: 2,
            place: 1,
            gap_days: 7,
        }),
        days_per_period: 1,
        assigned: vec![false, false, true, true],
        ..terms.clone()
    };
    let mut first = Experiment::lock(FactKey::from_bytes([1; 16]), terms).unwrap();
    first.stopped_on = Some(day("2026-03-05"));
    first.days = vec![ExperimentDay {
        day: day("2026-03-03"),
        is_done: false,
    }];
    let mut record = Record::new(Profile::new(Zone::utc()), Vec::new(), Vec::new()).unwrap();
    let second = Experiment::lock(FactKey::from_bytes([2; 16]), silent).unwrap();
    let third = Experiment::lock(FactKey::from_bytes([3; 16]), start).unwrap();
    record.experiments = vec![first, second, third];
    record
}

#[test]
fn experiments_come_back_the_same_and_are_left_out_where_there_are_none() {
    let mut record = record();
    let parsed = read_record(write_record(&record).as_bytes()).unwrap();
    assert_eq!(parsed.experiments, record.experiments);
    assert!(parsed.experiments.iter().all(Experiment::is_as_locked));
    record.experiments.clear();
    assert!(!write_record(&record).contains("experiments"));
}

#[test]
fn one_that_was_changed_by_hand_is_read_and_tells_so() {
    let text = write_record(&record());
    for (old, new) in [
        ("\"1001\"", "\"0110\""),
        ("\"begins\":\"2026-03-02\"", "\"begins\":\"2026-03-01\""),
        ("18446744073709551615", "5"),
        ("[2,1]", "[4,0]"),
    ] {
        assert!(text.contains(old), "{old} in {text}");
        let parsed = read_record(text.replacen(old, new, 1).as_bytes()).unwrap();
        let whole: Vec<bool> = parsed
            .experiments
            .iter()
            .map(Experiment::is_as_locked)
            .collect();
        assert_eq!(whole, [false, true, true], "{new}");
    }
}

#[test]
fn one_that_can_not_be_refuses_the_whole_file() {
    let text = write_record(&record());
    for (old, new) in [
        ("\"1001\"", "\"1021\""),
        ("\"1001\"", "\"\""),
        ("\"days_per_period\":2", "\"days_per_period\":0"),
        (
            "\"locked_on\":\"2026-03-01\"",
            "\"locked_on\":\"2026-03-09\"",
        ),
        ("\"more_numb\"", "\"worse\""),
        ("\"2026-03-03\",false", "\"2027-03-03\",false"),
        ("\"seed\":\"18446744073709551615\"", "\"seed\":\"-1\""),
        ("\"carry_over_days\":2", "\"carry_over\":2"),
    ] {
        assert!(text.contains(old), "{old} in {text}");
        let error = read_record(text.replacen(old, new, 1).as_bytes()).unwrap_err();
        assert!(!error.to_string().is_empty());
    }
}
