//! The part of the manual that is for people speaks as the program does: plain, and without words
//! that scold, label, promise or order.

use std::fs;
use std::path::Path;

use content::{reading_grade, wording};

/// Pages of the manual for people: their name, and their prose as paragraphs.
fn pages() -> Vec<(String, Vec<String>)> {
    let manual = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/manual");
    let mut paths: Vec<_> = fs::read_dir(manual.join("people"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.push(manual.join("index.md"));
    paths.sort();
    let pages: Vec<_> = paths
        .into_iter()
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, paragraphs(&fs::read_to_string(path).unwrap()))
        })
        .collect();
    assert!(pages.len() >= 16, "{}", pages.len());
    pages
}

/// Prose without commands, and of links only the words. A cell of a table is a paragraph.
fn paragraphs(text: &str) -> Vec<String> {
    let mut list = vec![String::new()];
    let mut is_code = false;
    for line in text.lines() {
        if line.starts_with("```") {
            is_code = !is_code;
            continue;
        }
        let marks = |c: char| c.is_ascii_digit() || "#>-. ".contains(c);
        let line_or_item = line;
        let line = line.trim_start_matches(marks);
        if line != line_or_item && !line_or_item.starts_with("  ") {
            list.push(String::new());
        }
        if is_code || line.starts_with("|") && line.contains("---") {
            continue;
        }
        if let Some(row) = line.strip_prefix('|') {
            list.extend(row.split('|').map(words));
            list.push(String::new());
        } else if line.is_empty() {
            list.push(String::new());
        } else if let Some(last) = list.last_mut() {
            last.push_str(&words(line));
            last.push(' ');
        }
    }
    list.retain(|paragraph| !paragraph.trim().is_empty());
    list
}

fn words(line: &str) -> String {
    let mut kept = String::new();
    let mut rest = line;
    while let Some((before, link)) = rest.split_once("](") {
        kept.push_str(before);
        rest = link.split_once(')').map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept.replace(['[', ']', '*', '`', '!'], "")
}

#[test]
fn the_manual_for_people_holds_no_denied_word() {
    let list = wording().unwrap();
    let mut found = Vec::new();
    for (name, paragraphs) in pages() {
        for paragraph in &paragraphs {
            if let Some(denied) = list.denied_word(paragraph) {
                let (word, why) = (&denied.word, &denied.why);
                found.push(format!("{name}: '{word}' {why}: {paragraph}"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_manual_for_people_reads_at_the_age_of_about_twelve() {
    for (name, paragraphs) in pages() {
        let prose: Vec<String> = paragraphs
            .into_iter()
            .filter(|paragraph| paragraph.trim_end().ends_with(['.', '?', ':']))
            .collect();
        let grade = reading_grade(prose.iter().map(String::as_str)).unwrap();
        println!("{name}: {grade:?}");
        assert!(
            grade.ari <= 7.0 && grade.coleman_liau <= 8.0,
            "{name}: {grade:?}"
        );
    }
}
