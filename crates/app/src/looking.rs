//! Looking again and again while nothing was written: the pictures step back, and something outside
//! comes first. Counts in the memory of the running program alone; refuses to keep a trace of it,
//! and to hide anything for good: one press shows it.

use record::{Moment, Record};

use crate::{App, CardLinkView, Trouble, card_link, text, text_with};

/// Openings within so many seconds belong together.
const SITTING_SECONDS: i64 = 600;
/// So long the openings of a page are counted.
const DAY_SECONDS: i64 = 86_400;
/// So many sittings show everything at once.
const FREE: u32 = 3;

/// A page that shows pictures of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pictures {
    /// Time.
    Time,
    /// Answers.
    Answers,
}

/// Said first where nothing was written since the page was last looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NothingNewView {
    /// Since when nothing is new.
    pub line: String,
    /// Something to look at outside.
    pub outward: String,
    /// The card about looking outward.
    pub card: Option<CardLinkView>,
}

/// How often one page was opened since something was last written.
#[derive(Debug, Clone, Copy, Default)]
struct Opened {
    first_at: i64,
    last_at: i64,
    n_sittings: u32,
    /// The person asked to see it all the same, in this sitting.
    is_wanted: bool,
}

impl Opened {
    /// Counts one opening; says whether the pictures are to step back.
    fn open(&mut self, now: i64, written_at: i64) -> bool {
        let is_spent = now < self.last_at || now - self.first_at >= DAY_SECONDS;
        if is_spent || written_at > self.first_at {
            *self = Self::default();
        }
        if self.n_sittings == 0 || now - self.last_at > SITTING_SECONDS {
            self.n_sittings += 1;
            self.is_wanted = false;
        }
        if self.n_sittings == 1 && self.last_at == 0 {
            self.first_at = now;
        }
        self.last_at = now;
        self.n_sittings > FREE && !self.is_wanted
    }
}

/// How often pages were opened; gone when the record is locked.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Looking {
    time: Opened,
    answers: Opened,
}

impl Looking {
    const fn at(&mut self, page: Pictures) -> &mut Opened {
        match page {
            Pictures::Time => &mut self.time,
            Pictures::Answers => &mut self.answers,
        }
    }
}

impl App {
    /// Shows a page in this sitting, whatever was looked at before.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked.
    pub fn show_pictures(&mut self, page: Pictures) -> Result<(), Trouble> {
        self.opened()?.looking.at(page).is_wanted = true;
        Ok(())
    }

    /// Counts one opening of a page; what comes before its pictures, where they step back.
    pub(crate) fn looks_at(&mut self, page: Pictures) -> Result<Option<NothingNewView>, Trouble> {
        let now = self.clock.now();
        let record = self.known()?.record.clone();
        let Some(written) = last_written(&record) else {
            return Ok(None);
        };
        let opened = self.opened()?.looking.at(page);
        let steps_back = opened.open(now.unix_seconds(), written.unix_seconds());
        Ok(steps_back.then(|| nothing_new(written, &now, &record)))
    }
}

/// When something was last written down, whatever day it is about.
fn last_written(record: &Record) -> Option<&Moment> {
    // That nobody answered a prompt was written by nobody.
    let written = record.facts().iter().filter(|fact| !fact.is_unanswered());
    let written = written.map(|fact| &fact.recorded_at);
    written.max_by_key(|moment| moment.unix_seconds())
}

fn nothing_new(written: &Moment, now: &Moment, record: &Record) -> NothingNewView {
    let starts = record.profile.day_start;
    let (day, today) = (written.day(starts), now.day(starts));
    let line = if day == today {
        text_with("nothing-new-clock", &[("clock", written.clock().into())])
    } else {
        let day = crate::dates::seen_from(day, today);
        text_with("nothing-new-day", &[("day", day.into())])
    };
    let n = now.unix_seconds().rem_euclid(5) + 1;
    NothingNewView {
        line,
        outward: text(&format!("outward-{n}")),
        card: card_link("look-outward"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_sittings_a_day_are_free_and_every_new_note_makes_them_free_again() {
        let mut opened = Opened::default();
        let hour = 3600;
        let start = 1_790_000_000;
        // One sitting, however often the page is turned in it.
        for minute in 0..20 {
            assert!(!opened.open(start + minute * 60, start - 5));
        }
        assert!(!opened.open(start + hour, start - 5));
        assert!(!opened.open(start + 2 * hour, start - 5));
        assert!(opened.open(start + 3 * hour, start - 5));
        opened.is_wanted = true;
        assert!(
            !opened.open(start + 3 * hour + 60, start - 5),
            "one press shows it"
        );
        assert!(opened.open(start + 4 * hour, start - 5), "in that sitting");
        // A note makes it new.
        assert!(!opened.open(start + 5 * hour, start + 4 * hour + 1));
        assert!(!opened.open(start + 6 * hour, start + 4 * hour + 1));
        assert!(!opened.open(start + 7 * hour, start + 4 * hour + 1));
        assert!(opened.open(start + 8 * hour, start + 4 * hour + 1));
        // A day later it is counted anew, and so it is after the clock was set back.
        assert!(!opened.open(start + 30 * hour, start + 4 * hour + 1));
        assert!(!opened.open(start - 100 * hour, start - 200 * hour));
    }
}
