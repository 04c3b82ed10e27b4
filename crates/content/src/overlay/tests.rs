//! Laying words over a file: what goes in, what is left, and what is refused with its line.
#![allow(clippy::unwrap_used)] // A failed test stops here.

use super::*;

const ENGLISH: &str = r#"
[header]
status = "own"
[card]
number = 4
id = "grief"
title = "After a loss"
strength = "idea"
text = [
  "One.",
  "Two.",
]
limits = "It can not say why."
[[source]]
name = "A paper"
year = 1997
seen = "abstract"
"#;

fn laid(other: &str) -> Result<Laid, ContentError> {
    laid_over(
        "cards/grief.toml",
        ENGLISH,
        "locales/de/cards/grief.toml",
        other,
    )
}

/// The line and the words of a refusal.
fn refusal(other: &str) -> (usize, String) {
    match laid(other).err().unwrap() {
        ContentError::Line { file, line, why } => {
            assert_eq!(file, "locales/de/cards/grief.toml");
            (line, why)
        }
        other => (0, other.to_string()),
    }
}

#[test]
fn words_go_in_and_numbers_stay() {
    let other = "[card]\nid = \"grief\"\ntitle = \"Nach einem Verlust\"\ntext = [\"Eins, \\\"so\\\".\", '''Zwei.''']\nlimits = \"Warum, sagt es nicht.\"\n[[source]]\nseen = \"Zusammenfassung\"\n";
    let laid = laid(other).unwrap();
    assert!(laid.left.is_empty(), "{:?}", laid.left);
    let read: toml::Table = laid.text.parse().unwrap();
    let card = read["card"].as_table().unwrap();
    assert_eq!(card["title"].as_str(), Some("Nach einem Verlust"));
    assert_eq!(card["text"][0].as_str(), Some("Eins, \"so\"."));
    assert_eq!(card["text"][1].as_str(), Some("Zwei."));
    assert_eq!(card["number"].as_integer(), Some(4));
    assert_eq!(read["source"][0]["seen"].as_str(), Some("Zusammenfassung"));
    assert_eq!(read["source"][0]["name"].as_str(), Some("A paper"));
    assert_eq!(read["source"][0]["year"].as_integer(), Some(1997));
}

#[test]
fn what_is_left_in_english_is_named_with_its_line() {
    let laid = laid("[card]\ntitle = \"Nach einem Verlust\"\n").unwrap();
    let left: Vec<_> = laid
        .left
        .iter()
        .map(|(line, path)| (*line, path.as_str()))
        .collect();
    assert_eq!(
        left,
        [(10, "card.text"), (11, "card.text"), (13, "card.limits")]
    );
}

#[test]
fn what_is_no_text_of_english_is_refused_with_its_line() {
    let (line, why) = refusal("[card]\ntitle = \"x\"\nheading = \"y\"\n");
    assert_eq!((line, why.as_str()), (3, "English has no 'card.heading'"));
    let (line, why) = refusal("[card]\n\ntext = [\"Eins.\"]\n");
    assert_eq!(
        (line, why.as_str()),
        (3, "'card.text' has 1 entries here and 2 in English")
    );
    let (line, why) = refusal("[card]\nnumber = 5\n");
    assert_eq!(
        (line, why.as_str()),
        (2, "'card.number' is no text for people")
    );
    assert!(
        laid("[card]\nnumber = 4\n").is_ok(),
        "a key may stand as English has it"
    );
    let (line, why) = refusal("[card]\nstrength = \"agreed\"\n");
    assert_eq!(
        (line, why.as_str()),
        (2, "'card.strength' is no text for people")
    );
    let (line, why) = refusal("[[source]]\nyear = 1998\n");
    assert_eq!(
        (line, why.as_str()),
        (2, "'source.year' is no text for people")
    );
    let (line, why) = refusal("[card]\ntitle = \" \"\n");
    assert_eq!((line, why.as_str()), (2, "'card.title' has no words"));
    assert_eq!(refusal("[card]\ntitle = \"x\n").0, 2);
}

#[test]
fn tables_with_an_id_are_found_by_it_and_others_by_their_place() {
    let english = "[[event]]\nid = \"a\"\nword = \"One\"\n[[event]]\nid = \"b\"\nword = \"Two\"\n";
    let lay = |other: &str| laid_over("events.toml", english, "locales/de/events.toml", other);
    let turned = "[[event]]\nid = \"b\"\nword = \"Zwei\"\n[[event]]\nid = \"a\"\nword = \"Eins\"\n";
    let text = lay(turned).unwrap().text;
    assert_eq!(
        text,
        "[[event]]\nid = \"a\"\nword = \"Eins\"\n[[event]]\nid = \"b\"\nword = \"Zwei\"\n"
    );
    let by_place = "[[event]]\nword = \"Eins\"\n[[event]]\nword = \"Zwei\"\n";
    assert_eq!(lay(by_place).unwrap().text, text);
    let one = lay("[[event]]\nid = \"b\"\nword = \"Zwei\"\n").unwrap();
    assert_eq!(one.left, [(3, "event.word".to_owned())]);
    assert!(lay("[[event]]\nid = \"c\"\nword = \"Drei\"\n").is_err());
    assert!(lay("[[event]]\nid = \"a\"\n[[event]]\nid = \"a\"\n").is_err());
    assert!(lay("[[event]]\nword = \"Eins\"\n").is_err());
}

#[test]
fn the_pseudo_language_touches_only_what_people_read() {
    let text = in_pseudo("cards/grief.toml", ENGLISH).unwrap();
    let read: toml::Table = text.parse().unwrap();
    let card = read["card"].as_table().unwrap();
    assert_eq!(card["id"].as_str(), Some("grief"));
    assert_eq!(card["strength"].as_str(), Some("idea"));
    for part in [
        &card["title"],
        &card["text"][0],
        &card["limits"],
        &read["source"][0]["name"],
    ] {
        let words = part.as_str().unwrap();
        assert!(!words.chars().any(|c| c.is_ascii_alphabetic()), "{words}");
        assert!(
            words.starts_with('\u{27e6}') && words.ends_with('\u{27e7}'),
            "{words}"
        );
    }
}
