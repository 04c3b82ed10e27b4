//! Garmin: nights in UTC beside days that tell the offset, hollow entries, files that overlap.

use super::{fixture, keys, read, setting, told};

#[test]
fn an_archive_gives_nights_on_the_clock_that_hung_there() {
    let parsed = read(&fixture("garmin"), &setting("")).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "2025-03-02 06:55 night Some(420) from Some(\"2025-03-01 23:10\")",
            "2025-03-02 12:00 garmin_steps=5120",
            "2025-03-03 16:00 activity Some(\"walking\") 31",
            // The clock went forward in this night; no stage of dreams is told.
            "2025-03-30 07:05 night Some(380) from Some(\"2025-03-29 23:05\")",
            "2025-04-11 12:00 garmin_steps=8020",
            // On a journey: the days say four hours behind UTC.
            "2025-04-11 07:00 night Some(420) from Some(\"2025-04-10 23:30\")",
            // The later file knows more of this night than the earlier one.
            "2025-06-09 07:00 night Some(430) from Some(\"2025-06-08 23:05\")",
        ]
    );
    let zones: Vec<&str> = parsed
        .facts
        .iter()
        .map(|f| f.moment.zone().name())
        .collect();
    assert_eq!(zones[5], "-04:00");
    assert_eq!(zones[3], "Europe/Amsterdam");
    let unknown = &parsed.ledger.unknown;
    assert_eq!(unknown["nights without any sleep in them"], 2);
    assert_eq!(unknown["other readings of a night"], 1);
    assert_eq!(unknown["days without steps"], 2);
    assert_eq!(unknown["numbers of a day that was not over"], 1);
    assert_eq!(unknown["files beside nights, days and activities"], 2);
    // The 31st of April, steps below zero, a time before all times.
    assert_eq!(parsed.ledger.n_rows_rejected, 3);
    assert_eq!(parsed.ledger.n_rows, 16);
}

#[test]
fn single_files_give_the_same_keys_as_the_archive() {
    let all = keys(&read(&fixture("garmin"), &setting("")).unwrap());
    for name in [
        "garmin-sleep.json",
        "garmin-days.json",
        "garmin-activities.json",
    ] {
        let own = keys(&read(&fixture(name), &setting("")).unwrap());
        assert!(
            !own.is_empty() && own.iter().all(|key| all.contains(key)),
            "{name}"
        );
    }
}

#[test]
fn a_local_time_that_no_clock_could_show_is_not_believed() {
    let night = |local: i64| {
        let text = format!(
            r#"[{{"sleepStartTimestampGMT":1740867000000,"sleepEndTimestampGMT":1740894900000,
            "sleepEndTimestampLocal":{local},"deepSleepSeconds":25200}}]"#
        );
        told(&read(text.as_bytes(), &setting("")).unwrap())
    };
    let home = "2025-03-02 06:55 night Some(420) from Some(\"2025-03-01 23:10\")";
    assert_eq!(night(1_740_894_900_000 + 3_600_000), [home]);
    assert_eq!(night(1_740_894_900_000 + 60_000), [home]);
    assert_eq!(night(i64::MAX), [home]);
    let east = "2025-03-02 11:25 night Some(420) from Some(\"2025-03-01 23:10\")";
    assert_eq!(night(1_740_894_900_000 + 19_800_000), [east]);
}

#[test]
fn nights_that_cannot_be_are_rejected_and_the_rest_is_read() {
    let with = |fields: &str| {
        let text = format!(
            r#"[{{"sleepStartTimestampGMT":"2025-03-01T22:10:00.0","sleepEndTimestampGMT":"2025-03-02T05:55:00.0",
            "deepSleepSeconds":25200}},{{"sleepStartTimestampGMT":"2025-03-02T22:10:00.0",{fields}}}]"#
        );
        let parsed = read(text.as_bytes(), &setting("")).unwrap();
        (parsed.facts.len(), parsed.ledger.n_rows_rejected)
    };
    for fields in [
        r#""sleepEndTimestampGMT":"-2025-03-03T05:55:00.0","deepSleepSeconds":60"#,
        r#""sleepEndTimestampGMT":"2025-03-03T05:55:00.0","deepSleepSeconds":1e300"#,
        r#""sleepEndTimestampGMT":"2025-03-03T05:55:00.0","deepSleepSeconds":-60"#,
        r#""sleepEndTimestampGMT":"2025-03-03T05:55:00.0","deepSleepSeconds":"many""#,
        r#""sleepEndTimestampGMT":"2025-03-01T05:55:00.0","deepSleepSeconds":60"#,
        r#""sleepEndTimestampGMT":"2025-05-01T05:55:00.0","deepSleepSeconds":60"#,
        r#""sleepEndTimestampGMT":9223372036854775807,"deepSleepSeconds":60"#,
        r#""sleepEndTimestampGMT":"2025-03-03T05:55:00.0+1:00","deepSleepSeconds":60"#,
    ] {
        assert_eq!(with(fields), (1, 1), "{fields}");
    }
}
