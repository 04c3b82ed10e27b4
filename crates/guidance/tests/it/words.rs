//! The texts of the rules: all there, none that tells anyone to change a medicine or names an illness
//! as theirs.

use content::Texts;
use content::rules::rules;

/// All that the rules can say, by id.
fn said() -> Vec<(String, String)> {
    let texts = Texts::english();
    let ids = rules().unwrap().text_ids();
    assert!(ids.len() > 150, "{}", ids.len());
    ids.into_iter()
        .map(|id| {
            assert!(texts.has(&id), "there is no text {id}");
            let words = texts.get(&id);
            (id, words)
        })
        .collect()
}

#[test]
fn each_advice_has_its_texts_and_its_source() {
    let set = rules().unwrap();
    said();
    for clause in set.rules.iter().flat_map(|rule| &rule.clauses) {
        let source = set.source(&clause.source).unwrap();
        assert!(
            !source.name.is_empty() && source.year.len() == 4,
            "{source:?}"
        );
    }
    let ids: Vec<&str> = set.rules.iter().map(|rule| rule.id.as_str()).collect();
    let wanted: Vec<String> = (1..=30).map(|n| format!("R{n}")).collect();
    assert_eq!(ids, wanted);
}

#[test]
fn no_text_tells_anyone_to_start_stop_or_change_a_medicine() {
    let touch = [
        "start", "stop", "change", "cut", "lower", "raise", "skip", "switch", "double", "halve",
        "taper", "take",
    ];
    let things = ["medicine", "dose", "pill", "tablet", "drug"];
    for (id, words) in said() {
        // What a person told is not told to them.
        if id.starts_with("reason-") {
            continue;
        }
        for sentence in words.split_inclusive(['.', '?', '!', ';', ':']) {
            let lower = sentence.to_lowercase();
            let mut tokens = lower.split(|c: char| !c.is_alphanumeric());
            let commands = tokens.clone().any(|word| touch.contains(&word));
            let is_about = tokens.any(|word| things.iter().any(|thing| word.starts_with(thing)));
            // 'Do not', 'must not' forbid; a condition or a question commands nothing.
            let is_harmless = ["do not", "must not", "if you take"]
                .iter()
                .any(|ok| lower.contains(ok));
            assert!(!(commands && is_about) || is_harmless, "{id}: {sentence}");
        }
    }
}

#[test]
fn every_text_about_a_medicine_says_to_ask_and_not_to_change_it_alone() {
    let set = rules().unwrap();
    let texts = Texts::english();
    for id in ["R15", "R16", "R17", "R18"] {
        for clause in &set.rule(id).unwrap().clauses {
            let what = texts.get(&format!("advice-{}-what", clause.text));
            assert!(what.contains("Do not stop or change"), "{id}: {what}");
            assert!(
                what.contains("by yourself") && what.contains("ask"),
                "{id}: {what}"
            );
            assert!(clause.who.starts_with("prescriber"), "{id}: {}", clause.who);
        }
    }
}

#[test]
fn no_text_names_an_illness_as_the_persons_own_or_promises_anything() {
    let never = [
        "you have a",
        "you suffer",
        "you are ill",
        "disorder",
        "depression",
        "psychosis",
        "epilepsy",
        "ptsd",
        "stroke",
        "abnormal",
        "risk of suicide",
        "suicid",
        "will help",
        "will get better",
        "will cure",
        "always works",
    ];
    for (id, words) in said() {
        let lower = words.to_lowercase();
        for word in never {
            let is_no_promise = id == "reason-terminal-own";
            assert!(
                !lower.contains(word) || is_no_promise,
                "{id} says '{word}': {words}"
            );
        }
    }
}

#[test]
fn the_words_for_a_source_follow_from_its_kind_alone() {
    let texts = Texts::english();
    let opening = |kind: &str| {
        let words = texts.get(&format!("source-{kind}"));
        words.split([':', '.']).next().unwrap().to_owned()
    };
    assert_eq!(opening("guideline"), "A guideline says so");
    assert_eq!(opening("manual"), "A book for doctors says so");
    assert_eq!(opening("study"), "Research suggests it");
    assert_eq!(opening("advice"), "A health service advises it");
    assert_eq!(opening("house"), "This is a rule of our own");
}
