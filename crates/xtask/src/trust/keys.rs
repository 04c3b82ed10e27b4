//! Proof that only the right words open a record, that they cost something to guess, and that a person
//! who lost them comes back in with the sheet. Refuses to look inside: it has the files and the program.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::life;
use crate::app_client::{Server, command};
use crate::draw::Draw;
use crate::{ChoreError, stamp};

const HEADING: &str = "date,commit,what,n,held,milliseconds,told";
const N_AT_ONCE: usize = 4;
/// RFC 9106, section 4, second choice: what a passphrase has to cost at least.
const MEMORY_KIB_MIN: u32 = 64 * 1024;
const PASSES_MIN: u32 = 3;

/// How often each is tried.
#[derive(Debug, Clone, Copy)]
struct Often {
    tries: usize,
    sheets: usize,
    changes: usize,
    flips: usize,
    opens: usize,
}

/// Tries `n` wrong passphrases, and the rest in proportion, with rows in `docs/results/keys.csv`.
///
/// # Errors
/// [`ChoreError::Broken`] when anything but the right words opened a record, or anything was lost.
pub(crate) fn run(root: &Path, binary: &Path, n: usize) -> Result<(), ChoreError> {
    let often = Often {
        tries: n,
        sheets: (n / 20).max(2),
        changes: (n / 20).max(5),
        flips: (n / 5).max(10),
        opens: 15,
    };
    let found = tried(binary, often)?;
    let stamp = stamp::date_and_commit(root);
    let rows: String = found.iter().map(|one| one.row(&stamp)).collect();
    stamp::add_rows(&root.join("docs/results/keys.csv"), HEADING, &rows)?;
    let missed = found.iter().filter(|one| one.held != one.n);
    let complaints: Vec<String> = missed.map(|one| format!("keys: {one:?}")).collect();
    super::verdict(&complaints)
}

/// The same in small, for the test run: what was tried, and whether it held.
pub(crate) fn small(binary: &Path) -> Result<Vec<(&'static str, bool)>, ChoreError> {
    let often = Often {
        tries: 24,
        sheets: 2,
        changes: 5,
        flips: 10,
        opens: 3,
    };
    let found = tried(binary, often)?;
    Ok(found
        .iter()
        .map(|one| (one.what, one.held == one.n))
        .collect())
}

fn tried(binary: &Path, often: Often) -> Result<Vec<Found>, ChoreError> {
    let place = life::scratch()?;
    let keeper = Keeper::begin(binary, place.path())?;
    let found = vec![
        keeper.cost(often.opens)?,
        keeper.words_for_wrong_keys()?,
        keeper.flips(often.flips)?,
        keeper.changes(often.changes)?,
        keeper.sheets(often.sheets)?,
        keeper.wrong_tries(often.tries)?,
    ];
    for one in &found {
        println!("{one:?}");
    }
    Ok(found)
}

/// What one trial found.
#[derive(Debug)]
struct Found {
    what: &'static str,
    n: usize,
    /// How often it went as it must.
    held: usize,
    ms: f64,
    told: String,
}

impl Found {
    fn row(&self, stamp: &str) -> String {
        let Self {
            what,
            n,
            held,
            ms,
            told,
        } = self;
        format!("{stamp},{what},{n},{held},{ms:.1},{told}\n")
    }
}

/// A record under a passphrase, with a note, a sheet and a back-up.
struct Keeper<'a> {
    binary: &'a Path,
    place: &'a Path,
    data: PathBuf,
    right: PathBuf,
    wrong: PathBuf,
    backup: PathBuf,
}

/// What a call said, with the names of files taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Said {
    code: Option<i32>,
    words: String,
}

impl<'a> Keeper<'a> {
    fn begin(binary: &'a Path, place: &'a Path) -> Result<Self, ChoreError> {
        let keeper = Self {
            binary,
            place,
            data: place.join("data"),
            right: place.join("right"),
            wrong: place.join("wrong"),
            backup: place.join("copy.age"),
        };
        crate::chore::write(&keeper.right, "grey herons walk slowly\n")?;
        crate::chore::write(&keeper.wrong, "grey herons walk slow\n")?;
        keeper.done(
            &keeper.data,
            &keeper.right,
            &["log", "40", "--note", "a heron"],
        )?;
        let backup = keeper.backup.to_string_lossy().into_owned();
        keeper.done(&keeper.data, &keeper.right, &["backup", &backup])?;
        Ok(keeper)
    }

