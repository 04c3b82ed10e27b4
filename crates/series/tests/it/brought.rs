//! What the files of one program brought, by day.

use record::{
    Assessment, Event, Fact, FactBody, FactKey, InputDevice, Item, ItemId, ItemResponse, Label,
    LocalDay, Moment, Occasion, Profile, Record, Response, ResponseScale, Role, Source, Window,
    Zone,
};
use series::{Brought, CandidateKind};

const OURS: [u8; 32] = [1; 32];

fn item() -> Item {
    Item {
        id: ItemId::new("bearable_mood").unwrap(),
        scale: ResponseScale::Steps { min: 1, max: 10 },
        role: Role::Candidate,
        window: Window::Momentary,
    }
}

fn mood(value: f64) -> FactBody {
    let response = ItemResponse::new(&item(), Response::Value(value), InputDevice::File).unwrap();
    FactBody::Occasion(Occasion::voluntary(
        Assessment::new(vec![response], None).unwrap(),
    ))
}

fn record(facts: &[(&str, Option<[u8; 32]>, FactBody)]) -> Record {
    let fact = |(nth, (clock, file, body)): (usize, &(&str, Option<[u8; 32]>, FactBody))| {
        let moment = Moment::from_wall_clock(clock, &Zone::utc()).unwrap();
        Fact {
            key: FactKey::from_bytes([u8::try_from(nth).unwrap(); 16]),
            recorded_at: moment.clone(),
            moment,
            source: file.map_or(Source::ByHand, |file| Source::Import { file, line: 1 }),
            body: body.clone(),
        }
    };
    let facts = facts.iter().enumerate().map(fact).collect();
    Record::new(Profile::new(Zone::utc()), vec![item()], facts).unwrap()
}

fn event(label: &str, is_sensitive: bool) -> FactBody {
    let at = Moment::from_wall_clock("2025-01-06 10:00:00", &Zone::utc()).unwrap();
    FactBody::Event(Event::new(Label::new(label).unwrap(), &at, None, is_sensitive).unwrap())
}

fn day(text: &str) -> LocalDay {
    LocalDay::parse(text).unwrap()
}

#[test]
fn only_what_the_files_brought_stands_on_their_days() {
    let record = record(&[
        ("2025-01-06 09:00:00", Some(OURS), mood(4.0)),
        ("2025-01-06 20:00:00", Some(OURS), mood(7.0)),
        // After midnight and before four: the evening before.
        ("2025-01-07 01:00:00", Some(OURS), event("tea", false)),
        ("2025-01-08 12:00:00", Some(OURS), event("tea", false)),
        ("2025-01-08 13:00:00", Some(OURS), event("tea", false)),
        ("2025-01-08 13:00:00", Some(OURS), event("secret", true)),
        ("2025-01-09 12:00:00", Some([2; 32]), event("walk", false)),
        ("2025-01-10 12:00:00", None, event("walk", false)),
        ("2025-01-12 12:00:00", Some(OURS), event("late", false)),
    ]);
    let brought = Brought::new(&record, &[OURS], day("2025-01-11"));
    assert_eq!(brought.days, [day("2025-01-06"), day("2025-01-08")]);
    let [(tea, days)] = brought.happened.as_slice() else {
        panic!("{brought:?}");
    };
    assert_eq!((tea.kind, tea.name.as_str()), (CandidateKind::Event, "tea"));
    assert_eq!(*days, [day("2025-01-06"), day("2025-01-08")]);
    let [(mood, by_day)] = brought.rated.as_slice() else {
        panic!("{brought:?}");
    };
    assert_eq!(mood.name, "bearable_mood");
    assert_eq!(*by_day, [(day("2025-01-06"), 5.5)]);
    let none = Brought::new(&record, &[], day("2025-01-11"));
    assert_eq!(none, Brought::default());
}
