//! One line: shown as it is, without a sound; pressed, put away, or nobody there.

use std::path::Path;
use std::time::Duration;

use notice::{Desktop, NoticeError, Pressed, Words};

use crate::bus::{Bus, Then};

fn words() -> Words {
    Words {
        program: "Notes".to_owned(),
        title: "Notes".to_owned(),
        body: "A moment, if you like.".to_owned(),
        button: Some("Open".to_owned()),
    }
}

fn shown_on(bus: &Bus) -> Pressed {
    let desktop = Desktop::at(Some(&bus.address), None).unwrap();
    let shown = desktop.show(&words()).unwrap();
    shown.wait(Duration::from_secs(2))
}

#[test]
fn a_line_is_shown_without_a_sound_and_pressing_it_is_heard() {
    let Some(bus) = Bus::start() else { return };
    let hear = bus.desktop(Then::Press);
    assert_eq!(shown_on(&bus), Pressed::Yes);
    let told = hear.recv_timeout(Duration::from_secs(5)).unwrap();
    assert_eq!((told.program.as_str(), told.icon.as_str()), ("Notes", ""));
    assert_eq!(
        (told.title.as_str(), told.body.as_str()),
        ("Notes", "A moment, if you like.")
    );
    assert_eq!(told.actions, ["default", "Open"]);
    let hints = told
        .hints
        .iter()
        .map(|(name, value)| (name.as_str(), *value));
    let expected = [("suppress-sound", 1), ("transient", 1), ("urgency", 1)];
    assert!(hints.eq(expected), "{:?}", told.hints);
}

#[test]
fn a_line_that_is_put_away_or_left_alone_was_not_pressed() {
    let Some(bus) = Bus::start() else { return };
    let _hear = bus.desktop(Then::PutAway);
    assert_eq!(shown_on(&bus), Pressed::No);
    let Some(bus) = Bus::start() else { return };
    let _hear = bus.desktop(Then::Nothing);
    assert_eq!(
        shown_on(&bus),
        Pressed::No,
        "another line was pressed, not this one"
    );
}

#[test]
fn where_no_desktop_answers_it_says_so_and_starts_nothing() {
    let nowhere = Path::new("/nowhere");
    let at = |named, runtime| Desktop::at(named, runtime).map(|_| ());
    assert_eq!(at(None, None), Err(NoticeError::NoDesktop));
    assert_eq!(at(None, Some(nowhere)), Err(NoticeError::NoDesktop));
    // An address of a network is never used, and none is taken in its place.
    let far = "tcp:host=127.0.0.1,port=1";
    assert_eq!(at(Some(far), Some(nowhere)), Err(NoticeError::NoDesktop));
    let gone = Desktop::at(Some("tcp:host=::1;unix:path=/nowhere/bus"), None).unwrap();
    assert_eq!(gone.show(&words()).err(), Some(NoticeError::NoDesktop));
    // A bus on which nobody shows anything.
    let Some(bus) = Bus::start() else { return };
    let silent = Desktop::at(Some(&bus.address), None).unwrap();
    let refused = silent.show(&words()).err().unwrap();
    assert!(matches!(refused, NoticeError::Refused(_)), "{refused}");
}
