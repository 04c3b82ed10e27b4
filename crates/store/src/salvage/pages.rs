//! The pages of an encrypted file in memory, in clear, with what waits in its log. Refuses pages that
//! do not verify: they are empty here, and known to be.

use std::collections::BTreeSet;
use std::path::Path;

use sqlcipher::{PAGE_BYTES, Pages, SALT_BYTES};
use zeroize::Zeroizing;

use crate::key::Key;
use crate::migration::{self, MIGRATIONS};
use crate::{Folder, StoreError, connection, file};

const LOG_HEAD_BYTES: usize = 32;
const FRAME_HEAD_BYTES: usize = 24;

/// Pages in clear, counted from one.
pub(super) struct Image {
    pages: Vec<Option<Zeroizing<Vec<u8>>>>,
    n_bad_in_log: usize,
}

impl Image {
    /// Reads a record, page by page.
    pub(super) fn read(record: &Path, key: &Key) -> Result<Self, StoreError> {
        let at = |path: &Path, error| StoreError::io(path, error);
        let bytes = std::fs::read(record).map_err(|error| at(record, error))?;
        let mut log = record.as_os_str().to_owned();
        log.push("-wal");
        let log = match std::fs::read(Path::new(&log)) {
            Ok(log) => log,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(at(Path::new(&log), error)),
        };
        let keys = keys(key, &bytes).ok_or_else(|| StoreError::Damaged("no page".to_owned()))?;
        let number = |idx: usize| u32::try_from(idx + 1).unwrap_or(u32::MAX);
        let mut image = Self {
            pages: bytes
                .chunks(PAGE_BYTES)
                .enumerate()
                .map(|(idx, page)| keys.open(number(idx), page).map(Zeroizing::new))
                .collect(),
            n_bad_in_log: 0,
        };
        image.take_log(&log, &keys);
        match image.pages.iter().any(Option::is_some) {
            true => Ok(image),
            false => Err(StoreError::Damaged("no page".to_owned())),
        }
    }

    /// The pages of a new record, which show where this program puts its tables.
    pub(super) fn of_new(scratch: &Folder, key: &Key) -> Result<Self, StoreError> {
        scratch.prepare()?;
        let path = scratch.path().join("notes.db.proof");
        let remove = || -> Result<(), StoreError> {
            for ending in ["", "-wal", "-shm", "-journal"] {
                file::remove(&scratch.path().join(format!("notes.db.proof{ending}")))?;
            }
            Ok(())
        };
        remove()?;
        file::make_private(&path)?;
        let make = || {
            let mut made = connection::open_or_fill(&path, key)?;
            migration::make(&mut made, MIGRATIONS)?;
            connection::checkpoint(&made)?;
            Self::read(&path, key)
        };
        let made = make();
        remove()?;
        made
    }

    /// Lays the pages of the log over those of the file, up to the last change that was whole: one that
    /// does not verify leaves what stood there before.
    fn take_log(&mut self, log: &[u8], keys: &Pages<'_>) {
        let word = |bytes: &[u8]| bytes.try_into().map_or(0, u32::from_be_bytes);
        let Some((head, frames)) = log.split_at_checked(LOG_HEAD_BYTES) else {
            return;
        };
        let salts = head.get(16..24).unwrap_or_default();
        let frames: Vec<&[u8]> = frames
            .chunks_exact(FRAME_HEAD_BYTES + PAGE_BYTES)
            .take_while(|frame| is_alike(frame.get(8..16).unwrap_or_default(), salts))
            .collect();
        let ends = |frame: &&[u8]| word(frame.get(4..8).unwrap_or_default()) > 0;
        let n_whole = frames.iter().rposition(ends).map_or(0, |last| last + 1);
        for frame in frames.get(..n_whole).unwrap_or_default() {
            let (head, page) = frame.split_at(FRAME_HEAD_BYTES);
            let number = word(head.get(..4).unwrap_or_default());
            let idx = usize::try_from(number).unwrap_or(0).wrapping_sub(1);
            // A number that was turned over fits no seal.
            match keys.open(number, page) {
                Some(page) if idx < self.pages.len() + n_whole => {
                    if self.pages.len() <= idx {
                        self.pages.resize_with(idx + 1, || None);
                    }
                    if let Some(place) = self.pages.get_mut(idx) {
                        *place = Some(Zeroizing::new(page));
                    }
                }
                _ => self.n_bad_in_log += 1,
            }
        }
    }

    pub(super) fn n_pages(&self) -> usize {
        self.pages.len()
    }

    pub(super) fn n_bad(&self) -> usize {
        self.bad().len() + self.n_bad_in_log
    }

    /// Numbers of the pages that did not verify.
    pub(super) fn bad(&self) -> BTreeSet<u32> {
        let numbers = (1..).zip(&self.pages);
        numbers
            .filter(|(_, page)| page.is_none())
            .map(|(number, _)| number)
            .collect()
    }

    pub(super) fn page(&self, number: u32) -> Option<&[u8]> {
        let idx = usize::try_from(number).ok()?.checked_sub(1)?;
        self.pages.get(idx)?.as_ref().map(|page| page.as_slice())
    }

    pub(super) fn put(&mut self, number: u32, page: Vec<u8>) {
        let idx = usize::try_from(number).unwrap_or(0).wrapping_sub(1);
        if let Some(place) = self.pages.get_mut(idx) {
            *place = Some(Zeroizing::new(page));
        }
    }

    /// A plain database; pages that did not verify are empty.
    pub(super) fn into_plain(self) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(self.pages.len() * PAGE_BYTES));
        let n_pages = u32::try_from(self.pages.len()).unwrap_or(u32::MAX);
        for page in &self.pages {
            match page {
                Some(page) => bytes.extend_from_slice(page),
                None => bytes.extend_from_slice(&[0; PAGE_BYTES]),
            }
        }
        if self.page(1).is_none() {
            return Err(StoreError::Damaged("first page".to_owned()));
        }
        // Read and written without a log: a database in memory has none. No page is free.
        if let Some(head) = bytes.get_mut(..100) {
            head[18..20].copy_from_slice(&[1, 1]);
            head[28..32].copy_from_slice(&n_pages.to_be_bytes());
            head[32..40].fill(0);
            // The length counts only where these two agree.
            let counter: [u8; 4] = [head[24], head[25], head[26], head[27]];
            head[92..96].copy_from_slice(&counter);
        }
        Ok(bytes)
    }
}

/// The keys of the file. Its salt stands there once, without a seal: where no page fits, a bit of it may
/// have turned over.
fn keys<'k>(key: &'k Key, bytes: &[u8]) -> Option<Pages<'k>> {
    let salt: [u8; SALT_BYTES] = bytes.get(..SALT_BYTES)?.try_into().ok()?;
    let fits = |keys: &Pages<'_>| {
        (1..)
            .zip(bytes.chunks(PAGE_BYTES))
            .filter(|(_, page)| page.iter().any(|byte| *byte != 0))
            .take(8)
            .any(|(number, page)| keys.open(number, page).is_some())
    };
    let turned = (0..8 * SALT_BYTES).map(|bit| {
        let mut salt = salt;
        salt[bit / 8] ^= 1 << (bit % 8);
        salt
    });
    std::iter::once(salt)
        .chain(turned)
        .map(|salt| Pages::new(key, &salt))
        .find(fits)
}

/// Whether all but one of the bits are the same.
fn is_alike(one: &[u8], other: &[u8]) -> bool {
    let differing = one.iter().zip(other).map(|(a, b)| (a ^ b).count_ones());
    one.len() == other.len() && differing.sum::<u32>() <= 1
}
