//! What was called kept is there afterwards, whatever happens to the disk or the program.

use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::place::{MAP, PROGRAM, Place, Said, date, table};

const FIRST: usize = 20_454; // 2026-01-01

fn log_on(place: &Place, idx: usize) -> Said {
    place.run(&["log", "40", "--today", &date(FIRST + idx)])
}

/// The program under a limit on the size of any file, in blocks of 512 bytes.
fn under_limit(place: &Place, blocks: u64, words: &[&str]) -> Said {
    let script = format!("ulimit -f {blocks}; exec \"$@\"");
    let mut shell = Command::new("sh");
    shell
        .args(["-c", &script, "sh", PROGRAM])
        .args(words)
        .env_clear();
    shell
        .env("TZ", "Europe/Berlin")
        .env("THAWLINE_DATA_DIR", place.data())
        .current_dir(place.path());
    shell.stdin(Stdio::null()).output().unwrap().into()
}

#[test]
fn a_full_disk_is_told_and_everything_kept_before_stays() {
    let place = Place::new();
    for idx in 0..3 {
        log_on(&place, idx).done();
    }
    // Room for nothing more: the limit lies below what the record has already.
    let size = place.files().values().map(Vec::len).max().unwrap() as u64;
    let mut n_kept = 3;
    let mut n_refused = 0;
    for blocks in [0, 8, size / 512 / 2, size / 512, size / 512 + 2] {
        let day = date(FIRST + 10 + n_kept + n_refused);
        let said = under_limit(&place, blocks, &["log", "60", "--today", &day]);
        if said.code == 0 {
            n_kept += 1;
        } else {
            let err = said.refused(4);
            // Where not even the record could be opened, there was no entry yet.
            let is_said = err.contains("NOT saved") || err.contains("nothing was written");
            assert!(is_said, "{err}");
            n_refused += 1;
        }
        assert_eq!(place.n_entries(), n_kept, "with {blocks} blocks");
    }
    assert!(n_refused >= 2, "{n_refused}");

    // Many times as large as the record, so that no room left over takes it.
    let (csv, map) = (
        place.file("t.csv", table(2000)),
        place.file("map.toml", MAP),
    );
    let words = ["import", csv.as_str(), "--map", map.as_str()];
    let err = under_limit(&place, size / 512 + 2, &words).refused(4);
    assert!(err.contains("NOT saved"), "{err}");
    assert_eq!(
        place.n_entries(),
        n_kept,
        "an import is kept whole or not at all"
    );
    place.run(&words).done();
    assert_eq!(place.n_entries(), n_kept + 6_002);
}

#[test]
fn a_full_disk_at_the_very_first_entry_leaves_nothing_that_stands_in_the_way() {
    let place = Place::new();
    let said = under_limit(&place, 8, &["log", "60"]);
    assert_eq!(said.code, 4, "{said:?}");
    assert!(said.err.contains("NOT saved"), "{said:?}");
    place.run(&["log", "60"]).done();
    assert_eq!(place.n_entries(), 1);
}

#[test]
fn a_folder_that_may_not_be_written_is_told_and_stays_as_it_is() {
    let place = Place::new();
    log_on(&place, 0).done();
    if std::fs::metadata(place.path()).unwrap().uid() != 0 {
        let mode = |mode| {
            let mode = std::fs::Permissions::from_mode(mode);
            std::fs::set_permissions(place.data(), mode).unwrap();
        };
        let before = place.files();
        mode(0o500);
        for file in before.keys() {
            std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o400)).unwrap();
        }
        let said = log_on(&place, 1);
        mode(0o700);
        let err = said.refused(4);
        assert!(err.contains("NOT saved"), "{err}");
        assert!(place.files() == before);
        return;
    }
    // The superuser may write anywhere, so another user tries.
    let open = Place::new();
    let program = open.path().join("thawline");
    std::fs::copy(PROGRAM, &program).unwrap();
    let every = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(open.path(), every.clone()).unwrap();
    std::fs::set_permissions(&program, every).unwrap();
    for data in [open.path().join("sub/data"), place.data()] {
        let mut other = Command::new("runuser");
        other.args(["-u", "nobody", "--"]).arg(&program);
        other
            .current_dir(open.path())
            .args(["log", "40", "--data-dir"])
            .arg(&data)
            .env_clear();
        other.env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        let Ok(output) = other.stdin(Stdio::null()).output() else {
            println!("skipped: there is no runuser here");
            return;
        };
        let said = Said::from(output);
        let err = said.refused(4);
        assert!(err.contains("NOT saved"), "{err}");
        assert!(!open.path().join("sub").exists());
    }
    assert_eq!(place.n_entries(), 1);
}

#[test]
fn thirty_kills_in_the_middle_lose_and_double_nothing() {
    let place = Place::new();
    log_on(&place, 0).done();
    let (mut n_begun, mut kept) = (1usize, 1usize);
    for round in 0..30u64 {
        // One shell writes day after day until it and its child are killed.
        let days: Vec<String> = (0..40).map(|idx| date(FIRST + n_begun + idx)).collect();
        let script = "for day in \"$@\"; do \"$0\" log 40 --today $day || exit 1; done";
        let mut shell = Command::new("setsid");
        shell
            .args(["sh", "-c", script, PROGRAM])
            .args(&days)
            .env_clear();
        shell
            .env("PATH", "/usr/bin:/bin")
            .env("TZ", "Europe/Berlin");
        shell
            .env("THAWLINE_DATA_DIR", place.data())
            .current_dir(place.path());
        let mut child = shell
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
        assert_eq!(said.next().unwrap().unwrap(), "kept");
        std::thread::sleep(Duration::from_millis(round * 17 % 60));
        // `setsid` made the shell the leader of a group of its own, which is what is killed.
        let group = format!("-{}", child.id());
        let kill = ["-KILL", "--", &group];
        Command::new("kill").args(kill).status().unwrap();
        let n_told = 1 + said.map_while(Result::ok).filter(|l| l == "kept").count();
        child.wait().unwrap();
        kept += n_told;
        // One more may be on disk than was told.
        n_begun += n_told + 1;
    }
    let n = place.n_entries();
    println!("{kept} kept in 30 rounds, {n} on disk");
    assert!(kept > 30, "{kept}");
    assert!(
        n >= kept && n <= kept + 30,
        "{kept} were kept, {n} are there"
    );
    let out = place.run(&["doctor"]).done();
    assert!(out.contains("every page of the record verifies"), "{out}");
    let document = place
        .run(&["answers", "--json", "--today", &date(FIRST + 3000)])
        .done();
    let document: serde_json::Value = serde_json::from_str(&document).unwrap();
    // Every day was written once, so as many occasions as entries and none twice.
    assert_eq!(document["record"]["n_occasions"], n);
}
