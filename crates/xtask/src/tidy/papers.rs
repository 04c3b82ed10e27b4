//! Rules for texts: decisions are listed, links lead somewhere, and the repository speaks of the
//! project alone. Refuses to judge style.

use super::tree::resolve;
use super::{Complaint, Tree};

const DECISIONS: &str = "docs/decisions/";

/// Every decision stands in the list of decisions, and no number stands twice.
pub(super) fn lists_every_decision(tree: &Tree, list: &mut Vec<Complaint>) {
    let index_path = format!("{DECISIONS}README.md");
    let index = tree.text(&index_path).unwrap_or_default();
    let mut numbers: Vec<&str> = Vec::new();
    for (path, _) in tree.ending_in(".md") {
        let Some(name) = path.strip_prefix(DECISIONS).filter(|n| *n != "README.md") else {
            continue;
        };
        if !index.contains(&format!("({name})")) {
            list.push(Complaint::file(
                path,
                format!("is not listed in {index_path}"),
            ));
        }
        let number = name.split('-').next().unwrap_or_default();
        if number.len() != 4 || number.parse::<u16>().is_err() {
            list.push(Complaint::file(
                path,
                "does not begin with a number of four digits",
            ));
        }
        if numbers.contains(&number) {
            list.push(Complaint::file(
                path,
                "has a number that another decision has",
            ));
        }
        numbers.push(number);
    }
}

/// No path of one person's machine, and no talk of how a text came to be.
pub(super) fn speaks_of_the_project_alone(tree: &Tree, list: &mut Vec<Complaint>) {
    // Written in halves, so that this file does not complain about itself.
    let words = [
        concat!("/wo", "rk/"),
        concat!("/ho", "me/"),
        concat!("/Us", "ers/"),
        concat!("/tmp/", "t-"),
        concat!("language ", "model"),
        concat!("as an ", "AI"),
        concat!("Generated ", "with"),
        concat!("Co-Auth", "ored-By"),
    ];
    for (path, text) in tree.all() {
        for (line_idx, line) in text.lines().enumerate() {
            if let Some(word) = words.iter().find(|word| stands_free(line, word)) {
                let what = format!("`{word}` has no place in the repository");
                list.push(Complaint::line(path, line_idx, what));
            }
        }
    }
}

/// Whether `word` stands in `line` and is not the middle of an address or a longer path.
fn stands_free(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        line[..at]
            .chars()
            .next_back()
            .is_none_or(|before| !before.is_alphanumeric() && !".>}".contains(before))
    })
}

/// Lock files of npm pin by checksum and leave the address to the machine.
pub(super) fn names_no_registry(tree: &Tree, list: &mut Vec<Complaint>) {
    for (path, text) in tree.ending_in("package-lock.json") {
        for (line_idx, line) in text.lines().enumerate() {
            if line.contains("\"resolved\"") {
                list.push(Complaint::line(path, line_idx, "names a registry"));
            }
        }
    }
}

/// A link from one paper to a file of the repository finds that file.
pub(super) fn links_lead_somewhere(tree: &Tree, list: &mut Vec<Complaint>) {
    for (path, text) in tree.ending_in(".md") {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for (line_idx, line) in text.lines().enumerate() {
            for target in links(line) {
                if !tree.has(&resolve(folder, target)) {
                    let what = format!("the link to {target} leads nowhere");
                    list.push(Complaint::line(path, line_idx, what));
                }
            }
        }
    }
}

/// Targets of `[words](target)` in one line that mean files of the repository.
fn links(line: &str) -> impl Iterator<Item = &str> {
    line.split("](").skip(1).filter_map(|rest| {
        let target = rest.split([')', '#', ' ']).next().unwrap_or_default();
        let is_file = !target.is_empty() && !target.contains(':');
        is_file.then_some(target)
    })
}
