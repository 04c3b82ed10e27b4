//! Scripts that drive a browser, and what they print: one JSON object a line. Refuses to know what it means.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::ChoreError;

/// How a script ends that came to its end: with nothing found, and with something.
const ENDS: [i32; 2] = [0, 3];

/// What a script of `tests/browser` prints when it is called on the program with these words.
///
/// # Errors
/// [`ChoreError::Missing`] without node, [`ChoreError::Broken`] when the script broke off or printed something else.
pub(super) fn rows<T: serde::de::DeserializeOwned>(
    root: &Path,
    binary: &Path,
    script: &str,
    words: &[&str],
) -> Result<Vec<T>, ChoreError> {
    let done = Command::new("node")
        .arg(script)
        .args(words)
        .current_dir(root.join("tests/browser"))
        .env("THAWLINE_BIN", binary)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| ChoreError::Missing(format!("missing: node: {error}")))?;
    let text = String::from_utf8_lossy(&done.stdout);
    let rows = text
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<Vec<T>, _>>()
        .map_err(|error| ChoreError::Broken(format!("{script} {words:?}: {error}")))?;
    let is_whole = done.status.code().is_some_and(|code| ENDS.contains(&code));
    match is_whole && !rows.is_empty() {
        true => Ok(rows),
        false => Err(ChoreError::Broken(format!("{script} {words:?} broke off"))),
    }
}
