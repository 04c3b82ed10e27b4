//! Has three validators of others read what the program writes as FHIR, and errors planted into it.
//! Refuses to pass when one of them refuses a file, or when an error is found by none.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::Deserialize;

use crate::{ChoreError, House, stamp, suite};

/// Files of each kind in the test command.
const FEW: usize = 5;
const HEADING: &str = "date,commit,validator,files,refused,planted,caught,missed";
/// What the tools are made from, below `tests/fhir`.
const TOOLS: [&str; 8] = [
    "package.json",
    "package-lock.json",
    "requirements.txt",
    "files.mjs",
    "planted.json",
    "validate.mjs",
    "medplum.mjs",
    "validate.py",
];

/// What a validator says of all files.
#[derive(Deserialize)]
struct Verdict {
    validator: String,
    files: usize,
    bad: usize,
    planted: Vec<Planted>,
}

#[derive(Deserialize)]
struct Planted {
    name: String,
    caught: bool,
}

/// Writes the files, installs the validators, asks them, and keeps what they said.
///
/// # Errors
/// [`ChoreError`] when a tool is missing, a file is refused, or a planted error is found by none.
pub(crate) fn run(root: &Path) -> Result<(), ChoreError> {
    let place = House::read(root)?.target.join("fhir");
    let files = written(root, &place.join("files"))?;
    let tools = place.join("tools");
    node_tools(root, &tools)?;
    python_tools(root, &tools)?;
    let mut verdicts = Vec::new();
    for (program, script) in [
        (PathBuf::from("node"), "validate.mjs"),
        (PathBuf::from("node"), "medplum.mjs"),
        (tools.join("python/bin/python"), "validate.py"),
    ] {
        verdicts.push(ask(&program, &tools.join(script), (&files, None))?);
    }
    let rows: String = verdicts.iter().map(|one| row(root, one)).collect();
    print!("{HEADING}\n{rows}");
    stamp::add_rows(&root.join("docs/results/fhir.csv"), HEADING, &rows)?;
    judge(&verdicts)
}

/// Has one validator read a few of each kind of file; nothing is kept. Gives why it can not.
///
/// # Errors
/// As [`run`].
pub(crate) fn few(root: &Path) -> Result<Option<String>, ChoreError> {
    let place = House::read(root)?.target.join("fhir");
    let tools = place.join("tools");
    if let Err(error) = node_tools(root, &tools) {
        return Ok(Some(error.to_string()));
    }
    let files = written(root, &place.join("files"))?;
    let script = tools.join("validate.mjs");
    let verdict = ask(Path::new("node"), &script, (&files, Some(FEW)))?;
    println!("{}: {} files", verdict.validator, verdict.files);
    judge(&[verdict])?;
    Ok(None)
}

/// The tests write what they generate; the published files come beside it.
fn written(root: &Path, out: &Path) -> Result<PathBuf, ChoreError> {
    println!("== writing bundles");
    let named = |source| file(out, source);
    if out.exists() {
        fs::remove_dir_all(out).map_err(named)?;
    }
    fs::create_dir_all(out).map_err(named)?;
    for room in ["exchange", "app"] {
        let mut tests = Command::new("cargo");
        tests
            .args([
                "test",
                "--quiet",
                "--package",
                room,
                "--test",
                "it",
                "--",
                "fhir",
            ])
            .env("THAWLINE_FHIR_OUT", out)
            .current_dir(root);
        suite::succeed(&mut tests)?;
    }
    let published = root.join("docs/fhir");
    for entry in fs::read_dir(&published).map_err(|source| file(&published, source))? {
        let path = entry.map_err(|source| file(&published, source))?.path();
        if let (Some("json"), Some(name)) =
            (path.extension().and_then(|e| e.to_str()), path.file_name())
        {
            fs::copy(&path, out.join(name)).map_err(|source| file(&path, source))?;
        }
    }
    Ok(out.to_path_buf())
}

fn missing(what: &str) -> ChoreError {
    ChoreError::Missing(format!("the proof of FHIR needs {what}"))
}

/// Copies these files of the tools; says whether one of those that name packages is new.
fn copy(root: &Path, place: &Path, is_wanted: impl Fn(&str) -> bool) -> Result<bool, ChoreError> {
    fs::create_dir_all(place).map_err(|source| file(place, source))?;
    let mut is_list_new = false;
    for name in TOOLS.into_iter().filter(|name| is_wanted(name)) {
        let (from, to) = (root.join("tests/fhir").join(name), place.join(name));
        let wanted = fs::read(&from).map_err(|source| file(&from, source))?;
        let is_new = fs::read(&to).map_or(true, |known| known != wanted);
        is_list_new |= is_new && (name.starts_with("package") || name == "requirements.txt");
        fs::write(&to, wanted).map_err(|source| file(&to, source))?;
    }
    Ok(is_list_new)
}