    fn call(&self, data: &Path, passphrase: &Path, words: &[&str]) -> Result<Output, ChoreError> {
        let mut call = command(self.binary, data);
        call.args(words).arg("--data-dir").arg(data);
        call.arg("--passphrase-file").arg(passphrase);
        call.output().map_err(|error| super::told(error.into()))
    }

    fn done(&self, data: &Path, passphrase: &Path, words: &[&str]) -> Result<String, ChoreError> {
        let output = self.call(data, passphrase, words)?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        let said = String::from_utf8_lossy(&output.stderr);
        Err(ChoreError::Broken(format!("keys: {words:?}: {said}")))
    }

    fn said(&self, data: &Path, passphrase: &Path, words: &[&str]) -> Result<Said, ChoreError> {
        let output = self.call(data, passphrase, words)?;
        let said = String::from_utf8_lossy(&output.stderr);
        let is_name = |word: &&str| !word.contains('/');
        let words: Vec<&str> = said.split_whitespace().filter(is_name).collect();
        Ok(Said {
            code: output.status.code(),
            words: words.join(" "),
        })
    }

    /// A copy of the record to be spoiled.
    fn copy(&self, name: &str) -> Result<PathBuf, ChoreError> {
        let copy = self.place.join(name);
        // Left by the one before.
        let _ = std::fs::remove_dir_all(&copy);
        life::copy(&self.data, &copy)?;
        Ok(copy)
    }

    /// What the key file asks for, and what opening takes more than without a passphrase.
    fn cost(&self, n: usize) -> Result<Found, ChoreError> {
        let path = self.data.join("notes.key");
        let text = crate::chore::read(&path)?;
        let line = text.lines().find_map(|line| line.strip_prefix("argon2id "));
        let numbers: Vec<u32> = line
            .unwrap_or_default()
            .split(' ')
            .flat_map(str::parse)
            .collect();
        let [memory_kib, n_passes, n_lanes] = numbers.as_slice() else {
            return Err(ChoreError::Broken(
                "keys: the key file names no Argon2id".to_owned(),
            ));
        };
        let open = self.place.join("open");
        self.done(&open, &self.right, &["log", "40"])?;
        self.done(&open, &self.right, &["passphrase", "--none"])?;
        let cpu = |data: &Path| -> Result<f64, ChoreError> {
            let mut ms = (0..n)
                .map(|_| self.processor_ms(data))
                .collect::<Result<Vec<f64>, _>>()?;
            ms.sort_by(f64::total_cmp);
            Ok(ms.get(n / 2).copied().unwrap_or(f64::NAN))
        };
        let ms = cpu(&self.data)? - cpu(&open)?;
        let is_strong = *memory_kib >= MEMORY_KIB_MIN && *n_passes >= PASSES_MIN;
        Ok(Found {
            what: "a passphrase costs",
            n: 1,
            held: usize::from(is_strong),
            ms,
            told: format!("{memory_kib} KiB x {n_passes} x {n_lanes}; processor time"),
        })
    }

    /// Processor time of one look at the scores, in milliseconds, as the shell tells it.
    fn processor_ms(&self, data: &Path) -> Result<f64, ChoreError> {
        let own = command(self.binary, data);
        let mut shell = Command::new("sh");
        shell.env_clear();
        for (name, value) in own.get_envs() {
            shell.env(name, value.unwrap_or_default());
        }
        let script = "\"$0\" scores --data-dir \"$1\" --passphrase-file \"$2\" >/dev/null; times";
        shell
            .args(["-c", script])
            .arg(self.binary)
            .arg(data)
            .arg(&self.right);
        let done = shell.output().map_err(|error| super::told(error.into()))?;
        let text = String::from_utf8_lossy(&done.stdout);
        let last = text.lines().last().unwrap_or_default();
        let seconds = last.split_whitespace().filter_map(|part| {
            let (minutes, seconds) = part.trim_end_matches('s').split_once('m')?;
            Some(60.0 * minutes.parse::<f64>().ok()? + seconds.parse::<f64>().ok()?)
        });
        Ok(seconds.sum::<f64>() * 1000.0)
    }

