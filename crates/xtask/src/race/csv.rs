//! Races our way through a table against the bare reader of its crate, on the same bytes in the same
//! run. Refuses to call the bar met where any shape of table is read slower.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{ChoreError, House, stamp, suite};

const HEADING: &str = "date,commit,processor,shape,n_bytes,n_rows,bare_mb_s,facts_mb_s,ratio,digest_mb_s,propose_mb_s";
/// Where `facts_mb_s` stands in a line of the example.
const FACTS_AT: usize = 4;
/// Megabytes a second that a table is read with at least.
const MB_S_MIN: f64 = 100.0;

/// Runs it, and adds a row for each shape to `docs/results/csv.csv`.
///
/// # Errors
/// [`ChoreError::Broken`] when the bar is missed or the sides count other rows.
pub(crate) fn run(root: &Path) -> Result<(), ChoreError> {
    let target = House::read(root)?.target;
    let mut build = Command::new("cargo");
    build
        .args(["build", "--quiet", "--release"])
        .args(["--package", "exchange", "--example", "table_speed"])
        .current_dir(root);
    suite::succeed(&mut build)?;
    let example = target.join("release/examples/table_speed");
    let output = Command::new(&example)
        .output()
        .map_err(|source| ChoreError::File {
            path: PathBuf::from(&example),
            source,
        })?;
    let said = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(ChoreError::Broken(format!("race csv: {said}")));
    }
    let start = format!("{},{}", stamp::date_and_commit(root), stamp::processor());
    let (mut rows, mut missed) = (String::new(), Vec::new());
    for line in said.lines() {
        println!("{line}");
        rows.push_str(&format!("{start},{line}\n"));
        let facts = line.split(',').nth(FACTS_AT);
        let speed: Option<f64> = facts.and_then(|text| text.parse().ok());
        if speed.is_none_or(|speed| speed < MB_S_MIN) {
            missed.push(format!("{line}: below {MB_S_MIN} MB a second"));
        }
    }
    stamp::add_rows(&root.join("docs/results/csv.csv"), HEADING, &rows)?;
    if missed.is_empty() {
        return Ok(());
    }
    Err(ChoreError::Broken(format!(
        "race csv: {}",
        missed.join("; ")
    )))
}
