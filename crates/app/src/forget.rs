//! Forgetting: a stretch of days, or everything, for good. Refuses to leave a trace in what was said.

use std::path::PathBuf;

use record::LocalDay;

use crate::{App, Trouble};

/// What was forgotten.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Forgotten {
    /// Entries.
    pub n_facts: usize,
    /// Claims of the program that spoke of any of these days.
    pub n_said: usize,
    /// Back-ups that the program had made by itself, and removed.
    pub n_backups: usize,
    /// Back-ups, and records put aside, that may hold these days and were left where they are.
    pub left: Vec<PathBuf>,
}

impl App {
    /// Removes everything of the person's days from `from` to `to`, both counted: entries, also
    /// those that were taken back, and claims that spoke of any of these days. Copies that the
    /// program keeps beside the record go with them.
    ///
    /// # Errors
    /// [`Trouble`] when a day is none, or the last lies before the first; nothing was changed then.
    pub fn forget_days(&mut self, from: &str, to: &str) -> Result<Forgotten, Trouble> {
        let (from, to) = (day(from)?, day(to)?);
        if to < from {
            let what = format!("{to} lies before {from}");
            return Err(Trouble::input(
                what,
                "give the first day as --from; nothing was changed",
            ));
        }
        self.settle()?;
        let record = self.known()?.record.clone();
        let starts = record.profile.day_start;
        let keys: Vec<_> = (record.facts().iter())
            .filter(|fact| (from..=to).contains(&fact.moment.day(starts)))
            .map(|fact| fact.key)
            .collect();
        let (hour, minute) = (starts.minutes() / 60, starts.minutes() % 60);
        let second = |day: LocalDay| {
            let (hour, minute) = (u8::try_from(hour), u8::try_from(minute));
            let at = day.at(hour.unwrap_or(0), minute.unwrap_or(0), &record.profile.zone);
            at.map(|at| at.unix_seconds())
                .map_err(|e| Trouble::input(e.to_string(), "give a day"))
        };
        let span = (second(from)?, second(to.plus_days(1))?);
        let open = self.opened()?;
        let mut n_said = 0;
        for said in record
            .said
            .iter()
            .filter(|said| said.span.0 <= to && said.span.1 >= from)
        {
            n_said += usize::from(open.store.forget_said(said)?);
        }
        let n_facts = open.store.forget(&keys, span)?;
        open.forget();
        let (n_backups, left) = self.forget_backups()?;
        // The next one by itself is made without these days.
        self.back_up_if_due();
        Ok(Forgotten {
            n_facts,
            n_said,
            n_backups,
            left,
        })
    }

    /// Removes the record, its key and every copy in its folder, for good, with the back-ups that
    /// the program made by itself.
    ///
    /// # Errors
    /// [`Trouble`] when the disk refuses; what is left can not be opened any more.
    pub fn forget_everything(&mut self) -> Result<Forgotten, Trouble> {
        let (n_backups, left) = match self.open.is_some() {
            true => self.remove_backups()?,
            false => (0, self.put_aside()),
        };
        self.open = None;
        self.folder.erase()?;
        Ok(Forgotten {
            n_backups,
            left,
            ..Forgotten::default()
        })
    }

    /// After [`Self::forget_everything`]: removes what else the program put into the folder, and the
    /// folder when nothing is left in it. Gives what is not ours and stays.
    ///
    /// # Errors
    /// [`Trouble`] when the disk refuses.
    pub fn leave(&mut self) -> Result<Vec<PathBuf>, Trouble> {
        self.claim = None;
        Ok(self.folder.leave()?)
    }
}

fn day(text: &str) -> Result<LocalDay, Trouble> {
    LocalDay::parse(text)
        .map_err(|error| Trouble::input(error.to_string(), "write a day such as 2026-03-02"))
}
