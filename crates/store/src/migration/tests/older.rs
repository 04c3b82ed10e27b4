//! Records of every earlier version, brought up: whole, cut off in the middle, and without room.

use std::process::Command;

use record::FactBody;

use super::*;
use crate::StoreError;

/// Where the child finds the record that it is to open.
const FOLDER: &str = "THAW_CHILD_OLDER";

/// Two facts with names and four hundred notes, as the first version kept them.
const FACTS: &str =
    "INSERT INTO fact VALUES (1, x'00112233445566778899aabbccddeeff', 'note', 1700000000, 1,
                              1700000000, 1, NULL, NULL, NULL);
     INSERT INTO note VALUES (1, 'canary-Zq7!kestrel');
     INSERT INTO fact VALUES (2, x'00112233445566778899aabbccddeefe', 'event', 1700000060, 1,
                              1700000060, 1, NULL, NULL, NULL);
     INSERT INTO event VALUES (2, 'a walk', NULL, NULL, 0);
     WITH RECURSIVE n (i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 402)
     INSERT INTO fact SELECT i, randomblob(16), 'note', 1700000000 + i, 1, 1700000000, 1, NULL, NULL,
                             NULL FROM n;
     INSERT INTO note SELECT id, hex(randomblob(50)) FROM fact WHERE id > 2;";

fn digest(folder: &Folder) -> [u8; 32] {
    crate::backup::digest_of(&open(folder)).unwrap()
}

/// What is kept of the older record: two facts by name, and how many there are.
fn expect_facts(store: &Store) {
    let record = store.load().unwrap();
    let has = |words: &str| {
        record.facts().iter().any(|fact| match &fact.body {
            FactBody::Note(note) => note.text() == words,
            FactBody::Event(event) => event.label.as_str() == words,
            _ => false,
        })
    };
    assert_eq!(record.facts().len(), 402);
    assert!(has("canary-Zq7!kestrel") && has("a walk"));
    assert!(store.check().unwrap().is_whole());
}

#[test]
fn a_record_of_every_earlier_version_is_backed_up_brought_up_and_comes_back() {
    for number in 1..newest() {
        let (_place, folder) = place(&format!("every-{number}"));
        make_older(&folder, usize::try_from(number).unwrap(), FACTS);
        let as_it_was = digest(&folder);
        let mut store = Store::open(&folder, None).unwrap();
        assert_eq!(version(store.connection()).unwrap(), newest());
        expect_facts(&store);
        // Kept as it was, and nothing of it is readable on the disk.
        let kept = before(&folder, newest());
        assert_eq!(kept.digest().unwrap(), as_it_was);
        let bytes = std::fs::read(folder.before_path(newest())).unwrap();
        let canary = b"canary-Zq7!kestrel".as_slice();
        assert!(!bytes.windows(canary.len()).any(|part| part == canary));
        // A back-up of an older program is brought up when it is restored.
        let (_elsewhere, again) = empty(&format!("every-{number}-again"));
        let (mut restored, _) = kept.restore(&again, Secret::KeyFile).unwrap();
        expect_facts(&restored);
        let digest = |store: &mut Store| store.snapshot().unwrap().digest().unwrap();
        assert_eq!(digest(&mut restored), digest(&mut store), "from {number}");
    }
}

#[test]
fn the_back_up_before_a_change_opens_with_the_passphrase_and_the_sheet_elsewhere() {
    let (_place, folder) = place("words");
    let mut store = Store::open(&folder, None).unwrap();
    store
        .change_secret(Secret::Passphrase("four short words"))
        .unwrap();
    let recovery = store.recovery_key().unwrap();
    let key = store.key().clone();
    drop(store);
    let mut connection = connection::open(&folder.record_path(), &key).unwrap();
    migrate(&mut connection, &folder, &key, &with_next(NEXT)).unwrap();
    let bytes = std::fs::read(folder.before_path(newest() + 1)).unwrap();
    let opens = |key| Snapshot::open(&bytes, key).is_ok();
    assert!(opens(BackupKey::Passphrase("four short words")));
    assert!(opens(BackupKey::Recovery(&recovery)));
    assert!(!opens(BackupKey::Passphrase("other words")));
    assert!(matches!(
        folder.own_key(),
        Err(StoreError::PassphraseNeeded)
    ));
}

#[test]
fn without_a_passphrase_and_a_sheet_only_its_own_record_opens_it() {
    let (_place, folder) = place("own");
    make_older(&folder, 1, FACTS);
    drop(Store::open(&folder, None).unwrap());
    let bytes = std::fs::read(folder.before_path(newest())).unwrap();
    let (_other_place, other) = place("own-other");
    let key = other.own_key().unwrap();
    for (key, is_foreign) in [
        (BackupKey::Own(&key), true),
        (BackupKey::Passphrase("four short words"), false),
    ] {
        match Snapshot::open(&bytes, key) {
            Err(StoreError::WrongBackupKey) => assert!(is_foreign),
            Err(StoreError::BackupNeedsSheet) => assert!(!is_foreign),
            other => panic!("{other:?}"),
        }
    }
}

/// What the other tests start as another process.
#[test]
fn a_child_opens_an_older_record() {
    let Ok(path) = std::env::var(FOLDER) else {
        return;
    };
    match Store::open(&Folder::at(path), None) {
        Ok(_) => println!("\nopened"),
        Err(error) => println!("\nrefused {error}"),
    }
    std::process::exit(0);
}

