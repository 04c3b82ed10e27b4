//! Track & Graph: numbers, lengths of time, labels, and files of before 2022.

use super::{fixture, read, setting, told};

#[test]
fn trackers_keep_their_numbers_and_lengths_in_minutes() {
    let parsed = read(&fixture("track-and-graph.csv"), &setting("")).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "2025-02-01 18:10 track_graph_outside_minutes=65.5 track_graph_long_walk_minutes=1560",
            "2025-02-01 21:00 event Numb: behind glass",
            "2025-02-01 21:00 track_graph_numb=3",
            "2025-02-02 08:00 track_graph_coffee=1",
            "2025-02-02 21:00 note \"after dinner, quiet\"",
            "2025-02-02 21:00 track_graph_numb=2",
            "2025-07-01 08:00 track_graph_balance_minutes=-30",
        ]
    );
    assert_eq!(parsed.ledger.n_rows, 8);
    let rejected: Vec<u32> = parsed.ledger.rejected.iter().map(|one| one.line).collect();
    assert_eq!(rejected, [8, 9], "no such day, no number");
    let away = parsed
        .facts
        .iter()
        .find(|fact| fact.moment.offset_seconds() == -18_000);
    assert!(away.is_some(), "the offset of the phone is kept");
}

#[test]
fn a_tracker_called_numb_is_not_taken_for_numbness() {
    let parsed = read(&fixture("track-and-graph.csv"), &setting("")).unwrap();
    assert!(
        parsed
            .items
            .iter()
            .all(|item| item.role == record::Role::Candidate)
    );
}

#[test]
fn older_files_write_the_label_into_the_value() {
    let csv = "FeatureName,Timestamp,Value\nMood,2021-03-01T20:00:00Z,3.0:so so\n\
               Run,2021-03-01T20:05:00Z,0:30:00:park: north\nRun,2021-03-02T20:05:00Z,1:99:00\n";
    let parsed = read(csv.as_bytes(), &setting("")).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "2021-03-01 20:00 event Mood: so so",
            "2021-03-01 20:00 track_graph_mood=3",
            "2021-03-01 20:05 event Run: park: north",
            "2021-03-01 20:05 track_graph_run_minutes=30",
            "2021-03-02 20:05 event Run: 99:00",
            "2021-03-02 20:05 track_graph_run=1",
        ]
    );
}
