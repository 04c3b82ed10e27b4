//! Proof of what the program is made of: whose code, under which licence, from where, why, and that two
//! builds in two folders are the same bytes. Refuses to reach out: it reads what cargo has fetched already.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use cargo_metadata::{Metadata, MetadataCommand, Package};
use serde::Deserialize;

use super::{advisories, licence, sbom, twice};
use crate::{ChoreError, Doors, stamp};

const HEADING: &str = "date,commit,what,n,bad,told";
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// The parts of `deny.toml` that are judged here, as `cargo deny` reads them.
#[derive(Debug, Deserialize)]
struct Deny {
    licenses: Licenses,
    bans: Bans,
}

#[derive(Debug, Deserialize)]
struct Licenses {
    allow: BTreeSet<String>,
    #[serde(default)]
    exceptions: Vec<Exception>,
}

#[derive(Debug, Deserialize)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: BTreeSet<String>,
}

#[derive(Debug, Deserialize)]
struct Bans {
    deny: Vec<Banned>,
}

#[derive(Debug, Deserialize)]
struct Banned {
    #[serde(rename = "crate")]
    name: String,
}

/// One line of the result.
#[derive(Debug)]
pub(crate) struct Line {
    what: &'static str,
    n: usize,
    bad: Vec<String>,
    told: String,
}

impl Line {
    fn of(what: &'static str, n: usize, bad: Vec<String>) -> Self {
        Self {
            what,
            n,
            bad,
            told: String::new(),
        }
    }

    fn told(self, told: impl Into<String>) -> Self {
        Self {
            told: told.into(),
            ..self
        }
    }
}

/// Judges all crates and builds the program `n` times, with rows in `docs/results/supply.csv`; 0 builds
/// nothing and compares nothing.
///
/// # Errors
/// [`ChoreError::Broken`] when a crate may not be here, or two builds differ.
pub(crate) fn run(root: &Path, n_builds: usize) -> Result<(), ChoreError> {
    let mut lines = judged(root)?;
    let (place, told) = bill(root)?;
    lines.push(Line::of("crates in the bill of materials", told, Vec::new()).told(place));
    if n_builds > 0 {
        let built = twice::build(root, n_builds)?;
        let first = built.first().cloned().unwrap_or_default();
        let differ = built.iter().filter(|one| one.sha256 != first.sha256);
        let bad = differ
            .map(|one| format!("{}: {}", one.folder, one.sha256))
            .collect();
        let told = format!("{} bytes; sha256 {}", first.n_bytes, first.sha256);
        lines.push(Line::of("builds with the same bytes", built.len(), bad).told(told));
    }
    let stamp = stamp::date_and_commit(root);
    let mut rows = String::new();
    let mut complaints = Vec::new();
    for line in &lines {
        let row = format!(
            "{stamp},{},{},{},{}\n",
            line.what,
            line.n,
            line.bad.len(),
            line.told
        );
        print!("{row}");
        rows += &row;
        complaints.extend(
            line.bad
                .iter()
                .map(|bad| format!("supply: {}: {bad}", line.what)),
        );
    }
    stamp::add_rows(&root.join("docs/results/supply.csv"), HEADING, &rows)?;
    super::verdict(&complaints)
}

/// What holds without a build; also part of the test run.
pub(crate) fn small(root: &Path) -> Result<Vec<(&'static str, bool)>, ChoreError> {
    let lines = judged(root)?;
    for bad in lines.iter().flat_map(|line| &line.bad) {
        println!("supply: {bad}");
    }
    Ok(lines
        .iter()
        .map(|line| (line.what, line.bad.is_empty()))
        .collect())
}

/// Everything that cargo knows of the workspace and of all it needs.
fn metadata(root: &Path) -> Result<Metadata, ChoreError> {
    let mut command = MetadataCommand::new();
    command
        .current_dir(root)
        .other_options(vec!["--locked".to_owned()]);
    let found = command.exec();
    found.map_err(|error| ChoreError::Broken(format!("cargo metadata: {error}")))
}

