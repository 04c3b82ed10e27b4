//! How an open record is kept.

#![allow(clippy::unwrap_used)] // A failed test stops here.

use record::{Profile, Zone};

use crate::{Folder, Secret, Store};

/// A connection that was opened has every setting that the room promises.
#[test]
fn an_open_record_is_kept_as_promised() {
    let path = std::env::temp_dir().join(format!("thaw-kept-{}", std::process::id()));
    let profile = Profile::new(Zone::utc());
    let (store, _) = Store::create(&Folder::at(&path), Secret::KeyFile, &profile).unwrap();
    let value = |name: &str| -> String {
        store
            .connection()
            .query_row(&format!("PRAGMA {name}"), [], |row| {
                let value: rusqlite::types::Value = row.get(0)?;
                Ok(match value {
                    rusqlite::types::Value::Integer(number) => number.to_string(),
                    rusqlite::types::Value::Text(text) => text,
                    other => format!("{other:?}"),
                })
            })
            .unwrap()
    };
    let promised = [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("secure_delete", "1"),
        ("foreign_keys", "1"),
        ("trusted_schema", "0"),
        ("cell_size_check", "1"),
        ("temp_store", "2"),
        ("journal_size_limit", "4194304"),
        ("cipher_provider", "rustcrypto"),
        ("cipher_use_hmac", "1"),
        ("cipher_hmac_algorithm", "HMAC_SHA512"),
        ("cipher_page_size", "4096"),
        ("cipher_plaintext_header_size", "0"),
    ];
    for (name, expected) in promised {
        assert_eq!(value(name), expected, "{name}");
    }
    drop(store);
    std::fs::remove_dir_all(path).unwrap();
}

/// A writer waits for another one, and does not wait for ever.
#[test]
fn a_writer_waits_for_another() {
    assert!(super::wait_for_another(0));
    assert!(!super::wait_for_another(super::N_ASKED));
    let asked = super::ASK_AGAIN_AFTER * u32::try_from(super::N_ASKED).unwrap();
    assert_eq!(asked, std::time::Duration::from_secs(5));

    let path = std::env::temp_dir().join(format!("thaw-waits-{}", std::process::id()));
    let folder = Folder::at(&path);
    let (first, _) = Store::create(&folder, Secret::KeyFile, &Profile::new(Zone::utc())).unwrap();
    let mut second = Store::open(&folder, None).unwrap();
    first.connection().execute_batch("BEGIN IMMEDIATE").unwrap();
    std::thread::scope(|scope| {
        let writing = scope.spawn(|| second.set_setting("language", Some("de")));
        std::thread::sleep(std::time::Duration::from_millis(100));
        assert!(!writing.is_finished());
        first.connection().execute_batch("COMMIT").unwrap();
        writing.join().unwrap().unwrap();
    });
    assert_eq!(first.setting("language").unwrap().as_deref(), Some("de"));
    drop((first, second));
    std::fs::remove_dir_all(path).unwrap();
}
