//! Looks the record and its place over, and says what is well and what is not.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use store::{FolderState, KeyPlace, Store};

use crate::{App, Trouble};

/// How one check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckState {
    /// Well.
    Good,
    /// Something to know.
    Note,
    /// Something to mend.
    Bad,
}

/// One check in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckLine {
    /// How it came out.
    pub state: CheckState,
    /// What was looked at and what was seen.
    pub words: String,
}

fn line(state: CheckState, words: impl Into<String>) -> CheckLine {
    CheckLine {
        state,
        words: words.into(),
    }
}

impl App {
    /// Checks what can be checked while the record may be locked; the rest when it is open.
    ///
    /// # Errors
    /// [`Trouble`] when the folder cannot be looked at.
    pub fn doctor(&mut self) -> Result<Vec<CheckLine>, Trouble> {
        let mut lines = vec![self.clock_line(), state_line(&self.folder.state())];
        lines.extend(permission_lines(self.folder.path()));
        lines.push(disk_line(self.folder.path()));
        if let Some(open) = &mut self.open {
            // Where it can not be, the look at its pages says so.
            let _ = open.store.refresh();
            lines.push(page_line(&open.store));
            lines.extend(seal_lines(&open.store)?);
            let words = format!(
                "the record holds {} entries in {} KiB",
                open.store.n_facts()?,
                open.store.size_bytes()? / 1024
            );
            lines.push(line(CheckState::Good, words));
        } else if matches!(self.folder.state(), FolderState::Present { .. }) {
            lines.push(line(
                CheckState::Note,
                "locked: its pages were not looked at",
            ));
        }
        match self.open.is_some() {
            true => {
                lines.extend(self.loss_lines()?);
                lines.extend(self.backup_lines()?);
            }
            false => lines.push(line(
                CheckState::Note,
                "back-ups are looked at when the record is open",
            )),
        }
        Ok(lines)
    }

    fn clock_line(&self) -> CheckLine {
        let now = self.clock.now();
        let zone = now.zone().name().to_owned();
        // No computer that runs this program can honestly stand before its release.
        let state = if now.unix_seconds() < 1_767_225_600 {
            CheckState::Bad
        } else {
            CheckState::Good
        };
        line(
            state,
            format!("the clock shows {} in {zone}", now.wall_clock()),
        )
    }
}

fn page_line(store: &Store) -> CheckLine {
    match store.check() {
        Ok(check) if check.is_whole() => {
            line(CheckState::Good, "every page of the record verifies")
        }
        Ok(_) => line(
            CheckState::Bad,
            "pages of the record do not verify: keep the file, restore a back-up",
        ),
        Err(error) => line(
            CheckState::Bad,
            format!("the pages of the record could not be looked at: {error}"),
        ),
    }
}

/// Whether experiments are as they were locked; nothing where there are none.
fn seal_lines(store: &Store) -> Result<Vec<CheckLine>, Trouble> {
    let experiments = store.experiments()?;
    let edited = experiments.iter().filter(|e| !e.is_as_locked());
    let mut lines: Vec<CheckLine> = edited
        .map(|e| {
            let begins = e.terms.begins;
            let words = format!(
                "the experiment of {begins} is not as it was locked: it is kept, and no result is \
                 read from it"
            );
            line(CheckState::Bad, words)
        })
        .collect();
    if lines.is_empty() && !experiments.is_empty() {
        let words = format!("{} experiments are as they were locked", experiments.len());
        lines.push(line(CheckState::Good, words));
    }
    Ok(lines)
}

fn state_line(state: &FolderState) -> CheckLine {
    match state {
        FolderState::Empty => line(CheckState::Note, "there is no record here yet"),
        FolderState::Broken(error) => line(CheckState::Bad, error.to_string()),
        FolderState::Present { needs } => line(
            CheckState::Good,
            match needs {
                KeyPlace::Passphrase => "the key comes from your passphrase",
                KeyPlace::Keyring => "the key lies in this computer's keyring",
                KeyPlace::KeyFile => {
                    "the key lies in a file beside the record: who has the folder can read it"
                }
            },
        ),
    }
}

fn permission_lines(folder: &Path) -> Vec<CheckLine> {
    let Ok(about) = std::fs::metadata(folder) else {
        return Vec::new();
    };
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut modes = vec![(folder.to_owned(), about.permissions().mode())];
    for file in files {
        if let Ok(about) = file.metadata() {
            modes.push((file.path(), about.permissions().mode()));
        }
    }
    let open: Vec<_> = modes
        .into_iter()
        .filter(|(_, mode)| mode & 0o077 != 0)
        .collect();
    if open.is_empty() {
        return vec![line(
            CheckState::Good,
            "folder and files are closed to other users",
        )];
    }
    open.into_iter()
        .map(|(path, mode)| {
            let words = format!(
                "{} is open to other users (mode {:o})",
                path.display(),
                mode & 0o777
            );
            line(CheckState::Bad, words)
        })
        .collect()
}

/// Tries the disk by writing a mebibyte beside the record and taking it away again.
fn disk_line(folder: &Path) -> CheckLine {
    if !folder.exists() {
        return line(CheckState::Note, "the folder is made at the first start");
    }
    let path = folder.join("room.tmp");
    let result = std::fs::write(&path, vec![0u8; 1 << 20]);
    let _ = std::fs::remove_file(&path);
    match result {
        Ok(()) => line(CheckState::Good, "the disk takes new entries"),
        Err(error) => line(
            CheckState::Bad,
            format!("the disk takes no new entries: {error}"),
        ),
    }
}
