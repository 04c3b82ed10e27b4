//! Back-ups at the door: everything comes back, and nothing that is not whole changes anything.

use std::io::Read as _;
use std::process::Command;
use std::sync::OnceLock;

use proptest::collection::vec;
use proptest::prelude::*;
use record::{Fact, FactBody, Note, Source};
use store::{
    BackupKey, Folder, RecoveryKey, RecoveryKeyError, Secret, Snapshot, Store, StoreError,
    write_backup,
};

use crate::any;
use crate::fuzzing::corpus::Seed;
use crate::place::{Place, at, profile};

const PASSPHRASE: &str = "four short words here";

fn note(words: &str) -> Fact {
    Fact {
        key: record::FactKey::from_bytes([9; 16]),
        moment: at(0),
        recorded_at: at(0),
        source: Source::ByHand,
        body: FactBody::Note(Note::new(words).unwrap()),
    }
}

/// A sealed back-up of a small record with a passphrase, and its recovery key.
fn sealed() -> &'static (Vec<u8>, RecoveryKey, [u8; 32]) {
    static MADE: OnceLock<(Vec<u8>, RecoveryKey, [u8; 32])> = OnceLock::new();
    MADE.get_or_init(|| {
        let place = Place::new();
        let (mut store, _) =
            Store::create(&place.folder(), Secret::Passphrase(PASSPHRASE), &profile()).unwrap();
        store.append(&[note("warm light")], &[], None).unwrap();
        let recovery = store.recovery_key().unwrap();
        let mut snapshot = store.snapshot().unwrap();
        let digest = snapshot.digest().unwrap();
        let bytes = store
            .seal(&mut snapshot, &[("record.json", b"{}")])
            .unwrap();
        (bytes, recovery, digest)
    })
}

/// How many records are made; a thousand take a minute and a half of a core in a debug build.
fn n_records() -> u32 {
    let asked = std::env::var("THAWLINE_RECORDS").ok();
    asked.and_then(|n| n.parse().ok()).unwrap_or(200)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(n_records()))]

    #[test]
    fn every_record_comes_back_with_an_equal_digest(
        facts in vec(any::fact(), 1..12),
        choices in any::profile(),
    ) {
        let place = Place::new();
        let mut store = place.store();
        store.save_profile(&choices).unwrap();
        store.set_setting("pace", Some("\u{202e}rtl 🧊")).unwrap();
        store.append(&facts, &any::items(), Some(&any::file())).unwrap();
        store.withdraw(facts[0].key, &at(0)).unwrap();
        let recovery = store.recovery_key().unwrap();
        let mut snapshot = store.snapshot().unwrap();
        let sealed = store.seal(&mut snapshot, &[]).unwrap();
        let (before, digest) = (store.load().unwrap(), snapshot.digest().unwrap());
        drop(store);
        let out = Snapshot::open(&sealed, BackupKey::Recovery(&recovery)).unwrap();
        prop_assert_eq!(out.digest().unwrap(), digest);
        let folder = Folder::at(place.path().join("elsewhere"));
        let (mut restored, _) = out.restore(&folder, Secret::KeyFile).unwrap();
        prop_assert_eq!(restored.load().unwrap(), before);
        prop_assert_eq!(restored.snapshot().unwrap().digest().unwrap(), digest);
        prop_assert!(restored.recovery_key().unwrap() == recovery);
    }
}

#[test]
fn the_passphrase_and_the_sheet_both_open_it_and_nothing_else_does() {
    let (bytes, recovery, digest) = sealed();
    for key in [
        BackupKey::Passphrase(PASSPHRASE),
        BackupKey::Recovery(recovery),
    ] {
        let out = Snapshot::open(bytes, key).unwrap();
        assert_eq!(out.digest().unwrap(), *digest);
        assert_eq!(out.paper("record.json"), Some(b"{}".as_slice()));
        assert_eq!(out.n_facts().unwrap(), 1);
    }
    let place = Place::new();
    let other = place.store().recovery_key().unwrap();
    for key in [
        BackupKey::Passphrase("other words"),
        BackupKey::Recovery(&other),
    ] {
        assert!(matches!(
            Snapshot::open(bytes, key),
            Err(StoreError::WrongBackupKey)
        ));
    }
}

#[test]
fn a_record_without_a_passphrase_is_backed_up_for_the_sheet_alone() {
    let place = Place::new();
    let mut store = place.store();
    let mut snapshot = store.snapshot().unwrap();
    let bytes = store.seal(&mut snapshot, &[]).unwrap();
    // The key beside the record must not travel with the back-up.
    let text = String::from_utf8_lossy(&bytes);
    assert!(!text.contains("notes-key"));
    let found = Snapshot::open(&bytes, BackupKey::Passphrase(PASSPHRASE));
    assert!(matches!(found, Err(StoreError::BackupNeedsSheet)));
}

