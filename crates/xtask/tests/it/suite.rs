//! Counts and traces are read as the tools write them.

use xtask::suite::{Tally, connections_outward};

#[test]
fn cargo_counts_are_added_up() {
    let text = "\
running 3 tests
test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s
   Doc-tests record
test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1s
";
    let tally = Tally::in_cargo_output(text);
    assert_eq!((tally.passed, tally.failed), (4, 2));
}

#[test]
fn node_counts_are_read_in_both_of_its_styles() {
    let tally = Tally::in_node_output("ℹ tests 5\nℹ pass 4\nℹ fail 1\n# pass 2\n# fail 0\n");
    assert_eq!((tally.passed, tally.failed), (6, 1));
}

#[test]
fn words_of_a_page_are_not_counts() {
    let tally = Tally::in_node_output("pass 7\nfail 3\n");
    assert_eq!(tally, Tally::default());
}

#[test]
fn only_a_socket_file_of_this_machine_is_no_connection() {
    let keyring = "12 connect(5, {sa_family=AF_UNIX, sun_path=\"/run/user/0/bus\"}, 110) = 0";
    let outward = "13 connect(6, {sa_family=AF_INET, sin_port=htons(443)}, 16) = 0";
    let resumed = "14 <... connect resumed>) = 0";
    let text = format!("{keyring}\n{outward}\n{resumed}\n");
    assert_eq!(connections_outward(&text), [outward]);
}

#[test]
fn cargo_timings_are_read_from_the_page() {
    let page = r#"<script>
DURATION = 5;
const UNIT_DATA = [
  { "i": 5, "name": "quote", "version": "1.0.47", "mode": "todo", "target": " build-script",
    "features": ["default"], "start": 0.16, "duration": 0.28, "sections": null }
];
const CONCURRENCY_DATA = [];"#;
    let found = xtask::build_times::units(page).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].name.as_str(), found[0].target.as_str()),
        ("quote", " build-script")
    );
    assert!((found[0].duration - 0.28).abs() < 1e-12);
    assert_eq!(xtask::build_times::units("<p>nothing</p>"), None);
}
