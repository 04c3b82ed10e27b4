//! Pixels: dates without noughts, several scores of a day, tags of any language.

use exchange::AppFileError;
use record::{Polarity, Role};

use super::{fixture, keys, read, setting, told};

const WORDS: &str = "[mood.numb]\nnumb = true\n[mood.\"flat white\"]\n";

#[test]
fn a_back_up_gives_days_with_their_mean_tags_and_words() {
    let parsed = read(&fixture("pixels.json"), &setting(WORDS)).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "2025-03-01 12:00 event numb",
            "2025-03-01 12:00 event tired",
            "2025-03-01 12:00 event walk",
            "2025-03-01 12:00 note \"a plain day\"",
            "2025-03-01 12:00 pixels_mood=3 pixels_numb=1",
            "2025-03-02 12:00 pixels_mood=3.5",
            "2025-12-31 12:00 event flat white",
            "2025-12-31 12:00 note \"only words\"",
        ]
    );
    let ledger = &parsed.ledger;
    assert_eq!((ledger.n_rows, ledger.n_rows_rejected), (7, 3));
    assert_eq!(ledger.unknown["Period"], 1);
}

#[test]
fn only_tags_that_may_say_numb_are_asked_about_and_the_middle_score_never_is_numb() {
    let error = read(&fixture("pixels.json"), &setting("")).unwrap_err();
    let AppFileError::WordsNeeded { proposal } = error else {
        panic!("the tags are asked about");
    };
    assert!(
        proposal.contains("[mood.\"numb\"]\nnumb = true\n"),
        "{proposal}"
    );
    assert!(
        !proposal.contains("tired") && !proposal.contains("walk"),
        "{proposal}"
    );
    let parsed = read(
        &fixture("pixels.json"),
        &setting("[mood.numb]\n[mood.\"flat white\"]\n"),
    )
    .unwrap();
    assert!(parsed.items.iter().all(|item| item.role == Role::Candidate));
    let parsed = read(&fixture("pixels.json"), &setting(WORDS)).unwrap();
    let outcomes: Vec<&str> = (parsed.items.iter())
        .filter(|item| item.role == Role::Outcome(Polarity::HigherIsMoreNumb))
        .map(|item| item.id.as_str())
        .collect();
    assert_eq!(outcomes, ["pixels_numb"]);
}

#[test]
fn a_word_that_is_the_opposite_of_numb_counts_where_the_person_says_so() {
    let json = r#"[{"date":"2025-3-1","type":"Mood","scores":[4],"notes":"","tags":[{"type":"E","entries":["alive"]}]},
        {"date":"2025-3-2","type":"Mood","scores":[4],"notes":"","tags":[{"type":"E","entries":["alive","numb"]}]},
        {"date":"2025-3-3","type":"Mood","scores":[4],"notes":"","tags":[]}]"#;
    let words = "[mood.numb]\nnumb = true\n[mood.alive]\nnumb = false\n";
    let parsed = read(json.as_bytes(), &setting(words)).unwrap();
    let all = told(&parsed);
    for line in [
        "2025-03-01 12:00 pixels_mood=4 pixels_numb=0",
        "2025-03-02 12:00 pixels_mood=4 pixels_numb=1",
        "2025-03-03 12:00 pixels_mood=4",
    ] {
        assert!(all.contains(&line.to_owned()), "{line} in {all:?}");
    }
}

#[test]
fn days_that_cannot_be_are_rejected_and_a_cut_file_is_refused() {
    let json = r#"[{"date":"-2025-3-1","scores":[3],"tags":[]},{"date":"2025-3-1","scores":["x"],"tags":[]},
        {"date":"2025-3-1","scores":[1e999],"tags":[]},7,null,{"scores":[1],"tags":[]},
        {"date":"2025-13-1","scores":[3],"tags":[]},{"date":"2025-3-2","scores":[2.5],"tags":null}]"#;
    // A number without an end is no JSON.
    assert!(read(json.as_bytes(), &setting("")).is_err());
    let json = json.replace("1e999", "-3");
    let parsed = read(json.as_bytes(), &setting("")).unwrap();
    assert!(parsed.facts.is_empty());
    assert_eq!(
        (parsed.ledger.n_rows, parsed.ledger.n_rows_rejected),
        (8, 8)
    );
    let whole = fixture("pixels.json");
    for len in [whole.len() / 3, whole.len() - 3] {
        assert!(
            read(&whole[..len], &setting(WORDS)).is_err(),
            "cut at {len}"
        );
    }
    let again = read(&whole, &setting(WORDS)).unwrap();
    assert_eq!(keys(&again), keys(&read(&whole, &setting(WORDS)).unwrap()));
    let nan = b"[{\"date\":\"2025-3-1\",\"scores\":[NaN],\"tags\":[]}]";
    assert!(read(nan, &setting("")).is_err());
}