#[test]
fn a_cut_at_every_byte_of_the_head_and_at_every_percent_is_refused() {
    let (bytes, recovery, _) = sealed();
    let head = 0..1200.min(bytes.len());
    let body = (0..100).map(|percent| bytes.len() * percent / 100);
    for cut in head.chain(body).chain([bytes.len() - 1]) {
        let found = Snapshot::open(&bytes[..cut], BackupKey::Recovery(recovery));
        assert!(found.is_err(), "cut at {cut}");
    }
    let mut longer = bytes.clone();
    longer.push(0);
    assert!(Snapshot::open(&longer, BackupKey::Recovery(recovery)).is_err());
}

#[test]
fn a_flipped_bit_at_two_thousand_places_is_refused() {
    let (bytes, recovery, _) = sealed();
    let step = (bytes.len() / 2000).max(1);
    let mut n_places = 0;
    for place in (0..bytes.len()).step_by(step) {
        let mut other = bytes.clone();
        other[place] ^= 1 << (place % 8);
        let found = Snapshot::open(&other, BackupKey::Recovery(recovery));
        assert!(found.is_err(), "flipped at {place}");
        n_places += 1;
    }
    assert!(n_places >= 2000);
}

#[test]
fn a_foreign_file_is_named_as_one() {
    let (_, recovery, _) = sealed();
    for foreign in [b"PK\x03\x04".as_slice(), b"", b"{\"schema\":1}", &[0; 5000]] {
        let found = Snapshot::open(foreign, BackupKey::Recovery(recovery));
        assert!(matches!(found, Err(StoreError::NotABackup)));
    }
}

#[test]
fn a_restore_never_touches_a_folder_that_holds_something() {
    let (bytes, recovery, _) = sealed();
    let out = Snapshot::open(bytes, BackupKey::Recovery(recovery)).unwrap();
    let place = Place::new();
    drop(place.store());
    let before = place.contents();
    let found = out.restore(&place.folder(), Secret::KeyFile);
    assert!(matches!(found, Err(StoreError::AlreadyHere(_))));
    assert_eq!(place.contents(), before);
}

#[test]
fn proving_a_restore_gives_the_same_digest_and_leaves_nothing() {
    let (bytes, recovery, digest) = sealed();
    let place = Place::new();
    drop(place.store());
    let before = place.contents();
    let out = Snapshot::open(bytes, BackupKey::Recovery(recovery)).unwrap();
    assert_eq!(out.prove(&place.folder()).unwrap(), *digest);
    assert_eq!(place.contents(), before);
}

#[test]
fn nothing_is_readable_in_a_back_up_or_beside_it() {
    let place = Place::new();
    let (mut store, _) =
        Store::create(&place.folder(), Secret::Passphrase(PASSPHRASE), &profile()).unwrap();
    store
        .append(&[note("CANARY-4711 warm light")], &[], None)
        .unwrap();
    let recovery = store.recovery_key().unwrap();
    let mut snapshot = store.snapshot().unwrap();
    let bytes = store
        .seal(&mut snapshot, &[("record.json", b"CANARY-4711")])
        .unwrap();
    let path = place.path().join("notes.age");
    write_backup(&path, &bytes).unwrap();
    let out = Snapshot::open(&bytes, BackupKey::Recovery(&recovery)).unwrap();
    out.prove(&place.folder()).unwrap();
    let folder = Folder::at(place.path().join("again"));
    drop(
        out.restore(&folder, Secret::Passphrase(PASSPHRASE))
            .unwrap(),
    );
    let needles = ["CANARY-4711".to_owned(), recovery.text()[20..50].to_owned()];
    for (file, bytes) in place.contents() {
        for needle in &needles {
            let is_in = bytes
                .windows(needle.len())
                .any(|part| part == needle.as_bytes());
            assert!(!is_in, "{}", file.display());
        }
    }
}

#[test]
fn a_back_up_is_private_and_never_written_over_another_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    let path = place.path().join("notes.age");
    // What an interrupted run left behind does not stop the next one.
    std::fs::write(place.path().join("notes.age.notes-part"), "half").unwrap();
    write_backup(&path, b"whole").unwrap();
    assert_eq!(
        std::fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o600
    );
    assert!(matches!(
        write_backup(&path, b"other"),
        Err(StoreError::FileExists(_))
    ));
    assert_eq!(place.contents(), [(path, b"whole".to_vec())]);
    assert!(write_backup(&place.path().join("no/where"), b"x").is_err());
}

