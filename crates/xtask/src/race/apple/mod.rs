//! Races our reader of Apple Health exports against healthkit-to-sqlite and against a bare pass over
//! the XML, on one made-up export in one run. Refuses to call a race won whose counts are wrong.

mod made;

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use super::python::set_up;
use crate::{ChoreError, House, stamp, suite};
use made::Truth;

/// Records of the usual race: an export of about 272 MB.
const N_RECORDS: u64 = 500_000;
/// Records of the large one: about 3 GB.
const N_LARGE: u64 = 5_600_000;
/// Runs of each side; the quickest counts.
const N_RUNS: usize = 3;
/// Memory that the large export may take, in kibibytes.
const LARGE_KIB_MAX: u64 = 100_000;
const HERE: &str = "crates/xtask/src/race/apple";
const HEADING: &str = "date,commit,processor,n_records,n_bytes,what,cpu_s,kib,is_right,said";

/// What a command cost.
#[derive(Debug, Clone, Deserialize)]
struct Cost {
    code: i32,
    cpu_s: f64,
    kib: u64,
    said: String,
}

/// One line of the result.
struct Row {
    what: &'static str,
    cost: Cost,
    is_right: bool,
    said: String,
}

/// The race of 500,000 records; adds rows to `docs/results/apple.csv`.
///
/// # Errors
/// [`ChoreError::Missing`] without Python or the peer, [`ChoreError::Broken`] when a bar is missed
/// or our counts are wrong.
pub(crate) fn run(root: &Path) -> Result<(), ChoreError> {
    let course = Course::begin(root)?;
    let python = course.peer()?;
    let truth = course.write(N_RECORDS, false)?;
    println!("{} bytes, {} elements", course.n_bytes()?, truth.n_elements);
    let rows = course.rows(&python, &truth)?;
    course.note(&rows, N_RECORDS)?;
    course.damaged(&python)?;
    let mut missed = missed_bars(&rows);
    let wrong = rows.iter().filter(|row| !row.is_right);
    missed.extend(wrong.map(|row| format!("{}: wrong", row.what)));
    if missed.is_empty() {
        return Ok(());
    }
    let text = format!("race apple: {}", missed.join("; "));
    Err(ChoreError::Broken(text))
}

/// Compares the sides, which come in the order of [`Course::rows`]; the bars that are missed.
fn missed_bars(rows: &[Row; 6]) -> Vec<String> {
    let [bare, decoded, dry, first, _, peer] = rows.each_ref().map(|row| &row.cost);
    // The bare pass looks at no attribute, and every value of an export stands in one: what a pass
    // costs that decodes them stands beside it, and the bar stays where it was.
    println!(
        "CPU time without keeping, times a pass with attributes: {:.2}; with keeping: {:.2}",
        dry.cpu_s / decoded.cpu_s,
        first.cpu_s / decoded.cpu_s
    );
    let bars = [
        ("CPU time, times the peer's", first.cpu_s / peer.cpu_s, 0.1),
        ("memory, times the peer's", ratio(first.kib, peer.kib), 1.0),
        (
            "CPU time without keeping, times a bare pass",
            dry.cpu_s / bare.cpu_s,
            1.2,
        ),
        ("CPU time, times a bare pass", first.cpu_s / bare.cpu_s, 1.2),
    ];
    for (what, got, bar) in bars {
        println!("{what}: {got:.2} (at most {bar})");
    }
    let missed = bars.into_iter().filter(|(_, got, bar)| got > bar);
    missed
        .map(|(what, got, bar)| format!("{what}: {got:.2}, not {bar}"))
        .collect()
}

/// Our side alone on an export of 3 GB.
///
/// # Errors
/// [`ChoreError::Broken`] when it takes more memory than 100 MB or counts wrongly.
pub(crate) fn run_large(root: &Path) -> Result<(), ChoreError> {
    let course = Course::begin(root)?;
    let truth = course.write(N_LARGE, false)?;
    let cost = course.measured(&mut course.import(&course.export()))?;
    let is_right = says(&cost, &format!("{} new", truth.n_facts()));
    let kib = cost.kib;
    println!(
        "{} bytes: {:.1} s of CPU time, {kib} KiB",
        course.n_bytes()?,
        cost.cpu_s
    );
    course.note(&[row("ours", &cost, is_right, String::new())], N_LARGE)?;
    if !is_right || kib > LARGE_KIB_MAX {
        let text = format!("race apple large: right {is_right}, {kib} KiB of {LARGE_KIB_MAX}");
        return Err(ChoreError::Broken(text));
    }
    Ok(())
}

