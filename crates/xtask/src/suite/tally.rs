//! Counts what test runners say they ran. Refuses to take silence for success.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::ChoreError;

/// How many checks passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Checks that held.
    pub passed: u64,
    /// Checks that did not.
    pub failed: u64,
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Tally {
    /// One check that held.
    pub const PASSED: Self = Self {
        passed: 1,
        failed: 0,
    };
    /// One check that did not.
    pub const FAILED: Self = Self {
        passed: 0,
        failed: 1,
    };

    /// Adds up every `test result: ok. 3 passed; 0 failed; ...` that cargo printed.
    #[must_use]
    pub fn in_cargo_output(text: &str) -> Self {
        let mut tally = Self::default();
        for line in text.lines().filter(|line| line.starts_with("test result:")) {
            tally.passed += number_before(line, " passed");
            tally.failed += number_before(line, " failed");
        }
        tally
    }

    /// Adds up the `pass 3` and `fail 0` lines with which node ends each run.
    #[must_use]
    pub fn in_node_output(text: &str) -> Self {
        let mut tally = Self::default();
        for line in text.lines() {
            let words = line.trim_start_matches(['ℹ', '#', ' ']);
            if words.len() == line.len() {
                continue;
            }
            if let Some(number) = words.strip_prefix("pass ") {
                tally.passed += number.trim().parse::<u64>().unwrap_or(0);
            }
            if let Some(number) = words.strip_prefix("fail ") {
                tally.failed += number.trim().parse::<u64>().unwrap_or(0);
            }
        }
        tally
    }
}

fn number_before(line: &str, word: &str) -> u64 {
    line.split(word)
        .next()
        .and_then(|before| before.rsplit(' ').next())
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(0)
}

/// Runs `cargo test` and counts its tests.
pub(super) fn of_cargo(command: &mut Command) -> Result<Tally, ChoreError> {
    let (text, is_success) = watched(command)?;
    honest(Tally::in_cargo_output(&text), is_success)
}

/// Runs node's test runner and counts its tests.
pub(super) fn of_node(command: &mut Command) -> Result<Tally, ChoreError> {
    let (text, is_success) = watched(command)?;
    honest(Tally::in_node_output(&text), is_success)
}

/// A run that failed without naming a failed test counts as one failed test; a run without any
/// test is no proof of anything.
fn honest(tally: Tally, is_success: bool) -> Result<Tally, ChoreError> {
    match (is_success, tally) {
        (false, Tally { passed, failed: 0 }) => Ok(Tally { passed, failed: 1 }),
        (
            true,
            Tally {
                passed: 0,
                failed: 0,
            },
        ) => Err(ChoreError::Broken("no test ran".to_owned())),
        _ => Ok(tally),
    }
}

/// Runs a command, shows each line at once, and keeps them.
fn watched(command: &mut Command) -> Result<(String, bool), ChoreError> {
    let failed = |error: std::io::Error| ChoreError::Broken(error.to_string());
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| ChoreError::Broken(format!("{command:?}: {error}")))?;
    let mut text = String::new();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line.map_err(failed)?;
            println!("{line}");
            text.push_str(&line);
            text.push('\n');
        }
    }
    let status = child.wait().map_err(failed)?;
    Ok((text, status.success()))
}
