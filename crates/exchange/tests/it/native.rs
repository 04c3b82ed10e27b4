//! Record files, there and back.

mod any;

use exchange::{Parsed, RecordFileError, SCHEMA, read_record, write_record, write_whole_record};
use proptest::prelude::*;
use record::{
    Assessment, Fact, FactBody, FactKey, Flicker, FlickerStrength, Form, InputDevice, Item, ItemId,
    ItemResponse, Label, Minutes, Moment, Note, Occasion, Profile, Record, Response, SleepNight,
    Source,
};

use crate::filled;
pub use any::record;
use any::{fact, items, profile, said, zone};

fn whole(parsed: Parsed) -> Record {
    let mut record = Record::new(parsed.profile.unwrap(), parsed.items, parsed.facts).unwrap();
    record.said = parsed.said;
    record.questionnaires = parsed.questionnaires;
    record
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_record_comes_back_as_it_was(
        profile in profile(),
        facts in proptest::collection::vec(fact(), 0..20),
        said in proptest::collection::vec(said(), 0..4),
    ) {
        let mut record = Record::new(profile, items(), facts).unwrap();
        record.said = said;
        record.questionnaires = vec![filled::questionnaire()];
        let text = write_whole_record(&record);
        let parsed = read_record(text.as_bytes()).unwrap();
        prop_assert_eq!(parsed.ledger.n_rows, record.facts().len() as u64);
        let again = whole(parsed);
        prop_assert_eq!(&again, &record);
        prop_assert_eq!(write_whole_record(&again), text);
        // What is written by default is the same without the answers about safety.
        let shown = whole(read_record(write_record(&record).as_bytes()).unwrap());
        let is_safety = |fact: &&Fact| {
            matches!(&fact.body, FactBody::Occasion(occasion) if occasion.form == Form::Safety)
        };
        let n_safety = record.facts().iter().filter(is_safety).count();
        prop_assert_eq!(shown.facts().iter().filter(is_safety).count(), 0);
        prop_assert_eq!(shown.facts().len() + n_safety, record.facts().len());
    }
}

/// A small record file with one answered occasion and one note.
pub(crate) fn sample() -> String {
    life(1)
}

/// A life of so many days: three check-ins of six answers, a flicker, a night and a note a day.
fn life(n_days: i64) -> String {
    let mut facts = Vec::new();
    let mut add = |at: &Moment, body| {
        let mut key = [7u8; 16];
        key[..8].copy_from_slice(
            &(facts.len() as u64)
                .wrapping_mul(0x9e37_79b9_7f4a_7c15)
                .to_be_bytes(),
        );
        facts.push(Fact {
            key: FactKey::from_bytes(key),
            moment: at.clone(),
            recorded_at: at.plus_seconds(9),
            source: Source::ByHand,
            body,
        });
    };
    let item = |n: usize| Item {
        id: ItemId::new(&format!("item_{n}")).unwrap(),
        ..items()[0].clone()
    };
    for day in 0..n_days {
        let morning = Moment::from_unix_seconds(1_790_000_000 + day * 86_400, &zone(0)).unwrap();
        for hours in [1, 6, 12] {
            let at = morning.plus_seconds(hours * 3600);
            let responses = (0..6).map(|n| ItemResponse {
                latency_ms: Some(1234),
                ..ItemResponse::new(&item(n), Response::Value(42.0), InputDevice::Pointer).unwrap()
            });
            let assessment = Assessment::new(responses.collect(), Some(1 << 60)).unwrap();
            add(&at, FactBody::Occasion(Occasion::voluntary(assessment)));
        }
        let word = Some(Label::new("warmth").unwrap());
        let strength = FlickerStrength::Trace;
        add(
            &morning.plus_seconds(40_000),
            FactBody::Flicker(Flicker { strength, word }),
        );
        let night = SleepNight {
            into_bed: Some(morning.plus_seconds(-30_000)),
            tried_to_sleep: Some(morning.plus_seconds(-29_000)),
            latency: Some(Minutes(20)),
            final_wake: Some(morning.clone()),
            out_of_bed: Some(morning.plus_seconds(900)),
            quality: Some(3),
            ..SleepNight::default()
        };
        add(&morning, FactBody::SleepNight(night));
        add(
            &morning,
            FactBody::Note(Note::new("a quiet day with some rain").unwrap()),
        );
    }
    let items = (0..6).map(item).collect();
    write_record(&Record::new(Profile::new(zone(0)), items, facts).unwrap())
}

#[test]
fn a_life_of_150_days_is_a_small_file() {
    let text = life(150);
    println!("{} bytes", text.len());
    assert!(text.len() < 600_000);
    assert!(text.lines().count() > 900);
}

#[test]
fn other_versions_are_refused_politely() {
    let newer = sample().replace(SCHEMA, "thawline.record/2");
    let error = read_record(newer.as_bytes()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the file is 'thawline.record/2'; this program reads 'thawline.record/1'"
    );
    assert_eq!(error.hint(), "use a newer version of the program");
    for other in ["{}", "[]", "{\"schema\":\"fhir\"}", "{\"schema\":3}"] {
        let error = read_record(other.as_bytes()).unwrap_err();
        assert_eq!(error, RecordFileError::NotARecord, "{other}");
    }
}

#[test]
fn damage_is_named_with_its_place() {
    let text = sample();
    let cut = &text[..text.len() / 2];
    let error = read_record(cut.as_bytes()).unwrap_err();
    assert!(matches!(error, RecordFileError::Shape { .. }), "{error}");
    let cases = [
        (
            "[0,42,1234]",
            "[0,420,1234]",
            "fact 3: item_0 takes a number from 0 to 100",
        ),
        ("[0,42,1234]", "[9,42,1234]", "fact 3: there is no item 9"),
        (
            "[0,42,1234],",
            "[1,42,1234],",
            "fact 3: item_1 is answered twice",
        ),
        (
            "\"seed\":\"1",
            "\"seed\":\"-1",
            "fact 3: invalid digit found in string",
        ),
        (
            "Europe/Amsterdam",
            "Europe/Atlantis",
            "zone 1: 'Europe/Atlantis' is not a time zone",
        ),
        (
            "\"quality\":3",
            "\"quality\":7",
            "fact 1: sleep quality is a number from 1 to 5",
        ),
    ];
    for (old, new, expected) in cases {
        assert!(text.contains(old), "{old} in {text}");
        let error = read_record(text.replacen(old, new, 1).as_bytes()).unwrap_err();
        assert!(
            error.to_string().starts_with(expected),
            "{error}, not {expected}"
        );
    }
    let error = read_record(text.replace("\"plan\"", "\"plam\"").as_bytes()).unwrap_err();
    assert!(
        error.to_string().contains("unknown field `plam`"),
        "{error}"
    );
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    let text = format!("\u{feff}{}", sample());
    assert!(read_record(text.as_bytes()).is_ok());
}