fn row(what: &'static str, cost: &Cost, is_right: bool, said: String) -> Row {
    let cost = cost.clone();
    Row {
        what,
        cost,
        is_right,
        said,
    }
}

/// The command ended well and said so.
fn says(cost: &Cost, words: &str) -> bool {
    cost.code == 0 && cost.said.contains(&format!("  {words}"))
}

#[allow(clippy::cast_precision_loss)] // Kibibytes are far below 2^52.
fn ratio(ours: u64, theirs: u64) -> f64 {
    ours as f64 / theirs as f64
}

/// The sides and a folder for what they read and write.
struct Course {
    root: PathBuf,
    target: PathBuf,
    program: PathBuf,
    tokenise: PathBuf,
    place: tempfile::TempDir,
}

impl Course {
    fn begin(root: &Path) -> Result<Self, ChoreError> {
        let target = House::read(root)?.target;
        for words in [
            ["--package", "thawline", "--bin", "thawline"],
            ["--package", "exchange", "--example", "tokenise"],
        ] {
            let mut build = Command::new("cargo");
            build
                .args(["build", "--quiet", "--release"])
                .args(words)
                .current_dir(root);
            suite::succeed(&mut build)?;
        }
        // Beside the built files, because the folder for passing things may lie in memory.
        let place = tempfile::tempdir_in(&target).map_err(|source| named(&target, source))?;
        Ok(Self {
            root: root.to_path_buf(),
            program: target.join("release/thawline"),
            tokenise: target.join("release/examples/tokenise"),
            target,
            place,
        })
    }

    /// Each side once, on the same file.
    fn rows(&self, python: &Path, truth: &Truth) -> Result<[Row; 6], ChoreError> {
        let export = self.export();
        let bare = self.best(|| {
            let mut bare = Command::new(&self.tokenise);
            bare.arg(&export);
            bare
        })?;
        let decoded = self.best(|| {
            let mut decoded = Command::new(&self.tokenise);
            decoded.arg(&export).arg("attributes");
            decoded
        })?;
        let dry = self.best(|| {
            let mut dry = self.import(&export);
            dry.arg("--dry-run");
            dry
        })?;
        let first = self.measured(&mut self.import(&export))?;
        let again = self.measured(&mut self.import(&export))?;
        let database = self.place.path().join("peer.db");
        let mut peer = Command::new(python.with_file_name("healthkit-to-sqlite"));
        peer.arg(&export).arg(&database).arg("--xml");
        let peer = self.measured(&mut peer)?;
        let kept = self.counts(python, &database)?;
        let n = truth.n_facts();
        let none = String::new;
        Ok([
            row("a bare pass over the XML", &bare, bare.code == 0, none()),
            row(
                "a pass that decodes every attribute",
                &decoded,
                decoded.code == 0,
                none(),
            ),
            row(
                "ours, without keeping",
                &dry,
                says(&dry, &format!("{n} would be new")),
                none(),
            ),
            row("ours", &first, says(&first, &format!("{n} new")), none()),
            row("ours, a second time", &again, says(&again, "0 new"), none()),
            row("healthkit-to-sqlite", &peer, peer.code == 0, kept),
        ])
    }

    /// A Python that holds the peer.
    fn peer(&self) -> Result<PathBuf, ChoreError> {
        let folder = self.target.join("race-apple-python");
        if folder.join("bin/healthkit-to-sqlite").exists() {
            return Ok(folder.join("bin/python"));
        }
        set_up(&self.root, &folder, &format!("{HERE}/peers.txt"))
    }

    fn export(&self) -> PathBuf {
        self.place.path().join("export.xml")
    }

    fn n_bytes(&self) -> Result<u64, ChoreError> {
        let path = self.export();
        let about = std::fs::metadata(&path).map_err(|source| named(&path, source))?;
        Ok(about.len())
    }

    fn write(&self, n_records: u64, is_damaged: bool) -> Result<Truth, ChoreError> {
        let path = self.export();
        let write = || {
            let mut out = BufWriter::with_capacity(1 << 20, File::create(&path)?);
            let truth = made::write(&mut out, n_records, is_damaged)?;
            out.flush()?;
            Ok(truth)
        };
        write().map_err(|source| named(&path, source))
    }

