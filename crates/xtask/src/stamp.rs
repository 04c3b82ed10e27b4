//! When and on what a result was measured. Refuses to name the machine: the kind of its
//! processor is enough.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::ChoreError;

/// Today's date and the commit, `+` behind it when files differ from it: as it was when this run first
/// asked, for an hour later the source may have moved on. Tables of results do not count: nothing is built
/// from them, and one proof after the other adds its row.
pub(crate) fn date_and_commit(root: &Path) -> String {
    static TAKEN: OnceLock<String> = OnceLock::new();
    TAKEN.get_or_init(|| take(root)).clone()
}

fn take(root: &Path) -> String {
    let git = |words: &[&str]| {
        Command::new("git")
            .args(words)
            .current_dir(root)
            .output()
            .map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
            .unwrap_or_default()
    };
    let commit = git(&["rev-parse", "--short=10", "HEAD"]);
    let changed = git(&[
        "status",
        "--porcelain",
        "--untracked-files=no",
        "--",
        ":/",
        ":(top,exclude)docs/results",
    ]);
    let mark = if changed.is_empty() { "" } else { "+" };
    format!("{},{commit}{mark}", jiff::Zoned::now().date())
}

/// The kind of processor, without commas; empty where the system does not tell.
pub(crate) fn processor() -> String {
    let text = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let line = text.lines().find(|line| line.starts_with("model name"));
    let name = line.and_then(|line| line.split_once(':'));
    name.map_or_else(String::new, |(_, name)| name.trim().replace(',', " "))
}

/// Tables of this run, where it writes none.
static KEPT: Mutex<Option<BTreeMap<PathBuf, String>>> = Mutex::new(None);

/// From now on rows are only remembered: a run that tries everything a few times is no result.
pub(crate) fn only_remember() {
    *KEPT.lock().unwrap_or_else(PoisonError::into_inner) = Some(BTreeMap::new());
}

/// The table of this run, where it writes none.
pub(crate) fn remembered(path: &Path) -> Option<String> {
    let kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    kept.as_ref()
        .map(|tables| tables.get(path).cloned().unwrap_or_default())
}

/// Adds rows to a result file, and first the heading when the file is new.
pub(crate) fn add_rows(path: &Path, heading: &str, rows: &str) -> Result<(), ChoreError> {
    if let Some(tables) = &mut *KEPT.lock().unwrap_or_else(PoisonError::into_inner) {
        let start = || format!("{heading}\n");
        *tables.entry(path.to_path_buf()).or_insert_with(start) += rows;
        return Ok(());
    }
    let named = |source| ChoreError::File {
        path: path.to_path_buf(),
        source,
    };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(named)?;
    }
    let is_new = !path.exists();
    let mut file = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(path)
        .map_err(named)?;
    if is_new {
        writeln!(file, "{heading}").map_err(named)?;
    }
    file.write_all(rows.as_bytes()).map_err(named)
}
