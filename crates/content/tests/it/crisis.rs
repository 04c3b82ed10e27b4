//! Help lines: enough countries, each number with where it comes from, and nothing that a file can
//! claim without its sources bearing it out.

use std::collections::BTreeSet;

use content::{
    By, ContentError, REVIEW_AFTER_DAYS, Reaches, SourceKind, Who, check_all, countries,
    parse_country, sources,
};

use crate::day;

#[test]
fn there_are_forty_five_countries_and_every_number_says_where_it_comes_from() {
    let all = countries().unwrap();
    assert!(all.len() >= 45, "{}", all.len());
    let codes: BTreeSet<&str> = all.iter().map(|c| c.code.as_str()).collect();
    assert_eq!(codes.len(), all.len());
    let mut zones = BTreeSet::new();
    for country in all {
        assert!(country.header.reviewed_by.is_none(), "{}", country.code);
        for zone in &country.zones {
            assert!(zones.insert(zone), "{zone} lies in two countries");
        }
        let of_lines = country.lines.iter().map(|line| &line.proof);
        for proof in country.emergency.iter().map(|e| &e.proof).chain(of_lines) {
            assert!(!proof.sources.is_empty() && proof.agreement >= 1);
            for source in &proof.sources {
                assert!(!source.name.is_empty() && source.address.contains('.'));
            }
        }
    }
    let with_two = all.iter().filter(|country| {
        let mut lines = country.lines.iter();
        lines.any(|line| line.who == Who::Anyone && !line.proof.is_single())
    });
    let n = with_two.count();
    println!(
        "{} countries, {n} with a line that two sources name",
        all.len()
    );
    assert!(n >= 40, "{n}");
}

#[test]
fn numbers_known_to_be_old_or_of_another_country_are_not_there() {
    let all = countries().unwrap();
    let find = |code: &str| all.iter().find(|c| c.code == code).unwrap();
    let numbers =
        |code: &str| -> Vec<&str> { find(code).lines.iter().map(|l| l.number.as_str()).collect() };
    // The clinical notes and newer sources name these as wrong.
    for (code, wrong) in [
        ("DK", "179"),
        ("TR", "143"),
        ("UA", "143"),
        ("NL", "0900 0113"),
        ("IT", "199 284 284"),
        ("KR", "1393"),
        ("SG", "1800 221 4444"),
        ("BR", "141"),
        ("CN", "12320"),
        ("US", "1-800-273-8255"),
    ] {
        assert!(!numbers(code).contains(&wrong), "{code} {wrong}");
    }
    // Nothing is confirmed for Turkey: the emergency number alone.
    assert!(find("TR").lines.is_empty());
    assert_eq!(find("TR").emergency[0].number, "112");
    assert_eq!(find("TR").emergency[0].reaches, Reaches::Any);
    assert!(numbers("PT").contains(&"1411") && numbers("KR").contains(&"109"));
    assert!(find("US").lines[0].by.contains(&By::Text));
}

#[test]
fn a_list_that_copies_another_counts_once() {
    let sources = sources().unwrap();
    let copying: Vec<_> = sources.iter().filter(|s| s.copies.is_some()).collect();
    assert!(copying.iter().any(|s| s.id == "a24"));
    assert!(sources.iter().any(|s| s.kind == SourceKind::Official));
    // Both of them name it, and they count as one.
    let denmark = countries().unwrap().iter().find(|c| c.code == "DK");
    let line = &denmark.unwrap().lines[0];
    assert_eq!((line.proof.sources.len(), line.proof.agreement), (3, 2));
}

/// A country that is in order.
const GOOD: &str = r#"
[header]
version = "1"
status = "own"
source = "lists"
licence = "MIT OR Apache-2.0"
reviewed_by = "nobody yet"
reviewed_on = "not yet"
review_by = "2027-05-23"
[country]
names = ["Nowhere"]
zones = []
checked_on = "2026-11-24"
[[emergency]]
number = "112"
reaches = "any"
sources = ["a24", "hr"]
verified_on = "2024-09-01"
agreement = 2
[[line]]
name = "Ear"
number = "116 123"
who = "anyone"
by = ["call"]
sources = ["w21", "a24"]
verified_on = "2024-09-01"
agreement = 1
"#;

#[test]
fn a_file_says_no_more_than_its_sources_bear_out() {
    let good = parse_country("XX.toml", GOOD).unwrap();
    assert!(good.lines[0].proof.is_single() && !good.emergency[0].proof.is_single());
    let wrong = |old: &str, new: &str| {
        assert!(GOOD.contains(old), "{old}");
        let error = parse_country("XX.toml", &GOOD.replacen(old, new, 1)).unwrap_err();
        let said = error.to_string();
        assert!(said.starts_with("XX.toml"), "{said}");
        said
    };
    for (old, new, why) in [
        ("agreement = 2", "agreement = 3", "says 3 agree, and 2 do"),
        ("agreement = 1", "agreement = 2", "says 2 agree, and 1 do"),
        ("2024-09-01", "2026-11-24", "newest source is of 2024-09-01"),
        ("2024-09-01", "undated", "newest source is of 2024-09-01"),
        ("2024-09-01", "soon", "soon"),
        (r#"["w21", "a24"]"#, "[]", "names no source"),
        (r#"["w21", "a24"]"#, r#"["w21", "w21"]"#, "one twice"),
        (
            r#"["w21", "a24"]"#,
            r#"["friend"]"#,
            "unknown source 'friend'",
        ),
        ("116 123", "call me", "cannot be dialled"),
        ("116 123", "116 123 ", "cannot be dialled"),
        (r#"by = ["call"]"#, "by = []", "no way to reach it"),
        (r#"by = ["call"]"#, r#"by = ["fax"]"#, "fax"),
        (r#"who = "anyone""#, r#"who = "everyone""#, "everyone"),
        (
            r#"name = "Ear""#,
            r#"name = "Ear"
price = "1""#,
            "price",
        ),
        (
            r#"names = ["Nowhere"]"#,
            "names = []",
            "a name and an emergency number",
        ),
        ("2027-05-23", "2027-05-24", "more than 180 days"),
        (r#"checked_on = "2026-11-24""#, "", "checked_on"),
    ] {
        let said = wrong(old, new);
        assert!(said.contains(why), "{old} -> {new}: {said}");
    }
    let twice = format!(
        "{GOOD}{}",
        GOOD.split_once("[[line]]")
            .unwrap()
            .1
            .replacen("name", "[[line]]\nname", 1)
    );
    let said = parse_country("XX.toml", &twice).unwrap_err().to_string();
    assert!(said.contains("stands here twice"), "{said}");
    let without = GOOD.split_once("[[emergency]]").unwrap().0;
    assert!(parse_country("XX.toml", without).is_err());
    assert!(parse_country("nowhere.toml", GOOD).is_err());
}

#[test]
fn numbers_are_due_again_half_a_year_after_they_were_compared() {
    for country in countries().unwrap() {
        let latest = country.checked_on.plus_days(REVIEW_AFTER_DAYS);
        assert!(country.header.review_by <= latest, "{}", country.code);
    }
    let late = |today: &str| {
        let found = check_all(&[], day(today));
        let late = |e: &&ContentError| matches!(e, ContentError::ReviewOverdue { file, .. } if file.len() == "IE.toml".len());
        found.iter().filter(late).count()
    };
    assert_eq!(late("2027-05-23"), 0);
    assert_eq!(late("2027-05-24"), countries().unwrap().len());
}
