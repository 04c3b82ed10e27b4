//! Parts of a zip, told apart by what is in them and read as a stream. Refuses bombs, encrypted
//! parts, links and archives of too many parts; the names of parts are never used as paths.

use std::io::{self, Read, Seek};
use std::rc::Rc;

use zip::ZipArchive;

use super::AppFileError;
use super::importer::{HEAD_BYTES, Head};

/// Most parts of an archive.
const PARTS_MAX: usize = 200_000;
/// Most bytes of one part.
const BYTES_MAX: u64 = 16 << 30;
/// A part may grow so many times when it is unpacked; exports grow less than fifty times.
const RATIO_MAX: u64 = 200;
/// Below so many bytes nothing is a bomb.
const SMALL: u64 = 1 << 20;

/// An archive.
pub(super) struct Zipped<R: Read + Seek> {
    archive: ZipArchive<R>,
    /// Every importer asks for the names, and each is read from its own place in the file.
    names: Option<Rc<[(usize, String)]>>,
}

impl<R: Read + Seek> Zipped<R> {
    pub fn open(reader: R) -> Result<Self, AppFileError> {
        let archive = ZipArchive::new(reader).map_err(|e| AppFileError::Zip(e.to_string()))?;
        if archive.len() > PARTS_MAX {
            return Err(AppFileError::TooMuch("parts"));
        }
        Ok(Self {
            archive,
            names: None,
        })
    }

    /// The parts whose names end so, in any case of letters; in the order of the archive.
    pub fn ending(&mut self, end: &str) -> Vec<usize> {
        self.named(|name| name.ends_with(end))
    }

    /// The parts whose names are so, in lower case and with `/` between folders.
    pub fn named(&mut self, is_wanted: impl Fn(&str) -> bool) -> Vec<usize> {
        let names = self.names();
        let wanted = names.iter().filter(|(_, name)| is_wanted(name));
        wanted.map(|(idx, _)| *idx).collect()
    }

    /// The names of all parts, as [`Self::named`] sees them.
    pub fn names(&mut self) -> Rc<[(usize, String)]> {
        if let Some(names) = &self.names {
            return Rc::clone(names);
        }
        let n = self.archive.len();
        let name = |idx: usize| {
            let raw = self.archive.by_index_raw(idx).ok()?;
            let name = String::from_utf8_lossy(raw.name_raw())
                .to_lowercase()
                .replace('\\', "/");
            raw.is_file().then_some((idx, name))
        };
        let names: Rc<[(usize, String)]> = (0..n).filter_map(name).collect();
        self.names = Some(Rc::clone(&names));
        names
    }

    /// One part as a stream that ends with an error where it grows too much.
    pub fn part(&mut self, idx: usize) -> Result<impl Read + '_, AppFileError> {
        let part = self
            .archive
            .by_index(idx)
            .map_err(|e| AppFileError::Zip(e.to_string()))?;
        let packed = part.compressed_size().max(1);
        let max = SMALL.max(packed.saturating_mul(RATIO_MAX)).min(BYTES_MAX);
        if part.size() > max {
            return Err(AppFileError::TooMuch(
                "a part that grows too much when unpacked",
            ));
        }
        Ok(Capped {
            inner: part,
            left: max,
        })
    }

    /// The beginning of one part; `None` where it cannot be read.
    pub fn head(&mut self, idx: usize) -> Option<Head> {
        let mut head = Vec::new();
        let part = self.part(idx).ok()?;
        part.take(HEAD_BYTES).read_to_end(&mut head).ok()?;
        Some(Head::of(&head))
    }

    /// One part as a whole, of at most `max` bytes.
    pub fn whole(&mut self, idx: usize, max: u64) -> Result<Vec<u8>, AppFileError> {
        let mut bytes = Vec::new();
        let n = self.part(idx)?.take(max + 1).read_to_end(&mut bytes);
        match n {
            Ok(n) if u64::try_from(n).is_ok_and(|n| n <= max) => Ok(bytes),
            Ok(_) => Err(AppFileError::TooMuch("a part that is too large")),
            Err(error) => Err(AppFileError::Zip(error.to_string())),
        }
    }
}

/// A stream that ends with an error after so many bytes.
struct Capped<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Capped<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buf)?;
        let n_wide = u64::try_from(n).unwrap_or(u64::MAX);
        match self.left.checked_sub(n_wide) {
            Some(left) => {
                self.left = left;
                Ok(n)
            }
            None => Err(io::Error::other("a part grows too much when unpacked")),
        }
    }
}
