//! Nobody else can read the record, and no word of it stands anywhere in the open.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::place::{MAP, PROGRAM, Place, table};

fn modes(folder: &Path, found: &mut Vec<(std::path::PathBuf, u32)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let about = entry.metadata().unwrap();
        found.push((entry.path(), about.permissions().mode() & 0o777));
        if about.is_dir() {
            modes(&entry.path(), found);
        }
    }
}

#[test]
fn folder_and_files_are_closed_to_others_whatever_the_mask() {
    let place = Place::new();
    let (csv, map) = (place.file("t.csv", table(5)), place.file("map.toml", MAP));
    let data = place.path().join("deep/er/data");
    let calls = format!(
        "umask 000; \"$0\" log 40 && \"$0\" import {csv} --map {map} && \"$0\" answers && \"$0\" doctor"
    );
    let mut shell = Command::new("sh");
    shell.args(["-c", &calls, PROGRAM]).env_clear();
    shell
        .env("TZ", "Europe/Berlin")
        .env("THAWLINE_DATA_DIR", &data)
        .current_dir(place.path());
    let said = shell.stdin(Stdio::null()).output().unwrap();
    assert!(said.status.success(), "{said:?}");
    let out = String::from_utf8(said.stdout).unwrap();
    assert!(
        out.contains("closed to other users") && !out.contains("BAD"),
        "{out}"
    );
    assert_eq!(
        std::fs::metadata(&data).unwrap().permissions().mode() & 0o777,
        0o700
    );
    let mut found = Vec::new();
    modes(&data, &mut found);
    assert!(!found.is_empty());
    for (path, mode) in found {
        assert_eq!(mode & 0o177, 0, "{} has mode {mode:o}", path.display());
    }
}

#[test]
fn what_is_taken_out_is_closed_to_others_whatever_the_mask() {
    let place = Place::new();
    let (csv, map) = (place.file("t.csv", table(40)), place.file("map.toml", MAP));
    let calls = format!(
        "umask 000; \"$0\" import {csv} --map {map} && for kind in json csv fhir fhir-document openesm openmhealth; do \
         \"$0\" export --as $kind --out out.$kind || exit 1; done && \"$0\" report --out page.pdf && \
         \"$0\" backup --out back.age"
    );
    let mut shell = Command::new("sh");
    shell.args(["-c", &calls, PROGRAM]).env_clear();
    shell
        .env("TZ", "Europe/Berlin")
        .env("PATH", "/usr/bin:/bin")
        .env("THAWLINE_DATA_DIR", place.data())
        .current_dir(place.path());
    let said = shell.stdin(Stdio::null()).output().unwrap();
    assert!(said.status.success(), "{said:?}");
    let mut found = Vec::new();
    modes(place.path(), &mut found);
    let own = ["t.csv", "map.toml", "data"];
    found.retain(|(path, _)| !own.iter().any(|name| path == &place.path().join(name)));
    assert!(found.len() >= 10, "{found:?}");
    for (path, mode) in found {
        assert_eq!(mode & 0o177, 0, "{} has mode {mode:o}", path.display());
    }
}

#[test]
fn a_folder_that_was_opened_to_others_is_closed_again_and_a_shared_one_is_refused() {
    let place = Place::new();
    let mode = |path: &Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    place.run(&["log", "40", "--today", "2026-03-01"]).done();
    mode(&place.data(), 0o755);
    for file in place.files().keys() {
        mode(file, 0o644);
    }
    place.run(&["answers"]).done();
    let doctor = place.run(&["doctor"]).done();
    assert!(doctor.contains("closed to other users"), "{doctor}");

    let shared = Place::new();
    std::fs::create_dir(shared.data()).unwrap();
    std::fs::write(shared.data().join("theirs.txt"), "theirs").unwrap();
    mode(&shared.data(), 0o755);
    let err = shared.run(&["log", "40"]).refused(4);
    assert!(
        err.contains("give a folder that belongs to you alone"),
        "{err}"
    );
    assert_eq!(shared.files().len(), 1);
}

#[test]
fn no_word_that_was_written_stands_in_the_open() {
    let place = Place::new();
    let words = [
        "kanarienvogelnotiz",
        "kanarienvogelereignis",
        "kanarienvogelmedizin",
    ];
    place
        .run_with_input(
            &["log", "40", "--note", "-", "--today", "2026-03-01"],
            words[0],
        )
        .done();
    let map = place.file(
        "map.toml",
        MAP.replace("\"example\"", &format!("\"{}\"", words[2])),
    );
    let csv = place.file("t.csv", table(12));
    let mut errs = place.run(&["import", &csv, "--map", &map]).err;
    let folder = crate::place::fixtures("people/mara/record.json");
    let text = std::fs::read_to_string(folder).unwrap();
    let event = text
        .lines()
        .find(|line| line.contains("\"event\""))
        .unwrap_or_default();
    if let Some(label) = event
        .split("\"label\":\"")
        .nth(1)
        .and_then(|l| l.split('"').next())
    {
        let marked = text.replace(
            &format!("\"label\":\"{label}\""),
            &format!("\"label\":\"{}\"", words[1]),
        );
        let file = place.file("record.json", marked);
        let said = place.run(&["import", &file]);
        errs.push_str(&said.err);
        said.done();
        std::fs::remove_file(file).unwrap();
    }
    // Whoever asks for answers is told about their medicine by its name; nothing else says it.
    errs.push_str(&place.run(&["answers"]).err);
    for call in [&["doctor"][..], &["log", "--item", "x=1"], &["log", "999"]] {
        let said = place.run(call);
        errs.push_str(&said.err);
        errs.push_str(&said.out);
    }
    for file in [csv, map] {
        std::fs::remove_file(file).unwrap();
    }
    for word in words.iter().chain(&["venlafaxine"]) {
        assert!(!errs.contains(word), "{word} is said: {errs}");
        for (path, bytes) in place.files() {
            let is_there = bytes.windows(word.len()).any(|w| w == word.as_bytes());
            assert!(!is_there, "{word} lies in {}", path.display());
        }
    }
    // And nothing was left anywhere else below the home folder.
    let left: Vec<_> = std::fs::read_dir(place.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left, ["data"]);
}
