//! Health Connect: a database whose tables lie in pieces, several apps for one night and one day, own
//! offsets, rows that go on beyond their page.

use super::{fixture, keys, read, setting, told, zip};
use exchange::recognise;
use std::io::Cursor;

#[test]
fn a_database_gives_nights_by_one_app_steps_by_one_app_and_exercise_by_its_kind() {
    let parsed = read(&fixture("health-connect.db"), &setting("")).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "2025-03-01 12:00 health_connect_steps=1089",
            "2025-03-01 16:00 activity Some(\"walking\") 31",
            "2025-03-01 21:00 practice mindfulness Some(Minutes(10))",
            // With stages, eight hours in bed; the ring told the same night without them.
            "2025-03-02 07:00 night Some(460) from None",
            "2025-03-02 12:00 health_connect_steps=700",
            "2025-03-02 16:00 activity None 30",
            // Five hours behind UTC, on a journey.
            "2025-03-12 07:00 night Some(480) from None",
            "2025-03-22 07:00 night Some(420) from None",
            // The clock went forward in this night.
            "2025-03-30 07:20 night Some(440) from None",
        ]
    );
    assert_eq!(parsed.facts[6].moment.zone().name(), "-05:00");
    let unknown = &parsed.ledger.unknown;
    for (kind, n) in [
        ("heart_rate", 3),
        ("naps", 1),
        ("stages of sleep without a name", 1),
        ("stages outside their sleep", 2),
        ("numbers of a day that was not over", 1),
    ] {
        assert_eq!(unknown[kind], n, "{kind}");
    }
    assert!(!unknown.contains_key("sexual_activity"), "it holds no row");
    // Nights of 1970, backwards and of no time; an unknown stage; steps below zero and without end.
    assert_eq!(parsed.ledger.n_rows_rejected, 6);
    let first = parsed.ledger.rejected.iter().map(ToString::to_string);
    let first: Vec<String> = first.collect();
    let row = "line 6, column \"sleep_session_record\": a time or number that cannot be";
    assert!(first.iter().any(|one| one.starts_with(row)), "{first:?}");
}

#[test]
fn the_archive_of_the_phone_gives_the_same() {
    let database = fixture("health-connect.db");
    let alone = read(&database, &setting("")).unwrap();
    for name in [
        "health_connect_export.db",
        "Health Connect/health_connect_export.db",
    ] {
        let archive = zip(&[("readme.txt", b"x"), (name, &database)]);
        let packed = read(&archive, &setting("")).unwrap();
        assert_eq!(keys(&packed), keys(&alone));
        assert_eq!(packed.ledger.unknown, alone.ledger.unknown);
    }
}

#[test]
fn a_database_of_another_program_is_told_by_nothing() {
    let mut other = fixture("health-connect.db");
    let name = b"application_info_table";
    while let Some(at) = other.windows(name.len()).position(|part| part == name) {
        other[at] = b'X';
    }
    assert_eq!(recognise(&mut Cursor::new(&other)).unwrap(), None);
}

#[test]
fn pages_that_lead_in_a_circle_are_followed_once() {
    let good = fixture("health-connect.db");
    let size = 1024;
    let n_pages = good.len() / size;
    // Every tree with floors below it leads back to its own page.
    let mut circle = good.clone();
    for page in 1..n_pages {
        let at = page * size;
        if circle[at] == 0x05 {
            let own = u32::try_from(page + 1).unwrap().to_be_bytes();
            circle[at + 8..at + 12].copy_from_slice(&own);
        }
    }
    let parsed = read(&circle, &setting("")).unwrap();
    assert!(parsed.facts.len() <= read(&good, &setting("")).unwrap().facts.len());
}

#[test]
fn what_a_page_says_of_its_size_and_letters_is_checked() {
    let good = fixture("health-connect.db");
    let app = exchange::AppFile::of_word("health-connect").unwrap();
    for (at, bytes) in [(16, [0u8, 3]), (16, [0, 0]), (58, [0, 2]), (0, [0, 0])] {
        let mut wrong = good.clone();
        wrong[at..at + 2].copy_from_slice(&bytes);
        let told = exchange::read_app_file(Cursor::new(&wrong), app, &setting(""));
        let error = told.unwrap_err().to_string();
        assert!(error.contains("a database that cannot be read"), "{error}");
    }
}

#[test]
fn a_database_that_was_cut_is_refused() {
    let good = fixture("health-connect.db");
    for n in [1, 512, 1024, 20 * 1024] {
        let cut = &good[..good.len() - n];
        let error = read(cut, &setting("")).unwrap_err().to_string();
        assert!(error.contains("it ends too early"), "{error}");
    }
}
