//! Races our statistics against tigramite, statsmodels and ruptures on the same tables in the same
//! run, both on one thread, and compares the answers. Refuses to count starting, importing or
//! reading, and to call a race won whose answers differ.

mod agree;
pub(crate) mod apple;
mod cells;
pub(crate) mod csv;
mod data;
mod python;
mod table;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::{ChoreError, House, stamp, suite};
use cells::{Cell, Task};
use python::Python;
use table::{Run, Times};

/// The other side, from the top of the repository.
const PEER: &str = "crates/xtask/src/race/peer.py";

/// Runs all races, or those of one kind, and adds their rows to `docs/results/races.csv`.
///
/// # Errors
/// [`ChoreError::Call`] for an unknown kind, [`ChoreError::Missing`] without Python or a peer,
/// [`ChoreError::Broken`] when a side fails or any two answers differ.
pub(crate) fn run(root: &Path, kind: Option<&str>) -> Result<(), ChoreError> {
    let cells: Vec<Cell> = cells::all()
        .into_iter()
        .filter(|cell| kind.is_none_or(|kind| kind == cell.kind()))
        .collect();
    if cells.is_empty() {
        let text = "races are of the kinds links, stretches and dependence".to_owned();
        return Err(ChoreError::Call(text));
    }
    let target = House::read(root)?.target;
    let python = Python::find(root, &target)?;
    let course = Course {
        ours: build(root, &target)?,
        peer: root.join(PEER),
        python,
        place: tempfile::tempdir().map_err(|source| file("temporary folder", source))?,
    };
    let start = format!("{},{}", stamp::date_and_commit(root), stamp::processor());
    let (mut rows, mut n_other) = (String::new(), 0);
    for cell in &cells {
        let run = course.run(cell)?;
        println!("{}", run.line());
        rows.push_str(&format!("{start},{}\n", run.row()));
        n_other += usize::from(!run.agreement.is_same);
    }
    stamp::add_rows(&root.join("docs/results/races.csv"), table::HEADING, &rows)?;
    if n_other > 0 {
        let text = format!("race: {n_other} of {} answers differ", cells.len());
        return Err(ChoreError::Broken(text));
    }
    Ok(())
}

/// Builds our side as it ships.
fn build(root: &Path, target: &Path) -> Result<PathBuf, ChoreError> {
    let mut command = Command::new("cargo");
    command
        .args(["build", "--quiet", "--release"])
        .args(["--package", "stats", "--example", "race"])
        .current_dir(root);
    suite::succeed(&mut command)?;
    Ok(target.join("release/examples/race"))
}

/// Both sides and a folder for what they read.
struct Course {
    ours: PathBuf,
    peer: PathBuf,
    python: Python,
    place: tempfile::TempDir,
}

impl Course {
    fn run<'a>(&self, cell: &'a Cell) -> Result<Run<'a>, ChoreError> {
        let (text, missing_share) = data::table(cell);
        let (data, task) = (
            self.place.path().join("data.csv"),
            self.place.path().join("task.json"),
        );
        crate::chore::write(&data, &text)?;
        let mut message = cell.message(&data);
        crate::chore::write(&task, &message.to_string())?;
        let ours = answer(Command::new(&self.ours).arg(&task))?;
        // The peer also says how likely it finds our parameters.
        message["at"] = ours["parameters"].clone();
        crate::chore::write(&task, &message.to_string())?;
        let peer = answer(Command::new(&self.python.path).arg(&self.peer).arg(&task))?;
        Ok(Run {
            cell,
            missing_share,
            versions: self.versions(cell),
            ours: Times::read(&ours)?,
            peer: Times::read(&peer)?,
            agreement: agree::compare(&cell.task, &ours, &peer)?,
        })
    }

    fn versions(&self, cell: &Cell) -> String {
        let peer = match cell.task {
            Task::Links { .. } => "tigramite",
            Task::Stretches { .. } => "ruptures",
            Task::Dependence { .. } => "statsmodels",
        };
        let names = [peer, "numpy", "scipy"].map(|name| self.python.named(name));
        names.join(" ")
    }
}

/// Runs one side on one thread and reads its line.
fn answer(command: &mut Command) -> Result<Value, ChoreError> {
    let threads = [
        "RAYON_NUM_THREADS",
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
        "NUMEXPR_NUM_THREADS",
    ];
    let output = command
        .envs(threads.map(|name| (name, "1")))
        .output()
        .map_err(|source| file("one side of the race", source))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(ChoreError::Broken(format!("race: {command:?}: {said}")));
    }
    serde_json::from_slice(&output.stdout)
        .map_err(|error| ChoreError::Broken(format!("race: {command:?}: no JSON: {error}")))
}

fn file(path: &str, source: std::io::Error) -> ChoreError {
    ChoreError::File {
        path: PathBuf::from(path),
        source,
    }
}
