//! Each house rule notices one planted violation and lets the right thing pass.

use xtask::tidy::{Tree, complaints};

const TODAY: &str = "2026-03-02";

fn check(tree: Tree, expected: &[&str]) {
    let found: Vec<String> = complaints(&tree, TODAY)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(found, expected);
}

/// A room that has the module `day`.
fn house() -> Tree {
    Tree::default().with("crates/series/src/lib.rs", "//! Lays out.\nmod day;\n")
}

fn rust(code: &str) -> Tree {
    let text = format!("//! Lays out days.\n{code}");
    house().with("crates/series/src/day.rs", &text)
}

#[test]
fn a_tidy_tree_has_no_complaints() {
    let code = "/// Never calls `unwrap`.\npub fn day() {} // no .expect( here\n";
    check(rust(code), &[]);
}

#[test]
fn a_file_says_what_it_is_for() {
    let tree = house().with("crates/series/src/day.rs", "pub fn day() {}\n");
    check(
        tree,
        &["crates/series/src/day.rs: opens without `//!` and what it is for"],
    );
}

#[test]
fn a_file_stays_within_five_hundred_lines() {
    let long = "// line\n".repeat(500);
    check(
        rust(&long),
        &["crates/series/src/day.rs: has 501 lines, more than 500: split it by idea"],
    );
    check(rust(&"// line\n".repeat(499)), &[]);
}

#[test]
fn tests_do_not_count_as_length() {
    let code = format!(
        "#[cfg(test)]\nmod tests {{\n{}}}\n",
        "// line\n".repeat(600)
    );
    check(rust(&code), &[]);
}

#[test]
fn work_is_not_postponed() {
    let macro_call = concat!("fn day() { to", "do!() }\n");
    check(
        rust(macro_call),
        &[concat!(
            "crates/series/src/day.rs:2: `to",
            "do!(` postpones work"
        )],
    );
    let switched_off = concat!("#[ig", "nore]\n#[test]\nfn x() {}\n");
    check(
        rust(switched_off),
        &[concat!(
            "crates/series/src/day.rs:2: `#[ig",
            "nore` postpones work"
        )],
    );
    let browser = concat!("test.sk", "ip(\"walk\", () => {});\n");
    check(
        Tree::default().with("tests/browser/walk.test.mjs", browser),
        &[concat!(
            "tests/browser/walk.test.mjs:1: `.sk",
            "ip(\"` postpones work"
        )],
    );
}

#[test]
fn code_that_ships_returns_its_errors() {
    check(
        rust("fn day() { first().unwrap(); }\n"),
        &["crates/series/src/day.rs:2: `.unwrap()` outside tests"],
    );
    check(
        rust("#[cfg(test)]\nmod tests {\n fn t() { x().unwrap(); }\n}\n"),
        &[],
    );
    let in_tests = "//! Tests.\nfn t() { x().unwrap(); }\n";
    check(
        Tree::default().with("crates/series/tests/it/main.rs", in_tests),
        &[],
    );
}

#[test]
fn a_query_is_used() {
    let tree = Tree::default()
        .with("crates/store/src/fact/add.sql", "insert")
        .with("crates/store/src/fact/old.sql", "select")
        .with("crates/store/src/event/add.sql", "insert")
        .with("crates/store/src/lib.rs", "//! Keeps.\nmod fact;\n")
        .with(
            "crates/store/src/fact.rs",
            "//! Facts.\nconst ADD: &str = include_str!(\"fact/add.sql\");\n",
        );
    check(
        tree,
        &[
            "crates/store/src/event/add.sql: is included by no Rust file",
            "crates/store/src/fact/old.sql: is included by no Rust file",
        ],
    );
}

#[test]
fn every_decision_is_listed() {
    let tree = Tree::default()
        .with("docs/decisions/README.md", "[rooms](0001-rooms.md)\n")
        .with("docs/decisions/0001-rooms.md", "# Rooms\n")
        .with("docs/decisions/0002-web.md", "# Web\n");
    check(
        tree,
        &["docs/decisions/0002-web.md: is not listed in docs/decisions/README.md"],
    );
}

#[test]
fn a_decision_has_a_number_of_its_own() {
    let tree = Tree::default()
        .with(
            "docs/decisions/README.md",
            "[rooms](0001-rooms.md) [web](0001-web.md)\n",
        )
        .with("docs/decisions/0001-rooms.md", "# Rooms\n")
        .with("docs/decisions/0001-web.md", "# Web\n");
    check(
        tree,
        &["docs/decisions/0001-web.md: has a number that another decision has"],
    );
}

#[test]
fn no_path_of_one_machine_is_written_down() {
    let path = concat!("/wo", "rk/");
    check(
        Tree::default().with("README.md", &format!("See {path}main.\n")),
        &[&format!(
            "README.md:1: `{path}` has no place in the repository"
        )],
    );
    let address = format!("See https://example.org{path}1\n");
    check(Tree::default().with("README.md", &address), &[]);
}

