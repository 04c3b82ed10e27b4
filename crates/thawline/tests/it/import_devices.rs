//! Exports of watches, rings, phones and studies: each dry, then kept, then once more, then taken back;
//! and one night that all of them tell.

use crate::hostile_apps::packed::zip;
use crate::place::{Place, fixtures};

/// A fixture as it is, or a folder of them packed into the place.
fn file(place: &Place, name: &str) -> String {
    let path = fixtures("apps").join(name);
    if path.is_file() {
        return path.to_str().unwrap().to_owned();
    }
    let mut parts = Vec::new();
    collect(&path, "", &mut parts);
    parts.sort_unstable();
    let parts: Vec<(&str, &[u8])> = (parts.iter())
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    place.file("an export", zip(&parts))
}

fn collect(folder: &std::path::Path, prefix: &str, parts: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), parts);
        } else {
            parts.push((name, std::fs::read(&path).unwrap()));
        }
    }
}

/// Fixtures with what each gives, and how many rows of it are rejected.
const ALL: [(&str, usize, usize); 10] = [
    ("garmin", 7, 3),
    ("garmin-sleep.json", 1, 0),
    ("oura.json", 8, 2),
    ("oura-table-account", 4, 1),
    ("oura-table-trends.csv", 3, 0),
    ("samsung-health", 10, 5),
    ("samsung-health-table.csv", 2, 0),
    ("health-connect.db", 9, 6),
    ("m-path.csv", 10, 3),
    ("mindlamp.json", 7, 3),
];

#[test]
fn each_is_tried_kept_known_again_and_taken_back_whole() {
    for (name, n, n_rejected) in ALL {
        let place = Place::new();
        place.run(&["log", "40", "--today", "2026-01-05"]).done();
        let file = file(&place, name);
        let before = (place.files(), place.n_entries());
        let dry = place.run(&["import", &file, "--dry-run"]).done();
        let would = format!("{n} would be new, 0 already here, {n_rejected} rejected");
        assert!(dry.contains(&would), "{name}: {dry}");
        assert_eq!((place.files(), place.n_entries()), before, "{name}");
        let first = place.run(&["import", &file]).done();
        let new = format!("{n} new, 0 already here, {n_rejected} rejected");
        assert!(first.contains(&new), "{name}: {first}");
        let again = place.run(&["import", &file]).done();
        let here = format!("0 new, {n} already here, {n_rejected} rejected");
        assert!(again.contains(&here), "{name}: {again}");
        assert_eq!(place.n_entries(), before.1 + n, "{name}");
        let title = std::path::Path::new(&file).file_name().unwrap();
        let title = title.to_str().unwrap();
        place.run(&["import", "--undo", title]).done();
        assert_eq!(place.n_entries(), before.1, "{name}");
    }
}

#[test]
fn the_night_that_all_of_them_tell_is_kept_once() {
    let place = Place::new();
    // Every one of them tells the night from the first to the second of March.
    let first = place.run(&["import", &file(&place, "oura.json")]).done();
    assert!(!first.contains("nights joined"), "{first}");
    let others = [
        "garmin",
        "samsung-health",
        "health-connect.db",
        "mindlamp.json",
    ];
    for name in others {
        let said = place.run(&["import", &file(&place, name)]).done();
        assert!(said.contains("nights joined"), "{name}: {said}");
    }
    // Without the first one the night of another is kept.
    place.run(&["import", "--undo", "oura.json"]).done();
    let said = place
        .run(&["import", &file(&place, "mindlamp.json")])
        .done();
    assert!(said.contains("1 new, 6 already here"), "{said}");
}
