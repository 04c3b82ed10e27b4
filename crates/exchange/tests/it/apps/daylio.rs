//! Daylio diaries: renamed moods, clocks of both kinds, both ages of CSV, and the back-up.

use exchange::AppFileError;

use super::{keys, read, setting, told, zip};

const WORDS: &str = "[mood.\"far away\"]\nlevel = 2\nnumb = true\n[mood.meh]\nlevel = 3\n\
                     [mood.good]\nlevel = 4\nnumb = false\n";

/// Newest first, a mark in front, a mood with a space behind it, half days, breaks in a note.
const CSV: &str = "\u{feff}full_date,date,weekday,time,mood,activities,note_title,note\r\n\
    2024-03-03,3 March,Sunday,18:52,good,\"\",\"\",\"\"\r\n\
    2024-03-02,2 March,Saturday,9:40\u{202f}pm,far away ,\"walk | tea \",\"Day\",\"quiet<br>a &amp; b\"\r\n\
    2024-03-02,2 March,Saturday,12:05 am,meh,tea,\"\",\"\"\r\n\
    2024-02-30,30 Feb,Friday,10:00,meh,,,\r\n";

#[test]
fn a_diary_is_read_with_the_meaning_that_the_person_gave() {
    let parsed = read(CSV.as_bytes(), &setting(WORDS)).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "2024-03-02 00:05 event tea",
            "2024-03-02 00:05 daylio_mood=3",
            "2024-03-02 21:40 event walk",
            "2024-03-02 21:40 event tea",
            "2024-03-02 21:40 note \"Day\\nquiet\\na & b\"",
            "2024-03-02 21:40 daylio_mood=2 daylio_numb=1",
            "2024-03-03 18:52 daylio_mood=4 daylio_numb=0",
        ]
    );
    assert_eq!(parsed.ledger.n_rows, 4);
    let rejected: Vec<String> = parsed
        .ledger
        .rejected
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(rejected.len(), 1);
    assert!(
        rejected[0].starts_with("line 5, column \"full_date\""),
        "{}",
        rejected[0]
    );
}

#[test]
fn a_word_without_a_meaning_is_asked_about_and_a_middle_one_never_proposed_as_numb() {
    let error = read(CSV.as_bytes(), &setting("")).unwrap_err();
    let AppFileError::WordsNeeded { proposal } = error else {
        panic!("the words are asked about");
    };
    // A renamed mood has no level that a CSV could tell.
    assert!(proposal.contains("[mood.\"far away\"]\n\n"), "{proposal}");
    assert!(
        proposal.contains("[mood.\"meh\"]\nlevel = 3\n"),
        "{proposal}"
    );
    assert!(!proposal.contains("numb = "), "{proposal}");
    let flat = CSV.replace("far away ", "flat");
    let AppFileError::WordsNeeded { proposal } = read(flat.as_bytes(), &setting("")).unwrap_err()
    else {
        panic!("the words are asked about");
    };
    assert!(
        proposal.contains("[mood.\"flat\"]\nnumb = true\n"),
        "{proposal}"
    );
    assert!(
        proposal.contains("[mood.\"meh\"]\nlevel = 3\n\n") || proposal.ends_with("level = 3\n")
    );
    assert!(proposal.contains("level = 4\nnumb = false\n"), "{proposal}");
}

#[test]
fn the_older_csv_has_its_year_in_a_column() {
    let csv = "year,date,weekday,time,mood,activities,note\n\
               2019,12 May,Sunday,10:00 pm,meh,,\n2019,May 13,Monday,7:05 am,meh,,\n";
    let parsed = read(csv.as_bytes(), &setting(WORDS)).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "2019-05-12 22:00 daylio_mood=3",
            "2019-05-13 07:05 daylio_mood=3"
        ]
    );
}

