//! A folder of its own for every test, and the program called in it.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_thawline");

/// A folder that is gone after the test.
pub struct Place {
    folder: tempfile::TempDir,
}

/// What a call gave.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    /// Exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Said {
    /// The call was done; gives what it printed.
    pub fn done(self) -> String {
        assert_eq!(self.code, 0, "{self:?}");
        self.out
    }

    /// The call was refused with this code, in words, with nothing on standard output.
    pub fn refused(self, code: i32) -> String {
        assert_eq!(self.code, code, "{self:?}");
        assert_eq!(self.out, "", "{self:?}");
        assert!(
            !self.err.contains("panicked") && self.err.lines().count() >= 2,
            "what happened, and what to do: {self:?}"
        );
        self.err
    }
}

impl Place {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Where the record is.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Writes a file beside the record's folder.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// The program with these words, the record's folder, and nothing of this computer's own.
    pub fn command<S: AsRef<OsStr>>(&self, words: &[S]) -> Command {
        let mut command = Command::new(PROGRAM);
        command
            .args(words)
            .env_clear()
            .env("TZ", "Europe/Berlin")
            .env("HOME", self.folder.path())
            .env("THAWLINE_DATA_DIR", self.data())
            .current_dir(self.folder.path())
            .stdin(Stdio::null());
        command
    }

    pub fn run<S: AsRef<OsStr>>(&self, words: &[S]) -> Said {
        self.command(words).output().unwrap().into()
    }

    /// The same, after a shell did `first`: a limit, or what has to run beside it.
    pub fn run_after<S: AsRef<OsStr>>(&self, first: &str, words: &[S]) -> Said {
        let inner = self.command(words);
        let set = inner
            .get_envs()
            .filter_map(|(name, value)| Some((name, value?)));
        Command::new("/bin/sh")
            .args(["-c", &format!("{first}; exec \"$0\" \"$@\"")])
            .arg(inner.get_program())
            .args(inner.get_args())
            .env_clear()
            .envs(set)
            .current_dir(self.path())
            .stdin(Stdio::null())
            .output()
            .unwrap()
            .into()
    }

    /// The same with words on standard input.
    pub fn run_with_input<S: AsRef<OsStr>>(&self, words: &[S], input: &str) -> Said {
        let mut child = self
            .command(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // The program may refuse before it has read everything.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        child.wait_with_output().unwrap().into()
    }

    /// The answers as the document that other programs read.
    pub fn answers(&self) -> Value {
        serde_json::from_str(&self.run(&["answers", "--json"]).done()).unwrap()
    }

    /// How many entries the record holds.
    pub fn n_entries(&self) -> usize {
        let out = self.run(&["doctor"]).done();
        let line = out.lines().find(|l| l.contains(" entries in ")).unwrap();
        let mut words = line.split_whitespace();
        words.find_map(|word| word.parse().ok()).unwrap()
    }

    /// Every file of the record's folder with its bytes.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        let Ok(entries) = std::fs::read_dir(self.data()) else {
            return files;
        };
        for entry in entries {
            let path = entry.unwrap().path();
            let bytes = std::fs::read(&path).unwrap();
            files.insert(path, bytes);
        }
        files
    }
}

/// A file or folder of `fixtures`.
pub fn fixtures(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../fixtures")
        .join(name)
}

/// The map of the small tables here.
pub const MAP: &str = r#"
time = { column = "time", date_column = "day", zone = "Europe/Berlin" }
[outcome]
column = "mood"
scale = { min = 1, max = 7 }
polarity = "higher_is_more_feeling"
[[candidate]]
column = "tired"
min = 1
max = 7
[[dose]]
column = "dose"
medicine = "example"
unit = "mg"
"#;

/// A table with so many days of three answers; deterministic, and not all alike.
pub fn table(n_days: usize) -> String {
    let mut rows = String::from("day,time,mood,tired,dose\n");
    let first = 20_454; // 2026-01-01
    for idx in 0..n_days {
        let day = date(first + idx);
        for (beep, hour) in [9, 14, 20].into_iter().enumerate() {
            let mood = 1 + (idx * 5 + beep * 3 + idx / 7) % 7;
            let tired = 1 + (idx * 3 + beep) % 7;
            let dose = if idx < 10 { 20 } else { 10 };
            rows.push_str(&format!("{day},{hour:02}:05,{mood},{tired},{dose}\n"));
        }
    }
    rows
}

/// The date so many days after 1970-01-01 (Howard Hinnant, days_from_civil turned round).
pub fn date(days: usize) -> String {
    let z = days + 719_468;
    let era = z / 146_097;
    let doe = z - era * 146_097;
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let (day, month) = (
        doy - (153 * mp + 2) / 5 + 1,
        if mp < 10 { mp + 3 } else { mp - 9 },
    );
    let year = yoe + era * 400 + usize::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}
