//! The log of an open record: marked when something is acknowledged, emptied in a pause, and missed when
//! it reads shorter one day. Refuses to guess what stood in the part that is gone.

use std::cell::Cell;

use crate::mark::{self, Before, Mark};
use crate::{Store, StoreError, connection, setting};

/// The mark that this process wrote last.
pub(crate) type Marked = Cell<Option<Mark>>;

/// Under which name it is kept how many of the newest entries were lost.
const NEWEST_LOST: &str = "newest_lost";

impl Store {
    /// Keeps beside the record how far its log reaches, so that a shorter one is noticed. Called before
    /// somebody is told that something is kept; does nothing where nothing was written since.
    ///
    /// # Errors
    /// The errors of the disk. What was written is kept all the same.
    pub fn mark(&self) -> Result<(), StoreError> {
        let path = self.path();
        let now = Mark::now(self.connection(), &path).map_err(|error| error.at(&path))?;
        let Some(now) = now.filter(|now| *now != Mark::NONE && Some(*now) != self.marked().get())
        else {
            return Ok(());
        };
        now.write(self.folder(), self.key())?;
        self.marked().set(Some(now));
        Ok(())
    }

    /// Moves everything from the log into the record where nobody else reads: a log that is empty can
    /// not be damaged. Never waits for others.
    ///
    /// # Errors
    /// The errors of the disk; nothing is lost.
    pub fn rest(&self) -> Result<(), StoreError> {
        let path = self.path();
        let is_needed = || Ok::<_, StoreError>(mark::n_frames(self.connection())? > 0);
        match is_needed().and_then(|is| Ok(is && connection::move_log(self.connection())?)) {
            Ok(true) => self.empty_log(),
            Ok(false) => Ok(()),
            Err(error) => Err(error.at(&path)),
        }
    }

    /// Moves everything from the log into the record, and empties it.
    pub(crate) fn empty_log(&self) -> Result<(), StoreError> {
        let path = self.path();
        let is_marked = || Mark::read(self.folder(), self.key()).is_some_and(|m| m != Mark::NONE);
        let run = || {
            // What the mark speaks of is in the record before the mark goes, and the log after it.
            if is_marked() && connection::move_log(self.connection())? {
                Mark::NONE.write(self.folder(), self.key())?;
                self.marked().set(None);
            }
            connection::checkpoint(self.connection())
        };
        run().map_err(|error| error.at(&path))
    }

    /// How many of the newest entries could not be read when the record was opened, then or before, until
    /// it is set to nothing; zero: only changes of entries.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn newest_lost(&self) -> Result<Option<u64>, StoreError> {
        let kept = setting::load(self.connection(), NEWEST_LOST)?;
        Ok(kept.map(|kept| kept.parse().unwrap_or(0)))
    }

    /// The person has read it.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn forget_newest_lost(&mut self) -> Result<(), StoreError> {
        self.set_setting(NEWEST_LOST, None)
    }

    /// Looks whether the log reads shorter than it was, and keeps that, to be said.
    pub(crate) fn note_loss(&self, before: &Before) -> Result<(), StoreError> {
        let lost = before.n_lost(self.connection(), self.folder(), self.key())?;
        if let Some(n_lost) = lost {
            let n_lost = n_lost + self.newest_lost()?.unwrap_or(0);
            setting::save(self.connection(), NEWEST_LOST, Some(&n_lost.to_string()))?;
        }
        Ok(())
    }
}
