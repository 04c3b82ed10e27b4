//! The files of the repository as text, and the names of its pictures. Refuses ignored files, built
//! files and to read binary ones.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// Says why the files could not be listed.
#[derive(Debug, thiserror::Error)]
pub enum TreeError {
    /// git could not be started or refused.
    #[error("git could not list the files: {0}")]
    Git(String),
}

/// Text files by their path from the top of the repository.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    files: BTreeMap<String, String>,
    /// Files that are no text.
    others: BTreeSet<String>,
}

impl Tree {
    /// Reads every text file that git tracks, and new files that it does not ignore.
    ///
    /// # Errors
    /// [`TreeError::Git`] when git is missing or `root` is no repository.
    pub fn read(root: &Path) -> Result<Self, TreeError> {
        let output = Command::new("git")
            .args([
                // A clone that another user made may be read all the same.
                "-c",
                "safe.directory=*",
                "ls-files",
                "-z",
                "--cached",
                "--others",
                "--exclude-standard",
            ])
            .current_dir(root)
            .output()
            .map_err(|error| TreeError::Git(error.to_string()))?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
            return Err(TreeError::Git(said));
        }
        let mut tree = Self::default();
        for path in String::from_utf8_lossy(&output.stdout).split('\0') {
            // A file that was deleted but not yet committed is listed and cannot be read.
            match std::fs::read_to_string(root.join(path)) {
                Ok(text) => {
                    tree.files.insert(path.to_owned(), text);
                }
                Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
                    tree.others.insert(path.to_owned());
                }
                Err(_) => {}
            }
        }
        Ok(tree)
    }

    /// Adds one file, for tests.
    #[must_use]
    pub fn with(mut self, path: &str, text: &str) -> Self {
        self.files.insert(path.to_owned(), text.to_owned());
        self
    }

    /// Files whose name ends in `ending`, in order of path.
    pub(super) fn ending_in(&self, ending: &str) -> impl Iterator<Item = (&str, &str)> {
        self.all().filter(move |(path, _)| path.ends_with(ending))
    }

    /// All files in order of path.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The names of all text files.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// The text of one file.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Whether a file or folder of this name exists.
    pub(super) fn has(&self, path: &str) -> bool {
        let folder = format!("{}/", path.trim_end_matches('/'));
        self.files.contains_key(path)
            || self.others.contains(path)
            || self.files.keys().any(|file| file.starts_with(&folder))
    }
}

/// The path from the top of the repository that `target` means inside `folder`.
pub(crate) fn resolve(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}
