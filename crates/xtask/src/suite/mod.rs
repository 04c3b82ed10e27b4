//! The one test command: every check of the house in order, with how long each took. Refuses to
//! go on after a failed step, and to call a skipped step passed.

mod binary;
mod machine;
mod quiet;
mod tally;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

pub(crate) use machine::{prepare_browser, prepare_tools};
pub use quiet::connections_outward;
pub use tally::Tally;

use crate::{ChoreError, House, chore, fhir, manual, package};

/// How a step ended.
enum End {
    /// So many checks passed and failed.
    Counted(Tally),
    /// The machine forbids it: why.
    Skipped(String),
}

/// What every step needs to know.
struct Place<'a> {
    /// Top of the repository.
    root: &'a Path,
    /// Where cargo puts what it builds.
    target: PathBuf,
    /// Whether the run without a network is part of this run.
    is_quiet_run: bool,
}

type Run = fn(&Place<'_>) -> Result<End, ChoreError>;

/// Every step in order, by the name that `cargo xtask test NAME` takes.
const STEPS: [(&str, Run); 18] = [
    ("format", |place| {
        one(chore_of(place, "cargo", &["fmt", "--all", "--check"]))
    }),
    ("doors", |place| one(chore::doors(place.root))),
    ("map", |place| one(chore::check_map(place.root))),
    ("tidy", |place| one(chore::tidy(place.root))),
    ("clippy", |place| one(chore_of(place, "cargo", &CLIPPY))),
    ("documents", documents),
    ("manual", |place| {
        one(manual::build(place.root, &place.target.join("manual")))
    }),
    ("tests", tests),
    ("fhir", fhir_files),
    ("people", |place| {
        one(chore::people(place.root, &["--check"]))
    }),
    ("release", |place| one(build_release(place.root))),
    ("package", packaged),
    ("calibration", binary::calibration),
    ("kills", binary::kills),
    ("power", binary::power),
    ("browser", browser),
    ("no-network", quiet::without_network),
    ("no-connect", quiet::without_connections),
];

const CLIPPY: [&str; 6] = [
    "clippy",
    "--workspace",
    "--all-targets",
    "--",
    "-D",
    "warnings",
];

/// Runs the steps that `names` name, or all of them, and prints what they found.
///
/// # Errors
/// [`ChoreError::Call`] for an unknown step, [`ChoreError::Missing`] when the machine lacks a
/// tool that cannot be installed, [`ChoreError::Broken`] when a step fails.
pub fn run(root: &Path, names: &[&str]) -> Result<(), ChoreError> {
    if let Some(name) = names
        .iter()
        .find(|name| !STEPS.iter().any(|s| s.0 == **name))
    {
        let known: Vec<&str> = STEPS.iter().map(|step| step.0).collect();
        let text = format!("there is no step `{name}`; steps: {}", known.join(", "));
        return Err(ChoreError::Call(text));
    }
    let is_wanted = |name: &str| names.is_empty() || names.contains(&name);
    if ["format", "clippy"].iter().any(|name| is_wanted(name)) {
        machine::prepare_cargo()?;
    }
    if ["browser", "no-network", "no-connect"]
        .iter()
        .any(|name| is_wanted(name))
    {
        machine::prepare_browser(root)?;
    }
    let place = Place {
        root,
        target: House::read(root)?.target,
        is_quiet_run: is_wanted("no-network"),
    };
    let mut report = Report::default();
    for (name, step) in STEPS.iter().filter(|(name, _)| is_wanted(name)) {
        println!("\n== {name}");
        let start = Instant::now();
        let end = step(&place);
        if !report.note(name, start.elapsed(), end) {
            break;
        }
    }
    report.close()
}

#[derive(Default)]
struct Report {
    lines: Vec<String>,
    tally: Tally,
    is_broken: bool,
}

impl Report {
    /// Notes how a step ended. Returns whether the next one should run.
    fn note(&mut self, name: &str, took: Duration, end: Result<End, ChoreError>) -> bool {
        let (word, go_on) = match end {
            Ok(End::Counted(tally)) => {
                self.tally += tally;
                let word = format!("{} passed, {} failed", tally.passed, tally.failed);
                (word, tally.failed == 0)
            }
            Ok(End::Skipped(why)) => (format!("skipped: {why}"), true),
            Err(error) => {
                println!("{error}");
                self.tally += Tally::FAILED;
                ("failed".to_owned(), false)
            }
        };
        self.is_broken |= !go_on;
        let line = format!("{name:<12} {:>8.1} s  {word}", took.as_secs_f64());
        println!("{line}");
        self.lines.push(line);
        go_on
    }

    fn close(self) -> Result<(), ChoreError> {
        println!("\n== summary");
        for line in &self.lines {
            println!("{line}");
        }
        println!("{} passed, {} failed", self.tally.passed, self.tally.failed);
        if self.is_broken {
            return Err(ChoreError::Told);
        }
        Ok(())
    }
}

/// Counts a check that has no numbers of its own.
fn one(result: Result<(), ChoreError>) -> Result<End, ChoreError> {
    result.map(|()| End::Counted(Tally::PASSED))
}

fn chore_of(place: &Place<'_>, program: &str, words: &[&str]) -> Result<(), ChoreError> {
    succeed(Command::new(program).args(words).current_dir(place.root))
}

/// Runs a command to its end and fails when it does.
pub(crate) fn succeed(command: &mut Command) -> Result<(), ChoreError> {
    let status = command
        .status()
        .map_err(|error| ChoreError::Broken(format!("{command:?}: {error}")))?;
    if status.success() {
        return Ok(());
    }
    Err(ChoreError::Broken(format!("{command:?}: {status}")))
}

/// Starts this command again with a part of it that is built only where it is needed.
#[cfg(not(all(feature = "people", feature = "manual")))]
pub(crate) fn again_with(
    feature: &str,
    root: &Path,
    words: &[&std::ffi::OsStr],
) -> Result<(), ChoreError> {
    let mut command = Command::new("cargo");
    command
        .args([
            "run",
            "--quiet",
            "--package",
            "xtask",
            "--features",
            feature,
            "--",
        ])
        .args(words)
        .current_dir(root);
    succeed(&mut command)
}

/// Builds the program as it ships.
pub(crate) fn build_release(root: &Path) -> Result<(), ChoreError> {
    let mut command = Command::new("cargo");
    command
        .args(["build", "--release", "--package", "thawline"])
        .current_dir(root);
    succeed(&mut command)
}

fn documents(place: &Place<'_>) -> Result<End, ChoreError> {
    let mut command = Command::new("cargo");
    command
        .args(["doc", "--workspace", "--no-deps", "--quiet"])
        .env("RUSTDOCFLAGS", "-D warnings")
        .current_dir(place.root);
    one(succeed(&mut command))
}

fn tests(place: &Place<'_>) -> Result<End, ChoreError> {
    let mut command = Command::new("cargo");
    command
        .args(["test", "--workspace"])
        .current_dir(place.root);
    tally::of_cargo(&mut command).map(End::Counted)
}

/// A few bundles, pages and published files, read by a validator of others.
fn fhir_files(place: &Place<'_>) -> Result<End, ChoreError> {
    Ok(match fhir::few(place.root)? {
        Some(why) => End::Skipped(why),
        None => End::Counted(Tally::PASSED),
    })
}

/// The Debian package of the release binary, as its judges see it.
fn packaged(place: &Place<'_>) -> Result<End, ChoreError> {
    if !Path::new("/var/lib/dpkg/status").is_file() {
        return Ok(End::Skipped("no Debian, so no Debian package".to_owned()));
    }
    one(package::debian(place.root, &binary::path(place), &place.target).map(drop))
}

/// The browser tests; once is enough where they can also run without a network.
fn browser(place: &Place<'_>) -> Result<End, ChoreError> {
    if place.is_quiet_run && quiet::no_namespace().is_none() {
        let why = "the same tests run in the next step, where there is no network";
        return Ok(End::Skipped(why.to_owned()));
    }
    tally::of_node(&mut browser_command(place)).map(End::Counted)
}

/// The browser tests against the release binary.
fn browser_command(place: &Place<'_>) -> Command {
    let mut command = Command::new("npm");
    command
        .args(["run", "--silent", "test"])
        .current_dir(place.root.join("tests/browser"))
        .env("THAWLINE_BIN", binary::path(place));
    // Made by an earlier step; without it the test of its chapters says that it is left out.
    let manual = place.target.join("manual");
    if manual.is_dir() {
        command.env("THAWLINE_MANUAL", manual);
    }
    command
}
