//! Exist: every day is there with or without a value, minutes from noon, scales of nine steps.

use exchange::{AppFileError, exist_claims};
use record::{Polarity, ResponseScale, Role, Window};

use super::{fixture, keys, read, setting, told, zip};

const WORDS: &str = "[mood.Numb]\nnumb = true\n[mood.Numbness]\nnumb = true\n";

#[test]
fn an_archive_gives_scales_nights_steps_tags_and_notes() {
    let parsed = read(&fixture("exist"), &setting(WORDS)).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "2025-03-01 12:00 event walk outside",
            "2025-03-01 12:00 exist_energy_level=4 exist_mood=1 exist_weather_temp_max=8 exist_steps=4000",
            "2025-03-02 07:10 night Some(395) from Some(\"2025-03-01 23:30\")",
            "2025-03-02 12:00 practice mindfulness Some(Minutes(10))",
            "2025-03-02 12:00 note \"walked with a friend & slept\"",
            "2025-03-02 12:00 event Numb",
            "2025-03-02 12:00 exist_energy_level=3 exist_mood=9 exist_tag_numb=1 \
             exist_as_numb_numbness_scale=2 exist_weather_temp_max=12.25 exist_steps=8000",
            "2025-03-04 07:30 night Some(420) from Some(\"2025-03-04 00:30\")",
            "2025-03-04 12:00 event walk outside",
            "2025-03-04 12:00 exist_mood=5 exist_as_numb_numbness_scale=7 exist_weather_temp_max=-3.5",
        ]
    );
    let ledger = &parsed.ledger;
    assert_eq!(ledger.n_rows, 14 * 4);
    assert_eq!(ledger.n_rows_rejected, 2, "an energy of 10 and a tag of 2");
    for (kind, n) in [
        ("weather_summary", 3),
        ("nights without a length", 1),
        ("numbers of a day that was not over", 1),
        ("files of claims, which are no facts", 1),
    ] {
        assert_eq!(ledger.unknown.get(kind), Some(&n), "{kind}");
    }
}

#[test]
fn only_the_person_says_that_a_scale_or_a_tag_is_numbness() {
    let AppFileError::WordsNeeded { proposal } = read(&fixture("exist"), &setting("")).unwrap_err()
    else {
        panic!("two names are asked about");
    };
    assert_eq!(proposal.matches("[mood.").count(), 2, "{proposal}");
    let role = |words: &str, id: &str| {
        let parsed = read(&fixture("exist"), &setting(words)).unwrap();
        let item = parsed.items.iter().find(|item| item.id.as_str() == id);
        item.map(|item| (item.role, item.scale, item.window))
    };
    let steps = ResponseScale::Steps { min: 1, max: 9 };
    let numb = Role::Outcome(Polarity::HigherIsMoreNumb);
    assert_eq!(
        role(WORDS, "exist_as_numb_numbness_scale"),
        Some((numb, steps, Window::Daily))
    );
    let neither = "[mood.Numb]\n[mood.Numbness]\n";
    assert_eq!(
        role(neither, "exist_numbness_scale"),
        Some((Role::Candidate, steps, Window::Daily))
    );
    assert_eq!(role(neither, "exist_tag_numb"), None);
    assert_eq!(
        role(neither, "exist_mood"),
        Some((Role::Candidate, steps, Window::Daily))
    );
    // What another service counted is kept, and no question is asked about it.
    assert_eq!(
        role(WORDS, "exist_weather_temp_max").unwrap().0,
        Role::Context
    );
}

#[test]
fn a_list_of_attributes_gives_the_same_days_and_needs_no_words_where_no_name_says_numb() {
    let alone = read(&fixture("exist-attributes.json"), &setting("")).unwrap();
    assert_eq!(told(&alone).len(), 5, "{:?}", told(&alone));
    let all = keys(&read(&fixture("exist"), &setting(WORDS)).unwrap());
    assert!(keys(&alone).iter().all(|key| all.contains(key)));
}

#[test]
fn the_claims_of_an_archive_are_handed_out_and_no_fact() {
    let claims = exist_claims(&fixture("exist")).unwrap();
    assert_eq!(claims.claims.len(), 1);
    assert_eq!(claims.claims[0].item(), "exist_mood");
}

/// A page with one attribute.
fn attribute(rest: &str) -> Vec<u8> {
    format!(r#"{{"count":1,"next":null,"results":[{{{rest}}}]}}"#).into()
}

#[test]
fn a_name_may_stand_behind_its_values_and_a_day_may_stand_twice() {
    let page = attribute(
        r#""value_type":8,"values":[{"date":"2025-03-01","value":4},{"date":"2025-03-01","value":6},
        {"date":"2025-03-02","value":null}],"manual":true,"label":"Mood","name":"mood""#,
    );
    let both = zip(&[("a.json", &page), ("b.json", &page)]);
    let parsed = read(&both, &setting("")).unwrap();
    assert_eq!(told(&parsed), ["2025-03-01 12:00 exist_mood=4"]);
    assert_eq!(parsed.ledger.unknown["values that stand twice"], 3);
    assert_eq!(parsed.ledger.n_rows_blank, 2);
}

#[test]
fn a_mood_of_five_steps_is_not_mixed_with_one_of_nine() {
    let page = attribute(
        r#""name":"mood","label":"Mood","value_type":0,"manual":true,"values":[{"date":"2019-03-01","value":4},{"date":"2019-03-02","value":7}]"#,
    );
    let parsed = read(&page, &setting("")).unwrap();
    assert_eq!(told(&parsed), ["2019-03-01 12:00 exist_mood_of_5=4"]);
    assert_eq!(parsed.ledger.n_rows_rejected, 1);
}

#[test]
fn values_that_cannot_be_are_rejected_and_a_file_that_is_cut_or_too_long_is_refused() {
    let page = attribute(
        r#""name":"mood","label":"Mood","value_type":8,"values":[{"date":"-2025-03-01","value":4},
        {"date":"2025-02-30","value":4},{"value":4},{"date":"2025-03-01","value":[4]},7,
        {"date":"2025-03-02","value":"NaN"},{"date":"2025-03-03","value":4.5},{"date":"2025-03-04","value":0}]"#,
    );
    let parsed = read(&page, &setting("")).unwrap();
    assert!(parsed.facts.is_empty(), "{:?}", told(&parsed));
    assert_eq!(
        parsed.ledger.n_rows_rejected + parsed.ledger.n_rows_blank,
        8
    );
    for cut in [page.len() / 2, page.len() - 2] {
        assert!(read(&page[..cut], &setting("")).is_err());
    }
    let long = attribute(&format!(
        r#""name":"mood_note","label":"x","value_type":2,"values":[{{"date":"2025-03-01","value":"{}"}}]"#,
        "x".repeat(2 << 20)
    ));
    assert!(matches!(
        read(&long, &setting("")),
        Err(AppFileError::Broken { .. })
    ));
    let night = attribute(
        r#""name":"sleep_end","label":"x","value_type":4,"values":[{"date":"2025-03-01","value":1440},{"date":"2025-03-02","value":-1}]"#,
    );
    let parsed = read(&night, &setting("")).unwrap();
    assert_eq!((parsed.facts.len(), parsed.ledger.n_rows_rejected), (0, 2));
}
