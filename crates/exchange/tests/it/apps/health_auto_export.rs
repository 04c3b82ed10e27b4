//! Health Auto Export: names behind their data, sendings that overlap, UTC in one kind only.

use record::Role;

use super::{fixture, keys, read, setting, told, zip};

#[test]
fn an_export_gives_nights_steps_states_of_mind_and_doses() {
    let parsed = read(&fixture("health-auto-export.json"), &setting("")).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "2025-03-01 08:05 dose Sertraline Some((1.0, \"tablet\")) true",
            "2025-03-01 12:00 health_auto_export_steps=4000",
            "2025-03-01 17:00 activity Some(\"Outdoor Walk\") 32",
            "2025-03-01 18:00 event Fatigue",
            "2025-03-01 21:30 event indifferent",
            "2025-03-01 21:30 event drained",
            "2025-03-01 21:30 event current events",
            "2025-03-01 21:30 state_of_mind=-0.42",
            "2025-03-01 22:00 state_of_mind_day=0",
            "2025-03-02 07:00 night Some(405) from Some(\"2025-03-01 23:30\")",
            "2025-03-02 08:00 dose Sertraline Some((1.0, \"tablet\")) false",
            "2025-03-02 12:00 practice mindfulness Some(Minutes(10))",
            "2025-03-02 12:00 health_auto_export_steps=900",
            "2025-03-03 06:40 night Some(390) from Some(\"2025-03-02 23:50\")",
        ]
    );
    let unknown = &parsed.ledger.unknown;
    assert_eq!(unknown["entries that stand twice"], 1);
    assert_eq!(unknown["doses without an answer"], 1);
    assert_eq!(unknown["heart_rate"], 2);
    assert_eq!(unknown["ecg"], 1);
    assert_eq!(unknown["numbers of a day that was not over"], 1);
    assert_eq!(parsed.ledger.n_rows_rejected, 1, "a valence of 7");
}

#[test]
fn no_state_of_mind_is_taken_for_numbness_in_the_middle_or_elsewhere() {
    let parsed = read(&fixture("health-auto-export.json"), &setting("")).unwrap();
    assert!(parsed.items.iter().all(|item| item.role == Role::Candidate));
}

#[test]
fn the_table_of_medications_gives_the_same_doses() {
    let doses = keys(&read(&fixture("health-auto-export-medications.csv"), &setting("")).unwrap());
    let all = keys(&read(&fixture("health-auto-export.json"), &setting("")).unwrap());
    assert_eq!(doses.len(), 2);
    assert!(doses.iter().all(|key| all.contains(key)));
}

#[test]
fn sendings_that_overlap_give_each_thing_once_also_packed_in_one_archive() {
    let whole = fixture("health-auto-export.json");
    let packed = zip(&[
        ("a/HealthAutoExport-1.json", &whole),
        ("a/HealthAutoExport-2.json", &whole),
        (
            "__MACOSX/a/._HealthAutoExport-1.json",
            b"{\"data\":{\"metrics\":[]}}",
        ),
    ]);
    let once = read(&whole, &setting("")).unwrap();
    assert_eq!(keys(&read(&packed, &setting("")).unwrap()), keys(&once));
}

#[test]
fn an_export_that_is_cut_is_refused_whole() {
    let whole = fixture("health-auto-export.json");
    for len in [whole.len() / 3, whole.len() / 2, whole.len() - 3] {
        assert!(read(&whole[..len], &setting("")).is_err(), "cut at {len}");
    }
}

#[test]
fn a_text_without_end_is_refused_before_it_is_held() {
    let long = "x".repeat(3 << 20);
    let json = format!("{{\"data\":{{\"stateOfMind\":[{{\"id\":\"{long}\"}}]}}}}");
    assert!(read(json.as_bytes(), &setting("")).is_err());
    let skipped = format!("{{\"data\":{{\"metrics\":[],\"other\":\"{long}\"}}}}");
    assert!(
        read(skipped.as_bytes(), &setting("")).is_ok(),
        "what is skipped is not held"
    );
}