fn judged(root: &Path) -> Result<Vec<Line>, ChoreError> {
    let metadata = metadata(root)?;
    let text = crate::chore::read(&root.join("deny.toml"))?;
    let deny: Deny =
        toml::from_str(&text).map_err(|error| ChoreError::Broken(format!("deny.toml: {error}")))?;
    let doors = Doors::parse(&crate::chore::read(&root.join("doors.toml"))?)?;
    let lock = crate::chore::read(&root.join("Cargo.lock"))?;
    let used = used(root)?;
    let outside: Vec<&Package> = (metadata.packages.iter())
        .filter(|one| one.source.is_some() && used.contains(&name_of(one)))
        .collect();
    let shipped = shipped(root)?;
    let n_shipped = outside
        .iter()
        .filter(|one| shipped.contains(&name_of(one)))
        .count();
    let sums = sbom::checksums(&lock);
    let lines = vec![
        Line::of("outside crates of the workspace", outside.len(), Vec::new())
            .told("tests and chores too"),
        Line::of("outside crates in the program", n_shipped, Vec::new())
            .told("what its build needs too"),
        reasons(&metadata, &doors),
        licences(&outside, &deny),
        bans(&outside, &deny),
        sources(&outside, &sums),
        wildcards(&metadata),
        several_versions(&outside),
        advisories::judge(&outside)?,
    ];
    Ok(lines)
}

/// A crate by its name and version.
type Named = (String, String);

/// What the program is built from on any system; tests are left out.
fn shipped(root: &Path) -> Result<BTreeSet<Named>, ChoreError> {
    named(root, &["--package", "thawline", "--edges", "normal,build"])
}

/// All that any crate of ours is built from.
fn used(root: &Path) -> Result<BTreeSet<Named>, ChoreError> {
    named(root, &["--workspace", "--edges", "all"])
}

/// Asks `cargo tree`: `cargo metadata` also names what a feature would change if somebody turned it on.
fn named(root: &Path, words: &[&str]) -> Result<BTreeSet<Named>, ChoreError> {
    let mut command = Command::new("cargo");
    command
        .args(["tree", "--prefix", "none", "--format", "{p}"])
        .args(["--target", "all", "--locked"])
        .args(words)
        .current_dir(root);
    let done = command.output();
    let done = done.map_err(|error| ChoreError::Broken(format!("cargo tree: {error}")))?;
    if !done.status.success() {
        let said = String::from_utf8_lossy(&done.stderr);
        return Err(ChoreError::Broken(format!("cargo tree: {said}")));
    }
    let text = String::from_utf8_lossy(&done.stdout);
    let pairs = text.lines().filter_map(|line| {
        let mut words = line.split_whitespace();
        let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
        Some((name.to_owned(), version.to_owned()))
    });
    Ok(pairs.collect())
}

fn name_of(package: &Package) -> Named {
    (package.name.to_string(), package.version.to_string())
}

/// Each crate that our own code names has its reason.
fn reasons(metadata: &Metadata, doors: &Doors) -> Line {
    let own = metadata.workspace_packages();
    let direct: BTreeSet<&str> = own
        .iter()
        .flat_map(|one| &one.dependencies)
        .filter(|dependency| dependency.path.is_none())
        .map(|dependency| dependency.name.as_str())
        .collect();
    let why = |name: &str| {
        let owned = doors.outside.get(name).map(|owned| owned.why.as_str());
        let shared = doors.shared.get(name).map(|shared| shared.why.as_str());
        owned
            .or(shared)
            .or_else(|| doors.tests.get(name).map(|reason| reason.why.as_str()))
    };
    let has_none = |name: &&&str| why(name).is_none_or(|why| why.trim().is_empty());
    let bad = direct
        .iter()
        .filter(has_none)
        .map(|name| (*name).to_owned());
    Line::of(
        "crates that our code names; each with its reason",
        direct.len(),
        bad.collect(),
    )
    .told("doors.toml")
}

