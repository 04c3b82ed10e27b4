//! What the program promises, tried by command: power that goes, disks that fail, bits that turn over,
//! web sites that knock. Refuses to judge by what the program says of itself.

mod advisories;
mod all;
mod clock;
mod ctl;
mod disk;
#[cfg(test)]
mod disk_tests;
mod durability;
mod egress;
mod faults;
mod flips;
mod keys;
mod licence;
mod life;
mod lives;
mod narrow;
mod routes;
mod sabotage;
mod salvage;
mod sbom;
mod script;
mod shim;
mod soak;
mod supply;
mod trace;
mod traces;
mod twice;
mod walk;
mod walls;
mod writers;

use std::path::Path;

pub(crate) use all::{all, names, one};
use clock::run as clock;
use durability::run as durability;
pub(crate) use durability::small;
use egress::run as egress;
pub(crate) use egress::watched as egress_watched;
use faults::run as faults;
use flips::run as flips;
use keys::run as keys;
pub(crate) use keys::small as keys_small;
use sabotage::run as sabotage;
use salvage::run as salvage;
use soak::run as soak;
use supply::run as supply;
pub(crate) use supply::{small as supply_small, write_bill};
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
