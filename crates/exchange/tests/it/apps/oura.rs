//! Oura: two versions of one interface and tables of two ages, naps and deleted nights, own offsets.

use super::{fixture, keys, read, setting, told};

#[test]
fn json_of_the_account_gives_nights_with_their_own_offset() {
    let parsed = read(&fixture("oura.json"), &setting("")).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "2025-03-02 07:01 night Some(435) from Some(\"2025-03-01 23:04\")",
            "2025-03-02 12:00 oura_steps=5310",
            "2025-03-03 10:15 activity Some(\"cross country skiing\") 45",
            "2025-03-03 18:00 event stress",
            "2025-03-03 18:00 note \"a long day\"",
            "2025-03-03 19:00 event call with Ro",
            "2025-03-03 21:00 practice meditation Some(Minutes(10))",
            "2025-03-05 06:40 night Some(400) from Some(\"2025-03-04 23:10\")",
        ]
    );
    let last = parsed.facts.last().unwrap();
    assert_eq!(last.moment.zone().name(), "-05:00");
    let unknown = &parsed.ledger.unknown;
    for (kind, n) in [
        ("naps", 1),
        ("deleted nights", 1),
        ("rests", 1),
        ("sessions", 1),
        ("moods after a session", 1),
        ("daily_sleep", 1),
        ("sleep", 1),
        ("numbers of a day that was not over", 1),
    ] {
        assert_eq!(unknown[kind], n, "{kind}");
    }
    // A night without a zone, and one of less than no sleep.
    assert_eq!(parsed.ledger.n_rows_rejected, 2);
    assert!(
        parsed
            .items
            .iter()
            .all(|item| item.role == record::Role::Candidate)
    );
}

#[test]
fn the_older_interface_names_the_same_otherwise() {
    let parsed = read(&fixture("oura-v1.json"), &setting("")).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "2019-11-03 12:00 oura_steps=7310",
            "2019-11-04 07:05 night Some(410) from Some(\"2019-11-03 23:20\")",
        ]
    );
    assert_eq!(parsed.ledger.unknown["readiness"], 1);
    assert_eq!(parsed.ledger.unknown["naps"], 1);
}

#[test]
fn tables_give_the_same_keys_as_json() {
    let json = keys(&read(&fixture("oura.json"), &setting("")).unwrap());
    let account = read(&fixture("oura-table-account"), &setting("")).unwrap();
    assert_eq!(
        told(&account),
        [
            "2025-03-02 07:01 night Some(435) from Some(\"2025-03-01 23:04\")",
            "2025-03-02 12:00 oura_steps=5310",
            "2025-03-03 18:00 event stress",
            "2025-03-03 18:00 note \"a long day\"",
        ]
    );
    assert!(keys(&account).iter().all(|key| json.contains(key)));
    // A night of no number of minutes.
    assert_eq!(account.ledger.n_rows_rejected, 1);
    let trends = read(&fixture("oura-table-trends.csv"), &setting("")).unwrap();
    assert_eq!(
        told(&trends),
        [
            "2025-03-02 07:01 night Some(435) from Some(\"2025-03-01 23:04\")",
            "2025-03-02 12:00 oura_steps=5310",
            "2025-03-04 06:50 night Some(400) from Some(\"2025-03-03 23:50\")",
        ]
    );
    assert_eq!(trends.ledger.n_rows_rejected, 0);
    assert_eq!(trends.ledger.n_rows, 3);
}

#[test]
fn one_answer_of_the_interface_is_a_list_of_data() {
    let text = r#"{"data":[{"bedtime_start":"2025-03-01T23:04:00+01:00","bedtime_end":"2025-03-02T07:01:00+01:00",
        "total_sleep_duration":26100,"type":"long_sleep"}],"next_token":null}"#;
    let parsed = read(text.as_bytes(), &setting("")).unwrap();
    assert_eq!(
        told(&parsed),
        ["2025-03-02 07:01 night Some(435) from Some(\"2025-03-01 23:04\")"]
    );
}
