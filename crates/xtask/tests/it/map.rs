//! The room table is written from the crates, and an edited one is noticed.

use xtask::{Doors, MapError, room_table, with_table};

use crate::workspace::{house, krate};

const PLAN: &str = r#"
[room.store]
level = 1
uses = ["record"]
refuses = "meaning"
[room.record]
level = 0
refuses = "files"
[stand.xtask]
refuses = "being shipped"
[outside.rusqlite]
room = "store"
why = "the database"
"#;

const PAGE: &str = "Before.\n\
    <!-- rooms: written by `cargo xtask map`, not by hand -->\n\
    <!-- rooms end -->\nAfter.\n";

fn table() -> String {
    let house = house(&[
        krate("record", &[], &[]),
        krate("store", &["record"], &["rusqlite"]),
        krate("xtask", &[], &[]),
    ]);
    room_table(&house, &Doors::parse(PLAN).unwrap()).unwrap()
}

#[test]
fn rooms_stand_from_the_ground_up_and_stands_last() {
    assert_eq!(
        table(),
        "| level | room | what it is for | uses | outside crates | refuses |\n\
         | --- | --- | --- | --- | --- | --- |\n\
         | 0 | `record` | What record is for | – | – | files |\n\
         | 1 | `store` | What store is for | record | rusqlite | meaning |\n\
         | stand | `xtask` | What xtask is for | – | – | being shipped |\n"
    );
}

#[test]
fn a_page_with_the_table_stays_as_it_is() {
    let page = with_table(PAGE, &table()).unwrap();
    assert!(page.starts_with("Before.\n") && page.ends_with("After.\n"));
    assert_eq!(with_table(&page, &table()).unwrap(), page);
}

#[test]
fn an_edited_table_is_noticed() {
    let page = with_table(PAGE, &table()).unwrap();
    let edited = page.replace("meaning", "nothing");
    assert_ne!(with_table(&edited, &table()).unwrap(), edited);
}

#[test]
fn a_page_without_marks_is_an_error() {
    assert_eq!(with_table("No marks.", &table()), Err(MapError::NoMarks));
}

#[test]
fn a_room_without_a_description_is_an_error() {
    let mut house = house(&[krate("record", &[], &[])]);
    house
        .rooms
        .values_mut()
        .for_each(|room| room.description.clear());
    let doors = Doors::parse("[room.record]\nlevel = 0\nrefuses = \"files\"\n").unwrap();
    assert_eq!(
        room_table(&house, &doors),
        Err(MapError::NoDescription("record".to_owned()))
    );
}
