//! Proof that a failing disk costs nothing that was acknowledged: makes the first call to the disk
//! fail, then the second, until none is left, and looks at what the person was told. Refuses to count an
//! answer without words as a refusal.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use super::ctl::{Ctl, Failing};
use super::life;
use super::lives::Days;
use super::narrow;
use super::shim::Shim;
use crate::app_client::{ClientError, Server, command};
use crate::draw::Draw;
use crate::{ChoreError, stamp};

const HEADING: &str = "date,commit,what,failing,for_good,places,failed_calls,acknowledged,refused,\
                       false_acks,ends,without_words,seconds";

/// How calls fail; a signal or half a write for ever would be no disk.
const WAYS: [(Failing, bool); 6] = [
    (Failing::Error, false),
    (Failing::Error, true),
    (Failing::Full, false),
    (Failing::Full, true),
    (Failing::Interrupted, false),
    (Failing::Short, false),
];

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// Calls to the disk that were made to fail, each in its own turn.
    pub places: usize,
    /// Calls that failed, with those after it when it was for good.
    pub failed: u64,
    pub acknowledged: usize,
    pub refused: usize,
    /// Acknowledged and not there, or gone though it was there before.
    pub false_acks: usize,
    /// The program ended or broke off.
    pub ends: usize,
    /// Refusals that do not say so, or say of a whole record that it is damaged.
    pub silent: usize,
    pub said: Option<String>,
}

impl Found {
    pub const fn is_clean(&self) -> bool {
        self.false_acks == 0 && self.ends == 0 && self.silent == 0
    }

    pub fn say(&mut self, what: impl FnOnce() -> String) {
        if self.said.is_none() {
            self.said = Some(what());
        }
    }
}

/// A record under a disk that fails on demand.
struct Stand<'a> {
    binary: &'a Path,
    shim: &'a Shim,
    place: tempfile::TempDir,
    ctl: Ctl,
    days: Days,
    draw: Draw,
    /// Words that were acknowledged and must be there, by key.
    words: BTreeMap<String, String>,
    /// Words that were acknowledged as taken out.
    gone: BTreeSet<String>,
}

impl<'a> Stand<'a> {
    fn new(binary: &'a Path, shim: &'a Shim) -> Result<Self, ChoreError> {
        let place = life::scratch()?;
        life::private_folder(&place.path().join("disk"))?;
        let ctl = Ctl::make(&place.path().join("ctl"))?;
        let mut stand = Self {
            binary,
            shim,
            place,
            ctl,
            days: Days::before_today(),
            draw: Draw::of_seed(11),
            words: BTreeMap::new(),
            gone: BTreeSet::new(),
        };
        stand.log(&mut Found::default())?;
        Ok(stand)
    }

    fn data(&self) -> PathBuf {
        self.place.path().join("disk/data")
    }

    fn steered(&self) -> Command {
        let mut call = command(self.binary, &self.data());
        let disk = self.place.path().join("disk");
        self.shim
            .steer(&mut call, &disk, &self.place.path().join("ctl"));
        call
    }

    /// One call of the command line; whether it said that all went well.
    fn call(&self, words: &[&str], found: &mut Found) -> Result<bool, ChoreError> {
        self.told(words, found).map(|(is_well, _)| is_well)
    }

    /// The same, with what it said.
    fn told(&self, words: &[&str], found: &mut Found) -> Result<(bool, String), ChoreError> {
        let mut call = self.steered();
        call.args(words).arg("--data-dir").arg(self.data());
        let done = call.output().map_err(|error| super::told(error.into()))?;
        let said = String::from_utf8_lossy(&done.stderr);
        match done.status.code() {
            Some(0) => found.acknowledged += 1,
            Some(1..=4) => {
                found.refused += 1;
                if !said.contains("thawline: ") || said.contains("damaged") {
                    found.silent += 1;
                    found.say(|| format!("{words:?} was refused with '{said}'"));
                }
            }
            other => {
                found.ends += 1;
                found.say(|| format!("{words:?} ended with {other:?}: {said}"));
            }
        }
        Ok((done.status.success(), said.into_owned()))
    }

