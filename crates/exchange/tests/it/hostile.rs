//! Files that are broken, huge or something else. Refuses to panic on any of them.

use std::fs;
use std::io::Read;
use std::time::Instant;

use exchange::{
    Format, Map, REJECTIONS_MAX, TableError, detect, parse_table, parse_table_by, read_record,
};
use proptest::prelude::*;
use record::FactKind;
use serde::Deserialize;

use crate::{fixtures, map, parse};

const STAMP: &str = "{ column = \"at\", zone = \"Europe/Amsterdam\" }";
const HEADING: &str = "at,mood,tired,slept,dose\n";

#[derive(Deserialize)]
struct Expected {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    file: String,
    is: String,
    #[serde(default)]
    says: String,
}

#[test]
fn every_hostile_table_is_answered_as_written_beside_it() {
    let folder = fixtures("hostile");
    let map = Map::parse(&fs::read_to_string(folder.join("map.toml")).unwrap()).unwrap();
    let expected = fs::read_to_string(folder.join("expected.toml")).unwrap();
    let expected: Expected = toml::from_str(&expected).unwrap();
    for case in &expected.case {
        let bytes = fs::read(folder.join(&case.file)).unwrap();
        // As the program does: told by its content first, and a table only if it is nothing else.
        let told = exchange::recognise(&mut std::io::Cursor::new(&bytes));
        if let Err(error) = told {
            // The reader of zips adds its own reason.
            let is_answered = case.is == "error" && error.to_string().starts_with(&case.says);
            assert!(is_answered, "{}: {error}", case.file);
            continue;
        }
        let (is, says) = match parse_table(bytes.as_slice(), &map) {
            Ok(parsed) if parsed.ledger.n_rejected == 0 => {
                assert_eq!(
                    parsed.ledger.counts[&FactKind::Occasion],
                    3,
                    "{}",
                    case.file
                );
                ("read", String::new())
            }
            Ok(parsed) => {
                assert_eq!(parsed.ledger.n_rows_rejected, 1, "{}", case.file);
                ("rejected", parsed.ledger.rejected[0].to_string())
            }
            Err(error) => {
                assert!(!error.hint().is_empty());
                ("error", error.to_string())
            }
        };
        assert_eq!(
            (is, says),
            (case.is.as_str(), case.says.clone()),
            "{}",
            case.file
        );
        assert!(!case.says.ends_with('.'));
    }
    let n_tables = fs::read_dir(folder).unwrap().count() - 2;
    assert_eq!(n_tables, expected.case.len());
}

#[test]
fn a_table_of_one_row_is_read() {
    let parsed = parse(&format!("{HEADING}2012-08-13,4,,,\n"), &map(STAMP));
    assert_eq!(parsed.facts.len(), 1);
}

/// Rows that are made while they are read, so that no test holds a large file.
struct Rows {
    n: u32,
    at: u32,
    left: Vec<u8>,
}

impl Read for Rows {
    fn read(&mut self, buf: &mut [u8]) -> std::io::Result<usize> {
        while self.left.len() < buf.len() && self.at < self.n {
            let i = self.at;
            let (day, minute) = (i / 1440, i % 1440);
            let (year, month) = (1950 + day / 336, day / 28 % 12 + 1);
            let row = format!(
                "{year}-{month:02}-{:02} {:02}:{:02}:07,{},{},,{}\n",
                day % 28 + 1,
                minute / 60,
                minute % 60,
                i % 7 + 1,
                i % 5,
                day / 100
            );
            self.left.extend_from_slice(row.as_bytes());
            self.at += 1;
        }
        let n = buf.len().min(self.left.len());
        buf[..n].copy_from_slice(&self.left[..n]);
        self.left.drain(..n);
        Ok(n)
    }
}

fn rows(n: u32) -> Rows {
    Rows {
        n,
        at: 0,
        left: HEADING.into(),
    }
}

#[test]
fn a_million_rows_are_read_in_bounded_time() {
    let started = Instant::now();
    let parsed = parse_table(rows(1_000_000), &map(STAMP)).unwrap();
    println!("a million rows in {:?}", started.elapsed());
    assert_eq!(parsed.ledger.n_rows, 1_000_000);
    assert_eq!(parsed.ledger.n_rejected, 0);
    assert_eq!(parsed.ledger.counts[&FactKind::Occasion], 1_000_000);
    assert!(started.elapsed().as_secs() < 120);
}

#[test]
fn a_ledger_counts_all_rejections_and_lists_the_first() {
    let bad = "2012-08-13,x,,,\n".repeat(3000);
    let parsed = parse(&format!("{HEADING}{bad}"), &map(STAMP));
    assert_eq!(parsed.ledger.n_rejected, 3000);
    assert_eq!(parsed.ledger.rejected.len(), REJECTIONS_MAX);
}

#[test]
fn a_million_columns_are_refused() {
    let heading = "a,".repeat(1_000_000);
    let error = parse_table(heading.as_bytes(), &map(STAMP)).unwrap_err();
    assert!(
        matches!(error, TableError::RowTooLong { line: 1, .. }),
        "{error}"
    );
    let heading = format!("{}b\n", "a,".repeat(20_000));
    let error = parse_table(heading.as_bytes(), &map(STAMP)).unwrap_err();
    assert_eq!(
        error,
        TableError::TooManyColumns {
            n: 20_001,
            max: 10_000
        }
    );
}

