//! Locking: what is forgotten, and when it locks by itself.

use std::time::Duration;

use app::{FirstRunStep, Gate, TroubleKind};

use crate::place::{Place, key, question, say};

#[test]
fn a_record_under_a_passphrase_locks_when_idle_and_forgets_all_it_knew() {
    let place = Place::new();
    let mut app = place.app();
    let step = |app: &mut app::App| match app.gate() {
        Gate::FirstRun(view) => Some(view.step),
        _ => None,
    };
    assert_eq!(step(&mut app), Some(FirstRunStep::Safety));
    assert!(app.choose_key(None).is_err() && !place.data().exists());
    app.read_safety();
    assert_eq!(step(&mut app), Some(FirstRunStep::Key));
    for (first, again) in [
        ("short", "short"),
        ("four short words", "four other words"),
        ("", ""),
    ] {
        assert_eq!(
            app.choose_key(Some((first, again))).unwrap_err().kind,
            TroubleKind::Input
        );
        assert!(!place.data().exists());
    }
    app.choose_key(Some(("four short words", "four short words")))
        .unwrap();
    assert_eq!(step(&mut app), Some(FirstRunStep::Line));
    assert!(app.choose_line("101").is_err() && app.choose_line("x").is_err());
    app.choose_line("").unwrap();
    assert_eq!(app.gate(), Gate::Open);

    assert_eq!(app.locks_after(), Some(Duration::from_secs(600)));
    app.note(&key(1), "Rain.", None).unwrap();
    let first = question(&mut app);
    say(&mut app, &first, "40").unwrap();
    app.open_day("2026-03-01").unwrap();
    assert!(app.lock(), "a passphrase opens it again");
    assert_eq!(app.locks_after(), None);
    let Gate::Locked(view) = app.gate() else {
        panic!("it is locked")
    };
    assert!(view.needs_passphrase);
    assert_eq!(app.today().unwrap_err().kind, TroubleKind::Locked);
    assert_eq!(app.time().unwrap_err().kind, TroubleKind::Locked);
    assert_eq!(
        app.answers_text(None).unwrap_err().kind,
        TroubleKind::Locked
    );
    assert_eq!(
        app.note(&key(2), "x", None).unwrap_err().kind,
        TroubleKind::Locked
    );
    assert_eq!(
        say(&mut app, &first, "1").unwrap_err().kind,
        TroubleKind::Locked
    );
    assert_eq!(app.unlock(None).unwrap_err().kind, TroubleKind::Locked);
    let wrong = app.unlock(Some("four short word")).unwrap_err();
    assert_eq!(wrong.kind, TroubleKind::Locked);
    assert!(wrong.hint.contains("nothing is ever erased"));
    app.unlock(Some("four short words")).unwrap();
    assert_eq!(
        app.day().unwrap().at,
        "2026-03-02",
        "where one looked is forgotten"
    );
    assert!(app.today().unwrap().undo.is_none());
    assert_eq!(app.day().unwrap().facts.len(), 2);
}

#[test]
fn a_record_without_a_passphrase_does_not_lock_by_itself() {
    let (place, mut app) = Place::begun();
    assert_eq!(app.locks_after(), None);
    assert!(!app.lock());
    let Gate::Locked(view) = app.gate() else {
        panic!("it is locked")
    };
    assert!(!view.needs_passphrase);
    assert_eq!(place.again().gate(), Gate::Open);
}

#[test]
fn after_how_many_minutes_it_locks_is_chosen_and_nonsense_changes_nothing() {
    let place = Place::new();
    let mut app = place.app();
    app.read_safety();
    app.choose_key(Some(("four short words", "four short words")))
        .unwrap();
    app.choose_line("").unwrap();
    for wrong in ["", "soon", "0", "241", "-5", "2.5"] {
        let trouble = app.choose_lock_after(wrong).unwrap_err();
        assert_eq!(trouble.kind, TroubleKind::Input, "{wrong}");
    }
    assert_eq!(app.locks_after(), Some(Duration::from_secs(600)));
    app.choose_lock_after(" 30 ").unwrap();
    assert_eq!(app.locks_after(), Some(Duration::from_secs(1800)));
    assert_eq!(app.backup_page().unwrap().lock_after, "30");
    app.lock();
    app.unlock(Some("four short words")).unwrap();
    assert_eq!(app.locks_after(), Some(Duration::from_secs(1800)));
}
