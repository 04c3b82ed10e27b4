//! Files that are made to harm: archives that lie, XML and JSON without an end, text that is no
//! text. Each is refused in words within two seconds and 200 megabytes; no byte of the record
//! changes, and no file appears anywhere.

mod devices;
pub mod packed;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use packed::{bomb, zip};

use crate::place::{Place, Said};

/// Seconds that a refusal may take.
const SECONDS_MAX: f64 = 2.0;
/// Memory that it may take, in kibibytes.
const KIB_MAX: u64 = 200_000;

const DAYLIO: &str = "backup.daylio";
const APPLE: &str = "apple_health_export/export.xml";

/// Runs an import and looks at its memory until it ends; gives what it said and its peak in KiB.
fn watched(place: &Place, file: &str) -> (Said, f64, u64) {
    let started = Instant::now();
    let mut command = place.command(&["import", file, "--as-proposed"]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        peak = peak.max(peak_kib(&status).unwrap_or(0));
        std::thread::sleep(Duration::from_millis(2));
    }
    let seconds = started.elapsed().as_secs_f64();
    (child.wait_with_output().unwrap().into(), seconds, peak)
}

fn peak_kib(status: &str) -> Option<u64> {
    let text = fs::read_to_string(status).ok()?;
    let line = text.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Every name below a folder.
fn names(folder: &Path) -> Vec<String> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(names(&path));
        }
        all.push(path.to_str().unwrap().to_owned());
    }
    all.sort();
    all
}

fn apple(inside: &str) -> Vec<u8> {
    format!("<?xml version=\"1.0\"?>\n<HealthData locale=\"en\">\n{inside}\n</HealthData>\n").into()
}

const NIGHT: &str = "<Record type=\"HKCategoryTypeIdentifierSleepAnalysis\" sourceName=\"W\" \
    startDate=\"2026-03-01 23:00:00 +0100\" endDate=\"2026-03-02 07:00:00 +0100\" \
    value=\"HKCategoryValueSleepAnalysisAsleep\"/>";

