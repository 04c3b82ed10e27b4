//! A statement without a living place is noticed, and so is a safety paper that names no test.

use xtask::tidy::{Tree, complaints};

const TODAY: &str = "2026-03-02";
const LIST: &str = "content/coverage.toml";

/// A list in which every statement waits, but for the first, which has `row`.
fn list(row: &str) -> String {
    let rest: String = (2..=92)
        .map(|n| format!("[[row]]\nid = \"S{n}\"\nsays = \"x\"\nwaiting = [\"report: a line\"]\n"))
        .collect();
    format!("[header]\nversion = \"1\"\n[[row]]\nid = \"S1\"\nsays = \"x\"\n{row}\n{rest}")
}

/// A house with a check-in, a weekly form that no page asks, a card, a rule, a text and a question.
fn house(row: &str) -> Tree {
    let routes = r#"//! Pages.
        .route("/", get(a)).route(
            "/answers", get(b)).route("/cards/{number}", get(c))"#;
    Tree::default()
        .with("crates/web/src/server.rs", routes)
        .with("crates/web/src/lib.rs", "//! Pages.\nmod server;\n")
        .with("doors.toml", "[room.guidance]\nlevel = 3\n")
        .with(
            "content/items/check_in.toml",
            "[[item]]\nid = \"tension\"\n",
        )
        .with("content/items/weekly.toml", "[[item]]\nid = \"decide\"\n")
        .with("content/cards/grief.toml", "")
        .with("content/rules/course.toml", "[[rule]]\nid = \"R11\"\n")
        .with(
            "content/rules/course.cases.toml",
            "[[rule]]\nid = \"R99\"\n",
        )
        .with("content/locales/en/answers.ftl", "question-now = How?\n")
        .with(LIST, &list(row))
}

fn said(row: &str) -> Vec<String> {
    let found = complaints(&house(row), TODAY);
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn every_kind_of_living_target_is_found() {
    for target in [
        "item:tension",
        "card:grief",
        "rule:R11",
        "page:/answers",
        "question:now",
        "text:question-now",
    ] {
        assert_eq!(
            said(&format!("lives = [\"{target}\"]")),
            [""; 0],
            "{target}"
        );
    }
}

#[test]
fn a_row_without_a_living_target_is_noticed() {
    let cases = [
        (
            "lives = [\"item:tensions\"]",
            "S1: `item:tensions` is nowhere",
        ),
        (
            "lives = [\"item:decide\"]",
            "S1: `item:decide` needs the page /forms/weekly, which is not there",
        ),
        ("lives = [\"rule:R99\"]", "S1: `rule:R99` is nowhere"),
        ("lives = [\"card:loss\"]", "S1: `card:loss` is nowhere"),
        (
            "lives = [\"page:/self-check\"]",
            "S1: no page is at /self-check",
        ),
        (
            "lives = [\"question:then\"]",
            "S1: `question:then` is nowhere",
        ),
        ("lives = [\"tension\"]", "S1: `tension` is nowhere"),
        ("", "S1: lives nowhere and waits for nothing"),
        (
            "waiting = [\"later: a line\"]",
            "S1: `later: a line` names no open work and what it brings",
        ),
        (
            "waiting = [\"report\"]",
            "S1: `report` names no open work and what it brings",
        ),
    ];
    for (row, expected) in cases {
        assert_eq!(said(row), [format!("{LIST}: {expected}")], "{row}");
    }
}

#[test]
fn a_statement_that_is_missing_or_stands_twice_is_noticed() {
    let text = list("lives = [\"item:tension\"]").replace("\"S7\"", "\"S8\"");
    let tree = house("").with(LIST, &text);
    let found: Vec<String> = complaints(&tree, TODAY)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        found,
        [
            format!("{LIST}: S7 is not in the list"),
            format!("{LIST}: S8: stands twice")
        ]
    );
}

#[test]
fn a_house_with_content_and_no_list_is_noticed() {
    let tree = Tree::default().with("content/cards/grief.toml", "");
    let found: Vec<String> = complaints(&tree, TODAY)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(found, [format!("{LIST}: is not there")]);
}

#[test]
fn a_safety_paper_names_only_tests_that_exist() {
    let code = "//! Tests.\n#[test]\nfn it_holds() {}\nfn no_test() {}\n";
    let tree = |line: &str| {
        Tree::default()
            .with("crates/web/tests/it/a.rs", code)
            .with("crates/web/tests/it/main.rs", "//! Tests.\nmod a;\n")
            .with(
                "tests/browser/w.test.mjs",
                "step(\"help is one step away\", f)",
            )
            .with("docs/safety/hazards.md", line)
    };
    let said = |line: &str| complaints(&tree(line), TODAY).len();
    assert_eq!(said("| `crates/web/tests/it/a.rs::it_holds` |"), 0);
    assert_eq!(
        said("| `tests/browser/w.test.mjs::help is one step away` |"),
        0
    );
    for wrong in [
        "`crates/web/tests/it/a.rs::no_test`",
        "`crates/web/tests/it/a.rs::it_hold`",
        "`crates/web/tests/it/b.rs::it_holds`",
        "`tests/browser/w.test.mjs::help is two steps away`",
    ] {
        assert_eq!(said(wrong), 1, "{wrong}");
    }
}
