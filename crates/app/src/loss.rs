//! Entries at the end of the log that could not be read: said until the person has seen it. Refuses to
//! guess what they were.

use crate::doctor::{CheckLine, CheckState};
use crate::{App, Trouble, text_with};

impl App {
    /// What to say of entries that could not be read; nothing where all could.
    pub(crate) fn newest_lost(&mut self) -> Result<Option<String>, Trouble> {
        let n_lost = self.opened()?.store.newest_lost()?;
        Ok(n_lost.map(|n| text_with("newest-lost-line", &[("n", n.into())])))
    }

    /// The person has seen that entries are missing: it is not said again.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or the disk refuses.
    pub fn seen_loss(&mut self) -> Result<(), Trouble> {
        Ok(self.opened()?.store.forget_newest_lost()?)
    }

    /// The same for doctor.
    pub(crate) fn loss_lines(&mut self) -> Result<Vec<CheckLine>, Trouble> {
        let n_lost = self.opened()?.store.newest_lost()?;
        let words = |n: u64| match n {
            0 => "changes to the newest entries could not be read from the log".to_owned(),
            n => format!("the newest {n} entries could not be read from the log"),
        };
        let line = |n| CheckLine {
            state: CheckState::Bad,
            words: words(n) + ": look at the last days; the page Today stops saying so",
        };
        Ok(n_lost.map(line).into_iter().collect())
    }
}
