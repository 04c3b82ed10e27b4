//! Fitbit and Google Health: clocks without a zone beside UTC, several readings of one night, several
//! devices on one day.

use super::{fixture, keys, read, setting, told};

#[test]
fn an_archive_gives_each_night_once_and_each_day_by_one_device() {
    let parsed = read(&fixture("fitbit"), &setting("")).unwrap();
    assert_eq!(
        told(&parsed),
        [
            // The older steps are in UTC: 04:30 there is still the first of March in New York.
            "2025-03-01 12:00 fitbit_steps=50",
            // Noon of a day stands in the zone of the person, the night in that of the account.
            "2025-03-02 12:00 fitbit_steps=3300",
            "2025-03-02 07:02 night Some(410) from Some(\"2025-03-01 23:12\")",
            "2025-03-03 17:00 activity Some(\"Outdoor Walk\") 31",
            "2025-03-04 06:56 night Some(422) from Some(\"2025-03-03 23:06\")",
        ]
    );
    let unknown = &parsed.ledger.unknown;
    assert_eq!(unknown["other readings of a night"], 1);
    assert_eq!(unknown["naps"], 2);
    assert_eq!(unknown["numbers of a day that was not over"], 1);
    assert_eq!(unknown["files beside nights, steps and exercises"], 2);
    assert_eq!(
        parsed.ledger.n_rows_rejected, 2,
        "an hour of 25, a night without its sleep"
    );
    let night = parsed
        .facts
        .iter()
        .find(|fact| fact.moment.wall_clock() == "2025-03-02 07:02");
    let zone = night.unwrap().moment.zone().name().to_owned();
    assert_eq!(
        zone, "America/New_York",
        "the zone of the account, not of the person now"
    );
}

#[test]
fn single_files_give_the_same_keys_as_the_archive_they_come_from() {
    let new_york = exchange::Setting {
        zone: record::Zone::new("America/New_York").unwrap(),
        ..setting("")
    };
    let all = keys(&read(&fixture("fitbit"), &setting("")).unwrap());
    for name in [
        "fitbit-sleep.json",
        "fitbit-google-sleeps.csv",
        "fitbit-google-steps.csv",
    ] {
        let own = keys(&read(&fixture(name), &new_york).unwrap());
        assert!(
            !own.is_empty() && own.iter().all(|key| all.contains(key)),
            "{name}"
        );
    }
}

#[test]
fn the_table_of_the_web_site_is_read_by_its_sections() {
    let parsed = read(&fixture("fitbit-web.csv"), &setting("")).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "2018-10-11 07:01 night Some(410) from Some(\"2018-10-10 23:09\")",
            "2018-10-11 12:00 fitbit_steps=7512",
        ]
    );
    assert_eq!(parsed.ledger.unknown["rows of other sections"], 1);
    assert_eq!(parsed.ledger.unknown["naps"], 1);
    assert_eq!(parsed.ledger.n_rows_rejected, 0);
}
