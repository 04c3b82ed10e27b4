//! Who has the words opens the record, and nobody else.

use std::time::Instant;

use store::{FolderState, KeyPlace, Secret, Store, StoreError};

use crate::child;
use crate::fuzzing::light;
use crate::place::{Place, profile};

#[test]
fn only_the_right_words_open_the_record() {
    let place = Place::new();
    let folder = place.folder();
    let secret = Secret::Passphrase("горы 🏔 and rain");
    let (store, kept) = Store::create(&folder, secret, &profile()).unwrap();
    assert_eq!(kept, KeyPlace::Passphrase);
    store.lock().unwrap();
    let needs = folder.state();
    assert!(matches!(
        needs,
        FolderState::Present {
            needs: KeyPlace::Passphrase
        }
    ));
    let refused = |words| Store::open(&folder, words).map(|_| ()).unwrap_err();
    assert!(matches!(refused(None), StoreError::PassphraseNeeded));
    for wrong in ["", "горы 🏔 and rain ", "Горы 🏔 and rain"] {
        assert!(matches!(refused(Some(wrong)), StoreError::WrongPassphrase));
    }
    let start = Instant::now();
    Store::open(&folder, Some("горы 🏔 and rain")).unwrap();
    println!("opened with a passphrase in {:?}", start.elapsed());
}

#[test]
fn the_lock_changes_without_writing_the_record_anew() {
    let place = Place::new();
    let folder = place.folder();
    let mut store = place.store();
    store.append(&[child::note(1)], &[], None).unwrap();
    let record = store.load().unwrap();
    let steps = [
        (
            Secret::Passphrase("one"),
            KeyPlace::Passphrase,
            Some("one"),
            None,
        ),
        (
            Secret::Passphrase("two"),
            KeyPlace::Passphrase,
            Some("two"),
            Some("one"),
        ),
        (Secret::KeyFile, KeyPlace::KeyFile, None, None),
    ];
    for (secret, expected, opens, wrong) in steps {
        assert_eq!(store.change_secret(secret).unwrap(), expected);
        store.lock().unwrap();
        if let Some(wrong) = wrong {
            let refused = Store::open(&folder, Some(wrong));
            assert!(matches!(refused, Err(StoreError::WrongPassphrase)));
        }
        store = Store::open(&folder, opens).unwrap();
        assert_eq!(store.key_place(), expected);
        assert_eq!(store.load().unwrap(), record);
    }
}

#[test]
fn empty_words_are_no_lock() {
    let place = Place::new();
    let refused = Store::create(&place.folder(), Secret::Passphrase(""), &profile());
    assert!(matches!(refused, Err(StoreError::PassphraseEmpty)));
    assert!(matches!(place.folder().state(), FolderState::Empty));
}

#[test]
fn wrong_words_leave_the_record_as_it_was() {
    let place = Place::new();
    let folder = place.folder();
    let secret = Secret::Passphrase("right");
    drop(Store::create(&folder, secret, &profile()).unwrap());
    let before = std::fs::read(folder.path().join("notes.db")).unwrap();
    for number in 0..5 {
        let refused = Store::open(&folder, Some(&format!("wrong {number}")));
        assert!(matches!(refused, Err(StoreError::WrongPassphrase)));
    }
    assert_eq!(
        std::fs::read(folder.path().join("notes.db")).unwrap(),
        before
    );
    Store::open(&folder, Some("right")).unwrap();
}

/// The key is in a keyring, and nothing answers where keyrings do.
#[cfg(target_os = "linux")]
#[test]
fn a_keyring_that_is_silent_is_said_and_the_record_stays_as_it_is() {
    let place = Place::new();
    let folder = place.folder();
    place.store().lock().unwrap();
    let path = folder.path().join("notes.key");
    let text = std::fs::read_to_string(&path).unwrap();
    let (_, wrapped) = text.split_once("nonce ").unwrap();
    let entry = "ab".repeat(16);
    let text = format!("notes-key 1\nplace keyring\nentry {entry}\nnonce {wrapped}");
    std::fs::write(&path, text).unwrap();
    let before = place.contents();
    let bus = ["env", "DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent"];
    let said = child::lines(&mut child::start(&bus, "say", folder.path(), 0));
    let says = said.iter().find_map(|line| line.strip_prefix("says "));
    let says = says.expect("it is refused");
    let sentence = "the keyring of this computer does not answer: ";
    assert!(says.starts_with(sentence), "{says}");
    assert_eq!(place.contents(), before);
}

