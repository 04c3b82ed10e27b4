//! The page as its reader meets it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A failed test stops here.

mod outside;

use picture::{BandPoint, TimePicture};
use report::{Block, Paper, Section, Sheet, Table, pdf};

fn sheet(front: Vec<Section>) -> Sheet {
    Sheet {
        paper: Paper::A4,
        language: "en".to_owned(),
        title: "A record".to_owned(),
        file_title: "A file".to_owned(),
        lead: vec!["From here to there.".to_owned()],
        front,
        more: Vec::new(),
        shortened: "Shortened.".to_owned(),
        foot: "The foot".to_owned(),
    }
}

fn section(heading: &str, lines: &[&str]) -> Section {
    let blocks = lines.iter().map(|line| Block::Line((*line).to_owned()));
    Section {
        name: "part".to_owned(),
        heading: heading.to_owned(),
        blocks: blocks.collect(),
    }
}

fn with_picture() -> Section {
    let run = (0..300).map(|day| BandPoint {
        day: f64::from(day),
        level: 50.0,
        low: 40.0,
        high: 60.0,
    });
    let picture = TimePicture {
        span: (0.0, 300.0),
        runs: vec![run.collect()],
        changes: vec![(120.0, 110.0, 130.0)],
        title: "Days".to_owned(),
        description: "It stays.".to_owned(),
        ..TimePicture::default()
    };
    Section {
        name: "part".to_owned(),
        heading: "Course".to_owned(),
        blocks: vec![Block::Picture(Box::new(picture), "The line".to_owned())],
    }
}

fn n_pages(bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes);
    text.matches("/Type/Page/").count() + text.matches("/Type/Page ").count()
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes
        .windows(words.len())
        .any(|part| part == words.as_bytes())
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    let sheet = sheet(vec![with_picture(), section("One", &["A line."])]);
    assert_eq!(pdf(&sheet), pdf(&sheet));
}

#[test]
fn the_file_has_no_date_and_no_name_but_the_title() {
    let bytes = pdf(&sheet(vec![section("One", &["A line."])])).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"));
    for word in [
        "CreationDate",
        "ModDate",
        "CreateDate",
        "/Author",
        "/Creator",
    ] {
        assert!(!holds(&bytes, word), "{word}");
    }
    assert!(holds(&bytes, "/Lang(en)"));
    assert!(holds(&bytes, "/Marked true"));
    assert!(holds(&bytes, "<pdfuaid:part>1</pdfuaid:part>"));
}

#[test]
fn a_picture_is_read_by_its_sentence() {
    let bytes = pdf(&sheet(vec![with_picture()])).unwrap();
    assert!(holds(&bytes, "/Alt(Days. It stays.)"));
}

#[test]
fn the_first_page_stays_one_page_however_much_there_is() {
    let long = "words that go on and on ".repeat(20);
    let lines: Vec<&str> = std::iter::repeat_n(long.as_str(), 80).collect();
    let sections = vec![
        with_picture(),
        section("Long", &lines),
        section("Short", &["Kept."]),
    ];
    let bytes = pdf(&sheet(sections)).unwrap();
    assert_eq!(n_pages(&bytes), 1);
    assert!(bytes.len() < 300_000, "{}", bytes.len());
}

#[test]
fn a_single_day_leaves_a_mark() {
    let one = BandPoint {
        day: 0.5,
        level: 40.0,
        low: 30.0,
        high: 50.0,
    };
    let drawn = |runs: Vec<Vec<BandPoint>>| {
        let picture = TimePicture {
            span: (0.0, 1.0),
            runs,
            title: "A day".to_owned(),
            ..TimePicture::default()
        };
        let block = Block::Picture(Box::new(picture), String::new());
        let mut part = section("Course", &[]);
        part.blocks.push(block);
        pdf(&sheet(vec![part])).unwrap()
    };
    assert!(drawn(vec![vec![one]]).len() > drawn(vec![]).len() + 40);
}

#[test]
fn a_long_table_goes_on_over_as_many_pages_as_it_takes() {
    let mut long = sheet(vec![section("One", &["A line."])]);
    let rows = (0..400).map(|n| vec![format!("day {n}"), String::new(), "12".to_owned()]);
    let table = Table {
        caption: "By time".to_owned(),
        columns: ["When", "What", "How many"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
    };
    long.more = vec![Section {
        name: "part".to_owned(),
        heading: "Table".to_owned(),
        blocks: vec![Block::Table(table)],
    }];
    let pages = n_pages(&pdf(&long).unwrap());
    assert!((7..=20).contains(&pages), "{pages}");
}

#[test]
fn any_letters_make_a_page() {
    let odd = [
        "\u{1f642} emoji, \u{645}\u{631}\u{62d}\u{628}\u{627} and \u{4f60}\u{597d}",
        "a\u{0}b\tc\u{200d}d\u{feff}",
        "\u{5d0}\u{5d1} <script>alert(1)</script> (a) \\ %PDF",
        "",
        " ",
    ];
    let endless = "x".repeat(5_000);
    let mut lines = odd.to_vec();
    lines.push(&endless);
    let page = pdf(&sheet(vec![section("\u{1f600}", &lines), section("", &[])]));
    assert_eq!(page.err(), None);
}

#[test]
fn us_letter_is_as_wide_as_its_paper() {
    let letter = Sheet {
        paper: Paper::UsLetter,
        ..sheet(vec![section("One", &["A line."])])
    };
    assert!(holds(&pdf(&letter).unwrap(), "/MediaBox[0 0 612 792]"));
    assert!(holds(
        &pdf(&sheet(vec![])).unwrap(),
        "/MediaBox[0 0 595.28 841.89]"
    ));
}
