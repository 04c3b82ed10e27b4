//! Back-ups that the program makes by itself while it runs. Refuses to remove a file that it did not
//! make, and to hide that one could not be made.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::absolute;
use super::state::{Made, MadeBy, Schedule};
use crate::{App, Trouble};

/// How many stay when nobody says how many.
const KEEP: usize = 6;
/// Most that can be kept.
const KEEP_MAX: usize = 100;
/// After a failed one, the next try comes no sooner than this.
const PAUSE_SECONDS: i64 = 3_600;

/// How often a back-up is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Every {
    /// Every day on which the program runs.
    Day,
    /// Every seven days.
    Week,
    /// Every thirty days.
    Month,
}

impl Every {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Day, Self::Week, Self::Month];

    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }

    const fn seconds(self) -> i64 {
        match self {
            // A little less than a day, so that the hour of the day does not wander.
            Self::Day => 20 * 3_600,
            Self::Week => 7 * 86_400,
            Self::Month => 30 * 86_400,
        }
    }

    /// What a word means; `never` is `None`.
    ///
    /// # Errors
    /// [`Trouble`] that names the words.
    pub fn of_word(word: &str) -> Result<Option<Self>, Trouble> {
        match word {
            "never" => Ok(None),
            "day" | "daily" => Ok(Some(Self::Day)),
            "week" | "weekly" => Ok(Some(Self::Week)),
            "month" | "monthly" => Ok(Some(Self::Month)),
            other => Err(Trouble::input(
                format!("'{other}' is not how often"),
                "give day, week, month or never",
            )),
        }
    }
}

impl App {
    /// Chooses where and how often the program makes a back-up by itself, and makes the first one.
    ///
    /// # Errors
    /// [`Trouble`] when the folder is not there or refuses a file: nothing is chosen then.
    pub fn schedule_backups(
        &mut self,
        every: Every,
        folder: &Path,
        keep: Option<usize>,
    ) -> Result<(), Trouble> {
        let keep = keep.unwrap_or(KEEP);
        if keep == 0 || keep > KEEP_MAX {
            return Err(Trouble::input(
                format!("{keep} back-ups cannot be kept"),
                format!("give a number from 1 to {KEEP_MAX}"),
            ));
        }
        let folder = absolute(folder)?;
        if folder.starts_with(absolute(self.folder.path())?) {
            return Err(Trouble::input(
                "this folder lies inside the folder of the record",
                "give a folder on another disk or stick: both would be lost together",
            ));
        }
        let out = self.free_name(&folder)?;
        self.make_backup(&out, MadeBy::Schedule)?;
        self.change_backups(|state| {
            state.schedule = Some(Schedule {
                every,
                folder,
                keep,
            });
        })?;
        self.remove_old_backups()
    }

    /// Makes none by itself from now on; what was made stays.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or the disk refuses.
    pub fn stop_schedule(&mut self) -> Result<(), Trouble> {
        self.change_backups(|state| {
            state.schedule = None;
            state.trouble = None;
        })
    }

    /// Makes a back-up if one is due, tries out restoring it, and keeps what went wrong to be told on
    /// Today and by doctor. Does nothing while the record is locked, or for a simulated person.
    pub fn back_up_if_due(&mut self) {
        let now = self.clock.now().unix_seconds();
        if self.open.is_none() || self.is_example || !self.is_backup_due(now) {
            return;
        }
        let made = self.make_scheduled();
        if let Err(trouble) = made {
            // Cannot be kept where the record cannot be written: then every entry says so itself.
            let _ = self.change_backups(|state| state.note_trouble(now, &trouble.what));
        }
    }

    fn make_scheduled(&mut self) -> Result<(), Trouble> {
        let Some(schedule) = self.backups()?.schedule else {
            return Ok(());
        };
        let out = self.free_name(&schedule.folder)?;
        self.make_backup(&out, MadeBy::Schedule)?;
        // The oldest go only once the newest is known to come back.
        self.prove_restore()?;
        self.remove_old_backups()
    }

    fn is_backup_due(&mut self, now: i64) -> bool {
        let Ok(state) = self.backups() else {
            return false;
        };
        let Some(schedule) = &state.schedule else {
            return false;
        };
        if state
            .trouble
            .as_ref()
            .is_some_and(|(at, _)| (0..PAUSE_SECONDS).contains(&(now - at)))
        {
            return false;
        }
        let ours = state
            .made
            .iter()
            .rev()
            .find(|made| made.by == MadeBy::Schedule);
        // A clock that was set back must not stop back-ups for years.
        ours.is_none_or(|made| !(0..schedule.every.seconds()).contains(&(now - made.at)))
    }

    /// Removes the oldest ones that the program made by itself, beyond those that stay.
    fn remove_old_backups(&mut self) -> Result<(), Trouble> {
        let state = self.backups()?;
        let Some(schedule) = &state.schedule else {
            return Ok(());
        };
        let ours: Vec<&Made> = (state.made.iter())
            .filter(|made| made.by == MadeBy::Schedule && made.path.is_file())
            .collect();
        let n_over = ours.len().saturating_sub(schedule.keep);
        let gone: Vec<&PathBuf> = (ours.iter().take(n_over))
            .filter(|made| made.remove())
            .map(|made| &made.path)
            .collect();
        self.change_backups(|state| state.made.retain(|made| !gone.contains(&&made.path)))
    }

    /// Removes every back-up that the program made by itself; gives how many, and the places of those
    /// that are left.
    pub(crate) fn forget_backups(&mut self) -> Result<(usize, Vec<PathBuf>), Trouble> {
        let (n_gone, left) = self.remove_backups()?;
        self.change_backups(|state| {
            state.made.retain(|made| left.contains(&made.path));
            state.proved_at = None;
        })?;
        Ok((n_gone, left))
    }

    /// The same without a note of it, for a record that is erased next.
    pub(crate) fn remove_backups(&mut self) -> Result<(usize, Vec<PathBuf>), Trouble> {
        let made = self.backups()?.made;
        let (gone, rest): (Vec<Made>, Vec<Made>) = made.into_iter().partition(Made::remove);
        // What was taken away by hand is not there any more, as far as can be seen from here.
        let is_gone =
            |path: &PathBuf| !path.exists() && path.parent().is_some_and(std::path::Path::is_dir);
        let mut left: Vec<PathBuf> = (rest.into_iter())
            .map(|made| made.path)
            .filter(|path| !is_gone(path))
            .collect();
        left.extend(self.put_aside());
        Ok((gone.len(), left))
    }

    /// Records that a restore put aside.
    pub(crate) fn put_aside(&self) -> Vec<PathBuf> {
        let Ok(path) = absolute(self.folder.path()) else {
            return Vec::new();
        };
        let Some((parent, name)) = path.parent().zip(path.file_name()) else {
            return Vec::new();
        };
        let starts =
            ["before-", "restoring"].map(|word| format!("{}.{word}", name.to_string_lossy()));
        let found = std::fs::read_dir(parent).into_iter().flatten().flatten();
        let mut aside: Vec<PathBuf> = found
            .map(|entry| entry.path())
            .filter(|path| {
                let name = path.file_name().map(|name| name.to_string_lossy());
                name.is_some_and(|name| starts.iter().any(|start| name.starts_with(start)))
            })
            .collect();
        aside.sort();
        aside
    }

    /// What is to be said on Today about back-ups that could not be made; `None`: nothing.
    pub(crate) fn backup_trouble(&mut self) -> Result<Option<String>, Trouble> {
        Ok(self.backups()?.trouble.map(|(_, what)| what))
    }
}
