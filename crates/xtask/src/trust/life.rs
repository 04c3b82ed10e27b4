//! A piece of a person's life with the program, recorded at the disk: what they did, what they were told
//! is kept, and what the record held at that moment. Judges what a cut leaves of it. Refuses to take the
//! program's word that a cut record is whole: it must hold what was acknowledged, byte for byte.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::disk::{Disk, Image, Rule};
use super::shim::Shim;
use super::trace::{self, Entry};
use crate::ChoreError;
use crate::app_client::{Server, command};
use crate::draw::Draw;

/// What was so when the person was told that something is done.
#[derive(Debug, Clone, Default)]
struct State {
    /// What the record writes out; nothing while there is no record.
    record: Option<u64>,
    /// Back-ups that stand there, each with its bytes in short.
    backups: BTreeMap<String, u64>,
    /// The file that holds the passphrase of this time.
    passphrase: Option<PathBuf>,
}

/// What a cut left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Everything that was acknowledged.
    Kept,
    /// It opens, and lacks so many acknowledged steps; 0 when it is none of the states known.
    Lost(usize, String),
    /// It does not open, or does not verify.
    Broken(String),
}

/// A recorded life.
pub(crate) struct Life {
    pub name: &'static str,
    binary: PathBuf,
    shim: Shim,
    place: tempfile::TempDir,
    /// What stood on the disk before.
    start: Image,
    states: Vec<State>,
    /// Words that must stand in the record now, by key.
    words: BTreeMap<String, String>,
    /// The passphrase from now on.
    pub passphrase: Option<PathBuf>,
}

/// A folder in memory where there is one: the disk that is tried is a drawn one.
pub(crate) fn scratch() -> Result<tempfile::TempDir, ChoreError> {
    let memory = Path::new("/dev/shm");
    let made = match memory.is_dir() {
        true => tempfile::Builder::new().prefix("trust-").tempdir_in(memory),
        false => tempfile::tempdir(),
    };
    made.map_err(|source| super::file(memory, source))
}

impl Life {
    /// Begins one on an empty disk, or on one that holds the files of `start`.
    pub fn begin(
        name: &'static str,
        binary: &Path,
        shim: &Shim,
        start: Option<&Path>,
    ) -> Result<Self, ChoreError> {
        let place = scratch()?;
        let mut life = Self {
            name,
            binary: binary.to_owned(),
            shim: shim.clone(),
            place,
            start: Image::default(),
            states: vec![State::default()],
            words: BTreeMap::new(),
            passphrase: None,
        };
        let disk = life.disk();
        for folder in [&disk, &life.backups()] {
            private_folder(folder)?;
        }
        if let Some(from) = start {
            copy(from, &life.data())?;
            life.states = vec![life.state()?];
        }
        life.start = read_image(&disk)?;
        Ok(life)
    }

    fn disk(&self) -> PathBuf {
        self.place.path().join("disk")
    }

    pub fn data(&self) -> PathBuf {
        self.disk().join("data")
    }

    pub fn backups(&self) -> PathBuf {
        self.disk().join("copies")
    }

