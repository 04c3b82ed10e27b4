//! What lies in the folder is said as it is, and nobody else can look in.

use std::os::unix::fs::{PermissionsExt as _, symlink};

use store::{ClaimError, Folder, FolderState, KeyPlace, Secret, Store, StoreError};

use crate::child;
use crate::place::{Place, profile};

fn mode(path: &std::path::Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn everything_is_for_the_owner_alone_under_any_umask() {
    let place = Place::new();
    let shell = ["sh", "-c", "umask 000; exec \"$0\" \"$@\""];
    let folder = place.folder();
    let mut child = child::start(&shell, "create and abort", folder.path(), 0);
    child::lines(&mut child);
    assert_eq!(mode(folder.path()), 0o700);
    let files = place.files();
    for name in ["notes.db", "notes.db-wal", "notes.db-shm", "notes.key"] {
        assert!(files.iter().any(|path| path.ends_with(name)), "{name}");
    }
    for path in files {
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
}

#[test]
fn what_was_opened_to_others_is_closed_again() {
    let place = Place::new();
    let folder = place.folder();
    place.store().lock().unwrap();
    for name in ["notes.db", "notes.key"] {
        let open = std::fs::Permissions::from_mode(0o644);
        std::fs::set_permissions(folder.path().join(name), open).unwrap();
    }
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    let _store = place.open();
    assert_eq!(mode(folder.path()), 0o700);
    for path in place.files() {
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
}

#[test]
fn a_shared_folder_with_other_things_in_it_is_refused() {
    let place = Place::new();
    std::fs::write(place.path().join("letter.txt"), "mine").unwrap();
    std::fs::set_permissions(place.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    let refused = Store::create(&Folder::at(place.path()), Secret::KeyFile, &profile());
    assert!(matches!(refused, Err(StoreError::FolderShared(_))));
    assert_eq!(place.files().len(), 1);
    assert_eq!(mode(place.path()), 0o755);
}

#[test]
fn a_link_is_refused() {
    let place = Place::new();
    place.store().lock().unwrap();
    let link = place.path().join("link");
    symlink(place.folder().path(), &link).unwrap();
    let refused = Store::open(&Folder::at(&link), None);
    assert!(matches!(refused, Err(StoreError::FolderIsLink(_))));
    let claim = Folder::at(&link).claim_server(1);
    assert!(matches!(
        claim,
        Err(ClaimError::Store(StoreError::FolderIsLink(_)))
    ));
    // Also when only the record itself leads elsewhere.
    let record = place.folder().path().join("notes.db");
    let elsewhere = place.path().join("elsewhere.db");
    std::fs::rename(&record, &elsewhere).unwrap();
    symlink(&elsewhere, &record).unwrap();
    assert!(Store::open(&place.folder(), None).is_err());
}

#[test]
fn the_state_of_a_folder_names_what_is_missing() {
    let place = Place::new();
    let folder = place.folder();
    assert!(matches!(folder.state(), FolderState::Empty));
    assert!(matches!(
        Store::open(&folder, None),
        Err(StoreError::NothingHere(_))
    ));
    place.store().lock().unwrap();
    let needs = folder.state();
    assert!(matches!(
        needs,
        FolderState::Present {
            needs: KeyPlace::KeyFile
        }
    ));
    let again = Store::create(&folder, Secret::KeyFile, &profile());
    assert!(matches!(again, Err(StoreError::AlreadyHere(_))));

    let (record, key) = (
        folder.path().join("notes.db"),
        folder.path().join("notes.key"),
    );
    let aside = place.path().join("aside");
    std::fs::rename(&key, &aside).unwrap();
    let create = || {
        Store::create(&folder, Secret::KeyFile, &profile())
            .map(|_| ())
            .unwrap_err()
    };
    assert!(matches!(
        Store::open(&folder, None),
        Err(StoreError::KeyFileMissing(_))
    ));
    assert!(matches!(create(), StoreError::KeyFileMissing(_)));
    std::fs::rename(&aside, &key).unwrap();
    std::fs::rename(&record, &aside).unwrap();
    assert!(matches!(
        Store::open(&folder, None),
        Err(StoreError::RecordMissing(_))
    ));
    assert!(matches!(create(), StoreError::RecordMissing(_)));
}

#[test]
fn a_creation_that_was_cut_off_is_finished_or_forgotten() {
    let place = Place::new();
    let folder = place.folder();
    place.store().lock().unwrap();
    let (record, key) = (
        folder.path().join("notes.db"),
        folder.path().join("notes.key"),
    );
    let unfinished = folder.path().join("notes.db.new");
    // Cut off before the last step: the record is whole and only lacks its name.
    std::fs::rename(&record, &unfinished).unwrap();
    assert!(matches!(folder.state(), FolderState::Present { .. }));
    place.open().lock().unwrap();
    assert!(record.exists() && !unfinished.exists());
    // Cut off before the key was written: nothing was ever kept in it.
    std::fs::rename(&record, &unfinished).unwrap();
    std::fs::remove_file(&key).unwrap();
    assert!(matches!(folder.state(), FolderState::Empty));
    place.store().lock().unwrap();
    assert_eq!(place.open().n_facts().unwrap(), 0);
}

#[test]
fn a_second_server_learns_where_the_first_one_is() {
    let place = Place::new();
    let folder = place.folder();
    let mut first = folder.claim_server(0).unwrap();
    assert!(matches!(
        folder.claim_server(2),
        Err(ClaimError::AlreadyRunning { port: 0 })
    ));
    first.set_port(4711).unwrap();
    assert!(matches!(
        folder.claim_server(2),
        Err(ClaimError::AlreadyRunning { port: 4711 })
    ));
    assert_eq!(mode(&folder.path().join("notes.lock")), 0o600);
    drop(first);
    folder.claim_server(3).unwrap();
    // The claim file alone is no record.
    assert!(matches!(folder.state(), FolderState::Empty));
}

#[test]
fn records_that_are_opened_at_the_same_instant_all_open() {
    let place = Place::new();
    for number in 0..8 {
        let folder = Folder::at(place.path().join(number.to_string()));
        Store::create(&folder, Secret::KeyFile, &profile()).unwrap();
    }
    for _ in 0..300 {
        let mut child = child::start(&[], "open together", place.path(), 0);
        let lines = child::lines(&mut child);
        let said: Vec<&String> = (lines.iter())
            .filter(|line| *line == "opened" || line.starts_with("refused"))
            .collect();
        assert_eq!(said, ["opened"; 8]);
    }
}
