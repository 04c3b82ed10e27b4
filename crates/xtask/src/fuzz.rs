//! Puts changed files through every reader of foreign files, each in a process of its own with a limit of
//! memory and of time. Refuses to pass while a file stops one of them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::{ChoreError, House, stamp, suite};

const HEADING: &str = "date,commit,processor,reader,kept_files,seed,seconds,files,ways,stops,said";
/// Room and example of each group of readers.
const GROUPS: [(&str, &str); 2] = [("exchange", "fuzz"), ("store", "fuzz_backup")];
/// Start of all draws.
const SEED: u64 = 20_261_129;
/// Memory of one process, in kibibytes.
const KIB_MAX: u64 = 1 << 20;
/// Where files that stop a reader lie.
const FOUND: &str = "fuzz-found";

/// Runs every reader, or those whose name begins so, for so many seconds each, and adds a row for each
/// to `docs/results/fuzz.csv`.
///
/// # Errors
/// [`ChoreError::Broken`] when a file stops a reader: it is named, and lies in the target folder.
/// [`ChoreError::Call`] when no reader is named so.
pub(crate) fn run(root: &Path, seconds: u64, only: Option<&str>) -> Result<(), ChoreError> {
    let target = House::read(root)?.target;
    let found = target.join(FOUND);
    std::fs::create_dir_all(&found).map_err(|source| ChoreError::File {
        path: found.clone(),
        source,
    })?;
    let start = format!("{},{}", stamp::date_and_commit(root), stamp::processor());
    let is_wanted = |name: &str| only.is_none_or(|only| name.starts_with(only));
    let (mut n_readers, mut stopped) = (0, Vec::new());
    for (room, example) in GROUPS {
        let program = built(root, &target, room, example)?;
        let readers = list(&program)?.into_iter();
        for (name, n_kept) in readers.filter(|(name, _)| is_wanted(name)) {
            n_readers += 1;
            let file = found.join(name.replace(|c: char| !c.is_ascii_alphanumeric(), "-"));
            let output = limited(&program, &name, seconds, &file)?;
            let (ran, said) = outcome(&output);
            let n_stops = u32::from(!output.status.success());
            println!("{name}: {ran} (files, ways), {n_stops} stops {said}");
            let row = format!(
                "{start},\"{name}\",{n_kept},{SEED},{seconds},{ran},{n_stops},\"{said}\"\n"
            );
            // At once: the whole takes most of an hour.
            stamp::add_rows(&root.join("docs/results/fuzz.csv"), HEADING, &row)?;
            if output.status.success() {
                let _ = std::fs::remove_file(&file);
            } else {
                stopped.push(format!("{name}: {said} ({})", file.display()));
            }
        }
    }
    if n_readers == 0 {
        let text = "there is no reader whose name begins so".to_owned();
        return Err(ChoreError::Call(text));
    }
    if stopped.is_empty() {
        return Ok(());
    }
    Err(ChoreError::Broken(format!("fuzz: {}", stopped.join("; "))))
}

/// Builds one group with all checks on.
fn built(root: &Path, target: &Path, room: &str, example: &str) -> Result<PathBuf, ChoreError> {
    let mut build = Command::new("cargo");
    build
        .args(["build", "--quiet", "--profile", "fuzz"])
        .args(["--package", room, "--example", example])
        .current_dir(root);
    suite::succeed(&mut build)?;
    Ok(target.join("fuzz/examples").join(example))
}

/// The readers of a group, each with the number of its kept files.
fn list(program: &Path) -> Result<Vec<(String, String)>, ChoreError> {
    let output = call(Command::new(program).arg("--list"))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let lines = said.lines().filter_map(|line| line.split_once('\t'));
    Ok(lines
        .map(|(name, n)| (name.to_owned(), n.to_owned()))
        .collect())
}

/// One reader under the limits. The process ends itself after its seconds, or when it hangs.
fn limited(program: &Path, name: &str, seconds: u64, file: &Path) -> Result<Output, ChoreError> {
    let limits = format!("ulimit -v {KIB_MAX}; exec \"$0\" \"$@\"");
    let mut command = Command::new("sh");
    command
        .args(["-c", &limits])
        .arg(program)
        .args([name, &seconds.to_string(), &SEED.to_string()])
        .arg(file);
    call(&mut command)
}

fn call(command: &mut Command) -> Result<Output, ChoreError> {
    command.output().map_err(|source| ChoreError::File {
        path: PathBuf::from(command.get_program()),
        source,
    })
}

/// Files and ways, and the first line of what was said where it stopped.
fn outcome(output: &Output) -> (String, String) {
    let out = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    let ran = if out.is_empty() { ",".to_owned() } else { out };
    if output.status.success() {
        return (ran, String::new());
    }
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let lines: Vec<&str> = said.lines().take(2).collect();
    (ran, lines.join(" ").replace(['"', '\n'], "'"))
}