    /// A place for files that the disk under test does not hold.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    fn trace(&self) -> PathBuf {
        self.beside("trace")
    }

    /// The program under the shim.
    fn watched(&self) -> Command {
        let mut call = command(&self.binary, &self.data());
        self.shim.record(&mut call, &self.disk(), &self.trace());
        call
    }

    /// The server under the shim.
    pub fn serve(&self) -> Result<Server, ChoreError> {
        Server::start_as(self.watched(), &self.data()).map_err(super::told)
    }

    /// A call of the command line under the shim that must end well.
    pub fn call(&self, words: &[&str]) -> Result<String, ChoreError> {
        let mut call = self.watched();
        call.args(words).arg("--data-dir").arg(self.data());
        if let Some(file) = &self.passphrase {
            call.arg("--passphrase-file").arg(file);
        }
        let done = call.output().map_err(|error| super::told(error.into()))?;
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        if done.status.success() {
            return Ok(String::from_utf8_lossy(&done.stdout).into_owned());
        }
        let what = format!("{}: {words:?}: {said}", self.name);
        Err(ChoreError::Broken(what))
    }

    pub fn remember(&mut self, key: &str, words: &str) {
        self.words.insert(key.to_owned(), words.to_owned());
    }

    pub fn forget(&mut self, key: &str) -> Option<String> {
        self.words.remove(key)
    }

    /// The person was told: marks it, and keeps what the record holds now.
    pub fn told(&mut self) -> Result<(), ChoreError> {
        trace::mark(&self.trace())?;
        let state = self.state()?;
        self.states.push(state);
        Ok(())
    }

    /// How often the person was told.
    pub fn n_told(&self) -> usize {
        self.states.len() - 1
    }

    fn state(&self) -> Result<State, ChoreError> {
        let look = self.beside("look");
        // Left by the look before.
        let _ = std::fs::remove_dir_all(&look);
        copy(&self.data(), &look)?;
        let text = written_out(&self.binary, &look, self.passphrase.as_deref());
        let text = text.map_err(|said| ChoreError::Broken(format!("{}: {said}", self.name)))?;
        for words in self.words.values() {
            if !text.contains(words.as_str()) {
                let what = format!("{}: '{words}' was acknowledged and is not there", self.name);
                return Err(ChoreError::Broken(what));
            }
        }
        let mut state = State {
            record: Some(in_short(text.as_bytes())),
            passphrase: self.passphrase.clone(),
            ..State::default()
        };
        for (path, bytes) in read_image(&self.backups())?.files {
            state.backups.insert(path, in_short(&bytes));
        }
        Ok(state)
    }

    /// Plays the trace to each place in `cuts`, which go upwards, and hands out what stands there.
    pub fn cut(
        &self,
        rule: Rule,
        (entries, cuts): (&[Entry<'_>], &[usize]),
        draw: &mut Draw,
        mut give: impl FnMut(Image, usize),
    ) {
        let mut disk = Disk::new(rule, &self.start);
        let (mut n_played, mut n_marks) = (0, 0);
        for cut in cuts {
            for entry in entries.get(n_played..*cut).unwrap_or_default() {
                n_marks += usize::from(*entry == Entry::Mark);
                disk.play(*entry);
            }
            n_played = *cut;
            give(disk.cut(draw), n_marks);
        }
    }

    /// The trace as bytes; `parse` reads it.
    pub fn traced(&self) -> Result<Vec<u8>, ChoreError> {
        let path = self.trace();
        std::fs::read(&path).map_err(|source| super::file(&path, source))
    }

    /// Puts an image on a real disk, opens it with the program, and compares.
    pub fn judge(&self, image: &Image, n_marks: usize, place: &Path) -> Verdict {
        let _ = std::fs::remove_dir_all(place);
        let disk = self.disk();
        if let Err(error) = image.write(&disk.to_string_lossy(), place) {
            return Verdict::Broken(format!("the image could not be written: {error}"));
        }
        let (Some(before), after) = (self.states.get(n_marks), self.states.get(n_marks + 1)) else {
            return Verdict::Broken("more marks than states".to_owned());
        };
        let data = place.join("data");
        if before.record.is_none() {
            return self.judge_beginning(&data, after);
        }
        for (path, bytes) in &before.backups {
            let still = after.is_none_or(|after| after.backups.get(path) == Some(bytes));
            let found = image.files.get(path).map(|bytes| in_short(bytes));
            if still && found != Some(*bytes) {
                return Verdict::Lost(1, "a back-up".to_owned());
            }
        }
        let passphrases = [
            Some(&before.passphrase),
            after.map(|after| &after.passphrase),
        ];
        let mut said = String::new();
        for passphrase in passphrases.into_iter().flatten() {
            match written_out(&self.binary, &data, passphrase.as_deref()) {
                Ok(text) => {
                    let verdict = self.compare(in_short(text.as_bytes()), n_marks);
                    return match looked_over(&self.binary, &data, passphrase.as_deref()) {
                        Err(said) => Verdict::Broken(said),
                        Ok(()) => verdict,
                    };
                }
                Err(words) => said = words,
            }
        }
        Verdict::Broken(said)
    }

    /// Before the first word that it is kept, a person may have to begin again, and can.
    fn judge_beginning(&self, data: &Path, after: Option<&State>) -> Verdict {
        if let (Ok(text), Some(after)) = (written_out(&self.binary, data, None), after)
            && Some(in_short(text.as_bytes())) == after.record
        {
            return Verdict::Kept;
        }
        let mut call = command(&self.binary, data);
        call.args(["log", "40", "--data-dir"]).arg(data);
        match call.output() {
            Ok(done) if done.status.success() => Verdict::Kept,
            Ok(done) => Verdict::Broken(String::from_utf8_lossy(&done.stderr).trim().to_owned()),
            Err(error) => Verdict::Broken(error.to_string()),
        }
    }

    fn compare(&self, found: u64, n_marks: usize) -> Verdict {
        let is = |state: &State| state.record == Some(found);
        let allowed = self.states.get(n_marks..).unwrap_or_default();
        if allowed.iter().take(2).any(is) {
            return Verdict::Kept;
        }
        let earlier = self.states.get(..n_marks).unwrap_or_default();
        match earlier.iter().rposition(is) {
            Some(place) => Verdict::Lost(n_marks - place, format!("as after step {place}")),
            None => Verdict::Lost(0, "as after no step".to_owned()),
        }
    }
}

/// The whole record as text, or what the program said instead.
pub(crate) fn written_out(
    binary: &Path,
    data: &Path,
    passphrase: Option<&Path>,
) -> Result<String, String> {
    let out = data.with_extension("out.json");
    let _ = std::fs::remove_file(&out);
    let words = ["export", "--as", "json", "--whole", "--out"];
    let mut call = command(binary, data);
    call.args(words).arg(&out).arg("--data-dir").arg(data);
    if let Some(file) = passphrase {
        call.arg("--passphrase-file").arg(file);
    }
    let done = call.output().map_err(|error| error.to_string())?;
    if !done.status.success() {
        return Err(String::from_utf8_lossy(&done.stderr).trim().to_owned());
    }
    std::fs::read_to_string(&out).map_err(|error| error.to_string())
}

/// What doctor says where the log reads shorter than it was.
pub(crate) const LOST: &str = "could not be read from the log";

/// Whether the program's own look finds every page whole, and misses nothing; what it says when not.
pub(crate) fn looked_over(
    binary: &Path,
    data: &Path,
    passphrase: Option<&Path>,
) -> Result<(), String> {
    let mut call = command(binary, data);
    call.arg("doctor").arg("--data-dir").arg(data);
    if let Some(file) = passphrase {
        call.arg("--passphrase-file").arg(file);
    }
    let done = call.output().map_err(|error| error.to_string())?;
    let said = String::from_utf8_lossy(&done.stdout);
    if said.contains(LOST) {
        return Err("doctor says that entries could not be read".to_owned());
    }
    if said.contains("every page of the record verifies") {
        return Ok(());
    }
    let bad: Vec<&str> = said.lines().filter(|l| l.starts_with("BAD")).collect();
    Err(format!("doctor: {bad:?}"))
}

/// Bytes in short, the same in every run.
pub(crate) fn in_short(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}

pub(crate) fn private_folder(path: &Path) -> Result<(), ChoreError> {
    use std::os::unix::fs::DirBuilderExt as _;
    let mut maker = std::fs::DirBuilder::new();
    maker.recursive(true).mode(0o700);
    maker
        .create(path)
        .map_err(|source| super::file(path, source))
}

/// Copies a folder of files, as somebody does who looks at the disk from outside.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<(), ChoreError> {
    let at = |source| super::file(from, source);
    private_folder(to)?;
    for entry in std::fs::read_dir(from).map_err(at)? {
        let path = entry.map_err(at)?.path();
        // What processes share in memory is made anew by the one that opens the copy.
        let is_shared = path.to_string_lossy().ends_with("-shm");
        if path.is_file() && !is_shared {
            let name = path.file_name().unwrap_or_default();
            std::fs::copy(&path, to.join(name)).map_err(at)?;
        }
    }
    Ok(())
}

/// Everything below a folder, by its whole path.
pub(crate) fn read_image(folder: &Path) -> Result<Image, ChoreError> {
    let at = |source| super::file(folder, source);
    let mut image = Image::default();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        image.folders.insert(folder.to_string_lossy().into_owned());
        for entry in std::fs::read_dir(&folder).map_err(at)? {
            let path = entry.map_err(at)?.path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let bytes = std::fs::read(&path).map_err(at)?;
                image
                    .files
                    .insert(path.to_string_lossy().into_owned(), bytes);
            }
        }
    }
    Ok(image)
}
