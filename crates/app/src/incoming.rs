//! A file on its way in from the page: its bytes as they come, without a name on the disk. Refuses
//! to keep it longer than the person looks at it.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::{App, Trouble, TroubleKind};

/// Largest file that is taken, in bytes: sixteen gibibytes.
const BYTES_MAX: u64 = 16 << 30;
/// Longest name of a file that is shown, in letters.
const NAME_MAX: usize = 120;

/// The bytes of a file, and what the browser calls it. Gone when it is dropped, also after a power
/// cut: the file has no name in its folder.
#[derive(Debug)]
pub struct Incoming {
    name: String,
    file: File,
    n_bytes: u64,
}

impl Incoming {
    /// What the browser calls it, without folders.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where this program, and no other, finds the bytes.
    pub(crate) fn path(&self) -> PathBuf {
        use std::os::fd::AsRawFd as _;
        Path::new("/proc/self/fd").join(self.file.as_raw_fd().to_string())
    }
}

impl Write for Incoming {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.n_bytes > BYTES_MAX {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        let n = self.file.write(bytes)?;
        self.n_bytes += u64::try_from(n).unwrap_or(u64::MAX);
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// The last part of a name, without what no name holds.
pub(crate) fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = last.chars().filter(|c| !c.is_control()).take(NAME_MAX);
    plain.collect()
}

impl App {
    /// Begins a file that the browser hands over in pieces.
    ///
    /// # Errors
    /// [`Trouble`] when the record is locked, or the disk takes nothing.
    pub fn begin_incoming(&mut self, name: &str) -> Result<Incoming, Trouble> {
        self.opened()?;
        let file = tempfile::tempfile_in(self.folder.path()).map_err(|error| not_taken(&error))?;
        Ok(Incoming {
            name: plain_name(name),
            file,
            n_bytes: 0,
        })
    }
}

/// What to say when a file could not be taken whole.
#[must_use]
pub fn not_taken(error: &io::Error) -> Trouble {
    let what = format!("the file could not be taken: {error}");
    let hint = "nothing was changed; see that there is room on the disk, and choose it again";
    Trouble::new(TroubleKind::Device, what, hint)
}
