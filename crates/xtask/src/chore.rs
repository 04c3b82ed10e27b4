//! Finds the chore that was asked for and runs it. Refuses unknown words instead of guessing.

use std::path::{Path, PathBuf};

use crate::{
    Doors, DoorsError, House, HouseError, MapError, build_times, fhir, figures, fuzz, kills,
    manual, package, prove, race, suite, tidy, trust,
};

const HELP: &str = "\
cargo xtask CHORE

  test [STEP ...]   run every check, in order; or only the named steps
  doors             compare the workspace with doors.toml
  map [--check]     write the room table of ARCHITECTURE.md, or compare it
  tidy              check the house rules on every file
  coverage          list where each statement of the source lives, and count what waits
  release-check [D] see that no text or help line is past its review on day D (today)
  people [--check]  write the records of fixtures/people, or compare them
  manual [--to D]   build the manual, and see that every link in it leads somewhere
  manual pictures   take its pictures of the pages anew, from the example
  kills [N]         end the program N times while it writes (1000), see that nothing is lost
  prove BAR [N]     rerun the proof of a bar, such as B6, with N records a row
  prove all [quick] prove what a person trusts in, all of it; one table of how it went, one of the figures
  prove NAME [N]    one of these, N times: durability, kills, faults, flips, salvage, walls, traces,
                    writers, clock, keys, soak (minutes), egress, supply (builds), sabotage
  sbom              write the bill of materials of the program beside what cargo builds
  prove fhir        have three validators of others read what is written as FHIR
  prove fuzz [S]    put changed files through every reader of foreign files, S seconds each (60); `fuzz S NAME`: some
  hostile N         put N hostile series through all answers
  race [KIND]       race tigramite, ruptures and statsmodels: links, stretches, dependence
  race csv          race the bare reader of tables through 100 MB
  race apple        race healthkit-to-sqlite on an export of 500,000 records; `apple large`: 3 GB
  figures [mark]    time import, pages and log on a record of ten years, or only what the mark of the log costs
  package           make what people install, a Debian package and an archive, and have both checked
  package try [OLD] install it in a fresh Debian, use it, upgrade from the package OLD, remove it
  package lay D P   lay the package of the program P below the folder D, and pack nothing
  build-times       build the program from nothing and note what that costs";

