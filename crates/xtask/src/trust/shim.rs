//! Compiles the piece of C that stands between the program and its disk, and loads it into a call.
//! Refuses to be loaded into anything but a program under test.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{ChoreError, chore};

/// The compiled piece.
#[derive(Debug, Clone)]
pub(crate) struct Shim(PathBuf);

impl Shim {
    /// Compiles it into `folder`.
    ///
    /// # Errors
    /// [`ChoreError::Missing`] without a C compiler, which building the database needs as well.
    pub fn build(folder: &Path) -> Result<Self, ChoreError> {
        let (source, built) = (folder.join("shim.c"), folder.join("shim.so"));
        chore::write(&source, include_str!("shim.c"))?;
        let done = Command::new("cc")
            .args([
                "-O1", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o",
            ])
            .arg(&built)
            .arg(&source)
            .args(["-ldl", "-lpthread"])
            .output()
            .map_err(|error| {
                ChoreError::Missing(format!("missing: a C compiler, `cc`: {error}"))
            })?;
        if done.status.success() {
            return Ok(Self(built));
        }
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        Err(ChoreError::Broken(format!("cc: {said}")))
    }

    /// Has a call write down what it does to the files below `root`.
    pub fn record(&self, command: &mut Command, root: &Path, trace: &Path) {
        command
            .env("LD_PRELOAD", &self.0)
            .env("DISK_ROOT", root)
            .env("DISK_TRACE", trace);
    }

    /// Has calls fail as the file `ctl` says.
    pub fn steer(&self, command: &mut Command, root: &Path, ctl: &Path) {
        command
            .env("LD_PRELOAD", &self.0)
            .env("DISK_ROOT", root)
            .env("DISK_CTL", ctl);
    }
}
