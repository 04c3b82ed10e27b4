//! The next times at which to ask, outside the encrypted record, so that a locked record can ask.
//! Refuses to hold anything else: no schedule, no answer, no name, and never many times.

use std::fs::File;
use std::io::{Read as _, Seek as _, Write as _};
use std::path::Path;

use record::{Moment, Zone};

use crate::{Folder, StoreError, file};

/// First line of the file.
const HEAD: &str = "notes-times 1";
/// Longest file, in bytes; what is longer is none of ours.
const BYTES_MAX: u64 = 1024;

/// One time at which to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingPrompt {
    /// Date and time on the wall, `YYYY-MM-DDTHH:MM`, in whatever zone the computer is.
    pub wall: String,
    /// When it was shown; `None`: not yet.
    pub sent_at: Option<Moment>,
}

impl WaitingPrompt {
    /// When it is or was due: on the wall of the zone it was shown in, else of the one given.
    #[must_use]
    pub fn due_at(&self, zone: &Zone) -> Option<Moment> {
        let zone = self.sent_at.as_ref().map_or(zone, Moment::zone);
        Moment::from_wall_clock(&self.wall, zone).ok()
    }

    fn line(&self) -> String {
        match &self.sent_at {
            None => self.wall.clone(),
            Some(at) => format!("{} {} {}", self.wall, at.unix_seconds(), at.zone().name()),
        }
    }

    fn read(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let wall = words.next()?.to_owned();
        Moment::from_wall_clock(&wall, &Zone::utc()).ok()?;
        let sent_at = match (words.next(), words.next()) {
            (Some(seconds), Some(zone)) => {
                let zone = Zone::new(zone).ok()?;
                Some(Moment::from_unix_seconds(seconds.parse().ok()?, &zone).ok()?)
            }
            _ => None,
        };
        Some(Self { wall, sent_at })
    }
}

impl Folder {
    /// Most times that are ever kept outside the record.
    pub const TIMES_MAX: usize = 6;

    /// The times at which to ask, soonest first; none where there is no such file. Opens no record.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn times(&self) -> Result<Vec<WaitingPrompt>, StoreError> {
        if !self.times_path().exists() {
            return Ok(Vec::new());
        }
        self.change_times(|times| times.clone())
    }

    /// Changes these times while no other process does; gives what `change` gives. A file without
    /// times is removed.
    ///
    /// # Errors
    /// The errors of the disk.
    pub fn change_times<T>(
        &self,
        change: impl FnOnce(&mut Vec<WaitingPrompt>) -> T,
    ) -> Result<T, StoreError> {
        let path = self.times_path();
        let at = |error| StoreError::io(&path, error);
        let mut opened = locked(&path)?;
        let before = read(&mut opened).map_err(at)?;
        let mut times = before.clone();
        let given = change(&mut times);
        times.truncate(Self::TIMES_MAX);
        if times != before {
            write(&mut opened, &times).map_err(at)?;
        }
        if times.is_empty() {
            file::remove(&path)?;
        }
        Ok(given)
    }

    /// The file of the next times.
    pub(crate) fn times_path(&self) -> std::path::PathBuf {
        self.path().join("notes.times")
    }
}

/// Opens the file once nobody else changes it; one that was removed meanwhile is made anew.
fn locked(path: &Path) -> Result<File, StoreError> {
    loop {
        let opened = file::open_private(path)?;
        let at = |error| StoreError::io(path, error);
        opened.lock().map_err(at)?;
        if is_in_place(&opened).map_err(at)? {
            return Ok(opened);
        }
    }
}

#[cfg(unix)]
fn is_in_place(opened: &File) -> std::io::Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    Ok(opened.metadata()?.nlink() > 0)
}

#[cfg(not(unix))]
fn is_in_place(_: &File) -> std::io::Result<bool> {
    Ok(true)
}

/// A file that is none of ours holds no times: what is not understood is not shown.
fn read(opened: &mut File) -> std::io::Result<Vec<WaitingPrompt>> {
    let mut text = Vec::new();
    opened.take(BYTES_MAX).read_to_end(&mut text)?;
    let text = String::from_utf8_lossy(&text);
    let mut lines = text.lines();
    if lines.next() != Some(HEAD) {
        return Ok(Vec::new());
    }
    Ok(lines.filter_map(WaitingPrompt::read).collect())
}

fn write(opened: &mut File, times: &[WaitingPrompt]) -> std::io::Result<()> {
    let mut text = format!("{HEAD}\n");
    for time in times {
        text.push_str(&time.line());
        text.push('\n');
    }
    opened.rewind()?;
    opened.set_len(0)?;
    opened.write_all(text.as_bytes())?;
    opened.sync_data()
}