/// Says why a chore did not end well.
#[derive(Debug, thiserror::Error)]
pub enum ChoreError {
    /// The words make no chore.
    #[error("{0}\n\n{HELP}")]
    Call(String),
    /// The machine lacks something.
    #[error("{0}")]
    Missing(String),
    /// A rule is broken or a step failed; everything else is already printed.
    #[error("{0}")]
    Broken(String),
    /// A step failed, and the report has said which.
    #[error("a step failed")]
    Told,
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The workspace could not be read.
    #[error(transparent)]
    House(#[from] HouseError),
    /// `doors.toml` could not be read.
    #[error(transparent)]
    Doors(#[from] DoorsError),
    /// The room table could not be made.
    #[error(transparent)]
    Map(#[from] MapError),
    /// The files could not be listed.
    #[error(transparent)]
    Tree(#[from] tidy::TreeError),
}

impl ChoreError {
    /// 2 when the call or the machine is at fault, 1 when a rule is broken.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Call(_) | Self::Missing(_) => 2,
            _ => 1,
        }
    }

    /// Whether everything there is to say is printed already.
    #[must_use]
    pub const fn is_told(&self) -> bool {
        matches!(self, Self::Told)
    }
}

/// Runs the chore that `words` name.
///
/// # Errors
/// [`ChoreError`] when the call is wrong, something is missing, or a rule is broken.
pub fn run(words: &[String]) -> Result<(), ChoreError> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let root = root();
    match words.as_slice() {
        ["test", steps @ ..] => suite::run(&root, steps),
        ["doors"] => doors(&root),
        ["map"] => write_map(&root),
        ["map", "--check"] => check_map(&root),
        ["tidy"] => tidy(&root),
        ["coverage"] => coverage(&root),
        ["release-check"] => release_check(&root, &today()),
        ["release-check", day] => release_check(&root, day),
        ["kills"] => kills::run(&root, &release(&root)?, 1000),
        ["kills", n] => match n.parse() {
            Ok(n) => kills::run(&root, &release(&root)?, n),
            Err(_) => Err(ChoreError::Call(format!("`{n}` is no number of kills"))),
        },
        ["people", words @ ..] => people(&root, words),
        ["manual", words @ ..] => manual::run(&root, words),
        ["prove", "fhir"] => fhir::run(&root),
        ["prove", "fuzz"] => fuzz::run(&root, 60, None),
        ["prove", "fuzz", seconds, only @ ..] => match seconds.parse() {
            Ok(seconds) => fuzz::run(&root, seconds, only.first().copied()),
            Err(_) => Err(ChoreError::Call(format!(
                "`{seconds}` is no number of seconds"
            ))),
        },
        ["prove", "all"] => trust::all(&root, &release(&root)?, false),
        ["prove", "all", "quick"] => trust::all(&root, &release(&root)?, true),
        ["sbom"] => trust::write_bill(&root),
        ["prove", bar] => prove_one(&root, bar, None),
        ["prove", bar, n] => prove_one(&root, bar, Some(n)),
        ["hostile", n] => prove::run(&root, "B10", Some(n)),
        ["race"] => race::run(&root, None),
        ["race", "apple"] => race::apple::run(&root),
        ["race", "apple", "large"] => race::apple::run_large(&root),
        ["race", "csv"] => race::csv::run(&root),
        ["race", kind] => race::run(&root, Some(kind)),
        ["figures"] => figures::run(&root, &release(&root)?),
        ["figures", "mark"] => figures::mark(&root, &release(&root)?),
        ["package"] => package::run(&root),
        ["package", "lay", words @ ..] => package::lay(&root, words),
        ["package", "try"] => package::try_in_clean_root(&root, None),
        ["package", "try", old] => package::try_in_clean_root(&root, Some(old)),
        ["build-times"] => build_times::run(&root),
        ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        [] => Err(ChoreError::Call("no chore was named".to_owned())),
        other => Err(ChoreError::Call(format!(
            "there is no chore `{}`",
            other.join(" ")
        ))),
    }
}

#[cfg(feature = "people")]
pub(crate) fn people(root: &Path, words: &[&str]) -> Result<(), ChoreError> {
    match words {
        [] => crate::people::write(root),
        ["--check"] => crate::people::check(root),
        _ => Err(ChoreError::Call(
            "people takes --check or nothing".to_owned(),
        )),
    }
}

/// Starts itself again with the rooms that simulate people.
#[cfg(not(feature = "people"))]
pub(crate) fn people(root: &Path, words: &[&str]) -> Result<(), ChoreError> {
    let words: Vec<&std::ffi::OsStr> = ["people"]
        .iter()
        .chain(words)
        .map(|word| word.as_ref())
        .collect();
    suite::again_with("people", root, &words)
}

/// A proof of trust, or else one of the test stand.
fn prove_one(root: &Path, name: &str, n: Option<&str>) -> Result<(), ChoreError> {
    let wanted = match n {
        Some(word) if trust::names().contains(&name) => Some(number(word)?),
        _ => None,
    };
    match trust::one(root, name, wanted, || release(root)) {
        Some(proved) => proved,
        None => prove::run(root, name, n),
    }
}

fn number(word: &str) -> Result<usize, ChoreError> {
    word.parse()
        .map_err(|_| ChoreError::Call(format!("`{word}` is no number")))
}

/// The binary that `THAWLINE_BIN` names, else the release binary, built anew.
pub(crate) fn release(root: &Path) -> Result<PathBuf, ChoreError> {
    if let Some(named) = std::env::var_os("THAWLINE_BIN") {
        return Ok(PathBuf::from(named));
    }
    suite::build_release(root)?;
    Ok(House::read(root)?.target.join("release/thawline"))
}

/// The top of the repository: two folders above this crate.
fn root() -> PathBuf {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    crate_folder
        .ancestors()
        .nth(2)
        .unwrap_or(crate_folder)
        .to_path_buf()
}

/// Reads a file and names it when that fails.
pub(crate) fn read(path: &Path) -> Result<String, ChoreError> {
    std::fs::read_to_string(path).map_err(|source| ChoreError::File {
        path: path.to_path_buf(),
        source,
    })
}

/// Writes a file and names it when that fails.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), ChoreError> {
    std::fs::write(path, text).map_err(|source| ChoreError::File {
        path: path.to_path_buf(),
        source,
    })
}