    fn import(&self, export: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command
            .arg("import")
            .arg(export)
            .args(["--data-dir"])
            .arg(self.place.path().join("data"));
        command
    }

    /// Runs a command through the one that says what it cost.
    fn measured(&self, command: &mut Command) -> Result<Cost, ChoreError> {
        let mut through = Command::new("python3");
        through
            .arg(self.root.join(HERE).join("measure.py"))
            .arg(command.get_program())
            .args(command.get_args());
        answer(&mut through)
    }

    /// The cheapest of several runs.
    fn best(&self, make: impl Fn() -> Command) -> Result<Cost, ChoreError> {
        let mut best = self.measured(&mut make())?;
        for _ in 1..N_RUNS {
            let next = self.measured(&mut make())?;
            if next.cpu_s < best.cpu_s {
                best = next;
            }
        }
        Ok(best)
    }

    /// What the peer kept.
    fn counts(&self, python: &Path, database: &Path) -> Result<String, ChoreError> {
        let mut count = Command::new(python);
        count
            .arg(self.root.join(HERE).join("count.py"))
            .arg(database);
        let found: serde_json::Value = answer(&mut count)?;
        Ok(found.to_string())
    }

    /// A small export with the damage that phones have written: ours is right, and the peer is asked.
    fn damaged(&self, python: &Path) -> Result<(), ChoreError> {
        const N: u64 = 5_000;
        let truth = self.write(N, true)?;
        let export = self.export();
        let mut ours = self.import(&export);
        ours.arg("--dry-run");
        let ours = self.measured(&mut ours)?;
        // Its days are among those of the whole export, which is kept already.
        let is_right = says(&ours, "0 would be new")
            && ours.said.contains(&format!("{} already", truth.n_facts()));
        let mut peer = Command::new(python.with_file_name("healthkit-to-sqlite"));
        peer.arg(&export)
            .arg(self.place.path().join("damaged.db"))
            .arg("--xml");
        let peer = self.measured(&mut peer)?;
        let last = peer
            .said
            .trim()
            .lines()
            .last()
            .unwrap_or_default()
            .to_owned();
        let rows = [
            row("ours, a damaged export", &ours, is_right, String::new()),
            row(
                "healthkit-to-sqlite, a damaged export",
                &peer,
                peer.code == 0,
                last,
            ),
        ];
        self.note(&rows, N)?;
        if is_right {
            return Ok(());
        }
        Err(ChoreError::Broken(format!(
            "race apple: a damaged export: {}",
            ours.said
        )))
    }

    fn note(&self, rows: &[Row], n_records: u64) -> Result<(), ChoreError> {
        let start = format!(
            "{},{}",
            stamp::date_and_commit(&self.root),
            stamp::processor()
        );
        let n_bytes = self.n_bytes()?;
        let mut text = String::new();
        for Row {
            what,
            cost,
            is_right,
            said,
        } in rows
        {
            let said = said.replace(['"', '\n'], "");
            let line = format!(
                "{start},{n_records},{n_bytes},\"{what}\",{:.2},{},{},\"{said}\"",
                cost.cpu_s,
                cost.kib,
                if *is_right { "yes" } else { "no" }
            );
            println!(
                "{what}: {:.2} s of CPU time, {} KiB, right: {is_right} {said}",
                cost.cpu_s, cost.kib
            );
            text.push_str(&line);
            text.push('\n');
        }
        stamp::add_rows(&self.root.join("docs/results/apple.csv"), HEADING, &text)
    }
}

/// Runs a command that prints one line of JSON.
fn answer<T: serde::de::DeserializeOwned>(command: &mut Command) -> Result<T, ChoreError> {
    let output = command
        .output()
        .map_err(|source| named(Path::new("python3"), source))?;
    serde_json::from_slice(&output.stdout).map_err(|error| {
        let said = String::from_utf8_lossy(&output.stderr);
        ChoreError::Broken(format!("race apple: {command:?}: {error}: {said}"))
    })
}

fn named(path: &Path, source: std::io::Error) -> ChoreError {
    ChoreError::File {
        path: path.to_path_buf(),
        source,
    }
}
