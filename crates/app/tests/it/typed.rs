//! What is being written when the record locks: encrypted meanwhile, given back once, and never an entry.

use crate::place::{Place, key};

const WORDS: &str = "kanarienentwurf";

fn locked_with(fields: &str) -> (Place, app::App) {
    let place = Place::new();
    let mut app = place.app();
    app.begin(Some("four short words")).unwrap();
    app.note(&key(1), "Rain.", None).unwrap();
    app.hold_typed("/day", fields).unwrap();
    assert_eq!(app.page_to_give_back(), None, "it is still on its page");
    assert!(app.lock());
    (place, app)
}

#[test]
fn what_was_being_written_comes_back_once_after_a_lock() {
    let (place, mut app) = locked_with(WORDS);
    for entry in std::fs::read_dir(place.data()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        assert!(!bytes.windows(WORDS.len()).any(|w| w == WORDS.as_bytes()));
    }
    assert_eq!(app.page_to_give_back(), None);
    assert_eq!(app.give_back_typed(), None);
    assert!(app.unlock(Some("five short words")).is_err());
    app.unlock(Some("four short words")).unwrap();
    assert_eq!(app.page_to_give_back(), Some("/day"));
    let typed = app.give_back_typed().unwrap();
    assert_eq!(
        (typed.page.as_str(), typed.fields.as_str()),
        ("/day", WORDS)
    );
    assert_eq!(app.give_back_typed(), None, "once");
    assert_eq!(app.day().unwrap().facts.len(), 1, "it is no entry");
    // Not sent yet: another lock keeps it again, and a new start finds it.
    app.lock();
    let mut again = place.app();
    again.unlock(Some("four short words")).unwrap();
    assert_eq!(again.give_back_typed(), Some(typed));
}

#[test]
fn what_was_sent_or_taken_away_does_not_come_back() {
    let (_place, mut app) = locked_with(WORDS);
    app.unlock(Some("four short words")).unwrap();
    app.hold_typed("/day", "").unwrap();
    app.lock();
    app.unlock(Some("four short words")).unwrap();
    assert_eq!(app.page_to_give_back(), None);
    assert_eq!(app.give_back_typed(), None);
}

#[test]
fn only_words_of_our_own_pages_are_held() {
    let (_place, mut app) = locked_with("");
    assert!(app.hold_typed("/day", WORDS).is_err(), "it is locked");
    app.unlock(Some("four short words")).unwrap();
    for page in [
        "",
        "day",
        "//evil.test",
        "/day?x",
        "/a\\b",
        "http://evil.test/",
    ] {
        assert!(app.hold_typed(page, WORDS).is_err(), "{page}");
    }
    assert!(app.hold_typed("/day", &"x".repeat(1 << 19)).is_err());
    app.lock();
    app.unlock(Some("four short words")).unwrap();
    assert_eq!(app.give_back_typed(), None);
}
