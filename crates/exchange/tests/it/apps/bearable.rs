//! Bearable exports: ordinal dates, stretches of the day, brackets within names, nights over midnight.

use record::FactKind;

use super::{keys, read, setting, told};

const CSV: &str = "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n\
    \"8th Dec 2024\",\"2024-12-08\",\"Sunday\",\"pm\",\"Symptom\",\"2\",\"Numbness (emotional) (Moderate)\",\". \"\n\
    \"8th Dec 2024\",\"2024-12-08\",\"Sunday\",\"8:05\",\"Meds/Supplements\",\"50\",\"Sertraline (mg)\",\"\"\n\
    \"8th Dec 2024\",\"2024-12-08\",\"Sunday\",\"pm\",\"Mood\",\"4\",\"tired | far away\",\"long day\"\n\
    \"8th Dec 2024\",\"2024-12-08\",\"Sunday\",\"\",\"Sleep\",\"8:30\",\"Asleep 23:30 - 08:00. In bed 22:50 - 08:20\",\"\"\n\
    \"7th Dec 2024\",\"2024-12-07\",\"Saturday\",\"all day\",\"Sleep quality\",\"3\",\"\",\"\"\n\
    \"7th Dec 2024\",\"2024-12-07\",\"Saturday\",\"am\",\"Energy\",\"9\",\"\",\"\"\n\
    \"7th Dec 2024\",\"2024-12-07\",\"Saturday\",\"am\",\"Bowel Movements\",\"None\",\"\",\"\"\n\
    \"7th Dec 2024\",\"2024-12-07\",\"Saturday\",\"am\",\"My own rating\",\"3\",\"\",\"\"\n";

#[test]
fn every_category_keeps_its_own_scale_and_unknown_ones_are_counted() {
    let parsed = read(CSV.as_bytes(), &setting("")).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "2024-12-07 12:00 bearable_sleep_quality=3",
            "2024-12-08 08:00 night Some(510) from Some(\"2024-12-07 23:30\")",
            "2024-12-08 08:05 dose Sertraline Some((50.0, \"mg\")) true",
            "2024-12-08 19:00 event tired",
            "2024-12-08 19:00 event far away",
            "2024-12-08 19:00 note \"long day\"",
            "2024-12-08 19:00 bearable_numbness_emotional=2 bearable_mood=4",
        ]
    );
    let unknown: Vec<_> = parsed
        .ledger
        .unknown
        .iter()
        .map(|(k, n)| (k.as_str(), *n))
        .collect();
    assert_eq!(unknown, [("Bowel Movements", 1), ("My own rating", 1)]);
    // An energy of 9 is not on its scale.
    assert_eq!(parsed.ledger.rejected.len(), 1);
    assert_eq!(parsed.ledger.rejected[0].line, 7);
    assert_eq!(parsed.ledger.counts[&FactKind::SleepNight], 1);
}

#[test]
fn the_older_file_has_dates_in_words_only_and_gives_the_same_facts() {
    let older: Vec<String> = CSV
        .lines()
        .map(|line| {
            let cells: Vec<&str> = line.splitn(3, ',').collect();
            format!("{},{}", cells[0], cells[2])
        })
        .collect();
    let older = read(older.join("\n").as_bytes(), &setting("")).unwrap();
    assert_eq!(
        keys(&older),
        keys(&read(CSV.as_bytes(), &setting("")).unwrap())
    );
}

/// Found by changed files: hours beyond every number that is counted in minutes.
#[test]
fn a_night_of_a_hundred_million_hours_has_the_length_that_its_clocks_tell() {
    let csv = CSV.replace("\"8:30\"", "\"130000000:30\"");
    let parsed = read(csv.as_bytes(), &setting("")).unwrap();
    let told = told(&parsed);
    assert!(
        told.iter().any(|line| line.contains("night Some(510)")),
        "{told:?}"
    );
}
