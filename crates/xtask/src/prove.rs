//! Reruns a proof of the test stand and prints its table. Refuses to write it down: whoever commits a
//! result reads it first.

use std::path::Path;
use std::process::Command;

use crate::{ChoreError, suite};

/// Bar, example of the test stand, words before the number of records, and the number that the
/// committed table was made with.
const PROOFS: [(&str, &str, &[&str], &str); 21] = [
    ("B1", "together", &["around"], "100"),
    ("B3", "real_noise", &[], "400"),
    ("B5", "rivals", &[], "150"),
    ("B6", "suspect", &[], "300"),
    ("B7", "experiment", &[], "800"),
    ("B9", "speed", &[], "1095"),
    ("B10", "hostile", &[], "1000000"),
    ("flickers", "flickers", &[], "100"),
    ("after_high", "after_high", &[], "150"),
    ("being_asked", "silent", &[], "100"),
    ("experiment_still", "trying", &["still"], "300"),
    ("experiment_size", "trying", &["size"], "150"),
    ("experiment_offer", "trying", &["offer"], "150"),
    ("start_still", "starting", &["still"], "300"),
    ("start_power", "starting", &["power"], "150"),
    ("start_offer", "starting", &["offer"], "150"),
    ("lifting", "lifting", &[], "60"),
    ("course", "proof", &["course", "around"], "100"),
    ("course_year", "proof", &["course", "year"], "30"),
    ("elsewhere", "elsewhere", &[], "200"),
    ("named_late", "named_late", &[], "300"),
];

/// Reruns the proof of one bar with `n` records a row, or with as many as the committed table has.
///
/// # Errors
/// [`ChoreError::Call`] for an unknown bar; [`ChoreError::Told`] when the proof fails.
pub(crate) fn run(root: &Path, bar: &str, n: Option<&str>) -> Result<(), ChoreError> {
    let Some((_, example, words, usual)) = PROOFS.iter().find(|(name, ..)| *name == bar) else {
        let known: Vec<&str> = PROOFS.iter().map(|(name, ..)| *name).collect();
        let known = known.join(", ");
        return Err(ChoreError::Call(format!(
            "no proof for `{bar}`; there are {known}, fhir, fuzz, all, {}",
            crate::trust::names().join(", ")
        )));
    };
    let mut command = Command::new("cargo");
    command
        .args(["run", "--quiet", "--release", "--package", "calibration"])
        .args(["--example", example, "--"])
        .args(*words)
        .arg(n.unwrap_or(usual))
        .current_dir(root);
    if example == &"speed" {
        // Promised on one core.
        command.env("RAYON_NUM_THREADS", "1");
    }
    suite::succeed(&mut command)
}
