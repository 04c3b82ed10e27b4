//! Languages: which one is spoken, what each says, and that a complete one leaves nothing in English.

use content::{
    Language, Texts, cards, check_in, check_language, complete_languages, countries, events, speak,
    spoken, strategies, wording,
};

use super::day;

#[test]
fn a_tag_with_or_without_a_land_means_its_language() {
    for (tag, language) in [
        ("de", Some(Language::German)),
        ("de-AT", Some(Language::German)),
        ("de_DE.UTF-8", Some(Language::German)),
        ("ES-mx", Some(Language::Spanish)),
        ("en_US", Some(Language::English)),
        ("en-XA", Some(Language::Pseudo)),
        ("C", None),
        ("eng", None),
        ("", None),
    ] {
        assert_eq!(Language::from_tag(tag), language, "{tag}");
    }
    for language in Language::ALL {
        assert_eq!(Language::from_tag(language.code()), Some(language));
    }
}

#[test]
fn the_browser_gets_the_known_language_that_it_likes_best() {
    let best = Language::from_accepted;
    assert_eq!(best("de-DE,de;q=0.9,en;q=0.8"), Some(Language::German));
    assert_eq!(best("fr, es;q=0.7, en;q=0.8"), Some(Language::English));
    assert_eq!(best("fr;q=1, es-AR;q=0.2"), Some(Language::Spanish));
    assert_eq!(best("de;q=0, fr"), None);
    assert_eq!(best(""), None);
    assert_eq!(best("*"), None);
}

#[test]
fn a_language_is_spoken_until_it_is_dropped_and_on_one_thread_only() {
    assert_eq!(spoken(), Language::English);
    {
        let _german = speak(Language::German);
        assert_eq!(spoken(), Language::German);
        {
            let _spanish = speak(Language::Spanish);
            assert_eq!(spoken(), Language::Spanish);
        }
        assert_eq!(spoken(), Language::German);
        assert_eq!(
            std::thread::spawn(spoken).join().unwrap(),
            Language::English
        );
    }
    assert_eq!(spoken(), Language::English);
}

#[test]
fn decimals_and_plurals_follow_the_language() {
    let source = "\
n = { $n }
days =
    { $n ->
        [one] one
       *[other] { $n } many
    }
";
    for (language, number, half, one, million) in [
        (Language::English, "38.5", "0.5 many", "one", "1000000 many"),
        (Language::German, "38,5", "0,5 many", "one", "1000000 many"),
        (Language::Spanish, "38,5", "0,5 many", "one", "1000000 many"),
    ] {
        let texts = Texts::from_files_in(language, &[("sample.ftl", source)]);
        assert_eq!(texts.format("n", &[("n", 38.5.into())]), number);
        assert_eq!(texts.format("n", &[("n", 38.into())]), "38");
        assert_eq!(
            texts.format("n", &[("n", "38.5".into())]),
            "38.5",
            "words stay as they are"
        );
        assert_eq!(texts.format("days", &[("n", 0.5.into())]), half);
        assert_eq!(texts.format("days", &[("n", 1.into())]), one);
        assert_eq!(texts.format("days", &[("n", 1_000_000.into())]), million);
    }
}

#[test]
fn a_text_that_a_language_does_not_have_is_shown_in_english() {
    for language in Language::KNOWN {
        let texts = Texts::of(language);
        for id in Texts::english().ids() {
            assert!(!texts.get(id).starts_with('['), "{id} in {language:?}");
        }
        assert_eq!(texts.get("no-such-text-here"), "[no-such-text-here]");
    }
}

#[test]
fn a_complete_language_says_all_that_english_says_and_no_denied_word() {
    let mut languages = complete_languages().to_vec();
    assert_eq!(languages.first(), Some(&Language::English));
    // One that is being written can be looked at: THAWLINE_LANGUAGE=de.
    if let Some(asked) = std::env::var("THAWLINE_LANGUAGE")
        .ok()
        .and_then(|tag| Language::from_tag(&tag))
    {
        languages.push(asked);
    }
    for language in languages {
        let found = check_language(language, day("2026-11-29"));
        let lines: Vec<_> = found.iter().map(ToString::to_string).collect();
        assert!(
            found.is_empty(),
            "{} of {}:\n{}",
            found.len(),
            language.code(),
            lines.join("\n")
        );
    }
}

#[test]
fn every_language_reads_all_files_and_keeps_what_is_no_text() {
    let english = check_in().unwrap();
    for language in Language::ALL {
        let _speaking = speak(language);
        let set = check_in().unwrap();
        assert_eq!(set.record_items(), english.record_items(), "{language:?}");
        assert!(wording().is_ok());
        let ids: Vec<_> = events()
            .unwrap()
            .events
            .iter()
            .map(|e| e.id.as_str())
            .collect();
        assert_eq!(ids.len(), 25);
        assert_eq!(cards().unwrap().len(), 21);
        assert_eq!(strategies().unwrap().len(), 12);
        assert_eq!(countries().unwrap().len(), 69);
    }
}

#[test]
fn in_the_pseudo_language_every_text_has_accents_and_is_longer() {
    let (english, pseudo) = (Texts::english(), Texts::of(Language::Pseudo));
    let (mut n_before, mut n_after) = (0, 0);
    for id in english.ids() {
        let words = pseudo.get(id);
        // Names of values stand in braces while nothing is put in.
        let outside: String = words
            .split('{')
            .map(|part| part.rsplit('}').next().unwrap_or(""))
            .collect();
        assert!(
            !outside.chars().any(|c| c.is_ascii_alphabetic()),
            "{id}: {words}"
        );
        n_before += english.get(id).chars().count();
        n_after += words.chars().count();
    }
    assert!(n_after * 10 > n_before * 12, "{n_before} to {n_after}");
    let _speaking = speak(Language::Pseudo);
    for strategy in strategies().unwrap() {
        assert!(
            !strategy.heading.chars().any(|c| c.is_ascii_alphabetic()),
            "{}",
            strategy.heading
        );
    }
}
