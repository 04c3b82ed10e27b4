//! Proof that a bit that turns over by itself is noticed: turns one, opens the record, and compares all
//! that it says with what was kept. Refuses to call a record right that only looks right.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use super::life;
use super::lives::{self, Days};
use crate::app_client::{Server, command};
use crate::draw::Draw;
use crate::{ChoreError, stamp};

const HEADING: &str = "date,commit,file,bytes,flips,noticed,harmless,earlier,earlier_and_said,\
                       wrong,written_to,seconds";
const N_LOOKERS: u64 = 2;

/// What came of turning bits over in one file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Flips {
    pub n: usize,
    /// Refused, in words.
    pub noticed: usize,
    /// Everything is there all the same.
    pub harmless: usize,
    /// The record as it was some entries before: the end of the log was taken for cut off.
    pub earlier: usize,
    /// The same, and the program says that the newest entries could not be read.
    pub said_so: usize,
    /// Something that never was, and no word about it.
    pub wrong: usize,
    /// A damaged file was written to.
    pub written_to: usize,
    pub said: Option<String>,
}

/// A record at rest, and one whose program was cut off in the middle.
pub(crate) struct Kept {
    files: Vec<(String, Vec<u8>)>,
    /// What it writes out, and what it wrote out after each entry before.
    last: u64,
    before: BTreeSet<u64>,
}

impl Kept {
    /// Writes `n` entries; ends the server as a power switch does when the log is to stay.
    pub fn make(binary: &Path, n: usize, leaves_log: bool) -> Result<Self, ChoreError> {
        let place = life::scratch()?;
        let (data, look) = (place.path().join("data"), place.path().join("look"));
        let server = Server::start(binary, &data).map_err(super::told)?;
        lives::begin_record(&server)?;
        let (mut days, mut draw) = (Days::before_today(), Draw::of_seed(5));
        let mut states = Vec::new();
        let mut look_at = |is_shown: bool| -> Result<(), ChoreError> {
            if is_shown {
                let _ = std::fs::remove_dir_all(&look);
                life::copy(&data, &look)?;
                let text = life::written_out(binary, &look, None).map_err(ChoreError::Broken)?;
                states.push(life::in_short(text.as_bytes()));
            }
            Ok(())
        };
        look_at(leaves_log)?;
        for number in 0..n {
            let (key, day) = (format!("{number:032x}"), days.next());
            let words = format!("w{:016x}", draw.next());
            let fields = [("key", &*key), ("at", &*day), ("words", &*words)];
            lives::send(&server, "/day/note", &fields)?;
            look_at(leaves_log || number + 1 == n)?;
        }
        if leaves_log {
            let log = std::fs::metadata(data.join("notes.db-wal"));
            if log.map_or(0, |found| found.len()) == 0 {
                // A pause emptied the log: what is tried is one that was not emptied.
                return Self::make(binary, n, leaves_log);
            }
            drop(server);
        } else {
            server.stop();
        }
        let mut files = Vec::new();
        for (path, bytes) in life::read_image(&data)?.files {
            let name = Path::new(&path).file_name().unwrap_or_default();
            let name = name.to_string_lossy().into_owned();
            if name.starts_with("notes.") && !name.ends_with("-shm") && name != "notes.lock" {
                files.push((name, bytes));
            }
        }
        let last = states.pop().unwrap_or_default();
        Ok(Self {
            files,
            last,
            before: states.into_iter().collect(),
        })
    }

