//! What is known about back-ups: kept in the record, so that it is forgotten with it.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Every;
use crate::{App, Trouble};

/// The setting that holds it.
const SETTING: &str = "backup.state";
/// As many places as are remembered.
const MADE_MAX: usize = 200;

/// Who made a back-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum MadeBy {
    /// The person.
    Hand,
    /// The program, into the folder that was chosen for it.
    Schedule,
}

/// A back-up that lies somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Made {
    pub at: i64,
    pub path: PathBuf,
    pub by: MadeBy,
    /// SHA-256 of its bytes; without one, whatever lies at its place is not removed.
    #[serde(default)]
    pub digest: Option<[u8; 32]>,
}

impl Made {
    /// Removes the file if it is still the one that the program made; gives whether it did.
    pub(super) fn remove(&self) -> bool {
        let lies_there = || {
            let mut file = std::fs::File::open(&self.path).ok()?;
            exchange::digest_of(&mut file).ok()
        };
        self.by == MadeBy::Schedule
            && self.digest.is_some()
            && lies_there() == self.digest
            && std::fs::remove_file(&self.path).is_ok()
    }
}

/// Where and how often the program makes one by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Schedule {
    pub every: Every,
    pub folder: PathBuf,
    /// How many of them stay.
    pub keep: usize,
}

/// All that is known. Moments are in seconds since 1970.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct State {
    /// The oldest first.
    pub made: Vec<Made>,
    /// When one was last handed to the browser.
    pub saved_at: Option<i64>,
    pub proved_at: Option<i64>,
    pub schedule: Option<Schedule>,
    /// What went wrong at the last try, and when.
    pub trouble: Option<(i64, String)>,
    /// When the recovery key was typed back from its sheet.
    pub sheet_confirmed_at: Option<i64>,
    /// When the sheet got another key: files from before open with the old sheet.
    pub sheet_renewed_at: Option<i64>,
}

impl State {
    /// When a back-up was last made, wherever it went.
    pub(crate) fn last_at(&self) -> Option<i64> {
        let made = self.made.iter().map(|made| made.at).max();
        let made = made.filter(|at| *at > 0);
        made.max(self.saved_at)
    }

    pub(super) fn note_made(&mut self, made: Made) {
        self.made.retain(|one| one.path != made.path);
        self.made.push(made);
        let n_over = self.made.len().saturating_sub(MADE_MAX);
        self.made.drain(..n_over);
        self.trouble = None;
    }

    /// What a restored record knows of files: where they are, and that it made none of them.
    pub(crate) fn belongs_to_another(&mut self, from: Option<&Path>) {
        for made in &mut self.made {
            made.by = MadeBy::Hand;
        }
        if let Some(from) = from
            && self.made.iter().all(|made| made.path != from)
        {
            self.made.insert(
                0,
                Made {
                    at: 0,
                    path: from.to_owned(),
                    by: MadeBy::Hand,
                    digest: None,
                },
            );
        }
        self.proved_at = None;
    }

    pub(super) const fn note_saved(&mut self, at: i64) {
        self.saved_at = Some(at);
    }

    pub(super) fn note_trouble(&mut self, at: i64, what: &str) {
        self.trouble = Some((at, what.to_owned()));
    }
}

impl App {
    /// What is known about back-ups.
    pub(crate) fn backups(&mut self) -> Result<State, Trouble> {
        let kept = self.opened()?.store.setting(SETTING)?;
        // What cannot be read counts as not known: the next back-up writes it anew.
        Ok(kept
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default())
    }

    pub(crate) fn change_backups(
        &mut self,
        change: impl FnOnce(&mut State),
    ) -> Result<(), Trouble> {
        let before = self.backups()?;
        let mut state = before.clone();
        change(&mut state);
        if state != before {
            let text = serde_json::to_string(&state)
                .map_err(|_| Trouble::ours("the list of back-ups could not be written"))?;
            self.opened()?.store.set_setting(SETTING, Some(&text))?;
        }
        Ok(())
    }

    /// Whether the recovery key was typed back from its sheet.
    pub(crate) fn has_confirmed_sheet(&mut self) -> Result<bool, Trouble> {
        Ok(self.backups()?.sheet_confirmed_at.is_some())
    }
}