/// A bus and a keyring of their own, in a throw-away home: nobody's real keyring is touched.
#[cfg(target_os = "linux")]
#[test]
fn a_keyring_keeps_the_key_and_a_silent_one_is_said() {
    let place = Place::new();
    let folder = place.folder();
    let bus = [
        "env",
        "-u",
        "DBUS_SESSION_BUS_ADDRESS",
        "DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent",
    ];
    let said = child::lines(&mut child::start(&bus, "keyring", folder.path(), 0));
    let places = ["place KeyFile", "place KeyFile", "opened"];
    let told = |said: &[String]| -> Vec<String> {
        let ours = |line: &&String| line.starts_with("place") || line.starts_with("opened");
        said.iter().filter(ours).cloned().collect()
    };
    assert_eq!(told(&said), places);

    let has = |name: &str| {
        ["/usr/bin", "/bin"]
            .iter()
            .any(|at| std::path::Path::new(at).join(name).exists())
    };
    if !has("dbus-run-session") || !has("gnome-keyring-daemon") {
        println!("skipped: needs dbus-run-session and gnome-keyring-daemon");
        return;
    }
    let home = format!("HOME={}", place.path().display());
    let data = format!("XDG_DATA_HOME={}", place.path().join("share").display());
    let run = format!("XDG_RUNTIME_DIR={}", place.path().display());
    let script = "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; \
                  exec \"$0\" \"$@\"";
    let before = [
        "env",
        &home,
        &data,
        &run,
        "dbus-run-session",
        "--",
        "sh",
        "-c",
        script,
    ];
    let other = Place::new();
    let said = child::lines(&mut child::start(
        &before,
        "keyring",
        other.folder().path(),
        0,
    ));
    assert_eq!(told(&said), ["place Keyring", "place Keyring", "opened"]);
}

/// How often somebody types a wrong passphrase.
const N_TRIES: u32 = 1_000;

#[test]
fn however_often_the_words_are_wrong_nothing_is_lost_and_nobody_is_locked_out() {
    let place = Place::new();
    let folder = place.folder();
    let right = "горы 🏔 and rain";
    let mut store = place.store();
    store.append(&[child::note(1)], &[], None).unwrap();
    store.lock().unwrap();
    // What is refused is refused in the same way; as the program makes it, a thousand take minutes.
    light::lock(&folder, right);
    let mut store = Store::open(&folder, Some(right)).unwrap();
    let record = store.load().unwrap();
    store.recovery_key().unwrap();
    let mut snapshot = store.snapshot().unwrap();
    let sealed = store.seal(&mut snapshot, &[]).unwrap();
    store.lock().unwrap();
    let other = Place::new().store().recovery_key().unwrap();
    let before = place.contents();
    for number in 0..N_TRIES {
        let words = format!("wrong words {number}");
        match number % 3 {
            0 => {
                let found = store::Snapshot::open(&sealed, store::BackupKey::Passphrase(&words));
                assert!(matches!(found, Err(StoreError::WrongBackupKey)));
            }
            1 => {
                let found = Store::recover(&folder, &other, Secret::Passphrase(&words));
                assert!(matches!(found, Err(StoreError::WrongRecoveryKey)));
            }
            _ => {
                let found = Store::open(&folder, Some(&words));
                assert!(matches!(found, Err(StoreError::WrongPassphrase)));
            }
        }
    }
    assert_eq!(place.contents(), before);
    let store = Store::open(&folder, Some(right)).unwrap();
    assert_eq!(store.load().unwrap(), record);
    store::Snapshot::open(&sealed, store::BackupKey::Passphrase(right)).unwrap();
}
