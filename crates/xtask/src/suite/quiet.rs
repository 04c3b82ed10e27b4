//! Proof that nothing leaves: the program works without a network, and the kernel sees no
//! connection that it opens. Refuses to count a proof that the kernel did not allow.

use std::path::Path;
use std::process::Command;

use super::{End, Place, Tally, tally};
use crate::{ChoreError, trust};

/// Why programs can not be run here where only the loopback device exists; `None` when they can.
pub(super) fn no_namespace() -> Option<String> {
    refusal(Command::new("unshare").args(["--user", "--map-root-user", "--net", "true"]))
}

/// Runs the browser tests where only the loopback device exists.
pub(super) fn without_network(place: &Place<'_>) -> Result<End, ChoreError> {
    if let Some(why) = no_namespace() {
        return Ok(End::Skipped(format!("no network namespace here: {why}")));
    }
    let mut command = Command::new("unshare");
    command
        .args(["--user", "--map-root-user", "--net", "sh", "-c"])
        .arg("PATH=$PATH:/usr/sbin:/sbin; ip link set lo up && exec npm run --silent test")
        .current_dir(place.root.join("tests/browser"))
        .env("THAWLINE_BIN", super::binary::path(place));
    tally::of_node(&mut command).map(End::Counted)
}

/// Watches every `connect` of the command line and the server: of a visit, and of every command and page.
pub(super) fn without_connections(place: &Place<'_>) -> Result<End, ChoreError> {
    if let Some(why) = refusal(Command::new("strace").args(["--trace=connect", "true"])) {
        return Ok(End::Skipped(format!("strace may not watch here: {why}")));
    }
    let trace = place.target.join("connections.trace");
    // The watcher adds to the file; what an earlier run left must not count.
    let _ = std::fs::remove_file(&trace);
    let mut command = Command::new("npm");
    command
        .args(["run", "--silent", "watched"])
        .current_dir(place.root.join("tests/browser"))
        .env("THAWLINE_BIN", super::binary::path(place))
        .env("THAWLINE_TRACE", &trace);
    let mut found = tally::of_node(&mut command)?;
    found += judge(&trace)?;
    let complaints = trust::egress_watched(place.root, &super::binary::path(place))?.complaints();
    complaints.iter().for_each(|said| println!("{said}"));
    found += match complaints.is_empty() {
        true => Tally::PASSED,
        false => Tally::FAILED,
    };
    Ok(End::Counted(found))
}

fn judge(trace: &Path) -> Result<Tally, ChoreError> {
    let text = crate::chore::read(trace)?;
    let n_programs = text.matches("+++ exited with 0 +++").count();
    let outward = connections_outward(&text);
    for line in &outward {
        println!("a connection: {line}");
    }
    println!(
        "{n_programs} threads watched to their end, {} connections outward",
        outward.len()
    );
    // A trace without an end is the trace of nothing.
    Ok(if outward.is_empty() && n_programs > 0 {
        Tally::PASSED
    } else {
        Tally::FAILED
    })
}

/// Lines of an strace that open a connection to anything but a socket file of this machine, such
/// as the bus of the keyring.
#[must_use]
pub fn connections_outward(trace: &str) -> Vec<&str> {
    trace
        .lines()
        .filter(|line| line.contains("connect(") || line.contains("sa_family=AF_INET"))
        .filter(|line| !line.contains("AF_UNIX"))
        .collect()
}

/// Why a trial command does not work here; `None` when it does.
fn refusal(command: &mut Command) -> Option<String> {
    match command.output() {
        Ok(output) if output.status.success() => None,
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr);
            let last = said.lines().last().unwrap_or("it failed").to_owned();
            Some(last)
        }
        Err(error) => Some(error.to_string()),
    }
}