/// Opens the record in another process; gives what it said, or nothing when it was killed.
fn opened_by_child(before: &[&str], folder: &Folder) -> Option<String> {
    let program = std::env::current_exe().unwrap();
    let mut words: Vec<&str> = before.to_vec();
    words.push(program.to_str().unwrap());
    let done = Command::new(words[0])
        .args(&words[1..])
        .args(["migration::tests::older::a_child_opens_an_older_record"])
        .args(["--exact", "--nocapture"])
        .env(FOLDER, folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8(done.stdout).unwrap();
    let mut lines = said.lines();
    lines
        .find(|line| *line == "opened" || line.starts_with("refused "))
        .map(str::to_owned)
}

/// Wholly as it was, or wholly brought up; what lies beside it is whole, and the next opening ends it.
fn expect_old_or_new(folder: &Folder, as_it_was: [u8; 32]) -> u32 {
    let connection = open(folder);
    let number = version(&connection).unwrap();
    drop(connection);
    assert!(number == 1 || number == newest(), "half way, at {number}");
    if number == 1 {
        assert_eq!(digest(folder), as_it_was);
    }
    if folder.before_path(newest()).exists() {
        assert_eq!(before(folder, newest()).digest().unwrap(), as_it_was);
    } else {
        assert_eq!(number, 1, "changed before it was backed up");
    }
    number
}

/// A limit on the length of a file stops the work at the same byte each time: without the signal the
/// disk refuses there, with it the process is killed there.
#[test]
fn stopped_at_any_length_of_any_file_the_record_is_as_it_was_or_brought_up() {
    let (mut n_refused, mut n_killed, mut n_new) = (0, 0, 0);
    for (idx, trap) in ["", "trap '' XFSZ;"].into_iter().enumerate() {
        for blocks in (0..600).step_by(40) {
            let (_place, folder) = place(&format!("stopped-{idx}-{blocks}"));
            make_older(&folder, 1, FACTS);
            let as_it_was = digest(&folder);
            let limit = format!("{trap} ulimit -f {blocks}; exec \"$0\" \"$@\"");
            let said = opened_by_child(&["sh", "-c", &limit], &folder);
            match said.as_deref() {
                None => n_killed += 1,
                Some("opened") => {}
                Some(said) => {
                    n_refused += 1;
                    let is_clear = said.contains("was not brought up") || said.contains("refused");
                    assert!(is_clear, "{said}");
                }
            }
            n_new += u32::from(expect_old_or_new(&folder, as_it_was) > 1);
            let store = Store::open(&folder, None).unwrap();
            expect_facts(&store);
            assert_eq!(before(&folder, newest()).digest().unwrap(), as_it_was);
            drop(store);
            let own = format!("notes.before-{}.age", newest());
            assert_eq!(names(&folder), [own.as_str(), "notes.db", "notes.key"]);
        }
    }
    println!("{n_killed} killed, {n_refused} refused, {n_new} brought up all the same");
    assert!(n_killed > 5 && n_refused > 5 && n_new > 1);
}

/// The disk has room for the record and not for its back-up.
#[test]
fn a_full_disk_is_said_and_the_record_is_as_it_was() {
    let (_place, folder) = empty("full");
    std::fs::create_dir(folder.path()).unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=900k,mode=700", "tmpfs"])
        .arg(folder.path())
        .output();
    if !mounted.is_ok_and(|done| done.status.success()) {
        println!("skipped: only root can mount a small disk");
        return;
    }
    let outcome = std::panic::catch_unwind(|| {
        let profile = Profile::new(Zone::utc());
        let (store, _) = Store::create(&folder, Secret::KeyFile, &profile).unwrap();
        store.lock().unwrap();
        make_older(&folder, 1, FACTS);
        let as_it_was = digest(&folder);
        let room = std::fs::File::create(folder.path().join("room")).unwrap();
        let filled = std::io::copy(
            &mut std::io::Read::take(std::io::repeat(7), 4 << 20),
            &mut &room,
        );
        assert!(filled.is_err(), "the disk is not small");
        room.set_len(room.metadata().unwrap().len() - 150_000)
            .unwrap();
        let said = opened_by_child(&["env"], &folder).unwrap();
        assert_eq!(
            said,
            "refused the record is from an older version of this program and was not brought up: \
             the disk is full; nothing was written"
        );
        assert_eq!(digest(&folder), as_it_was);
        assert!(!folder.before_path(newest()).exists());
        drop(room);
        std::fs::remove_file(folder.path().join("room")).unwrap();
        expect_facts(&Store::open(&folder, None).unwrap());
    });
    let path = folder.path();
    Command::new("umount").arg(path).status().unwrap();
    outcome.unwrap();
}

/// A step that was released is never written anew: records of that version are out there.
#[test]
fn the_steps_that_were_released_are_as_they_were() {
    use sha2::Digest as _;
    let digest =
        |step: &&str| crate::key::hex(&sha2::Sha256::digest(step.as_bytes()))[..8].to_owned();
    let found: Vec<String> = MIGRATIONS.iter().map(digest).collect();
    let known = include_str!("known_steps.txt");
    assert_eq!(found, known.lines().collect::<Vec<_>>());
}
