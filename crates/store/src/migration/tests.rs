//! The steps between versions, with a last step that no release has yet.

#![allow(clippy::unwrap_used, clippy::panic)] // A failed test stops here.

use record::{Form, Label, LocalDay, Profile, Suspect, Zone};

use super::*;
use crate::backup::bring_up as migrate;
use crate::backup::{BackupKey, Snapshot};
use crate::key::Key;
use crate::{Folder, Secret, Store, connection, file};

/// All steps, and one that no release has yet.
fn with_next(step: &'static str) -> Vec<&'static str> {
    MIGRATIONS.iter().copied().chain([step]).collect()
}

mod older;

const NEXT: &str = "ALTER TABLE note ADD COLUMN mood TEXT;";
const BROKEN: &str = "CREATE TABLE half (id); ALTER TABLE nobody RENAME TO x;";

/// Version of this program's records.
fn newest() -> u32 {
    u32::try_from(MIGRATIONS.len()).unwrap()
}

/// A folder that is not there yet.
fn empty(name: &str) -> (Place, Folder) {
    let path = std::env::temp_dir().join(format!("thaw-{name}-{}", std::process::id()));
    let folder = Folder::at(&path);
    (Place(path), folder)
}

struct Place(std::path::PathBuf);

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A closed record of the newest version that holds one setting.
fn place(name: &str) -> (Place, Folder) {
    let (place, folder) = empty(name);
    let profile = Profile::new(Zone::utc());
    let (mut store, _) = Store::create(&folder, Secret::KeyFile, &profile).unwrap();
    store.set_setting("kept", Some("yes")).unwrap();
    store.lock().unwrap();
    (place, folder)
}

fn key(folder: &Folder) -> Key {
    folder.own_key().unwrap().0
}

fn open(folder: &Folder) -> Connection {
    connection::open(&folder.record_path(), &key(folder)).unwrap()
}

/// What was kept before the change to `version`, opened with the record's own key.
fn before(folder: &Folder, version: u32) -> Snapshot {
    let bytes = std::fs::read(folder.before_path(version)).unwrap();
    Snapshot::open(&bytes, BackupKey::Own(&folder.own_key().unwrap())).unwrap()
}

/// Every file beside the record, by name.
fn names(folder: &Folder) -> Vec<String> {
    let entries = std::fs::read_dir(folder.path()).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Puts a record of an older version in the place of the one that is there.
fn make_older(folder: &Folder, version: usize, facts: &str) {
    let key = key(folder);
    file::remove(&folder.record_path()).unwrap();
    file::make_private(&folder.record_path()).unwrap();
    let mut older = connection::open_or_fill(&folder.record_path(), &key).unwrap();
    make(&mut older, &MIGRATIONS[..version]).unwrap();
    older
        .execute_batch(
            "INSERT INTO zone (id, name) VALUES (1, 'UTC');
             INSERT INTO profile VALUES (1, 240, 1, NULL, 10, 0);
             INSERT INTO setting VALUES ('kept', 'yes');",
        )
        .unwrap();
    older.execute_batch(facts).unwrap();
}

fn kept(connection: &Connection) -> String {
    connection
        .query_row("SELECT value FROM setting WHERE name = 'kept'", [], |row| {
            row.get(0)
        })
        .unwrap()
}

#[test]
fn an_older_record_is_backed_up_and_then_brought_up() {
    let (_place, folder) = place("older");
    let mut connection = open(&folder);
    std::fs::write(folder.path().join("notes.before-1.db"), "an older copy").unwrap();
    std::fs::write(folder.before_path(1), "an older back-up").unwrap();
    migrate(&mut connection, &folder, &key(&folder), &with_next(NEXT)).unwrap();
    assert_eq!(version(&connection).unwrap(), newest() + 1);
    assert_eq!(kept(&connection), "yes");
    connection.prepare("SELECT mood FROM note").unwrap();
    drop(connection);
    // The back-up is of the version before, opens with the same key, and is the only one.
    let (_elsewhere, again) = empty("older-again");
    before(&folder, newest() + 1)
        .restore(&again, Secret::KeyFile)
        .unwrap();
    assert_eq!(version(&open(&again)).unwrap(), newest());
    assert_eq!(kept(&open(&again)), "yes");
    let own = format!("notes.before-{}.age", newest() + 1);
    assert_eq!(names(&folder), [own.as_str(), "notes.db", "notes.key"]);
}

/// The proof that a power cut during a change of shape loses nothing begins with such records, one of each
/// version: it names the folder in which this test then makes them, and leaves them as they are.
#[test]
fn a_record_of_the_first_shape_comes_up() {
    const NOTES: &str = "
        WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 300)
            INSERT INTO fact SELECT i, CAST(printf('%016d', i) AS BLOB), 'note', 1700000000 + i * 60,
                                    1, 1700000000, 1, NULL, NULL, NULL FROM n;
        INSERT INTO note SELECT id, 'note ' || id FROM fact;";
    let (_place, folder) = match std::env::var_os("THAW_OLDER_FOLDER") {
        Some(path) => {
            for version in 1..newest() {
                let folder = Folder::at(std::path::Path::new(&path).join(version.to_string()));
                let profile = Profile::new(Zone::utc());
                let (store, _) = Store::create(&folder, Secret::KeyFile, &profile).unwrap();
                store.lock().unwrap();
                make_older(&folder, usize::try_from(version).unwrap(), NOTES);
            }
            return;
        }
        None => place("first"),
    };
    make_older(&folder, 1, NOTES);
    let store = Store::open(&folder, None).unwrap();
    assert_eq!(store.n_facts().unwrap(), 300);
    assert!(store.check().unwrap().is_whole());
}

#[test]
fn a_record_from_before_suspects_is_brought_up_and_takes_them() {
    let (_place, folder) = place("suspects");
    make_older(&folder, 1, "");
    let mut store = Store::open(&folder, None).unwrap();
    let mut profile = store.profile().unwrap();
    assert_eq!(profile, Profile::new(Zone::utc()));
    let name = Label::new("tension").unwrap();
    let day = LocalDay::parse("2026-03-02").unwrap();
    profile.name_suspect(Suspect::new(name, day)).unwrap();
    store.save_profile(&profile).unwrap();
    store.lock().unwrap();
    let store = Store::open(&folder, None).unwrap();
    assert_eq!(store.profile().unwrap(), profile);
    assert!(store.check().unwrap().is_whole());
}

#[test]
fn occasions_from_before_forms_are_check_ins() {
    let (_place, folder) = place("forms");
    let facts =
        "INSERT INTO item VALUES (1, 'tension', 'line', 0.0, 100.0, 'candidate', 'momentary');
        INSERT INTO fact VALUES (1, x'00112233445566778899aabbccddeeff', 'occasion', 1700000000, 1,
                                 1700000000, 1, NULL, NULL, NULL);
        INSERT INTO occasion VALUES (1, 'voluntary', NULL, NULL, NULL, NULL, NULL, NULL,
                                     'answered', NULL);
        INSERT INTO response VALUES (1, 0, 1, 40.0, NULL, 'keyboard', NULL);";
    make_older(&folder, 2, facts);
    let store = Store::open(&folder, None).unwrap();
    let record = store.load().unwrap();
    let (_, occasion) = record.occasions().next().unwrap();
    assert_eq!(occasion.form, Form::CheckIn);
    assert_eq!(occasion.assessment().unwrap().n_answered(), 1);
    assert!(store.check().unwrap().is_whole());
}

#[test]
fn a_record_from_before_experiments_holds_none() {
    let (_place, folder) = place("experiments");
    make_older(&folder, 6, "");
    let store = Store::open(&folder, None).unwrap();
    assert!(store.load().unwrap().experiments.is_empty());
    assert!(store.check().unwrap().is_whole());
}

#[test]
fn experiments_from_before_start_days_keep_their_terms_and_what_was_told() {
    let (_place, folder) = place("start_days");
    let rows = "INSERT INTO experiment VALUES (5, x'00112233445566778899aabbccddeeff', 'walk',
            'check_in', 'more_numb', 20514, 2, 'restricted', 2, 1, '1001', 2, 7, 20513,
            x'64a8d2442eb01775b0e1304e0ab39d62161779c3e1cfb605a27161c119aab8ee', NULL);
        INSERT INTO experiment_day VALUES (5, 20515, 1), (5, 20516, 0);";
    make_older(&folder, 11, rows);
    let store = Store::open(&folder, None).unwrap();
    let [kept] = &store.load().unwrap().experiments[..] else {
        panic!("it is kept");
    };
    assert!(kept.is_as_locked());
    let told: Vec<bool> = kept.days.iter().map(|told| told.is_done).collect();
    assert_eq!(told, [true, false]);
    assert!(store.check().unwrap().is_whole());
}

