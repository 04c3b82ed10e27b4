//! Facts of questionnaires. Refuses a number without a source, wording, and a form taken for another.

use std::collections::BTreeSet;

use content::{
    Clue, Described, instrument, instruments, parse_instruments, reading_grade, recognise,
};

fn named<'a>(title: &'a str, n_questions: usize) -> Described<'a> {
    Described {
        title,
        n_questions,
        ..Described::default()
    }
}

fn ids(form: Described<'_>) -> Vec<&'static str> {
    let found = recognise(form).unwrap();
    found.iter().map(|one| one.instrument.id()).collect()
}

#[test]
fn the_sixteen_questionnaires_of_the_clinical_notes_are_there() {
    let all: BTreeSet<_> = instruments().unwrap().iter().map(|one| one.id()).collect();
    let wanted = [
        "cds2",
        "cds29",
        "core10",
        "dass21",
        "des2",
        "gad7",
        "ipip_dissociation",
        "isi",
        "odq",
        "paq",
        "pcl5",
        "pcptsd5",
        "phq8",
        "phq9",
        "shaps",
        "who5",
    ];
    assert_eq!(all, BTreeSet::from(wanted));
}

#[test]
fn a_score_can_not_lie_outside_its_ranges_and_each_range_has_words() {
    for one in instruments().unwrap() {
        for (scale, words) in one.rule.parts().scales.iter().zip(&one.scales) {
            assert_eq!(scale.id, words.id);
            assert_eq!(scale.bands_from.len(), words.bands.len(), "{}", one.id());
            let other: BTreeSet<_> = words.bands.iter().collect();
            assert_eq!(other.len(), words.bands.len(), "{}", one.id());
        }
    }
}

#[test]
fn questions_about_hurting_oneself_are_named() {
    let of = |id| instrument(id).unwrap().unwrap().rule.clone();
    assert_eq!(of("phq9").parts().about_self_harm, [9]);
    assert_eq!(of("phq9").item_id(9), "phq9_9");
    assert_eq!(of("core10").parts().about_self_harm, [6]);
    assert!(of("phq8").parts().about_self_harm.is_empty());
}

#[test]
fn a_form_is_recognized_by_code_title_or_address() {
    let coded = Described {
        title: "Fragebogen",
        codes: &["44249-1"],
        n_questions: 9,
        ..Described::default()
    };
    let found = recognise(coded).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].instrument.id(), found[0].clue),
        ("phq9", Clue::Code)
    );
    assert_eq!(
        ids(named("Patient Health Questionnaire (PHQ-9)", 9)),
        ["phq9"]
    );
    let addressed = Described {
        title: "Stimmung",
        url: Some("http://example.org/Questionnaire/gad-7"),
        n_questions: 7,
        ..Described::default()
    };
    assert_eq!(ids(addressed), ["gad7"]);
}

#[test]
fn more_questions_at_the_end_are_still_the_form_and_half_of_it_is_not() {
    for (n, wanted) in [(9, true), (10, true), (11, true), (12, false), (5, false)] {
        let found = recognise(named("PHQ-9", n)).unwrap();
        assert_eq!(found[0].has_its_questions, wanted, "{n}");
    }
}

#[test]
fn the_short_and_the_long_form_of_one_name_are_told_apart_by_their_length() {
    assert_eq!(
        ids(named("Cambridge Depersonalisation Scale", 58)),
        ["cds29"]
    );
    assert_eq!(
        ids(named("Cambridge Depersonalisation Scale 2", 2)),
        ["cds2", "cds29"]
    );
}

#[test]
fn a_name_inside_a_word_is_no_name() {
    assert_eq!(ids(named("Crisis plan", 7)), [""; 0]);
    assert_eq!(ids(named("My own list", 9)), [""; 0]);
}

#[test]
fn a_child_of_twelve_can_read_what_is_said_about_them() {
    let texts: Vec<_> = (instruments().unwrap().iter())
        .flat_map(|one| [one.about.as_str(), one.limits.as_str()])
        .collect();
    let grade = reading_grade(texts).unwrap();
    println!("{grade:?}");
    assert!(grade.median() <= 6.0, "{grade:?}");
}

/// Each of the changes takes away or bends one fact; none is read.
#[test]
fn a_file_with_a_fact_that_nobody_backs_is_refused() {
    let path = super::people::content_folder().join("instruments/core10.toml");
    let text = std::fs::read_to_string(path).unwrap();
    let parse = |text: &str| parse_instruments(&[("instruments/core10.toml", text)]);
    assert!(parse(&text).is_ok());
    let changes = [
        (
            r#""items", "total", "self_harm", "order""#,
            r#""items", "total", "order""#,
        ),
        (r#"of = ["total", "missing"]"#, r#"of = ["total"]"#),
        (r#"of = ["rights"]"#, r#"of = ["leave"]"#),
        ("from = 15", "from = 11"),
        ("from = 25", "from = 41"),
        ("from = 0,", "from = 1,"),
        (r#"items = "1-10""#, r#"items = "1-11""#),
        (r#"items = "1-10""#, r#"items = "1-9,9""#),
        ("missing_max = 1", "missing_max = 10"),
        ("points = 6", "points = 60"),
        ("min = 0, max = 4", "min = 4, max = 0"),
        (r#"id = "core10""#, r#"id = "core_10""#),
        ("about_self_harm = [6]", "about_self_harm = [16]"),
        (r#"checked_on = "2026-11-25""#, r#"checked_on = "soon""#),
    ];
    for (from, to) in changes {
        let bent = text.replacen(from, to, 1);
        assert_ne!(bent, text, "{from}");
        assert!(parse(&bent).is_err(), "{from} -> {to}");
    }
}
