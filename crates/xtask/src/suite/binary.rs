//! The release binary: where it is, how it is started on a throw-away folder, and what it answers
//! on the command line. Refuses to touch anybody's own record.

use std::path::PathBuf;
use std::process::Command;

use serde::Deserialize;

use super::{End, Place, Tally};
use crate::{ChoreError, kills};

/// Where cargo put the release binary.
pub(super) fn path(place: &Place<'_>) -> PathBuf {
    place.target.join("release/thawline")
}

/// What `thawline calibrate --json` says about one question.
#[derive(Debug, Deserialize)]
struct Calibration {
    verdict: String,
}

/// Reruns the proof of the false-claim rate on a few simulated records.
pub(super) fn calibration(place: &Place<'_>) -> Result<End, ChoreError> {
    let output = Command::new(path(place))
        .args(["calibrate", "--records", "40", "--seed", "1", "--json"])
        .output()
        .map_err(|error| ChoreError::Broken(format!("thawline calibrate: {error}")))?;
    let text = String::from_utf8_lossy(&output.stdout);
    println!("{}", text.trim());
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(ChoreError::Broken(format!("thawline calibrate: {said}")));
    }
    let found: Calibration = serde_json::from_str(&text)
        .map_err(|error| ChoreError::Broken(format!("thawline calibrate --json: {error}")))?;
    if found.verdict == "holds" {
        return Ok(End::Counted(Tally::PASSED));
    }
    Err(ChoreError::Broken(format!(
        "thawline calibrate: the verdict is `{}`",
        found.verdict
    )))
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