fn licences(outside: &[&Package], deny: &Deny) -> Line {
    let mut bad = Vec::new();
    for one in outside {
        let also: BTreeSet<&str> = (deny.licenses.exceptions.iter())
            .filter(|exception| exception.name == one.name.as_str())
            .flat_map(|exception| exception.allow.iter().map(String::as_str))
            .collect();
        let is_allowed = |name: &str| deny.licenses.allow.contains(name) || also.contains(name);
        let named = one.license.as_deref().unwrap_or_default();
        if licence::is_met(named, &is_allowed) != Some(true) {
            bad.push(format!("{} {}: '{named}'", one.name, one.version));
        }
    }
    Line::of("crates with an allowed licence", outside.len(), bad).told("deny.toml")
}

fn bans(outside: &[&Package], deny: &Deny) -> Line {
    let is_here = |banned: &&Banned| outside.iter().any(|one| one.name.as_str() == banned.name);
    let bad = deny
        .bans
        .deny
        .iter()
        .filter(is_here)
        .map(|banned| banned.name.clone());
    Line::of(
        "crates that may not be here",
        deny.bans.deny.len(),
        bad.collect(),
    )
    .told("deny.toml")
}

/// Each comes from the public registry, and the lock file knows its bytes.
fn sources(outside: &[&Package], sums: &BTreeMap<(String, String), String>) -> Line {
    let is_known = |one: &Package| {
        let key = (one.name.to_string(), one.version.to_string());
        let is_there = one
            .source
            .as_ref()
            .is_some_and(|source| source.repr == REGISTRY);
        is_there && sums.get(&key).is_some_and(|sum| sum.len() == 64)
    };
    let bad = outside.iter().filter(|one| !is_known(one));
    let bad = bad
        .map(|one| format!("{} {}", one.name, one.version))
        .collect();
    Line::of(
        "crates from the registry; with their checksum",
        outside.len(),
        bad,
    )
}

fn wildcards(metadata: &Metadata) -> Line {
    let own = metadata.workspace_packages();
    let needs: Vec<_> = (own.iter().flat_map(|one| &one.dependencies))
        .filter(|dependency| dependency.path.is_none())
        .collect();
    let any = needs
        .iter()
        .filter(|dependency| dependency.req.to_string() == "*");
    let bad = any.map(|dependency| dependency.name.clone()).collect();
    Line::of("needs that name a version", needs.len(), bad)
}

/// Told and not judged: crates that are here in more than one version.
fn several_versions(outside: &[&Package]) -> Line {
    let mut versions: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for one in outside {
        versions
            .entry(one.name.as_str())
            .or_default()
            .insert(one.version.to_string());
    }
    let n = versions
        .values()
        .filter(|versions| versions.len() > 1)
        .count();
    Line::of("crates in more than one version", n, Vec::new()).told("told and not judged")
}

/// Writes the bill of materials beside what is built; where it is, and how many crates it lists.
fn bill(root: &Path) -> Result<(String, usize), ChoreError> {
    let metadata = metadata(root)?;
    let target: PathBuf = metadata.target_directory.clone().into();
    let shipped = shipped(root)?;
    let packages: Vec<&Package> = (metadata.packages.iter())
        .filter(|one| one.source.is_some() && shipped.contains(&name_of(one)))
        .collect();
    let lock = crate::chore::read(&root.join("Cargo.lock"))?;
    let text = sbom::cyclone_dx(&packages, &sbom::checksums(&lock))?;
    // Nothing may have been built there yet.
    std::fs::create_dir_all(&target).map_err(|source| super::file(&target, source))?;
    crate::chore::write(&target.join("thawline.cdx.json"), &text)?;
    Ok((
        "thawline.cdx.json; CycloneDX 1.5".to_owned(),
        packages.len(),
    ))
}

/// Writes the bill of materials to a file, for a release.
///
/// # Errors
/// [`ChoreError`] when cargo does not answer or the file can not be written.
pub(crate) fn write_bill(root: &Path) -> Result<(), ChoreError> {
    let (place, n) = bill(root)?;
    println!("{place}: {n} crates, beside what cargo builds");
    Ok(())
}

impl Line {
    /// For crates with a known weakness.
    pub fn of_advisories(n: usize, bad: Vec<String>, told: String) -> Self {
        Self::of("crates without a known weakness", n, bad).told(told)
    }
}
