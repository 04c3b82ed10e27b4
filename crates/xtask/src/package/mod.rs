//! What a person installs: a Debian package, and an archive with a program that needs no library of
//! the system. Refuses to differ between two runs on the same commit, and to publish anything.

mod again;
mod checks;
mod clean_root;
mod deb;
mod empty_root;
mod starts;
mod tarball;
mod tree;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{ChoreError, House, suite};

pub(crate) use again::lay;
pub(crate) use tree::Facts;

/// Figures of what people install.
const RESULTS: &str = "docs/results/package.csv";

/// Debian packages of the programs that are called here, by program.
pub(crate) const TOOLS: [(&str, &str); 6] = [
    ("systemd-analyze", "systemd"),
    ("dpkg-shlibdeps", "dpkg-dev"),
    ("lintian", "lintian"),
    ("desktop-file-validate", "desktop-file-utils"),
    ("appstreamcli", "appstream"),
    ("mandoc", "mandoc"),
];

const HEADING: &str = "date,commit,what,figure,unit";

/// Makes the Debian package and the archive, checks and uses them, and notes their figures.
///
/// # Errors
/// [`ChoreError`] when a tool is missing or complains, when the same files are not the same bytes a
/// second time, or when the archive needs anything around it.
pub(crate) fn run(root: &Path) -> Result<(), ChoreError> {
    suite::prepare_tools(&TOOLS)?;
    let target = House::read(root)?.target;
    let (facts, to) = (Facts::read(root)?, target.join("package"));
    // The static one first: the usual build after it leaves the usual program where it is looked for.
    let fixed = tarball::build(root, &target)?;
    suite::build_release(root)?;
    let program = target.join("release/thawline");
    let package = deb::pack(&deb::lay(root, &program, &to, &facts)?, &facts)?;
    let archive = tarball::pack(&tarball::lay(root, &fixed, &to, &facts)?, &facts)?;
    let found = checks::all(root, &package, &facts, &to)?;
    again::same(&[&program, &fixed], &[&package, &archive], &to)?;
    let n_files = empty_root::run(&archive, &to)?;
    let stamp = crate::stamp::date_and_commit(root);
    let mut rows = String::new();
    let mut add = |what: &str, figure: String, unit: &str| {
        println!("{what}: {figure} {unit}");
        rows.push_str(&format!("{stamp},{what},{figure},{unit}\n"));
    };
    for (what, path) in [
        ("package", &package),
        ("archive", &archive),
        ("program of the package", &program),
        ("program of the archive", &fixed),
    ] {
        let bytes = std::fs::metadata(path).map_err(at(path))?.len();
        println!("{} sha256 {}", path.display(), sha256(path)?);
        add(what, bytes.to_string(), "bytes");
    }
    add(
        "package and archive made again elsewhere",
        "0".to_owned(),
        "bytes differ",
    );
    for (what, path) in [("package", &program), ("archive", &fixed)] {
        let (ratio, ms) = starts::first_answer(path)?;
        println!("{what}: first answer after {ms:.0} ms");
        let what = format!("start to first answer of the program of the {what}");
        add(&what, format!("{ratio:.0}"), "times the start of `true`");
    }
    add(
        "archive used in an empty root",
        n_files.to_string(),
        "files and the kernel are all there is",
    );
    add(
        "lintian",
        found.n_complaints.to_string(),
        "errors and warnings",
    );
    add(
        "exposure of notes.service",
        found.exposure.to_string(),
        "of 10; bar 2.0",
    );
    crate::stamp::add_rows(&root.join(RESULTS), HEADING, &rows)
}

/// Makes the Debian package of a program and has it checked; gives the file.
pub(crate) fn debian(root: &Path, program: &Path, target: &Path) -> Result<PathBuf, ChoreError> {
    suite::prepare_tools(&TOOLS)?;
    let (facts, to) = (Facts::read(root)?, target.join("package"));
    let stage = deb::lay(root, program, &to, &facts)?;
    again::same(&[program], &[&stage], &to)?;
    let package = deb::pack(&stage, &facts)?;
    checks::all(root, &package, &facts, &to)?;
    Ok(package)
}

/// Installs, uses, upgrades and removes packages in a root of their own.
pub(crate) fn try_in_clean_root(root: &Path, old: Option<&str>) -> Result<(), ChoreError> {
    let program = crate::chore::release(root)?;
    let target = House::read(root)?.target;
    let package = debian(root, &program, &target)?;
    let stamp = crate::stamp::date_and_commit(root);
    let found = clean_root::run(&package, old.map(Path::new), &target.join("package"))?;
    let rows: String = (found.iter())
        .map(|(what, figure, unit)| format!("{stamp},{what},{figure},{unit}\n"))
        .collect();
    crate::stamp::add_rows(&root.join(RESULTS), HEADING, &rows)
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