#[test]
fn a_step_that_fails_leaves_the_record_as_it_was() {
    let (_place, folder) = place("fails");
    let mut connection = open(&folder);
    assert!(migrate(&mut connection, &folder, &key(&folder), &with_next(BROKEN)).is_err());
    assert_eq!(version(&connection).unwrap(), newest());
    assert!(connection.prepare("SELECT * FROM half").is_err());
    assert_eq!(kept(&connection), "yes");
}

#[test]
fn a_newer_record_is_refused_by_name() {
    let (_place, folder) = place("newer");
    let mut connection = open(&folder);
    migrate(&mut connection, &folder, &key(&folder), &with_next(NEXT)).unwrap();
    drop(connection);
    match Store::open(&folder, None) {
        Err(StoreError::NewerFile { file, program }) => {
            assert_eq!((file, program), (newest() + 1, newest()));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_record_whose_tables_are_gone_is_not_begun_anew() {
    let (_place, folder) = place("emptied");
    std::fs::write(folder.record_path(), "").unwrap();
    assert!(matches!(
        Store::open(&folder, None),
        Err(StoreError::Damaged(_))
    ));
    assert_eq!(std::fs::metadata(folder.record_path()).unwrap().len(), 0);
    // A well-formed file without tables is none of ours either.
    let empty = connection::open_or_fill(&folder.record_path(), &key(&folder)).unwrap();
    empty.execute_batch("CREATE TABLE other (id)").unwrap();
    drop(empty);
    assert!(matches!(
        Store::open(&folder, None),
        Err(StoreError::Damaged(_))
    ));
}
