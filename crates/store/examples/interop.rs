//! Makes and reads a small record for `tests/interop/check.py`. Refuses anything but notes.
#![allow(clippy::unwrap_used)] // A check that fails stops here.

use record::{Fact, FactBody, FactKey, Moment, Note, Profile, Source, Zone};
use store::{Folder, Secret, Store};

fn note(number: u8, text: &str) -> Fact {
    let moment = Moment::from_unix_seconds(i64::from(number), &Zone::utc()).unwrap();
    Fact {
        key: FactKey::from_bytes([number; 16]),
        moment: moment.clone(),
        recorded_at: moment,
        source: Source::ByHand,
        body: FactBody::Note(Note::new(text).unwrap()),
    }
}

fn main() {
    let words: Vec<String> = std::env::args().collect();
    let [_, step, folder, passphrase] = words.as_slice() else {
        eprintln!("interop make|read <folder> <passphrase>");
        std::process::exit(2);
    };
    let folder = Folder::at(folder);
    if step == "make" {
        let secret = Secret::Passphrase(passphrase);
        let profile = Profile::new(Zone::utc());
        let (mut store, _) = Store::create(&folder, secret, &profile).unwrap();
        let notes = [note(1, "first"), note(2, "второй 🧊"), note(3, "third")];
        store.append(&notes, &[], None).unwrap();
        store.lock().unwrap();
        return;
    }
    let store = Store::open(&folder, Some(passphrase)).unwrap();
    assert!(store.check().unwrap().is_whole());
    for fact in store.load().unwrap().facts() {
        if let FactBody::Note(note) = &fact.body {
            println!("{}", note.text());
        }
    }
}
