//! Back-ups without room: a limit on files and a full disk are said in words, and what was there stays.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::place::{MAP, Place, Said, table};

/// What may be told as the next step; nothing here is an entry.
const HINTS: [&str; 6] = [
    "no back-up was made; your record is as it was",
    "nothing was restored; the back-up and what was here before are as they were",
    "the back-up was not tried out; it and your record are as they were",
    "only the note of it in the record could not be kept",
    "the record is as it was",
    "nothing was changed",
];

/// A record without a passphrase, its sheet and one back-up of it.
struct Kept {
    place: Place,
    sheet: String,
    file: String,
}

impl Kept {
    fn new() -> Self {
        let place = Place::new();
        let (csv, map) = (place.file("t.csv", table(10)), place.file("map.toml", MAP));
        place.run(&["import", &csv, "--map", &map]).done();
        let out = place.run(&["sheet"]).done();
        let rows = out.lines().skip_while(|line| !line.starts_with("AGE-"));
        let key: String = rows.take(4).flat_map(str::split_whitespace).collect();
        let sheet = place.file("sheet.txt", key);
        let file = place.path().join("notes.age").to_str().unwrap().to_owned();
        place.run(&["backup", &file]).done();
        Self { place, sheet, file }
    }

    /// Everything beside the record, with its bytes.
    fn beside(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let entries = std::fs::read_dir(self.place.path()).unwrap();
        let mut files: Vec<_> = (entries.map(|entry| entry.unwrap().path()))
            .filter(|path| path.is_file())
            .map(|path| (path.clone(), std::fs::read(path).unwrap()))
            .collect();
        files.sort();
        files
    }

    /// The record as a document.
    fn record(&self) -> Vec<u8> {
        let out = self.place.path().join("out.json");
        let words = ["export", "--as", "json", "--out", out.to_str().unwrap()];
        self.place.run(&words).done();
        let bytes = std::fs::read(&out).unwrap();
        std::fs::remove_file(out).unwrap();
        bytes
    }
}

/// The program where no file may be longer than so many blocks of 512 bytes.
fn limited(place: &Place, blocks: u32, words: &[&str]) -> Said {
    place.run_after(&format!("ulimit -f {blocks}"), words)
}

/// Either it was done, or it is said what the disk refused and what is safe; gives whether it was done.
fn done_or_said(said: Said, words: &str) -> bool {
    if said.code == 0 {
        return true;
    }
    if words.starts_with("doctor") && !said.out.is_empty() {
        // The doctor got as far as its list, in which the disk is named.
        assert_eq!(said.code, 4, "{said:?}");
        let is_named = said.out.contains("BAD   the disk takes no new entries");
        assert!(is_named, "{said:?}");
        return false;
    }
    let why = said.refused(4);
    let is_clear = HINTS.iter().any(|hint| why.contains(hint));
    assert!(is_clear && !why.contains("NOT saved"), "{words}: {why}");
    false
}

#[test]
fn a_limit_on_files_is_said_and_leaves_back_ups_and_record_as_they_were() {
    let kept = Kept::new();
    let place = &kept.place;
    let (record, beside) = (kept.record(), kept.beside());
    let other = place.path().join("other.age");
    let fresh = place.path().join("fresh");
    let (file, sheet) = (kept.file.as_str(), kept.sheet.as_str());
    let restore = ["restore", file, "--sheet-file", sheet];
    let elsewhere = [&restore[..], &["--data-dir", fresh.to_str().unwrap()]].concat();
    let replace = [&restore[..], &["--replace"]].concat();
    let calls: [&[&str]; 4] = [
        &["backup", other.to_str().unwrap()],
        &["doctor", "--prove-restore"],
        &elsewhere,
        &replace,
    ];
    let mut n_refused = [0; 4];
    for blocks in [1, 70, 200, 400, 1_000_000] {
        for (idx, call) in calls.iter().enumerate() {
            let is_done = done_or_said(limited(place, blocks, call), &call.join(" "));
            n_refused[idx] += u32::from(!is_done);
            if idx == 0 {
                let note = "a back-up stands under its name only when it is whole";
                let opens = ["restore", other.to_str().unwrap(), "--sheet-file", sheet];
                let tried = place.path().join("tried");
                if other.exists() {
                    let opens = [&opens[..], &["--data-dir", tried.to_str().unwrap()]].concat();
                    assert_eq!(place.run(&opens).code, 0, "{note}");
                    std::fs::remove_dir_all(&tried).unwrap();
                    std::fs::remove_file(&other).unwrap();
                }
            }
            if fresh.exists() {
                // Whole, or nothing that counts as a record.
                let doctor = ["doctor", "--data-dir", fresh.to_str().unwrap()];
                assert_eq!(fresh.join("notes.key").exists(), is_done);
                assert!(!fresh.join("notes.db.new").exists());
                place.run(&doctor);
                std::fs::remove_dir_all(&fresh).unwrap();
            }
            assert!(!place.path().join("data.restoring").exists(), "{blocks}");
            assert_eq!(kept.record(), record, "{blocks}: {call:?}");
            assert_eq!(kept.beside(), beside, "{blocks}: {call:?}");
        }
    }
    assert!(
        n_refused.iter().all(|n| (1..5).contains(n)),
        "{n_refused:?}"
    );
}