    /// Whoever lacks the right words hears the same, whatever state the files are in.
    fn words_for_wrong_keys(&self) -> Result<Found, ChoreError> {
        let whole = self.said(&self.data, &self.wrong, &["scores"])?;
        let mut heard = Vec::new();
        let key = crate::chore::read(&self.data.join("notes.key"))?;
        let changed = self.copy("changed")?;
        let wrapped = key.find("wrapped ").map_or(0, |at| at + 8);
        let other = if key[wrapped..].starts_with('0') {
            "1"
        } else {
            "0"
        };
        let text = format!("{}{other}{}", &key[..wrapped], &key[wrapped + 1..]);
        crate::chore::write(&changed.join("notes.key"), &text)?;
        // The right words and a changed key are told as wrong words are.
        heard.push(self.said(&changed, &self.right, &["scores"])? == whole);
        heard.push(self.said(&changed, &self.wrong, &["scores"])? == whole);
        for length in [0, 100, 4096, 5000, 100_000] {
            let short = self.copy("short")?;
            cut(&short.join("notes.db"), length)?;
            heard.push(self.said(&short, &self.wrong, &["scores"])? == whole);
        }
        let to = self.place.join("restored");
        let restore = |file: &Path| {
            let file = file.to_string_lossy().into_owned();
            self.said(&to, &self.wrong, &["restore", &file])
        };
        let whole = restore(&self.backup)?;
        let short = self.place.join("short.age");
        for length in [3000, 10_000, 100_000] {
            std::fs::copy(&self.backup, &short).map_err(|source| super::file(&short, source))?;
            cut(&short, length)?;
            heard.push(restore(&short)? == whole);
        }
        Ok(Found {
            what: "wrong words hear the same of whole and damaged files",
            n: heard.len(),
            held: heard.iter().filter(|is_same| **is_same).count(),
            ms: 0.0,
            told: format!("exit {}", whole.code.unwrap_or(-1)),
        })
    }

    /// A bit of the key file turns over: refused, or the record as it was.
    fn flips(&self, n: usize) -> Result<Found, ChoreError> {
        let path = self.data.join("notes.key");
        let bytes = std::fs::read(&path).map_err(|source| super::file(&path, source))?;
        let before = life::written_out(self.binary, &self.data, Some(&self.right));
        let (mut draw, mut refused, mut harmless) = (Draw::of_seed(0xf11b), 0, 0);
        let copy = self.copy("flipped")?;
        for _ in 0..n {
            let mut bytes = bytes.clone();
            let place = draw.place(bytes.len());
            if let Some(byte) = bytes.get_mut(place) {
                *byte ^= 1 << draw.below(8);
            }
            let path = copy.join("notes.key");
            std::fs::write(&path, bytes).map_err(|source| super::file(&path, source))?;
            match life::written_out(self.binary, &copy, Some(&self.right)) {
                Err(said) => refused += usize::from(said.starts_with("thawline: ")),
                found => harmless += usize::from(found == before),
            }
        }
        Ok(Found {
            what: "a bit of the key file turns over",
            n,
            held: refused + harmless,
            ms: 0.0,
            told: format!("{refused} refused; {harmless} as before"),
        })
    }

    /// Another passphrase, cut off in the middle: the old words open the record, or the new ones, and
    /// never both or none.
    fn changes(&self, n: usize) -> Result<Found, ChoreError> {
        let (mut held, mut new) = (0, 0);
        let mut draw = Draw::of_seed(0xc4a6);
        let next = self.place.join("next");
        crate::chore::write(&next, "two swans at dusk\n")?;
        let start = Instant::now();
        let whole = self.copy("whole-change")?;
        let words = ["passphrase", "--new-file", &next.to_string_lossy()];
        self.done(&whole, &self.right, &words)?;
        let micros_max = u64::try_from(start.elapsed().as_micros()).unwrap_or(1_000_000) * 5 / 4;
        for _ in 0..n {
            let copy = self.copy("cut-change")?;
            let mut call = command(self.binary, &copy);
            call.args(words).arg("--data-dir").arg(&copy);
            call.arg("--passphrase-file").arg(&self.right);
            call.stdout(std::process::Stdio::null());
            let mut child = call.spawn().map_err(|error| super::told(error.into()))?;
            std::thread::sleep(Duration::from_micros(draw.below(micros_max)));
            // Both fail only when it has ended already.
            let _ = child.kill();
            let _ = child.wait();
            let opens = |words: &Path| {
                let said = self.said(&copy, words, &["scores"]);
                said.map(|said| said.code == Some(0))
            };
            let (old_opens, new_opens) = (opens(&self.right)?, opens(&next)?);
            held += usize::from(old_opens != new_opens);
            new += usize::from(new_opens);
        }
        Ok(Found {
            what: "another passphrase; ended in the middle",
            n,
            held,
            ms: 0.0,
            told: format!("{} the old words; {new} the new ones", n - new),
        })
    }

