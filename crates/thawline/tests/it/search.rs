//! The search on the terminal: words come by standard input alone.

use crate::place::Place;

#[test]
fn words_are_read_from_standard_input_and_never_taken_as_arguments() {
    let place = Place::new();
    let note = |day: &str, words: &str| {
        let call = ["log", "40", "--note", "-", "--today", day];
        place.run_with_input(&call, words).done();
    };
    note("2026-02-27", "a heron\nby the canal");
    note("2026-03-02", "The Herón again");
    let out = place
        .run_with_input(&["search"], "heron\nnot this line")
        .done();
    assert_eq!(
        out,
        "2 notes have these words.\n2026-03-02  The Herón again\n2026-02-27  a heron by the canal\n"
    );
    let out = place.run_with_input(&["search"], "canal her").done();
    assert!(
        out.starts_with("One note has these words.\n2026-02-27  "),
        "{out}"
    );
    place.run(&["search", "heron"]).refused(2);
    assert!(
        place
            .run_with_input(&["search"], "?!")
            .refused(2)
            .contains("no word")
    );
    assert_eq!(place.run(&["search"]).done(), "No word was given.\n");
}
