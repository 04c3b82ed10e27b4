//! A Python that holds the peers: the one that THAWLINE_PYTHON names, or one of our own beside the
//! built files. Refuses other versions than those in `peers.txt`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{ChoreError, suite};

/// Everything that pip installs; the first three are raced.
const PEERS: &str = include_str!("peers.txt");
const N_RACED: usize = 3;
const VARIABLE: &str = "THAWLINE_PYTHON";

/// A Python and what it holds.
pub(super) struct Python {
    pub path: PathBuf,
    versions: BTreeMap<String, Option<String>>,
}

impl Python {
    /// Finds one, or sets one up in `target`.
    ///
    /// # Errors
    /// [`ChoreError::Missing`] when there is none or it lacks a peer.
    pub fn find(root: &Path, target: &Path) -> Result<Self, ChoreError> {
        let path = match std::env::var_os(VARIABLE) {
            Some(path) => PathBuf::from(path),
            None => own(root, target)?,
        };
        let versions = versions(root, &path)?;
        if let Some(lack) = lack(&versions) {
            let path = path.display();
            return Err(ChoreError::Missing(format!(
                "the race needs {lack}; `{path} -m pip install -r crates/xtask/src/race/peers.txt` \
                 brings it"
            )));
        }
        Ok(Self { path, versions })
    }

    /// Name and version of a peer or of what it rests on.
    pub fn named(&self, name: &str) -> String {
        let version = self.versions.get(name).cloned().flatten();
        format!("{name} {}", version.unwrap_or_default())
    }
}

/// Python beside the built files, with the peers in it.
fn own(root: &Path, target: &Path) -> Result<PathBuf, ChoreError> {
    let folder = target.join("race-python");
    let python = folder.join("bin/python");
    if python.exists() && versions(root, &python).is_ok_and(|found| lack(&found).is_none()) {
        return Ok(python);
    }
    set_up(root, &folder, "crates/xtask/src/race/peers.txt")
}

/// Makes a Python in `folder` with the packages that a file of the repository lists.
///
/// # Errors
/// [`ChoreError::Missing`] without Python, or where pip fails.
pub(super) fn set_up(root: &Path, folder: &Path, packages: &str) -> Result<PathBuf, ChoreError> {
    println!("== installing the peers");
    let python = folder.join("bin/python");
    let missing = |what: &str| {
        ChoreError::Missing(format!(
            "the race needs {what}; {VARIABLE} may name a Python with the packages of {packages}"
        ))
    };
    let mut make = Command::new("python3");
    make.args(["-m", "venv"]).arg(folder);
    suite::succeed(&mut make).map_err(|_| missing("Python 3.11 or later with venv"))?;
    let mut install = Command::new(&python);
    install
        .args(["-m", "pip", "install", "--quiet"])
        .args(["--disable-pip-version-check", "--requirement"])
        .arg(root.join(packages));
    suite::succeed(&mut install).map_err(|_| missing("packages that pip could not install"))?;
    Ok(python)
}

fn versions(root: &Path, python: &Path) -> Result<BTreeMap<String, Option<String>>, ChoreError> {
    let output = Command::new(python)
        .arg(root.join(super::PEER))
        .output()
        .ok()
        .filter(|output| output.status.success());
    let found = output.and_then(|output| serde_json::from_slice(&output.stdout).ok());
    found.ok_or_else(|| {
        ChoreError::Missing(format!(
            "the race needs Python 3, and `{}` does not run",
            python.display()
        ))
    })
}

/// The first package that is not there, or raced and not there in its version, in words.
fn lack(versions: &BTreeMap<String, Option<String>>) -> Option<String> {
    PEERS.lines().enumerate().find_map(|(idx, line)| {
        let (name, wanted) = line.split_once("==")?;
        match versions.get(name).cloned().flatten() {
            Some(found) if found == wanted || idx >= N_RACED => None,
            Some(found) => Some(format!("{name} {wanted}, and {found} is installed")),
            None => Some(format!("{name} {wanted}, and none is installed")),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_or_other_version_is_named() {
        let mut versions: BTreeMap<String, Option<String>> = PEERS
            .lines()
            .filter_map(|line| line.split_once("=="))
            .map(|(name, version)| (name.to_owned(), Some(version.to_owned())))
            .collect();
        assert_eq!(lack(&versions), None);
        // What the peers rest on may differ.
        versions.insert("numpy".to_owned(), Some("1.0".to_owned()));
        assert_eq!(lack(&versions), None);
        versions.insert("scipy".to_owned(), None);
        assert!(lack(&versions).unwrap().starts_with("scipy "));
        versions.insert("ruptures".to_owned(), Some("1.0".to_owned()));
        let words = lack(&versions).unwrap();
        assert!(words.starts_with("ruptures ") && words.contains("1.0 is installed"));
        versions.insert("tigramite".to_owned(), None);
        assert!(lack(&versions).unwrap().starts_with("tigramite "));
    }
}
