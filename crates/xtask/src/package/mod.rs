//! What a person installs: a Debian package, and an archive with a program that needs no library of
//! the system. Refuses to differ between two runs on the same commit, and to publish anything.

mod checks;
mod clean_root;
mod deb;
mod tarball;
mod tree;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{ChoreError, House, suite};

pub(crate) use tree::Facts;

/// Debian packages of the programs that are called here, by program.
pub(crate) const TOOLS: [(&str, &str); 6] = [
    ("systemd-analyze", "systemd"),
    ("dpkg-shlibdeps", "dpkg-dev"),
    ("lintian", "lintian"),
    ("desktop-file-validate", "desktop-file-utils"),
    ("appstreamcli", "appstream"),
    ("mandoc", "mandoc"),
];

/// Makes the Debian package and the archive, checks them, and notes their sizes.
///
/// # Errors
/// [`ChoreError`] when a tool is missing or complains.
pub(crate) fn run(root: &Path) -> Result<(), ChoreError> {
    suite::build_release(root)?;
    let target = House::read(root)?.target;
    let package = debian(root, &target.join("release/thawline"), &target)?;
    let archive = tarball::make(root, &target)?;
    let mut rows = String::new();
    let stamp = crate::stamp::date_and_commit(root);
    for path in [&package, &archive] {
        let bytes = std::fs::metadata(path).map_or(0, |data| data.len());
        println!(
            "{} {bytes} bytes\n  sha256 {}",
            path.display(),
            sha256(path)?
        );
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        rows.push_str(&format!("{stamp},{name},{bytes},bytes\n"));
    }
    let exposure = checks::exposure(root)?;
    rows.push_str(&format!(
        "{stamp},exposure of notes.service,{exposure},of 10; bar 2.0\n"
    ));
    print!("{rows}");
    let results = root.join("docs/results/package.csv");
    crate::stamp::add_rows(&results, "date,commit,what,figure,unit", &rows)
}

/// Makes the Debian package of a program and has it checked; gives the file.
pub(crate) fn debian(root: &Path, program: &Path, target: &Path) -> Result<PathBuf, ChoreError> {
    suite::prepare_tools(&TOOLS)?;
    let facts = Facts::read(root)?;
    let package = deb::make(root, program, &target.join("package"), &facts)?;
    checks::all(root, &package, &facts, &target.join("package"))?;
    Ok(package)
}

/// Installs, uses, upgrades and removes packages in a root of their own.
pub(crate) fn try_in_clean_root(root: &Path, old: Option<&str>) -> Result<(), ChoreError> {
    let program = crate::chore::release(root)?;
    let target = House::read(root)?.target;
    let package = debian(root, &program, &target)?;
    clean_root::run(&package, old.map(Path::new), &target.join("package"))
}

/// What a command prints, or why it failed.
fn said(command: &mut Command) -> Result<String, ChoreError> {
    let output = command
        .output()
        .map_err(|error| ChoreError::Broken(format!("{command:?}: {error}")))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8_lossy(&text).into_owned();
    Err(ChoreError::Broken(format!(
        "{command:?}: {}\n{text}",
        output.status
    )))
}

fn sha256(path: &Path) -> Result<String, ChoreError> {
    let text = said(Command::new("sha256sum").arg(path))?;
    Ok(text.split(' ').next().unwrap_or_default().to_owned())
}

/// Names the file when something about it failed.
fn at(path: &Path) -> impl Fn(std::io::Error) -> ChoreError + '_ {
    move |source| ChoreError::File {
        path: path.to_path_buf(),
        source,
    }
}
