//! Asking from outside: a line on the desktop when a time has come, also while the record is locked.
//! Refuses to open the record, and to say anything about it.

use std::time::Duration;

use notice::{Desktop, NoticeError, Pressed, Shown, Words};
use store::{Folder, WaitingPrompt};

use crate::schedule::{ANSWER_SECONDS, LATE_SECONDS};
use crate::{App, Clock, Settings, Trouble, TroubleKind, text};

/// Asks from outside.
#[derive(Debug, Clone)]
pub struct Reminder {
    folder: Folder,
    clock: Clock,
    /// The language where none was chosen.
    spoken: content::Language,
}

/// What there was to do.
pub enum Reminded {
    /// No time lies ahead: nothing was chosen, it stopped, or the record has to be opened first.
    NothingAhead,
    /// The next time has not come yet.
    NotYet,
    /// A line is shown.
    Shown(Asked),
}

/// A line that is shown.
pub struct Asked(Shown);

impl Asked {
    /// Waits until it is pressed or gone, at most so long; says whether it was pressed.
    #[must_use]
    pub fn is_pressed(self, at_most: Duration) -> bool {
        self.0.wait(at_most) == Pressed::Yes
    }
}

impl Reminder {
    /// Looks at the folder of a record.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self {
            folder: Folder::at(settings.folder),
            clock: settings.clock,
            spoken: content::spoken(),
        }
    }

    /// Shows a line when a time has come; `with_button` where pressing it leads somewhere.
    ///
    /// # Errors
    /// [`Trouble`] of the kind `Device` when no desktop shows it; then it is as if it had not been
    /// tried, and the next call tries again while the time is not long past.
    pub fn remind(&self, with_button: bool) -> Result<Reminded, Trouble> {
        let times = self.folder.times()?;
        let is_ahead = |one: &WaitingPrompt| one.sent_at.is_none() && !self.is_long_past(one);
        if !times.iter().any(is_ahead) {
            return Ok(Reminded::NothingAhead);
        }
        // Marked first: of two that look at once, one asks.
        let Some(wall) = self.folder.change_times(|times| self.mark(times))? else {
            return Ok(Reminded::NotYet);
        };
        let chosen = App::kept_language(&self.folder).get();
        let _speaking = content::speak(chosen.unwrap_or(self.spoken));
        let words = Words {
            program: text("remind-title"),
            title: text("remind-title"),
            body: text("remind-body"),
            button: with_button.then(|| text("remind-open")),
        };
        match Desktop::here().and_then(|desktop| desktop.show(&words)) {
            Ok(shown) => Ok(Reminded::Shown(Asked(shown))),
            Err(error) => {
                self.folder.change_times(|times| unmark(times, &wall))?;
                Err(no_desktop(&error))
            }
        }
    }

    /// Marks the time that has come as shown; gives it.
    fn mark(&self, times: &mut [WaitingPrompt]) -> Option<String> {
        let now = self.clock.now();
        let since = |at: &record::Moment| now.unix_seconds() - at.unix_seconds();
        let mut shown = times.iter().filter_map(|one| one.sent_at.as_ref());
        // Whatever the file says: at most one an hour.
        if shown.any(|at| (0..ANSWER_SECONDS).contains(&since(at))) {
            return None;
        }
        let has_come = |one: &&mut WaitingPrompt| {
            let due = one.due_at(self.clock.zone());
            let is_due = due.is_some_and(|due| (0..LATE_SECONDS).contains(&since(&due)));
            one.sent_at.is_none() && is_due
        };
        let one = times.iter_mut().find(has_come)?;
        one.sent_at = Some(now.clone());
        Some(one.wall.clone())
    }

    fn is_long_past(&self, one: &WaitingPrompt) -> bool {
        let now = self.clock.now().unix_seconds();
        let due = one.due_at(self.clock.zone());
        due.is_none_or(|due| now - due.unix_seconds() >= LATE_SECONDS)
    }
}

fn unmark(times: &mut [WaitingPrompt], wall: &str) {
    for one in times.iter_mut().filter(|one| one.wall == wall) {
        one.sent_at = None;
    }
}

fn no_desktop(error: &NoticeError) -> Trouble {
    Trouble::new(
        TroubleKind::Device,
        error.to_string(),
        "run it where you are logged in to a desktop; nothing was changed",
    )
}
