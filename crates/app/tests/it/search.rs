//! The search over notes, as a person uses it.

use app::TroubleKind;

use crate::place::{Place, key};

fn found(app: &mut app::App, words: &str) -> Vec<(String, String)> {
    app.look_for(words).unwrap();
    let view = app.search().unwrap();
    assert_eq!(view.words, words.trim());
    let text = |snippet: &[(String, bool)]| {
        let mark = |(words, is_hit): &(String, bool)| match is_hit {
            true => format!("<{words}>"),
            false => words.clone(),
        };
        snippet.iter().map(mark).collect::<String>()
    };
    let notes = view.notes.iter();
    notes
        .map(|note| (note.day.clone(), text(&note.snippet)))
        .collect()
}

fn pair(day: &str, words: &str) -> (String, String) {
    (day.to_owned(), words.to_owned())
}

#[test]
fn notes_are_found_newest_first_with_their_day_and_only_while_they_stand() {
    let (place, mut app) = Place::begun();
    app.note(&key(1), "Thé with Ana by the canal", Some("2026-02-27"))
        .unwrap();
    app.note(&key(2), "the canal again, alone", None).unwrap();
    let both = [
        pair("Mon 2 Mar 2026", "the <canal> again, alone"),
        pair("Fri 27 Feb 2026", "Thé with Ana by the <canal>"),
    ];
    assert_eq!(found(&mut app, " can"), both);
    assert_eq!(
        found(&mut app, "the ana"),
        [pair("Fri 27 Feb 2026", "<Thé> with <Ana> by <the> canal")]
    );
    assert_eq!(
        app.search().unwrap().line.unwrap(),
        "One note has these words."
    );
    app.take_out(&key(1)).unwrap();
    assert!(found(&mut app, "ana").is_empty());
    assert_eq!(
        app.search().unwrap().line.unwrap(),
        "No note has these words."
    );
    app.put_back(&key(1)).unwrap();
    assert_eq!(found(&mut app, "canal"), both);
    app.forget_days("2026-02-27", "2026-02-27").unwrap();
    assert_eq!(found(&mut app, "canal"), both[..1]);
    // What was looked for is gone with the lock.
    app.lock();
    assert_eq!(app.search().unwrap_err().kind, TroubleKind::Locked);
    let view = place.again().search().unwrap();
    assert!(view.words.is_empty() && view.line.is_none() && view.notes.is_empty());
}

#[test]
fn a_search_without_a_word_is_refused_and_an_empty_one_clears() {
    let (_place, mut app) = Place::begun();
    app.note(&key(1), "a heron", None).unwrap();
    assert_eq!(found(&mut app, "her").len(), 1);
    assert_eq!(app.look_for("?!").unwrap_err().kind, TroubleKind::Input);
    assert_eq!(
        app.search().unwrap().words,
        "her",
        "the search before still stands"
    );
    app.look_for("").unwrap();
    let view = app.search().unwrap();
    assert!(view.line.is_none() && view.notes.is_empty());
    assert_eq!(app.search_lines("\n").unwrap(), ["No word was given."]);
}

#[test]
fn more_than_fifty_are_counted_and_the_newest_are_listed() {
    let (_place, mut app) = Place::begun();
    for number in 1..=60 {
        app.note(
            &key(number),
            &format!("heron\u{1b}[2J\nnumber {number}"),
            Some("2026-02-27"),
        )
        .unwrap();
    }
    app.look_for("heron").unwrap();
    let view = app.search().unwrap();
    assert_eq!(view.notes.len(), 50);
    assert_eq!(
        view.line.unwrap(),
        "60 notes have these words. The newest 50 are shown."
    );
    let lines = app.search_lines("heron").unwrap();
    assert_eq!(lines.len(), 51);
    // The last one written of a day stands first, and nothing in a note steers the terminal.
    assert_eq!(lines[1], "2026-02-27  heron [2J number 60");
}
