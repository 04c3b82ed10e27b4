//! `help-now`: no passphrase, no record, and never without a number.

use crate::place::Place;

#[test]
fn a_country_is_answered_without_passphrase_and_touches_nothing() {
    let place = Place::new();
    for words in [
        &["help-now", "IE"][..],
        &["help-now", "ireland"],
        &["help-now", "United", "Kingdom"],
    ] {
        let out = place.run(words).done();
        assert!(out.starts_with("If you are in danger now\n"), "{out}");
        assert!(out.contains("116 123  Samaritans"), "{out}");
        assert!(out.lines().count() < 60, "it fits on a page or two");
    }
    let out = place.run(&["help-now", "tr"]).done();
    assert!(out.contains("  112  for any danger") && out.contains("We know no line here"));
    assert!(!place.data().exists(), "no folder was made");
    // A locked record stays as it is, byte for byte, and nobody is asked for a passphrase.
    let secret = place.file("secret", "four gray pebbles in a row\n");
    place
        .run(&["log", "40", "--passphrase-file", &secret])
        .done();
    let bytes = |name: &str| std::fs::read(place.data().join(name)).unwrap();
    let before = (bytes("notes.db"), bytes("notes.key"));
    let out = place.run(&["help-now", "DE"]).done();
    assert!(out.contains("0800 111 0 111"));
    assert_eq!((bytes("notes.db"), bytes("notes.key")), before);
    // Also where the record is broken.
    std::fs::write(place.data().join("notes.key"), "broken").unwrap();
    place.run(&["help-now", "DE"]).done();
}

#[test]
fn without_a_country_every_emergency_number_is_listed_with_the_guess_first() {
    let place = Place::new();
    let out = place.run(&["help-now"]).done();
    let listed: Vec<&str> = out.lines().filter(|line| line.contains(": ")).collect();
    assert!(listed.len() >= 45, "{out}");
    let first = out
        .lines()
        .skip_while(|line| *line != "In danger, call")
        .nth(1);
    assert_eq!(
        first,
        Some("  DE Germany: 112, 110"),
        "the clock is set to Berlin"
    );
    assert!(out.contains("findahelpline.com"));
}

#[test]
fn an_unknown_country_is_exit_two_and_the_basics_all_the_same() {
    let place = Place::new();
    for asked in ["Atlantis", "ZZ", "-", "\u{1F980}"] {
        let said = place.run(&["help-now", asked]);
        assert_eq!(said.code, 2, "{said:?}");
        assert!(
            said.err.contains("no help lines for that place"),
            "{said:?}"
        );
        assert!(said.err.lines().count() >= 2, "{said:?}");
        assert!(
            said.out.starts_with("If you are in danger now\n"),
            "{said:?}"
        );
        assert!(said.out.contains("IE Ireland: 112, 999"), "{said:?}");
    }
    assert!(!place.data().exists());
}

#[test]
fn the_young_get_their_lines_first_and_somebody_to_tell() {
    let place = Place::new();
    let out = place.run(&["help-now", "DE", "--young"]).done();
    let at = |words: &str| out.find(words).unwrap();
    assert!(at("  112  ") < at("Nummer gegen Kummer"));
    assert!(at("Nummer gegen Kummer") < at("Tell a grown-up"));
    assert!(at("Tell a grown-up") < at("TelefonSeelsorge"));
    let list = place.run(&["help-now", "--young"]).done();
    assert!(list.contains("Tell a grown-up") && list.contains("116 111"));
}
