//! Wrong doors and wrong owners are named.

use xtask::Doors;

use crate::workspace::{Krate, house, krate};

const PLAN: &str = r#"
[room.record]
level = 0
refuses = "files"
[room.stats]
level = 0
refuses = "words"
[room.store]
level = 1
uses = ["record"]
refuses = "meaning"
[room.series]
level = 1
uses = ["record"]
refuses = "estimating"
[room.app]
level = 5
uses = ["record", "series", "store"]
refuses = "calculating"
[room.web]
level = 6
uses = ["app"]
refuses = "everything else"
[stand.calibration]
uses = ["stats"]
refuses = "being used"
[outside.rusqlite]
room = "store"
why = "the database"
[shared.thiserror]
rooms = ["record", "store"]
why = "errors"
[tests.proptest]
why = "many cases"
"#;

fn right() -> Vec<Krate> {
    vec![
        Krate {
            tests: &["proptest"],
            ..krate("record", &[], &["thiserror"])
        },
        krate("stats", &[], &[]),
        krate("store", &["record"], &["rusqlite", "thiserror"]),
        krate("series", &["record"], &[]),
        krate("app", &["record", "series", "store"], &[]),
        krate("web", &["app"], &[]),
        krate("calibration", &["stats"], &[]),
    ]
}

/// Complaints about the right house with some crates put in the place of those of their name.
fn complaints(changed: Vec<Krate>) -> Vec<String> {
    let mut krates = right();
    for new in changed {
        krates.retain(|old| old.name != new.name);
        krates.push(new);
    }
    Doors::parse(PLAN).unwrap().complaints(&house(&krates))
}

#[test]
fn the_listed_house_has_no_complaints() {
    assert_eq!(complaints(vec![]), Vec::<String>::new());
}

#[test]
fn a_page_may_not_open_the_store() {
    let list = complaints(vec![krate("web", &["app", "store"], &[])]);
    assert_eq!(list, ["web -> store: doors.toml has no such door"]);
}

#[test]
fn the_corridor_may_not_calculate() {
    let list = complaints(vec![krate(
        "app",
        &["record", "series", "stats", "store"],
        &[],
    )]);
    assert_eq!(list, ["app -> stats: doors.toml has no such door"]);
}

#[test]
fn an_outside_crate_has_one_owner() {
    let list = complaints(vec![krate("series", &["record"], &["rusqlite"])]);
    assert_eq!(list, ["series uses rusqlite, which belongs to store"]);
}

#[test]
fn a_shared_crate_is_shared_by_name() {
    let list = complaints(vec![krate("series", &["record"], &["thiserror"])]);
    assert_eq!(
        list,
        ["series uses thiserror, which is shared by other rooms only"]
    );
}

#[test]
fn an_unlisted_outside_crate_is_named() {
    let list = complaints(vec![krate("stats", &[], &["ndarray"])]);
    assert_eq!(list, ["stats uses ndarray, which doors.toml does not list"]);
}

#[test]
fn a_test_crate_is_not_for_code() {
    let list = complaints(vec![krate("stats", &[], &["proptest"])]);
    assert_eq!(
        list,
        ["stats uses proptest, which doors.toml does not list"]
    );
}

#[test]
fn tests_may_not_use_what_is_listed_for_no_test() {
    let list = complaints(vec![Krate {
        tests: &["wiremock"],
        ..krate("stats", &[], &[])
    }]);
    assert_eq!(
        list,
        ["the tests of stats use wiremock, which doors.toml does not list for tests"]
    );
}

#[test]
fn a_listed_door_must_be_used() {
    let list = complaints(vec![krate("app", &["record", "series"], &[])]);
    assert_eq!(list, ["doors.toml lists app -> store, which is not used"]);
}

#[test]
fn a_listed_outside_crate_must_be_used() {
    let list = complaints(vec![krate("store", &["record"], &["thiserror"])]);
    assert_eq!(
        list,
        ["doors.toml gives rusqlite to store, which does not use it"]
    );
}

#[test]
fn a_new_room_needs_an_entry() {
    let list = complaints(vec![krate("guidance", &[], &[])]);
    assert_eq!(list, ["the crate guidance has no entry in doors.toml"]);
}

#[test]
fn a_room_that_is_gone_leaves_the_list() {
    let plan = format!("{PLAN}\n[room.cohort]\nlevel = 3\nrefuses = \"people\"\n");
    let list = Doors::parse(&plan).unwrap().complaints(&house(&right()));
    assert_eq!(
        list,
        ["doors.toml lists the room cohort, which does not exist"]
    );
}

#[test]
fn no_listed_door_leads_upwards() {
    let plan = PLAN.replace(
        "level = 0\nrefuses = \"words\"",
        "level = 0\nuses = [\"series\"]\nrefuses = \"words\"",
    );
    let mut krates = right();
    krates.retain(|old| old.name != "stats");
    krates.push(krate("stats", &["series"], &[]));
    let list = Doors::parse(&plan).unwrap().complaints(&house(&krates));
    assert_eq!(
        list,
        ["stats (level 0) -> series (level 1): a door leads only downwards"]
    );
}

#[test]
fn nobody_uses_a_test_stand() {
    let plan = PLAN.replace("uses = [\"app\"]", "uses = [\"app\", \"calibration\"]");
    let mut krates = right();
    krates.retain(|old| old.name != "web");
    krates.push(krate("web", &["app", "calibration"], &[]));
    let list = Doors::parse(&plan).unwrap().complaints(&house(&krates));
    assert_eq!(list, ["web -> calibration: nobody may use a test stand"]);
}

#[test]
fn a_room_that_shows_a_stand_may_use_it() {
    let plan = PLAN
        .replace("uses = [\"app\"]", "uses = [\"app\", \"calibration\"]")
        .replace(
            "uses = [\"stats\"]",
            "uses = [\"stats\"]\nshown_by = [\"web\"]",
        );
    let mut krates = right();
    krates.retain(|old| old.name != "web");
    krates.push(krate("web", &["app", "calibration"], &[]));
    let list = Doors::parse(&plan).unwrap().complaints(&house(&krates));
    assert_eq!(list, Vec::<String>::new());
}

#[test]
fn a_misspelt_key_is_an_error() {
    let plan = PLAN.replace("uses = [\"app\"]", "use = [\"app\"]");
    assert!(Doors::parse(&plan).is_err());
}
