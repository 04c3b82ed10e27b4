//! Nothing that a person wrote can be read from the files.

use record::{
    AnswerValue, Event, Fact, FactBody, FactKey, Flicker, FlickerStrength, ImportFile, Label, Note,
    Practice, QuestionnaireAnswer, QuestionnaireResponse, Sheet, SheetLine, Source,
};
use store::{Secret, Store};

use crate::child::{self, CANARY, note};
use crate::place::{Place, at, profile};
use crate::questionnaire::questionnaire;

fn n_hits(place: &Place, text: &str) -> usize {
    let holds = |path: &std::path::PathBuf| {
        let bytes = std::fs::read(path).unwrap();
        bytes
            .windows(text.len())
            .any(|window| window == text.as_bytes())
    };
    place.files().iter().filter(|path| holds(path)).count()
}

fn said() -> Vec<Fact> {
    let label = || Label::new(CANARY).unwrap();
    let event = Event::new(label(), &at(0), None, true).unwrap();
    let flicker = Flicker {
        strength: FlickerStrength::Trace,
        word: Some(label()),
    };
    let practice = Practice::new(label(), None);
    let words = Note::new(CANARY).unwrap();
    let line = SheetLine {
        field: label(),
        words,
    };
    let sheet = Sheet::new(label(), vec![line]).unwrap();
    let answer = QuestionnaireAnswer {
        link_id: label(),
        values: vec![AnswerValue::text(CANARY).unwrap()],
    };
    let key = FactKey::from_bytes([1; 16]);
    let filled = QuestionnaireResponse::new(key, false, vec![answer]).unwrap();
    let bodies = [
        FactBody::Event(event),
        FactBody::Flicker(flicker),
        FactBody::Practice(practice),
        FactBody::Sheet(sheet),
        FactBody::QuestionnaireResponse(filled),
        note(1).body,
    ];
    let fact = |(number, body): (u8, FactBody)| Fact {
        key: FactKey::from_bytes([number; 16]),
        moment: at(0),
        recorded_at: at(0),
        source: Source::ByHand,
        body,
    };
    (10..).zip(bodies).map(fact).collect()
}

#[test]
fn nothing_is_readable_while_open_after_closing_and_after_removing() {
    let place = Place::new();
    let secret = Secret::Passphrase("kestrel words");
    let (mut store, _) = Store::create(&place.folder(), secret, &profile()).unwrap();
    let file = ImportFile {
        digest: [1; 32],
        name: format!("{CANARY}.csv"),
        format: "table".to_owned(),
        imported_at: at(0),
    };
    store.append_questionnaire(&questionnaire(1)).unwrap();
    store.append(&said(), &[], Some(&file)).unwrap();
    store.set_setting("last", Some(CANARY)).unwrap();
    assert!(
        place
            .files()
            .iter()
            .any(|path| path.ends_with("notes.db-wal"))
    );
    assert_eq!(n_hits(&place, CANARY), 0);
    store.withdraw(said()[0].key, &at(1)).unwrap();
    store.purge_withdrawn(&at(2)).unwrap();
    assert_eq!(n_hits(&place, CANARY), 0);
    store.lock().unwrap();
    assert_eq!(n_hits(&place, CANARY), 0);
    assert_eq!(n_hits(&place, "kestrel"), 0);
    // Also no word that says what kind of program this is.
    for word in [
        "SQLite format",
        "thawline",
        "feeling",
        "fact",
        "numb",
        "weather",
    ] {
        assert_eq!(n_hits(&place, word), 0, "{word}");
    }
}

#[test]
fn nothing_is_readable_after_a_crash() {
    let place = Place::new();
    let mut child = child::start(&[], "create and abort", place.folder().path(), 0);
    child::lines(&mut child);
    assert!(
        place
            .files()
            .iter()
            .any(|path| path.ends_with("notes.db-wal"))
    );
    assert_eq!(n_hits(&place, CANARY), 0);
    assert_eq!(place.open().n_facts().unwrap(), 1);
}

/// The same search finds the words in a file that is not encrypted, so it can find them.
#[test]
fn the_search_finds_what_is_readable() {
    let place = Place::new();
    std::fs::write(place.path().join("plain"), format!("x{CANARY}x")).unwrap();
    assert_eq!(n_hits(&place, CANARY), 1);
}