    fn log(&mut self, found: &mut Found) -> Result<(), ChoreError> {
        let (day, words) = (self.days.next(), format!("w{:016x}", self.draw.next()));
        if self.call(&["log", "40", "--note", &words, "--today", &day], found)? {
            self.words.insert(words.clone(), words);
        }
        Ok(())
    }

    /// Writes one entry on a disk that is well, which must work.
    fn go_on(&mut self, found: &mut Found) -> Result<(), ChoreError> {
        let mut after = Found::default();
        self.log(&mut after)?;
        if after.acknowledged == 0 {
            found.ends += 1;
            found.say(|| format!("it did not go on: {after:?}"));
        }
        Ok(())
    }

    /// Sends a form; whether the answer was that it is kept.
    fn send(server: &Server, path: &str, fields: &[(&str, &str)], found: &mut Found) -> bool {
        match server.post(path, fields) {
            Ok(reply) if reply.status == 303 => {
                found.acknowledged += 1;
                true
            }
            Ok(reply) => {
                found.refused += 1;
                // A disk that does not answer is no damaged record.
                let is_told = reply.text.contains("<p") && !reply.text.contains("damaged");
                if !is_told || !(400..600).contains(&reply.status) {
                    found.silent += 1;
                    found.say(|| format!("{path}: status {}: {}", reply.status, reply.text));
                }
                false
            }
            Err(error) => {
                found.ends += 1;
                found.say(|| format!("{path}: {error}"));
                false
            }
        }
    }

    /// What a person does on the pages: write, change, take out, look again.
    fn pages(&mut self, server: &Server, found: &mut Found) {
        let key = format!("{:016x}{:016x}", self.draw.next(), self.draw.next());
        let other = format!("{:016x}{:016x}", self.draw.next(), self.draw.next());
        let day = self.days.next();
        let mut words = format!("w{:016x}", self.draw.next());
        let note = |key: &str, words: &str, found: &mut Found| {
            let fields = [("key", key), ("at", &*day), ("words", words)];
            Self::send(server, "/day/note", &fields, found)
        };
        if note(&key, &words, found) {
            self.words.insert(key.clone(), words.clone());
        }
        words = format!("w{:016x}", self.draw.next());
        if note(&key, &words, found) {
            let before = self.words.insert(key.clone(), words.clone());
            self.gone.extend(before);
        } else {
            // Which of both stands there is not known; one of them does.
            self.words.remove(&key);
        }
        if note(&other, &words, found) {
            self.words.insert(other.clone(), words.clone());
        }
        // Whether it stands there after a refusal is not known.
        self.words.remove(&other);
        Self::send(server, "/undo", &[("key", &other)], found);
        let third = format!("{:032x}", self.draw.next());
        let value = [
            ("key", &*third),
            ("at", &*day),
            ("clock", "12:00"),
            ("value", "40"),
        ];
        Self::send(server, "/day/check-in", &value, found);
        // The page may be refused, in words; that the program answers is what counts.
        if let Err(error) = server.get("/") {
            found.ends += 1;
            found.say(|| format!("/: {error}"));
        }
    }

    /// Compares what stands there with what was acknowledged.
    fn look(&self, found: &mut Found) -> Result<(), ChoreError> {
        let look = self.place.path().join("look");
        let _ = std::fs::remove_dir_all(&look);
        life::copy(&self.data(), &look)?;
        let text = match life::written_out(self.binary, &look, None) {
            Ok(text) => text,
            Err(said) => {
                found.false_acks += 1;
                found.say(|| format!("it does not open any more: {said}"));
                return Ok(());
            }
        };
        if let Err(said) = life::looked_over(self.binary, &look, None) {
            found.false_acks += 1;
            found.say(|| said);
        }
        for words in self.words.values() {
            if !text.contains(words.as_str()) {
                found.false_acks += 1;
                found.say(|| format!("'{words}' was acknowledged and is not there"));
            }
        }
        for words in &self.gone {
            if text.contains(words.as_str()) {
                found.false_acks += 1;
                found.say(|| format!("'{words}' was changed and is there"));
            }
        }
        Ok(())
    }