/// Archives that lie about themselves.
fn archives() -> Vec<(&'static str, Vec<u8>)> {
    let diary = packed::base64(br#"{"version":15,"customMoods":[],"dayEntries":[]}"#);
    let plain = || zip(&[(DAYLIO, &diary)]);
    let cut = plain();
    vec![
        ("bomb in a diary", bomb(DAYLIO, b"", 200)),
        (
            "bomb in an export",
            bomb(APPLE, b"<HealthData locale=\"en\">", 200),
        ),
        ("zip in a zip", zip(&[(DAYLIO, &bomb(DAYLIO, b"", 50))])),
        (
            "same bytes listed 60,000 times",
            packed::overlapping(&plain(), 60_000),
        ),
        ("65,000 parts", packed::many(65_000)),
        (
            "path upwards",
            zip(&[("../../../../evil/backup.daylio", b"x")]),
        ),
        (
            "path from the top",
            zip(&[("/tmp/evil/backup.daylio", b"x")]),
        ),
        (
            "path of another system",
            zip(&[("C:\\evil\\backup.daylio", b"x")]),
        ),
        (
            "zero byte in a name",
            zip(&[("evil\0/backup.daylio", b"x")]),
        ),
        ("link", packed::link(DAYLIO, "/etc/passwd")),
        ("encrypted", packed::encrypted(plain())),
        (
            "smaller than it is",
            packed::sized(bomb(DAYLIO, b"", 40), 10),
        ),
        ("larger than any disk", packed::sized(plain(), u32::MAX - 1)),
        ("another checksum", packed::other_checksum(plain())),
        ("another packing", packed::other_packing(plain())),
        ("cut in half", cut[..cut.len() / 2].to_vec()),
        ("list outside", packed::list_at(plain(), u32::MAX - 1)),
        ("part outside", packed::part_at(plain(), u32::MAX - 1)),
        ("endless", packed::endless(&plain())),
        ("nothing in it", zip(&[])),
        ("nothing in the diary", zip(&[(DAYLIO, b"")])),
        ("no base64", zip(&[(DAYLIO, b"\0\xff{}")])),
        (
            "no diary in base64",
            zip(&[(DAYLIO, &packed::base64(b"[1,2,"))]),
        ),
        (
            "a number for a list",
            zip(&[(DAYLIO, &packed::base64(br#"{"dayEntries":7}"#))]),
        ),
        (
            "deep diary",
            zip(&[(DAYLIO, &packed::base64(&b"[".repeat(1_000_000)))]),
        ),
    ]
}

/// XML that takes more than it gives.
fn markup() -> Vec<(&'static str, Vec<u8>)> {
    let wide: Vec<u8> = apple(NIGHT).iter().flat_map(|byte| [*byte, 0]).collect();
    let laughs: String = (1..30)
        .map(|n| format!("<!ENTITY l{n} \"&l{};&l{};\">", n - 1, n - 1))
        .collect();
    let laughs = format!(
        "<!DOCTYPE HealthData [<!ENTITY l0 \"ha\">{laughs}]>\n<HealthData locale=\"en\">\n\
         <Record type=\"&l29;\" sourceName=\"&l29;\" startDate=\"&l29;\" value=\"&l29;\"/>"
    );
    let outside = "<!DOCTYPE HealthData [<!ENTITY out SYSTEM \"file:///etc/passwd\">]>\n\
         <HealthData locale=\"en\"><Record type=\"&out;\" value=\"&out;\"/>";
    vec![
        ("billion laughs", laughs.into()),
        ("file from outside", outside.into()),
        (
            "no end",
            [b"<HealthData>".to_vec(), b"<a>".repeat(1_000_000)].concat(),
        ),
        ("wrong end", apple("<Record></Workout>")),
        ("UTF-16", wide),
        ("half an element", b"<HealthData><Record type=\"HK".to_vec()),
        (
            "text of 40 MB in a value",
            apple(&format!("<Record type=\"{}\"", "x".repeat(40 << 20))),
        ),
        (
            "other markup",
            b"<html><body>HealthDat</body></html>".to_vec(),
        ),
    ]
}

/// JSON and text of our own and other shapes.
fn texts() -> Vec<(&'static str, Vec<u8>)> {
    let deep = |head: &str| [head.as_bytes(), &b"[".repeat(1_000_000)].concat();
    let record = |key: &str, zone: usize, values: [&str; 2]| {
        let item = r#"{"id":"feeling_strength","role":"outcome_higher_is_more_feeling","scale":{"line":[0,100]},"window":"momentary"}"#;
        let facts = values.map(|value| {
            format!(
                r#"["{key}",1772355600,null,{zone},{{"occasion":{{"device":"pointer","plan":"voluntary","responses":[[0,{value}]]}}}}]"#
            )
        });
        let facts = facts.join(",");
        let profile =
            r#"{"day_start_minutes":240,"has_read_safety":true,"lock_after_minutes":10,"zone":0}"#;
        format!(
            r#"{{"schema":"thawline.record/1","profile":{profile},"zones":["UTC"],"files":[],"items":[{item}],"facts":[{facts}]}}"#
        )
        .into_bytes()
    };
    let key = "0".repeat(31) + "1";
    vec![
        ("deep record", deep(r#"{"schema":"thawline.record/1","facts":"#)),
        ("deep bundle", deep(r#"{"resourceType":"Bundle","entry":"#)),
        ("deep list", deep("")),
        ("record from tomorrow", br#"{"schema":"thawline.record/999","facts":[]}"#.to_vec()),
        ("same key twice", record(&key, 0, ["50", "40"])),
        ("zone that is not there", record(&key, 7, ["50", "40"])),
        ("no number", record(&key, 0, ["NaN", "40"])),
        ("number without end", record(&key, 0, ["1e999", "40"])),
        ("number outside", record(&key, 0, ["-1", "40"])),
        ("key that is none", record("zz", 0, ["50", "40"])),
        ("a million columns", b"a,".repeat(1_000_000)),
        ("one line of 60 MB", b"x".repeat(60 << 20)),
        ("open quote over 20 MB", [b"full_date,date,weekday,time,mood,activities,note_title,note\n\"".to_vec(), b"x\n".repeat(10 << 20)].concat()),
        ("zero bytes in a diary", b"full_date,date,weekday,time,mood,activities,note_title,note\n2024-03-02\0,a,b,9:40,x,,,\n".to_vec()),
        ("gzip", [b"\x1f\x8b\x08".to_vec(), vec![0; 1 << 20]].concat()),
        ("database", [b"SQLite format 3\0".to_vec(), vec![0xff; 1 << 20]].concat()),
        ("zeros", vec![0; 60 << 20]),
        ("bundle of nothing", br#"{"resourceType":"Bundle","type":"collection","entry":[{"resource":null},7]}"#.to_vec()),
        ("bundle in a bundle", [br#"{"resourceType":"Bundle","entry":[{"resource":"#.repeat(500), b"1".to_vec(), b"}]}".repeat(500)].concat()),
    ]
}

/// Text in which every other byte is zero.
fn wide(text: &str) -> Vec<u8> {
    text.bytes().flat_map(|byte| [byte, 0]).collect()
}

const EMOODS: &str = "DATE (YYYY-MM-DD),DEPRESSED,ELEVATED,ANXIETY,IRRITABILITY,SLEEP,WEIGHT";
const SLEEP: &str = "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles";
const NOMIE: &str = "epoch,start,end,offset,tracker,value,note,lat,lng,location,score";

/// Tables and JSON in the shape of programs, each broken in its own way.
fn programs() -> Vec<(&'static str, Vec<u8>)> {
    let mut cases = Vec::new();
    for (name, heading) in [
        ("table of symptoms", EMOODS),
        ("table of sleeps", SLEEP),
        ("table of trackers", NOMIE),
    ] {
        let columns = [heading.as_bytes(), &b",\"7:00\"".repeat(1_000_000)].concat();
        let quote = [heading.as_bytes(), b"\n\"", &b"x\n".repeat(10 << 20)].concat();
        cases.push((name, columns));
        cases.push((name, quote));
        cases.push((name, format!("{heading}\n2025-03-01\0,1,1\n").into()));
        cases.push((name, wide(&format!("{heading}\n2025-03-01,1,1\n"))));
        // What holds no row that can be is no diary.
        let rows = "-2025-03-01,NaN,-1e999,NaN,99999999999999999999,,\n".repeat(50_000);
        cases.push((name, format!("{heading}\n{rows}").into()));
    }
    let pixel = r#"[{"date":"2025-3-1","type":"Mood","scores":[3],"notes":"","tags":["#;
    let nomie = r#"{"nomie":{"number":"5","created":"x"},"trackers":{},"events":[{"note":"#;
    let exist = r#"{"count":1,"results":[{"name":"mood","label":"Mood","value_type":8,"values":["#;
    for (name, head) in [
        ("year of days", pixel),
        ("notes", nomie),
        ("attributes", exist),
    ] {
        let bytes = head.as_bytes();
        cases.push((name, bytes.to_vec()));
        cases.push((name, wide(head)));
        cases.push((name, [bytes, &b"[".repeat(1_000_000)].concat()));
        cases.push((name, [bytes, b"\"", &b"x".repeat(40 << 20)].concat()));
        cases.push((name, [bytes, b"NaN]}]}"].concat()));
        cases.push((name, [bytes, b"\0]}]}"].concat()));
    }
    let many = (0..1_000_000).fold(String::new(), |mut text, n| {
        let _ = write!(text, "\"t{n}\":{{}},");
        text
    });
    let many = format!(r#"{{"nomie":{{"number":"5","created":"x"}},"trackers":{{{many}"#);
    cases.push(("a million trackers", many.into()));
    let entries = bomb("entry.csv", EMOODS.as_bytes(), 200);
    let whole = zip(&[("entry.csv", EMOODS.as_bytes())]);
    cases.push(("bomb in a table", entries));
    cases.push(("half of a back-up", whole[..whole.len() / 2].to_vec()));
    cases
}

#[test]
fn what_is_made_to_harm_is_refused_quickly_and_leaves_nothing() {
    let place = Place::new();
    let kept = place.run(&["log", "40", "--today", "2026-03-01"]);
    kept.done();
    let cases = [archives(), markup(), texts(), programs(), devices::all()].concat();
    assert!(cases.len() >= 90, "{}", cases.len());
    let mut wrong = Vec::new();
    for (name, bytes) in cases {
        let file = place.file("hostile", bytes);
        let before = (names(place.path()), place.files());
        let (said, seconds, kib) = watched(&place, &file);
        if (names(place.path()), place.files()) != before {
            wrong.push(format!("{name}: changed something"));
        }
        if said.code != 2 || !said.out.is_empty() || said.err.lines().count() < 2 {
            wrong.push(format!("{name}: {said:?}"));
        }
        if said.err.contains("panicked") || said.err.contains("root:") {
            wrong.push(format!("{name}: says too much: {said:?}"));
        }
        if seconds > SECONDS_MAX || kib > KIB_MAX {
            wrong.push(format!("{name}: {seconds:.1} s, {kib} KiB"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(!Path::new("/tmp/evil").exists() && !Path::new("/evil").exists());
}
