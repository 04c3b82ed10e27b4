//! This test program as another process, which a test can stop in the middle of its work.
//!
//! A child is this program, asked to run one test that does what an environment variable says.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use record::{Fact, FactBody, FactKey, Label, LocalDay, Note, Source, Suspect};
use store::{Secret, Store};

use crate::place::{Place, at, profile};

const TASK: &str = "THAW_CHILD_TASK";
const FOLDER: &str = "THAW_CHILD_FOLDER";
const FIRST: &str = "THAW_CHILD_FIRST";

/// Text that must never be readable on disk.
pub const CANARY: &str = "canary-Zq7!kestrel";

#[test]
fn a_child_does_as_it_is_told() {
    let Ok(task) = std::env::var(TASK) else {
        return;
    };
    let folder = store::Folder::at(std::env::var(FOLDER).unwrap());
    let first = std::env::var(FIRST)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(0);
    match task.as_str() {
        "create and abort" => {
            let mut store = Store::create(&folder, Secret::KeyFile, &profile())
                .unwrap()
                .0;
            store.append(&[note(0)], &[], None).unwrap();
            std::process::abort();
        }
        "append" => append(Store::open(&folder, None).unwrap(), first, u64::MAX),
        "append 100" => append(Store::open(&folder, None).unwrap(), first, 100),
        "suspect" => suspect(Store::open(&folder, None).unwrap(), first),
        "open" => match Store::open(&folder, None) {
            Ok(store) => append(store, first, 1),
            Err(error) => println!("refused {error:?}"),
        },
        "keyring" => keyring(&folder),
        "open together" => open_together(&folder),
        "say" => match Store::open(&folder, None) {
            Ok(_) => println!("\nopened"),
            Err(error) => println!("\nsays {error}"),
        },
        other => panic!("{other}"),
    }
    std::process::exit(0);
}

fn append(mut store: Store, first: u64, n_facts: u64) {
    for number in first..first.saturating_add(n_facts) {
        match store.append(&[note(number)], &[], None) {
            Ok(_) => println!("\nack {number}"),
            Err(error) => {
                println!("\nrefused {error:?}");
                return;
            }
        }
        std::io::stdout().flush().unwrap();
    }
}

/// Suspects something else each time, in the place of what was suspected before.
fn suspect(mut store: Store, first: u64) {
    for number in first.. {
        let mut profile = profile();
        for name in ["always".to_owned(), format!("thing {number}")] {
            let day = LocalDay::from_number(i32::try_from(number).unwrap()).unwrap();
            let suspect = Suspect::new(Label::new(&name).unwrap(), day);
            profile.name_suspect(suspect).unwrap();
        }
        store.save_profile(&profile).unwrap();
        println!("\nack {number}");
        std::io::stdout().flush().unwrap();
    }
}

fn keyring(folder: &store::Folder) {
    let (store, place) = Store::create(folder, Secret::NoPassphrase, &profile()).unwrap();
    println!("\nplace {place:?}");
    store.lock().unwrap();
    let mut store = Store::open(folder, None).unwrap();
    store.change_secret(Secret::Passphrase("words")).unwrap();
    store.lock().unwrap();
    let mut store = Store::open(folder, Some("words")).unwrap();
    println!(
        "\nplace {:?}",
        store.change_secret(Secret::NoPassphrase).unwrap()
    );
    store.lock().unwrap();
    Store::open(folder, None).unwrap();
    println!("\nopened");
}

/// Opens eight records at the same instant, as the first calls of this process.
fn open_together(folder: &store::Folder) {
    let at_once = std::sync::Barrier::new(8);
    std::thread::scope(|scope| {
        for number in 0..8 {
            let (at_once, own) = (&at_once, folder.path().join(number.to_string()));
            scope.spawn(move || {
                at_once.wait();
                match Store::open(&store::Folder::at(own), None) {
                    Ok(_) => println!("\nopened"),
                    Err(error) => println!("\nrefused {error:?}"),
                }
            });
        }
    });
}

/// A note whose key is its number.
pub fn note(number: u64) -> Fact {
    let mut key = [0; 16];
    key[..8].copy_from_slice(&number.to_le_bytes());
    Fact {
        key: FactKey::from_bytes(key),
        moment: at(i64::try_from(number).unwrap()),
        recorded_at: at(0),
        source: Source::ByHand,
        body: FactBody::Note(Note::new(&format!("{CANARY} {number}")).unwrap()),
    }
}

/// Starts a child; `before` are words that start it, such as a shell with a limit.
pub fn start(before: &[&str], task: &str, folder: &Path, first: u64) -> Child {
    let program = std::env::current_exe().unwrap();
    let mut words: Vec<&str> = before.to_vec();
    words.push(program.to_str().unwrap());
    start_program(&words, task, folder, first)
}

/// Starts a child whose program is the last of `words`.
pub fn start_program(words: &[&str], task: &str, folder: &Path, first: u64) -> Child {
    Command::new(words[0])
        .args(&words[1..])
        .args([
            "child::a_child_does_as_it_is_told",
            "--exact",
            "--nocapture",
        ])
        .env(TASK, task)
        .env(FOLDER, folder)
        .env(FIRST, first.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// What the child has said and says until it ends.
pub fn lines(child: &mut Child) -> Vec<String> {
    let said = BufReader::new(child.stdout.take().unwrap());
    let lines = said.lines().map_while(Result::ok).collect();
    child.wait().unwrap();
    lines
}

/// The numbers that the child was told are on disk.
pub fn acks(lines: &[String]) -> Vec<u64> {
    lines
        .iter()
        .filter_map(|line| line.strip_prefix("ack ")?.parse().ok())
        .collect()
}

/// Whether this user may do everything, so that a permission proves nothing.
pub fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let place = Place::new();
    std::fs::metadata(place.path()).unwrap().uid() == 0
}
