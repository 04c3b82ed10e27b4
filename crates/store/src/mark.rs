//! A small file beside the record that says how far its log reached when something was last
//! acknowledged, so that a log which reads shorter one day is noticed.
//!
//! It is written after the log is on disk and cleared before the log is emptied: it may lag behind, and
//! is never ahead. It is sealed with the key of the record and says nothing without it. Refuses to be
//! believed where it does not verify: then it is as if there were none.

use std::io::Read as _;
use std::path::Path;

use chacha20poly1305::aead::{AeadInOut as _, KeyInit as _};
use chacha20poly1305::{Tag, XChaCha20Poly1305, XNonce};
use rusqlite::Connection;

use crate::key::Key;
use crate::key::envelope::{NONCE_BYTES, random};
use crate::{Folder, StoreError, file};

const HEAD: &[u8; 8] = b"notemark";
/// Length of what the log begins with: it names this log among all that were.
const LOG_HEAD_BYTES: usize = 32;
const BODY_BYTES: usize = LOG_HEAD_BYTES + 4 + 8;
const TAG_BYTES: usize = 16;
const FILE_BYTES: usize = HEAD.len() + NONCE_BYTES + BODY_BYTES + TAG_BYTES;

type LogHead = [u8; LOG_HEAD_BYTES];

/// How far the log reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    log: LogHead,
    n_frames: u32,
    /// Row of the newest fact.
    newest: i64,
}

impl Mark {
    /// Nothing waits in the log.
    pub(crate) const NONE: Self = Self {
        log: [0; LOG_HEAD_BYTES],
        n_frames: 0,
        newest: 0,
    };

    /// As it is now; `None` where another process changes the log meanwhile.
    pub(crate) fn now(connection: &Connection, record: &Path) -> Result<Option<Self>, StoreError> {
        let log = log_head(record);
        let n_frames = n_frames(connection)?;
        if n_frames == 0 {
            return Ok(Some(Self::NONE));
        }
        let newest = newest(connection)?;
        let is_same = log.is_some() && log_head(record) == log;
        Ok(log.filter(|_| is_same).map(|log| Self {
            log,
            n_frames,
            newest,
        }))
    }

    fn body(&self) -> [u8; BODY_BYTES] {
        let mut body = [0; BODY_BYTES];
        let (log, rest) = body.split_at_mut(LOG_HEAD_BYTES);
        let (n_frames, newest) = rest.split_at_mut(4);
        log.copy_from_slice(&self.log);
        n_frames.copy_from_slice(&self.n_frames.to_le_bytes());
        newest.copy_from_slice(&self.newest.to_le_bytes());
        body
    }

    fn of_body(body: &[u8]) -> Option<Self> {
        let (log, rest) = body.split_at_checked(LOG_HEAD_BYTES)?;
        let (n_frames, newest) = rest.split_at_checked(4)?;
        Some(Self {
            log: log.try_into().ok()?,
            n_frames: u32::from_le_bytes(n_frames.try_into().ok()?),
            newest: i64::from_le_bytes(newest.try_into().ok()?),
        })
    }

    /// Reads the file; `None` where there is none, or none that verifies.
    pub(crate) fn read(folder: &Folder, key: &Key) -> Option<Self> {
        let bytes = std::fs::read(folder.mark_path()).ok()?;
        let rest = bytes.strip_prefix(HEAD)?;
        let (nonce, rest) = rest.split_at_checked(NONCE_BYTES)?;
        let (body, tag) = rest.split_at_checked(BODY_BYTES)?;
        let nonce: [u8; NONCE_BYTES] = nonce.try_into().ok()?;
        let mut body: [u8; BODY_BYTES] = body.try_into().ok()?;
        XChaCha20Poly1305::new(&(**key).into())
            .decrypt_inout_detached(
                &XNonce::from(nonce),
                HEAD,
                body.as_mut_slice().into(),
                &Tag::try_from(tag).ok()?,
            )
            .ok()?;
        Self::of_body(&body)
    }

