//! Proof that a wrong clock costs no entry: writes with the clock years off and right again, in turns, and
//! looks for every word. Refuses to change the clock of the machine: the program is shown another one.

use std::path::Path;
use std::process::Command;

use super::life;
use crate::app_client::command;
use crate::{ChoreError, stamp};

const HEADING: &str = "date,commit,shift,acknowledged,lost,told_by_doctor";
const HEADING_OF_ZONES: &str = "date,commit,years,moments,differing";
/// Two years either way, a leap day, a summer time, a time zone, and the year 2038.
const SHIFTS: [&str; 8] = [
    "-2y", "+2y", "-1y", "-275d", "-182d", "-14h", "+14h", "+13y",
];

/// Writes under each shift, with rows in `docs/results/clock.csv`, and asks around every change of every
/// time zone, with a row in `docs/results/zones.csv`.
///
/// # Errors
/// [`ChoreError::Broken`] when an entry is gone; [`ChoreError::Missing`] without `faketime`.
pub(crate) fn run(root: &Path, binary: &Path, n: usize) -> Result<(), ChoreError> {
    let stamp = stamp::date_and_commit(root);
    let (mut rows, mut complaints) = (String::new(), Vec::new());
    for shift in SHIFTS {
        let place = life::scratch()?;
        let data = place.path().join("data");
        let mut words = Vec::new();
        for number in 0..n {
            let word = format!("word-{number}-end");
            // The clock is wrong, is set right, and is wrong again.
            let shift = if number % 2 == 0 { shift } else { "+0" };
            shown(binary, &data, shift, &["log", "--note", &word])?;
            words.push(word);
        }
        let text = life::written_out(binary, &data, None).map_err(ChoreError::Broken)?;
        life::looked_over(binary, &data, None).map_err(ChoreError::Broken)?;
        let lost = words.iter().filter(|word| !text.contains(word.as_str()));
        let lost = lost.count();
        let said = shown(binary, &data, shift, &["doctor"]).err();
        let is_told = said.is_some_and(|error| error.to_string().contains("BAD   the clock"));
        let row = format!("{stamp},{shift},{},{lost},{is_told}\n", words.len());
        print!("{row}");
        rows += &row;
        if lost > 0 {
            complaints.push(format!("clock: {shift}: {lost} entries are gone"));
        }
    }
    let (n_moments, n_differing) = zones(root)?;
    let row = format!("{stamp},2015-2035,{n_moments},{n_differing}\n");
    print!("moments around every change of every time zone: {row}");
    let path = root.join("docs/results/zones.csv");
    stamp::add_rows(&path, HEADING_OF_ZONES, &row)?;
    if n_differing > 0 {
        complaints.push(format!("clock: {n_differing} moments have another day"));
    }
    stamp::add_rows(&root.join("docs/results/clock.csv"), HEADING, &rows)?;
    super::verdict(&complaints)
}

/// Compares days around every change of a zone with Python's; gives how many, and how many differ.
fn zones(root: &Path) -> Result<(usize, usize), ChoreError> {
    let mut command = Command::new("cargo");
    command
        .args(["test", "--quiet", "--package", "record", "--test", "it"])
        .args(["--", "--nocapture", "zones::"])
        .current_dir(root);
    let done = command.output();
    let done = done.map_err(|error| ChoreError::Missing(format!("missing: cargo: {error}")))?;
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    let line = said.lines().find(|line| line.contains("around changes"));
    let numbers: Vec<usize> = line
        .unwrap_or_default()
        .split([' ', ','])
        .filter_map(|word| word.parse().ok())
        .collect();
    match numbers[..] {
        [n_moments, n_differing] => Ok((n_moments, n_differing)),
        _ => Err(ChoreError::Missing(format!(
            "missing: Python 3.9 with time zones (Debian: python3, tzdata): {said}"
        ))),
    }
}

/// A call that is shown another clock, and must end well.
fn shown(binary: &Path, data: &Path, shift: &str, words: &[&str]) -> Result<(), ChoreError> {
    let own = command(binary, data);
    let mut call = Command::new("faketime");
    call.env_clear();
    for (name, value) in own.get_envs() {
        call.env(name, value.unwrap_or_default());
    }
    call.args(["-f", shift]).arg(binary).args(words);
    let done = call.arg("--data-dir").arg(data).output().map_err(|error| {
        ChoreError::Missing(format!("missing: faketime (Debian: faketime): {error}"))
    })?;
    if done.status.success() {
        return Ok(());
    }
    let (out, err) = (
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr),
    );
    Err(ChoreError::Broken(format!(
        "clock {shift}: {words:?}: {out}{err}"
    )))
}
