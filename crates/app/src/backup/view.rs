//! The page of back-ups as a plain view. Refuses to say more than is known.

use std::path::Path;

use super::Every;
use crate::doctor::{CheckLine, CheckState};
use crate::{App, Trouble, text, text_with};

/// Days after which a back-up is called old.
const OLD_DAYS: i64 = 31;

/// The page of back-ups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// What was just done; read aloud, once.
    pub done: Option<String>,
    /// When one was last made, and that it was tried out, as sentences.
    pub lines: Vec<String>,
    /// What went wrong at the last try.
    pub trouble: Option<String>,
    /// Where and how often one is made by itself; `None`: not at all.
    pub schedule: Option<String>,
    /// How often it can be.
    pub every: Vec<EveryView>,
    /// What stands in the field for the folder.
    pub folder: String,
    /// There is one that can be tried out.
    pub can_prove: bool,
    /// The recovery sheet was typed back.
    pub has_sheet: bool,
    /// The record has a passphrase.
    pub has_passphrase: bool,
    /// What stands in the field for the minutes after which it locks by itself.
    pub lock_after: String,
}

/// How often a back-up can be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EveryView {
    /// As the form sends it.
    pub value: String,
    /// In words.
    pub label: String,
    /// It is so now.
    pub is_chosen: bool,
}

impl App {
    /// The page of back-ups.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked.
    pub fn backup_page(&mut self) -> Result<BackupView, Trouble> {
        let state = self.backups()?;
        let last = match state.last_at() {
            Some(at) => text_with("backup-last", &[("day", self.day_of(at).into())]),
            None => text("backup-none"),
        };
        let proved = match state.proved_at {
            Some(at) => text_with("backup-proved", &[("day", self.day_of(at).into())]),
            None => text("backup-not-proved"),
        };
        let chosen = state.schedule.as_ref().map(|schedule| schedule.every);
        let schedule = state.schedule.as_ref().map(|schedule| {
            let values = [
                ("every", text(every_word(schedule.every)).into()),
                ("folder", schedule.folder.display().to_string().into()),
                ("keep", schedule.keep.to_string().into()),
            ];
            text_with("backup-schedule-is", &values)
        });
        let every = Every::ALL.into_iter().map(|every| EveryView {
            value: every.word().to_owned(),
            label: text(every_word(every)),
            is_chosen: chosen == Some(every),
        });
        let open = self.opened()?;
        let has_passphrase = open.has_passphrase;
        let done = open.backup_done.take().map(text);
        let lock_after = open.store.profile()?.lock_after_minutes().to_string();
        Ok(BackupView {
            is_example: self.is_example,
            done,
            lines: vec![last, proved],
            trouble: (state.trouble.as_ref()).map(|(_, what)| content::said(what).into_owned()),
            schedule,
            every: every.collect(),
            folder: (state.schedule.as_ref())
                .map(|schedule| schedule.folder.display().to_string())
                .unwrap_or_default(),
            can_prove: state.made.iter().any(|made| made.path.is_file()),
            has_sheet: state.sheet_confirmed_at.is_some(),
            has_passphrase,
            lock_after,
        })
    }

    /// Keeps the name of the words for what was just done, until the page is shown.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked.
    pub fn note_backup_done(&mut self, words: &'static str) -> Result<(), Trouble> {
        self.opened()?.backup_done = Some(words);
        Ok(())
    }

    /// What doctor says of back-ups.
    pub(crate) fn backup_lines(&mut self) -> Result<Vec<CheckLine>, Trouble> {
        let line = |state, words: String| CheckLine { state, words };
        let state = self.backups()?;
        let now = self.clock.now().unix_seconds();
        let mut lines = Vec::new();
        lines.push(match state.last_at() {
            None => line(
                CheckState::Note,
                "no back-up was made yet: thawline backup --to FOLDER makes one".to_owned(),
            ),
            Some(at) if now - at > OLD_DAYS * 86_400 => line(
                CheckState::Note,
                format!(
                    "the last back-up is of {}: it is time for another",
                    self.day_of(at)
                ),
            ),
            Some(at) => line(
                CheckState::Good,
                format!("the last back-up is of {}", self.day_of(at)),
            ),
        });
        lines.push(match state.proved_at {
            Some(at) => line(
                CheckState::Good,
                format!("restoring one was last proved on {}", self.day_of(at)),
            ),
            None => line(
                CheckState::Note,
                "restoring was not proved yet: thawline doctor --prove-restore".to_owned(),
            ),
        });
        if let Some((at, what)) = &state.trouble {
            let words = format!("the back-up of {} did not work: {what}", self.day_of(*at));
            lines.push(line(CheckState::Bad, words));
        }
        if let Some(schedule) = &state.schedule {
            lines.push(schedule_line(
                schedule.every,
                &schedule.folder,
                schedule.keep,
            ));
        }
        lines.push(match state.sheet_confirmed_at {
            Some(at) => line(
                CheckState::Good,
                format!("the recovery sheet was typed back on {}", self.day_of(at)),
            ),
            None => line(
                CheckState::Note,
                "no recovery sheet was typed back yet: thawline sheet shows it".to_owned(),
            ),
        });
        Ok(lines)
    }
}

fn schedule_line(every: Every, folder: &Path, keep: usize) -> CheckLine {
    let is_there = folder.is_dir();
    let (state, more) = match is_there {
        true => (CheckState::Good, String::new()),
        false => (CheckState::Bad, ": the folder is not there".to_owned()),
    };
    let (word, place) = (every.word(), folder.display());
    CheckLine {
        state,
        words: format!("a back-up is made every {word} in {place}, the last {keep} stay{more}"),
    }
}

const fn every_word(every: Every) -> &'static str {
    match every {
        Every::Day => "backup-every-day",
        Every::Week => "backup-every-week",
        Every::Month => "backup-every-month",
    }
}
