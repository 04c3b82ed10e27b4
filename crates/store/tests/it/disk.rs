//! A disk that is full or may not be written to is said, and nothing half is kept.

use store::Store;

use crate::child::{self, acks, note};
use crate::place::Place;

fn refusal(lines: &[String]) -> &str {
    lines
        .iter()
        .find_map(|line| line.strip_prefix("refused "))
        .unwrap_or("none")
}

/// A limit on the size of a file; the signal that comes with it is ignored, as the program does.
#[test]
fn a_file_that_may_not_grow_refuses_and_keeps_what_it_told() {
    let place = Place::new();
    place.store().lock().unwrap();
    let shell = [
        "sh",
        "-c",
        "trap '' XFSZ; ulimit -f 300; exec \"$0\" \"$@\"",
    ];
    let mut child = child::start(&shell, "append", place.folder().path(), 0);
    let lines = child::lines(&mut child);
    let told = acks(&lines);
    let said = refusal(&lines);
    assert!(
        said.starts_with("Disk") || said.starts_with("DiskFull"),
        "{said}"
    );
    let mut store = place.open();
    for number in &told {
        assert_eq!(store.fact(note(*number).key).unwrap(), Some(note(*number)));
    }
    println!("{} acknowledged, then {said}", told.len());
    assert!(!told.is_empty() && store.check().unwrap().is_whole());
    // With room again, the same store goes on.
    store.append(&[note(1_000_000)], &[], None).unwrap();
}

/// A limit in the middle of a page cuts the last move into the record short: nothing is lost, and
/// looking the record over makes it whole before it judges its pages.
#[test]
fn a_page_that_a_full_disk_cut_short_is_no_damage() {
    let place = Place::new();
    let mut store = place.store();
    for number in 0..40 {
        store.append(&[note(number)], &[], None).unwrap();
    }
    store.lock().unwrap();
    let record = std::fs::metadata(place.open().path()).unwrap().len();
    for blocks in record / 512 - 7..record / 512 + 9 {
        let limit = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        let mut child = child::start(&["sh", "-c", &limit], "append", place.folder().path(), 100);
        let told = acks(&child::lines(&mut child));
        let store = place.open();
        assert!(store.check().unwrap().is_whole(), "with {blocks} blocks");
        for number in told {
            assert_eq!(store.fact(note(number).key).unwrap(), Some(note(number)));
        }
    }
}

/// The disk has room for an empty record with its log, and for little else.
#[test]
fn a_full_disk_is_called_a_full_disk() {
    let place = Place::new();
    let data = place.folder().path().to_owned();
    std::fs::create_dir(&data).unwrap();
    let mounted = std::process::Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=600k,mode=700", "tmpfs"])
        .arg(&data)
        .output();
    if !mounted.is_ok_and(|done| done.status.success()) {
        println!("skipped: only root can mount a small disk");
        return;
    }
    let outcome = std::panic::catch_unwind(|| {
        place.store().lock().unwrap();
        let mut child = child::start(&[], "append", &data, 0);
        let lines = child::lines(&mut child);
        assert_eq!(refusal(&lines), "DiskFull");
        let told = acks(&lines);
        assert!(!told.is_empty(), "it was full before anything was kept");
        let store = Store::open(&place.folder(), None).unwrap();
        for number in &told {
            assert_eq!(store.fact(note(*number).key).unwrap(), Some(note(*number)));
        }
        println!("{} acknowledged, then the disk was full", told.len());
    });
    std::process::Command::new("umount")
        .arg(&data)
        .status()
        .unwrap();
    outcome.unwrap();
}

/// Run as another user when this one may do everything.
#[test]
fn a_folder_that_may_not_be_written_to_is_named() {
    let place = Place::new();
    let data = place.folder().path().to_owned();
    place.store().lock().unwrap();
    let program = place.path().join("program");
    std::fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    let script = format!(
        "chmod 400 {0}/notes.*; chmod 500 {0}; exec \"$0\" \"$@\"",
        data.display()
    );
    let mut words = vec!["sh", "-c", &script, program.to_str().unwrap()];
    if child::is_root() {
        let mut owner = std::process::Command::new("chown");
        let owned = owner.args(["-R", "nobody"]).arg(place.path()).status();
        if !owned.is_ok_and(|done| done.success()) {
            println!("skipped: root may write anywhere, and there is no other user");
            return;
        }
        words.splice(0..0, ["runuser", "-u", "nobody", "--"]);
    }
    let mut child = child::start_program(&words, "open", &data, 0);
    let said = child::lines(&mut child);
    let said = refusal(&said);
    assert!(
        said.starts_with("ReadOnly") || said.starts_with("NoPermission"),
        "{said}"
    );
    assert!(said.contains("notes.db"), "{said}");
}