/// A disk that only root can make.
struct SmallDisk<'a>(&'a Path);

impl<'a> SmallDisk<'a> {
    fn mount(at: &'a Path) -> Option<Self> {
        std::fs::create_dir(at).unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=64k,mode=700", "tmpfs"])
            .arg(at)
            .output();
        mounted
            .is_ok_and(|done| done.status.success())
            .then_some(Self(at))
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).status();
    }
}

#[test]
fn a_full_disk_is_called_full_and_nothing_half_stands_on_it() {
    let kept = Kept::new();
    let at = kept.place.path().join("small");
    let Some(_disk) = SmallDisk::mount(&at) else {
        println!("skipped: only root can mount a small disk");
        return;
    };
    let out = at.join("notes.age").to_str().unwrap().to_owned();
    let why = kept.place.run(&["backup", &out]).refused(4);
    assert!(
        why.contains("the disk is full") && why.contains(HINTS[0]),
        "{why}"
    );
    let data = at.join("data").to_str().unwrap().to_owned();
    let call = [
        "restore",
        &kept.file,
        "--sheet-file",
        &kept.sheet,
        "--data-dir",
        &data,
    ];
    let why = kept.place.run(&call).refused(4);
    assert!(
        why.contains("the disk is full") && why.contains(HINTS[1]),
        "{why}"
    );
    let left: Vec<_> = walk(&at);
    assert!(left.iter().all(|path| path.is_dir()), "{left:?}");
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(walk(&path));
        }
        found.push(path);
    }
    found
}

#[test]
fn a_restore_says_when_no_passphrase_opens_what_came_back() {
    let kept = Kept::new();
    let restore = |name: &str, first: &str| {
        let data = kept.place.path().join(name).to_str().unwrap().to_owned();
        let call = [
            "restore",
            &kept.file,
            "--sheet-file",
            &kept.sheet,
            "--data-dir",
            &data,
        ];
        kept.place.run_after(first, &call).done()
    };
    let said = restore("in-a-file", ":");
    assert!(said.contains("its key lies in a file beside it"), "{said}");
    let has = |name: &str| {
        ["/usr/bin", "/bin"]
            .iter()
            .any(|at| Path::new(at).join(name).exists())
    };
    if !has("dbus-run-session") || !has("gnome-keyring-daemon") {
        println!("skipped: needs dbus-run-session and gnome-keyring-daemon");
        return;
    }
    let keyring = "if [ -z \"$IN_BUS\" ]; then export IN_BUS=1 XDG_RUNTIME_DIR=\"$HOME\"; \
        exec /usr/bin/dbus-run-session -- /bin/sh -c 'printf pw | /usr/bin/gnome-keyring-daemon \
        --unlock --components=secrets >/dev/null 2>&1; exec \"$0\" \"$@\"' \"$0\" \"$@\"; fi";
    let said = restore("in-a-keyring", keyring);
    assert!(
        said.contains("its key lies in the keyring of this computer"),
        "{said}"
    );
}
