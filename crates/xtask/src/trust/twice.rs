//! Builds the committed program from nothing, in folders of different names, and takes the sum of what comes
//! out. Refuses to build what is not committed: nobody else could build the same.

use std::path::Path;
use std::process::Command;

use crate::{ChoreError, suite};

/// One build.
#[derive(Debug, Clone, Default)]
pub(crate) struct Built {
    pub folder: String,
    pub n_bytes: u64,
    pub sha256: String,
}

/// Builds it so many times. A program that `THAWLINE_BIN` names counts as the first.
pub(crate) fn build(root: &Path, n: usize) -> Result<Vec<Built>, ChoreError> {
    let mut built = Vec::new();
    if let Some(named) = std::env::var_os("THAWLINE_BIN") {
        built.push(summed("THAWLINE_BIN", Path::new(&named))?);
    }
    while built.len() < n {
        // Names of different length: one that crept in would move everything behind it.
        let name = format!("build-{}", "x".repeat(1 + 7 * built.len()));
        let place = tempfile::tempdir().map_err(|source| super::file(root, source))?;
        let folder = place.path().join(&name);
        check_out(root, &folder)?;
        built.push(one(&folder, &name)?);
    }
    Ok(built)
}

/// What is committed, and nothing else. Its files are as new as they are here, not as old as the commit: cargo
/// takes what is older than its last build for built.
pub(crate) fn check_out(root: &Path, folder: &Path) -> Result<(), ChoreError> {
    std::fs::create_dir_all(folder).map_err(|source| super::file(folder, source))?;
    let script = "git -c safe.directory='*' archive HEAD | tar -xm -C \"$0\"";
    let mut command = Command::new("sh");
    command.args(["-c", script]).arg(folder).current_dir(root);
    suite::succeed(&mut command)
}

fn one(folder: &Path, name: &str) -> Result<Built, ChoreError> {
    let target = folder.join("target");
    let mut command = Command::new("nice");
    command
        .args([
            "-n",
            "10",
            "cargo",
            "build",
            "--release",
            "--locked",
            "--package",
            "thawline",
        ])
        .env("CARGO_TARGET_DIR", &target)
        .current_dir(folder);
    suite::succeed(&mut command)?;
    summed(name, &target.join("release/thawline"))
}

fn summed(name: &str, program: &Path) -> Result<Built, ChoreError> {
    let found = std::fs::metadata(program).map_err(|source| super::file(program, source))?;
    let done = Command::new("sha256sum").arg(program).output();
    let done = done.map_err(|error| ChoreError::Missing(format!("missing: sha256sum: {error}")))?;
    let text = String::from_utf8_lossy(&done.stdout);
    let sha256 = text
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_owned();
    Ok(Built {
        folder: name.to_owned(),
        n_bytes: found.len(),
        sha256,
    })
}
