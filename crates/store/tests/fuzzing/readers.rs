//! The readers: back-ups and recovery keys.

use std::io::Read as _;
use std::rc::Rc;

use record::{Fact, FactBody, FactKey, Moment, Note, Profile, Source, Zone};
use store::{BackupKey, Folder, RecoveryKey, Secret, Snapshot, Store};

use super::corpus::Seed;
use super::light;
use super::run::Target;

const PASSPHRASE: &str = "four short words here";

/// A back-up of a small record that a passphrase and a sheet open.
struct Made {
    sealed: Vec<u8>,
    recovery: RecoveryKey,
    digest: [u8; 32],
}

fn made() -> Made {
    let name = format!(
        "notes-fuzz-{}-{:?}",
        std::process::id(),
        std::thread::current().id()
    );
    let place = std::env::temp_dir().join(name);
    let folder = Folder::at(&place);
    let moment = Moment::from_unix_seconds(1_000, &Zone::utc()).expect("a moment");
    let note = Fact {
        key: FactKey::from_bytes([9; 16]),
        moment: moment.clone(),
        recorded_at: moment,
        source: Source::ByHand,
        body: FactBody::Note(Note::new("warm light").expect("words")),
    };
    let profile = Profile::new(Zone::utc());
    let (mut store, _) = Store::create(&folder, Secret::KeyFile, &profile).expect("a place");
    // As the program makes it, ten files a minute would be tried.
    light::lock(&folder, PASSPHRASE);
    store.append(&[note], &[], None).expect("a disk");
    let recovery = store.recovery_key().expect("a key");
    let mut snapshot = store.snapshot().expect("memory");
    let digest = snapshot.digest().expect("memory");
    let papers: [(&str, &[u8]); 1] = [("record.json", b"{}")];
    let sealed = store.seal(&mut snapshot, &papers).expect("memory");
    drop(store);
    std::fs::remove_dir_all(&place).expect("a disk");
    Made {
        sealed,
        recovery,
        digest,
    }
}

/// Every target of this room.
pub fn targets() -> Vec<Target> {
    let made = Rc::new(made());
    let text = made.recovery.text();
    let identity: age::x25519::Identity = text.parse().expect("a key of the age format");
    let mut inside = Vec::new();
    let opened = age::Decryptor::new(made.sealed.as_slice()).expect("an age file");
    let mut reader = opened
        .decrypt(std::iter::once(&identity as &dyn age::Identity))
        .expect("its own key");
    reader.read_to_end(&mut inside).expect("memory");
    let public = identity.to_public();
    // The image is the last member; a head of one block lies before it.
    let image = find(&inside, b"SQLite format 3\0");
    let parts = [("image", image..inside.len()), ("members", 0..image)];
    let of_part = |(name, span): (&str, std::ops::Range<usize>)| {
        let seeds = vec![Seed::Inside(inside.clone(), span, public.clone())];
        backup(
            &format!("back-up, {name} changed inside"),
            seeds,
            &made,
            true,
        )
    };
    let mut targets: Vec<Target> = parts.into_iter().map(of_part).collect();
    let lying = || vec![Seed::Bytes(made.sealed.clone())];
    targets.push(backup("back-up, sheet", lying(), &made, true));
    targets.push(backup("back-up, passphrase", lying(), &made, false));
    targets.push(Target {
        name: "recovery key as typed".to_owned(),
        seeds: vec![Seed::Bytes(text.as_bytes().to_vec())],
        read: Box::new(
            |bytes| match RecoveryKey::parse(&String::from_utf8_lossy(bytes)) {
                Ok(key) => format!("{} groups", key.groups().len()),
                Err(error) => format!("{error:?}").chars().take(8).collect(),
            },
        ),
    });
    targets
}

fn find(bytes: &[u8], wanted: &[u8]) -> usize {
    let mut windows = bytes.windows(wanted.len());
    windows
        .position(|window| window == wanted)
        .expect("an image")
}

/// Opens it; what opens is what was sealed, and can be read whole.
fn backup(name: &str, seeds: Vec<Seed>, made: &Rc<Made>, by_sheet: bool) -> Target {
    let made = Rc::clone(made);
    let read = move |bytes: &[u8]| {
        let key = if by_sheet {
            BackupKey::Recovery(&made.recovery)
        } else {
            BackupKey::Passphrase(PASSPHRASE)
        };
        match Snapshot::open(bytes, key) {
            Ok(snapshot) => {
                let digest = snapshot.digest().expect("what was verified is whole");
                assert_eq!(digest, made.digest, "a changed record opened");
                assert!(snapshot.record().is_ok() && snapshot.plan().is_ok());
                "opened".to_owned()
            }
            Err(error) => error.to_string().chars().take(40).collect(),
        }
    };
    Target {
        name: name.to_owned(),
        seeds,
        read: Box::new(read),
    }
}
