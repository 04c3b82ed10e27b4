//! What was rated right before and after an exercise counts, and stands above a check-in near it.

use guidance::rising_exercises;
use record::{
    Fact, FactBody, FactKey, Label, Moment, Practice, Profile, Record, Source, Unreality, Zone,
};

fn practice(hour: i64, before: Option<u8>, after: Option<u8>) -> Fact {
    let zone = Zone::new("UTC").unwrap();
    let moment = Moment::from_unix_seconds(1_790_000_000 + hour * 3600, &zone).unwrap();
    let practice = Practice {
        unreality: Unreality::new(before, after).unwrap(),
        ..Practice::new(Label::new("breathing").unwrap(), None)
    };
    Fact {
        key: FactKey::from_bytes([u8::try_from(hour).unwrap(); 16]),
        recorded_at: moment.clone(),
        moment,
        source: Source::ByHand,
        body: FactBody::Practice(practice),
    }
}

fn rises(facts: Vec<Fact>) -> u32 {
    let zone = Zone::new("UTC").unwrap();
    let profile = Profile::new(zone);
    let record = Record::new(profile, vec![], facts).unwrap();
    rising_exercises(&record).first().map_or(0, |(_, n)| *n)
}

#[test]
fn a_rise_of_twenty_points_counts_once_a_time_and_less_does_not() {
    assert_eq!(rises(vec![practice(1, Some(30), Some(49))]), 0);
    assert_eq!(rises(vec![practice(1, Some(30), Some(50))]), 1);
    let twice = vec![
        practice(1, Some(30), Some(50)),
        practice(9, Some(0), Some(90)),
    ];
    assert_eq!(rises(twice), 2);
}

#[test]
fn one_rating_alone_says_nothing() {
    assert_eq!(
        rises(vec![
            practice(1, None, Some(90)),
            practice(5, Some(10), None)
        ]),
        0
    );
}
