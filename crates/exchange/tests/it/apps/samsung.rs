//! Samsung Health: a first line that is no heading, a comma too many, clocks of two kinds, the same
//! night by two devices, days by three.

use super::{fixture, keys, read, setting, told};

#[test]
fn the_folder_of_an_export_gives_each_night_once_and_days_of_all_devices_together() {
    let parsed = read(&fixture("samsung-health"), &setting("")).unwrap();
    assert_eq!(
        told(&parsed),
        [
            // By its stages, not by the phone that lay beside it.
            "2025-03-02 07:10 night Some(460) from Some(\"2025-03-01 23:10\")",
            "2025-03-02 12:00 samsung_health_steps=8000",
            "2025-03-02 17:00 activity Some(\"walking\") 41",
            "2025-03-02 21:15 note \"slow, grey\"",
            "2025-03-02 21:15 samsung_health_mood=3",
            "2025-03-02 21:30 practice mindfulness Some(Minutes(12))",
            // Without stages by its efficiency: nine tenths of 400 minutes.
            "2025-03-03 06:40 night Some(360) from Some(\"2025-03-03 00:00\")",
            "2025-03-03 12:00 samsung_health_steps=6500",
            "2025-03-04 17:00 activity None 30",
            "2025-03-05 07:45 night Some(399) from Some(\"2025-03-05 00:45\")",
        ]
    );
    let last = parsed.facts.last().unwrap();
    assert_eq!(last.moment.zone().name(), "+05:30");
    let unknown = &parsed.ledger.unknown;
    for (kind, n) in [
        ("other readings of a night", 1),
        ("naps", 1),
        ("days of single devices", 1),
        ("numbers of a day that was not over", 1),
        ("emotions of a mood", 1),
        ("factors of a mood", 1),
        // The combined nights, the weight, the minutes of steps.
        ("files of other kinds", 3),
    ] {
        assert_eq!(unknown[kind], n, "{kind}");
    }
    // A night of 1970, one that ends before it begins, an unknown stage, no number of steps, a day
    // before all days.
    assert_eq!(parsed.ledger.n_rows_rejected, 5);
    assert_eq!(parsed.ledger.n_rows, 24);
    assert!(parsed.ledger.rejected.iter().all(|one| one.line >= 3));
    let is_candidate = |item: &record::Item| item.role == record::Role::Candidate;
    assert!(parsed.items.iter().all(is_candidate), "no mood is numbness");
}

#[test]
fn a_table_whose_nights_would_end_in_the_afternoon_was_written_by_the_clock_on_the_wall() {
    let parsed = read(&fixture("samsung-health-table.csv"), &setting("")).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "2025-07-02 07:26 night Some(345) from Some(\"2025-07-02 00:45\")",
            "2025-07-03 07:20 night Some(380) from Some(\"2025-07-03 01:00\")",
        ]
    );
    let first = &parsed.facts[0];
    assert_eq!(first.moment.zone().name(), "+09:00");
}

#[test]
fn a_table_without_its_first_line_gives_the_same_days() {
    let all = keys(&read(&fixture("samsung-health"), &setting("")).unwrap());
    let own = read(&fixture("samsung-health-table-steps.csv"), &setting("")).unwrap();
    assert_eq!(told(&own).len(), 2);
    assert!(keys(&own).iter().all(|key| all.contains(key)));
}

#[test]
fn milliseconds_are_always_in_utc() {
    let text = "com.samsung.shealth.sleep,1,1\n\
        start_time,end_time,time_offset,datauuid,\n\
        1751389200000,1751414400000,3600000,a,\n";
    let parsed = read(text.as_bytes(), &setting("")).unwrap();
    assert_eq!(
        told(&parsed),
        ["2025-07-02 01:00 night Some(420) from Some(\"2025-07-01 18:00\")"]
    );
}

#[test]
fn days_of_devices_are_never_added_up_where_nobody_merged_them() {
    let text = "com.samsung.shealth.step_daily_trend,1,1\n\
        day_time,source_type,count,deviceuuid,\n\
        2025-03-02 00:00:00.000,0,5000,phone,\n\
        2025-03-02 00:00:00.000,1,7600,watch,\n\
        2025-03-03 00:00:00.000,1,10,watch,\n";
    let parsed = read(text.as_bytes(), &setting("")).unwrap();
    assert_eq!(
        told(&parsed),
        ["2025-03-02 12:00 samsung_health_steps=7600"]
    );
}