/// Names the file or folder with which something failed.
pub(crate) fn at(path: &Path) -> impl FnOnce(std::io::Error) -> ChoreError {
    let path = path.to_path_buf();
    move |source| ChoreError::File { path, source }
}

fn plan(root: &Path) -> Result<(House, Doors), ChoreError> {
    let house = House::read(root)?;
    let doors = Doors::parse(&read(&root.join("doors.toml"))?)?;
    Ok((house, doors))
}

pub(crate) fn verdict(n_broken: usize, rule: &str) -> Result<(), ChoreError> {
    if n_broken == 0 {
        println!("{rule}: nothing to complain about");
        return Ok(());
    }
    Err(ChoreError::Broken(format!("{rule}: {n_broken} to mend")))
}

/// Compares the workspace with `doors.toml`.
pub(crate) fn doors(root: &Path) -> Result<(), ChoreError> {
    let (house, doors) = plan(root)?;
    let list = doors.complaints(&house);
    for complaint in &list {
        println!("{complaint}");
    }
    verdict(list.len(), "doors")
}

fn mapped(root: &Path) -> Result<(PathBuf, String, String), ChoreError> {
    let (house, doors) = plan(root)?;
    let path = root.join("ARCHITECTURE.md");
    let page = read(&path)?;
    let wanted = crate::with_table(&page, &crate::room_table(&house, &doors)?)?;
    Ok((path, page, wanted))
}

fn write_map(root: &Path) -> Result<(), ChoreError> {
    let (path, _, wanted) = mapped(root)?;
    write(&path, &wanted)
}

/// Compares the room table of ARCHITECTURE.md with the workspace.
pub(crate) fn check_map(root: &Path) -> Result<(), ChoreError> {
    let (_, page, wanted) = mapped(root)?;
    if page == wanted {
        return verdict(0, "map");
    }
    Err(ChoreError::Broken(
        "map: ARCHITECTURE.md shows another house; `cargo xtask map` writes it anew".to_owned(),
    ))
}

/// Checks the house rules on every file.
pub(crate) fn tidy(root: &Path) -> Result<(), ChoreError> {
    let tree = tidy::Tree::read(root)?;
    let list = tidy::complaints(&tree, &today());
    for complaint in &list {
        println!("{complaint}");
    }
    verdict(list.len(), "tidy")
}

/// Lists where each statement of the source document lives.
fn coverage(root: &Path) -> Result<(), ChoreError> {
    let rows = match tidy::coverage(&tidy::Tree::read(root)?) {
        Ok(rows) => rows,
        Err(list) => {
            list.iter().for_each(|complaint| println!("{complaint}"));
            return verdict(list.len(), "coverage");
        }
    };
    let (mut n_whole, mut n_part, mut n_waiting) = (0, 0, 0);
    for row in &rows {
        let state = match (row.lives.is_empty(), row.waiting.is_empty()) {
            (false, true) => &mut n_whole,
            (false, false) => &mut n_part,
            (true, _) => &mut n_waiting,
        };
        *state += 1;
        println!("{:4} {}", row.id, row.says);
        row.lives
            .iter()
            .for_each(|at| println!("       lives    {at}"));
        row.waiting
            .iter()
            .for_each(|at| println!("       waiting  {at}"));
    }
    println!(
        "{} statements: {n_whole} live, {n_part} live in part and wait in part, {n_waiting} wait",
        rows.len()
    );
    Ok(())
}

/// Checks what a release may not go out with, as on that day.
fn release_check(root: &Path, day: &str) -> Result<(), ChoreError> {
    if day.parse::<jiff::civil::Date>().is_err() {
        return Err(ChoreError::Call(format!("`{day}` is no date")));
    }
    let list = tidy::overdue(&tidy::Tree::read(root)?, day);
    for complaint in &list {
        println!("{complaint}");
    }
    verdict(list.len(), "release-check")
}

fn today() -> String {
    jiff::Zoned::now().date().to_string()
}
