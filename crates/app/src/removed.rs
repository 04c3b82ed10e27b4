//! What was taken out in the last thirty days: putting it back, and its end. Refuses to show words
//! that nobody asked to see.

use record::{FactKey, Moment};

use crate::day::in_words;
use crate::{App, Trouble, dates, random, text, text_with};

/// Days for which something can be put back.
const DAYS: i32 = 30;
const SECONDS_OF_DAY: i64 = 86_400;
/// Entries that are listed, the last one taken out first.
const LISTED_MAX: usize = 100;

/// What was taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedView {
    /// A simulated person is shown.
    pub is_example: bool,
    /// What was just done.
    pub done: Option<String>,
    /// Single entries, the last one taken out first.
    pub entries: Vec<RemovedEntryView>,
    /// How many more there are than are listed, in words.
    pub more: Option<String>,
    /// What whole files brought.
    pub files: Vec<RemovedFileView>,
}

/// One entry that was taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedEntryView {
    /// Its key.
    pub key: String,
    /// What kind of entry, of which day.
    pub what: String,
    /// When it was taken out, and when it is gone.
    pub when: String,
    /// What it says, for those who unfold it; `None` where there is nothing to say.
    pub words: Option<String>,
}

/// What a file brought and lost in one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedFileView {
    /// Tells it from others.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many entries, when they were taken out, and when they are gone.
    pub when: String,
}

impl App {
    /// What was taken out and can still be put back.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked or cannot be read.
    pub fn removed(&mut self) -> Result<RemovedView, Trouble> {
        let zone = self.clock.zone().clone();
        let starts = self.known()?.record.profile.day_start;
        let is_example = self.is_example;
        let open = self.opened()?;
        let (n_all, removed) = open.store.removed(LISTED_MAX)?;
        let day_of = |at: i64| Moment::from_unix_seconds(at, &zone).map(|at| at.day(starts));
        let wrong = |_| Trouble::ours("a time of removal lies outside the calendar");
        let when = |at: i64| -> Result<(String, String), Trouble> {
            let day = day_of(at).map_err(wrong)?;
            let end = day.plus_days(DAYS);
            Ok((dates::with_year(day), dates::with_year(end)))
        };
        let n_more = n_all - removed.len();
        let mut entries = Vec::new();
        for one in removed {
            let (kind, words) = in_words(&one.fact.body);
            let (on, until) = when(one.at)?;
            let of = dates::long(one.fact.moment.day(starts));
            let what = [("what", text(kind).into()), ("day", of.into())];
            entries.push(RemovedEntryView {
                key: one.fact.key.to_string(),
                what: text_with("removed-what", &what),
                when: text_with(
                    "removed-when",
                    &[("on", on.into()), ("until", until.into())],
                ),
                words: Some(words).filter(|words| !words.trim().is_empty()),
            });
        }
        let mut files = Vec::new();
        for one in open.store.removed_files()? {
            let (on, until) = when(one.at)?;
            let values = [
                ("n", one.n_facts.into()),
                ("on", on.into()),
                ("until", until.into()),
            ];
            files.push(RemovedFileView {
                id: file_id(&one.digest, one.at),
                name: one.name,
                when: text_with("removed-file-when", &values),
            });
        }
        Ok(RemovedView {
            is_example,
            done: open.removed_done.take().map(text),
            entries,
            more: (n_more > 0).then(|| text_with("removed-more", &[("n", n_more.into())])),
            files,
        })
    }

    /// Puts one entry back, or all that a file had brought.
    ///
    /// # Errors
    /// [`Trouble`] when the words name nothing of ours or the disk refuses.
    pub fn put_back_removed(&mut self, id: &str) -> Result<(), Trouble> {
        match file_of(id) {
            Some((digest, at)) => {
                let at = Moment::from_unix_seconds(at, &record::Zone::utc())
                    .map_err(|_| random::lost_key())?;
                let open = self.opened()?;
                open.settle()?;
                open.store.put_back_import(&digest, &at)?;
                open.forget();
            }
            None => {
                let key = random::parse_key(id)?;
                if !self.opened()?.store.is_removed(key)? {
                    return Ok(());
                }
                self.put_back(id)?;
                self.opened()?.undo = None;
            }
        }
        self.opened()?.removed_done = Some("is-back");
        Ok(())
    }

    /// Removes for good, now, one entry, all that a file had brought, or with `all` everything that was
    /// taken out. Copies that the program keeps beside the record go with it: they hold it too.
    ///
    /// Only what was taken out before: nothing else has a way here.
    ///
    /// # Errors
    /// [`Trouble`] when the words name nothing of ours or the disk refuses.
    pub fn end_removed(&mut self, id: &str) -> Result<(), Trouble> {
        let open = self.opened()?;
        let keys = match (id, file_of(id)) {
            ("all", _) => open.store.removed_keys()?,
            (_, Some((digest, at))) => open.store.removed_keys_of_file(&digest, at)?,
            _ => {
                let key = random::parse_key(id)?;
                let is_removed = open.store.is_removed(key)?;
                is_removed.then_some(key).into_iter().collect()
            }
        };
        if keys.is_empty() {
            return Ok(());
        }
        self.end(&keys)?;
        let open = self.opened()?;
        open.undo = None;
        open.removed_done = Some("removed-for-good");
        Ok(())
    }

    fn end(&mut self, keys: &[FactKey]) -> Result<(), Trouble> {
        let open = self.opened()?;
        open.settle()?;
        open.store.forget(keys, (0, 0))?;
        open.forget();
        self.forget_backups()?;
        // The next one by itself is made without them.
        self.back_up_if_due();
        Ok(())
    }

    /// Removes for good what was taken out more than thirty days ago. A disk that refuses is asked again
    /// at the next opening.
    pub(crate) fn expire_removed(&mut self) {
        let before = self.clock.now().unix_seconds() - i64::from(DAYS) * SECONDS_OF_DAY;
        let Ok(before) = Moment::from_unix_seconds(before, self.clock.zone()) else {
            return;
        };
        if let Some(open) = self.open.as_mut() {
            let _ = open.store.expire_removed(&before);
        }
    }
}

/// `file.<digest>.<seconds>`.
fn file_id(digest: &[u8; 32], at: i64) -> String {
    let digits: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("file.{digits}.{at}")
}

fn file_of(id: &str) -> Option<([u8; 32], i64)> {
    let (digits, at) = id.strip_prefix("file.")?.split_once('.')?;
    if digits.len() != 64 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut digest = [0; 32];
    for (idx, byte) in digest.iter_mut().enumerate() {
        *byte = u8::from_str_radix(digits.get(idx * 2..idx * 2 + 2)?, 16).ok()?;
    }
    Some((digest, at.parse().ok()?))
}
