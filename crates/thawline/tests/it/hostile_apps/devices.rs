//! Files of watches, rings, phones and studies that are made to harm.

use std::fs;

use super::packed::{bomb, zip};
use crate::place::fixtures;

fn fixture(name: &str) -> Vec<u8> {
    fs::read(fixtures("apps").join(name)).unwrap()
}

fn half(name: &str) -> Vec<u8> {
    let bytes = fixture(name);
    bytes[..bytes.len() / 2].to_vec()
}

fn wide(name: &str) -> Vec<u8> {
    let bytes = fixture(name);
    bytes.iter().flat_map(|byte| [*byte, 0]).collect()
}

/// The file with these letters in place of the first ones that stand there.
fn with(name: &str, letters: &str, others: &str) -> Vec<u8> {
    let text = String::from_utf8(fixture(name)).unwrap();
    assert!(text.contains(letters), "{name} holds {letters}");
    text.replacen(letters, others, 1).into_bytes()
}

/// The heading of a table with a million columns more.
fn columns(heading: &str, mark: &str) -> Vec<u8> {
    let more = format!("{mark}a").repeat(1_000_000);
    format!("{heading}{more}\n1\n").into_bytes()
}

fn deep(head: &str) -> Vec<u8> {
    [head.as_bytes(), &b"[".repeat(1_000_000)].concat()
}

const SAMSUNG: &str = "com.samsung.shealth.sleep,1,1\nstart_time,end_time,time_offset,datauuid";
const M_PATH: &str = "connectionId;questionListName;timeStampSent;timeStampStart;timeStampStop";

pub fn all() -> Vec<(&'static str, Vec<u8>)> {
    [watches(), phones(), studies()].concat()
}

fn watches() -> Vec<(&'static str, Vec<u8>)> {
    let night = "\"sleepStartTimestampGMT\":";
    let nights = "DI_CONNECT/DI-Connect-Wellness/2025-03-01_2025-06-09_1_sleepData.json";
    let good = fixture(&format!("garmin/{nights}"));
    vec![
        ("Garmin, cut", half("garmin-days.json")),
        (
            "Garmin, cut in a zip",
            zip(&[(nights, &good[..good.len() / 2])]),
        ),
        ("Garmin in UTF-16", wide("garmin-sleep.json")),
        (
            "Garmin, no number",
            with("garmin-days.json", ":5120", ":NaN"),
        ),
        (
            "Garmin, endless number",
            with("garmin-days.json", ":5120", ":1e999"),
        ),
        (
            "Garmin, zero byte",
            with("garmin-days.json", "5120", "51\0"),
        ),
        (
            "Garmin, deep",
            deep(&format!("[{{\"sleepEndTimestampGMT\":1,{night}")),
        ),
        (
            "Garmin, bomb",
            bomb(
                nights,
                b"[{\"sleepStartTimestampGMT\":1,\"sleepEndTimestampGMT\":1}",
                200,
            ),
        ),
        (
            "Garmin, a night of 40 MB",
            [
                format!("[{{\"sleepEndTimestampGMT\":1,{night}\"").into_bytes(),
                vec![b'x'; 40 << 20],
            ]
            .concat(),
        ),
        ("Oura, cut", half("oura.json")),
        ("Oura in UTF-16", wide("oura.json")),
        ("Oura, no number", with("oura.json", "26100", "NaN")),
        ("Oura, endless number", with("oura.json", "26100", "-1e999")),
        (
            "Oura, zero byte",
            with("oura.json", "long_sleep", "long\0sleep"),
        ),
        (
            "Oura, deep",
            deep("{\"bedtime_end\":1,\"sleep\":[{\"bedtime_start\":"),
        ),
        (
            "Oura, trends with a zero byte",
            with("oura-table-trends.csv", "26100", "26\0"),
        ),
        (
            "Oura, trends of a million columns",
            columns("date,Bedtime Start,Bedtime End", ","),
        ),
        ("Oura, trends in UTF-16", wide("oura-table-trends.csv")),
    ]
}

fn phones() -> Vec<(&'static str, Vec<u8>)> {
    let database = fixture("health-connect.db");
    let mut lost = database.clone();
    lost[1024..].fill(0xff);
    let mut other_size = database.clone();
    other_size[16] = 7;
    let name = "health_connect_export.db";
    vec![
        (
            "Samsung, zero byte",
            with("samsung-health-table.csv", "401", "4\0"),
        ),
        ("Samsung in UTF-16", wide("samsung-health-table.csv")),
        ("Samsung, a million columns", columns(SAMSUNG, ",")),
        (
            "Samsung, only its name",
            b"com.samsung.shealth.sleep,1,1\n".to_vec(),
        ),
        (
            "Samsung, before all times",
            format!("{SAMSUNG}\n-2025-03-01 22:00:00.000,-1,UTC+0100,a\n").into_bytes(),
        ),
        (
            "Samsung, one row of 60 MB",
            [SAMSUNG.as_bytes(), b"\n", &vec![b'x'; 60 << 20]].concat(),
        ),
        ("Health Connect, cut", half("health-connect.db")),
        (
            "Health Connect, cut in a zip",
            zip(&[(name, &half("health-connect.db"))]),
        ),
        ("Health Connect, pages of nothing", lost),
        ("Health Connect, pages of no size", other_size),
        (
            "Health Connect, bomb",
            bomb(name, b"SQLite format 3\0", 200),
        ),
        ("Health Connect in UTF-16", wide("health-connect.db")),
    ]
}

fn studies() -> Vec<(&'static str, Vec<u8>)> {
    let text = String::from_utf8(fixture("m-path.csv")).unwrap();
    let second = text.lines().nth(1).unwrap().replacen("7;", "8;", 1);
    vec![
        (
            "m-Path, several people",
            format!("{text}{second}\n").into_bytes(),
        ),
        ("m-Path, zero byte", with("m-path.csv", "friends", "f\0")),
        ("m-Path in UTF-16", wide("m-path.csv")),
        ("m-Path, a million columns", columns(M_PATH, ";")),
        (
            "m-Path, changed by a spreadsheet",
            with("m-path.csv", "connectionId", "'connectionId"),
        ),
        (
            "m-Path, before all times",
            format!("{M_PATH}\n7;D;-5;-5;-5\n").into_bytes(),
        ),
        ("mindLAMP, cut", half("mindlamp.json")),
        ("mindLAMP in UTF-16", wide("mindlamp.json")),
        (
            "mindLAMP, no number",
            with("mindlamp.json", "\"value\": 2", "\"value\": NaN"),
        ),
        (
            "mindLAMP, zero byte",
            with("mindlamp.json", "long day", "long\0day"),
        ),
        (
            "mindLAMP, deep",
            deep("[{\"timestamp\":1,\"temporal_slices\":"),
        ),
    ]
}
