//! The cards are short, hedged as their sources are, and refused where they are not.

use crate::people::{content_folder, files_below};
use content::{CARD_WORDS_MAX, Card, cards, parse_cards, wording};

#[test]
fn the_first_card_says_that_it_is_common_and_passes() {
    let cards = cards().unwrap();
    assert_eq!(cards[0].id, "common");
    assert!(cards[0].title.contains("passes"));
    assert_eq!(cards[0].number, 1);
    assert!(cards.len() >= 17, "{}", cards.len());
    for topic in [
        "stress",
        "ptsd",
        "unreal",
        "medicines",
        "ssri-range",
        "children-violence",
        "protects",
        "after-strong-feeling",
        "grief",
        "hard-news",
        "body-causes",
        "no-medicine",
        "talking",
        "not-known",
        "as-if",
        "look-outward",
    ] {
        assert!(cards.iter().any(|card| card.id == topic), "{topic}");
    }
}

fn all_words(card: &Card) -> String {
    let texts: Vec<&str> = card.texts().map(|(_, text)| text).collect();
    texts.join(" ")
}

#[test]
fn every_card_is_short_and_says_its_source_its_limits_and_when_it_was_checked() {
    let strengths = &wording().unwrap().strengths;
    for card in cards().unwrap() {
        let n = all_words(card).split_whitespace().count();
        assert!(n <= CARD_WORDS_MAX, "{}: {n} words", card.id);
        assert!(!card.limits.is_empty() && !card.sources.is_empty());
        let strength = strengths.iter().find(|s| s.id == card.strength).unwrap();
        assert!(strength.label.ends_with('.'), "{}", strength.label);
        assert_eq!(wording().unwrap().denied_word(&strength.label), None);
        assert_eq!(
            card.header.reviewed_by, None,
            "a clinician has not read {}",
            card.id
        );
        for source in &card.sources {
            assert!(!source.seen.is_empty() && !source.address.is_empty());
            assert!(source.checked_on < card.header.review_by);
        }
    }
}

#[test]
fn the_figures_on_the_cards_are_those_of_the_studies() {
    let cards = cards().unwrap();
    let text = |id: &str| all_words(cards.iter().find(|card| card.id == id).unwrap());
    // Read, Cartwright and Gibson 2014, abstract: 1829 adults, 60 %, prescribed in the last five years.
    for part in [
        "2014",
        "1,829",
        "60",
        "last five years",
        "New Zealand",
        "online",
        "chose to take part",
    ] {
        assert!(text("medicines").contains(part), "{part}");
    }
    // Hunter, Sierra and David 2004, abstract: 26 to 74 % in a lifetime, 31 to 66 % at a trauma.
    for part in ["26 to 74", "31 to 66"] {
        assert!(text("common").contains(part), "{part}");
    }
    // Somer and others 2013, abstract: four trials, 180 people.
    for part in ["four trials", "180 people", "2013"] {
        assert!(text("no-medicine").contains(part), "{part}");
    }
    for part in ["almost 3,500", "six years", "2016", "704"] {
        assert!(text("children-violence").contains(part), "{part}");
    }
    for part in ["38 people", "could not find"] {
        assert!(text("ssri-range").contains(part), "{part}");
    }
    for id in ["medicines", "ssri-range"] {
        assert!(
            text(id).contains("Do not stop or change a medicine on your own."),
            "{id}"
        );
    }
}

#[test]
fn the_card_on_the_body_says_when_to_see_a_doctor_and_when_to_call_at_once() {
    let cards = cards().unwrap();
    let card = cards.iter().find(|card| card.id == "body-causes").unwrap();
    let reasons = card
        .text
        .iter()
        .find(|text| text.contains("see a doctor"))
        .unwrap();
    for sign in [
        "spells",
        "jerks",
        "smell or taste",
        "headache",
        "on one side",
        "after 40",
    ] {
        assert!(reasons.contains(sign), "{sign}");
    }
    let at_once = card
        .text
        .iter()
        .find(|text| text.contains("at once"))
        .unwrap();
    for sign in ["weakness", "speaking", "confusion", "fainting"] {
        assert!(at_once.contains(sign), "{sign}");
    }
    // The first card is read most: it must lead to a doctor too.
    assert!(cards[0].limits.contains("doctor"));
}

