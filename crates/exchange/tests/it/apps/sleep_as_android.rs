//! Sleep as Android: a heading before each sleep, lines of noise, zones, and a clock put back.

use super::{fixture, is_refused, keys, read, setting, told, zip};

#[test]
fn nights_are_joined_naps_are_counted_and_the_clock_that_was_put_back_costs_no_hour() {
    let parsed = read(&fixture("sleep-as-android.csv"), &setting("")).unwrap();
    assert_eq!(
        told(&parsed),
        [
            "2020-10-24 06:00 night Some(420) from Some(\"2020-10-23 22:30\")",
            "2020-10-25 07:30 night Some(480) from Some(\"2020-10-25 00:30\")",
            "2020-11-27 07:00 event stress",
            "2020-11-27 07:00 event snore",
            "2020-11-27 07:00 note \"Woke late \\\"heavy\\\"\"",
            "2020-11-27 07:00 night Some(460) from Some(\"2020-11-26 23:00\")",
            "2020-11-27 07:00 sleep_as_android_rating=3.75",
        ]
    );
    let ledger = &parsed.ledger;
    assert_eq!(
        ledger.n_rows_rejected, 3,
        "no length, no time, a length below 0"
    );
    for (kind, n) in [
        ("lines of noise", 2),
        ("entries that stand twice", 1),
        ("tags that the program sets", 1),
        ("parts joined to one night", 1),
        ("naps", 1),
    ] {
        assert_eq!(ledger.unknown.get(kind), Some(&n), "{kind}");
    }
    assert_eq!(parsed.facts[0].moment.zone().name(), "-04:00");
    assert_eq!(parsed.facts[1].moment.zone().name(), "Europe/Amsterdam");
}

#[test]
fn the_archive_gives_the_same() {
    let csv = fixture("sleep-as-android.csv");
    let packed = zip(&[
        ("alarms.json", b"[{}]"),
        ("prefs.xml", b"<map/>"),
        ("sleep-export.csv", &csv),
    ]);
    let alone = read(&csv, &setting("")).unwrap();
    assert_eq!(keys(&read(&packed, &setting("")).unwrap()), keys(&alone));
}

const HEADING: &str = "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo\n";

/// One night from 22:00 UTC on for 8 hours.
fn night(id: &str, at: [&str; 2], hours: &str, end: [&str; 2]) -> String {
    let ([tz, from], [rating, adjust]) = (at, end);
    format!(
        "{HEADING}\"{id}\",\"{tz}\",\"{from}\",\"\",\"\",\"{hours}\",\"{rating}\",\"\",\"\",\"\",\"\",\"\",\"\",\"{adjust}\",\"\"\n"
    )
}

#[test]
fn each_trap_of_a_row_is_read_as_it_was_meant() {
    let id = "1606428000000";
    for (csv, wanted) in [
        // Without its number, the clock; days and hours without a nought in front.
        (
            night(
                "x",
                ["Europe/Amsterdam", "6. 1. 2021 7:05"],
                "2.0",
                ["0.0", "0"],
            ),
            "2021-01-06 09:05 night Some(120) from Some(\"2021-01-06 07:05\")",
        ),
        // A beginning that the person moved later.
        (
            night(
                id,
                ["Europe/Amsterdam", "27. 11. 2020 1:30"],
                "5.5",
                ["0.0", "0"],
            ),
            "2020-11-27 07:00 night Some(330) from Some(\"2020-11-27 01:30\")",
        ),
        // A zone that nobody knows is that of the person.
        (
            night(id, ["Nowhere/Land", ""], "8.0", ["0.0", "0"]),
            "2020-11-27 07:00 night Some(480) from Some(\"2020-11-26 23:00\")",
        ),
        // Minus one minute is not the mark of a night written by hand.
        (
            night(id, ["Europe/Amsterdam", ""], "8.0", ["0.0", "-1"]),
            "2020-11-27 07:00 night Some(479) from Some(\"2020-11-26 23:00\")",
        ),
        (
            night(id, ["Europe/Amsterdam", ""], "8.0", ["0.0", "-1.0"]),
            "2020-11-27 07:00 night Some(480) from Some(\"2020-11-26 23:00\")",
        ),
        (
            night(id, ["Europe/Amsterdam", ""], "8.0", ["0.0", "-9999"]),
            "2020-11-27 07:00 night Some(0) from Some(\"2020-11-26 23:00\")",
        ),
    ] {
        let parsed = read(csv.as_bytes(), &setting("")).unwrap();
        assert_eq!(told(&parsed), [wanted], "{csv}");
    }
    let parsed = read(
        night(id, ["UTC", ""], "8.0", ["7.5", "0"]).as_bytes(),
        &setting(""),
    )
    .unwrap();
    assert_eq!(
        (parsed.facts.len(), parsed.ledger.n_rows_rejected),
        (1, 1),
        "a rating of 7.5"
    );
}

#[test]
fn sleeps_that_overlap_are_told_once() {
    let csv = [
        night("1606428000000", ["UTC", ""], "8.0", ["0.0", "0"]),
        night("1606430000000", ["UTC", ""], "2.0", ["0.0", "0"]),
        night("1606450000000", ["UTC", ""], "6.0", ["0.0", "0"]),
    ]
    .concat();
    let parsed = read(csv.as_bytes(), &setting("")).unwrap();
    assert_eq!(told(&parsed).len(), 1);
    assert_eq!(parsed.ledger.unknown["other readings of a night"], 2);
}

#[test]
fn what_cannot_be_is_rejected_and_what_is_no_table_refused() {
    for (id, from, hours) in [
        ("1606428000000", "", "NaN"),
        ("1606428000000", "", "inf"),
        ("1606428000000", "", "-8"),
        ("1606428000000", "", "25"),
        ("1606428000000", "", ""),
        ("-1", "", "8"),
        ("99999999999999999999", "", "8"),
        ("9223372036854775807", "", "8"),
        ("", "30. 2. 2020 7:00", "8"),
        ("", "-1. 1. 2020 7:00", "8"),
        ("", "1. 1. 2020 27:00", "8"),
    ] {
        let csv = night(id, ["UTC", from], hours, ["0.0", "0"]);
        let parsed = read(csv.as_bytes(), &setting("")).unwrap();
        assert!(parsed.facts.is_empty(), "{id} {from} {hours}");
        let n = parsed.ledger.n_rows_rejected
            + parsed.ledger.unknown.get("lines of noise").unwrap_or(&0);
        assert_eq!(n, 1, "{id} {from} {hours}");
    }
    let columns = format!("{}{}\n", HEADING.trim_end(), ",\"7:00\"".repeat(300_000));
    let nul = format!("{HEADING}\"1\0\"\n");
    for text in [columns, nul] {
        assert!(is_refused(text.as_bytes(), &setting("")));
    }
}
