//! Records as plain tables.

use exchange::{write_csv, write_open_esm};
use record::{
    Assessment, DayStart, Fact, FactBody, FactKey, Form, InputDevice, Item, ItemId, ItemResponse,
    Moment, Note, Occasion, Profile, Record, Response, ResponseScale, Role, Source, Window, Zone,
};

fn record_with(words: &str) -> Record {
    let zone = Zone::new("Europe/Amsterdam").unwrap();
    let item = Item {
        id: ItemId::new("tired").unwrap(),
        scale: ResponseScale::LINE_0_100,
        role: Role::Candidate,
        window: Window::Momentary,
    };
    let fact = |n: u8, at: &str, body| {
        let moment = Moment::from_wall_clock(at, &zone).unwrap();
        Fact {
            key: FactKey::from_bytes([n; 16]),
            recorded_at: moment.clone(),
            moment,
            source: Source::ByHand,
            body,
        }
    };
    let answer = ItemResponse::new(&item, Response::Value(40.5), InputDevice::File).unwrap();
    let answers = Assessment::new(vec![answer], None).unwrap();
    let occasion = FactBody::Occasion(Occasion::voluntary(answers));
    let facts = vec![
        fact(1, "2024-03-02 01:30", occasion.clone()),
        fact(2, "2024-03-02 09:00", occasion),
        fact(
            3,
            "2024-03-02 10:00",
            FactBody::Note(Note::new(words).unwrap()),
        ),
    ];
    let mut profile = Profile::new(zone.clone());
    profile.day_start = DayStart::default();
    Record::new(profile, vec![item], facts).unwrap()
}

#[test]
fn words_never_become_a_formula() {
    for start in ["=1+1", "+1", "-1", "@x"] {
        let csv = String::from_utf8(write_csv(&record_with(start))).unwrap();
        assert!(csv.contains(&format!(",'{start}")), "{csv}");
    }
    let csv = String::from_utf8(write_csv(&record_with("a, \"b\"\nc"))).unwrap();
    assert!(csv.contains("\"a, \"\"b\"\"\nc\""), "{csv}");
}

#[test]
fn days_are_the_persons_own_and_prompts_count_within_them() {
    let table = String::from_utf8(write_open_esm(&record_with("x"), &|_| false)).unwrap();
    assert_eq!(
        table,
        "id,day,beep,time,zone,tired\n\
         1,1,1,2024-03-02 01:30,Europe/Amsterdam,40.5\n\
         1,2,1,2024-03-02 09:00,Europe/Amsterdam,40.5\n"
    );
}

#[test]
fn a_table_for_studies_does_not_tell_that_the_safety_question_was_asked() {
    let plain = record_with("x");
    let item = Item {
        id: ItemId::new("safety_thoughts").unwrap(),
        scale: ResponseScale::LINE_0_100,
        role: Role::Context,
        window: Window::Momentary,
    };
    let answer = ItemResponse::new(&item, Response::Value(1.0), InputDevice::File).unwrap();
    let mut occasion = Occasion::voluntary(Assessment::new(vec![answer], None).unwrap());
    occasion.form = Form::Safety;
    let mut facts = plain.facts().to_vec();
    facts.push(Fact {
        key: FactKey::from_bytes([9; 16]),
        body: FactBody::Occasion(occasion),
        ..facts[0].clone()
    });
    let items = plain.items().cloned().chain([item]).collect();
    let asked = Record::new(plain.profile.clone(), items, facts).unwrap();
    let open = |record| write_open_esm(record, &|_| false);
    assert_eq!(open(&asked), open(&plain));
    assert_eq!(write_csv(&asked), write_csv(&plain));
}

#[test]
fn a_table_for_studies_has_no_column_for_what_is_private() {
    let table = write_open_esm(&record_with("x"), &|id| id.as_str() == "tired");
    let table = String::from_utf8(table).unwrap();
    assert!(
        table.starts_with("id,day,beep,time,zone\n1,1,1,"),
        "{table}"
    );
    assert!(!table.contains("40.5"), "{table}");
}