/// Base64 of the text, broken into lines as the program does.
fn base64(text: &str) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = Vec::new();
    for (idx, chunk) in text.as_bytes().chunks(3).enumerate() {
        let mut three = [0u8; 3];
        three[..chunk.len()].copy_from_slice(chunk);
        let bits = u32::from_be_bytes([0, three[0], three[1], three[2]]);
        for place in 0..4 {
            let is_filled = place <= chunk.len();
            let letter = LETTERS[(bits >> (18 - 6 * place) & 63) as usize];
            out.push(if is_filled { letter } else { b'=' });
        }
        if idx % 19 == 18 {
            out.push(b'\n');
        }
    }
    out
}

/// Mood 7 is in the fourth group, which is the second from the worst; months count from 0; the first offset
/// is in milliseconds, the second in minutes.
const BACKUP: &str = r#"{"version":15,"customMoods":[
 {"id":1,"custom_name":"","mood_group_id":1,"predefined_name_id":1,"state":0},
 {"id":3,"custom_name":"","mood_group_id":3,"predefined_name_id":3},
 {"id":7,"custom_name":"far away ","mood_group_id":4,"predefined_name_id":-1}],
 "tags":[{"id":9,"name":"walk"},{"id":4,"name":"tea "}],
 "dayEntries":[
 {"id":1,"minute":40,"hour":21,"day":2,"month":2,"year":2024,"datetime":1709412000000,
  "timeZoneOffset":3600000,"mood":7,"note":"quiet<br>a &amp; b","note_title":"Day","tags":[9,4],"assets":[3]},
 {"id":2,"minute":5,"hour":0,"day":2,"month":2,"year":2024,"timeZoneOffset":60,"mood":3,"note":"","tags":[4]},
 {"id":3,"minute":0,"hour":12,"day":1,"month":6,"year":2024,"timeZoneOffset":-18000000,"mood":1,"note":"","tags":[]},
 {"id":4,"minute":0,"hour":12,"day":1,"month":6,"year":2024,"mood":99,"note":"","tags":[]}],
 "goals":[{"id":1}]}"#;

#[test]
fn a_back_up_knows_the_level_of_a_renamed_mood_and_gives_the_same_entries_as_the_csv() {
    let file = zip(&[
        ("assets/photos/2024/3/a", b"x"),
        ("backup.daylio", &base64(BACKUP)),
    ]);
    let AppFileError::WordsNeeded { proposal } = read(&file, &setting("")).unwrap_err() else {
        panic!("the words are asked about");
    };
    assert!(
        proposal.contains("[mood.\"far away\"]\nlevel = 2\n"),
        "{proposal}"
    );
    assert!(
        proposal.contains("[mood.\"rad\"]\nlevel = 5\n"),
        "{proposal}"
    );
    let words = format!("{WORDS}[mood.rad]\nlevel = 5\n");
    let parsed = read(&file, &setting(&words)).unwrap();
    let all = told(&parsed);
    assert!(
        all.contains(&"2024-03-02 21:40 daylio_mood=2 daylio_numb=1".to_owned()),
        "{all:?}"
    );
    let away = parsed
        .facts
        .iter()
        .find(|f| f.moment.wall_clock() == "2024-07-01 12:00")
        .unwrap();
    assert_eq!(away.moment.zone().name(), "-05:00");
    assert_eq!(
        parsed.ledger.n_rows_rejected, 1,
        "an entry of no known mood"
    );
    assert_eq!(parsed.ledger.unknown["goals"], 1);
    assert_eq!(parsed.ledger.unknown["photos and recordings"], 1);
    // The same entries have the same keys in the CSV.
    let csv = keys(&read(CSV.as_bytes(), &setting(&words)).unwrap());
    let shared = keys(&parsed)
        .into_iter()
        .filter(|key| csv.contains(key))
        .count();
    assert_eq!(shared, 6);
}

#[test]
fn a_back_up_that_is_cut_or_not_base64_is_refused() {
    for content in [
        b"%%%%".as_slice(),
        &base64("{\"version\":15}"),
        &base64(&BACKUP[..400]),
    ] {
        let file = zip(&[("backup.daylio", content)]);
        assert!(matches!(
            read(&file, &setting(WORDS)),
            Err(AppFileError::Broken { .. })
        ));
    }
}
