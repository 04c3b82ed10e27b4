//! The release binary: where it is, how it is started on a throw-away folder, and what it answers
//! on the command line. Refuses to touch anybody's own record.

use std::path::PathBuf;
use std::process::Command;

use serde::Deserialize;

use super::{End, Place, Tally};
use crate::{ChoreError, kills, trust};

/// Where cargo put the release binary.
pub(super) fn path(place: &Place<'_>) -> PathBuf {
    place.target.join("release/thawline")
}

/// The parts of `thawline calibrate --json` that are judged here.
#[derive(Debug, Deserialize)]
struct Calibration {
    is_within_promise: bool,
    report: CalibrationReport,
}

#[derive(Debug, Deserialize)]
struct CalibrationReport {
    cells: Vec<serde_json::Value>,
}

/// Reruns the proof of the error rates on a few simulated records of each setting.
pub(super) fn calibration(place: &Place<'_>) -> Result<End, ChoreError> {
    let broken = |what: &dyn std::fmt::Display| ChoreError::Broken(format!("calibrate: {what}"));
    let output = Command::new(path(place))
        .args(["calibrate", "--records", "40", "--seed", "1", "--json"])
        .output()
        .map_err(|error| broken(&error))?;
    let text = String::from_utf8_lossy(&output.stdout);
    if text.is_empty() {
        return Err(broken(&String::from_utf8_lossy(&output.stderr)));
    }
    let found: Calibration = serde_json::from_str(&text).map_err(|error| broken(&error))?;
    let n_cells = found.report.cells.len();
    if output.status.success() && found.is_within_promise && n_cells > 0 {
        println!("{n_cells} settings of 40 records each are within the promise");
        return Ok(End::Counted(Tally::PASSED));
    }
    Err(broken(&format!("not within the promise: {text}")))
}

/// Ends the program a few times while it writes; `cargo xtask kills` does it a thousand times.
pub(super) fn kills(place: &Place<'_>) -> Result<End, ChoreError> {
    let mut tally = Tally::default();
    for found in [
        kills::of_server(&path(place), 25)?,
        kills::of_log(&path(place), 25)?,
    ] {
        println!("{found:?}");
        tally += if found.is_none() {
            Tally::PASSED
        } else {
            Tally::FAILED
        };
    }
    Ok(End::Counted(tally))
}

/// Cuts the power a few times, fails a few calls, turns a few bits over and tries a few wrong words, and
/// sees that planted mistakes are found; `cargo xtask prove all` does it thousands of times.
pub(super) fn power(place: &Place<'_>) -> Result<End, ChoreError> {
    let mut tally = Tally::default();
    let found = trust::small(&path(place))?;
    let keys = trust::keys_small(&path(place))?;
    let supply = trust::supply_small(place.root)?;
    for (what, is_well) in found.into_iter().chain(keys).chain(supply) {
        if !is_well {
            println!("{what}: not as it must be");
        }
        tally += if is_well {
            Tally::PASSED
        } else {
            Tally::FAILED
        };
    }
    Ok(End::Counted(tally))
}
