//! What a cold release build costs: seconds on the wall and of the processor, each crate's share,
//! and the size of the program. Refuses to use anything built before.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use serde::Deserialize;

use crate::ChoreError;

/// One piece of work of cargo.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Unit {
    /// Crate.
    pub name: String,
    /// Its version.
    pub version: String,
    /// What was done, for example ` build-script`; empty for the library.
    pub target: String,
    /// Seconds on the wall.
    pub duration: f64,
}

/// Reads the list of work from the page that `cargo build --timings` writes; `None` when the page
/// holds no such list.
#[must_use]
pub fn units(page: &str) -> Option<Vec<Unit>> {
    let (_, rest) = page.split_once("UNIT_DATA = ")?;
    let mut list = serde_json::Deserializer::from_str(rest).into_iter::<Vec<Unit>>();
    list.next()?.ok()
}

/// Builds the program from nothing and adds the figures to `docs/results/build.csv`.
pub(crate) fn run(root: &Path) -> Result<(), ChoreError> {
    let target = std::env::temp_dir().join(format!("thawline-build-{}", std::process::id()));
    let start = Instant::now();
    let before = processor_seconds()?;
    let status = Command::new("cargo")
        .args(["build", "--release", "--timings", "--package", "thawline"])
        .env("CARGO_TARGET_DIR", &target)
        .current_dir(root)
        .status()
        .map_err(|error| ChoreError::Broken(format!("cargo build: {error}")))?;
    let wall = start.elapsed().as_secs_f64();
    let processor = processor_seconds()? - before;
    if !status.success() {
        return Err(ChoreError::Broken(format!("cargo build: {status}")));
    }
    let rows = rows(root, &target, wall, processor)?;
    print!("{rows}");
    let path = root.join("docs/results/build.csv");
    crate::stamp::add_rows(&path, "date,commit,cores,what,figure,unit", &rows)?;
    std::fs::remove_dir_all(&target).map_err(|source| ChoreError::File {
        path: target,
        source,
    })
}

fn rows(root: &Path, target: &Path, wall: f64, processor: f64) -> Result<String, ChoreError> {
    let page = crate::chore::read(&target.join("cargo-timings/cargo-timing.html"))?;
    let mut units = units(&page).ok_or_else(|| {
        ChoreError::Broken("cargo's page of timings has another shape now".to_owned())
    })?;
    units.sort_by(|a, b| b.duration.total_cmp(&a.duration));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let start = format!("{},{cores}", crate::stamp::date_and_commit(root));
    let binary = target.join("release/thawline");
    let bytes = std::fs::metadata(&binary).map_or(0, |data| data.len());
    let names: std::collections::BTreeSet<(&str, &str)> = units
        .iter()
        .map(|unit| (unit.name.as_str(), unit.version.as_str()))
        .collect();
    let mut text = format!(
        "{start},whole build,{wall:.0},seconds on the wall\n\
         {start},whole build,{processor:.0},processor seconds\n\
         {start},crates,{},count\n\
         {start},program,{bytes},bytes\n",
        names.len()
    );
    for unit in units.iter().take(15) {
        text.push_str(&format!(
            "{start},{} {}{},{:.1},seconds on the wall\n",
            unit.name, unit.version, unit.target, unit.duration
        ));
    }
    Ok(text)
}

/// Processor seconds of all programs that this one started and waited for.
fn processor_seconds() -> Result<f64, ChoreError> {
    // The times of children are fields 16 and 17 of proc(5), in ticks of a hundredth of a second;
    // the second field is a name in brackets that may hold blanks.
    let line = crate::chore::read(Path::new("/proc/self/stat"))?;
    let fields: Vec<&str> = line
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    let ticks = |idx: usize| {
        fields
            .get(idx)
            .and_then(|f| f.parse::<f64>().ok())
            .unwrap_or(0.0)
    };
    Ok((ticks(13) + ticks(14)) / 100.0)
}