#[test]
fn a_lock_file_names_no_registry() {
    let text = "{\n\"resolved\": \"https://example.org/axe.tgz\"\n}\n";
    check(
        Tree::default().with("tests/browser/package-lock.json", text),
        &["tests/browser/package-lock.json:2: names a registry"],
    );
}

#[test]
fn a_link_leads_to_a_file() {
    let tree = Tree::default()
        .with(
            "docs/guide/start.md",
            "[one](../../README.md) [two](gone.md#part)\n",
        )
        .with(
            "README.md",
            "[web](https://example.org) [guide](docs/guide)\n",
        );
    check(
        tree,
        &["docs/guide/start.md:1: the link to gone.md leads nowhere"],
    );
}

#[test]
fn a_text_does_not_outlive_its_review() {
    let tree = Tree::default()
        .with("content/items/core.toml", "review_by = \"2026-03-02\"\n")
        .with("content/crisis/NL.toml", "review_by = \"2026-03-01\"\n")
        .with("content/strategies/walk.md", "review_by: next year\n");
    check(
        tree,
        &[
            "content/crisis/NL.toml: says not when its numbers were compared with their sources, and by when anew",
            "content/crisis/NL.toml:1: was to be reviewed by 2026-03-01",
            "content/strategies/walk.md:1: `review_by` is not written year-month-day",
        ],
    );
}

#[test]
fn a_release_stops_when_help_lines_were_not_compared_for_half_a_year() {
    let file = |checked: &str, by: &str| {
        format!("review_by = \"{by}\"\n[country]\nchecked_on = \"{checked}\"\n")
    };
    let tree = Tree::default()
        .with(
            "content/crisis/sources.toml",
            "review_by = \"2027-05-23\"\n",
        )
        .with("content/crisis/AT.toml", &file("2026-11-24", "2027-05-23"))
        .with("content/crisis/BE.toml", &file("2026-11-24", "2027-05-24"))
        .with("content/crisis/CH.toml", &file("2026-12-02", "2027-05-01"))
        .with("content/crisis/DE.toml", "review_by = \"2027-05-23\"\n");
    let said = |today: &str| -> Vec<String> {
        let list = xtask::tidy::overdue(&tree, today);
        list.iter().map(ToString::to_string).collect()
    };
    let always = [
        "content/crisis/BE.toml: is to be compared anew by 2027-05-23, not 2027-05-24",
        "content/crisis/CH.toml: was compared on a day that is not here yet",
        "content/crisis/DE.toml: says not when its numbers were compared with their sources, and by when anew",
    ];
    assert_eq!(said("2026-12-01"), always);
    // The last day, and the day after it.
    assert_eq!(said("2027-05-23").len(), 3);
    let late = said("2027-05-24");
    assert!(
        late.contains(&"content/crisis/AT.toml:1: was to be reviewed by 2027-05-23".to_owned())
    );
}

#[test]
fn no_file_is_forgotten() {
    let tests = "//! Tests.\nmod days;\n";
    let tree = house()
        .with("crates/series/src/day.rs", "//! Days.\n")
        .with("crates/series/src/gap/mod.rs", "//! Gaps.\n")
        .with("crates/series/tests/it/main.rs", tests)
        .with("crates/series/tests/it/days.rs", "//! Days.\n")
        .with("crates/series/tests/it/gaps.rs", "//! Gaps.\n")
        .with("crates/series/examples/timing.rs", "//! Timing.\n");
    check(
        tree,
        &[
            "crates/series/src/gap/mod.rs: is no module of its crate",
            "crates/series/tests/it/gaps.rs: is no module of its crate",
        ],
    );
}

#[test]
fn only_named_rooms_touch_memory_by_hand() {
    let what = "unsafe code outside the rooms that are named for it";
    // Written in halves, so that this file does not break the rule itself.
    let word = ["un", "safe"].concat();
    for code in [" { *place }", " fn day() {}", "_code)]"] {
        let code = format!("{word}{code}\n");
        check(
            rust(&code),
            &[&format!("crates/series/src/day.rs:2: {what}")],
        );
    }
    let words = format!("/// Not {word} {{ at all }}.\nlet is_{word} = 1;\n");
    check(rust(&words), &[]);
    let named = format!("//! Two numbers.\n{word} extern \"C\" {{}}\n");
    check(house().with("crates/memory/src/lib.rs", &named), &[]);
    let loose = house().with("crates/series/Cargo.toml", "[package]\nname = \"series\"\n");
    let what = "does not take over the lints of the workspace";
    check(loose, &[&format!("crates/series/Cargo.toml: {what}")]);
    let open = house().with("Cargo.toml", "[workspace]\n");
    check(open, &["Cargo.toml: lets every crate be unsafe"]);
}