    /// Turns `n` bits over in the file `name`, one at a time, each in the record as it was.
    pub fn flip(&self, binary: &Path, name: &str, n: usize) -> Result<Flips, ChoreError> {
        let found = Mutex::new(Flips::default());
        let scratch = life::scratch()?;
        std::thread::scope(|scope| {
            for looker in 0..N_LOOKERS {
                let (found, place) = (&found, scratch.path().join(looker.to_string()));
                scope.spawn(move || {
                    let mut draw = Draw::of_seed(0xb17 + looker);
                    for number in 0..n {
                        if number as u64 % N_LOOKERS == looker {
                            let one = self.flip_one(binary, &place, name, &mut draw);
                            let mut all = found.lock().unwrap_or_else(PoisonError::into_inner);
                            all.add(one);
                        }
                    }
                });
            }
        });
        Ok(found.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    fn flip_one(&self, binary: &Path, place: &Path, name: &str, draw: &mut Draw) -> Flips {
        let mut one = Flips {
            n: 1,
            ..Flips::default()
        };
        let path = match self.lay_out(place, name, draw) {
            Ok(path) => path,
            Err(error) => {
                one.said = Some(error.to_string());
                return one;
            }
        };
        let before = std::fs::read(&path).ok();
        match life::written_out(binary, place, None) {
            Err(said) if said.contains("damaged") || said.contains("not readable") => {
                one.noticed = 1;
                one.written_to = usize::from(std::fs::read(&path).ok() != before);
            }
            Err(said) => {
                one.wrong = 1;
                one.said = Some(format!("refused with other words: {said}"));
            }
            Ok(text) => match life::in_short(text.as_bytes()) {
                same if same == self.last => one.harmless = 1,
                old if self.before.contains(&old) => {
                    one.earlier = 1;
                    let said = life::looked_over(binary, place, None);
                    one.said_so = usize::from(said.is_err_and(|said| said.contains("entries")));
                }
                _ => one.wrong = 1,
            },
        }
        one
    }

    fn lay_out(&self, place: &Path, name: &str, draw: &mut Draw) -> Result<PathBuf, ChoreError> {
        let _ = std::fs::remove_dir_all(place);
        life::private_folder(place)?;
        for (other, bytes) in &self.files {
            let mut bytes = bytes.clone();
            if other == name {
                let idx = draw.place(bytes.len());
                if let Some(byte) = bytes.get_mut(idx) {
                    *byte ^= 1 << draw.below(8);
                }
            }
            let path = place.join(other);
            std::fs::write(&path, bytes).map_err(|source| super::file(&path, source))?;
        }
        Ok(place.join(name))
    }

    fn len(&self, name: &str) -> usize {
        let file = self.files.iter().find(|(other, _)| other == name);
        file.map_or(0, |(_, bytes)| bytes.len())
    }
}

impl Flips {
    pub const fn is_clean(&self) -> bool {
        self.wrong == 0
            && self.written_to == 0
            && self.said_so == self.earlier
            && self.noticed + self.harmless + self.earlier == self.n
    }

    fn add(&mut self, other: Self) {
        self.n += other.n;
        self.noticed += other.noticed;
        self.harmless += other.harmless;
        self.earlier += other.earlier;
        self.said_so += other.said_so;
        self.wrong += other.wrong;
        self.written_to += other.written_to;
        if self.said.is_none() {
            self.said = other.said;
        }
    }
}

/// Damages the record and brings a back-up back in its place, `n` times; how often all of it came.
pub(crate) fn recover(binary: &Path, n: usize) -> Result<usize, ChoreError> {
    let place = life::scratch()?;
    let data = place.path().join("data");
    let words = place.path().join("passphrase");
    crate::chore::write(&words, "grey herons walk slowly\n")?;
    let (file, out) = (words.to_string_lossy(), place.path().join("copy"));
    let call = |words: &[&str]| -> Result<String, ChoreError> {
        let mut call = command(binary, &data);
        call.args(words)
            .args(["--passphrase-file", &file, "--data-dir"])
            .arg(&data);
        let done = call.output().map_err(|error| super::told(error.into()))?;
        match done.status.success() {
            true => Ok(String::from_utf8_lossy(&done.stdout).into_owned()),
            false => Err(ChoreError::Broken(
                String::from_utf8_lossy(&done.stderr).into_owned(),
            )),
        }
    };
    let mut days = Days::before_today();
    for number in 0..10 {
        call(&[
            "log",
            "40",
            "--note",
            &format!("word {number}"),
            "--today",
            &days.next(),
        ])?;
    }
    call(&["backup", "--out", &out.to_string_lossy()])?;
    let whole = life::written_out(binary, &data, Some(&words)).map_err(ChoreError::Broken)?;
    let record = data.join("notes.db");
    let mut draw = Draw::of_seed(9);
    let mut n_back = 0;
    for _ in 0..n {
        let mut bytes = std::fs::read(&record).map_err(|source| super::file(&record, source))?;
        let idx = draw.place(bytes.len());
        if let Some(byte) = bytes.get_mut(idx) {
            *byte ^= 1 << draw.below(8);
        }
        std::fs::write(&record, bytes).map_err(|source| super::file(&record, source))?;
        call(&["restore", &out.to_string_lossy(), "--replace"])?;
        let back = life::written_out(binary, &data, Some(&words));
        n_back += usize::from(back.as_ref() == Ok(&whole));
    }
    Ok(n_back)
}

/// Turns `n` bits over, with the rows in `docs/results/flips.csv`.
///
/// # Errors
/// [`ChoreError::Broken`] when one gave a wrong record without a word.
pub(crate) fn run(root: &Path, binary: &Path, n: usize) -> Result<(), ChoreError> {
    let stamp = stamp::date_and_commit(root);
    let (mut rows, mut complaints) = (String::new(), Vec::new());
    for (name, leaves_log, share) in [
        ("notes.db", false, 7),
        ("notes.db-wal", true, 2),
        ("notes.key", false, 1),
    ] {
        let start = Instant::now();
        let kept = Kept::make(binary, 60, leaves_log)?;
        let flips = kept.flip(binary, name, (n * share / 10).max(1))?;
        let row = format!(
            "{stamp},{name},{},{},{},{},{},{},{},{},{:.1}\n",
            kept.len(name),
            flips.n,
            flips.noticed,
            flips.harmless,
            flips.earlier,
            flips.said_so,
            flips.wrong,
            flips.written_to,
            start.elapsed().as_secs_f64()
        );
        print!("{row}");
        rows.push_str(&row);
        if !flips.is_clean() {
            complaints.push(format!("flips: {name}: {flips:?}"));
        }
    }
    let n_trials = (n / 500).clamp(2, 20);
    let start = Instant::now();
    let n_back = recover(binary, n_trials)?;
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{n_back} of {n_trials} damaged records came back whole from the back-up, {seconds:.1} s"
    );
    if n_back < n_trials {
        complaints.push(format!(
            "flips: {n_back} of {n_trials} came back from the back-up"
        ));
    }
    stamp::add_rows(&root.join("docs/results/flips.csv"), HEADING, &rows)?;
    super::verdict(&complaints)
}
