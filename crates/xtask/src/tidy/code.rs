//! Rules for Rust and SQL files. Refuses to parse Rust: it reads lines, so it stays small.

use std::collections::BTreeSet;

use super::tree::resolve;
use super::{Complaint, Tree};

const LINES_MAX: usize = 500;

/// Every Rust file opens with one sentence on what it is for.
pub(super) fn opens_with_its_purpose(tree: &Tree, list: &mut Vec<Complaint>) {
    for (path, text) in tree.ending_in(".rs") {
        if !text.starts_with("//!") {
            list.push(Complaint::file(
                path,
                "opens without `//!` and what it is for",
            ));
        }
    }
}

/// No file grows past 500 lines, tests not counted.
pub(super) fn stays_short(tree: &Tree, list: &mut Vec<Complaint>) {
    for (path, text) in tree.ending_in(".rs").filter(|(path, _)| !is_test(path)) {
        let n_lines = own_lines(text).count();
        if n_lines > LINES_MAX {
            list.push(Complaint::file(
                path,
                format!("has {n_lines} lines, more than {LINES_MAX}: split it by idea"),
            ));
        }
    }
}

/// Nothing is left for later, and no test is switched off.
pub(super) fn postpones_nothing(tree: &Tree, list: &mut Vec<Complaint>) {
    // Written in halves, so that this file does not complain about itself.
    let words = [
        concat!("to", "do!("),
        concat!("unimple", "mented!("),
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("#[ig", "nore"),
        concat!(".sk", "ip(\""),
        concat!("test.on", "ly("),
    ];
    for (path, text) in tree.all().filter(|(path, _)| is_code(path)) {
        for (line_idx, line) in text.lines().enumerate() {
            if let Some(word) = words.iter().find(|word| line.contains(**word)) {
                list.push(Complaint::line(
                    path,
                    line_idx,
                    format!("`{word}` postpones work"),
                ));
            }
        }
    }
}

/// Code that ships returns its errors.
pub(super) fn cannot_fall_over(tree: &Tree, list: &mut Vec<Complaint>) {
    let words = [
        concat!(".un", "wrap()"),
        concat!(".ex", "pect("),
        concat!("pan", "ic!("),
    ];
    let files = tree
        .ending_in(".rs")
        .filter(|(path, _)| path.contains("/src/") && !is_test(path));
    for (path, text) in files {
        for (line_idx, line) in own_lines(text) {
            let code = line.split("//").next().unwrap_or_default();
            if let Some(word) = words.iter().find(|word| code.contains(**word)) {
                list.push(Complaint::line(
                    path,
                    line_idx,
                    format!("`{word}` outside tests"),
                ));
            }
        }
    }
}

/// Rooms that may touch memory by hand: what the database's cryptography is handed by C, and two numbers
/// for the C library.
const UNSAFE_ROOMS: [&str; 2] = ["crates/memory/", "crates/sqlcipher/"];

/// No other room may: the workspace forbids it, every crate takes that over, and none allows it again.
pub(super) fn is_safe_but_where_named(tree: &Tree, list: &mut Vec<Complaint>) {
    let words = [
        concat!("unsafe", "_code"),
        concat!("unsafe", " {"),
        concat!("unsafe", " fn"),
        concat!("unsafe", " impl"),
        concat!("unsafe", " extern"),
    ];
    let is_named = |path: &str| UNSAFE_ROOMS.iter().any(|room| path.starts_with(room));
    for (path, text) in tree.ending_in(".rs").filter(|(path, _)| !is_named(path)) {
        for (line_idx, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if words.iter().any(|word| code.contains(word)) {
                let what = "unsafe code outside the rooms that are named for it";
                list.push(Complaint::line(path, line_idx, what));
            }
        }
    }
    let is_crate = |path: &str| path.starts_with("crates/") && path.matches('/').count() == 2;
    for (path, text) in tree
        .ending_in("/Cargo.toml")
        .filter(|(path, _)| is_crate(path))
    {
        if !text.contains("[lints]\nworkspace = true") {
            list.push(Complaint::file(
                path,
                "does not take over the lints of the workspace",
            ));
        }
    }
    if let Some(text) = tree.text("Cargo.toml")
        && !text.contains(concat!("unsafe", "_code = \"deny\""))
    {
        list.push(Complaint::file("Cargo.toml", "lets every crate be unsafe"));
    }
}

/// Every query file is included by a Rust file.
pub(super) fn uses_every_query(tree: &Tree, list: &mut Vec<Complaint>) {
    let used: BTreeSet<String> = tree
        .ending_in(".rs")
        .flat_map(|(path, text)| {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            quoted_queries(text).map(move |name| resolve(folder, name))
        })
        .collect();
    for (path, _) in tree.ending_in(".sql") {
        if !used.contains(path) {
            list.push(Complaint::file(path, "is included by no Rust file"));
        }
    }
}

/// Everything between quotation marks that ends in `.sql`.
fn quoted_queries(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').filter(|word| word.ends_with(".sql"))
}

/// No Rust file lies beside the house: each is a module of its crate, so that no test is forgotten.
pub(super) fn forgets_no_file(tree: &Tree, list: &mut Vec<Complaint>) {
    for (path, _) in tree.ending_in(".rs") {
        let parts: Vec<&str> = path.split('/').collect();
        let ["crates", room, folder, .., last] = parts.as_slice() else {
            continue;
        };
        let is_root = matches!(*last, "lib.rs" | "main.rs") || !matches!(*folder, "src" | "tests");
        let name = match *last {
            "mod.rs" => parts.iter().rev().nth(1).copied().unwrap_or_default(),
            file => file.trim_end_matches(".rs"),
        };
        let declaration = format!("mod {name};");
        let start = format!("crates/{room}/{folder}/");
        let is_declared = || {
            tree.ending_in(".rs")
                .any(|(file, text)| file.starts_with(&start) && text.contains(&declaration))
        };
        if !is_root && !is_declared() {
            list.push(Complaint::file(path, "is no module of its crate"));
        }
    }
}

fn is_code(path: &str) -> bool {
    [".rs", ".mjs", ".js", ".sql", ".toml", ".sh"]
        .iter()
        .any(|ending| path.ends_with(ending))
}

fn is_test(path: &str) -> bool {
    path.contains("/tests/") || path.ends_with("/tests.rs") || path.ends_with("_tests.rs")
}

/// Lines with their positions up to the first test module, which stands last in a file.
fn own_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .take_while(|(_, line)| !line.trim_start().starts_with("#[cfg(test)]"))
}
