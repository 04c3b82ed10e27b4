//! mindLAMP: surveys by the words of their questions, games, journals, and sleep of which one end is
//! told.

use super::{fixture, keys, read, setting, told};

#[test]
fn surveys_journals_and_sleep_are_read_and_games_are_counted() {
    let parsed = read(&fixture("mindlamp.json"), &setting("")).unwrap();
    let mut all = told(&parsed);
    all.sort_unstable();
    assert_eq!(
        all,
        [
            "2025-03-02 06:40 night Some(420) from None",
            "2025-03-02 20:00 event Were you outside?: Yes",
            "2025-03-02 20:00 event Who was there?: Kim",
            "2025-03-02 20:00 event Who was there?: Ro",
            "2025-03-02 20:00 mindlamp_today_i_felt_numb=2 mindlamp_today_i_felt_calm=3",
            "2025-03-02 20:00 note \"Anything else?: a long day\\nand rain\"",
            "2025-03-03 21:00 note \"quiet <3\"",
        ]
    );
    let unknown = &parsed.ledger.unknown;
    for (kind, n) in [
        ("activities that were planned", 1),
        ("entries that stand twice", 1),
        ("moves of a game", 2),
        ("activities without answers", 1),
        ("questions without an answer", 1),
        ("answers of another shape", 1),
        ("sleep of another kind", 1),
        ("lamp.steps", 1),
        ("lamp.gps", 1),
    ] {
        assert_eq!(unknown[kind], n, "{kind}");
    }
    // A time before all times, one in words, a sleep of less than no time.
    assert_eq!(parsed.ledger.n_rows_rejected, 3);
    let is_candidate = |item: &record::Item| item.role == record::Role::Candidate;
    assert!(parsed.items.iter().all(is_candidate));
}

/// Three pieces of one night, told by one of their ends.
fn night(times: [i64; 3]) -> Vec<String> {
    let lasts = [3 * 3600, 600, 4 * 3600];
    let words = ["in_sleep", "in_awake", "in_sleep"];
    let pieces: Vec<String> = (0..3)
        .map(|idx| {
            format!(
                r#"{{"timestamp":{},"sensor":"lamp.sleep","data":{{"representation":"{}","duration":{}}}}}"#,
                times[idx] * 1000,
                words[idx],
                lasts[idx] * 1000
            )
        })
        .collect();
    let text = format!(r#"{{"data":[{}]}}"#, pieces.join(","));
    let parsed = read(text.as_bytes(), &setting("")).unwrap();
    if parsed.facts.is_empty() {
        return parsed.ledger.unknown.keys().cloned().collect();
    }
    told(&parsed)
}

#[test]
fn which_end_a_time_is_shows_where_pieces_meet() {
    let from = 1_740_868_200; // 23:30 of the first of March.
    let one = "2025-03-02 06:40 night Some(420) from None";
    assert_eq!(night([from, from + 10_800, from + 11_400]), [one]);
    assert_eq!(
        night([from + 10_800, from + 11_400, from + 25_800]),
        [one],
        "the same by its ends"
    );
    let apart = night([from, from + 20_000, from + 40_000]);
    assert_eq!(apart, ["pieces of sleep whose beginning is not certain"]);
}

#[test]
fn a_list_alone_gives_the_same_keys() {
    let text = String::from_utf8(fixture("mindlamp.json")).unwrap();
    let all = keys(&read(text.as_bytes(), &setting("")).unwrap());
    let at = text.find("\"activity_event\": ").unwrap() + "\"activity_event\": ".len();
    let end = text.find(", \"sensor_event\"").unwrap();
    let own = read(&text.as_bytes()[at..end], &setting("")).unwrap();
    assert_eq!(own.facts.len(), 6);
    assert!(keys(&own).iter().all(|key| all.contains(key)));
}