    /// Looks at what stands after a call failed, and does on the disk that is well again what was left
    /// undone. Says whether there was no call left to fail.
    fn is_through(&mut self, n_failed: u64, found: &mut Found) -> Result<bool, ChoreError> {
        if n_failed == 0 {
            return Ok(true);
        }
        found.places += 1;
        found.failed += n_failed;
        self.look(found)?;
        self.go_on(found)?;
        Ok(false)
    }
}

/// Fails each call of what a person does on the pages, one after the other, at most `most` of them.
pub(crate) fn pages(
    binary: &Path,
    shim: &Shim,
    (how, is_for_good): (Failing, bool),
    most: u64,
) -> Result<Found, ChoreError> {
    let mut stand = Stand::new(binary, shim)?;
    let mut found = Found::default();
    let server = Server::start_as(stand.steered(), &stand.data()).map_err(super::told)?;
    // What the program does once only is tried with `serve`.
    stand.pages(&server, &mut Found::default());
    for k in 1..=most {
        stand.ctl.arm(k, how, is_for_good)?;
        stand.pages(&server, &mut found);
        let n_failed = stand.ctl.disarm()?;
        if n_failed == 0 {
            break;
        }
        found.places += 1;
        found.failed += n_failed;
        // With the disk well again the same server goes on.
        let mut after = Found::default();
        stand.pages(&server, &mut after);
        if after.refused + after.ends > 0 {
            found.ends += 1;
            found.say(|| format!("after call {k} it did not go on: {after:?}"));
        }
        stand.look(&mut found)?;
    }
    server.stop();
    stand.look(&mut found)?;
    Ok(found)
}

/// Fails each call from the start of the server to its end, with one entry between.
pub(crate) fn serve(
    binary: &Path,
    shim: &Shim,
    (how, is_for_good): (Failing, bool),
    most: u64,
) -> Result<Found, ChoreError> {
    let mut stand = Stand::new(binary, shim)?;
    let mut found = Found::default();
    for k in 1..=most {
        let mut call = stand.steered();
        call.stderr(Stdio::null());
        stand.ctl.arm(k, how, is_for_good)?;
        match Server::start_as(call, &stand.data()) {
            Ok(server) => {
                let key = format!("{k:032x}");
                let (day, words) = (stand.days.next(), format!("w{:016x}", stand.draw.next()));
                let fields = [("key", &*key), ("at", &*day), ("words", &*words)];
                if Stand::send(&server, "/day/note", &fields, &mut found) {
                    stand.words.insert(words.clone(), words);
                }
                server.stop();
            }
            // It said why on its way out, and nobody was told that anything is kept.
            Err(ClientError::NoLink(_)) => found.refused += 1,
            Err(error) => {
                found.ends += 1;
                found.say(|| error.to_string());
            }
        }
        let n_failed = stand.ctl.disarm()?;
        if stand.is_through(n_failed, &mut found)? {
            break;
        }
    }
    Ok(found)
}

/// Fails each call of one command, one after the other.
pub(crate) fn line(
    binary: &Path,
    shim: &Shim,
    (how, is_for_good): (Failing, bool),
    most: u64,
) -> Result<Found, ChoreError> {
    let mut stand = Stand::new(binary, shim)?;
    let mut found = Found::default();
    for k in 1..=most {
        stand.ctl.arm(k, how, is_for_good)?;
        stand.log(&mut found)?;
        let n_failed = stand.ctl.disarm()?;
        if stand.is_through(n_failed, &mut found)? {
            break;
        }
    }
    Ok(found)
}