#[test]
fn a_cell_of_ten_megabytes_is_refused() {
    for quote in ["", "\""] {
        let cell = "x".repeat(10_000_000);
        let text = format!("{HEADING}2012-08-13,1,,,\n2012-08-14,{quote}{cell}{quote},,,\n");
        let error = parse_table(text.as_bytes(), &map(STAMP)).unwrap_err();
        assert!(
            matches!(error, TableError::RowTooLong { line: 3, .. }),
            "{error}"
        );
    }
    let lines = "2012-08-13,1,,,\n".repeat(1_000_000);
    let text = format!("{HEADING}2012-08-13,\"1,,,\n{lines}");
    let error = parse_table(text.as_bytes(), &map(STAMP)).unwrap_err();
    assert!(error.hint().contains("quotation mark"), "{error}");
}

#[test]
fn a_file_that_breaks_off_is_an_error() {
    struct Broken(bool);
    impl Read for Broken {
        fn read(&mut self, buf: &mut [u8]) -> std::io::Result<usize> {
            if std::mem::replace(&mut self.0, true) {
                return Err(std::io::Error::other("the disk is gone"));
            }
            let text = format!("{HEADING}{}", "2012-08-13,1,,,\n".repeat(300));
            let n = buf.len().min(text.len());
            buf[..n].copy_from_slice(&text.as_bytes()[..n]);
            Ok(n)
        }
    }
    let error = parse_table(Broken(false), &map(STAMP)).unwrap_err();
    assert!(matches!(error, TableError::Read(_)), "{error}");
}

#[test]
fn a_character_cut_between_two_reads_is_whole() {
    /// Hands out one byte at a time.
    struct Drops<'a>(&'a [u8]);
    impl Read for Drops<'_> {
        fn read(&mut self, buf: &mut [u8]) -> std::io::Result<usize> {
            let n = buf.len().min(self.0.len()).min(1);
            buf[..n].copy_from_slice(&self.0[..n]);
            self.0 = &self.0[n..];
            Ok(n)
        }
    }
    let filler = "2012-08-13,1,,,,é€😀\n".repeat(1000);
    let text = format!("at,mood,tired,slept,dose,note\n{filler}");
    let parsed = parse_table(Drops(text.as_bytes()), &map(STAMP)).unwrap();
    assert_eq!(parsed.ledger.n_rows, 1000);
    let mut cut = text.into_bytes();
    cut.truncate(cut.len() - 3);
    let error = parse_table(Drops(&cut), &map(STAMP)).unwrap_err();
    assert_eq!(error, TableError::NotUtf8 { line: 1001 });
}

#[test]
fn formats_are_told_by_what_is_in_them() {
    let cases: [(&[u8], Format); 11] = [
        (b"a,b\n1,2\n", Format::Table),
        (b"[mood],day\n1,2\n", Format::Table),
        (b"{\"schema\":\"thawline.record/1\"}", Format::Record),
        (b" \n{ \"schema\": \"thawline.record/9\"}", Format::Record),
        (b"{\"resourceType\": \"Bundle\"}", Format::Fhir),
        (b"[]", Format::Json),
        (
            b"\xef\xbb\xbf<?xml version=\"1.0\"?><HealthData/>",
            Format::Xml,
        ),
        (b"PK\x03\x04....", Format::Zip),
        (b"\x1f\x8b\x08", Format::Gzip),
        (b"", Format::Empty),
        (b"\x01\x02\x03\x04", Format::Binary),
    ];
    for (bytes, format) in cases {
        assert_eq!(detect(bytes), format, "{}", format.name());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_at_all_make_a_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let map = map(STAMP);
        let _ = detect(&bytes);
        let _ = parse_table(bytes.as_slice(), &map);
        let _ = parse_table_by(bytes.as_slice(), &map, "at");
        let _ = read_record(&bytes);
        let _ = Map::parse(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn no_cells_at_all_make_a_table_panic(
        cells in proptest::collection::vec("[-+0-9:TZ,.eE \"é\n;]{0,24}", 1..20),
        time in prop_oneof![
            Just("{ column = \"at\", zone = \"Europe/Amsterdam\" }"),
            Just("{ column = \"at\" }"),
            Just("{ column = \"tired2\", date_column = \"at\", zone = \"America/Sao_Paulo\", \
                  beep_time_column = \"t3\" }"),
            Just("{ day = \"at\", beep = \"tired2\", start = \"2200-12-30\" }"),
        ],
    ) {
        let mut text = "at,tired2,t3,mood,tired,slept,dose\n".to_owned();
        for cell in &cells {
            text.push_str(&format!("{cell},{cell},{cell},1,,,\n\"{cell}\",8,12:00,,,,3\n"));
        }
        if let Ok(parsed) = parse_table(text.as_bytes(), &map(time)) {
            let ledger = parsed.ledger;
            let n_read = ledger.counts.get(&FactKind::Occasion).copied().unwrap_or(0);
            // Every row is accounted for.
            prop_assert_eq!(n_read + ledger.n_rows_rejected + ledger.n_rows_blank, ledger.n_rows);
        }
    }

    #[test]
    fn no_change_of_a_record_file_makes_the_reader_panic(
        at in 0usize..2000,
        byte in any::<u8>(),
    ) {
        let mut bytes = crate::native::sample().into_bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = read_record(&bytes);
    }
}
