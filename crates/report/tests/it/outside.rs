//! The file as tools of others see it: tags, order, words for pictures, and gray alone.

use std::path::{Path, PathBuf};
use std::process::Command;

use report::{Block, Paper, Section, Sheet, Table, pdf};

use super::{section, sheet, with_picture};

/// A folder that goes away with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("thawline-report-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What a tool prints; `None` with one line where it is not installed.
fn told(tool: &str, package: &str, words: &[&str], file: &Path) -> Option<Vec<u8>> {
    match Command::new(tool).args(words).arg(file).output() {
        Ok(output) => {
            let status = output.status;
            assert!(status.success(), "{tool} {words:?}: {status}");
            Some(output.stdout)
        }
        Err(_) => {
            println!("skipped: {tool} is not here (Debian package `{package}`)");
            None
        }
    }
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
}

fn whole(paper: Paper) -> Sheet {
    let table = Table {
        caption: "Each by itself".to_owned(),
        columns: ["What", "Middle"].map(str::to_owned).to_vec(),
        rows: vec![vec!["far away".to_owned(), "26".to_owned()]],
    };
    let methods = Section {
        name: "methods".to_owned(),
        heading: "How it was found".to_owned(),
        blocks: vec![
            Block::Table(table.clone()),
            Block::Line("At most 5 of 100.".to_owned()),
        ],
    };
    let apart = Section {
        name: "apart".to_owned(),
        heading: "Apart".to_owned(),
        blocks: vec![Block::Table(table)],
    };
    Sheet {
        paper,
        more: vec![methods],
        ..sheet(vec![
            with_picture(),
            apart,
            section("Asked", &["What else could it be?", "And then?"]),
        ])
    }
}

fn written(folder: &Folder, paper: Paper) -> PathBuf {
    let file = folder.0.join("page.pdf");
    std::fs::write(&file, pdf(&whole(paper)).unwrap()).unwrap();
    file
}

const PAPERS: [(Paper, &str); 2] = [
    (Paper::A4, "595.28 x 841.89"),
    (Paper::UsLetter, "612 x 792"),
];

/// How a screen reader meets the page, from the first word to the last.
const ORDER: [&str; 14] = [
    "H1 \"A record\"",
    "From here to there.",
    "H2 \"Course\"",
    "Figure",
    "The line",
    "H2 \"Apart\"",
    "Table",
    "/Scope /Column",
    "/Scope /Row",
    "H2 \"Asked\"",
    "What else could it be?",
    "And then?",
    "H2 \"How it was found\"",
    "At most 5 of 100.",
];

#[test]
fn title_tags_and_order_are_those_that_another_reader_finds() {
    let folder = Folder::new("tags");
    for (paper, size) in PAPERS {
        let file = written(&folder, paper);
        let Some(about) = told("pdfinfo", "poppler-utils", &[], &file) else {
            return;
        };
        let about = text(about);
        let lines: Vec<String> = (about.lines())
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        for wanted in [
            "Title: A file",
            "Producer: Thawline",
            "Tagged: yes",
            "Pages: 2",
        ] {
            assert!(lines.iter().any(|line| line == wanted), "{wanted}: {about}");
        }
        assert!(about.contains(size), "{about}");
        for never in [
            "Author",
            "Creator",
            "CreationDate",
            "ModDate",
            "Keywords",
            "Subject",
        ] {
            assert!(!about.contains(&format!("{never}:")), "{never}: {about}");
        }
        let words = &["-struct-text"];
        let tree = text(told("pdfinfo", "poppler-utils", words, &file).unwrap());
        let mut rest = tree.as_str();
        for wanted in ORDER {
            let at = rest.find(wanted);
            let at = at.unwrap_or_else(|| panic!("'{wanted}' is not where it should be: {tree}"));
            rest = &rest[at + wanted.len()..];
        }
        // A heading stands once, also where a table and a line follow it.
        assert_eq!(tree.matches("H2 \"How it was found\"").count(), 1, "{tree}");
    }
}

#[test]
fn the_file_is_sound_and_its_contents_list_and_picture_have_words() {
    let folder = Folder::new("sound");
    for (paper, _) in PAPERS {
        let file = written(&folder, paper);
        let Some(checked) = told("qpdf", "qpdf", &["--check"], &file) else {
            return;
        };
        let checked = text(checked);
        assert!(
            checked.contains("No syntax or stream encoding errors"),
            "{checked}"
        );
        let plain = folder.0.join("plain.pdf");
        let words = ["--qdf", "--object-streams=disable"];
        let mut unpack = Command::new("qpdf");
        unpack.args(words).arg(&file).arg(&plain);
        assert!(unpack.status().unwrap().success());
        let plain = text(std::fs::read(&plain).unwrap());
        for wanted in [
            "/Alt (Days. It stays.)",
            "/Lang (en)",
            "/DisplayDocTitle true",
            "/Marked true",
            "/Title (A file)",
        ] {
            assert!(plain.contains(wanted), "{wanted}");
        }
        // The list of contents shows beside the page: its first entry is the neutral title.
        assert!(!plain.contains("/Title (A record)"));
    }
}

#[test]
fn every_dot_on_paper_is_gray() {
    let folder = Folder::new("gray");
    for (paper, _) in PAPERS {
        let file = written(&folder, paper);
        let words = ["-r", "40", "-f", "1", "-l", "1"];
        let Some(picture) = told("pdftoppm", "poppler-utils", &words, &file) else {
            return;
        };
        // `P6`, width and height, the largest value, and then three bytes a dot.
        let mut lines = picture.splitn(4, |byte| *byte == b'\n');
        let head: Vec<&[u8]> = lines.by_ref().take(3).collect();
        assert_eq!((head[0], head[2]), (&b"P6"[..], &b"255"[..]));
        let dots = lines.next().unwrap();
        let (dots, rest) = dots.as_chunks::<3>();
        assert!(rest.is_empty() && dots.len() > 100_000, "{}", dots.len());
        assert!(
            dots.iter()
                .all(|[red, green, blue]| red == green && green == blue)
        );
        let n_dark = dots.iter().filter(|[red, ..]| *red < 128).count();
        assert!(n_dark > 200, "nothing is on the page: {n_dark}");
    }
}