fn is_for_python(name: &str) -> bool {
    matches!(name, "requirements.txt" | "validate.py")
}

fn node_tools(root: &Path, place: &Path) -> Result<(), ChoreError> {
    let is_list_new = copy(root, place, |name| !is_for_python(name))?;
    if is_list_new || !place.join("node_modules").exists() {
        println!("== installing the validators of npm");
        let mut install = Command::new("npm");
        install
            .args(["ci", "--no-audit", "--no-fund"])
            .current_dir(place);
        suite::succeed(&mut install).map_err(|_| missing("Node with npm, and its registry"))?;
    }
    Ok(())
}

fn python_tools(root: &Path, place: &Path) -> Result<(), ChoreError> {
    let is_list_new = copy(root, place, is_for_python)?;
    if is_list_new || !place.join("python").exists() {
        println!("== installing the validator of PyPI");
        let mut make = Command::new("python3");
        make.args(["-m", "venv", "--clear"])
            .arg(place.join("python"));
        suite::succeed(&mut make).map_err(|_| missing("Python 3.11 or later with venv"))?;
        let mut install = Command::new(place.join("python/bin/python"));
        install
            .args(["-m", "pip", "install", "--quiet", "--no-deps"])
            .args(["--disable-pip-version-check", "--requirement"])
            .arg(place.join("requirements.txt"));
        suite::succeed(&mut install).map_err(|_| missing("packages that pip could not install"))?;
    }
    Ok(())
}

fn ask(
    program: &Path,
    script: &Path,
    (files, most): (&Path, Option<usize>),
) -> Result<Verdict, ChoreError> {
    let output = Command::new(program)
        .arg(script)
        .arg(files)
        .args(most.map(|most| most.to_string()))
        .stderr(Stdio::inherit())
        .output()
        .map_err(|source| file(program, source))?;
    let verdict = serde_json::from_slice(&output.stdout);
    verdict.map_err(|error| ChoreError::Broken(format!("{}: {error}", script.display())))
}

fn row(root: &Path, verdict: &Verdict) -> String {
    let missed: Vec<&str> = verdict
        .planted
        .iter()
        .filter(|one| !one.caught)
        .map(|one| &*one.name)
        .collect();
    let n = verdict.planted.len();
    let mut row = format!("{},{}", stamp::date_and_commit(root), verdict.validator);
    let _ = writeln!(
        row,
        ",{},{},{n},{},{}",
        verdict.files,
        verdict.bad,
        n - missed.len(),
        missed.join("; ")
    );
    row
}

/// Every file passes everywhere, and every planted error is found by somebody.
fn judge(verdicts: &[Verdict]) -> Result<(), ChoreError> {
    let mut broken = Vec::new();
    for verdict in verdicts.iter().filter(|one| one.bad > 0 || one.files == 0) {
        let (name, bad, n) = (&verdict.validator, verdict.bad, verdict.files);
        broken.push(format!("{name} refuses {bad} of {n} files"));
    }
    let planted = verdicts
        .first()
        .map(|one| one.planted.as_slice())
        .unwrap_or_default();
    for one in planted {
        let is_it = |other: &&Planted| other.name == one.name && other.caught;
        if !verdicts
            .iter()
            .any(|verdict| verdict.planted.iter().any(|other| is_it(&other)))
        {
            broken.push(format!("nobody finds {}", one.name));
        }
    }
    if planted.is_empty() {
        broken.push("nothing was planted".to_owned());
    }
    if broken.is_empty() {
        return Ok(());
    }
    Err(ChoreError::Broken(broken.join("\n")))
}

fn file(path: &Path, source: std::io::Error) -> ChoreError {
    ChoreError::File {
        path: path.to_path_buf(),
        source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(bad: usize, caught: &[bool]) -> Verdict {
        let planted = caught.iter().enumerate().map(|(idx, caught)| Planted {
            name: format!("error {idx}"),
            caught: *caught,
        });
        Verdict {
            validator: "one".to_owned(),
            files: 3,
            bad,
            planted: planted.collect(),
        }
    }

    #[test]
    fn what_one_misses_another_may_find_and_somebody_must() {
        let pass = [verdict(0, &[true, false]), verdict(0, &[false, true])];
        assert!(judge(&pass).is_ok());
        let missed = judge(&[verdict(0, &[true, false])]).unwrap_err();
        assert!(missed.to_string().contains("nobody finds error 1"));
        assert!(judge(&[verdict(1, &[true])]).is_err());
        assert!(judge(&[verdict(0, &[])]).is_err() && judge(&[]).is_err());
    }
}
