//! The hazard log names tests that exist. Refuses to judge whether a test shows what the log says.

use super::{Complaint, Tree};

const FOLDER: &str = "docs/safety/";

/// Every test that a paper on safety names as `file::test` stands in that file.
pub(super) fn names_tests_that_exist(tree: &Tree, list: &mut Vec<Complaint>) {
    for (path, text) in tree.ending_in(".md") {
        if !path.starts_with(FOLDER) {
            continue;
        }
        for (line_idx, line) in text.lines().enumerate() {
            for quoted in line.split('`').skip(1).step_by(2) {
                let Some((file, test)) = quoted.rsplit_once("::") else {
                    continue;
                };
                let is_there = tree
                    .text(file)
                    .is_some_and(|code| has_test(code, file, test));
                if !is_there {
                    let what = format!("{file} has no test `{test}`");
                    list.push(Complaint::line(path, line_idx, what));
                }
            }
        }
    }
}

/// A Rust function of this name behind `#[test]`, or a step or test of this name in JavaScript.
fn has_test(code: &str, file: &str, test: &str) -> bool {
    if file.ends_with(".mjs") {
        return code.contains(&format!("\"{test}\""));
    }
    let lines: Vec<&str> = code.lines().map(str::trim).collect();
    lines.windows(2).any(|pair| {
        let [before, line] = pair else { return false };
        let is_marked = before.starts_with("#[test]") || before.starts_with("#[tokio::test");
        let name = (line.trim_start_matches("async ").strip_prefix("fn "))
            .and_then(|rest| rest.split('(').next());
        is_marked && name == Some(test)
    })
}
