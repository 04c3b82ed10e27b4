//! The content as the other rooms see it. Refuses texts that scold, label or are hard to read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A failed test stops here.

mod cards;
mod crisis;
mod forms;
mod instruments;
mod languages;
mod manual;
mod people;
mod reading;
mod strategies;

use std::collections::BTreeSet;

use content::rules::rules;
use content::{Asked, ContentError, Texts, Tone, check_all, check_in, reading_grade, wording};
use record::{LocalDay, Polarity, ResponseScale, Role, Window};

fn day(text: &str) -> LocalDay {
    LocalDay::parse(text).unwrap()
}

#[test]
fn all_content_is_in_order_today() {
    let found = check_all(&[], day("2026-11-23"));
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_item_has_its_own_id_and_both_end_labels() {
    let set = check_in().unwrap();
    let ids: BTreeSet<_> = set.items.iter().map(|i| i.item.id.as_str()).collect();
    assert_eq!(ids.len(), set.items.len());
    assert_eq!(set.items.len(), 21);
    for item in &set.items {
        assert!(!item.low.is_empty() && !item.high.is_empty() && item.low != item.high);
        assert!(item.question.ends_with('?'), "{}", item.question);
        assert!(item.question.split_whitespace().count() <= 14);
    }
}

#[test]
fn the_set_has_the_structure_of_the_clinical_notes() {
    let set = check_in().unwrap();
    let ids = |asked| -> Vec<_> { set.asked(asked).map(|i| i.item.id.as_str()).collect() };
    assert_eq!(
        ids(Asked::Always),
        ["feeling_strength", "feeling_distance", "tension"]
    );
    assert_eq!(ids(Asked::InTurn), ["body_apart", "world_apart"]);
    assert_eq!(ids(Asked::Rotating).len(), 12);
    assert_eq!(ids(Asked::Last), ["flicker"]);
    let strength = set.item("feeling_strength").unwrap();
    assert_eq!(
        strength.item.role,
        Role::Outcome(Polarity::HigherIsMoreFeeling)
    );
    assert_eq!(strength.item.scale, ResponseScale::LINE_0_100);
    let distance = set.item("feeling_distance").unwrap();
    assert_eq!(
        distance.item.role,
        Role::Outcome(Polarity::HigherIsMoreNumb)
    );
    let flicker = set.items.last().unwrap();
    assert_eq!(flicker.item.window, Window::SinceLast);
    assert_eq!(flicker.steps.len(), 3);
    assert!(set.header.status.contains("not yet validated"));
    assert_eq!(set.header.reviewed_by, None);
    assert_eq!(set.record_items().len(), 21);
}

#[test]
fn a_flicker_word_can_be_pleasant_neutral_or_unpleasant() {
    let set = check_in().unwrap();
    for tone in [Tone::Pleasant, Tone::Neutral, Tone::Unpleasant] {
        assert!(set.flicker_words.iter().filter(|w| w.tone == tone).count() >= 6);
    }
    assert_eq!(set.flicker_word("warmth").unwrap().word, "warm");
    assert!(set.flicker_word("nothing_of_the_kind").is_none());
}

#[test]
fn a_child_of_twelve_can_read_the_items() {
    let set = check_in().unwrap();
    let all: Vec<_> = set.texts().map(|(_, text)| text).collect();
    let questions = set.items.iter().map(|i| i.question.as_str());
    for grade in [
        reading_grade(all).unwrap(),
        reading_grade(questions).unwrap(),
    ] {
        println!("{grade:?}");
        assert!(grade.ari <= 6.0 && grade.coleman_liau <= 6.0, "{grade:?}");
    }
}

#[test]
fn reading_grades_follow_their_formulas() {
    // By hand: 9 letters, 3 words, 1 sentence.
    let grade = reading_grade(["The cat sat."]).unwrap();
    assert!((grade.ari - (4.71 * 3.0 + 0.5 * 3.0 - 21.43)).abs() < 1e-9);
    let expected = 0.0588 * 300.0 - 0.296 * 100.0 / 3.0 - 15.8;
    assert!((grade.coleman_liau - expected).abs() < 1e-9);
    assert_eq!(reading_grade([" ", "..."]), None);
}

#[test]
fn no_text_for_people_holds_a_denied_word() {
    let list = wording().unwrap();
    let texts = people::texts_for_people();
    assert!(texts.len() > 250, "{}", texts.len());
    let found: Vec<_> = (texts.iter())
        .filter_map(|shown| {
            let denied = list.denied_word_in(&shown.id, &shown.words)?;
            Some(format!(
                "{} {}: '{}' {}: {}",
                shown.page, shown.id, denied.word, denied.why, shown.words
            ))
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn denied_words_are_found_at_the_beginning_of_words_only() {
    let list = wording().unwrap();
    assert_eq!(list.denied_word("A 7-day STREAK!").unwrap().word, "streak");
    assert!(list.denied_word("you Missed one").is_some());
    assert!(list.denied_word("diagnostic").is_some());
    assert!(list.denied_word("This is not a diagnosis.").is_none());
    assert!(
        list.denied_word("a secure, dismissed, impatient thing")
            .is_none()
    );
}

#[test]
fn content_past_its_review_is_reported() {
    let found = check_all(&[], day("2030-01-01"));
    let overdue = |e: &ContentError| matches!(e, ContentError::ReviewOverdue { .. });
    // Items, forms, events, medicines, instruments, troubles and wording; where help lines come from, and each country.
    let n_countries = content::countries().unwrap().len();
    let n_cards = content::cards().unwrap().len();
    let n_strategies = content::strategies().unwrap().len();
    let n = found.iter().filter(|e| overdue(e)).count();
    let n_rule_files = rules().unwrap().headers.len();
    assert_eq!(n_rule_files, 8);
    let n_instruments = content::instruments().unwrap().len();
    let n_lists = n_cards + n_strategies + n_instruments;
    assert_eq!(n, 14 + n_countries + n_lists + n_rule_files);
    assert!(check_in().unwrap().header.is_overdue(day("2030-01-01")));
}

#[test]
fn a_text_that_no_file_has_is_an_error_and_shows_harmlessly() {
    let missing = "no-such-text-here";
    let found = check_all(&[missing], day("2026-11-23"));
    assert!(found.contains(&ContentError::MissingText(missing.to_owned())));
    assert_eq!(Texts::english().get(missing), "[no-such-text-here]");
}

#[test]
fn texts_take_numbers_and_words_without_hidden_marks() {
    let source = "\
# A comment.
hello = Hello
days =
    { $n ->
        [one] one day
       *[other] { $n } days
    }
was = A week ago: { $then }, today: { $now }
";
    let texts = Texts::from_files(&[("sample.ftl", source)]);
    assert!(texts.problems().is_empty());
    assert_eq!(texts.ids().collect::<Vec<_>>(), ["days", "hello", "was"]);
    assert_eq!(texts.get("hello"), "Hello");
    assert_eq!(texts.format("days", &[("n", 1.into())]), "one day");
    assert_eq!(texts.format("days", &[("n", 38usize.into())]), "38 days");
    let was = texts.format("was", &[("then", 38.5.into()), ("now", "<46>".into())]);
    assert_eq!(was, "A week ago: 38.5, today: <46>");
    assert_eq!(texts.get("was"), "A week ago: {$then}, today: {$now}");
    assert!(texts.has("hello") && !texts.has("bye"));
}

#[test]
fn broken_text_files_are_reported_with_their_line() {
    let files = [("a.ftl", "one = 1\n%%%\n"), ("b.ftl", "one = again\n")];
    let texts = Texts::from_files(&files);
    let found: Vec<_> = texts.problems().iter().map(ToString::to_string).collect();
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].contains("a.ftl: line 2"), "{found:?}");
    assert!(found[1].contains("b.ftl"), "{found:?}");
    assert_eq!(texts.get("one"), "1");
}
