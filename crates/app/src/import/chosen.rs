//! What a record file says that the person chose: their own line, and when to be asked. Refuses to put
//! it in the place of anything chosen here, or beside facts that are here already.

use exchange::Parsed;
use record::{Profile, Record, Schedule};

use super::End;

/// What is taken of a file.
pub(super) struct Chosen {
    /// The choices to keep; `None`: they stay as they are.
    pub profile: Option<Profile>,
    /// When to ask from now on; `None`: that stays as it is.
    pub schedule: Option<Schedule>,
    /// What the person should know of it.
    pub lines: Vec<String>,
}

impl Chosen {
    /// Takes what the record has a place for; `profile` is what was taken of the file already.
    pub(super) fn of(record: &Record, end: &End<'_>, profile: Option<Profile>) -> Self {
        let mut taken = Self {
            profile,
            schedule: None,
            lines: Vec::new(),
        };
        if !record.facts().is_empty() {
            return taken;
        }
        let from = end.parsed.profile.as_ref();
        if let Some(line) = from.and_then(Profile::threshold)
            && record.profile.threshold().is_none()
        {
            let profile = taken.profile.get_or_insert_with(|| record.profile.clone());
            // It was a line there, so it is one here.
            if profile.set_threshold(Some(line)).is_ok() {
                taken.lines.push(LINE.to_owned());
            }
        }
        if let Some(asked) = end.parsed.schedule.as_ref().filter(|_| !end.is_asked) {
            // Another start of the day may cut a window in two.
            let (windows, quiet) = (asked.windows(), asked.quiet());
            let starts = record.profile.day_start;
            let fits = Schedule::new(windows, quiet, asked.mode(), asked.seed(), starts);
            taken.lines.push(match &fits {
                Ok(_) => ASKED.to_owned(),
                Err(error) => format!("the reminders of the file are left out: {error}"),
            });
            taken.schedule = fits.ok();
        }
        taken
    }
}

const LINE: &str = "your own line, as it was drawn";
const ASKED: &str = "reminders as they were chosen; they come from now on";

/// What an empty record would take of a file.
pub(super) fn words(parsed: &Parsed) -> Vec<String> {
    let line = parsed.profile.as_ref().and_then(Profile::threshold);
    let line = line.map(|_| LINE.to_owned());
    let asked = parsed.schedule.as_ref().map(|_| ASKED.to_owned());
    line.into_iter().chain(asked).collect()
}