    /// Writes it in the place of the one before, and waits until the disk has it.
    pub(crate) fn write(&self, folder: &Folder, key: &Key) -> Result<(), StoreError> {
        let nonce = random::<NONCE_BYTES>()?;
        let mut body = self.body();
        let tag = XChaCha20Poly1305::new(&(**key).into())
            .encrypt_inout_detached(&XNonce::from(nonce), HEAD, body.as_mut_slice().into())
            .map_err(|_| StoreError::Database(rusqlite::ffi::SQLITE_INTERNAL))?;
        let mut bytes = Vec::with_capacity(FILE_BYTES);
        bytes.extend_from_slice(HEAD);
        bytes.extend_from_slice(&nonce);
        bytes.extend_from_slice(&body);
        bytes.extend_from_slice(&tag);
        file::write_in_place(&folder.mark_path(), &bytes)
    }
}

/// What stood in the folder before the record was opened, which may change the log.
pub(crate) struct Before {
    mark: Option<Mark>,
    log: Option<LogHead>,
}

impl Before {
    pub(crate) fn look(folder: &Folder, key: &Key) -> Self {
        Self {
            mark: Mark::read(folder, key).filter(|mark| *mark != Mark::NONE),
            log: log_head(&folder.record_path()),
        }
    }

    /// How many of the newest facts the log lost, at least; `None` where it lost nothing. Zero where only
    /// changes are gone.
    pub(crate) fn n_lost(
        &self,
        connection: &Connection,
        folder: &Folder,
        key: &Key,
    ) -> Result<Option<u64>, StoreError> {
        let Some(mark) = self.mark else {
            return Ok(None);
        };
        let n_missing = mark.newest.saturating_sub(newest(connection)?);
        let n_missing = u64::try_from(n_missing).unwrap_or(0);
        let is_shorter = n_frames(connection)? < mark.n_frames;
        let is_lost = match self.log {
            // Another log was begun since: the one before is in the record.
            Some(log) if log != mark.log && is_whole(&log) => false,
            Some(_) => is_shorter,
            // The log is gone. Whoever emptied it without this program lost nothing.
            None => n_missing > 0,
        };
        // Another process that has the record open may have emptied the log meanwhile.
        let is_as_before = || {
            Mark::read(folder, key) == Some(mark)
                && (self.log.is_none() || log_head(&folder.record_path()) == self.log)
        };
        Ok((is_lost && is_as_before()).then_some(n_missing))
    }
}

/// The first bytes of the log; `None` where there is none, or nothing in it.
fn log_head(record: &Path) -> Option<LogHead> {
    let mut path = record.as_os_str().to_owned();
    path.push("-wal");
    let mut head = [0; LOG_HEAD_BYTES];
    std::fs::File::open(Path::new(&path))
        .ok()?
        .read_exact(&mut head)
        .ok()?;
    head.iter().any(|byte| *byte != 0).then_some(head)
}

/// Whether the sum in the last eight bytes fits the others; <https://sqlite.org/fileformat2.html#walformat>.
fn is_whole(head: &LogHead) -> bool {
    let word = |bytes: &[u8]| bytes.try_into().map_or(0, u32::from_be_bytes);
    let is_big = match word(&head[..4]) {
        0x377f_0682 => false,
        0x377f_0683 => true,
        _ => return false,
    };
    let number = |bytes: &[u8]| match is_big {
        true => word(bytes),
        false => word(bytes).swap_bytes(),
    };
    let (mut one, mut two) = (0u32, 0u32);
    for pair in head[..24].chunks_exact(8) {
        one = one.wrapping_add(number(&pair[..4])).wrapping_add(two);
        two = two.wrapping_add(number(&pair[4..])).wrapping_add(one);
    }
    one == word(&head[24..28]) && two == word(&head[28..])
}

/// Pages in the log, moved into the record or not.
pub(crate) fn n_frames(connection: &Connection) -> Result<u32, StoreError> {
    let n: i64 = connection.query_row(include_str!("mark/frames.sql"), [], |row| row.get(1))?;
    Ok(u32::try_from(n).unwrap_or(0))
}

fn newest(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection.query_row(include_str!("mark/newest.sql"), [], |row| row.get(0))?)
}

#[cfg(test)]
mod tests;
