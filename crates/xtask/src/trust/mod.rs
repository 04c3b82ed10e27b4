//! What the program promises, tried by command: power that goes, disks that fail, bits that turn over,
//! web sites that knock. Refuses to judge by what the program says of itself.

mod all;
mod clock;
mod ctl;
mod disk;
#[cfg(test)]
mod disk_tests;
mod durability;
mod faults;
mod flips;
mod life;
mod lives;
mod narrow;
mod shim;
mod trace;
mod traces;
mod walls;
mod writers;

use std::path::Path;

pub(crate) use all::{all, names, one};
use clock::run as clock;
use durability::run as durability;
pub(crate) use durability::small;
use faults::run as faults;
use flips::run as flips;
use traces::run as traces;
use walls::run as walls;
use writers::run as writers;

use crate::ChoreError;
use crate::app_client::ClientError;

fn file(path: &Path, source: std::io::Error) -> ChoreError {
    ChoreError::File {
        path: path.to_path_buf(),
        source,
    }
}

fn told(error: ClientError) -> ChoreError {
    ChoreError::Broken(error.to_string())
}

/// Every complaint, or that there is none.
fn verdict(complaints: &[String]) -> Result<(), ChoreError> {
    match complaints {
        [] => Ok(()),
        list => Err(ChoreError::Broken(list.join("\n"))),
    }
}

/// Whether a program can be called.
fn is_here(program: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join(program).is_file())
}