    /// Made-up records whose passphrase is lost come back with their sheets, whole.
    fn sheets(&self, n: usize) -> Result<Found, ChoreError> {
        let (mut held, mut draw) = (0, Draw::of_seed(0x5ee7));
        let next = self.place.join("next");
        let start = Instant::now();
        for number in 0..n {
            let data = self.place.join(format!("sheet-{number}"));
            let lost = self.place.join("lost");
            crate::chore::write(
                &lost,
                &format!("w{:016x} {:016x}\n", draw.next(), draw.next()),
            )?;
            for _ in 0..=draw.below(3) {
                let (value, note) = (
                    draw.below(101).to_string(),
                    format!("w{:016x}", draw.next()),
                );
                let day = format!(
                    "20{:02}-{:02}-{:02}",
                    10 + draw.below(15),
                    1 + draw.below(12),
                    1 + draw.below(28)
                );
                let words = ["log", &value, "--note", &note, "--today", &day];
                self.done(&data, &lost, &words)?;
            }
            let printed = self.done(&data, &lost, &["sheet"])?;
            let lines = printed
                .lines()
                .skip_while(|line| !line.starts_with("AGE-"))
                .take(4);
            let key: String = lines.flat_map(str::split_whitespace).collect();
            let sheet = self.place.join("sheet");
            crate::chore::write(&sheet, &key)?;
            let before = life::written_out(self.binary, &data, Some(&lost));
            let words = ["passphrase", "--sheet-file", &sheet.to_string_lossy()];
            let mut call = command(self.binary, &data);
            call.args(words)
                .arg("--new-file")
                .arg(&next)
                .arg("--data-dir")
                .arg(&data);
            let done = call.output().map_err(|error| super::told(error.into()))?;
            let after = life::written_out(self.binary, &data, Some(&next));
            held += usize::from(done.status.success() && before.is_ok() && before == after);
        }
        Ok(Found {
            what: "a lost passphrase; the sheet brings the record back",
            n,
            held,
            ms: start.elapsed().as_secs_f64() * 1000.0 / n as f64,
            told: "milliseconds a record with all its calls".to_owned(),
        })
    }

    /// Somebody tries words on the pages, four at once: none opens, nothing changes, and the right
    /// words open it afterwards.
    fn wrong_tries(&self, n: usize) -> Result<Found, ChoreError> {
        let before = life::read_image(&self.data)?;
        let server = Server::start(self.binary, &self.data).map_err(super::told)?;
        let next = AtomicUsize::new(0);
        let answers = Mutex::new(BTreeMap::new());
        let start = Instant::now();
        std::thread::scope(|scope| {
            for _ in 0..N_AT_ONCE {
                scope.spawn(|| {
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        if number >= n {
                            break;
                        }
                        let words = format!("wrong words {number}");
                        let answer = match server.post("/unlock", &[("passphrase", &words)]) {
                            Ok(reply) => reply.status.to_string(),
                            Err(error) => error.to_string().replace(',', ";"),
                        };
                        let mut answers = answers.lock().unwrap_or_else(PoisonError::into_inner);
                        *answers.entry(answer).or_insert(0) += 1;
                    }
                });
            }
        });
        let answers = answers.into_inner().unwrap_or_else(PoisonError::into_inner);
        let refused = answers.get("403").copied().unwrap_or(0);
        let answers: Vec<String> = (answers.iter())
            .map(|(answer, n)| format!("{answer} x {n}"))
            .collect();
        let ms = start.elapsed().as_secs_f64() * 1000.0 / n.max(1) as f64;
        // The address of the pages is written at each start and is no part of the record.
        let kept = |image: &super::disk::Image| {
            let is_record = |path: &str| {
                let name = Path::new(path).file_name().unwrap_or_default();
                ["notes.db", "notes.key", "notes.sheet"].contains(&&*name.to_string_lossy())
            };
            let files = image.files.iter().filter(|(path, _)| is_record(path));
            files
                .map(|(_, bytes)| life::in_short(bytes))
                .collect::<Vec<u64>>()
        };
        let is_untouched = kept(&life::read_image(&self.data)?) == kept(&before);
        let right = [("passphrase", "grey herons walk slowly")];
        let opened = server.post("/unlock", &right).map_err(super::told)?.status == 303;
        server.stop();
        Ok(Found {
            what: "wrong words on the pages; four at once",
            n,
            held: if is_untouched && opened { refused } else { 0 },
            ms,
            told: format!(
                "milliseconds a try on the wall; answers {}; record {}; right words {}",
                answers.join(" and "),
                if is_untouched { "untouched" } else { "changed" },
                if opened { "open it" } else { "do not open it" }
            ),
        })
    }
}

fn cut(path: &Path, length: u64) -> Result<(), ChoreError> {
    let at = |source| super::file(path, source);
    let file = std::fs::OpenOptions::new()
        .write(true)
        .open(path)
        .map_err(at)?;
    file.set_len(length).map_err(at)
}
