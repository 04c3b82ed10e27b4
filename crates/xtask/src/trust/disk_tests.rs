//! The drawn disk forgets what a disk may forget, and nothing else.

use std::collections::BTreeSet;

use super::disk::{Disk, Image, Rule};
use super::trace::Entry;
use crate::draw::Draw;

const FOLDER: &str = "/d";

fn empty() -> Image {
    Image {
        folders: [FOLDER.to_owned()].into(),
        ..Image::default()
    }
}

fn played<'a>(rule: Rule, entries: &[Entry<'a>]) -> Disk<'a> {
    let mut disk = Disk::new(rule, &empty());
    entries.iter().for_each(|entry| disk.play(*entry));
    disk
}

const fn open(path: &str, inode: u64) -> Entry<'_> {
    Entry::Open {
        path,
        inode,
        is_emptied: false,
    }
}

const fn write(inode: u64, at: usize, body: &[u8]) -> Entry<'_> {
    Entry::Write { inode, at, body }
}

/// Everything that may stand on the disk, over many cuts.
fn cuts(disk: &Disk<'_>) -> Vec<Image> {
    let mut draw = Draw::of_seed(3);
    (0..300).map(|_| disk.cut(&mut draw)).collect()
}

#[test]
fn what_was_waited_for_is_always_there() {
    let entries = [
        open("/d/a", 1),
        write(1, 0, b"kept"),
        Entry::Sync { inode: 1 },
        open(FOLDER, 9),
        Entry::Sync { inode: 9 },
        write(1, 4, b" and more"),
    ];
    for rule in Rule::ALL {
        let disk = played(rule, &entries);
        let all = cuts(&disk);
        assert!(
            all.iter()
                .all(|image| image.files["/d/a"].starts_with(b"kept"))
        );
        let lens: BTreeSet<usize> = all.iter().map(|image| image.files["/d/a"].len()).collect();
        assert_eq!(lens, [4, 13].into());
        assert_eq!(disk.whole().files["/d/a"], b"kept and more");
    }
}

#[test]
fn a_name_needs_its_folder_only_where_there_is_no_journal() {
    let entries = [open("/d/a", 1), write(1, 0, b"x"), Entry::Sync { inode: 1 }];
    let n_there = |rule| {
        let all = cuts(&played(rule, &entries));
        all.iter()
            .filter(|image| image.files.contains_key("/d/a"))
            .count()
    };
    assert_eq!(n_there(Rule::Journal), 300);
    assert!((1..300).contains(&n_there(Rule::Strict)));
}

#[test]
fn a_write_tears_at_sectors() {
    let body = [7u8; 1024];
    let entries = [
        open("/d/a", 1),
        Entry::Sync { inode: 1 },
        write(1, 0, &body),
    ];
    let all = cuts(&played(Rule::Journal, &entries));
    let half = all.iter().filter(|image| {
        let bytes = &image.files["/d/a"];
        bytes.len() == 1024 && bytes[..512] != bytes[512..]
    });
    assert!(half.count() > 10);
    let odd = |image: &&Image| {
        let sevens = image.files["/d/a"]
            .iter()
            .filter(|byte| **byte == 7)
            .count();
        sevens % 512 != 0
    };
    assert_eq!(all.iter().filter(odd).count(), 0);
}

#[test]
fn a_journal_keeps_the_order_of_names() {
    let entries = [
        open("/d/a", 1),
        Entry::Rename {
            from: "/d/a",
            to: "/d/b",
        },
        open("/d/c", 2),
        Entry::Unlink { path: "/d/b" },
    ];
    let seen = |rule| -> BTreeSet<String> {
        let names = |image: Image| image.files.into_keys().collect::<Vec<_>>().join(" ");
        cuts(&played(rule, &entries))
            .into_iter()
            .map(names)
            .collect()
    };
    let ordered = ["", "/d/a", "/d/b", "/d/b /d/c", "/d/c"].map(str::to_owned);
    assert_eq!(seen(Rule::Journal), ordered.into());
    // Without one, the file can have its last name and not its first removal.
    assert!(seen(Rule::Strict).contains("/d/a /d/c"));
}