/// Fails each call of making a back-up: it stands there whole, or not at all.
pub(crate) fn backup(
    binary: &Path,
    shim: &Shim,
    (how, is_for_good): (Failing, bool),
    most: u64,
) -> Result<Found, ChoreError> {
    let mut stand = Stand::new(binary, shim)?;
    let mut found = Found::default();
    let mut noted = stand.place.path().join("disk/copy");
    let is_begun = stand.call(&["backup", "--out", &noted.to_string_lossy()], &mut found)?;
    if !is_begun {
        return Err(ChoreError::Broken(format!("no back-up: {found:?}")));
    }
    for k in 1..=most {
        let out = stand.place.path().join(format!("disk/copy-{k}"));
        stand.ctl.arm(k, how, is_for_good)?;
        let name = out.to_string_lossy();
        let (is_made, said) = stand.told(&["backup", "--out", &name], &mut found)?;
        let n_failed = stand.ctl.disarm()?;
        // Where only the note of it could not be kept, the answer says that it is there. A disk that went
        // for good before the name could be taken back leaves one there, and the answer says that too.
        let is_told = ["is there and whole", "stands there that may not last"];
        let is_told = is_made || is_told.iter().any(|words| said.contains(words));
        let is_there = out.exists();
        if is_told != is_there {
            found.false_acks += 1;
            found.say(|| format!("back-up {k} stands there or not, and '{said}' was said"));
        }
        if is_there {
            // The sheet that opens it is not at hand: the program reads back, with its own key, what it noted
            // last. One that it could not note takes the place of the one before.
            if is_made {
                std::fs::remove_file(&noted).map_err(|source| super::file(&noted, source))?;
                noted = out;
            } else {
                std::fs::rename(&out, &noted).map_err(|source| super::file(&out, source))?;
            }
            let mut proof = Found::default();
            let (is_back, said) = stand.told(&["doctor", "--prove-restore"], &mut proof)?;
            if !is_back {
                found.false_acks += 1;
                found.say(|| format!("back-up {k} does not come back: '{said}' was said"));
            }
        }
        if stand.is_through(n_failed, &mut found)? {
            break;
        }
    }
    Ok(found)
}

type Trial = fn(&Path, &Shim, (Failing, bool), u64) -> Result<Found, ChoreError>;
pub(crate) const TRIALS: [(&str, Trial); 4] = [
    ("pages", pages),
    ("serve", serve),
    ("log", line),
    ("backup", backup),
];

/// The rows and what is wrong in them.
struct Table {
    stamp: String,
    rows: String,
    complaints: Vec<String>,
}

impl Table {
    fn add(&mut self, what: &str, (how, is_for_good): (&str, bool), found: &Found, start: Instant) {
        let row = format!(
            "{},{what},{how},{is_for_good},{},{},{},{},{},{},{},{:.1}\n",
            self.stamp,
            found.places,
            found.failed,
            found.acknowledged,
            found.refused,
            found.false_acks,
            found.ends,
            found.silent,
            start.elapsed().as_secs_f64()
        );
        print!("{row}");
        self.rows += &row;
        if !found.is_clean() {
            println!("  {:?}", found.said);
            self.complaints
                .push(format!("faults: {what} with {how}: {found:?}"));
        }
    }
}

/// Everything, with its rows in `docs/results/faults.csv`.
///
/// # Errors
/// [`ChoreError::Broken`] when an acknowledged entry was not there or a refusal had no words.
pub(crate) fn run(root: &Path, binary: &Path, most: usize) -> Result<(), ChoreError> {
    let most = u64::try_from(most).unwrap_or(u64::MAX);
    let scratch = life::scratch()?;
    let shim = Shim::build(scratch.path())?;
    let mut table = Table {
        stamp: stamp::date_and_commit(root),
        rows: String::new(),
        complaints: Vec::new(),
    };
    for (what, trial) in TRIALS {
        for (how, is_for_good) in WAYS {
            let start = Instant::now();
            let found = trial(binary, &shim, (how, is_for_good), most)?;
            table.add(what, (how.word(), is_for_good), &found, start);
        }
    }
    let start = Instant::now();
    table.add("log", ("quota", true), &narrow::quota(binary)?, start);
    for (how, found) in [
        ("small disk", narrow::full(binary)?),
        ("read-only disk", narrow::read_only(binary)?),
    ] {
        match found {
            Some(found) => table.add("log", (how, true), &found, start),
            None => println!("{how}: left out, only root can mount one"),
        }
    }
    stamp::add_rows(&root.join("docs/results/faults.csv"), HEADING, &table.rows)?;
    super::verdict(&table.complaints)
}