const GOOD: &str = r#"
[header]
version = "1"
status = "own"
source = "own"
licence = "MIT"
reviewed_by = "nobody yet"
reviewed_on = "not yet"
review_by = "2027-01-01"

[card]
number = 1
id = "rain"
title = "Rain"
strength = "idea"
text = ["Rain may fall."]
limits = "Not every day."
see = []

[[source]]
name = "A study"
year = 1999
address = "doi:1"
seen = "abstract"
checked_on = "2026-11-24"
"#;

/// What is said about the good card with one part changed.
fn said(from: &str, to: &str) -> String {
    let text = GOOD.replace(from, to);
    assert_ne!(text, GOOD, "{from} is in the file");
    match parse_cards(&[("cards/rain.toml", &text)]) {
        Ok(_) => "nothing".to_owned(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn a_card_that_is_not_as_it_should_be_is_refused_with_its_file() {
    assert_eq!(
        parse_cards(&[("cards/rain.toml", GOOD)]).unwrap()[0].id,
        "rain"
    );
    let long = format!("text = [\"may {}\"]", "rain ".repeat(CARD_WORDS_MAX));
    let cases = [
        ("number = 1", "number = 2", "without a gap"),
        ("id = \"rain\"", "id = \"snow\"", "name of the card"),
        ("see = []", "see = [\"snow\"]", "no other card 'snow'"),
        ("see = []", "see = [\"rain\"]", "no other card 'rain'"),
        ("\"idea\"", "\"sure\"", "no strength 'sure'"),
        ("may fall", "falls", "only 'idea'"),
        ("may fall", "may surely fall", "'surely' is too sure"),
        ("text = [\"Rain may fall.\"]", &long, "words, more than 149"),
        ("may fall", "may <b>fall</b>", "no markup"),
        ("Not every day.", "may, see https://x.test", "no link"),
        ("Not every day.", "", "limits"),
        ("seen = \"abstract\"", "seen = \" \"", "what was seen"),
        ("2026-11-24", "last week", "rain"),
        (
            "see = []",
            "see = []\noffered_at = [\"page:/time\"]",
            "neither an answer nor a rule",
        ),
        ("year = 1999", "year = 1999\nlink = \"x\"", "link"),
        ("review_by = \"2027-01-01\"", "", "review_by"),
    ];
    for (from, to, expected) in cases {
        let said = said(from, to);
        assert!(said.contains(expected), "{from} -> {to}: {said}");
        assert!(said.starts_with("cards/rain.toml"), "{said}");
    }
    let twice = GOOD.replace("rain", "snow");
    let both = [
        ("cards/rain.toml", GOOD),
        ("cards/snow.toml", twice.as_str()),
    ];
    let error = parse_cards(&both).unwrap_err().to_string();
    assert!(error.contains("without a gap or a double"), "{error}");
}

#[test]
fn every_place_that_offers_a_card_is_there() {
    let texts = content::Texts::english();
    let rules: String = (files_below(&content_folder().join("rules")).iter())
        .filter(|path| !path.to_str().unwrap().contains(".cases."))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    let mut n = 0;
    for card in cards().unwrap() {
        for place in &card.offered_at {
            if let Some(question) = place.strip_prefix("answer:") {
                assert!(texts.has(&format!("question-{question}")), "{place}");
            }
            if let Some(rule) = place.strip_prefix("rule:") {
                assert!(rules.contains(&format!("\nid = \"{rule}\"\n")), "{place}");
            }
            n += 1;
        }
    }
    assert!(n >= 5, "{n}");
}

#[test]
fn every_exception_of_the_wording_list_is_still_needed() {
    let list = wording().unwrap();
    let texts = crate::people::texts_for_people();
    for (word, ids, why) in list.exceptions() {
        assert!(why.len() > 20, "{why}");
        for id in ids {
            let needs = texts.iter().any(|shown| {
                shown.id.starts_with(id.as_str())
                    && (list.denied_word(&shown.words)).is_some_and(|found| found.word == word)
            });
            assert!(needs, "no text of '{id}' holds '{word}'");
        }
    }
}