#[test]
fn a_back_up_of_a_newer_program_is_refused_in_a_sentence_that_says_so() {
    let (bytes, recovery, _) = sealed();
    let identity: age::x25519::Identity = recovery.text().parse().unwrap();
    let opened = age::Decryptor::new(bytes.as_slice()).unwrap();
    let identities = std::iter::once(&identity as &dyn age::Identity);
    let mut inside = Vec::new();
    let mut reader = opened.decrypt(identities).unwrap();
    reader.read_to_end(&mut inside).unwrap();
    let word = b"version ";
    let mut windows = inside.windows(word.len());
    let at = windows.position(|window| window == word).unwrap() + word.len();
    let own = String::from_utf8(inside[at..at + 2].to_vec()).unwrap();
    inside[at..at + 2].copy_from_slice(b"99");
    // Everything else is as it was, and the seal is whole.
    let newer = Seed::Inside(inside, 0..0, identity.to_public()).bytes();
    let refused = Snapshot::open(&newer, BackupKey::Recovery(recovery)).unwrap_err();
    assert!(matches!(refused, StoreError::NewerFile { file: 99, .. }));
    assert_eq!(
        refused.to_string(),
        format!("the record is of version 99, this program knows versions up to {own}")
    );
}

#[test]
fn fifty_of_fifty_sheets_open_their_record_after_the_passphrase_is_lost() {
    for idx in 0..50 {
        let place = Place::new();
        let mut store = place.store();
        store.append(&[note("kept")], &[], None).unwrap();
        let recovery = store.recovery_key().unwrap();
        store.lock().unwrap();
        if idx % 2 == 0 {
            // The key file is damaged or gone.
            std::fs::write(place.folder().path().join("notes.key"), "what").unwrap();
        } else {
            std::fs::remove_file(place.folder().path().join("notes.key")).unwrap();
        }
        let typed = recovery.groups().join(" ").to_lowercase();
        let typed = RecoveryKey::parse(&typed).unwrap();
        let store = Store::recover(&place.folder(), &typed, Secret::KeyFile).unwrap();
        assert_eq!(store.n_facts().unwrap(), 1);
        drop(store);
        assert_eq!(place.open().n_facts().unwrap(), 1);
    }
}

#[test]
fn a_new_sheet_ends_the_old_one_and_a_foreign_one_changes_nothing() {
    let place = Place::new();
    let other = Place::new().store().recovery_key().unwrap();
    let mut store = place.store();
    let old = store.recovery_key().unwrap();
    let new = store.renew_recovery_key().unwrap();
    assert!(store.recovery_key().unwrap() == new);
    drop(store);
    let before = place.contents();
    for wrong in [&old, &other] {
        let found = Store::recover(&place.folder(), wrong, Secret::KeyFile);
        assert!(matches!(found, Err(StoreError::WrongRecoveryKey)));
    }
    assert_eq!(place.contents(), before);
    drop(Store::recover(&place.folder(), &new, Secret::KeyFile).unwrap());
}

#[test]
fn one_wrong_character_is_named_by_its_group() {
    let (_, recovery, _) = sealed();
    let groups = recovery.groups();
    assert_eq!(groups.len(), 15);
    for at in [0, 7, 14] {
        let mut typed = groups.clone();
        let first = typed[at].remove(0);
        typed[at].insert(0, if first == 'Q' { 'P' } else { 'Q' });
        let found = RecoveryKey::parse(&typed.join("-"));
        assert_eq!(
            found.unwrap_err(),
            RecoveryKeyError::Group { group: at + 1 }
        );
    }
    let found = RecoveryKey::parse(&recovery.text()[..70]);
    assert_eq!(found.unwrap_err(), RecoveryKeyError::Length { have: 54 });
    assert!(RecoveryKey::parse(&recovery.text().to_lowercase()).unwrap() == *recovery);
}

/// The public tool reads what we write, and we read what it writes.
#[test]
fn the_public_age_tool_opens_a_back_up_with_the_sheet() {
    if Command::new("age").arg("--version").output().is_err() {
        println!("skipped: the age tool is not here (Debian package `age`)");
        return;
    }
    let (bytes, recovery, digest) = sealed();
    let place = Place::new();
    let name = |name: &str| place.path().join(name);
    std::fs::write(name("sheet.txt"), recovery.text().as_bytes()).unwrap();
    std::fs::write(name("notes.age"), bytes).unwrap();
    let run = |words: &[&str]| {
        let status = Command::new("age")
            .args(words)
            .current_dir(place.path())
            .status();
        assert!(status.unwrap().success(), "{words:?}");
    };
    run(&["-d", "-i", "sheet.txt", "-o", "notes.tar", "notes.age"]);
    let listed = Command::new("tar")
        .args(["-xvf", "notes.tar"])
        .current_dir(place.path())
        .output();
    let listed = String::from_utf8(listed.unwrap().stdout).unwrap();
    assert_eq!(listed, "about.txt\nrecord.json\nnotes.sqlite\n");
    let image = std::fs::read(name("notes.sqlite")).unwrap();
    assert!(image.starts_with(b"SQLite format 3\0"));
    // The other direction: what the tool sealed again opens here.
    run(&["-e", "-i", "sheet.txt", "-o", "again.age", "notes.tar"]);
    let again = std::fs::read(name("again.age")).unwrap();
    let out = Snapshot::open(&again, BackupKey::Recovery(recovery)).unwrap();
    assert_eq!(out.digest().unwrap(), *digest);
}
