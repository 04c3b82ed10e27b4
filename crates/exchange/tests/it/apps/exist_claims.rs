//! Claims of Exist: each as it was said, the latest of a pair, and none that cannot be.

use exchange::{AppFileError, exist_claims};

use super::zip;

/// One claim; `more` stands behind its numbers.
fn claim(date: &str, pair: (&str, &str), numbers: &str) -> String {
    format!(
        r#"{{"date":"{date}","period":309,"attribute":"{}","attribute2":"{}",{numbers},
        "second_person":"you feel better when you walk more.","second_person_elements":["a","b"],
        "attribute_category":null,"strength_description":"Often go together",
        "stars_description":"Sure to be related","description":null,"occurrence":null,"rating":null}}"#,
        pair.0, pair.1
    )
}

fn page(claims: &[String]) -> String {
    format!(
        r#"{{"count":{},"next":null,"previous":null,"results":[{}]}}"#,
        claims.len(),
        claims.join(",")
    )
}

const NUMBERS: &str = r#""offset":1,"value":-0.5577,"p":1.15e-26,"percentage":55.77,"stars":5"#;

#[test]
fn a_claim_is_read_as_it_was_said() {
    let page = page(&[claim("2025-05-16", ("mood", "steps"), NUMBERS)]);
    let read = exist_claims(page.as_bytes()).unwrap();
    let [claim] = read.claims.as_slice() else {
        panic!("one claim: {read:?}");
    };
    assert_eq!(claim.said_on.year_month_day(), (2025, 5, 16));
    assert_eq!((claim.n_days, claim.offset_days), (Some(309), 1));
    assert_eq!(
        (claim.attribute.as_str(), claim.attribute2.as_str()),
        ("mood", "steps")
    );
    assert_eq!(
        (claim.coefficient, claim.p, claim.stars),
        (-0.5577, Some(1.15e-26), Some(5))
    );
    assert_eq!(claim.sentence, "you feel better when you walk more.");
    assert_eq!(
        (claim.strength.as_str(), claim.sureness.as_str()),
        ("Often go together", "Sure to be related")
    );
    assert_eq!(
        (claim.item(), claim.item2()),
        ("exist_mood".to_owned(), "exist_steps".to_owned())
    );
}

#[test]
fn the_latest_claim_of_a_pair_stays_also_over_the_parts_of_an_archive() {
    let early = page(&[
        claim("2025-05-16", ("mood", "steps"), NUMBERS),
        claim(
            "2025-05-16",
            ("mood", "steps"),
            &NUMBERS.replace("\"offset\":1", "\"offset\":0"),
        ),
    ]);
    let late = format!(
        "[{}]",
        claim(
            "2025-05-23",
            ("mood", "steps"),
            &NUMBERS.replace("-0.5577", "0.1")
        )
    );
    let file = zip(&[
        ("exist/correlations_2.json", late.as_bytes()),
        ("exist/correlations_1.json", early.as_bytes()),
        (
            "exist/mood.json",
            b"[{\"date\":\"2025-05-16\",\"value\":3}]",
        ),
    ]);
    let read = exist_claims(&file).unwrap();
    let told: Vec<(i32, f64)> = read
        .claims
        .iter()
        .map(|c| (c.offset_days, c.coefficient))
        .collect();
    assert_eq!(told, [(1, 0.1), (0, -0.5577)]);
    assert_eq!((read.n_older, read.n_rejected), (1, 0));
}

#[test]
fn a_claim_that_cannot_be_is_counted_and_the_rest_is_read() {
    let pair = ("mood", "steps");
    let page = page(&[
        claim("2025-05-16", pair, NUMBERS),
        claim("2025-05-16", pair, &NUMBERS.replace("-0.5577", "1.2")),
        claim("2025-05-16", pair, &NUMBERS.replace("1.15e-26", "-1")),
        claim(
            "2025-05-16",
            pair,
            &NUMBERS.replace("\"offset\":1", "\"offset\":99999"),
        ),
        claim("-2025-05-16", pair, NUMBERS),
        claim("2025-02-30", pair, NUMBERS),
        claim("2025-05-16", ("", "steps"), NUMBERS),
        "7".to_owned(),
        "null".to_owned(),
    ]);
    let read = exist_claims(page.as_bytes()).unwrap();
    assert_eq!((read.claims.len(), read.n_rejected), (1, 8));
    // What is left out is none, never a zero.
    let bare = r#"[{"date":"2025-05-16","attribute":"a","attribute2":"b","value":0.2,"stars":9}]"#;
    let read = exist_claims(bare.as_bytes()).unwrap();
    let claim = &read.claims[0];
    assert_eq!((claim.n_days, claim.p, claim.stars), (None, None, None));
    assert!(claim.sentence.is_empty());
}

#[test]
fn what_holds_no_claims_is_refused() {
    for bytes in [
        b"".as_slice(),
        b"[]",
        b"{\"results\":[",
        b"{\"count\":0,\"results\":[]}",
        b"a,b\n1,2\n",
        b"[NaN]",
        &zip(&[("a.json", b"{\"results\":[]}")]),
        &b"[".repeat(100_000),
    ] {
        assert!(exist_claims(bytes).is_err());
    }
    let long = format!(
        "[{}]",
        claim("2025-05-16", ("mood", "steps"), NUMBERS).replace("better", &"x".repeat(2 << 20))
    );
    assert!(matches!(
        exist_claims(long.as_bytes()),
        Err(AppFileError::Broken { .. })
    ));
    let many = format!(
        "[{}]",
        vec![claim("2025-05-16", ("mood", "steps"), NUMBERS); 20_001].join(",")
    );
    assert_eq!(
        exist_claims(many.as_bytes()),
        Err(AppFileError::TooMuch("claims"))
    );
}
