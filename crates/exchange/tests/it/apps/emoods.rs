//! eMoods: days without an entry stay without one, and noughts are no measurements.

use record::{ResponseScale, Role, Window};

use super::{fixture, is_refused, keys, read, setting, told, zip};

#[test]
fn a_back_up_gives_symptoms_nights_and_notes_and_no_day_in_between() {
    let parsed = read(&fixture("emoods"), &setting("")).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "2025-03-01 12:00 night Some(450) from None",
            "2025-03-01 12:00 event therapy",
            "2025-03-01 12:00 note \"Quiet day, little came through\"",
            "2025-03-01 12:00 emoods_depressed=3 emoods_elevated=1 emoods_anxiety=2 emoods_irritability=1",
            "2025-03-03 12:00 emoods_depressed=4 emoods_elevated=1 emoods_anxiety=1 emoods_irritability=2",
            "2025-03-04 12:00 night Some(375) from None",
            "2025-03-04 12:00 emoods_elevated=1 emoods_irritability=1",
            "2025-03-05 12:00 emoods_depressed=1 emoods_elevated=1 emoods_anxiety=1 emoods_irritability=1",
        ]
    );
    let ledger = &parsed.ledger;
    assert_eq!((ledger.n_rows, ledger.n_rows_rejected), (5, 3));
    assert!(
        ledger.rejected[0].to_string().starts_with("line 4"),
        "{}",
        ledger.rejected[0]
    );
    assert_eq!(ledger.unknown["weight without its unit"], 1);
    assert_eq!(ledger.unknown["moon"], 1);
    assert_eq!(ledger.unknown["files beside the entries"], 1);
}

#[test]
fn symptoms_have_four_steps_of_a_day_and_none_is_numbness() {
    let parsed = read(&fixture("emoods"), &setting("")).unwrap();
    for item in &parsed.items {
        assert_eq!(item.scale, ResponseScale::Steps { min: 1, max: 4 });
        assert_eq!((item.role, item.window), (Role::Candidate, Window::Daily));
    }
}

#[test]
fn the_table_alone_gives_the_same_day() {
    let alone = keys(&read(&fixture("emoods-entries.csv"), &setting("")).unwrap());
    let all = keys(&read(&fixture("emoods"), &setting("")).unwrap());
    assert_eq!(alone.len(), 2);
    assert!(alone.iter().all(|key| all.contains(key)));
}

const HEADING: &str = "DATE (YYYY-MM-DD),DEPRESSED,ELEVATED,ANXIETY,IRRITABILITY,SLEEP,WEIGHT\n";

#[test]
fn rows_that_cannot_be_are_rejected_with_their_place_and_the_rest_is_taken() {
    let csv = format!(
        "{HEADING}2025-03-01,2,1,1,1,8,0\n-2025-03-01,2,1,1,1,8,0\n2025-03-02,NaN,1e999,x,2.5,NaN,0\n\
         2025-03-01,3,1,1,1,7,0\n9999999-01-01,1,1,1,1,1,1\n2025-03-03\n"
    );
    let parsed = read(csv.as_bytes(), &setting("")).unwrap();
    // A day may be written on twice; it has one night.
    assert_eq!(
        told(&parsed),
        [
            "2025-03-01 12:00 night Some(480) from None",
            "2025-03-01 12:00 emoods_depressed=2 emoods_elevated=1 emoods_anxiety=1 emoods_irritability=1",
            "2025-03-01 12:00 emoods_depressed=3 emoods_elevated=1 emoods_anxiety=1 emoods_irritability=1",
        ]
    );
    assert_eq!(parsed.ledger.n_rows_rejected, 7);
    let again = read(csv.as_bytes(), &setting("")).unwrap();
    assert_eq!(keys(&again), keys(&parsed));
}

#[test]
fn what_is_no_text_of_columns_is_refused() {
    let wide: Vec<u8> = HEADING.bytes().flat_map(|byte| [byte, 0]).collect();
    let nul = format!("{HEADING}2025-03-01,2\0,1,1,1,8,0\n");
    let columns = format!("{}{}", HEADING.trim_end(), ",a".repeat(1_000_000));
    let half = fixture("emoods");
    for bytes in [nul.as_bytes(), columns.as_bytes(), &half[..half.len() / 2]] {
        assert!(is_refused(bytes, &setting("")));
    }
    let told = exchange::recognise(&mut std::io::Cursor::new(&wide)).unwrap();
    assert_eq!(told, None);
    let empty = zip(&[("entry.csv", HEADING.as_bytes())]);
    assert!(read(&empty, &setting("")).unwrap().facts.is_empty());
}
